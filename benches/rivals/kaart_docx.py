"""The sociale kaart with python-docx, from data that is worked out already: kaart_docx.py DATA.json OUT.docx."""

import json
import sys

import docx
from docx.table import _Cell

with open(sys.argv[1], encoding="utf-8") as file:
    data = json.load(file)
document = docx.Document()
for block in data["blocks"]:
    kind = block["kind"]
    if kind == "heading":
        document.add_heading(block["text"], block["level"])
    elif kind == "list":
        for item in block["entries"]:
            document.add_paragraph(item, style="List Bullet")
    elif kind == "table":
        rows = [block["head"], *block["rows"]]
        table = document.add_table(len(rows), len(block["head"]))
        # table.cell and row.cells look at the whole table each time; the elements themselves are there at once.
        for row, values in zip(table._tbl.tr_lst, rows):
            for cell, value in zip(row.tc_lst, values):
                _Cell(cell, table).paragraphs[0].add_run(value)
    else:
        document.add_paragraph(block["text"])
document.save(sys.argv[2])
