/** Runs with TCP connections, made up after real ones: what is in flight during the freeze waits for a retransmission, or for the queue. */
import { judgeLimits, limitsFault, parseLimits } from "../../src/measure/limits.ts";
import type {
  Build,
  Comparison,
  Iteration,
  Results,
  Scenario,
  TcpRequest,
} from "../../src/results/schema.ts";
import { comparedAs, inPairs } from "./compared-cases.ts";
import { results } from "./made-up.ts";
import { iterations, scenarioOf } from "./measured.ts";

const CONNECTIONS = 20;
const PERIOD_MS = 1;

const at = (one: Iteration, event: string): number =>
  one.timeline.find((entry) => entry.event === event)?.atMs ?? 0;

const thousandths = (ms: number) => Math.round(ms * 1000) / 1000;

/** The iteration with a request a millisecond. Those sent in the freeze take as long as `tookMs` says, given their number in it. */
export function connected(one: Iteration, tookMs: (number: number) => number | null): Iteration {
  const [stopMs, resumeMs] = [at(one, "STOP"), at(one, "RESUME")];
  const before: TcpRequest = { connection: 19, sentAtMs: stopMs - 0.8, answeredAtMs: resumeMs + 1.9 };
  const inFreeze = Array.from({ length: Math.ceil((resumeMs - stopMs) / PERIOD_MS) }, (_, number) => {
    const sentAtMs = stopMs + 0.2 + number * PERIOD_MS;
    const took = tookMs(number);
    return {
      ...{ connection: number % CONNECTIONS, sentAtMs: thousandths(sentAtMs) },
      answeredAtMs: took === null ? null : thousandths(sentAtMs + took),
    };
  });
  const requests = [before, ...inFreeze].map((request) => ({
    ...request,
    sentAtMs: thousandths(request.sentAtMs),
    answeredAtMs: request.answeredAtMs === null ? null : thousandths(request.answeredAtMs),
  }));
  const took = requests.flatMap(({ sentAtMs, answeredAtMs }) =>
    answeredAtMs === null ? [] : [thousandths(answeredAtMs - sentAtMs)],
  );
  const lost = requests.length - took.length;
  const stalled = took.filter((ms) => ms >= 190).length;
  return {
    ...one,
    ...{ connections: CONNECTIONS, connectionsLost: lost, requestStallMs: Math.max(...took) },
    ...{ requestsStalled: stalled + lost, requestsInFreeze: requests.length, requestNoiseMs: 3.2 },
    ...{ retransmits: stalled, lossProbes: stalled },
    requestPace: { periodMs: PERIOD_MS, errorP99Ms: 0.1, cpuShare: 0.1 },
    requests,
  };
}

/** As with a new TAP: the packet is lost, and sent again by the tail loss probe. */
export const dropped = (of: Iteration[]): Iteration[] =>
  of.map((one, index) =>
    // Now and then the freeze meets only a request that has just been answered.
    connected(one, (number) =>
      index % 10 === 7 ? 24.4 - number : 205.4 + ((index * 7 + number * 3) % 9) * 0.4,
    ),
  );

/** As with the TAP passed on: the packet waits in its queue. */
export const queued = (of: Iteration[]): Iteration[] =>
  of.map((one, index) => connected(one, (number) => 52.5 + ((index * 5) % 7) * 0.9 - number));

const BUILD: Build = {
  ...{ role: "candidate", path: "/opt/qemu/bin/qemu-system-x86_64", version: "11.2.0" },
  ...{ dialect: "permit", traced: true },
};

const LOST = "1 of 20 connections was lost: no answer within 5000 ms after RESUME";

/** Within the limit with the TAP passed on, and beyond it with a new TAP; a connection was lost at the end. */
export const connections = (): Results => {
  const limits = "100";
  const judged = (name: Scenario["name"], of: Iteration[]) =>
    judgeLimits(parseLimits(limits, "max-request-stall-ms").limits, name, of);
  const ofTapFd = queued(iterations(10, 21.3, { tapSwitchMs: null }));
  const ofNewTap = dropped(iterations(10, 23.4));
  const exceeded = judged("new-tap", ofNewTap);
  const ofVhost = dropped(iterations(3, 20.8, { vhost: true })).map((one, index) =>
    index < 2
      ? one
      : {
          ...connected(one, (number) => (number === 2 ? null : 207.9)),
          ...({ status: "failed", reason: LOST } as const),
        },
  );
  return results({
    conclusion: "failed",
    reason: "failed: new-tap, new-tap-vhost",
    inputs: { qemu: BUILD.path, iterations: "10", "max-request-stall-ms": limits },
    builds: [BUILD],
    scenarios: [
      scenarioOf(ofTapFd, { name: "tap-fd", limits: judged("tap-fd", ofTapFd) }),
      scenarioOf(ofNewTap, {
        ...{ name: "new-tap", status: "failed", reason: limitsFault(exceeded, false), limits: exceeded },
      }),
      scenarioOf(ofVhost, {
        ...{ name: "new-tap-vhost", status: "failed", reason: `1 of 3 iterations failed: ${LOST}` },
      }),
    ],
  });
};

/** Outages are the same in both builds, but the candidate drops what the baseline kept. */
export const slowerRequests = (): Results => {
  const baseline: Build = { ...BUILD, role: "baseline", version: "11.1.0", path: "/opt/qemu-base/qemu" };
  const of = (make: typeof queued, given: Partial<Iteration>) =>
    make(iterations(30, 21.3, { tapSwitchMs: null, ...given }));
  const a = inPairs(of(queued, { from: "baseline", to: "baseline" }));
  const b = inPairs(of(dropped, {}));
  const candidate = scenarioOf(b, { name: "tap-fd" });
  return results({
    inputs: { qemu: BUILD.path, "baseline-qemu": baseline.path },
    builds: [BUILD, baseline],
    scenarios: [candidate, scenarioOf(a, { name: "tap-fd", build: "baseline" })],
    comparison: [comparedAs(candidate, { iterations: a })],
  });
};

/** The same as an earlier version wrote it: of outages and request stalls alone, without regard to pairs. */
export const slowerRequestsEarlier = (): Results => {
  const run = slowerRequests();
  return results({
    ...run,
    comparison: run.comparison.map(({ auto, others, ...outage }) => ({
      ...withoutPairs(outage),
      others: (others ?? [])
        .filter(({ figure }) => figure === "requestStallMs")
        .map(({ holmP, ...stall }) => withoutPairs(stall)),
    })),
  });
};

const withoutPairs = <T extends Pick<Comparison, "ratio" | "ratioCi95" | "pairedP">>({
  ratio,
  ratioCi95,
  pairedP,
  ...compared
}: T) => compared;
