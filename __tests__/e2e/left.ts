/** Finds what runs left on this host: everything that a run makes on the host has the run's id in its name. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The run's id within a name or a command line. */
const RUN_ID = /tapmig-([0-9a-f]{10})/;

export interface Left {
  readonly runId: string;
  /** For people: a path, or a process with its command line. */
  readonly what: string;
}

/** The folders in which a run makes things, except the state folder. */
const FOLDERS = ["/run/netns", "/dev/shm", tmpdir()];

/** Everything on this host that has the name of any run: namespaces, shared memory, temporary folders, processes. */
export function allLeft(): Left[] {
  const paths = FOLDERS.flatMap((folder) => list(folder).map((name) => ({ name, what: join(folder, name) })));
  const processes = list("/proc").flatMap((pid) => {
    const command = /^\d+$/.test(pid) ? commandOf(pid) : null;
    return command === null ? [] : [{ name: command, what: `process ${pid}: ${command}` }];
  });
  return [...paths, ...processes].flatMap(({ name, what }) => {
    const runId = RUN_ID.exec(name)?.[1];
    return runId === undefined ? [] : [{ runId, what }];
  });
}

/** The records in a state folder that runs have not removed. */
export function recordsIn(stateHome: string): Left[] {
  const folder = recordsFolder(stateHome);
  return list(folder).flatMap((name) => {
    const runId = /^([0-9a-f]{10})\.jsonl/.exec(name)?.[1];
    return runId === undefined ? [] : [{ runId, what: join(folder, name) }];
  });
}

export const recordsFolder = (stateHome: string) => join(stateHome, "tap-migration-action", "runs");

const list = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

/** The command line of a living process; null when it has gone or is a zombie. */
export function commandOf(pid: string | number): string | null {
  try {
    const state = /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
    return state === "Z" || state === "X"
      ? null
      : readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return null;
  }
}
