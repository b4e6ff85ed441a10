import { afterEach, expect, test, vi } from "vitest";
import { readInputs } from "../../src/action/inputs.ts";
import { INPUTS } from "../../src/run/inputs.ts";
import { readSettings } from "../../src/run/settings.ts";

afterEach(() => vi.unstubAllEnvs());

const given = (inputs: Record<string, string>) => {
  for (const [name, text] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, text);
  return readInputs(process.env);
};

test("what the runner gives is read, blanks around it taken off; an empty string is as nothing", () => {
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

test("what the runner fills in of action.yml is not taken for given", () => {
  const defaults = Object.entries(INPUTS).map(([name, { fallback }]) => [name, fallback ?? ""]);
  expect(given({ ...Object.fromEntries(defaults), guest: "", queues: "8" })).toEqual({
    guest: "alpine-iso",
    queues: "8",
  });
});

test("unknown and malformed inputs are told at once; a switch is true or false, and nothing else", () => {
  const read = () =>
    readSettings(
      given({ iteration: "3", max_outage: "1", summary: "True", annotations: "no", queues: "0" }),
      0,
    );
  for (const line of [
    "iteration: there is no such input",
    "max_outage: there is no such input",
    'summary: expected true or false, not "True"',
    'annotations: expected true or false, not "no"',
    'queues: expected 1 or more, not "0"',
  ]) {
    expect(read).toThrow(line);
  }
});
