/**
 * The format of a machine's file in a history folder: the figures of its last runs. Files of another version, and files with members that are
 * unknown, are refused: the file is kept for whoever can read it.
 */
import { z } from "zod";
import { PRIVILEGE_NAMES, ROLE_NAMES, SCENARIO_NAMES } from "../../results/names.ts";
import { Accel, BuildRole, LARGEST_MS, Results, ScenarioName } from "../../results/schema.ts";

export const HISTORY_VERSION = 1;

/** Older runs are dropped. */
export const MOST_RUNS = 100;

/** Longer texts are cut when they are written, so that a file stays small. */
export const LONGEST_TEXT = 200;

const text = z.string().max(LONGEST_TEXT);
const duration = z.number().nonnegative().max(LARGEST_MS);
/** The pause is a difference of two stamps: negative when a clock was set back. */
const difference = z.number().min(-LARGEST_MS).max(LARGEST_MS);

/** What must be equal for figures of two runs to be comparable. */
export const Machine = z.strictObject({
  cpu: text,
  cores: z.number().int().positive(),
  accel: Accel,
  privilege: z.enum(PRIVILEGE_NAMES),
  guest: text,
  probe: Results.shape.probe,
  /** The inputs that change what a migration has to do, with their defaults. */
  inputs: z.record(text, text),
});
export type Machine = z.infer<typeof Machine>;

const ScenarioFigures = z.strictObject({
  name: ScenarioName,
  build: BuildRole,
  /** Iterations that the outage's figures are of. Failed ones do not count. */
  n: z.number().int().positive(),
  outageMs: z.strictObject({ median: duration, ci95: z.tuple([duration, duration]).nullable() }),
  /** Medians; null where nothing was measured. */
  requestStallMs: duration.nullable(),
  vcpuPauseMs: difference.nullable(),
});
export type ScenarioFigures = z.infer<typeof ScenarioFigures>;

export const HistoryRun = z.strictObject({
  startedAt: Results.shape.startedAt,
  seed: Results.shape.seed,
  durationMs: duration,
  conclusion: Results.shape.conclusion,
  kernel: text,
  builds: z.array(z.strictObject({ role: BuildRole, version: text })).max(ROLE_NAMES.length),
  scenarios: z
    .array(ScenarioFigures)
    .min(1)
    .max(SCENARIO_NAMES.length * ROLE_NAMES.length),
});
export type HistoryRun = z.infer<typeof HistoryRun>;

export const HistoryFile = z.strictObject({
  historyVersion: z.literal(HISTORY_VERSION),
  machine: Machine,
  /** By `startedAt`. */
  runs: z.array(HistoryRun).max(MOST_RUNS),
});
export type HistoryFile = z.infer<typeof HistoryFile>;
