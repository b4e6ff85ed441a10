/** Proves: each entry of dist/ names the Node.js it needs, in one line with status 2. */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DIST } from "../e2e/product.ts";
import { temporaryFolder } from "../folder.ts";
import { installOldNodes, OLD_NODES } from "./nodes.ts";

const ENTRIES = ["cli", "main", "post", "report"];

beforeAll(installOldNodes, 300_000);

describe.each(OLD_NODES)("%s", (_, node) => {
  test.each(ENTRIES)("%s.js says which Node it needs, in one line, with status 2", (entry) => {
    const { status, stdout, stderr } = spawnSync(node, [join(DIST, `${entry}.js`), "--help"], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(
      /^tap-migration: this is Node\.js \d+\.\d+\.\d+ \(\/.*\), but Node\.js 20 or later is needed: .*\n$/,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

test("an entry that was copied without its program says so", () => {
  using folder = temporaryFolder();
  const copy = join(folder.path, "cli.js");
  copyFileSync(join(DIST, "cli.js"), copy);
  const { status, stderr } = spawnSync(process.execPath, [copy], { encoding: "utf8" });
  expect(stderr).toBe(`tap-migration: ${copy} needs program.mjs beside it: copy the whole folder\n`);
  expect(status).toBe(2);
});

test.each([
  ...ENTRIES.map((entry) => [entry, []] as const),
  // The parts of a command are loaded when it is called.
  ["cli", ["report", "nothing"]] as const,
])("%s %j says so when parts/ was copied without its files", (entry, words) => {
  using folder = temporaryFolder();
  cpSync(DIST, folder.path, { recursive: true });
  const kept = words.length === 0 ? [] : ["cli-main.mjs", "commander.mjs"];
  for (const part of readdirSync(join(folder.path, "parts")))
    if (!kept.includes(part)) rmSync(join(folder.path, "parts", part), { recursive: true });
  const copy = join(folder.path, `${entry}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [copy, ...words], { encoding: "utf8" });
  expect(stderr).toBe(`tap-migration: ${copy} needs all of parts/ beside it: copy the whole folder\n`);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
});
