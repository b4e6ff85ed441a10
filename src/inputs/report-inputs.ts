/** The inputs and outputs of the action report/action.yml: the file is made from these tables, and the step reads its inputs here. */
import { readTruth } from "../base/booleans.ts";
import { DEFAULT_FOLDER, DEFAULT_TITLE } from "../report/defaults.ts";
import { refuseInputs } from "./problems.ts";

export const REPORT_INPUTS = {
  results: {
    description:
      "Where the results are, one per line: folders to search for results.json, files, or globs for either",
    fallback: "**/results.json",
    type: "string",
  },
  "output-dir": {
    description: "Folder for summary.md, report.html, junit.xml and benchmark.json",
    fallback: DEFAULT_FOLDER,
    type: "string",
  },
  title: {
    description: "Heading of the summary and of the comment; each title has its own comment",
    fallback: DEFAULT_TITLE,
    type: "string",
  },
  history: {
    description:
      "Folder with the figures of each machine's last 100 runs, to name changes beyond its own spread; also kept in the Actions cache. Empty: none",
    fallback: "",
    type: "string",
  },
  summary: {
    description: "Show the summary on the page of the job",
    fallback: "true",
    type: "boolean",
  },
  comment: {
    description:
      "Also show the summary in a comment on the pull request, which each run updates; needs the permission pull-requests: write",
    fallback: "false",
    type: "boolean",
  },
  "github-token": {
    description: "Token to write the comment with",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    fallback: "${{ github.token }}",
    type: "string",
  },
} as const;

export type ReportInputName = keyof typeof REPORT_INPUTS;

export const REPORT_INPUT_NAMES = Object.keys(REPORT_INPUTS) as ReportInputName[];

export const REPORT_OUTPUTS = {
  conclusion: "passed if all runs passed and all files could be read, else failed",
  runs: "Number of runs in the report",
  passed: "Number of runs that passed",
  failed: "Number of runs that failed",
  broken: "Number of files that are missing or could not be read",
  "worst-outage-ms": "The largest median outage of a scenario, in ms; empty if nothing was measured",
  report: "Path of report.html, if it was written",
  junit: "Path of junit.xml",
  benchmark: "Path of benchmark.json, if it was written",
  "output-dir": "Folder with these files",
} as const;

export interface ReportSettings {
  readonly words: readonly string[];
  readonly outputFolder: string;
  readonly title: string;
  /** Null: no history is kept. */
  readonly historyFolder: string | null;
  readonly summary: boolean;
  readonly comment: boolean;
  readonly token: string;
}

/**
 * @param given an input as the runner has it; empty when it was not given
 * @throws ConfigurationError with a line for each malformed input.
 */
export function readReportInputs(given: (name: ReportInputName) => string): ReportSettings {
  const problems: string[] = [];
  // An expression without a value leaves an empty string.
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
    historyFolder: get("history") || null,
    summary: truth("summary"),
    comment: truth("comment"),
    token: given("github-token"),
  };
  refuseInputs(problems);
  return settings;
}
