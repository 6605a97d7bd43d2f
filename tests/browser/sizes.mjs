// How large the built site is, file by file, and what a first view of the demonstration costs. The
// latter has a bar.

import fs from "node:fs";
import path from "node:path";
import { DIST, brotli, close_browser } from "./lib.mjs";
import { print_weights, weigh } from "./weigh.mjs";

const FIRST_VIEW = "?package=demo";
const FIRST_VIEW_BAR_BYTES = 260_000;

const files = fs
  .readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(DIST, path.join(entry.parentPath ?? entry.path, entry.name)))
  .sort();

console.log("dist/ without its data");
print_weights(
  files
    .filter((name) => !name.startsWith("data" + path.sep))
    .map((name) => {
      const body = fs.readFileSync(path.join(DIST, name));
      return { path: name, plain: body.length, compressed: brotli(body).length };
    }),
);

console.log("\ndist/data/, bytes");
const packages = new Map();
for (const name of files.filter((file) => file.startsWith("data" + path.sep))) {
  const folder = path.dirname(name).split(path.sep).slice(0, 2).join("/");
  packages.set(folder, (packages.get(folder) ?? 0) + fs.statSync(path.join(DIST, name)).size);
}
for (const [folder, bytes] of packages) console.log(`${String(bytes).padStart(10)}  ${folder}`);

console.log(`\nfirst view, ${FIRST_VIEW}`);
const { first, later } = await weigh(FIRST_VIEW);
const { compressed } = print_weights(first);
console.log("\nand after its first chart, for the findings");
print_weights(later);
await close_browser();
console.log(`${compressed} of at most ${FIRST_VIEW_BAR_BYTES} bytes`);
if (compressed > FIRST_VIEW_BAR_BYTES) process.exitCode = 1;
