// Starts the application, and says so in plain words when it cannot.
//
// A classic script: modules are blocked on file://, and a reader who opens the page that way has to
// be told. It holds no sentence; those stand in index.html, one group for each reason. It knows
// nothing of what the application shows.
(function () {
  "use strict";

  const root = document.documentElement;

  // The static sentences are for when this script does not run. They are hidden by the style sheet
  // as soon as it does, before the first paint.
  root.dataset.boot = "running";

  // Language and theme as the address has them, or the last visit, or the system, in that order: the
  // application decides the same way, so that the first paint is right.
  function chosen(key, allowed) {
    const asked = new URLSearchParams(location.search).get(key);
    if (allowed.includes(asked)) return asked;
    // Reading storage throws where a browser blocks it.
    try {
      const kept = localStorage.getItem("zhishe." + key);
      return allowed.includes(kept) ? kept : null;
    } catch (blocked) {
      return null;
    }
  }

  const theme = chosen("theme", ["light", "dark", "system"]);
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const of_browser = /^zh/i.test(navigator.language || "zh") ? "zh" : "en";
  root.lang = (chosen("lang", ["zh", "en"]) || of_browser) === "zh" ? "zh-CN" : "en";

  // Chrome and Edge 97, Firefox 102, Safari 16.4: the first with WebAssembly SIMD (91, 89, 16.4) that
  // also know 'wasm-unsafe-eval' in a content security policy (97, 102, 16). index.html names them.
  // The module is one function that makes a vector of a number and drops it.
  const SIMD_MODULE = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, // magic number, version 1
    1, 4, 1, 96, 0, 0, // one type: nothing to nothing
    3, 2, 1, 0, // one function of it
    10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11, // i32.const 0, i8x16.splat, drop, end
  ]);

  function browser_can() {
    return typeof WebAssembly === "object" && WebAssembly.validate(SIMD_MODULE);
  }

  // Why the page cannot start: one of the groups in index.html, and a line for whoever mends it.
  class Trouble extends Error {
    constructor(reason, detail) {
      super(detail);
      this.reason = reason;
    }
  }

  // After a failed load: was the file missing, or was it another than the page was built with?
  // Neither fetch nor import says; asking again without the check does.
  async function trouble_with(address) {
    const name = new URL(address).pathname.split("/").pop();
    let response;
    try {
      response = await fetch(address, { cache: "reload" });
      if (!response.ok) return new Trouble("missing", name + ": HTTP " + response.status);
      // To the end: a connection that breaks off is no altered file.
      await response.arrayBuffer();
    } catch (unreachable) {
      return new Trouble("missing", name);
    }
    return new Trouble("changed", name);
  }

  // With the integrity and the credentials of the preload, so that the two are one request.
  async function fetch_wasm(address, integrity) {
    const options = { credentials: "same-origin", integrity: integrity };
    let response;
    try {
      response = await fetch(address, options);
    } catch (first) {
      // A cache may hold the same name from an earlier build: its bytes are worth a second look.
      try {
        response = await fetch(address, Object.assign({ cache: "reload" }, options));
      } catch (second) {
        throw await trouble_with(address);
      }
    }
    if (!response.ok) throw await trouble_with(address);
    // Only a response of the right type can be compiled while it arrives; servers that do not know
    // the type are served too.
    const type = response.headers.get("content-type") || "";
    return type.startsWith("application/wasm") ? response : response.arrayBuffer();
  }

  const app = () => document.querySelector('meta[name="app"]').dataset;
  const address_of = (name) => new URL(name, new URL(app().base, document.baseURI)).href;

  // The code of pages that the first view does not show is a file of its own (web/split.mjs), which
  // the application asks for when it opens one. A site that was built without has all code in one.
  let deferred_file = null;
  function fetch_deferred() {
    const { deferred, deferredIntegrity } = app();
    if (deferred === undefined) return null;
    deferred_file ??= fetch_wasm(address_of(deferred), deferredIntegrity);
    // Asked for beforehand it fails in silence, and is asked for again once it is needed.
    deferred_file.catch(() => (deferred_file = null));
    return deferred_file;
  }

  // Its style sheet stands before that of the first view, which has the last word.
  let deferred_style = null;
  function fetch_style() {
    const name = document.querySelector('meta[name="later-style"]').content;
    deferred_style ??= new Promise((resolve, reject) => {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = address_of(name);
      sheet.addEventListener("load", resolve);
      sheet.addEventListener("error", async () => {
        deferred_style = null;
        sheet.remove();
        reject(await trouble_with(sheet.href));
      });
      document.querySelector('link[rel="stylesheet"]').before(sheet);
    });
    // As with the code.
    deferred_style.catch(() => {});
    return deferred_style;
  }

  let program = null;
  let deferred_code = null;
  async function instantiate_deferred() {
    const [source, shared] = await Promise.all([fetch_deferred(), program, fetch_style()]);
    if (source instanceof Response) await WebAssembly.instantiateStreaming(source, { _: shared });
    else if (source !== null) await WebAssembly.instantiate(source, { _: shared });
  }
  // In silence where a page stands without it: what failed so is tried again where it is needed.
  window.load_deferred_code = (in_silence) => {
    deferred_code ??= instantiate_deferred();
    deferred_code.catch(in_silence ? () => (deferred_code = null) : show_error);
    return deferred_code;
  };

  // Whoever reaches for another page will need its code.
  for (const kind of ["pointerover", "focusin"]) {
    addEventListener(kind, (event) => {
      if (event.target instanceof Element && event.target.closest('a[href*="page="]')) {
        fetch_deferred();
        fetch_style();
      }
    });
  }

  async function import_glue(address) {
    try {
      return await import(address);
    } catch (error) {
      if (error instanceof SyntaxError) throw new Trouble("start", String(error));
      throw await trouble_with(address);
    }
  }

  async function start() {
    if (location.protocol === "file:") throw new Trouble("file", "");
    if (!browser_can()) throw new Trouble("browser", "WebAssembly SIMD");
    const { wasm, js } = app();
    const preload = document.querySelector('link[rel="preload"][href$="' + wasm + '"]');
    // An address that names a page names another than the first.
    if (new URLSearchParams(location.search).has("page")) {
      fetch_deferred();
      fetch_style();
    }
    const [source, glue] = await Promise.all([
      fetch_wasm(address_of(wasm), preload ? preload.integrity : ""),
      import_glue(address_of(js)),
    ]);
    return glue.default({ module_or_path: source });
  }

  // A list from the catalogue as it is now: a publisher may have replaced the packages that the
  // page was built with. What the page was built with stays where that cannot be had.
  async function refresh_files(files) {
    const read = async (address) => {
      const response = await fetch(address, { cache: "no-cache" });
      if (!response.ok) throw new Error(address.href);
      return response.json();
    };
    const item = (address, text) => {
      const link = document.createElement("a");
      link.href = address.href;
      link.textContent = text;
      const line = document.createElement("li");
      line.append(link);
      return line;
    };
    const catalog_address = new URL("data/catalog.json", document.baseURI);
    const catalog = await read(catalog_address);
    const groups = await Promise.all(catalog.packages.map(async (entry) => {
      const folder = new URL(entry.path.replace(/\/*$/, "/"), catalog_address);
      const address = new URL("datapackage.json", folder);
      const group = document.createElement("details");
      const title = document.createElement("summary");
      title.textContent = [entry.title_zh, entry.title_en].filter(Boolean).join(" ") || entry.path;
      const list = document.createElement("ul");
      list.append(item(address, "datapackage.json"));
      group.append(title, list);
      try {
        for (const resource of (await read(address)).resources) {
          for (const path of [].concat(resource.path)) list.append(item(new URL(path, address), path));
        }
      } catch (unreadable) {
        // The descriptor's own link stays: it shows what is wrong with it.
      }
      return group;
    }));
    files.replaceChildren(...groups);
  }

  let trouble_section = null;
  let failed = false;

  function show(reason, detail) {
    if (failed) return;
    failed = true;
    root.dataset.state = "failed";
    root.dataset.boot = "failed";

    const section = trouble_section;
    for (const group of section.querySelectorAll("[data-reason]")) {
      group.hidden = group.dataset.reason !== reason;
    }
    const line = section.querySelector("#trouble-detail");
    line.textContent = detail;
    line.hidden = detail === "";
    section.querySelector("#trouble-actions").hidden = reason === "file" || reason === "browser";
    section.querySelector("#trouble-reload").addEventListener("click", () => location.reload());
    section.setAttribute("role", "alert");

    const loading = document.getElementById("boot-loading");
    if (loading !== null) loading.hidden = true;
    if (!section.isConnected) {
      // The application has taken the shell's place: what it shows stays, out of reach, underneath.
      for (const element of document.body.children) element.inert = true;
      section.classList.add("overlay");
      document.body.append(section);
    }
    section.focus();
    if (reason !== "file") refresh_files(section.querySelector("#files")).catch(() => {});
  }

  function show_error(error) {
    if (error instanceof Trouble) {
      show(error.reason, error.message);
    } else if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
      show("panic", String(error));
    } else {
      show("start", String(error));
    }
  }

  // A Rust panic ends in a WebAssembly trap; afterwards nothing the application does can be trusted.
  function on_error(error) {
    if (typeof WebAssembly !== "object" || !(error instanceof WebAssembly.RuntimeError)) return;
    show("panic", String(error));
  }
  addEventListener("error", (event) => on_error(event.error));
  addEventListener("unhandledrejection", (event) => on_error(event.reason));

  document.addEventListener("DOMContentLoaded", () => {
    trouble_section = document.getElementById("trouble");
    document.getElementById("boot-loading").hidden = false;
    program = start();
    program.catch(show_error);
  });
})();
