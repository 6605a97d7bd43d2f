// How a view is cited, and what is said when its link is opened: that the data is as it was, or that it
// has changed.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { DIST, serve_site, wait_for_state, with_page } from "./lib.mjs";

const program = fileURLToPath(new URL("../../target/debug/zhishe", import.meta.url));
const clipboard = (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
const FILE = "data/demo/observations-cases-2026.csv";

// The address that the panel names, and the digest in full.
async function cite(page) {
  const panel = page.locator(".cite-panel");
  if ((await panel.count()) === 0) await page.locator(".foot .cite").click();
  await panel.locator("code", { hasText: /^[0-9a-f]{64}$/ }).waitFor({ timeout: 30_000 });
  const text = await panel.locator("p.cite-text").innerText();
  return {
    text,
    bibtex: await panel.locator("pre").innerText(),
    digest: await panel.locator("code").innerText(),
    query: new URL(text.match(/http:[^\s，；]+[0-9a-z]/)[0]).search,
  };
}

const PAGES = [
  "?package=demo&page=overview&lang=zh",
  "?package=demo&page=compare&indicator=on-time-rate&lang=zh",
  "?package=demo&page=compare&show=all&lang=en",
  "?package=demo&page=profile&area=990001002001&lang=zh",
  "?package=demo&page=trends&indicator=on-time-rate&area=990001002001&lang=en",
  "?package=demo&page=cases&lang=zh",
  "?package=demo&page=organisation&area=990001002&lang=zh",
  "?package=demo&page=standards&lang=zh",
  "?package=demo&page=data&lang=zh",
  "?package=published&page=overview&lang=zh",
];

for (const query of PAGES) {
  test(`the page and the command line make the same digest, and its link says so: ${query}`, async () => {
    await with_page(query, {}, async (page) => {
      const cited = await cite(page);
      const data = new URLSearchParams(cited.query).get("data");
      assert.equal(data, cited.digest.slice(0, 16));
      assert.ok(cited.bibtex.startsWith("@misc{"), cited.bibtex);
      assert.ok(cited.bibtex.includes(cited.digest) && cited.text.includes(cited.digest));
      const name = query.match(/package=(\w+)/)[1];
      assert.equal(/虚构演示数据|Fictional data/.test(cited.text), name === "demo");
      const run = spawnSync(program, ["digest", path.join(DIST, "data", name), "--view", cited.query]);
      assert.equal(run.stdout.toString().trim(), cited.digest, run.stderr.toString());
      assert.equal(run.status, 0);
      await page.goto(page.url().split("?")[0] + cited.query);
      await wait_for_state(page, "ready");
      await page.locator(".data-same").waitFor({ timeout: 30_000 });
      assert.equal(await page.locator(".data-changed").count(), 0);
    });
  });
}

const COMPARE = "?package=demo&page=compare&indicator=on-time-rate&period=2026-03&lang=zh";

async function reopened(query, change) {
  const overrides = { [FILE]: (bytes) => Buffer.from(change(bytes.toString("utf8"))) };
  const site = await serve_site({ overrides });
  try {
    let said;
    await with_page(query, { address: site.address }, async (page) => {
      await page.locator(".data-same, .data-changed").waitFor({ timeout: 30_000 });
      said = await page.locator(".data-same, .data-changed").innerText();
    });
    return said;
  } finally {
    await site.close();
  }
}

test("an old figure that has changed is told, and a new month is not", async () => {
  let query;
  await with_page(COMPARE, {}, async (page) => {
    query = (await cite(page)).query;
  });
  const row = /^(on-time-rate,990001002001,2026-03,[^,]*,)(\d+)(,\d+.*)$/m;
  const changed = await reopened(query, (text) => {
    assert.match(text, row);
    return text.replace(row, (_, before, count, after) => `${before}${Number(count) - 1}${after}`);
  });
  assert.match(changed, /引用之后数据已有变动/);
  const grown = await reopened(query, (text) => `${text.trimEnd()}\non-time-rate,990001002001,2026-05,,80,100,\n`);
  assert.equal(grown, "数据与引用时一致");
  const reordered = await reopened(query, (text) => {
    const [head, ...lines] = text.trimEnd().split("\n");
    return [head, ...lines.reverse(), ""].join("\n");
  });
  assert.equal(reordered, "数据与引用时一致");
  // Of an address without a digest nothing is said.
  await with_page(COMPARE, {}, async (page) => {
    await page.locator(".compare-table tbody tr").first().waitFor();
    assert.equal(await page.locator(".data-same, .data-changed").count(), 0);
  });
});

test("whoever goes on from a cited view is told nothing of it any more", async () => {
  let query;
  await with_page(COMPARE, {}, async (page) => {
    query = (await cite(page)).query;
    await page.goto(page.url().split("?")[0] + query);
    await page.locator(".data-same").waitFor();
    await page.locator(".rail a", { hasText: "画像" }).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("page") === "profile");
    await wait_for_state(page, "ready");
    assert.ok(!page.url().includes("data="), page.url());
    assert.equal(await page.locator(".data-same, .data-changed").count(), 0);
  });
});

test("the citation and the entry can be copied", async () => {
  await with_page(COMPARE, { prepare: clipboard }, async (page) => {
    const { text, bibtex } = await cite(page);
    const buttons = page.locator(".cite-panel .actions button");
    await buttons.nth(0).click();
    await page.locator(".cite-panel [role=status]", { hasText: "已复制" }).first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    await buttons.nth(1).click();
    await page.locator(".cite-panel [role=status]", { hasText: "已复制" }).nth(1).waitFor();
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), bibtex.trim());
    assert.match(text, /\[DS\/OL\]/);
  });
});
