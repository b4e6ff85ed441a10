/** Measured outages of one build, and comparisons drawn from them: what a rule says of these is known beforehand. */
import { readFileSync } from "node:fs";
import { normal } from "../__tests__/measure/made-up-series.ts";
import type { Random } from "../src/measure/random.ts";
import { median, outagesOf, percentile } from "../src/measure/statistics.ts";
import { Results } from "../src/results/schema.ts";
import { readRecordings } from "./recordings.ts";
import { type Pair, pick } from "./rules.ts";

const RECORDED = ["ab-10.0-11.1", "alone-7.2", "kvm-10.0"].map(
  (name) => `__tests__/data/results/${name}.json`,
);
const LEAST_OUTAGES = 30;
const PAIRS_PER_BOOT = 10;

/** The outages of one build. */
export interface Pool {
  readonly name: string;
  readonly outagesMs: readonly number[];
  readonly periodMs: number;
}

export const readPools = (): Pool[] => [...RECORDED.flatMap(recordedPools), ...comparedPools()];

function recordedPools(path: string): Pool[] {
  const { accel, builds, scenarios, probe } = Results.parse(JSON.parse(readFileSync(path, "utf8")));
  return scenarios.flatMap(({ name, build, iterations }) => {
    const outagesMs = outagesOf(iterations);
    if (outagesMs.length < LEAST_OUTAGES) return [];
    const version = builds.find(({ role }) => role === build)?.version.split(" ")[0] ?? "";
    return [{ name: `${name}, QEMU ${version}, ${accel}`, outagesMs, periodMs: probe.resolutionMs }];
  });
}

/** Of the real comparisons of a build with itself. */
function comparedPools(): Pool[] {
  const same = readRecordings().filter(({ addedPercent }) => addedPercent === 0);
  return (["stand-in", "qemu"] as const).flatMap((kind) => {
    const own = same.filter((one) => one.kind === kind);
    const outagesMs = own.flatMap(({ pairs }) => pairs.map(({ a }) => a));
    const name =
      kind === "stand-in" ? "tap-fd, stand-in of 20 ms" : "new-tap, QEMU 7.2.22 in comparisons, tcg";
    return own.length === 0 ? [] : [{ name, outagesMs, periodMs: own[0]?.periodMs ?? 1 }];
  });
}

/** The interquartile range of the outages, as a share of their median. */
export function spreadOf({ outagesMs }: Pool): number {
  const at = (share: number) => percentile(outagesMs, share) ?? 0;
  return (at(0.75) - at(0.25)) / at(0.5);
}

/** What else differs between boots and between pairs: standard deviations, as shares. */
export interface Effects {
  readonly name: string;
  /** Of a guest from boot to boot; each build has its own. */
  readonly boot: number;
  /** Of the host from pair to pair; it meets both alike. */
  readonly common: number;
}

export const NO_EFFECTS: Effects = { name: "none", boot: 0, common: 0 };

export const EFFECTS: readonly Effects[] = [
  NO_EFFECTS,
  { name: "boots ± 4 %", boot: 0.04, common: 0 },
  { name: "host ± 20 %", boot: 0, common: 0.2 },
];

/** Pairs one after the other, as long as they are asked for. B is longer by this share of the pool's median. */
export function* drawnPairs(pool: Pool, added: number, effects: Effects, random: Random): Generator<Pair> {
  const addedMs = added * (median(pool.outagesMs) ?? 0);
  const boots = new Map<number, readonly [number, number]>();
  const factor = (deviation: number) => (deviation === 0 ? 1 : Math.exp(deviation * normal(random)));
  for (let place = 0; ; place += 1) {
    const boot = Math.floor(place / PAIRS_PER_BOOT) + 1;
    const [ofA, ofB] = boots.get(boot) ?? [factor(effects.boot), factor(effects.boot)];
    boots.set(boot, [ofA, ofB]);
    const common = factor(effects.common);
    yield {
      boot,
      a: pick(pool.outagesMs, random) * ofA * common,
      b: (pick(pool.outagesMs, random) + addedMs) * ofB * common,
    };
  }
}

export function take<T>(count: number, from: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const one of from) {
    taken.push(one);
    if (taken.length === count) break;
  }
  return taken;
}
