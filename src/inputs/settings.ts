/** The settings of a run, read from the inputs. The action and the command line both use this. */
import type { z } from "zod";
import { isUrl, LEFT_OUT, shownUrl, shownUrlsIn } from "../base/url.ts";
import { type AssetInputs, assetProblems } from "../guest/assets.ts";
import type { WantedPrivilege } from "../host/privilege.ts";
import type { LimitRule } from "../measure/limits.ts";
import { SCENARIO_NAMES } from "../results/names.ts";
import type { Accel, ScenarioName } from "../results/schema.ts";
import { CHECKS } from "./checks.ts";
import { DEFAULT_ITERATIONS, DEFAULT_PAIRS, INPUTS, type InputName } from "./inputs.ts";
import { refuseInputs, unknownInputs } from "./problems.ts";

/** Guests differ from boot to boot. With a single boot, an A/B would show that difference as one of the builds. */
export const LEAST_BOOTS = 3;

/** Null only for an input without a default. */
type ValueOf<K extends InputName> =
  | z.output<(typeof CHECKS)[K]>
  | ((typeof INPUTS)[K]["fallback"] extends null ? null : never);

export interface Settings extends AssetInputs {
  readonly qemu: string;
  /** Null: source and target are the same QEMU. */
  readonly targetQemu: string | null;
  /** Whether guests are also migrated back from the target's QEMU. */
  readonly roundTrip: boolean;
  /** Null: no A/B. */
  readonly baselineQemu: string | null;
  readonly maxRegressionPercent: number;
  readonly qemuArguments: readonly string[];
  /** Environment variables for every QEMU, in addition to those that the program sets. */
  readonly qemuEnvironment: Readonly<Record<string, string>>;
  readonly machine: string;
  /** Null: QEMU's default. */
  readonly cpu: string | null;
  readonly smp: number;
  readonly memoryBytes: number;
  readonly queues: number;
  readonly nics: number;
  readonly accel: Accel;
  readonly privilege: WantedPrivilege;
  /** Whether the run sets up its host first; "auto": on a machine that is thrown away. */
  readonly setup: boolean | "auto";
  readonly cache: string | null;
  readonly scenarios: readonly ScenarioName[];
  /** Whether a scenario that can't be run here fails the run. */
  readonly unsupportedFails: boolean;
  /** Per build and direction. */
  readonly iterations: number;
  /** Whether a comparison gets further pairs until its verdict stands; then `iterations` is for what cannot be compared. */
  readonly untilDecided: boolean;
  readonly probeIntervalMs: number;
  /** TCP connections from the guest; 0: none. */
  readonly connections: number;
  readonly recoveryTimeoutMs: number;
  readonly limits: readonly LimitRule[];
  /** Whether a limit that cannot be judged fails the scenario. */
  readonly strict: boolean;
  readonly trace: boolean;
  readonly timeoutMinutes: number;
  readonly outputFolder: string;
  /** Only the action uses these two. */
  readonly summary: boolean;
  readonly annotations: boolean;
  readonly seed: number;
  /** The inputs as given; values that may be secrets are replaced. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * Reads all inputs. An input that is not in `given` has its default.
 * @throws ConfigurationError with a line for each unknown or malformed input; the line says what was expected.
 */
export function readSettings(given: Readonly<Record<string, string>>, seed: number): Settings {
  const problems = unknownInputs(Object.keys(given), INPUTS);
  const get = <K extends InputName>(name: K): ValueOf<K> => {
    const text = given[name] ?? INPUTS[name].fallback;
    if (text === null) return null as ValueOf<K>;
    const result = CHECKS[name].safeParse(text);
    if (!result.success) {
      problems.push(...problemsOf(name, text, result.error.issues));
    }
    // After a problem nobody uses the value: refuseInputs throws.
    return result.data as ValueOf<K>;
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
    qemuEnvironment: get("qemu-env"),
    machine: get("machine"),
    cpu: get("cpu"),
    smp: get("smp"),
    memoryBytes: get("memory"),
    queues: get("queues"),
    nics: get("nics"),
    accel: get("accel"),
    privilege: get("privilege"),
    setup: get("setup"),
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
    ...howMany(get("iterations"), given["baseline-qemu"] !== undefined),
    probeIntervalMs: get("probe-interval-ms"),
    connections: get("connections"),
    recoveryTimeoutMs: get("recovery-timeout-ms"),
    limits: [
      ...(get("max-outage-ms") ?? []),
      ...(get("max-request-stall-ms") ?? []),
      ...(get("max-lost") ?? []),
    ],
    strict: get("strict"),
    trace: get("trace"),
    timeoutMinutes: get("timeout-minutes"),
    outputFolder: get("output-dir"),
    summary: get("summary"),
    annotations: get("annotations"),
    seed,
    given: Object.fromEntries(Object.entries(given).map(([name, text]) => [name, withoutSecret(name, text)])),
  };
  // Only well-formed inputs can be checked against each other.
  if (problems.length === 0) problems.push(...assetProblems(settings), ...buildProblems(settings));
  refuseInputs(problems);
  return settings;
}

function howMany(
  wanted: number | "auto" | null,
  compares: boolean,
): Pick<Settings, "iterations" | "untilDecided"> {
  const usual = compares ? DEFAULT_PAIRS : DEFAULT_ITERATIONS;
  return wanted === "auto"
    ? { iterations: usual, untilDecided: true }
    : { iterations: wanted ?? usual, untilDecided: false };
}

/** The problems of one input. An input made of lines has one per bad line, which quotes the line. Others have one: the first. */
function problemsOf(name: InputName, text: string, issues: readonly z.core.$ZodIssue[]): string[] {
  const ofLines = issues.filter((issue) => issue.code === "custom" && issue.params?.quotesItself === true);
  if (ofLines.length > 0) return ofLines.map(({ message }) => `${name}: ${shownUrlsIn(message)}`);
  const expected = issues[0]?.message ?? "cannot be read";
  return [`${name}: ${expected}${mayBeSecret(name) ? "" : `, not ${JSON.stringify(quoted(name, text))}`}`];
}

/** A value as messages show it. Any value may be a URL by mistake; a mirror is meant as a URL even without a scheme. */
const quoted = (name: InputName, text: string): string =>
  name === "mirror" || text.includes("://") ? shownUrl(text) : text;

/** QEMU's arguments and environment may hold passwords, so their values are not written into the results. */
const withoutSecret = (name: string, text: string): string => {
  if (mayBeSecret(name)) return LEFT_OUT;
  return isUrl(text) ? shownUrl(text) : text;
};

const mayBeSecret = (name: string): boolean =>
  Object.hasOwn(INPUTS, name) && "secret" in INPUTS[name as InputName];

function buildProblems(settings: Settings): string[] {
  const { baselineQemu, targetQemu, roundTrip, iterations, untilDecided } = settings;
  const problems: string[] = [];
  if (baselineQemu !== null && targetQemu !== null) {
    problems.push(
      "baseline-qemu, target-qemu: expected one of them: either two builds are compared, or guests go from one to the other",
    );
  }
  if (roundTrip && targetQemu === null) problems.push("round-trip: expected target-qemu besides");
  if (untilDecided && baselineQemu === null)
    problems.push(
      "iterations: expected a number, or baseline-qemu besides: auto adds pairs until a comparison is decided",
    );
  if (baselineQemu !== null && iterations < LEAST_BOOTS) {
    problems.push(
      `iterations: expected ${LEAST_BOOTS} or more with baseline-qemu, a boot of each build for each, not ${iterations}`,
    );
  }
  return problems;
}
