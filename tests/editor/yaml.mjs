// What an editor that asks the YAML language server says of the files of a gemeente. The arguments are folders; the first is
// that of the example.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const modules = resolve(process.env.NODE_MODULES, "node_modules");
const rpc = createRequire(join(modules, "/"))("vscode-jsonrpc/node");
const server = spawn("node", [join(modules, "yaml-language-server/bin/yaml-language-server"), "--stdio"]);
const connection = rpc.createMessageConnection(
  new rpc.StreamMessageReader(server.stdout),
  new rpc.StreamMessageWriter(server.stdin),
);
const settings = { hover: true, completion: true, validate: true, schemaStore: { enable: false } };
connection.onRequest("workspace/configuration", ({ items }) =>
  items.map(({ section }) => (section === "yaml" ? settings : null)),
);
connection.onRequest("client/registerCapability", () => null);
connection.onRequest("custom/schema/request", () => []);
const waiting = new Map();
connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics));
connection.listen();
setTimeout(() => assert.fail("the language server says nothing"), 60_000).unref();

await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    workspace: { configuration: true },
    textDocument: {
      hover: { contentFormat: ["markdown"] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    },
  },
});
connection.sendNotification("initialized", {});

// Opens a text as if it were that file, and gives what is said of it.
async function open(path, text) {
  const uri = pathToFileURL(path).href;
  const said = new Promise((resolve) => waiting.set(uri, resolve));
  connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const found = (await said).sort((one, other) => one.range.start.line - other.range.start.line);
  const messages = found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  // The place just behind these words.
  const behind = (words) => {
    const before = text.slice(0, text.indexOf(words) + words.length).split("\n");
    return { line: before.length - 1, character: before.at(-1).length };
  };
  const ask = (what, words) => connection.sendRequest(`textDocument/${what}`, { textDocument: { uri }, position: behind(words) });
  return {
    messages,
    close: () => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    hover: async (words) => (await ask("hover", words)).contents.value,
    offered: async (words) => {
      const outcome = await ask("completion", words);
      return Object.fromEntries((outcome.items ?? outcome).map(({ label, documentation }) => [label, documentation?.value ?? documentation]));
    },
  };
}

const folders = process.argv.slice(2).map((folder) => resolve(folder));
let files = 0;
for (const folder of folders) {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".yaml"))) {
    const file = await open(join(folder, name), readFileSync(join(folder, name), "utf8"));
    assert.deepEqual(file.messages, [], `${folder}/${name}`);
    file.close();
    files += 1;
  }
}
assert.equal(files, 14 * folders.length);

const [example] = folders;
const first = (stem) => `# yaml-language-server: $schema=.wep/schema/${stem}.schema.json\n`;

// A name that was not open before: what is said when a file is closed would be taken for what is said of the next.
// Explanation, where the mouse is.
let file = await open(join(example, "uitleg.yaml"), readFileSync(join(example, "wep.yaml"), "utf8"));
assert.match(await file.hover("\ngemeente"), /De naam van de gemeente\./);
assert.match(await file.hover("\nstartdatum"), /De dag waarop het initiatief begint/);
file.close();

// Fields and choices, with what they mean.
file = await open(join(example, "keuzes.yaml"), `${first("organisaties")}organisaties:\n  - id: brug\n    sector: \n    \n`);
const sectors = await file.offered("sector: ");
assert.equal(sectors.ggz, "Geestelijke gezondheidszorg.");
assert.ok(!("null" in sectors) && Object.keys(sectors).length === 10, JSON.stringify(sectors));
const fields = await file.offered("sector: \n    ");
assert.equal(fields.kvk, "Het nummer bij de Kamer van Koophandel: acht cijfers.", JSON.stringify(fields));
assert.ok(!("id" in fields));
file.close();
file = await open(join(example, "ja-of-nee.yaml"), `${first("overleg")}budget: \n`);
assert.deepEqual(Object.keys(await file.offered("budget: ")), ["ja", "nee"]);
file.close();

// Mistakes, in Dutch and with the way out; and every spelling that wep reads is none.
file = await open(
  join(example, "fouten.yaml"),
  `${first("wep")}gemeente: [Veldrijk]\nstartdatum: morgen\nhuistijl:\nwijken: Noord\nuitvoer:\n  formaten: [doc]\n`,
);
assert.deepEqual(
  file.messages.map((message) => message.split(/[.:] /).slice(0, 2).join(": ")),
  ["2: Hier hoort tekst.", "3: Dit is geen datum", "4: Hier kunnen alleen deze velden staan", "5: Hier hoort een lijst", "7: Kies uit"],
);
file.close();
file = await open(
  join(example, "spelling.yaml"),
  `${first("overleg")}tijd: 14:30\neerste_bijeenkomst: 11 januari 2027\ndag: de 2e dinsdag van de maand\nbudget: true\nduur: "90"\n`,
);
assert.deepEqual(file.messages, []);

server.kill();
console.log(`editor: ${files} files without a mistake; fields, choices and mistakes in Dutch`);
process.exit(0);
