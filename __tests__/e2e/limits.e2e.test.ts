/** Proves: limits pass or fail as they should; a dead probe is noticed. */
import { afterAll, describe, expect, test } from "vitest";
import { descendants } from "../../src/host/proc.ts";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { asRoot } from "../host/as-root.ts";
import { leftovers, readResults, runCli, start } from "./product.ts";
import { smallRun } from "./small-run.ts";

const LONG_MS = 300_000;

afterAll(() => expect(leftovers()).toEqual([]));

describe("limits, on a freeze of 400 ms", () => {
  const FREEZE = { dialect: "permit", freezeMs: 400 };

  test.each([
    [
      "met",
      ["--max-outage-ms", "tap-fd: median=60000\nmax=60000", "--max-lost", "1000"],
      0,
      ["met", "met", "met"],
    ],
    ["exceeded", ["--max-outage-ms", "tap-fd: 350"], 1, ["exceeded"]],
    ["exceeded, though the limit is below the noise", ["--max-outage-ms", "0.01"], 1, ["exceeded"]],
  ])("%s", { timeout: LONG_MS }, async (_, limits, status, verdicts) => {
    using standIn = makeStandIn(FREEZE);
    using out = temporaryFolder();
    const ended = await runCli([...smallRun({ qemu: standIn.path, out: out.path }), ...limits]);
    expect(ended.status, ended.stderr + ended.stdout).toBe(status);
    const [scenario] = readResults(out.path).scenarios;
    expect(scenario?.limits.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(scenario?.iterations[0]?.outageMs).toBeGreaterThan(400);
  });

  test("malformed limits are refused, each with what was expected", async () => {
    using out = temporaryFolder();
    const limits = { "max-outage-ms": "tap-df: 3", "max-lost": "many" };
    const ended = await runCli(smallRun({ ...limits, out: out.path }));
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(/max-outage-ms: .*"tap-df" is not a scenario; expected one of tap-fd/);
    expect(ended.stderr).toMatch(/max-lost: .*expected \[scenario:\]/);
  });
});

test("a probe that dies is noticed", { timeout: LONG_MS }, async () => {
  using standIn = makeStandIn({ dialect: "permit" });
  using out = temporaryFolder();
  await using run = start(smallRun({ qemu: standIn.path, out: out.path, verbose: true }));
  await run.saying("quiet stretch");
  for (const { pid, name } of descendants(run.pid)) {
    if (name === "fping") asRoot("sh", "-c", `kill -KILL ${pid}`);
  }
  expect((await run.ended).status).toBe(1);
  expect(readResults(out.path).scenarios[0]?.iterations[0]?.reason).toMatch(
    /^quiet stretch: the probe \(fping\) ended by SIGKILL before its time\. The guest answers on the source\.$/,
  );
});
