// The researcher's table: the rows in sight alone are made, the bar and the keyboard reach all of them,
// names stand in the order of pinyin, what is chosen stands in the address, and the files hold everything.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { parse_csv, visible_text, wait_for_state, with_page } from "./lib.mjs";

const TABLE = "?page=explore&explore=table&package=demo&lang=zh";
const MONTHS = `${TABLE}&indicators=on-time-rate,satisfaction-rate&periods=all`;
const GROUP = "990001001001,990001001002,990001002001";

const column = (page, at) => page.locator(`.sheet tbody tr[data-place] > [aria-colindex="${at}"]`).allInnerTexts();
const row_count = async (page) => Number(await page.locator(".sheet").getAttribute("aria-rowcount")) - 1;
const in_dom = (page) => page.locator(".sheet tbody tr[data-place]").count();
const ready = (page) => page.waitForTimeout(30).then(() => wait_for_state(page, "ready"));
const places = (page) => page.locator(".sheet tbody tr[data-place]").evaluateAll((rows) => rows.map((row) => Number(row.dataset.place)));
// A provisional value has a hollow mark before it.
const number = (text) => Number.parseFloat(text.replace("○ ", "").replaceAll(",", ""));

// The whole column from the file, which has the rows in the order of the table.
async function file_of(page, button) {
  const menu = page.locator(".menu", { has: page.getByRole("button", { name: button }) });
  const save = async () => {
    await menu.locator(".menu-button").click();
    await menu.locator('[data-export="csv"]').click();
  };
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  const text = fs.readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "");
  return { name: download.suggestedFilename(), remarks: text.split("\n").filter((line) => line.startsWith("#")), rows: parse_csv(text.split("\n").filter((line) => !line.startsWith("#")).join("\n")) };
}

test("only the rows in sight are made, and the bar reaches the last", async () => {
  await with_page(MONTHS, {}, async (page) => {
    const all = await row_count(page);
    assert.ok(all > 5000, `${all} rows`);
    assert.ok((await in_dom(page)) < 80, "rows in the document");
    const frame = page.locator(".sheet-frame");
    const [whole, row] = await frame.evaluate((it) => [it.scrollHeight, it.querySelector("tr[data-place]").offsetHeight]);
    assert.ok(Math.abs(whole - all * row) < 120, `${whole} px for ${all} rows of ${row}`);
    await frame.evaluate((it) => { it.scrollTop = it.scrollHeight; });
    await page.locator(`.sheet tr[data-place="${all - 1}"]`).waitFor();
    assert.ok((await in_dom(page)) < 80);
    assert.equal(await page.locator(`.sheet tr[data-place="${all - 1}"]`).getAttribute("aria-rowindex"), String(all + 1));
    const box = await page.locator(`.sheet tr[data-place="${all - 1}"]`).boundingBox();
    const seen = await frame.boundingBox();
    assert.ok(box.y + box.height <= seen.y + seen.height + 1, "the last row is in sight");
  });
});

test("names stand in the order of pinyin, both ways", async () => {
  await with_page(`${TABLE}&sort=area`, {}, async (page) => {
    const { rows } = await file_of(page, /如表所示/);
    const names = rows.map((row) => row.area_name);
    assert.equal(names.length, 163);
    const order = await page.evaluate((names) => [...names].sort(new Intl.Collator("zh-CN").compare), names);
    assert.deepEqual(names, order);
    // Not the order of codes: 丙 (bing) before 甲 (jia).
    assert.match(names[0], /^丙/);
    await page.getByRole("button", { name: "地区" }).first().click();
    await ready(page);
    assert.match(page.url(), /sort=-area/);
    assert.deepEqual((await file_of(page, /如表所示/)).rows.map((row) => row.area_name), [...order].reverse());
    assert.equal(await page.locator(".sheet thead th").first().getAttribute("aria-sort"), "descending");
  });
});

test("figures stand in the order of numbers, what is missing last whichever way", async () => {
  await with_page(MONTHS, {}, async (page) => {
    for (const [sort, sign] of [["on-time-rate", 1], ["-on-time-rate", -1]]) {
      await page.locator(".sheet thead .figure button").first().click();
      await ready(page);
      assert.equal(new URL(page.url()).searchParams.get("sort"), sort);
      const { rows } = await file_of(page, /如表所示/);
      const values = rows.map((row) => row["on-time-rate"]);
      const known = values.filter((value) => value !== "").map(Number);
      assert.ok(known.length < values.length && known.length > 5000, `${known.length} of ${values.length}`);
      assert.deepEqual(values.slice(known.length).filter((value) => value !== ""), [], "missing last");
      assert.ok(known.every((value, at) => at === 0 || sign * (value - known[at - 1]) >= 0), sort);
      const shown = (await column(page, 4)).slice(0, 10).map(number);
      assert.deepEqual(shown, known.slice(0, 10).map((value) => Number(value.toFixed(1))));
      const missing = rows.slice(known.length).map((row) => row["on-time-rate:remark"]);
      assert.ok(missing.every((reason) => reason !== ""), "each says why");
    }
  });
});

test("the filter takes names, initials, codes and conditions", async () => {
  await with_page(TABLE, {}, async (page) => {
    const box = page.locator("input[name=filter]");
    for (const [typed, fits] of [
      ["甲0", (name) => name.startsWith("甲0")],
      ["y01", (name) => name === "乙01社区"],
      ["990001003", (name) => name.startsWith("丙")],
    ]) {
      await box.fill(typed);
      await ready(page);
      const names = await column(page, 1);
      assert.ok(names.length > 0 && names.every(fits), `${typed}: ${names}`);
      assert.equal(await row_count(page), names.length);
    }
    await box.fill("甲 >88");
    await ready(page);
    const values = (await column(page, 3)).map(number);
    assert.ok(values.length > 2 && values.every((value) => value >= 88), String(values));
    assert.equal(new URL(page.url()).searchParams.get("filter"), "甲 >88");
    await box.fill("没有的地方");
    await ready(page);
    assert.match(await visible_text(page, ".explore"), /没有符合筛选条件的行/);
  });
});

test("the keyboard reaches every cell, and the focus stays", async () => {
  await with_page(MONTHS, {}, async (page) => {
    const all = await row_count(page);
    const table = page.locator(".sheet");
    const at = () => table.evaluate((it) => {
      const cell = document.getElementById(it.getAttribute("aria-activedescendant"));
      return cell === null ? null : [Number(cell.parentElement.dataset.place), Number(cell.getAttribute("aria-colindex")), document.activeElement === it];
    });
    await table.focus();
    assert.deepEqual(await at(), [0, 1, true]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await at(), [1, 2, true]);
    await page.keyboard.press("PageDown");
    const [after_page] = await at();
    assert.ok(after_page > 8 && after_page < 60, String(after_page));
    await page.keyboard.press("End");
    assert.deepEqual(await at(), [all - 1, 2, true]);
    const cell = await page.locator(".sheet .at").boundingBox();
    const frame = await page.locator(".sheet-frame").boundingBox();
    assert.ok(cell.y >= frame.y && cell.y + cell.height <= frame.y + frame.height + 1, "in sight");
    await page.keyboard.press("PageUp");
    assert.ok((await at())[0] < all - 8);
    await page.keyboard.press("Home");
    assert.deepEqual(await at(), [0, 2, true]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator(".origin").waitFor();
    assert.match(await visible_text(page, ".origin"), /甲01社区.*按期办结率/);
    await page.keyboard.press("Escape");
    await page.locator(".origin").waitFor({ state: "detached" });
    assert.deepEqual(await at(), [0, 4, true]);
  });
});

test("a click on a value shows where it is from", async () => {
  await with_page(TABLE, {}, async (page) => {
    await page.locator('.sheet tr[data-place="4"] > [aria-colindex="3"]').click();
    assert.match(await visible_text(page, ".origin"), /甲05社区 · 按期办结率 69\.9%/);
  });
});

test("periods stand across, columns out of sight are not made, and the address opens the same", async () => {
  const query = `${MONTHS}&pivot=period&sort=-satisfaction-rate:2026-03`;
  // On a desk and on a narrow screen, where the first widths are others.
  for (const width of [1440, 820]) {
    await with_page(query, { width }, async (page) => {
      await page.waitForFunction(() => {
        const box = (it) => document.querySelector(it)?.getBoundingClientRect();
        const [head, frame] = [box('.sheet th[aria-sort="descending"]'), box(".sheet-frame")];
        return head && head.left >= frame.left && head.right <= frame.right + 1;
      });
    });
  }
  await with_page(query, {}, async (page) => {
    assert.equal(await page.locator("select[name=pivot]").inputValue(), "period");
    assert.equal(await page.locator("select[name=periods]").inputValue(), "all");
    const count = Number(await page.locator(".sheet").getAttribute("aria-colcount"));
    assert.ok(count > 60, `${count} columns`);
    assert.ok((await page.locator(".sheet thead .figure").count()) < 30);
    // The column of the order has come into sight.
    const sorted = page.locator('.sheet th[aria-sort="descending"]');
    assert.match(await sorted.innerText(), /群众满意率.*\n?2026 年 3 月/);
    const at = await sorted.getAttribute("aria-colindex");
    const values = (await column(page, at)).map(number);
    assert.ok(values.length > 10 && values.every((value, at) => at === 0 || value <= values[at - 1]), String(values));
    const heads = await page.locator(".sheet thead .figure").evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().left)));
    const cells = await page.locator('.sheet tr[data-place="0"] > td.number').evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().left)));
    assert.deepEqual(cells, heads, "cells stand under their heads");
    const { rows, name } = await file_of(page, /如表所示/);
    assert.equal(Object.keys(rows[0]).filter((key) => /^(on-time|satisfaction)-rate:\d{4}-\d\d$/.test(key)).length, count - 2);
    assert.match(name, /^demo-table-community-.*-period\.csv$/);
    const before = await visible_text(page, ".sheet");
    await page.reload();
    await wait_for_state(page, "ready");
    assert.equal(await visible_text(page, ".sheet"), before);
  });
});

test("indicators are ticked in a list by the keyboard alone", async () => {
  await with_page(TABLE, {}, async (page) => {
    await page.locator(".pick-list summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("满意");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await ready(page);
    const chosen = new URL(page.url()).searchParams.get("indicators").split(",");
    assert.equal(chosen[0], "on-time-rate");
    assert.equal(chosen.length, 2);
    assert.equal(await page.locator(".sheet thead .figure").count(), 2);
    assert.match(await visible_text(page, ".pick-list summary"), /2 项/);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".pick-list").getAttribute("open"), null);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
  });
});

test("the long file has a row a value for the whole table", async () => {
  await with_page(`${MONTHS}&within=990001001`, {}, async (page) => {
    const all = await row_count(page);
    const { rows, remarks } = await file_of(page, /一值一行/);
    assert.equal(rows.length, all * 2);
    assert.ok(rows.every((row) => row.fictional !== ""));
    assert.ok(remarks.some((line) => line.includes("page=explore")), "the address");
    const one = rows.find((row) => row.indicator === "on-time-rate" && row.area_name === "甲05社区" && row.period === "2026-03");
    assert.equal(Number(one.value).toFixed(1), "69.9");
    assert.equal(Number(one.numerator) / Number(one.denominator) * 100, Number(one.value));
    assert.ok(Number(one.lower_95) < 66 && Number(one.upper_95) > 74);
    assert.match(one.file, /\.csv$/);
  });
});

test("a group is chosen, summed, kept from page to page, and can stand alone", async () => {
  await with_page(TABLE, {}, async (page) => {
    const box = page.getByRole("combobox", { name: "加入本组" });
    for (const typed of ["甲01", "甲02", "乙01"]) {
      await box.fill(typed);
      await page.locator("#areas-found li").first().waitFor();
      await box.press("Enter");
    }
    await ready(page);
    assert.equal(new URL(page.url()).searchParams.get("group"), GROUP);
    const { rows } = await file_of(page, /一值一行/);
    const members = rows.filter((row) => GROUP.split(",").includes(row.area_code));
    const sum = (key) => members.reduce((sum, row) => sum + Number(row[key]), 0);
    const group = rows.find((row) => row.area_code === "group");
    assert.equal(Number(group.numerator), sum("numerator"));
    assert.equal(Number(group.denominator), sum("denominator"));
    const share = (sum("numerator") / sum("denominator")) * 100;
    assert.equal(Number(group.value).toFixed(6), share.toFixed(6));
    assert.match((await column(page, 3))[0], new RegExp(`^${share.toFixed(1)} \\(`));
    assert.equal(await page.locator(".sheet tr.member").count(), 3);

    await page.locator("select[name=within]").selectOption("group");
    await ready(page);
    assert.equal(await row_count(page), 4);

    await page.locator("nav.rail a").nth(1).click();
    await ready(page);
    assert.equal(new URL(page.url()).searchParams.get("group"), GROUP);
    assert.equal(new URL(page.url()).searchParams.get("within"), "group");
    assert.equal(await page.locator(".compare-table tbody tr").count(), 3);
    assert.match(await visible_text(page, ".compare-table thead"), new RegExp(`全区（基准）.*本组合计（3 个社区） ${share.toFixed(1)}%`));
    assert.match(await visible_text(page, "main"), /只列本组各地区；基准、名次和判断仍按全部地区得出/);
    const alone = await page.locator(".compare-table tbody tr").allInnerTexts();

    await page.locator("select[name=within]").selectOption("");
    await ready(page);
    assert.equal(await page.locator(".compare-table tbody tr").count(), 163);
    assert.equal(await page.locator(".compare-table tr.member").count(), 3);
    // Verdict and rank are the same whether the others are listed or not.
    const among = await page.locator(".compare-table tr.member").allInnerTexts();
    assert.deepEqual([...alone].sort(), [...among].sort());
  });
});

test("what the address asks for in vain is told", async () => {
  await with_page(`${TABLE}&indicators=on-time-rate,nothing&group=990001001001,123&sort=rank&pivot=up`, {}, async (page) => {
    const text = await visible_text(page, "main");
    for (const part of ["indicators=nothing", "group=123", "sort=rank", "pivot=up"]) assert.ok(text.includes(part), `${part}: ${text.slice(0, 600)}`);
    assert.equal(await row_count(page), 164);
  });
});

test("on a phone the table scrolls in its own box and the names stay", async () => {
  await with_page(MONTHS, { width: 390, height: 844 }, async (page) => {
    const [page_width, frame_width, table_width] = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".sheet-frame").clientWidth, document.querySelector(".sheet").offsetWidth]);
    assert.equal(page_width, 390);
    assert.ok(table_width > frame_width);
    const left = () => page.locator(".sheet tbody tr[data-place] > th").first().evaluate((it) => it.getBoundingClientRect().left);
    const before = await left();
    await page.locator(".sheet-frame").evaluate((it) => { it.scrollLeft = 150; });
    await page.waitForTimeout(100);
    assert.equal(await left(), before);
  });
});

test("paper has the first rows and says that there are more", async () => {
  await with_page(MONTHS, {}, async (page) => {
    const all = await row_count(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await in_dom(page), 300);
    await page.emulateMedia({ media: "print" });
    const said = await visible_text(page, ".sheet-frame + .printed");
    assert.ok(said.includes(`前 300 行`) && said.includes(all.toLocaleString("en")), said);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.ok((await in_dom(page)) < 80);
    assert.equal((await places(page))[0], 0);
  });
});
