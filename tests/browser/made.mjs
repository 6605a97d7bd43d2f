// Packages of six hundred communities over ten years, made once, for what is measured on them.

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


// The same with twelve indicators, where nothing lies below the community.
const TWELVE = ["service-coverage", "hotline-answered", "cases-ordered", "cases-dispatched", "cases-responded", "cases-taken", "cases-resolved", "on-time-rate", "cases-rated", "satisfaction-rate", "grids-with-group", "households"];

export function package_of_twelve() {
  const whole = made_package();
  const folder = path.join(REPOSITORY, "target/site/twelve");
  if (fs.existsSync(path.join(folder, "datapackage.json"))) return folder;
  fs.mkdirSync(folder, { recursive: true });
  const descriptor = JSON.parse(fs.readFileSync(path.join(whole, "datapackage.json"), "utf8"));
  const is_wide = (resource) => resource.zhishe?.layout === "wide";
  const is_below = ({ name }) => name.includes("below");
  descriptor.resources = descriptor.resources.filter((resource) => !is_wide(resource) && !is_below(resource) && resource.name !== "revisions");
  for (const { name, path: file } of descriptor.resources) {
    const [header, ...rows] = fs.readFileSync(path.join(whole, file), "utf8").split("\n");
    const place = header.split(",").indexOf("indicator");
    // No cell before the indicator's holds a comma.
    const is_kept = (row) => place < 0 || TWELVE.includes(row.split(",")[place]);
    const is_of_table = name.startsWith("observations") || name === "indicators" || name === "standards";
    const kept = is_of_table ? rows.filter((row) => row !== "" && is_kept(row)) : rows.filter((row) => row !== "");
    fs.writeFileSync(path.join(folder, file), [header, ...kept, ""].join("\n"));
  }
  fs.writeFileSync(path.join(folder, "datapackage.json"), JSON.stringify(descriptor));
  return folder;
}
