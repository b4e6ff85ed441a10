/** What a run is told to do: all inputs read at once, for both fronts. */
import type { z } from "zod";
import { isUrl, LEFT_OUT, shownUrl, shownUrlsIn } from "../base/url.ts";
import { type AssetInputs, assetProblems } from "../guest/assets.ts";
import type { LimitRule } from "../measure/limits.ts";
import { type Accel, SCENARIO_NAMES, type ScenarioName } from "../results/schema.ts";
import { DEFAULT_ITERATIONS, DEFAULT_PAIRS, INPUTS, type Input, type InputName } from "./inputs.ts";
import { refuseInputs, unknownInputs } from "./problems.ts";

/** A guest differs from boot to boot: in an A/B, figures of a single one would be taken for the build's. */
export const LEAST_BOOTS = 3;

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
  /** Variables for every QEMU, beside those that all have. */
  readonly qemuEnvironment: Readonly<Record<string, string>>;
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
  const problems = unknownInputs(Object.keys(given), INPUTS);
  const get = <K extends InputName>(name: K): ValueOf<(typeof INPUTS)[K]> => {
    const { schema, fallback } = INPUTS[name];
    const text = given[name] ?? fallback;
    if (text === null) return null as ValueOf<(typeof INPUTS)[K]>;
    const result = schema.safeParse(text);
    if (!result.success) {
      problems.push(...problemsOf(name, text, result.error.issues));
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
    qemuEnvironment: get("qemu-env"),
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
    given: Object.fromEntries(Object.entries(given).map(([name, text]) => [name, withoutSecret(name, text)])),
  };
  // Whether inputs fit each other can be said of well-formed ones only.
  if (problems.length === 0) problems.push(...assetProblems(settings), ...buildProblems(settings));
  refuseInputs(problems);
  return settings;
}

/** Of an input made of lines, each has its own problem, which quotes it. Of any other, the first problem says what was expected. */
function problemsOf(name: InputName, text: string, issues: readonly z.core.$ZodIssue[]): string[] {
  const ofLines = issues.filter((issue) => issue.code === "custom" && issue.params?.quotesItself === true);
  if (ofLines.length > 0) return ofLines.map(({ message }) => `${name}: ${shownUrlsIn(message)}`);
  const expected = issues[0]?.message ?? "cannot be read";
  return [`${name}: ${expected}${mayBeSecret(name) ? "" : `, not ${JSON.stringify(quoted(name, text))}`}`];
}

/** What a problem says of a value: any may be a URL by mistake, and a mirror's is meant as one even without its scheme. */
const quoted = (name: InputName, text: string): string =>
  name === "mirror" || text.includes("://") ? shownUrl(text) : text;

/** Arguments for QEMU may hold passwords, and so may its variables: they are not written into results. */
const withoutSecret = (name: string, text: string): string => {
  if (mayBeSecret(name)) return LEFT_OUT;
  return isUrl(text) ? shownUrl(text) : text;
};

const mayBeSecret = (name: string): boolean =>
  Object.hasOwn(INPUTS, name) && "secret" in INPUTS[name as InputName];

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
