"""The pictures of README.md: runs wep as a user does, in a terminal of its own, and draws what is to be seen.

Called by .ci/plaatjes with the program and the folder for the pictures. A terminal becomes an SVG, so that its letters
stay sharp; pages become a PNG of few colours.
"""

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from html import escape
from pathlib import Path

import pyte
from PIL import Image, ImageChops, ImageOps

COLUMNS, ROWS = 96, 90
PATIENCE = 120
GAP = 16
COLOURS = 160
# Below this mean difference, of 255, two pictures are the same to an eye: another poppler or browser drew it.
ALIKE = 1.0

PAPER, INK = "#1b1f27", "#d9dee7"
PALETTE = {
    "black": "#1b1f27", "red": "#ff8a80", "green": "#8ddb8c", "brown": "#f2cc60", "blue": "#82b1ff",
    "magenta": "#d8a6ff", "cyan": "#7fdbe6", "white": "#d9dee7", "brightblack": "#98a2b3", "brightred": "#ff8a80",
    "brightgreen": "#8ddb8c", "brightbrown": "#f2cc60", "brightblue": "#82b1ff", "brightmagenta": "#d8a6ff",
    "brightcyan": "#7fdbe6", "brightwhite": "#ffffff",
}
# A letter of fourteen points in the fonts below is this wide and this high.
WIDE, HIGH, SIZE, EDGE = 8.4, 19, 14, 18
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"


class Terminal:
    """A window in which a command runs."""

    def __init__(self, program, folder, arguments):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.stream.feed(f"\x1b[90m>\x1b[0m \x1b[1mwep {arguments}\x1b[0m\r\n".encode())
        self.child, self.handle = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(folder)
            kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
            os.execve(program, [program, *arguments.split()], {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"})

    def read(self):
        """Takes in what the command says; whether it still runs."""
        try:
            self.stream.feed(os.read(self.handle, 65536))
            return True
        except OSError:
            os.close(self.handle)
            os.waitpid(self.child, 0)
            return False

    def until(self, text):
        """Goes on until this is to be seen and nothing more comes."""
        wanted, end = " ".join(text.split()), time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if select.select([self.handle], [], [], 0.4)[0]:
                if not self.read():
                    sys.exit(f"the command ended before ‘{text}’ came:\n{self.text()}")
            elif wanted in self.text():
                return self
        sys.exit(f"‘{text}’ did not come:\n{self.text()}")

    def answer(self, question, reply):
        """Waits for a question, types a reply, and Enter."""
        self.until(question)
        os.write(self.handle, f"{reply}\r".encode())
        return self

    def end(self, keys=b""):
        """Types these keys and waits until the command has ended."""
        os.write(self.handle, keys)
        while self.read():
            pass

    def text(self):
        """What is to be seen, as one line: a question may be wrapped."""
        return " ".join(" ".join(line.split()) for line in self.screen.display if line.strip())

    def rows(self):
        """The lines up to the last that holds something."""
        last = max((at for at, line in enumerate(self.screen.display) if line.strip()), default=0)
        return [[self.screen.buffer[row][column] for column in range(COLUMNS)] for row in range(last + 1)]


def runs(row):
    """Pieces of a line that look alike: where each begins, its letters, and how they look."""
    pieces = []
    for column, char in enumerate(row):
        fore, back = PALETTE.get(char.fg, INK), PALETTE.get(char.bg)
        if char.reverse:
            fore, back = back or PAPER, fore
        look = (fore, back, char.bold)
        if pieces and pieces[-1][2] == look:
            pieces[-1][1].append(char.data)
        else:
            pieces.append((column, [char.data], look))
    return pieces


def svg(terminal, title):
    """The window as a drawing. Every piece of text is held to its own width, whatever font there is."""
    rows = terminal.rows()
    width, height = COLUMNS * WIDE + 2 * EDGE, len(rows) * HIGH + 2 * EDGE + 22
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" width="{width:g}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width:g}" height="{height:g}" rx="10" fill="{PAPER}"/>',
        *(f'<circle cx="{EDGE + 6 + 20 * at}" cy="20" r="6" fill="{colour}"/>'
          for at, colour in enumerate(("#ff5f57", "#febc2e", "#28c840"))),
        f'<g font-family="{FONTS}" font-size="{SIZE}" fill="{INK}" xml:space="preserve">',
    ]
    for at, row in enumerate(rows):
        line = EDGE + 22 + (at + 1) * HIGH - 5
        for column, letters, (fore, back, bold) in runs(row):
            text = "".join(letters)
            if back:
                parts.append(f'<rect x="{EDGE + column * WIDE:g}" y="{line - 14}" width="{len(text) * WIDE:g}" '
                             f'height="{HIGH}" fill="{back}"/>')
            lead = len(text) - len(text.lstrip())
            # A plain space beside another one would fall away.
            text = text.strip().replace(" ", "\u00a0")
            if text:
                look = (f' fill="{fore}"' if fore != INK else "") + (' font-weight="bold"' if bold else "")
                parts.append(f'<text x="{EDGE + (column + lead) * WIDE:g}" y="{line}" '
                             f'textLength="{len(text) * WIDE:g}"{look}>{escape(text, quote=False)}</text>')
    return "\n".join([*parts, "</g>", "</svg>", ""])


def paper(pdf, page, work):
    """A page of a PDF, with a thin edge."""
    name = work / f"{pdf.stem}-{page}"
    command = ["pdftoppm", "-png", "-r", "150", "-f", str(page), "-l", str(page), "-singlefile", pdf, name]
    subprocess.run(command, check=True)
    return edged(Image.open(f"{name}.png").convert("RGB"))


def site(page, size, work, part=None):
    """A page of HTML as a browser of this size shows it, or the part of it between two heights, from white to white."""
    shot = work / f"{page.stem}.png"
    browser = [os.environ["CHROMIUM"], "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               f"--window-size={size[0]},{size[1]}", f"--user-data-dir={work}/browser", f"--screenshot={shot}",
               page.as_uri()]
    subprocess.run(browser, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    image = Image.open(shot).convert("RGB")
    if part:
        white = [at for at in range(*part) if image.crop((0, at, image.width, at + 1)).convert("L").getextrema()[0] == 255]
        image = image.crop((0, white[0], image.width, white[-1]))
    return edged(image)


def edged(image):
    return ImageOps.expand(image, 2, "#b8bec8")


def row(images, height):
    """Pictures beside each other, all as high, on white."""
    scaled = [one.resize((round(one.width * height / one.height), height), Image.LANCZOS) for one in images]
    whole = Image.new("RGB", (sum(one.width for one in scaled) + GAP * (len(scaled) - 1), height), "white")
    left = 0
    for one in scaled:
        whole.paste(one, (left, 0))
        left += one.width + GAP
    return whole


def keep(path, new):
    """Writes a picture, unless it is the same to an eye as the one that is there."""
    if isinstance(new, str):
        same = path.exists() and path.read_text(encoding="utf-8") == new
        if not same:
            path.write_text(new, encoding="utf-8")
    else:
        new = new.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        same = path.exists() and alike(Image.open(path), new)
        if not same:
            new.save(path, optimize=True)
    print(f"{path.name}: {'as it was' if same else 'made'}, {path.stat().st_size // 1024} KB", flush=True)


def alike(old, new):
    if old.size != new.size:
        return False
    histogram = ImageChops.difference(old.convert("L"), new.convert("L")).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (old.width * old.height) < ALIKE


DOWN = "\x1b[B"


def draw(program, out, work):
    subprocess.run([program, "init", "veldrijk", "--voorbeeld", "--documenten", "--stil"], cwd=work, check=True)
    example = work / "veldrijk" / "uitvoer"

    # The answers are those of tests/readme/afternoon.rs.
    window = Terminal(program, work, "init")
    for question, reply in [
        ("Gemeente: ", "Heuveldal"), ("Map: ", ""), ("Wijk 1: ", "Noord"), ("Wijk 2 ", ""),
        ("Trekker: ", "Welzijn Heuveldal"), ("Sector van Welzijn Heuveldal", DOWN),
        ("Partner 1 ", "GGZ Heuveldal"), ("Sector van GGZ Heuveldal", DOWN * 3), ("Partner 2 ", ""),
        ("coördinator wordt?", ""), ("nog niet bekend): ", "11 januari 2027"),
    ]:
        window.answer(question, reply)
    keep(out / "init.svg", svg(window.until("Klopt dit?"), "wep init"))
    window.end(b"\r")

    gemeente = work / "heuveldal"
    window = Terminal(program, gemeente, "gids").answer("Wat wilt u doen?", "")
    keep(out / "gids.svg", svg(window.until("De naam van de contactpersoon"), "wep gids"))
    window.end(b"\x03")

    subprocess.run([program, "dossier", "--stil"], cwd=gemeente, check=True)
    pages = [paper(gemeente / "uitvoer" / "convenant.pdf", page, work) for page in (1, 2)]
    keep(out / "convenant.png", row(pages, 600))
    shown = [("convenant.pdf", 1), ("sociale-kaart.pdf", 2), ("poster-herstelwerkgroep-a4.pdf", 1)]
    keep(out / "stukken.png", row([paper(example / name, page, work) for name, page in shown], 460))
    keep(out / "status.png", row([site(example / "status.html", (1920, 1190), work)], 600))
    keep(out / "dossier.png", row([site(example / "index.html", (1100, 3000), work, (985, 1617))], 560))


def main():
    program, out = sys.argv[1], Path(sys.argv[2])
    work = Path(tempfile.mkdtemp(prefix="plaatjes-"))
    try:
        draw(program, out, work)
    finally:
        shutil.rmtree(work)
    print(f"together {sum(one.stat().st_size for one in out.iterdir()) // 1024} KB")


if __name__ == "__main__":
    main()
