/** The inputs and outputs of the action report/action.yml, once: what it is made from, and how they are read. */
import { readTruth } from "../base/booleans.ts";
import { DEFAULT_TITLE } from "../report/merge-summary.ts";
import { DEFAULT_FOLDER } from "../report/merge-write.ts";
import { refuseInputs } from "./problems.ts";

export const REPORT_INPUTS = {
  results: {
    description: "Folders that are searched for results.json, files, and globs for either, one a line",
    fallback: "**/results.json",
    type: "string",
  },
  "output-dir": {
    description: "Where summary.md, report.html, junit.xml and benchmark.json go",
    fallback: DEFAULT_FOLDER,
    type: "string",
  },
  title: {
    description: "Heading of the summary and of the comment; comments of different titles live side by side",
    fallback: DEFAULT_TITLE,
    type: "string",
  },
  summary: {
    description: "Whether the summary goes to the page of the job",
    fallback: "true",
    type: "boolean",
  },
  comment: {
    description:
      "Whether the summary is a comment on the pull request as well, renewed by each run; needs the permission pull-requests: write",
    fallback: "false",
    type: "boolean",
  },
  "github-token": {
    description: "Whose comment it is",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    fallback: "${{ github.token }}",
    type: "string",
  },
} as const;

export type ReportInputName = keyof typeof REPORT_INPUTS;

export const REPORT_INPUT_NAMES = Object.keys(REPORT_INPUTS) as ReportInputName[];

export const REPORT_OUTPUTS = {
  conclusion: "passed when every run did and every file could be read, else failed",
  runs: "Number of runs in the report",
  passed: "Number of runs that passed",
  failed: "Number of runs that failed",
  broken: "Number of files that are missing or could not be read",
  "worst-outage-ms": "The largest median outage of a scenario in ms; empty when nothing was measured",
  report: "Path of report.html, when there is one",
  junit: "Path of junit.xml",
  benchmark: "Path of benchmark.json, when there is one",
  "output-dir": "The folder with all of them",
} as const;

export interface ReportSettings {
  readonly words: readonly string[];
  readonly outputFolder: string;
  readonly title: string;
  readonly summary: boolean;
  readonly comment: boolean;
  readonly token: string;
}

/**
 * @param given an input as the runner has it; empty when it was not given
 * @throws ConfigurationError with a line for each input that is malformed.
 */
export function readReportInputs(given: (name: ReportInputName) => string): ReportSettings {
  const problems: string[] = [];
  // An empty string is what an expression without a value leaves.
  const get = (name: Exclude<ReportInputName, "github-token">) => given(name) || REPORT_INPUTS[name].fallback;
  const truth = (name: "summary" | "comment") => {
    const text = get(name);
    const value = readTruth(text);
    if (value === null) problems.push(`${name}: expected true or false, not ${JSON.stringify(text)}`);
    return value === true;
  };
  const settings: ReportSettings = {
    words: get("results")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    outputFolder: get("output-dir"),
    title: get("title").replaceAll(/\s+/g, " "),
    summary: truth("summary"),
    comment: truth("comment"),
    token: given("github-token"),
  };
  refuseInputs(problems);
  return settings;
}
