// Every HTML document of the folders in a real browser: axe-core, width, zoom, dark, print, keyboard, and nothing from elsewhere.
//
//   node tests/documents/html.mjs <folder>…      (NODE_MODULES and CHROMIUM as in tests/browser/page.mjs)

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { accessible, done, fits, open } from "../browser/page.mjs";

// How people look at a page; `css` is what a reader lays over it. axe-core looks each time, but where only colours or sizes
// change at what follows from these; and nobody hits a target on paper.
const SEEN = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];
const LOOKS = [
  { name: "desk", width: 1280 },
  { name: "phone", width: 320 },
  { name: "dark", width: 1280, colorScheme: "dark", rules: SEEN },
  { name: "dark phone", width: 320, colorScheme: "dark", rules: SEEN },
  { name: "zoom 200 %", width: 640, scale: 2, rules: SEEN },
  { name: "text 200 %", width: 1280, css: "html { font-size: 225% !important }", rules: SEEN },
  // WCAG 1.4.12
  {
    name: "spacing", width: 320, rules: SEEN,
    css: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`,
  },
  // The width that is left between the margins of A4.
  { name: "print", width: 605, media: "print", rules: SEEN.filter((rule) => rule !== "target-size") },
];

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => path.join(folder, name)));
assert.ok(files.length > 0, "nothing to check");
const faults = [];

// The checker of the W3C, all files at once. It does not know `field-sizing` of CSS, by which a form prints all that was
// typed in it, and not that a list without bullets is no list to VoiceOver, unless it says so. Nor does it know `data:` and
// the hashes of a Content-Security-Policy: those are held against the page below.
const UNKNOWN =
  ".*(Property .field-sizing. doesn.t exist|The .list. role is unnecessary for element|violates Content Security Policy).*";
const checker = path.join(process.env.NODE_MODULES, "node_modules/vnu-jar/build/dist/vnu.jar");
const validated = new Promise((resolve, reject) => {
  const options = ["-jar", checker, "--format", "json", "--filterpattern", UNKNOWN];
  execFile("java", [...options, ...files], { maxBuffer: 1e8 }, (fault, _, told) => {
    if (fault && !told.startsWith("{")) return reject(fault);
    resolve(JSON.parse(told).messages.map((one) => `${one.url}:${one.lastLine}: ${one.type}: ${one.message}`));
  });
});

// Notes what fails and goes on.
async function tried(file, what, then) {
  try {
    await then();
  } catch (fault) {
    if (!(fault instanceof assert.AssertionError)) throw fault;
    faults.push(`${file}: ${what}: ${fault.actual?.join?.("\n    ") ?? fault.message}`);
  }
}

// One file: nothing that a browser would fetch, nothing that it would run but what the policy of the page names by its hash,
// and no link to a place that is not there.
async function alone(page) {
  const { policy, inline } = await page.evaluate(() => ({
    policy: document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content,
    inline: [...document.querySelectorAll("script")].map((one) => one.textContent)
      .concat([...document.querySelectorAll("style")].slice(0, 1).map((one) => one.textContent)),
  }));
  if (policy !== undefined) {
    assert.ok(policy.startsWith("default-src 'none';"), policy);
    for (const text of inline) {
      const hash = createHash("sha256").update(text).digest("base64");
      assert.ok(policy.includes(`'sha256-${hash}'`), `not in the policy: ${text.slice(0, 100)}`);
    }
  }
  const found = await page.evaluate((held) => {
    const fetched = [...document.querySelectorAll("link, iframe, object, embed, base, script[src]")].map((one) => one.outerHTML);
    if (!held) fetched.push(...[...document.querySelectorAll("script, meta[http-equiv]")].map((one) => one.outerHTML));
    for (const one of document.querySelectorAll("[src], [srcset], [data], [poster], image, use, [action], [formaction]")) {
      if (!(one.getAttribute("src") ?? "").startsWith("data:image/")) fetched.push(one.outerHTML.slice(0, 100));
    }
    const styles = [...document.querySelectorAll("style, [style]")].map((one) => one.textContent + (one.getAttribute("style") ?? ""));
    for (const one of document.querySelectorAll("a[href^='#']")) {
      if (!document.getElementById(decodeURIComponent(one.hash.slice(1)))) fetched.push(one.outerHTML);
    }
    return fetched.concat(styles.flatMap((text) => text.match(/@import.*|url\((?!["']?data:).*/g) ?? []));
  }, policy !== undefined);
  assert.deepEqual(found, []);
}

// Every stop of the tab key is seen, large enough to hit, and none is left out or hides behind another.
async function keyboard(page) {
  const all = await page.locator("a[href], input, textarea, select, button, summary, [tabindex='0']").count();
  const wrong = [];
  for (let step = 0; step < all; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      // A label belongs to what is hit; a link in a sentence may be as high as its line.
      const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
      const small = one.matches("input, textarea, select, button, summary") && (width < 24 || height < 24);
      return { what: one.outerHTML.slice(0, 100), body: one === document.body, small, unseen: outlineStyle === "none" || parseFloat(outlineWidth) < 2 };
    });
    if (stop.body) wrong.push(`${step} stops of ${all}`);
    if (stop.small) wrong.push(`smaller than 24 px: ${stop.what}`);
    if (stop.unseen) wrong.push(`focus not seen: ${stop.what}`);
    if (stop.body) break;
  }
  assert.deepEqual(wrong, []);
}

async function look(file, page, { name, width, scale = 1, colorScheme = "light", media = "screen", css, rules }) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setDeviceMetricsOverride", { width, height: 900 / scale, deviceScaleFactor: scale, mobile: false });
  await page.emulateMedia({ media, colorScheme });
  const style = css && await page.addStyleTag({ content: css });
  await tried(file, name, () => fits(page, width));
  await tried(file, name, () => accessible(page, rules));
  await style?.evaluate((one) => one.remove());
  await session.detach();
}

async function whole(file) {
  await tried(file, "opening", () => open({ viewport: { width: 1280, height: 900 }, bypassCSP: true }, async (page) => {
    await tried(file, "alone", () => alone(page));
    await tried(file, "keyboard", () => keyboard(page));
    for (const one of LOOKS) await look(file, page, one);
  }, pathToFileURL(path.resolve(file)).href));
}

// Two pages at a time.
const waiting = [...files];
await Promise.all([1, 2].map(async () => {
  while (waiting.length > 0) await whole(waiting.shift());
}));
await done();
faults.push(...(await validated));
console.log(`HTML: ${files.length} files, ${faults.length} faults`);
if (faults.length > 0) {
  console.log(faults.slice(0, 60).join("\n"));
  process.exit(1);
}
