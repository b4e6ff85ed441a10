/** One comment on the pull request, renewed by each run. What goes wrong with it is told, and fails nothing. */
import { context, getOctokit } from "@actions/github";
import { messageOf } from "../base/errors.ts";
import type { Annotation } from "../report/annotations.ts";

/** All requests together. */
const DEADLINE_MS = 60_000;

type Octokit = ReturnType<typeof getOctokit>;

const told = (level: Annotation["level"], message: string): Annotation => ({
  level,
  title: "comment on the pull request",
  message,
});

/**
 * Writes the comment, or renews the one that begins with `mark` and is this token's own. Never rejects.
 *
 * @returns what is to be told; null when all went well
 */
export async function writeComment(token: string, mark: string, body: string): Promise<Annotation | null> {
  const number: unknown = context.payload.pull_request?.number;
  if (typeof number !== "number")
    return told("notice", `there is none: this is no event of a pull request, but ${context.eventName}`);
  if (token === "") return told("warning", "there is none: github-token is empty");
  try {
    const octokit = getOctokit(token);
    const request = { signal: AbortSignal.timeout(DEADLINE_MS) };
    const own = await findOwn(octokit, number, mark, request);
    if (own === null)
      await octokit.rest.issues.createComment({ ...context.repo, issue_number: number, body, request });
    else await octokit.rest.issues.updateComment({ ...context.repo, comment_id: own, body, request });
    return null;
  } catch (error) {
    if (isReadOnly(error))
      return told(
        "notice",
        "there is none: the token may not write it. It needs the permission pull-requests: write, which GitHub takes away in pull requests from forks.",
      );
    return told("warning", `it could not be written: ${messageOf(error)}`);
  }
}

type RequestOptions = { readonly signal: AbortSignal };

/** The id of the first such comment. A comment of somebody else's that begins alike is not touched. */
async function findOwn(
  octokit: Octokit,
  number: number,
  mark: string,
  request: RequestOptions,
): Promise<number | null> {
  const login = await loginOf(octokit, request);
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
    ...context.repo,
    issue_number: number,
    per_page: 100,
    request,
  });
  for await (const { data } of pages) {
    const own = data.find(
      ({ body, user }) =>
        body?.startsWith(mark) && (login === null ? user?.type === "Bot" : user?.login === login),
    );
    if (own !== undefined) return own.id;
  }
  return null;
}

/** Whose token it is; null: a bot's, which may not ask. */
async function loginOf(octokit: Octokit, request: RequestOptions): Promise<string | null> {
  try {
    return (await octokit.rest.users.getAuthenticated({ request })).data.login;
  } catch (error) {
    if (statusOf(error) === 403) return null;
    throw error;
  }
}

const statusOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "status" in error ? error.status : undefined;

/** 403 is also what GitHub says to those who ask too often. */
const isReadOnly = (error: unknown): boolean =>
  statusOf(error) === 403 && !/rate limit/i.test(messageOf(error));
