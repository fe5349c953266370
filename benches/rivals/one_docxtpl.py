"""One document with docxtpl, its template and its data at hand: one_docxtpl.py TEMPLATE.docx DATA.json OUT.docx."""

import json
import sys

from docxtpl import DocxTemplate

template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    template.render(json.load(file), autoescape=True)
template.save(sys.argv[3])
