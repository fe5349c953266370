"""The sociale kaart as a page with Jinja2: kaart_jinja.py DATA.json OUT.html [GEMEENTE].

The data is worked out already. With a GEMEENTE its files are read as well, which anything that begins where wep begins
has to; checking them and working out the map are left to wep.
"""

import json
import sys
from pathlib import Path

import jinja2

TEMPLATE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main>
{%- for block in blocks %}
{%- if block.kind == "heading" %}
<h{{ block.level }}>{{ block.text }}</h{{ block.level }}>
{%- elif block.kind == "list" %}
<ul>{% for item in block.entries %}<li>{{ item }}</li>{% endfor %}</ul>
{%- elif block.kind == "table" %}
<table><thead><tr>{% for cell in block.head %}<th scope="col">{{ cell }}</th>{% endfor %}</tr></thead><tbody>
{%- for row in block.rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{%- endfor %}
</tbody></table>
{%- else %}
<p>{{ block.text }}</p>
{%- endif %}
{%- endfor %}
</main></body></html>
"""

if len(sys.argv) > 3:
    import yaml
    for name in sorted(Path(sys.argv[3]).glob("*.yaml")):
        with open(name, encoding="utf-8") as file:
            yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
with open(sys.argv[1], encoding="utf-8") as file:
    data = json.load(file)
page = jinja2.Environment(autoescape=True).from_string(TEMPLATE).stream(**data)
page.enable_buffering(50)
with open(sys.argv[2], "w", encoding="utf-8") as file:
    page.dump(file)
