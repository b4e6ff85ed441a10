/** Proves: every QEMU sees qemu-env, and no output shows its values. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { readResults, runCli } from "./product.ts";
import { smallRun } from "./small-run.ts";

test("qemu-env is seen by every QEMU, looked at or run, and its values stay out of the results", async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  const seen = join(out.path, "seen");
  const wrapper = join(out.path, "wrapper");
  // The test's own environment has no variable of this name. The wrapper writes down its value and QEMU's arguments.
  writeFileSync(wrapper, `#!/bin/sh\necho "$SEEN_BY_QEMU $*" >>"${seen}"\nexec "${standIn.path}" "$@"\n`);
  chmodSync(wrapper, 0o755);
  const folder = join(out.path, "results");
  const ended = await runCli([
    ...smallRun({ qemu: wrapper, out: folder }),
    ...["--qemu-env", "SEEN_BY_QEMU=hunter2", "--qemu-env", "OTHER=x=y z"],
  ]);
  expect(ended.status, ended.stderr).toBe(0);
  const lines = readFileSync(seen, "utf8").trim().split("\n");
  for (const [what, count] of [
    ["-machine none", 1],
    ["-trace help", 1],
    ["tap-migration-source", 1],
    ["tap-migration-target", 1],
  ] as const) {
    expect(lines.filter((line) => line.startsWith("hunter2 ") && line.includes(what))).toHaveLength(count);
  }
  expect(readResults(folder).inputs).toMatchObject({ "qemu-env": "…" });
  for (const file of ["results.json", "summary.md", "report.html"]) {
    expect(readFileSync(join(folder, file), "utf8")).not.toContain("hunter2");
  }
});
