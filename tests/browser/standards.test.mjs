// 规范: who meets which standard, by what margin; another limit tried; what is too large, split.

import assert from "node:assert/strict";
import { test } from "node:test";
import { exported, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const PAGE = "?page=standards&package=demo&lang=zh";
const REGISTER = ".register tbody tr";
const ROWS = ".margins-table tbody tr";
const key = (page, name) => new URL(page.url()).searchParams.get(name);
const row_of = (page, name) => page.locator(REGISTER, { hasText: name });

test("the register says of each standard what it asks, where it is from and who meets it", async () => {
  await with_page(PAGE, {}, async (page) => {
    assert.equal(await page.locator(REGISTER).count(), 12);
    const office = await row_of(page, "社区办公用房面积下限").innerText();
    for (const part of ["≥ 600 平方米", "必须", "2024 年 1 月起", "全区每个社区", "第五条", "◇ 42", "✓ 121"]) {
      assert.ok(office.replaceAll("\u00a0", " ").includes(part), `${part} in ${office}`);
    }
    // Versions of a target that are not in force judge nobody, and say so.
    const out = page.locator(`${REGISTER}.out`);
    assert.equal(await out.count(), 2);
    assert.match(await out.first().innerText(), /所选期间不生效/);
    // Why one community is not judged.
    assert.match(await row_of(page, "小区党组织全覆盖").innerText(), /○\s1[\s\S]*不适用/);
    const source = row_of(page, "社区办公用房面积下限").locator("a");
    assert.match(await source.getAttribute("href"), /data\/demo\/standards\.csv$/);
    assert.match(await source.getAttribute("title"), /第 3 行/);
  });
});

test("a click looks at another standard, and the address says so", async () => {
  await with_page(PAGE, {}, async (page) => {
    assert.equal(await page.locator(`${REGISTER}.picked`).count(), 1);
    assert.match(await page.locator(`${REGISTER}.picked`).innerText(), /网格党小组全覆盖/);
    await row_of(page, "社区规模上限").locator("button").click();
    await page.locator(".standard-detail .said", { hasText: "3,500 户" }).waitFor();
    assert.equal(key(page, "standard"), "max-households");
    assert.equal(await page.locator("main select[name=standard]").inputValue(), "max-households");
    // The first twenty, then all that are asked for.
    await page.waitForFunction((rows) => document.querySelectorAll(rows).length === 20, ROWS);
    await page.locator(".rest button", { hasText: "显示全部 (163)" }).click();
    await page.waitForFunction((rows) => document.querySelectorAll(rows).length === 163, ROWS);
    // Those that do not meet it first, then those that do, each in words beside its shape.
    const statuses = await page.locator(`${ROWS} td.verdict`).allInnerTexts();
    assert.equal(statuses.length, 163);
    assert.ok(statuses.slice(0, 6).every((text) => /^◇\s未达标$/.test(text)), statuses.slice(0, 7));
    assert.ok(statuses.slice(6).every((text) => /^✓\s达标$/.test(text)), statuses[6]);
    const first = await page.locator(ROWS).first().innerText();
    for (const part of ["甲09社区", "5,212 户", "3,500 户", "−1,712 户"]) assert.ok(first.includes(part), first);
    await page.goBack();
    await page.locator(".standard-detail .said", { hasText: "网格党小组" }).waitFor();
  });
});

test("margins of shares are percentage points, and a number leads to its row", async () => {
  await with_page(`${PAGE}&standard=group-in-every-grid`, {}, async (page) => {
    const first = page.locator(ROWS).first();
    assert.match(await first.innerText(), /25\.0%[\s\S]*1\/4[\s\S]*−75\.0 个百分点/);
    await first.locator(".origin-cell button").click();
    const origin = await visible_text(page, ".origin");
    assert.match(origin, /observations-organisation-2026\.csv/);
    assert.match(origin, /numerator 1 denominator 4/);
    await page.keyboard.press("Escape");
    // By key, through the chart.
    const plot = page.locator(".standard-detail .plot");
    await plot.focus();
    await page.keyboard.press("Home");
    assert.match(await plot.locator("[aria-live]").innerText(), /丁01社区 25\.0%.*未达标（余量 −75\.0 个百分点）/);
    await page.keyboard.press("Enter");
    assert.match(await visible_text(page, ".origin"), /丁01社区/);
  });
});

test("another limit is tried, kept in the address and never taken for a standard", async () => {
  await with_page(`${PAGE}&standard=min-office-area`, {}, async (page) => {
    const limit = page.locator("input[name=limit]");
    await limit.fill("550");
    await limit.press("Enter");
    await page.locator(".tried", { hasText: "550 平方米" }).waitFor();
    assert.equal(key(page, "limit"), "550");
    assert.match(await visible_text(page, ".tried"), /134 个达标、29 个未达标（比规范少 13 个）.*不是规范/);
    // The standard itself stands as it was.
    assert.match(await row_of(page, "社区办公用房面积下限").innerText(), /42/);
    const copy = await page.context().newPage();
    await copy.goto(page.url());
    await copy.locator(".tried", { hasText: "29 个未达标" }).waitFor();
    assert.equal(await copy.locator("input[name=limit]").inputValue(), "550");
    await copy.close();
    await page.locator(".own-limit button").click();
    await page.waitForFunction(() => document.querySelector(".tried").innerText === "");
    assert.equal(key(page, "limit"), null);
  });
  await with_page(`${PAGE}&standard=min-office-area&limit=wide`, {}, async (page) => {
    assert.equal(await page.locator(".tried").innerText(), "");
    assert.match(await visible_text(page, "main"), /limit=wide/, "what was left aside is told");
  });
  for (const ask of ["limit=-5", "limit=0", "standard=nonsense"]) {
    await with_page(`?page=standards&package=demo&lang=zh&${ask}`, {}, async (page) => {
      await page.locator(ROWS).first().waitFor();
      assert.ok((await visible_text(page, ".notices")).includes(ask), ask);
      assert.equal(await page.locator(".tried").innerText(), "");
      assert.doesNotMatch(await visible_text(page, ".splits"), /所给的上限无效/);
    });
  }
  // A real place is not judged by a limit that comes with the address either.
  await with_page("?page=standards&package=published&lang=zh&limit=3000", {}, async (page) => {
    await page.locator(".splits").waitFor();
    const text = await visible_text(page, "main");
    assert.doesNotMatch(text, /没有社区超过|自设限值/);
    assert.match(text, /不作拆分测算：发布方声明不作判定/);
  });
});

test("what is too large is split, and a limit of the reader's own splits more", async () => {
  await with_page(`${PAGE}&standard=max-households`, {}, async (page) => {
    const splits = page.locator(".splits-table tbody tr");
    assert.equal(await splits.count(), 6);
    const first = await splits.first().innerText();
    for (const part of ["甲09社区", "5,212 户", "2 个：2,711 + 2,501", "2 × 600 平方米", "现有 720 平方米，缺 480", "6 + 6", "现有 10，缺 2"]) {
      assert.ok(first.includes(part), `${part} in ${first}`);
    }
    const said = await visible_text(page, ".split-said");
    for (const part of ["至少新增 6 个社区", "共至少 7,200 平方米，现有 4,330 平方米", "逐个社区计算，2 个社区共缺 620 平方米", "共需 57 人，现有 52 人", "不考虑位置和边界"]) {
      assert.ok(said.includes(part), `${part} in ${said}`);
    }
    // Another community, its parts in the figure and, one key press away, in the table under it.
    await splits.nth(3).locator("button.name").click();
    await page.locator(".splits .chart h2", { hasText: "戊03社区" }).waitFor();
    assert.equal(key(page, "area"), "990001005003");
    await page.locator(".splits .table-toggle").click();
    const parts = await visible_text(page, ".splits .chart-table");
    assert.match(parts, /第 1 部分 4 个小区 2,124/);
    await page.locator("input[name=limit]").fill("3000");
    await page.locator("input[name=limit]").press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".splits-table tbody tr").length === 33);
    assert.match(await visible_text(page, ".split-said"), /按自设限值（不是规范）测算：33 个社区超过 3,000 户/);
  });
});

test("a sub-district alone, and a download of what is shown", async () => {
  await with_page(`${PAGE}&standard=min-office-area`, {}, async (page) => {
    await page.locator("main select[name=within]").selectOption("990001002");
    await page.waitForFunction(() => document.querySelectorAll(".margins-table tbody tr").length === 17);
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, ".standard-detail .said"), /17 个社区中 5 个未达标（29\.4%）/);
    const download = await exported(page, ".standard-detail .chart", "csv");
    assert.equal(download.suggestedFilename(), "demo-min-office-area-2026-Q1.csv");
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const table = text.split("\n").filter((line) => !line.startsWith("#") && !line.startsWith("\uFEFF#"));
    const rows = parse_csv(table.join("\n"));
    assert.equal(rows.length, 17);
    assert.equal(rows.filter((row) => row.verdict === "missed").length, 5);
    assert.ok(rows.every((row) => row.fictional), "each row says what it is");
  });
});

test("the standards of real places judge nobody and carry no colour of a verdict", async () => {
  for (const lang of ["zh", "en"]) {
    await with_page(`?page=standards&package=published&lang=${lang}`, {}, async (page) => {
      const text = await visible_text(page, "main");
      assert.match(text, { zh: /收录规范 11 项，均不用于判定任何地区/, en: /none is used to judge an area/ }[lang]);
      assert.match(text, { zh: /雁塔区制定/, en: /set by Yanta/ }[lang]);
      assert.match(text, { zh: /制定地未具名/, en: /set by a place not named/ }[lang]);
      assert.match(text, { zh: /外地规范也不适用于本地/, en: /a standard set elsewhere does not hold here/ }[lang]);
      assert.equal(await page.locator(REGISTER).count(), 11);
      // Nothing is judged, so that no column counts who is.
      assert.equal(await page.locator(".register thead th").count(), 1);
      assert.equal(await page.locator("main .better, main .worse, main canvas, input[name=limit]").count(), 0);
      // No panel is blank: the planner says why it plans nothing.
      assert.match(await visible_text(page, ".splits"), { zh: /发布方声明不作判定/, en: /nothing is to be judged/ }[lang]);
    });
  }
});

test("the page asks for no years that it does not show", async () => {
  await with_page(PAGE, {}, async (page, log) => {
    const asked = log.sent.map((request) => request.path).filter((path) => path.startsWith("data/demo/"));
    const needless = asked.filter((path) => /20(23|24|25)|category|participation|headline/.test(path));
    assert.deepEqual(needless, []);
    assert.ok(asked.some((path) => path.endsWith("areas-below.csv")), "compounds, for the splits");
  });
});

test("on a phone a standard that is looked at comes into view", async () => {
  await with_page(PAGE, { width: 390, height: 844 }, async (page) => {
    await row_of(page, "社区规模上限").locator("button").click();
    await page.locator(".standard-detail .said", { hasText: "3,500 户" }).waitFor();
    await page.waitForFunction(() => {
      const top = document.querySelector(".standard-detail").getBoundingClientRect().top;
      return top >= -1 && top < innerHeight / 2;
    });
    // Nothing of the splits is to be scrolled to sideways.
    const table = page.locator(".splits .scroll").first();
    assert.equal(await table.evaluate((it) => it.scrollWidth > it.clientWidth + 1), false);
  });
});
