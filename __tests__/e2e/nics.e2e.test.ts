/** Proves: a guest with several NICs is migrated with all of them; one that does not answer afterwards fails the iteration by name. */
import { afterAll, describe, expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";
import { REAL_GUEST, smallRun } from "./small-run.ts";

const LONG_MS = 300_000;
const THREE = { nics: 3 } as const;

afterAll(() => expect(leftovers()).toEqual([]));

test("three NICs of a real QEMU move to TAPs of the target's own, and back", {
  timeout: LONG_MS,
}, async () => {
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ ...REAL_GUEST, ...THREE, iterations: 2, out: out.path }));
  expect(ended.status, ended.stderr + ended.stdout).toBe(0);
  const [scenario] = readResults(out.path).scenarios;
  expect(scenario?.iterations.map(({ status }) => status)).toEqual(["passed", "passed"]);
});

describe("three NICs of a stand-in", () => {
  test.each(["permit", "supported", "supported-v17", "incoming-fds"])(
    "hand over their queues in the dialect %s",
    { timeout: LONG_MS },
    async (dialect) => {
      using standIn = makeStandIn({ dialect });
      using out = temporaryFolder();
      const ended = await runCli(smallRun({ qemu: standIn.path, ...THREE, out: out.path }));
      expect(ended.status, ended.stderr + ended.stdout).toBe(0);
      const received = standIn.truth("received-fd").map((line) => line.interface);
      const of = (name: string) => Array(4).fill(name);
      expect(received).toEqual([...of("tap0"), ...of("tap0-nic1"), ...of("tap0-nic2")]);
    },
  );

  test("of which one never answers again: it is named", { timeout: LONG_MS }, async () => {
    const faults = [{ step: "cont", side: "target", kind: "deaf", nic: 1 }] as const;
    using standIn = makeStandIn({ dialect: "permit", faults });
    using out = temporaryFolder();
    const ended = await runCli(
      smallRun({ qemu: standIn.path, ...THREE, "recovery-timeout-ms": 2000, out: out.path }),
    );
    expect(ended.status).toBe(1);
    expect(readResults(out.path).scenarios[0]?.reason).toMatch(
      /check alone: target: no answer to a ping by NIC 2 of 3 \(192\.168\.101\.2, MAC d6:0d:75:f8:0f:b8\) after the source had gone\. The guest answers on the target/,
    );
  });
});
