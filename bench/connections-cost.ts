/** Do the TCP connections change the outage? Runs with and without them in turn, on a stand-in with a known freeze. */
import { mannWhitney } from "../src/measure/mann-whitney.ts";
import { differenceInterval95, median } from "../src/measure/statistics.ts";
import { markdownTable, ms } from "./document.ts";
import type { Kind } from "./errors.ts";
import { place, type Report, say } from "./front.ts";
import { frozenIn, KINDS, runWithFreeze } from "./known-freezes.ts";

const CONNECTIONS = 20;
const FREEZE_MS = 20;
const PERIOD_MS = 1;
const WHOLE = { rounds: 8, iterations: 5 };
const QUICK = { rounds: 2, iterations: 3 };
/** Of the bootstrap. */
const SEED = 1;
/** A difference counts when chance makes one as large in one of a thousand benches, and it is above one probe period. */
const LEAST_P = 0.001;

type Side = "without" | "with";
const FIGURES = ["outageMs", "excessMs", "noiseMs"] as const;
type Figure = (typeof FIGURES)[number];
const NAMES: Readonly<Record<Figure, string>> = {
  outageMs: "`outageMs`",
  excessMs: "`outageMs` − true freeze",
  noiseMs: "`noiseMs`",
};
type Figures = Readonly<Record<Figure, readonly number[]>>;

/** One figure of one kind of freeze, with connections against without. In ms. */
interface Difference {
  readonly kind: Kind;
  readonly figure: Figure;
  readonly n: number;
  readonly withoutMs: number | null;
  readonly withMs: number | null;
  readonly deltaMs: number | null;
  readonly ci95: readonly [number, number] | null;
  readonly p: number | null;
}

async function measure(cli: string, kind: Kind, side: Side, iterations: number): Promise<Figures> {
  const options = {
    iterations,
    connections: side === "with" ? CONNECTIONS : 0,
    "probe-interval-ms": PERIOD_MS,
  };
  const frozen = frozenIn(await runWithFreeze(cli, { askedMs: FREEZE_MS, kind }, options));
  return {
    outageMs: frozen.map(({ outageMs }) => outageMs),
    excessMs: frozen.map(({ outageMs, freeze }) => outageMs - freeze.lengthMs),
    noiseMs: frozen.flatMap(({ iteration: { noiseMs } }) => noiseMs ?? []),
  };
}

export async function connectionsReport(cli: string, quick: boolean): Promise<Report> {
  const { rounds, iterations } = quick ? QUICK : WHOLE;
  const all: Record<string, Figures[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of KINDS) {
      say(`round ${round + 1} of ${rounds}: ${iterations} freezes with connections and without, ${kind}`);
      const sides: Side[] = round % 2 === 0 ? ["without", "with"] : ["with", "without"];
      for (const side of sides) {
        const key = `${kind} ${side}`;
        all[key] = [...(all[key] ?? []), await measure(cli, kind, side, iterations)];
      }
    }
  }
  const valuesOf = (kind: Kind, side: Side, figure: Figure) =>
    (all[`${kind} ${side}`] ?? []).flatMap((figures) => figures[figure]);
  const differences = KINDS.flatMap((kind) =>
    FIGURES.map((figure) =>
      differenceOf(kind, figure, valuesOf(kind, "without", figure), valuesOf(kind, "with", figure)),
    ),
  );
  return {
    name: "connections",
    markdown: [place(), "", table(differences)].join("\n"),
    figures: { connections: differences, connectionsMeasured: all },
    missed: differences.flatMap(missedBy),
  };
}

function differenceOf(
  kind: Kind,
  figure: Figure,
  without: readonly number[],
  beside: readonly number[],
): Difference {
  const [withoutMs, withMs] = [median(without), median(beside)];
  return {
    ...{ kind, figure, n: Math.min(without.length, beside.length), withoutMs, withMs },
    deltaMs: withoutMs === null || withMs === null ? null : withMs - withoutMs,
    ci95: differenceInterval95(without, beside, SEED),
    p: mannWhitney(without, beside)?.p ?? null,
  };
}

function missedBy({ kind, figure, deltaMs, ci95, p }: Difference): string[] {
  if (figure === "noiseMs") return [];
  if (deltaMs === null || p === null) return [`${NAMES[figure]}, ${kind}, was not measured on both sides`];
  if (p >= LEAST_P || ci95 === null || ci95[0] <= PERIOD_MS) return [];
  return [`${NAMES[figure]}, ${kind}: connections add ${ms(deltaMs)} ms (p = ${p.toFixed(4)})`];
}

function table(differences: readonly Difference[]): string {
  return markdownTable(
    ["figure, kind", "n", "without, ms", "with 20, ms", "difference, ms", "95 %", "p"],
    differences.map(({ kind, figure, n, withoutMs, withMs, deltaMs, ci95, p }) => [
      `${NAMES[figure]}, ${kind}`,
      String(n),
      ms(withoutMs),
      ms(withMs),
      ms(deltaMs),
      ci95 === null ? "–" : `${ms(ci95[0])} to ${ms(ci95[1])}`,
      p === null ? "–" : p < LEAST_P ? `< ${LEAST_P}` : p.toFixed(3),
    ]),
  );
}
