// The page of explorations as researchers meet it: two indicators against each other, how one is spread,
// one by the values of a dimension; marks that come and go; addresses that open the same picture.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { exported, visible_text, wait_for_state, with_page } from "./lib.mjs";

const PAGE = "?package=demo&page=explore&indicator=on-time-rate&across=satisfaction-rate&period=2026-03";
const CHART = ".explore .chart";
const select = (name) => `#app select[name="${name}"]`;
const key = (page, name) => new URL(page.url()).searchParams.get(name);
const sentence = (page) => visible_text(page, ".explore .sentence");
const says = (page, text) =>
  page.waitForFunction((text) => document.querySelector(".explore .sentence")?.innerText.includes(text), text);
const shows = (page, selector, count) =>
  page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length === count, [selector, count]);

// A row of the chart's own table is a mark by another way: its button does what a click on the dot does.
async function open_table(page) {
  await page.locator(`${CHART} .table-toggle`).first().click();
  await page.locator(".chart-table tbody tr").first().waitFor();
}

test("two indicators: what they say together, who is in it, and no cause", async () => {
  await with_page(PAGE, {}, async (page) => {
    await says(page, "163 个社区两项均有确切的最终值。");
    const said = await sentence(page);
    assert.match(said, /线性相关系数 −0\.11（95% 区间 −0\.26 至 0\.05）：区间包含 0/);
    await shows(page, CHART, 1);
    assert.equal(await page.locator(".explore .tabs a").count(), 5);
    assert.equal(await visible_text(page, ".explore .tabs a[aria-current]"), "散点");
    await open_table(page);
    assert.equal(await page.locator(".chart-table tbody tr").count(), 163);
  });
});

test("the indicator across, its size and shade are chosen, and a figure in common is warned about", async () => {
  await with_page(PAGE, {}, async (page) => {
    await shows(page, CHART, 1);
    await page.selectOption(select("indicator"), "satisfaction-rate");
    // What stood across has changed places.
    await page.waitForFunction(() => new URL(location).searchParams.get("across") === "on-time-rate");
    await page.selectOption(select("across"), "cases-rated");
    await page.waitForFunction(() => document.querySelector(".explore .refusal")?.innerText.includes("分母"));
    assert.equal(key(page, "across"), "cases-rated");
    await page.selectOption(select("size"), "households");
    await page.selectOption(select("shade"), "verdict");
    await wait_for_state(page, "ready");
    assert.equal(key(page, "size"), "households");
    assert.equal(key(page, "shade"), "verdict");
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("size"));
    assert.equal(await page.locator(select("size")).inputValue(), "");
    assert.equal(await page.locator(select("across")).inputValue(), "cases-rated");
  });
});

test("the axes are exchanged", async () => {
  await with_page(PAGE, {}, async (page) => {
    await shows(page, CHART, 1);
    await page.getByRole("button", { name: "互换坐标轴" }).click();
    await page.waitForFunction(() => new URL(location).searchParams.get("indicator") === "satisfaction-rate");
    assert.equal(key(page, "across"), "on-time-rate");
    await says(page, "线性相关系数 −0.11");
  });
});

test("a click on a dot marks its area, a second one clears it, and back leads back", async () => {
  await with_page(PAGE, {}, async (page) => {
    await wait_for_state(page, "ready");
    // As tall as it is going to be: a chart knows its width a picture after it stands.
    await page.waitForFunction((chart) => document.querySelector(`${chart} canvas`)?.clientHeight > 300, CHART);
    const canvas = page.locator(`${CHART} canvas`).first();
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    // Somewhere in the cloud: the nearest dot takes it.
    const at = [box.x + box.width * 0.68, box.y + box.height * 0.25];
    await page.mouse.move(...at);
    await page.mouse.click(...at);
    await page.waitForFunction(() => new URL(location).searchParams.get("beside"));
    await shows(page, ".pinned tbody tr", 1);
    const row = await visible_text(page, ".pinned tbody tr");
    assert.match(row, /社区.*%.*%/s);
    await page.mouse.click(...at);
    await page.waitForFunction(() => !new URL(location).searchParams.get("beside"));
    await shows(page, ".pinned tbody tr", 0);
    await page.goBack();
    await shows(page, ".pinned tbody tr", 1);
    await page.locator(".pinned tbody button[aria-label]").click();
    await shows(page, ".pinned tbody tr", 0);
  });
});

test("marks are set by typing, lead to their cells, and are cleared at once", async () => {
  await with_page(PAGE + "&beside=990001001001", {}, async (page) => {
    await shows(page, ".pinned tbody tr", 1);
    const field = page.locator('.pinned input[name="find-area"]');
    await field.fill("乙01");
    await page.locator(".pinned [role=option]").first().waitFor();
    await field.press("Enter");
    await shows(page, ".pinned tbody tr", 2);
    assert.equal(key(page, "beside"), "990001001001,990001002001");
    await page.locator(".pinned tbody tr:nth-child(2) .figure-of-row").first().click();
    await page.locator(".origin").waitFor();
    assert.match(await visible_text(page, ".origin"), /observations-cases-2026\.csv/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "全部取消" }).click();
    await shows(page, ".pinned tbody tr", 0);
    assert.equal(key(page, "beside"), null);
  });
});

test("a distribution: the middle, both ends, the rule of its bins, and marks in it", async () => {
  await with_page(PAGE + "&explore=distribution&area=990001002001", {}, async (page) => {
    await says(page, "163 个社区：中位数 87.5%，中间 50% 在 85.9% 至 89.4% 之间，最低 69.9%（甲05社区）");
    await shows(page, ".pinned tbody tr", 1);
    await open_table(page);
    // 29 bins and 163 areas.
    assert.equal(await page.locator(".chart-table tbody tr").count(), 192);
    await page.locator(".chart-table tbody tr:nth-child(30) button").click();
    await shows(page, ".pinned tbody tr", 2);
    assert.match(await visible_text(page, ".pinned"), /甲05社区/);
    const download = await exported(page, CHART, "csv");
    assert.equal(download.suggestedFilename(), "demo-on-time-rate-community-2026-03-distribution.csv");
    const csv = fs.readFileSync(await download.path(), "utf8");
    assert.match(csv, /Freedman–Diaconis/);
    assert.match(csv, /explore=distribution/);
  });
});

test("a breakdown: by size, as declared, of another area, and all areas beside it", async () => {
  await with_page("?package=demo&page=explore&explore=breakdown&indicator=cases-taken&period=2026-03", {}, async (page) => {
    await says(page, "按事项类别分 9 类，最高为物业管理（6,987 件，占 19.4%）");
    await shows(page, CHART, 2);
    const first = () => visible_text(page, ".by-category tbody tr:first-child");
    const last = () => visible_text(page, ".by-category tbody tr:last-child");
    assert.match(await first(), /物业管理/);
    assert.match(await last(), /邻里纠纷|矛盾|纠纷/);
    await page.selectOption(select("order"), "declared");
    await page.waitForFunction(() => location.search.includes("sort=declared"));
    await page.waitForFunction(() => document.querySelector(".by-category tbody tr:last-child")?.innerText.includes("暖"));
    await page.selectOption(select("area"), "990001002");
    await page.waitForFunction(() => document.querySelector(".explore .sentence").innerText.includes("乙"));
    assert.equal(key(page, "area"), "990001002");
    await page.locator(".by-category .figure-of-row").first().click();
    await page.locator(".origin").waitFor();
    assert.match(await visible_text(page, ".origin"), /observations-cases-category-2026\.csv/);
  });
});

test("an indicator without a breakdown names those that have one", async () => {
  await with_page("?package=demo&page=explore&explore=breakdown&indicator=service-coverage", {}, async (page) => {
    await page.waitForFunction(() => document.querySelector(".explore .refusal")?.innerText.includes("没有细分数据"));
    await shows(page, ".explore .chips a", 2);
    await page.locator(".explore .chips a").first().click();
    await shows(page, CHART, 2);
  });
});

test("in English, and round the address: the copied link opens the same picture", async () => {
  await with_page("?package=demo&page=explore&indicator=on-time-rate&lang=en&beside=990001002001", {}, async (page) => {
    await page.waitForFunction(() => document.querySelector(".explore .sentence")?.innerText.includes("Linear correlation"));
    const said = await sentence(page);
    const download = await exported(page, CHART, "csv");
    assert.equal(download.suggestedFilename(), "demo-on-time-rate-service-coverage-community-2026-03.csv");
    const csv = fs.readFileSync(await download.path(), "utf8");
    const address = csv.match(/\?page=explore\S*/)[0].replace(/["\r]/g, "");
    assert.match(address, /across=service-coverage/);
    assert.match(address, /across-period=2026-03/);
    assert.match(address, /period=2026-03/);
    await page.goto(page.url().split("?")[0] + address);
    await page.waitForFunction(() => document.querySelector(".explore .sentence")?.innerText.includes("Linear correlation"));
    assert.equal(await sentence(page), said);
    await shows(page, ".pinned tbody tr", 1);
    assert.match(await page.title(), /On-time resolution rate/);
  });
});

test("what does not fit is told", async () => {
  await with_page(PAGE + "&size=nothing&dimension=age", {}, async (page) => {
    await wait_for_state(page, "ready");
    const text = await visible_text(page, "#main");
    assert.match(text, /size/);
    assert.match(text, /dimension/);
  });
});

test("published places: no fit, no verdict, no blank panel", async () => {
  for (const explore of ["scatter", "distribution", "breakdown"]) {
    for (const lang of ["zh", "en"]) {
      await with_page(`?package=published&page=explore&explore=${explore}&lang=${lang}`, {}, async (page) => {
        await wait_for_state(page, "ready");
        const text = await visible_text(page, ".explore");
        assert.ok(text.length > 60, text);
        assert.equal(await page.locator(".explore .verdict").count(), 0);
        assert.doesNotMatch(text, /相关系数 −?0\.|correlation −?0\./);
        assert.equal(await page.locator(".explore .chart canvas[height='0']").count(), 0);
        if (explore === "scatter") {
          assert.equal(await page.locator('select[name="shade"] option[value="verdict"]').count(), 0);
        }
      });
    }
  }
});
