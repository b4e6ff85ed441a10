/** Proves: a trend names what changed, since when, with what, and whether it is new; runs of different machines are kept apart. */
import { expect, test } from "vitest";
import { workOf } from "../../../src/inputs/work-inputs.ts";
import { fingerprintOf, historyRunOf, machineOf } from "../../../src/report/history/machine.ts";
import { changeSentence, changesOf, machineNames, otherwise } from "../../../src/report/history/words.ts";
import { merge } from "../../../src/report/merge.ts";
import { mergedSummaryOf } from "../../../src/report/merge-summary.ts";
import { Results } from "../../../src/results/schema.ts";
import { comparison, failed, passed } from "../cases.ts";
import { results, scenario, unsupported } from "../made-up.ts";
import { iterations, measured, scenarioOf } from "../measured.ts";
import { candidate, nights, noisy, slower, trendOfRuns } from "./nights.ts";

const sentences = (trend: Parameters<typeof changesOf>[0]) =>
  changesOf(trend).map(({ series, change }) => changeSentence(series, change));

test("a change is named with what changed at that run", () => {
  expect(sentences(trendOfRuns(slower()))).toEqual([
    "new-tap outage: 25.3 → 31.5 ms since 2026-01-13 (QEMU 10.0.2 → 10.0.3, kernel 6.1.0-1 → 6.1.0-2), beyond this machine's spread of ± 1.8 ms",
    "new-tap vCPU pause: 8.4 → 10.4 ms since 2026-01-13 (QEMU 10.0.2 → 10.0.3, kernel 6.1.0-1 → 6.1.0-2), beyond this machine's spread of ± 0.58 ms",
  ]);
});

test("builds of the same short version are told apart, and nothing is claimed when all is the same", () => {
  const levels = noisy([
    [12, 20],
    [12, 40],
  ]);
  const rebuilt = nights(levels, (night) => candidate(night < 12 ? "10.0 (Debian 1)" : "10.0 (Debian 2)"));
  expect(sentences(trendOfRuns(rebuilt))[0]).toContain("(QEMU 10.0 (Debian 1) → 10.0 (Debian 2))");
  expect(sentences(trendOfRuns(nights(levels)))[0]).toMatch(/ since 2026-01-13, beyond /);
});

test("a change is new in the report whose runs show it first, and not in later ones", () => {
  const all = slower();
  const isNew = (runs: number, own = 1) => {
    const [first] = changesOf(trendOfRuns(all.slice(0, runs), own));
    return first === undefined ? null : first.change.isNew;
  };
  const shown = Array.from({ length: all.length + 1 }, (_, runs) => (runs < 13 ? null : isNew(runs)));
  const first = shown.findIndex((one) => one !== null);
  expect(first).toBeGreaterThanOrEqual(17);
  expect(shown.slice(first)).toEqual([true, ...Array(all.length - first).fill(false)]);
  // The same report once more; and one that brings all runs at once.
  expect(isNew(first)).toBe(true);
  expect(isNew(all.length, all.length)).toBe(true);
});

test("what is said when nothing changed, or not enough is known", () => {
  expect(otherwise(trendOfRuns(nights(noisy([[23, 20]]))))).toEqual([
    "no change beyond this machine's spread in the last 23 runs",
  ]);
  expect(otherwise(trendOfRuns(nights(noisy([[3, 20]]))))).toEqual(["too few runs yet (3 of 12)"]);
  const more = nights(noisy([[20, 20]]), (night) =>
    night < 15
      ? {}
      : { scenarios: [scenarioOf(iterations(10, 20)), scenarioOf(iterations(10, 9), { name: "tap-fd" })] },
  );
  expect(otherwise(trendOfRuns(more))).toEqual([
    "no change beyond this machine's spread in the last 20 runs",
    "too few runs yet of tap-fd outage, tap-fd vCPU pause (5 of 13)",
  ]);
});

test("a run keeps the figures of what passed; a failed run counts, one that measured nothing does not", () => {
  const kept = historyRunOf(results({ scenarios: [scenarioOf(iterations(8, 20)), unsupported("no")] }));
  expect(kept?.scenarios).toHaveLength(1);
  expect(kept?.scenarios[0]).toMatchObject({
    name: "new-tap",
    build: "candidate",
    n: 8,
    requestStallMs: null,
  });
  const failing = measured(900, { status: "failed", reason: "x" });
  const mixed = historyRunOf(results({ scenarios: [scenarioOf([...iterations(8, 20), failing])] }));
  expect(mixed?.scenarios).toEqual(kept?.scenarios);
  expect(historyRunOf(failed())).toMatchObject({ conclusion: "failed" });
  expect(historyRunOf(results({ scenarios: [unsupported("no")] }))).toBeNull();
  expect(historyRunOf(results({ scenarios: [scenario({ iterations: [], stats: null })] }))).toBeNull();
  expect(historyRunOf(comparison())?.scenarios.map(({ build }) => build)).toContain("baseline");
});

const fingerprint = (given: Partial<Results>) => fingerprintOf(machineOf(results(given), workOf));

test("machines are the same whatever the builds, the kernel, and inputs that change no work", () => {
  const { host } = results();
  const same: Partial<Results>[] = [
    candidate("11.0"),
    { host: { ...host, kernel: "7.0" } },
    {
      inputs: {
        iterations: "50",
        "max-outage-ms": "20",
        "output-dir": "x",
        "timeout-minutes": "9",
        strict: "true",
      },
    },
    { inputs: { smp: "1", memory: "1G", machine: "q35", trace: "true" } },
    { inputs: { qemu: "/a/qemu" } },
    { inputs: { qemu: "/b/qemu" } },
    { conclusion: "failed", reason: "x", seed: 9 },
  ];
  expect(new Set(same.map(fingerprint))).toEqual(new Set([fingerprint({})]));
  const { privilege: _, ...earlier } = results();
  expect(fingerprintOf(machineOf(Results.parse(earlier), workOf))).toBe(fingerprint({ privilege: "root" }));
});

test("machines differ by processor, accelerator, guest, privilege, probe, and inputs that change the work", () => {
  const { host, probe } = results();
  const different: Partial<Results>[] = [
    {},
    { host: { ...host, cpu: "another" } },
    { host: { ...host, cores: 4 } },
    { accel: "tcg" },
    { guest: "alpine-iso" },
    { privilege: "none" },
    { probe: { ...probe, tool: "ping" } },
    { probe: { ...probe, periodMs: 2 } },
    ...[
      { smp: "2" },
      { memory: "2G" },
      { queues: "8" },
      { nics: "2" },
      { connections: "0" },
      { machine: "pc" },
      { cpu: "max" },
      { trace: "false" },
      { "qemu-args": "…" },
      { "qemu-env": "…" },
      { "baseline-qemu": "/old" },
      { "target-qemu": "/new" },
      { "target-qemu": "/new", "round-trip": "true" },
      { qemu: "debian:sid" },
      { qemu: "debian:trixie" },
      { kernel: "/boot/vmlinuz-x" },
    ].map((inputs) => ({ inputs })),
  ];
  expect(new Set(different.map(fingerprint)).size).toBe(different.length);
});

test("machines with the same name are told apart by what differs", () => {
  const machines = [{}, { smp: "2" }, { smp: "2", nics: "3" }].map((inputs) =>
    machineOf(results({ inputs }), workOf),
  );
  expect(machineNames(machines)).toEqual([
    "a processor, 2 cores, kvm, guest micro, smp 1, nics 1",
    "a processor, 2 cores, kvm, guest micro, smp 2, nics 1",
    "a processor, 2 cores, kvm, guest micro, smp 2, nics 3",
  ]);
});

test.each([
  ["trend", () => [trendOfRuns(slower())]],
  [
    "trend-of-two",
    () => [
      trendOfRuns(nights(noisy([[6, 20]]))),
      trendOfRuns(
        nights(noisy([[30, 20]]), () => ({ accel: "tcg" })),
        1,
        { problem: "unreadable: not JSON. It is left as it is", file: "/srv/<b>|x" },
      ),
    ],
  ],
] as const)("the summary: %s", async (name, trends) => {
  const page = mergedSummaryOf(merge([{ path: "a/results.json", results: passed() }], [], trends()));
  const from = page.indexOf("**Trend**");
  const section = page.slice(from, page.indexOf("<details>", from));
  await expect(section).toMatchFileSnapshot(`../golden/${name}.merged.md`);
});
