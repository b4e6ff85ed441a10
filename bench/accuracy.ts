/** How far measured figures are from the truth, on a stand-in for QEMU that freezes its guest for a known time. */
import { connectionsReport } from "./connections-cost.ts";
import { copyOfCli, type Options, type Report, runBench } from "./front.ts";
import { outagesReport } from "./outages.ts";
import { stallsReport } from "./request-stalls.ts";
import { RTO_MIN_OPTION, USUAL_RTO_MIN_US } from "./rto-min.ts";

const PARTS: Readonly<Record<string, (cli: string, options: Options) => Promise<Report>>> = {
  outages: (cli, { quick }) => outagesReport(cli, quick),
  "request-stalls": (cli, { quick, numbers }) =>
    stallsReport(cli, { quick, rtoMinUs: numbers[RTO_MIN_OPTION] ?? USUAL_RTO_MIN_US }),
  connections: (cli, { quick }) => connectionsReport(cli, quick),
};

await runBench(
  async (options) => {
    using cli = copyOfCli();
    const reports: Report[] = [];
    for (const part of options.parts) {
      const work = PARTS[part];
      if (work !== undefined) reports.push(await work(cli.path, options));
    }
    return reports;
  },
  { parts: Object.keys(PARTS), numbers: { [RTO_MIN_OPTION]: USUAL_RTO_MIN_US } },
);
