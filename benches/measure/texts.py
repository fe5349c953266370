"""The words and the pages of a document in any format, so that no peer is timed while it does less."""

import re
import unicodedata
import zipfile
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

ENOUGH = 0.99
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Page(HTMLParser):
    """The text of a page, with what drawings say to who cannot see them."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style")
        self.parts += [value for name, value in attributes if name in ("alt", "aria-label") and value]
        if tag in BREAKS:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        if tag in BREAKS:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


BREAKS = {"p", "br", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "dt", "dd", "option", "label",
          "text", "desc", "title", "figcaption", "span", "legend"}


def of_html(data):
    page = Page()
    page.feed(data.decode("utf-8"))
    return "".join(page.parts)


def of_docx(path):
    parts = []
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    for element in root.iter():
        tag = element.tag
        if tag == WORD + "t":
            parts.append(element.text or "")
        elif tag == WORD + "noBreakHyphen":
            parts.append("-")
        elif tag in (WORD + "p", WORD + "tab", WORD + "br", WORD + "cr"):
            parts.append(" ")
        elif tag.endswith("}docPr"):
            parts.append(f" {element.get('descr', '')} ")
    return "".join(parts)


def of_pdf(path):
    import pypdfium2
    document = pypdfium2.PdfDocument(str(path))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def pages(path):
    import pypdfium2
    return len(pypdfium2.PdfDocument(str(path)))


def size(path):
    """Width and height of the first page, in points."""
    import pypdfium2
    return pypdfium2.PdfDocument(str(path))[0].get_size()


def of_markdown(text):
    """Without what is markup: addresses of links, rules to write on, escapes, comments."""
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"\]\([^)\s]*\)", "] ", text)
    return text.replace("\\", "").replace("<br>", " ").replace("&nbsp;", " ")


def text_of(path):
    match path.suffix:
        case ".html":
            return of_html(path.read_bytes())
        case ".docx":
            return of_docx(path)
        case ".pdf":
            return of_pdf(path)
        case _:
            return of_markdown(path.read_text(encoding="utf-8"))


def words(path):
    text = unicodedata.normalize("NFKC", text_of(path)).lower()
    # Where a word is broken differs; that it is there does not.
    text = text.replace("\u00ad", "").replace("\ufffe", "").replace("\u200b", "")
    # Signs of lists and numbers of articles: Word and browsers count these themselves, so that they are in no text.
    return Counter(word for word in re.findall(r"[^\W_]+", text) if not re.fullmatch(r"\w|\d\d", word))


def share(wanted, path):
    """Which part of the wanted words is in the document, each as often."""
    found = words(path)
    return sum((wanted & found).values()) / max(1, sum(wanted.values()))
