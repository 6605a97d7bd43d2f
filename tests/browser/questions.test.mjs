// What a reader asks of a page, and the sentence that answers it: tests/questions.csv. Each sentence has
// to stand on the first screen of a desk, nothing scrolled, in both languages.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse_csv, with_page } from "./lib.mjs";

const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), "../questions.csv");
const LEAST_A_PAGE = 3;
const PAGES = ["overview", "compare", "profile", "trends", "map", "organisation", "cases", "standards", "explore", "data"];
const WAIT_MS = 30_000;

const text = fs.readFileSync(FILE, "utf8").split("\n").filter((line) => !line.startsWith("#")).join("\n");
const questions = parse_csv(text);

// Where on the screen a sentence stands whole: the smallest element that holds it, without what is only
// for screen readers. Spaces count alike.
function places_of(sentence) {
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const wanted = plain(sentence);
  const found = [];
  for (const element of document.querySelectorAll("#app *")) {
    if (!plain(element.innerText ?? "").includes(wanted)) continue;
    if ([...element.children].some((child) => plain(child.innerText ?? "").includes(wanted))) continue;
    if (element.closest(".visually-hidden, [hidden], option")) continue;
    const { top, left, bottom, right } = element.getBoundingClientRect();
    found.push({ top, left, bottom, right });
  }
  return found;
}

test("every page answers at least three questions", () => {
  for (const page of PAGES) {
    const own = questions.filter((question) => question.page === page);
    assert.ok(own.length >= LEAST_A_PAGE, `${page}: ${own.length}`);
    for (const { query } of own) {
      assert.equal(new URLSearchParams(query).get("page"), page, query);
    }
  }
});

for (const lang of ["zh", "en"]) {
  for (const question of questions) {
    const sentence = question[`sentence_${lang}`];
    test(`${lang} ${question.page}: ${question[`question_${lang}`]}`, async () => {
      assert.ok(sentence.length > 4, "there is a sentence");
      const query = `?${question.query}&package=demo&lang=${lang}`;
      await with_page(query, { width: 1440, height: 900 }, async (page) => {
        let places = [];
        for (const until = Date.now() + WAIT_MS; Date.now() < until && places.length === 0; ) {
          places = await page.evaluate(places_of, sentence);
          if (places.length === 0) await page.waitForTimeout(200);
        }
        assert.equal(await page.evaluate(() => scrollY), 0);
        assert.ok(places.length > 0, `not on the page: ${sentence}`);
        const is_seen = ({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom <= 900 && right <= 1440;
        assert.ok(places.some(is_seen), `not on the first screen: ${sentence} ${JSON.stringify(places)}`);
      });
    });
  }
}
