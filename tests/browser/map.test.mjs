// The map as readers meet it: tiles and outlines, what a click and the arrow keys do, what leads on from
// it, and that the address says it all.

import assert from "node:assert/strict";
import { test } from "node:test";
import fs from "node:fs";
import path from "node:path";
import { DIST, exported, parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const MAP = "?page=map&package=demo&lang=zh&period=2026-03";
const PLOT = ".map .plot";
const key = (page, name) => new URL(page.url()).searchParams.get(name);
const select = (name) => `#app select[name="${name}"]`;

// What is told of the mark that a pointer or the keyboard is on.
const told = async (page) => (await page.locator(`${PLOT} .tip`).innerText()).trim();

async function ready(page) {
  await wait_for_state(page, "ready");
  await page.locator(`${PLOT} canvas`).waitFor();
  await page.waitForFunction((selector) => document.querySelector(selector).width > 100, `${PLOT} canvas`);
}

test("arrow keys walk the tiles in four directions and Enter picks one", async () => {
  await with_page(MAP, {}, async (page) => {
    await ready(page);
    await page.locator(PLOT).focus();
    await page.keyboard.press("Home");
    assert.match(await told(page), /^甲01社区 85\.1%/);
    await page.keyboard.press("ArrowRight");
    assert.match(await told(page), /^甲02社区/);
    await page.keyboard.press("ArrowDown");
    const below = await told(page);
    assert.match(below, /^甲\d\d社区/);
    assert.notEqual(below.slice(0, 4), "甲03社");
    await page.keyboard.press("ArrowUp");
    assert.match(await told(page), /^甲02社区/);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    assert.match(await told(page), /^甲01社区/, "the rim is the end");
    await page.keyboard.press("Enter");
    assert.equal(key(page, "area"), "990001001001");
    await page.locator(".picked").waitFor();
    assert.match(await visible_text(page, ".picked h2"), /甲01社区 甲街道/);
    // The keyboard goes on from where it was.
    assert.match(await told(page), /^甲01社区/);
  });
});

test("a click picks an area, which leads to its pages and to the source of its number", async () => {
  await with_page(MAP, {}, async (page) => {
    await ready(page);
    await page.locator(".apart button", { hasText: "乙01社区" }).click();
    assert.equal(key(page, "area"), "990001002001");
    const picked = await visible_text(page, ".picked");
    assert.match(picked, /乙01社区 乙街道 ▼ 70\.1%/);
    assert.match(picked, /138\/197，95% 区间 63\.3–76\.0/);
    const links = await page.locator(".picked-links a").evaluateAll((links) => links.map((link) => new URL(link.href).search));
    assert.deepEqual(links.map((link) => new URLSearchParams(link).get("page")), ["profile", "trends", "compare"]);
    for (const link of links) assert.equal(new URLSearchParams(link).get("area"), "990001002001");
    await page.locator(".picked-links button").click();
    const origin = page.locator(".origin");
    await origin.waitFor();
    assert.match(await origin.innerText(), /observations-.*\.csv/);
    await page.keyboard.press("Escape");
    await page.locator(".unpick").click();
    assert.equal(key(page, "area"), null);
    assert.equal(await page.locator(".picked").count(), 0);
  });
});

test("the tile under the pointer is told and picked", async () => {
  await with_page(MAP, {}, async (page) => {
    await ready(page);
    await page.locator(PLOT).focus();
    await page.keyboard.press("End");
    const last = await told(page);
    const box = await page.locator(`${PLOT} .touch`).boundingBox();
    await page.keyboard.press("Escape");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(await told(page), last);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(key(page, "area"), "990001010015");
  });
});

test("colours are by verdict or by groups of values, as the address says", async () => {
  await with_page(MAP, {}, async (page) => {
    await ready(page);
    assert.equal(await page.locator(select("colour")).inputValue(), "");
    await page.locator(select("colour")).selectOption("quantile");
    assert.equal(key(page, "colour"), "quantile");
    // The sentence is made anew after the address.
    await page.waitForFunction(() => /^163 个社区按数值由低到高分为 5 组，最低一组 \d+ 个/.test(document.querySelector(".map .sentence")?.innerText ?? ""));
    await page.reload();
    await ready(page);
    assert.equal(await page.locator(select("colour")).inputValue(), "quantile");
    // What chance has no part in has shades and no choice of verdicts.
    await page.locator(select("indicator")).selectOption("grids-with-group");
    await wait_for_state(page, "ready");
    await page.waitForFunction(() => document.querySelector(".map .definition")?.innerText.includes("不作统计判断"));
    await page.locator(select("colour")).waitFor({ state: "hidden" });
  });
});

test("the table under the map holds every area and its file the same rows", async () => {
  await with_page(MAP, {}, async (page) => {
    await ready(page);
    await page.locator(".table-toggle").click();
    const rows = page.locator(".chart-table tbody tr");
    assert.equal(await rows.count(), 163);
    const download = await exported(page, ".chart", "csv");
    const text = fs.readFileSync(await download.path(), "utf8");
    const table = text.split("\n").filter((line) => !line.startsWith("#")).join("\n");
    assert.match(download.suggestedFilename(), /-map\.csv$/);
    assert.ok(parse_csv(table).length >= 163);
    await rows.first().locator("button").click();
    assert.equal(key(page, "area"), "990001001001");
  });
});

test("grids of one sub-district stand by community", async () => {
  const query = `${MAP}&indicator=registered-volunteers&level=grid&within=990001001`;
  await with_page(query, {}, async (page) => {
    await ready(page);
    assert.match(await visible_text(page, ".sentence >> nth=0"), /^56 个网格/);
    await page.locator(PLOT).focus();
    await page.keyboard.press("Home");
    assert.match(await told(page), /^甲01社区第1网格/);
  });
});

test("three real places stand side by side, without a verdict and without its colours", async () => {
  await with_page("?page=map&package=published&lang=zh", {}, async (page) => {
    await ready(page);
    assert.match(await visible_text(page, ".refusal"), /发布方声明本数据包不作判断/);
    assert.equal(await page.locator(".map .verdict.worse, .map .verdict.better").count(), 0);
    assert.ok(!(await page.locator(select("colour")).isVisible()));
    await page.locator(PLOT).focus();
    await page.keyboard.press("Home");
    assert.match(await told(page), /雁塔区 ≥ 3,120 件/);
  });
});

test("an indicator with nothing to compare says why and leads on, on the map and on the comparison", async () => {
  const cases = [
    ["page=map&package=demo&indicator=centres-district", /只有示范区本级的数值/, ["trends", "profile", "data"]],
    ["page=map&package=published&indicator=office-area", /没有公布任何数值/, ["standards", "data"]],
    ["page=compare&package=published&indicator=households", /没有公布任何数值/, ["standards", "data"]],
  ];
  for (const [query, said, pages] of cases) {
    await with_page(`?${query}&lang=zh`, {}, async (page) => {
      await wait_for_state(page, "ready");
      assert.match(await visible_text(page, ".no-comparison"), said, query);
      const links = await page.locator(".no-comparison a").evaluateAll((links) => links.map((link) => new URL(link.href).search));
      assert.deepEqual(links.map((link) => new URLSearchParams(link).get("page")), pages, query);
      assert.ok(!(await page.locator(select("level")).isVisible()), "no choice without a choice");
    });
  }
});

test("areas apart stand under their level, and the verdict is a choice on the map, too", async () => {
  await with_page(MAP, {}, async (page) => {
    await ready(page);
    const apart = await visible_text(page, ".map-side");
    assert.match(apart, /99\.8% 水平 3 个（仅因偶然约 0\.3 个）.*甲05社区.*95% 水平共 10 个（仅因偶然约 8\.2 个）/s);
    await page.locator(select("verdict")).selectOption("plain");
    assert.equal(key(page, "verdict"), "plain");
    await page.waitForFunction(() => document.querySelector(".map .sentence").innerText.includes("自身样本"));
  });
});

// Squares that are nowhere, one for each community of the first two sub-districts but one, and one for
// a place that the package does not know.
function outlines() {
  const areas = parse_csv(fs.readFileSync(path.join(DIST, "data/demo/areas.csv"), "utf8"));
  const own = areas.filter(({ level, parent_code }) => level === "community" && ["990001001", "990001002"].includes(parent_code));
  const codes = [...own.map(({ area_code }) => area_code).filter((code) => code !== "990001001002"), "990009999999"];
  const features = codes.map((code, place) => {
    const [west, south] = [116 + 0.01 * (place % 6), 39 + 0.01 * Math.floor(place / 6)];
    const ring = [[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]];
    return { type: "Feature", properties: { code }, geometry: { type: "Polygon", coordinates: [ring] } };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

function with_outlines(own) {
  const descriptor = JSON.parse(fs.readFileSync(path.join(DIST, "data/demo/datapackage.json"), "utf8"));
  descriptor.resources.push({ name: "boundaries", path: "boundaries.geojson", zhishe: { match: "code", ...own } });
  return { "data/demo/datapackage.json": JSON.stringify(descriptor), "data/demo/boundaries.geojson": outlines() };
}

test("a publisher's outlines are drawn in place of tiles, and what fits nothing is listed", async () => {
  await with_page(MAP, { overrides: with_outlines({ approval: "GS(2026)0001号" }) }, async (page, log) => {
    await ready(page);
    await page.locator(select("form")).waitFor();
    await page.waitForFunction(() => document.querySelector(".unmatched details") !== null);
    const listed = await page.locator(".unmatched summary").allInnerTexts();
    assert.deepEqual(listed, ["边界文件中没有的地区 · 129 个", "边界文件中无法对应地区的代码 · 1 个"]);
    await page.locator(".unmatched summary").nth(1).click();
    assert.equal((await visible_text(page, ".unmatched details >> nth=1 >> p")), "990009999999");
    // The marks of the map are those that have an outline.
    await page.locator(".table-toggle").click();
    assert.equal(await page.locator(".chart-table tbody tr").count(), 34);
    await page.locator(PLOT).focus();
    await page.keyboard.press("Home");
    assert.match(await told(page), /^甲01社区/);
    await page.locator(select("form")).selectOption("tiles");
    assert.equal(key(page, "open"), "tiles");
    await page.waitForFunction(() => document.querySelectorAll(".chart-table tbody tr").length === 163);
    assert.ok(log.requests.some((request) => request.includes("boundaries.geojson")));
  });
});

test("a file of outlines that cannot be read costs itself, and the tiles stand", async () => {
  const overrides = { ...with_outlines({}), "data/demo/boundaries.geojson": "{\"features\": [" };
  await with_page(MAP, { overrides }, async (page) => {
    await ready(page);
    assert.match(await visible_text(page, ".trouble"), /boundaries\.geojson.*边界文件无法解读/);
    await page.locator(".table-toggle").click();
    assert.equal(await page.locator(".chart-table tbody tr").count(), 163);
  });
});

test("on a phone nothing scrolls sideways and what was picked stays in sight", async () => {
  const query = `${MAP}&area=990001002001`;
  for (const lang of ["zh", "en"]) await with_page(query.replace("lang=zh", `lang=${lang}`), { width: 390, height: 844 }, async (page) => {
    await ready(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    // The last that is offered there.
    const picked = await page.locator(".picked .unpick").boundingBox();
    const rail = await page.locator(".rail").boundingBox();
    assert.ok(picked.y > 0 && picked.y + picked.height <= rail.y + 1, JSON.stringify([picked, rail]));
  });
});
