/** Why sudo does not make us root, in its words or ours, and how to let it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import type { Advice } from "../base/errors.ts";
import type { Ended } from "./exec.ts";
import { findTool } from "./tools.ts";

/** Warnings of sudo and of the dynamic loader, which go on after them: no reason why sudo failed. */
const NOISE = [/^sudo: unable to resolve host /, /^ERROR: ld\.so: object /];

/** What sudo wrote on stderr, in one line, without such warnings. */
export function wordsOfSudo(stderr: string): string {
  return stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !NOISE.some((noise) => noise.test(line)))
    .join("; ");
}

/** Of a `sudo -n` that failed. */
export function whySudoFailed({ failure, timedOut, exitCode, signalName, stderr }: Ended): string {
  const words = wordsOfSudo(stderr.toString("utf8"));
  const said = words === "" ? "and said nothing" : `and said: ${words}`;
  if (timedOut) return `sudo -n did not end in time ${said}`;
  if (exitCode !== null && words !== "") return `sudo -n says: ${words}`;
  const hasRun = exitCode !== null || signalName !== null;
  return hasRun ? `sudo -n ${failure} ${said}` : `sudo ${failure}`;
}

/** `why` says how `sudo -n` failed; null: sudo is missing. */
export function adviceOnSudo(why: string | null): Advice {
  if (/^NoNewPrivs:\s+1$/m.test(readFileSync("/proc/self/status", "utf8"))) {
    return {
      found: 'sudo can\'t make us root: this process has "no new privileges"',
      mend: null,
      besides:
        "start the runner without it (container: no --security-opt no-new-privileges; Kubernetes: allowPrivilegeEscalation: true; systemd: NoNewPrivileges=no), or run as root",
    };
  }
  if (why === null) {
    return { found: "this is not root, and there is no sudo", mend: null, besides: "run it as root" };
  }
  const uid = process.getuid?.() ?? 0;
  const rule = `echo '${nameOf(uid)} ALL=(ALL) NOPASSWD:ALL'`;
  // sudo ignores files with a dot in their name, and a user's name may have one.
  const path = `/etc/sudoers.d/tap-migration-${uid}`;
  const found = `this is not root, and sudo does not go without a password (${why})`;
  return mayUseSudo()
    ? { found, mend: `${rule} | sudo tee ${path}`, besides: "it asks for the password this once" }
    : { found, mend: null, besides: `run it as root, or in a shell of root's: ${rule} >${path}` };
}

/** As sudoers names users: by number when the user has no name. */
function nameOf(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    return `#${uid}`;
  }
}

/** Whether we are in a group that may use sudo with a password on most distributions. */
function mayUseSudo(): boolean {
  try {
    const admins = [...readFileSync("/etc/group", "utf8").matchAll(/^(?:sudo|wheel|admin):[^:]*:(\d+):/gm)];
    return admins.some(([, gid]) => (process.getgroups?.() ?? []).includes(Number(gid)));
  } catch {
    return false;
  }
}

/**
 * Lets sudo ask for the password on the terminal. What it accepts it remembers for some minutes, so that `sudo -n` works after that; see
 * sudo(8).
 *
 * @returns whether it accepted one
 */
export function askForPassword(): boolean {
  const sudo = findTool("sudo");
  return sudo !== null && spawnSync(sudo, ["-v"], { stdio: "inherit" }).status === 0;
}
