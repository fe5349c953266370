"""Large maps and many gemeenten: how the time grows, and whether the memory does."""

import math
import os
import shutil

from . import texts, tools
from .documents import how_typst
from .gemeenten import wijk_id
from .material import RIVALS, typst_step
from .timing import Job, Timing, by_turns, long_run, peak
from .verdict import Section, Target

# All that can be made of the map but PDF: the name, the command, its form.
OUTPUTS = [("sociale-kaart", form) for form in ("md", "html", "docx")]
OUTPUTS += [("exporteer", form) for form in ("xlsx", "csv", "hsds", "html", "geojson", "vcard")]
GEMEENTEN = 342
# Enough gemeenten for every core to have had several.
SOME = 34


def kaart_job(material, count, command, form):
    folder, _ = material.kaart(count)
    words = ["organisatie", "exporteer"] if command == "exporteer" else [command]
    out = material.work / f"uit-{count}-{command}-{form}"
    line = [material.wep, "-C", folder, *words, "--stil", "--formaat", form, "--uitvoer", out]
    return Job(f"wep {command} {form} {count:,}", [line], material.clear(out.name)), out


def kaart(material, options):
    """The map of 1,000 organisations, beside Jinja2 that reads the same YAML, and python-docx that is given all worked out.

    Jinja2 checks nothing and works nothing out: that was done for it beforehand, by wep. What it takes when it need not even
    read the files of the gemeente, is told; nobody can make a page of them so.
    """
    section = Section("The map of 1,000 organisations")
    data, jobs, made = material.kaart_data(1000), {}, []
    for form, rival, name in (("html", "kaart_jinja.py", "Jinja2"), ("docx", "kaart_docx.py", "python-docx")):
        job, out = kaart_job(material, 1000, "sociale-kaart", form)
        theirs = material.work / f"{name}.{form}"
        jobs[form] = [job, Job(name, [[tools.PYTHON, RIVALS / rival, data, theirs]])]
        made += [out / f"sociale-kaart.{form}", theirs]
    both = "Jinja2, and the same YAML read"
    folder, again = material.kaart(1000)[0], material.work / "Jinja2-yaml.html"
    jobs["html"].append(Job(both, [[tools.PYTHON, RIVALS / "kaart_jinja.py", data, again, folder]]))
    made.append(again)
    # Python-docx takes so long that the others would have few rounds beside it.
    section.timings = by_turns(jobs["html"], options.runs) | by_turns(jobs["docx"], options.runs)
    section.faster("Jinja2, from the same YAML : wep html", jobs["html"][0].name, both, 5)
    section.faster("python-docx : wep docx", jobs["docx"][0].name, "python-docx", 5)
    less = section.timings["Jinja2"].wall / section.timings[jobs["html"][0].name].wall
    section.notes.append(f"Jinja2 that is given everything worked out, and reads no YAML: {less:.2f} × the time of wep html")
    wanted = texts.words(material.kaart(1000)[1])
    for path in made:
        section.same_words(str(path.relative_to(material.work)), texts.share(wanted, path), texts.ENOUGH)
    return section


def exponent(section, small, large, factor):
    return math.log(section.timings[large].wall / section.timings[small].wall, factor)


def growth(material, options):
    """Every output but PDF from 1,000 to 10,000 organisations: 1 is in proportion, 2 is a square."""
    section = Section("Growth from 1,000 to 10,000 organisations")
    for command, form in OUTPUTS:
        small, large = (kaart_job(material, count, command, form)[0] for count in (1000, 10000))
        section.timings |= by_turns([small, large], options.runs or 3)
        section.ratio(f"exponent of {command} {form}", exponent(section, small.name, large.name, 10), 1.1)
    return section


def growth_pdf(material, options):
    """The map as PDF from 100 to 1,000 organisations, beside typst on the same text."""
    section = Section("Growth of the PDF from 100 to 1,000 organisations")
    pairs, made = {}, {}
    for count in (100, 1000):
        job, out = kaart_job(material, count, "sociale-kaart", "pdf")
        job.before()
        material.run(*job.steps[0])
        like, theirs = out / "sociale-kaart.pdf", material.work / f"typst-kaart-{count}.pdf"
        source = material.in_typst(material.kaart(count)[1], material.work / f"kaart-{count}.typ", like)
        pairs[count] = job, Job(f"typst {count:,}", [typst_step(source, theirs)])
        made[count] = like, theirs
    # Small and large are measured twice each, not all four by turns: a machine becomes another one within minutes, and what
    # starts right after a large one has dear memory.
    for _ in range(2):
        for count, pair in pairs.items():
            for name, timing in by_turns(pair, options.runs or (5 if count == 100 else 2)).items():
                section.timings.setdefault(name, Timing()).include(timing)
    for count, (like, theirs) in made.items():
        section.notes.append(f"{count:,}: {texts.pages(like)} pages by wep, {texts.pages(theirs)} by {how_typst()}")
    ours, theirs = (exponent(section, few.name, many.name, 10) for few, many in zip(*pairs.values()))
    # Two times measured a twentieth off give an exponent that is 0.04 off.
    section.targets.append(Target(f"exponent of wep, where typst has {theirs:.2f}", ours, round(theirs + 0.04, 2), False))
    return section


def many(material, options):
    """342 gemeenten beside 342 times one on one core, halved; and the memory of 342 beside that of 34.

    What two programs take on two cores that share nothing is told too: so much is of the machine.
    """
    section = Section(f"{GEMEENTEN} gemeenten")
    every = material.fresh("gemeenten")
    names = [f"{wijk_id(index).capitalize()}dam-{index + 1:03}" for index in range(GEMEENTEN)]
    for name in names:
        copied(material.example, every / name, name)
    few = material.fresh("gemeenten-enkele")
    for name in names[:SOME]:
        shutil.copytree(every / name, few / name)

    def clear(folder):
        return lambda: [material.move_away(path) for path in folder.glob("*/uitvoer")]
    single = material.fresh("gemeente-een")
    for name in ("een", "twee"):
        copied(material.example, single / name, f"{name.capitalize()}dam")
    line, thread = [material.wep, "dossier", "--stil"], {"RAYON_NUM_THREADS": 1}
    one = Job("one, on one core", [[*line, single / "een"]], clear(single), env=thread, cores=1)
    both = Job("one, on both cores", [[*line, single / "een"]], clear(single))
    two = Job("two programs, each on one core", [[*line, single / name] for name in ("een", "twee")], clear(single),
              at_once=2, env=thread)
    everything = {count: Job(str(count), [[*line, folder]], clear(folder))
                  for count, folder in ((SOME, few), (GEMEENTEN, every))}
    part, _ = long_run(everything[SOME])
    whole, section.timings = long_run(everything[GEMEENTEN], [one, both, two])
    for job in (one, both, two):
        section.timings[job.name].peak = peak(job)
    section.timings |= {str(SOME): part, str(GEMEENTEN): whole}
    alone = section.timings[one.name].mean
    section.ratio(f"{GEMEENTEN} : ({GEMEENTEN} × one ÷ two cores)", whole.wall / (GEMEENTEN * alone / 2), 1.1)
    section.ratio(f"memory of {GEMEENTEN} : of {SOME}", whole.peak / part.peak, 1.1)
    section.notes.append(f"{GEMEENTEN} stood still {len(section.timings[one.name].walls)} times, for one on one core: "
                         f"{alone * 1000:.1f} ms on average")
    slower = section.timings[two.name].mean / alone
    section.notes.append(f"two programs at once that share nothing take {slower:.2f} × the time of one: so much of the ratio is "
                         "of the machine")
    made = [len(os.listdir(path)) for path in every.glob("*/uitvoer")]
    section.notes.append(f"{len(made)} gemeenten with {min(made)} to {max(made)} files each")
    if len(made) != GEMEENTEN:
        section.fault("not every gemeente was made")
    return section


def copied(example, folder, name):
    """The example under another name, so that no gemeente has the pages of another."""
    shutil.copytree(example, folder)
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("Veldrijk", name.rsplit("-", 1)[0] + name[-3:]), encoding="utf-8")
