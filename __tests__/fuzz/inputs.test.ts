/** Proves: any input is read as it was meant, or refused by name with a ConfigurationError. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ConfigurationError } from "../../src/base/errors.ts";
import { INPUT_NAMES, INPUTS, type InputName } from "../../src/inputs/inputs.ts";
import { readSettings, type Settings } from "../../src/inputs/settings.ts";
import { anyText, damaged } from "./hostile.ts";

const GOOD = [
  ...[
    "1",
    "5",
    "0.2",
    "0.5",
    "60",
    "1000",
    "512M",
    "1G",
    "true",
    "false",
    "tcg",
    "kvm",
    "skip",
    "fail",
    "micro",
  ],
  ...["tap-fd", "tap-fd,new-tap", "new-tap: median=12.5", "max=3\ntap-fd: 2", "/usr/bin/qemu", "q35", "host"],
  ...["-device foo,bar='a b'", "https://a.example/b", "0".repeat(64)],
];
const JUNK = [
  "",
  " ",
  "\0",
  "-1",
  "NaN",
  "Infinity",
  "1e3",
  "0x10",
  "٣",
  "1,5",
  "+1",
  "1 ",
  " 1",
  "--help",
  "-x",
  "a\nb",
  "__proto__",
];
const values = fc.oneof(fc.constantFrom(...GOOD, ...JUNK), damaged(GOOD), anyText);
const names = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...INPUT_NAMES) as fc.Arbitrary<string> },
  {
    weight: 1,
    arbitrary: fc.oneof(anyText, fc.constantFrom("__proto__", "constructor", "toString", "Qemu")),
  },
);

/** Null when it was refused. */
function read(given: Record<string, string>): Settings | null {
  try {
    return readSettings(given, 1);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return null;
  }
}

test("any inputs are read or refused, never half", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 6 }), (pairs) => {
      const given = Object.fromEntries(pairs);
      const settings = read(given);
      if (settings === null) return;
      for (const name of Object.keys(given)) expect(INPUT_NAMES).toContain(name);
      expect(settings.iterations).toBeGreaterThanOrEqual(1);
      expect(Number.isInteger(settings.memoryBytes / 2 ** 20)).toBe(true);
      expect(settings.probeIntervalMs).toBeGreaterThanOrEqual(0.2);
      for (const number of Object.values(settings).filter((value) => typeof value === "number")) {
        expect(Number.isFinite(number)).toBe(true);
      }
    }),
    { numRuns: 1_500 },
  );
});

const NUMBERS = INPUT_NAMES.filter((name) => /^\d+(\.\d+)?$/.test(INPUTS[name].fallback ?? ""));

test("a number is written in digits, or refused", () => {
  expect(NUMBERS.length).toBeGreaterThan(4);
  fc.assert(
    fc.property(fc.constantFrom(...NUMBERS), values, (name: InputName, text) => {
      if (read({ [name]: text }) !== null) expect(text).toMatch(/^[0-9]+(\.[0-9]+)?$/);
    }),
    { numRuns: 1_500 },
  );
});

const FILES = ["qemu", "target-qemu", "baseline-qemu", "cache", "output-dir", "cpu"] as const;

test("what becomes a word of a command line never begins like an option", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FILES), values, (name: InputName, text) => {
      if (read({ [name]: text }) === null) return;
      expect(text).not.toMatch(/^-|\0|\n/);
      expect(text).not.toBe("");
    }),
    { numRuns: 1_500 },
  );
});
