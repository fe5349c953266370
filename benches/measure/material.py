"""What wep and its peers work on: the example, wep's own Markdown of it, the same text for typst and for templates, maps."""

import json
import re
import shutil
import subprocess
import tempfile
from functools import cached_property
from pathlib import Path

from . import texts, tools
from .gemeenten import gemeente
from .timing import Job, once

FONTS = tools.ROOT / "templates" / "layout" / "fonts"
RIVALS = tools.ROOT / "benches" / "rivals"
FORMS = "md,html,docx,pdf"
# wep's own letter, size and margins, so that as much goes on a page as in its PDF.
STYLE = """#set document(title: "{name}", date: none)
#set text(lang: "nl", font: ("Carlito", "Noto Sans Math", "Noto Sans Symbols2", "Noto Emoji"), size: {size}pt)
#set par(leading: 0.68em, spacing: 1.15em)
#set page(width: {width}pt, height: {height}pt, margin: {margin}mm, columns: {columns}, numbering: "1")
#set table(inset: 4pt, stroke: 0.5pt)
#show heading: set block(above: 1.6em, below: 0.85em)
#show figure: set block(breakable: true)
#let horizontalrule = line(length: 100%)

"""


class Material:
    """Everything is made once, when it is first asked for, and none of it in measured time."""

    def __init__(self, wep, work):
        self.wep, self.work = wep, work

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout[-500:]}{done.stderr[-1500:]}")
        return done.stdout

    def fresh(self, name):
        """A folder that is not there yet."""
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    def clear(self, name):
        """For a job that has to write into a folder that is not there."""
        return lambda: self.move_away(self.work / name)

    def move_away(self, path):
        """What was made is moved away and not removed.

        For every new file ext4 looks past all places of files that were removed in the last minutes, and nobody who makes a
        dossier has just removed one.
        """
        if path.exists():
            path.rename(Path(tempfile.mkdtemp(dir=self.work)) / path.name)

    @cached_property
    def example(self):
        folder = self.fresh("voorbeeld")
        self.run(self.wep, "init", folder, "--voorbeeld", "--stil")
        return folder

    @cached_property
    def made(self):
        """wep's dossier of the example, in every form."""
        folder = self.fresh("dossier")
        self.run(self.wep, "-C", self.example, "dossier", "--stil", "--formaat", FORMS, "--uitvoer", folder)
        return folder

    @cached_property
    def markdown(self):
        """wep's Markdown of every document: what the peers begin with."""
        folder = self.fresh("teksten")
        folder.mkdir()
        for file in self.made.glob("*.md"):
            shutil.copy(file, folder)
        return sorted(folder.glob("*.md"))

    def words(self, name):
        return texts.words(self.made / f"{name}.md")

    def in_typst(self, source, target, like):
        """This Markdown as a source for typst, set so that it has as many pages as wep's PDF of it, as near as can be."""
        body = self.run(tools.pandoc(), "-f", "gfm", "-t", "typst", source)
        # Tables as wide as the page, as in wep.
        body = re.sub(r"columns: (\d+),", lambda found: f"columns: (1fr,) * {found[1]},", body)
        (width, height), wanted = texts.size(like), texts.pages(like)
        columns = 3 if "folder" in like.name and width > height else 1
        margin = 10 if columns == 3 or height < 500 else 25
        best = None
        for size in (11, 10.5, 10, 11.5, 12, 9.5, 9, 13, 8, 14, 7):
            text = STYLE.format(name=source.stem, size=size, width=width, height=height, margin=margin, columns=columns)
            target.write_text(text + body, encoding="utf-8")
            once(Job(f"typst of {target.name}", [binding([(target, target.with_suffix(".pdf"))])]))
            off = abs(texts.pages(target.with_suffix(".pdf")) - wanted)
            if best is None or off < best[0]:
                best = (off, text + body)
            if off == 0 or wanted > 30:
                break
        target.write_text(best[1], encoding="utf-8")
        return target

    @cached_property
    def sources(self):
        """A source for typst for each PDF that wep makes of the example."""
        folder = self.fresh("typst")
        folder.mkdir()
        texts_of = {file.stem: file for file in self.markdown}
        made = []
        for like in sorted(self.made.glob("*.pdf")):
            name = like.stem if like.stem in texts_of else like.stem.rsplit("-", 1)[0]
            made.append(self.in_typst(texts_of[name], folder / f"{like.stem}.typ", like))
        return made

    @cached_property
    def templates(self):
        """The same texts as templates for Jinja2: the names of the gemeente and of its organisations are filled in."""
        import yaml
        folder = self.fresh("sjablonen")
        folder.mkdir()
        wep = yaml.safe_load((self.example / "wep.yaml").read_text(encoding="utf-8"))
        known = yaml.safe_load((self.example / "organisaties.yaml").read_text(encoding="utf-8"))["organisaties"]
        tags = {one["naam"]: f"⟦ organisatie['{one['id']}'].naam ⟧" for one in known}
        tags |= {wep["naam"]: "⟦ wep.naam ⟧", wep["gemeente"]: "⟦ wep.gemeente ⟧"}
        names = re.compile("|".join(re.escape(name) for name in sorted(tags, key=len, reverse=True)))
        for file in [*self.markdown, *self.sources]:
            text = file.read_text(encoding="utf-8")
            (folder / file.name).write_text(names.sub(lambda found: tags[found[0]], text), encoding="utf-8")
        return folder

    def kaart(self, count):
        """A gemeente with so many organisations, and wep's Markdown of its map."""
        folder, out = self.work / f"kaart-{count}", self.work / f"kaart-{count}-teksten"
        if not out.exists():
            shutil.rmtree(folder, ignore_errors=True)
            gemeente(folder, count)
            self.run(self.wep, "-C", folder, "sociale-kaart", "--stil", "--formaat", "md", "--uitvoer", out)
        return folder, out / "sociale-kaart.md"

    def kaart_data(self, count):
        """The map worked out, as data: all that is left to do is writing it down."""
        _, text = self.kaart(count)
        target = self.work / f"kaart-{count}.json"
        if not target.exists():
            data = {"title": "Sociale kaart", "blocks": list(blocks(text.read_text(encoding="utf-8")))}
            target.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return target


def plain(text):
    """Text without marks of Markdown."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<((?:mailto:|tel:|https?:)?[^>]*)>", r"\1", text)
    return re.sub(r"\*\*|(?<!\\)[*_`]", "", text).replace("\\", "").strip()


def blocks(text):
    """The blocks of wep's Markdown, as what a template goes through."""
    for part in re.split(r"\n{2,}", text):
        lines = [line.removeprefix("> ").removeprefix(">") for line in part.splitlines() if line.strip()]
        if not lines:
            continue
        if found := re.match(r"(#+) (.*)", lines[0]):
            yield {"kind": "heading", "level": len(found[1]), "text": plain(found[2])}
            lines = lines[1:]
        if lines and lines[0].startswith("|"):
            rows = [[plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]] for line in lines]
            yield {"kind": "table", "head": rows[0], "rows": rows[2:]}
        elif lines and re.match(r"[-*] ", lines[0]):
            # The peers write each entry as it is: what runs on to the next line belongs to it.
            entries = re.split(r"\n[-*] ", "\n" + "\n".join(lines))[1:]
            yield {"kind": "list", "entries": [plain(" ".join(entry.split())) for entry in entries]}
        elif lines:
            yield {"kind": "text", "text": plain(" ".join(lines))}


def typst_step(source, target):
    """One PDF with typst: its program, or its binding in a fork of this process, which saves it its own start."""
    if program := tools.typst():
        return [program, "compile", "--ignore-system-fonts", "--font-path", FONTS, "--pdf-standard", "ua-1", source, target]
    return binding([(source, target)])


def binding(pairs):
    """PDFs with typst's binding, in a process that has started and reads the fonts once."""
    # Never called in this process itself: its threads would be missing in every fork after that.
    import typst

    def compile_all():
        known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        for source, target in pairs:
            typst.compile(source, output=target, font_paths=known, pdf_standards=["ua-1"])
    return compile_all
