// Fifty changes of page and indicator, one after the other in one page:
//   node tests/browser/changes.mjs
// prints how long each took, from the click to the picture in which it is whole, and what the program
// and the page hold after it. All files have been read before, so that nothing is waited for.

import { pathToFileURL } from "node:url";
import { close_browser, wait_for_state, with_page } from "./lib.mjs";

// One round: it ends where it began, so that rounds can be held against each other.
const ROUND = [
  ["page", "compare"],
  ["indicator", "satisfaction-rate"],
  ["indicator", "on-time-rate"],
  ["page", "trends"],
  ["page", "map"],
  ["page", "profile"],
  ["page", "organisation"],
  ["page", "cases"],
  ["page", "standards"],
  ["page", "overview"],
];

// Every memory that a program of the page works in.
const WATCH_MEMORY = () => {
  const memories = new Set();
  const keep = (result) => {
    const instance = result.instance ?? result;
    for (const it of Object.values(instance.exports)) if (it instanceof WebAssembly.Memory) memories.add(it);
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const plain = WebAssembly[name];
    WebAssembly[name] = async (...given) => keep(await plain.apply(WebAssembly, given));
  }
  window.wasm_bytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
};

export async function fifty_changes() {
  const changes = [];
  const prepare = (page) => page.addInitScript(WATCH_MEMORY);
  await with_page("?page=data&package=demo&lang=zh", { prepare }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    for (let count = 1; count <= 50; count += 1) {
      const [kind, name] = ROUND[(count - 1) % ROUND.length];
      const duration_ms = await page.evaluate(change_to, [kind, name]);
      await wait_for_state(page, "ready");
      if (name === "overview") await page.locator(".verify-group").first().waitFor();
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const node_count = metrics.find((metric) => metric.name === "Nodes").value;
      const wasm_bytes = await page.evaluate(() => window.wasm_bytes());
      changes.push({ count, name, duration_ms, node_count, wasm_bytes });
    }
  });
  return changes;
}

// Runs in the page. A page by its link, an indicator by its list.
async function change_to([kind, name]) {
  const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const began_ms = performance.now();
  if (kind === "indicator") {
    const select = document.querySelector('select[name="indicator"]');
    select.value = name;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    const links = [...document.querySelectorAll("nav.rail a")];
    links.find((it) => new URL(it.href).searchParams.get("page") === name).click();
  }
  do await picture();
  while (document.documentElement.dataset.state !== "ready");
  return performance.now() - began_ms;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const changes = await fifty_changes();
  for (const { count, name, duration_ms, node_count, wasm_bytes } of changes) {
    console.log(`${String(count).padStart(3)} ${duration_ms.toFixed(0).padStart(6)} ms ${String(node_count).padStart(7)} nodes ${(wasm_bytes / 2 ** 20).toFixed(1).padStart(7)} MiB  ${name}`);
  }
  await close_browser();
}
