/**
 * The format of results.json, and the words that all parts of the program share for it.
 *
 * A figure that could not be had is `null`, never 0. Times end in `Ms`, are milliseconds and may have
 * fractions; `atMs` counts from the moment at which `migrate` was written to the source's QMP socket.
 * The JSON Schema in docs/results.schema.json is generated from here.
 */
import { z } from "zod";

export const SCHEMA_VERSION = 1;

export const SCENARIO_NAMES = ["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"] as const;
export const ScenarioName = z.enum(SCENARIO_NAMES);
export type ScenarioName = z.infer<typeof ScenarioName>;

export const DIALECT_NAMES = [
  "permit",
  "supported",
  "incoming-fds",
  "backend-transfer",
  "fds",
  "local-tap",
] as const;
export const DialectName = z.enum(DIALECT_NAMES);
export type DialectName = z.infer<typeof DialectName>;

export const Accel = z.enum(["kvm", "tcg"]);
export type Accel = z.infer<typeof Accel>;

export const BuildRole = z.enum(["candidate", "target", "baseline"]);
export type BuildRole = z.infer<typeof BuildRole>;

/** In ms, some thirty thousand years: as far as sums of figures stay exact, and as wide as a table takes. */
export const LARGEST_MS = 1e15;
const LARGEST_US = LARGEST_MS * 1000;

/** Between two clocks' readings: one that was set back makes it negative. */
const difference = z.number().min(-LARGEST_MS).max(LARGEST_MS);
const ms = difference.nullable();
/** Can't be negative, whatever clocks do. */
const duration = z.number().nonnegative().max(LARGEST_MS);
const length = duration.nullable();
/** Of a scenario. */
export const MOST_ITERATIONS = 10_000;

const us = z.number().nonnegative().max(LARGEST_US).nullable();
const count = z.number().int().nonnegative().nullable();

export const TimelineEvent = z.strictObject({
  atMs: difference,
  side: z.enum(["source", "target", "host", "probe"]),
  event: z.string(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const DeviceTime = z.strictObject({
  name: z.string(),
  instance: z.number().int(),
  saveUs: us,
  loadUs: us,
});
export type DeviceTime = z.infer<typeof DeviceTime>;

/**
 * The freeze in parts that follow one another and add up to `vcpuPauseMs`. Null: not told apart here, or not taking place.
 */
export const Freeze = z.strictObject({
  /** STOP until the source has stopped all. */
  stopMs: length,
  /** The source saves; the target already loads what has come. */
  saveMs: length,
  /** The source has saved all, and the target waits for the stream. */
  transferMs: length,
  /** The target loads what is left, and gets ready to run. */
  loadMs: length,
  /** Those of the four above that could not be told apart, in one. */
  stateMs: length,
  /** Address and MAC move from one TAP to the other. */
  switchMs: length,
  /** Our own share but the switch. */
  harnessMs: length,
  /** `cont` written until RESUME. */
  contMs: length,
  unexplainedMs: duration,
});
export type Freeze = z.infer<typeof Freeze>;

/** The outage before STOP, within the freeze, and after RESUME: they add up to `outageMs`. */
export const OutageParts = z.strictObject({
  beforeStopMs: duration,
  freezeMs: duration,
  afterResumeMs: duration,
});
export type OutageParts = z.infer<typeof OutageParts>;

/** The last of what something said, kept when something went wrong. */
export const Evidence = z.strictObject({
  side: z.enum(["source", "target", "host"]),
  /** "console", "QMP", "stderr", "ip -s address": whose words they are. */
  what: z.string(),
  tail: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** One of the guest's addresses, one for each queue pair that the guest may use. */
export const Flow = z.strictObject({
  address: z.string(),
  outageMs: length,
  resumeToReplyMs: ms,
  afterGapMs: length,
  noiseMs: length,
  sent: count,
  lost: count,
  late: count,
});
export type Flow = z.infer<typeof Flow>;

export const Iteration = z.strictObject({
  boot: z.number().int().positive(),
  index: z.number().int().positive(),
  from: BuildRole,
  to: BuildRole,
  /** In an A/B, the pair it belongs to, from 1. */
  pair: z.number().int().positive().nullable(),
  status: z.enum(["passed", "failed"]),
  reason: z.string().nullable(),
  /** What both sides said last and the TAPs' counters, when it failed. */
  evidence: z.array(Evidence),
  /** Where its logs are, below the folder of results.json. */
  folder: z.string(),
  outageMs: length,
  resolved: z.boolean().nullable(),
  resumeToReplyMs: ms,
  afterGapMs: length,
  noiseMs: length,
  sent: count,
  lost: count,
  late: count,
  vcpuPauseMs: ms,
  qemuDowntimeMs: length,
  harnessMs: ms,
  tapSwitchMs: ms,
  migrateMs: ms,
  freeze: Freeze.nullable(),
  outageParts: OutageParts.nullable(),
  /** Each flow of the probe. The figures above are those of the worst one; what was sent, lost and late are sums. */
  flows: z.array(Flow),
  queuePairs: z.strictObject({ offered: z.number().int().positive(), active: count }),
  vhost: z.boolean().nullable(),
  devices: z.array(DeviceTime).nullable(),
  timeline: z.array(TimelineEvent),
});
export type Iteration = z.infer<typeof Iteration>;

export const Statistics = z.strictObject({
  n: z.number().int().nonnegative(),
  min: length,
  median: length,
  p95: length,
  max: length,
  ci95: z.tuple([duration, duration]).nullable(),
});
export type Statistics = z.infer<typeof Statistics>;

export const Limit = z.strictObject({
  limit: z.enum(["max-outage-ms", "max-lost"]),
  statistic: z.enum(["median", "p95", "max"]),
  bound: duration,
  value: length,
  verdict: z.enum(["met", "exceeded", "unresolved"]),
});
export type Limit = z.infer<typeof Limit>;

export const Scenario = z.strictObject({
  name: ScenarioName,
  /** Whose guest is migrated: the build of the source. With a way back, "target" has the iterations from target to candidate. */
  build: BuildRole,
  status: z.enum(["passed", "failed", "unsupported", "skipped"]),
  reason: z.string().nullable(),
  /** What was said last by a guest that did not come up. */
  evidence: z.array(Evidence),
  bootMs: z.array(duration),
  limits: z.array(Limit),
  iterations: z.array(Iteration).max(MOST_ITERATIONS),
  stats: z
    .strictObject({
      outageMs: Statistics,
      /** The first iterations of chains, and all others: a QEMU that has never migrated differs. */
      firstOutageMs: Statistics,
      laterOutageMs: Statistics,
    })
    .nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

export const Build = z.strictObject({
  role: BuildRole,
  path: z.string(),
  version: z.string(),
  dialect: DialectName.nullable(),
  /** Whether the time of each device was traced; in an A/B both builds are, or neither. */
  traced: z.boolean(),
});
export type Build = z.infer<typeof Build>;

/** The candidate (B) against the baseline (A). */
export const Comparison = z.strictObject({
  scenario: ScenarioName,
  /** Pairs in which both iterations passed. */
  pairs: z.number().int().nonnegative(),
  medianA: length,
  medianB: length,
  deltaMs: ms,
  deltaCi95: z.tuple([difference, difference]).nullable(),
  p: z.number().min(0).max(1).nullable(),
  maxRegressionPercent: z.number().nonnegative().max(LARGEST_MS),
  verdict: z.enum(["same", "faster", "slower", "inconclusive"]),
  /** How many iterations of each build would probably decide; null when decided, or when no practical number would. */
  iterationsToDecide: z.number().int().positive().nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

export const Results = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** As `toISOString` of JavaScript writes it. */
  startedAt: z.iso.datetime({ precision: 3 }),
  durationMs: duration,
  conclusion: z.enum(["passed", "failed"]),
  reason: z.string().nullable(),
  seed: z.number().int().nonnegative(),
  host: z.strictObject({ kernel: z.string(), cpu: z.string(), cores: z.number().int().positive() }),
  accel: Accel,
  guest: z.string(),
  /** What the user set, by the inputs' names; the values of `qemu-args` and `qemu-env` are left out ("…"): they may hold secrets. */
  inputs: z.record(z.string(), z.string()),
  probe: z.strictObject({
    tool: z.enum(["fping", "ping"]),
    periodMs: z.number().positive().max(LARGEST_MS),
    resolutionMs: z.number().positive().max(LARGEST_MS),
  }),
  builds: z.array(Build).max(BuildRole.options.length),
  /** The longest gap in each of some stretches without any migration: this host's noise. Null when it was not asked for. */
  control: z
    .strictObject({ stretchMs: z.number().positive().max(LARGEST_MS), longestGapMs: Statistics })
    .nullable(),
  /** One of a name for each build. */
  scenarios: z.array(Scenario).max(SCENARIO_NAMES.length * BuildRole.options.length),
  comparison: z.array(Comparison).max(SCENARIO_NAMES.length),
});
export type Results = z.infer<typeof Results>;
