/** Proves: the newest usable kernel is found, with its version and its modules. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/base/errors.ts";
import { compareVersions } from "../../src/base/versions.ts";
import { findKernel, type KernelSearch, kernelVersion } from "../../src/guest/kernel.ts";
import { outputOf } from "../../src/host/exec.ts";
import { useFolder } from "../for-each-test.ts";
import { asOrdinaryUser, makeCommonPlace } from "../host/ordinary-user.ts";

const folder = useFolder();
beforeEach(() => {
  mkdirSync(folder.at("boot"));
  mkdirSync(folder.at("modules"));
});

/** The header of the x86 boot protocol, which points to this version string. */
function bzImage(version: string): Buffer {
  const image = Buffer.alloc(0x4000);
  image.writeUInt16LE(0xaa55, 0x1fe);
  image.write("HdrS", 0x202);
  image.writeUInt16LE(0x3100, 0x20e);
  image.write(`${version} (someone@somewhere) #1 SMP\0`, 0x3300);
  return image;
}

function install(version: string, where: "boot" | "modules" = "boot"): string {
  mkdirSync(folder.at("modules", version), { recursive: true });
  writeFileSync(folder.at("modules", version, "modules.dep"), "");
  const path =
    where === "boot" ? folder.at("boot", `vmlinuz-${version}`) : folder.at("modules", version, "vmlinuz");
  writeFileSync(path, bzImage(version));
  return path;
}

const search = (more: Partial<KernelSearch> = {}) =>
  findKernel({
    bootDir: folder.at("boot"),
    modulesRoots: [folder.at("modules")],
    readPrivileged: () => Promise.reject(new Error("nothing here needs root")),
    ...more,
  });

describe("findKernel", () => {
  test("takes the newest that has modules", async () => {
    install("6.1.0-9-amd64");
    const path = install("6.1.0-10-amd64");
    writeFileSync(folder.at("boot/vmlinuz-6.5.0-1-amd64"), "its modules are gone");
    writeFileSync(folder.at("boot/vmlinuz-0-rescue-0123456789abcdef"), "");
    writeFileSync(folder.at("boot/initrd.img-9.9.9"), "");
    expect(await search()).toEqual({
      version: "6.1.0-10-amd64",
      path,
      forRootOnly: null,
      modulesDir: folder.at("modules/6.1.0-10-amd64"),
    });
  });

  test("takes one that lies among its modules", async () => {
    const path = install("6.11.4-301.fc41.x86_64", "modules");
    expect(await search()).toMatchObject({ version: "6.11.4-301.fc41.x86_64", path });
  });

  test("says what to install when there is none", async () => {
    const error = await search().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(
      /neither \/boot\/vmlinuz-VERSION nor \/usr\/lib\/modules\/VERSION\/vmlinuz: .*linux-image-.*--kernel PATH/,
    );
  });

  test("takes a named one, whatever its name, and finds its modules by what it says of itself", async () => {
    install("6.12.1-1-amd64");
    const path = folder.at("mine");
    writeFileSync(path, bzImage("6.12.1-1-amd64"));
    expect(await search({ kernel: path })).toEqual({
      version: "6.12.1-1-amd64",
      path,
      forRootOnly: null,
      modulesDir: folder.at("modules/6.12.1-1-amd64"),
    });
  });

  test("a named one may have no modules on this host", async () => {
    const path = folder.at("mine");
    writeFileSync(path, bzImage("6.13.0-rc1"));
    expect(await search({ kernel: path })).toMatchObject({ version: "6.13.0-rc1", modulesDir: null });
  });

  test.each([
    [
      "is not there",
      (path: string) => rmSync(path, { force: true }),
      /cannot be used: there is no such file or folder \(ENOENT/,
    ],
    ["is a folder", (path: string) => mkdirSync(path), /is not a file/],
    ["is empty", (path: string) => writeFileSync(path, ""), /not a Linux kernel for x86/],
    [
      "is something else",
      (path: string) => writeFileSync(path, Buffer.alloc(70_000, 7)),
      /not a Linux kernel for x86/,
    ],
    [
      "points out of itself",
      (path: string) => writeFileSync(path, bzImage("6.1").subarray(0, 0x300)),
      /not a Linux kernel/,
    ],
  ])("a named one that %s is refused", async (_what, make, message) => {
    const path = folder.at("mine");
    make(path);
    const error = await search({ kernel: path }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(message);
  });
});

describe("a kernel that only root may read", () => {
  test("is read as root, each time, and the micro guest boots from a copy of this run's own", async () => {
    using place = makeCommonPlace();
    const program = await place.bundle("__tests__/guest/look-for-kernel.ts");
    chmodSync(folder.path, 0o777);
    const asRootRead = join(place.path, "read");
    writeFileSync(asRootRead, bzImage("6.8.0-40-generic"));
    const path = install("6.8.0-40-generic");
    chmodSync(path, 0o000);
    const look = () => JSON.parse(asOrdinaryUser(place.node, program, folder.path, asRootRead));
    const first = look();
    expect(first).toEqual({
      kernel: { version: "6.8.0-40-generic", path, modulesDir: folder.at("modules/6.8.0-40-generic") },
      asked: [path],
      copied: bzImage("6.8.0-40-generic").toString("base64"),
    });
    expect(look()).toEqual(first);
  });
});

describe("kernelVersion", () => {
  test("reads the kernels of this host as file names have them", async () => {
    const inBoot = readdirSync("/boot").filter((name) => name.startsWith("vmlinuz-"));
    const beside = readdirSync("/usr/lib/modules").filter((version) =>
      existsSync(join("/usr/lib/modules", version, "vmlinuz")),
    );
    expect(inBoot.length + beside.length).toBeGreaterThan(0);
    for (const name of inBoot)
      expect(await kernelVersion(join("/boot", name))).toBe(name.slice("vmlinuz-".length));
    for (const version of beside)
      expect(await kernelVersion(join("/usr/lib/modules", version, "vmlinuz"))).toBe(version);
  });

  test("reads an ELF vmlinux by its banner, past the format strings", async () => {
    const path = folder.at("vmlinux");
    const strings =
      "Linux version %s\0Linux version \0Linux version 6.1.192-custom+ (me@here) (gcc 12) #1 SMP\n\0";
    writeFileSync(
      path,
      Buffer.concat([Buffer.from("\x7fELF\x02", "latin1"), Buffer.alloc(5000), Buffer.from(strings)]),
    );
    expect(await kernelVersion(path)).toBe("6.1.192-custom+");
  });
});

describe("compareVersions", () => {
  const version = fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 4 }),
      fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
      fc.constantFrom(
        "",
        "-amd64",
        "-cloud-amd64",
        "-generic",
        "+deb12-amd64",
        "-rc3",
        "-rc12",
        "~bpo-amd64",
        "-1kali1",
      ),
    )
    .map(
      ([numbers, build, flavour]) =>
        `${numbers.join(".")}${build === undefined ? "" : `-${build}`}${flavour}`,
    );

  test("sorts as sort -V does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(version, { minLength: 2, maxLength: 60 }), async (versions) => {
        const input = Buffer.from(`${versions.join("\n")}\n`);
        const sorted = await outputOf("/usr/bin/sort", ["-V"], { input, env: { LC_ALL: "C" } });
        expect(versions.toSorted(compareVersions)).toEqual(sorted.toString().trimEnd().split("\n"));
      }),
      { numRuns: 50 },
    );
  });
});
