// 画像: one area on everything; chosen by name, initials, code, tree and address; on one sheet of paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { with_page } from "./lib.mjs";

const SLIPPED = "990001002001";
const MARGIN = { top: "10mm", right: "10mm", bottom: "10mm", left: "10mm" };
const text_of = (page, selector) => page.locator(selector).innerText();

// Pages of a PDF: its page objects, each written as /Type /Page.
const page_count = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0;

test("a community says what matters most, and its number leads to its row", async () => {
  await with_page(`?page=profile&package=demo&area=${SLIPPED}&lang=zh`, {}, async (page) => {
    assert.equal(await text_of(page, ".profile h1"), "乙01社区");
    assert.match(await text_of(page, ".profile .sentence"), /按期办结率 70\.1%（63\.3–76\.0）.*99\.8%.*低于全区/);
    const row = page.locator(".profile-table tr", { hasText: "按期办结率" }).first();
    assert.match(await row.innerText(), /差于基准（99\.8%）/);
    await row.locator(".figure-of-row").first().click();
    const origin = await text_of(page, ".origin");
    assert.match(origin, /observations-cases-2026\.csv/);
    assert.match(origin, /138/);
    assert.match(origin, /197/);
  });
});

test("an area is found by name, initials and code, in the tree, and among its like", async () => {
  await with_page("?page=profile&package=demo&lang=zh", {}, async (page) => {
    const title = () => text_of(page, ".profile h1");
    assert.equal(await title(), "甲01社区");
    for (const [typed, name] of [["辛08", "辛08社区"], ["y01", "乙01社区"], ["990001003", "丙街道"]]) {
      await page.locator("[name=find-area]").fill(typed);
      await page.locator(".area-box li", { hasText: name }).first().click();
      await page.locator(".profile h1", { hasText: name }).waitFor();
    }
    await page.locator(".area-tree summary").click();
    await page.locator(".area-tree a", { hasText: "乙01社区" }).click();
    await page.locator(".profile h1", { hasText: "乙01社区" }).waitFor();
    assert.match(page.url(), new RegExp(`area=${SLIPPED}`));
    const like = page.locator(".of-similar tbody a").first();
    const name = await like.innerText();
    await like.click();
    await page.locator(".profile h1", { hasText: name }).waitFor();
    await page.goBack();
    await page.locator(".profile h1", { hasText: "乙01社区" }).waitFor();
  });
});

test("the mark of a row leads to its row by key as by pointer", async () => {
  await with_page(`?page=profile&package=demo&area=${SLIPPED}&lang=en`, {}, async (page) => {
    const plot = page.locator(".chart .plot").first();
    await plot.focus();
    await page.keyboard.press("Home");
    assert.match(await plot.locator("[aria-live]").innerText(), /Service coverage rate.*District/);
    await page.keyboard.press("Enter");
    assert.match(await text_of(page, ".origin"), /Service coverage rate/);
  });
});

for (const lang of ["zh", "en"]) {
  for (const [what, area] of [["community", SLIPPED], ["sub-district", "990001002"], ["district", "990001"]]) {
    test(`${lang}: a ${what} prints on one sheet, whatever screen it is printed from`, async () => {
      for (const [width, theme] of [[1440, "dark"], [390, "light"]]) {
        const query = `?page=profile&package=demo&area=${area}&lang=${lang}&theme=${theme}`;
        await with_page(query, { width }, async (page) => {
          // A page whose chart was not drawn for paper would fit it all too easily.
          await page.evaluate(() => {
            addEventListener("beforeprint", () => {
              window.drawn = [...document.querySelectorAll(".on-paper")].map(({ width }) => width);
            });
          });
          const pdf = await page.pdf({ format: "A4", margin: MARGIN, printBackground: true });
          const drawn = await page.evaluate(() => window.drawn);
          assert.ok(drawn.length > 0 && drawn.every((width) => width > 1000), `${drawn}`);
          assert.equal(page_count(pdf), 1, `${width} ${theme}`);
        });
      }
    });
  }
}

test("a split community says what became of it and is seen as it was", async () => {
  await with_page("?page=profile&package=demo&area=990001004006&lang=zh", {}, async (page) => {
    assert.equal(await text_of(page, ".reorganised"), "2025 年 7 月拆分为丁16社区、丁17社区，以下为拆分前数据。");
    assert.match(await text_of(page, ".of-cases h2"), /2025 年 6 月/);
    for (const panel of [".of-cases", ".of-organisation"]) {
      assert.doesNotMatch(await text_of(page, panel), /未发布/);
    }
    await page.locator(".reorganised a").first().click();
    await page.locator(".profile h1", { hasText: "丁16社区" }).waitFor();
    assert.match(await text_of(page, ".reorganised"), /由丁06社区拆分设立/);
  });
});

test("the change beside a figure is its own, and blank where it is not final", async () => {
  const change = async (period) => {
    let found = "";
    await with_page(`?page=profile&package=demo&area=990001&period=${period}&lang=zh`, {}, async (page) => {
      const row = page.locator(".profile-table tr", { hasText: "按期办结率" }).first();
      found = await row.innerText();
    });
    return found;
  };
  assert.match(await change("2026-03"), /87\.6%[\s\S]*−0\.1 个百分点/);
  assert.doesNotMatch(await change("2026-04"), /个百分点|下降|上升/);
});

test("paper shows light ink and no control", async () => {
  await with_page(`?page=profile&package=demo&area=${SLIPPED}&lang=zh&theme=dark`, {}, async (page) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".area-picker", ".elsewhere", ".actions", ".rail", ".plot"]) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    }
    const canvas = page.locator(".profile .on-paper").first();
    assert.equal(await canvas.isVisible(), true);
    // The darkest pixel is ink: light letters of the dark theme would not be seen on white paper.
    const darkest = await canvas.evaluate((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let least = 255;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) least = Math.min(least, Math.max(data[at], data[at + 1], data[at + 2]));
      }
      return least;
    });
    assert.ok(darkest < 60, `${darkest}`);
  });
});

test("the published places show figures, sources and their own standards, and no verdict", async () => {
  await with_page("?page=profile&package=published&lang=zh", {}, async (page) => {
    assert.equal(await text_of(page, ".profile h1"), "雁塔区");
    for (const code of ["610113", "511381", "150602"]) {
      await page.locator("[name=find-area]").fill(code);
      await page.locator(".area-box li").first().click();
      await page.waitForURL(new RegExp(`area=${code}`));
      const rows = await page.locator(".profile-table tbody tr:not(.theme)").count();
      assert.ok(rows > 5, `${code}: ${rows}`);
      assert.equal(await page.locator(".verdict, .sign").count(), 0);
      for (const panel of await page.locator(".profile .panel").all()) {
        const said = await panel.locator("td, .quiet-line").allInnerTexts();
        assert.ok(said.some((text) => text.trim().length > 3), await panel.innerText());
      }
    }
  });
});
