/**
 * Every input there is, once: name, meaning, default, and what it may be. The action's inputs and the command line's flags
 * are the same words, read here, so both refuse the same things with the same sentences.
 */
import parseArgv from "string-argv";
import { z } from "zod";
import { ConfigurationError } from "../errors.ts";
import { Accel, SCENARIO_NAMES, type ScenarioName } from "../results/schema.ts";

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, "expected a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `expected ${least} or more`).max(most, `expected ${most} or less`));

const decimalNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, "expected a number")
    .transform(Number)
    .pipe(z.number().min(least, `expected ${least} or more`).max(most, `expected ${most} or less`));

const word = z.string().regex(/^[^\s\0-][^\s\0]*$/, "expected one word that does not begin with a dash");
const path = z.string().regex(/^[^\0\n-][^\0\n]*$/, "expected a path that does not begin with a dash");

const memory = z
  .string()
  .regex(/^\d+[MG]$/, "expected a number and M or G, like 512M or 1G")
  .transform((text) => Number(text.slice(0, -1)) * (text.endsWith("G") ? 2 ** 30 : 2 ** 20))
  .refine((bytes) => bytes >= 128 * 2 ** 20 && bytes <= 64 * 2 ** 30, "expected 128M to 64G");

const scenarioList = z
  .string()
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter((name) => name !== ""))])
  .pipe(
    z
      .array(z.enum(SCENARIO_NAMES, `expected names out of ${SCENARIO_NAMES.join(", ")}`))
      .min(1, `expected at least one of ${SCENARIO_NAMES.join(", ")}`),
  );

interface Input<T> {
  readonly description: string;
  /** What holds when the user says nothing; null: nothing does. */
  readonly fallback: string | null;
  /** What the value stands for in `--help`. */
  readonly metavariable: string;
  readonly schema: z.ZodType<Exclude<T, null>, string>;
}

const input = <T>(
  metavariable: string,
  fallback: string,
  schema: z.ZodType<Exclude<T, null>, string>,
  description: string,
): Input<T> => ({ metavariable, fallback, schema, description });

const optional = <T>(
  metavariable: string,
  schema: z.ZodType<Exclude<T, null>, string>,
  description: string,
): Input<T | null> => ({
  metavariable,
  fallback: null,
  schema: schema as z.ZodType<Exclude<T | null, null>, string>,
  description,
});

export const INPUTS = {
  qemu: input("PATH", "qemu-system-x86_64", path, "The QEMU to run: a path, or a name looked up in PATH"),
  "qemu-args": input(
    "WORDS",
    "",
    z.string().transform((text) => parseArgv(text)),
    "Further arguments for both QEMUs, split as a shell splits words (but never run by one)",
  ),
  machine: input(
    "TYPE",
    "q35",
    z
      .string()
      .regex(/^[A-Za-z0-9._-]+(,[A-Za-z0-9._=,-]+)?$/, "expected a machine type like q35 or pc-q35-10.0"),
    "Machine type of both sides",
  ),
  cpu: optional("MODEL", word, "CPU model of both sides (default: host with kvm, QEMU's own with tcg)"),
  smp: input("N", "1", wholeNumber(1, 64), "vCPUs of the guest"),
  memory: input("SIZE", "1G", memory, "RAM of the guest, like 512M or 1G"),
  queues: input("N", "4", wholeNumber(1, 16), "Queue pairs of the TAP and the NIC"),
  accel: input(
    "kvm|tcg",
    "kvm",
    z.enum(Accel.options, "expected kvm or tcg"),
    "Accelerator. tcg is for trying out: it shows whether migration works, not how long it takes",
  ),
  kernel: optional("PATH", path, "Kernel of the guest micro (default: the newest in /boot)"),
  cache: optional(
    "FOLDER",
    path,
    "Where made and downloaded files are kept (default: the user's cache folder)",
  ),
  scenarios: optional(
    "LIST",
    scenarioList,
    `Which scenarios to run, separated by commas or blanks (default: all of ${SCENARIO_NAMES.join(", ")})`,
  ),
  unsupported: optional(
    "skip|fail",
    z.enum(["skip", "fail"], "expected skip or fail"),
    "Whether a scenario that can't be run here fails the run (default: fail when it was named in scenarios)",
  ),
  iterations: input("N", "5", wholeNumber(1, 10_000), "Migrations per scenario"),
  "probe-interval-ms": input(
    "MS",
    "1",
    decimalNumber(0.2, 1_000),
    "Time between two echo requests, at least 0.2",
  ),
  "recovery-timeout-ms": input(
    "MS",
    "5000",
    wholeNumber(100, 600_000),
    "How long after RESUME the guest may take to answer again; a deadline, not a measure",
  ),
  "output-dir": input("FOLDER", "tap-migration-results", path, "Where results and logs go"),
} as const;

export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];

type ValueOf<T> = T extends Input<infer V> ? V : never;

export interface Settings {
  readonly qemu: string;
  readonly qemuArguments: readonly string[];
  readonly machine: string;
  /** Null: as QEMU has it. */
  readonly cpu: string | null;
  readonly smp: number;
  readonly memoryBytes: number;
  readonly queues: number;
  readonly accel: Accel;
  readonly kernel: string | null;
  readonly cache: string | null;
  readonly scenarios: readonly ScenarioName[];
  /** Whether a scenario that can't be run here fails the run. */
  readonly unsupportedFails: boolean;
  readonly iterations: number;
  readonly probeIntervalMs: number;
  readonly recoveryTimeoutMs: number;
  readonly outputFolder: string;
  readonly seed: number;
}

/**
 * Reads all inputs at once. What is not in `given` has its default.
 * @throws ConfigurationError with a line for each input that is unknown or malformed, saying what was expected.
 */
export function readSettings(given: Readonly<Record<string, string>>, seed: number): Settings {
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(INPUTS, name))
    .map((name) => `${name}: there is no such input`);
  const get = <K extends InputName>(name: K): ValueOf<(typeof INPUTS)[K]> => {
    const { schema, fallback } = INPUTS[name];
    const text = given[name] ?? fallback;
    if (text === null) return null as ValueOf<(typeof INPUTS)[K]>;
    const result = schema.safeParse(text);
    if (!result.success) {
      const expected = result.error.issues[0]?.message ?? "cannot be read";
      problems.push(`${name}: ${expected}, not ${JSON.stringify(text)}`);
    }
    // Not used when there was a problem: all of them are thrown below.
    return result.data as ValueOf<(typeof INPUTS)[K]>;
  };
  const scenarios = get("scenarios");
  const unsupported = get("unsupported");
  const settings: Settings = {
    qemu: get("qemu"),
    qemuArguments: get("qemu-args"),
    machine: get("machine"),
    cpu: get("cpu"),
    smp: get("smp"),
    memoryBytes: get("memory"),
    queues: get("queues"),
    accel: get("accel"),
    kernel: get("kernel"),
    cache: get("cache"),
    scenarios: scenarios ?? SCENARIO_NAMES,
    unsupportedFails: (unsupported ?? (scenarios === null ? "skip" : "fail")) === "fail",
    iterations: get("iterations"),
    probeIntervalMs: get("probe-interval-ms"),
    recoveryTimeoutMs: get("recovery-timeout-ms"),
    outputFolder: get("output-dir"),
    seed,
  };
  if (problems.length > 0)
    throw new ConfigurationError(
      `these inputs cannot be used:\n${problems.map((text) => `  ${text}`).join("\n")}`,
    );
  return settings;
}
