// 事项 as readers meet it: the stages and an area beside them, where numbers are from, a score whose
// weights the address keeps, and the package that counts no stages.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { exported, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const DISTRICT = "?package=demo&page=cases";
const COMMUNITY = "?package=demo&page=cases&area=990001002001";
const PERIOD = "&period=2026-03";
const SCORE_ROWS = ".case-score-table tbody tr";

const key = (page, name) => new URL(page.url()).searchParams.get(name);
const said = (page) => visible_text(page, ".said");

// What stands on the page once its charts do.
async function settled(page) {
  await wait_for_state(page, "ready");
  await page.locator(".cases .chart .plot canvas").first().waitFor();
}

test("an area stands beside the whole in which it lies, and beside another where asked", async () => {
  await with_page(`${COMMUNITY}${PERIOD}&lang=zh`, {}, async (page) => {
    await settled(page);
    assert.match(await said(page), /与全区其余地区相比：▼ 办结率低 12\.4 个百分点，按期办结率低 17\.6 个百分点（置信水平 99\.8%）/);
    const beside = page.locator('#app select[name="beside"]');
    assert.equal(await beside.inputValue(), "990001");
    await beside.selectOption("990001001005");
    await page.waitForFunction(() => document.querySelector(".said").innerText.includes("与甲05社区相比"));
    assert.equal(key(page, "beside"), "990001001005");
    await beside.selectOption("none");
    await page.waitForFunction(() => !document.querySelector(".said").innerText.includes("相比"));
    assert.equal(key(page, "beside"), "none");
    // Nothing is held apart, and no column speaks of it.
    assert.equal(await page.locator(".case-rates thead th").count(), 2);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".said").innerText.includes("与甲05社区相比"));
  });
});

test("the flow is walked by key, and a stage leads to its cells", async () => {
  await with_page(`${COMMUNITY}${PERIOD}&lang=zh`, {}, async (page) => {
    await settled(page);
    const plot = page.locator(".cases .chart .plot").first();
    await plot.focus();
    // Own and beside in turn: the fourth is the district's share of dispatched.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowDown");
    assert.match(await plot.locator("[aria-live]").innerText(), /全区 派单/);
    await page.keyboard.press("ArrowUp");
    assert.match(await plot.locator("[aria-live]").innerText(), /派单 201/);
    await page.keyboard.press("Enter");
    const origin = page.locator("aside.origin");
    await origin.waitFor();
    assert.match(await origin.innerText(), /cases-dispatched/);
    assert.match(await origin.innerText(), /observations-cases-2026\.csv/);
  });
});

test("a rate's numerator and denominator lead to their own cells", async () => {
  await with_page(`${COMMUNITY}${PERIOD}&lang=en`, {}, async (page) => {
    await settled(page);
    const row = page.locator(".case-rates tbody tr", { hasText: "Resolution rate" });
    const [resolved, dispatched] = ["161", "201"].map((text) => row.getByRole("button", { name: text, exact: true }));
    await resolved.click();
    const origin = page.locator("aside.origin");
    await origin.waitFor();
    assert.match(await origin.innerText(), /cases-resolved/);
    await page.keyboard.press("Escape");
    await dispatched.click();
    await origin.waitFor();
    assert.match(await origin.innerText(), /cases-dispatched/);
    assert.match(await row.innerText(), /▼\sworse \(99\.8%\)/);
  });
});

test("the reader's weights order the areas, and the address keeps them", async () => {
  await with_page(`${DISTRICT}${PERIOD}&lang=zh`, {}, async (page) => {
    await settled(page);
    const section = page.locator(".case-score");
    await page.locator(SCORE_ROWS).first().waitFor();
    assert.equal(await page.locator(SCORE_ROWS).count(), 10);
    assert.match(await page.locator(SCORE_ROWS).first().innerText(), /辛街道\s+94\.9/);
    // By keyboard alone: response to zero, satisfaction to zero. Only resolution counts then.
    for (const name of ["response", "satisfaction"]) {
      const slider = section.locator(`input[name="weight-${name}"]`);
      await slider.focus();
      await page.keyboard.press("Home");
      assert.equal(await slider.evaluate((element) => element === document.activeElement), true);
    }
    await page.waitForFunction(() => document.querySelector(".case-score").innerText.includes("得分 =（办结率 × 40）÷ 40"));
    assert.equal(key(page, "weights"), "resolution:40");
    // 辛街道 resolved 3,849 of 4,124.
    assert.match(await page.locator(SCORE_ROWS).first().innerText(), /辛街道\s+93\.3\s+92\.5–94\.1\s+93\.3%/);
    const rows = await page.locator(SCORE_ROWS).allInnerTexts();
    await page.reload();
    await settled(page);
    await page.locator(SCORE_ROWS).first().waitFor();
    assert.deepEqual(await page.locator(SCORE_ROWS).allInnerTexts(), rows);
    await section.getByRole("button", { name: "恢复起始权重" }).click();
    await page.waitForFunction(() => document.querySelector(".case-score").innerText.includes("÷ 100"));
    assert.equal(key(page, "weights"), null);
    assert.match(await section.innerText(), /只会偏宽/);
    // So close that none has a place of its own.
    assert.match(await page.locator(SCORE_ROWS).first().innerText(), /^\s*1–10\s/);
  });
});

test("weights that are none are said to be", async () => {
  await with_page(`${DISTRICT}${PERIOD}&weights=nonsense&lang=zh`, {}, async (page) => {
    await settled(page);
    await page.locator(".case-score .refusal").waitFor();
    assert.match(await page.locator(".case-score").innerText(), /地址中的权重无法识别/);
  });
});

test("a place that stands apart leads to its own cases", async () => {
  await with_page(`${DISTRICT}${PERIOD}&lang=zh`, {}, async (page) => {
    await settled(page);
    await page.locator(".said a", { hasText: "乙01社区" }).click();
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("乙01社区"));
    assert.equal(key(page, "area"), "990001002001");
    // From there the table of scores leads to profiles.
    await page.locator(".case-score-table tr.case-own a").click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "profile");
  });
});

test("the flow leaves the page as a table in full", async () => {
  await with_page(`${DISTRICT}${PERIOD}&lang=zh`, {}, async (page) => {
    await settled(page);
    const chart = page.locator(".cases .chart").first();
    const download = await exported(page, chart, "csv");
    const text = fs.readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "");
    const table = text.split("\n").filter((line) => !line.startsWith("#")).join("\n");
    const rows = parse_csv(table);
    assert.equal(rows.length, 7);
    const resolved = rows.find((row) => row.stage === "case.resolved");
    assert.deepEqual([resolved.cases, resolved.loss], ["34391", "1687"]);
    assert.ok(Math.abs(Number(resolved.of_dispatched) - 34391 / 37190) < 1e-12);
    assert.ok(rows.every((row) => row.fictional.length > 0));
  });
});

test("an unripe month is compared with nothing", async () => {
  await with_page(`${COMMUNITY}&period=2026-04&lang=zh`, {}, async (page) => {
    await settled(page);
    const text = await visible_text(page, ".cases");
    assert.match(text, /不计算转化率，也不作比较/);
    assert.doesNotMatch(text, /相比|[▼▲]/);
    assert.equal(await page.locator(".case-rates").count(), 0);
  });
});

test("a package that counts no stages shows what it publishes, and judges nothing", async () => {
  await with_page("?package=published&page=cases&lang=zh", {}, async (page) => {
    await wait_for_state(page, "ready");
    await page.locator(".case-figures tbody tr").first().waitFor();
    const text = await visible_text(page, ".cases");
    assert.match(text, /没有公布点单、派单、响应、受理、办结、评价各环节的件数/);
    assert.match(text, /≥ 3,120 件/);
    assert.match(text, /≈ 1,200 件/);
    assert.doesNotMatch(text, /[▼▲●]|位次 /);
    assert.equal(await page.locator(".case-figures tbody tr").count(), 3);
    assert.equal(await page.locator(".cases .verdict").count(), 0);
    await page.locator(".case-figures button").first().click();
    await page.locator("aside.origin").waitFor();
    assert.match(await page.locator("aside.origin").innerText(), /problems-resolved/);
  });
});

test("a period or a place without stages says where they are", async () => {
  await with_page(`${DISTRICT}&period=2026-Q1&lang=zh`, {}, async (page) => {
    await wait_for_state(page, "ready");
    const link = page.locator(".cases a", { hasText: "查看 2026 年 3 月" });
    await link.waitFor();
    const text = await visible_text(page, ".cases");
    assert.match(text, /2026 年第 1 季度没有按季公布的事项件数，请改选月份/);
    assert.doesNotMatch(text, /没有公布点单/);
    assert.equal(await page.locator(".case-figures").count(), 0);
    await link.click();
    await settled(page);
    assert.equal(key(page, "period"), "2026-03");
    assert.match(await said(page), /派单 37,190 件/);
  });
  for (const [view, expected] of [
    ["&area=990001004017&period=2025-03", /丁17社区 2025 年 7 月 ?设立，此前无数据/],
    ["&area=990001004006", /丁06社区的数据截至 2025 年 6 月，此后已撤并。原辖区现属丁16社区、丁17社区/],
  ]) {
    await with_page(`${DISTRICT}${view}&lang=zh`, {}, async (page) => {
      await wait_for_state(page, "ready");
      await page.locator(".cases .sentence").first().waitFor();
      assert.match(await visible_text(page, ".cases"), expected);
    });
  }
});

test("a category leads to its own row", async () => {
  await with_page(`${DISTRICT}${PERIOD}&lang=zh`, {}, async (page) => {
    await settled(page);
    const plot = page.locator(".cases .chart", { hasText: "按事项类别" }).locator(".plot");
    await plot.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const origin = page.locator("aside.origin");
    await origin.waitFor();
    const text = await origin.innerText();
    assert.match(text, /受理事项 · 物业管理 6,987 件/);
    assert.match(text, /category\s+property/);
    assert.match(text, /value\s+6987/);
  });
});

test("an area beside that is none is told", async () => {
  for (const code of ["nowhere", "990001002001"]) {
    await with_page(`${COMMUNITY}${PERIOD}&beside=${code}&lang=zh`, {}, async (page) => {
      await settled(page);
      assert.match(await visible_text(page, ".notices"), new RegExp(`beside=${code}`));
    });
  }
});
