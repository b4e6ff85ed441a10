/**
 * Starts the product as a user does, and looks at what it leaves on the host: of its own runs alone, so that tests in other
 * processes, and whoever else is at work on this host, may have runs at the same time.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { Results } from "../../src/results/schema.ts";
import { asRoot, type Ids } from "../host/as-root.ts";
import { allLeft, recordsIn } from "./left.ts";
import { type StateHome, watchStateHome } from "./state-home.ts";

/** Where the built product is; another folder to try a build without touching dist/. */
export const DIST = resolve(process.env.TAP_MIGRATION_DIST || "dist");

export const CLI = join(DIST, "cli.js");

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started extends AsyncDisposable {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Resolves once stderr has this text. Fails when the program ends before. */
  saying(text: string | RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** The ids of the runs that it has begun so far. */
  runIds(): string[];
}

export interface StartOptions {
  readonly cli?: string;
  readonly node?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** A command that runs the rest of its words as a command. */
  readonly prefix?: readonly string[];
  /** Whom the prefix makes of us. He has a home of his own then, and nobody asks for what his runs leave. */
  readonly as?: Ids;
  /** Where its runs note what they must undo. All that a test process starts share one otherwise. */
  readonly stateHome?: string;
}

const stateHomes = new Map<string, StateHome>();
const living = new Set<Started>();
let shared: string | null = null;
/** Those of other users, by user id. */
const others = new Map<number, string>();

/** The state folder of what this process starts, made at first use. */
function sharedStateHome(): string {
  shared ??= mkdtempSync(join(tmpdir(), "state-"));
  return shared;
}

function watched(path: string): StateHome {
  const known = stateHomes.get(path);
  // A test's folder may have gone since, and another have come in its place.
  if (known !== undefined && existsSync(known.records)) return known;
  const fresh = watchStateHome(path, known);
  stateHomes.set(path, fresh);
  return fresh;
}

/** A home that is another user's, for as long as this process lives. */
function homeOf({ uid }: Ids): Pick<StateHome, "path" | "runsOf"> {
  let path = others.get(uid);
  if (path === undefined) {
    path = asRoot("mktemp", "-d", join(tmpdir(), "state-XXXXXX")).trim();
    asRoot("chown", `${uid}`, path);
    others.set(uid, path);
  }
  return { path, runsOf: () => [] };
}

/** Starts the command line. It ends with this test process, or earlier: see `endAll`. */
export function start(args: readonly string[], options: StartOptions = {}): Started {
  const state =
    options.as === undefined
      ? watched(options.stateHome ?? options.env?.XDG_STATE_HOME ?? sharedStateHome())
      : homeOf(options.as);
  const env = { ...process.env, ...options.env, XDG_STATE_HOME: state.path };
  // What he makes in a home must not be in the way of whose home it is.
  if (options.as !== undefined)
    Object.assign(env, { HOME: state.path, XDG_CACHE_HOME: join(state.path, "cache") });
  const command = [options.node ?? process.execPath, options.cli ?? CLI, ...args];
  // A sudo in the prefix would leave nothing of the environment.
  if (options.prefix !== undefined) command.unshift(...options.prefix, "env", ...asWords(env));
  const child = spawn(command[0] ?? "", command.slice(1), {
    env,
    ...(options.cwd && { cwd: options.cwd }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid ?? 0;
  let stdout = "";
  let stderr = "";
  const listeners = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<Ended>((done, fail) => {
    child.on("error", fail);
    child.on("close", (status, signal) => {
      living.delete(started);
      done({ status, signal, stdout, stderr });
    });
  });
  ended.catch(() => undefined);
  const started: Started = {
    pid,
    ended,
    kill: (signal) => child.kill(signal),
    saying: (text) =>
      new Promise((done, fail) => {
        const look = () => {
          if (typeof text === "string" ? stderr.includes(text) : text.test(stderr)) done();
        };
        listeners.add(look);
        look();
        void ended.then(() => fail(new Error(`ended before it said ${text}:\n${stderr}\n${stdout}`)), fail);
      }),
    runIds: () => state.runsOf(pid),
    [Symbol.asyncDispose]: () => endOne(started),
  };
  living.add(started);
  return started;
}

const asWords = (env: NodeJS.ProcessEnv) =>
  Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));

export const runCli = (args: readonly string[], options: StartOptions = {}): Promise<Ended> =>
  start(args, options).ended;

/** How long a run may take to end in order before it is killed. A watchdog, generous. */
const END_MS = 60_000;

async function endOne(started: Started): Promise<void> {
  if (!living.has(started)) return;
  started.kill("SIGTERM");
  const timer = setTimeout(() => started.kill("SIGKILL"), END_MS);
  await started.ended.catch(() => undefined);
  clearTimeout(timer);
}

/** Ends what a test that failed halfway has left running, and forgets all runs. To be called when a test file is done. */
export async function endAll(): Promise<void> {
  await Promise.all([...living].map(endOne));
  for (const state of stateHomes.values()) state.close();
  stateHomes.clear();
  if (shared !== null) rmSync(shared, { recursive: true, force: true });
  if (others.size > 0) asRoot("rm", "-rf", "--", ...others.values());
  others.clear();
  shared = null;
}

/** Everything on this host of given runs; of all that this process has started, unless said otherwise. */
export function leftovers(runIds?: readonly string[]): string[] {
  const states = [...stateHomes.values()];
  const wanted = new Set(runIds ?? states.flatMap((state) => state.runs()));
  const found = [...allLeft(), ...states.flatMap(({ path }) => recordsIn(path))];
  return found.filter(({ runId }) => wanted.has(runId)).map(({ what }) => what);
}

/**
 * For tests of what is lost: a queue of the host's holds 500 packets, so at a request each millisecond a stand-in that stands still for
 * half a second, as on a busy machine it does, loses some. At this rate it takes more than two.
 */
export const UNHURRIED = { "probe-interval-ms": 5 } as const;

export const readResults = (folder: string): Results =>
  Results.parse(JSON.parse(readFileSync(join(folder, "results.json"), "utf8")));

/** Why a scenario does not run on the host of a diagnosis: there is no KVM, if so, and what else is given. Null when it runs. */
export function whyNot({ checks }: Diagnosis, ...others: string[]): string | null {
  const kvm = checks.find(({ name, status }) => name === "/dev/kvm" && status !== "ok");
  return [...(kvm === undefined ? [] : [kvm.found]), ...others].join("; ") || null;
}
