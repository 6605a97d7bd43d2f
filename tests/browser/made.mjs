// A package of six hundred communities over ten years, made once, for what is measured on it.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

export function made_package() {
  const folder = path.join(REPOSITORY, "target/site/large");
  if (fs.existsSync(path.join(folder, "datapackage.json"))) return folder;
  const program = ["run", "--quiet", "--release", "--locked", "--features", "cli", "--bin", "zhishe", "--"];
  const { status } = spawnSync("cargo", [...program, "demo", folder, "--communities", "600", "--months", "120"], { cwd: REPOSITORY, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  return folder;
}

