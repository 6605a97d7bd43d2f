// What readers and publishers see of bad input: the file, the line, the column, what was found, what
// was expected and what to do, in both languages, while everything else goes on.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { DIST, gb18030, visible_text, wait_for_state, with_page } from "./lib.mjs";

const read = (name) => fs.readFileSync(path.join(DIST, "data", name), "utf8");
const ROWS = ".compare-table tbody tr";
// Chromium logs each answer that is no success and each connection that breaks off.
const BROKEN = [/404|500|ERR_/];

const switch_language = async (page, lang) => {
  await page.locator("button.language").click();
  await page.locator(`html[lang="${{ zh: "zh-CN", en: "en" }[lang]}"]`).waitFor();
};

// The rows of the tables of faults and notes: file, line, column, found, problem, expected, cure.
async function fault_rows(page, place, table = "table.faults") {
  const rows = page.locator(`${place} ${table} tbody tr`);
  return rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
}

// One fault among rows, every cell filled as it should be.
function check_fault(rows, { file, line, column, found, problem, expected = /./, cure = /./ }) {
  const told = JSON.stringify(rows, null, 1);
  const row = rows.find((row) => row[0].endsWith(file) && row[1] === String(line) && row[2] === column && row[3] === found && problem.test(row[4]));
  assert.ok(row, `${file} line ${line} column ${column}: ${found}: ${problem} in ${told}`);
  assert.match(row[5], expected);
  assert.match(row[6], cure);
}

// ---- files --------------------------------------------------------------------------------------

const BAD_FILES = [
  ["observations-funding.csv", () => ({ status: 404 }), /没有这个文件（404）/, /no such file \(404\)/],
  ["observations-delegation.csv", () => ({ body: "<!doctype html><title>欢迎</title>", headers: { "content-type": "text/html" } }), /收到的是网页/, /a web page came/],
  ["observations-premises.csv", () => ({ truncate_at: 60_000 }), /读取中断/, /broke off/],
  ["observations-meetings.csv", (original) => original.subarray(0, original.lastIndexOf(",")), /中断：应有 7 列/, /breaks off on this line/],
  ["observations-participation-2023.csv", (original) => original.toString().replace("甲07社区", '"甲07社区'), /双引号没有结束/, /never closed/],
  ["observations-participation-2024.csv", (original) => Buffer.from(`\uFEFF${original}`, "utf16le").subarray(0, -1), /UTF-16/, /UTF-16/],
  ["observations-participation-2025.csv", (original) => original.toString().replace("甲07社区", "甲07\0社区"), /NUL/, /NUL/],
  ["observations-participation-2026.csv", (original) => original.toString().replace(/^.*\r?\n/, ""), /第一行不是列名/, /first line is no header/],
  ["observations-service-2023.csv", () => Buffer.from("PK\x03\x04 and so on"), /Excel 工作簿/, /Excel workbook/],
  ["observations-service-2024.csv", () => Buffer.alloc(0), /文件是空的/, /the file is empty/],
  ["observations-service-2025.csv", () => ({ status: 500 }), /状态码 500/, /status 500/],
];

test("each broken file has a card that says what is wrong and what to do; all else goes on; retry mends", async () => {
  const overrides = Object.fromEntries(BAD_FILES.map(([name, answer]) => [`data/demo/${name}`, answer]));
  await with_page("?package=demo&page=data", { overrides, allow: BROKEN }, async (page) => {
    const card = (name) => page.locator(".trouble", { hasText: name });
    for (const lang of ["zh", "en"]) {
      if (lang === "en") await switch_language(page, "en");
      const cards = (await page.locator(".trouble-file").allInnerTexts()).map((text) => text.match(/\S+\.csv/)[0]);
      assert.deepEqual(cards.sort(), BAD_FILES.map(([name]) => name).sort());
      const listed = await fault_rows(page, "#faults");
      for (const [name, , zh, en] of BAD_FILES) {
        assert.match(await card(name).locator(".trouble-problem").innerText(), { zh, en }[lang], name);
        assert.match(await card(name).locator(".trouble-cure").innerText(), /.{4}/, name);
        assert.ok(listed.some((row) => row[0].endsWith(name) && { zh, en }[lang].test(row[4])), `${name} is listed`);
      }
    }
    assert.match(await card("observations-participation-2023.csv").innerText(), /line 8/);
    assert.match(await visible_text(page, ".counts"), new RegExp(`${BAD_FILES.length} data problems`));
    assert.ok((await page.locator("#definitions tbody tr").count()) > 40);

    // What has no part in it stands as ever; what does, says so.
    await page.locator("nav.rail a").nth(1).click();
    await wait_for_state(page, "ready");
    assert.equal(await page.locator(`${ROWS} td.missing`).count(), 0);
    assert.equal(await page.locator(ROWS).count(), 163);
    await page.locator("main select[name=indicator]").selectOption("registered-volunteers");
    await page.locator(".chart h2, .sentence", { hasText: /volunteers/i }).first().waitFor();

    // Mended on the server: each card goes by its own button.
    await page.locator("nav.rail a").nth(2).click();
    for (const name of Object.keys(overrides)) delete overrides[name];
    for (const [name] of BAD_FILES) await card(name).locator("button").click();
    await page.waitForFunction(() => document.querySelectorAll(".trouble").length === 0);
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, ".counts"), /\b0 data problems/);
  });
});

test("a file that is still broken keeps its card, and says so at once", async () => {
  const overrides = { "data/demo/observations-cases-2026.csv": { status: 404 } };
  await with_page("?package=demo&page=compare", { overrides, allow: BROKEN }, async (page, log) => {
    const card = page.locator(".trouble", { hasText: "observations-cases-2026.csv" });
    await card.waitFor();
    const asked = () => log.sent.filter((request) => request.path.endsWith("observations-cases-2026.csv")).length;
    const before = asked();
    await card.locator("button").click();
    await card.waitFor();
    await wait_for_state(page, "ready");
    assert.equal(asked(), before + 1, "asked once more, and then no more");
    assert.equal(await page.locator(".trouble").count(), 1);
    delete overrides["data/demo/observations-cases-2026.csv"];
    await card.locator("button").click();
    await card.waitFor({ state: "detached" });
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, ".sentence:first-of-type"), /163 个社区，最低 69\.9%/);
    await page.locator(".chart canvas").first().waitFor();
  });
});

for (const [name, answer, problem] of [
  ["areas.csv", { status: 404 }, /404/],
  ["areas.csv", { truncate_at: 5000 }, /读取中断/],
  ["indicators.csv", "<html><body>welcome</body></html>", /网页/],
  ["sources.csv", "\0\0\0\0 nothing", /NUL/],
]) {
  test(`a reference table that cannot be used is named, and retry opens the page: ${name} ${problem}`, async () => {
    const overrides = { [`data/demo/${name}`]: answer };
    await with_page("?package=demo", { overrides, allow: BROKEN }, async (page) => {
      const card = page.locator(".trouble", { hasText: name });
      assert.match(await card.innerText(), problem);
      assert.equal(await page.locator(".trouble").count(), 1, "one card: what follows from it is not told again");
      const count = Number((await visible_text(page, ".counts")).match(/(\d+) 处数据问题/)[1]);
      assert.ok(count >= 1 && count < 10, `${count} faults in the header`);
      delete overrides[`data/demo/${name}`];
      await card.locator("button").click();
      await page.locator(".card", { hasText: "按期办结率" }).waitFor();
      await wait_for_state(page, "ready");
      assert.match(await visible_text(page, ".counts"), /163 个社区.* 0 处数据问题/);
      assert.match(await visible_text(page, ".card:has-text('网格党小组覆盖率')"), /89\.5 %.*522 \/ 583/);
    });
  });
}

// ---- descriptor and catalog ---------------------------------------------------------------------

for (const [what, answer, problem] of [
  ["missing", { status: 404 }, { zh: /404.*catalog\.json 中的 path/, en: /404.*path in catalog\.json/ }],
  ["a page", "<!doctype html><p>welcome", { zh: /网页/, en: /web page/ }],
  ["broken", (original) => original.subarray(0, 300), { zh: /描述文件无法解读：第 \d+ 行第 \d+ 列.*逗号/, en: /descriptor cannot be read: .*line \d+, column \d+.*comma/ }],
  ["of another kind", '{"name": "demo", "resources": "none"}', { zh: /无法解读/, en: /cannot be read/ }],
  ["cut off", { truncate_at: 100 }, { zh: /中断/, en: /broke off/ }],
]) {
  test(`datapackage.json ${what}: one message with its address, and other packages open`, async () => {
    const overrides = { "data/demo/datapackage.json": answer };
    await with_page("?package=demo&page=compare", { overrides, allow: BROKEN, state: "failed" }, async (page) => {
      const card = page.locator(".trouble");
      assert.equal(await card.count(), 1);
      assert.match(await card.innerText(), /data\/demo\/datapackage\.json/);
      assert.match((await card.innerText()).replace(/\s+/g, " "), problem.zh);
      await switch_language(page, "en");
      assert.match((await card.innerText()).replace(/\s+/g, " "), problem.en);
      if (what === "missing") {
        await page.locator("select[name=package]").selectOption("published");
        await wait_for_state(page, "ready");
        assert.equal(await card.count(), 0);
        assert.match(await visible_text(page, ".banner"), /excerpted from public articles/);
        await page.goBack();
        await wait_for_state(page, "failed");
      }
      delete overrides["data/demo/datapackage.json"];
      await card.locator("button").click();
      await wait_for_state(page, "ready");
      assert.equal(await page.locator(ROWS).count(), 163);
    });
  });
}

for (const [what, answer, problem] of [
  ["missing", { status: 404 }, /没有 catalog\.json（404）.*data 文件夹/s],
  ["broken", '{"packages": [', /数据目录无法解读：第 1 行第 14 列.*逗号/s],
  ["empty", '{"packages": []}', /packages/],
  ["a page", "<!doctype html><p>welcome", /网页/],
  ["leading elsewhere", '{"packages": [{"name": "x", "path": "../../x/"}]}', /\.\.\/\.\.\/x/],
]) {
  test(`catalog.json ${what}: a message with its address, and retry`, async () => {
    const overrides = { "data/catalog.json": answer };
    await with_page("", { overrides, allow: BROKEN, state: "failed" }, async (page) => {
      const card = page.locator(".trouble");
      assert.equal(await card.count(), 1);
      assert.match(await card.innerText(), /data\/catalog\.json/);
      assert.match(await card.innerText(), problem);
      delete overrides["data/catalog.json"];
      await card.locator("button").click();
      await wait_for_state(page, "ready");
      await page.locator(".card").first().waitFor();
      assert.equal(await card.count(), 0);
    });
  });
}

test("an entry of catalog.json that cannot be used is told; the others open", async () => {
  const catalog = JSON.parse(read("catalog.json"));
  const overrides = { "data/catalog.json": JSON.stringify({ packages: [catalog.packages[0], { name: "own" }, ...catalog.packages.slice(1)] }) };
  await with_page("?page=compare", { overrides }, async (page) => {
    const card = page.locator(".trouble");
    assert.equal(await card.count(), 1);
    assert.match((await card.innerText()).replace(/\s+/g, " "), /data\/catalog\.json 数据目录中第 2 个数据包（own）未采用：缺少 path/);
    assert.equal(await page.locator("select[name=package] option").count(), catalog.packages.length);
    overrides["data/catalog.json"] = JSON.stringify(catalog);
    await card.locator("button").click();
    await card.waitFor({ state: "detached" });
    await wait_for_state(page, "ready");
    assert.ok((await page.locator(ROWS).count()) > 0);
  });
});

test("a descriptor saved as GBK is not shown as it is not", async () => {
  const overrides = { "data/demo/datapackage.json": (original) => gb18030(original.toString()) };
  await with_page("?package=demo", { overrides, allow: BROKEN, state: "failed" }, async (page) => {
    assert.match((await page.locator(".trouble").innerText()).replace(/\s+/g, " "), /描述文件无法解读：从第 \d+ 行起不是 UTF-8 文本.*记事本/);
  });
});

test("of a package that cannot be opened the data page shows what is wrong, and the check", async () => {
  const overrides = { "data/demo/datapackage.json": "{" };
  await with_page("?package=demo&page=data", { overrides, allow: BROKEN, state: "failed" }, async (page) => {
    assert.equal(await page.locator(".trouble").count(), 1);
    assert.deepEqual(await page.locator("main h2").allInnerTexts(), ["检查我的文件"]);
    assert.doesNotMatch(await visible_text(page, "main"), /未发现问题/);
    delete overrides["data/demo/datapackage.json"];
    await page.locator(".trouble button").click();
    await wait_for_state(page, "ready");
    assert.equal(await page.locator("main h2").count(), 8);
  });
});

// ---- one mistake --------------------------------------------------------------------------------

const VOLUNTEERS = "data/demo/observations-participation-2026.csv";
const FAULTS = "table.faults:not(.notes-table)";

test("a mistake in many rows is a few rows of the table, and all of them for the asking", async () => {
  // The names sorted without their codes, as happens in a spreadsheet; one column damaged throughout.
  const edit = (original) => {
    const [header, ...lines] = original.toString().trimEnd().split(/\r?\n/);
    const cells = lines.map((line) => line.split(","));
    const names = cells.map((row) => row[1]);
    const damaged = cells.map((row, at) => [row[0], names[(at + 1) % names.length], "Jan-26", ...row.slice(3)].join(","));
    return [header, ...damaged, ""].join("\n");
  };
  await with_page("?package=demo&page=data", { overrides: { [VOLUNTEERS]: edit } }, async (page) => {
    const names = (rows) => rows.filter((row) => row[2] === "area_name");
    const rows = await fault_rows(page, "#faults > .scroll", FAULTS);
    const periods = rows.filter((row) => row[2] === "period");
    assert.equal(periods.length, 2, "one row for all that is alike, one for what is not listed");
    assert.deepEqual([periods[0][1], periods[0][3]], ["2–201", "Jan-26"]);
    assert.equal(periods[1][1], "…");
    assert.match(periods[1][4], /Excel.*还有 289 处/);
    assert.equal(names(rows).length, 11);
    assert.match(names(rows)[10][4], /名称与代码不符：同类问题还有 469 处/);
    assert.match(names(rows)[10][1], /^12–164、175–201 …$/);
    const others = page.locator("#faults details");
    assert.equal(await others.locator("table").isVisible(), false);
    await others.locator("summary").click();
    assert.equal(await others.locator("tbody tr").last().isVisible(), true);
    assert.equal(await others.locator("tbody tr").count(), 154, "163 names, ten of them above, and how many are not listed");
    assert.match(await visible_text(page, ".counts"), / 978 处数据问题/);
  });
});

test("a header that lacks a name is told once, and so is a line that is no text", async () => {
  const overrides = {
    [VOLUNTEERS]: (original) => original.toString().replace(",area_name", ""),
    "data/demo/observations-participation-2025.csv": (original) => {
      const lines = original.toString().split("\n").map(gb18030);
      // One byte of a character is lost on line 1500.
      lines[1499] = Buffer.concat([lines[1499].subarray(0, 13), Buffer.from([0xff]), lines[1499].subarray(14)]);
      return Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]).slice(0, -1));
    },
  };
  await with_page("?package=demo&page=data", { overrides, allow: BROKEN }, async (page) => {
    const rows = await fault_rows(page, "#faults", FAULTS);
    assert.equal(rows.length, 2, JSON.stringify(rows));
    const of_file = (name) => rows.find((row) => row[0].endsWith(name));
    assert.equal(of_file("participation-2026.csv")[1], "1");
    assert.match(of_file("participation-2026.csv")[4], /列名有 \d+ 个，数据行却有 \d+ 列/);
    assert.equal(of_file("participation-2025.csv")[1], "1500");
    assert.match(of_file("participation-2025.csv")[4], /不是有效的/);
  });
});

// ---- cells --------------------------------------------------------------------------------------

const HEADLINE = "data/published/observations-headline.csv";
// What a line of the published headline file becomes, and the fault that is told.
const BAD_CELLS = [
  [5, (line) => line.replace(",674,", ",六百七十四,"), { column: "value", found: "六百七十四", zh: /不是数字/, en: /not a number/ }],
  [3, (line) => line.replace("610113", "610199"), { column: "area_code", found: "610199", zh: /地区代码不在/, en: /not in the table areas/ }],
  [4, (line) => line.replace("visits-per-month", "visitors"), { column: "indicator", found: "visitors", zh: /指标不在/, en: /not in the table indicators/ }],
  [2, (line) => line.replace("雁塔区", "东胜区"), { column: "area_name", found: "东胜区", zh: /名称与代码不符/, en: /not the code’s/, expected: /雁塔区/ }],
  [8, (line) => line.replace(",283,40,", ",283,-40,"), { column: "grid-staff-per-community", found: "-40", zh: /负数/, en: /negative/, any_column: true }],
  [9, (line) => line.replace("2018-04", "春天"), { column: "period", found: "春天", zh: /期间/, en: /period/ }],
  [10, (line) => line.replace("2018-04", "Apr-18"), { column: "period", found: "Apr-18", zh: /Excel/, en: /Excel/ }],
  [11, (line) => line.replace("150602", "1.50602E+05"), { column: "area_code", found: "1.50602E+05", zh: /Excel/, en: /Excel/ }],
];

test("a bad cell is named by file, line and column; its row is kept; the header counts", async () => {
  const edit = (original) => {
    const lines = original.toString().split("\n");
    for (const [line, change] of BAD_CELLS) {
      const changed = change(lines[line - 1]);
      assert.notEqual(changed, lines[line - 1], `line ${line} is changed`);
      lines[line - 1] = changed;
    }
    // The same key twice.
    lines.splice(14, 0, lines[12]);
    return lines.join("\n");
  };
  await with_page("?package=published&page=data", { overrides: { [HEADLINE]: edit } }, async (page) => {
    for (const lang of ["zh", "en"]) {
      if (lang === "en") await switch_language(page, "en");
      const rows = await fault_rows(page, "#faults");
      for (const [line, , fault] of BAD_CELLS) {
        const column = fault.any_column ? rows.find((row) => row[1] === String(line))?.[2] : fault.column;
        check_fault(rows, { ...fault, file: "observations-headline.csv", line, column, problem: fault[lang] });
      }
      check_fault(rows, { file: "observations-headline.csv", line: 15, column: rows.find((row) => row[1] === "15")?.[2], found: rows.find((row) => row[1] === "15")?.[3], problem: { zh: /observations-headline\.csv 第 13 行重复/, en: /also on line 13/ }[lang] });
      const heads = await page.locator("#faults thead th").allInnerTexts();
      assert.deepEqual(heads, { zh: ["文件", "行", "列", "发现", "问题", "应为", "处理办法"], en: heads }[lang]);
      assert.equal(heads.length, 7);
      const counted = Number((await visible_text(page, ".counts")).match(/(\d+) (处|data problems)/)[1]);
      assert.equal(counted, rows.length, "the header counts what is listed");
    }
    await page.locator("nav.rail a").nth(1).click();
    await page.locator("main select[name=indicator]").selectOption("compound-branches");
    await wait_for_state(page, "ready");
    await page.locator("#app select[name=period]").selectOption("latest");
    await wait_for_state(page, "ready");
    const shown = await page.locator(ROWS).allInnerTexts();
    assert.match(shown.find((row) => row.includes("Yanta")), /invalid|error|wrong|data page/i, "missing, with the reason");
    assert.match(shown.find((row) => row.includes("Langzhong")), /249/);
  });
});

test("numerator over denominator, and a value that does not fit, in the demonstration", async () => {
  const edit = (original) => {
    const lines = original.toString().split("\n");
    const at = lines.findIndex((line) => /^cases-on-time,990001001001,2026-03/.test(line) || /990001001001,2026-03,,\d+,\d+/.test(line));
    assert.ok(at > 0);
    lines[at] = lines[at].replace(/,,(\d+),(\d+)/, ",,9999,$2");
    return lines.join("\n");
  };
  await with_page("?package=demo&page=data", { overrides: { "data/demo/observations-cases-2026.csv": edit } }, async (page) => {
    const rows = await fault_rows(page, "#faults", "table.faults:not(.notes-table)");
    assert.equal(rows.length, 1);
    assert.deepEqual([rows[0][0], rows[0][2], rows[0][3]], ["observations-cases-2026.csv", "numerator", "9999"]);
    assert.match(rows[0][4], /分子大于分母/);
    const faulty = page.locator(".counts a");
    assert.equal(await faulty.innerText(), "1 处数据问题");
    await page.locator("nav.rail a").first().click();
    await page.locator(".card").first().waitFor();
    await faulty.click();
    await page.locator("#faults tbody tr").first().waitFor();
  });
});

test("GB18030 that nobody declared is read, and noted", async () => {
  const overrides = {};
  for (const name of ["areas.csv", "indicators.csv", "sources.csv", "observations-headline.csv"]) {
    overrides[`data/published/${name}`] = (original) => gb18030(original.toString());
  }
  await with_page("?package=published", { overrides }, async (page) => {
    const text = await visible_text(page);
    for (const figure of [/雁塔区/, /小区党支部/, /674/, /≥ 3,120/, /522 \/ 583/]) assert.match(text, figure);
    await page.locator(".counts a").click();
    await wait_for_state(page, "ready");
    const notes = await fault_rows(page, "#faults");
    assert.equal(notes.filter((row) => /GB18030/.test(row[4])).length, 4);
    assert.match(await visible_text(page, ".counts"), / 0 处数据问题/, "notes are no faults");
    assert.match(await visible_text(page, "#standards"), /雁塔区/);
  });
});

test("what Excel saves as CSV UTF-8 is read: mark, CRLF, blank rows at the end", async () => {
  const excel = (original) => `\uFEFF${original.toString().replaceAll("\n", "\r\n")},,,,,,,,,,,\r\n`;
  const overrides = { [HEADLINE]: excel, "data/published/areas.csv": (original) => `\uFEFF${original.toString().replaceAll("\n", "\r\n")}` };
  await with_page("?package=published", { overrides }, async (page) => {
    assert.match(await visible_text(page), /522 \/ 583/);
    assert.match(await visible_text(page, ".counts"), / 0 处数据问题/);
  });
});

// ---- check my file ------------------------------------------------------------------------------

const result = ".check-result";
const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

// Gives files to the check, and hands over what it found once the page has come to rest: nothing
// changes in the result for a while, and it does not say that it is reading.
async function check_own(page, log, give, then) {
  const asked = log.requests.length;
  await page.locator(result).evaluate((place) => {
    window.changed_at = null;
    new MutationObserver(() => { window.changed_at = performance.now(); }).observe(place, { subtree: true, childList: true, characterData: true });
  });
  await give();
  await page.waitForFunction(
    (place) => window.changed_at !== null && performance.now() - window.changed_at > 200 && !/正在读取|Loading/i.test(document.querySelector(place).innerText),
    result,
  );
  await then(await fault_rows(page, result), await visible_text(page, result));
  assert.deepEqual(log.requests.slice(asked).filter((address) => !address.startsWith("blob:")), [], "nothing is asked for, nothing is sent");
}

test("check my file: chosen files, good and bad, and nothing leaves the page", async () => {
  await with_page("?package=demo&page=data", {}, async (page, log) => {
    const input = page.locator("input[name=own-files]");
    const good = read("demo/observations-participation-2026.csv");
    await check_own(page, log, () => input.setInputFiles([csv("observations-participation-2026.csv", good)]), (rows, text) => {
      assert.deepEqual(rows, []);
      assert.match(text, /observations-participation-2026\.csv.*未发现问题/);
    });

    const lines = good.trimEnd().split("\n");
    lines[6] = lines[6].replace(/^(\d+),(.*?),(.*?),\d+,/, "$1,$2,$3,二百,");
    lines[9] = lines[9].replace(/^\d+/, "9.90001E+11");
    lines[12] = lines[12].replace("2026-01", "Jan-26");
    await check_own(page, log, () => input.setInputFiles([csv("observations-participation-2026.csv", lines.join("\n"))]), async (rows) => {
      const file = "observations-participation-2026.csv";
      check_fault(rows, { file, line: 7, column: "registered-volunteers", found: "二百", problem: /不是数字/ });
      check_fault(rows, { file, line: 10, column: "area_code", found: "9.90001E+11", problem: /Excel/, cure: /文本/ });
      check_fault(rows, { file, line: 13, column: "period", found: "Jan-26", problem: /Excel/, cure: /文本/ });
    });

    // A name that no package knows, and files that are no tables at all.
    const files = [
      csv("我的.csv", "indicator,area_code,period,value\nregistered-volunteers,990001001001,2026-05,12x\n"),
      { name: "book.xlsx.csv", mimeType: "text/csv", buffer: Buffer.from("PK\x03\x04....") },
      { name: "utf16.csv", mimeType: "text/csv", buffer: Buffer.from("\uFEFFindicator,area_code,period,value\nregistered-volunteers,990001001001,2026-05,两\n", "utf16le") },
      csv("page.csv", "<!doctype html><title>no</title>"),
      csv("empty.csv", ""),
    ];
    await check_own(page, log, () => input.setInputFiles(files), (rows) => {
      check_fault(rows, { file: "我的.csv", line: 2, column: "value", found: "12x", problem: /不是数字/ });
      const problem_of = (name) => rows.find((row) => row[0] === name)?.[4];
      // Begins like a zip and is none; of a whole workbook the test of archives knows.
      assert.match(problem_of("book.xlsx.csv"), /压缩包不完整或已损坏/);
      // Two bytes a character are read, and said.
      check_fault(rows, { file: "utf16.csv", line: 2, column: "value", found: "两", problem: /不是数字/ });
      assert.ok(rows.some((row) => row[0] === "utf16.csv" && /UTF-16/.test(row[4])));
      assert.match(problem_of("page.csv"), /网页/);
      assert.match(problem_of("empty.csv"), /空/);
    });

    // GB18030, as Excel in Chinese saves plain CSV.
    const chinese = { name: "observations-participation-2026.csv", mimeType: "text/csv", buffer: gb18030(good) };
    await check_own(page, log, () => input.setInputFiles([chinese]), (rows, text) => {
      assert.deepEqual(rows.map((row) => /GB18030/.test(row[4])), [true], text);
    });

    // A person's number is found and not repeated.
    const personal = csv("me.csv", "indicator,area_code,period,value,note\nregistered-volunteers,990001001001,2026-05,12,联系 13812345678\n");
    await check_own(page, log, () => input.setInputFiles([personal]), (rows, text) => {
      assert.ok(rows.some((row) => /手机号/.test(row[4])), text);
      assert.doesNotMatch(text, /13812345678/);
    });
    assert.match(await visible_text(page, ".counts"), / 0 处数据问题/, "the package itself is left as it was");
  });
});

test("check my file: a renamed file takes the place of the published one; another package's is told once", async () => {
  await with_page("?package=demo&page=data", {}, async (page, log) => {
    const input = page.locator("input[name=own-files]");
    const good = read("demo/observations-participation-2026.csv");
    await check_own(page, log, () => input.setInputFiles([csv("2026 (1).csv", good)]), (rows, text) => {
      assert.deepEqual(rows, []);
      assert.match(text, /已对照数据包“.+”检查/);
      assert.match(text, /2026 \(1\)\.csv（代替 observations-participation-2026\.csv；发布时须以 observations-participation-2026\.csv 为名.*未发现问题/);
    });
    // A file of areas in two parts: those below still find their places.
    const below = read("demo/areas-below.csv");
    await check_own(page, log, () => input.setInputFiles([csv("areas-below.csv", below)]), (rows) => assert.deepEqual(rows, []));
    const foreign = good.replaceAll(/^99/gm, "88");
    await check_own(page, log, () => input.setInputFiles([csv("2026.csv", foreign)]), (rows, text) => {
      assert.equal(rows.length, 1, text);
      assert.match(rows[0][4], /163 个地区代码中，属于数据包“.+”的有 0 个/);
    });
  });
});

test("check my file: a folder without a descriptor, file by file", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-bare-"));
  for (const name of ["areas.csv", "observations-headline.csv", "README.md"]) fs.cpSync(path.join(DIST, "data/published", name), path.join(folder, name));
  await with_page("?package=published&page=data&lang=en", {}, async (page, log) => {
    const input = page.locator("input[name=own-folder]");
    await check_own(page, log, () => input.setInputFiles(folder), (rows, text) => {
      assert.equal(rows.length, 1, text);
      check_fault(rows, { file: "datapackage.json", line: "whole file", column: "", found: "", problem: /without it the package does not open/ });
      assert.match(text, /The folder has no datapackage\.json.*against the package “.+”/);
      assert.match(text, /areas\.csv, observations-headline\.csv/);
    });
    for (const name of fs.readdirSync(folder)) if (name.endsWith(".csv")) fs.rmSync(path.join(folder, name));
    await check_own(page, log, () => input.setInputFiles(folder), (rows, text) => {
      assert.equal(rows.length, 1, text);
      assert.doesNotMatch(text, /Nothing wrong/);
    });
  });
  fs.rmSync(folder, { recursive: true });
});

test("check my file: a folder by its own descriptor", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-own-"));
  fs.cpSync(path.join(DIST, "data/published"), folder, { recursive: true });
  await with_page("?package=demo&page=data&lang=en", {}, async (page, log) => {
    const input = page.locator("input[name=own-folder]");
    await check_own(page, log, () => input.setInputFiles(folder), (rows, text) => {
      assert.deepEqual(rows, []);
      assert.match(text, /datapackage\.json/);
      assert.match(text, /observations-rest\.csv/);
    });
    const file = path.join(folder, "observations-headline.csv");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(",674,", ",67four,"));
    fs.rmSync(path.join(folder, "sources.csv"));
    fs.writeFileSync(path.join(folder, "sources (1).csv"), "source,title\n");
    fs.writeFileSync(path.join(folder, ".hidden"), "");
    await check_own(page, log, () => input.setInputFiles(folder), (rows) => {
      check_fault(rows, { file: "observations-headline.csv", line: 5, column: "value", found: "67four", problem: /not a number/, cure: /remove/ });
      const missing = rows.find((row) => row[0].endsWith("sources.csv") && row[1] === "whole file");
      assert.match(missing?.[4] ?? "", /not in the folder/, JSON.stringify(rows));
      const notes = rows.filter((row) => /not named in datapackage\.json/.test(row[4]));
      assert.deepEqual(notes.map((row) => row[0]), ["sources (1).csv"]);
      assert.ok(rows.length < 10, "what follows from a missing table is not told for every row");
    });
    fs.writeFileSync(path.join(folder, "datapackage.json"), "{");
    await check_own(page, log, () => input.setInputFiles(folder), (rows) => {
      assert.deepEqual(rows.map((row) => [row[0], /descriptor/.test(row[4])]), [["datapackage.json", true]]);
    });
  });
  fs.rmSync(folder, { recursive: true });
});

test("check my file: a folder of two packages and their catalog, each by its own descriptor", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-two-"));
  for (const name of ["one", "two"]) fs.cpSync(path.join(DIST, "data/published"), path.join(folder, name), { recursive: true });
  const file = path.join(folder, "two/observations-rest.csv");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(",4134,", ",4l34,"));
  fs.writeFileSync(path.join(folder, "one/四月.xlsx"), "PK");
  fs.writeFileSync(path.join(folder, "catalog.json"), gb18030('{"packages": [\n{"name": "one", "path": "one/", "title_zh": "某区"}]}'));
  await with_page("?package=demo&page=data", {}, async (page, log) => {
    await check_own(page, log, () => page.locator("input[name=own-folder]").setInputFiles(folder), (rows, text) => {
      assert.deepEqual(rows.map((row) => row.slice(0, 2)).sort(), [["catalog.json", "2"], ["one/四月.xlsx", "整个文件"], ["two/observations-rest.csv", "12"]], text);
      check_fault(rows, { file: "catalog.json", line: 2, column: "", found: "", problem: /第 2 行起不是 UTF-8/, cure: /记事本/ });
      check_fault(rows, { file: "one/四月.xlsx", line: "整个文件", column: "", found: "", problem: /工作簿/, expected: /^$/, cure: /CSV UTF-8/ });
    });
  });
  fs.rmSync(folder, { recursive: true });
});

test("check my file: a drop", async () => {
  await with_page("?package=published&page=data", {}, async (page, log) => {
    const drop = (files) => async () => {
      const data = await page.evaluateHandle((files) => {
        const data = new DataTransfer();
        for (const [name, text] of files) data.items.add(new File([text], name, { type: "text/csv" }));
        return data;
      }, files);
      await page.dispatchEvent(".drop", "dragover", { dataTransfer: data });
      assert.equal(await page.locator(".drop.over").count(), 1);
      await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
      assert.equal(await page.locator(".drop.over").count(), 0);
    };
    const good = read("published/observations-headline.csv");
    await check_own(page, log, drop([["observations-headline.csv", good]]), (rows, text) => {
      assert.deepEqual(rows, []);
      assert.match(text, /未发现问题/);
    });
    await check_own(page, log, drop([["observations-headline.csv", good.replace("150602,2018-04", "150602,二〇一八")]]), (rows) => {
      check_fault(rows, { file: "observations-headline.csv", line: 9, column: "period", found: "二〇一八", problem: /期间/ });
    });
  });
});

test("check my file: a folder from the reader's own disk, dropped", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-dropped-"));
  fs.cpSync(path.join(DIST, "data/published"), folder, { recursive: true });
  const file = path.join(folder, "observations-rest.csv");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(",4134,", ",4l34,"));
  await with_page("?package=demo&page=data", {}, async (page, log) => {
    const place = page.locator(".drop");
    await place.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await place.boundingBox();
    const drag = await page.context().newCDPSession(page);
    const drop = async () => {
      for (const type of ["dragEnter", "dragOver", "drop"]) {
        await drag.send("Input.dispatchDragEvent", { type, x: x + width / 2, y: y + height / 2, data: { items: [], files: [folder], dragOperationsMask: 1 } });
      }
    };
    await check_own(page, log, drop, (rows, text) => {
      assert.equal(rows.length, 1, text);
      check_fault(rows, { file: "observations-rest.csv", line: 12, column: "value", found: "4l34", problem: /不是数字/ });
      assert.match(text, /datapackage\.json/);
    });
  });
  fs.rmSync(folder, { recursive: true });
});

test("check my file works where the package itself could not be opened, and says what it can", async () => {
  const overrides = { "data/demo/datapackage.json": { status: 404 } };
  await with_page("?package=demo&page=data", { overrides, allow: BROKEN, state: "failed" }, async (page, log) => {
    const file = csv("my.csv", "indicator,area_code,period,value\nx,1,2024,1\n");
    await check_own(page, log, () => page.locator("input[name=own-files]").setInputFiles([file]), (rows, text) => {
      assert.doesNotMatch(text, /未发现问题/, "a file that was not read is not called sound");
    });
  });
});
