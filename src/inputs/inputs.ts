/**
 * All inputs: name, meaning, default and metavariable. The action's inputs and the flags of the command line are made from this table.
 * The formats are in checks.ts, so that `--help` need not load zod.
 */
import {
  MOST_CONNECTIONS,
  MOST_ITERATIONS,
  MOST_NICS,
  MOST_QUEUES,
  SCENARIO_NAMES,
} from "../results/names.ts";

export interface Input {
  readonly description: string;
  /** The value when the user gives none. Null: there is no default. */
  readonly fallback: string | null;
  /** What `--help` shows in place of the value. */
  readonly metavariable: string;
  /** The value may be a secret: it is not in the results, and no message repeats it. */
  readonly secret?: true;
}

type WithDefault = Input & { readonly fallback: string };
type WithoutDefault = Input & { readonly fallback: null };

const input = (metavariable: string, fallback: string, description: string): WithDefault => ({
  ...{ metavariable, fallback, description },
});

const optional = (metavariable: string, description: string): WithoutDefault => ({
  ...{ metavariable, fallback: null, description },
});

export const DEFAULT_ITERATIONS = 5;
/** This many pairs show a difference of 25 % in nine of ten runs. */
export const DEFAULT_PAIRS = 30;

const DIGEST = "required for a URL that is not the default";
const QEMU = "PATH|debian:SUITE";

export const INPUTS = {
  qemu: input(
    QEMU,
    "qemu-system-x86_64",
    "QEMU to test: a path, a name to look up in PATH, or debian:SUITE for the build of a Debian suite, like debian:sid",
  ),
  "target-qemu": optional(
    QEMU,
    "QEMU of the target, if it differs: each iteration is one boot and one migration from qemu to target-qemu",
  ),
  "round-trip": input("true|false", "false", "Also migrate each guest back from target-qemu to qemu"),
  "baseline-qemu": optional(
    QEMU,
    "QEMU to compare qemu with (A/B): guests of both are migrated in pairs, in random order",
  ),
  "max-regression-percent": input(
    "PERCENT",
    "20",
    "How much longer than the baseline's the outage of qemu may be without counting as slower",
  ),
  "qemu-args": {
    ...input(
      "WORDS",
      "",
      "More arguments for all QEMUs, split into words as a shell does; no shell runs them",
    ),
    secret: true,
  },
  "qemu-env": {
    ...input(
      "LINES",
      "",
      "Environment variables for all QEMUs, one NAME=VALUE per line, like ASAN_OPTIONS=detect_leaks=0; the results do not contain the values",
    ),
    secret: true,
  },
  machine: input(
    "TYPE",
    "q35",
    "Machine type of source and target; with two builds, an alias means the newest type that both know",
  ),
  cpu: optional("MODEL", "CPU model of source and target (default: host with kvm, QEMU's default with tcg)"),
  smp: input("N", "1", "vCPUs of the guest"),
  memory: input("SIZE", "1G", "RAM of the guest, like 512M or 1G"),
  queues: input(
    "N",
    "4",
    `Queue pairs of the TAP and the NIC, at most ${MOST_QUEUES}, which is the limit of a TAP`,
  ),
  nics: input(
    "N",
    "1",
    `NICs of the guest, at most ${MOST_NICS}, each with TAPs of its own; the first is measured, all must answer at the end`,
  ),
  accel: input(
    "kvm|tcg",
    "kvm",
    "Accelerator. Use tcg only to see whether migration works: its figures are not those of KVM",
  ),
  privilege: input(
    "auto|root|none",
    "auto",
    "Who makes the network: root (this is root, or sudo without a password), none (namespaces of this user, without root), or auto: root if possible, else none",
  ),
  setup: input(
    "auto|true|false",
    "auto",
    "Before the run, install missing programs, load kernel modules, and open /dev/kvm, /dev/vhost-net and /dev/net/tun for this user; afterwards shut them again. auto: only on GitHub's own runners, which are thrown away",
  ),
  guest: input(
    "NAME",
    "micro",
    "Guest to boot: micro (this host's kernel and busybox, built for the run), kernel-initrd (a distribution's kernel and initrd) or alpine-iso (an ISO with its own boot loader; the action's default)",
  ),
  iso: optional("URL|PATH", "ISO for the guest alpine-iso (default: Alpine Linux 3.22.1 standard)"),
  "iso-sha256": optional("HEX", `SHA-256 of iso; ${DIGEST}`),
  kernel: optional(
    "URL|PATH",
    "Kernel for the guest kernel-initrd (default: Fedora 31 installer), or a path for micro (default: this host's newest kernel)",
  ),
  "kernel-sha256": optional("HEX", `SHA-256 of kernel; ${DIGEST}`),
  initrd: optional(
    "URL|PATH",
    "Initrd for the guest kernel-initrd, from the same distribution as the kernel (default: Fedora 31 installer)",
  ),
  "initrd-sha256": optional("HEX", `SHA-256 of initrd; ${DIGEST}`),
  mirror: optional(
    "URL",
    "Replaces scheme and host of the default URLs: https://mirror.example/base turns https://host/a/b into https://mirror.example/base/a/b",
  ),
  cache: optional(
    "FOLDER",
    "Where to keep downloads, builds of Debian, and what was found out about QEMUs (default: the user's cache folder)",
  ),
  scenarios: optional(
    "LIST",
    `Scenarios to run, separated by commas or spaces (default: all of ${SCENARIO_NAMES.join(", ")})`,
  ),
  unsupported: optional(
    "skip|fail",
    "What to do with a scenario that cannot run on this host (default: fail if scenarios names it, else skip)",
  ),
  iterations: optional(
    "N|auto",
    `Migrations per scenario, for each build and each direction, at most ${MOST_ITERATIONS} (default: ${DEFAULT_ITERATIONS}; ${DEFAULT_PAIRS} with baseline-qemu); auto, with baseline-qemu: as many pairs as the verdict takes, from 12 to 100, within timeout-minutes`,
  ),
  "probe-interval-ms": input("MS", "1", "Time between two echo requests, at least 0.2"),
  connections: input(
    "N",
    "20",
    `TCP connections from the guest, at most ${MOST_CONNECTIONS}, whose requests are timed beside the probe; 0 for none`,
  ),
  "recovery-timeout-ms": input(
    "MS",
    "5000",
    "The iteration fails when the guest does not answer within this time after RESUME",
  ),
  "max-outage-ms": optional(
    "LIMITS",
    "Limits on the outage, one per line: [scenario:] [median=|p95=|max=]NUMBER; the default is median",
  ),
  "max-request-stall-ms": optional(
    "LIMITS",
    "Limits on the longest time that a TCP request took, one per line, as for max-outage-ms; the default is median",
  ),
  "max-lost": optional(
    "LIMITS",
    "Limits on the requests lost in an iteration, one per line, as for max-outage-ms; the default is max",
  ),
  strict: input(
    "true|false",
    "false",
    "Also fail a scenario when this machine is too noisy to judge a limit",
  ),
  trace: input(
    "true|false",
    "true",
    "Trace the time of each device, if QEMU can; in an A/B both builds are traced, or neither",
  ),
  "timeout-minutes": input(
    "MINUTES",
    "60",
    "After this time the run ends, keeps the results it has, and fails",
  ),
  "output-dir": input("FOLDER", "tap-migration-results", "Folder for results and logs"),
  summary: input("true|false", "true", "Show the summary on the page of the job"),
  annotations: input("true|false", "true", "Add annotations to the job, not only lines to its log"),
} as const satisfies Record<string, Input>;

export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as InputName[];

/** The inputs of the command `doctor`: they decide whether a host can run a scenario. */
export const DOCTOR_INPUTS = [
  "qemu",
  "kernel",
  "accel",
  "privilege",
  "memory",
  "cache",
] as const satisfies readonly InputName[];

/** The inputs of the command `setup`: they decide what a run needs. */
export const SETUP_INPUTS = [
  "qemu",
  "target-qemu",
  "baseline-qemu",
  "guest",
  "kernel",
  "accel",
  "privilege",
  "scenarios",
  "memory",
  "cache",
] as const satisfies readonly InputName[];

/** The inputs that name a QEMU. */
export const QEMU_INPUTS = ["qemu", "target-qemu", "baseline-qemu"] as const satisfies readonly InputName[];

/** The inputs of the command `assets`. */
export const ASSET_INPUTS = [
  "guest",
  "iso",
  "iso-sha256",
  "kernel",
  "kernel-sha256",
  "initrd",
  "initrd-sha256",
  "mirror",
  "cache",
  ...QEMU_INPUTS,
] as const satisfies readonly InputName[];
