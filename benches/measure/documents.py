"""One document and all of them, beside pandoc, typst, docxtpl and what can be glued together of these."""

import json

from . import texts, tools
from .material import FONTS, FORMS, RIVALS, binding, typst_step
from .timing import Job, by_turns
from .verdict import Section

ONE = "convenant"


def wep_one(material, form):
    """The command that makes one document, and the folder that it makes."""
    out = material.work / f"een-{form}"
    command = [material.wep, "-C", material.example, ONE, "--stil", "--formaat", form, "--uitvoer", out]
    return Job(f"wep {form}", [command], material.clear(out.name)), out / f"{ONE}.{form}"


def check_words(section, material, name, *paths):
    wanted = material.words(name)
    for path in paths:
        section.same_words(str(path.relative_to(material.work)), texts.share(wanted, path), texts.ENOUGH)


def one(material, options):
    """The covenant as DOCX and as HTML with pandoc, and as DOCX with docxtpl."""
    section = Section("One document: the covenant")
    source = next(file for file in material.markdown if file.stem == ONE)
    pandoc = [tools.pandoc(), "-f", "gfm", "-s", "--metadata", f"pagetitle={ONE}", source, "-o"]
    jobs, made = [], []
    for form in ("docx", "html"):
        job, ours = wep_one(material, form)
        theirs = material.work / f"pandoc-{ONE}.{form}"
        jobs += [job, Job(f"pandoc {form}", [[*pandoc, theirs]])]
        made += [ours, theirs]
    template, data, filled = docxtpl(material, source)
    jobs.append(Job("docxtpl docx", [[tools.PYTHON, RIVALS / "one_docxtpl.py", template, data, filled]]))
    section.timings = by_turns(jobs, options.runs)
    section.faster("pandoc docx : wep docx", "wep docx", "pandoc docx", 15)
    section.faster("pandoc html : wep html", "wep html", "pandoc html", 15)
    check_words(section, material, ONE, *made, filled)
    return section


def docxtpl(material, source):
    """A template of the same text for docxtpl, with the name of the gemeente to fill in."""
    text = material.work / "docxtpl.md"
    text.write_text(source.read_text(encoding="utf-8").replace("Veldrijk", "{{ gemeente }}"), encoding="utf-8")
    template, data = text.with_suffix(".docx"), text.with_suffix(".json")
    material.run(tools.pandoc(), "-f", "gfm", text, "-o", template)
    data.write_text(json.dumps({"gemeente": "Veldrijk"}), encoding="utf-8")
    return template, data, material.work / f"docxtpl-{ONE}.docx"


def how_typst():
    return "typst program" if tools.typst() else "typst binding, started already"


def pdf(material, options):
    """The covenant as PDF, beside typst on the same text and as many pages."""
    section = Section("One PDF: the covenant")
    job, ours = wep_one(material, "pdf")
    source = next(file for file in material.sources if file.stem == ONE)
    theirs = material.work / f"typst-{ONE}.pdf"
    section.timings = by_turns([job, Job(how_typst(), [typst_step(source, theirs)])], options.runs)
    section.within("wep pdf : typst", "wep pdf", how_typst(), 1)
    count = texts.pages(ours), texts.pages(theirs)
    told = f"{count[0]} pages by wep, {count[1]} by typst"
    section.notes.append(told) if abs(count[0] - count[1]) <= 1 else section.fault(told)
    check_words(section, material, ONE, ours, theirs)
    return section


def dossier_job(material, name, forms):
    out = material.work / name
    command = [material.wep, "-C", material.example, "dossier", "--stil", "--formaat", forms, "--uitvoer", out]
    return Job(f"wep dossier {forms}", [command], material.clear(name)), out


def check_all(section, material, folder, forms):
    """Every document of a peer is there in each form, with its words."""
    worst = None
    for source in material.markdown:
        for form in forms:
            path = folder / f"{source.stem}.{form}"
            share = texts.share(material.words(source.stem), path) if path.exists() else 0.0
            worst = min(worst or (2.0, ""), (share, path.name))
    section.same_words(f"{folder.name}, {len(material.markdown)} documents; the least, {worst[1]}", worst[0], texts.ENOUGH)


def without_pdf(material, options):
    """All documents as Markdown, HTML and DOCX; pandoc in one process reads the Markdown once and writes the other two."""
    section = Section("All documents without PDF")
    job, ours = dossier_job(material, "alles", "md,html,docx")
    theirs = material.fresh("alles-pandoc")
    theirs.mkdir()
    lua = [tools.pandoc(), "lua", RIVALS / "all.lua", theirs, "html,docx", *material.markdown]
    section.timings = by_turns([job, Job("pandoc, one process", [lua])], options.runs)
    section.faster("pandoc : wep", job.name, "pandoc, one process", 30)
    check_all(section, material, ours, ("html", "docx"))
    check_all(section, material, theirs, ("html", "docx"))
    section.notes.append(f"wep also makes what else is in a dossier: {len(list(ours.iterdir()))} files")
    return section


def dossier(material, options):
    """The full dossier beside the best glue, a run of pandoc for each file, and typst alone on the same pages."""
    section = Section("The full dossier with PDF")
    job, ours = dossier_job(material, "vol", FORMS)
    glued, apart, pages = (material.fresh(name) for name in ("vol-lijm", "vol-los", "vol-typst"))
    apart.mkdir()
    pages.mkdir()
    glue = [tools.PYTHON, RIVALS / "glue.py", tools.pandoc(), material.example, material.templates, FONTS, glued]
    runs = []
    for source in material.markdown:
        pandoc = [tools.pandoc(), "-f", "gfm", "-s", "--metadata", f"pagetitle={source.stem}", source, "-o"]
        runs += [[*pandoc, apart / f"{source.stem}.{form}"] for form in ("html", "docx")]
    for source in material.sources:
        text = next((file for file in material.markdown if file.stem == source.stem), None)
        text = text or next(file for file in material.markdown if file.stem == source.stem.rsplit("-", 1)[0])
        runs.append([tools.pandoc(), "-f", "gfm", "-t", "typst", text, "-o", apart / f"{source.stem}.typ"])
        runs.append(typst_step(source, apart / f"{source.stem}.pdf"))
    pairs = [(source, pages / f"{source.stem}.pdf") for source in material.sources]
    alone = [typst_step(*pair) for pair in pairs]
    peers = [
        job,
        Job("glue: Jinja2, pandoc twice, typst binding", [glue], material.clear(glued.name)),
        Job(f"{how_typst()}, two at a time", alone, at_once=2),
        Job("wep dossier pdf", [job.steps[0][:-3] + ["pdf", "--uitvoer", material.work / "vol-pdf"]],
            material.clear("vol-pdf")),
        Job("typst binding, a process for each core", [binding(pairs[0::2]), binding(pairs[1::2])], at_once=2),
    ]
    section.timings = by_turns(peers, options.runs)
    if not options.snel:
        section.timings |= by_turns([Job("a run of pandoc for each file", runs)], 3)
    section.faster("glue : wep", job.name, peers[1].name, 3)
    if not options.snel:
        section.faster("a run for each file : wep", job.name, "a run of pandoc for each file", 15)
    section.within("wep : typst alone", job.name, peers[2].name, 1.2)
    counts = [sum(texts.pages(file) for file in folder.glob("*.pdf")) for folder in (ours, pages, glued)]
    times = section.timings[peers[3].name].wall / counts[0] / (section.timings[peers[2].name].wall / counts[1])
    section.notes.append(f"{len(material.sources)} PDFs; pages: wep {counts[0]}, typst {counts[1]}, glue {counts[2]}; "
                         f"a page of wep's PDFs alone takes {times:.2f} × a page of typst")
    if abs(counts[0] - counts[1]) > 0.1 * counts[0]:
        section.fault("typst has another number of pages")
    check_all(section, material, ours, ("html", "docx"))
    check_all(section, material, glued, ("html", "docx"))
    worst = min((texts.share(material.words(named(material, file.stem)), file), file.name)
                for folder in (ours, pages, glued) for file in folder.glob("*.pdf"))
    section.same_words(f"all PDFs; the least, {worst[1]}", worst[0], texts.ENOUGH)
    return section


def named(material, stem):
    """The document that a PDF is of: a poster has one for each size of paper."""
    return stem if (material.made / f"{stem}.md").exists() else stem.rsplit("-", 1)[0]
