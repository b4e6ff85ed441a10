/**
 * The usual way to read an outage from `ping -i 0 -O -D`: from the first to the last "no answer yet". Without answers such a
 * ping asks once in 10 ms, whatever its interval: iputils keeps to that so as not to flood.
 */

const NO_ANSWER = /^\[(\d+\.\d+)\] no answer yet for icmp_seq=\d+$/gm;

/** When ping said that it has no answer, wall clock, epoch ms. A last line that is cut off does not count. */
export function readNoAnswers(text: string): number[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return [...whole.matchAll(NO_ANSWER)].map((line) => Number(line[1]) * 1000);
}

/** The outage as that reader gives it, for what was said in [fromMs, untilMs]: 0 when that is one line or none. */
export function firstToLast(noAnswersMs: readonly number[], fromMs: number, untilMs: number): number {
  const inside = noAnswersMs.filter((ms) => ms >= fromMs && ms <= untilMs);
  const [first] = inside;
  const last = inside.at(-1);
  return first === undefined || last === undefined ? 0 : last - first;
}
