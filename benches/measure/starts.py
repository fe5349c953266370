"""Starting, setting up a folder, and a second run that has nothing new to do."""

import shutil

from . import tools
from .material import FORMS
from .timing import Job, by_turns
from .verdict import Section


def start(material, options):
    """`wep --version`, `uitleg` and `status` beside `true`."""
    section = Section("Start")
    wep = material.wep
    section.timings = by_turns([
        Job("true", [["true"]]),
        Job("wep --version", [[wep, "--version"]]),
        Job("wep uitleg mss", [[wep, "uitleg", "mss"]]),
        Job("wep status", [[wep, "-C", material.example, "status"]]),
    ], options.runs or 200)
    for name, limit in (("wep --version", 3), ("wep uitleg mss", 6), ("wep status", 6)):
        section.within(f"{name} : true", name, "true", limit)
    return section


def init(material, options):
    """`wep init --voorbeeld` beside `cp -r` of what it makes, and copier."""
    section = Section("wep init")
    example, source = material.example, material.fresh("copier")
    shutil.copytree(example, source)
    text = (source / "wep.yaml").read_text(encoding="utf-8")
    (source / "wep.yaml").unlink()
    (source / "wep.yaml.jinja").write_text(text.replace("Veldrijk", "{{ gemeente }}"), encoding="utf-8")
    (source / "copier.yaml").write_text("gemeente:\n  type: str\n  default: Veldrijk\n", encoding="utf-8")
    copier = [tools.PYTHON.parent / "copier", "copy", "--defaults", "--quiet", source]
    target = {name: material.work / f"init-{name}" for name in ("wep", "cp", "copier")}
    section.timings = by_turns([
        Job("cp -r", [["cp", "-r", example, target["cp"]]], material.clear("init-cp")),
        Job("wep init --voorbeeld", [[material.wep, "init", target["wep"], "--voorbeeld", "--stil"]],
            material.clear("init-wep")),
        Job("copier copy", [[*copier, target["copier"]]], material.clear("init-copier")),
    ], options.runs or 30)
    section.within("wep init : cp -r", "wep init --voorbeeld", "cp -r", 3)
    here = files(target["cp"])
    for name in ("wep", "copier"):
        if files(target[name]) != here:
            section.fault(f"{name} makes other files than cp -r copies")
    section.notes.append(f"the same {len(here)} files by all three, byte for byte")
    return section


def files(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def again(material, options):
    """The dossier, and the dossier once more when nothing has changed."""
    section = Section("A second run without changes")
    out, full = material.work / "nog-eens", material.fresh("nog-eens-vol")
    command = [material.wep, "-C", material.example, "dossier", "--stil", "--formaat", FORMS, "--uitvoer"]
    material.run(*command, full)
    before = files(full)
    section.timings = by_turns([
        Job("first run", [[*command, out]], material.clear("nog-eens")),
        Job("second run", [[*command, full]]),
    ], options.runs)
    section.faster("first : second", "second run", "first run", 20)
    if files(full) != before:
        section.fault("the second run changed something")
    return section
