/** Proves: at most ten annotations of a kind reach the runner, and the log keeps every message. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeAnnotator } from "../../src/action/annotate.ts";
import { readCommands } from "./runner.ts";

let log = "";
beforeEach(() => {
  log = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    log += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

function annotate(count: number, enabled = true): void {
  const annotator = makeAnnotator(enabled);
  for (let number = 1; number <= count; number += 1) {
    annotator.add({ level: "warning", title: "a, b: c", message: `number ${number}\nis 100 %` });
  }
  annotator.close();
}

test.each([1, 9, 10])("%i of a kind are all shown", (count) => {
  annotate(count);
  expect(readCommands(log).map(({ name, message }) => [name, message])).toEqual(
    Array.from({ length: count }, (_, at) => ["warning", `number ${at + 1}\nis 100 %`]),
  );
});

test("of more, nine are shown and the rest counted; the log has every one", () => {
  annotate(25);
  const commands = readCommands(log);
  expect(commands).toHaveLength(10);
  expect(commands.at(-1)?.title).toBe("16 more");
  for (let number = 1; number <= 25; number += 1) expect(log).toMatch(new RegExp(`number ${number}\\b`));
});

test("each kind has its own limit", () => {
  const annotator = makeAnnotator(true);
  for (let number = 0; number < 10; number += 1) {
    for (const level of ["error", "warning", "notice"] as const)
      annotator.add({ level, title: "t", message: "m" });
  }
  annotator.close();
  expect(readCommands(log)).toHaveLength(30);
});

test("switched off, there are lines and no annotations", () => {
  annotate(12, false);
  expect(readCommands(log)).toEqual([]);
  expect(log.match(/^warning: a, b: c: number \d+$/gm)).toHaveLength(12);
});
