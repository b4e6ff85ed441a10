/** Series of figures with a spread of about 1, made up: of independent runs, with heavy tails, and with what is no change but no rest either. */
import { createRandom, type Random } from "../../src/measure/random.ts";

/** One of Box and Muller's pair. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

type Series = (random: Random, runs: number) => number[];

const each =
  (one: (random: Random, run: number, runs: number) => number): Series =>
  (random, runs) =>
    Array.from({ length: runs }, (_, run) => one(random, run, runs));

/** Each value keeps this share of the one before. */
const following =
  (share: number): Series =>
  (random, runs) => {
    let last = 0;
    return each((own) => {
      last = share * last + normal(own);
      return 20 + last;
    })(random, runs);
  };

/** Runs in random order: no change is there to be found. */
export const INDEPENDENT: Readonly<Record<string, Series>> = {
  normal: each((random) => 20 + normal(random)),
  lognormal: each((random) => 20 * Math.exp(0.3 * normal(random))),
  "Student's t, 2 degrees": each((random) => 20 + normal(random) / Math.sqrt(-Math.log(1 - random()))),
  "whole milliseconds": each((random) => 20 + Math.round(0.7 * normal(random))),
};

export const DRIFTING: Readonly<Record<string, Series>> = {
  "slow drift by 3 spreads": each((random, run, runs) => 20 + normal(random) + (3 * run) / runs),
  "slow drift by 10 spreads": each((random, run, runs) => 20 + normal(random) + (10 * run) / runs),
  "autocorrelation 0.3": following(0.3),
  "autocorrelation 0.5": following(0.5),
  "autocorrelation 0.8": following(0.8),
  "autocorrelation 0.95": following(0.95),
};

/** The same series for the same seed. */
export const seriesOf = (kind: Series, runs: number, seed: number): number[] =>
  kind(createRandom(seed), runs);

/** Normal figures that are larger by `shift` from one run to another. */
export const shifted = (runs: number, shift: number, from: number, seed: number, to = runs): number[] =>
  seriesOf(INDEPENDENT.normal as Series, runs, seed).map((value, run) =>
    run >= from && run < to ? value + shift : value,
  );
