"""An article is taken out of a convenant, and everything that counts follows: the later articles, their clauses, the
references to them, the table of contents. Once in LibreOffice, once in the file itself. And what LibreOffice saves as
OpenDocument still has its headings, its numbers, its references, its alternative texts and its language.

Called by .ci/documenten: artikel.py <DOCX with articles> [<other DOCX>…]: the others are only saved as OpenDocument.
It needs soffice and python3-uno and nothing from PyPI.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml
import zipfile

try:
    import uno
except ModuleNotFoundError:
    # Where Debian has it, for another python of the same version.
    sys.path.append("/usr/lib/python3/dist-packages")
    import uno

from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
ARTICLE = "Artikel\u00a0"
REFERENCE = re.compile(r"[Aa]rtikel\s(\d+)$")


class Office:
    """A LibreOffice of our own, that nobody sees and that leaves nothing behind."""

    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory()
        pipe = f"wep-{pathlib.Path(self.profile.name).name}"
        profile = pathlib.Path(self.profile.name).as_uri()
        own = [f"-env:UserInstallation={profile}", f"--accept=pipe,name={pipe};urp;"]
        command = ["soffice", "--headless", "--norestore", *own]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        for _ in range(240):
            try:
                office = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.25)
        else:
            raise SystemExit("LibreOffice does not start")
        self.desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except DisposedException:
            pass  # It was gone before it could say so.
        self.process.wait(60)
        self.profile.cleanup()

    def open(self, file):
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        return self.desktop.loadComponentFromURL(pathlib.Path(file).resolve().as_uri(), "_blank", 0, (hidden,))


def enumerated(container):
    each = container.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def blocks(document):
    """Paragraphs and tables below each other, as they stand in the text."""
    for block in enumerated(document.Text):
        yield block, block.supportsService("com.sun.star.text.Paragraph")


def articles(document):
    """The title of each article, by its number as LibreOffice counts it."""
    found = {}
    for block, paragraph in blocks(document):
        if paragraph and block.ListLabelString.startswith(ARTICLE):
            found[block.String] = int(block.ListLabelString.removeprefix(ARTICLE))
    return found


def clauses(document):
    """The number of each clause, by the title of its article."""
    found, title = {}, None
    for block, paragraph in blocks(document):
        if paragraph and block.ListLabelString.startswith(ARTICLE):
            title = block.String
        elif paragraph and re.fullmatch(r"\d+\.\d+", block.ListLabelString):
            found.setdefault(title, []).append(block.ListLabelString)
    return found


def references(document):
    """The bookmark of each reference in the text, with what it shows; and the title that stands at each bookmark."""
    kind = "com.sun.star.text.TextField.GetReference"
    fields = [one for one in enumerated(document.TextFields) if one.supportsService(kind)]
    shown = [(one.SourceName, one.getPresentation(False)) for one in fields]
    titles = {name: document.Bookmarks.getByName(name).Anchor.String for name in document.Bookmarks.ElementNames}
    return shown, titles


def contents(document):
    """The lines of the table of contents."""
    return [line for index in document.DocumentIndexes for line in index.Anchor.String.splitlines()]


def update(document):
    document.TextFields.refresh()
    for index in document.DocumentIndexes:
        index.update()


def faults(document, numbers, left_out):
    """What does not follow, in a document that has been updated, when this article of those is gone."""
    expected = {title: number - (number > numbers[left_out]) for title, number in numbers.items() if title != left_out}
    if articles(document) != expected:
        yield f"the articles are counted {articles(document)}"
    for title, found in clauses(document).items():
        if found != [f"{expected.get(title)}.{clause}" for clause in range(1, len(found) + 1)]:
            yield f"the clauses of {title!r} are counted {found}"
    shown, titles = references(document)
    for bookmark, text in shown:
        number = REFERENCE.match(text)
        if not number or int(number[1]) != expected.get(titles.get(bookmark)):
            yield f"a reference to {titles.get(bookmark)!r} shows {text!r}"
    lines = contents(document)
    for title, number in expected.items():
        if not any(re.fullmatch(rf"{ARTICLE}{number}\s*{re.escape(title)}\s*\d+", line) for line in lines):
            yield f"the contents have no line for article {number}, {title!r}, with its page"
    if any(left_out in line for line in lines):
        yield f"the contents still list {left_out!r}"


def chosen(document):
    """An article that can go: nothing refers to it, later ones are referred to, no table stands in it."""
    numbers = articles(document)
    shown, titles = references(document)
    wanted = {titles.get(bookmark) for bookmark, _ in shown}
    for title, number in numbers.items():
        part = list(part_of(document, title))
        later = [one for one in wanted if numbers.get(one, 0) > number]
        if title not in wanted and later and all(paragraph for _, paragraph in part):
            return numbers, title
    raise SystemExit("no article that could be taken out")


def part_of(document, title):
    """The blocks from the heading of an article up to the next heading."""
    inside = False
    for block, paragraph in blocks(document):
        if paragraph and block.OutlineLevel > 0:
            inside = block.ListLabelString.startswith(ARTICLE) and block.String == title
        if inside:
            yield block, paragraph


def take_out(document, title):
    """As somebody does who selects an article and presses Delete."""
    first, *_, last = [block for block, _ in part_of(document, title)]
    cursor = document.Text.createTextCursorByRange(first.Start)
    cursor.gotoRange(last.End, True)
    cursor.goRight(1, True)
    cursor.String = ""


def without(file, title, target):
    """The same file with an article cut out of its XML."""
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/document.xml":
                root = xml.fromstring(content)
                body, inside = root.find(W + "body"), False
                for block in list(body):
                    style = block.find(f"{W}pPr/{W}pStyle")
                    style = "" if style is None else style.get(W + "val")
                    if style == "Artikel" or style.startswith("Heading"):
                        inside = "".join(one.text or "" for one in block.iter(W + "t")) == title
                    if inside and block.tag != W + "sectPr":
                        body.remove(block)
                content = xml.tostring(root, encoding="UTF-8", xml_declaration=True)
            copy.writestr(name, content)


def open_document(office, file, folder):
    """What is lost when LibreOffice saves a file as OpenDocument."""
    document = office.open(file)
    paragraphs = [one for one, paragraph in blocks(document) if paragraph]
    outline = [(one.OutlineLevel, one.String) for one in paragraphs if one.OutlineLevel > 0]
    number = articles(document)
    kept = PropertyValue()
    kept.Name, kept.Value = "FilterName", "writer8"
    target = folder / f"{file.stem}.odt"
    document.storeToURL(target.as_uri(), (kept,))
    document.close(True)
    with zipfile.ZipFile(target) as archive:
        content, look = (xml.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml"))
    with zipfile.ZipFile(file) as archive:
        word = archive.read("word/document.xml").decode()
    headings = [(int(one.get(TEXT + "outline-level")), "".join(one.itertext())) for one in content.iter(TEXT + "h")]
    if headings != outline or not headings:
        yield f"the headings become {headings}"
    told = [one.text or "" for frame in content.iter(DRAW + "frame") for one in frame.iter(SVG + "desc")]
    if len(told) != word.count("<w:drawing>") or not all(told):
        yield f"the alternative texts become {told}"
    if len(list(content.iter(TEXT + "bookmark-ref"))) != len(re.findall(r"> REF ", word)):
        yield "references are lost"
    if not any(one.get(FO + "language") == "nl" and one.get(FO + "country") == "NL" for one in look.iter()):
        yield "the language is lost"
    again = office.open(target)
    if articles(again) != number:
        yield f"the articles are counted {articles(again)}"
    again.close(True)


def main(first, *others):
    failed = False

    def tell(name, found):
        nonlocal failed
        found = list(found)
        failed |= bool(found)
        print(f"{name}{': no findings' if not found else ''}")
        for fault in found:
            print(f"  {fault}")

    with Office() as office, tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        document = office.open(first)
        numbers, title = chosen(document)
        shown, _ = references(document)
        print(f"{first}: {len(numbers)} articles, {len(shown)} references; without article {numbers[title]}, {title!r}")
        take_out(document, title)
        update(document)
        tell("  taken out in LibreOffice", faults(document, numbers, title))
        document.close(True)
        cut = folder / "cut.docx"
        without(first, title, cut)
        document = office.open(cut)
        update(document)
        tell("  taken out of the file", faults(document, numbers, title))
        document.close(True)
        for file in (first, *others):
            tell(f"{file} as OpenDocument", open_document(office, pathlib.Path(file), folder))
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
