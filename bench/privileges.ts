/** Whole runs with root and without, in turn: their figures must not differ beyond the noise. */

import { start } from "../__tests__/e2e/product.ts";
import { smallRun } from "../__tests__/e2e/small-run.ts";
import { makeStandIn } from "../__tests__/fakes/stand-in.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { mannWhitney } from "../src/measure/mann-whitney.ts";
import type { Iteration } from "../src/results/schema.ts";
import { markdownTable, ms } from "./document.ts";
import { spreadOf } from "./errors.ts";
import { resultsOf } from "./front.ts";

const FREEZE_MS = 20;
export type PrivilegeName = "root" | "none";
const FIGURES = ["outageMs", "vcpuPauseMs", "harnessMs", "tapSwitchMs"] as const;
type Figure = (typeof FIGURES)[number];
export type FiguresBy = Readonly<Record<PrivilegeName, Readonly<Record<Figure, readonly number[]>>>>;

/** A difference counts when chance makes one as large in one of a thousand benches, and it is larger than this share of the median. */
const LEAST_P = 0.001;
const MOST_DIFFERENCE = 0.1;

async function iterationsOf(cli: string, privilege: PrivilegeName, iterations: number): Promise<Iteration[]> {
  using standIn = makeStandIn({ freezeMs: FREEZE_MS });
  using out = temporaryFolder();
  const options = {
    qemu: standIn.path,
    scenarios: "new-tap",
    iterations,
    privilege,
    out: out.path,
    quiet: true,
  } as const;
  const { scenarios } = await resultsOf(start(smallRun(options), { cli }).ended, out.path);
  return (scenarios[0]?.iterations ?? []).filter(({ status }) => status === "passed");
}

/** Runs in turn, so that a bad minute of the host does not hit one kind alone. */
export async function measurePrivileges(cli: string, rounds: number, iterations: number): Promise<FiguresBy> {
  const all: Record<PrivilegeName, Iteration[]> = { root: [], none: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order: PrivilegeName[] = round % 2 === 0 ? ["root", "none"] : ["none", "root"];
    for (const privilege of order) all[privilege].push(...(await iterationsOf(cli, privilege, iterations)));
  }
  const figures = (privilege: PrivilegeName) =>
    Object.fromEntries(
      FIGURES.map((name) => [name, all[privilege].flatMap((iteration) => iteration[name] ?? [])]),
    ) as Record<Figure, number[]>;
  return { root: figures("root"), none: figures("none") };
}

/** One row a figure; and the figures that differ beyond the noise. */
export function comparePrivileges(by: FiguresBy): { readonly markdown: string; readonly missed: string[] } {
  const missed: string[] = [];
  const rows = FIGURES.map((name) => {
    const [root, none] = [by.root[name], by.none[name]];
    const [rootMs, noneMs] = [spreadOf(root).median, spreadOf(none).median];
    const p = mannWhitney(root, none)?.p ?? null;
    const ratio = rootMs === null || noneMs === null || rootMs === 0 ? null : noneMs / rootMs;
    if (p === null || ratio === null) missed.push(`${name} was not measured in both kinds of runs`);
    else if (p < LEAST_P && Math.abs(ratio - 1) > MOST_DIFFERENCE)
      missed.push(`${name} without root is ${ratio.toFixed(2)} times that with root (p = ${p.toFixed(4)})`);
    const shown = [String(Math.min(root.length, none.length)), ms(rootMs), ms(noneMs)];
    return [`\`${name}\``, ...shown, ratio?.toFixed(2) ?? "–", p?.toFixed(2) ?? "–"];
  });
  return { markdown: markdownTable(["", "n", "root, ms", "without root, ms", "ratio", "p"], rows), missed };
}
