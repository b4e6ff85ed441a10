/** Proves: faults that show only by a deadline end the run with the right reason. */
import { expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { runCli } from "./product.ts";
import { SINGLE_FAULTS, singleFaultTests } from "./single-faults.ts";
import { smallRun } from "./small-run.ts";

// All at once, because they mostly wait.

const LONG_MS = 600_000;

singleFaultTests(SINGLE_FAULTS.filter(([, , { waits }]) => waits));

test.concurrent("a QEMU that hangs when it is looked at: status 2", { timeout: LONG_MS }, async () => {
  using standIn = makeStandIn({ faults: [{ step: "query-qmp-schema", side: "probe", kind: "hang" }] });
  using out = temporaryFolder();
  const ended = await runCli(smallRun({ qemu: standIn.path, out: out.path }));
  expect(ended.stderr).toMatch(/is not a QEMU that can be used: .*query-qmp-schema/);
  expect(ended.status).toBe(2);
});
