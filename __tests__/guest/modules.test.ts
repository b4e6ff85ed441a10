/** Proves: modules load in dependency order, from every compression, and damaged ones are refused. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { ConfigurationError } from "../../src/base/errors.ts";
import { loadableModules } from "../../src/guest/modules.ts";
import { outputOf } from "../../src/host/exec.ts";
import { useFolder } from "../for-each-test.ts";

/** Programs that this host is to be without. */
const missing = vi.hoisted(() => new Set<string>());
vi.mock("../../src/host/system-folders.ts", async (load) => {
  const real = await load<typeof import("../../src/host/system-folders.ts")>();
  return { ...real, findInSystem: (name: string) => (missing.has(name) ? null : real.findInSystem(name)) };
});

const folder = useFolder();

/** Bytes that differ for each module, and are long enough to be compressed in several blocks. */
const object = (name: string) => Buffer.from(`\x7fELF ${name} ${"x".repeat(200_000)} ${name}`, "latin1");

async function packed(name: string): Promise<Buffer> {
  const contents = object(name);
  if (name.endsWith(".gz")) return gzipSync(contents);
  if (name.endsWith(".xz")) return outputOf("/usr/bin/xz", ["--check=crc32", "-c"], { input: contents });
  if (name.endsWith(".zst")) return outputOf("/usr/bin/zstd", ["-q", "-c"], { input: contents });
  return contents;
}

async function tree(dependencies: Record<string, string>, builtIn: readonly string[] = []): Promise<void> {
  for (const path of Object.keys(dependencies)) {
    mkdirSync(folder.at(dirname(path)), { recursive: true });
    writeFileSync(folder.at(path), await packed(path));
  }
  const lines = Object.entries(dependencies).map(([path, needs]) => `${path}:${needs && ` ${needs}`}\n`);
  writeFileSync(folder.at("modules.dep"), lines.join(""));
  writeFileSync(folder.at("modules.builtin"), builtIn.map((path) => `${path}\n`).join(""));
}

const names = async (wanted: string[]) =>
  (await loadableModules(folder.path, wanted)).map(({ name }) => name);

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
    rmSync(folder.at("modules.builtin"));
    expect(await names(["virtio_pci", "virtio_net"])).toEqual(["virtio_net"]);
  });

  test.each(["ko", "ko.gz", "ko.xz", "ko.zst"])("unpacks .%s", async (ending) => {
    await tree({ [`kernel/net.${ending}`]: `kernel/base.${ending}`, [`kernel/base.${ending}`]: "" });
    const modules = await loadableModules(folder.path, ["net"]);
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
    const path = folder.at(`kernel/a.ko.${ending}`);
    writeFileSync(path, readFileSync(path).subarray(0, 40));
    const error = await names(["a"]).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain(path);
  });

  test("a file that is no ELF object is no module", async () => {
    await tree({ "kernel/a.ko": "" });
    writeFileSync(folder.at("kernel/a.ko"), "a Git LFS pointer, say");
    await expect(names(["a"])).rejects.toThrow(/a\.ko is not a kernel module/);
  });

  test.each([
    ["xz", "xz-utils"],
    ["zst", "zstd"],
  ])("without the program for .%s the package %s is named", async (ending, packageName) => {
    await tree({ [`kernel/a.ko.${ending}`]: "" });
    missing.add(ending === "zst" ? "zstd" : ending);
    try {
      // A Node with zstd needs no program.
      const result = await names(["a"]).catch((caught: unknown) => caught);
      if (ending === "zst" && "zstdDecompress" in (await import("node:zlib"))) expect(result).toEqual(["a"]);
      else expect(String(result)).toMatch(new RegExp(`unpack it is missing: .*\\b${packageName}$`));
    } finally {
      missing.clear();
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
