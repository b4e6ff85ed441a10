/** Proves: requests without a line of their own are placed and counted correctly. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProbeFlow } from "../../src/measure/probe-log.ts";
import { countRequests, knownRequests } from "../../src/measure/requests.ts";

/** What became of numbers 0, 1, 2, …, sent at 1 ms: answered, timed out, pending, or without a line. */
function flowOf(fates: string): ProbeFlow {
  const numbers = (fate: string) => [...fates].flatMap((one, sequence) => (one === fate ? [sequence] : []));
  return {
    address: "10.0.0.2",
    firstSequence: 0,
    replies: numbers("a").map((sequence) => ({
      sequence,
      sentAtMs: sequence,
      receivedAtMs: sequence + 1,
      rttMs: 1,
    })),
    timedOut: numbers("t").map((sequence) => ({ sequence, sentAtMs: sequence })),
    pending: numbers("p").map((sequence) => ({ sequence, sentAtMs: sequence })),
  };
}

function count(fates: string, fromMs = 0, untilMs = 1000) {
  const flow = flowOf(fates);
  return countRequests(flow, knownRequests(flow), { fromMs, untilMs, periodMs: 1 });
}

describe("knownRequests", () => {
  test("an expiry that was stamped late is placed between its answered neighbours, not where its stamp says", () => {
    const flow = flowOf("attta");
    const late = flow.timedOut.map((request) => ({ ...request, sentAtMs: request.sentAtMs + 900 }));
    expect(knownRequests({ ...flow, timedOut: late }).map(({ sentAtMs }) => sentAtMs)).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  test("without an answered neighbour on one side, its stamp is all there is", () => {
    const flow = flowOf("tat");
    expect(knownRequests(flow).map(({ sentAtMs }) => sentAtMs)).toEqual([0, 1, 2]);
  });
});

describe("countRequests", () => {
  test.each([
    ["", null],
    ["aaaa", { sent: 4, lost: 0 }],
    ["a--a", { sent: 4, lost: 2 }],
    ["a-ta", { sent: 4, lost: 2 }],
    ["a--t", { sent: 4, lost: 3 }],
    ["a--", { sent: 1, lost: 0 }],
    ["apa", { sent: 3, lost: 1 }],
    ["aapp", { sent: 2, lost: 0 }],
    ["pp", { sent: 0, lost: 0 }],
    ["---a", { sent: 4, lost: 3 }],
  ])("%j: %j", (fates, expected) => {
    expect(count(fates)).toEqual(expected);
  });

  test("interpolates when numbers without a line were sent", () => {
    // 1 to 8 are missing; of them 3 to 5 were sent from 2.5 to 5.5.
    expect(count("a--------a", 2.5, 5.5)).toEqual({ sent: 3, lost: 3 });
    expect(count("a--------a", 3, 5)).toEqual({ sent: 3, lost: 3 });
    expect(count("a--------a", 20, 30)).toEqual({ sent: 0, lost: 0 });
  });

  test("is not confused by requests that seem to have left in the wrong order", () => {
    const flow = flowOf("a---a");
    const known = knownRequests(flow).map((request) => ({
      ...request,
      sentAtMs: request.sequence === 4 ? -0.3 : 0,
    }));
    expect(countRequests(flow, known, { fromMs: -1, untilMs: 1, periodMs: 1 })).toEqual({ sent: 5, lost: 3 });
  });

  test("takes no longer for a hole of a thousand million numbers", () => {
    const flow = { ...flowOf("a"), timedOut: [{ sequence: 999_999_999, sentAtMs: 1000 }] };
    const counted = countRequests(flow, knownRequests(flow), { fromMs: 0, untilMs: 1000, periodMs: 1 });
    expect(counted).toEqual({ sent: 1_000_000_000, lost: 999_999_999 });
  });

  test("property: counts as one who goes from number to number, and a window cut in two has the same sum", () => {
    const fates = fc.string({ unit: fc.constantFrom("a", "t", "p", "-"), maxLength: 40 });
    fc.assert(
      fc.property(fates, fc.nat(40), (text, cut) => {
        const settled = Math.max(text.lastIndexOf("a"), text.lastIndexOf("t"));
        const numbers = [...text].slice(0, settled + 1);
        const whole = count(text, -0.5, 100);
        if (/^-*$/.test(text)) {
          expect(whole).toBeNull();
          return;
        }
        expect(whole).toEqual({ sent: numbers.length, lost: numbers.filter((fate) => fate !== "a").length });
        const [left, right] = [count(text, -0.5, cut + 0.5), count(text, cut + 0.5, 100)];
        expect({
          sent: (left?.sent ?? 0) + (right?.sent ?? 0),
          lost: (left?.lost ?? 0) + (right?.lost ?? 0),
        }).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
});
