"""Reads a tagged PDF: the structure tree with the words of every element, and what was painted outside it."""

import re
from dataclasses import dataclass, field

import pikepdf

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"'}


@dataclass
class Element:
    # As the standard names it, and as the file does.
    role: str
    name: str = ""
    alt: str = ""
    attributes: dict = field(default_factory=dict)
    identity: bytes = b""
    # Elements and words, in reading order.
    content: list = field(default_factory=list)
    annotations: list = field(default_factory=list)

    @property
    def children(self):
        return [one for one in self.content if isinstance(one, Element)]

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def text(self):
        return "".join(one if isinstance(one, str) else one.text() for one in self.content)


def read(pdf):
    """The root of the tree, and a line for each thing painted in no element that is no artifact either."""
    words, stray = {}, []
    for number, page in enumerate(pdf.pages, 1):
        found = Painted(page.Resources)
        found.follow(page, ())
        words[page.objgen] = found.words
        stray += [f"page {number}: {what}" for what in found.stray]
    tree = pdf.Root.StructTreeRoot
    roles = {str(name): str(role) for name, role in tree.get("/RoleMap", {}).items()}
    root = Element("Root")
    add(root, tree.get("/K"), None, words, roles)
    return root, stray


def add(parent, kid, page, words, roles):
    if kid is None:
        return
    if isinstance(kid, pikepdf.Array):
        for one in kid:
            add(parent, one, page, words, roles)
    elif isinstance(kid, int):
        parent.content.append(words[page.objgen].get(kid, ""))
    elif kid.get("/Type") == "/OBJR":
        parent.annotations.append(kid.Obj)
    elif kid.get("/Type") == "/MCR":
        parent.content.append(words[kid.get("/Pg", page).objgen].get(int(kid.MCID), ""))
    else:
        role = name = str(kid.S)
        while role in roles:
            role = roles[role]
        attributes = {}
        owners = kid.get("/A", pikepdf.Array())
        for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
            attributes |= {str(name)[1:]: value for name, value in owner.items()}
        element = Element(role[1:], name[1:], str(kid.get("/Alt", "")), attributes, bytes(kid.get("/ID", b"")))
        parent.content.append(element)
        add(element, kid.get("/K"), kid.get("/Pg", page), words, roles)


class Painted:
    """What a content stream shows, by the number of the marked content that it belongs to."""

    def __init__(self, resources):
        self.words, self.stray, self.maps = {}, [], {}
        self.resources = resources

    def follow(self, stream, marks):
        marks, font = list(marks), None
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                if isinstance(properties, pikepdf.Name):
                    properties = self.resources.Properties[properties]
                instead = properties.get("/ActualText")
                marks.append((str(operands[0]), properties.get("/MCID"), instead))
                if instead is not None:
                    self.add(marks, str(instead), name)
            elif name == "EMC":
                marks.pop()
            elif name == "Tf":
                font = self.map_of(self.resources.Font[operands[0]])
            elif name in PAINTS:
                self.paint(operands, name, font, marks)

    def paint(self, operands, name, font, marks):
        if name == "Do":
            drawn = self.resources.XObject[operands[0]]
            if drawn.Subtype == "/Form":
                outer, self.resources = self.resources, drawn.get("/Resources", self.resources)
                self.follow(drawn, marks)
                self.resources = outer
                return
        text = ""
        if name in ("Tj", "TJ", "'", '"'):
            if any(instead is not None for _, _, instead in marks):
                return
            shown = operands[0] if name == "TJ" else [operands[-1]]
            codes = b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
            text = "".join(font.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2))
        self.add(marks, text, name)

    def add(self, marks, text, name):
        if any(tag == "/Artifact" for tag, _, _ in marks):
            return
        number = next((int(mark) for _, mark, _ in reversed(marks) if mark is not None), None)
        if number is None:
            self.stray.append(repr(text) if text else f"drawn by {name}")
        else:
            self.words[number] = self.words.get(number, "") + text

    def map_of(self, font):
        """Codes of two bytes and what each stands for: all fonts here are of that sort."""
        if font.objgen not in self.maps:
            found = {}
            cmap = font.ToUnicode.read_bytes().decode("latin-1")
            for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
                for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                    found[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
            for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
                for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                    for code in range(int(first, 16), int(last, 16) + 1):
                        found[code.to_bytes(2)] = chr(int(text, 16) + code - int(first, 16))
            self.maps[font.objgen] = found
        return self.maps[font.objgen]
