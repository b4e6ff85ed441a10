/** Attacks by a QEMU on the files and processes around it. */
import { existsSync, lstatSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { identify } from "../../src/host/proc.ts";
import type { Attack } from "./attack.ts";
import { type QemuAttack, runQemuAttack } from "./hostile-qemu.ts";

/** Those of the processes in $NOTES that still run. */
const stillRunning = (notes: string) =>
  notes
    .trim()
    .split("\n")
    .filter((pid) => identify(Number(pid)) !== null);

const ATTACKS: readonly QemuAttack[] = [
  {
    kind: "whom we signal",
    attack: "QEMU writes pid files that name somebody else's process",
    holds: "that process lives",
    script: 'for name in vm1.pid vm2.pid qemu.pid; do echo "$VICTIM_PID" >"$FOLDER/$name"; done',
  },
  {
    kind: "whom we signal",
    attack: "QEMU starts a process that is called like the probe",
    holds: "it ends with the namespace, and the real probe measures",
    script:
      'cp /bin/sleep "$FOLDER/fping"; setsid "$FOLDER/fping" 1000 </dev/null >/dev/null 2>&1 & echo $! >"$NOTES"',
    and: ({ notes }) => expect(stillRunning(notes)).toEqual([]),
  },
  {
    kind: "what survives",
    attack: "QEMU leaves a daemon that ignores TERM, in a session of its own",
    holds: "it ends with the namespace",
    script: `setsid sh -c 'trap "" TERM INT HUP; echo $$ >"$NOTES"; while :; do sleep 1; done' </dev/null >/dev/null 2>&1 &
      while ! [ -s "$NOTES" ]; do sleep 0.05; done`,
    and: ({ notes }) => expect(stillRunning(notes)).toEqual([]),
  },
  {
    kind: "what survives",
    attack: "QEMU leaves a daemon that starts another one at TERM",
    holds: "both end with the namespace",
    script: `setsid sh -c 'trap "setsid sleep 1000 & echo \\$! >>\\"$NOTES\\"" TERM; echo $$ >"$NOTES"; while :; do sleep 1; done' </dev/null >/dev/null 2>&1 &
      while ! [ -s "$NOTES" ]; do sleep 0.05; done`,
    and: ({ notes }) => expect(stillRunning(notes)).toEqual([]),
  },
  {
    kind: "what survives",
    attack: "QEMU kills the harness",
    holds: "the command clean removes all that is left",
    script: "kill -9 $HARNESS",
    conclusion: "either",
    and: ({ ended }) => expect(ended.signal).toBe("SIGKILL"),
  },
  {
    kind: "files that others can make",
    attack: "a pipe in the place of QEMU's stderr, console and trace",
    holds: "nobody waits for it",
    // This QEMU opens the trace's pipe itself; otherwise its own open(2) would wait.
    script: `for name in stderr console trace; do rm -f "$BASE.$name"; mkfifo "$BASE.$name"; done
      setsid sleep 1000 <>"$BASE.trace" >/dev/null 2>&1 &`,
  },
  {
    kind: "files that others can make",
    attack: "a device without end in the place of QEMU's stderr, console and trace",
    holds: "it is not read",
    script: 'for name in stderr console trace; do ln -sf /dev/zero "$BASE.$name"; done',
  },
  {
    kind: "files that others can make",
    attack: "a trace of 100 GB",
    holds: "its end is read, and no more",
    script: 'truncate -s 100G "$BASE.trace" "$BASE.stderr" "$BASE.console"',
  },
  {
    kind: "files that others can make",
    attack:
      "links to somebody's file in the place of QEMU's stderr and console, and a flood that fills these",
    holds: "that file stays as it is",
    script: 'for name in stderr console; do ln -sf "$VICTIM/keep" "$BASE.$name"; done',
    faults: [
      { side: "source", step: "boot", kind: "flood", where: "stderr" },
      { side: "source", step: "boot", kind: "flood", where: "console" },
    ],
  },
  {
    kind: "files that others can make",
    attack: "links to somebody's file under the names of the next VM's recordings",
    holds: "that file stays as it is; the migration fails and says why",
    script:
      'for n in 2 3; do for name in stderr console trace; do ln -s "$VICTIM/keep" "$FOLDER/vm$n.$name"; done; done',
    conclusion: "failed",
  },
  {
    kind: "files that others can make",
    attack: "pipes under the names of the next VM's recordings and sockets",
    holds: "nobody waits for them; the migration fails and says why",
    script:
      'for n in 2 3; do for name in stderr stderr.pipe console console.pipe qmp; do mkfifo "$FOLDER/vm$n.$name"; done; done',
    conclusion: "failed",
  },
  {
    kind: "files that others can make",
    attack: "a pipe under every name that the probe's log could have",
    holds: "it has no name: the run measures",
    script: 'mkfifo "$FOLDER/probe.log" "$FOLDER/probe.log.stderr" "$FOLDER/probe"',
  },
  {
    kind: "files that others can make",
    attack: "a pipe named results.json.new, and results.json a link to somebody's file",
    holds: "results.json is the run's own file",
    script: 'mkfifo "$OUT/results.json.new"; ln -s "$VICTIM/keep" "$OUT/results.json"',
    and: ({ out }) => expect(lstatSync(join(out, "results.json")).isFile()).toBe(true),
  },
  {
    kind: "files that others can make",
    attack: "results.json is a folder with something in it",
    holds: "the run has failed, and says so",
    script: 'mkdir "$OUT/results.json"; touch "$OUT/results.json/x"',
    conclusion: "either",
    and: ({ ended }) => {
      expect(ended.status).toBe(1);
      expect(ended.stdout).toMatch(/results\.json could not be written/);
    },
  },
  {
    kind: "files that others can make",
    attack: "links to somebody's file under the names of all reports",
    holds: "the reports are the run's own files",
    script:
      'for name in summary.md report.html junit.xml benchmark.json; do ln -s "$VICTIM/keep" "$OUT/$name"; done',
    and: ({ out }) => {
      for (const name of ["summary.md", "report.html", "junit.xml"])
        expect(lstatSync(join(out, name)).isFile()).toBe(true);
    },
  },
  {
    kind: "files that others can make",
    attack: "a link to somebody's folder in the place of the scenario's",
    holds: "nothing is written through it: a warning",
    script: 'rm -rf "$OUT/tap-fd"; ln -s "$VICTIM" "$OUT/tap-fd"',
    and: ({ ended }) => expect(ended.stderr).toMatch(/is a link, not a folder of this run/),
  },
  {
    kind: "files that others can make",
    attack: "a link to somebody's folder in the place of the output folder",
    holds: "nothing is written into it: the run has failed, and says why",
    script: 'mv "$OUT" "$OUT.moved"; ln -s "$VICTIM" "$OUT"',
    conclusion: "either",
    and: ({ ended, out }) => {
      rmSync(`${out}.moved`, { recursive: true });
      expect(ended.status).toBe(1);
      expect(ended.stdout).toMatch(/is not the one that the run began with/);
    },
  },
  {
    kind: "files that others can make",
    attack: "a link to somebody's folder in the place of the run's temporary folder",
    holds: "nothing is written through the link, which goes; what it leads to stays",
    script: 'mv "$FOLDER" "$FOLDER.moved"; ln -s "$VICTIM" "$FOLDER"; echo "$FOLDER.moved" >"$NOTES"',
    conclusion: "failed",
    and: ({ notes }) => rmSync(notes.trim(), { recursive: true }),
  },
  {
    kind: "files that others can make",
    attack: "somebody's file has a second name in the run's temporary folder",
    holds: "it keeps its first one, and what is in it",
    script: 'ln "$VICTIM/keep" "$FOLDER/mine"',
  },
  {
    kind: "undoing that fails",
    attack: "a folder that cannot be listed in the run's temporary folder",
    holds: "it is removed all the same",
    script: 'mkdir -p "$FOLDER/a/b"; touch "$FOLDER/a/b/c"; chmod 000 "$FOLDER/a/b" "$FOLDER/a"',
  },
  {
    kind: "undoing that fails",
    attack: "a thousand folders, each in the one before it",
    holds: "they are removed, or named with what is left",
    script: 'cd "$FOLDER"; for n in $(seq 1000); do mkdir d; cd -P d; done; echo "$FOLDER" >"$NOTES"',
    and: ({ ended, notes }) => {
      if (existsSync(notes.trim())) expect(ended.stderr).toContain("could not be cleaned up");
    },
  },
  {
    kind: "undoing that fails",
    attack: "QEMU removes the run's temporary folder, the RAM's file and the record",
    holds: "the rest is undone all the same",
    script: 'rm -rf "$FOLDER" "$RUNS"; rm -f /dev/shm/"$(basename "$FOLDER")"-*',
    conclusion: "either",
  },
  {
    kind: "the register",
    attack: "the run's record becomes a link to somebody's file",
    holds: "that file stays as it is",
    script: 'for record in "$RUNS"/*.jsonl; do ln -sf "$VICTIM/keep" "$record"; done',
  },
  {
    kind: "the register",
    attack: "the run's record becomes a pipe",
    holds: "nobody waits for it",
    script: 'for record in "$RUNS"/*.jsonl; do rm "$record"; mkfifo "$record"; done',
  },
  {
    kind: "the register",
    attack: "a forged record of a dead run names somebody's folder and the host's namespace",
    holds: "the next run and clean leave them alone",
    script: `own=$(head -n 1 "$RUNS"/*.jsonl | sed 's/"pid":[0-9]*/"pid":2147483/; s/"run":"[0-9a-f]*"/"run":"aaaaaaaaaa"/')
      { echo "$own"; printf '{"hold":0,"what":{"kind":"folder","path":"%s"}}\\n{"hold":1,"what":{"kind":"namespace","name":"default"}}\\n' "$VICTIM"; } >"$RUNS/aaaaaaaaaa.jsonl"
      chmod 600 "$RUNS/aaaaaaaaaa.jsonl"`,
  },
  {
    kind: "the register",
    attack: "a forged record has 100 MB",
    holds: "it is named by clean, and not read",
    script: 'truncate -s 100M "$RUNS/bbbbbbbbbb.jsonl"; chmod 600 "$RUNS/bbbbbbbbbb.jsonl"',
    and: ({ cleaned }) => expect(cleaned.stderr).toMatch(/bbbbbbbbbb\.jsonl.*has more than/),
  },
];

export const QEMU_ATTACKS: readonly Attack[] = ATTACKS.map((attack) => ({
  ...{ kind: attack.kind, attack: attack.attack, holds: attack.holds },
  run: () => runQemuAttack(attack),
}));
