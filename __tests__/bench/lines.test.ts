/** Proves: the line goes through the medians of rows; a rise within the scatter of the rows is said to be none. */
import { expect, test } from "vitest";
import { lineSentence, lineThrough } from "../../bench/lines.ts";

const row = (at: number, ...ms: number[]) => ({ at, ms });

test("an outlier of a row does not move the line", () => {
  const line = lineThrough([row(1, 10.5, 10.5, 90), row(2, 11, 11, 11), row(4, 12, 12, 12), row(8)]);
  expect(line).toMatchObject({ slopeMs: 0.5, interceptMs: 10, riseMs: 1.5 });
  expect(line?.scatterMs).toBe(0);
  expect(lineSentence("the pause", "NIC", line)).toBe(
    "The pause grows by 0.5 ms per NIC; the line begins at 10.0 ms, and the figures of a row scatter by 0.0 ms.",
  );
});

test("a rise within the scatter", () => {
  const line = lineThrough([row(1, 8, 9, 10, 11, 12), row(2, 8, 9, 10.5, 11, 12)]);
  expect(lineSentence("the pause", "GiB", line)).toBe(
    "The pause does not depend on it: the line (0.5 ms per GiB) changes by 0.5 ms over the whole table, and the figures of a row scatter by 2.0 ms.",
  );
});

test("one row makes no line", () => {
  expect(lineThrough([row(1, 8), row(2)])).toBeNull();
  expect(lineSentence("the pause", "GiB", null)).toBe("Too little was measured for a line of the pause.");
});
