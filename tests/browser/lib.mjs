// What the browser tests stand on: a static server of the built site that can misbehave on request,
// and a page that is watched. Every page asks only its own server, logs nothing and breaks no
// policy, or its test fails; a test that provokes trouble says which with `allow`.

import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { after } from "node:test";
import { chromium } from "playwright-core";

// ZHISHE_DIST names another folder with a built site, say one that no build is just writing to.
export const DIST = process.env.ZHISHE_DIST
  ? path.resolve(process.env.ZHISHE_DIST)
  : fileURLToPath(new URL("../../dist/", import.meta.url));
export const PREFIX = "/some/where/zhishe/";

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// The one thing that a sound page may log: Chromium checks integrity at use, not at preload, and
// says so.
// And it mourns a file that was still on its way when the reader left the page.
const ALWAYS_ALLOWED = [/preload.*integrity|integrity.*preload/i, /Fetch API cannot load \S+_deferred\.wasm\. ?$/];

// Serves dist/ under a sub-path. Options:
//   folder     another folder than dist/
//   prefix     where the site stands (PREFIX)
//   overrides  { "data/catalog.json": answer }, an answer being { status, headers, body, truncate_at,
//              delay_ms } or a function from the file's bytes to one; a body alone will do. truncate_at
//              ends the connection after so many bytes.
//   wasm_type  another media type for WebAssembly; null sends none
//   throttle   { bytes_per_second, latency_ms }, shared by all connections
//   compress   answers in brotli
// `requests` collects { path, status, body }, the body as it was before compression.
export async function serve_site(options = {}) {
  const prefix = options.prefix ?? PREFIX;
  const folder = options.folder ?? DIST;
  const overrides = options.overrides ?? {};
  const requests = [];
  let line_is_free_at = 0;

  async function send(response, bytes, truncate_at) {
    const end = truncate_at ?? bytes.length;
    const rate = (options.throttle?.bytes_per_second ?? Infinity) / 1000;
    const step = Number.isFinite(rate) ? Math.max(1024, Math.round(rate * 10)) : end;
    for (let at = 0; at < end; at += step) {
      const slice = bytes.subarray(at, Math.min(at + step, end));
      const now = performance.now();
      line_is_free_at = Math.max(now, line_is_free_at) + slice.length / rate;
      if (line_is_free_at > now + 1) await sleep(line_is_free_at - now);
      if (response.destroyed) return;
      response.write(slice);
    }
    if (end < bytes.length) {
      // What was written has to leave before the connection is cut.
      await sleep(50);
      response.destroy();
    } else {
      response.end();
    }
  }

  async function answer(request, response) {
    const pathname = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : null;
    if (name === "" || name?.endsWith("/")) name += "index.html";
    const file = name === null ? null : path.join(folder, name);
    const exists = file !== null && fs.existsSync(file) && fs.statSync(file).isFile();
    const original = exists ? fs.readFileSync(file) : null;

    let given = name === null ? undefined : overrides[name];
    if (typeof given === "function") given = await given(original);
    if (typeof given === "string" || Buffer.isBuffer(given)) given = { body: given };
    const status = given?.status ?? (original === null && given?.body === undefined ? 404 : 200);
    const body = Buffer.from(given?.body ?? (status === 200 ? original : "no such file"));
    requests.push({ path: name ?? pathname, status, body });

    const extension = path.extname(name ?? "");
    let type = status === 200 ? TYPES[extension] : "text/plain";
    if (extension === ".wasm" && options.wasm_type !== undefined) type = options.wasm_type;
    const headers = { "cache-control": "no-cache", ...(type ? { "content-type": type } : {}), ...given?.headers };

    const wait_ms = (options.throttle?.latency_ms ?? 0) + (given?.delay_ms ?? 0);
    if (wait_ms > 0) await new Promise((done) => setTimeout(done, wait_ms).unref());
    const bytes = options.compress ? brotli(body) : body;
    if (options.compress) headers["content-encoding"] = "br";
    headers["content-length"] = bytes.length;
    response.writeHead(status, headers);
    if (request.method === "HEAD") response.end();
    else await send(response, bytes, given?.truncate_at);
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}${prefix}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const compressed = new Map();

// As a web server would have compressed it beforehand: quality 11, window 22.
export function brotli(body) {
  const key = crypto.createHash("sha256").update(body).digest("hex");
  if (compressed.has(key)) return compressed.get(key);
  const bytes = zlib.brotliCompressSync(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 22,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  compressed.set(key, bytes);
  return bytes;
}

let browser = null;

export async function open_browser() {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return browser;
}

export async function close_browser() {
  await (await browser)?.close();
  browser = null;
}

// Opens the site at a query ("?page=compare", or "") and hands over the page and its log. Options,
// beside those of serve_site:
//   address        another server's, in place of one of our own
//   state          what data-state has to become: "ready" (the default), "failed", null not to wait
//   allow          patterns of messages and errors that this test provokes
//   width, height, scale, language, color_scheme, javaScript   the reader's machine
//   init           a function to run in the page before anything else
//   prepare        async (page, context) => {}: before the page is opened
// The log has requests (addresses), messages (console), errors (exceptions), violations (of the
// policy), and sent, what the server answered.
export async function with_page(query, options, use) {
  const site = options.address === undefined ? await serve_site(options) : null;
  const address = options.address ?? site.address;
  const context = await (await open_browser()).newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    deviceScaleFactor: options.scale ?? 1,
    hasTouch: options.hasTouch ?? false,
    locale: options.language ?? "zh-CN",
    colorScheme: options.color_scheme ?? "light",
    javaScriptEnabled: options.javaScript ?? true,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const log = { requests: [], messages: [], errors: [], violations: [], sent: site?.requests ?? [] };
  try {
    await context.exposeBinding("report_violation", (_, violation) => log.violations.push(violation));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        window.report_violation(`${event.effectiveDirective}: ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
      });
    });
    if (options.init) await context.addInitScript(options.init);
    const page = await context.newPage();
    page.on("request", (request) => log.requests.push(request.url()));
    page.on("console", (message) => {
      if (!["error", "warning", "assert"].includes(message.type())) return;
      const { url } = message.location();
      log.messages.push(url && !message.text().includes(url) ? `${message.text()} (${url})` : message.text());
    });
    page.on("pageerror", (error) => log.errors.push(String(error)));
    if (options.prepare) await options.prepare(page, context);

    await page.goto(address + query, { waitUntil: "commit" });
    const state = options.state === undefined ? "ready" : options.state;
    if (state !== null) await wait_for_state(page, state, log);
    await use(page, log);
    assert_quiet(log, new URL(address), options.allow ?? []);
  } finally {
    await context.close();
    await site?.close();
  }
}

export async function wait_for_state(page, state, log = null) {
  try {
    await page.waitForFunction(
      (wanted) => document.documentElement?.dataset.state === wanted,
      state,
      { timeout: 20_000 },
    );
  } catch (error) {
    const found = await page.evaluate(() => document.documentElement?.dataset.state);
    const heard = log === null ? "" : [...log.messages, ...log.errors].join("\n");
    throw new Error(`the page is "${found}", not "${state}"\n${heard}`, { cause: error });
  }
}

function assert_quiet(log, address, allow) {
  const allowed = [...ALWAYS_ALLOWED, ...allow];
  const unexpected = (lines) => lines.filter((line) => !allowed.some((pattern) => pattern.test(line)));
  const own = (request) => {
    const { protocol, origin } = new URL(request);
    return protocol === "blob:" || protocol === "data:" || (protocol === address.protocol && origin === address.origin);
  };
  assert.deepEqual(log.requests.filter((request) => !own(request)), [], "requests to another host");
  assert.deepEqual(log.violations, [], "violations of the content security policy");
  assert.deepEqual(unexpected(log.messages), [], "console messages");
  assert.deepEqual(unexpected(log.errors), [], "exceptions");
}

// The text that a reader sees, white space folded.
export async function visible_text(page, selector = "body") {
  return (await page.locator(selector).innerText()).replace(/\s+/g, " ").trim();
}

// The rows of a CSV by the names in its header; quoted cells, either line end, a byte-order mark.
export function parse_csv(text) {
  const rows = [[""]];
  let quoted = false;
  for (const { 0: token } of text.replace(/^\uFEFF/, "").matchAll(/""|"|,|\r?\n|[^",\r\n]+|\r/g)) {
    const row = rows.at(-1);
    if (token === '""') row[row.length - 1] += quoted ? '"' : "";
    else if (token === '"') quoted = !quoted;
    else if (quoted || !/^(,|\r?\n)$/.test(token)) row[row.length - 1] += token;
    else if (token === ",") row.push("");
    else rows.push([""]);
  }
  const [header, ...body] = rows;
  return body.filter((row) => row.length > 1).map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
}

let gb18030_codes = null;

// A text in GB18030: one byte, two, or four.
export function gb18030(text) {
  if (gb18030_codes === null) {
    const decoder = new TextDecoder("gb18030");
    gb18030_codes = new Map();
    const add = (...bytes) => gb18030_codes.set(decoder.decode(Uint8Array.from(bytes)), bytes);
    const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    for (const one of range(0x81, 0x84)) {
      for (const two of range(0x30, 0x39)) for (const three of range(0x81, 0xfe)) for (const four of range(0x30, 0x39)) add(one, two, three, four);
    }
    for (const lead of range(0x81, 0xfe)) for (const trail of [...range(0x40, 0x7e), ...range(0x80, 0xfe)]) add(lead, trail);
    for (const byte of range(0, 0x7f)) add(byte);
  }
  return Buffer.from([...text].flatMap((character) => gb18030_codes.get(character)));
}

// Picks an entry of the export menu of a chart or table: "png-2", "svg", "csv", "csv-plain", "json",
// "tabbed", "embed". `scope` is a locator or a selector of the menu or of what it is in.
export async function pick_export(page, scope, entry) {
  const within = typeof scope === "string" ? page.locator(scope).first() : scope;
  const menu = within.and(page.locator(".menu")).or(within.locator(".menu")).first();
  await menu.locator(".menu-button").click();
  await menu.locator(`[data-export="${entry}"]`).click();
}

// The same where a file comes of it.
export async function exported(page, scope, entry) {
  const [download] = await Promise.all([page.waitForEvent("download"), pick_export(page, scope, entry)]);
  return download;
}

// What a column of a reader's own table is, by a text in its row.
export const column_role = (page, column) =>
  page.locator(".own-columns tr", { hasText: column }).locator("select[name=role]").first();

// Marks two columns of a reader's own table as one share under a name.
export async function mark_share(page, numerator, denominator, name) {
  await column_role(page, numerator).selectOption({ label: "Figures · Numerator" });
  await column_role(page, denominator).selectOption({ label: "Figures · Denominator" });
  const first = page.locator(".own-role input").first();
  await first.fill(name);
  await first.press("Tab");
}

// Every test file closes the browser it opened; outside of a test run this does nothing.
if (process.env.NODE_TEST_CONTEXT) after(close_browser);
