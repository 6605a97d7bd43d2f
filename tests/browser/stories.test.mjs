// The stories planted in the demonstration district (data/demo/README.md), as a new reader comes upon
// them: from the overview, with no more than two clicks and no typing. What is no story must not be told
// as one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { wait_for_state, with_page } from "./lib.mjs";

const MOST_CLICKS = 2;

// Clicks, each by the words on what is clicked: a line of the findings, a card, a page of the rail.
const line = (text) => (page) => page.locator(".verify-group a", { hasText: text }).first();
const card = (text) => (page) => page.locator("a.card", { hasText: text }).first();
const rail = (text) => (page) => page.locator("nav.rail a", { hasText: text });

// What stands on the page after the clicks (`says`), and what must not (`denies`).
const STORIES = [
  {
    story: "a community that slipped",
    zh: { clicks: [line("乙01社区")], says: ["乙01社区按期办结率确有下降（变差）：2026 年 3 月为 70.1%（138/197）", "自 2025 年 4 月起连续 12 期低于基线均值"] },
    en: { clicks: [line("Yi 01 Community")], says: ["On-time resolution rate, Yi 01 Community: it has fallen (worse). 70.1% (138/197) in March 2026", "for 12 periods since April 2025"] },
  },
  {
    story: "a community that improved",
    zh: { clicks: [line("辛08社区")], says: ["辛08社区按期办结率确有上升（变好）：2026 年 3 月为 97.7%（418/428）"] },
    en: { clicks: [line("Xin 08 Community")], says: ["On-time resolution rate, Xin 08 Community: it has risen (better). 97.7% (418/428) in March 2026"] },
  },
  {
    story: "a community that is always low, and no lower than it was",
    zh: { clicks: [], says: ["甲05社区按期办结率 69.9%（65.0–74.3），按全区水平（87.6%）推算少约 66 件，2023 年 5 月起持续低于全区（95%）"] },
    en: { clicks: [], says: ["Jia 05 Community: On-time resolution rate 69.9% (65.0 to 74.3), about 66 cases fewer than at the rate of the district (87.6%), below the district (95%) since May 2023"] },
  },
  {
    story: "a small noisy community is not accused",
    zh: { clicks: [], says: ["需核实"], denies: ["癸13社区"] },
    en: { clicks: [], says: ["To be looked into"], denies: ["Gui 13"] },
  },
  {
    story: "a small noisy community is no different",
    zh: { clicks: [rail("对比")], row: "癸13社区", says: ["与基准相近"] },
    en: { clicks: [rail("Compare")], row: "Gui 13 Community", says: ["similar"] },
  },
  {
    story: "a season, and no change",
    zh: { clicks: [card("按期办结率")], says: ["示范区按期办结率没有可以确认的变化", "逐年有季节起伏：7 月前后最高、1 月前后最低，上下约 0.9 个百分点（p < 0.002）"] },
    en: { clicks: [card("On-time resolution rate")], says: ["no change beyond chance", "A season every year: highest around July, lowest around January, by about 0.9 pp either way (p < 0.002)"] },
  },
  {
    story: "a split",
    zh: { clicks: [line("丁06社区")], says: ["2025 年 7 月起为拆分后丁16社区、丁17社区的合计，沿用原边界。"] },
    en: { clicks: [line("Ding 06 Community")], says: ["From July 2025 the sum of Ding 16 Community and Ding 17 Community, on the old boundary."] },
  },
  {
    story: "oversize communities",
    zh: { clicks: [line("社区规模上限")], says: ["6 个社区超过 3,500 户", "甲09社区", "乙10社区", "丙04社区", "戊03社区", "己02社区", "壬11社区"] },
    en: { clicks: [line("Households per community")], says: ["6 communities have more than 3,500 households", "Jia 09", "Yi 10", "Bing 04", "Wu 03", "Ji 02", "Ren 11"] },
  },
  {
    story: "grids without a party group",
    zh: { clicks: [rail("组织")], says: ["583 个网格中 522 个有党小组，缺 61 个，其中 23 个在丁街道。"] },
    en: { clicks: [rail("Organisation")], says: ["522 of 583 grids have a party group; 61 have none, 23 of them in Ding Sub-district."] },
  },
  {
    story: "offices under the standard",
    zh: { clicks: [line("社区办公用房面积下限")], says: ["163 个社区中 42 个未达标（25.8%）：办公用房面积不足 600 平方米"] },
    en: { clicks: [line("Community office area: lower limit")], says: ["42 of 163 communities (25.8%) do not meet it: “Community office area” below 600 m²"] },
  },
  {
    story: "a sub-district that rises year by year",
    zh: { clicks: [], says: ["丙街道下沉事项街道办结率 91.9%（87.4–94.9），按五年合计水平（79.3%）推算多约 26 例，近五年总体呈上升趋势"] },
    en: { clicks: [], says: ["Bing Sub-district: Delegated matters completed by the sub-district 91.9% (87.4 to 94.9), about 26 more than at the rate of the five years together (79.3%), an upward trend over five years"] },
  },
  {
    story: "an unripe month",
    zh: { clicks: [], says: ["2026 年 4 月为初步数，未计入"], denies: ["54.5%"] },
    en: { clicks: [], says: ["April 2026 is provisional and left out"], denies: ["54.5%"] },
  },
  {
    story: "an unripe month is shown as what it is",
    zh: { clicks: [card("按期办结率")], row: "2026 年 4 月", says: ["初步数，后续可能调整", "54.5%"] },
    en: { clicks: [card("On-time resolution rate")], row: "April 2026", says: ["provisional", "54.5%"] },
  },
  {
    story: "returns that did not come",
    zh: { clicks: [rail("数据")], row: "戊12社区", says: ["缺报", "2024 年 7 月", "等 10 项"] },
    en: { clicks: [rail("Data")], row: "Wu 12 Community", says: ["not reported", "July 2024", "10 in all"] },
  },
  {
    story: "cells left blank in the wide layout",
    zh: { clicks: [rail("数据")], row: "无记录", says: ["己09社区", "2025 年 8 至 9 月"] },
    en: { clicks: [rail("Data")], row: "no record", says: ["Ji 09 Community", "August to September 2025"] },
  },
  {
    story: "what was not collected, cannot be, and is withheld",
    zh: { clicks: [rail("数据")], says: ["未采集", "便民热线接通率", "2023 年 5 至 12 月", "不适用", "庚16社区", "不公布", "注册志愿者"] },
    en: { clicks: [rail("Data")], says: ["not collected", "May to December 2023", "not applicable", "Geng 16 Community", "suppressed for confidentiality", "Registered volunteers"] },
  },
];

const plain = (text) => text.replace(/\s+/g, " ");

for (const { story, ...told } of STORIES) {
  for (const [lang, { clicks, row, says, denies = [] }] of Object.entries(told)) {
    test(`${lang}: ${story}, in ${clicks.length} clicks`, async () => {
      assert.ok(clicks.length <= MOST_CLICKS);
      await with_page(`?package=demo&lang=${lang}`, {}, async (page) => {
        await page.locator(".verify-group").first().waitFor();
        for (const click of clicks) {
          await click(page).click();
          await wait_for_state(page, "ready");
        }
        const place = row ? page.locator("main tbody tr", { hasText: row }).last() : page.locator("main");
        const text = plain(await place.innerText());
        for (const sentence of says) assert.ok(text.includes(sentence), `${sentence} is not in: ${text.slice(0, 3000)}`);
        for (const sentence of denies) assert.ok(!text.includes(sentence), `${sentence} is in: ${text.slice(0, 3000)}`);
      });
    });
  }
}
