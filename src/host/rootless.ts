/**
 * Namespaces for a run without root: user, network, mount and PID namespaces of the run's own, in which this user is root. A process, the
 * holder, keeps them open. Commands enter them by nsenter(1).
 *
 * The holder reads its stdin, a pipe from this process. When the pipe closes, however this process ended, the holder kills everything in
 * the PID namespace, removes the paths that it was told, and exits; the kernel removes the namespaces with their TAPs. See
 * user_namespaces(7), pid_namespaces(7) and unshare(1).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { within } from "../base/deadline.ts";
import { type Advice, HostError, messageOf } from "../base/errors.ts";
import { sudoWord } from "./packages.ts";
import { descendants, howEnded } from "./proc.ts";
import { SYSTEM_FOLDERS } from "./system-folders.ts";
import { tool } from "./tools.ts";

export interface Rootless {
  /** Pid of the holder in our PID namespace. It is process 1 of its own. */
  readonly pid: number;
  /** The command line that runs a command as root of the namespaces. */
  enter(command: readonly string[]): [string, ...string[]];
  /** The holder removes this path if this process ends without `close`. */
  remember(path: string): void;
  /** Ends the holder and everything in its namespaces. Remembered paths stay: the caller has removed them, or keeps them. */
  close(): Promise<void>;
}

const FORGET = "forget";

/**
 * Its $0 is the working directory. `ip netns` needs a /run/netns that this user can write. A tmpfs covers /run, and all folders of the old
 * /run are mounted into it: a temporary folder may lie below /run/user. The old /run is reached as the working directory.
 */
const HOLD = `
set -e
cd /run
mount -n -t tmpfs -o mode=755 tmpfs /run
mkdir /run/netns
for name in * .[!.]*; do
  [ -d "$name" ] && [ ! -L "$name" ] && [ "$name" != netns ] || continue
  mkdir -- "/run/$name"
  mount -n -c --rbind "./$name" "/run/$name" || rmdir -- "/run/$name"
done
cd -- "$0" || cd /
echo ready
set --
while IFS= read -r line; do
  if [ "$line" = ${FORGET} ]; then set --; else set -- "$@" "$line"; fi
done
kill -KILL -1 || :
[ $# = 0 ] || rm -rf -- "$@" || for path; do rm -rf -- "$path"; done
`;

/** Mounting some tens of folders takes milliseconds. */
const READY_DEADLINE_MS = 30_000;
/** The kernel removes TAPs and network namespaces in this time. */
const END_DEADLINE_MS = 20_000;
const MOST_CHARACTERS = 2_000;

/**
 * Makes the namespaces and starts the holder.
 * @throws HostError that says why this host refuses them and how to allow them; the signal's reason.
 */
export async function openRootless(signal?: AbortSignal): Promise<Rootless> {
  signal?.throwIfAborted();
  const flags = [
    ...["--user", "--map-root-user", "--net", "--mount", "--pid"],
    ...["--fork", "--kill-child", "--mount-proc"],
  ];
  const [unshare, nsenter, shell] = [tool("unshare"), tool("nsenter"), tool("sh")];
  // Detached: Ctrl-C at our terminal must reach only us.
  const child = spawn(unshare, [...flags, "--", shell, "-c", HOLD, process.cwd()], {
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
    env: { PATH: SYSTEM_FOLDERS.join(":"), LC_ALL: "C" },
  });
  const exited = once(child, "exit").then(
    () => undefined,
    () => undefined,
  );
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-MOST_CHARACTERS);
  });
  child.stdin.on("error", () => undefined);
  const failure = await untilReady(child, signal).catch(async (error: unknown) => {
    child.kill("SIGKILL");
    signal?.throwIfAborted();
    return messageOf(error);
  });
  const holder = child.pid === undefined ? undefined : descendants(child.pid)[0];
  if (failure !== null || holder === undefined) {
    child.kill("SIGKILL");
    // What it says is read by then.
    await within(
      1_000,
      exited.then(() => sleep(10)),
    );
    throw new HostError(
      adviceOnRootless(words.trim().replaceAll(/\s*\n\s*/g, "; ") || failure || "no reason"),
    );
  }
  // This process may end without `close`.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as { unref?(): void }).unref?.();

  let closing: Promise<void> | null = null;
  const close = async () => {
    child.stdin.end(`${FORGET}\n`);
    child.ref();
    if ((await within(END_DEADLINE_MS, exited)) === null) child.kill("SIGKILL");
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    child.unref();
  };
  return {
    pid: holder.pid,
    enter: (command) => [
      nsenter,
      ...["--target", `${holder.pid}`, "--user", "--preserve-credentials", "--net", "--mount", "--pid"],
      // The holder's working directory is ours, seen in its mount namespace.
      ...["--wd", "--", ...command],
    ],
    remember: (path) => {
      if (closing === null && path.startsWith("/") && !path.includes("\n")) child.stdin.write(`${path}\n`);
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Null once the holder is ready; else why it is not. */
function untilReady(child: ChildProcess, signal: AbortSignal | undefined): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(
      () => resolve(`not ready after ${READY_DEADLINE_MS / 1000} s`),
      READY_DEADLINE_MS,
    );
    const abort = () => reject(signal?.reason);
    signal?.addEventListener("abort", abort);
    const end = (result: string | null) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      resolve(result);
    };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("ready\n")) end(null);
    });
    child.on("error", (error) => end(error.message));
    child.on("close", (...how) => end(howEnded(...how)));
  });
}

/** Settings that forbid an ordinary user these namespaces: file below /proc/sys, the value that forbids, the value that allows. */
const SETTINGS = [
  ["kernel.unprivileged_userns_clone", (value: number) => value === 0, "1"],
  ["kernel.apparmor_restrict_unprivileged_userns", (value: number) => value !== 0, "0"],
  ["user.max_user_namespaces", (value: number) => value === 0, "10000"],
  ["user.max_pid_namespaces", (value: number) => value === 0, "10000"],
  ["user.max_net_namespaces", (value: number) => value === 0, "10000"],
  ["user.max_mnt_namespaces", (value: number) => value === 0, "10000"],
] as const;

/** Why this host refuses the namespaces. @param said the words of unshare or of the holder @param sysctls for tests: instead of /proc/sys */
export function adviceOnRootless(said: string, sysctls = "/proc/sys"): Advice {
  const forbidding = SETTINGS.flatMap(([name, forbids, allowed]) => {
    const value = settingOf(join(sysctls, ...name.split(".")));
    return value !== null && forbids(value) ? [{ name, value, allowed }] : [];
  });
  const found = "this host does not let an ordinary user make user, network, mount and PID namespaces";
  if (forbidding.length === 0) {
    return {
      found: `${found} (${said})`,
      mend: null,
      besides:
        "in a container: --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined; in a chroot the kernel allows it to nobody (unshare(2))",
    };
  }
  const shown = forbidding.map(({ name, value }) => `${name}=${value}`).join(", ");
  const settings = forbidding.map(({ name, allowed }) => `${name}=${allowed}`).join(" ");
  return {
    found: `${found}: ${shown} (${said})`,
    mend: `${sudoWord()}sysctl -w ${settings}`,
    besides: "to keep it, write that into a file in /etc/sysctl.d",
  };
}

function settingOf(path: string): number | null {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
