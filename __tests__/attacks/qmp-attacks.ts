/** Attacks by what a QEMU writes on QMP in a run. */
import type { Attack } from "./attack.ts";
import { runQemuAttack } from "./hostile-qemu.ts";

const STAMP = '"timestamp":{"seconds":1,"microseconds":1}';

const SAYINGS: readonly (readonly [what: string, text: string])[] = [
  [
    "a migration event with an object where a word belongs",
    `{"event":"MIGRATION","data":{"status":{"a":1}},${STAMP}}`,
  ],
  ["an event whose name is an object", `{"event":{"name":"STOP"},${STAMP}}`],
  ["an event without a time", '{"event":"STOP"}'],
  [
    "an event at a time beyond all numbers",
    '{"event":"RESUME","timestamp":{"seconds":1e999,"microseconds":-1}}',
  ],
  ["an answer that nobody asked for", '{"return":{"status":"completed"},"id":"nobody"}'],
  ["an answer and an error in one", '{"return":{},"error":{"class":"GenericError","desc":"no"},"id":1}'],
  ["a hundred thousand lists in one another", "[".repeat(100_000)],
  ["what would change every object", `{"__proto__":{"status":"completed"},"event":"STOP",${STAMP}}`],
  ["a line of 9 MiB", `{"event":"${"x".repeat(9 * 2 ** 20)}",${STAMP}}`],
  ["bytes that are no text", '\u0000\u0001\u0002{"event":"STOP"}\u0000'],
];

export const QMP_ATTACKS: readonly Attack[] = SAYINGS.map(([what, text]) => {
  const attack = {
    kind: "foreign values",
    attack: `QEMU sends ${what}`,
    holds: "the run ends in order, whether it counts or not",
  };
  return {
    ...attack,
    run: () =>
      runQemuAttack({
        ...attack,
        script: "true",
        faults: [{ side: "source", step: "query-status", kind: "say", nth: 1, text }],
        conclusion: "either",
      }),
  };
});
