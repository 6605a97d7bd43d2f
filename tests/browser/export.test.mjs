// What leaves the page: pictures of three sizes with their address burnt in, tables in their forms, a
// chart on another site's page.

import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import { test } from "node:test";
import { exported, parse_csv, pick_export, serve_site, sleep, visible_text, wait_for_state, with_page } from "./lib.mjs";

const COMPARE = "?package=demo&page=compare&indicator=on-time-rate&period=2026-03&lang=zh";
const clipboard = (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const bytes_of = async (download) => fs.readFileSync(await download.path());
const text_of = async (download) => (await bytes_of(download)).toString("utf8");
const is_remark = (line) => /^\uFEFF?#,/.test(line);

test("a PNG comes at one, two and four device pixels a point", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const sizes = [];
    for (const [density, name] of [[1, ".png"], [2, "@2x.png"], [4, "@4x.png"]]) {
      const download = await exported(page, ".chart", `png-${density}`);
      assert.equal(download.suggestedFilename(), `demo-on-time-rate-community-2026-03${name}`);
      const bytes = await bytes_of(download);
      assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      sizes.push([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]);
    }
    const [[width, height]] = sizes;
    assert.equal(width, 960);
    assert.ok(height > 400);
    assert.deepEqual(sizes, [1, 2, 4].map((times) => [width * times, height * times]));
  });
});

test("the SVG carries its address, with the digest of its data", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const svg = await text_of(await exported(page, ".chart", "svg"));
    const seen = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        described: parsed.querySelector("desc").textContent,
        drawn: [...parsed.querySelectorAll("text")].map((it) => it.textContent).join(""),
      };
    }, svg);
    const link = /http:\S+data=[0-9a-f]{16}/;
    assert.match(seen.described, link);
    // It may be wrapped, and it is whole.
    assert.ok(seen.drawn.includes(seen.described.match(link)[0]), seen.drawn.slice(-400));
    assert.match(seen.drawn, /虚构演示数据/);
  });
});

test("a table comes with and without what is said of it, as JSON and for Excel", async () => {
  await with_page(COMPARE, { prepare: clipboard }, async (page) => {
    for (const scope of [".chart", ".table-section"]) {
      const download = await exported(page, scope, "csv");
      assert.match(download.suggestedFilename(), /2026-03\.csv$/);
      const lines = (await text_of(download)).split("\n");
      const remarks = lines.filter(is_remark).join("\n");
      for (const part of [/数据包：示范区（demo），1\.0\.0，2026-05-08/, /data=[0-9a-f]{16}/, /导出日期：\d{4}-\d\d-\d\d/, /定义：/, /虚构演示数据/, /代码列请按文本导入/]) {
        assert.match(remarks, part);
      }
      const plain = (await text_of(await exported(page, scope, "csv-plain"))).split("\n");
      assert.equal(plain.filter(is_remark).length, 0);
      assert.deepEqual(plain.map((line) => line.replace(/^\uFEFF/, "")), lines.filter((line) => !is_remark(line)));
      const rows = parse_csv(plain.join("\n"));
      assert.equal(rows.length, 163);

      const json = JSON.parse(await text_of(await exported(page, scope, "json")));
      assert.deepEqual(Object.keys(json), ["remarks", "columns", "rows"]);
      assert.deepEqual(json.rows.map((row) => row.area_code), rows.map((row) => row.area_code));
      assert.deepEqual(json.rows.map((row) => row.numerator), rows.map((row) => (row.numerator === "" ? null : Number(row.numerator))));

      await pick_export(page, scope, "tabbed");
      await page.locator(`${scope} .menu-said`, { hasText: "文本" }).first().waitFor();
      const table = (await copied(page)).split(/\r?\n/).filter((line) => line !== "").map((line) => line.split("\t"));
      assert.deepEqual(table[0], json.columns);
      assert.equal(table.length, 164);
      assert.ok(table.every((row) => row.length === json.columns.length));
      assert.ok(table.every((row) => row.every((cell) => !/^[=+@]/.test(cell))));
    }
  });
});

test("tables that are no chart's have their exports too", async () => {
  const places = [
    ["?package=demo&page=profile&area=990001002001&lang=zh", ".profile-all", "demo-profile-990001002001-table", 20],
    ["?package=demo&page=trends&indicator=on-time-rate&area=990001002001&lang=zh", ".table-section", "demo-on-time-rate-990001002001-table", 30],
    ["?package=demo&page=standards&lang=zh", ".register .menu:last-child", "demo-standards", 100],
    ["?package=demo&page=organisation&area=990001002&lang=zh", ".org-tree", "demo-organisation-990001002", 20],
    ["?package=demo&page=data&lang=zh", "#definitions", "demo-definitions", 30],
    ["?package=demo&page=data&lang=zh", "#gaps", "demo-gaps", 10],
    ["?package=published&page=cases&lang=zh", ".table-section", "published-cases", 1],
  ];
  for (const [query, scope, stem, least] of places) {
    await with_page(query, {}, async (page) => {
      await page.locator(`${scope} .menu, ${scope}.menu`).first().waitFor();
      const download = await exported(page, scope, "csv");
      assert.equal(download.suggestedFilename(), `${stem}.csv`);
      const lines = (await text_of(download)).split("\n");
      assert.ok(lines.some(is_remark), query);
      const rows = parse_csv(lines.filter((line) => !is_remark(line)).join("\n"));
      assert.ok(rows.length >= least, `${stem}: ${rows.length} rows`);
      const json = JSON.parse(await text_of(await exported(page, scope, "json")));
      assert.equal(json.rows.length, rows.length, stem);
    });
  }
});

test("the menu opens and closes by keys, and on whatever is done elsewhere", async () => {
  await with_page(COMPARE, {}, async (page) => {
    const menu = page.locator(".chart .menu").first();
    const list = menu.locator(".menu-list");
    await menu.locator(".menu-button").focus();
    await page.keyboard.press("Enter");
    await list.waitFor();
    assert.equal(await menu.locator(".menu-button").getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.export), "png-2");
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("menu-button")));
    await page.keyboard.press("Enter");
    await list.waitFor();
    await page.locator("h1").click();
    await list.waitFor({ state: "detached" });
    await menu.locator(".menu-button").click();
    await list.waitFor();
    // Past the last entry the focus is elsewhere.
    await list.locator("button").last().focus();
    await page.keyboard.press("Tab");
    await list.waitFor({ state: "detached" });
  });
});

// A page of another site that holds what was copied.
async function other_site(code) {
  const server = http.createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>elsewhere</title><body>${code}</body>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://localhost:${server.address().port}/`, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}

for (const [query, place, title, banner] of [
  [`${COMPARE}`, 2, /按期办结率/, /虚构/],
  ["?package=demo&page=trends&indicator=on-time-rate&area=990001002001&period=2026-03&lang=en", 1, /On-time resolution rate/, /Fictional/],
  ["?package=published&page=compare&indicator=compound-branches&period=latest&lang=zh", 1, /党支部/, /未核实/],
]) {
  test(`chart ${place} stands alone on another site: ${query}`, async () => {
    const site = await serve_site();
    let code;
    try {
      await with_page(query, { address: site.address, prepare: clipboard }, async (page) => {
        const charts = page.locator(".chart");
        await charts.nth(place - 1).waitFor();
        await pick_export(page, charts.nth(place - 1), "embed");
        await charts.nth(place - 1).locator(".menu-said", { hasText: /\S/ }).waitFor();
        code = await copied(page);
      });
      assert.match(code, /^<iframe src="http:[^"<>]+" title="[^"<>]+" width="100%" height="\d+" loading="lazy" style="border:0"><\/iframe>$/);
      assert.match(code, new RegExp(`&amp;embed=${place}&amp;data=[0-9a-f]{16}"`));
      const elsewhere = await other_site(code);
      try {
        await with_page("", { address: elsewhere.address, state: null, allow: [/./] }, async (page, log) => {
          log.requests.length = 0;
          const frame = page.frameLocator("iframe");
          await frame.locator(".embedded .plot canvas").waitFor();
          assert.match(await frame.locator(".embedded h1").innerText(), title);
          const text = (await frame.locator("body").innerText()).replace(/\s+/g, " ");
          assert.match(text, banner);
          const way = frame.locator(".embedded-way a");
          assert.equal(await way.getAttribute("target"), "_blank");
          assert.equal(await way.getAttribute("rel"), "noopener");
          assert.ok(!(await way.getAttribute("href")).includes("embed="));
          for (const gone of ["header", ".rail", "footer", ".page", ".actions", ".skip"]) {
            assert.equal(await frame.locator(gone).filter({ visible: true }).count(), 0, gone);
          }
          // The page that stands beside unseen says so too.
          await frame.locator(".data-same").filter({ visible: true }).waitFor();
          // Only the chart and the way to the page can be reached.
          const reached = [];
          for (let step = 0; step < 5; step += 1) {
            await page.keyboard.press("Tab");
            const inside = page.frames().find((it) => it !== page.mainFrame());
            reached.push(await inside.evaluate(() => document.activeElement?.className || document.activeElement?.tagName));
          }
          const expected = new Set(["BODY", "plot", "A", "tip"]);
          assert.deepEqual(reached.filter((name) => !expected.has(name)), []);
          assert.ok(reached.includes("plot") && reached.includes("A"), reached.join());
          for (const width of [820, 390]) {
            await page.setViewportSize({ width, height: 800 });
            await sleep(200);
            const inside = page.frames().find((it) => it !== page.mainFrame());
            assert.ok(await inside.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
          }
          log.requests.length = 0;
        });
      } finally {
        await elsewhere.close();
      }
    } finally {
      await site.close();
    }
  });
}

test("a place at which no chart stands is said to have none", async () => {
  await with_page(`${COMPARE}&embed=9`, {}, async (page) => {
    await page.locator(".embedded", { hasText: "页面上没有这张图" }).waitFor();
    assert.match(await visible_text(page, ".embedded-way"), /在知社中打开/);
    await wait_for_state(page, "ready");
  });
});
