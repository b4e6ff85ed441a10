/** Text from outside that a terminal, a log or a page would obey. Every output must show it instead. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { makeAnnotator } from "../../src/action/annotate.ts";
import { message, plain } from "../../src/action/plain.ts";
import { visibleJson } from "../../src/base/visible-text.ts";
import { assetLines } from "../../src/cli/assets.ts";
import { diagnosisTable, resultsTable } from "../../src/cli/tables.ts";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { benchmarkOf, benchmarkOfRuns } from "../../src/report/benchmark.ts";
import { commentOf } from "../../src/report/comment.ts";
import { reportHtml } from "../../src/report/html/report.ts";
import { junitOf, junitOfRuns } from "../../src/report/junit.ts";
import { type Merged, merge } from "../../src/report/merge.ts";
import { mergedSummaryOf } from "../../src/report/merge-summary.ts";
import { repetitionOf } from "../../src/report/repeat.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Results } from "../../src/results/schema.ts";
import { saidOfWords, written } from "../cli/parsing.ts";
import { iteration, results, scenario } from "../report/made-up.ts";
import type { Attack } from "./attack.ts";
import { given } from "./merged.ts";

/** Reverses the direction of text, clears the screen, and goes to the start of the line; also with 8-bit controls. */
const BAD = "left\u202e\u2066\u200f\u001b[2J\u009b2J\r\u2028\u0007right";

// Without tabs and line ends, which the outputs use themselves.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OBEYED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Checks that nothing would be obeyed, and that the rest of the text is there. */
function holds(text: string): void {
  const at = OBEYED.exec(text);
  assert.equal(
    at,
    null,
    `${JSON.stringify(at?.[0])} in ${JSON.stringify(text.slice(Math.max(0, (at?.index ?? 0) - 60)).slice(0, 120))}`,
  );
  assert.match(text, /left/);
}

/** Results with BAD wherever they have text. */
const NASTY: Results = results({
  conclusion: "failed",
  reason: BAD,
  host: { kernel: BAD, cpu: BAD, cores: 1 },
  guest: BAD,
  inputs: { [BAD]: BAD, qemu: BAD, memory: BAD },
  builds: [{ role: "candidate", path: BAD, version: BAD, dialect: null, traced: true }],
  scenarios: [
    scenario({
      status: "failed",
      reason: BAD,
      evidence: [{ side: "source", what: BAD, tail: BAD }],
      iterations: [
        iteration({
          status: "failed",
          reason: BAD,
          folder: BAD,
          evidence: [{ side: "target", what: BAD, tail: BAD }],
          flows: [1, 2].map(() => ({
            address: BAD,
            outageMs: 1,
            resumeToReplyMs: 1,
            afterGapMs: 1,
            noiseMs: 1,
            sent: 1,
            lost: 0,
            late: 0,
          })),
          devices: [{ name: BAD, instance: 0, saveUs: 1, loadUs: 1 }],
          timeline: [{ atMs: 1, side: "source", event: BAD }],
        }),
      ],
    }),
    scenario({ name: "tap-fd", status: "unsupported", reason: BAD, iterations: [], stats: null }),
  ],
});

/** Two equal runs get labels from their folders, so these are shown, too. */
const MERGED: Merged = merge(
  ["a", "b"].map((name) => ({ path: `${name}${BAD}/results.json`, results: NASTY })),
  [{ path: `c${BAD}/results.json`, problem: BAD }],
);

const PAGES: readonly [where: string, make: () => string][] = [
  ["the summary of a run", () => summaryOf(NASTY, { outputFolder: BAD })],
  ["junit.xml of a run", () => junitOf(NASTY)],
  [
    "report.html of a run",
    () =>
      reportHtml([{ label: "", results: NASTY, logs: BAD }], { client: "" }).replace(
        /<script type="application\/json"[\s\S]*?<\/script>/,
        "",
      ),
  ],
  [
    "benchmark.json of a run",
    () =>
      benchmarkOf(NASTY)
        .map(({ name, extra }) => `${name} ${extra}`)
        .join("\n"),
  ],
  ["the summary of several runs", () => mergedSummaryOf(MERGED, BAD)],
  ["the comment on a pull request", () => commentOf(MERGED, BAD)],
  ["junit.xml of several runs", () => junitOfRuns(MERGED)],
  [
    "report.html of several runs",
    () =>
      reportHtml(
        MERGED.runs.map(({ label, results: of }) => ({ label, results: of, logs: BAD })),
        { client: "", broken: MERGED.broken },
      ).replace(/<script type="application\/json"[\s\S]*?<\/script>/, ""),
  ],
  [
    "benchmark.json of several runs",
    () =>
      benchmarkOfRuns(MERGED)
        .map(({ name, extra }) => `${name} ${extra}`)
        .join("\n"),
  ],
  ["the command to repeat", () => `left ${repetitionOf(results({ inputs: { memory: BAD } })).command}`],
  ["results.json on a terminal", () => visibleJson(NASTY)],
  ["the table that ends a run", () => resultsTable(NASTY, null)],
  ["the paths of assets", () => assetLines([{ guest: "micro", asset: "kernel", path: BAD, sha256: null }])],
  ["a line of a job's log", () => plain(BAD)],
  ["the message of an annotation", () => message(BAD)],
];

const DIAGNOSIS = {
  checks: [{ name: "QEMU", status: "missing", detail: BAD }],
  qemu: {
    version: BAD,
    dialect: "permit",
    revisions: "the final one",
    switches: ["local"],
    downtimeTraces: true,
  },
  scenarios: [{ name: "tap-fd", runs: false, reason: BAD }],
} as unknown as Diagnosis;

const row = (attack: string, run: () => unknown): Attack => ({
  ...{ kind: "words to a terminal", attack, holds: "nothing in it is obeyed, and it is still told" },
  run: async () => void (await run()),
});

export const WORD_ATTACKS: readonly Attack[] = [
  ...PAGES.map(([where, make]) => row(`such words in ${where}`, () => holds(make()))),
  row("such words in what the doctor found, in a wide and a narrow terminal", () => {
    for (const width of [null, 40]) holds(diagnosisTable(DIAGNOSIS, width));
  }),
  row("such words in the title and the text of an annotation", async () => {
    const said = await written(process.stdout, () => {
      const annotator = makeAnnotator(true);
      for (let number = 0; number < 12; number++) annotator.add({ level: "error", title: BAD, message: BAD });
      annotator.close();
    });
    assert.match(said, /::error title=left/);
    holds(said);
  }),
  row("such words in a flag that there is not, a command, and a value too many", async () => {
    for (const words of [["run", `--${BAD}`], [BAD], ["run", BAD], ["clean", `--${BAD}=${BAD}`]]) {
      const said = await saidOfWords(words);
      assert.match(said, /^error: /m);
      holds(`left ${said}`);
    }
  }),
  row("such words in the names of folders of results, and of the report's own", async () => {
    using folder = given();
    folder.put(`${BAD}/results.json`, NASTY);
    folder.put(`${BAD}2/results.json`, "{");
    const { stdout, stderr } = await folder.printed();
    holds(stdout);
    for (const line of stderr) holds(line);
    const { html } = await folder.report();
    assert.ok(html !== null && readFileSync(html).length > 0);
  }),
];
