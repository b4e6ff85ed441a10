import type { Attack } from "./attack.ts";

/** Pairs each attack with the title of its test. */
export const titled = (attacks: readonly Attack[]): (readonly [title: string, attack: Attack])[] =>
  attacks.map((one) => [`${one.kind}: ${one.attack}: ${one.holds}`, one]);
