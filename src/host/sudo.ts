/** Why sudo does not make us root, in its words or ours, and what lets it. */
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import type { Advice } from "../base/errors.ts";

/** What sudo and the dynamic loader say of a host and go on: no reason why sudo failed. */
const NOISE = [/^sudo: unable to resolve host /, /^ERROR: ld\.so: object /];

/** What sudo wrote on stderr, in one line, without what is no reason for anything. */
export function wordsOfSudo(stderr: string): string {
  return stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !NOISE.some((noise) => noise.test(line)))
    .join("; ");
}

/** Of a `sudo -n` that failed. */
export function whySudoFailed(ended: {
  readonly stderr: string;
  readonly timedOut: boolean;
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  readonly shortMessage?: string | undefined;
}): string {
  const words = wordsOfSudo(ended.stderr);
  const said = words === "" ? "and said nothing" : `and said: ${words}`;
  if (ended.timedOut) return `sudo -n did not end in time ${said}`;
  if (ended.exitCode !== undefined) {
    return words === "" ? `sudo -n ended with status ${ended.exitCode} ${said}` : `sudo -n says: ${words}`;
  }
  if (ended.signal !== undefined) return `sudo -n was ended by ${ended.signal} ${said}`;
  return `sudo could not be started: ${ended.shortMessage ?? "no reason was given"}`;
}

/** `why` says what came of `sudo -n`; null: there is no sudo. */
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
  // sudo passes over files with a dot in their name, which a user's may have.
  const path = `/etc/sudoers.d/tap-migration-${uid}`;
  const found = `this is not root, and sudo does not go without a password (${why})`;
  return mayUseSudo()
    ? { found, mend: `${rule} | sudo tee ${path}`, besides: "it asks for the password this once" }
    : { found, mend: null, besides: `run it as root, or in a shell of root's: ${rule} >${path}` };
}

/** As sudoers names users; by number where there is no name. */
function nameOf(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    return `#${uid}`;
  }
}

/** Whether we are in a group that distributions let use sudo with a password. */
function mayUseSudo(): boolean {
  try {
    const admins = [...readFileSync("/etc/group", "utf8").matchAll(/^(?:sudo|wheel|admin):[^:]*:(\d+):/gm)];
    return admins.some(([, gid]) => (process.getgroups?.() ?? []).includes(Number(gid)));
  } catch {
    return false;
  }
}
