/** Compares known freezes with the request stalls that the product measures: what a TCP connection of the guest feels of a freeze. */
import { markdownTable, ms } from "./document.ts";
import { place, type Report, say } from "./front.ts";
import { type AskedFreeze, frozenIn, runWithFreeze } from "./known-freezes.ts";
import { lowerRtoMin, RTO_MIN_OPTION, rtoMinCanBeSet } from "./rto-min.ts";
import {
  KERNEL_RTO_MIN_MS,
  type MeasuredStall,
  nameOfStalls,
  type StallAccuracy,
  type StallGroup,
  stallAccuracyOf,
  stallsMissed,
} from "./stall-errors.ts";

const FREEZES_MS = [5, 20, 50, 100, 300];
const CONNECTIONS = 20;
/** Several rounds of all freezes, so that a bad minute of the host does not hit one length only. */
const WHOLE = { rounds: 2, iterations: 8 };
const QUICK = { rounds: 1, iterations: 3 };

/** Without `rtoMinUs` the kernel's own least time-out stays. */
async function measure(
  cli: string,
  freeze: AskedFreeze,
  iterations: number,
  rtoMinUs: number | null,
): Promise<MeasuredStall[]> {
  let tookEffect: boolean | null = true;
  const run = await runWithFreeze(cli, freeze, { iterations, connections: CONNECTIONS }, (_, product) => {
    if (rtoMinUs === null) return null;
    const lowered = lowerRtoMin(product, rtoMinUs);
    return {
      async [Symbol.asyncDispose]() {
        await lowered[Symbol.asyncDispose]();
        tookEffect = lowered.tookEffect();
      },
    };
  });
  if (tookEffect !== true) {
    say(`  ${RTO_MIN_OPTION} was not set before the connections began: this run does not count`);
    return [];
  }
  return frozenIn(run).flatMap(({ iteration, outageMs, freeze: { lengthMs: freezeMs } }) => {
    const { requestStallMs: stallMs } = iteration;
    if (typeof stallMs === "number") return [{ freezeMs, outageMs, stallMs }];
    say("  an iteration has no request stall");
    return [];
  });
}

export async function stallsReport(
  cli: string,
  { quick, rtoMinUs }: { readonly quick: boolean; readonly rtoMinUs: number },
): Promise<Report> {
  const { rounds, iterations } = quick ? QUICK : WHOLE;
  const canBeSet = rtoMinCanBeSet();
  if (!canBeSet) say(`this kernel has no ${RTO_MIN_OPTION}: the rows with ${rtoMinUs} µs are left out`);
  const groups = FREEZES_MS.flatMap((askedMs) => {
    const group = (kind: "queued" | "dropped", setUs: number | null) => ({
      ...{ askedMs, kind, setUs, rtoMinMs: setUs === null ? KERNEL_RTO_MIN_MS : setUs / 1000 },
      wanted: rounds * iterations,
      measured: [] as MeasuredStall[],
    });
    const usual = [group("queued", null), group("dropped", null)];
    return canBeSet ? [...usual, group("dropped", rtoMinUs)] : usual;
  }) satisfies StallGroup[];
  for (let round = 1; round <= rounds; round += 1) {
    for (const group of groups) {
      say(`round ${round} of ${rounds}: ${iterations} freezes of ${nameOfStalls(group)}`);
      group.measured.push(...(await measure(cli, group, iterations, group.setUs)));
    }
  }
  const accuracies = groups.map(stallAccuracyOf);
  const left = canBeSet
    ? []
    : ["", `This kernel has no \`tcp_rto_min_us\`: the rows with ${rtoMinUs} µs are left out.`];
  return {
    name: "request-stalls",
    markdown: [place(), "", table(accuracies), ...left].join("\n"),
    figures: { stalls: accuracies, stallGroups: groups },
    missed: accuracies.flatMap(stallsMissed),
  };
}

function table(accuracies: readonly StallAccuracy[]): string {
  const head = [
    "requested freeze, kind",
    "measured",
    "true freeze, median",
    "outage, median",
    "stall, median",
    "stall, p95",
    "stall, max",
    "by the rule",
    "190 ms and more",
  ];
  const rows = accuracies.map((accuracy) => [
    nameOfStalls(accuracy),
    `${accuracy.n} of ${accuracy.wanted}`,
    ms(accuracy.freezeMs.median),
    ms(accuracy.outageMs.median),
    ms(accuracy.stallMs.median),
    ms(accuracy.stallMs.p95),
    ms(accuracy.stallMs.max),
    ms(accuracy.ruledMs.median),
    String(accuracy.stalled),
  ]);
  return markdownTable(head, rows);
}
