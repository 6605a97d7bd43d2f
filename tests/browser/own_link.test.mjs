// A link to a view of own data: the same file brings the very view back, another file or reading is told,
// and what the data does not hold is named with nothing drawn in its place. What is found where: the
// researcher's page as it was left, the citation where the reader looks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mark_share, visible_text, wait_for_state, with_page } from "./lib.mjs";

const OWN = "?page=explore&explore=own&package=demo&lang=en";
const USE = ".own-agree .primary";
const TABLE = `place,when,good,all\n${["A", "B", "C", "D", "E"].map((name, at) => `${name},2023,${9 - at},1${at}`).join("\n")}\n`;
const clipboard = { prepare: (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]) };

const file = (name, body) => ({ name, mimeType: "text/csv", buffer: Buffer.from(body) });
const choose = (page, name, body) => page.locator("input[name=take-files]").setInputFiles([file(name, body)]);
const rows_of = (page) =>
  page.locator(".compare-table tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].slice(0, 2).map((cell) => cell.innerText.trim())));

// A share of two columns, as the reader marks it, and the link to its comparison.
async function share_and_link(page) {
  await choose(page, "t.csv", TABLE);
  await page.locator(USE).waitFor();
  await mark_share(page, "good", "all", "Good share");
  await page.locator(USE).click();
  await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "compare");
  await wait_for_state(page, "ready");
  const rows = await rows_of(page);
  await page.locator(".chart .actions button", { hasText: "Link" }).first().click();
  await page.locator(".chart .outcome", { hasText: /\S/ }).first().waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  return { link, rows };
}

// The link opened where nothing is in use, and a file put in.
async function open_with(page, link, body) {
  await page.goto(link);
  await wait_for_state(page, "failed");
  await page.locator('nav.rail a[href*="page=explore"]').click();
  await page.locator('.tabs a[href*="explore=own"]').click();
  await choose(page, "t.csv", body);
}

test("the same file is read in the same way, another one is told to be another", async () => {
  await with_page(OWN, clipboard, async (page) => {
    const { link, rows } = await share_and_link(page);
    assert.match(rows[0].join(" "), /%/);
    assert.match(link, /own=[0-9a-f]{16}/);
    assert.ok(link.length < 800, link);
    // Nobody is asked: the link says how it is to be read.
    await open_with(page, link, TABLE);
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "compare");
    await wait_for_state(page, "ready");
    assert.deepEqual(await rows_of(page), rows);
    assert.equal(await page.locator(".notices .absent").count(), 0);
    // One figure is another.
    await open_with(page, link, TABLE.replace("A,2023,9", "A,2023,8"));
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "compare");
    await wait_for_state(page, "ready");
    await page.locator(".notices .absent").waitFor();
    assert.match(await visible_text(page, ".notices .absent"), /not the one that this link was made of/);
    // On every page of it.
    await page.locator('nav.rail a[href*="page=trends"]').click();
    await wait_for_state(page, "ready");
    assert.match(await visible_text(page, ".notices .absent"), /not the one that this link was made of/);
    // Other columns: the reader is asked, and told why.
    await open_with(page, link, "place,when,x\nA,2023,1\nB,2023,2\nC,2023,3\nD,2023,4\n");
    await page.locator(USE).waitFor();
    assert.match(await visible_text(page, ".own .absent"), /does not fit this file/);
    await page.locator(USE).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "compare");
    await wait_for_state(page, "ready");
    const told = (await page.locator(".notices .absent").allInnerTexts()).join("\n");
    assert.match(told, /“Good share” that the address names is not in this data/);
    assert.equal(await page.locator(".compare-table, .chart canvas").count(), 0, "nothing in its place");
  });
});

for (const language of ["zh", "en"]) {
  test(`where the data is missed it is chosen there and then (${language})`, async () => {
    await with_page(OWN, clipboard, async (page) => {
      const { link, rows } = await share_and_link(page);
      const address = new URL(link);
      address.searchParams.set("lang", language);
      await page.goto(address.href);
      await wait_for_state(page, "failed");
      const box = page.locator(".trouble");
      await box.locator(".trouble-cure").waitFor();
      assert.match(await box.innerText(), language === "zh" ? /在此选择该文件/ : /Choose that file here/);
      assert.ok((await box.locator("label.button").boundingBox()).height > 20);
      await box.locator("input[name=take-linked]").setInputFiles([file("t.csv", TABLE)]);
      await page.locator(".compare-table tbody tr").first().waitFor();
      await wait_for_state(page, "ready");
      assert.equal(new URL(page.url()).searchParams.get("page"), "compare");
      const figures = (all) => all.map((row) => row.join(" ").match(/[\d.]+%/g).join(" "));
      assert.deepEqual(figures(await rows_of(page)), figures(rows));
    });
  });
}

test("the same file read in another way is told, and read as the link says with one click", async () => {
  await with_page(OWN, clipboard, async (page) => {
    const { link, rows } = await share_and_link(page);
    await page.goto(`${link.split("?")[0]}${OWN}`);
    await wait_for_state(page, "ready");
    await choose(page, "t.csv", TABLE);
    await page.locator(USE).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "compare");
    await wait_for_state(page, "ready");
    await page.evaluate((query) => {
      history.pushState(null, "", query);
      dispatchEvent(new PopStateEvent("popstate"));
    }, new URL(link).search);
    const notice = page.locator(".notices .absent", { hasText: "read in another way" });
    await notice.waitFor();
    await notice.locator("button").click();
    await page.waitForFunction(() => document.querySelectorAll(".compare-table tbody tr").length === 5);
    await wait_for_state(page, "ready");
    assert.deepEqual(await rows_of(page), rows);
    assert.equal(await page.locator(".notices .absent").count(), 0);
  });
});

test("an indicator or an area that a package has not is named, and nothing is drawn in its place", async () => {
  for (const [query, named] of [
    ["?package=demo&page=compare&indicator=nothing&lang=en", "nothing"],
    ["?package=demo&page=trends&area=nowhere&lang=zh", "nowhere"],
    ["?package=demo&page=map&indicator=nothing&lang=zh", "nothing"],
    ["?package=demo&page=explore&indicator=nothing&across=households&lang=en", "nothing"],
    ["?package=demo&page=explore&across=nothing&lang=zh", "nothing"],
    ["?package=demo&page=profile&area=nowhere&lang=en", "nowhere"],
    ["?package=demo&page=organisation&area=nowhere&lang=zh", "nowhere"],
    ["?package=demo&page=cases&area=nowhere&lang=en", "nowhere"],
  ]) {
    await with_page(query, {}, async (page) => {
      const notice = page.locator(".notices .absent[role=status]");
      await notice.waitFor();
      assert.ok((await notice.innerText()).includes(`“${named}”`), query);
      const drawn = page.locator("#main .chart canvas, #main .tile-map, .compare-table, .profile-table, .sheet");
      assert.equal(await drawn.count(), 0, query);
    });
  }
});

test("Explore is found as it was left", async () => {
  await with_page("?package=demo&page=explore&indicator=on-time-rate&across=households&size=cases-taken&shade=repeat-rate", {}, async (page) => {
    await page.locator('nav.rail a[href*="page=compare"]').click();
    await wait_for_state(page, "ready");
    assert.ok(!new URL(page.url()).searchParams.has("across"), "the comparison knows none of it");
    await page.locator('nav.rail a[href*="page=explore"]').click();
    await wait_for_state(page, "ready");
    const asked = new URL(page.url()).searchParams;
    assert.deepEqual(["across", "size", "shade"].map((key) => asked.get(key)), ["households", "cases-taken", "repeat-rate"]);
  });
});

test("Cite opens where the reader looks, and closing leads back", async () => {
  await with_page("?package=demo&page=compare&indicator=on-time-rate&lang=en", {}, async (page) => {
    await page.locator(".foot .cite").click();
    const panel = page.locator(".cite-panel");
    await panel.locator("code", { hasText: /^[0-9a-f]{64}$/ }).waitFor({ timeout: 30_000 });
    const seen = await panel.evaluate((element) => {
      const { top } = element.getBoundingClientRect();
      return { is_focused: element.contains(document.activeElement), is_in_sight: top >= 0 && top < innerHeight - 100 };
    });
    assert.deepEqual(seen, { is_focused: true, is_in_sight: true });
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.className), "quiet cite");
  });
});

test("while another file than that of the link is looked at, nothing is said to be on its way", async () => {
  let link;
  await with_page(OWN, clipboard, async (page) => {
    ({ link } = await share_and_link(page));
  });
  const { search } = new URL(link);
  await with_page(search, { state: "failed" }, async (page) => {
    await page.locator("input[type=file]").first().setInputFiles([file("other.csv", "town,year,x\nP,2020,1\nQ,2020,2\n")]);
    await page.locator(".own-agree .primary").waitFor();
    assert.doesNotMatch(await visible_text(page), /Reading data/);
  });
  // A digest of other figures is told, though the file had to be put in first.
  await with_page(`${search}&data=0000000000000000`, { state: "failed" }, async (page) => {
    await page.locator("input[type=file]").first().setInputFiles([file("t.csv", TABLE)]);
    await page.locator(".data-changed").waitFor();
  });
});
