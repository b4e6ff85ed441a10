/** Attacks by a pull request that puts files where `report` looks for results of other jobs. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { findResults } from "../../src/results/find.ts";
import { READ_LIMITS, resultsReader } from "../../src/results/read.ts";
import { asOrdinaryUser, makeCommonPlace } from "../host/ordinary-user.ts";
import { results } from "../report/made-up.ts";
import type { Attack } from "./attack.ts";
import { type Given, given } from "./merged.ts";

const kind = "results files, given to `report`";
const row = (attack: string, holds: string, tried: (folder: Given) => void | Promise<void>): Attack => ({
  ...{ kind, attack, holds },
  async run() {
    using folder = given();
    await tried(folder);
  },
});

/** Checks that one bad file or folder beside a good run fails the report, with this problem. */
async function namedWith(folder: Given, problem: RegExp, ...words: string[]): Promise<void> {
  folder.put("good/results.json");
  const { merged } = await folder.report(...words);
  assert.equal(merged.runs.length, 1);
  assert.equal(merged.conclusion, "failed");
  assert.equal(merged.broken.length, 1);
  assert.match(merged.broken[0]?.problem ?? "", problem);
}

const NAMES: readonly [what: string, name: string][] = [
  ["a line end", "a\nb"],
  ["a return and an escape", "a\r\u001b[2Jb"],
  ["a turn of direction", "a\u202eb"],
  ["the signs of globs", "a[1]*{x,y}?!(z)"],
  ["a backslash and blanks", " a\\ b "],
  ["a dash and dots", "-..."],
];

/** Results as JSON, with a figure that JSON.stringify cannot write. */
const withFigure = (figure: string): string =>
  JSON.stringify(results()).replace('"durationMs":12345', `"durationMs":${figure}`);

const EXTREME = JSON.stringify(results()).replaceAll(
  /(?<="(?:min|median|p95|max|outageMs|noiseMs|harnessMs|vcpuPauseMs)":)[\d.]+/g,
  "1e15",
);

export const REPORT_ATTACKS: readonly Attack[] = [
  ...NAMES.flatMap(([what, name]) => [
    row(`a folder whose name has ${what}`, "its run counts, by folder and by glob", async (folder) => {
      folder.put(`${name}/results.json`, results({ conclusion: "failed", reason: "slower" }));
      for (const words of [["."], ["**/results.json"], ["*/results.json"], ["*"]]) {
        const { merged } = await folder.report(...words);
        assert.deepEqual([merged.runs.length, merged.broken], [1, []], words.join());
        assert.equal(merged.conclusion, "failed");
      }
    }),
  ]),
  row(
    "a broken file below such names",
    "it is named on one line, with nothing that a terminal obeys",
    async (folder) => {
      folder.put("good/results.json");
      folder.put("a\nb\r\u001b[2J\u202e\u009b/results.json", "{");
      const { stderr, passed } = await folder.printed();
      assert.equal(passed, false);
      assert.equal(stderr.length, 1);
      assert.match(stderr[0] ?? "", /a\\x0ab\\x0d\\x1b\[2J\\u202e\\x9b\/results\.json: not JSON/);
      for (const file of ["summary.md", "junit.xml", "report.html"]) {
        const shown = folder.read(file).replaceAll("\\\\", "\\").replaceAll("\\[", "[");
        assert.match(shown, /a\\x0ab\\x0d\\x1b\[2J\\u202e\\x9b\/results\.json/, file);
      }
    },
  ),
  row(
    "a name in bytes that are no UTF-8",
    "the file is named by its bytes, and the verdict is failed",
    async (folder) => {
      const bytes = Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from([0x61, 0xff, 0xfe])]);
      mkdirSync(bytes);
      writeFileSync(Buffer.concat([bytes, Buffer.from("/results.json")]), "{}");
      await namedWith(folder, /^unreadable: its path is not text in UTF-8$/);
      assert.match((await folder.printed()).stderr[0] ?? "", /\/a\\xff\\xfe\/results\.json: /);
    },
  ),
  row(
    "results.json is a link to a file outside",
    "it is not followed: named, and nothing of the file is said",
    async (folder) => {
      const secret = join(dirname(folder.path), "secret.json");
      writeFileSync(secret, '{"schemaVersion": 1, "hunter2": 1}');
      mkdirSync(join(folder.path, "x"));
      symlinkSync(secret, join(folder.path, "x/results.json"));
      await namedWith(folder, /^unreadable: a symbolic link/);
      await namedWith(folder, /^unreadable: a symbolic link/, "good", "x/results.json");
      assert.doesNotMatch(folder.read("summary.md"), /hunter2/);
    },
  ),
  ...(
    [
      ["a link to itself", "results.json"],
      ["a link to nothing", "/nowhere/at/all"],
      ["a link to a device without end", "/dev/zero"],
    ] as const
  ).map(([what, target]) =>
    row(`results.json is ${what}`, "it is named, and the verdict is failed", async (folder) => {
      mkdirSync(join(folder.path, "x"));
      symlinkSync(target, join(folder.path, "x/results.json"));
      await namedWith(folder, /^unreadable: a symbolic link/);
    }),
  ),
  row(
    "results.json is a pipe that nobody writes to",
    "it is named at once, and nothing waits",
    async (folder) => {
      mkdirSync(join(folder.path, "x"));
      execFileSync("mkfifo", [join(folder.path, "x/results.json")]);
      await namedWith(folder, /^unreadable: not a regular file$/);
    },
  ),
  row("a device in the place of results", "it is named", (folder) => {
    folder.put("good/results.json");
    assert.equal(resultsReader()("/dev/zero").problem, "unreadable: not a regular file");
  }),
  row("results.json is an empty folder", "it is named, and the verdict is failed", async (folder) => {
    mkdirSync(join(folder.path, "x/results.json/more"), { recursive: true });
    await namedWith(folder, /^unreadable: a folder$/);
    await namedWith(folder, /^unreadable: a folder$/, "**/results.json");
  }),
  row(
    "an artifact that is called results.json, so that it is a folder",
    "the file in it counts",
    async (folder) => {
      folder.put("x/results.json/results.json");
      for (const words of [["."], ["**/results.json"], ["x/results.json"]]) {
        const { merged } = await folder.report(...words);
        assert.deepEqual([merged.runs.length, merged.broken], [1, []], words.join());
      }
    },
  ),
  {
    ...{ kind, attack: "files and folders that are shut to this user" },
    holds: "each is named, and the good one counts",
    async run() {
      using place = makeCommonPlace();
      const program = await place.bundle("__tests__/attacks/found.ts");
      for (const name of ["good", "file", "folder"]) {
        mkdirSync(join(place.path, "given", name), { recursive: true });
        writeFileSync(join(place.path, "given", name, "results.json"), JSON.stringify(results()));
      }
      const shut = ["file/results.json", "folder"].map((name) => join(place.path, "given", name));
      for (const path of shut) chmodSync(path, 0);
      const printed = asOrdinaryUser(place.node, program, join(place.path, "given"));
      for (const path of shut) chmodSync(path, 0o700);
      assert.deepEqual(printed.trim().split("\n").sort(), [
        "file/results.json: unreadable: permission denied",
        "folder: the folder can't be searched: unreadable: permission denied",
        "good/results.json: fine",
      ]);
    },
  },
  row(
    "folders deeper than a path can be long",
    "the search ends, and says where it could not go on",
    async (folder) => {
      const name = "d".repeat(200);
      // Step by step with cd, because the whole path is too long for a system call.
      const script = `cd "$0" && for i in $(seq 30); do mkdir ${name} && cd ${name} || exit 1; done; echo '{' > results.json`;
      execFileSync("bash", ["-c", script, folder.path]);
      try {
        await namedWith(folder, /^the folder can't be searched: unreadable: ENAMETOOLONG$/);
      } finally {
        // The path is too long for Node's rm, too.
        execFileSync("rm", ["-rf", join(folder.path, name)]);
      }
    },
  ),
  row(
    "thirty files of 60 MiB",
    "two are read, each of the others is named, and the verdict is failed",
    async (folder) => {
      const first = folder.put("run1/results.json", JSON.stringify(results()).padEnd(60 * 2 ** 20));
      for (let number = 2; number <= 30; number++) {
        mkdirSync(join(folder.path, `run${number}`));
        linkSync(first, join(folder.path, `run${number}/results.json`));
      }
      const { merged } = await folder.report();
      assert.equal(merged.runs.length, 2);
      assert.equal(merged.broken.length, 28);
      assert.equal(merged.conclusion, "failed");
      for (const { problem } of merged.broken)
        assert.equal(problem, "too much: at most 128 MiB are read from all files together");
    },
  ),
  row("a file of a tebibyte", "nothing of it is read, and it is named", async (folder) => {
    const path = folder.put("x/results.json", "{");
    truncateSync(path, 2 ** 40);
    assert.equal(statSync(path).size, 2 ** 40);
    await namedWith(folder, /^too large: at most 64 MiB are read from one file$/);
  }),
  row("rubbish that takes the place of good results", "what was read in vain counts as read", (folder) => {
    const rubbish = folder.put("rubbish", "x".repeat(60));
    const good = folder.put("good/results.json");
    const read = resultsReader({ ...READ_LIMITS, inAllBytes: 100 });
    assert.equal(read(rubbish).problem, "not JSON");
    assert.match(read(good).problem ?? "", /^too much: /);
  }),
  row("more files than anybody can look at", "so many are found, and the rest is said", (folder) => {
    for (let number = 0; number < 20; number++) folder.put(`run${number}/results.json`, "");
    const { files, missing } = findResults(["."], folder.path, 10);
    assert.equal(files.length, 10);
    assert.deepEqual(missing, [{ path: ".", problem: "more than 10 files: the others are left out" }]);
  }),
  row(
    "folders with blanks, %, #, ?, colons and letters of other scripts",
    "each link of the report leads to its file",
    async (folder) => {
      const names = ["a b", "100%", "a#b", "a?b", "c:d", "äßŁ漢", "%20", "a&b\"c'<d>"];
      for (const name of names) {
        const at = dirname(folder.put(`${name}/results.json`));
        mkdirSync(join(at, "new-tap/iteration-001"), { recursive: true });
        for (const file of ["probe.log", "iteration.json"])
          closeSync(openSync(join(at, "new-tap/iteration-001", file), "w"));
      }
      const { html } = await folder.report();
      assert.ok(html !== null);
      const links = [
        ...folder.read("report.html").matchAll(/href="([^"]+\/(?:probe\.log|iteration\.json))"/g),
      ].map(([, href = ""]) =>
        href.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"'),
      );
      assert.equal(links.length, names.length * 2);
      for (const link of links) assert.ok(existsSync(new URL(link, pathToFileURL(html))), link);
    },
  ),
  ...["1e999", "-1e999", "NaN", "Infinity", "-1", "1e300", '"5"'].map((figure) =>
    row(`a time of ${figure}`, "the file is refused with a sentence", async (folder) => {
      folder.put("x/results.json", withFigure(figure));
      await namedWith(folder, /^not JSON$|^not of schema version 1: durationMs: [A-Z].{10,}/);
    }),
  ),
  ...(
    [
      ["an outage that is negative", { outageMs: -20 }, "outageMs"],
      ["a pause beyond any time", { vcpuPauseMs: 1e300 }, "vcpuPauseMs"],
      ["half a request that was lost", { lost: 0.5 }, "lost"],
      ["an iteration number beyond exact integers", { index: 1e300 }, "index"],
    ] as const
  ).map(([attack, figures, place]) =>
    row(attack, "the file is refused, and its place is said", async (folder) => {
      const text = JSON.stringify(results(), (key, value: unknown) =>
        key === "iterations" ? (value as object[]).map((one) => ({ ...one, ...figures })) : value,
      );
      folder.put("x/results.json", text);
      await namedWith(
        folder,
        new RegExp(`^not of schema version 1: scenarios\\[0\\]\\.iterations\\[0\\]\\.${place}: `),
      );
    }),
  ),
  ...[
    "2026-13-45T99:99:99.000Z",
    "+275760-09-13T00:00:00.001Z",
    "2026-01-02T03:04Z",
    `2026-01-02T03:04:05.${"0".repeat(5000)}Z`,
  ].map((date) =>
    row(
      `begun at ${date.slice(0, 30)}`,
      "the file is refused, as no such date is written",
      async (folder) => {
        folder.put("x/results.json", JSON.stringify({ ...results(), startedAt: date }));
        await namedWith(folder, /^not of schema version 1: startedAt: /);
      },
    ),
  ),
  ...(["scenarios", "builds"] as const).map((member) =>
    row(
      `thousands of ${member} in a small file`,
      "it is refused: no run has so many, and each takes room",
      async (folder) => {
        const { [member]: some } = results();
        folder.put("x/results.json", JSON.stringify({ ...results(), [member]: Array(5_000).fill(some[0]) }));
        await namedWith(folder, new RegExp(`^not of schema version 1: ${member}: Too big`));
      },
    ),
  ),
  row(
    "figures as large as they may be",
    "all are printed as digits, and none is wider than a cell",
    async (folder) => {
      folder.put("x/results.json", EXTREME);
      folder.put("y/results.json", EXTREME);
      const { merged } = await folder.report();
      assert.deepEqual([merged.runs.length, merged.broken], [2, []]);
      const { stdout } = await folder.printed();
      for (const text of [stdout, ...["summary.md", "junit.xml"].map(folder.read)]) {
        assert.match(text, /1000000000000000\.0/);
        assert.doesNotMatch(text, /Infinity|NaN|\de\+\d|\d{20}/);
      }
    },
  ),
  row(
    "boots and timelines whose sum is beyond all numbers, or runs backwards",
    "JUnit's times are decimals, and none is negative",
    async (folder) => {
      const backwards = JSON.parse(
        JSON.stringify(results()).replace(
          '"timeline":[]',
          '"timeline":[{"atMs":1e15,"side":"host","event":"a"},{"atMs":-1e15,"side":"host","event":"b"}]',
        ),
      );
      folder.put(
        "x/results.json",
        JSON.stringify(backwards).replace('"bootMs":[5000]', `"bootMs":[${Array(1000).fill("1e15").join()}]`),
      );
      folder.put("y/results.json", JSON.stringify(backwards).replace('"bootMs":[5000]', '"bootMs":[]'));
      assert.deepEqual((await folder.report()).merged.broken, []);
      const times = [...folder.read("junit.xml").matchAll(/ time="([^"]*)"/g)].map(([, time = ""]) => time);
      assert.ok(times.length >= 4);
      for (const time of times) assert.match(time, /^\d+(\.\d+)?$/);
    },
  ),
  row("a report folder that is given as results", "what `report` wrote itself is no run", async (folder) => {
    folder.put("good/results.json");
    await folder.report();
    assert.ok(readdirSync(join(dirname(folder.path), "report")).length > 0);
    assert.deepEqual(findResults([join(dirname(folder.path), "report")], folder.path).files, []);
  }),
];
