/**
 * Starts the product as a user does, and finds what it leaves on the host. It looks only at its own runs, so that tests in other
 * processes and other users of this host may have runs at the same time.
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

/** The built product. TAP_MIGRATION_DIST names another folder, to try a build without touching dist/. */
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
  /** Resolves once stderr has this text. Rejects when the program ends before. */
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
  /** A command that runs its remaining arguments as a command. */
  readonly prefix?: readonly string[];
  /** The user that the prefix changes to. He gets his own home, and `leftovers` does not look for his runs. */
  readonly as?: Ids;
  /** The state folder of its runs. Default: one that all starts of this test process share. */
  readonly stateHome?: string;
}

const stateHomes = new Map<string, StateHome>();
const living = new Set<Started>();
let shared: string | null = null;
/** State folders of other users, by user id. */
const others = new Map<number, string>();

/** The shared state folder, made at first use. */
function sharedStateHome(): string {
  shared ??= mkdtempSync(join(tmpdir(), "state-"));
  return shared;
}

function watched(path: string): StateHome {
  const known = stateHomes.get(path);
  // A test may have removed its folder, and another may have made one with the same path.
  if (known !== undefined && existsSync(known.records)) return known;
  const fresh = watchStateHome(path, known);
  stateHomes.set(path, fresh);
  return fresh;
}

/** A home of another user, until `endAll`. */
function homeOf({ uid }: Ids): Pick<StateHome, "path" | "runsOf"> {
  let path = others.get(uid);
  if (path === undefined) {
    path = asRoot("mktemp", "-d", join(tmpdir(), "state-XXXXXX")).trim();
    asRoot("chown", `${uid}`, path);
    others.set(uid, path);
  }
  return { path, runsOf: () => [] };
}

/** Starts the command line. `endAll` ends it at the latest. */
export function start(args: readonly string[], options: StartOptions = {}): Started {
  const state =
    options.as === undefined
      ? watched(options.stateHome ?? options.env?.XDG_STATE_HOME ?? sharedStateHome())
      : homeOf(options.as);
  const env = { ...process.env, ...options.env, XDG_STATE_HOME: state.path };
  // Otherwise he would leave his files in our home.
  if (options.as !== undefined)
    Object.assign(env, { HOME: state.path, XDG_CACHE_HOME: join(state.path, "cache") });
  const command = [options.node ?? process.execPath, options.cli ?? CLI, ...args];
  // A sudo in the prefix drops the environment, so we pass it as arguments of env(1).
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

/** How long a run may take to end cleanly before it is killed. A generous watchdog. */
const END_MS = 60_000;

async function endOne(started: Started): Promise<void> {
  if (!living.has(started)) return;
  started.kill("SIGTERM");
  const timer = setTimeout(() => started.kill("SIGKILL"), END_MS);
  await started.ended.catch(() => undefined);
  clearTimeout(timer);
}

/** Ends what failed tests left running, and forgets all runs. Call it at the end of a test file. */
export async function endAll(): Promise<void> {
  await Promise.all([...living].map(endOne));
  for (const state of stateHomes.values()) state.close();
  stateHomes.clear();
  if (shared !== null) rmSync(shared, { recursive: true, force: true });
  if (others.size > 0) asRoot("rm", "-rf", "--", ...others.values());
  others.clear();
  shared = null;
}

/** Everything that is left on this host of the given runs. Default: of all runs that this process started. */
export function leftovers(runIds?: readonly string[]): string[] {
  const states = [...stateHomes.values()];
  const wanted = new Set(runIds ?? states.flatMap((state) => state.runs()));
  const found = [...allLeft(), ...states.flatMap(({ path }) => recordsIn(path))];
  return found.filter(({ runId }) => wanted.has(runId)).map(({ what }) => what);
}

/**
 * For tests that count lost requests. A TAP queue of the host holds 500 packets. At one request per millisecond, a stand-in that
 * stands still for half a second loses some, and on a busy machine it does stand still. At this rate it may for two seconds.
 */
export const UNHURRIED = { "probe-interval-ms": 5 } as const;

export const readResults = (folder: string): Results =>
  Results.parse(JSON.parse(readFileSync(join(folder, "results.json"), "utf8")));

/** Why a scenario does not run on the diagnosed host: no KVM (if so), and `others`. Null when it runs. */
export function whyNot({ checks }: Diagnosis, ...others: string[]): string | null {
  const kvm = checks.find(({ name, status }) => name === "/dev/kvm" && status !== "ok");
  return [...(kvm === undefined ? [] : [kvm.found]), ...others].join("; ") || null;
}
