// No table of figures stands without its menu: every page is opened, every table with figures in it is
// found, and what its menu gives is looked at.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { exported, parse_csv, pick_export, with_page } from "./lib.mjs";

const text_of = async (download) => fs.readFileSync(await download.path()).toString("utf8");
const is_remark = (line) => /^\uFEFF?#,/.test(line);

const PLACES = [
  "?package=demo&lang=zh",
  "?package=demo&page=compare&indicator=on-time-rate&period=2026-03&lang=zh",
  "?package=demo&page=compare&show=all&lang=zh",
  "?package=demo&page=compare&show=findings&lang=en",
  "?package=demo&page=profile&area=990001002001&lang=zh",
  "?package=demo&page=profile&area=990001002&lang=en",
  "?package=demo&page=trends&indicator=on-time-rate&area=990001002001&lang=zh",
  "?package=demo&page=trends&indicator=on-time-rate&show=all&lang=zh",
  "?package=demo&page=map&indicator=on-time-rate&lang=zh",
  "?package=demo&page=organisation&area=990001002&lang=zh",
  "?package=demo&page=cases&area=990001002&lang=zh",
  "?package=demo&page=standards&lang=zh",
  "?package=demo&page=explore&lang=zh",
  "?package=demo&page=explore&explore=distribution&lang=zh",
  "?package=demo&page=explore&explore=categories&lang=zh",
  "?package=demo&page=explore&explore=table&lang=zh",
  "?package=demo&page=data&lang=zh",
  "?package=published&page=compare&indicator=compound-branches&period=latest&lang=zh",
  "?package=published&page=trends&indicator=compound-branches&show=all&lang=zh",
  "?package=published&page=profile&area=610113&lang=zh",
  "?package=published&page=organisation&lang=zh",
  "?package=published&page=cases&lang=en",
  "?package=published&page=standards&lang=zh",
  "?package=published&page=data&lang=en",
];

test("the figures of the cards leave by a menu of their own, as every list does", async () => {
  // Of a package that is judged the code comes by itself, of another when it is asked for.
  for (const [query, is_asked] of [["?package=demo&lang=zh", false], ["?package=published&lang=en", true]]) {
    await with_page(query, {}, async (page) => {
      const actions = page.locator(".cards-copy");
      if (is_asked) {
        await actions.getByText("Export", { exact: true }).click();
        await actions.locator(".menu-list").waitFor();
        assert.equal(await page.evaluate(() => document.activeElement.className), "menu-button");
        await page.keyboard.press("Escape");
      }
      await actions.locator(".menu").waitFor();
      const csv = await text_of(await exported(page, actions, "csv"));
      const rows = parse_csv(csv.split("\n").filter((line) => !is_remark(line)).join("\n"));
      const cards = new Set(rows.map((row) => `${row.indicator} ${row.area_code}`));
      assert.equal(cards.size, await page.locator(".cards .card").count());
      assert.ok(rows.every((row) => row.period !== "" && row.file !== undefined));
    });
  }
});

// Parts of a page come in turns; when nothing has come for a while all are there.
async function all_parts(page) {
  let before = -1;
  for (;;) {
    const now = await page.locator("main table, main .menu").count();
    if (now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
}

test("a menu stands for every table with figures", async () => {
  let found = 0;
  for (const query of PLACES) {
    await with_page(query, {}, async (page) => {
      await all_parts(page);
      const tables = await page.evaluate(() => {
        // In the chart or the section of the table, or right below it.
        const stands_for = (table) => {
          if (table.closest(".chart, section")?.querySelector(".menu") != null) return true;
          for (let part = table; part.tagName !== "MAIN"; part = part.parentElement) {
            for (let next = part.nextElementSibling; next !== null; next = next.nextElementSibling) {
              if (next.matches(".table-menu")) return true;
            }
          }
          return false;
        };
        return [...document.querySelectorAll("main table")]
          .filter((table) => table.checkVisibility() && table.querySelector(":is(td, th).number"))
          .map((table) => ({
            name: table.className || table.parentElement.getAttribute("aria-label"),
            has_menu: stands_for(table),
          }));
      });
      found += tables.length;
      const without = tables.filter((table) => !table.has_menu).map((table) => table.name);
      assert.deepEqual(without, [], query);
    });
  }
  assert.ok(found >= 30, `${found} tables`);
});

const PROFILE = "?package=demo&page=profile&area=990001002001&period=2026-03&lang=zh";
const STANDARDS = "?package=demo&page=standards&period=2026-03&lang=zh";
const DATA = "?package=demo&page=data&lang=zh";
// What is opened; where the menu stands, what its files are called, how many rows it has or more, and
// columns that it must have.
const MADE = [
  [DATA, "#sources", "demo-sources", 1, ["source", "title", "publisher", "license"]],
  [DATA, "#standards", "demo-standards-list", 12, ["standard", "value", "strength", "line"]],
  [DATA, "#files", "demo-files", 30, ["file", "state", "rows", "faults"]],
  ["?package=published&page=data&lang=en", "#sources", "published-sources", 4, ["source", "district_code"]],
  [STANDARDS, ".register .menu:first-child", "demo-standards-list", 12, ["standard", "met", "missed", "line"]],
  [STANDARDS, ".register .menu:last-child", "demo-standards", 1000, ["standard", "area_code", "value", "verdict", "line"]],
  [STANDARDS, ".splits > .table-menu", "demo-splits", 3, ["area_code", "households", "fewest_parts"]],
  ["?package=published&page=standards&lang=zh", ".register", "published-standards-list", 3, ["standard", "setters_value"]],
  ["?package=demo&page=cases&area=990001002&period=2026-03&lang=zh", ".table-section:has(.case-rates)", "demo-cases-rates-990001002-2026-03-table", 3, ["rate", "value", "file", "line"]],
  [PROFILE, ".of-standards", "demo-profile-990001002001-standards", 8, ["standard", "area_code", "value", "margin", "line"]],
  [PROFILE, ".of-cases", "demo-profile-990001002001-cases", 6, ["stage", "value", "file", "line"]],
  [PROFILE, ".of-organisation", "demo-profile-990001002001-organisation", 4, ["indicator", "value", "lacking", "line"]],
  [PROFILE, ".of-similar", "demo-profile-990001002001-similar", 12, ["area_code", "value", "distance", "line"]],
  [PROFILE.replace("002001", "002"), ".of-standards", "demo-profile-990001002-standards", 5, ["standard", "met", "missed"]],
  ["?package=published&page=profile&area=610113&lang=zh", ".of-standards", "published-profile-610113-standards", 1, ["standard", "strength"]],
  ["?package=demo&page=organisation&area=990001002&period=2026-03&lang=zh", ".org-part:has(.org-meetings)", "demo-organisation-meetings-990001002", 4, ["standard", "enough", "short_areas"]],
  ["?package=published&page=trends&indicator=compound-branches&show=all&lang=zh", ".table-section:has(.side-by-side)", "published-compound-branches-district-newest", 1, ["area_code", "period", "value", "line"]],
  ["?package=demo&page=compare&show=findings&lang=zh", ".findings-section", "demo-findings-community", 4, ["indicator", "area_code", "value", "excess", "sentence", "line"]],
  ["?package=demo&page=compare&show=findings&lang=zh", ".findings-section > .table-menu:last-child", "demo-shortfalls-community", 140, ["standard", "limit", "area_code", "value", "margin", "line"]],
  ["?package=demo&lang=zh", ".to-verify .menu:first-child", "demo-findings", 5, ["indicator", "area_code", "value", "excess", "sentence", "line"]],
  ["?package=demo&lang=zh", ".to-verify .menu:last-child", "demo-shortfalls", 140, ["standard", "limit", "area_code", "value", "margin", "line"]],
];

for (const [query, place, stem, least, columns] of MADE) {
  test(`${stem} leaves ${place} as CSV, as JSON and for Excel`, async () => {
    const prepare = (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await with_page(query, { prepare }, async (page) => {
      const scope = page.locator(place).first();
      await scope.waitFor();
      const download = await exported(page, scope, "csv");
      assert.equal(download.suggestedFilename(), `${stem}.csv`);
      const lines = (await text_of(download)).split("\n");
      const remarks = lines.filter(is_remark).join("\n");
      assert.match(remarks, /data=[0-9a-f]{16}/);
      const rows = parse_csv(lines.filter((line) => !is_remark(line)).join("\n"));
      assert.ok(rows.length >= least, `${rows.length} rows`);
      const names = Object.keys(rows[0]);
      assert.deepEqual(columns.filter((name) => !names.includes(name)), []);
      if (query.includes("package=demo")) {
        assert.match(remarks, /虚构|Fictional/);
        assert.ok(rows.every((row) => /虚构/.test(row.fictional)));
      }
      const json = JSON.parse(await text_of(await exported(page, scope, "json")));
      assert.deepEqual(json.columns, names);
      assert.equal(json.rows.length, rows.length);
      for (const [at, row] of rows.entries()) {
        for (const name of names) {
          // What keeps a spreadsheet from running a text is no part of it.
          const cell = row[name].replace(/^'(?=[=+\-@\t\r])/, "");
          const given = json.rows[at][name];
          const written = typeof given === "number" ? String(Number(cell)) : cell;
          assert.equal(String(given ?? ""), written, name);
        }
      }
      await pick_export(page, scope, "tabbed");
      await scope.locator(".menu-said", { hasText: /\S/ }).first().waitFor();
      const pasted = await page.evaluate(() => navigator.clipboard.readText());
      const table = pasted.split(/\r?\n/).filter((line) => line !== "").map((line) => line.split("\t"));
      assert.deepEqual(table[0], names);
      assert.equal(table.length, rows.length + 1);
      assert.ok(table.every((row) => row.length === names.length));
    });
  });
}

test("what is wrong with the files leaves the page too, and runs no formula", async () => {
  const overrides = {
    "data/published/observations-rest.csv": (bytes) => `${bytes.toString("utf8").trimEnd()}\n=1+1,nowhere,2024,5\n`,
  };
  await with_page("?package=published&page=data&lang=zh", { overrides }, async (page) => {
    await page.locator("#faults .menu").first().waitFor();
    const download = await exported(page, "#faults", "csv-plain");
    assert.equal(download.suggestedFilename(), "published-faults-data.csv");
    const text = await text_of(download);
    const rows = parse_csv(text);
    const last = rows.filter((row) => row.file === "observations-rest.csv").at(-1);
    assert.equal(last.severity, "fault");
    assert.ok(Number(last.line) > 1);
    assert.notEqual(last.problem, "");
    assert.ok(rows.every((row) => Object.values(row).every((cell) => !/^[=+\-@]/.test(cell))));
    const json = JSON.parse(await text_of(await exported(page, "#faults", "json")));
    assert.equal(json.rows.length, rows.length);
    // Nothing stands there to be taken where nothing is wrong.
    await with_page("?package=published&page=data&lang=zh", {}, async (sound) => {
      await sound.locator("#files .menu").waitFor();
      const has_rows = (await sound.locator("#faults tbody tr").count()) > 0;
      assert.equal((await sound.locator("#faults .menu").count()) > 0, has_rows);
    });
  });
});
