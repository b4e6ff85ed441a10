/** Proves: run and doctor take debian:SUITE; Debian's real builds are fetched, and compared with each other. */
import { afterAll, expect, test } from "vitest";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { temporaryFolder } from "../folder.ts";
import { leftovers, readResults, runCli } from "./product.ts";

const LONG_MS = 900_000;

afterAll(() => expect(leftovers()).toEqual([]));

test("debian:sid against debian:trixie, and what the doctor says of one", { timeout: LONG_MS }, async () => {
  using out = temporaryFolder();
  using cache = temporaryFolder();
  const ended = await runCli([
    ...["run", "--qemu", "debian:sid", "--baseline-qemu", "debian:trixie", "--cache", cache.path],
    ...["--accel", "tcg", "--scenarios", "new-tap", "--iterations", "3", "--out", out.path],
  ]);
  expect(ended.stderr).toMatch(/^unpacking qemu-system-x86 \S+ of Debian sid: \d+ packages, /m);
  expect(ended.stderr).toMatch(/^unpacking qemu-system-x86 \S+ of Debian trixie: \d+ packages, /m);
  const { builds, inputs, scenarios } = readResults(out.path);
  // Under TCG one of them may be slower, so the run may fail. Every migration must pass.
  const migrations = scenarios.flatMap(({ iterations }) => iterations);
  expect(migrations.map(({ reason }) => reason)).toEqual(Array(6).fill(null));
  expect(inputs).toMatchObject({ qemu: "debian:sid", "baseline-qemu": "debian:trixie" });
  expect(builds.map(({ role, path }) => [role, path.startsWith(`${cache.path}/debian/`)])).toEqual([
    ["candidate", true],
    ["baseline", true],
  ]);

  const doctor = await runCli([
    ...["doctor", "--json", "--accel", "tcg", "--qemu", "debian:trixie", "--cache", cache.path],
  ]);
  // The build is in the cache: nothing is unpacked again.
  expect(doctor.stderr).toBe("");
  expect(doctor.status).toBe(0);
  const { qemu } = JSON.parse(doctor.stdout) as Diagnosis;
  expect(qemu).toMatchObject({ path: builds[1]?.path, version: builds[1]?.version });
});
