/** Whole comparisons of a build with itself and with one that is slower by a known amount: how often is the verdict wrong? */
import { execFileSync } from "node:child_process";
import { median } from "../src/measure/statistics.ts";
import { type ComparisonRun, compareQemu, compareStandIns } from "./comparison-runs.ts";
import { copyOfCli, place, type Report, runBench, say } from "./front.ts";
import { keepRecordings, type Recording, readRecordings } from "./recordings.ts";

const PAIRS = 30;
const PARTS = { same: 0, tenth: 10, quarter: 25, "qemu-same": 0, "qemu-quarter": 25 } as const;
type Part = keyof typeof PARTS;

await runBench(
  async ({ quick, numbers, parts }): Promise<Report> => {
    using cli = copyOfCli();
    const beside = numbers.beside ?? 1;
    for (const part of parts as Part[]) {
      const wanted = part.startsWith("qemu-")
        ? (numbers["qemu-comparisons"] ?? 6)
        : (numbers.comparisons ?? 20);
      const comparisons = quick ? 2 : wanted;
      const qemu = execFileSync("sh", ["-c", "command -v qemu-system-x86_64"], { encoding: "utf8" }).trim();
      const heldMs = addedByHolding(PARTS[part]);
      const found = await several(comparisons, beside, async (number) => {
        const run: ComparisonRun = {
          ...{ cli: cli.path, pairs: quick ? 6 : PAIRS, seed: number, addedPercent: PARTS[part] },
        };
        const recording = part.startsWith("qemu-")
          ? await compareQemu(run, qemu, heldMs)
          : await compareStandIns(run);
        say(`${part}: ${number} of ${comparisons}${recording === null ? ", not measured" : ""}`);
        return recording;
      });
      if (!quick) keepRecordings(found.filter((one) => one !== null));
    }
    return { name: "verdicts", markdown: place(), figures: {}, missed: [] };
  },
  { parts: Object.keys(PARTS), numbers: { comparisons: 20, "qemu-comparisons": 6, beside: 1 } },
);

/** A share of the outage that the same QEMU had in earlier recordings. */
function addedByHolding(addedPercent: number): number {
  if (addedPercent === 0) return 0;
  const outagesMs = readRecordings()
    .filter(({ kind, addedPercent: added }) => kind === "qemu" && added === 0)
    .flatMap(({ pairs }: Recording) => pairs.flatMap(({ a, b }) => [a, b]));
  return ((median(outagesMs) ?? 30) * addedPercent) / 100;
}

/** Does `task` for 1 to `count`, `beside` of them at a time. */
async function several<T>(count: number, beside: number, task: (number: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let next = 1;
  const worker = async () => {
    while (next <= count) {
      const number = next++;
      done[number - 1] = await task(number);
    }
  };
  await Promise.all(Array.from({ length: beside }, worker));
  return done;
}
