/** The inputs that change what a migration has to do. Figures of runs that differ in one of them cannot be put into one series. */
import { INPUT_NAMES, INPUTS, type InputName } from "./inputs.ts";

/**
 * How an input counts. `value`: as it was given, or its default. `given`: only whether it was given, because the value may be a secret and
 * is not in the results. `build`: the name of a suite of Debian, or else only whether it was given: the path of the same build may differ
 * from run to run. Null: it changes nothing, or results.json has it resolved in another place (accel, privilege, guest, probe).
 */
const COUNTS = {
  qemu: "build",
  "target-qemu": "build",
  "round-trip": "value",
  "baseline-qemu": "build",
  "max-regression-percent": null,
  "qemu-args": "given",
  "qemu-env": "given",
  machine: "value",
  cpu: "value",
  smp: "value",
  memory: "value",
  queues: "value",
  nics: "value",
  accel: null,
  privilege: null,
  setup: null,
  guest: null,
  iso: "value",
  "iso-sha256": null,
  kernel: "value",
  "kernel-sha256": null,
  initrd: "value",
  "initrd-sha256": null,
  mirror: null,
  cache: null,
  scenarios: null,
  unsupported: null,
  iterations: null,
  "probe-interval-ms": null,
  connections: "value",
  "recovery-timeout-ms": null,
  "max-outage-ms": null,
  "max-request-stall-ms": null,
  "max-lost": null,
  strict: null,
  trace: "value",
  "timeout-minutes": null,
  "output-dir": null,
  summary: null,
  annotations: null,
} as const satisfies Record<InputName, "value" | "given" | "build" | null>;

const DEBIAN = /^debian:/;
const GIVEN = "given";

/** What these inputs of a run ask of a migration, defaults filled in, in the order of all inputs. Inputs without a value are left out. */
export function workOf(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    INPUT_NAMES.flatMap((name) => {
      const text = given[name]?.trim() ?? "";
      const counts = COUNTS[name];
      if (counts === "value") return entry(name, text || (INPUTS[name].fallback ?? ""));
      if (counts === "given") return entry(name, text === "" ? "" : GIVEN);
      // Without qemu the one in PATH is used: a path, too.
      if (counts === "build")
        return entry(name, DEBIAN.test(text) || name === "qemu" ? debian(text) : text && GIVEN);
      return [];
    }),
  );
}

const debian = (text: string) => (DEBIAN.test(text) ? text : "");

const entry = (name: string, value: string): [string, string][] => (value === "" ? [] : [[name, value]]);
