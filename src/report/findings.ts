/**
 * What a run found out that is no failure and has no figure of its own in the tables: lost requests where packets wait,
 * outages that begin well before STOP, and queue pairs that carried no packets.
 */
import type { Iteration, Loss, Results, Scenario } from "../results/schema.ts";
import { count, inMs, labelOf, medianFigure, msFigure } from "./figures.ts";

/** The phases in the words of sentences, in order. */
export const PHASES = {
  "before-stop": "before STOP",
  freeze: "in the freeze",
  "after-resume": "after RESUME",
} as const satisfies Record<Loss["phase"], string>;

/**
 * Example: "1 request lost per active queue pair in 9 of 10 migrations (none in the first of a chain; all sent in the freeze),
 * although packets wait in the TAP's queue". Null when nothing was lost, or where losses are expected. Failed iterations have
 * their own reason and do not count.
 */
export function lossSentence({ iterations }: Pick<Scenario, "iterations">): string | null {
  const migrations = iterations.filter(({ status, losses }) => status === "passed" && losses != null);
  const lossy = migrations.filter(isLossy);
  if (lossy.length === 0) return null;
  const where = `in ${lossy.length} of ${count(migrations.length, "migration")}`;
  const more = [chainText(migrations), phaseText(lossy)].filter((text) => text !== null).join("; ");
  return `${amountText(lossy)} ${where} (${more}), although packets wait in the TAP's queue`;
}

const isLossy = ({ losses }: Iteration): boolean => (losses ?? []).length > 0;

const sumOf = (losses: readonly Loss[]): number => losses.reduce((sum, loss) => sum + loss.count, 0);

/** Of figures that are not negative. One by one: there may be more of them than a call takes arguments. */
const rangeOf = (figures: readonly number[]): [least: number, most: number] => [
  figures.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  figures.reduce((a, b) => Math.max(a, b), 0),
];

function amountText(lossy: readonly Iteration[]): string {
  const amounts = lossy.map(({ losses }) => sumOf(losses ?? []));
  const [least, most] = rangeOf(amounts);
  const each = lossy.length === 1 ? "" : " each time";
  if (lossy.every(({ queuePairs }, at) => queuePairs.active === amounts[at]))
    return `1 request lost per active queue pair${least === most && most > 1 ? `, ${most}${each},` : ""}`;
  return least === most ? `${count(most, "request")} lost` : `${least} to ${most} requests lost`;
}

/** Where in a chain it happened: the source of its first migration was freshly booted, that of later ones had been a target. */
function chainText(migrations: readonly Iteration[]): string | null {
  const first = migrations.filter(({ index }) => index === 1);
  const later = migrations.filter(({ index }) => index > 1);
  if (first.length === 0 || later.length === 0) return null;
  const [ofFirst, ofLater] = [first.filter(isLossy).length, later.filter(isLossy).length];
  if (ofFirst === 0) return "none in the first of a chain";
  if (ofLater === 0) return "only in the first of a chain";
  return `first of a chain ${ofFirst} of ${first.length}, later ${ofLater} of ${later.length}`;
}

function phaseText(lossy: readonly Iteration[]): string {
  const phases = phasesOf(lossy.flatMap(({ losses }) => losses ?? []));
  const [only, ...others] = phases;
  if (others.length === 0) return `${only?.number === 1 ? "" : "all "}sent ${only?.text}`;
  return `sent: ${wordsOf(phases)}`;
}

interface OfPhase {
  readonly number: number;
  readonly text: string;
}

const phasesOf = (losses: readonly Loss[]): OfPhase[] =>
  (Object.keys(PHASES) as Loss["phase"][]).flatMap((phase) => {
    const number = sumOf(losses.filter((loss) => loss.phase === phase));
    return number === 0 ? [] : [{ number, text: PHASES[phase] }];
  });

const wordsOf = (phases: readonly OfPhase[]): string =>
  phases.map(({ number, text }) => `${number} ${text}`).join(", ");

/** When the lost requests of an iteration were sent, like " (1 in the freeze)"; empty when that is no finding. */
export const lossText = ({ losses }: Iteration): string =>
  (losses ?? []).length === 0 ? "" : ` (${wordsOf(phasesOf(losses ?? []))})`;

/** What the source of a migration had been before: losses may depend on it. */
export const sourceText = ({ index }: Iteration): string =>
  index === 1 ? "freshly booted" : "a target before";

/**
 * How many times longer than the noise the part before STOP must be, as for `resolved`. Ordinary outages begin up to a period
 * before STOP, or up to the noise.
 */
const EARLY_FACTOR = 2;
/** Fewer early outages than this share are left to the tables: the host may have caused them. */
const LEAST_EARLY_SHARE = 0.1;

/** Whether the outage began well before STOP: the guest did not answer although its vCPUs still ran. */
export const beganEarly = ({ outageParts, noiseMs, resolved }: Outage): boolean =>
  outageParts !== null &&
  noiseMs !== null &&
  resolved !== false &&
  outageParts.beforeStopMs > EARLY_FACTOR * noiseMs;

type Outage = Pick<Iteration, "outageParts" | "noiseMs" | "resolved">;

/**
 * Example: "the outage began well before STOP in 9 of 10 migrations (median 55.2 ms, 14.0 to 190.0 ms), while the guest still
 * ran". Null when the outages of a scenario begin with the freeze.
 */
export function earlySentence({ iterations }: Pick<Scenario, "iterations">): string | null {
  const measured = iterations.filter(
    ({ status, outageParts }) => status === "passed" && outageParts !== null,
  );
  const early = measured.filter(beganEarly);
  if (early.length === 0 || early.length < LEAST_EARLY_SHARE * measured.length) return null;
  const beforeStop = early.flatMap(({ outageParts }) => outageParts?.beforeStopMs ?? []);
  const [least, most] = rangeOf(beforeStop);
  const median = medianFigure(early, ({ outageParts }) => outageParts?.beforeStopMs) ?? 0;
  const long =
    early.length === 1 ? inMs(median) : `median ${inMs(median)}, ${msFigure(least)} to ${inMs(most)}`;
  return `the outage began well before STOP in ${early.length} of ${count(measured.length, "migration")} (${long}), while the guest still ran`;
}

/**
 * Example: "queue pairs 2 and 3 of 4 (counted from 0) carried no packets in 5 of 5 migrations: what happens to them is not in the figures".
 * Null when each queue pair in use was seen to carry packets, and where nobody looked.
 */
export function unseenSentence({ iterations }: Pick<Scenario, "iterations">): string | null {
  const watched = iterations.flatMap(({ queuePairs: { active, unseen } }) =>
    active === null || unseen == null ? [] : [{ active, unseen }],
  );
  const [first, ...others] = watched.filter(({ unseen }) => unseen.length > 0);
  if (first === undefined) return null;
  const same = others.every(({ unseen }) => unseen.join() === first.unseen.join());
  const numbers = [first, ...others].map(({ unseen }) => unseen.length);
  const which = same
    ? `queue pair${first.unseen.length === 1 ? "" : "s"} ${listOf(first.unseen)} of ${first.active} (counted from 0)`
    : `up to ${rangeOf(numbers)[1]} of ${first.active} queue pairs`;
  return `${which} carried no packets in ${numbers.length} of ${count(watched.length, "migration")}: what happens to them is not in the figures`;
}

/** Example: "1, 2 and 3". */
const listOf = (numbers: readonly number[]): string =>
  numbers.length < 2 ? numbers.join() : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;

/** What one of the functions above, or a like one, says of each scenario: its label and the sentence. */
export const sentencesOf = (
  results: Results,
  sentenceOf: (scenario: Scenario) => string | null,
): { label: string; sentence: string }[] =>
  results.scenarios.flatMap((scenario) => {
    const sentence = sentenceOf(scenario);
    return sentence === null ? [] : [{ label: labelOf(scenario, results), sentence }];
  });
