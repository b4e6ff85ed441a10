/** Proves: the action reads its inputs as a runner passes them, and names malformed and unknown ones. */
import { expect, test, vi } from "vitest";
import { readInputs, strayInputs } from "../../src/action/inputs.ts";
import { INPUTS } from "../../src/inputs/inputs.ts";
import { readSettings } from "../../src/inputs/settings.ts";

const given = (inputs: Record<string, string>) => {
  for (const [name, text] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, text);
  return readInputs();
};

test("inputs are read and trimmed; an empty string counts as not given", () => {
  expect(given({ "qemu-args": "  -device x  ", iterations: "7\n", cpu: "", machine: " " })).toEqual({
    "qemu-args": "-device x",
    iterations: "7",
    guest: "alpine-iso",
  });
});

test("the guest comes with the action unless another one is asked for", () => {
  expect(given({}).guest).toBe("alpine-iso");
  expect(readSettings(given({ guest: "micro" }), 0).guest).toBe("micro");
});

test("defaults that the runner fills in from action.yml do not count as given", () => {
  const defaults = Object.entries(INPUTS).map(([name, { fallback }]) => [name, fallback ?? ""]);
  expect(given({ ...Object.fromEntries(defaults), guest: "", queues: "8" })).toEqual({
    guest: "alpine-iso",
    queues: "8",
  });
});

test("all malformed inputs are reported at once", () => {
  const read = () => readSettings(given({ summary: "maybe", annotations: "1", queues: "0" }), 0);
  for (const line of [
    'summary: expected true or false, not "maybe"',
    'annotations: expected true or false, not "1"',
    'queues: expected 1 or more, not "0"',
  ]) {
    expect(read).toThrow(line);
  }
});

test.each([
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["yes", true],
  ["On", true],
  ["false", false],
  ["False", false],
  ["NO", false],
  ["off", false],
])("a switch that says %s is %s, as in YAML", (text, value) => {
  expect(readSettings(given({ strict: text, trace: text }), 0)).toMatchObject({
    strict: value,
    trace: value,
  });
});

test("an unknown input is reported and ignored, whoever set it", () => {
  expect(given({ iteration: "3" })).toEqual({ guest: "alpine-iso" });
  const stray = { INPUT_ITERATION: "3", "INPUT_MAX-LOST": "1", INPUT_EMPTY: " ", OUTPUT_X: "1" };
  expect(strayInputs(stray, INPUTS)).toEqual([
    "iteration: there is no such input; it is ignored (from the variable INPUT_ITERATION)",
  ]);
});
