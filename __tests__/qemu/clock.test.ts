/** Proves: our clock is the wall clock, finer, and its error bound holds. */
import { expect, test } from "vitest";
import { type Offset, realtimeOffset, startWallClock } from "../../src/qemu/clock.ts";

test("now is the wall clock's time, finer", () => {
  const clock = startWallClock();
  for (let times = 0; times < 100; times += 1) {
    const before = Date.now();
    const now = clock.now();
    const after = Date.now();
    // Date.now() is truncated to whole milliseconds; the offset's error bound adds to that.
    expect(now).toBeGreaterThan(before - 1);
    expect(now).toBeLessThan(after + 2);
  }
});

test("two readings of the offset agree within their error bounds", () => {
  const [one, other] = [realtimeOffset(), realtimeOffset()];
  expect(Math.abs(one.ms - other.ms)).toBeLessThanOrEqual(one.uncertaintyMs + other.uncertaintyMs + 0.01);
});

const clockOver = (start: Offset, end: Offset) => {
  const readings = [start, end];
  return startWallClock(() => readings.shift() ?? end);
};

test.each([
  ["nothing happened", { ms: 10, uncertaintyMs: 0.02 }, { ms: 10.01, uncertaintyMs: 0.02 }, 0],
  ["stepped forward", { ms: 10, uncertaintyMs: 0.25 }, { ms: 15, uncertaintyMs: 0.25 }, 4.5],
  ["stepped back", { ms: 10, uncertaintyMs: 0.25 }, { ms: 5, uncertaintyMs: 0.25 }, -4.5],
  [
    "a reading that says little proves nothing",
    { ms: 10, uncertaintyMs: 0.02 },
    { ms: 15, uncertaintyMs: 6 },
    0,
  ],
])("%s", (_, start, end, expected) => {
  expect(clockOver(start, end).steppedMs()).toBe(expected);
});
