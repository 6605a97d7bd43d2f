// What the pages make of a reader's own table of many areas: no entry and no section for what such a table
// never has, a scale that no single wide interval sets, files with plain names, and tables that say that
// they go on beyond the edge of a phone.

import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { exported, mark_share, parse_csv, sleep, visible_text, wait_for_state, with_page } from "./lib.mjs";

const OWN = "?page=explore&explore=own&lang=en";
const USE = ".own-agree .primary";

// 320 counties; one has 58 people and one death, and an interval as long as the scale of all others.
function counties() {
  const lines = ["FIPS,County,Deaths,Population"];
  for (let at = 0; at < 320; at += 1) {
    const people = 12_000 + ((at * 7919) % 60_000);
    const deaths = Math.round(people * (0.008 + ((at * 37) % 50) * 0.0001));
    const counts = at === 77 ? "1,58" : `${deaths},${people}`;
    lines.push(`${String(1001 + 2 * at).padStart(5, "0")},County ${at + 1},${counts}`);
  }
  return lines.join("\n");
}

async function take(page) {
  const file = { name: "counties_2020.csv", mimeType: "text/csv", buffer: Buffer.from(counties()) };
  await page.locator("input[name=take-files]").setInputFiles([file]);
  await page.locator(USE).waitFor();
  await mark_share(page, "Deaths", "Population", "Deaths of people");
  await page.locator(USE).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("page") !== "explore");
  await wait_for_state(page, "ready");
}

async function go(page, name) {
  await page.locator(`nav.rail a[href*="page=${name}"]`).first().click();
  await page.waitForFunction((name) => new URL(location.href).searchParams.get("page") === name, name);
  await wait_for_state(page, "ready");
}

const menu = (page) => page.locator("nav.rail a").allInnerTexts();

test("the menu and the profile offer only what a table of one's own can have; an address is still answered", async () => {
  await with_page(OWN, {}, async (page) => {
    assert.equal((await menu(page)).length, 10, "the demonstration has everything");
    await take(page);
    const rest = ["Overview", "Compare", "Profile", "Trends", "Map", "Explore", "Data"];
    assert.deepEqual(await menu(page), rest);
    await go(page, "profile");
    assert.equal(await page.locator(".panel").count(), 0);
    const text = await visible_text(page, ".profile");
    assert.doesNotMatch(text, /organisation|standard|cases|grid staff/i);
    // The chart has the width that the panels leave.
    const widths = await page.evaluate(() =>
      [".portrait", ".portrait-main"].map((it) => document.querySelector(it).getBoundingClientRect().width));
    assert.equal(widths[0], widths[1]);
    for (const [name, said] of [["organisation", /organisation/i], ["cases", /no .*case|not published|No indicator/i], ["standards", /no standards/i]]) {
      await page.evaluate((name) => {
        const address = new URL(location.href);
        address.searchParams.set("page", name);
        history.pushState(null, "", address);
        dispatchEvent(new PopStateEvent("popstate"));
      }, name);
      await page.locator(`.page.${name}`).waitFor();
      await wait_for_state(page, "ready");
      assert.match(await visible_text(page, `.page.${name}`), said, name);
      assert.deepEqual(await menu(page), rest);
    }
  });
});

test("names that are all the codes there are stand in one column, and a list of many in several", async () => {
  const lines = ["state,year,beds"];
  for (let at = 0; at < 51; at += 1) lines.push(`State of number ${at},2020,${100 + at}`);
  await with_page(OWN, {}, async (page) => {
    const file = { name: "beds.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
    await page.locator("input[name=take-files]").setInputFiles([file]);
    await page.locator(USE).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "compare");
    await wait_for_state(page, "ready");
    await page.locator('nav.rail a[href*="page=profile"]').click();
    await page.locator(".area-tree summary").click();
    const names = page.locator(".area-tree li a");
    await names.nth(50).waitFor();
    const boxes = await names.evaluateAll((links) => links.map((link) => {
      const { left, height } = link.getBoundingClientRect();
      return { left, height };
    }));
    assert.ok(new Set(boxes.map(({ left }) => left)).size >= 4, "columns");
    assert.ok(boxes.every(({ height }) => height < 25), "no name is wrapped");
    const list = await page.locator(".area-tree ul").first().boundingBox();
    assert.ok(list.height < 320, `${list.height}`);
    await page.locator('nav.rail a[href*="page=explore"]').click();
    await page.locator(".tabs a", { hasText: "Table" }).click();
    await page.locator(".sheet tbody tr").first().waitFor();
    assert.deepEqual(await page.locator(".sheet thead th").allInnerTexts(), ["Area", "beds"]);
  });
});

test("one wide interval sets no scale and is said to run out; the funnel's file has its limits and a plain name", async () => {
  await with_page(OWN, {}, async (page) => {
    await take(page);
    await go(page, "compare");
    const [bars, funnel] = [".charts .chart:first-child", ".charts .chart:nth-child(2)"];
    const svg = await exported(page, `${bars} .menu`, "svg");
    assert.match(svg.suggestedFilename(), /^own-[a-z0-9]/i);
    const drawn = fs.readFileSync(await svg.path(), "utf8");
    assert.match(drawn, /[Aa]n interval with an arrow runs beyond the chart/);
    // The interval of the one runs to nine in a hundred; the numbers at the axis do not.
    const numbers = [...drawn.matchAll(/>(\d+(?:\.\d+)?)%?</g)].map((it) => Number(it[1])).filter((it) => it < 100);
    assert.ok(Math.max(...numbers) <= 3, `${numbers}`);
    const csv = await exported(page, `${funnel} .menu`, "csv-plain");
    assert.match(csv.suggestedFilename(), /^own-.*-funnel.*\.csv$/);
    const rows = parse_csv(fs.readFileSync(await csv.path(), "utf8").replace(/^\uFEFF/, ""));
    assert.equal(rows.length, 320);
    for (const row of rows) {
      const [low, lower, middle, upper, high] = ["limit_lower_998", "limit_lower_95", "expected", "limit_upper_95", "limit_upper_998"].map((it) => Number(row[it]));
      assert.ok(low <= lower && lower < middle && middle < upper && upper <= high, JSON.stringify(row));
    }
  });
});

for (const [name, table] of [["compare", ".compare-table"], ["trends", ".trend-table"], ["profile", ".profile-table"]]) {
  test(`on a phone the table that goes on at the right says so, and is moved by the keyboard: ${name}`, async () => {
    await with_page(`?package=demo&page=${name}&lang=en`, { width: 390, height: 844 }, async (page) => {
      const of_table = `.scroll:has(> ${table})`;
      const box = page.locator(of_table).first();
      await box.locator("tbody tr th").nth(4).waitFor();
      const about = await box.evaluate((box) => ({
        goes_on: box.scrollWidth > box.clientWidth,
        shades: getComputedStyle(box).backgroundImage.split("linear-gradient").length - 1,
        tab: box.tabIndex,
        // What lies over the shade at the right edge: nothing of a colour of its own.
        over: [...box.querySelectorAll("table, tbody, tbody tr, tbody td")].map((it) => getComputedStyle(it).backgroundColor),
      }));
      assert.ok(about.goes_on);
      assert.equal(about.shades, 4);
      assert.equal(about.tab, 0);
      assert.deepEqual([...new Set(about.over)], ["rgba(0, 0, 0, 0)"]);
      await box.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((of_table) => document.querySelector(of_table).scrollLeft > 0, of_table);
      // The names stay, on a ground of their own.
      const head = await box.locator("tbody tr th:first-child").nth(4).evaluate((it) => ({
        left: it.getBoundingClientRect().left - it.closest(".scroll").getBoundingClientRect().left,
        ground: getComputedStyle(it).backgroundColor,
      }));
      assert.ok(Math.abs(head.left) < 1.5, `${head.left}`);
      assert.notEqual(head.ground, "rgba(0, 0, 0, 0)");
    });
  });
}

test("a pointer at rest opens nothing: what comes under it waits until it moves", async () => {
  await with_page("?package=demo&lang=en", {}, async (page) => {
    await page.mouse.move(700, 450);
    for (const name of ["compare", "trends"]) {
      // Followed by key: the pointer stays where it is.
      await page.locator(`nav.rail a[href*="page=${name}"]`).first().focus();
      await page.keyboard.press("Enter");
      await wait_for_state(page, "ready");
      await page.locator("canvas").first().waitFor();
      for (const top of [0, 300, 900, 1500]) {
        await page.evaluate((top) => scrollTo(0, top), top);
        await sleep(300);
        assert.equal(await page.locator(".tip").count(), 0, `${name} at ${top}`);
        assert.equal(await page.locator("tr.touched").count(), 0, `${name} at ${top}`);
      }
    }
    // Moved by a little it does.
    await page.evaluate(() => scrollTo(0, 0));
    const plot = await page.locator(".plot").first().boundingBox();
    await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2);
    await page.mouse.move(plot.x + plot.width / 2 + 2, plot.y + plot.height / 2);
    await page.locator(".tip").first().waitFor();
  });
});
