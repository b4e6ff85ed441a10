/** Proves: the guests alpine-iso and kernel-initrd boot and are measured. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../folder.ts";
import { makeBootIso } from "../guest/boot-iso.ts";
import { cache, env, PATIENCE_MS, qmpOf, RUN, serve, server } from "./guests.ts";
import { readResults, runCli } from "./product.ts";
import { SECOND_NIC } from "./small-run.ts";

describe("alpine-iso", () => {
  test.each([
    ["on an invisible screen", false],
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

describe("kernel-initrd", () => {
  test("Debian's installer pair, fetched once, with a second NIC", { timeout: PATIENCE_MS }, async ({
    skip,
  }) => {
    skip(pair === undefined, "this distribution has no package debian-installer-…-netboot-amd64");
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

    const ended = await runCli(
      [...RUN, "--iterations", "1", ...guest, "--qemu-args", SECOND_NIC, "--out", out.path],
      {
        env,
      },
    );
    expect(ended.stderr).not.toContain("fetched");
    expect(ended.status).toBe(0);
    const results = readResults(out.path);
    expect(results).toMatchObject({ conclusion: "passed", guest: "kernel-initrd" });
    const [iteration] = results.scenarios[0]?.iterations ?? [];
    expect(iteration).toMatchObject({ connections: 20, connectionsLost: 0 });
    expect(server.asked).toHaveLength(2);
    const console = readFileSync(join(out.path, "new-tap/iteration-001/source.console.log"), "utf8");
    expect(console).not.toMatch(/kernel-initrd: /);
    expect(console).toContain("/sys/class/net/eth1/address\r\n");
  });
});
