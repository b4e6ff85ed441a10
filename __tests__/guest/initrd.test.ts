/** Proves: any initrd layout is read, and its modules load in dependency order. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { release } from "node:os";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compareVersions } from "../../src/base/versions.ts";
import { writeCpio } from "../../src/guest/cpio.ts";
import { type InitrdFile, readInitrd } from "../../src/guest/initrd.ts";
import { initrdModules } from "../../src/guest/initrd-modules.ts";
import { loadableModules } from "../../src/guest/modules.ts";

const archive = (path: string, contents: string) =>
  writeCpio([
    { type: "directory", path: "lib" },
    { type: "file", path, contents },
    { type: "symlink", path: "lib/link", target: "x" },
  ]);
const FIRST = archive("early/microcode", "abc");
const SECOND = archive("lib/second", "defgh");
const read = async (bytes: Buffer) =>
  (await readInitrd("the initrd", bytes)).map(({ path, contents }) => `${path}=${contents}`);
const BOTH = ["early/microcode=abc", "lib/second=defgh"];

const by = (program: string, ...args: string[]) => execFileSync(program, args, { input: SECOND });

describe("an initrd is read", () => {
  test.each([
    ["one archive behind the other", () => Buffer.concat([FIRST, SECOND])],
    ["zeros between them", () => Buffer.concat([FIRST, Buffer.alloc(1004), SECOND, Buffer.alloc(8)])],
    ["packed with gzip behind one that is not", () => Buffer.concat([FIRST, gzipSync(SECOND)])],
    ["packed one by one", () => Buffer.concat([gzipSync(FIRST), gzipSync(SECOND)])],
    [
      "packed one by one, zeros between",
      () => Buffer.concat([gzipSync(FIRST), Buffer.alloc(5), gzipSync(SECOND)]),
    ],
    [
      "one that is not packed behind one that is",
      () => Buffer.concat([gzipSync(FIRST), Buffer.alloc(3), SECOND]),
    ],
    ["packed together", () => gzipSync(Buffer.concat([FIRST, SECOND]))],
    ["xz", () => Buffer.concat([FIRST, by("xz", "-c", "--check=crc32")])],
    ["lzma", () => Buffer.concat([FIRST, by("xz", "-c", "--format=lzma")])],
    ["zstd", () => Buffer.concat([FIRST, by("zstd", "-c", "-q")])],
  ])("%s", async (_what, bytes) => {
    expect(await read(bytes())).toEqual(BOTH);
  });

  test("as cpio(1) writes it", async () => {
    const bytes = execFileSync("sh", ["-c", "cd __tests__/data/trace && find . | cpio -o -H newc --quiet"]);
    const file = (await readInitrd("x", bytes)).find(({ path }) => path === "README.md");
    expect(file?.contents.equals(readFileSync("__tests__/data/trace/README.md"))).toBe(true);
  });

  test.each([
    ["no initrd", Buffer.from("#!/bin/sh\n"), /it has the bytes 23212f62696e where a cpio archive/],
    ["cut within a file", FIRST.subarray(0, 280), /damaged/],
    ["cut between two files", FIRST.subarray(0, 116), /breaks off within/],
    ["packed and cut", gzipSync(FIRST).subarray(0, 40), /cannot be unpacked/],
  ])("%s is refused", async (_what, bytes, expected) => {
    await expect(read(bytes)).rejects.toThrow(expected);
  });
});

describe("modules", () => {
  const version = execFileSync("ls", ["/lib/modules"])
    .toString()
    .split("\n")
    .filter((name) => existsSync(`/boot/vmlinuz-${name}`))
    .sort(compareVersions)
    .at(-1);
  const root = `/lib/modules/${version ?? release()}`;
  const names = execFileSync("sh", [
    "-c",
    `cd ${root} && find . -name '*.ko*' -path '*/drivers/*' -o -name '*failover*'`,
  ])
    .toString()
    .split("\n")
    .filter((name) => /\.ko(\.\w+)?$/.test(name) && /virtio|failover/.test(name));
  const files: InitrdFile[] = names.map((name) => ({
    path: `usr/lib/modules/6.0/${name.slice(2)}`,
    contents: readFileSync(`${root}/${name}`),
  }));
  const options = { what: "the initrd", files, version: "6.0", wanted: ["virtio_pci", "virtio-net"] };

  test("dependencies come first, as in depmod's order, without modules.dep", async () => {
    const found = (await initrdModules(options)).map(({ name }) => name);
    const expected = (await loadableModules(root, ["virtio_pci", "virtio_net"])).map(({ name }) => name);
    expect([...found].sort()).toEqual([...expected].sort());
    const dependencies = readFileSync(`${root}/modules.dep`, "utf8");
    for (const [index, name] of found.entries()) {
      const line = dependencies
        .split("\n")
        .find((one) => one.split(":")[0]?.replaceAll("-", "_").includes(`/${name}.ko`));
      for (const need of line?.split(": ")[1]?.split(" ").filter(Boolean) ?? []) {
        const place = found.indexOf(
          need
            .replace(/.*\//, "")
            .replace(/\.ko.*/, "")
            .replaceAll("-", "_"),
        );
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(index);
      }
    }
  });

  test("what is built in is left out", async () => {
    const builtIn = {
      path: "lib/modules/6.0/modules.builtin",
      contents: Buffer.from("kernel/virtio/virtio_pci.ko\n"),
    };
    const found = await initrdModules({ ...options, files: [...files, builtIn], wanted: ["virtio_pci"] });
    expect(found).toEqual([]);
  });

  test("an initrd without modules is taken to have them built in", async () => {
    expect(await initrdModules({ ...options, files: [] })).toEqual([]);
  });

  test("an initrd of another kernel is refused", async () => {
    await expect(initrdModules({ ...options, version: "6.1" })).rejects.toThrow(
      "the initrd has modules for 6.0, but the kernel is 6.1: they do not belong together",
    );
  });

  test("a module that is missing is named, and what needs it", async () => {
    const without = files.filter(({ path }) => !/\/failover\.ko/.test(path));
    await expect(initrdModules({ ...options, files: without })).rejects.toThrow(
      "has no module failover, which net_failover needs",
    );
  });
});
