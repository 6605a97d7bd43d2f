// The page starts on any static server, in any folder, and says what is wrong where it cannot.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, PREFIX, serve_site, sleep, visible_text, wait_for_state, with_page } from "./lib.mjs";

const built = fs.readdirSync(DIST);
const WASM = built.find((name) => name.endsWith("_bg.wasm"));
const DEFERRED = WASM.replace("_bg.wasm", "_deferred.wasm");
const GLUE = WASM.replace("_bg.wasm", ".js");
const BOOT = built.find((name) => /^boot-.*\.js$/.test(name));

// A failed page: its sentence in both languages, only that one, and links that lead to files.
async function check_trouble(page, { zh, en, not }) {
  const text = await visible_text(page);
  assert.match(text, zh);
  assert.match(text, en);
  if (not) assert.doesNotMatch(text, not);
  const links = await page.locator("#files a[href$='.csv']").evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.length > 0, "links to the data files");
  return links;
}

async function check_links(links) {
  for (const link of links) {
    const response = await fetch(link);
    assert.equal(response.status, 200, link);
    assert.match((await response.text()).slice(0, 200), /,/, link);
  }
}

test("starts in a sub-folder, and asks for each file once", async () => {
  await with_page("", {}, async (page, log) => {
    assert.equal(await page.locator("#boot").count(), 0, "the shell gave way");
    const paths = log.sent.map((request) => request.path);
    for (const name of ["index.html", WASM, GLUE, BOOT]) {
      assert.equal(paths.filter((path) => path === name).length, 1, name);
    }
  });
});

test("the policy is the first meta tag, and is the one that was decided", () => {
  const html = fs.readFileSync(path.join(DIST, "index.html"), "utf8");
  const first = html.match(/<meta[^>]*>/)[0];
  assert.match(first, /content-security-policy/i);
  assert.equal(
    first.match(/content="([^"]*)"/)[1],
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
  );
});

test("dist/ holds the site and nothing else", () => {
  const kinds = [/^index\.html$/, /^app-\w+\.js$/, /^app-\w+_bg\.wasm$/, /^app-\w+_deferred\.wasm$/, /^boot-\w+\.js$/, /^style-\w+\.css$/, /^later-\w+\.css$/, /^icon-\w+\.svg$/, /^data$/];
  for (const name of built) assert.ok(kinds.some((kind) => kind.test(name)), name);
  assert.equal(built.length, kinds.length);
});

// Starts a server and calls `use` with its address once it answers.
async function with_server(command, arguments_, options, address, use) {
  const server = spawn(command, arguments_, { stdio: "ignore", ...options });
  const ended = new Promise((done) => server.on("exit", done).on("error", done));
  try {
    for (let tries = 0; ; tries += 1) {
      if (await fetch(address).then((response) => response.ok, () => false)) break;
      assert.ok(tries < 100 && server.exitCode === null, `${command} does not serve ${address}`);
      await sleep(100);
    }
    await use();
  } finally {
    server.kill();
    await ended;
  }
}

// A folder with the site two levels down, as a publisher would have it beside other things.
function folder_with_site() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-"));
  fs.mkdirSync(path.join(folder, "some/where"), { recursive: true });
  fs.cpSync(DIST, path.join(folder, PREFIX), { recursive: true });
  // Another user may have to read it: a web server started as root does not stay root.
  fs.chmodSync(folder, 0o755);
  return folder;
}

async function free_port() {
  const site = await serve_site();
  await site.close();
  return new URL(site.address).port;
}

const PYTHON = spawnSync("python3", ["--version"]).status === 0;

test("starts under python3 -m http.server, in a sub-folder", { skip: PYTHON ? false : "python3 is not installed" }, async () => {
  const folder = folder_with_site();
  const port = await free_port();
  const address = `http://127.0.0.1:${port}${PREFIX}`;
  const arguments_ = ["-m", "http.server", port, "--bind", "127.0.0.1"];
  await with_server("python3", arguments_, { cwd: folder }, address, () => with_page("", { address }, async () => {}));
  fs.rmSync(folder, { recursive: true });
});

const NGINX = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"].find((file) => fs.existsSync(file));

test("starts under nginx, in a sub-folder", { skip: NGINX ? false : "nginx is not installed: sudo apt-get install nginx-light" }, async () => {
  const folder = folder_with_site();
  const port = await free_port();
  const address = `http://127.0.0.1:${port}${PREFIX}`;
  const state = fs.mkdtempSync(path.join(os.tmpdir(), "zhishe-nginx-"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${state};`);
  fs.writeFileSync(
    path.join(state, "nginx.conf"),
    `daemon off; pid ${state}/pid; error_log ${state}/error.log; events {}
     http { ${temporary.join(" ")} access_log off;
       types { text/html html; text/css css; text/javascript js; }
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const arguments_ = ["-p", state, "-c", path.join(state, "nginx.conf"), "-e", path.join(state, "error.log")];
  await with_server(NGINX, arguments_, {}, address, () => with_page("", { address }, async () => {}));
  fs.rmSync(folder, { recursive: true });
  fs.rmSync(state, { recursive: true });
});

test("starts where the server does not know WebAssembly's media type", async () => {
  for (const wasm_type of ["application/octet-stream", null]) {
    await with_page("?page=compare", { wasm_type }, (page) => page.locator("#main .compare").waitFor());
  }
});

test("from file:// it says that it needs a server", async () => {
  const address = pathToFileURL(path.join(DIST, "index.html")).href;
  await with_page("", { address, state: "failed", allow: [/file:/, /CORS|ERR_FAILED/] }, async (page) => {
    const links = await check_trouble(page, { zh: /不能直接从磁盘打开/, en: /cannot run straight from a folder/, not: /JavaScript/ });
    for (const link of links) assert.ok(fs.existsSync(new URL(link)), link);
  });
});

test("without JavaScript it says so, beside links that work", async () => {
  await with_page("", { javaScript: false, state: null }, async (page) => {
    await page.waitForLoadState();
    await check_links(await check_trouble(page, { zh: /需要 JavaScript/, en: /needs JavaScript/ }));
  });
});

test("without its first script it says what to do", async () => {
  await with_page("", { overrides: { [BOOT]: { status: 404 } }, state: null, allow: [/404/] }, async (page) => {
    await page.waitForLoadState();
    await check_trouble(page, { zh: /网页服务器/, en: /web server/, not: /需要 JavaScript/ });
  });
});

test("an altered WebAssembly file is refused", async () => {
  const altered = (original) => Buffer.concat([original, Buffer.from([0, 1, 0])]);
  await with_page("", { overrides: { [WASM]: altered }, state: "failed", allow: [/integrity|digest|Failed to fetch/i] }, async (page) => {
    await check_links(await check_trouble(page, { zh: /不是同一版本/, en: /another version/ }));
    assert.match(await visible_text(page), new RegExp(WASM));
  });
});

test("altered glue code is refused", async () => {
  const altered = (original) => Buffer.concat([original, Buffer.from("\n// altered\n")]);
  await with_page("", { overrides: { [GLUE]: altered }, state: "failed", allow: [/integrity|digest|Failed to/i] }, async (page) => {
    await check_trouble(page, { zh: /不是同一版本/, en: /another version/ });
  });
});

test("a server that answers a missing WebAssembly file with a page is seen through", async () => {
  const page_instead = { body: "<!doctype html><title>welcome</title>", headers: { "content-type": "text/html" } };
  await with_page("", { overrides: { [WASM]: page_instead }, state: "failed", allow: [/integrity|digest|Failed to fetch/i] }, async (page) => {
    await check_trouble(page, { zh: /不是同一版本/, en: /another version/ });
  });
});

for (const [name, file] of [["WebAssembly file", WASM], ["glue code", GLUE]]) {
  test(`a missing file is named: ${name}`, async () => {
    await with_page("", { overrides: { [file]: { status: 404 } }, state: "failed", allow: [/404|integrity|digest|Failed to/i] }, async (page) => {
      await check_links(await check_trouble(page, { zh: /有文件未能载入/, en: /could not be loaded/ }));
      assert.match(await visible_text(page), new RegExp(`${file}: HTTP 404`));
    });
  });
}

test("a connection that breaks off says that a file could not be loaded", async () => {
  await with_page("", { overrides: { [WASM]: { truncate_at: 1000 } }, state: "failed", allow: [/ERR_|integrity|digest|Failed to|cannot load/i] }, async (page) => {
    await check_trouble(page, { zh: /有文件未能载入/, en: /could not be loaded/ });
  });
});

// ---- the second file of the program -------------------------------------------------------------

const paths_of = (log) => log.sent.map(({ path }) => path);
const link_to = (page, name) => page.locator(".rail a", { hasText: name });

test("the first view asks for one file of the program, another page for the second, once", async () => {
  // Of a package that is not judged there are no findings, which would come after the first view.
  await with_page("?package=published", {}, async (page, log) => {
    await page.waitForLoadState("networkidle");
    assert.ok(!paths_of(log).includes(DEFERRED), "not for the first view");
    for (const name of ["对比", "总览", "数据", "对比"]) {
      await link_to(page, name).click();
      await wait_for_state(page, "ready", log);
      await page.locator("#main .page").waitFor();
    }
    await page.locator("#main .compare canvas").first().waitFor();
    assert.equal(paths_of(log).filter((path) => path === DEFERRED).length, 1);
    assert.equal(paths_of(log).filter((path) => path === WASM).length, 1);
  });
});

test("an address of another page asks for both files at once", async () => {
  // The second is asked for before the first has come.
  const late = (original) => ({ body: original, delay_ms: 500 });
  await with_page("?package=demo&page=compare", { overrides: { [WASM]: late } }, async (page, log) => {
    await page.locator("#main .compare canvas").first().waitFor();
    const [at, data_at] = [DEFERRED, "data/catalog.json"].map((name) => paths_of(log).indexOf(name));
    assert.ok(at >= 0 && at < data_at, paths_of(log).join(" "));
  });
});

test("whoever reaches for another page has its code fetched beforehand", async () => {
  for (const reach of [(link) => link.hover(), (link) => link.focus()]) {
    await with_page("?package=demo", {}, async (page, log) => {
      const asked = page.waitForRequest((request) => request.url().endsWith(DEFERRED));
      await reach(link_to(page, "对比"));
      await asked;
      await link_to(page, "对比").click();
      await page.locator("#main .compare canvas").first().waitFor();
      assert.equal(paths_of(log).filter((path) => path === DEFERRED).length, 1);
    });
  }
});

test("while the code of a page is on its way, the page says that it is loading", async () => {
  const late = (original) => ({ body: original, delay_ms: 1500 });
  await with_page("?package=demo", { overrides: { [DEFERRED]: late } }, async (page, log) => {
    await link_to(page, "对比").click();
    await wait_for_state(page, "loading", log);
    await page.locator(".progress").waitFor();
    await wait_for_state(page, "ready", log);
    await page.locator("#main .compare canvas").first().waitFor();
    assert.equal(await page.locator(".progress").count(), 0);
  });
});

for (const query of ["?package=demo", "?package=demo&page=compare"]) {
  const open = async (page) => {
    if (!query.includes("page=compare")) await link_to(page, "对比").click();
    await page.waitForFunction(() => document.documentElement.dataset.state === "failed");
  };

  test(`without its second file the page says so: ${query}`, async () => {
    const options = { overrides: { [DEFERRED]: { status: 404 } }, state: null, allow: [/404|integrity|digest|Failed to/i] };
    await with_page(query, options, async (page) => {
      await open(page);
      await check_links(await check_trouble(page, { zh: /有文件未能载入/, en: /could not be loaded/ }));
      assert.match(await visible_text(page), new RegExp(`${DEFERRED}: HTTP 404`));
    });
  });

  test(`an altered second file is refused: ${query}`, async () => {
    const altered = (original) => Buffer.concat([original, Buffer.from([0, 1, 0])]);
    const options = { overrides: { [DEFERRED]: altered }, state: null, allow: [/integrity|digest|Failed to/i] };
    await with_page(query, options, async (page) => {
      await open(page);
      await check_links(await check_trouble(page, { zh: /不是同一版本/, en: /another version/ }));
      assert.match(await visible_text(page), new RegExp(DEFERRED));
    });
  });
}

test("a second file that fails beforehand is asked for again when it is needed", async () => {
  let times = 0;
  // Twice: what fails once is asked for again at once, past the cache.
  const once = (original) => ((times += 1) <= 3 ? { status: 404 } : { body: original });
  const options = { overrides: { [DEFERRED]: once }, allow: [/404|integrity|digest|Failed to/i] };
  await with_page("?package=published", options, async (page) => {
    await link_to(page, "对比").hover();
    await page.waitForLoadState("networkidle");
    assert.ok(times > 0 && times <= 3, `${times} times`);
    times = 3;
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "ready");
    await link_to(page, "对比").click();
    await page.locator("#main .compare canvas").first().waitFor();
  });
});

test("findings whose code cannot be had cost the overview nothing else", async () => {
  let is_there = false;
  const gone = (original) => (is_there ? { body: original } : { status: 404 });
  const options = { overrides: { [DEFERRED]: gone }, allow: [/404|integrity|digest|Failed to/i] };
  await with_page("?package=demo&lang=zh", options, async (page) => {
    const line = page.locator(".findings-wait", { hasText: "未能读取" });
    await line.waitFor();
    assert.ok((await page.locator(".card").count()) >= 6, "the cards stand");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "ready");
    is_there = true;
    await line.locator("button").click();
    await page.locator(".verify-group").first().waitFor();
  });
});

for (const [what, name, answer, kind, sentence] of [
  ["of the overview", "data/demo/areas.csv", { status: 404 }, "file-missing", /没有这个文件（404）/],
  ["of the package", "data/demo/datapackage.json", "{", "broken-descriptor", /描述文件无法解读/],
  ["of the site", "data/catalog.json", "<!doctype html><p>welcome", "html-instead", /网页/],
]) {
  test(`a broken file ${what} is named even where the sentences of faults cannot be had`, async () => {
    let is_there = false;
    const gone = (original) => (is_there ? { body: original } : { status: 404 });
    const options = { overrides: { [DEFERRED]: gone, [name]: answer }, state: null, allow: [/404|integrity|digest|Failed to/i] };
    await with_page("?package=demo&lang=zh", options, async (page) => {
      const card = page.locator(".trouble", { hasText: name.split("/").pop() });
      await card.locator(".trouble-problem").waitFor();
      assert.equal(await card.locator(".trouble-problem").innerText(), kind);
      await page.waitForFunction(() => ["ready", "failed"].includes(document.documentElement.dataset.state));
      assert.equal(await page.locator("#trouble").count(), 0, "the rest of the page stays in reach");
      is_there = true;
      await card.locator("button").click();
      await card.locator(".trouble-cure").waitFor();
      assert.match(await card.locator(".trouble-problem").innerText(), sentence);
    });
  });
}

test("a site that was built in one file starts without a second", async () => {
  // What it lacks is the name of a second one; the address names a page of the first file.
  const whole = (original) => Buffer.from(String(original).replace(/ data-deferred="[^"]*"/, ""));
  await with_page("?page=overview", { overrides: { "index.html": whole } }, async (page, log) => {
    assert.ok(!paths_of(log).includes(DEFERRED));
  });
});

test("an old browser is told which versions will do", async () => {
  const init = () => {
    WebAssembly.validate = () => false;
  };
  await with_page("", { init, state: "failed" }, async (page) => {
    await check_trouble(page, { zh: /Safari 16\.4/, en: /too old/ });
  });
});

test("a panic covers the page and offers a way on", async () => {
  await with_page("?page=data", { allow: [/unreachable/] }, async (page) => {
    await page.evaluate(() => {
      const error = new WebAssembly.RuntimeError("unreachable");
      dispatchEvent(new ErrorEvent("error", { error, message: "unreachable" }));
    });
    await page.waitForFunction(() => document.documentElement.dataset.state === "failed");
    await check_trouble(page, { zh: /程序出错/, en: /has hit an error/ });
    assert.equal(await page.locator("#app").getAttribute("inert"), "", "what is underneath is out of reach");
    const covered = await page.evaluate(() => document.elementFromPoint(700, 20).closest("#trouble") !== null);
    assert.ok(covered, "the message covers the page");
    // Once only: whatever else falls over afterwards changes nothing.
    await page.evaluate(() => Promise.reject(new WebAssembly.RuntimeError("again")).catch(() => {}));
    await page.locator("#trouble a", { hasText: "从首页打开" }).click();
    await page.waitForFunction(() => document.documentElement.dataset.state === "ready");
    assert.equal(new URL(page.url()).search.includes("page=data"), false);
  });
});

test("a panic in a promise is seen too", async () => {
  await with_page("", { allow: [/unreachable/] }, async (page) => {
    await page.evaluate(() => {
      Promise.reject(new WebAssembly.RuntimeError("unreachable"));
    });
    await page.waitForFunction(() => document.documentElement.dataset.state === "failed");
    await check_trouble(page, { zh: /程序出错/, en: /has hit an error/ });
  });
});

test("an error that is no panic leaves the page alone", async () => {
  await with_page("", {}, async (page) => {
    await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new Error("an extension's") })));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), "ready");
  });
});

test("the message lists the packages that are there now", async () => {
  const catalog = JSON.stringify({ packages: [{ name: "own", path: "own/", title_zh: "本地", title_en: "Own" }] });
  const descriptor = JSON.stringify({ name: "own", resources: [{ name: "observations", path: ["2024.csv", "2025.csv"] }] });
  const overrides = { [WASM]: { status: 404 }, "data/catalog.json": catalog, "data/own/datapackage.json": descriptor };
  await with_page("", { overrides, state: "failed", allow: [/404|integrity|digest|Failed to/i] }, async (page) => {
    await page.locator("#files summary", { hasText: "本地 Own" }).waitFor();
    const links = await page.locator("#files a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual(links.map((link) => link.slice(link.indexOf("data/"))), [
      "data/own/datapackage.json",
      "data/own/2024.csv",
      "data/own/2025.csv",
    ]);
  });
});

test("language and theme hold before the first paint", async () => {
  const remember = () => {
    localStorage.setItem("zhishe.theme", "dark");
    localStorage.setItem("zhishe.lang", "en");
  };
  for (const [query, more, expected] of [
    ["", {}, { language: "zh-CN" }],
    ["", { language: "fr-FR" }, { language: "en" }],
    ["?lang=en&theme=dark", {}, { language: "en", theme: "dark" }],
    ["", { init: remember }, { language: "en", theme: "dark" }],
    ["?lang=zh&theme=system", { init: remember }, { language: "zh-CN" }],
  ]) {
    // The application never comes: what is seen is the shell.
    const options = { overrides: { [WASM]: { delay_ms: 60_000 } }, state: null, ...more };
    await with_page(query, options, async (page) => {
      await page.waitForLoadState("domcontentloaded");
      const { language, theme, state } = await page.evaluate(() => ({ language: document.documentElement.lang, ...document.documentElement.dataset }));
      assert.deepEqual({ language, theme, state }, { theme: undefined, state: "loading", ...expected }, query);
      assert.match(await visible_text(page), /^知社 正在载入 Loading$/);
    });
  }
});
