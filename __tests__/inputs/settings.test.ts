/** Proves: settings have the documented defaults, and every bad input is named in one message. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/base/errors.ts";
import { INPUT_NAMES } from "../../src/inputs/inputs.ts";
import { readSettings } from "../../src/inputs/settings.ts";

describe("defaults", () => {
  test("nothing given", () => {
    expect(readSettings({}, 7)).toEqual({
      qemu: "qemu-system-x86_64",
      targetQemu: null,
      roundTrip: false,
      baselineQemu: null,
      maxRegressionPercent: 20,
      qemuArguments: [],
      qemuEnvironment: {},
      machine: "q35",
      cpu: null,
      smp: 1,
      memoryBytes: 2 ** 30,
      queues: 4,
      nics: 1,
      accel: "kvm",
      privilege: "auto",
      setup: "auto",
      guest: "micro",
      iso: null,
      isoSha256: null,
      kernel: null,
      kernelSha256: null,
      initrd: null,
      initrdSha256: null,
      mirror: null,
      cache: null,
      scenarios: ["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"],
      unsupportedFails: false,
      iterations: 5,
      untilDecided: false,
      probeIntervalMs: 1,
      connections: 20,
      recoveryTimeoutMs: 5000,
      limits: [],
      strict: false,
      trace: true,
      timeoutMinutes: 60,
      outputFolder: "tap-migration-results",
      summary: true,
      annotations: true,
      seed: 7,
      given: {},
    });
  });

  test("an A/B takes more iterations, unless told otherwise", () => {
    expect(readSettings({ "baseline-qemu": "a" }, 0).iterations).toBe(30);
    expect(readSettings({ "baseline-qemu": "a", iterations: "3" }, 0).iterations).toBe(3);
  });

  test("or until it is decided, in any case", () => {
    for (const iterations of ["auto", "AUTO"])
      expect(readSettings({ "baseline-qemu": "a", iterations }, 0)).toMatchObject({
        ...{ iterations: 30, untilDecided: true },
      });
  });

  test("what was given is kept for the results, but for what may be a secret", () => {
    expect(readSettings({ "qemu-args": "-x password", smp: "2" }, 0).given).toEqual({
      "qemu-args": "…",
      smp: "2",
    });
  });

  test("a scenario that the user names has to run, unless told otherwise", () => {
    expect(readSettings({ scenarios: "tap-fd" }, 0).unsupportedFails).toBe(true);
    expect(readSettings({ scenarios: "tap-fd", unsupported: "skip" }, 0).unsupportedFails).toBe(false);
    expect(readSettings({ unsupported: "fail" }, 0).unsupportedFails).toBe(true);
  });
});

test.each([
  ["new-tap,tap-fd", ["new-tap", "tap-fd"]],
  ["new-tap tap-fd", ["new-tap", "tap-fd"]],
  ["\n  new-tap\n  new-tap-vhost\n", ["new-tap", "new-tap-vhost"]],
  ["new-tap,new-tap", ["new-tap"]],
])("scenarios %j", (text, expected) => {
  expect(readSettings({ scenarios: text }, 0).scenarios).toEqual(expected);
});

test("qemu-env are lines of NAME=VALUE, and no value is repeated, kept or refused aloud", () => {
  const text = "ASAN_OPTIONS=detect_leaks=0:x=y z\n\n  _a1=\nTOKEN=hunter2\n";
  const { qemuEnvironment, given } = readSettings({ "qemu-env": text }, 0);
  expect(qemuEnvironment).toEqual({ ASAN_OPTIONS: "detect_leaks=0:x=y z", _a1: "", TOKEN: "hunter2" });
  expect(given).toEqual({ "qemu-env": "…" });
  for (const wrong of [
    "hunter2",
    "A=1\nhunter2\nB=2",
    "1A=hunter2",
    "-u=hunter2",
    "A B=hunter2",
    "=hunter2",
  ]) {
    const number = wrong.split("\n").findIndex((line) => line.includes("hunter2")) + 1;
    expect(() => readSettings({ "qemu-env": wrong }, 0)).toThrow(
      new ConfigurationError(
        `these inputs cannot be used:\n  qemu-env: expected NAME=VALUE in each line, which line ${number} is not`,
      ),
    );
  }
});

test("qemu-args are split as a shell splits words, and nothing is run or expanded", () => {
  expect(readSettings({ "qemu-args": `-device "a b,c=d" -name '$(id)' ; rm` }, 0).qemuArguments).toEqual([
    "-device",
    "a b,c=d",
    "-name",
    "$(id)",
    ";",
    "rm",
  ]);
});

test("every bad input is in one message, each with what was expected", () => {
  const given = {
    accel: "xen",
    memory: "1T",
    iterations: "0",
    scenarios: "tap-df",
    queues: "four",
    colour: "red",
    constructor: "x",
    cpu: "-cpu",
  };
  const read = () => readSettings(given, 0);
  expect(read).toThrow(ConfigurationError);
  let message = "";
  try {
    read();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(
    message
      .split("\n")
      .slice(1)
      .map((line) => line.trim())
      .sort(),
  ).toEqual([
    'accel: expected kvm or tcg, not "xen"',
    "colour: there is no such input",
    "constructor: there is no such input",
    'cpu: expected one word that does not begin with a dash, not "-cpu"',
    'iterations: expected 1 or more, or auto, not "0"',
    'memory: expected a number and M or G, like 512M or 1G, not "1T"',
    'queues: expected a whole number, not "four"',
    'scenarios: expected names out of tap-fd, tap-fd-vhost, new-tap, new-tap-vhost, not "tap-df"',
  ]);
});

test("queues are as many as a TAP can have, and one more is refused with the reason", () => {
  expect(readSettings({ queues: "256" }, 0).queues).toBe(256);
  expect(() => readSettings({ queues: "257" }, 0)).toThrow(
    'queues: expected 256 or less (a TAP has no more: MAX_TAP_QUEUES in drivers/net/tun.c of the kernel), not "257"',
  );
});

test("whatever is given is either read or refused with a ConfigurationError", () => {
  const given = fc.dictionary(fc.oneof(fc.constantFrom(...INPUT_NAMES), fc.string()), fc.string());
  fc.assert(
    fc.property(given, (raw) => {
      try {
        readSettings(raw, 0);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigurationError);
      }
    }),
  );
});

test.each([
  [{ "baseline-qemu": "a", "target-qemu": "b" }, "baseline-qemu, target-qemu: expected one of them"],
  [{ "round-trip": "true" }, "round-trip: expected target-qemu besides"],
  [{ "baseline-qemu": "a", iterations: "2" }, "iterations: expected 3 or more with baseline-qemu"],
  [{ iterations: "auto" }, "iterations: expected a number, or baseline-qemu besides: auto adds pairs until"],
])("inputs that do not fit each other: %j", (given, expected) => {
  expect(() => readSettings(given, 0)).toThrow(expected);
});
