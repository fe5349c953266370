// The page that opens a dossier, in a real browser: on a phone, on a wide screen, on paper, by keyboard; and every link
// leads to a file beside it.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { accessible, done, fits, open, pictures } from "./page.mjs";

for (const [width, height] of [[320, 800], [1280, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    await open({ viewport: { width, height }, colorScheme, bypassCSP: true }, async (page) => {
      for (const details of await page.locator("summary").all()) await details.click();
      await accessible(page);
      await fits(page, width);
      if (pictures) {
        await page.screenshot({ path: path.join(pictures, `index-${width}-${colorScheme}.png`), fullPage: true });
      }
    });
  }
}

// Every link leads to a file that is there, or to a place on the page; and every file has its link.
await open({}, async (page) => {
  const here = path.dirname(fileURLToPath(page.url()));
  const targets = await page.locator("a").evaluateAll((all) => all.map((one) => one.href));
  const linked = new Set();
  for (const target of targets) {
    const url = new URL(target);
    const file = fileURLToPath(`file://${url.pathname}`);
    assert.equal(url.protocol, "file:", target);
    assert.ok(existsSync(file), target);
    if (url.hash) assert.equal(await page.locator(url.hash).count(), 1, target);
    linked.add(path.basename(file));
  }
  const there = readdirSync(here).filter((name) => !name.startsWith("."));
  assert.deepEqual([...linked].sort(), there.sort());
});

// Keyboard only: first the parts of the page, then the links and what scrolls or opens, each to be seen.
await open({ viewport: { width: 320, height: 800 } }, async (page) => {
  const seen = [];
  const all = await page.locator("a, summary, [tabindex]").count();
  for (let step = 0; step < all; step += 1) {
    await page.keyboard.press("Tab");
    const [name, outline, high] = await page.evaluate(() => {
      const one = document.activeElement;
      return [one.tagName, getComputedStyle(one).outlineStyle, one.getBoundingClientRect().height];
    });
    assert.notEqual(outline, "none", name);
    assert.ok(high >= 24, `${name} ${high}`);
    seen.push(name);
  }
  assert.ok(seen.includes("DIV"), "the drawing can be scrolled by keyboard");
  assert.ok(!seen.includes("BODY"), "all of it can be reached");
  await page.keyboard.press("Shift+Tab");
});

// On a phone the drawing keeps a size at which its letters can be read.
await open({ viewport: { width: 320, height: 800 } }, async (page) => {
  const drawing = page.locator("figure svg");
  const letters = await drawing.locator("text").first().evaluate((one) => one.getBoundingClientRect().height);
  assert.ok(letters >= 9, `${letters} px`);
  assert.notEqual(await drawing.getAttribute("aria-label"), "");
});

// The style is let in whole: the policy blocks nothing that the page needs.
await open({}, async (page) => {
  assert.equal(await page.locator("ol.stappen").evaluate((one) => getComputedStyle(one).display), "grid");
  assert.ok((await page.locator("img").evaluate((one) => one.naturalWidth)) > 0);
});

// On paper what is missing is open.
await open({}, async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const item of await page.locator("details li").all()) {
    assert.ok((await item.evaluate((one) => one.getBoundingClientRect().height)) > 0);
  }
  if (pictures) await page.pdf({ path: path.join(pictures, "index.pdf"), preferCSSPageSize: true });
});

await done();
