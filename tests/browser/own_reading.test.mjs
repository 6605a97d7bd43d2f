// The step that asks how a reader's own table is to be read, and the joining of its areas: what only the
// page shows of them. What is read and counted is tested natively.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DIST, column_role, sleep, visible_text, wait_for_state, with_page } from "./lib.mjs";

const OWN = "?page=explore&explore=own&package=demo&lang=en";
const USE = ".own-agree .primary";

async function choose(page, name, body) {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(body) };
  await page.locator("input[name=take-files]").setInputFiles([file]);
  await page.locator(USE).waitFor();
}

async function use(page) {
  await page.locator(USE).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("page") !== "explore");
  await wait_for_state(page, "ready");
}

async function back_to_own(page) {
  await page.locator('nav.rail a[href*="page=explore"]').click();
  await page.locator('.tabs a[href*="explore=own"]').click();
}

const remarks = (page) => visible_text(page, ".own-remarks");

test("a table without a period: one sentence at the top, beside the field, and gone with what is written there", async () => {
  await with_page(OWN, {}, async (page) => {
    await choose(page, "wards.csv", "area_code,x\nE05000819,1.5\nE05000820,2.5\nE05000821,4\n");
    assert.match(await visible_text(page, ".own-problems"), /^No period: say which column holds it/);
    assert.equal(await page.locator(".own-problems li").count(), 1);
    assert.equal(await page.locator(".own-recipe .faults").count(), 0);
    const field = await page.locator("input[name=whole-period]").boundingBox();
    const said = await page.locator(".own-problems").boundingBox();
    assert.ok(said.y - field.y < 140 && said.y > field.y, `${field.y} ${said.y}`);
    assert.equal(await page.locator("input[name=whole-period]").getAttribute("aria-invalid"), "true");
    await page.locator("input[name=whole-period]").fill("2024");
    await page.locator("input[name=whole-period]").press("Tab");
    await page.locator(".own-problems").waitFor({ state: "detached" });
    assert.match(await visible_text(page, ".own-summary"), /3 usable figures in the whole table: 3 areas, 1 indicator, 2024/);
    assert.equal(await page.locator(USE).isEnabled(), true);
  });
});

test("SDMX-CSV: the examples are of their columns, and a value stands with its status beside it", async () => {
  const text = "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    + "ESTAT:ROAD(1.0),16/01/24 23:00:00,A,NR,AT,2015,10125,\n"
    + "ESTAT:ROAD(1.0),16/01/24 23:00:00,A,NR,BG,2020,352488,s\n";
  await with_page(OWN, {}, async (page) => {
    await choose(page, "eurostat.csv", text);
    const cells = (column) => page.locator(".own-columns tr", { has: page.locator("th", { hasText: column }) }).locator(".own-cells");
    assert.equal(await cells("geo").innerText(), "AT · BG");
    assert.equal(await cells("TIME_PERIOD").innerText(), "2015 · 2020");
    assert.equal(await cells("OBS_VALUE").innerText(), "10125 · 352488");
    assert.match(await page.locator(".own-recipe tbody tr", { hasText: /Line 3[^]*352488/ }).first().innerText(), /352488\s+estimated/);
  });
});

test("one numerator and one denominator are a pair by themselves, and only its name is left", async () => {
  await with_page(OWN, {}, async (page) => {
    await choose(page, "t.csv", "place,when,alone,elderly\nA,2023,9,10\nB,2023,8,10\nC,2023,7,10\nD,2023,6,10\n");
    await column_role(page, "alone").selectOption({ label: "Figures · Numerator" });
    assert.match(await visible_text(page, ".own-problems"), /A numerator or a denominator without the other/);
    await column_role(page, "elderly").selectOption({ label: "Figures · Denominator" });
    await page.locator(".own-problems").waitFor({ state: "detached" });
    const names = page.locator(".own-columns").last().locator("tbody th");
    assert.deepEqual(await names.allInnerTexts(), ["alone / elderly"]);
    assert.equal(await page.locator("select[name=kind]").inputValue(), "proportion");
    // The reader has said so; it is nothing assumed.
    assert.equal(await page.locator(".own-remarks", { hasText: "denominator" }).count(), 0);
    await use(page);
    assert.match(await visible_text(page, ".compare-table"), /90\.0%/);
  });
});

test("what is said follows what is changed, and the lines are all that are meant", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `p${at},${at >= 21 && at <= 41 ? "8l" : 1990},${at * 3}`);
  await with_page(OWN, {}, async (page) => {
    await choose(page, "t.csv", `place,when,x\n${rows.join("\n")}\n`);
    await column_role(page, "when").selectOption({ label: "Not read" });
    assert.match(await remarks(page), /Column “when” is not read/);
    await column_role(page, "when").selectOption({ label: "Period" });
    assert.equal(await page.getByText("Column “when” is not read").count(), 0);
    // Lines 23 to 43: more than the ten rows that a table of faults shows at first.
    assert.match(await visible_text(page, ".own-recipe .faults"), /23–43/);
    assert.match(await visible_text(page, ".own-summary"), /39 usable figures/);
  });
});

test("any line can be the header's", async () => {
  const titles = Array.from({ length: 44 }, (_, at) => `Note ${at + 1} of the publisher`);
  await with_page(OWN, {}, async (page) => {
    await choose(page, "t.csv", `${titles.join("\n")}\nplace,when,x\nA,2023,1\nB,2023,2\n`);
    const select = page.locator("select[name=header-line]");
    assert.equal(await select.inputValue(), "45");
    assert.match(await select.locator("option:checked").innerText(), /^45 · place when x/);
  });
});

test("a fictional table that is brought back stays fictional", async () => {
  const text = "#,Fictional data\n#,Indicator: Satisfaction rate (satisfaction-rate); Unit: %\n"
    + "indicator,area_code,area_name,period,value,unit,bound,status,numerator,denominator,missing,fictional\n"
    + "satisfaction-rate,group,My group,2026-01,95,%,,A,190,200,,Fictional data\n"
    + ["Jia 01,90", "Jia 02,80", "Jia 03,70", "Jia 04,60"]
      .map((it, at) => `satisfaction-rate,99000${at},${it},%,,A,${it.slice(-2)},100,,Fictional data\n`.replace(/,(\d\d),%/, ",2026-01,$1,%")).join("");
  await with_page(OWN, {}, async (page) => {
    await choose(page, "back.csv", text);
    assert.match(await remarks(page), /The table says that its figures are fictional/);
    assert.match(await remarks(page), /1 row is the sum of a group/);
    await use(page);
    assert.match(await visible_text(page, ".banner"), /own data.*figures are fictional/s);
    assert.deepEqual(await page.locator("header .fictional").allInnerTexts(), ["Fictional data", "Own data"]);
    assert.match(await visible_text(page, "h1"), /Satisfaction rate|Compare/);
    assert.match(await visible_text(page, "main"), /Satisfaction rate/);
    assert.equal(await page.locator(".compare-table tbody tr").count(), 4);
    assert.match(await visible_text(page, "main"), /own data, not published/);
  });
});

test("areas that nothing settles: listed with what they may be, matched by hand, and counts and links follow", async () => {
  const areas = fs.readFileSync(path.join(DIST, "data/demo/areas.csv"), "utf8").split(/\r?\n/).map((line) => line.split(","));
  const communities = areas.filter((row) => row.includes("community"));
  const [one, two, three, four, five] = communities;
  const lines = [
    "area_code,area_name,year,poverty",
    `${one[0]},${one[1]},2025,5`,
    `${three[0]},${four[1]},2025,6`, // the code of one, the name of another
    `X1,${two[1].slice(0, -2)},2025,7`, // without what kind of place it is
    `${five[0]},别处,2025,8`,
  ];
  await with_page(OWN, {}, async (page) => {
    await choose(page, "poverty.csv", `${lines.join("\n")}\n`);
    await use(page);
    await back_to_own(page);
    await page.locator("select[name=beside-package]").selectOption("demo");
    await page.locator("#beside .sentence").waitFor({ timeout: 20_000 });
    assert.match(await visible_text(page, "#beside .sentence"), /Of your 4 areas 1 has a counterpart: 1 by code and name/);
    await page.waitForFunction(() => document.querySelector(".banner")?.innerText.includes("a reader’s own"));
    const contradictory = page.locator(".own-matching").first().locator("tbody tr");
    assert.equal(await contradictory.count(), 1);
    assert.match(await contradictory.innerText(), new RegExp(`${three[0]}[^]*${three[0]}[^]*${four[0]}`));
    await contradictory.locator("select").selectOption(three[0]);
    await page.waitForFunction(() => document.querySelector("#beside .sentence")?.innerText.includes("2 have"));
    const similar = page.locator(".own-matching").last().locator("tbody tr");
    assert.match(await similar.innerText(), new RegExp(two[0]));
    await similar.locator("select").selectOption(two[0]);
    await page.waitForFunction(() => document.querySelector("#beside .sentence")?.innerText.includes("3 have"));
    assert.match(await visible_text(page, "#beside .sentence"), /1 by code and name, 2 by hand/);
    await page.locator("input[name=code-alone]").check();
    await page.waitForFunction(() => document.querySelector("#beside .sentence")?.innerText.includes("4 have"));
    assert.match(await visible_text(page, "#beside .sentence"), /1 by code alone/);
    // On a phone the choices are no wider than the screen.
    await page.setViewportSize({ width: 390, height: 844 });
    const rights = await page.locator(".own-matching select").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right));
    assert.ok(rights.length === 2 && Math.max(...rights) <= 390, `${rights}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    // Joined anew with nothing decided, too.
    await page.locator("input[name=code-alone]").uncheck();
    await page.waitForFunction(() => document.querySelector("#beside .sentence")?.innerText.includes("3 have"));
    // The links lead to both packages, and the banner says which figures are fictional.
    const links = await page.locator(".own-in-use nav a").evaluateAll((all) => all.map((it) => new URL(it.href).searchParams.get("package")));
    assert.deepEqual([...new Set(links)], ["demo~own"]);
    const banner = await visible_text(page, ".banner");
    assert.match(banner, /Places and figures of “[^”]+” are fictional/);
    assert.match(banner, /figures of “poverty” are a reader’s own/);
    assert.doesNotMatch(banner, /all figures/);
  });
});

test("what is kept stands in the list of packages of a new tab at once", async () => {
  await with_page("?page=explore&explore=own&package=demo&lang=en", {}, async (page) => {
    await choose(page, "kept.csv", "place,year,x\nA,2023,1\nB,2023,2\nC,2023,3\nD,2023,4\n");
    await use(page);
    await back_to_own(page);
    await page.locator("input[name=keep]").check();
    await page.waitForFunction(() => localStorage.getItem("zhishe.own") === "kept.csv");
    const tab = await page.context().newPage();
    await tab.goto(page.url().replace(/\?.*/, "?package=demo&lang=en"));
    const options = tab.locator("select[name=package] option");
    await tab.waitForFunction(() => [...document.querySelectorAll("select[name=package] option")].some((it) => it.value === "~own"));
    assert.ok((await options.allInnerTexts()).includes("kept.csv"));
    await tab.locator("select[name=package]").selectOption("~own");
    await wait_for_state(tab, "ready");
    assert.match(await visible_text(tab, ".banner"), /own data/);
    await tab.close();
    await page.locator(".forget").click();
    await page.waitForFunction(() => !localStorage.getItem("zhishe.own"));
    await sleep(300);
  });
});

test("what a file is that is no table, by whatever name it comes", async () => {
  await with_page(OWN, {}, async (page) => {
    const refused = async (body, reason) => {
      const file = { name: "picture.csv", mimeType: "text/csv", buffer: Buffer.from(body, "latin1") };
      await page.locator("input[name=take-files]").setInputFiles([file]);
      await page.locator(".own .faults").waitFor();
      assert.match(await visible_text(page, ".own .faults"), reason);
    };
    await refused("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", /this is a PNG picture, not a CSV/);
    await refused("%PDF-1.7\n%\xe2\xe3", /this is a PDF document, not a CSV/);
    await refused("just a sentence, nothing else\n", /no column holds figures/);
  });
});

test("what is agreed to is within reach, and nothing of the step is cut off", async () => {
  const columns = Array.from({ length: 30 }, (_, at) => `a rather long name of an indicator ${at}`);
  const row = (place) => [place, "2023", ...columns.map((_, at) => `0.0398848988115787${at}`)].join(",");
  const text = `place,year,${columns.join(",")}\n${row("A")}\n${row("B")},9,9\n${row("C")}\n${row("D").replace("0.0398848988115787", "O.")}\n${row("E")}\n`;
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await with_page(OWN, { width, height }, async (page) => {
      await choose(page, "long.csv", text);
      await page.evaluate(() => scrollTo(0, 600));
      const box = await page.locator(USE).boundingBox();
      assert.ok(box.y > 0 && box.y + box.height <= height, `${width}: ${box.y}`);
      const is_seen = await page.locator(USE).evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === button;
      });
      assert.ok(is_seen, `${width}: nothing lies over it`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${width}: ${wide} px too wide`);
      // What is wrong and what to do is seen without moving the table.
      const cut = await page.locator(".own-recipe .faults tbody td:last-child, .own-role select").evaluateAll((all) =>
        all.filter((it) => it.getClientRects().length > 0).map((it) => it.getBoundingClientRect().right - innerWidth));
      assert.ok(cut.length > 10 && Math.max(...cut) <= 0, `${width}: ${Math.max(...cut)}`);
    });
  }
});
