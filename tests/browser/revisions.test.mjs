// 修订: what a value was before, and every page as the data stood on a day.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { exported, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const NOTICE = ".notices .as-of";
const ROWS = "#revisions tbody tr";
const COMPARE = "?page=compare&package=demo&lang=zh&indicator=cases-taken&period=2025-11&within=990001003";
const key = (page, name) => new URL(page.url()).searchParams.get(name);
const row_of = (page, name) => page.locator(".compare-table tbody tr", { hasText: name }).first();
const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

async function downloaded(page, act) {
  const download = await act();
  return fs.readFileSync(await download.path(), "utf8");
}

async function value_of(page, name) {
  return plain(await row_of(page, name).locator("td.number").first().innerText());
}

test("the data page lists every revision, the newest first, and saves them", async () => {
  await with_page("?page=data&package=demo&lang=zh", {}, async (page) => {
    await page.locator(ROWS).first().waitFor();
    assert.equal(await page.locator(ROWS).count(), 18);
    const dates = await page.locator(`${ROWS} th`).allInnerTexts();
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.equal(dates[0], "2026-04-10");
    const own = page.locator(ROWS, { hasText: "戊04社区" });
    const cells = (await own.locator("th, td").allInnerTexts()).map(plain);
    assert.deepEqual(cells, ["2026-04-10", "按期办结率", "戊04社区", "2026 年 2 月", "80.7% 151 / 187", "85.0% 159 / 187", "+4.3 个百分点", "漏报的办结时间补录"]);
    const late = (await page.locator(ROWS, { hasText: "己05社区" }).locator("td").allInnerTexts()).map(plain);
    assert.deepEqual(late.slice(3, 6), ["无", "92.2% 178 / 193", ""]);
    // It is listed among the contents and no fault is told.
    assert.equal(await page.locator('.contents a[href="#revisions"]').count(), 1);
    const csv = await downloaded(page, () => exported(page, "#revisions", "csv"));
    const rows = parse_csv(csv.split("\n").filter((line) => !/^\uFEFF?#/.test(line)).join("\n"));
    assert.equal(rows.length, 18);
    assert.equal(rows[0].released, "2026-04-10");
    const community = rows.find((row) => row.area_code === "990001005004");
    assert.deepEqual([community.old_numerator, community.old_denominator, community.new_numerator], ["151", "187", "159"]);
  });
});

test("a value says what it was before, and leads to the state before", async () => {
  await with_page(COMPARE, {}, async (page, log) => {
    await row_of(page, "丙03社区").waitFor();
    assert.match(await value_of(page, "丙03社区"), /^137 件 ?有修订$/);
    assert.match(await value_of(page, "丙04社区"), /^350 件$/);
    await row_of(page, "丙03社区").locator(".origin-cell button").click();
    const items = page.locator(".origin .earlier p");
    const texts = (await items.allInnerTexts()).map(plain);
    assert.equal(texts.length, 2);
    assert.match(texts[0], /^此前为 134 件（2026-02-12 更正：补录漏登记的来访） 查看修订前$/);
    assert.match(texts[1], /^此前为 122 件（2026-01-08 更正：补录热线转办事项） 查看修订前$/);
    assert.ok(log.requests.some((address) => address.endsWith("/revisions.csv")));
    await items.nth(0).locator("a").click();
    await page.locator(NOTICE).waitFor();
    assert.equal(key(page, "as-of"), "2026-02-11");
    await page.waitForFunction(() => /134 件/.test(document.querySelector(".compare-table")?.innerText ?? ""));
    assert.match(await value_of(page, "丙03社区"), /^134 件 ?有修订$/);
    // Its origin is the row of the revision now.
    await row_of(page, "丙03社区").locator(".origin-cell button").click();
    const origin = plain(await visible_text(page, ".origin"));
    assert.match(origin, /后来改为 137 件（2026-02-12 更正：补录漏登记的来访）/);
    assert.match(origin, /revisions\.csv 第 7 行/);
    assert.match(origin, /old 134/);
  });
});

test("every page stands as it did on the day, says so, and leads back", async () => {
  await with_page(`${COMPARE}&as-of=2026-01-01`, {}, async (page) => {
    await row_of(page, "丙03社区").waitFor();
    assert.match(await value_of(page, "丙03社区"), /^122 件$/);
    const notice = plain(await visible_text(page, NOTICE));
    assert.match(notice, /^按 2026-01-01 时的数据（之后的 18 处修订未计入）.* 回到当前数据$/);
    const csv = await downloaded(page, () => exported(page, "#main", "csv"));
    assert.ok(csv.includes("按 2026-01-01 时的数据（之后的 18 处修订未计入）"), csv.slice(0, 500));
    const rows = parse_csv(csv.split("\n").filter((line) => !/^\uFEFF?#/.test(line)).join("\n"));
    assert.equal(rows.find((row) => row.area_code === "990001003003").value, "122");
    assert.ok(rows.every((row) => row.as_of === "2026-01-01" && row.fictional));
    const svg = await downloaded(page, () => exported(page, "#main", "svg"));
    assert.ok(svg.includes("按 2026-01-01 时的数据"), "the picture says so");
    // The rail keeps the day, on every page.
    for (const name of ["profile", "trends", "map", "organisation", "cases", "standards", "explore", "data", "overview"]) {
      await page.locator(`.rail a[href*="page=${name}"]`).click();
      await page.waitForFunction((wanted) => new URL(location.href).searchParams.get("page") === wanted, name);
      await wait_for_state(page, "ready");
      assert.equal(key(page, "as-of"), "2026-01-01", name);
      assert.match(plain(await visible_text(page, NOTICE)), /^按 2026-01-01 时的数据/, name);
    }
    await page.locator(`${NOTICE} a`).click();
    await page.waitForFunction((notice) => document.querySelector(notice) === null, NOTICE);
    assert.equal(key(page, "as-of"), null);
    await page.goBack();
    await page.locator(NOTICE).waitFor();
  });
});

test("the card of the overview is that of the day", async () => {
  const cards = async (page) => plain(await visible_text(page, ".page.overview"));
  await with_page("?package=demo&lang=en&period=2026-02&as-of=2026-04-09", {}, async (page) => {
    const text = await cards(page);
    assert.match(text, /30,453 \/ 34,882/);
    assert.match(plain(await visible_text(page, NOTICE)), /^As the data stood on 2026-04-09 \(3 later revisions left out\)/);
    await page.locator(`${NOTICE} a`).click();
    await page.waitForFunction(() => document.body.innerText.includes("30,461 / 34,882"));
    assert.equal(await page.locator(NOTICE).count(), 0);
  });
  // The newest is the newest of that day, though later files hold later ones.
  await with_page("?page=compare&package=demo&lang=en&indicator=on-time-rate&as-of=2025-06-30", {}, async (page) => {
    assert.match(plain(await visible_text(page, "main")), /June 2025/);
    assert.ok((await page.locator(".compare-table tbody tr").count()) >= 160);
  });
});

test("a day after the last revision is today and nothing is said", async () => {
  await with_page("?page=trends&package=demo&lang=zh&indicator=on-time-rate&area=990001005004&as-of=2026-12-31", {}, async (page) => {
    assert.equal(await page.locator(NOTICE).count(), 0);
    const row = page.locator(".trend-table tbody tr", { hasText: "2026 年 2 月" }).first();
    assert.match(plain(await row.innerText()), /85\.0% ?有修订/);
  });
});

test("the choice of a day is on the data page", async () => {
  await with_page("?page=data&package=demo&lang=en", {}, async (page) => {
    const select = page.locator("#revisions select[name=as-of]");
    await select.waitFor();
    const options = await select.locator("option").allInnerTexts();
    assert.deepEqual(options, ["Current data", "2026-04-09", "2026-03-08", "2026-02-11", "2026-02-05", "2026-01-07"]);
    await select.selectOption("2026-03-08");
    await page.locator(NOTICE).waitFor();
    assert.match(plain(await visible_text(page, NOTICE)), /6 later revisions left out/);
    assert.equal(await page.locator("#revisions select[name=as-of]").inputValue(), "2026-03-08");
    const day = page.locator("#revisions input[name=as-of-day]");
    await day.fill("2026-01-20");
    await day.dispatchEvent("change");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("as-of") === "2026-01-20");
    assert.match(plain(await visible_text(page, NOTICE)), /15 later revisions left out/);
    assert.equal(await page.locator(ROWS).count(), 18, "all are listed whatever the day");
  });
});

test("a profile marks what was revised", async () => {
  await with_page("?page=profile&package=demo&lang=zh&area=990001005004&period=2026-02", {}, async (page) => {
    const row = page.locator(".profile-table tbody tr", { hasText: "按期办结率" }).first();
    assert.match(plain(await row.innerText()), /85\.0.*有修订/);
    assert.equal(await page.locator(".profile-table .second", { hasText: "有修订" }).count(), 1);
  });
});

test("revisions that cannot be read are said to be missing, and nothing passes for earlier", async () => {
  const overrides = { "data/demo/revisions.csv": { status: 404 } };
  await with_page(`${COMPARE}&as-of=2026-01-01`, { overrides, allow: [/404/] }, async (page) => {
    await row_of(page, "丙03社区").waitFor();
    assert.match(plain(await visible_text(page, NOTICE)), /修订记录未能读取，无法按 2026-01-01 时的数据显示/);
    assert.match(await value_of(page, "丙03社区"), /^137 件$/);
  });
});

test("a package without revisions opens as it is", async () => {
  await with_page("?page=compare&package=published&lang=zh&as-of=2026-11-01", {}, async (page) => {
    assert.equal(await page.locator(NOTICE).count(), 0);
    assert.ok((await page.locator(".compare-table tbody tr").count()) > 0);
  });
});
