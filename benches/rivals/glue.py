"""The best glue: YAML and Jinja2 make the texts, pandoc two formats in a process each, typst's binding the PDF; all at once.

glue.py PANDOC GEMEENTE TEMPLATES FONTS OUT
"""

import subprocess
import sys
from pathlib import Path

import jinja2
import typst
import yaml

pandoc, gemeente, templates, fonts, out = sys.argv[1], *map(Path, sys.argv[2:6])
data = {}
for file in sorted(gemeente.glob("*.yaml")):
    with open(file, encoding="utf-8") as text:
        data |= {file.stem.replace("-", "_"): yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))}
organisations = {one["id"]: one for one in data["organisaties"]["organisaties"]}
environment = jinja2.Environment(loader=jinja2.FileSystemLoader(templates), variable_start_string="⟦",
                                 variable_end_string="⟧", block_start_string="⟪", block_end_string="⟫",
                                 comment_start_string="⟅", comment_end_string="⟆", keep_trailing_newline=True)
out.mkdir(parents=True)
for name in environment.list_templates():
    (out / name).write_text(environment.get_template(name).render(**data, organisatie=organisations), encoding="utf-8")
texts = sorted(out.glob("*.md"))
script = Path(__file__).parent / "all.lua"
running = [subprocess.Popen([pandoc, "lua", script, out, form, *texts]) for form in ("docx", "html")]
known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
for source in sorted(out.glob("*.typ")):
    typst.compile(source, output=source.with_suffix(".pdf"), font_paths=known, pdf_standards=["ua-1"])
sys.exit(max(one.wait() for one in running))
