/** What TCP connections feel, in sentences and figures. */
import { STALLED_MS } from "../measure/tcp-requests.ts";
import type { Iteration, Results, Scenario } from "../results/schema.ts";
import { count, inMs, labelOf, stallMs } from "./figures.ts";

export const medianStall = ({ stats }: Pick<Scenario, "stats">): number | null =>
  stats?.requestStallMs?.median ?? null;

/** Whether some scenario has the figure: without connections, reports do not mention requests. */
export const haveStalls = (scenarios: readonly Pick<Scenario, "stats">[]): boolean =>
  scenarios.some((scenario) => medianStall(scenario) !== null);

/**
 * The median outage and stall of each scenario, the longest stall first: "new-tap: 24.0 ms outage, requests wait 208 ms; tap-fd:
 * 22.1 ms, 55 ms (medians, kvm)". Null when no scenario has both. A baseline is in the comparison's own sentences.
 */
export function headlineSentence(results: Results): string | null {
  const rows = results.scenarios
    .flatMap((scenario) => {
      const [outage, stall] = [scenario.stats?.outageMs.median ?? null, medianStall(scenario)];
      return outage === null || stall === null || scenario.build === "baseline"
        ? []
        : [{ label: labelOf(scenario, results), outage, stall }];
    })
    .sort((a, b) => b.stall - a.stall);
  if (rows.length === 0) return null;
  const texts = rows.map(({ label, outage, stall }, at) =>
    at === 0
      ? `${label}: ${inMs(outage)} outage, requests wait ${stallMs(stall)}`
      : `${label}: ${inMs(outage)}, ${stallMs(stall)}`,
  );
  return `${texts.join("; ")} (medians, ${results.accel})`;
}

/** The end of an iteration's line in a log: ", request stall 208 ms"; empty without connections. */
export const stallText = ({ requestStallMs }: Pick<Iteration, "requestStallMs">): string =>
  requestStallMs == null ? "" : `, request stall ${stallMs(requestStallMs)}`;

/** Fewer iterations with stalls than this share of a scenario's are left to the tables. */
const LEAST_SHARE = 0.5;

/**
 * Example: "in 9 of 10 migrations a request waited 190 ms or more: its packet was lost, and the kernel sends it again after 200 ms
 * (rto_min)". Null when less than half of the migrations have such a stall. Failed iterations have their own reason.
 */
export function stallSentence({ iterations }: Pick<Scenario, "iterations">): string | null {
  const measured = iterations.filter(
    ({ status, requestsStalled }) => status === "passed" && requestsStalled != null,
  );
  // A long outage, or a busy host, makes requests wait without any loss.
  const stalled = measured.filter(
    ({ requestsStalled, retransmits, outageMs }) =>
      (requestsStalled ?? 0) > 0 && retransmits !== 0 && (outageMs ?? 0) < STALLED_MS,
  );
  if (stalled.length === 0 || stalled.length < LEAST_SHARE * measured.length) return null;
  return `in ${stalled.length} of ${count(measured.length, "migration")} a request waited ${STALLED_MS} ms or more: its packet was lost, and the kernel sends it again after 200 ms (rto_min)`;
}

/** The figures of an iteration's connections: names and values. Empty without connections. */
export function connectionFacts(iteration: Iteration): [name: string, value: string][] {
  const { connections, connectionsLost, requestStallMs, requestNoiseMs } = iteration;
  const { requestsInFreeze, requestsStalled, retransmits, lossProbes } = iteration;
  if (connections == null && requestStallMs == null) return [];
  const inUnit = (ms: number | null | undefined) => (ms == null ? "–" : stallMs(ms));
  const number = (value: number | null | undefined) => String(value ?? "–");
  return [
    ["request stall", inUnit(requestStallMs)],
    ["request noise", inUnit(requestNoiseMs)],
    ["requests in the freeze", number(requestsInFreeze)],
    [`requests ≥ ${STALLED_MS} ms`, number(requestsStalled)],
    ["retransmits", number(retransmits)],
    ["loss probes", number(lossProbes)],
    ["connections lost", `${number(connectionsLost)} of ${number(connections)}`],
  ];
}
