// While files are on their way no page says that something is missing: what has not been read yet may
// still come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visible_text, wait_for_state, with_page } from "./lib.mjs";

const PAGES = ["overview", "compare", "profile", "trends", "map", "organisation", "cases", "standards"];
const DENIAL = /未发布|未公布|没有|无法|缺 ?\d|尚无/;
// Reference tables come at once, observations late.
const LATE_MS = 2500;

for (const name of PAGES) {
  test(`${name} denies nothing before it is read`, async () => {
    const prepare = (page) =>
      page.route(/observations[^/]*\.csv/, async (route) => {
        await new Promise((done) => setTimeout(done, LATE_MS));
        await route.continue();
      });
    await with_page(`?page=${name}&package=demo&lang=zh`, { prepare, state: null }, async (page) => {
      await page.locator(`.page.${name}`).waitFor();
      await page.waitForTimeout(800);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "loading");
      const early = await visible_text(page, "main");
      assert.doesNotMatch(early, DENIAL);
      await wait_for_state(page, "ready");
      assert.ok((await visible_text(page, "main")).length > early.length, "and then it says more");
    });
  });
}
