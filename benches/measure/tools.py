"""The peers: made ready in a folder of their own, and found there or on the path."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "target" / "peers"
PYTHON = FOLDER / "bin" / "python"
# pypdfium2 counts pages and reads their words; the others are the peers.
PACKAGES = ["pypandoc_binary==1.17", "typst==0.15.*", "docxtpl==0.20.*", "python-docx==1.2.*", "jinja2==3.1.*",
            "copier==9.*", "PyYAML==6.*", "pypdfium2==5.*"]
TYPST = "0.15.1"
# Of each program by its name: the copy that is measured.
COPIES = {}


def make_ready(with_typst):
    """Fetches the peers from PyPI, and the typst program, which has to be compiled, only when asked."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    print(f"the peers are in {FOLDER.relative_to(ROOT)}")
    if with_typst:
        # As wep itself is built, so that neither has the better compiler.
        settings = ["profile.release.lto=false", "profile.release.codegen-units=1", "profile.release.strip=true"]
        command = ["cargo", "install", "typst-cli", "--version", TYPST, "--locked", "--force", "--root", FOLDER]
        subprocess.run(command + [part for one in settings for part in ("--config", one)], check=True)


def wep():
    """The program that was built last: the one that people get, or a plain release. Nothing when there is none."""
    built = [ROOT / "target" / folder / "wep" for folder in ("pakket/los/bin", "release")]
    return max((one for one in built if one.exists()), key=lambda one: one.stat().st_mtime, default=None)


def copy(wep, folder):
    """Copies wep, pandoc and typst, side by side at one moment, and answers with wep.

    In how large pieces a program lies in memory depends on what the machine did when it was written there, or read again: the
    same bytes take up to a fifth more time, in a program of milliseconds.
    """
    folder.mkdir(exist_ok=True)
    for name, program in (("pandoc", pandoc()), ("typst", typst())):
        if program:
            COPIES[name] = shutil.copy(program, folder / name)
    return Path(shutil.copy(wep, folder / "wep"))


def pandoc():
    import pypandoc
    return COPIES.get("pandoc") or pypandoc.get_pandoc_path()


def typst():
    """The typst program, or nothing: then its binding stands in, in a process that has started already."""
    ours = FOLDER / "bin" / "typst"
    return COPIES.get("typst") or (str(ours) if ours.exists() else shutil.which("typst"))


def versions():
    from importlib.metadata import version
    first = subprocess.run([pandoc(), "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    names = [f"{name} {version(name)}" for name in ("typst", "docxtpl", "python-docx", "jinja2", "copier")]
    program = typst()
    told = "no typst program"
    if program:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return ", ".join([first, *names, f"program: {told}"])
