/** Results as a run writes them, made up. */
import { type Iteration, Results, type Scenario } from "../../src/results/schema.ts";

export const iteration = (given: Partial<Iteration> = {}): Iteration => ({
  boot: 1,
  index: 1,
  from: "candidate",
  to: "candidate",
  pair: null,
  evidence: [],
  folder: "new-tap/iteration-001",
  freeze: null,
  outageParts: null,
  status: "passed",
  reason: null,
  ...{ outageMs: 20.25, resolved: true, resumeToReplyMs: 1, afterGapMs: 2, noiseMs: 1.5 },
  ...{ sent: 2000, lost: 0, late: 0, vcpuPauseMs: 9.5, qemuDowntimeMs: 4, harnessMs: 2 },
  ...{
    tapSwitchMs: 1,
    migrateMs: 12,
    flows: [],
    queuePairs: { offered: 4, active: 1 },
    vhost: false,
  },
  ...{ devices: null, timeline: [] },
  ...given,
});

export const scenario = (given: Partial<Scenario> = {}): Scenario => ({
  name: "new-tap",
  build: "candidate",
  status: "passed",
  reason: null,
  bootMs: [5000],
  limits: [],
  iterations: [iteration()],
  evidence: [],
  stats: {
    outageMs: { n: 1, min: 20.25, median: 20.25, p95: 20.25, max: 20.25, ci95: null },
    firstOutageMs: { n: 1, min: 20.25, median: 20.25, p95: 20.25, max: 20.25, ci95: null },
    laterOutageMs: { n: 0, min: null, median: null, p95: null, max: null, ci95: null },
  },
  ...given,
});

export const unsupported = (reason: string): Scenario =>
  scenario({ name: "tap-fd", status: "unsupported", reason, bootMs: [], iterations: [], stats: null });

/** Held against the schema, so that it is what a run could have written. */
export const results = (given: Partial<Results> = {}): Results =>
  Results.parse({
    schemaVersion: 1,
    startedAt: "2026-01-02T03:04:05.678Z",
    durationMs: 12_345,
    conclusion: "passed",
    reason: null,
    seed: 1,
    host: { kernel: "6.1.0", cpu: "a processor", cores: 2 },
    accel: "kvm",
    privilege: "sudo",
    guest: "micro",
    inputs: {},
    probe: { tool: "fping", periodMs: 1, resolutionMs: 1 },
    builds: [{ role: "candidate", path: "/usr/bin/qemu", version: "10.0.13", dialect: null, traced: false }],
    control: null,
    scenarios: [scenario()],
    comparison: [],
    ...given,
  });
