/** A folder of results from somebody else, and its report. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mergeReports, type ReportOutput } from "../../src/cli/report.ts";
import type { MergedReport } from "../../src/report/merge-write.ts";
import { makeMergedReport } from "../../src/report/merge-write.ts";
import type { Results } from "../../src/results/schema.ts";
import { temporaryFolder } from "../folder.ts";
import { results } from "../report/made-up.ts";

export interface Given extends Disposable {
  readonly path: string;
  /** Writes results, or any text, into a file. @return its path. */
  put(name: string, content?: Results | string): string;
  report(...words: string[]): Promise<MergedReport>;
  /** What the command prints. */
  printed(...words: string[]): Promise<ReportOutput>;
  /** A file of the report. */
  read(name: string): string;
}

export function given(): Given {
  const folder = temporaryFolder();
  const path = join(folder.path, "given");
  const out = join(folder.path, "report");
  mkdirSync(path);
  const all = (words: string[]) => (words.length === 0 ? ["."] : words).map((word) => join(path, word));
  return {
    path,
    put(name, content = results()) {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
      return file;
    },
    report: (...words) =>
      makeMergedReport({ words: all(words), outputFolder: out, title: "t", history: null }),
    printed: (...words) => mergeReports(all(words), { out, title: "t" }, null),
    read: (name) => readFileSync(join(out, name), "utf8"),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
