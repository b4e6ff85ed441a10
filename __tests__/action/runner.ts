/** Starts the steps of the action as a runner does, and reads what a runner reads. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, leftovers } from "../e2e/product.ts";
import { temporaryFolder } from "../folder.ts";

export interface EndedStep {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** stdout and stderr, in the order in which they arrived. */
  readonly log: string;
}

export interface StartedStep {
  readonly pid: number;
  readonly ended: Promise<EndedStep>;
  /** Resolves once the log has this text. Rejects when the step ends before. */
  saying(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface Job extends Disposable {
  readonly folder: string;
  /** Outputs and state after the steps so far, as the runner reads them. */
  outputs(): Record<string, string>;
  state(): Record<string, string>;
  summary(): string;
  /** The folder of its runs' records. */
  readonly records: string;
  /** The runs that still have a record. */
  runs(): string[];
  /** @param prefix a command that runs its remaining arguments as a command, such as onHostWith. */
  start(
    entry: "main" | "post" | "report",
    inputs?: Record<string, string>,
    prefix?: readonly string[],
  ): StartedStep;
}

/** Makes a job with a new workspace, home and temporary folder. `shared` sets variables that replace the job's own. */
export function makeJob(node: string, shared: Record<string, string> = {}): Job {
  const temporary = temporaryFolder();
  const folder = temporary.path;
  const files = { GITHUB_OUTPUT: "output", GITHUB_STATE: "state", GITHUB_STEP_SUMMARY: "summary" };
  for (const name of Object.values(files)) writeFileSync(join(folder, name), "");
  for (const name of ["workspace", "temp", "tools"]) mkdirSync(join(folder, name));
  // A copy, because on a runner dist/ has no node_modules beside it.
  cpSync(DIST, join(folder, "dist"), { recursive: true });
  const records = join(folder, "home/.local/state/tap-migration-action/runs");
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return {
    folder,
    outputs: () => readPairs(read("output")),
    state: () => readPairs(read("state")),
    summary: () => read("summary"),
    records,
    runs: () => (existsSync(records) ? readdirSync(records).map((name) => name.split(".")[0] ?? "") : []),
    start(entry, inputs = {}, prefix = []) {
      const given = Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]);
      const state = entry === "post" ? Object.entries(readPairs(read("state"))) : [];
      const env: Record<string, string> = {
        PATH: process.env.PATH ?? "",
        HOME: join(folder, "home"),
        GITHUB_WORKSPACE: join(folder, "workspace"),
        RUNNER_TEMP: join(folder, "temp"),
        RUNNER_TOOL_CACHE: join(folder, "tools"),
        ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)])),
        ...Object.fromEntries(given),
        ...Object.fromEntries(state.map(([name, text]) => [`STATE_${name}`, text])),
        ...shared,
      };
      const command = [node, join(folder, "dist", `${entry}.js`)];
      // A sudo in the prefix drops the environment, so we pass it as arguments of env(1).
      const words = Object.entries(env).map(([name, text]) => `${name}=${text}`);
      const whole = prefix.length === 0 ? command : [...prefix, "env", ...words, ...command];
      return startStep(whole, { cwd: join(folder, "workspace"), env });
    },
    [Symbol.dispose]: () => temporary[Symbol.dispose](),
  };
}

/** What is left on this host of these runs. */
export const leftOf = (runs: readonly string[]): string[] => leftovers(runs);

function startStep(
  command: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): StartedStep {
  const [file = "", ...args] = command;
  const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<EndedStep>((done, fail) => {
    child.on("error", fail);
    child.on("close", (status, signal) => done({ status, signal, log }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => child.kill(signal),
    saying: (text) =>
      new Promise((done, fail) => {
        const look = () => {
          if (log.includes(text)) done();
        };
        listeners.add(look);
        look();
        void ended.then(() => fail(new Error(`ended before it said ${text}:\n${log}`)));
      }),
  };
}

/**
 * Reads an environment file of a runner (GitHub's documentation, "Environment files"): NAME<<DELIMITER, lines, DELIMITER. The last
 * value of a name counts.
 *
 * @throws Error for other lines, or without the last delimiter.
 */
export function readPairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] === "") continue;
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) throw new Error(`not NAME<<DELIMITER: ${lines[at]}`);
    const end = lines.indexOf(delimiter, at + 1);
    if (end === -1) throw new Error(`${name} does not end`);
    pairs[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return pairs;
}

/** The commands with this name in a log. */
export const named = (log: string, name: string): Command[] =>
  readCommands(log).filter((command) => command.name === name);

export interface Command {
  readonly name: string;
  readonly title: string | null;
  readonly message: string;
}

/** The commands in a log, as actions/runner finds them (ActionCommand.cs): `::` after blanks, `##[` anywhere. \r ends a line, too. */
export function readCommands(log: string): Command[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const now = /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/s.exec(line);
    const old = /##\[([^\s\]]+)[^\]]*\](.*)$/s.exec(line);
    const decoded = (text: string) =>
      text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%3A", ":").replaceAll("%25", "%");
    if (now !== null) {
      const title = /title=([^,]*)/.exec(now[2] ?? "")?.[1] ?? null;
      return [{ name: now[1] ?? "", title: title && decoded(title), message: decoded(now[3] ?? "") }];
    }
    return old === null ? [] : [{ name: old[1] ?? "", title: null, message: old[2] ?? "" }];
  });
}
