/** The guests that are fetched, over HTTP, through the program as a user starts it. The micro guest is in every other e2e test. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type AssetServer, sha256, startServer, whole } from "../guest/asset-server.ts";
import { makeBootIso } from "../guest/boot-iso.ts";
import { leftovers, readResults, runCli, temporaryFolder } from "./product.ts";

/** Under emulation on a busy machine; only given up on, never measured. */
const PATIENCE_MS = 300_000;
const RUN = ["run", "--accel", "tcg", "--scenarios", "new-tap"];
/** Nothing between us and the server on loopback. */
const env = { no_proxy: "127.0.0.1", NO_PROXY: "127.0.0.1" };

let server: AssetServer;
const folder = temporaryFolder();
const cache = join(folder.path, "cache");
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});
afterEach(() => expect(leftovers()).toEqual([]));

/** Puts a file on the server; its URL and digest. */
function serve(path: string, file: string): { url: string; digest: string } {
  const bytes = readFileSync(file);
  return { url: server.on(path, whole(bytes)), digest: sha256(bytes) };
}

const qmpOf = (out: string, side: string) =>
  readFileSync(join(out, `new-tap/iteration-001/${side}.qmp.log`), "utf8");

describe("alpine-iso", () => {
  test("silent on the serial line, its NIC later than its login", { timeout: PATIENCE_MS }, async () => {
    using out = temporaryFolder();
    using made = temporaryFolder();
    const iso = serve("/alpine.iso", await makeBootIso(made.path, { timeout: 10, serial: false }));
    const guest = ["--guest", "alpine-iso", "--iso", iso.url, "--iso-sha256", iso.digest, "--cache", cache];
    // Two, so that the CD drive has been handed on to a target that is then a source.
    const args = [...RUN, "--iterations", "2", ...guest, "--out", out.path];
    const ended = await runCli(args, { env });
    expect(ended.stderr).toMatch(/iso: fetched \d+\.\d MiB from http:\S+\/alpine\.iso/);
    expect(ended.status).toBe(0);
    const results = readResults(out.path);
    expect(results).toMatchObject({ conclusion: "passed", guest: "alpine-iso" });
    expect(results.scenarios[0]?.bootMs).toHaveLength(1);
    expect(results.scenarios[0]?.iterations.map(({ status }) => status)).toEqual(["passed", "passed"]);
    const console = readFileSync(join(out.path, "new-tap/iteration-001/source.console.log"), "utf8");
    // Neither loader nor kernel came before what getty says.
    expect(console).toMatch(/^\s*Welcome to Alpine Linux/);
    expect(console).not.toMatch(/ISOLINUX|Linux version/);
    expect(server.asked).toEqual(["GET /alpine.iso"]);
  });

  test.each([
    ["on a screen that nobody sees", false],
    ["on the serial line", true],
  ])("whose loader waits %s for somebody to press Enter", { timeout: PATIENCE_MS }, async (_what, serial) => {
    using out = temporaryFolder();
    using made = temporaryFolder();
    const iso = await makeBootIso(made.path, { timeout: 0, serial });
    const args = [...RUN, "--iterations", "1", "--guest", "alpine-iso", "--iso", iso, "--out", out.path];
    const ended = await runCli([...args, "--cache", cache], { env });
    expect(ended.status).toBe(0);
    expect(qmpOf(out.path, "source")).toContain('"send-key"');
    expect(qmpOf(out.path, "target")).not.toContain('"send-key"');
  });
});

const INSTALLERS = "/usr/lib/debian-installer/images";
const pair = (existsSync(INSTALLERS) ? readdirSync(INSTALLERS) : [])
  .map((release) => join(INSTALLERS, release, "amd64/text/debian-installer/amd64"))
  .find((place) => existsSync(join(place, "initrd.gz")));

// Where the distribution has no such package, script/test says so.
describe.skipIf(pair === undefined)("kernel-initrd", () => {
  test("Debian's installer pair, fetched once", { timeout: PATIENCE_MS }, async () => {
    using out = temporaryFolder();
    const kernel = serve("/linux", join(pair ?? "", "linux"));
    const initrd = serve("/initrd.gz", join(pair ?? "", "initrd.gz"));
    const guest = [
      ...["--guest", "kernel-initrd", "--kernel", kernel.url, "--kernel-sha256", kernel.digest],
      ...["--initrd", initrd.url, "--initrd-sha256", initrd.digest, "--cache", cache],
    ];
    server.asked.length = 0;
    const fetched = await runCli(["assets", ...guest], { env });
    expect(fetched).toMatchObject({ status: 0 });
    const places = [kernel, initrd].map(({ digest }) => join(cache, "assets", digest));
    expect(fetched.stdout).toBe(
      `kernel-initrd kernel ${places[0]} sha256:${kernel.digest}\nkernel-initrd initrd ${places[1]} sha256:${initrd.digest}\n`,
    );
    expect([...server.asked].sort()).toEqual(["GET /initrd.gz", "GET /linux"]);

    const ended = await runCli([...RUN, "--iterations", "1", ...guest, "--out", out.path], { env });
    expect(ended.stderr).not.toContain("fetched");
    expect(ended.status).toBe(0);
    expect(readResults(out.path)).toMatchObject({ conclusion: "passed", guest: "kernel-initrd" });
    expect(server.asked).toHaveLength(2);
    expect(readFileSync(join(out.path, "new-tap/iteration-001/source.console.log"), "utf8")).not.toMatch(
      /kernel-initrd: /,
    );
  });
});
