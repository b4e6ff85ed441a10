/**
 * The format of results.json, and the names that all parts of the program use for it.
 *
 * A figure that was not measured is `null`, never 0. Names of times end in `Ms`: milliseconds, with
 * fractions. `atMs` counts from the moment when `migrate` was written to the source's QMP socket.
 * docs/results.schema.json is generated from this file.
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

/** In ms, about thirty thousand years: up to this, sums of figures stay exact and fit into a table. */
export const LARGEST_MS = 1e15;
const LARGEST_US = LARGEST_MS * 1000;

/** The difference of two clock readings: negative when a clock was set back. */
const difference = z.number().min(-LARGEST_MS).max(LARGEST_MS);
const ms = difference.nullable();
/** Never negative, whatever the clocks do. */
const duration = z.number().nonnegative().max(LARGEST_MS);
const length = duration.nullable();
/** Per scenario. */
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
 * The freeze in consecutive parts that add up to `vcpuPauseMs`. Null: the part did not happen, or was not
 * measured separately.
 */
export const Freeze = z.strictObject({
  /** STOP until the source has stopped everything. */
  stopMs: length,
  /** The source saves; the target already loads what has arrived. */
  saveMs: length,
  /** The source has saved everything, the target waits for the stream. */
  transferMs: length,
  /** The target loads the rest and prepares to run. */
  loadMs: length,
  /** The sum of those of the four parts above that could not be measured separately. */
  stateMs: length,
  /** The host moves address and MAC from one TAP to the other. */
  switchMs: length,
  /** The time that this program adds, without the switch. */
  harnessMs: length,
  /** From writing `cont` until RESUME. */
  contMs: length,
  unexplainedMs: duration,
});
export type Freeze = z.infer<typeof Freeze>;

/** The parts of the outage before STOP, within the freeze, and after RESUME: they add up to `outageMs`. */
export const OutageParts = z.strictObject({
  beforeStopMs: duration,
  freezeMs: duration,
  afterResumeMs: duration,
});
export type OutageParts = z.infer<typeof OutageParts>;

/** The last output of a guest, a program or the host, kept after a failure. */
export const Evidence = z.strictObject({
  side: z.enum(["source", "target", "host"]),
  /** Where the output comes from: "console", "QMP", "stderr", "ip -s address". */
  what: z.string(),
  tail: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** The figures of one address. The guest has one address for each queue pair that it may use. */
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
  /** In an A/B, its pair, counted from 1. */
  pair: z.number().int().positive().nullable(),
  status: z.enum(["passed", "failed"]),
  reason: z.string().nullable(),
  /** When it failed: the last output of both sides and the TAPs' counters. */
  evidence: z.array(Evidence),
  /** The folder of its logs, relative to the folder of results.json. */
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
  /** Each flow of the probe. The figures above are those of the worst flow; `sent`, `lost` and `late` are sums. */
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
  /** The build of the source. In a round trip, "target" has the iterations from target to candidate. */
  build: BuildRole,
  status: z.enum(["passed", "failed", "unsupported", "skipped"]),
  reason: z.string().nullable(),
  /** The last output of a guest that did not come up. */
  evidence: z.array(Evidence),
  bootMs: z.array(duration),
  limits: z.array(Limit),
  iterations: z.array(Iteration).max(MOST_ITERATIONS),
  stats: z
    .strictObject({
      outageMs: Statistics,
      /** First iterations of chains, and all others: a QEMU that has never migrated behaves differently. */
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
  /** Whether the time of each device was traced; in an A/B, both builds are traced or neither is. */
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
  /** How many iterations of each build would probably decide. Null: decided, or no practical number would decide. */
  iterationsToDecide: z.number().int().positive().nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

export const Results = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** In the form of JavaScript's `toISOString`. */
  startedAt: z.iso.datetime({ precision: 3 }),
  durationMs: duration,
  conclusion: z.enum(["passed", "failed"]),
  reason: z.string().nullable(),
  seed: z.number().int().nonnegative(),
  host: z.strictObject({ kernel: z.string(), cpu: z.string(), cores: z.number().int().positive() }),
  accel: Accel,
  guest: z.string(),
  /** The inputs that the user set. Values of `qemu-args` and `qemu-env` are "…", because they may contain secrets. */
  inputs: z.record(z.string(), z.string()),
  probe: z.strictObject({
    tool: z.enum(["fping", "ping"]),
    periodMs: z.number().positive().max(LARGEST_MS),
    resolutionMs: z.number().positive().max(LARGEST_MS),
  }),
  builds: z.array(Build).max(BuildRole.options.length),
  /** This host's noise: the longest gap in each of several stretches without migration. Null when not asked for. */
  control: z
    .strictObject({ stretchMs: z.number().positive().max(LARGEST_MS), longestGapMs: Statistics })
    .nullable(),
  /** One for each combination of name and build. */
  scenarios: z.array(Scenario).max(SCENARIO_NAMES.length * BuildRole.options.length),
  comparison: z.array(Comparison).max(SCENARIO_NAMES.length),
});
export type Results = z.infer<typeof Results>;
