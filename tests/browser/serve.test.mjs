// `./dev serve` gives the site that is released: same policy, no script of the server's own, and a
// missing file is missing.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DIST, with_page } from "./lib.mjs";

const REPOSITORY = path.join(DIST, "..");

test("./dev serve --release serves the site under the released policy", { timeout: 300_000 }, async () => {
  const server = spawn("./dev", ["serve", "--release", "--port", "8765"], {
    cwd: REPOSITORY,
    stdio: ["ignore", "ignore", "pipe"],
    // A group of its own, so that Trunk ends with the script.
    detached: true,
  });
  try {
    const address = await new Promise((done, fail) => {
      let heard = "";
      server.stderr.setEncoding("utf8").on("data", (text) => {
        heard += text;
        const found = heard.match(/http:\/\/127\.0\.0\.1:\d+\//);
        if (found) done(found[0]);
      });
      server.on("exit", () => fail(new Error(`./dev serve ended\n${heard}`)));
    });
    await with_page("", { address }, async () => {});
    const served = await fetch(address).then((response) => response.text());
    assert.equal(served, fs.readFileSync(path.join(DIST, "index.html"), "utf8"));
    assert.equal((await fetch(`${address}data/none.csv`)).status, 404);
  } finally {
    process.kill(-server.pid);
  }
});
