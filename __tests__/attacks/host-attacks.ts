/** Attacks by host programs that hang or fail, and by our own bugs. The run must still end, and leave nothing. */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { descendants, identify } from "../../src/host/proc.ts";
import { DIST, type Ended, leftovers, readResults, runCli, type Started, start } from "../e2e/product.ts";
import { smallRun } from "../e2e/small-run.ts";
import { inTime } from "../e2e/watchdog.ts";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { asRoot, NOBODY, onHostWith, signalAsRoot, wordsOf } from "../host/as-root.ts";
import { makeCommonPlace } from "../host/ordinary-user.ts";
import type { Attack } from "./attack.ts";

/** Replaces a program of the host. `cases` (of a shell's `case`) come first; other calls go to the real program. */
function spoil(
  program: string,
  cases: string,
): { setup: string; called(by: Started): Promise<void>; [Symbol.dispose](): void } {
  const folder = temporaryFolder();
  const real = join(folder.path, "real");
  mkdirSync(real);
  const layer = join(folder.path, "layer");
  mkdirSync(layer);
  const fake = join(layer, program);
  const pids = join(folder.path, "pids");
  const note = join(folder.path, "called");
  writeFileSync(
    fake,
    `#!/bin/sh\nhang() { echo $$ >>${pids}; exec sleep 1000; }\nnote() { echo >>${note}; }\ncase "$*" in\n${cases}\nesac\nexec ${join(real, program)} "$@"\n`,
  );
  for (const path of [folder.path, real, layer, fake]) chmodSync(path, 0o755);
  for (const path of [pids, note]) {
    writeFileSync(path, "");
    chmodSync(path, 0o666);
  }
  return {
    // The copy keeps the name, which ip looks at. An overlay on the folder works even if the host has no such program.
    setup: [
      `there=$(readlink -f "$(command -v ${program} || echo /usr/bin/${program})")`,
      `if [ -e "$there" ]; then cp "$there" ${real}/${program}; fi`,
      `folder=$(dirname "$there")`,
      `mount -t overlay layer -o lowerdir=${layer}:$folder $folder`,
    ].join("\n"),
    /** Resolves when a case has called `note`. */
    async called(by) {
      let ended: Ended | null = null;
      void by.ended.then((how) => {
        ended = how;
      });
      while (statSync(note).size === 0) {
        if (ended !== null) throw new Error(`the run ended before the call: ${JSON.stringify(ended)}`);
        await sleep(20);
      }
    },
    [Symbol.dispose]() {
      for (const pid of readFileSync(pids, "utf8").trim().split("\n")) {
        if (wordsOf(pid)[0] === "sleep") signalAsRoot(pid, "SIGKILL");
      }
      folder[Symbol.dispose]();
    },
  };
}

interface Scene {
  readonly ended: Ended;
  readonly out: string;
}

/** Runs the product on such a host, with `during` while it runs. Checks that nothing is left after `clean`. */
async function runOn(
  setup: string,
  {
    during,
    check,
    iterations = 1,
  }: {
    readonly during?: (run: Started) => Promise<void>;
    readonly check: (scene: Scene) => void;
    readonly iterations?: number;
  },
): Promise<void> {
  using out = temporaryFolder();
  using home = temporaryFolder();
  using standIn = makeStandIn();
  await using run = start(smallRun({ qemu: standIn.path, out: out.path, iterations, verbose: true }), {
    stateHome: home.path,
    prefix: onHostWith(setup),
  });
  await during?.(run);
  const ended = await inTime(run.ended);
  const ids = run.runIds();
  await runCli(["clean"], { stateHome: home.path });
  check({ ended, out: out.path });
  expect(ended.stderr).not.toMatch(/\n\s+at .*\.mjs/);
  expect(standIn.running()).toEqual([]);
  expect(leftovers(ids)).toEqual([]);
}

/** Sends INT to the harness itself, which may be behind sudo and has children by then. */
function interrupt(run: Started, node = process.execPath): void {
  const pids = [run.pid, ...descendants(run.pid).map(({ pid }) => pid)];
  const harness = pids.find((pid) => wordsOf(pid)[0] === node);
  if (harness === undefined) throw new Error("the harness does not run");
  asRoot("sh", "-c", `kill -s INT ${harness}`);
}

/** INT comes when that has come, and the run ends. */
const interruptedOnce = (comes: (run: Started) => Promise<void>) => ({
  async during(run: Started) {
    await comes(run);
    interrupt(run);
  },
  check: ({ ended }: Scene) => expect(ended).toMatchObject({ status: 1, signal: null }),
});

/** It is ended when the test is over. */
const HANGS = "hang;;";
const DELETE = '*"netns delete"*-guest)';

export const HOST_ATTACKS: readonly Attack[] = [
  {
    kind: "undoing that fails",
    attack: "the namespace cannot be deleted",
    holds: "what was measured is there; a warning names what is left",
    async run() {
      using host = spoil("ip", `${DELETE} echo "no, not that" >&2; exit 1;;`);
      await runOn(host.setup, {
        check({ ended, out }) {
          expect(ended.status, ended.stderr).toBe(0);
          expect(readResults(out)).toMatchObject({ conclusion: "passed" });
          expect(ended.stderr).toMatch(/could not be cleaned up: .*netns delete.*no, not that/);
        },
      });
    },
  },
  {
    kind: "undoing that fails",
    attack: "deleting the namespace hangs",
    holds: "what was measured is there; a warning names what is left",
    async run() {
      using host = spoil("ip", `${DELETE} ${HANGS}`);
      await runOn(host.setup, {
        check({ ended, out }) {
          expect(ended.status, ended.stderr).toBe(0);
          expect(readResults(out)).toMatchObject({ conclusion: "passed" });
          expect(ended.stderr).toMatch(/could not be cleaned up: .*netns delete.* did not end within/);
        },
      });
    },
  },
  {
    kind: "undoing that fails",
    attack: "deleting the namespace hangs, and INT comes",
    holds: "the run ends with what was measured",
    async run() {
      using host = spoil("ip", `${DELETE} ${HANGS}`);
      await runOn(host.setup, {
        async during(run) {
          await run.saying(/1 of 1 passed/);
          interrupt(run);
        },
        check({ ended, out }) {
          expect(ended).toMatchObject({ status: 1, signal: null });
          expect(readResults(out)).toMatchObject({ conclusion: "failed", reason: "cancelled (SIGINT)" });
          expect(readResults(out).scenarios[0]?.iterations).toHaveLength(1);
        },
      });
    },
  },
  {
    kind: "waits without an end",
    attack: "the ip co-process never answers, and INT comes",
    holds: "the run ends",
    async run() {
      using host = spoil("ip", `*-guest*-batch*) ${HANGS}`);
      await runOn(
        host.setup,
        interruptedOnce((run) => run.saying(/tap-fd: 1 iteration/)),
      );
    },
  },
  {
    kind: "waits without an end",
    attack: "the ip co-process never answers",
    holds: "the scenario fails and says so, and the run ends",
    async run() {
      using host = spoil("ip", `*-guest*-batch*) ${HANGS}`);
      await runOn(host.setup, {
        check({ ended, out }) {
          expect(ended.status, ended.stderr).toBe(1);
          expect(readResults(out).scenarios[0]?.reason).toMatch(/ip did not do within 10000 ms/);
        },
      });
    },
  },
  {
    kind: "waits without an end",
    attack: "the ip co-process is stopped in a run, and INT comes",
    holds: "the run ends, and it is gone",
    async run() {
      // The trial's co-process works. The guest's is stopped after a second, when it has answered some lines.
      using host = spoil(
        "ip",
        "*-guest*-batch*) (sleep 1; note; kill -STOP $$) </dev/null >/dev/null 2>&1 &;;",
      );
      await runOn(host.setup, { ...interruptedOnce(host.called), iterations: 500 });
    },
  },
  {
    kind: "waits without an end",
    attack: "ip hangs before anything has begun, and INT comes",
    holds: "the run ends",
    async run() {
      using host = spoil("ip", `*"netns add"*) note; ${HANGS}`);
      await runOn(host.setup, interruptedOnce(host.called));
    },
  },
  {
    kind: "waits without an end",
    attack: "sudo hangs, and INT comes",
    holds: "the run ends",
    async run() {
      using host = spoil("sudo", `*) note; ${HANGS}`);
      using place = makeCommonPlace();
      using out = temporaryFolder();
      chmodSync(out.path, 0o777);
      await using run = start(["run", "--accel", "tcg", "--out", join(out.path, "out")], {
        ...{ cli: join(place.copy(DIST), "cli.js"), node: place.node, cwd: "/", as: NOBODY },
        prefix: onHostWith(host.setup, NOBODY),
      });
      await host.called(run);
      interrupt(run, place.node);
      expect(await inTime(run.ended)).toMatchObject({ status: 1, signal: null });
      expect(existsSync(join(out.path, "out"))).toBe(false);
    },
  },
  ...(["an exception", "a rejection"] as const).map((what) => ({
    kind: "foreign values",
    attack: `${what} that nobody has caught, in the middle of a run`,
    holds: "the run ends in order: all is undone, and the results say what it was",
    async run() {
      using out = temporaryFolder();
      using home = temporaryFolder();
      using standIn = makeStandIn();
      const defect = join(home.path, "defect.mjs");
      const thrown = `new Error("a defect of a test")`;
      const does = what === "an exception" ? `throw ${thrown}` : `Promise.reject(${thrown})`;
      writeFileSync(defect, `process.on("SIGUSR2", () => { ${does}; });\n`);
      await using run = start(smallRun({ qemu: standIn.path, out: out.path, iterations: 3, verbose: true }), {
        stateHome: home.path,
        env: { NODE_OPTIONS: `--import=${defect}` },
      });
      await run.saying(/iteration 1.*: quiet stretch/);
      run.kill("SIGUSR2");
      const ended = await inTime(run.ended);
      expect(ended.status, ended.stderr).toBe(1);
      expect(ended.stderr).toMatch(/a defect of tap-migration: Error: a defect of a test\n\s+at /);
      expect(readResults(out.path).reason).toBe("ended by a defect of tap-migration: a defect of a test");
      expect(standIn.running()).toEqual([]);
      expect(leftovers(run.runIds())).toEqual([]);
    },
  })),
  ...(
    [
      ["does not end, nor speak", "sleep 1000"],
      ["starts a program that holds its output, and ends", "sleep 1000 & echo $! >>PIDS; exit 0"],
      ["writes without end", "exec yes"],
      ["takes no TERM", "trap '' TERM; while :; do sleep 1; done"],
    ] as const
  ).map(([what, script]) => ({
    kind: "waits without an end",
    attack: `what is named as QEMU ${what}`,
    holds: "it is named within its deadline, and nothing of it is left",
    async run() {
      using folder = temporaryFolder();
      const qemu = join(folder.path, "qemu");
      const pids = join(folder.path, "pids");
      writeFileSync(pids, "");
      writeFileSync(qemu, `#!/bin/sh\necho $$ >>${pids}\n${script.replaceAll("PIDS", pids)}\n`);
      chmodSync(qemu, 0o755);
      using out = temporaryFolder();
      await using run = start(["run", "--accel", "tcg", "--qemu", qemu, "--out", join(out.path, "out")]);
      const ended = await inTime(run.ended);
      expect(ended.status, ended.stderr).toBe(2);
      expect(ended.stderr).toContain(qemu);
      expect(leftovers(run.runIds())).toEqual([]);
      const living = readFileSync(pids, "utf8")
        .trim()
        .split("\n")
        .filter((pid) => identify(Number(pid)) !== null);
      expect(living).toEqual([]);
    },
  })),
];
