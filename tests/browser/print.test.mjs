// Every page on paper: it prints, nothing is cut off at the side or hidden in a box that would have to be
// scrolled, controls are gone, ink is dark, charts stay whole, and the foot says what was printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { with_page } from "./lib.mjs";

const PAGES = ["overview", "compare", "profile", "trends", "map", "organisation", "cases", "standards", "explore", "data"];
// An upright A4 sheet between margins of 10 mm, in CSS pixels.
const SHEET_PX = { width: 718, height: 1047 };
const MARGIN = "10mm";
const page_count = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0;

// What of the page is not whole on paper.
function faults_on_paper(sheet_px) {
  const faults = [];
  const named = (element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.innerText ?? "").slice(0, 40)}`;
  // What is for screen readers alone is one pixel wide.
  const is_shown = (element) => {
    for (let it = element; it !== null; it = it.parentElement) if (it.clientWidth === 1 && it.clientHeight === 1) return false;
    return element.checkVisibility();
  };
  for (const element of document.querySelectorAll("#app *")) {
    if (!is_shown(element)) continue;
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0 && (right > sheet_px.width + 1 || left < -1)) faults.push(`beside the sheet: ${named(element)}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const cuts = (overflow, inner, outer) => overflow !== "visible" && inner > outer + 1;
    if (cuts(overflowX, element.scrollWidth, element.clientWidth)) faults.push(`cut at the side: ${named(element)}`);
    if (cuts(overflowY, element.scrollHeight, element.clientHeight)) faults.push(`cut below: ${named(element)}`);
  }
  for (const control of document.querySelectorAll(".rail, .actions, .preferences, .own-limit, .origin-cell, main input:not([type=number])")) {
    if (is_shown(control) && control.getBoundingClientRect().width > 0) faults.push(`a control: ${named(control)}`);
  }
  for (const chart of document.querySelectorAll(".chart")) {
    const { height } = chart.getBoundingClientRect();
    const avoids = getComputedStyle(chart).breakInside === "avoid";
    // What is taller than a sheet has to be broken somewhere.
    if (height > 0 && height <= sheet_px.height && !avoids) faults.push(`may be broken: ${named(chart)}`);
  }
  for (const element of document.querySelectorAll("#app a")) {
    for (const part of ["::before", "::after"]) {
      if (getComputedStyle(element, part).content.includes("attr")) faults.push(`an address: ${named(element)}`);
    }
  }
  const ink = getComputedStyle(document.querySelector("#app h1, main")).color.match(/\d+/g).map(Number);
  if (Math.max(...ink.slice(0, 3)) > 120) faults.push(`light ink: ${ink}`);
  return faults.slice(0, 12);
}

for (const package_name of ["demo", "published"]) {
  for (const name of PAGES) {
    test(`${name} of ${package_name} on paper`, async () => {
      for (const [lang, theme] of [["zh", "dark"], ["en", "light"]]) {
        const query = `?page=${name}&package=${package_name}&lang=${lang}&theme=${theme}`;
        const options = { width: SHEET_PX.width, height: SHEET_PX.height, color_scheme: theme };
        await with_page(query, options, async (page) => {
          await page.emulateMedia({ media: "print" });
          await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
          const faults = await page.evaluate(faults_on_paper, SHEET_PX);
          assert.deepEqual(faults, [], `${lang} ${theme}`);
          const printed = await page.locator(".printed").innerText();
          assert.match(printed, new RegExp(`page=${name}&package=${package_name}`));
          assert.match(printed, /\d+\.\d+\.\d+.*\d{4}-\d{2}-\d{2}/);
          const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
          const pdf = await page.pdf({ format: "A4", margin, printBackground: true });
          assert.ok(page_count(pdf) >= 1);
        });
      }
    });
  }
}
