// A package in a zip is checked in the page like its folder: packed as programs pack it, nothing asked
// for, and every archive that cannot be read told with its reason.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import zlib from "node:zlib";
import { DIST, gb18030, with_page } from "./lib.mjs";

const demo = path.join(DIST, "data/demo");

// The checksum of a zip, bit by bit: older Node has none of its own.
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ -1) >>> 0;
}

const number = (bytes, value) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

// Files of [name, bytes, flags?]; a name that is no text is written as its bytes are.
function zip(files) {
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [name, bytes, flags = 0x800] of files) {
    const packed = zlib.deflateRawSync(bytes);
    const label = Buffer.from(name);
    const about = Buffer.concat([number(2, flags), number(2, 8), number(4, 0), number(4, crc32(bytes)), number(4, packed.length), number(4, bytes.length), number(2, label.length), number(2, 0)]);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), number(2, 20), about, label, packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), number(2, 20), number(2, 20), about, number(2, 0), number(2, 0), number(2, 0), number(4, 0), number(4, at), label]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([Buffer.from("PK\x05\x06"), number(2, 0), number(2, 0), number(2, files.length), number(2, files.length), number(4, listed.length), number(4, at), number(2, 0)]);
  return Buffer.concat([...parts, listed, end]);
}

const file = (name, buffer) => ({ name, mimeType: "application/zip", buffer });

async function check_own(page, log, files) {
  const asked = log.requests.length;
  const result = page.locator(".check-result");
  await page.locator("input[name=own-files]").setInputFiles(files);
  await page.waitForFunction(() => {
    const text = document.querySelector(".check-result").innerText;
    const is_same = text === window.last_text && text !== "" && !/正在读取|Loading/.test(text);
    window.last_text = text;
    return is_same;
  }, null, { polling: 500 });
  await page.evaluate(() => { window.last_text = null; });
  assert.deepEqual(log.requests.slice(asked).filter((address) => !address.startsWith("blob:")), [], "nothing is asked for");
  const rows = await result.locator("table.faults:not(.notes-table) tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  return { rows, text: await result.innerText() };
}

function package_files(inside) {
  const found = [];
  const walk = (folder, prefix) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(place, `${prefix}${entry.name}/`);
      else found.push([`${inside}${prefix}${entry.name}`, fs.readFileSync(place)]);
    }
  };
  walk(demo, "");
  return found;
}

test("a package in a zip is checked like its folder, and what cannot be unpacked says why", async () => {
  await with_page("?package=published&page=data", {}, async (page, log) => {
    const sound = await check_own(page, log, [file("示范区.zip", zip(package_files("mydistrict/")))]);
    assert.deepEqual(sound.rows, [], sound.text);
    assert.match(sound.text, /mydistrict\/areas\.csv/);

    // One cell wrong: the file, the line and the column are told as ever. Names in GBK.
    const files = package_files("示范区/").map(([name, bytes]) => {
      const text = bytes.toString();
      const bad = name.endsWith("areas.csv") ? Buffer.from(text.replace("community", "commune")) : bytes;
      return [gb18030(name), bad, 0];
    });
    const broken = await check_own(page, log, [file("a.zip", zip(files))]);
    const row = broken.rows.find((cells) => cells[0] === "示范区/areas.csv" && cells[2] === "level");
    assert.ok(row, broken.text);
    assert.equal(row[3], "commune");

    const secret = zip([["a.csv", Buffer.from("x\n1\n"), 0x801]]);
    const cut = zip([["a.csv", Buffer.from("x\n1\n")]]).subarray(0, 60);
    const book = zip([["[Content_Types].xml", Buffer.from("<x/>")]]);
    const above = zip([["../a.csv", Buffer.from("x\n1\n")]]);
    const gz = zlib.gzipSync("indicator,area_code,period,value\nx,610113,2024,1x\n");
    const given = [["secret.zip", secret], ["cut.zip", cut], ["book.xlsx", book], ["above.zip", above], ["one.csv.gz", gz]];
    const { rows, text } = await check_own(page, log, given.map(([name, bytes]) => file(name, bytes)));
    const told = (name, problem) => assert.ok(rows.some((cells) => cells[0] === name && problem.test(cells[4])), `${name}: ${text}`);
    told("a.csv", /加密/);
    told("cut.zip", /损坏/);
    told("book.xlsx", /Excel 工作簿/);
    told("above.zip", /文件夹之外/);
    told("one.csv", /不是数字/);
  });
});
