/** Proves: modules load in dependency order, from every compression, and damaged ones are refused. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { execa } from "execa";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/errors.ts";
import { loadableModules } from "../../src/guest/modules.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "modules-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes that differ for each module, and are long enough to be compressed in several blocks. */
const object = (name: string) => Buffer.from(`\x7fELF ${name} ${"x".repeat(200_000)} ${name}`, "latin1");

async function packed(name: string): Promise<Buffer> {
  const contents = object(name);
  if (name.endsWith(".gz")) return gzipSync(contents);
  const program = name.endsWith(".xz")
    ? ["xz", "--check=crc32"]
    : name.endsWith(".zst")
      ? ["zstd", "-q"]
      : null;
  if (program === null) return contents;
  const [file = "", ...args] = program;
  return Buffer.from((await execa(file, [...args, "-c"], { input: contents, encoding: "buffer" })).stdout);
}

async function tree(dependencies: Record<string, string>, builtIn: readonly string[] = []): Promise<void> {
  for (const path of Object.keys(dependencies)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), await packed(path));
  }
  const lines = Object.entries(dependencies).map(([path, needs]) => `${path}:${needs && ` ${needs}`}\n`);
  writeFileSync(join(folder, "modules.dep"), lines.join(""));
  writeFileSync(join(folder, "modules.builtin"), builtIn.map((path) => `${path}\n`).join(""));
}

const names = async (wanted: string[]) => (await loadableModules(folder, wanted)).map(({ name }) => name);

describe("loadableModules", () => {
  test("reads a line from right to left, and loads nothing twice", async () => {
    await tree({
      "kernel/a.ko": "kernel/b.ko kernel/c.ko kernel/d.ko",
      "kernel/b.ko": "kernel/d.ko",
      "kernel/c.ko": "",
      "kernel/d.ko": "",
      "kernel/e.ko": "kernel/f.ko kernel/d.ko",
      "kernel/f.ko": "",
      "kernel/unwanted.ko": "",
    });
    expect(await names(["a", "e", "b"])).toEqual(["d", "c", "b", "a", "f", "e"]);
  });

  test("takes - and _ as the same, in names, files and lists", async () => {
    await tree({ "kernel/virtio-rng.ko": "kernel/rng_core.ko", "kernel/rng_core.ko": "" }, [
      "kernel/hw-random.ko",
    ]);
    expect(await names(["virtio_rng", "hw_random"])).toEqual(["rng_core", "virtio_rng"]);
    expect(await names(["rng-core"])).toEqual(["rng_core"]);
  });

  test("leaves out what is built in", async () => {
    await tree({ "kernel/virtio_net.ko": "" }, ["kernel/drivers/virtio/virtio_pci.ko"]);
    expect(await names(["virtio_pci", "virtio_net"])).toEqual(["virtio_net"]);
  });

  test("without a list of built-in modules, takes a module without a file for built in", async () => {
    await tree({ "kernel/virtio_net.ko": "" });
    await expect(names(["virtio_pci", "virtio_net"])).rejects.toThrow("has no module virtio_pci");
    rmSync(join(folder, "modules.builtin"));
    expect(await names(["virtio_pci", "virtio_net"])).toEqual(["virtio_net"]);
  });

  test.each(["ko", "ko.gz", "ko.xz", "ko.zst"])("unpacks .%s", async (ending) => {
    await tree({ [`kernel/net.${ending}`]: `kernel/base.${ending}`, [`kernel/base.${ending}`]: "" });
    const modules = await loadableModules(folder, ["net"]);
    expect(modules.map(({ name }) => name)).toEqual(["base", "net"]);
    for (const { name, contents } of modules) {
      expect(contents.equals(object(`kernel/${name}.${ending}`))).toBe(true);
    }
  });

  test("names a module that is nowhere", async () => {
    await tree({ "kernel/a.ko": "" });
    const error = await names(["a", "virtio_net"]).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(/no module virtio_net, neither as a file nor built in/);
  });

  test.each(["gz", "xz", "zst"])("a damaged .%s is no module", async (ending) => {
    await tree({ [`kernel/a.ko.${ending}`]: "" });
    const path = join(folder, `kernel/a.ko.${ending}`);
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    const error = await names(["a"]).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain(path);
  });

  test("a file that is no ELF object is no module", async () => {
    await tree({ "kernel/a.ko": "" });
    writeFileSync(join(folder, "kernel/a.ko"), "a Git LFS pointer, say");
    await expect(names(["a"])).rejects.toThrow(/a\.ko is not a kernel module/);
  });

  test.each([
    ["xz", "xz-utils"],
    ["zst", "zstd"],
  ])("without the program for .%s the package %s is named", async (ending, packageName) => {
    await tree({ [`kernel/a.ko.${ending}`]: "" });
    const before = process.env.PATH;
    process.env.PATH = folder;
    try {
      // A Node with zstd needs no program.
      const result = await names(["a"]).catch((caught: unknown) => caught);
      if (ending === "zst" && "zstdDecompress" in (await import("node:zlib"))) expect(result).toEqual(["a"]);
      else expect(String(result)).toMatch(new RegExp(`unpack it is missing: .*\\b${packageName}$`));
    } finally {
      process.env.PATH = before;
    }
  });

  test("without modules.dep the folder is named", async () => {
    await expect(names(["a"])).rejects.toThrow(ConfigurationError);
    await expect(names(["a"])).rejects.toThrow(/modules\.dep/);
  });
});

describe("the kernels of this host", () => {
  const versions = readdirSync("/lib/modules");

  test.each(versions)(
    "%s: each module comes after all that its own .modinfo says it needs",
    async (version) => {
      const modules = await loadableModules(join("/lib/modules", version), ["virtio_pci", "virtio_net"]);
      const loaded = new Set<string>();
      for (const { name, contents } of modules) {
        for (const need of neededBy(contents)) expect(loaded, `${name} needs ${need}`).toContain(need);
        loaded.add(name);
      }
      expect(loaded.size).toBe(modules.length);
      for (const name of ["virtio_pci", "virtio_net"]) {
        const builtIn = readFileSync(join("/lib/modules", version, "modules.builtin"), "utf8").includes(
          `/${name}.ko\n`,
        );
        expect(loaded.has(name)).toBe(!builtIn);
      }
    },
  );

  /** `depends=` in a module's .modinfo: the modules that it needs directly and that are not built in. */
  function neededBy(contents: Buffer): string[] {
    const list = /\0depends=([^\0]*)\0/.exec(contents.toString("latin1"))?.[1] ?? "";
    return list
      .split(",")
      .filter((name) => name !== "")
      .map((name) => name.replaceAll("-", "_"));
  }
});
