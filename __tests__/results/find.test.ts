/** Proves: results files are found by file, folder and glob, each once. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findResults } from "../../src/results/find.ts";
import { temporaryFolder } from "../folder.ts";

const folder = temporaryFolder();

beforeAll(() => {
  for (const path of [
    ...[
      "a2/results.json",
      "a10/results.json",
      "a10/deep/er/results.json",
      "other/report.json",
      "other/log.txt",
    ],
    ...["node_modules/x/results.json", ".git/results.json", ".hidden/results.json", "odd [1]*/results.json"],
  ]) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), "{}");
  }
  symlinkSync("a2", join(folder.path, "link"));
  symlinkSync("..", join(folder.path, "a2/up"));
  mkdirSync(join(folder.path, "empty"));
});
afterAll(() => folder[Symbol.dispose]());

const find = async (...words: string[]) => {
  const { files, missing } = findResults(words, folder.path);
  return { files: files.map((file) => relative(folder.path, file)), missing };
};
const found = async (...words: string[]) => (await find(...words)).files;

test("folders are searched, numbers in their names in order; not what is installed or hidden by git, not through links", async () => {
  expect(await found(".")).toEqual([
    ...[".hidden/results.json", "a2/results.json", "a10/deep/er/results.json", "a10/results.json"],
    "odd [1]*/results.json",
  ]);
});

test("globs match folders and files; of the files those named results.json, unless JSON is asked for", async () => {
  expect(await found("a*/results.json")).toEqual(["a2/results.json", "a10/results.json"]);
  expect(await found("{a10,other}/*")).toEqual(["a10/deep/er/results.json", "a10/results.json"]);
  expect(await found("other/*.json")).toEqual(["other/report.json"]);
  expect(await found("**/results.json")).toEqual(await found("."));
});

test("what is there under that name is no glob", async () => {
  expect(await found("odd [1]*")).toEqual(["odd [1]*/results.json"]);
});

test("a file counts once, by whatever way it was reached; a named one may have any name", async () => {
  expect(await found("link", "a2", "a2/results.json", "./a2/../a2")).toEqual(["link/results.json"]);
  expect(await found("other/log.txt")).toEqual(["other/log.txt"]);
});

test("what leads to nothing is named, and the rest is found", async () => {
  expect(await find("empty", "a2", "no/*")).toEqual({
    files: ["a2/results.json"],
    missing: [
      { path: "empty", problem: "missing: there is no results.json in this folder" },
      { path: "no/*", problem: "missing: no results.json matches" },
    ],
  });
  // Whoever reads it will say so.
  expect(await found("nowhere")).toEqual(["nowhere"]);
});
