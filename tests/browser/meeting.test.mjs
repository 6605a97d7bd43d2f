// Meeting mode: pages in turn, stopped by any key, turned by arrows, left by Escape.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visible_text, wait_for_state, with_page } from "./lib.mjs";

const QUERY = "?page=overview&package=demo&lang=zh&meeting=5:overview,compare,standards";
const key = (page, name) => new URL(page.url()).searchParams.get(name);
const turned_to = (page, name) => page.waitForFunction((name) => new URLSearchParams(location.search).get("page") === name, name, { timeout: 40_000 });

test("a meeting sees pages in turn, the clock and the data's date, in larger type", async () => {
  await with_page(QUERY, {}, async (page) => {
    await page.locator(".meeting-bar").waitFor();
    const bar = await visible_text(page, ".meeting-bar");
    assert.match(bar, /总览/);
    assert.match(bar, /1 \/ 3/);
    assert.match(bar, /数据期 2026 年 3 月/);
    assert.match(bar, /\d{1,2}:\d{2}/);
    assert.ok(await page.locator(".fictional").isVisible(), "it still says that it is fictional");
    for (const hidden of ["nav.rail", ".preferences", ".counts", ".foot"]) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    }
    const height = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().height / element.innerText.split("\n").length);
    const large = await height("h1");
    const steps = await page.evaluate(() => history.length);
    await turned_to(page, "compare");
    await wait_for_state(page, "ready");
    assert.equal(await page.evaluate(() => history.length), steps, "nobody goes back through rounds");
    // The picture is as sharp as it is large.
    const ratio = await page.locator(".plot canvas").first().evaluate((canvas) => canvas.width / canvas.getBoundingClientRect().width);
    assert.ok(ratio > 0.95 && ratio < 1.4, `${ratio} device pixels a pixel`);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !location.search.includes("meeting"));
    assert.ok(await page.locator("nav.rail").isVisible());
    assert.ok((await height("h1")) < large, "and smaller again");
  });
});

test("any key stops the round, another lets it go on, arrows turn pages", async () => {
  await with_page(QUERY, {}, async (page) => {
    await page.locator(".meeting-bar").waitFor();
    await page.keyboard.press("x");
    await page.locator(".meeting-bar .paused", { hasText: "已暂停" }).waitFor();
    await page.waitForTimeout(6500);
    assert.equal(key(page, "page"), "overview", "it stands still");
    await page.keyboard.press("ArrowRight");
    await turned_to(page, "compare");
    await page.keyboard.press("ArrowLeft");
    await turned_to(page, "overview");
    await page.keyboard.press("ArrowLeft");
    await turned_to(page, "standards");
    await page.keyboard.press("x");
    assert.equal(await page.locator(".meeting-bar .paused").count(), 0);
    await turned_to(page, "overview");
  });
});

test("a long page is shown screen by screen, by itself and by the keys of a presenter's remote", async () => {
  const options = { height: 700 };
  await with_page("?page=overview&package=demo&lang=zh&meeting=5:overview,map", options, async (page) => {
    await page.locator(".verify-group").first().waitFor();
    const scroll_y = () => page.evaluate(() => scrollY);
    await page.waitForFunction(() => scrollY > 300, null, { timeout: 12_000 });
    assert.equal(key(page, "page"), "overview", "its second screen, and not the next page");
    const bar = await page.locator(".meeting-bar").boundingBox();
    assert.ok(bar.y >= 0 && bar.y < 60, "clock and date stay");
    await turned_to(page, "map");
    assert.equal(await scroll_y(), 0, "a page begins at its head");
    await page.keyboard.press("PageUp");
    await turned_to(page, "overview");
    await page.locator(".meeting-bar .paused").waitFor();
    await wait_for_state(page, "ready");
    assert.equal(await scroll_y(), 0);
    await page.keyboard.press("PageDown");
    await page.waitForFunction(() => scrollY > 300);
    assert.equal(key(page, "page"), "overview");
    for (let press = 0; press < 6 && key(page, "page") === "overview"; press += 1) {
      await page.keyboard.press("PageDown");
      await page.waitForTimeout(100);
    }
    assert.equal(key(page, "page"), "map", "past its end comes the next page");
  });
});

test("the button begins a meeting", async () => {
  await with_page("?page=compare&package=demo&lang=en", {}, async (page) => {
    await page.locator("button.full-screen").click();
    await page.locator(".meeting-bar").waitFor();
    assert.equal(key(page, "meeting"), "20");
    await page.locator(".meeting-bar button").click();
    await page.waitForFunction(() => !location.search.includes("meeting"));
    assert.equal(key(page, "page"), "compare");
  });
});
