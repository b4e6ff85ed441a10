/** What dist/ costs before it does anything: the start of the command line, as a ratio to bare Node, and the size of the folder. */
import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DIST } from "../__tests__/e2e/product.ts";
import { markdownTable, ms } from "./document.ts";
import { spreadOf } from "./errors.ts";
import { copyOfCli, place, type Report, runBench, say } from "./front.ts";
import { interleaved } from "./interleaved.ts";

const ROUNDS = { whole: 40, quick: 10 };
const LARGEST_SHOWN = 8;
/** Criteria. */
const MOST_TIMES_NODE = 2;
const MOST_MB = 9;

const run = promisify(execFile);
const node = (...words: string[]) => run(process.execPath, words);

interface Round {
  readonly nodeMs: number;
  readonly versionMs: number;
  readonly helpMs: number;
}

async function measureStart(cli: string, count: number): Promise<Round[]> {
  const { nodeMs, versionMs, helpMs } = await interleaved(count, {
    nodeMs: () => node("-e", "0"),
    versionMs: () => node(cli, "--version"),
    helpMs: () => node(cli, "--help"),
  });
  return nodeMs.map((ms, round) => ({
    nodeMs: ms,
    versionMs: versionMs[round] ?? Number.NaN,
    helpMs: helpMs[round] ?? Number.NaN,
  }));
}

/** All files of a folder with their sizes in bytes, largest first. */
function sizesIn(folder: string): { name: string; bytes: number }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => ({ name, bytes: stat.size }))
    .sort((a, b) => b.bytes - a.bytes);
}

await runBench(async ({ quick }): Promise<Report> => {
  using cli = copyOfCli();
  const count = quick ? ROUNDS.quick : ROUNDS.whole;
  say(`starting the command line ${count} times`);
  const rounds = await measureStart(cli.path, count);
  const sizes = sizesIn(DIST);

  const median = (values: readonly number[]) => spreadOf(values).median;
  const timesNode = (pick: (round: Round) => number) =>
    median(rounds.map((round) => pick(round) / round.nodeMs)) ?? Number.NaN;
  const ratios = {
    version: timesNode(({ versionMs }) => versionMs),
    help: timesNode(({ helpMs }) => helpMs),
  };
  const mb = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;

  const missed: string[] = [];
  if (ratios.version > MOST_TIMES_NODE) {
    missed.push(`--version takes ${ratios.version.toFixed(2)} times as long as Node, not ${MOST_TIMES_NODE}`);
  }
  if (mb > MOST_MB) missed.push(`dist/ has ${mb.toFixed(2)} MB, not ${MOST_MB}`);
  const row = (name: string, pick: (round: Round) => number, ratio: number) => [
    ...[name, String(rounds.length), ms(median(rounds.map(pick))), `${ratio.toFixed(2)} ×`],
  ];
  const markdown = [
    place(),
    "",
    markdownTable(
      ["", "n", "median, ms", "ratio"],
      [
        row("`node -e 0`", ({ nodeMs }) => nodeMs, 1),
        row("`node dist/cli.js --version`", ({ versionMs }) => versionMs, ratios.version),
        row("`node dist/cli.js --help`", ({ helpMs }) => helpMs, ratios.help),
      ],
    ),
    "",
    markdownTable(
      ["", "MB"],
      [
        ["`dist/`", mb.toFixed(2)],
        ...sizes.slice(0, LARGEST_SHOWN).map(({ name, bytes }) => [`\`${name}\``, (bytes / 1e6).toFixed(2)]),
      ],
    ),
  ].join("\n");
  return { name: "start", markdown, figures: { rounds, ratios, mb }, missed };
});
