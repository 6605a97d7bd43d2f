// How the step that asks about a reader's own table looks: on a tablet, and in the dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { with_page } from "./lib.mjs";

const USE = ".own-agree .primary";

async function choose(page) {
  const lines = ["area,deaths 2019,people 2019,deaths 2020,people 2020,beds,doctors,income"];
  for (let at = 0; at < 30; at += 1) {
    lines.push(`Ward ${at},${3 + at % 5},${1000 + at},${2 + at % 7},${1100 + at},${at * 3},${at % 9},${at * 10.5}`);
  }
  const file = { name: "wards.csv", mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) };
  await page.locator("input[name=take-files]").setInputFiles([file]);
  await page.locator(USE).waitFor();
}

for (const language of ["zh", "en"]) {
  const query = `?page=explore&explore=own&package=demo&lang=${language}`;

  test(`a tablet has room for tables where a phone has lists (${language})`, async () => {
    const look = async (width) => {
      let found = null;
      await with_page(query, { width }, async (page) => {
        await choose(page);
        found = await page.evaluate(() => {
          const display = (selector) => getComputedStyle(document.querySelector(selector)).display;
          return {
            row: display(".own-columns tbody tr"),
            cell: display(".own-columns tbody td"),
            label: getComputedStyle(document.querySelector(".own-columns tbody td"), "::before").content,
            head: getComputedStyle(document.querySelector(".own-columns thead")).position,
            column_px: document.querySelector(".own-columns tbody tr").offsetHeight,
            height_px: document.querySelector(".own-recipe").offsetHeight,
            too_wide_px: document.documentElement.scrollWidth - innerWidth,
          };
        });
      });
      return found;
    };
    const tablet = await look(820);
    assert.equal(tablet.row, "table-row");
    assert.equal(tablet.cell, "table-cell");
    assert.equal(tablet.label, "none");
    assert.equal(tablet.head, "static");
    assert.equal(tablet.too_wide_px, 0);
    const phone = await look(390);
    assert.equal(phone.row, "block");
    assert.notEqual(phone.label, "none");
    assert.ok(tablet.column_px < 0.8 * phone.column_px, `${tablet.column_px} ${phone.column_px}`);
    assert.ok(tablet.height_px < 0.6 * phone.height_px, `${tablet.height_px} ${phone.height_px}`);
  });

  test(`what is written into stands on the surface of its theme (${language})`, async () => {
    for (const scheme of ["light", "dark"]) {
      await with_page(query, { color_scheme: scheme }, async (page) => {
        await choose(page);
        const seen = await page.evaluate(() => {
          const probe = document.createElement("p");
          probe.className = "drop";
          document.body.append(probe);
          const { backgroundColor: surface, borderTopColor: line } = getComputedStyle(probe);
          const { color: ink } = getComputedStyle(document.body);
          const inputs = [...document.querySelectorAll(".own input:not([type])")];
          const looks = inputs.map((input) => {
            const look = getComputedStyle(input);
            return [look.backgroundColor, look.borderTopColor, look.color].join(" ");
          });
          return { expected: [surface, line, ink].join(" "), looks };
        });
        assert.ok(seen.looks.length > 3, `${seen.looks.length}`);
        for (const look of seen.looks) assert.equal(look, seen.expected);
      });
    }
  });
}
