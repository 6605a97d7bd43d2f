// Pages for everyone: axe finds nothing, every control is reached by the tab key and shows that it has
// the focus. On every page, in both themes, on a desk and a phone.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { with_page } from "./lib.mjs";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = ["overview", "compare", "profile", "trends", "map", "organisation", "cases", "standards", "explore", "data"];
const VIEWS = [
  ...PAGES.map((page) => `page=${page}&package=demo`),
  ...PAGES.map((page) => `page=${page}&package=published`),
  "page=compare&package=demo&show=all",
  "page=compare&package=demo&show=findings",
  "page=trends&package=demo&show=all",
  "page=profile&package=demo&area=990001002",
  "page=explore&package=demo&size=households&shade=verdict&beside=990001001001,990001002001",
  "page=explore&package=demo&explore=distribution&area=990001002001",
  "page=explore&package=demo&explore=breakdown&indicator=cases-taken&period=2026-03",
  "page=explore&package=demo&explore=table&indicators=on-time-rate,satisfaction-rate&group=990001001001,990001001002",
  "page=explore&package=demo&explore=own",
  "page=explore&package=published&explore=distribution",
  "page=compare&package=demo&group=990001001001,990001001002&within=group",
  "page=compare&package=demo&period=2025-11&as-of=2026-01-01",
  "page=compare&package=demo&embed=1",
];
const FINDINGS_MS = 30_000;

async function settle(page, view) {
  if (view.startsWith("page=overview") && view.includes("demo")) {
    await page.locator(".verify-group").first().waitFor({ timeout: FINDINGS_MS });
  }
}

// A theme and a language with each of two widths: four of the eight ways, each of the three seen twice.
const WAYS = [
  { width: 1440, height: 900, theme: "light", lang: "zh" },
  { width: 390, height: 844, theme: "light", lang: "en" },
  { width: 1440, height: 900, theme: "dark", lang: "en" },
  { width: 390, height: 844, theme: "dark", lang: "zh" },
];

for (const view of VIEWS) {
  test(`axe: ${view}`, async () => {
    for (const { width, height, theme, lang } of WAYS) {
      const query = `?${view}&lang=${lang}&theme=${theme}`;
      await with_page(query, { width, height, color_scheme: theme }, async (page) => {
        await settle(page, view);
        await page.evaluate(AXE);
        const found = await page.evaluate(async () => {
          const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
        });
        assert.deepEqual(found, [], `${width} ${theme} ${lang}`);
      });
    }
  });
}

const EXPLORED = VIEWS.filter((view) => view.includes("explore="));

for (const view of [...VIEWS.slice(0, PAGES.length), ...EXPLORED]) {
  test(`by the tab key alone: ${view}`, async () => {
    await with_page(`?${view}&lang=zh`, {}, async (page) => {
      await settle(page, view);
      const most = await page.evaluate(() => {
        const can = "a[href], button, input, select, summary, [tabindex='0']";
        const seen = [...document.querySelectorAll(`#app :is(${can})`)].filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0);
        seen.forEach((element, place) => { element.dataset.stop = place; });
        return seen.length;
      });
      const reached = new Set();
      const unseen = [];
      let last;
      let repeats = 0;
      // Long tables repeat their buttons: the first stops tell how all are.
      const steps = Math.min(most, 120);
      for (let step = 0; step < steps; step += 1) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          // A table that is walked cell by cell shows where in it the focus is.
          const shown = document.getElementById(element.getAttribute("aria-activedescendant")) ?? element;
          const style = getComputedStyle(shown);
          const box = shown.getBoundingClientRect();
          const is_seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && box.width > 0 && box.height > 0;
          return { stop: element.dataset.stop, is_seen, html: element.outerHTML.slice(0, 120) };
        });
        // The parts of a date are stops of their own within one control.
        if (stop.stop !== undefined && stop.stop === last && repeats < 8) {
          repeats += 1;
          step -= 1;
        }
        last = stop.stop;
        if (stop.stop !== undefined) reached.add(stop.stop);
        if (!stop.is_seen) unseen.push(stop.html);
      }
      assert.deepEqual(unseen, [], "the focus is seen");
      assert.ok(reached.size >= steps - 1, `${reached.size} of ${steps} reached`);
    });
  });
}
