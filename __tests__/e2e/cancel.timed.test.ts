/** Proves: a run cancelled at the worst moment ends within the runner's 10 s and leaves nothing. */
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { CLI, leftovers, readResults, type Started, start } from "./product.ts";
import { smallRun } from "./small-run.ts";

// A runner cancels a job with INT, 7.5 s later TERM, 2.5 s later KILL.

const LONG_MS = 120_000;
async function cancelAsARunner(run: Started): Promise<void> {
  const pause = (ms: number) => Promise.race([run.ended, sleep(ms, undefined, { ref: false })]);
  run.kill("SIGINT");
  await pause(7_500);
  run.kill("SIGTERM");
  await pause(2_500);
  run.kill("SIGKILL");
}

test.each([
  ["a source that hangs before it has the NIC", "launch source", { side: "source", step: "device_add" }],
  ["a source whose guest hangs", "boot guest", { side: "source", step: "boot" }],
  ["a target that hangs at its start", "launch target", { side: "target", step: "netdev_add" }],
  ["a target that hangs while it loads", "launch target", { side: "target", step: "load" }],
  ["a source that hangs in the freeze", "launch target", { side: "source", step: "device" }],
  ["a source that does not quit", "quit source", { side: "source", step: "quit" }],
] as const)("%s", { timeout: LONG_MS }, async (_, at, place) => {
  using standIn = makeStandIn({ faults: [{ ...place, kind: "hang" }] });
  using out = temporaryFolder();
  await using run = start(smallRun({ qemu: standIn.path, out: out.path, iterations: 2, verbose: true }));
  await run.saying(new RegExp(`: ${at}$`, "m"));
  while (standIn.truth("fault").length === 0) await sleep(5);
  await cancelAsARunner(run);
  expect(await run.ended).toMatchObject({ status: 1, signal: null });
  expect(readResults(out.path)).toMatchObject({ conclusion: "failed", reason: "cancelled (SIGINT)" });
  expect(leftovers(run.runIds())).toEqual([]);
  expect(standIn.running()).toEqual([]);
});

test("when the reader of our progress goes away, the run still ends cleanly", {
  timeout: LONG_MS,
}, async () => {
  using standIn = makeStandIn();
  using out = temporaryFolder();
  using state = temporaryFolder();
  const words = smallRun({ qemu: standIn.path, out: out.path, iterations: 2, verbose: true });
  const child = spawn(process.execPath, [CLI, ...words], {
    env: { ...process.env, XDG_STATE_HOME: state.path },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr.once("data", () => {
    child.stderr.destroy();
    child.stdout.destroy();
  });
  const status = await new Promise((resolve) => child.on("exit", resolve));
  expect(status).toBe(0);
  expect(readResults(out.path).conclusion).toBe("passed");
  expect(standIn.running()).toEqual([]);
});
