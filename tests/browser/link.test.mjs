// A copied link, opened by somebody else: the same picture, to the pixel.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve_site, wait_for_state, with_page } from "./lib.mjs";

let site = null;
before(async () => { site = await serve_site(); });
after(() => site.close());

const VIEWS = [
  "page=compare&package=demo",
  "page=compare&package=demo&indicator=service-coverage&level=subdistrict",
  "page=trends&package=demo&area=990001001005",
  "page=map&package=demo",
  "page=explore&package=demo&indicator=on-time-rate&across=satisfaction-rate&beside=990001001005",
  "page=explore&package=demo&explore=distribution&indicator=on-time-rate",
  "page=explore&package=demo&explore=breakdown",
  "page=compare&package=demo&group=990001001001,990001001005&as-of=2026-02-01",
  "page=compare&package=published",
];

// The chart as it stands, once nothing of it changes any more.
async function picture(page) {
  await page.locator(".chart canvas").first().waitFor();
  return page.evaluate(async () => {
    const drawn = () => document.querySelector(".chart canvas").toDataURL();
    let last = "";
    for (let now = drawn(); now !== last; now = drawn()) {
      last = now;
      await new Promise((done) => setTimeout(done, 400));
    }
    return last;
  });
}

for (const view of VIEWS) {
  test(`the link of ${view}`, async () => {
    let link = "";
    let shown = "";
    const prepare = (_, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await with_page(`?${view}`, { address: site.address, prepare }, async (page) => {
      shown = await picture(page);
      await page.locator(".chart .actions button", { hasText: "链接" }).first().click();
      await page.locator(".outcome", { hasText: "已复制" }).first().waitFor();
      link = await page.evaluate(() => navigator.clipboard.readText());
    });
    assert.ok(link.startsWith(site.address), link);
    // Another profile: nothing is remembered there.
    await with_page(new URL(link).search, { address: site.address }, async (page) => {
      await wait_for_state(page, "ready");
      assert.equal(await picture(page) === shown, true, `another picture under ${link}`);
    });
  });
}
