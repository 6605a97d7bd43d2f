// The page of trends as readers meet it: what it says of the planted stories, what its controls write
// into the address, several areas together, all of a level, and what it says of figures without limits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { exported, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";
import fs from "node:fs";

const SLIPPED = "?package=demo&page=trends&area=990001002001";
const ROWS = ".trend-table tbody tr";
const CHARTS = ".trends .chart";

const key = (page, name) => new URL(page.url()).searchParams.get(name);
const select = (name) => `#app select[name="${name}"]`;
const sentence = (page) => visible_text(page, ".trends .sentence");

async function shows(page, selector, count) {
  await page.waitForFunction(
    ([selector, count]) => document.querySelectorAll(selector).length === count,
    [selector, count],
  );
}

test("one series: the sentence, both charts, every month, the cells behind a number", async () => {
  await with_page(SLIPPED, {}, async (page) => {
    assert.match(await sentence(page), /▼ 乙01社区按期办结率确有下降（变差）：2026 年 3 月为 70\.1%（138\/197）/);
    await shows(page, CHARTS, 2);
    await shows(page, ROWS, 36);
    const first = await visible_text(page, `${ROWS}:first-child`);
    assert.match(first, /2026 年 4 月\s*初步数.* 41\.2%/);
    await page.locator(`${ROWS}:nth-child(2) .origin-cell button`).click();
    await page.locator(".origin").waitFor();
    const origin = await visible_text(page, ".origin");
    assert.match(origin, /observations-cases-2026\.csv/);
    assert.match(origin, /138/);
  });
});

test("the baseline is chosen by its two ends and stands in the address", async () => {
  await with_page(SLIPPED, {}, async (page) => {
    await page.selectOption(select("baseline-from"), "2025-05");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("baseline") !== null);
    assert.equal(key(page, "baseline"), "2025-05..2025-05");
    await page.selectOption(select("baseline-to"), "2026-03");
    await page.waitForFunction(() => location.search.includes("2026-03"));
    assert.equal(key(page, "baseline"), "2025-05..2026-03");
    await page.waitForFunction(() => document.querySelector(".trends .more")?.innerText.includes("试用界限"));
    await page.selectOption(select("baseline-from"), "");
    await page.waitForFunction(() => !location.search.includes("baseline"));
    assert.equal(key(page, "baseline"), null);
  });
});

test("a target is a standard or a number, and what can be expected is said", async () => {
  await with_page(SLIPPED, {}, async (page) => {
    await page.selectOption(select("target"), "standard:on-time-target");
    await page.waitForFunction(() => document.querySelector(".trends .more").innerText.includes("目标 86.0%"));
    assert.equal(key(page, "target"), "standard:on-time-target");
    await page.fill('input[name="own-target"]', "97");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.querySelector(".trends .more").innerText.includes("目标 97.0%"));
    assert.equal(key(page, "target"), "97");
    assert.match(await visible_text(page, ".trends .more"), /各期均达不到/);
  });
});

test("a link names the newest ripe month, and opens the same picture", async () => {
  await with_page(SLIPPED, {}, async (page) => {
    await shows(page, ROWS, 36);
    const said = await sentence(page);
    const download = await exported(page, ".chart", "csv");
    assert.match(fs.readFileSync(await download.path(), "utf8"), /period=2026-03/);
    await page.goto(page.url() + "&period=2026-03");
    await shows(page, ROWS, 36);
    assert.equal(await sentence(page), said);
    assert.match(await visible_text(page, `${ROWS}:first-child`), /2026 年 4 月/);
  });
});

test("areas are set beside by typing and taken away again", async () => {
  await with_page(SLIPPED, {}, async (page) => {
    const box = page.locator('.beside input[name="find-area"]');
    await box.fill("辛08");
    await page.locator(".beside [role=option]").first().waitFor();
    await box.press("Enter");
    await shows(page, CHARTS, 3);
    assert.equal(key(page, "beside"), "990001008008");
    assert.match(await page.locator(`${CHARTS} h2`).last().innerText(), /乙01社区、辛08社区：按期办结率/);
    await page.locator(".chips button").click();
    await shows(page, CHARTS, 2);
    assert.equal(key(page, "beside"), null);
  });
});

test("all communities stand in the order of their change; a panel leads to its trend", async () => {
  await with_page("?package=demo&page=trends&show=all", {}, async (page) => {
    assert.match(await sentence(page), /1 个下降（变差）、1 个上升（变好）超出偶然波动/);
    await shows(page, CHARTS, 1);
    const plot = page.locator(".trends .plot");
    await plot.focus();
    await page.keyboard.press("Home");
    const told = await visible_text(page, ".trends .plot [aria-live]");
    assert.match(told, /乙01 70\.1% ↓ −17\.6 个百分点 ?（?较上年同期，超出偶然波动/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !location.search.includes("show="));
    assert.equal(key(page, "area"), "990001002001");
    await shows(page, CHARTS, 2);
    await page.goBack();
    await shows(page, CHARTS, 1);
    assert.equal(key(page, "show"), "all");
  });
});

test("the file behind small multiples has every area and month", async () => {
  await with_page("?package=demo&page=trends&show=all&within=990001002", {}, async (page) => {
    await shows(page, CHARTS, 1);
    const download = await exported(page, ".chart", "csv");
    const text = fs.readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "");
    const table = text.split("\n").filter((line) => !line.startsWith("#")).join("\n");
    const own = parse_csv(table).filter((row) => row.area_code === "990001002001");
    assert.equal(own.length, 36);
    const march = own.find((row) => row.period === "2026-03");
    assert.equal(`${march.numerator}/${march.denominator}`, "138/197");
    assert.ok(Math.abs(Number(march.change) + 17.6) < 0.05, march.change);
    assert.match(text, /虚构/);
  });
});

test("what is there is followed without limits, and why is said", async () => {
  await with_page("?package=demo&page=trends&indicator=grids-with-group", {}, async (page) => {
    assert.match(await visible_text(page, ".trends .more"), /清点数没有偶然成分，不画控制界限/);
    await shows(page, CHARTS, 1);
    assert.equal(await page.locator(".trends .sentence .verdict").count(), 0);
    assert.equal(await page.locator(".trends .rules").count(), 0);
  });
});

for (const [lang, said] of [["zh", /只公布了一期，无从看变化/], ["en", /Only one period is published/]]) {
  test(`published figures of one period are said to be that, without a verdict: ${lang}`, async () => {
    await with_page(`?package=published&page=trends&indicator=compound-branches&lang=${lang}`, {}, async (page) => {
      assert.match(await visible_text(page, ".trends"), said);
      assert.match(await visible_text(page, ROWS), /674/);
      assert.equal(await page.locator(".trends .verdict").count(), 0);
      await page.selectOption(select("show"), "all");
      await page.locator(".side-by-side tbody tr").first().waitFor();
      const rows = await page.locator(".side-by-side tbody tr").allInnerTexts();
      assert.ok(rows.some((row) => row.includes("674") && row.includes("2024")), rows.join("\n"));
      assert.ok(rows.length >= 2, "both places that publish it stand side by side");
    });
  });
}

test("a phone is not scrolled sideways", async () => {
  for (const query of [`${SLIPPED}&beside=990001002002`, "?package=demo&page=trends&show=all"]) {
    await with_page(query, { width: 390, height: 844 }, async (page) => {
      await wait_for_state(page, "ready");
      await page.locator(CHARTS).first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${query}: ${width}`);
    });
  }
});

test("what is not understood of an address is told and left aside", async () => {
  await with_page(`${SLIPPED}&target=soon&beside=nowhere`, {}, async (page) => {
    await shows(page, CHARTS, 2);
    const text = await visible_text(page);
    assert.match(text, /target=soon/);
    assert.match(text, /beside=nowhere/);
  });
});
