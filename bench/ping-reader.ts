/**
 * Reads an outage from `ping -i 0 -O -D` the usual, naive way: from the first to the last "no answer yet". Without answers, ping
 * sends one request per 10 ms whatever its interval: iputils limits itself so as not to flood.
 */

const NO_ANSWER = /^\[(\d+\.\d+)\] no answer yet for icmp_seq=\d+$/gm;

/** The times of the "no answer yet" lines, wall clock, epoch ms. A last line that is cut off does not count. */
export function readNoAnswers(text: string): number[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return [...whole.matchAll(NO_ANSWER)].map((line) => Number(line[1]) * 1000);
}

/** The outage as such a reader gives it, from the lines in [fromMs, untilMs]. 0 for one line or none. */
export function firstToLast(noAnswersMs: readonly number[], fromMs: number, untilMs: number): number {
  const inside = noAnswersMs.filter((ms) => ms >= fromMs && ms <= untilMs);
  const [first] = inside;
  const last = inside.at(-1);
  return first === undefined || last === undefined ? 0 : last - first;
}
