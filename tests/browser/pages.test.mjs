// The three pages as readers meet them: what they show, what answers to mouse and keyboard, what
// leaves them as a file, and that the address says it all.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DIST, exported, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const DEMO = { zh: "示范区", en: "Demonstration District" };
const FICTIONAL = { zh: "虚构演示数据", en: "Fictional" };
const BANNER = {
  zh: "数字摘自公开文章，由发布方自行统计，本站未核实；时点与口径不同，不排名、不判定达标。所示为发表时情况，不代表现状。",
  en: JSON.parse(fs.readFileSync(path.join(DIST, "data/published/datapackage.json"), "utf8")).zhishe.banner_en,
};
const COMMUNITY = /[甲乙丙丁戊己庚辛壬癸]\d\d社区/;
// The ranking; the funnel stands after it.
const PLOT = ".charts .chart:first-child .plot";
const FUNNEL = ".charts .chart:nth-child(2) .plot";
const ROWS = ".compare-table tbody tr";
const COMPARE = "?package=demo&page=compare";

const key = (page, name) => new URL(page.url()).searchParams.get(name);
const select = (name) => `#app select[name="${name}"]`;

// What a view is, for holding one against another; with its pictures where asked for.
async function snapshot(page, { pictures = false } = {}) {
  await wait_for_state(page, "ready");
  const found = await page.evaluate(async (pictures) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const root = document.documentElement;
    return {
      title: document.title,
      lang: root.lang,
      theme: root.dataset.theme,
      // What a closed list would offer is not seen.
      text: [...document.querySelectorAll("#app select")].reduce((text, select) => text.replace(select.innerText, ""), document.querySelector("#app").innerText),
      chosen: [...document.querySelectorAll("select")].map((select) => `${select.name}=${select.value}`),
      picked: [...document.querySelectorAll("tr.picked th")].map((head) => head.innerText),
      pictures: pictures ? [...document.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()) : [],
    };
  }, pictures);
  return { query: new URL(page.url()).search, ...found };
}

// How many pixels of a canvas are neither clear nor of its most common colour.
function painted_pixels(page, selector) {
  return page.locator(selector).first().evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const words = new Uint32Array(data.buffer);
    const counts = new Map();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return words.length - Math.max(...counts.values());
  });
}

async function sorted_values(page) {
  await page.locator(ROWS).first().waitFor();
  const texts = await page.locator(`${ROWS} td.number:not(.missing)`).evaluateAll((cells) =>
    cells.filter((cell) => cell.cellIndex === 2).map((cell) => cell.innerText),
  );
  return texts.map((text) => parseFloat(text.replace("−", "-").replaceAll(",", "")));
}

const is_rising = (numbers) => numbers.every((number, at) => at === 0 || numbers[at - 1] <= number);

// ---- overview -----------------------------------------------------------------------------------

for (const lang of ["zh", "en"]) {
  test(`overview of the published figures: ${lang}`, async () => {
    await with_page(`?package=published&lang=${lang}`, {}, async (page) => {
      const text = await visible_text(page);
      assert.ok(text.includes(BANNER[lang]), "the banner, word for word");
      for (const figure of [/(?<!\d)674(?!\d)/, /≥ 3,120/, /89\.5/, /522 \/ 583/, /(?<!\d)249(?!\d)/]) assert.match(text, figure);
      const card = await visible_text(page, ".card:has-text('522 / 583')");
      assert.match(card, /89\.5/);
      assert.equal(await page.locator(".fictional").count(), 0);
      assert.equal(await page.locator("html").getAttribute("lang"), { zh: "zh-CN", en: "en" }[lang]);
    });
  });

  test(`overview of the demonstration: ${lang}`, async () => {
    await with_page(`?package=demo&lang=${lang}`, {}, async (page) => {
      const text = await visible_text(page);
      assert.ok(text.includes(DEMO[lang]));
      assert.match(await visible_text(page, "header.top"), new RegExp(FICTIONAL[lang], "i"));
      assert.match(text, { zh: /163 个社区/, en: /163 communities/ }[lang]);
      assert.match(text, { zh: /环比.*同比/, en: /on previous period.*on a year earlier/ }[lang]);
      assert.match(text, { zh: /距今 \d+ (个月|年)/, en: /month|year/ }[lang]);
      assert.ok((await page.locator(".card").count()) >= 6);
      assert.ok((await painted_pixels(page, ".card canvas")) > 50, "a sparkline is drawn");
      assert.match(await page.title(), new RegExp(DEMO[lang]));
      assert.match(await page.title(), { zh: /总览.*知社/, en: /Overview.*Zhishe/ }[lang]);
      const marks = await page.evaluate(() => performance.getEntriesByName("first-chart").length);
      assert.equal(marks, 1, "one first chart");
    });
  });
}

test("the first view of the demonstration asks only for what it shows", async () => {
  await with_page("", {}, async (page, log) => {
    await page.locator(".verify-group").first().waitFor();
    const early = await page.evaluate(() => {
      const stands = performance.getEntriesByName("first-chart")[0].startTime;
      const asked = performance.getEntriesByType("resource").filter((entry) => entry.startTime < stands);
      return asked.map((entry) => new URL(entry.name).pathname);
    });
    // What findings are gathered from comes after the first picture.
    const all = log.sent.map((request) => request.path).filter((path) => path.startsWith("data/"));
    const asked = all.filter((path) => early.some((name) => name.endsWith(`/${path}`)));
    assert.ok(all.length > asked.length + 10, "the rest comes later");
    const allowed = /^data\/(catalog\.json|demo\/(datapackage\.json|(areas|indicators|sources|observations-headline-\d{4})\.csv))$/;
    assert.deepEqual(asked.filter((path) => !allowed.test(path)), []);
    assert.equal(new Set(all).size, all.length, "each once");
  });
});

test("the comparison asks only for its theme and its year", async () => {
  await with_page(COMPARE, {}, async (page, log) => {
    const asked = log.sent.map((request) => request.path).filter((path) => path.startsWith("data/demo/"));
    const needless = asked.filter((path) => /areas-below|20(23|24|25)|category|organisation|service|staffing/.test(path));
    assert.deepEqual(needless, []);
  });
});

test("a card leads to its trend, and the rail lists the pages there are", async () => {
  await with_page("?package=demo", {}, async (page) => {
    const links = page.locator("nav.rail a");
    assert.deepEqual(await links.allInnerTexts(), ["总览", "对比", "画像", "趋势", "地图", "组织", "事项", "规范", "探索", "数据"]);
    assert.equal(await page.locator("nav.rail a[aria-current=page]").innerText(), "总览");
    // Another page begins at its head, wherever one stood on the last; a step back shows that place again.
    const card = page.locator(".card", { hasText: "按期办结率" });
    await page.locator(".verify-group").first().waitFor();
    await page.evaluate(() => scrollTo(0, 200));
    await card.evaluate((it) => it.click());
    await wait_for_state(page, "ready");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.goBack();
    await page.waitForFunction(() => scrollY === 200);
    await card.click();
    await wait_for_state(page, "ready");
    assert.deepEqual([key(page, "page"), key(page, "indicator"), key(page, "area")], ["trends", "on-time-rate", "990001"]);
    assert.equal(await page.locator("nav.rail a[aria-current=page]").innerText(), "趋势");
    // By keyboard: the rail, then back to the text.
    await links.last().focus();
    await page.keyboard.press("Enter");
    await page.locator("#definitions").waitFor();
    assert.equal(key(page, "page"), "data");
    await page.locator("a.skip").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await page.locator("#definitions").waitFor();
  });
});

// ---- compare ------------------------------------------------------------------------------------

for (const lang of ["zh", "en"]) {
  test(`comparison of 163 communities: ${lang}`, async () => {
    await with_page(`${COMPARE}&lang=${lang}`, {}, async (page) => {
      assert.equal(await page.locator(ROWS).count(), 163);
      assert.ok((await painted_pixels(page, `${PLOT} canvas`)) > 2000, "the chart is drawn");
      assert.equal(await page.evaluate(() => performance.getEntriesByName("first-chart").length), 1);
      const text = await visible_text(page, "main");
      assert.match(text, { zh: /163 个社区，最低 .*，最高 /, en: /163 communities: lowest .*, highest / }[lang]);
      assert.match(text, { zh: /在 99\.8% 置信水平上.*2 个低于全区，1 个高于全区；.*仅因偶然超出的约 0\.3 个/, en: /At the 99\.8% level.*2 below the district, 1 above; about 0\.3 by chance alone/ }[lang]);
      assert.ok((await painted_pixels(page, `${FUNNEL} canvas`)) > 1000, "the funnel is drawn");
      const first = await page.locator(ROWS).first().innerText();
      assert.match(first, { zh: /甲05社区.*69\.9%\s*65\.0–74\.3\s+▼\s差于基准（99\.8%）\s+163（160–163）/s, en: /Jia 05 Community.*69\.9%\s*65\.0–74\.3\s+▼\sworse \(99\.8%\)\s+163 \(160–163\)/s }[lang]);
      assert.match(await visible_text(page, "header.top"), new RegExp(FICTIONAL[lang], "i"));
      assert.match(await page.title(), { zh: /^对比 · 示范区 · 按期办结率 · 知社$/, en: /^Compare · Demonstration District · On-time resolution rate · Zhishe$/ }[lang]);
      assert.equal(await page.locator("h1").innerText(), { zh: "示范区 · 对比", en: "Demonstration District · Compare" }[lang]);
      assert.ok(is_rising(await sorted_values(page)), "in order");
    });
  });
}

test("sorting, filtering and picking by mouse, and the address follows", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const head = (name) => page.locator(".compare-table thead th", { hasText: name });
    await head("数值").locator("button").click();
    assert.equal(key(page, "sort"), "-value");
    assert.equal(await head("数值").getAttribute("aria-sort"), "descending");
    assert.ok(is_rising((await sorted_values(page)).reverse()));
    await head("分母").locator("button").click();
    assert.equal(key(page, "sort"), "denominator");
    const sizes = await page.locator(ROWS).evaluateAll((rows) => rows.map((row) => Number(row.cells[7].innerText.replaceAll(",", ""))));
    assert.ok(is_rising(sizes));

    await page.locator(select("within")).selectOption("990001002");
    await wait_for_state(page, "ready");
    assert.equal(key(page, "within"), "990001002");
    const names = await page.locator(`${ROWS} th`).allInnerTexts();
    assert.ok(names.length > 10 && names.length < 30 && names.every((name) => name.startsWith("乙")), String(names));
    assert.match(await visible_text(page, ".chart:first-child h2"), /乙街道/);
    assert.match(await visible_text(page, ".sentence:first-of-type"), /示范区整体 87\.6%（基准），乙街道整体 87\.1%。/);
    const references = await page.locator(".compare-table thead [data-key]").allInnerTexts();
    assert.match(references[0], /^全区（基准）\s+87\.6%\s+31,558\s+36,045/);
    assert.match(references[1], /^乙街道（整体）.*87\.1%\s+−0\.5 个百分点\s+3,114\s+3,576/s);
    assert.equal(await head("较全区").count(), 1);

    await page.locator(ROWS).nth(2).locator("th").click();
    const picked = key(page, "area");
    assert.match(picked, /^990001002\d{3}$/);
    assert.equal(await page.locator("tr.picked th").innerText(), names[2]);
    await page.locator("tr.picked th").click();
    assert.equal(key(page, "area"), null);
  });
});

test("every control works from the keyboard", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const before = await page.locator(select("period")).inputValue();
    await page.locator(select("period")).focus();
    await page.keyboard.press("ArrowDown");
    await wait_for_state(page, "ready");
    const after = key(page, "period");
    assert.match(after, /^\d{4}-\d{2}$/);
    assert.ok(after < before, `${after} after ${before}`);
    // The rest in the order of the tab key.
    await page.locator(select("indicator")).focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.name), "level");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => location.search.includes("within="));
    await wait_for_state(page, "ready");
    assert.equal(key(page, "within"), "990001001");
    for (const name of ["benchmark", "verdict"]) {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.name), name);
    }
    await page.keyboard.press("Tab");
    assert.ok(await page.locator(PLOT).evaluate((plot) => plot === document.activeElement), "then the chart");

    const button = page.locator(".compare-table thead button").first();
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal(key(page, "sort"), "area");
    // An area can be picked without a mouse.
    const row = page.locator(ROWS).nth(1);
    const reached = row.locator("button, a, [tabindex='0']").first();
    await reached.focus();
    assert.ok(await row.evaluate((row) => row.contains(document.activeElement)));
  });
});

test("verdicts by own counts alone, another benchmark, and what is not ranked", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const head = (name) => page.locator(".compare-table thead th", { hasText: name });
    await page.locator(select("verdict")).selectOption("plain");
    assert.equal(key(page, "verdict"), "plain");
    assert.match(await visible_text(page, ".sentence + .sentence"), /在 95% 置信水平上 7 个低于全区、3 个高于全区（其中达到 99\.8% 的分别为 2 个、1 个）.*约 8\.2 个/);
    assert.equal(await page.locator(".verdict:is(.worse, .much-worse)").count(), 7);

    await page.locator(select("benchmark")).selectOption("standard:on-time-target");
    await wait_for_state(page, "ready");
    assert.equal(key(page, "benchmark"), "standard:on-time-target");
    assert.match(await visible_text(page, ".sentence:first-of-type"), /按期办结率目标：86\.0%/);
    assert.equal(await head("较按期办结率目标").count(), 1);
    await page.locator(select("benchmark")).selectOption("990001002");
    await wait_for_state(page, "ready");
    assert.equal(await head("较乙街道").count(), 1);
    const view = page.url();
    await page.goto(view);
    await wait_for_state(page, "ready");
    assert.equal(await page.locator(select("benchmark")).inputValue(), "990001002");

    // A count has no verdict, no rank and no funnel, and says why.
    await page.locator(select("indicator")).selectOption("cases-resolved");
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, ".refusal"), /不排名次：总量没有分母/);
    assert.equal(await head("与基准相比").count(), 0);
    assert.equal(await page.locator(FUNNEL).count(), 0);
  });
});

test("a cell of all indicators leads to the comparison behind it", async () => {
  await with_page(COMPARE, {}, async (page) => {
    await page.locator(select("show")).selectOption("all");
    await wait_for_state(page, "ready");
    assert.equal(key(page, "show"), "all");
    const plot = page.locator(".chart .plot");
    assert.equal(await plot.count(), 1);
    assert.equal(await page.locator(ROWS).count(), 0);
    assert.ok((await painted_pixels(page, ".chart .plot canvas")) > 20000, "the table is drawn");
    const live = plot.locator("[aria-live=polite]");
    await plot.focus();
    await page.keyboard.press("Home");
    assert.match(await live.textContent(), /^甲01社区 服务覆盖率 \d/);
    // Down to the area, then along its row to the indicator.
    let told = "";
    for (const [key_name, wanted] of [["ArrowDown", /^甲05社区/], ["ArrowRight", /^甲05社区 按期办结率/]]) {
      for (let step = 0; step < 60 && !wanted.test(told); step += 1) {
        await page.keyboard.press(key_name);
        told = await live.textContent();
      }
    }
    assert.match(told, /甲05社区 按期办结率 69\.9%（260\/372，95% 区间 65\.0–74\.3）差于基准（99\.8%）/);
    await page.keyboard.press("Enter");
    await wait_for_state(page, "ready");
    assert.deepEqual([key(page, "show"), key(page, "indicator"), key(page, "area"), key(page, "period")], [null, "on-time-rate", "990001001005", "2026-03"]);
    assert.equal(await page.locator("tr.picked th").innerText(), "甲05社区");
    await page.goBack();
    await wait_for_state(page, "ready");
    assert.equal(await page.locator(ROWS).count(), 0);
  });
});

test("what should be looked into: sentences that lead to their view and copy with a picture", async () => {
  await with_page(`${COMPARE}&show=findings`, {}, async (page) => {
    const items = page.locator(".findings-section > .findings").first().locator("li");
    const texts = await items.allInnerTexts();
    assert.ok(texts.length >= 3 && texts.length <= 7, String(texts.length));
    const story = (name) => texts.findIndex((text) => text.includes(name));
    assert.match(texts[story("乙01社区")], /按期办结率 70\.1%（138\/197，95% 区间 63\.3%–76\.0%），在 99\.8% 置信水平上低于全区的 87\.6%，按后者推算少约 34 件.*自 2025 年 5 月起已连续 11 个月/s);
    assert.ok(story("甲05社区") >= 0 && story("辛08社区") >= 0);
    assert.equal(story("癸13社区"), -1, "small and noisy");
    assert.match(await visible_text(page, ".findings-section"), /6 个未达到“社区规模上限”/);

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const item = items.nth(story("乙01社区"));
    await item.locator("button").click();
    await item.locator("button.briefing", { hasText: "已复制" }).waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const text = await (await item.getType("text/plain")).text();
      const picture = await createImageBitmap(await item.getType("image/png"));
      return { text, width: picture.width, height: picture.height };
    });
    assert.match(copied.text, /^【虚构演示数据】乙01社区 2026 年 3 月按期办结率.*。（来源：示范区，1\.0\.0 版，2026-05-08）$/);
    assert.ok(copied.width === 1920 && copied.height > 400, JSON.stringify(copied));

    await item.locator("a").click();
    await wait_for_state(page, "ready");
    assert.deepEqual([key(page, "show"), key(page, "indicator"), key(page, "area"), key(page, "period")], [null, "on-time-rate", "990001002001", "2026-03"]);
    assert.equal(await page.locator("tr.picked th").innerText(), "乙01社区");
  });
});

test("hover tells a mark; arrow keys walk the marks and are read aloud", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const plot = page.locator(PLOT);
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.locator("canvas").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 200));
    await plot.locator(".tip").waitFor();
    assert.match(await visible_text(page, `${PLOT} .tip`), new RegExp(`${COMMUNITY.source} \\d+\\.\\d%`));
    await page.mouse.move(5, 5);
    await plot.locator(".tip").waitFor({ state: "detached" });

    const live = plot.locator("[aria-live=polite]");
    await plot.focus();
    await page.keyboard.press("Home");
    const first = await live.textContent();
    assert.match(first, /甲05社区.*69\.9%/);
    await page.keyboard.press("ArrowRight");
    const second = await live.textContent();
    assert.match(second, /乙01社区.*70\.1%/);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await live.textContent(), first);
    await page.keyboard.press("End");
    assert.match(await live.textContent(), /辛08社区.*97\.7%/);
    const heard = new Set();
    await page.keyboard.press("Home");
    for (let step = 0; step < 170; step += 1) {
      heard.add(await live.textContent());
      await page.keyboard.press("ArrowDown");
    }
    assert.equal(heard.size, 163, "every mark is reached");
    await page.keyboard.press("Escape");
    assert.equal(await live.textContent(), "");
  });
});

test("Enter on a mark, a click on it and the button in its row all say where the number is from", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const panel = page.locator(".origin[role=dialog]");
    async function check_origin(expected_name) {
      await panel.waitFor();
      const text = await panel.locator(".place").innerText();
      const file = await panel.locator("a", { hasText: "下载整个文件" }).getAttribute("href");
      const line = Number(text.match(/(\d+) 行/)[1]);
      assert.ok(text.includes(path.basename(file)), `${text} names ${file}`);
      const body = await (await fetch(new URL(file, page.url()))).text();
      const rows = body.split(/\r?\n/).map((row) => row.split(","));
      const written = Object.fromEntries(rows[0].map((column, at) => [column, rows[line - 1][at]]));
      const cells = await panel.locator("table.cells tr").evaluateAll((all) => all.map((row) => [row.cells[0].innerText, row.cells[1].innerText]));
      assert.ok(cells.length >= 4, "the cells stand there");
      for (const [column, cell] of cells) assert.equal(cell, written[column] ?? `no column ${column}`, column);
      const shown = Object.fromEntries(cells);
      const areas = parse_csv(fs.readFileSync(path.join(DIST, "data/demo/areas.csv"), "utf8"));
      assert.equal(areas.find((area) => area.area_code === shown.area_code).name_zh, expected_name);
      return shown;
    }

    await page.locator(PLOT).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    const shown = await check_origin("甲05社区");
    assert.deepEqual([shown.period, shown.numerator, shown.denominator], ["2026-03", "260", "372"]);
    assert.equal(await panel.locator("h2").innerText(), "甲05社区 · 按期办结率 69.9% · 2026 年 3 月");
    assert.ok(await panel.evaluate((panel) => panel.contains(document.activeElement)), "focus moves into the panel");
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    assert.ok(!(await panel.evaluate((panel) => panel.contains(document.activeElement))), "and out of it");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    assert.ok(await page.locator(PLOT).evaluate((plot) => plot === document.activeElement), "and back to the chart");

    const row = page.locator(ROWS).nth(9);
    await row.locator(".origin-cell button").click();
    await check_origin(await row.locator("th").innerText());
    await panel.locator("button").click();
    await panel.waitFor({ state: "detached" });

    const canvas = page.locator(`${PLOT} canvas`);
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 200));
    const told = await visible_text(page, `${PLOT} .tip`);
    await page.mouse.down();
    await page.mouse.up();
    await check_origin(told.match(COMMUNITY)[0]);
  });
});

test("a first tap on a mark names it, a second says where the number is from", async () => {
  await with_page(COMPARE, { hasTouch: true }, async (page) => {
    const canvas = page.locator(`${PLOT} canvas`);
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    const at = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 200)];
    await page.touchscreen.tap(...at);
    const told = await visible_text(page, `${PLOT} .tip`);
    assert.equal(await page.locator(".origin").count(), 0);
    await page.touchscreen.tap(...at);
    const heading = page.locator(".origin h2");
    await heading.waitFor();
    assert.ok((await heading.innerText()).startsWith(told.match(COMMUNITY)[0]));
  });
});

test("figures of different places and times stand side by side, with the reasons", async () => {
  await with_page("?package=published&page=compare&indicator=compound-branches&period=latest&lang=zh", {}, async (page) => {
    for (const lang of ["zh", "en"]) {
      if (lang === "en") await page.locator("button.language").click();
      const text = await visible_text(page, "main");
      assert.ok(text.includes(BANNER[lang]));
      assert.match(text, { zh: /并列展示，未按数值排序/, en: /side by side and in no order of value/ }[lang]);
      assert.match(text, { zh: /不排名次：.*期间类型不同.*期间不同.*没有分母.*不足 4 个.*不排名/, en: /Not ranked: .*different kinds.*periods differ.*without a denominator.*fewer than four.*nothing of it is to be ranked/ }[lang]);
      assert.match(text, { zh: /不设基准/, en: /No benchmark/ }[lang]);
      const rows = await page.locator(ROWS).allInnerTexts();
      assert.equal(rows.length, 3);
      assert.match(rows[0], { zh: /雁塔区\s+674/, en: /Yanta District\s+674/ }[lang]);
      assert.match(rows[1], { zh: /阆中市\s+249/, en: /Langzhong City\s+249/ }[lang]);
      assert.equal(await page.locator(".compare-table thead th.number button").count(), 0, "values cannot be sorted");
    }
    // Nor through the address.
    await page.goto(`${page.url()}&sort=value`);
    await wait_for_state(page, "ready");
    assert.match((await page.locator(ROWS).allInnerTexts())[0], /674/);
    assert.match(await visible_text(page, ".ignored"), /sort=value/);
  });
});

// ---- what leaves the page -----------------------------------------------------------------------

async function download(page, entry) {
  const file = await exported(page, ".chart", entry);
  return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}

for (const lang of ["zh", "en"]) {
  test(`PNG, SVG and CSV arrive and are what they say: ${lang}`, async () => {
    const prepare = (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await with_page(`${COMPARE}&lang=${lang}&theme=dark`, { prepare }, async (page) => {
      const title = await visible_text(page, ".chart:first-child h2");
      const stamp = await visible_text(page, ".fictional");

      const png = await download(page, "png-2");
      assert.equal(png.name, "demo-on-time-rate-community-2026-03@2x.png");
      assert.equal(png.bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      assert.equal(png.bytes.subarray(-8, -4).toString("latin1"), "IEND");
      assert.ok(png.bytes.readUInt32BE(16) >= 1600, "wide enough for print");
      assert.ok(png.bytes.length > 10_000);

      const svg = await download(page, "svg");
      assert.match(svg.name, /\.svg$/);
      const read = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
        return { root: parsed.documentElement.tagName, errors: parsed.querySelectorAll("parsererror").length, text: parsed.documentElement.textContent };
      }, svg.bytes.toString("utf8"));
      assert.equal(read.root, "svg");
      assert.equal(read.errors, 0);
      assert.ok(read.text.includes(title), "the title");
      assert.ok(read.text.includes(stamp), "the stamp");
      if (lang === "zh") assert.match(read.text, /虚构演示数据/);
      assert.match(read.text, /2026/);

      const csv = await download(page, "csv");
      assert.match(csv.name, /\.csv$/);
      const lines = csv.bytes.toString("utf8").split("\n");
      const header_at = lines.findIndex((line) => !/^\uFEFF?#,/.test(line));
      const remarks = lines.slice(0, header_at).join("\n");
      assert.ok(remarks.includes(stamp) && remarks.includes("on-time-rate"), remarks);
      assert.match(remarks, { zh: /基准：示范区（990001） 87\.6%/, en: /Benchmark: Demonstration District \(990001\) 87\.6%/ }[lang]);
      const rows = parse_csv(lines.slice(header_at).join("\n"));
      assert.equal(rows.length, 163);
      for (const row of rows) {
        assert.ok(row.fictional?.includes(stamp), "every row says that it is fictional");
        assert.match(row.area_code, /^990001\d{6}$/);
        assert.match(row.file, /^observations-cases-2026\.csv$/);
      }
      const shown = await page.locator(`${ROWS} th`).allInnerTexts();
      assert.deepEqual(rows.map((row) => row.area_name), shown, "the rows of the table, in its order");

      await page.locator(".chart:first-child .actions button", { hasText: { zh: "链接", en: "Link" }[lang] }).click();
      await page.locator(".outcome", { hasText: /\S/ }).waitFor();
      // The link says what the address left to the package, and leaves the theme to whoever opens it.
      const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      assert.equal(link.origin + link.pathname, page.url().split("?")[0]);
      assert.ok(remarks.includes(link.href), "the same link stands in the table");
      assert.deepEqual(Object.fromEntries(link.searchParams), {
        page: "compare",
        package: "demo",
        indicator: "on-time-rate",
        period: "2026-03",
        level: "community",
        lang,
      });
    });
  });
}

// ---- language, theme, address -------------------------------------------------------------------

test("language and theme switch at once and are remembered", async () => {
  await with_page("?package=demo", {}, async (page) => {
    const root = page.locator("html");
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.evaluate(() => { window.not_reloaded = true; });
    await page.locator("button.language").click();
    assert.equal(await root.getAttribute("lang"), "en");
    assert.equal(key(page, "lang"), "en");
    assert.match(await page.title(), /^Overview · Demonstration District · Zhishe$/);
    assert.match(await visible_text(page), /163 communities/);
    await page.locator("button.theme").click();
    assert.equal(key(page, "theme"), "light");
    await page.locator("button.theme").click();
    assert.equal(await root.getAttribute("data-theme"), "dark");
    assert.equal(key(page, "theme"), "dark");
    const dark = await ground();
    assert.notEqual(dark, light);
    assert.ok(await page.evaluate(() => window.not_reloaded));

    await page.goto(page.url().split("?")[0]);
    await wait_for_state(page, "ready");
    assert.equal(await root.getAttribute("lang"), "en");
    assert.equal(await root.getAttribute("data-theme"), "dark");
    assert.equal(await ground(), dark);
    // The address says more than memory does.
    await page.goto(`${page.url().split("?")[0]}?lang=zh&theme=light`);
    await wait_for_state(page, "ready");
    assert.equal(await root.getAttribute("lang"), "zh-CN");
    assert.equal(await ground(), light);
  });
  await with_page("?package=demo&page=compare", { color_scheme: "dark" }, async (page) => {
    const one = (await snapshot(page, { pictures: true })).pictures;
    await page.emulateMedia({ colorScheme: "light" });
    const other = (await snapshot(page, { pictures: true })).pictures;
    assert.notDeepEqual(one, other, "the picture follows the system");
  });
});

test("back and forward restore every view, and any address opens its view anew", async () => {
  const views = [];
  // By number: an area picked out of a sub-district, the same dark and in English, another package.
  const opened_anew = [7, 11, 15];
  await with_page("?package=demo", {}, async (page) => {
    const steps = [
      () => page.locator("nav.rail a").nth(1).click(),
      () => page.locator(select("indicator")).selectOption({ label: "群众满意率" }),
      () => page.locator(select("period")).selectOption("2025-12"),
      () => page.locator(select("level")).selectOption("subdistrict"),
      () => page.locator(select("level")).selectOption("community"),
      () => page.locator(select("within")).selectOption("990001003"),
      () => page.locator(`${ROWS} th`).nth(4).click(),
      () => page.locator(".compare-table thead button").first().click(),
      () => page.locator("button.language").click(),
      () => page.locator("button.theme").click(),
      () => page.locator("button.theme").click(),
      () => page.locator("nav.rail a").nth(2).click(),
      () => page.locator("select[name=package]").selectOption("published"),
      () => page.locator("nav.rail a").nth(0).click(),
      () => page.locator(select("period")).selectOption("2018-04"),
    ];
    views.push(await snapshot(page));
    for (const [at, step] of steps.entries()) {
      await step();
      views.push(await snapshot(page, { pictures: opened_anew.includes(at + 1) }));
    }
    const queries = views.map((view) => view.query);
    assert.equal(new Set(queries).size, queries.length, `every step has an address:\n${queries.join("\n")}`);
    // The language and theme that were chosen on the way stay where the address does not say.
    const comparable = ({ query, chosen, picked }) => ({ query, picked: picked.length, chosen: chosen.filter((one) => !one.startsWith("theme")) });
    const at = (view) => page.waitForFunction((query) => location.search === query, view.query);
    for (const view of views.slice(0, -1).reverse()) {
      await page.goBack();
      await at(view);
      assert.deepEqual(comparable(await snapshot(page)), comparable(view));
    }
    for (const view of views.slice(1)) {
      await page.goForward();
      await at(view);
      const found = await snapshot(page, { pictures: view.pictures.length > 0 });
      assert.deepEqual(comparable(found), comparable(view));
      if (view.query.includes("lang=") && view.query.includes("theme=")) assert.deepEqual(found, view);
    }
  });
  for (const view of opened_anew.map((at) => views[at])) {
    await with_page(view.query, {}, async (page) => {
      assert.deepEqual(await snapshot(page, { pictures: true }), view);
    });
  }
});

test("packages are switched without a reload", async () => {
  await with_page("?package=demo&page=compare&area=990001001002&sort=-value", {}, async (page, log) => {
    await page.evaluate(() => { window.not_reloaded = true; });
    await page.locator("select[name=package]").selectOption("published");
    await page.locator(".banner", { hasText: BANNER.zh }).waitFor();
    await wait_for_state(page, "ready");
    assert.equal(await page.locator("tr").filter({ hasText: "甲" }).count(), 0, "nothing of the other package");
    assert.equal(await page.locator(".fictional").count(), 0);
    assert.equal(await page.locator(".ignored").count(), 0, "nothing had to be left aside");
    assert.equal(key(page, "package"), "published");
    await page.goBack();
    await page.locator(".fictional").waitFor();
    await wait_for_state(page, "ready");
    assert.equal(await page.locator(ROWS).count(), 163);
    assert.equal(await page.locator("tr.picked").count(), 1);
    assert.ok(await page.evaluate(() => window.not_reloaded));
    assert.equal(log.sent.filter((request) => request.path.endsWith("_bg.wasm")).length, 1);
  });
});

let says_it_in_english = false;
for (const [query, shown, named] of [
  ["?page=nowhere&colour=red&lang=xx", { selector: ".overview", left_behind: true }, ["page=nowhere", "colour=red", "lang=xx"]],
  ["?package=nowhere", { selector: ".overview .card" }, ["package=nowhere"]],
  ["?package=demo&page=compare&level=planet&area=1&period=Mar-24", { rows: 163 }, ["level=planet", "area=1", "period=Mar-24"]],
  // A community has no communities in it; a package has only its own areas.
  ["?package=demo&page=compare&level=community&within=990001001001", { rows: 163 }, ["within=990001001001"]],
  ["?package=published&page=compare&within=990001001", { selector: ".compare-table" }, ["within=990001001"]],
  ["?package=demo&page=compare&sort=loudness&table=maybe", { rows: 163 }, ["sort=loudness", "table=maybe"]],
  ["?package=demo&page=compare&page=data", { rows: 163 }, ["page=data"]],
  ["?package=demo&page=compare&within=990001002&area=990001001001", { selector: ROWS }, ["area=990001001001"]],
  ["?package=demo&page=compare&area=%E0%A4%A&%=&=x", { rows: 163 }, []],
]) {
  // A line in each language, in turn.
  const lang = (says_it_in_english = !says_it_in_english) ? "en" : "zh";
  test(`an address that does not fit gives the nearest view and says so: ${query}`, async () => {
    await with_page(query, { language: lang === "zh" ? "zh-CN" : "en-GB" }, async (page) => {
      if (shown.selector) await page.locator(shown.selector).first().waitFor();
      if (shown.rows) assert.equal(await page.locator(ROWS).count(), shown.rows);
      await page.locator(".ignored").waitFor({ timeout: 3000 });
      const line = await visible_text(page, ".ignored");
      assert.match(line, { zh: /地址/, en: /address/i }[lang]);
      for (const pair of named) {
        const [name, value] = pair.split("=");
        assert.match(line, new RegExp(`${name}\\W{1,4}${value.replaceAll("-", "\\-")}`), `${line} names ${pair}`);
      }
      if (!shown.left_behind) return;
      // The next step leaves it behind.
      await page.locator("nav.rail a").nth(1).click();
      await wait_for_state(page, "ready");
      assert.equal(await page.locator(".ignored").count(), 0);
    });
  });
}

test("the state goes from loading to ready", async () => {
  const init = () => {
    window.states = [];
    new MutationObserver(() => {
      const state = document.documentElement?.dataset.state;
      if (state !== window.states.at(-1)) window.states.push(state);
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] });
  };
  await with_page(COMPARE, { init }, async (page) => {
    const states = () => page.evaluate(() => window.states.filter(Boolean));
    assert.deepEqual(await states(), ["loading", "ready"]);
    await page.locator(select("indicator")).selectOption("registered-volunteers");
    await page.locator(".chart h2", { hasText: "注册志愿者" }).waitFor();
    await wait_for_state(page, "ready");
    assert.deepEqual(await states(), ["loading", "ready", "loading", "ready"]);
  });
});

// ---- drawing ------------------------------------------------------------------------------------

for (const scale of [1, 2, 3]) {
  test(`canvases are as fine as the screen: ${scale} device pixels`, async () => {
    for (const query of scale === 2 ? ["?package=demo", COMPARE] : [COMPARE]) {
      await with_page(query, { scale, width: 900 }, async (page) => {
        // Those for paper are empty until then.
        const sizes = await page.locator("canvas:not(.on-paper)").evaluateAll((all) =>
          all.map((canvas) => {
            const { width, height } = canvas.getBoundingClientRect();
            return { backing: [canvas.width, canvas.height], shown: [width, height] };
          }),
        );
        assert.ok(sizes.length > 0);
        for (const { backing, shown } of sizes) {
          assert.ok(shown[0] > 50 && shown[1] > 10);
          assert.deepEqual(backing, shown.map((length) => Math.round(length * scale)));
        }
        assert.ok((await painted_pixels(page, "canvas")) > 50 * scale);
      });
    }
  });
}

test("a chart follows the width of its place", async () => {
  await with_page(COMPARE, { width: 1200 }, async (page) => {
    const width = () => page.locator(`${PLOT} canvas`).evaluate((canvas) => canvas.width);
    const wide = await width();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForFunction((wide) => document.querySelector(".plot canvas").width < wide, wide);
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(fits, "nothing runs out of a phone's screen");
    assert.ok((await painted_pixels(page, `${PLOT} canvas`)) > 1000);
  });
});

// ---- data ---------------------------------------------------------------------------------------

for (const lang of ["zh", "en"]) {
  test(`the data page: files, definitions, sources with locators, standards: ${lang}`, async () => {
    await with_page(`?package=published&page=data&lang=${lang}`, {}, async (page) => {
      const text = await visible_text(page, "main");
      assert.ok(text.includes(BANNER[lang]));
      assert.equal(await page.locator("#definitions tbody tr").count(), 86);
      assert.equal(await page.locator("#sources tbody tr").count(), 5);
      assert.equal(await page.locator("#standards tbody tr").count(), 11);
      assert.match(await visible_text(page, "#faults"), { zh: /未发现问题/, en: /no|nothing/i }[lang]);
      for (const link of await page.locator("#files tbody a").evaluateAll((all) => all.map((one) => one.href))) {
        assert.equal((await fetch(link)).status, 200, link);
      }
      await page.locator("input[name=filter]").fill({ zh: "志愿者", en: "volunteer" }[lang]);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll("#definitions tbody tr").length < 20);
      assert.ok((await page.locator("#definitions tbody tr").count()) > 0);
    });
  });
}

test("the data page of the demonstration reads every file and finds nothing wrong", async () => {
  await with_page("?package=demo&page=data", {}, async (page) => {
    assert.match(await visible_text(page, ".counts"), /0 处数据问题/);
    const files = await page.locator("#files tbody tr").evaluateAll((rows) => rows.map((row) => row.innerText));
    const tables = JSON.parse(fs.readFileSync(path.join(DIST, "data/demo/datapackage.json"), "utf8")).resources;
    assert.equal(files.length, tables.length);
    for (const file of files) assert.match(file, /已读取/);
  });
});

test("the view of findings of a package that forbids judgement says so, opened by its address too", async () => {
  for (const [lang, said] of [["zh", /发布方声明本数据包不作判断/], ["en", /nothing of this package is to be judged/]]) {
    const overrides = { "data/published/datapackage.json": (bytes) => ({ body: bytes, delay_ms: 700 }) };
    await with_page(`?page=compare&package=published&show=findings&lang=${lang}`, { overrides }, async (page) => {
      const text = await visible_text(page, ".page.compare");
      assert.match(text, said);
      assert.doesNotMatch(text, /没有地区超出偶然波动|No area/);
    });
  }
});

test("the cards of the overview are taken along as lines, each place with its periods and the source", async () => {
  const prepare = (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = async (query) => {
    let text;
    await with_page(query, { prepare }, async (page) => {
      await page.locator(".cards-copy .briefing").click();
      await page.locator(".cards-copy .briefing", { hasText: "已复制" }).waitFor();
      text = await page.evaluate(() => navigator.clipboard.readText());
    });
    return text;
  };
  const demo = await copied("?page=overview&package=demo&lang=zh");
  assert.match(demo, /^【虚构演示数据】示范区（2026 年 3 月）：服务覆盖率 92\.1%（27,841 \/ 30,223）.*；按期办结率 87\.6%（31,558 \/ 36,045），环比 \+0\.2 个百分点.*（来源：示范区，1\.0\.0 版，2026-05-08）$/s);
  const published = await copied("?page=overview&package=published&lang=zh");
  const lines = published.split("\n");
  assert.equal(lines.length, 3, published);
  assert.match(published, /雁塔区（.*小区党支部 674 个/s);
  assert.doesNotMatch(published, /虚构/);
});

test("no page of the published places has a panel without content, or the colour of a verdict", async () => {
  for (const lang of ["zh", "en"]) {
    for (const name of ["overview", "compare", "profile", "trends", "map", "organisation", "cases", "standards", "explore", "data"]) {
      await with_page(`?page=${name}&package=published&lang=${lang}`, {}, async (page) => {
        const judged = "main :is(.better, .worse, .much-better, .much-worse, .sign.met, .sign.missing, .sign.missed)";
        assert.equal(await page.locator(judged).count(), 0, `${lang} ${name}`);
        const blank = await page.locator("main :is(section, .panel, .chart, .page)").evaluateAll((panels) => {
          const shown = panels.filter((panel) => panel.checkVisibility());
          const is_blank = (panel) => {
            const heads = [...panel.querySelectorAll("h1, h2, h3, .section-head h2")].map((head) => head.innerText).join("");
            const said = panel.innerText.replace(/\s/g, "").length - heads.replace(/\s/g, "").length;
            return said < 4 && panel.querySelector("canvas, svg, input") === null;
          };
          return shown.filter(is_blank).map((panel) => panel.outerHTML.slice(0, 160));
        });
        assert.deepEqual(blank, [], `${lang} ${name}`);
      });
    }
  }
});

test("a link to a section of another page shows that section", async () => {
  await with_page("?package=demo&lang=en", { height: 500 }, async (page) => {
    await wait_for_state(page, "ready");
    await page.locator(".counts a").click();
    await page.locator("#faults").waitFor();
    const top = () => page.locator("#faults").evaluate((section) => section.getBoundingClientRect().top);
    await page.waitForFunction(() => document.querySelector("#faults").getBoundingClientRect().top < 60);
    assert.ok(Math.abs(await top()) < 60, `the section begins at ${await top()}`);
    assert.equal(new URL(page.url()).searchParams.get("page"), "data");
  });
});
