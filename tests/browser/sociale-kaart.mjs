// The page to search the sociale kaart, in a real browser: typing, filters, keyboard, no script, axe-core, screenshots.
//
//   npm install playwright-core axe-core      (in a folder of your own; NODE_PATH or NODE_MODULES names it)
//   node tests/browser/sociale-kaart.mjs <page.html> [folder for screenshots]
//
// The page is that of the example. CHROMIUM names the browser, /usr/bin/chromium otherwise.

import assert from "node:assert/strict";
import path from "node:path";

import { accessible, done, fits, open, pictures } from "./page.mjs";

const shown = (page) => page.locator(".organisatie:visible");
const status = async (page, text) => {
  await page.waitForFunction((text) => document.getElementById("aantal").textContent === text, text, { timeout: 3000 });
};

// Typing: accents and capitals do not matter, words may stand anywhere, focus stays.
await open({}, async (page) => {
  const all = await page.locator(".organisatie").count();
  assert.ok(all > 1);
  assert.equal(await shown(page).count(), all);
  await status(page, `${all} van ${all} organisaties`);
  const name = (await page.locator(".organisatie h2").nth(1).textContent()).trim();
  await page.getByLabel("Zoek op naam, aanbod of plaats").pressSequentially(name.toUpperCase());
  assert.ok((await shown(page).locator("h2").allTextContents()).includes(name));
  assert.ok((await shown(page).count()) < all);
  assert.equal(await page.evaluate(() => document.activeElement.id), "vraag");
  await page.getByLabel("Zoek op naam, aanbod of plaats").fill("zzzz qqqq");
  await status(page, `0 van ${all} organisaties`);
  assert.ok(await page.getByText("Niets gevonden").isVisible());
  await page.getByLabel("Zoek op naam, aanbod of plaats").fill("WOONCOOPERATIE  veldrijk");
  assert.ok((await shown(page).locator("h2").allTextContents()).some((name) => name.startsWith("Wooncoöperatie")));
  assert.ok((await shown(page).count()) < all);
  await page.getByRole("button", { name: "Wis alles" }).click();
  await status(page, `${all} van ${all} organisaties`);
  assert.equal(await page.evaluate(() => document.activeElement.id), "vraag");
});

// Filters: alone and together, and each shows just what carries its value.
await open({}, async (page) => {
  for (const name of ["sector", "wijk", "leefgebied"]) {
    const values = await page.locator(`#${name} option`).evaluateAll((all) => all.map((one) => one.value));
    assert.ok(values.length > 1, name);
    for (const value of values.slice(1)) {
      await page.selectOption(`#${name}`, value);
      const got = await shown(page).evaluateAll((all, name) => all.map((one) => one.dataset[name].split(" ")), name);
      assert.ok(got.length > 0 && got.every((one) => one.includes(value)), `${name} ${value}`);
      const hidden = await page.locator(`.organisatie[hidden][data-${name}~="${value}"]`).count();
      assert.equal(hidden, 0, `${name} ${value}`);
    }
    await page.selectOption(`#${name}`, "");
  }
  await page.selectOption("#sector", { index: 1 });
  const one = await shown(page).count();
  await page.selectOption("#wijk", { index: 2 });
  assert.ok((await shown(page).count()) <= one);
});

// Keyboard only: through the form in order, an option by its letter, on to the first link that is shown.
await open({}, async (page) => {
  const seen = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent));
  }
  assert.deepEqual(seen, ["vraag", "sector", "wijk", "leefgebied", "Wis alles"]);
  await page.locator("#sector").focus();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await page.locator("#sector").inputValue(), "");
  assert.equal(await page.evaluate(() => document.activeElement.id), "sector");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest(".organisatie:not([hidden])") !== null));
  assert.ok(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== "none"));
});

// Without script everything is there, and no control that does nothing.
await open({ javaScriptEnabled: false }, async (page) => {
  assert.equal(await shown(page).count(), await page.locator(".organisatie").count());
  assert.ok(!(await page.locator("#zoeken").isVisible()));
});

// No findings of axe-core, nothing wider than the screen; narrow and wide, light and dark.
for (const [width, height] of [[320, 800], [1280, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    await open({ viewport: { width, height }, colorScheme, bypassCSP: true }, async (page) => {
      for (const question of ["", "zzzz"]) {
        await page.locator("#vraag").fill(question);
        await accessible(page);
      }
      await page.locator("#vraag").fill("");
      await fits(page, width);
      if (pictures) await page.screenshot({ path: path.join(pictures, `kaart-${width}-${colorScheme}.png`) });
    });
  }
}

// Paper shows what is shown on the screen, without the form.
await open({}, async (page) => {
  await page.selectOption("#sector", { index: 1 });
  const count = await shown(page).count();
  await page.emulateMedia({ media: "print" });
  assert.equal(await shown(page).count(), count);
  assert.ok(!(await page.locator("#zoeken").isVisible()));
  if (pictures) await page.pdf({ path: path.join(pictures, "kaart.pdf"), preferCSSPageSize: true });
});

// How long one search takes.
await open({}, async (page) => {
  const took = await page.evaluate(() => {
    const question = document.getElementById("vraag");
    const start = performance.now();
    for (const letters of ["w", "we", "wel", "welz", ""]) {
      question.value = letters;
      question.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.getBoundingClientRect();
    }
    return (performance.now() - start) / 5;
  });
  const all = await page.locator(".organisatie").count();
  console.log(`${all} organisations: ${took.toFixed(1)} ms a search, with layout`);
  assert.ok(took < 400, `${took} ms`);
});

await done();
