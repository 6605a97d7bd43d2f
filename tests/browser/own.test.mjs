// The reader's own data: dropped or chosen, recognised, confirmed, shown on every page, put beside a
// published package, kept and forgotten. Nothing leaves the browser.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { DIST, column_role, gb18030, mark_share, serve_site, sleep, visible_text, wait_for_state, with_page } from "./lib.mjs";

const OWN = "?page=explore&explore=own&package=demo";
const USE = ".own-agree .primary";

async function choose(page, ...files) {
  const named = files.map(({ name, body }) => ({ name, mimeType: "text/csv", buffer: Buffer.from(body) }));
  await page.locator("input[name=take-files]").setInputFiles(named);
}

// Waits for the step that asks, and for what follows the reader's word.
async function use(page) {
  await page.locator(USE).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("page") !== "explore");
  await wait_for_state(page, "ready");
}

const rows_of = (page) =>
  page.locator(".compare-table tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].slice(0, 2).map((cell) => cell.innerText.trim())));

// 90 counties by their numbers over seven years of two digits, with a name for each row, a region in words
// and a column that is neither.
function panel() {
  const lines = ['"","county","year","crmrte","prbarr","region","smsa"'];
  for (let at = 0; at < 90; at += 1) {
    for (let year = 81; year <= 87; year += 1) {
      const rate = (0.01 + at * 0.0005 + ((at * 7 + year * 13) % 10) * 0.0001).toFixed(7);
      const other = (0.2 + ((at * 37 + year) % 50) * 0.01).toFixed(6);
      const region = ["west", "central", "other"][at % 3];
      lines.push(`"${lines.length}",${at * 2 + 1},${year},${rate},${other},"${region}","${at % 9 ? "no" : "yes"}"`);
    }
  }
  return `${lines.join("\n")}\n`;
}

test("a county × year table of 630 rows, dropped on the overview: ranking, control chart and scatter in three clicks", async () => {
  await with_page("?package=demo&lang=en", {}, async (page, log) => {
    await page.locator(".verify-group").first().waitFor({ timeout: 30_000 });
    const asked = log.requests.length;
    const drag = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "crime.csv", { type: "text/csv" }));
      return data;
    }, panel());
    await page.dispatchEvent("body", "dragenter", { dataTransfer: drag });
    await page.dispatchEvent("body", "drop", { dataTransfer: drag });
    await page.locator(USE).waitFor();
    const said = await visible_text(page, ".own");
    assert.match(said, /nothing is uploaded/);
    assert.match(said, /Years of two digits are read as 1981–1987/);
    assert.match(said, /1,?260 usable figures/);
    await use(page); // one
    assert.match(page.url(), /package=(~|%7E)own/);
    const rows = await rows_of(page);
    assert.equal(rows.length, 90);
    const values = rows.map(([, value]) => Number.parseFloat(value));
    assert.deepEqual(values, values.toSorted((one, other) => one - other), "in order");
    assert.equal(await page.locator("header .fictional").innerText(), "Own data");
    await page.locator('nav.rail a[href*="page=trends"]').click(); // two
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, "main"), /control|Control/);
    assert.ok(await page.locator(".chart canvas").count() > 0);
    await page.locator('nav.rail a[href*="page=explore"]').click(); // three
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, "main"), /All 90 areas have exact and final values of both/);
    const left = log.requests.slice(asked).filter((address) => !/blob:|\.(wasm|css|svg)$/.test(address));
    assert.deepEqual(left.filter((address) => !address.includes("/data/demo/")), [], "nothing is sent");
    // The back button leads through the views.
    await page.goBack();
    await page.goBack();
    await wait_for_state(page, "ready");
    assert.equal((await rows_of(page)).length, 90);
  });
});

test("a table saved by Excel in GB18030: recognised, names right, codes with their zeros", async () => {
  const text = "地区代码,地区,年份,按期办结数,受理数\r\n01,甲街道,2024,90,100\r\n02,乙街道,2024,“约”,120\r\n03,丙镇,2024,70,\"1,100\"\r\n04,丁镇,2024,80,90\r\n".replace("“约”", "100");
  await with_page(OWN, {}, async (page) => {
    await choose(page, { name: "表.csv", body: gb18030(text) });
    await page.locator(USE).waitFor();
    assert.equal(await page.locator("select[name=encoding] option:checked").innerText(), "GB18030 / GBK");
    const preview = await visible_text(page, ".own-recipe");
    assert.match(preview, /甲街道/);
    assert.match(preview, /1100/);
    await use(page);
    const names = (await rows_of(page)).map(([name]) => name);
    assert.deepEqual(names.toSorted(), ["丁镇", "丙镇", "乙街道", "甲街道"].toSorted());
    // Where a number is from: the reader's own file, its line and its code as it was written.
    await page.locator(".compare-table .origin-cell button").first().click();
    const origin = await visible_text(page, "aside.origin");
    assert.match(origin, /表\.csv/);
    assert.match(origin, /0[1-4]/);
    assert.equal(await page.locator("aside.origin a[download]").count(), 0, "there is nothing to be fetched");
  });
});

test("UTF-16 as Excel saves Unicode text, semicolons with decimal commas, years as columns", async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("地区\t2023\t2024\r\n东区\t1.5\t2\r\n西区\t3\t4\r\n", "utf16le")]);
  await with_page(OWN, {}, async (page) => {
    await choose(page, { name: "宽表.txt", body: utf16 });
    await page.locator(USE).waitFor();
    assert.equal(await page.locator("select[name=encoding] option:checked").innerText(), "UTF-16 LE");
    assert.match(await visible_text(page, ".own-summary"), /4 个可用数据：2 个地区/);
    await choose(page, { name: "eu.csv", body: "Region;Jahr;Wert\nNord;2023;1.234,5\nSüd;2023;2,25\n" });
    await page.locator("h2", { hasText: "eu.csv" }).waitFor();
    assert.match(await visible_text(page, ".own-recipe"), /1234\.5/);
    assert.match(await visible_text(page, ".own-recipe"), /2\.25/);
  });
});

test("each guess can be changed, and the first rows follow", async () => {
  const text = "place,when,good,all\nA,2023,9,10\nB,2023,8,10\nC,2023,7,10\nD,2023,6,10\n";
  await with_page(`${OWN}&lang=en`, {}, async (page) => {
    await choose(page, { name: "t.csv", body: text });
    await page.locator(USE).waitFor();
    await mark_share(page, "good", "all", "share");
    await page.locator("select[name=kind]").first().selectOption("proportion");
    await page.locator("select[name=nature]").first().selectOption("events");
    await page.locator("select[name=polarity]").first().selectOption("higher");
    assert.match(await visible_text(page, ".own-summary"), /4 usable figures in the whole table: 4 areas, 1 indicator/);
    // Without an area nothing can be used, and the page says so.
    await column_role(page, "place").selectOption({ label: "Not read" });
    assert.equal(await page.locator(USE).isDisabled(), true);
    assert.ok((await visible_text(page, ".own-problems")).length > 10);
    await column_role(page, "place").selectOption({ label: "Area name" });
    await use(page);
    assert.match(await visible_text(page, ".compare-table"), /90\.0%/);
    assert.match(await visible_text(page, ".compare-table"), /59\.6–98\.2/, "Wilson's interval of 9 of 10");
  });
});

test("what cannot be used is refused with its reason, and nothing else is lost", async () => {
  await with_page(`${OWN}&lang=en`, {}, async (page) => {
    const refused = async (name, body, reason) => {
      await choose(page, { name, body });
      await page.locator(".own .faults").waitFor();
      assert.match(await visible_text(page, ".own .faults"), reason, name);
      assert.equal(await page.locator(USE).count(), 0);
      await page.locator(".own .cancel-failed, .own .faults").first().waitFor();
    };
    await refused("empty.csv", "", /empty|holds nothing|Nothing/i);
    await refused("words.csv", "a,b\nx,y\nz,w\n", /number|figure/i);
    await refused("page.csv", "<!doctype html><title>x</title>", /page/i);
    await refused("open.csv", 'area,year,x\nA,2020,"1\nB,2020,2\n', /quotation|quote/i);
    assert.equal(await page.locator("header .fictional").innerText(), "Fictional data", "the package stands as it was");
  });
});

test("kept where the reader allows it, forgotten with one click", async () => {
  await with_page(OWN, {}, async (page) => {
    await choose(page, { name: "keep.csv", body: "地区,年份,数\n东区,2023,1\n西区,2023,2\n南区,2023,3\n北区,2023,4\n" });
    await page.locator(USE).waitFor();
    await use(page);
    // Not kept: a reload says what is lacking and where to put it, and the view comes back with the file.
    const address = page.url();
    await page.reload();
    await wait_for_state(page, "failed");
    assert.match(await visible_text(page, ".notices"), /自有数据/);
    await page.locator('nav.rail a[href*="page=explore"]').click();
    await page.locator('.tabs a[href*="explore=own"]').click();
    await choose(page, { name: "keep.csv", body: "地区,年份,数\n东区,2023,1\n西区,2023,2\n南区,2023,3\n北区,2023,4\n" });
    await page.locator(USE).waitFor();
    await use(page);
    assert.equal(new URL(page.url()).search, new URL(address).search);
    assert.equal((await rows_of(page)).length, 4);

    await page.locator('nav.rail a[href*="page=explore"]').click();
    await page.locator('.tabs a[href*="explore=own"]').click();
    await page.locator("input[name=keep]").check();
    await page.waitForFunction(() => document.querySelector("input[name=keep]").checked);
    await sleep(500);
    await page.goto(address);
    await wait_for_state(page, "ready");
    assert.equal((await rows_of(page)).length, 4, "kept over a reload");

    await page.locator('nav.rail a[href*="page=explore"]').click();
    await page.locator('.tabs a[href*="explore=own"]').click();
    await page.reload();
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, ".own-in-use"), /keep\.csv/, "and on the page where it was taken in");
    // To keep one file says nothing of another.
    await choose(page, { name: "other.csv", body: "地区,年份,数\n甲,2023,1\n乙,2023,2\n丙,2023,3\n丁,2023,4\n" });
    await page.locator(USE).waitFor();
    await use(page);
    await page.locator('nav.rail a[href*="page=explore"]').click();
    await page.locator('.tabs a[href*="explore=own"]').click();
    await page.waitForFunction(() => !document.querySelector("input[name=keep]").checked);
    await page.locator("input[name=keep]").check();
    await sleep(500);
    await page.locator(".forget").click();
    await page.waitForFunction(() => !document.querySelector(".own-in-use"));
    await sleep(500);
    await page.goto(address);
    await wait_for_state(page, "failed");
  });
});

test("beside a published package: on code and name, on name, never on code alone; both ways told", async () => {
  const areas = fs.readFileSync(path.join(DIST, "data/demo/areas.csv"), "utf8").split(/\r?\n/).map((line) => line.split(","));
  const communities = areas.filter((row) => row.includes("community"));
  const [one, two, three] = communities;
  const lines = ["area_code,area_name,year,poverty"];
  for (const [at, [code, name]] of communities.slice(10, 60).entries()) lines.push(`${code},${name},2025,${at + 1}`);
  lines.push(`${one[0]},${one[1]},2025,5`, `X1,${two[1]},2025,6`, `${three[0]},别处社区,2025,7`, "X9,无此社区,2025,8");
  await with_page(OWN, {}, async (page) => {
    await choose(page, { name: "poverty.csv", body: `${lines.join("\n")}\n` });
    await page.locator(USE).waitFor();
    await use(page);
    await page.locator('nav.rail a[href*="page=explore"]').click();
    await page.locator('.tabs a[href*="explore=own"]').click();
    await page.locator("select[name=beside-package]").selectOption("demo");
    await page.locator("#beside .sentence").waitFor({ timeout: 20_000 });
    const said = await visible_text(page, "#beside");
    assert.match(said, /54 个地区中，52 个已对应：代码和名称相同 51，名称相同 1/);
    assert.match(said, /只有代码相同/);
    assert.match(said, /别处社区/);
    assert.match(said, /无此社区/);
    assert.match(said, /数据包中没有对应的地区 \d+/);
    await page.goto(page.url().replace(/explore=own&?/, "").replace(/\?/, `?indicator=on-time-rate&across=poverty&across-period=2025&level=community&`));
    await page.locator("input[name=take-files]").count();
    await wait_for_state(page, "failed");
    // Of what is not there nothing is to be chosen; what is always there stays where it always is.
    assert.equal(await page.locator("main select:visible").count(), 0);
    const right = await page.locator(".preferences").evaluate((it) => innerWidth - it.getBoundingClientRect().right);
    assert.ok(right < 40, `${right}`);
  });
});

test("a large file: refused before it is read, cancelled while it is, and read without holding up the page", { timeout: 240_000 }, async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-own-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const written = (name, megabytes) => {
    const file = path.join(folder, name);
    const out = fs.openSync(file, "w");
    fs.writeSync(out, "area,year,indicator,value\n");
    let bytes = 0;
    for (let at = 0; bytes < megabytes * 1e6; at += 1) {
      const lines = [];
      for (let row = 0; row < 5000; row += 1) {
        const number = at * 5000 + row;
        lines.push(`地区${number % 500},${1900 + (Math.floor(number / 500) % 120)},指标${Math.floor(number / 60000)},${(number % 9973) / 7}`);
      }
      bytes += fs.writeSync(out, `${lines.join("\n")}\n`);
    }
    fs.closeSync(out);
    return file;
  };
  const [over, large] = [written("over.csv", 212), written("large.csv", 120)];
  await with_page(OWN, {}, async (page) => {
    const began = Date.now();
    await page.locator("input[name=take-files]").setInputFiles(over);
    await page.locator(".own .faults").waitFor();
    assert.ok(Date.now() - began < 5000, "nothing of it was read");
    assert.match(await visible_text(page, ".own .faults"), /209|210|200/);

    await page.locator("input[name=take-files]").setInputFiles(large);
    await page.locator(USE).waitFor();
    await page.locator(USE).click();
    await page.locator(".own-progress").waitFor();
    await page.evaluate(() => {
      window.longest = 0;
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await sleep(1500);
    const shown = await visible_text(page, ".own-progress");
    assert.match(shown, /MB/);
    await page.locator(".own-progress .cancel").click();
    await page.waitForFunction(() => !document.querySelector(".own-progress"));
    await sleep(1000);
    assert.equal(await page.locator(".own-progress").count(), 0, "it stays cancelled");
    console.log(`longest wait for a picture while reading: ${Math.round(await page.evaluate(() => window.longest))} ms`);

    await page.locator("input[name=take-files]").setInputFiles(large);
    await page.locator(USE).waitFor();
    await page.locator(USE).click();
    await page.waitForFunction(() => location.search.includes("page=compare"), null, { timeout: 120_000 });
    await page.waitForFunction(() => document.documentElement.dataset.state === "ready", null, { timeout: 60_000 });
    assert.equal((await rows_of(page)).length, 500);
  });
});
