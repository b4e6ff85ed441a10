/**
 * GET over HTTP(S). Follows redirects, and for each address uses the proxy that HTTP_PROXY, HTTPS_PROXY and
 * NO_PROXY select. It asks a proxy for the whole URL for http:, and for a tunnel for https: (RFC 9110,
 * sections 7.1 and 9.3.6), because many proxies refuse tunnels to ports other than 443.
 */
import { PassThrough, type Readable } from "node:stream";
import { getProxyForUrl } from "proxy-from-env";
import { Agent, type Dispatcher, ProxyAgent, request } from "undici";
import { messageOf } from "../base/errors.ts";
import { shownUrl } from "../base/url.ts";

export interface Answer {
  readonly status: number;
  header(name: string): string | null;
  readonly body: Body;
}

/** Must be read to its end, or destroyed. If the connection breaks, all received bytes come before the error. */
export interface Body extends AsyncIterable<Buffer> {
  destroy(): void;
}

export interface HttpClient extends AsyncDisposable {
  /**
   * The answer to the request, whatever its status. Its body ends with an error when the signal aborts.
   *
   * @throws Error with the network's message; FinalHttpError when a retry cannot help
   */
  get(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer>;
}

/** A failure that a retry cannot fix. */
export class FinalHttpError extends Error {
  override readonly name = "FinalHttpError";
}

/** The most bytes of a body that are buffered; then the server has to wait. */
const WAITING_BYTES = 2 ** 20;

const MOST_REDIRECTS = 10;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** The connections are closed on disposal. */
export function openHttpClient(): HttpClient {
  const dispatchers = new Map<string, Dispatcher>();
  const dispatcherFor = (url: string): Dispatcher => {
    const proxy = getProxyForUrl(url);
    const known = dispatchers.get(proxy);
    if (known !== undefined) return known;
    // The caller has its own deadlines.
    const times = { headersTimeout: 0, bodyTimeout: 0 };
    const made =
      proxy === "" ? new Agent(times) : new ProxyAgent({ ...times, uri: proxy, proxyTunnel: false });
    dispatchers.set(proxy, made);
    return made;
  };
  return {
    async get(first, headers, signal) {
      let url = first;
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await ask(url, dispatcherFor(url), headers, signal);
        const { statusCode, headers: fields } = answer;
        const body = readAtOnce(answer.body);
        const header = (name: string) => {
          const value = fields[name];
          return (Array.isArray(value) ? value[0] : value) ?? null;
        };
        const location = header("location");
        if (!REDIRECTS.includes(statusCode) || location === null) return { status: statusCode, header, body };
        body.destroy();
        url = nextUrl(location, url);
      }
      throw new FinalHttpError(`more than ${MOST_REDIRECTS} redirects`);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

async function ask(
  url: string,
  dispatcher: Dispatcher,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  try {
    return await request(url, { dispatcher, headers, signal });
  } catch (error) {
    signal.throwIfAborted();
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
      throw new FinalHttpError(
        `${message} (${code}). If your proxy signs the connections, set NODE_EXTRA_CA_CERTS to its certificate`,
      );
    }
    // undici's error for a proxy's 407, and for a proxy that is not a URL.
    if (code === "UND_ERR_INVALID_ARG") throw new FinalHttpError(message);
    throw new Error(message || code || messageOf(error));
  }
}

/**
 * Starts to read a body immediately. Otherwise a stream that breaks would discard its unread bytes, and its
 * error would end the process when nobody listens yet.
 */
function readAtOnce(body: Readable): Body {
  const arrived = new PassThrough({ highWaterMark: WAITING_BYTES });
  let fault: Error | null = null;
  body.on("error", (error) => {
    fault ??= error;
    arrived.end();
  });
  body.on("end", () => arrived.end());
  body.on("data", (chunk: Buffer) => {
    if (!arrived.write(chunk)) body.pause();
  });
  arrived.on("drain", () => body.resume());
  return {
    async *[Symbol.asyncIterator]() {
      yield* arrived as AsyncIterable<Buffer>;
      if (fault !== null) throw fault;
    },
    destroy() {
      body.destroy();
      arrived.destroy();
    },
  };
}

function nextUrl(location: string, from: string): string {
  const next = URL.canParse(location, from) ? new URL(location, from) : null;
  if (next === null || !/^https?:$/.test(next.protocol)) {
    throw new FinalHttpError(
      `redirected to ${JSON.stringify(shownUrl(location))}, which is not an http(s) URL`,
    );
  }
  return next.href;
}
