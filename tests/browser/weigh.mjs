// What one view of the built site asks for, in compressed bytes:
//   node tests/browser/weigh.mjs "?page=compare"

import { pathToFileURL } from "node:url";
import { brotli, close_browser, serve_site, with_page } from "./lib.mjs";

// Every answer of the server: those that the page asked for until its first chart stood, or of a page
// without one until it was ready, and those that it went on to ask for.
export async function weigh(query) {
  const site = await serve_site();
  try {
    let early = [];
    await with_page(query, { address: site.address }, async (page) => {
      await page.waitForLoadState("networkidle");
      early = await page.evaluate(() => {
        const stands = performance.getEntriesByName("first-chart")[0]?.startTime ?? Infinity;
        const before = performance.getEntriesByType("resource").filter((entry) => entry.startTime <= stands);
        return before.map((entry) => new URL(entry.name).pathname);
      });
    });
    const is_early = ({ path }) => path === "index.html" || early.some((name) => name.endsWith(`/${path}`));
    const weights = (requests) =>
      requests.map(({ path, status, body }) => ({
        path,
        status,
        plain: body.length,
        compressed: brotli(body).length,
      }));
    return {
      first: weights(site.requests.filter(is_early)),
      later: weights(site.requests.filter((request) => !is_early(request))),
    };
  } finally {
    await site.close();
  }
}

export function print_weights(rows) {
  const total = { path: "total", plain: 0, compressed: 0 };
  for (const row of rows) {
    total.plain += row.plain;
    total.compressed += row.compressed;
  }
  console.log(`${"bytes".padStart(10)} ${"brotli".padStart(10)}`);
  for (const { path, status, plain, compressed } of [...rows, total]) {
    const remark = status === undefined || status === 200 ? "" : ` (${status})`;
    console.log(`${String(plain).padStart(10)} ${String(compressed).padStart(10)}  ${path}${remark}`);
  }
  return total;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const query = process.argv[2] ?? "";
  console.log(`first view of ${query || "the start page"}`);
  const { first, later } = await weigh(query);
  print_weights(first);
  if (later.length > 0) {
    console.log("\nand after its first chart");
    print_weights(later);
  }
  await close_browser();
}
