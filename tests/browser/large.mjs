// How the page behaves while it reads a package ten times the usual size:
//   node tests/browser/large.mjs [FOLDER]
// FOLDER holds a package; without it `zhishe demo` makes one, once, of 600 communities and 120
// months. Figures are printed and nothing is asserted: they depend on the machine.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DIST, close_browser, serve_site, sleep, wait_for_state, with_page } from "./lib.mjs";
import { made_package } from "./made.mjs";

// The built site with this package alone in its catalog.
function site_with(package_folder) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-large-"));
  fs.cpSync(DIST, folder, { recursive: true, filter: (from) => !from.startsWith(path.join(DIST, "data")) });
  fs.mkdirSync(path.join(folder, "data"));
  fs.symlinkSync(path.resolve(package_folder), path.join(folder, "data/large"));
  const catalog = { packages: [{ name: "large", path: "large/", title_zh: "大", title_en: "Large" }] };
  fs.writeFileSync(path.join(folder, "data/catalog.json"), JSON.stringify(catalog));
  return folder;
}

// Runs in the page, before anything else: watches frames, timers, events and the progress line
// while the state is `loading`.
function watch() {
  const seen = { began: null, ready: null, frame_gap: 0, timer_gap: 0, long_tasks: [], events: [], progress: [], progress_first: null };
  window.seen = seen;
  const asked = new URLSearchParams(location.search).get("page");
  const state = () => document.documentElement?.dataset.state;
  const is_loading = () => seen.began !== null && seen.ready === null;
  // Longest distance between two calls, those within the loading only.
  const gaps = (field, again) => {
    let before = null;
    const call = () => {
      const now = performance.now();
      if (is_loading()) {
        if (before !== null) seen[field] = Math.max(seen[field], now - before);
        before = now;
      } else {
        before = null;
      }
      again(call);
    };
    again(call);
  };
  gaps("frame_gap", requestAnimationFrame);
  gaps("timer_gap", (call) => setTimeout(call, 4));
  // What stands when a frame is made is what a reader sees.
  const look = () => {
    requestAnimationFrame(look);
    if (!is_loading()) return;
    const text = document.querySelector(".progress")?.textContent.trim();
    if (!text) return;
    seen.progress_first ??= performance.now() - seen.began;
    if (text !== seen.progress.at(-1)) seen.progress.push(text);
  };
  requestAnimationFrame(look);
  new MutationObserver(() => {
    // The application has come and begins to read.
    if (seen.began === null && state() === "loading" && document.querySelector("main")) {
      seen.began = performance.now();
      window.report_begun();
    }
    // On the way other pages may be clicked, which need less.
    if (is_loading() && state() === "ready" && new URLSearchParams(location.search).get("page") === asked) {
      seen.ready = performance.now();
      window.report_ready();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.long_tasks.push({ at: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
  // From the press of the button to the paint after it, in steps of 8 ms.
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration, target, processingStart, processingEnd } of list.getEntries()) {
      if (name !== "click") continue;
      const on = target?.closest("a, button")?.innerText ?? "";
      seen.events.push({ on, at: startTime, ms: duration, waited: processingStart - startTime, worked: processingEnd - processingStart });
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

const ms = (number) => `${Math.round(number)} ms`;

// `clicks` are places to click in turn while the page reads, the last of them the data page's link.
// Asking the page itself would wait for its timers. Gives the places of language button and rail.
async function measure(address, query, clicks = null, pause_ms = 0) {
  let has_begun = false;
  let is_ready = false;
  let places = [];
  const prepare = async (page) => {
    await page.exposeBinding("report_begun", () => { has_begun = true; });
    await page.exposeBinding("report_ready", () => { is_ready = true; });
  };
  await with_page(query, { address, init: watch, prepare, state: null }, async (page) => {
    let clicked = 0;
    if (clicks) {
      while (!has_begun) await sleep(5);
      const click = async ([x, y]) => {
        await page.mouse.click(x, y);
        clicked += 1;
      };
      for (let at = 0; !is_ready; at += 1) {
        await click(clicks[at % clicks.length]);
        await sleep(pause_ms);
      }
      // To the page that needs every file, where it does not stand already: a click that changes
      // nothing waits for the next picture, whenever that comes.
      if (!page.url().includes(query.slice(1))) await click(clicks.at(-1));
    }
    await wait_for_state(page, "ready");
    await sleep(300);
    const seen = await page.evaluate(() => window.seen);
    const during = (entry) => entry.at >= seen.began && entry.at <= seen.ready;
    const tasks = seen.long_tasks.filter(during).sort((one, other) => other.ms - one.ms);
    const events = seen.events.sort((one, other) => other.ms - one.ms);
    const longest = (list) => (list.length ? `${ms(list[0].ms)} (${list.length})` : "none");
    console.log(`\n${query}${clicks ? `, a click every ${pause_ms} ms` : ""}`);
    console.log(`  read in                        ${ms(seen.ready - seen.began)}`);
    console.log(`  longest gap between frames     ${ms(seen.frame_gap)}`);
    console.log(`  longest gap between timers     ${ms(seen.timer_gap)}`);
    console.log(`  longest task over 50 ms        ${longest(tasks)}`);
    if (clicks) console.log(`  slowest of ${String(clicked).padEnd(3)} clicks           ${events.length ? longest(events) : "under 16 ms"}`);
    for (const { on, ms: all, waited, worked } of events.slice(0, 5)) console.log(`    ${on}: ${ms(all)}, of which ${ms(waited)} waiting, ${ms(worked)} at work, the rest until it was painted`);
    console.log(`  progress shown after           ${seen.progress_first === null ? "never" : ms(seen.progress_first)}, ${seen.progress.length} different texts`);
    for (const text of [seen.progress.at(0), seen.progress.at(-1)]) if (text) console.log(`    ${text.replace(/\s+/g, " ")}`);
    if (query.includes("page=data")) {
      const rows = await page.evaluate(() => {
        const cells = [...document.querySelectorAll("#files tbody tr")].map((row) => Number(row.cells[2].innerText.replaceAll(",", "")));
        return cells.reduce((sum, rows) => sum + rows, 0);
      });
      console.log(`  rows read                      ${rows.toLocaleString("en")}`);
    }
    places = await page.locator("button.language, nav.rail a").evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      }),
    );
  });
  return places;
}

const package_folder = process.argv[2] ?? made_package();
const folder = site_with(package_folder);
const site = await serve_site({ folder });
try {
  await measure(site.address, "?page=overview");
  await measure(site.address, "?page=compare");
  const places = await measure(site.address, "?page=data");
  // A quick hand, then faster than any hand: there a click waits for what the one before it asked for.
  await measure(site.address, "?page=data", places, 200);
  await measure(site.address, "?page=data", places, 60);
} finally {
  await site.close();
  await close_browser();
  fs.rmSync(folder, { recursive: true });
}
