// 组织 as readers meet it: what is missing first, the icicle to click into, the tree that opens branch by
// branch, names behind numbers, and published figures without verdicts.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DIST, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const DEMO = "?page=organisation&package=demo";
const key = (page, name) => new URL(page.url()).searchParams.get(name);
const demo_file = (name) => parse_csv(fs.readFileSync(path.join(DIST, "data/demo", name), "utf8"));

// Grids without a party group, as the files have them.
function grids_without() {
  const rows = demo_file("observations-below-organisation-2026.csv");
  return rows.filter((row) => row.indicator === "grid-party-groups" && Number(row.value) === 0).map((row) => row.area_code);
}

test("what is missing is said first, with where most of it is", async () => {
  const without = grids_without();
  const in_ding = without.filter((code) => code.startsWith("990001004")).length;
  await with_page(`${DEMO}&lang=zh`, {}, async (page) => {
    const first = await visible_text(page, ".org-said li:first-child");
    assert.match(first, new RegExp(`缺 ${without.length} 个，其中 ${in_ding} 个在丁街道`));
    const box = await page.locator(".org-said").boundingBox();
    assert.ok(box.y + box.height < 900, "the sentences stand on the first screen");
    assert.equal(await page.evaluate(() => scrollY), 0);
  });
});

test("a branch opens in place, by mouse and by key, and the address says so", async () => {
  await with_page(`${DEMO}&lang=zh`, {}, async (page) => {
    const rows = page.locator(".org-table tbody tr");
    assert.equal(await rows.count(), 10, "only what is open is made");
    const fold = page.getByRole("button", { name: "展开 丁街道" });
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    await fold.click();
    await page.getByRole("button", { name: "收起 丁街道" }).waitFor();
    assert.equal(await rows.count(), 26);
    assert.equal(key(page, "open"), "990001004");
    // The arrow keys open and close as in a tree, and the focus stays.
    const community = page.getByRole("button", { name: /丁03社区$/ });
    await community.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await community.getAttribute("aria-expanded"), "true");
    assert.equal(await rows.count(), 30);
    await page.keyboard.press("ArrowLeft");
    assert.equal(await rows.count(), 26);
    assert.equal(await community.evaluate((button) => button === document.activeElement), true);
    await page.keyboard.press("Enter");
    assert.equal(key(page, "open"), "990001004,990001004003");
    // The address opens the same view.
    await page.reload();
    await wait_for_state(page, "ready");
    assert.equal(await rows.count(), 30);
    const grid = page.locator(".org-table tr", { hasText: "丁03社区第3网格" });
    assert.match(await grid.innerText(), /◇\s*缺/);
  });
});

test("every unit that is missing has its name, folded where they are many", async () => {
  const without = grids_without();
  await with_page(`${DEMO}&lang=zh`, {}, async (page) => {
    const areas = new Map(demo_file("areas-below.csv").map((row) => [row.area_code, row.name_zh]));
    for (const fold of await page.locator(".fold-names").all()) await fold.click();
    const named = await page.locator(".org-lacking .names a").evaluateAll((links) =>
      links.map((link) => new URL(link.href).searchParams.get("area")),
    );
    assert.deepEqual(named.toSorted(), without.toSorted());
    const names = await visible_text(page, ".org-lacking");
    const last = areas.get(without[0]).replace(/^.*社区/, "");
    assert.ok(names.includes(last), last);
    assert.match(key(page, "open"), /lacking:990001004/);
  });
});

test("a click in the icicle makes the area the whole, and the path leads back", async () => {
  await with_page(`${DEMO}&lang=zh`, {}, async (page) => {
    const plot = page.locator(".org-icicle .plot");
    await plot.focus();
    // The second mark is the first sub-district.
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    assert.match(await visible_text(page, ".org-icicle .tip"), /甲街道 66 个网格，58 个有党小组，缺 8 个/);
    await page.keyboard.press("Enter");
    await wait_for_state(page, "ready");
    assert.equal(key(page, "area"), "990001001");
    assert.match(await visible_text(page, "h1"), /甲街道/);
    await page.locator(".breadcrumbs a").first().click();
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, "h1"), /示范区/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("甲街道"));
  });
});

test("a unit leads to the line that its figure is from", async () => {
  await with_page(`${DEMO}&lang=zh&area=990001004003`, {}, async (page) => {
    const row = page.locator(".org-table tr", { hasText: "丁03社区第3网格" });
    await row.locator(".sourced").first().click();
    const panel = await visible_text(page, ".origin");
    assert.match(panel, /observations-below-organisation-2026\.csv/);
    assert.match(panel, /990001004003g03/);
  });
});

test("a grid speaks of itself, and of nothing that is asked of communities", async () => {
  await with_page(`${DEMO}&lang=zh&area=990001004003g03`, {}, async (page) => {
    assert.match(await visible_text(page, ".org-said li:first-child"), /本网格没有党小组。/);
    const text = await visible_text(page, ".page.organisation");
    assert.doesNotMatch(text, /0 个社区|会议召开情况|没有公布党群服务中心|没有公布，以上各数无法核对/);
    assert.equal(await page.locator(".org-lacking, .org-meetings, .org-centres").count(), 0);
  });
});

test("another organisation is a choice that the address keeps", async () => {
  await with_page(`${DEMO}&lang=en`, {}, async (page) => {
    await page.locator('select[name="kind"]').selectOption("compound-branches");
    await page.locator(".org-lacking h2", { hasText: "Compounds without a party branch (68)" }).waitFor();
    assert.equal(key(page, "indicator"), "compound-branches");
    assert.match(await visible_text(page, ".chart h2"), /Compound party branches/);
  });
});

for (const lang of ["zh", "en"]) {
  test(`published figures stand with their date and source, without a verdict: ${lang}`, async () => {
    await with_page(`?page=organisation&package=published&lang=${lang}`, {}, async (page) => {
      const text = await visible_text(page, ".page.organisation");
      for (const figure of [/(?<!\d)674(?!\d)/, /(?<!\d)249(?!\d)/, /(?<!\d)522(?!\d)/, /(?<!\d)583(?!\d)/, /3,147/, /12[（ (]+100%/]) {
        assert.match(text, figure);
      }
      assert.equal(await page.locator(".sign.missing, .sign.met").count(), 0, "no verdict colour");
      assert.doesNotMatch(text, /◇|✓/);
      assert.match(text, lang === "zh" ? /未公布逐个单位的名单/ : /No list of units is published/);
      assert.doesNotMatch(text, lang === "zh" ? /至少缺/ : /[Aa]t least 61/, "what a real place should have is not for this page to say");
      await page.locator(".place", { hasText: "674" }).locator(".sourced").first().click();
      assert.match(await visible_text(page, ".origin"), /observations-headline\.csv/);
    });
  });
}

test("a package without indicators of organisation says by what it would have some", async () => {
  const overrides = { "data/demo/indicators.csv": (bytes) => Buffer.from(bytes.toString().replace(/,(org|unit|centre|meeting)\.[a-z_]+,/g, ",,")) };
  await with_page(DEMO, { overrides }, async (page) => {
    assert.match(await visible_text(page, ".organisation .refusal"), /role 列中没有 org\.…/);
  });
});

test("a phone needs no scrolling sideways", async () => {
  for (const query of [`${DEMO}&lang=en&open=990001004`, "?page=organisation&package=published&lang=en"]) {
    await with_page(query, { width: 390, height: 844 }, async (page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${query}: ${wide} px too wide`);
    });
  }
});
