/** Proves: the guest alpine-iso is fetched and measured, with a silent serial line and a late NIC beside another. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../folder.ts";
import { makeBootIso } from "../guest/boot-iso.ts";
import { cache, env, PATIENCE_MS, RUN, serve, server } from "./guests.ts";
import { readResults, runCli } from "./product.ts";
import { SECOND_NIC } from "./small-run.ts";

describe("alpine-iso", () => {
  test("silent serial line, NIC later than the login, beside one of the user's", {
    timeout: PATIENCE_MS,
  }, async () => {
    using out = temporaryFolder();
    using made = temporaryFolder();
    const iso = serve("/alpine.iso", await makeBootIso(made.path, { timeout: 10, serial: false }));
    const guest = ["--guest", "alpine-iso", "--iso", iso.url, "--iso-sha256", iso.digest, "--cache", cache];
    // Two iterations, so that a target with the CD drive becomes a source.
    const args = [...RUN, "--iterations", "2", ...guest, "--qemu-args", SECOND_NIC, "--out", out.path];
    const ended = await runCli(args, { env });
    expect(ended.stderr).toMatch(/iso: fetched \d+\.\d MiB from http:\S+\/alpine\.iso/);
    expect(ended.status).toBe(0);
    const results = readResults(out.path);
    expect(results).toMatchObject({ conclusion: "passed", guest: "alpine-iso" });
    expect(results.scenarios[0]?.bootMs).toHaveLength(1);
    expect(results.scenarios[0]?.iterations.map(({ status }) => status)).toEqual(["passed", "passed"]);
    for (const iteration of results.scenarios[0]?.iterations ?? [])
      expect(iteration).toMatchObject({ connections: 20, connectionsLost: 0 });
    const console = readFileSync(join(out.path, "new-tap/iteration-001/source.console.log"), "utf8");
    // Loader and kernel print nothing before getty.
    expect(console).toMatch(/^\s*Welcome to Alpine Linux/);
    expect(console).not.toMatch(/ISOLINUX|Linux version/);
    // The user's NIC is eth0.
    expect(console).toContain("/sys/class/net/eth1/address\r\n");
    expect(server.asked).toEqual(["GET /alpine.iso"]);
  });
});
