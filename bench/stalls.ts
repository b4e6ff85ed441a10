/** How often a lone TCP request waits for a retransmission, in migrations of a real guest by the installed QEMU, under TCG. */
import { start } from "../__tests__/e2e/product.ts";
import { REAL_GUEST, smallRun } from "../__tests__/e2e/small-run.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { stallsOf } from "../src/measure/statistics.ts";
import { STALLED_MS } from "../src/measure/tcp-requests.ts";
import { markdownTable, ms } from "./document.ts";
import { spreadOf } from "./errors.ts";
import { copyOfCli, place, type Report, resultsOf, runBench, say } from "./front.ts";
import { lowerRtoMin, RTO_MIN_OPTION, rtoMinCanBeSet, USUAL_RTO_MIN_US } from "./rto-min.ts";
import { KERNEL_RTO_MIN_MS } from "./stall-errors.ts";

const CONNECTIONS = 20;
const WHOLE = { rounds: 4, iterations: 5 };
const QUICK = { rounds: 1, iterations: 3 };
const LEAST_MEASURED_SHARE = 0.8;

interface Row {
  readonly rtoMinMs: number;
  /** Null: the kernel's own stays. */
  readonly setUs: number | null;
  readonly stallsMs: number[];
  readonly outagesMs: number[];
  version: string;
}

const stalledOf = (stallsMs: readonly number[]): string =>
  String(stallsMs.filter((stallMs) => stallMs >= STALLED_MS).length);

async function measure(cli: string, row: Row, iterations: number): Promise<void> {
  using out = temporaryFolder();
  const words = smallRun({ ...REAL_GUEST, iterations, connections: CONNECTIONS, out: out.path, quiet: true });
  const product = start(words, { cli });
  const lowered = row.setUs === null ? null : lowerRtoMin(product, row.setUs);
  await product.ended;
  await lowered?.[Symbol.asyncDispose]();
  const { scenarios, builds } = await resultsOf(product.ended, out.path);
  row.version = builds[0]?.version ?? "";
  if (lowered !== null && lowered.tookEffect() !== true) {
    say(`  ${RTO_MIN_OPTION} was not set before the connections began: this run does not count`);
    return;
  }
  const passed = (scenarios[0]?.iterations ?? []).filter(({ status }) => status === "passed");
  row.stallsMs.push(...stallsOf(passed));
  row.outagesMs.push(...passed.flatMap(({ outageMs }) => outageMs ?? []));
}

await runBench(
  async ({ quick, numbers }): Promise<Report> => {
    const { rounds, iterations } = quick ? QUICK : WHOLE;
    const rtoMinUs = numbers[RTO_MIN_OPTION] ?? USUAL_RTO_MIN_US;
    const canBeSet = rtoMinCanBeSet();
    if (!canBeSet) say(`this kernel has no ${RTO_MIN_OPTION}: the row with ${rtoMinUs} µs is left out`);
    const row = (setUs: number | null): Row => ({
      ...{ rtoMinMs: setUs === null ? KERNEL_RTO_MIN_MS : setUs / 1000, setUs },
      ...{ stallsMs: [], outagesMs: [], version: "" },
    });
    const rows = canBeSet ? [row(null), row(rtoMinUs)] : [row(null)];
    using cli = copyOfCli();
    for (let round = 1; round <= rounds; round += 1) {
      for (const one of rows) {
        say(`round ${round} of ${rounds}: ${iterations} migrations, rto_min ${one.rtoMinMs} ms`);
        await measure(cli.path, one, iterations);
      }
    }
    const wanted = rounds * iterations;
    const table = markdownTable(
      [
        "`rto_min` of the host",
        "migrations",
        "outage, median",
        "stall, median",
        "stall, max",
        "190 ms and more",
      ],
      rows.map(({ rtoMinMs, stallsMs, outagesMs }) => [
        `${rtoMinMs} ms`,
        `${stallsMs.length} of ${wanted}`,
        ms(spreadOf(outagesMs).median),
        ms(spreadOf(stallsMs).median),
        ms(spreadOf(stallsMs).max),
        stalledOf(stallsMs),
      ]),
    );
    const left = canBeSet
      ? []
      : ["", `This kernel has no \`tcp_rto_min_us\`: the row with ${rtoMinUs} µs is left out.`];
    return {
      name: "stalls",
      markdown: [`${place()} QEMU ${rows[0]?.version}, TCG.`, "", table, ...left].join("\n"),
      figures: { rows },
      missed: rows
        .filter(({ stallsMs }) => stallsMs.length < wanted * LEAST_MEASURED_SHARE)
        .map(
          ({ rtoMinMs, stallsMs }) =>
            `rto_min ${rtoMinMs} ms: only ${stallsMs.length} of ${wanted} were measured`,
        ),
    };
  },
  { numbers: { [RTO_MIN_OPTION]: USUAL_RTO_MIN_US } },
);
