"""Writes the licences of everything that is in the program on standard output: of each library, and of the fonts.

Called by .ci/pakket. Who passes a program on must pass these on too. A text that several have alike stands there once.
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMED = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense|ofl)", re.I)

bom = json.loads(subprocess.run([sys.executable, ROOT / ".ci/sbom.py"], cwd=ROOT, check=True, capture_output=True).stdout)
command = ["cargo", "metadata", "--locked", "--format-version", "1"]
metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
folders = {(one["name"], one["version"]): pathlib.Path(one["manifest_path"]).parent for one in metadata["packages"]}

print("wep bevat deze onderdelen van anderen. Bij elk staat de licentie; de teksten staan eronder.\n")
texts = {}
for one in bom["components"]:
    licence = " / ".join(each["expression"] for each in one.get("licenses", []))
    print(f"{one['name']} {one['version']}: {licence or 'zie de tekst'}")
    for path in sorted(folders[one["name"], one["version"]].iterdir()):
        if path.is_file() and NAMED.search(path.name) and not path.name.endswith((".rs", ".html")):
            texts.setdefault(path.read_text(encoding="utf-8", errors="replace").strip(), []).append(one["name"])
for path in sorted((ROOT / "templates").rglob("*")):
    if path.is_file() and NAMED.search(path.name):
        texts.setdefault(path.read_text(encoding="utf-8").strip(), []).append(str(path.relative_to(ROOT)))
for text, owners in texts.items():
    print(f"\n{'-' * 80}\n{', '.join(dict.fromkeys(owners))}\n\n{text}")
