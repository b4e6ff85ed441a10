/** Proves: a QEMU or guest that writes 10 MB/s costs bounded disk and memory, and the rest is reported as left out. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, type Started, start } from "./product.ts";
import { smallRun } from "./small-run.ts";

const LONG_MS = 300_000;
const MIB = 2 ** 20;

/** Two sides with two recordings of 2 MiB each, and some data on its way. */
const MOST_DISK_BYTES = 12 * MIB;
/** Node with the product loaded uses about 100 MiB. */
const MOST_MEMORY_BYTES = 400 * MIB;

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

function memoryBytes(pid: number): number {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The peak disk and memory use of a run, sampled until it ends. */
async function most(run: Started): Promise<{ disk: number; memory: number }> {
  const seen = { disk: 0, memory: 0 };
  const look = setInterval(() => {
    const disk = run.runIds().map((id) => bytesIn(join(tmpdir(), `tapmig-${id}`)));
    seen.disk = Math.max(seen.disk, ...disk);
    seen.memory = Math.max(seen.memory, memoryBytes(run.pid));
  }, 30);
  await run.ended.finally(() => clearInterval(look));
  return seen;
}

export const floodTests = (floods: readonly (readonly [where: string, endlessLine: boolean])[]) =>
  test.concurrent.each(floods)("%s, in one line: %s", { timeout: LONG_MS }, async (where, endlessLine) => {
    // From when the guest is up: answers may drown in it, or not.
    using standIn = makeStandIn({
      faults: [{ step: "login", side: "source", kind: "flood", where, endlessLine, nth: 1 }],
    });
    using out = temporaryFolder();
    await using run = start(smallRun({ qemu: standIn.path, out: out.path }));
    const { disk, memory } = await most(run);
    const { status, stderr } = await run.ended;
    expect(disk).toBeLessThan(MOST_DISK_BYTES);
    expect(memory).toBeLessThan(MOST_MEMORY_BYTES);
    expect(bytesIn(out.path)).toBeLessThan(MOST_DISK_BYTES);
    const results = readResults(out.path);
    expect(status, stderr).toBe(results.conclusion === "passed" ? 0 : 1);
    const log = readFileSync(join(out.path, "tap-fd", "iteration-001", `source.${where}.log`), "utf8");
    expect(log).toMatch(/^\[the beginning is left out: more than \d+ bytes\]\n/);
    expect(leftovers(run.runIds())).toEqual([]);
  });

export const qmpFloodTests = (
  floods: readonly (readonly [what: string, endlessLine: boolean, reason: RegExp])[],
) =>
  test.concurrent.each(floods)("QMP, %s", { timeout: LONG_MS }, async (_, endlessLine, reason) => {
    using standIn = makeStandIn({
      faults: [{ step: "login", side: "source", kind: "flood", where: "qmp", endlessLine, nth: 1 }],
    });
    using out = temporaryFolder();
    await using run = start(smallRun({ qemu: standIn.path, out: out.path }));
    const { disk, memory } = await most(run);
    expect((await run.ended).status).toBe(1);
    expect(disk).toBeLessThan(MOST_DISK_BYTES);
    expect(memory).toBeLessThan(MOST_MEMORY_BYTES);
    expect(bytesIn(out.path)).toBeLessThan(MOST_DISK_BYTES);
    expect(readResults(out.path).scenarios[0]?.reason).toMatch(reason);
  });
