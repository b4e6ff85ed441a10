/**
 * When `iterations: auto` looks at a comparison, and how sure it must be then. Each look is a further chance to be wrong, so each must be
 * surer than a single one: the bounds are the same at all looks (Pocock 1977). docs/accuracy.md has the error that remains, by simulation.
 */
import type { Certainty } from "./compare.ts";

/** Pairs after which it looks. Each number is about a fifth larger than the one before. The first has three boots. */
export const LOOKS = [12, 15, 18, 22, 27, 33, 40, 48, 58, 70, 84, 100] as const;

export const MOST_PAIRS = Math.max(...LOOKS);

export const EACH_LOOK: Certainty = { p: 0.002, level: 0.99 };
