// The page of `wep status --html`, in a real browser: on the wall of a meeting room, on a phone, on paper, by keyboard.

import assert from "node:assert/strict";
import path from "node:path";

import { accessible, done, fits, open, pictures } from "./page.mjs";

for (const [width, height] of [[320, 800], [1280, 900], [1920, 1080]]) {
  for (const colorScheme of ["light", "dark"]) {
    await open({ viewport: { width, height }, colorScheme, bypassCSP: true }, async (page) => {
      await accessible(page);
      await fits(page, width);
      if (pictures) await page.screenshot({ path: path.join(pictures, `status-${width}-${colorScheme}.png`) });
    });
  }
}

// On a projector everything is to be seen at once, four steps beside each other, in letters that carry.
await open({ viewport: { width: 1920, height: 1080 } }, async (page) => {
  const total = (await page.locator("progress").first().getAttribute("max")) ?? "";
  assert.equal(String(await page.locator("ol.stappen > li").count()), total);
  const high = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(high <= 1080, `${high} > 1080`);
  const letters = await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector(".staat")).fontSize));
  assert.ok(letters >= 20, `${letters} px`);
});

// Why a step matters opens by keyboard.
await open({}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("details[open]").first().getByText("Gereed als").isVisible());
});

// One sheet of paper.
await open({}, async (page) => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g).length, 1);
});

await done();
