/** Proves: the report step from dist/ works, and keeps one comment per title on a pull request. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Results } from "../../src/results/schema.ts";
import { temporaryFolder } from "../folder.ts";
import { comparison, failed, passed } from "../report/cases.ts";
import { results } from "../report/made-up.ts";
import { ACTIONS_BOT, type GitHub, startGitHub } from "./github-server.ts";
import { place, reportTests } from "./report-tests.ts";
import { type EndedStep, makeJob, readCommands } from "./runner.ts";

// The step is started as a runner starts it, with a GitHub stand-in on loopback.

describe("the report", () => reportTests(process.execPath));

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
