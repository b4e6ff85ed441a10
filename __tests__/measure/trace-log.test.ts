/** Proves: traces of QEMU 10.0 and 11.1 are read alike, and torn lines are skipped. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviceTimes, readTrace } from "../../src/measure/trace-log.ts";

const recorded = (name: string) =>
  readFileSync(new URL(`../data/trace/${name}.log`, import.meta.url), "utf8");
const VIRTIO_NET = "0000:00:01.0:00.0/virtio-net";

describe("readTrace on recorded traces", () => {
  test("reads the prefix of QEMU 10.0", () => {
    const trace = readTrace(recorded("qemu-10.0-source"));
    expect(trace.loads).toEqual([]);
    expect(trace.saves).toHaveLength(44);
    expect(trace.saves.find(({ name }) => name === VIRTIO_NET)).toEqual({
      name: VIRTIO_NET,
      instance: 0,
      atMs: 1795386901078.732,
      us: 562,
    });
    expect(trace.checkpoints.map(({ event }) => event)).toEqual([
      "src-downtime-start",
      "src-vm-stopped",
      "src-iterable-saved",
      "src-non-iterable-saved",
      "src-downtime-end",
    ]);
    expect(trace.checkpoints[1]?.atMs).toBe(1795386901076.884);
  });

  test("reads the prefix of QEMU 11.1", () => {
    const trace = readTrace(recorded("qemu-11.1-target"));
    expect(trace.saves).toEqual([]);
    expect(trace.loads).toHaveLength(34);
    expect(trace.loads.find(({ name }) => name === VIRTIO_NET)).toEqual({
      name: VIRTIO_NET,
      instance: 0,
      atMs: 1795386902924.766,
      us: 1039,
    });
    expect(trace.checkpoints.map(({ event }) => event)).toEqual([
      "dst-precopy-loadvm-completed",
      "dst-precopy-bh-enter",
      "dst-precopy-bh-announced",
      "dst-precopy-bh-vm-started",
    ]);
  });

  test.each(["10.0", "11.1"])("pairs saves and loads of %s", (version) => {
    const source = readTrace(recorded(`qemu-${version}-source`));
    const target = readTrace(recorded(`qemu-${version}-target`));
    const devices = deviceTimes(source, target) ?? [];
    const net = devices.find(({ name }) => name === VIRTIO_NET);
    expect(net?.saveUs).toBeGreaterThan(500);
    expect(net?.loadUs).toBeGreaterThan(1000);
    expect(devices.filter(({ name }) => name === "dma").map(({ instance }) => instance)).toEqual([0, 1]);
    // Only the source has a line for it: the target loads nothing.
    expect(devices.find(({ name }) => name === "smbus-eeprom")).toMatchObject({ loadUs: null });
    expect(new Set(devices.map(({ name, instance }) => `${name} ${instance}`)).size).toBe(devices.length);
    expect(sum(devices.map(({ saveUs }) => saveUs))).toBe(sum(source.saves.map(({ us }) => us)));
    expect(sum(devices.map(({ loadUs }) => loadUs))).toBe(sum(target.loads.map(({ us }) => us)));
  });
});

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("readTrace", () => {
  test("passes over other lines, a torn one, and a date that is none", () => {
    const text = [
      "2026-11-22T22:35:02.919767Z qemu-system-x86_64: warning: nic virtio-net-pci.0 has no peer",
      "2026-11-22T22:35:02.919767Z vmstate_save_state_top globalstate",
      "2026-13-45T22:35:02.919767Z vmstate_downtime_checkpoint src-downtime-start",
      "2026-11-22T22:35:02.919767Z vmstate_downtime_save type=non-iterable idstr=pc keyboard instance_id=-1 downtime=19",
      "2026-11-22T22:35:02Z vmstate_downtime_checkpoint src-vm-stopped",
      "2026-11-22T22:35:02.919767Z vmstate_downtime_save type=non-iterable idstr=apic instance_id=0 downtime=1",
    ];
    const trace = readTrace(text.join("\n"));
    expect(trace.saves.map(({ name, instance, us }) => [name, instance, us])).toEqual([
      ["pc keyboard", -1, 19],
    ]);
    expect(trace.checkpoints).toEqual([{ event: "src-vm-stopped", atMs: Date.UTC(2026, 10, 22, 22, 35, 2) }]);
  });

  test("takes only what belongs to the migration since a moment", () => {
    const text = recorded("qemu-10.0-target") + recorded("qemu-11.1-source");
    const trace = readTrace(text, 1795386902918.166);
    expect(trace.loads).toEqual([]);
    expect(trace.checkpoints[0]?.event).toBe("src-downtime-start");
  });

  test("of a build without these traces has nothing, and gives no devices", () => {
    expect(readTrace("")).toEqual({ saves: [], loads: [], checkpoints: [] });
    expect(deviceTimes(readTrace(""), null)).toBeNull();
    expect(deviceTimes(null, null)).toBeNull();
  });

  test("leaves null what one side did not trace", () => {
    const target = readTrace(recorded("qemu-11.1-target"));
    expect(new Set(deviceTimes(null, target)?.map(({ saveUs }) => saveUs))).toEqual(new Set([null]));
  });

  test("property: both prefixes give the same, to the µs; and nothing throws", () => {
    const epochUs = fc.integer({ min: 1_500_000_000_000_000, max: 2_000_000_000_000_000 });
    fc.assert(
      fc.property(epochUs, fc.nat(), fc.nat(1000), (us, downtime, instance) => {
        const rest = `vmstate_downtime_load type=iterable idstr=ram instance_id=${instance} downtime=${downtime}\n`;
        const [seconds, fraction] = [Math.floor(us / 1e6), String(us % 1e6).padStart(6, "0")];
        const date = new Date(seconds * 1000).toISOString().slice(0, 19);
        const old = readTrace(`1502@${seconds}.${fraction}:${rest}`);
        const modern = readTrace(`${date}.${fraction}Z ${rest}`);
        expect(modern).toEqual(old);
        expect(old.loads).toEqual([{ name: "ram", instance, atMs: us / 1000, us: downtime }]);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => readTrace(text).saves.length === 0));
  });
});
