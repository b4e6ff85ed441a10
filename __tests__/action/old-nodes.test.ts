/** Proves: each entry of dist/ names the Node.js it needs, in one line with status 2. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
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
  expect(stderr).toBe(`tap-migration: ${copy} needs cli.mjs beside it: copy the whole folder\n`);
  expect(status).toBe(2);
});
