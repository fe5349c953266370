"""Validates the nested JSON and the Tabular Data Package of HSDS against the published schemas.

Called by .ci/hsds: hsds.py <folder of the schemas> <folder with organisaties-hsds.json and .zip>
"""

import csv
import io
import json
import pathlib
import sys
import tempfile
import zipfile

import frictionless
import jsonschema

schemas, made = map(pathlib.Path, sys.argv[1:3])
faults = []


def check(schema, value, what):
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for error in validator.iter_errors(value):
        faults.append(f"{what}: {'/'.join(map(str, error.absolute_path))}: {error.message}")


def required_in_tables(schema):
    """The published files have a key of their own for what only tables require."""
    if isinstance(schema, dict):
        if "tabular_required" in schema:
            schema["required"] = schema.get("required", []) + schema["tabular_required"]
        for part in schema.values():
            required_in_tables(part)


organization = json.loads((schemas / "organization.json").read_text())
organizations = json.loads((made / "organisaties-hsds.json").read_text())
assert organizations, "nothing to check"
for one in organizations:
    check(organization, one, one.get("name"))

# The rows of each table, empty cells left out and numbers read, against the compiled schema of the tables.
tabular = json.loads((schemas / "tabular.json").read_text())
required_in_tables(tabular)
archive = zipfile.ZipFile(made / "organisaties-hsds.zip")
known = {table["items"]["path"]: (name, table["items"]) for name, table in tabular["properties"].items()}
tables, rows_seen = {}, 0
for path in archive.namelist():
    if not path.endswith(".csv"):
        continue
    name, items = known[path]
    rows = []
    for row in csv.DictReader(io.StringIO(archive.read(path).decode("utf-8"), newline="")):
        row = {field: value for field, value in row.items() if value != ""}
        for field, value in row.items():
            if items["properties"].get(field, {}).get("type") == "number":
                row[field] = float(value)
        rows.append(row)
    rows_seen += len(rows)
    tables[name] = rows
check(tabular, tables, "tabular")

# The package by its own descriptor: types, required and unique values, foreign keys.
with tempfile.TemporaryDirectory() as folder:
    archive.extractall(folder)
    report = frictionless.Package(str(pathlib.Path(folder) / "datapackage.json")).validate()
    for task in report.tasks:
        faults += [f"{task.name}: {error.message}" for error in task.errors]
    faults += [error.message for error in report.errors]

print(f"HSDS: {len(organizations)} organizations, {len(tables)} tables, {rows_seen} rows, {len(faults)} faults")
print("\n".join(faults[:40]))
sys.exit(1 if faults else 0)
