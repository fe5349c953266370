"""Proves that the checkers find something: copies of good documents, one fault in each, and every one must be found; and a
copy without a fault, in which nothing may be.

Called by .ci/documenten: faults.py <folder with convenant, sociale-kaart and intakeformulier> <folder to write in> <what>…
"""

import pathlib
import re
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).parent


def no_language(pdf):
    del pdf.Root.Lang


def first(pdf, fits):
    return next(one for one in pdf.objects if hasattr(one, "keys") and fits(one))


def no_alternative(pdf):
    del first(pdf, lambda one: one.get("/S") == "/Figure").Alt


def no_scope(pdf):
    del first(pdf, lambda one: one.get("/S") == "/TH").A


def skipped_level(pdf):
    first(pdf, lambda one: one.get("/S") == "/H2").S = pikepdf.Name.H4


def other_order(pdf):
    kids = first(pdf, lambda one: one.get("/S") == "/Document").K
    kids[3], kids[4] = kids[4], kids[3]


def no_claim(pdf):
    del pdf.Root.Metadata


def untagged(pdf):
    page = pdf.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    page.contents_add(f"BT {font} 12 Tf <0003> Tj ET".encode())


def sound(pdf):
    pass


PDF = (sound, no_language, no_alternative, no_scope, skipped_level, other_order, no_claim, untagged)
HTML = {
    "sound": ("</main>", "<p>x</p></main>"),
    "lang": (' lang="nl-NL"', ""),
    "tekening": (r' aria-label="[^"]*"', ""),
    "nesting": ("</h1>", "<p>x</p></h1>"),
    "breed": ("</main>", '<div style="width: 2000px">x</div></main>'),
    "van-elders": ("</main>", '<img src="https://example.org/x.png" alt="x"></main>'),
    "script": ("</main>", "<script>void 0</script></main>"),
    "bleek": ("</main>", '<p style="color: #ccc">bleek</p></main>'),
    "focus": ("</style>", "a { outline: none !important }</style>"),
    "klein": ("</main>", '<p><button style="width: 9px; height: 9px; padding: 0" aria-label="x"></button></p></main>'),
}
WORD = {
    "sound": ("<w:body>", "<w:body><w:p/>"),
    "element": ("<w:body>", "<w:body><w:onzin/>"),
    "volgorde": ("</w:p>", "<w:pPr/></w:p>"),
}


def pdfs(good, work):
    global pikepdf
    import pikepdf

    from pdf import faults

    for fault in PDF:
        broken = work / f"{fault.__name__}.pdf"
        with pikepdf.open(good / "sociale-kaart.pdf") as pdf:
            fault(pdf)
            pdf.save(broken)
        broken.with_suffix(".md").write_text((good / "sociale-kaart.md").read_text())
        yield broken, bool(faults(broken))


def changed(text, what, old, new):
    after = re.sub(old, new, text, count=1)
    assert after != text, f"{what}: nothing to break"
    return after


def htmls(good, work):
    text = (good / "sociale-kaart.html").read_text()
    for what, (old, new) in HTML.items():
        (work / f"{what}.html").write_text(changed(text, what, old, new))
    told = subprocess.run(["node", HERE / "html.mjs", work], capture_output=True, text=True)
    yield from ((work / f"{what}.html", told.returncode == 1 and f"{what}.html" in told.stdout) for what in HTML)


def words(good, work):
    for what, (old, new) in WORD.items():
        with zipfile.ZipFile(good / "convenant.docx") as whole, zipfile.ZipFile(work / f"{what}.docx", "w") as broken:
            for name in whole.namelist():
                data = whole.read(name)
                if name == "word/document.xml":
                    data = changed(data.decode(), what, old, new).encode()
                broken.writestr(name, data)
    for checker in ([sys.executable, HERE / "files.py"], ["node", HERE / "ooxml.mjs"]):
        told = subprocess.run([*checker, work], capture_output=True, text=True)
        for what in WORD:
            yield f"{what}.docx by {checker[1].name}", told.returncode == 1 and f"{what}.docx" in told.stdout


PARTS = {"pdf": pdfs, "html": htmls, "word": words}


def main(good, work, *parts):
    missed = count = 0
    for part in parts:
        folder = pathlib.Path(work) / part
        folder.mkdir(parents=True)
        for what, found in PARTS[part](pathlib.Path(good), folder):
            count += 1
            if found == ("sound" in str(what)):
                missed += 1
                print(f"{'wrongly' if found else 'not'} found: {what}")
    assert count, "nothing was broken"
    print(f"seeded faults: {count} copies, {missed} judged wrongly")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
