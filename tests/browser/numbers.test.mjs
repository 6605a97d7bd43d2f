// The numbers of the page and of the command line are the same: both are asked the same questions, and
// what each gives as CSV is held against the other, row by row.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DIST, exported, with_page } from "./lib.mjs";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
let program = null;

before(() => {
  const built = spawnSync("cargo", ["build", "--quiet", "--locked", "--features", "cli", "--bin", "zhishe", "--message-format", "json"], { cwd: REPOSITORY, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(built.status, 0, built.stderr);
  const messages = built.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  program = messages.map((message) => message.executable).findLast((file) => file);
});

// The rows without what stands above them.
function rows(bytes) {
  const lines = bytes.toString("utf8").replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

const QUESTIONS = [
  { package: "demo", indicator: "on-time-rate", level: "community", period: "2026-03" },
  { package: "demo", indicator: "on-time-rate", level: "subdistrict", period: "2025-12" },
  { package: "demo", indicator: "case-rate", level: "community", period: "2026-Q1", within: "990001002" },
  { package: "demo", indicator: "satisfaction-rate", level: "community", period: "2026-02", benchmark: "95" },
  { package: "demo", indicator: "on-time-rate", level: "community", period: "2026-04" },
  { package: "demo", indicator: "grids-with-group", level: "community", period: "2026-03" },
  { package: "published", indicator: "compound-branches", level: "district", period: "latest" },
];

for (const { package: name, ...asked } of QUESTIONS) {
  const query = new URLSearchParams({ page: "compare", package: name, ...asked, lang: "zh" });
  test(`the page and the command line agree: ${query}`, async () => {
    await with_page(`?${query}`, {}, async (page) => {
      const file = await exported(page, ".chart", "csv");
      const of_page = rows(fs.readFileSync(await file.path()));
      const options = Object.entries(asked).flatMap(([key, value]) => [`--${key}`, value]);
      const run = spawnSync(program, ["answer", "compare", path.join(DIST, "data", name), ...options, "--lang", "zh", "--format", "csv"]);
      assert.equal(run.status, 0, run.stderr.toString());
      const of_program = rows(run.stdout);
      assert.ok(of_page.length > 3, "there are rows");
      assert.deepEqual(of_page, of_program);
    });
  });
}
