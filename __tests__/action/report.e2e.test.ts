/** Proves: the report step from dist/ works, and keeps one comment per title on a pull request. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { workOf } from "../../src/inputs/work-inputs.ts";
import { historyRunOf, machineOf } from "../../src/report/history/machine.ts";
import type { Results } from "../../src/results/schema.ts";
import { temporaryFolder } from "../folder.ts";
import { useFolder } from "../for-each-test.ts";
import { comparison, failed, passed } from "../report/cases.ts";
import { slower } from "../report/history/nights.ts";
import { results } from "../report/made-up.ts";
import { startCacheService } from "./cache-service.ts";
import { ACTIONS_BOT, type GitHub, startGitHub } from "./github-server.ts";
import { place, reportTests } from "./report-tests.ts";
import { type EndedStep, type Job, makeJob, named, readCommands } from "./runner.ts";

// The step is started as a runner starts it, with a GitHub stand-in on loopback.

describe("the report", () => reportTests(process.execPath));

describe("the history", () => {
  const all = slower();
  // The cache compares paths, and on runners this one is always the same.
  const temp = useFolder();
  /** Runs the step on a fresh runner with these runs. */
  const step = async (
    nights: readonly Results[],
    environment: Record<string, string>,
    prepare: (job: Job) => void = () => undefined,
  ) => {
    using job = makeJob(process.execPath, { RUNNER_TEMP: temp.path, ...environment });
    for (const [night, one] of nights.entries()) place(job, `results/${night}`, one);
    prepare(job);
    const ended = await job.start("report", { results: "results", history: "history" }).ended;
    const kept = join(job.folder, "workspace/history");
    return { ...ended, page: job.summary(), files: existsSync(kept) ? readdirSync(kept) : [] };
  };
  const warnings = ({ log }: EndedStep) =>
    named(log, "warning").map(({ title, message }) => [title, message]);

  test("goes from one hosted runner to the next by the Actions cache; a change is a warning once", async () => {
    await using service = await startCacheService();
    const first = await step(all.slice(0, 12), service.environment);
    expect(first, first.log).toMatchObject({ status: 0 });
    expect(first.log).toContain("history: saved in the Actions cache");
    expect(first.page).toContain("no change beyond this machine's spread in the last 12 runs");
    expect(first.files).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.json$/)]);

    const second = await step(all.slice(12, 19), service.environment);
    expect(second.log).toContain("history: from the Actions cache");
    expect(warnings(second)).toEqual([
      ["trend", expect.stringMatching(/^new-tap outage: .* since 2026-01-13 \(QEMU 10\.0\.2 → 10\.0\.3, /)],
      ["trend", expect.stringMatching(/^new-tap vCPU pause: /)],
    ]);
    expect(second.status).toBe(0);

    const third = await step(all.slice(19), service.environment);
    expect(warnings(third)).toEqual([]);
    expect(third.page).toContain("(23 runs)");
    const keys = service.keys();
    expect(new Set(keys).size).toBe(3);
    expect(new Set(keys.map((key) => key.replace(/-[^-]+-[^-]+-[^-]+$/, ""))).size).toBe(1);

    // The same runs once more: nothing new to save.
    await step(all.slice(19), service.environment);
    expect(service.keys()).toEqual(keys);
  });

  test("of the cache is added to that of the folder", async () => {
    await using service = await startCacheService();
    const { files } = await step(all.slice(0, 3), service.environment);
    const [name = ""] = files;
    const both = await step(all.slice(6, 8), service.environment, (job) => {
      const folder = join(job.folder, "workspace/history");
      mkdirSync(folder);
      const runs = all.slice(3, 6).map(historyRunOf);
      const machine = machineOf(all[0] as Results, workOf);
      writeFileSync(join(folder, name), JSON.stringify({ historyVersion: 1, machine, runs }));
    });
    expect(both.page).toContain("(8 runs)");
  });

  test("that is broken in the cache, or has no service that answers: a warning, and the report is made", async () => {
    await using service = await startCacheService();
    await step(all.slice(0, 3), service.environment);
    service.replaceBlobs((bytes) => bytes.fill(0));
    const broken = await step(all.slice(3, 5), service.environment);
    expect(broken.status).toBe(0);
    expect(broken.page).toContain("(2 runs)");
    let gone: Record<string, string>;
    {
      await using other = await startCacheService();
      gone = other.environment;
    }
    const unreachable = await step(all.slice(3, 5), gone);
    expect(unreachable.status).toBe(0);
    expect(unreachable.page).toContain("(2 runs)");
  });

  test("without a service is the folder's alone; without the input there is none", async () => {
    const alone = await step(all.slice(0, 3), { ACTIONS_RESULTS_URL: "", ACTIONS_CACHE_URL: "" });
    expect(alone.status).toBe(0);
    expect(alone.page).toContain("(3 runs)");
    expect(alone.log).not.toContain("cache");
    using job = makeJob(process.execPath);
    place(job, "results", passed());
    await job.start("report", { results: "results" }).ended;
    expect(job.summary()).not.toContain("Trend");
  });
});

describe("the comment", () => {
  const node = process.execPath;

  /** Runs the step for pull request 7. */
  async function comment(
    github: Pick<GitHub, "url">,
    {
      given = {},
      run = passed(),
      event = "pull_request",
    }: { given?: Record<string, string>; run?: Results; event?: string } = {},
  ): Promise<EndedStep> {
    using files = temporaryFolder();
    const path = join(files.path, "event.json");
    writeFileSync(path, JSON.stringify(event === "pull_request" ? { pull_request: { number: 7 } } : {}));
    using job = makeJob(node, {
      ...{ GITHUB_API_URL: github.url, GITHUB_REPOSITORY: "org/repo" },
      ...{ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path },
    });
    place(job, "a", run);
    const inputs = { results: "a", comment: "true", "github-token": "secret", ...given };
    return await job.start("report", inputs).ended;
  }

  const said = (step: EndedStep) =>
    readCommands(step.log).map(({ name, title, message }) => `${name}: ${title}: ${message}`);

  test("is written once, then renewed; each title has its own", async () => {
    await using github = await startGitHub();
    const first = await comment(github);
    expect(said(first)).toEqual([]);
    expect(first.status).toBe(0);
    expect(github.tokens).toEqual(new Set(["token secret"]));
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(/^<!-- tap-migration report: [^\n]* -->\n## Downtime/);
    expect(github.comments[0]?.body).toContain("✅ passed");

    expect((await comment(github, { run: failed() })).status).toBe(1);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("❌ failed");

    await comment(github, { given: { title: "Another -->title" } });
    expect(github.comments).toHaveLength(2);
    await comment(github, { given: { title: "Another -->title" } });
    expect(github.comments).toHaveLength(2);
  });

  test("is found behind other people's, on a later page; what others wrote is left alone", async () => {
    await using seed = await startGitHub();
    await comment(seed);
    const body = seed.comments[0]?.body ?? "";
    const others = Array.from({ length: 250 }, (_, id) => ({
      ...{ id, body: id % 2 === 0 ? body : "well done" },
      user: { login: "somebody", type: "User" as const },
    }));
    await using github = await startGitHub({ comments: [...others, { id: 900, body, user: ACTIONS_BOT }] });
    await comment(github, { run: failed() });
    expect(github.asked.at(-1)).toBe("PATCH /repos/org/repo/issues/comments/900");
    expect(github.comments.slice(0, 250)).toEqual(others);
    expect(github.comments).toHaveLength(251);
  });

  test("of a person's token is that person's, not another's and no bot's", async () => {
    await using seed = await startGitHub();
    await comment(seed);
    const body = seed.comments[0]?.body ?? "";
    const me = { login: "me", type: "User" } as const;
    await using github = await startGitHub({ as: me, comments: [{ id: 1, body, user: ACTIONS_BOT }] });
    await comment(github, { run: failed() });
    await comment(github, { run: comparison() });
    expect(github.comments.map(({ id, user }) => [id, user.login])).toEqual([
      [1, ACTIONS_BOT.login],
      [1001, "me"],
    ]);
    expect(github.comments[0]?.body).toBe(body);
  });

  test("with a token that may only read: a notice, and the job passes", async () => {
    const refuse = { status: 403, message: "Resource not accessible by integration" };
    await using github = await startGitHub({ refuse });
    const step = await comment(github);
    expect(said(step)).toEqual([
      expect.stringMatching(/^notice: comment on the pull request: .*pull-requests: write/),
    ]);
    expect(step.status).toBe(0);
  });

  test.each([
    [500, "Server Error"],
    [502, "Bad Gateway"],
    [401, "Bad credentials"],
    [403, "You have exceeded a secondary rate limit"],
  ])("when GitHub says %i: a warning, and the job passes", async (status, message) => {
    await using github = await startGitHub({ down: { status, message } });
    const step = await comment(github);
    expect(said(step)).toEqual([
      expect.stringContaining(`warning: comment on the pull request: it could not be written: ${message}`),
    ]);
    expect(step.status).toBe(0);
  });

  test("when nobody answers: a warning, and the job passes", async () => {
    let url = "";
    {
      await using github = await startGitHub();
      url = github.url;
    }
    const step = await comment({ url });
    expect(said(step)).toEqual([expect.stringMatching(/^warning: comment on the pull request/)]);
    expect(step.status).toBe(0);
  });

  test("outside of a pull request: a notice, and nothing is asked", async () => {
    await using github = await startGitHub();
    const step = await comment(github, { event: "push" });
    expect(said(step)).toEqual([
      expect.stringMatching(/^notice: .*not written: the event is push, not a pull request/),
    ]);
    expect(step.status).toBe(0);
    expect(github.asked).toEqual([]);
  });

  test("without a token: a warning; not asked for: nothing", async () => {
    await using github = await startGitHub();
    expect(said(await comment(github, { given: { "github-token": "" } }))).toEqual([
      expect.stringMatching(/^warning: .*github-token is empty/),
    ]);
    expect(said(await comment(github, { given: { comment: "false" } }))).toEqual([]);
    expect(github.asked).toEqual([]);
  });

  test("tells nobody whose name is in the results", async () => {
    await using github = await startGitHub();
    const text = "by @octocat, see org/other#12 and GH-34";
    await comment(github, { run: results({ conclusion: "failed", reason: text, guest: "@octocat" }) });
    const body = github.comments[0]?.body ?? "";
    expect(body).toContain("octocat");
    const outsideCode = body.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "");
    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|GH-\d/i);
  });
});
