import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Results } from "../../src/results/schema.ts";
import { temporaryFolder } from "../e2e/product.ts";
import { comparison, failed, passed, recorded } from "../report/cases.ts";
import { results, unsupported } from "../report/made-up.ts";
import { ACTIONS_BOT, type GitHub, startGitHub } from "./github-server.ts";
import { installNodes, NODES } from "./nodes.ts";
import { type EndedStep, type Job, makeJob, named, readCommands } from "./runner.ts";

// The step of report/action.yml from dist/, started as a runner starts it, beside a GitHub on loopback.

beforeAll(installNodes, 300_000);

function place(job: Job, folder: string, content: Results | string): void {
  const path = join(job.folder, "workspace", folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "results.json"), typeof content === "string" ? content : JSON.stringify(content));
}

const read = (job: Job, path: string) => readFileSync(join(job.folder, "workspace", path), "utf8");

describe.each(NODES)("%s", (_, node) => {
  test("runs that passed: one page, one report, outputs, status 0", async () => {
    using job = makeJob(node);
    place(job, "results/trixie", recorded("alone-7.2"));
    place(job, "results/sid", passed());
    place(job, "results/node_modules/x", "{}");
    const step = await job.start("report", { results: "results", "output-dir": "report" }).ended;
    expect(step, step.log).toMatchObject({ status: 0 });
    expect(named(step.log, "error")).toEqual([]);
    const folder = join(job.folder, "workspace/report");
    expect(job.outputs()).toEqual({
      ...{ conclusion: "passed", runs: "2", passed: "2", failed: "0", broken: "0" },
      "worst-outage-ms": String(Math.max(...mediansOf(recorded("alone-7.2")), ...mediansOf(passed()))),
      report: join(folder, "report.html"),
      junit: join(folder, "junit.xml"),
      benchmark: join(folder, "benchmark.json"),
      "output-dir": folder,
    });
    expect(job.summary()).toMatch(/^\*\*✅ passed\*\*: 2 runs · worst median outage/m);
    expect(job.summary()).toBe(read(job, "report/summary.md"));
    expect(read(job, "report/report.html")).toContain("results/trixie");
  });

  test("a run that failed, a broken file and one that is missing: each an error, the rest counts, status 1", async () => {
    using job = makeJob(node);
    place(job, "a", passed());
    place(job, "b", failed());
    place(job, "c", '{"schemaVersion": 99}');
    const inputs = { results: "a\n b \n*/results.json\nnowhere", summary: "false" };
    const step = await job.start("report", inputs).ended;
    expect(step.status).toBe(1);
    expect(named(step.log, "error").map(({ title, message }) => [title, message])).toEqual([
      [expect.stringMatching(/^QEMU .* failed$/), failed().reason],
      ["results could not be read", expect.stringMatching(/^c\/results\.json: of schema version 99/)],
      ["results could not be read", expect.stringMatching(/^nowhere: missing: /)],
    ]);
    expect(job.outputs()).toMatchObject({
      conclusion: "failed",
      runs: "2",
      passed: "1",
      failed: "1",
      broken: "2",
    });
    expect(job.summary()).toBe("");
    expect(read(job, "tap-migration-report/summary.md")).toMatch(/c\/results\.json\\?: of schema version 99/);
  });

  test("nothing found: failed, and said", async () => {
    using job = makeJob(node);
    const step = await job.start("report").ended;
    expect(step.status).toBe(1);
    expect(named(step.log, "error")).toHaveLength(1);
    expect(job.outputs()).toMatchObject({ conclusion: "failed", runs: "0", broken: "1" });
    expect(job.outputs()).not.toHaveProperty("report");
    expect(job.outputs()).not.toHaveProperty("worst-outage-ms");
  });

  test("bad inputs: all in one message, nothing written", async () => {
    using job = makeJob(node);
    const step = await job.start("report", { comment: "maybe", summary: "1", result: "x" }).ended;
    expect(step.status).toBe(1);
    const [warning, error, ...more] = readCommands(step.log);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({
      name: "warning",
      message: expect.stringMatching(/^result: .* is ignored/),
    });
    for (const name of ["comment", "summary"])
      expect(error?.message).toMatch(new RegExp(`^  ${name}: `, "m"));
    expect(job.outputs()).toEqual({ conclusion: "failed" });
  });

  test("text of a run can't command the runner", async () => {
    using job = makeJob(node);
    const text = "x\n::error::not ours\r\n##[add-mask]y\u001b[2J";
    place(job, "a", results({ conclusion: "failed", reason: text, scenarios: [unsupported(text)] }));
    const step = await job.start("report", { results: "a\n::warning::no such" }).ended;
    expect(readCommands(step.log).map(({ name }) => name)).toEqual(["error", "error"]);
    expect(step.log).not.toContain("\u001b");
  });
});

const mediansOf = ({ scenarios }: Results) => scenarios.flatMap(({ stats }) => stats?.outageMs.median ?? []);

describe("the comment", () => {
  const node = process.execPath;

  /** A step for pull request 7. */
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
    expect(said(step)).toEqual([expect.stringMatching(/^notice: .*no event of a pull request, but push/)]);
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
