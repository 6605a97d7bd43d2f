// Pictures of the built site, for looking at one by one:
//   node tests/browser/shoot.mjs FOLDER ["?page=compare" "?page=data" …]
// for each query at three widths, in both languages and both themes. WIDTHS, LANGUAGES and THEMES in
// the environment (comma-separated) narrow that.

import fs from "node:fs";
import path from "node:path";
import { close_browser, serve_site, with_page } from "./lib.mjs";

const HEIGHTS = { 1440: 900, 820: 1180, 390: 844 };

const [folder, ...queries] = process.argv.slice(2);
if (folder === undefined) {
  console.error("shoot.mjs FOLDER [QUERY...]");
  process.exit(2);
}
const choices = (name, standard) => (process.env[name] ?? standard).split(",");
fs.mkdirSync(folder, { recursive: true });

const site = await serve_site();
for (const query of queries.length > 0 ? queries : [""]) {
  for (const width of choices("WIDTHS", "1440,820,390").map(Number)) {
    for (const language of choices("LANGUAGES", "zh,en")) {
      for (const theme of choices("THEMES", "light,dark")) {
        const search = new URLSearchParams(query);
        search.set("lang", language);
        search.set("theme", theme);
        const name = [query.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "start", width, language, theme];
        const file = path.join(folder, `${name.join("-")}.png`);
        const options = {
          address: site.address,
          width,
          height: HEIGHTS[width] ?? 900,
          scale: Number(process.env.SCALE ?? 1),
          color_scheme: theme,
        };
        await with_page(`?${search}`, options, async (page) => {
          await page.waitForLoadState("networkidle");
          await page.screenshot({ path: file, fullPage: true });
          // A page wider than the screen scrolls sideways, which a whole-page picture hides.
          const overflow_px = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          console.log(file + (overflow_px > 0 ? `  (${overflow_px} px too wide)` : ""));
        });
      }
    }
  }
}
await site.close();
await close_browser();
