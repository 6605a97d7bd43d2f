// How long each answer takes in a browser:
//   node tests/browser/answers.mjs BUILT [FOLDER]
// BUILT holds the compiled src/bin/bench.rs; FOLDER a package, without it one of 600 communities, 12
// indicators and 120 months is made, once. Of 50 runs, each with another question, the median and the slowest are
// printed. Nothing is asserted: figures depend on the machine.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { close_browser, open_browser, serve_site } from "./lib.mjs";
import { package_of_twelve } from "./made.mjs";

const RUNS = 50;
const ANSWERS = ["compare", "compare, judged", "profile", "trend", "relate", "coverage", "organisation", "standards", "pipeline", "findings, an indicator", "findings"];

const [built, folder = package_of_twelve()] = process.argv.slice(2);
const site = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-answers-"));
fs.cpSync(built, site, { recursive: true });
fs.symlinkSync(path.resolve(folder), path.join(site, "package"));
fs.writeFileSync(path.join(site, "index.html"), "<!DOCTYPE html><title>answers</title>");

// Runs in the page.
async function measure({ runs, answers }) {
  const { default: start, Bench } = await import("./bench.js");
  await start();
  const bytes = async (name) => new Uint8Array(await (await fetch("package/" + name)).arrayBuffer());
  const bench = new Bench(await bytes("datapackage.json"));
  for (let left = bench.files_left(); left.length > 0; left = bench.files_left()) {
    for (const name of left) bench.read(name, await bytes(name));
  }
  const times = {};
  for (const answer of answers) times[answer] = [...bench.time(answer, runs)];
  return { rows: bench.row_count(), times };
}

const server = await serve_site({ folder: site });
const page = await (await open_browser()).newPage();
await page.goto(server.address);
const { rows, times } = await page.evaluate(measure, { runs: RUNS, answers: ANSWERS });
console.log(`${path.basename(folder)}: ${rows} rows; milliseconds of ${RUNS} runs`);
console.log(`${"answer".padEnd(24)}${"median".padStart(8)}${"slowest".padStart(9)}`);
for (const [answer, list] of Object.entries(times)) {
  const sorted = list.sort((one, other) => one - other);
  const shown = [sorted[Math.floor(RUNS / 2)], sorted[RUNS - 1]].map((time) => time.toFixed(2));
  console.log(`${answer.padEnd(24)}${shown[0].padStart(8)}${shown[1].padStart(9)}`);
}
await server.close();
await close_browser();
fs.rmSync(site, { recursive: true });
