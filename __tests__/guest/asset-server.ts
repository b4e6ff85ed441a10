/** An HTTP server on loopback that misbehaves on request, and records all requests. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface AssetServer extends AsyncDisposable {
  readonly url: string;
  /** Method, path and range of each request, in order. */
  readonly asked: string[];
  /** Sets the handler of a path; its `count` is 1 for the first request. @return the URL. */
  on(path: string, handler: Handler): string;
}

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Bytes that depend on the seed. */
export function someBytes(length: number, seed = 1): Buffer {
  const block = createHash("sha512").update(String(seed)).digest();
  return Buffer.alloc(length, Buffer.concat([block, Buffer.from(`${length}`)]));
}

export async function startServer(): Promise<AssetServer> {
  const handlers = new Map<string, Handler>();
  const counts = new Map<string, number>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const { range } = request.headers;
    asked.push(`${request.method} ${path}${range === undefined ? "" : ` ${range}`}`);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const handler = handlers.get(path);
    if (handler === undefined) response.writeHead(404).end("no such file");
    else handler(request, response, count);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    on(path, handler) {
      handlers.set(path, handler);
      return url + path;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A correct handler, with Range, If-Range and an ETag. */
export const whole =
  (bytes: Buffer, etag = '"one"'): Handler =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
    const headers = { etag, "accept-ranges": "bytes" };
    const same = request.headers["if-range"] === undefined || request.headers["if-range"] === etag;
    if (Number.isNaN(from) || !same) {
      response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
      return;
    }
    const rest = bytes.subarray(from);
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { ...headers, "content-length": rest.length, "content-range": range }).end(rest);
  };

/** Announces the whole length, sends the first part, and ends the connection. */
export const cutAfter =
  (bytes: Buffer, sent: number, etag = '"one"'): Handler =>
  (_request, response) => {
    response.writeHead(200, { "content-length": bytes.length, etag });
    response.write(bytes.subarray(0, sent));
    cut(response);
  };

/** Ends the connection after what was written; all of that arrives. */
export function cut(response: ServerResponse): void {
  response.socket?.end();
}

/** One handler per request; the last one also handles all later requests. */
export const inTurn =
  (...handlers: [Handler, ...Handler[]]): Handler =>
  (request, response, count) =>
    (handlers[count - 1] ?? handlers.at(-1))?.(request, response, count);

export const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(code, headers).end(`status ${code}`);
  };
