/** One comment on the pull request, updated by each run. Problems are reported and fail nothing. */
import { context, getOctokit } from "@actions/github";
import { messageOf } from "../base/errors.ts";
import type { Annotation } from "../report/annotations.ts";

/** The limit for all requests together. */
const DEADLINE_MS = 60_000;

type Octokit = ReturnType<typeof getOctokit>;

const told = (level: Annotation["level"], message: string): Annotation => ({
  level,
  title: "comment on the pull request",
  message,
});

/**
 * Writes the comment, or updates this token's comment that begins with `mark`. Never rejects.
 *
 * @returns what to report; null when the comment was written
 */
export async function writeComment(token: string, mark: string, body: string): Promise<Annotation | null> {
  const number: unknown = context.payload.pull_request?.number;
  if (typeof number !== "number")
    return told("notice", `not written: the event is ${context.eventName}, not a pull request`);
  if (token === "") return told("warning", "not written: github-token is empty");
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
        "not written: the token has no permission. It needs pull-requests: write, which GitHub does not give to pull requests from forks.",
      );
    return told("warning", `it could not be written: ${messageOf(error)}`);
  }
}

type RequestOptions = { readonly signal: AbortSignal };

/** The id of the first such comment. Other authors' comments with the same beginning are not touched. */
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

/** The token's user; null for a bot, which may not ask. */
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

/** GitHub also answers 403 when the rate limit is exceeded. */
const isReadOnly = (error: unknown): boolean =>
  statusOf(error) === 403 && !/rate limit/i.test(messageOf(error));
