// What one view of the built site asks for, in compressed bytes:
//   node tests/browser/weigh.mjs "?page=compare"

import { pathToFileURL } from "node:url";
import { brotli, close_browser, serve_site, with_page } from "./lib.mjs";

// Every answer of the server until the page stands and asks for nothing more.
export async function weigh(query) {
  const site = await serve_site();
  try {
    await with_page(query, { address: site.address }, (page) => page.waitForLoadState("networkidle"));
    return site.requests.map(({ path, status, body }) => ({
      path,
      status,
      plain: body.length,
      compressed: brotli(body).length,
    }));
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
  print_weights(await weigh(query));
  await close_browser();
}
