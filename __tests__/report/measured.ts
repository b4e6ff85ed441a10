/** Iterations and scenarios, made up, whose figures fit one another. */
import { beforeStopOf, outagesOf, stallsOf, summarise } from "../../src/measure/statistics.ts";
import type { DeviceTime, Iteration, Scenario, TimelineEvent } from "../../src/results/schema.ts";
import { iteration, scenario } from "./made-up.ts";

/** A timeline with the outage that long, and everything else in proportion. */
export function timeline(outageMs: number, switched = true): TimelineEvent[] {
  const at = (atMs: number, side: TimelineEvent["side"], event: string): TimelineEvent => ({
    ...{ atMs: thousandths(atMs), side, event },
  });
  return [
    at(-570, "host", "quiet stretch"),
    at(-70, "host", "launch target"),
    at(0, "host", "migrate"),
    at(outageMs * 0.1, "probe", "last reply"),
    at(outageMs * 0.12, "source", "STOP"),
    at(outageMs * 0.3, "source", "MIGRATION completed"),
    at(outageMs * 0.35, "target", "MIGRATION completed"),
    ...(switched
      ? [at(outageMs * 0.36, "host", "TAP switch"), at(outageMs * 0.4, "host", "TAP switched")]
      : []),
    at(outageMs * 0.41, "host", "cont"),
    at(outageMs * 0.45, "target", "RESUME"),
    at(outageMs * 1.1, "probe", "first reply"),
    at(outageMs + 600, "host", "end"),
  ];
}

const thousandths = (ms: number) => Math.round(ms * 1000) / 1000;

export const devices: DeviceTime[] = [
  { name: "ram", instance: 0, saveUs: 264, loadUs: 9 },
  { name: "0000:00:01.0:00.0/virtio-net", instance: 0, saveUs: 1444, loadUs: 1702 },
  { name: "0000:00:1f.2/ich9_ahci", instance: 0, saveUs: 394, loadUs: null },
  ...Array.from({ length: 14 }, (_, instance) => ({
    ...{ name: "smbus-eeprom", instance, saveUs: 1, loadUs: 2 },
  })),
];

/** An iteration whose parts fit its outage. Without `tapSwitchMs` the TAP is not switched, without `devices` nothing is traced. */
export const measured = (outageMs: number, given: Partial<Iteration> = {}): Iteration => {
  const noiseMs = given.noiseMs ?? 1.4;
  const part = (share: number) => thousandths(outageMs * share);
  const switched = given.tapSwitchMs !== null;
  const traced = given.devices !== null;
  return iteration({
    ...{ outageMs, noiseMs, resolved: outageMs >= 2 * noiseMs, devices },
    ...{ vcpuPauseMs: part(0.33), qemuDowntimeMs: Math.round(outageMs * 0.25), harnessMs: part(0.06) },
    ...{ tapSwitchMs: part(0.04), migrateMs: part(0.35), resumeToReplyMs: part(0.65) },
    timeline: timeline(outageMs, switched),
    freeze: {
      stopMs: traced ? part(0.01) : null,
      saveMs: traced ? part(0.12) : null,
      transferMs: traced ? part(0.02) : null,
      loadMs: traced ? part(0.08) : null,
      stateMs: traced ? null : part(0.23),
      switchMs: switched ? part(0.04) : null,
      harnessMs: part(switched ? 0.02 : 0.06),
      contMs: part(0.04),
      unexplainedMs: 0,
    },
    outageParts: { beforeStopMs: part(0.02), freezeMs: part(0.33), afterResumeMs: part(0.65) },
    ...given,
  });
};

/** A scenario of these iterations, with the statistics that a run makes of them. */
export function scenarioOf(iterations: Iteration[], given: Partial<Scenario> = {}): Scenario {
  const outages = (of: Iteration[]) => summarise(outagesOf(of), 1);
  const stalls = stallsOf(iterations);
  const folder = `${given.name ?? "new-tap"}${given.build === "baseline" ? "-baseline" : ""}`;
  return scenario({
    iterations: iterations.map((one, at) => ({
      ...one,
      folder: one.folder.replace(/^new-tap\/.*/, `${folder}/iteration-${String(at + 1).padStart(3, "0")}`),
    })),
    stats: {
      outageMs: outages(iterations),
      firstOutageMs: outages(iterations.filter(({ index }) => index === 1)),
      beforeStopMs: summarise(beforeStopOf(iterations), 1),
      laterOutageMs: outages(iterations.filter(({ index }) => index > 1)),
      ...(stalls.length > 0 && { requestStallMs: summarise(stalls, 1) }),
    },
    ...given,
  });
}

/** Outages about a value, the same each time, in chains of five. */
export const iterations = (n: number, aboutMs: number, given: Partial<Iteration> = {}): Iteration[] =>
  Array.from({ length: n }, (_, at) =>
    measured(thousandths(aboutMs * (1 + 0.15 * Math.sin(at * 2.4) + (at % 5 === 0 ? 0.1 : 0))), {
      boot: Math.floor(at / 5) + 1,
      index: (at % 5) + 1,
      lost: at % 7 === 3 ? 1 : 0,
      ...given,
    }),
  );
