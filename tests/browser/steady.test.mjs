// A page that is used for long stays as it is: fifty changes leave no more behind than ten.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fifty_changes } from "./changes.mjs";

const MOST_GROWTH = 1.05;

test("fifty changes of page and indicator hold no more than ten", async () => {
  const changes = await fifty_changes();
  const [tenth, last] = [changes[9], changes[49]];
  assert.equal(tenth.name, last.name);
  assert.ok(tenth.node_count > 100 && tenth.wasm_bytes > 2 ** 20, "there is something to hold");
  assert.ok(last.node_count <= tenth.node_count * MOST_GROWTH, `${tenth.node_count} nodes, then ${last.node_count}`);
  assert.ok(last.wasm_bytes <= tenth.wasm_bytes * MOST_GROWTH, `${tenth.wasm_bytes} bytes, then ${last.wasm_bytes}`);
});
