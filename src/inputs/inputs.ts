/**
 * Every input there is, once: name, meaning, default, and what it may be. The action's inputs and the command line's flags
 * are the same words, read by settings.ts, so both refuse the same things with the same sentences.
 */
import parseArgv from "string-argv";
import { z } from "zod";
import { readTruth } from "../base/booleans.ts";
import { isUrl } from "../base/url.ts";
import { GUEST_NAMES } from "../guest/guest.ts";
import { type LimitKind, type LimitRule, parseLimits } from "../measure/limits.ts";
import { EXPECTED_SUITE, namesSuite, suiteOf } from "../qemu/debian-suite.ts";
import { Accel, MOST_ITERATIONS, SCENARIO_NAMES } from "../results/schema.ts";

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

/** A path, a name in PATH, or debian:SUITE. */
const qemu = path.refine((text) => !namesSuite(text) || suiteOf(text) !== null, EXPECTED_SUITE);

/** Has a host that can be one: what comes before the first slash may be half a password else. */
const canParse = (text: string): boolean => !isUrl(text) || URL.canParse(text);

const EXPECTED_LOCATION =
  "expected an http(s) URL without a password in it, or a path that does not begin with a dash";
const EXPECTED_BASE =
  "expected an http(s) URL like https://mirror.example/base, without a password or a question mark";

/** A URL, or a path; anything else with a scheme is meant as a URL that we can't fetch. */
const location = z
  .string()
  .regex(
    /^(?![a-z][a-z0-9+.-]*:\/\/)[^\0\n-][^\0\n]*$|^https?:\/\/[^\s\0/?#@]+([/?#][^\s\0]*)?$/i,
    EXPECTED_LOCATION,
  )
  .refine(canParse, EXPECTED_LOCATION);

const baseUrl = z
  .string()
  .regex(/^https?:\/\/[^\s\0/?#@]+(\/[^\s\0?#]*)?$/i, EXPECTED_BASE)
  .refine(canParse, EXPECTED_BASE);

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "expected 64 hexadecimal digits")
  .transform((digits) => digits.toLowerCase());

const truth = z.string().transform((text, context): boolean => {
  const value = readTruth(text);
  if (value === null) context.addIssue({ code: "custom", message: "expected true or false" });
  return value === true;
});

const limits = (kind: LimitKind) =>
  z.string().transform((text, context): readonly LimitRule[] => {
    const { limits: rules, problems } = parseLimits(text, kind);
    for (const problem of problems)
      context.addIssue({ code: "custom", message: problem, params: { quotesItself: true } });
    return rules;
  });

/** Lines of NAME=VALUE. A problem names the line, never the value: it may be a secret. */
const variables = z.string().transform((text, context): Readonly<Record<string, string>> => {
  const lines = text.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const read = lines
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => ({ number, parts: /^([A-Za-z_][A-Za-z0-9_]*)=([^\0]*)$/.exec(line) }));
  const wrong = read.filter(({ parts }) => parts === null).map(({ number }) => number);
  if (wrong.length > 0) {
    context.addIssue({
      code: "custom",
      message: `expected NAME=VALUE in each line, which line ${wrong.join(", ")} is not`,
    });
  }
  return Object.fromEntries(read.map(({ parts }) => [parts?.[1] ?? "", parts?.[2] ?? ""]));
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

export interface Input<T> {
  readonly description: string;
  /** What holds when the user says nothing; null: nothing does. */
  readonly fallback: string | null;
  /** What the value stands for in `--help`. */
  readonly metavariable: string;
  readonly schema: z.ZodType<Exclude<T, null>, string>;
  /** Whether its value may be a secret: it is neither in the results nor repeated when it is refused. */
  readonly secret?: true;
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

export const DEFAULT_ITERATIONS = 5;
/** So many pairs show a difference of a quarter nine times of ten. */
export const DEFAULT_PAIRS = 30;

export const INPUTS = {
  qemu: input(
    "PATH|debian:SUITE",
    "qemu-system-x86_64",
    qemu,
    "The QEMU to run: a path, a name looked up in PATH, or debian:SUITE, the one of that Debian suite, like debian:sid",
  ),
  "target-qemu": optional(
    "PATH|debian:SUITE",
    qemu,
    "Another QEMU for the target: each iteration is then a boot and one migration from qemu to it",
  ),
  "round-trip": input(
    "true|false",
    "false",
    truth,
    "Whether each guest is migrated back from target-qemu to qemu as well",
  ),
  "baseline-qemu": optional(
    "PATH|debian:SUITE",
    qemu,
    "Another QEMU to compare qemu with (A/B): a guest on either, migrated in turn, in pairs of random order",
  ),
  "max-regression-percent": input(
    "PERCENT",
    "20",
    decimalNumber(0, 1_000),
    "By how much the median outage of qemu may exceed the baseline's before it counts as slower",
  ),
  "qemu-args": {
    ...input(
      "WORDS",
      "",
      z.string().transform((text) => parseArgv(text)),
      "Further arguments for both QEMUs, split as a shell splits words (but never run by one)",
    ),
    secret: true,
  },
  "qemu-env": {
    ...input(
      "LINES",
      "",
      variables,
      "Variables for all QEMUs, like ASAN_OPTIONS=detect_leaks=0: lines of NAME=VALUE; the values are not in the results",
    ),
    secret: true,
  },
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
    "Kernel of the guest kernel-initrd (default: the installer's of Fedora 31), or a path for micro (default: the newest of this host)",
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
    "Where downloads, builds of Debian and looks at QEMUs are kept (default: the user's cache folder)",
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
    wholeNumber(1, MOST_ITERATIONS),
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

/** Those that make a difference to whether a run is possible on a host. */
export const DOCTOR_INPUTS = [
  "qemu",
  "kernel",
  "accel",
  "memory",
  "cache",
] as const satisfies readonly InputName[];
