import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { kept } from "../../src/guest/kept.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Counts how often it is made. */
function maker(contents = "contents") {
  let made = 0;
  const get = (madeFrom: (string | number)[] = ["a", 1]) =>
    kept({
      cacheDir: join(folder, "cache"),
      kind: "thing",
      madeFrom,
      make: async () => {
        made++;
        return Buffer.from(contents);
      },
    });
  return { get, made: () => made };
}

const cached = () => readdirSync(join(folder, "cache"));

describe("kept", () => {
  test("is made once, and for its owner alone", async () => {
    const { get, made } = maker();
    const path = await get();
    expect(readFileSync(path, "utf8")).toBe("contents");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await get()).toBe(path);
    expect(made()).toBe(1);
  });

  test("is made anew from something else, and the first one stays", async () => {
    const { get, made } = maker();
    const path = await get();
    expect(await get(["a", 2])).not.toBe(path);
    expect(await get(["a1"])).not.toBe(path);
    expect(made()).toBe(3);
    expect(cached()).toHaveLength(3);
  });

  test.each([
    ["cut", (path: string) => writeFileSync(path, "cont")],
    ["longer", (path: string) => appendFileSync(path, "s")],
    ["another of the same length", (path: string) => writeFileSync(path, "contentS")],
    ["empty", (path: string) => writeFileSync(path, "")],
  ])("a damaged one (%s) is made anew", async (_what, damage) => {
    const { get, made } = maker();
    const path = await get();
    damage(path);
    expect(await get()).toBe(path);
    expect(readFileSync(path, "utf8")).toBe("contents");
    expect(made()).toBe(2);
    expect(cached()).toHaveLength(1);
  });

  test("several at once get the same whole file", async () => {
    const paths = await Promise.all(Array.from({ length: 8 }, () => maker("x".repeat(1e6)).get()));
    expect(new Set(paths).size).toBe(1);
    expect(readFileSync(paths[0] ?? "", "utf8")).toBe("x".repeat(1e6));
    expect(cached()).toHaveLength(1);
  });

  test("what a killed one left half written is not taken for it", async () => {
    const { get } = maker();
    const path = await get();
    rmSync(path);
    writeFileSync(`${path}.0000.part`, "contents");
    expect(await get()).toBe(path);
  });

  test("nothing is left behind when making it fails", async () => {
    const make = () => Promise.reject(new Error("no such module"));
    const result = kept({ cacheDir: join(folder, "cache"), kind: "thing", madeFrom: [], make });
    await expect(result).rejects.toThrow("no such module");
    expect(cached()).toEqual([]);
  });
});
