/** Proves: a KVM host that stands still is told from a command that hangs there, and only the former is skipped. */
import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Folder, temporaryFolder } from "../folder.ts";

/** A host that shares the kernel with this one, and has two CPUs: runs COMMAND as KVM_HOST_RUN does, with /srv/results in its folder. */
const HOST = `#!/usr/bin/env bash
while [ "$1" != -- ]; do
  case $2 in *:/srv/results) results=\${2%:/srv/results} ;; esac
  [ "$1" != --timeout ] || seconds=$2
  shift 2
done
command=\${2//\\/srv\\/results/$results}
`;
/** Runs COMMAND until TERM, and then ends all of it. */
const RUN = `setsid bash -c "$command" &
trap 'kill -KILL -- -$!' EXIT
trap 'exit 143' TERM
wait $!
exit
`;

function program(file: string, script: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, script);
  chmodSync(file, 0o755);
}

interface Ended {
  readonly status: number | string;
  readonly said: string;
}

const bash = (script: string, env: Record<string, string>) =>
  new Promise<Ended>((resolve) => {
    execFile("bash", ["-euc", script], { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ status: error?.code ?? 0, said: stdout + stderr });
    });
  });

/** in_kvm_host with a limit of 6 s on such a host. `cpu` is one that stands still from the beginning. */
async function onHost(folder: Folder, host: string, command: string, { beat = "0.2", cpu = "" } = {}) {
  program(folder.at("host"), HOST + host);
  program(folder.at("bin/nproc"), "#!/bin/sh\necho 2\n");
  program(folder.at("bin/taskset"), `#!/bin/sh\n[ "$2" != "${cpu}" ] || kill -STOP "$3"\n`);
  mkdirSync(folder.at("tree"));
  const path = `${folder.at("bin")}:${process.env.PATH}`;
  const script = '. script/kvm/host.sh; find_kvm_host; in_kvm_host 6 "$AT/tree" "$AT/results" "$COMMAND"';
  const env = { PATH: path, KVM_HOST_RUN: folder.at("host"), KVM_HOST_BEAT: beat };
  return await bash(script, { ...env, AT: folder.path, COMMAND: command });
}

describe.concurrent("in_kvm_host", () => {
  test("passes the command's output and status on, and each CPU has a heartbeat until the command ends", async () => {
    using folder = temporaryFolder();
    const beats =
      'for cpu in 0 1; do until [ -s "/srv/results/heartbeats/cpu$cpu" ]; do sleep 0.1; done; done';
    const { status, said } = await onHost(folder, RUN, `${beats}; echo done; exit 7`);
    expect(status).toBe(7);
    expect(said).toMatch(/^done\nit took \d+ s there$/m);
    expect(spawnSync("pgrep", ["-f", folder.path], { encoding: "utf8" }).stdout).toBe("");
  });

  test("ends a host of which one CPU stands still", async () => {
    using folder = temporaryFolder();
    const { status, said } = await onHost(folder, RUN, "sleep 60", { cpu: "1" });
    expect(said).toMatch(/the host with KVM stood still: looks without a new heartbeat: cpu0 \d+ cpu1 18$/m);
    expect(status).toBe(125);
  });

  test("ends a host that never gives a sign of life", async () => {
    using folder = temporaryFolder();
    const { status, said } = await onHost(folder, "exec sleep 60", "true", { beat: "0.05" });
    expect(said).toMatch(/the host with KVM stood still: no heartbeat came$/m);
    expect(status).toBe(125);
  });

  test("leaves a host alone on which a command hangs, until its time is up", async () => {
    using folder = temporaryFolder();
    const { status, said } = await onHost(folder, 'timeout "$seconds" bash -c "$command"', "sleep 60");
    expect(said).toMatch(/not done after 6 s, though the host's CPUs ran/);
    expect(status).toBe(124);
  });

  test("says that a host died", async () => {
    using folder = temporaryFolder();
    const { status, said } = await onHost(folder, "exit 125", "true");
    expect(said).toMatch(/the host with KVM did not start, or died/);
    expect(status).toBe(125);
  });
});

describe.concurrent("try_kvm_host", () => {
  /** How each attempt ends, in turn. */
  const tryHost = async (endings: string, left = 1000) => {
    const { status, said } = await bash(
      `. script/kvm/host.sh
      END_SECONDS=$((SECONDS + ${left})) endings=(${endings})
      in_kvm_host() { echo "attempt $1"; return "\${endings[\${3#results-}]}"; }
      try_kvm_host sid 300 200 tree results true`,
      {},
    );
    return { status, said: said.trim().split("\n") };
  };
  const ATTEMPT = "attempt 300";
  const SKIPPED = "SKIPPED: script/test-kvm on the sid host:";

  test.for([
    [
      "a host that stood still each time is skipped",
      "125 125 125",
      0,
      `${SKIPPED} it stood still or died in 3 attempts`,
    ],
    ["a command that hangs each time fails", "124 124 124", 124, ATTEMPT],
    ["a command that hung once fails, even if its host died then", "125 124 125", 124, ATTEMPT],
  ] as const)("%s", async ([, endings, status, last]) => {
    const ended = await tryHost(endings);
    expect(ended.status).toBe(status);
    expect(ended.said.slice(0, 3)).toEqual([ATTEMPT, ATTEMPT, ATTEMPT]);
    expect(ended.said.at(-1)).toBe(last);
  });

  test.for([
    ["passes as soon as one attempt passes", "125 124 0", { status: 0, said: [ATTEMPT, ATTEMPT, ATTEMPT] }],
    ["fails at once with any other status", "1 0", { status: 1, said: [ATTEMPT] }],
  ] as const)("%s", async ([, endings, ended]) => {
    expect(await tryHost(endings)).toEqual(ended);
  });

  test("makes no attempt when less time is left than it may need", async () => {
    const { status, said } = await tryHost("0", 100);
    expect(status).toBe(0);
    expect(said).toEqual([expect.stringMatching(`^${SKIPPED} it may take 200 s, and \\d+ s are left$`)]);
  });
});
