/** Starts the product as a user does, and looks at what it leaves on the host. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Results } from "../../src/results/schema.ts";

export const CLI = resolve("dist/cli.js");

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Resolves once stderr has this text. Fails when the program ends before. */
  saying(text: string | RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export function start(
  args: readonly string[],
  options: { cli?: string; env?: NodeJS.ProcessEnv; cwd?: string; prefix?: readonly string[] } = {},
): Started {
  const command = [...(options.prefix ?? []), process.execPath, options.cli ?? CLI, ...args];
  const child = spawn(command[0] ?? "", command.slice(1), {
    env: { ...process.env, ...options.env },
    ...(options.cwd && { cwd: options.cwd }),
    stdio: ["ignore", "pipe", "pipe"],
  });
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
  const ended = new Promise<Ended>((done) => {
    child.on("close", (status, signal) => done({ status, signal, stdout, stderr }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => child.kill(signal),
    saying: (text) =>
      new Promise((done, fail) => {
        const look = () => {
          if (typeof text === "string" ? stderr.includes(text) : text.test(stderr)) done();
        };
        listeners.add(look);
        look();
        void ended.then(() => fail(new Error(`ended before it said ${text}:\n${stderr}\n${stdout}`)));
      }),
  };
}

export const runCli = (args: readonly string[], options: Parameters<typeof start>[1] = {}): Promise<Ended> =>
  start(args, options).ended;

/** Everything on this host that bears the names that runs give: namespaces, shared memory, temp folders, records, processes. */
export function leftovers(): string[] {
  const named = (folder: string) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.startsWith("tapmig-"))
          .map((name) => join(folder, name))
      : [];
  const processes = readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      const state = /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
      return command.includes("tapmig-") && state !== "Z" ? [`process ${pid}: ${command}`] : [];
    } catch {
      return [];
    }
  });
  const records = join(
    process.env.XDG_STATE_HOME || join(process.env.HOME ?? "/root", ".local/state"),
    "tap-migration-action/runs",
  );
  return [
    ...named("/run/netns"),
    ...named("/dev/shm"),
    ...named(tmpdir()),
    ...(existsSync(records) ? [records] : []),
    ...processes,
  ];
}

export const readResults = (folder: string): Results =>
  Results.parse(JSON.parse(readFileSync(join(folder, "results.json"), "utf8")));

/** A folder that is removed when the test is over. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "e2e-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
