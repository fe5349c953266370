"""Every Word, Excel and calendar file of the folders: the Open XML rules, and opened by python-docx, openpyxl and icalendar.

Called by .ci/documenten: files.py <folder>…
"""

import pathlib
import sys

import docx
import icalendar
import openpyxl
from openxml_audit import OpenXmlValidator


def open_xml(file):
    result = OpenXmlValidator(max_errors=0).validate(str(file))
    yield from map(str, result.errors)
    if not result.is_valid and not result.errors:
        yield "not valid"


def word(file):
    yield from open_xml(file)
    document = docx.Document(str(file))
    if not document.core_properties.title:
        yield "no title"
    if not any(one.text.strip() for one in document.paragraphs):
        yield "no text"


def excel(file):
    yield from open_xml(file)
    book = openpyxl.load_workbook(file)
    if not any(sheet.max_row > 1 for sheet in book):
        yield "no rows"


def calendar(file):
    raw = file.read_bytes()
    # What no library looks at: how lines end, and how long they are.
    lines = raw.split(b"\r\n")
    if lines[-1] or any(b"\n" in line or b"\r" in line for line in lines):
        yield "a line that does not end in CR LF"
    if any(len(line) > 75 for line in lines):
        yield "a line longer than 75 octets"
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    if not events:
        yield "no events"
    for event in events:
        if event.errors:
            yield f"{event.get('UID')}: {event.errors}"
        if event.end <= event.start:
            yield f"{event.get('UID')}: ends before it begins"


KINDS = {".docx": word, ".xlsx": excel, ".ics": calendar}


def main(folders):
    files = [file for folder in folders for file in sorted(pathlib.Path(folder).rglob("*")) if file.suffix in KINDS]
    assert files, "nothing to check"
    wrong = [f"{file}: {fault}" for file in files for fault in KINDS[file.suffix](file)]
    print(f"Word, Excel, calendars: {len(files)} files, {len(wrong)} faults")
    print("\n".join(wrong[:60]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
