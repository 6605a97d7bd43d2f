// Cuts the program in two: what the first view can reach, and what only deferred pages need.
//
//   node web/split.mjs LINKED STAGED_FOLDER
//   node web/split.mjs LINKED --why PATTERN    how the first file comes to need functions named so
//
// LINKED is the module as the linker wrote it, with its relocations; they say exactly which function
// and which constant each function refers to, be it by a call, by an address or by a table of
// functions. STAGED_FOLDER holds the site that was made of it. What is reached without going through
// a function named `deferred_…` stays in the first file, everything else goes to the second. The
// first file calls the second through the table of functions: a place there that belongs to the
// second traps until it is fetched, and the second fills it when it is instantiated. So it is with
// constants: of those that the first does not reach, texts above all, it has nothing but zeros, and the
// second brings them.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import binaryen from "binaryen";

const DEFERRED = /\ddeferred_/;

const CUSTOM = 0, IMPORT = 2, EXPORT = 7, START = 8, ELEMENT = 9, CODE = 10, DATA = 11, DATA_COUNT = 12;

class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }
  byte() {
    return this.bytes[this.at++];
  }
  // A signed number is read only where it is an address: then it is none below zero.
  number() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.byte();
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }
  text() {
    const length = this.number();
    return Buffer.from(this.bytes.subarray(this.at, (this.at += length))).toString();
  }
  *items() {
    for (let left = this.number(); left > 0; left -= 1) yield this;
  }
  limits() {
    const flags = this.byte();
    this.number();
    if (flags & 1) this.number();
  }
}

function* sections(bytes) {
  for (const reader = new Reader(bytes, 8); reader.at < bytes.length; ) {
    const from = reader.at;
    const kind = reader.byte();
    const length = reader.number();
    const body = new Reader(bytes, reader.at, reader.at + length);
    reader.at += length;
    const name = kind === CUSTOM ? body.text() : "";
    yield { kind, name, body, from, to: reader.at };
  }
}

function without(bytes, kinds) {
  const kept = [...sections(bytes)].filter(({ kind }) => !kinds.includes(kind));
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ from, to }) => bytes.subarray(from, to))]);
}

// ---- what the first file reaches ----------------------------------------------------------------

// Of the module as linked: bodies of functions, contents of data segments (both as places in their
// section, as relocations have them), the table of functions, and what the outside may call.
function read_linked(bytes) {
  const linked = { imported: 0, bodies: [], segments: [], addresses: [], slots: [], roots: [], symbols: [], relocations: {} };
  for (const { kind, name, body } of sections(bytes)) {
    const start = body.at;
    if (kind === IMPORT) linked.imported = count_imported_functions(body);
    if (kind === EXPORT) {
      for (const _ of body.items()) {
        body.text();
        const is_function = body.byte() === 0;
        const index = body.number();
        if (is_function) linked.roots.push(index);
      }
    }
    if (kind === START) linked.roots.push(body.number());
    if (kind === ELEMENT) linked.slots = read_slots(body);
    if (kind === CODE) {
      for (const _ of body.items()) {
        const length = body.number();
        linked.bodies.push({ from: body.at - start, to: body.at - start + length });
        body.at += length;
      }
    }
    if (kind === DATA) {
      for (const _ of body.items()) {
        if (body.number() !== 0) throw new Error("a data segment of another form");
        linked.addresses.push(skip_constant(body));
        const length = body.number();
        linked.segments.push(body.at - start);
        body.at += length;
      }
    }
    if (name === "linking") linked.symbols = read_symbols(body);
    if (name === "reloc.CODE" || name === "reloc.DATA") linked.relocations[name] = read_relocations(body);
  }
  return linked;
}

function count_imported_functions(body) {
  let count = 0;
  for (const _ of body.items()) {
    body.text();
    body.text();
    const kind = body.byte();
    if (kind === 0) {
      body.number();
      count += 1;
    } else if (kind === 1) {
      body.byte();
      body.limits();
    } else if (kind === 2) {
      body.limits();
    } else if (kind === 3) {
      body.at += 2;
    } else {
      throw new Error(`an import of kind ${kind}`);
    }
  }
  return count;
}

// i32.const, end
function skip_constant(body) {
  if (body.byte() !== 0x41) throw new Error("a segment whose place is no constant");
  const value = body.number();
  if (body.byte() !== 0x0b) throw new Error("a segment whose place is no constant");
  return value;
}

// Function by slot of the table.
function read_slots(body) {
  const slots = [];
  for (const _ of body.items()) {
    if (body.number() !== 0) throw new Error("an element segment of another form");
    let slot = skip_constant(body);
    for (const _ of body.items()) slots[slot++] = body.number();
  }
  return slots;
}

// https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md
const FUNCTION_SYMBOL = 0, DATA_SYMBOL = 1, SECTION_SYMBOL = 3;
const UNDEFINED = 0x10, EXPLICIT_NAME = 0x40;

function read_symbols(body) {
  const symbols = [];
  body.number(); // version
  while (body.at < body.end) {
    const kind = body.byte();
    const length = body.number();
    const table = new Reader(body.bytes, body.at, body.at + length);
    body.at += length;
    if (kind !== 8) continue;
    for (const _ of table.items()) symbols.push(read_symbol(table));
  }
  return symbols;
}

function read_symbol(table) {
  const kind = table.byte();
  const flags = table.number();
  if (kind === SECTION_SYMBOL) return { kind, section: table.number() };
  if (kind !== DATA_SYMBOL) {
    const index = table.number();
    const named = !(flags & UNDEFINED) || flags & EXPLICIT_NAME;
    return { kind, index, name: named ? table.text() : "" };
  }
  const name = table.text();
  if (flags & UNDEFINED) return { kind, name, length: 0 };
  return { kind, name, segment: table.number(), offset: table.number(), length: table.number() };
}

// Kinds of relocation that carry a number to add.
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

// In the order of their places.
function read_relocations(body) {
  const relocations = [];
  body.number(); // section
  for (const _ of body.items()) {
    const kind = body.byte();
    const at = body.number();
    const symbol = body.number();
    if (WITH_ADDEND.has(kind)) body.number();
    // 6: the symbol is a type.
    if (kind !== 6) relocations.push({ at, symbol });
  }
  return relocations.sort((one, other) => one.at - other.at);
}

// Everything that is reached without a deferred function: { functions, constants }, each a map from
// an index (of a function, of a symbol) to what it was first reached from.
function reach(linked, deferred) {
  const functions = new Map(), constants = new Map();
  // Bodies and contents still to be looked through: a section, a place in it, and whose it is.
  const queue = [];
  const reach_symbol = (at, from) => {
    const { kind, index, segment, offset, length } = linked.symbols[at];
    if (kind === FUNCTION_SYMBOL) reach_function(index, from);
    if (kind !== DATA_SYMBOL || constants.has(at)) return;
    constants.set(at, from);
    const start = linked.segments[segment] + offset;
    if (length > 0) queue.push({ section: "reloc.DATA", from: start, to: start + length, owner: { constant: at } });
  };
  const reach_function = (index, from) => {
    if (functions.has(index) || deferred.has(index)) return;
    functions.set(index, from);
    const body = linked.bodies[index - linked.imported];
    if (body !== undefined) queue.push({ section: "reloc.CODE", ...body, owner: { function: index } });
  };

  for (const index of linked.roots) reach_function(index, null);
  for (const symbol of of_no_constant(linked)) reach_symbol(symbol, null);
  for (let at = 0; at < queue.length; at += 1) {
    const { section, from, to, owner } = queue[at];
    const relocations = linked.relocations[section];
    for (let next = first_at_or_after(relocations, from); relocations[next]?.at < to; next += 1) {
      reach_symbol(relocations[next].symbol, owner);
    }
  }
  return { functions, constants };
}

// Symbols that data refer to where no symbol covers them: those might be read by anyone.
function of_no_constant(linked) {
  const covered = linked.symbols
    .filter(({ kind, length }) => kind === DATA_SYMBOL && length > 0)
    .map(({ segment, offset, length }) => ({ from: linked.segments[segment] + offset, length }))
    .sort((one, other) => one.from - other.from);
  let next = 0, covered_to = 0;
  const found = [];
  for (const { at, symbol } of linked.relocations["reloc.DATA"]) {
    for (; covered[next]?.from <= at; next += 1) {
      covered_to = Math.max(covered_to, covered[next].from + covered[next].length);
    }
    if (at >= covered_to) found.push(symbol);
  }
  return found;
}

function first_at_or_after(relocations, place) {
  let [low, high] = [0, relocations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (relocations[middle].at < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Where in memory the constants lie that nothing but deferred functions reaches: [from, to) in order.
// Constants overlap where one ends as another does; what no symbol covers stays.
function deferred_places(linked, constants) {
  const extents = linked.symbols.map(({ kind, segment, offset, length }, at) =>
    kind === DATA_SYMBOL && length > 0 ? { from: linked.addresses[segment] + offset, length, is_reached: constants.has(at) } : null,
  ).filter((extent) => extent !== null);
  const end = Math.max(...extents.map(({ from, length }) => from + length));
  const is_deferred = new Uint8Array(end + 1);
  for (const state of [false, true]) {
    for (const { from, length, is_reached } of extents) {
      if (is_reached === state) is_deferred.fill(state ? 0 : 1, from, from + length);
    }
  }
  const places = [];
  for (let from = is_deferred.indexOf(1); from >= 0; ) {
    const to = is_deferred.indexOf(0, from);
    places.push({ from, to });
    from = is_deferred.indexOf(1, to);
  }
  return places;
}

const names_of_functions = (linked) =>
  new Map(linked.symbols.filter(({ kind }) => kind === FUNCTION_SYMBOL).map(({ index, name }) => [index, name]));
const deferred_functions = (linked) => new Map(linked.symbols
  .filter(({ kind, name }) => kind === FUNCTION_SYMBOL && DEFERRED.test(name))
  .map(({ index, name }) => [index, name]));

// ---- the cut ------------------------------------------------------------------------------------

const FEATURES = [
  "MutableGlobals", "NontrappingFPToInt", "SIMD128", "BulkMemory", "BulkMemoryOpt", "SignExt",
  "ReferenceTypes", "Multivalue", "CallIndirectOverlong",
].reduce((all, name) => all | binaryen.Features[name], 0);

// The namespace of what passes between the two files.
const SHARED = "_";
const UNFETCHED = "unfetched";

function read_module(bytes) {
  const module = binaryen.readBinary(without(bytes, [CUSTOM]));
  module.setFeatures(FEATURES);
  return module;
}

const listed = (count, item) => Array.from({ length: count }, (_, at) => item(at));
const functions_of = (module) =>
  listed(module.getNumFunctions(), (at) => binaryen.getFunctionInfo(module.getFunctionByIndex(at)));
const exports_of = (module) =>
  listed(module.getNumExports(), (at) => binaryen.getExportInfo(module.getExportByIndex(at)));

const globals_of = (module) =>
  listed(module.getNumGlobals(), (at) => binaryen.getGlobalInfo(module.getGlobalByIndex(at)));
const tables_of = (module) =>
  listed(module.getNumTables(), (at) => binaryen.getTableInfo(module.getTableByIndex(at)));

const segments_of = (module) =>
  listed(module.getNumElementSegments(), (at) => binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(at)));

// Function by slot of the table.
function slots_of(module) {
  const slots = [];
  for (const { offset, data } of segments_of(module)) {
    const first = binaryen.getExpressionInfo(offset).value;
    data.forEach((name, at) => (slots[first + at] = name));
  }
  return slots;
}

// The same, and the name of the table, which is cleared.
function take_slots(module) {
  const segments = segments_of(module);
  const slots = slots_of(module);
  for (const { name } of segments) module.removeElementSegment(name);
  return { slots, table: segments[0].table };
}

// Had a tool moved functions in the table, most places would now hold functions of another type.
// wasm-bindgen has objects of the outside where the linker has their numbers.
function check_slots(linked, module) {
  const text_of = (type) =>
    binaryen.expandType(type).map((one) => (one === binaryen.externref ? binaryen.i32 : one)).join();
  const types_of = (module) => {
    const types = new Map(functions_of(module).map(({ name, params, results }) =>
      [name, `${text_of(params)} to ${text_of(results)}`]));
    return slots_of(module).map((name) => types.get(name));
  };
  const [before, after] = [types_of(linked), types_of(module)];
  const moved = before.findIndex((type, slot) => type !== after[slot]);
  if (moved >= 0) throw new Error(`place ${moved} of the table was ${before[moved]}, is ${after[moved]}`);
}

function fill_slots(module, table, slots) {
  for (let from = 0; from < slots.length; ) {
    let to = from;
    while (slots[to] !== undefined) to += 1;
    if (to > from) module.addActiveElementSegment(table, `from_${from}`, slots.slice(from, to), module.i32.const(from));
    from = to + 1;
  }
}

// The first file, which lends to the second what `lent` names.
function cut_first(bytes, stays_at, lent) {
  const module = read_module(bytes);
  const { slots, table } = take_slots(module);
  module.addFunction(UNFETCHED, binaryen.none, binaryen.none, [], module.unreachable());
  fill_slots(module, table, slots.map((name, slot) => (stays_at(name, slot) ? name : UNFETCHED)));
  for (const { kind, name, short } of lent) module[`add${kind}Export`](name, short);
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

// What a module asks of the other, by the names they share.
function borrowed_by(module) {
  const parts = [functions_of, globals_of, tables_of].flatMap((parts_of) => parts_of(module));
  return [...parts, module.getMemoryInfo()].filter((part) => part.module === SHARED).map(({ base }) => base);
}

// The second file: functions that the first does not keep, and their places in the table.
function cut_second(bytes, kept, lend) {
  const module = read_module(bytes);
  const { slots, table } = take_slots(module);
  for (const { name } of exports_of(module)) module.removeExport(name);
  for (const { name, params, results } of kept.values()) {
    module.removeFunction(name);
    module.addFunctionImport(name, SHARED, lend("Function", name), params, results);
  }
  for (const { name, type, mutable } of globals_of(module).filter(({ mutable }) => mutable)) {
    module.addGlobalImport(name, SHARED, lend("Global", name), type, mutable);
  }
  for (const { name } of tables_of(module)) module.addTableImport(name, SHARED, lend("Table", name));
  module.addMemoryImport("0", SHARED, lend("Memory", "0"));
  fill_slots(module, table, slots.map((name) => (kept.has(name) ? undefined : name)));
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

// The parts of a module's data that lie at these places, as views of its bytes.
function data_at(bytes, places) {
  const found = [];
  const section = [...sections(bytes)].find(({ kind }) => kind === DATA);
  const body = section.body;
  for (const _ of body.items()) {
    if (body.number() !== 0) throw new Error("a data segment of another form");
    const address = skip_constant(body);
    const length = body.number();
    for (const place of places) {
      const [from, to] = [Math.max(place.from, address), Math.min(place.to, address + length)];
      if (from >= to) continue;
      const at = body.at + from - address;
      found.push({ address: from, bytes: bytes.subarray(at, at + to - from) });
    }
    body.at += length;
  }
  return found;
}

function unsigned(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number & 127) | 128);
  return [...bytes, number];
}

// One bit more, so that it is read as a number above zero.
function signed(number) {
  const bytes = [];
  for (; number > 63; number = Math.floor(number / 128)) bytes.push((number & 127) | 128);
  return [...bytes, number];
}

function data_section(parts) {
  const segments = parts.map(({ address, bytes }) =>
    Buffer.concat([Buffer.from([0, 0x41, ...signed(address), 0x0b, ...unsigned(bytes.length)]), bytes]));
  const content = Buffer.concat([Buffer.from(unsigned(segments.length)), ...segments]);
  return Buffer.concat([Buffer.from([DATA, ...unsigned(content.length)]), content]);
}

// The bytes of a module, its functions in the order of their bodies: where like stands beside like a file
// compresses best. Sorted by how often they are called, as the tools do it, their numbers are shorter, and
// the compressed files larger by more.
function sorted_by_body(module) {
  const bytes = without(module.emitBinary(), [CUSTOM]);
  let imported = 0;
  const bodies = [];
  for (const { kind, body } of sections(bytes)) {
    if (kind === IMPORT) imported = count_imported_functions(body);
    if (kind !== CODE) continue;
    for (const _ of body.items()) {
      const length = body.number();
      bodies.push(bytes.subarray(body.at, (body.at += length)));
    }
  }
  const order = bodies.map((_, at) => at).sort((one, other) => Buffer.compare(bodies[one], bodies[other]) || one - other);
  // Each is named for its place, which is how a function can be told where to stand.
  const digits = String(bodies.length).length;
  const names = [];
  order.forEach((at, place) => (names[at] = String(place).padStart(digits, "0")));
  const entries = names.map((name, at) =>
    Buffer.concat([Buffer.from([...unsigned(imported + at), digits]), Buffer.from(name)]));
  const map = Buffer.concat([Buffer.from(unsigned(entries.length)), ...entries]);
  const content = Buffer.concat([Buffer.from([4]), Buffer.from("name"), Buffer.from([1, ...unsigned(map.length)]), map]);
  const named = Buffer.concat([bytes, Buffer.from([CUSTOM, ...unsigned(content.length)]), content]);
  const sorted = binaryen.readBinary(named);
  sorted.setFeatures(FEATURES);
  sorted.runPasses(["reorder-functions-by-name"]);
  return without(sorted.emitBinary(), [CUSTOM]);
}

// Both files, of the module as linked and of what the site's tools made of it.
function split(linked, bytes) {
  const module = read_linked(linked);
  const deferred = deferred_functions(module);
  const { functions, constants } = reach(module, deferred);
  // By slot of the table of functions, which all tools leave as it is.
  const stays = module.slots.map((index) => functions.has(index));
  const whole = read_module(bytes);
  check_slots(read_module(linked), whole);

  // Names of what the second file borrows from the first; short, and none is one of the glue's.
  const taken = new Set(exports_of(whole).map(({ name }) => name));
  const names = new Map();
  let number = 0;
  const lend = (kind, name) => {
    const key = `${kind} ${name}`;
    while (!names.has(key)) {
      const short = (number++).toString(36);
      if (!taken.has(short)) names.set(key, { kind, name, short });
    }
    return names.get(key).short;
  };

  // What the outside gives, the second file has from the first: the glue knows only that.
  const imported = functions_of(whole).filter(({ module }) => module !== "");
  const draft = cut_first(
    bytes,
    (_, slot) => stays[slot] !== false,
    imported.map(({ name }) => ({ kind: "Function", name, short: lend("Function", name) })),
  );
  const kept = new Map(functions_of(draft).map((one) => [one.name, one]));
  kept.delete(UNFETCHED);

  // Called by more than its address, a deferred function would pull all it needs into the first file.
  if (deferred.size === 0) throw new Error("no function is named deferred_…");
  const slots = slots_of(whole);
  for (const [index, name] of deferred) {
    const slot = module.slots.indexOf(index);
    if (slots[slot] === undefined || kept.has(slots[slot])) {
      throw new Error(`${name} is not called by its address alone`);
    }
  }

  const second = cut_second(bytes, kept, lend);
  const used = new Set(borrowed_by(second));
  // By now equal functions are one: a place of the second file may hold what the first calls anyway.
  const lent = [...names.values()].filter(({ short }) => used.has(short));
  const first = cut_first(bytes, (name) => kept.has(name), lent);
  const places = deferred_places(module, constants);
  const first_bytes = sorted_by_body(first);
  for (const { bytes } of data_at(first_bytes, places)) bytes.fill(0);
  const second_bytes = without(sorted_by_body(second), [DATA, DATA_COUNT]);
  // The code is its last section, and data come after code.
  const brought = data_section(data_at(bytes, places));
  return { first: first_bytes, second: Buffer.concat([second_bytes, brought]) };
}

// ---- the site -----------------------------------------------------------------------------------

const integrity = (bytes) => "sha384-" + createHash("sha384").update(bytes).digest("base64");

function replace_once(text, before, after) {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`index.html has ${parts.length - 1} times ${before}`);
  return parts.join(after);
}

// The tools hand the relocations on as they are: by them one sees that the two belong together.
function relocations_of(bytes) {
  const found = [...sections(bytes)].find(({ name }) => name === "reloc.CODE");
  return found && Buffer.from(bytes.subarray(found.from, found.to));
}

function split_site(linked_path, folder) {
  const name = readdirSync(folder).find((file) => file.endsWith("_bg.wasm"));
  const second_name = name.replace("_bg.wasm", "_deferred.wasm");
  const file = (name) => path.join(folder, name);
  const [linked, whole] = [readFileSync(linked_path), readFileSync(file(name))];
  if (!relocations_of(linked)?.equals(relocations_of(whole) ?? Buffer.of())) {
    throw new Error(`${name} was not made of ${linked_path}`);
  }

  const { first, second } = split(linked, whole);
  let page = readFileSync(file("index.html"), "utf8");
  page = replace_once(page, integrity(whole), integrity(first));
  const attributes = `data-deferred="${second_name}" data-deferred-integrity="${integrity(second)}" `;
  page = replace_once(page, "<meta data-base=", `<meta ${attributes}data-base=`);
  writeFileSync(file(name), first);
  writeFileSync(file(second_name), second);
  writeFileSync(file("index.html"), page);
}

// The shortest way to each function of the first file that is named so.
function say_why(linked_path, pattern) {
  const linked = read_linked(readFileSync(linked_path));
  const names = names_of_functions(linked);
  const { functions, constants } = reach(linked, deferred_functions(linked));
  const name_of = (one) => names.get(one.function) ?? `constant ${linked.symbols[one.constant].name}`;
  const before = (one) => ("function" in one ? functions.get(one.function) : constants.get(one.constant));
  for (const index of functions.keys()) {
    if (!new RegExp(pattern).test(names.get(index))) continue;
    const way = [];
    for (let one = { function: index }; one; one = before(one)) way.push(name_of(one));
    console.log(way.join("\n  from ") + "\n");
  }
}

const [linked, place, pattern] = process.argv.slice(2);
if (place === "--why") say_why(linked, pattern);
else split_site(linked, place);
