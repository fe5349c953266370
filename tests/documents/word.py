"""Every Word file of the folders, as somebody who works in Word meets it: styles, headings, numbers that live, tables,
words for who does not see the pictures, language, what the file says about itself.

Called by .ci/documenten: word.py <folder or file>… (not docx.py: that is what python-docx is called)
"""

import collections
import pathlib
import re
import sys
import zipfile

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANGUAGE = "nl-NL"
DRAFT = "CONCEPT"
# The names by which Word knows its own styles; with any other name a style is one more beside them.
BUILT_IN = {
    "Normal", "Title", "Subtitle", "header", "footer", "heading 1", "heading 2", "heading 3", "heading 4",
    "TOC Heading", "toc 1", "toc 2", "toc 3", "toc 4", "List Paragraph", "List Bullet", "List Number", "caption", "Hyperlink",
    "Default Paragraph Font", "Normal Table", "Table Grid",
}  # fmt: skip
# A hairline of a paragraph, where Word cannot do without one: between two tables, and after the last.
HAIRLINE = "Tabelscheiding"
# Who names one of these means an article, an annex or a table of another text.
ELSEWHERE = re.compile(r"\b(AVG|\w*wet|Verordening|Wetboek|Handleiding)\b", re.IGNORECASE)
NAMED = re.compile(r"\b(artikel|bijlage|tabel|figuur)\s+(\d+)\b", re.IGNORECASE)


def val(element, name, attribute="val"):
    found = element.find(f".//{W}{name}") if element is not None else None
    return None if found is None else found.get(W + attribute)


def shown(element):
    """What stands there, without the codes of fields."""
    words = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "-"}
    inside = (one for one in element.iter(W + "t", *words) if one.getparent().tag == W + "r")
    return "".join(one.text or "" if one.tag == W + "t" else words[one.tag] for one in inside)


def fields(paragraph):
    """Each field of a paragraph: its code and what it shows. And the text outside of all of them."""
    found, outside, code, result, state = [], "", "", "", None
    for run in paragraph.iter(W + "r"):
        mark = val(run, "fldChar", "fldCharType")
        if mark == "begin":
            code, result, state = "", "", "code"
        elif mark == "separate":
            state = "result"
        elif mark == "end" and state is None:
            pass  # The last line of the contents, which began in another paragraph.
        elif mark == "end":
            found.append((code.strip(), result))
            state, outside = None, outside + "\ufffc"
        elif state == "code":
            code += "".join(run.itertext(W + "instrText"))
        elif state == "result":
            result += shown(run)
        else:
            outside += shown(run)
    return found, outside


class Word:
    def __init__(self, file):
        self.opened = docx.Document(str(file))
        with zipfile.ZipFile(file) as archive:
            self.times = {one.date_time for one in archive.infolist()}
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            self.parts = {name: etree.fromstring(archive.read(name)) for name in names}
        self.body = self.parts["word/document.xml"].find(W + "body")
        self.styles = {one.get(W + "styleId"): one for one in self.parts["word/styles.xml"].iter(W + "style")}
        self.paragraphs = list(self.body.iter(W + "p"))

    def inherited(self, paragraph, name):
        """A property of a paragraph: its own, or that of its style or of what that rests on."""
        own = val(paragraph.find(W + "pPr"), name)
        style = self.style(paragraph)
        while own is None and style in self.styles:
            own = val(self.styles[style].find(W + "pPr"), name)
            style = val(self.styles[style], "basedOn")
        return own

    @staticmethod
    def style(paragraph):
        return val(paragraph.find(W + "pPr"), "pStyle") or "Normal"

    def level(self, paragraph):
        """The level in the navigation pane, from 1; none for what does not stand there."""
        level = self.inherited(paragraph, "outlineLvl")
        return None if level in (None, "9") else int(level) + 1

    def headings(self):
        return [(self.level(one), one) for one in self.paragraphs if self.level(one)]

    def articles(self):
        """The headings that count themselves, in the order in which Word counts them."""
        counted = [one for _, one in self.headings() if self.inherited(one, "numId") not in (None, "0")]
        return {one: number for number, one in enumerate(counted, 1)}


def styles(word):
    for name, style in word.styles.items():
        shown_name, own = val(style, "name"), style.get(W + "customStyle") == "1"
        if own == (shown_name in BUILT_IN):
            yield f"style {name} is called {shown_name!r}, which Word {'has itself' if own else 'does not know'}"
        based = val(style, "basedOn")
        if based and based not in word.styles:
            yield f"style {name} rests on {based}, which is not there"
    for part in word.parts.values():
        for kind in ("pStyle", "rStyle", "tblStyle"):
            used = {one.get(W + "val") for one in part.iter(W + kind)} - set(word.styles)
            yield from (f"a style that is not there: {one}" for one in used)
    if word.parts["word/styles.xml"].find(W + "latentStyles") is None:
        yield "all styles of Word stand in the gallery"


def headings(word):
    last = 0
    for level, heading in word.headings():
        if level > last + 1:
            yield f"a heading of level {level} after one of level {last}: {shown(heading)!r}"
        if not shown(heading).strip():
            yield "a heading without words"
        if re.match(r"artikel\s+\d|\d+(\.\d+)*\.?\s(?!uur)", shown(heading), re.IGNORECASE):
            yield f"a number that was typed: {shown(heading)!r}"
        last = level
    titles = [shown(one) for one in word.paragraphs if word.style(one) == "Title"]
    if titles != [word.opened.core_properties.title]:
        yield f"the title on paper {titles} and in the file {word.opened.core_properties.title!r}"
    read = [one.text for one in word.opened.paragraphs if one.style.name.startswith("Heading")]
    own = [shown(one) for _, one in word.headings() if word.style(one).startswith("Heading")]
    if read != own:
        yield f"python-docx reads other headings: {read}"


def references(word):
    articles = word.articles()
    marks = {one.get(W + "name"): one for one in word.body.iter(W + "bookmarkStart")}
    captions = [one for one in word.paragraphs if word.style(one) == "Caption"]
    annexes = [re.match(r"bijlage\s+(\d+)", shown(one), re.IGNORECASE) for _, one in word.headings()]
    own = {
        "artikel": {str(number) for number in articles.values()},
        "bijlage": {one[1] for one in annexes if one},
        "figuur": {str(number) for number in range(1, len(captions) + 1)},
        "tabel": set(),
    }
    for paragraph in word.paragraphs:
        found, outside = fields(paragraph)
        for code, result in found:
            kind, *rest = code.split()
            if kind not in ("REF", "SEQ", "TOC"):
                yield f"a field of an unknown kind: {code}"
            if kind == "REF":
                target = marks.get(rest[0])
                number = articles.get(target.getparent()) if target is not None else None
                if number is None:
                    yield f"a field that points at no article: {code}"
                elif not re.fullmatch(rf"([Aa]rtikel\s)?{number}", result):
                    yield f"a field that shows {result!r} and points at article {number}"
        if word.level(paragraph) or ELSEWHERE.search(outside) or word.style(paragraph).startswith("TOC"):
            continue
        for named in NAMED.finditer(outside):
            if named[2] in own[named[1].lower()]:
                yield f"{named[0]!r} is typed and no field: {outside[:60]!r}"
    for link in word.body.iter(W + "hyperlink"):
        anchor = link.get(W + "anchor")
        if anchor and anchor not in marks:
            yield f"a link to nowhere: {anchor}"
        if not shown(link).strip():
            yield "a link without words"


def contents(word):
    """The field with all that it lists."""
    codes = [code.text.strip() for code in word.body.iter(W + "instrText") if code.text.strip().startswith("TOC ")]
    lines = [one for one in word.paragraphs if re.fullmatch(r"TOC\d", word.style(one))]
    if not codes:
        if lines:
            yield "lines of contents without a field"
        return
    depth = int(re.search(r'"1-(\d)"', codes[0])[1])
    articles = word.articles()
    expected = []
    for level, heading in word.headings():
        if level <= depth:
            number = f"Artikel\u00a0{articles[heading]}\t" if heading in articles else ""
            expected.append((f"TOC{level}", number + shown(heading)))
    if [(word.style(line), shown(line)) for line in lines] != expected:
        yield "the contents list something else than the headings"


def tables(word):
    for table in word.body.iter(W + "tbl"):
        style, rows = val(table, "tblStyle"), table.findall(W + "tr")
        name = f"table {val(table, 'tblCaption')!r}"
        if not val(table, "tblCaption"):
            yield f"a table of style {style} without a name"
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        wants = table.find(f"{W}tblPr/{W}tblLook").get(W + "firstRow") == "1"
        if heads != [wants and index == 0 for index in range(len(rows))]:
            yield f"{name}: its header row is not the one that repeats"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield f"{name}: a row that may be torn over two pages"
        if {len(row.findall(W + "tc")) for row in rows} != {len(table.findall(f"{W}tblGrid/{W}gridCol"))}:
            yield f"{name}: rows of different lengths"
        if wants and any(not shown(cell).strip() for cell in rows[0].findall(W + "tc")):
            yield f"{name}: a column without a head"
    if sum(1 for _ in word.body.iterchildren(W + "tbl")) != len(word.opened.tables):
        yield "python-docx reads another number of tables"


def pictures(word):
    count = 0
    for part in word.parts.values():
        for drawing in part.iter(PLACED + "docPr"):
            if not drawing.get("descr", "").strip():
                yield f"{drawing.get('name')} has no alternative text"
        for shape in part.iter(VML + "shape"):
            if not shape.get("alt", "").strip():
                yield f"{shape.get('id')} has no alternative text"
    for drawing in word.body.iter(W + "drawing"):
        paragraph = next(drawing.iterancestors(W + "p"))
        if word.style(paragraph) == "Logo":
            continue
        count += 1
        caption = paragraph.getnext()
        if caption is None or word.style(caption) != "Caption":
            yield f"drawing {count} has no caption"
            continue
        if fields(caption)[0] != [("SEQ Figuur \\* ARABIC", str(count))]:
            yield f"the caption of drawing {count} does not count itself"
        if paragraph.find(f"{W}pPr/{W}keepNext") is None:
            yield f"drawing {count} may leave its caption behind"


def spacing(word):
    for paragraph in word.paragraphs:
        if shown(paragraph).strip() or paragraph.find(f".//{W}drawing") is not None:
            if re.search(r"\n\s*\n|\n$|^\n", shown(paragraph)):
                yield f"a line that was left empty: {shown(paragraph)[:60]!r}"
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        table = W + "tbl"
        if word.style(paragraph) == HAIRLINE:
            breaks = paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
            needed = before is not None and before.tag == table or breaks or paragraph.getparent().tag == W + "tc"
            if not needed or (after is not None and after.tag not in (table, W + "sectPr")):
                yield "a hairline where Word needs none"
        elif paragraph.getparent().tag != W + "tc" or len(paragraph.getparent().findall(W + "p")) > 1:
            yield f"an empty paragraph of style {word.style(paragraph)}"


def language(word):
    told = {one.get(W + "val") for part in word.parts.values() for one in part.iter(W + "lang", W + "themeFontLang")}
    if told != {LANGUAGE}:
        yield f"languages: {told}"
    for name, kind in (("word/styles.xml", "lang"), ("word/settings.xml", "themeFontLang")):
        if val(word.parts[name], kind) != LANGUAGE:
            yield f"{name} does not say its language"
    if word.opened.core_properties.language != LANGUAGE:
        yield "the properties do not say their language"


def about(word):
    core = word.parts["docProps/core.xml"]
    for name in ("title", "creator"):
        if not (core.findtext(DC + name) or "").strip():
            yield f"the properties have no {name}"
    known = {"title", "creator", "subject", "language", "lastModifiedBy"}
    other = {etree.QName(one).localname for one in core} - known
    if other:
        yield f"the properties say more than they should: {other}"
    if core.findtext("{*}lastModifiedBy") != core.findtext(DC + "creator"):
        yield "somebody's name in the properties"
    told = {etree.QName(one).localname for one in word.parts["docProps/app.xml"]}
    if told - {"Application"}:
        yield f"the program says more than it should: {told}"
    if word.times != {(1980, 1, 1, 0, 0, 0)}:
        yield f"times in the file: {word.times}"
    for name, part in word.parts.items():
        for one in part.iter(etree.Element):
            if any(re.match(r"rsid|author|date$|initials", etree.QName(key).localname) for key in one.attrib):
                yield f"{name}: {etree.QName(one).localname} says who or when"
    settings = word.parts["word/settings.xml"]
    told = {one.get(W + "name"): one.get(W + "val") for one in settings.iter(W + "compatSetting")}
    if told.get("compatibilityMode") != "15":
        yield f"compatibility mode {told.get('compatibilityMode')}"
    if settings.find(W + "updateFields") is not None:
        yield "Word asks a question on opening"


def draft(word):
    headers = [part for name, part in word.parts.items() if re.search(r"header\d+\.xml$", name)]
    for header in headers:
        marks = [one for one in header.iter(VML + "shape") if one.get("type") == "#_x0000_t136"]
        # By this name the command Remove Watermark of Word knows them.
        names = [one.get("id", "").startswith("PowerPlusWaterMarkObject") for one in marks]
        words = [one.get("string") for shape in marks for one in shape.iter(VML + "textpath")]
        if names != [True] or words != [DRAFT]:
            yield f"a header with the watermarks {words}"
    sections = list(word.body.iter(W + "sectPr"))
    kinds = [one.get(W + "type") for section in sections for one in section.iter(W + "headerReference")]
    if headers and kinds != ["default"] * len(sections):
        yield "pages without the mark of a draft"
    special = (W + "titlePg", W + "evenAndOddHeaders")
    if headers and any(True for part in word.parts.values() for _ in part.iter(*special)):
        yield "first or even pages with a header of their own"


def forms(word):
    ids = collections.Counter()
    for control in word.body.iter(W + "sdt"):
        properties = control.find(W + "sdtPr")
        if properties.find(W + "docPartObj") is None:
            ids[val(properties, "id")] += 1
            if not (val(properties, "alias") or "").strip():
                yield "a field to fill in without a name"
    yield from (f"two fields with the number {one}" for one, count in ids.items() if count > 1)


CHECKS = (styles, headings, references, contents, tables, pictures, spacing, language, about, draft, forms)


def faults(word):
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(word)]


def main(places):
    paths = [pathlib.Path(place) for place in places]
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*.docx")))]
    failed = not files
    for file in files:
        word = Word(file)
        found = faults(word)
        failed |= bool(found)
        live = sum(code.text.strip().startswith("REF ") for code in word.body.iter(W + "instrText"))
        told = f"{len(word.headings())} headings, {len(word.opened.tables)} tables, {live} references"
        print(f"{file}: {told}{' – no findings' if not found else ''}")
        for fault in found:
            print(f"  {fault}")
    if not files:
        print("no Word files")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
