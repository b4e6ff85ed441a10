/** Proves: a file that somebody else put in our place is neither read nor written. */
import { closeSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { openNameless, readEnd, readEndOf, readWhole, writeFresh } from "../../src/host/files.ts";
import { useFolder } from "../for-each-test.ts";
import { asRoot } from "./as-root.ts";

// A test here that waits or does not end has failed.

const folder = useFolder();
let path: string;
let foreign: string;
beforeEach(() => {
  path = folder.at("file");
  foreign = folder.at("foreign");
  writeFileSync(foreign, "somebody else's");
});

const TRAPS: readonly [string, () => void][] = [
  ["a pipe that nobody writes into", () => void asRoot("mkfifo", "-m", "666", path)],
  ["a link to somebody else's file", () => symlinkSync(foreign, path)],
  ["a link to a device without end", () => symlinkSync("/dev/zero", path)],
  ["a link to itself", () => symlinkSync(path, path)],
  ["a device without end", () => void asRoot("mknod", "-m", "666", path, "c", "1", "5")],
  ["a folder", () => void asRoot("mkdir", "-m", "777", path)],
];

describe.each(TRAPS)("%s", (what, place) => {
  beforeEach(place);

  test("is not read", () => {
    expect(readEnd(path, 100)).toEqual(Buffer.alloc(0));
    expect(() => readWhole(path, 100)).toThrow();
  });

  test("is replaced, not written into; a folder is an error", () => {
    const write = () => writeFresh(path, "ours");
    if (what === "a folder") expect(write).toThrow("EISDIR");
    else {
      write();
      expect(lstatSync(path).isFile()).toBe(true);
      expect(readFileSync(path, "utf8")).toBe("ours");
    }
    expect(readFileSync(foreign, "utf8")).toBe("somebody else's");
    expect(readdirSync(folder.path).sort()).toEqual(["file", "foreign"]);
  });
});

test("no more is read than was asked for", () => {
  writeFileSync(path, "0123456789");
  expect(readEnd(path, 4).toString()).toBe("6789");
  expect(readEnd(path, 40).toString()).toBe("0123456789");
  expect(readWhole(path, 10).toString()).toBe("0123456789");
  expect(() => readWhole(path, 9)).toThrow(`${path} has more than 9 bytes`);
  expect(readEnd(folder.at("none"), 4)).toEqual(Buffer.alloc(0));
});

test("a file without a name is nobody else's", () => {
  const file = openNameless(folder.path);
  writeFileSync(file, "measured");
  expect(readEndOf(file, 100).toString()).toBe("measured");
  expect(readdirSync(folder.path)).toEqual(["foreign"]);
  closeSync(file);
});
