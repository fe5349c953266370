"""Writes the bill of materials of wep (CycloneDX 1.6, JSON) on standard output: every crate that goes into the program.

Called by .ci/supply. There is no clock and no chance in it: the same Cargo.lock gives the same bytes, on every system.
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import tomllib
import uuid

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"

lock_text = pathlib.Path("Cargo.lock").read_bytes()
checksums = {(one["name"], one["version"]): one.get("checksum") for one in tomllib.loads(lock_text.decode())["package"]}
command = ["cargo", "metadata", "--locked", "--format-version", "1"]
metadata = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
packages = {one["id"]: one for one in metadata["packages"]}
root = metadata["resolve"]["root"]

# What is compiled into the program or while building it; what only the tests use is left out.
edges = {
    node["id"]: sorted(
        dep["pkg"] for dep in node["deps"] if any(kind["kind"] != "dev" for kind in dep["dep_kinds"])
    )
    for node in metadata["resolve"]["nodes"]
}
inside, ahead = set(), [root]
while ahead:
    one = ahead.pop()
    if one not in inside:
        inside.add(one)
        ahead.extend(edges[one])


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def expression(licence):
    """The older way of writing puts a stroke for OR."""
    return " OR ".join(part.strip() for part in licence.split("/"))


def component(package, kind):
    made = {"type": kind, "bom-ref": purl(package), "name": package["name"], "version": package["version"]}
    if package.get("description"):
        made["description"] = " ".join(package["description"].split())
    checksum = checksums.get((package["name"], package["version"]))
    if checksum:
        made["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    if package.get("license"):
        made["licenses"] = [{"expression": expression(package["license"])}]
    made["purl"] = purl(package)
    return made


order = sorted(inside - {root}, key=lambda one: (packages[one]["name"], packages[one]["version"]))
bom = {
    "$schema": SCHEMA,
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(lock_text).hexdigest())}",
    "version": 1,
    "metadata": {"component": component(packages[root], "application")},
    "components": [component(packages[one], "library") for one in order],
    "dependencies": [
        {"ref": purl(packages[one]), "dependsOn": sorted(purl(packages[dep]) for dep in edges[one])}
        for one in [root, *order]
    ],
}
json.dump(bom, sys.stdout, indent=1, ensure_ascii=False)
sys.stdout.write("\n")
print(f"SBOM: {len(order)} crates", file=sys.stderr)
