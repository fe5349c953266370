// One page in a real browser, for the scripts beside this one: opened, watched for mistakes, looked at by axe-core.
//
//   npm install playwright-core axe-core      (in a folder of your own; NODE_PATH or NODE_MODULES names it)
//   node tests/browser/<script>.mjs <page.html> [folder for screenshots]
//
// CHROMIUM names the browser, /usr/bin/chromium otherwise.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [page_file, folder] = process.argv.slice(2);
export const pictures = folder;
const modules = process.env.NODE_MODULES ?? process.cwd();
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const url = pathToFileURL(path.resolve(page_file)).href;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
let checks = 0;

// Opens the page, or another one; whatever goes wrong on it, or goes out to a network, is a fault.
export async function open(options, then, where = url) {
  const context = await browser.newContext({ locale: "nl-NL", ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith("http") && wrong.push(`network: ${request.url()}`));
  await page.goto(where);
  await then(page);
  assert.deepEqual(wrong, []);
  await context.close();
  checks += 1;
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// No findings of axe-core, of all its rules or of these; the page must be open with bypassCSP.
export async function accessible(page, rules = RULES) {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ content: axe });
  const found = await page.evaluate(async (runOnly) => (await window.axe.run(document, { runOnly })).violations
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 2).join(" ")}`), rules);
  assert.deepEqual(found, []);
}

// Nothing is wider than the screen.
export async function fits(page, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${wide} > ${width}`);
}

export async function done() {
  await browser.close();
  console.log(`browser: ${checks} checks passed`);
}
