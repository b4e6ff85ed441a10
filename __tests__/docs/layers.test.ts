/** Proves: folders of src/ import downwards only; the lint refuses each import upwards; CONTRIBUTING.md draws them. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LAYERS, layerOf, SOURCES } from "./imports.ts";

const FRONTS = ["action", "cli"];
/** The build starts from it: it has both fronts. */
const ENTRY = "action/fronts.mts";

/** What `folder` may not import. */
const above = (folder: string): readonly string[] =>
  LAYERS.filter(
    (other, index) =>
      index < LAYERS.indexOf(folder) ||
      (FRONTS.includes(folder) && FRONTS.includes(other) && other !== folder),
  );

/** Folders by what they import, without the arrows that others imply. */
function graph(): string {
  const direct = new Map(
    LAYERS.map((layer) => {
      const imports = SOURCES.filter(({ path }) => layerOf(path) === layer && path !== ENTRY).flatMap(
        ({ imports }) => imports,
      );
      return [layer, new Set(imports.map(layerOf).filter((name) => name !== layer))];
    }),
  );
  const reached = (from: string): Set<string> =>
    new Set([...(direct.get(from) ?? [])].flatMap((next) => [next, ...reached(next)]));
  const arrows = LAYERS.flatMap((from) => {
    const targets = [...(direct.get(from) ?? [])];
    return targets
      .filter((to) => !targets.some((between) => between !== to && reached(between).has(to)))
      .sort((a, b) => LAYERS.indexOf(a) - LAYERS.indexOf(b))
      .map((to) => `  ${from} --> ${to}`);
  });
  return ["```mermaid", "flowchart TD", ...arrows, "```"].join("\n");
}

test("every folder of src/ is in the list, and no file lies loose", () => {
  expect([...new Set(SOURCES.map(({ path }) => layerOf(path)))].sort()).toEqual([...LAYERS].sort());
});

test("no import goes up, nor a type by import(), which Biome does not look into", () => {
  const upwards = SOURCES.filter(({ path }) => path !== ENTRY).flatMap(({ path, imports }) =>
    imports
      .filter((target) => above(layerOf(path)).includes(layerOf(target)))
      .map((target) => `${path} imports ${target}`),
  );
  expect(upwards).toEqual([]);
});

test("each package is used where it belongs", () => {
  const users = (pattern: RegExp) => [
    ...new Set(
      SOURCES.filter(({ packages }) => packages.some((name) => pattern.test(name))).map(({ path }) =>
        layerOf(path),
      ),
    ),
  ];
  expect(users(/^@actions\/(?!exec$)/)).toEqual(["action"]);
  expect(users(/^(commander|picocolors|cli-table3)$/)).toEqual(["cli"]);
  expect(users(/^node-pty$/)).toEqual(["qemu"]);
  expect(SOURCES.filter(({ path, packages }) => layerOf(path) === "base" && packages.length > 0)).toEqual([]);
});

test("CONTRIBUTING.md has the graph of the imports", async () => {
  const text = readFileSync("CONTRIBUTING.md", "utf8").replace(
    /(<!-- layers -->\n)[\s\S]*?(\n<!-- \/layers -->)/,
    (_, begin: string, end: string) => begin + graph() + end,
  );
  await expect(text).toMatchFileSnapshot("../../CONTRIBUTING.md");
});

describe("the lint", () => {
  let copy = "";
  let said: readonly { readonly category: string; readonly path: string; readonly line: number }[] = [];

  beforeAll(async () => {
    mkdirSync("out", { recursive: true });
    copy = mkdtempSync(join(resolve("out"), "layers-"));
    for (const name of ["biome.json", "biome.layers.jsonc"]) cpSync(name, join(copy, name));
    for (const layer of LAYERS) {
      mkdirSync(join(copy, "src", layer), { recursive: true });
      writeFileSync(join(copy, "src", layer, "thing.ts"), "export type Thing = string;\n");
      const lines = LAYERS.filter((other) => other !== layer).map(
        (other) => `export type { Thing as ${other} } from "../${other}/thing.ts";`,
      );
      writeFileSync(join(copy, "src", layer, "all.ts"), `${lines.join("\n")}\n`);
    }
    writeFileSync(
      join(copy, "src/base/here.ts"),
      'import type { There } from "./there.ts";\nexport type Here = There;\n',
    );
    writeFileSync(
      join(copy, "src/base/there.ts"),
      'import type { Here } from "./here.ts";\nexport type There = Here | null;\n',
    );
    const biome = resolve("node_modules/.bin/biome");
    const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
    const ended = promisify(execFile)(biome, args, { cwd: copy, maxBuffer: 2 ** 26 });
    const { stdout, code } = await ended.then(
      (result) => ({ ...result, code: 0 }),
      (error: { stdout: string; code: number }) => error,
    );
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: string; start: { line: number } } }[];
    };
    said = report.diagnostics.map(({ category, location }) => ({
      category,
      path: location.path,
      line: location.start.line,
    }));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(LAYERS)("refuses each import upwards from %s, and no other", (layer) => {
    const path = `src/${layer}/all.ts`;
    const refused = said.filter((one) => one.category.endsWith("noRestrictedImports") && one.path === path);
    const others = LAYERS.filter((other) => other !== layer);
    expect(refused.map(({ line }) => others[line - 1] ?? "").sort()).toEqual([...above(layer)].sort());
  });

  test("refuses a circle, of types too", () => {
    const circles = said
      .filter(({ category }) => category.endsWith("noImportCycles"))
      .map(({ path }) => path);
    expect(circles.filter((path) => path.startsWith("src/base/")).sort()).toEqual([
      "src/base/here.ts",
      "src/base/there.ts",
    ]);
  });
});
