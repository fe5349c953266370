"""Every PDF of a folder: PDF/UA-1 and PDF/A-2a by an outside checker, its structure, its words in the order of the Markdown.

Called by .ci/documenten: pdf.py [--toon] <folder or file>… (--toon prints the structure tree)
"""

import difflib
import pathlib
import re
import sys

import page as checker
import pikepdf
from markdown_it import MarkdownIt

from structure import Element, read

PROFILES = ("ua1", "2a")
LENGTH = "PDFA2A-STREAM-LENGTH-001"
HEADING = re.compile(r"H[1-6]$")
INSIDE = {
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
# What words may stand in, themselves or in something smaller.
HOLDS_WORDS = {"P", "H1", "H2", "H3", "H4", "Lbl", "LBody", "TH", "TD", "Caption", "Reference", "Figure"}
# What may stand there without words: cells and list items to write in, and what holds them.
MAY_BE_EMPTY = {"TD", "TH", "TR", "LBody", "LI", "L", "Div", "NonStruct", "Figure"}
# What stands in another place, or in one of the formats only: the mark of a draft, the heading above the contents.
SKIPPED = {"CONCEPT", "**CONCEPT**", "Inhoud"}
PICTURE = "Tekening: "


def checked(file):
    """What an outside checker finds. It takes a last byte CR of packed data for the end of a line: that is looked at here."""
    for profile in PROFILES:
        report = checker.validate_pdf(str(file), profile=profile)
        found = [one for one in report.failures if one.rule_id != LENGTH]
        yield from (f"{profile}: {one.rule_id}: {one.message}" for one in found)
        if not report.is_compliant and not report.failures:
            yield f"{profile}: not compliant"
        if len(found) < len(report.failures):
            raw = file.read_bytes()
            ends = [one.end() + int(one[1]) for one in re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", raw)]
            if not ends or any(raw[at : at + 10] != b"\nendstream" for at in ends):
                yield f"{profile}: {LENGTH}"


def claims(pdf):
    """What the file says about itself."""
    root = pdf.Root
    if not str(root.get("/Lang", "")).startswith("nl"):
        yield "the language is not nl"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "a viewer shows the file name, not the title"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not marked as tagged"
    with pdf.open_metadata() as xmp:
        said = {name: xmp.get(name) for name in ("dc:title", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance")}
    if not said["dc:title"] or said["dc:title"] != str(pdf.docinfo.get("/Title", "")):
        yield f"the title differs: {said['dc:title']!r}, {pdf.docinfo.get('/Title')!r}"
    if [said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]] != ["1", "2", "A"]:
        yield f"does not claim PDF/UA-1 and PDF/A-2a: {said}"
    for number, one in enumerate(pdf.pages, 1):
        if one.get("/Tabs") != "/S":
            yield f"page {number}: the tab key does not follow the structure"


def bookmarks(pdf, root):
    titles = []

    def collect(items):
        for item in items:
            titles.append(letters(item.title))
            collect(item.children)

    with pdf.open_outline() as outline:
        collect(outline.root)
    headings = [letters(one.text()) for one in in_body(root) if HEADING.match(one.role)]
    missing = [one for one in headings if one not in titles]
    if missing:
        yield f"no bookmark for {missing[:3]}"


def in_body(root):
    """The elements outside the table of contents and its heading."""
    children = root.children
    for element, after in zip(children, [*children[1:], None]):
        if element.role != "TOC" and not (after and after.role == "TOC"):
            yield element
            yield from in_body(element)


def shape(root):
    """Levels of headings, pictures, tables, lists, links, and elements with nothing in them."""
    level, titles = 0, 0
    for element in root.walk():
        role = element.role
        words = element.text().strip()
        inside = INSIDE.get(role)
        if inside and (wrong := [one.role for one in element.children if one.role not in inside]):
            yield f"{wrong[0]} in {role}: {words[:40]!r}"
        if HEADING.match(role):
            if int(role[1]) > level + 1:
                yield f"from level {level} to {role}: {words[:40]!r}"
            level = int(role[1])
        titles += element.name == "Title"
        if role in ("Figure", "Formula") and not element.alt.strip():
            yield "a picture without alternative text"
        if role == "Link":
            if not element.annotations or not words:
                yield f"a link without words or target: {words!r}"
            if not all(str(one.get("/Contents", "")).strip() for one in element.annotations) and not element.alt:
                yield f"a link that does not say where it leads: {words!r}"
        if role == "Table":
            yield from table(element)
        if not words and role not in MAY_BE_EMPTY and not any(one.role == "Figure" for one in element.walk()):
            yield f"{role} with nothing in it"
    if titles != 1:
        yield f"{titles} titles"


def loose(element, held=False):
    """Words in no paragraph, heading, cell or the like."""
    held = held or element.role in HOLDS_WORDS
    for one in element.content:
        if isinstance(one, Element):
            yield from loose(one, held)
        elif one.strip() and not held:
            yield f"words in no paragraph: {one[:40]!r}"


def table(element):
    """Every row as wide as the first, every heading cell with a scope, every cell of data below or beside a heading."""
    rows = [one.children for one in element.walk() if one.role == "TR"]
    widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in row) for row in rows}
    if len(widths) != 1:
        yield f"rows of {sorted(widths)} cells: {element.text()[:40]!r}"
    above = set()
    for row in rows:
        beside = any(scope(cell) == "/Row" for cell in row)
        for at, cell in enumerate(row):
            if cell.role == "TH" and scope(cell) not in ("/Row", "/Column", "/Both"):
                yield f"a heading cell without scope: {cell.text()!r}"
            if scope(cell) in ("/Column", "/Both"):
                above.add(at)
            if cell.role == "TD" and cell.text().strip() and at not in above and not beside:
                yield f"a cell without heading: {cell.text()[:40]!r}"


def scope(cell):
    return cell.attributes.get("Scope") if cell.role == "TH" else None


def spoken(element):
    """The words of the tree in the order of the Markdown: without mark, logo and contents, a caption after its picture."""
    content = element.content
    for one in sorted(content, key=lambda one: isinstance(one, Element) and one.role == "Caption"):
        if isinstance(one, str):
            yield one
        elif one.role == "Figure":
            yield "" if one.alt.startswith("Logo van ") else one.alt
        elif one.role != "TOC" and one.text() not in SKIPPED:
            yield from spoken(one)


def written(markdown):
    """The words of each block of the Markdown in the same order, with the numbers of its lists."""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "list_item_open":
            yield token.info
        if token.children and token.content not in SKIPPED:
            yield "".join(one.content.removeprefix(PICTURE) for one in token.children)


def letters(text):
    return "".join(character for character in text.lower() if character.isalnum())


def beside(file):
    """The Markdown of the same document; sheets to hang up come in several sizes."""
    return file.with_name(re.sub(r"-a[345]$", "", file.stem) + ".md")


def order(file, pdf, root):
    """Whether the PDF is read in the order of the Markdown beside it, and a leaflet in that of the paper."""
    blocks = [letters(block) for block in written(beside(file).read_text())]
    here, there = letters("".join(spoken(root))), "".join(blocks)
    _, _, width, height = pdf.pages[0].MediaBox
    if width > height:
        missing = [block for block in blocks if block not in here]
        if missing or len(here) != len(there):
            yield f"says otherwise than the Markdown: {missing}, {len(here)} and {len(there)} letters"
    elif here != there:
        match = difflib.SequenceMatcher(None, there, here, autojunk=False)
        for what, a, b, c, d in match.get_opcodes():
            if what != "equal":
                yield f"reads otherwise than the Markdown: {there[max(0, a - 20):b][:80]!r} became {here[max(0, c - 20):d][:80]!r}"


def shown(element, depth=0):
    marks = [f"alt={element.alt!r}"] if element.alt else []
    marks += [f"{name}={value}" for name, value in element.attributes.items() if name in ("Scope", "Headers", "ColSpan", "RowSpan")]
    own = "".join(one for one in element.content if isinstance(one, str))
    print("  " * depth + " ".join([element.name, *marks, own[:90]]))
    for child in element.children:
        shown(child, depth + 1)


def faults(file, show=False):
    found = list(checked(file))
    with pikepdf.open(file) as pdf:
        root, stray = read(pdf)
        if show:
            shown(root)
        found += claims(pdf)
        found += [f"outside the structure: {one}" for one in stray]
        found += bookmarks(pdf, root)
        found += shape(root)
        found += loose(root)
        found += order(file, pdf, root)
    return found


def main(arguments):
    show = "--toon" in arguments
    paths = [pathlib.Path(one) for one in arguments if one != "--toon"]
    files = [file for path in paths for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    assert files, "nothing to check"
    wrong = [f"{file}: {fault}" for file in files for fault in faults(file, show)]
    print(f"PDF: {len(files)} files, {len(wrong)} faults")
    print("\n".join(wrong[:60]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
