/** Proves: vhost-net counts as used only when one of its threads ran. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lookAtVhost, type VhostLook, whyNoVhost } from "../../src/host/vhost.ts";
import { temporaryFolder } from "../folder.ts";

// Tests with a QEMU check the looks themselves: vhost fallen back, idle, and on KVM the real one.

const look = (switches: [number, number][], more: Partial<VhostLook> = {}): VhostLook => ({
  opened: true,
  switches: new Map(switches),
  seesKernelThreads: true,
  ...more,
});

describe("vhost-net", () => {
  test("is proven by one of its threads that ran", () => {
    const four: [number, number][] = [
      [11, 4],
      [12, 1],
      [13, 1],
      [14, 1],
    ];
    expect(whyNoVhost(look(four), look([[11, 503], ...four.slice(1)]))).toBe(null);
  });

  test.each([
    ["threads that slept", look([[11, 4]]), look([[11, 4]]), "did not run while pings were answered"],
    ["threads that came meanwhile", look([]), look([[11, 4]]), "did not run while pings were answered"],
    ["no thread", look([]), look([]), "the kernel has no vhost thread for this QEMU"],
    [
      "a device that is not open",
      look([[11, 4]]),
      look([[11, 9]], { opened: false }),
      "QEMU has not opened /dev/vhost-net",
    ],
    ["files that nobody may see", look([[11, 4]]), look([[11, 9]], { opened: null }), "cannot be looked at"],
    [
      "kernel threads out of sight",
      look([], { seesKernelThreads: false }),
      look([], { seesKernelThreads: false }),
      "docker run --pid=host",
    ],
  ])("is not by %s", (_, before, after, why) => expect(whyNoVhost(before, after)).toContain(why));

  test("is seen to be open in a chroot, which shows the way to its root before the path", async () => {
    using folder = temporaryFolder();
    mkdirSync(folder.at("dev"));
    const file = openSync(folder.at("dev/vhost-net"), "w");
    const child = spawn("sleep", ["60"], { stdio: ["ignore", file, "ignore"] });
    try {
      await once(child, "spawn");
      expect(lookAtVhost(child.pid ?? 0)).toMatchObject({ opened: true });
    } finally {
      child.kill();
      closeSync(file);
    }
  });

  test("is not there in a process that has none, nor in one that is gone", () => {
    expect(lookAtVhost(process.pid)).toMatchObject({ opened: false, switches: new Map() });
    expect(lookAtVhost(2 ** 22 - 1)).toMatchObject({ opened: null, switches: new Map() });
  });
});
