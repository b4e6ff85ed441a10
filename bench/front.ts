/** What the benches share: options, a copy of the product, and writing tables into documents. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DIST, type Ended, readResults } from "../__tests__/e2e/product.ts";
import { temporaryFolder } from "../__tests__/folder.ts";
import { messageOf } from "../src/base/errors.ts";
import type { Results } from "../src/results/schema.ts";
import { replaceBetween } from "./document.ts";

const ACCURACY = "docs/accuracy.md";

export interface Options {
  /** Runs less, to see that it works, and does not write the document. */
  readonly quick: boolean;
  readonly json: boolean;
  /** The parts that the user named; all parts when none was named. */
  readonly parts: readonly string[];
  /** The numbers that the user set, or their defaults. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Inputs of the product, as the user gave them or by default. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Report {
  /** The marker in the document. */
  readonly name: string;
  readonly markdown: string;
  readonly figures: object;
  /** Criteria that were not met, in words. */
  readonly missed: readonly string[];
}

export const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/**
 * Runs a bench (or its named parts), writes the tables into the document, and sets the exit status: 0 all criteria are met, 1 not,
 * 2 bad usage.
 */
export async function runBench(
  bench: (options: Options) => Promise<Report | readonly Report[]>,
  {
    document = ACCURACY,
    parts = [],
    usual = parts,
    numbers = {},
    settings = {},
  }: {
    document?: string;
    parts?: readonly string[];
    /** The parts that run when none was named. */
    usual?: readonly string[];
    /** Options that take a whole number, with their defaults. */
    numbers?: Readonly<Record<string, number>>;
    /** Options that are inputs of the product, with their defaults. */
    settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<void> {
  let options: Options;
  try {
    const { values, positionals } = parseArgs({
      options: {
        ...Object.fromEntries(
          [...Object.keys(numbers), ...Object.keys(settings)].map((name) => [
            name,
            { type: "string" as const },
          ]),
        ),
        ...{ quick: { type: "boolean" as const }, json: { type: "boolean" as const } },
      },
      allowPositionals: true,
    });
    const unknown = positionals.filter((name) => !parts.includes(name));
    if (unknown.length > 0)
      throw new Error(`unknown part: ${unknown.join(", ")}; parts: ${parts.join(", ")}`);
    const given = new Map<string, unknown>(Object.entries(values));
    const numberOf = (name: string, usual: number): number => {
      const text = given.get(name);
      if (typeof text !== "string") return usual;
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name}: not a positive whole number: ${text}`);
      return Number(text);
    };
    options = {
      ...{ quick: values.quick === true, json: values.json === true },
      numbers: Object.fromEntries(
        Object.entries(numbers).map(([name, usual]) => [name, numberOf(name, usual)]),
      ),
      settings: Object.fromEntries(
        Object.entries(settings).map(([name, usual]) => [name, String(given.get(name) ?? usual)]),
      ),
      parts: positionals.length > 0 ? positionals : usual,
    };
  } catch (error) {
    say(messageOf(error));
    process.exitCode = 2;
    return;
  }
  const reports = [await bench(options)].flat();
  for (const { name, markdown, missed } of reports) {
    const verdict = missed.length === 0 ? "All criteria are met." : "Not met:";
    const text = [markdown, "", verdict, ...missed.map((words) => `- ${words}`)].join("\n");
    if (!options.json) process.stdout.write(`${text}\n`);
    if (!options.quick) writeFileSync(document, replaceBetween(readFileSync(document, "utf8"), name, text));
  }
  const missed = reports.flatMap((report) => report.missed);
  if (options.json) {
    const figures = Object.assign({}, ...reports.map((report) => report.figures));
    process.stdout.write(`${JSON.stringify({ ...figures, missed }, null, 2)}\n`);
  }
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** A copy of dist/, so that a build in the middle of a bench changes nothing. */
export function copyOfCli(): { path: string; [Symbol.dispose](): void } {
  const folder = temporaryFolder();
  cpSync(DIST, folder.path, { recursive: true });
  return { path: join(folder.path, "cli.js"), [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

/** What a run of the product has measured. @throws Error when the product cannot run here. */
export async function resultsOf(run: Promise<Ended>, out: string): Promise<Results> {
  const { status, stderr } = await run;
  if (status === 2) throw new Error(`the product can't run here: ${stderr}`);
  return readResults(out);
}

/** Where the figures are from, in a sentence. */
export function place(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `Written by the script on ${day}: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Linux ${release()}, Node ${process.versions.node}.`;
}
