// What a publisher does: edits a CSV beside the built site and reloads. No build, no tool.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { DIST, gb18030, visible_text, wait_for_state, with_page } from "./lib.mjs";

const ROWS = ".compare-table tbody tr";

// A copy of the site; `edit` changes one of its data files.
function copy_of_site(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-published-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  fs.cpSync(DIST, folder, { recursive: true });
  const edit = (name, change) => {
    const file = path.join(folder, "data", name);
    const before = fs.readFileSync(file, "utf8");
    const after = change(before);
    assert.notEqual(after, before, `${name} is changed`);
    fs.writeFileSync(file, after);
  };
  return { folder, edit };
}

async function reload(page) {
  await page.reload();
  await wait_for_state(page, "ready");
}

test("an edited figure shows on reload", async (t) => {
  const { folder, edit } = copy_of_site(t);
  await with_page("?package=published", { folder }, async (page) => {
    const card = page.locator(".card", { hasText: "小区党支部" }).first();
    assert.match(await card.innerText(), /674/);
    edit("published/observations-headline.csv", (text) => text.replace(",674,", ",676,"));
    await reload(page);
    assert.match(await card.innerText(), /676/);
    // A name and a banner too.
    edit("published/areas.csv", (text) => text.replace("雁塔区", "雁塔新区"));
    edit("published/datapackage.json", (text) => text.replace("本站未核实", "本站未予核实"));
    await reload(page);
    const shown = await visible_text(page);
    assert.match(shown, /雁塔新区/);
    assert.match(shown, /本站未予核实/);
    assert.match(await visible_text(page, ".counts"), /[1-9]\d* 处数据问题/, "the old name in the observations is a fault now");
  });
});

test("a package of one's own: a folder and an entry in the catalog", async (t) => {
  const { folder, edit } = copy_of_site(t);
  fs.cpSync(path.join(folder, "data/published"), path.join(folder, "data/own"), { recursive: true });
  edit("own/datapackage.json", (text) => text.replaceAll("公开数字摘编", "本区"));
  edit("catalog.json", (text) => {
    const catalog = JSON.parse(text);
    catalog.packages.unshift({ name: "own", path: "own/", title_zh: "本区", title_en: "Our district" });
    return JSON.stringify(catalog);
  });
  await with_page("", { folder }, async (page) => {
    assert.equal(await page.locator("select[name=package]").inputValue(), "own");
    assert.match(await page.title(), /本区/);
    assert.match(await visible_text(page), /522 \/ 583/);
  });
});

const WIDE = "demo/observations-participation-2026.csv";
const COMPARE = "?package=demo&page=compare&indicator=registered-volunteers";

// 163 rows more, as a clerk types them into Excel under those of the month before.
function with_new_month(text, period, { volunteers = (number) => String(number), line_end = "\r\n" } = {}) {
  const lines = text.trimEnd().split(/\r?\n/);
  const last = lines.slice(-163);
  assert.ok(last.every((line) => line.split(",")[2] === "2026-03"), "the file ends with March");
  const added = last.map((line, at) => {
    const cells = line.split(",");
    cells[2] = typeof period === "string" ? period : period[at % period.length];
    cells[3] = volunteers(Number(cells[3]) + 1000, at);
    return cells.join(",");
  });
  return [...lines, ...added, ""].join(line_end);
}

test("a clerk's month in the ways that Excel and people write it: 163 rows more show on reload", async (t) => {
  const { folder, edit } = copy_of_site(t);
  await with_page(COMPARE, { folder }, async (page) => {
    const choice = page.locator("#app select[name=period]");
    assert.equal(await choice.inputValue(), "2026-03");
    assert.equal(await choice.locator("option[value='2026-04']").count(), 0);
    const before = await page.locator(ROWS, { hasText: "甲07社区" }).innerText();

    edit(WIDE, (text) => with_new_month(text, ["2026/4/1", "2026年4月", "2026/4", "202604"]));
    await reload(page);
    assert.equal(await choice.inputValue(), "2026-04", "the new month is the newest");
    assert.equal(await page.locator(ROWS).count(), 163);
    assert.equal(await page.locator(`${ROWS} td.missing`).count(), 0);
    const number = (row) => Number(row.replaceAll(",", "").match(/\s(\d+)\s*人?/)[1]);
    const after = await page.locator(ROWS, { hasText: "甲07社区" }).innerText();
    assert.equal(number(after), number(before) + 1000);
    assert.match(await visible_text(page, ".chart:first-child .subtitle"), /2026 年 4 月/);
    assert.match(await visible_text(page, ".counts"), / 0 处数据问题/, "a date in Excel's style is no fault");
    await page.locator(".counts a").click();
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, "#faults"), /已读作 2026-04/);
  });
});

test("a clerk's month saved by Excel in Chinese, in GB18030", async (t) => {
  const { folder } = copy_of_site(t);
  const file = path.join(folder, "data", WIDE);
  fs.writeFileSync(file, gb18030(with_new_month(fs.readFileSync(file, "utf8"), "2026/4/1")));
  await with_page(COMPARE, { folder }, async (page) => {
    assert.equal(await page.locator("#app select[name=period]").inputValue(), "2026-04");
    assert.equal(await page.locator(`${ROWS} td.missing`).count(), 0);
  });
});

test("a wrong cell in a clerk's month is named by line and column, and only that cell is missing", async (t) => {
  const { folder, edit } = copy_of_site(t);
  const volunteers = (number, at) => (at === 41 ? "约1200" : String(number));
  edit(WIDE, (text) => with_new_month(text, "2026/4/1", { volunteers }));
  // The first line is the header; three months came before.
  const line = 1 + 3 * 163 + 42;
  await with_page(COMPARE, { folder }, async (page) => {
    assert.equal(await page.locator(`${ROWS} td.missing`).count(), 1);
    const row = await page.locator(ROWS, { has: page.locator("td.missing") }).innerText();
    assert.match(await visible_text(page, ".sentence"), /163 个社区中 162 个有数值/);
    assert.match(row, /数据有误/);
    const counts = page.locator(".counts a");
    assert.equal(await counts.innerText(), "1 处数据问题");
    await counts.click();
    await wait_for_state(page, "ready");
    const cells = await page.locator("#faults table.faults tbody tr").first().locator("th, td").allInnerTexts();
    assert.deepEqual(cells.slice(0, 4), ["observations-participation-2026.csv", String(line), "registered-volunteers", "约1200"]);
    assert.match(cells[4], /不是数字/);
    // The cells beside it are read.
    await page.locator("nav.rail a").nth(1).click();
    await page.locator("main select[name=indicator]").selectOption("volunteer-services");
    await wait_for_state(page, "ready");
    assert.equal(await page.locator("#app select[name=period]").inputValue(), "2026-04");
    assert.equal(await page.locator(`${ROWS} td.missing`).count(), 0);
  });
});

test("next year's file ships with its header only: rows in it are offered", async (t) => {
  const { folder, edit } = copy_of_site(t);
  edit("demo/observations-participation-2027.csv", (text) => {
    const month = fs.readFileSync(path.join(folder, "data", WIDE), "utf8").trimEnd().split(/\r?\n/).slice(-163);
    return [text.trimEnd(), ...month.map((line) => line.replace("2026-03", "2027年1月")), ""].join("\n");
  });
  await with_page(COMPARE, { folder }, async (page) => {
    assert.equal(await page.locator("#app select[name=period]").inputValue(), "2027-01");
    assert.equal(await page.locator(`${ROWS} td.missing`).count(), 0);
    const periods = await page.locator("#app select[name=period] option").evaluateAll((all) => all.map((option) => option.value));
    assert.ok(periods.includes("2026-03"), "the years before are still offered");
  });
});
