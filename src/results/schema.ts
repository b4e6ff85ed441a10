/**
 * The format of results.json.
 *
 * A figure that could not be measured is `null`, never 0. Names of times end in `Ms`: milliseconds, with fractions. `atMs` counts
 * from when `migrate` was written to the source's QMP socket. docs/results.schema.json is generated from here.
 */
import { z } from "zod";
import {
  ACCEL_NAMES,
  COMPARED_FIGURES,
  DIALECT_NAMES,
  MOST_ITERATIONS,
  MOST_REQUESTS,
  PRIVILEGE_NAMES,
  ROLE_NAMES,
  SCENARIO_NAMES,
} from "./names.ts";

export { SCENARIO_NAMES };

export const SCHEMA_VERSION = 1;

export const ScenarioName = z.enum(SCENARIO_NAMES);
export type ScenarioName = z.infer<typeof ScenarioName>;

export const DialectName = z.enum(DIALECT_NAMES);
export type DialectName = z.infer<typeof DialectName>;

export const Accel = z.enum(ACCEL_NAMES);
export type Accel = z.infer<typeof Accel>;

export const BuildRole = z.enum(ROLE_NAMES);
export type BuildRole = z.infer<typeof BuildRole>;

/** In ms, about 30 000 years. Up to here sums of figures stay exact, and tables stay readable. */
export const LARGEST_MS = 1e15;
const LARGEST_US = LARGEST_MS * 1000;

/** Between the readings of two clocks: negative when a clock was set back. */
const difference = z.number().min(-LARGEST_MS).max(LARGEST_MS);
const ms = difference.nullable();
/** Never negative, even when a clock was set back. */
const duration = z.number().nonnegative().max(LARGEST_MS);
const length = duration.nullable();

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

/** The freeze in consecutive parts, which add up to `vcpuPauseMs`. Null: the part did not happen, or cannot be told apart here. */
export const Freeze = z.strictObject({
  /** From STOP until the source has stopped everything. */
  stopMs: length,
  /** The source saves. The target already loads what has arrived. */
  saveMs: length,
  /** The source has saved everything. The target waits for the stream. */
  transferMs: length,
  /** The target loads the rest and gets ready to run. */
  loadMs: length,
  /** Those of the four parts above that could not be told apart, as one figure. */
  stateMs: length,
  /** Moving address and MAC from one TAP to the other. */
  switchMs: length,
  /** The rest of our own share. */
  harnessMs: length,
  /** From writing `cont` until RESUME. */
  contMs: length,
  unexplainedMs: duration,
});
export type Freeze = z.infer<typeof Freeze>;

/** The outage before STOP, during the freeze, and after RESUME. The parts add up to `outageMs`. */
export const OutageParts = z.strictObject({
  beforeStopMs: duration,
  freezeMs: duration,
  afterResumeMs: duration,
});
export type OutageParts = z.infer<typeof OutageParts>;

/** The last output of something, kept when something went wrong. */
export const Evidence = z.strictObject({
  side: z.enum(["source", "target", "host"]),
  /** Where the output is from: "console", "QMP", "stderr", "ip -s address". */
  what: z.string(),
  tail: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** One of the guest's addresses. There is one for each queue pair that the guest may use. */
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

/** The requests of a flow that were sent in the same phase and never answered. */
export const Loss = z.strictObject({
  address: z.string(),
  /** When they were sent. */
  phase: z.enum(["before-stop", "freeze", "after-resume"]),
  count: z.number().int().positive(),
  /** When the first of them was sent. */
  firstAtMs: difference,
});
export type Loss = z.infer<typeof Loss>;

/** One TCP request of the connections: a few bytes to the guest, which sends them back. */
export const TcpRequest = z.strictObject({
  /** Number of its connection, from 0. */
  connection: z.number().int().nonnegative(),
  sentAtMs: difference,
  /** Null: not answered by the end of the iteration. */
  answeredAtMs: ms,
});
export type TcpRequest = z.infer<typeof TcpRequest>;

export const Iteration = z.strictObject({
  boot: z.number().int().positive(),
  index: z.number().int().positive(),
  from: BuildRole,
  to: BuildRole,
  /** In an A/B, the number of its pair, from 1. */
  pair: z.number().int().positive().nullable(),
  status: z.enum(["passed", "failed"]),
  reason: z.string().nullable(),
  /** When it failed: the last output of both sides, and the TAPs' counters. */
  evidence: z.array(Evidence),
  /** The folder of its logs, relative to results.json. */
  folder: z.string(),
  outageMs: length,
  resolved: z.boolean().nullable(),
  resumeToReplyMs: ms,
  afterGapMs: length,
  noiseMs: length,
  sent: count,
  lost: count,
  late: count,
  /**
   * The lost requests by flow and phase, in scenarios in which packets wait in the TAP's queue: there each loss is a finding. Null in
   * other scenarios, and without STOP and RESUME. Missing in files of earlier versions.
   */
  losses: z.array(Loss).nullable().optional(),
  vcpuPauseMs: ms,
  qemuDowntimeMs: length,
  harnessMs: ms,
  tapSwitchMs: ms,
  migrateMs: ms,
  freeze: Freeze.nullable(),
  outageParts: OutageParts.nullable(),
  /** Each flow of the probe. The figures above are those of the worst flow, but `sent`, `lost` and `late` are sums. */
  flows: z.array(Flow),
  /**
   * `seen`: how many were seen to carry packets during the iteration; `unseen`: the numbers of the others, from 0. Null: not looked at.
   * Missing in files of earlier versions.
   */
  queuePairs: z.strictObject({
    offered: z.number().int().positive(),
    active: count,
    seen: count.optional(),
    unseen: z.array(z.number().int().nonnegative()).nullable().optional(),
  }),
  /** The TCP connections to the guest. All figures of them are null without connections, and missing in files of earlier versions. */
  connections: count.optional(),
  /** Reset, closed, or silent during a whole iteration. */
  connectionsLost: count.optional(),
  /** The longest time that a request took, of those in flight or sent from `migrate` on. */
  requestStallMs: length.optional(),
  /** How many of these requests took 190 ms or more, about the kernel's least time-out of a retransmission. */
  requestsStalled: count.optional(),
  /** In flight at some time from STOP to RESUME. */
  requestsInFreeze: count.optional(),
  /** The longest time that a request took in the quiet stretch. */
  requestNoiseMs: length.optional(),
  /** Segments that the host's kernel sent again during the iteration (`RetransSegs` of /proc/net/snmp). */
  retransmits: count.optional(),
  /** Loss probes that it sent (`TCPLossProbes` of /proc/net/netstat). */
  lossProbes: count.optional(),
  /** How well the requests kept their pace. */
  requestPace: z
    .strictObject({
      /** Time between two requests, each on the next connection. */
      periodMs: z.number().positive().max(LARGEST_MS),
      /** The 99th percentile of how late they were sent. */
      errorP99Ms: duration,
      /** CPU time of the program that sends them, as a share of one core. */
      cpuShare: z.number().nonnegative().max(LARGEST_MS),
    })
    .nullable()
    .optional(),
  /** The requests in flight from STOP to RESUME, and others that took longer than twice `requestNoiseMs`: at most 200, the longest. */
  requests: z.array(TcpRequest).max(MOST_REQUESTS).nullable().optional(),
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
  limit: z.enum(["max-outage-ms", "max-request-stall-ms", "max-lost"]),
  statistic: z.enum(["median", "p95", "max"]),
  bound: duration,
  value: length,
  verdict: z.enum(["met", "exceeded", "unresolved"]),
});
export type Limit = z.infer<typeof Limit>;

export const Scenario = z.strictObject({
  name: ScenarioName,
  /** The build of the source. With a way back, "target" has the iterations from target to candidate. */
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
      /** The first iteration of each chain, and all later ones: a QEMU that has never migrated behaves differently. */
      firstOutageMs: Statistics,
      laterOutageMs: Statistics,
      /** The part of the outage before STOP, of the iterations that passed. Missing in files of earlier versions. */
      beforeStopMs: Statistics.optional(),
      /** Of the iterations that passed and have the figure. Missing in files of earlier versions. */
      requestStallMs: Statistics.optional(),
    })
    .nullable(),
});
export type Scenario = z.infer<typeof Scenario>;

export const Build = z.strictObject({
  role: BuildRole,
  path: z.string(),
  version: z.string(),
  dialect: DialectName.nullable(),
  /** Whether the time of each device was traced. In an A/B both builds are traced, or neither. */
  traced: z.boolean(),
});
export type Build = z.infer<typeof Build>;

const probability = z.number().min(0).max(1).nullable();
const ratio = z.number().nonnegative().max(LARGEST_MS);

const COMPARED = {
  medianA: length,
  medianB: length,
  deltaMs: ms,
  deltaCi95: z.tuple([difference, difference]).nullable(),
  /** Of the Mann-Whitney U test, which knows nothing of pairs. */
  p: probability,
  /** B / A: the estimate of Hodges and Lehmann over the logarithms of the pairs' ratios. Missing in files of earlier versions. */
  ratio: ratio.nullable().optional(),
  ratioCi95: z.tuple([ratio, ratio]).nullable().optional(),
  /** Of Wilcoxon's signed-rank test over the same logarithms. The verdict rests on it and on the ratio. */
  pairedP: probability.optional(),
  maxRegressionPercent: z.number().nonnegative().max(LARGEST_MS),
  verdict: z.enum(["same", "faster", "slower", "inconclusive"]),
  /** How many iterations of each build would probably decide. Null when decided, or when no practical number would. */
  iterationsToDecide: z.number().int().positive().nullable(),
};

/** A further figure of the candidate (B) against the baseline (A). It has a verdict of its own, which does not fail a run. */
export const FigureComparison = z.strictObject({
  /** Its path in an iteration. */
  figure: z.enum(COMPARED_FIGURES),
  ...COMPARED,
  /** The pause is a difference of two stamps: negative when a clock was set back. */
  medianA: ms,
  medianB: ms,
  /** `pairedP`, corrected for the number of these figures by Holm's method. The verdict rests on it. */
  holmP: probability.optional(),
});
export type FigureComparison = z.infer<typeof FigureComparison>;

/** The candidate (B) against the baseline (A): their outages. */
export const Comparison = z.strictObject({
  scenario: ScenarioName,
  /** Pairs in which both iterations passed. */
  pairs: z.number().int().nonnegative(),
  ...COMPARED,
  /** With `iterations: auto`; else null. Missing in files of earlier versions. */
  auto: z
    .strictObject({
      /** How many times the verdict was looked at. */
      looks: z.number().int().nonnegative(),
      /** Each look needs a p below this. */
      pPerLook: z.number().min(0).max(1),
      /** Why it ended: a verdict stands, there were as many pairs as may be, or `timeout-minutes` was near; null: it was cut short, or no pair passed. */
      ended: z.enum(["decided", "pairs", "time"]).nullable(),
    })
    .nullable()
    .optional(),
  /** Figures besides the outage. Missing in files of earlier versions. */
  others: z.array(FigureComparison).optional(),
});
export type Comparison = z.infer<typeof Comparison>;

export const Results = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** As JavaScript's `toISOString` writes it. */
  startedAt: z.iso.datetime({ precision: 3 }),
  durationMs: duration,
  conclusion: z.enum(["passed", "failed"]),
  reason: z.string().nullable(),
  seed: z.number().int().nonnegative(),
  host: z.strictObject({ kernel: z.string(), cpu: z.string(), cores: z.number().int().positive() }),
  accel: Accel,
  /** Missing in files of earlier versions. */
  privilege: z.enum(PRIVILEGE_NAMES).optional(),
  guest: z.string(),
  /** What the user set, by input name. The values of `qemu-args` and `qemu-env` may be secrets and are replaced by "…". */
  inputs: z.record(z.string(), z.string()),
  probe: z.strictObject({
    tool: z.enum(["fping", "ping"]),
    periodMs: z.number().positive().max(LARGEST_MS),
    resolutionMs: z.number().positive().max(LARGEST_MS),
  }),
  builds: z.array(Build).max(ROLE_NAMES.length),
  /** This host's noise: the longest gap in each stretch without migration. Null when `--control` was not given. */
  control: z
    .strictObject({ stretchMs: z.number().positive().max(LARGEST_MS), longestGapMs: Statistics })
    .nullable(),
  /** One per name and build. */
  scenarios: z.array(Scenario).max(SCENARIO_NAMES.length * ROLE_NAMES.length),
  comparison: z.array(Comparison).max(SCENARIO_NAMES.length),
});
export type Results = z.infer<typeof Results>;
