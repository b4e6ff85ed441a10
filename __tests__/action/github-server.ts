/** The endpoints of GitHub's REST API that a comment needs, on loopback: https://docs.github.com/rest/issues/comments. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
}

export interface GitHub extends AsyncDisposable {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly comments: Comment[];
  /** The requests so far, like "PATCH /repos/org/repo/issues/comments/7". */
  readonly asked: string[];
  readonly tokens: Set<string>;
}

export interface GitHubOptions {
  /** The token's owner. A bot's token may not ask for its owner. */
  readonly as?: Comment["user"];
  readonly comments?: readonly Comment[];
  /** The answer to all requests that write. */
  readonly refuse?: { readonly status: number; readonly message: string };
  /** The answer to all requests. */
  readonly down?: { readonly status: number; readonly message: string };
  /** At most 100, as on GitHub. */
  readonly mostPerPage?: number;
}

export const ACTIONS_BOT: Comment["user"] = { login: "github-actions[bot]", type: "Bot" };
const MOST_CHARACTERS = 65_536;

export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const { as = ACTIONS_BOT, refuse, down, mostPerPage = 100 } = options;
  const comments = (options.comments ?? []).map((comment) => ({ ...comment }));
  const asked: string[] = [];
  const tokens = new Set<string>();

  const answer = (request: IncomingMessage, response: ServerResponse, text: string) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const method = request.method ?? "";
    asked.push(`${method} ${url.pathname}`);
    tokens.add(request.headers.authorization ?? "");
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
      response.end(JSON.stringify(body));
    };
    const fail = ({ status, message }: { status: number; message: string }) => reply(status, { message });
    if (down !== undefined) return fail(down);
    if (method === "GET" && url.pathname === "/user") {
      if (as.type === "Bot") return fail({ status: 403, message: "Resource not accessible by integration" });
      return reply(200, as);
    }
    if (method === "GET" && url.pathname === "/repos/org/repo/issues/7/comments") {
      const perPage = Math.min(Number(url.searchParams.get("per_page") ?? 30), mostPerPage);
      const page = Number(url.searchParams.get("page") ?? 1);
      url.searchParams.set("page", String(page + 1));
      const more: Record<string, string> =
        page * perPage < comments.length ? { link: `<${url}>; rel="next"` } : {};
      return reply(200, comments.slice((page - 1) * perPage, page * perPage), more);
    }
    if (refuse !== undefined) return fail(refuse);
    const { body } = JSON.parse(text) as { body: string };
    if (body.length > MOST_CHARACTERS)
      return fail({ status: 422, message: "body is too long (maximum is 65536 characters)" });
    if (method === "POST" && url.pathname === "/repos/org/repo/issues/7/comments") {
      const comment = { id: 1000 + comments.length, body, user: as };
      comments.push(comment);
      return reply(201, comment);
    }
    const id = Number(/^\/repos\/org\/repo\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1]);
    const comment = comments.find((one) => one.id === id);
    if (method !== "PATCH" || comment === undefined) return fail({ status: 404, message: "Not Found" });
    comment.body = body;
    return reply(200, comment);
  };

  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
    });
    request.on("end", () => answer(request, response, text));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    asked,
    tokens,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
