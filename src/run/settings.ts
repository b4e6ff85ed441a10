/**
 * Every input there is, once: name, meaning, default, and what it may be. The action's inputs and the command line's flags
 * are the same words, read here, so both refuse the same things with the same sentences.
 */
import parseArgv from "string-argv";
import { z } from "zod";
import { ConfigurationError } from "../errors.ts";
import { type AssetInputs, assetProblems } from "../guest/assets.ts";
import { GUEST_NAMES } from "../guest/guest.ts";
import { type LimitKind, type LimitRule, parseLimits } from "../measure/limits.ts";
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

/** A URL, or a path; anything else with a scheme is meant as a URL that we can't fetch. */
const location = z
  .string()
  .regex(
    /^(?![a-z][a-z0-9+.-]*:\/\/)[^\0\n-][^\0\n]*$|^https?:\/\/[^\s\0/?#@]+([/?#][^\s\0]*)?$/i,
    "expected an http(s) URL without a password in it, or a path that does not begin with a dash",
  );

const baseUrl = z
  .string()
  .regex(
    /^https?:\/\/[^\s\0/?#@]+(\/[^\s\0?#]*)?$/i,
    "expected an http(s) URL like https://mirror.example/base, without a password or a question mark",
  );

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "expected 64 hexadecimal digits")
  .transform((digits) => digits.toLowerCase());

const truth = z.enum(["true", "false"], "expected true or false").transform((text) => text === "true");

const limits = (kind: LimitKind) =>
  z.string().transform((text, context): readonly LimitRule[] => {
    const { limits: rules, problems } = parseLimits(text, kind);
    for (const problem of problems) context.addIssue({ code: "custom", message: problem });
    return rules;
  });

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

/** A guest differs from boot to boot: in an A/B, figures of a single one would be taken for the build's. */
export const LEAST_BOOTS = 3;
const DEFAULT_ITERATIONS = 5;
/** So many pairs show a difference of a quarter nine times of ten. */
const DEFAULT_PAIRS = 30;

export const INPUTS = {
  qemu: input("PATH", "qemu-system-x86_64", path, "The QEMU to run: a path, or a name looked up in PATH"),
  "target-qemu": optional(
    "PATH",
    path,
    "Another QEMU for the target: each iteration is then a boot and one migration from qemu to it",
  ),
  "round-trip": input(
    "true|false",
    "false",
    truth,
    "Whether each guest is migrated back from target-qemu to qemu as well",
  ),
  "baseline-qemu": optional(
    "PATH",
    path,
    "Another QEMU to compare qemu with (A/B): a guest on either, migrated in turn, in pairs of random order",
  ),
  "max-regression-percent": input(
    "PERCENT",
    "20",
    decimalNumber(0, 1_000),
    "By how much the median outage of qemu may exceed the baseline's before it counts as slower",
  ),
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
    "Machine type of both sides; between two builds an alias stands for the newest type that both know",
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
  guest: input(
    "NAME",
    "micro",
    z.enum(GUEST_NAMES, `expected one of ${GUEST_NAMES.join(", ")}`),
    "What boots: micro (this host's kernel and busybox, made on the spot), kernel-initrd (a distribution's kernel and initrd) or alpine-iso (an ISO with a boot loader of its own; the action's default)",
  ),
  iso: optional("URL|PATH", location, "ISO of the guest alpine-iso (default: Alpine Linux 3.22.1 standard)"),
  "iso-sha256": optional("HEX", sha256, "Its SHA-256, which a URL of your own must have"),
  kernel: optional(
    "URL|PATH",
    location,
    "Kernel of the guest kernel-initrd (default: the installer's of Fedora 31), or a path for micro (default: the newest in /boot)",
  ),
  "kernel-sha256": optional("HEX", sha256, "Its SHA-256, which a URL of your own must have"),
  initrd: optional(
    "URL|PATH",
    location,
    "Initrd of the guest kernel-initrd, of the same distribution as the kernel (default: the installer's of Fedora 31)",
  ),
  "initrd-sha256": optional("HEX", sha256, "Its SHA-256, which a URL of your own must have"),
  mirror: optional(
    "URL",
    baseUrl,
    "Stands in for scheme and host of the default URLs: with https://mirror.example/base, https://host/a/b is fetched as https://mirror.example/base/a/b",
  ),
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
  iterations: optional(
    "N",
    wholeNumber(1, 10_000),
    `Migrations per scenario, of each build and in each direction (default: ${DEFAULT_ITERATIONS}; ${DEFAULT_PAIRS} with baseline-qemu)`,
  ),
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
  "max-outage-ms": optional(
    "LIMITS",
    limits("max-outage-ms"),
    "Limits on the outage, one a line: [scenario:] [median=|p95=|max=]NUMBER; median unless said",
  ),
  "max-lost": optional(
    "LIMITS",
    limits("max-lost"),
    "Limits on the requests lost in an iteration, one a line, as above; max unless said",
  ),
  strict: input(
    "true|false",
    "false",
    truth,
    "Whether a limit that this machine is too noisy to judge fails the scenario",
  ),
  trace: input(
    "true|false",
    "true",
    truth,
    "Whether QEMU traces how long each device takes, where the build can; in an A/B both builds do, or neither",
  ),
  "timeout-minutes": input(
    "MINUTES",
    "60",
    decimalNumber(0.01, 100_000),
    "After this the run ends in order, with the results so far, and fails",
  ),
  "output-dir": input("FOLDER", "tap-migration-results", path, "Where results and logs go"),
  summary: input("true|false", "true", truth, "Whether the summary goes to the page of the job as well"),
  annotations: input("true|false", "true", truth, "Whether the job gets annotations beside its log"),
} as const;

export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];

type ValueOf<T> = T extends Input<infer V> ? V : never;

export interface Settings extends AssetInputs {
  readonly qemu: string;
  /** Null: the target is the same QEMU. */
  readonly targetQemu: string | null;
  /** Whether guests go back from the target's QEMU. */
  readonly roundTrip: boolean;
  /** Null: no A/B. */
  readonly baselineQemu: string | null;
  readonly maxRegressionPercent: number;
  readonly qemuArguments: readonly string[];
  readonly machine: string;
  /** Null: as QEMU has it. */
  readonly cpu: string | null;
  readonly smp: number;
  readonly memoryBytes: number;
  readonly queues: number;
  readonly accel: Accel;
  readonly cache: string | null;
  readonly scenarios: readonly ScenarioName[];
  /** Whether a scenario that can't be run here fails the run. */
  readonly unsupportedFails: boolean;
  /** Of each build and in each direction. */
  readonly iterations: number;
  readonly probeIntervalMs: number;
  readonly recoveryTimeoutMs: number;
  readonly limits: readonly LimitRule[];
  /** Whether a limit that can't be judged fails. */
  readonly strict: boolean;
  readonly trace: boolean;
  readonly timeoutMinutes: number;
  readonly outputFolder: string;
  /** These two are for a front that has such things. */
  readonly summary: boolean;
  readonly annotations: boolean;
  readonly seed: number;
  /** The inputs as they were given, but what may be a secret. */
  readonly given: Readonly<Record<string, string>>;
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
    targetQemu: get("target-qemu"),
    roundTrip: get("round-trip"),
    baselineQemu: get("baseline-qemu"),
    maxRegressionPercent: get("max-regression-percent"),
    qemuArguments: get("qemu-args"),
    machine: get("machine"),
    cpu: get("cpu"),
    smp: get("smp"),
    memoryBytes: get("memory"),
    queues: get("queues"),
    accel: get("accel"),
    guest: get("guest"),
    iso: get("iso"),
    isoSha256: get("iso-sha256"),
    kernel: get("kernel"),
    kernelSha256: get("kernel-sha256"),
    initrd: get("initrd"),
    initrdSha256: get("initrd-sha256"),
    mirror: get("mirror"),
    cache: get("cache"),
    scenarios: scenarios ?? SCENARIO_NAMES,
    unsupportedFails: (unsupported ?? (scenarios === null ? "skip" : "fail")) === "fail",
    iterations:
      get("iterations") ?? (given["baseline-qemu"] === undefined ? DEFAULT_ITERATIONS : DEFAULT_PAIRS),
    probeIntervalMs: get("probe-interval-ms"),
    recoveryTimeoutMs: get("recovery-timeout-ms"),
    limits: [...(get("max-outage-ms") ?? []), ...(get("max-lost") ?? [])],
    strict: get("strict"),
    trace: get("trace"),
    timeoutMinutes: get("timeout-minutes"),
    outputFolder: get("output-dir"),
    summary: get("summary"),
    annotations: get("annotations"),
    seed,
    given: { ...given, ...("qemu-args" in given && { "qemu-args": LEFT_OUT }) },
  };
  // Whether inputs fit each other can be said of well-formed ones only.
  if (problems.length === 0) problems.push(...assetProblems(settings), ...buildProblems(settings));
  if (problems.length > 0)
    throw new ConfigurationError(
      `these inputs cannot be used:\n${problems.map((text) => `  ${text}`).join("\n")}`,
    );
  return settings;
}

/** Arguments for QEMU may hold passwords: they are not written into results. */
const LEFT_OUT = "…";

function buildProblems({ baselineQemu, targetQemu, roundTrip, iterations }: Settings): string[] {
  const problems: string[] = [];
  if (baselineQemu !== null && targetQemu !== null) {
    problems.push(
      "baseline-qemu, target-qemu: expected one of them: either two builds are compared, or guests go from one to the other",
    );
  }
  if (roundTrip && targetQemu === null) problems.push("round-trip: expected target-qemu besides");
  if (baselineQemu !== null && iterations < LEAST_BOOTS) {
    problems.push(
      `iterations: expected ${LEAST_BOOTS} or more with baseline-qemu, a boot of each build for each, not ${iterations}`,
    );
  }
  return problems;
}
