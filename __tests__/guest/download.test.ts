/** Proves: a download survives cuts, redirects and retries, and never leaves a wrong file. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ConfigurationError } from "../../src/base/errors.ts";
import type { DownloadRequest, Progress } from "../../src/guest/download.ts";
import { forEachTest, useFolder } from "../for-each-test.ts";
import { asRoot } from "../host/as-root.ts";
import { cut, cutAfter, type Handler, inTurn, sha256, startServer, status, whole } from "./asset-server.ts";
import { BYTES, DIGEST, errorOf, fetchTo, OTHER_BYTES, PROXY_VARIABLES } from "./fetching.ts";

const folder = useFolder();
const server = forEachTest(startServer);
beforeEach(() => {
  for (const name of PROXY_VARIABLES) vi.stubEnv(name, "");
});

/** Downloads to the test's folder; the bytes. */
const get = (url: string, asked: Partial<DownloadRequest> = {}) => fetchTo(folder.at("file"), url, asked);

/** The message of the refusal. Checks that nothing was left on the disk. */
async function refusal(got: Promise<unknown>): Promise<string> {
  const error = await errorOf(got);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(existsSync(folder.path) ? readdirSync(folder.path) : []).toEqual([]);
  return (error as Error).message;
}

describe("a file is downloaded", () => {
  test("in one piece, with progress up to the end", async () => {
    const seen: Progress[] = [];
    const progress = (one: Progress) => seen.push(one);
    expect((await get(server.on("/f", whole(BYTES)), { progress })).equals(BYTES)).toBe(true);
    expect(server.asked).toEqual(["GET /f"]);
    expect(seen[0]).toMatchObject({ receivedBytes: 0, totalBytes: BYTES.length });
    expect(seen.at(-1)).toMatchObject({ receivedBytes: BYTES.length, totalBytes: BYTES.length });
    expect(seen.at(-1)?.bytesPerSecond).toBeGreaterThan(0);
  });

  test("an empty one", async () => {
    const empty = Buffer.alloc(0);
    const got = await get(server.on("/f", whole(empty)), { sha256: sha256(empty) });
    expect(got).toHaveLength(0);
  });

  test("from a server that does not say how long it is", async () => {
    const url = server.on("/f", (_request, response) => {
      response.write(BYTES.subarray(0, 1000));
      response.end(BYTES.subarray(1000));
    });
    expect((await get(url)).equals(BYTES)).toBe(true);
  });

  test("by redirects, relative and to another host", async () => {
    await using other = await startServer();
    const last = other.on("/there", whole(BYTES));
    server.on("/b/near", status(307, { location: last }));
    const url = server.on("/a/f", status(302, { location: "../b/near" }));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect([...server.asked, ...other.asked]).toEqual(["GET /a/f", "GET /b/near", "GET /there"]);
  });

  test("after two times 500", async () => {
    const url = server.on("/f", inTurn(status(500), status(500), whole(BYTES)));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect(server.asked).toHaveLength(3);
  });

  test("no sooner than Retry-After says", async () => {
    const times: number[] = [];
    const stamped =
      (handler: Handler): Handler =>
      (...args) => {
        times.push(performance.now());
        handler(...args);
      };
    const url = server.on("/f", inTurn(stamped(status(429, { "retry-after": "1" })), stamped(whole(BYTES))));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test("after a cut, from where it was", async () => {
    const url = server.on("/f", inTurn(cutAfter(BYTES, 150_000), whole(BYTES)));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect(server.asked).toEqual(["GET /f", "GET /f bytes=150000-"]);
  });

  test("after many cuts, because each attempt gets further", async () => {
    const piece: Handler = (request, response) => {
      const from = Number(/\d+/.exec(request.headers.range ?? "0")?.[0]);
      response.writeHead(from === 0 ? 200 : 206, {
        "content-length": BYTES.length - from,
        ...(from > 0 && { "content-range": `bytes ${from}-${BYTES.length - 1}/${BYTES.length}` }),
      });
      response.write(BYTES.subarray(from, from + 40_000));
      cut(response);
    };
    expect((await get(server.on("/f", piece))).equals(BYTES)).toBe(true);
    expect(server.asked).toHaveLength(8);
  });

  test("after a cut from a server without Range: from the beginning", async () => {
    const plain: Handler = (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length }).end(BYTES);
    };
    const url = server.on("/f", inTurn(cutAfter(BYTES, 150_000), plain));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect(server.asked).toEqual(["GET /f", "GET /f bytes=150000-"]);
  });

  test("after a cut and a change of the file in between: the new one, whole", async () => {
    const url = server.on("/f", inTurn(cutAfter(OTHER_BYTES, 150_000, '"old"'), whole(BYTES, '"new"')));
    expect((await get(url)).equals(BYTES)).toBe(true);
  });

  test("after a cut and a change that the server did not notice: anew", async () => {
    const url = server.on("/f", inTurn(cutAfter(OTHER_BYTES, 150_000), whole(BYTES)));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect(server.asked).toEqual(["GET /f", "GET /f bytes=150000-", "GET /f"]);
  });

  test("after a 416: from the beginning", async () => {
    const url = server.on("/f", inTurn(cutAfter(BYTES, 150_000), status(416), whole(BYTES)));
    expect((await get(url)).equals(BYTES)).toBe(true);
    expect(server.asked.at(-1)).toBe("GET /f");
  });

  test("from a server that falls silent once", async () => {
    const silent: Handler = (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length, etag: '"one"' });
      response.write(BYTES.subarray(0, 1000));
    };
    const url = server.on("/f", inTurn(silent, whole(BYTES)));
    expect((await get(url, { times: { stallMs: 300 } })).equals(BYTES)).toBe(true);
    expect(server.asked).toEqual(["GET /f", "GET /f bytes=1000-"]);
  });
});

describe("a file is refused, with the reason, and nothing of it stays", () => {
  test("404: at once", async () => {
    const message = await refusal(get(`${server.url}/missing`));
    expect(message).toContain(`${server.url}/missing could not be downloaded: the server answered 404`);
    expect(server.asked).toHaveLength(1);
  });

  test("500 for ever: after five attempts", async () => {
    const message = await refusal(get(server.on("/f", status(503))));
    expect(message).toContain("the server answered 503; tried 5 times in a row");
    expect(server.asked).toHaveLength(5);
  });

  test("a Retry-After of an hour", async () => {
    const message = await refusal(get(server.on("/f", status(503, { "retry-after": "3600" }))));
    expect(message).toContain("the server answered 503 and asks to come back in 3600 s");
  });

  test("another sha256, with both digests and the bytes", async () => {
    const message = await refusal(get(server.on("/f", whole(OTHER_BYTES))));
    expect(message).toContain(
      `wrong sha256: expected ${DIGEST}, received ${sha256(OTHER_BYTES)}, 2 times; received 300000 of 300000 bytes`,
    );
    expect(server.asked).toEqual(["GET /f", "GET /f"]);
  });

  test("wrong bytes behind a cut", async () => {
    const message = await refusal(get(server.on("/f", inTurn(cutAfter(BYTES, 1000), whole(OTHER_BYTES)))));
    expect(message).toContain(`received ${sha256(OTHER_BYTES)}`);
  });

  test("a server that nobody runs", async () => {
    const { url } = server;
    await server[Symbol.asyncDispose]();
    expect(await refusal(get(`${url}/f`))).toMatch(/ECONNREFUSED.*tried 5 times in a row; received 0 bytes/);
  });

  test("a slow trickle, when its time is over", async () => {
    const timers: NodeJS.Timeout[] = [];
    const url = server.on("/f", (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      let sent = 0;
      timers.push(setInterval(() => response.write(BYTES.subarray(sent, ++sent)), 20));
    });
    try {
      const message = await refusal(get(url, { times: { overallMs: 1000, stallMs: 500 } }));
      expect(message).toMatch(
        /not complete after 1 s, the limit for a download; received [1-9]\d* of 300000 bytes/,
      );
      expect(server.asked).toHaveLength(1);
    } finally {
      timers.forEach(clearInterval);
    }
  });

  test("an abort is not turned into anything else", async () => {
    const controller = new AbortController();
    const url = server.on("/f", (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 1000), () => controller.abort(new Error("cancelled")));
    });
    await expect(get(url, { signal: controller.signal })).rejects.toThrow(/^cancelled$/);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

describe("a full disk", () => {
  let small: string;
  beforeEach(() => {
    small = folder.at("small");
    mkdirSync(small);
    asRoot("mount", "-t", "tmpfs", "-o", `size=128k,uid=${process.getuid?.()}`, "tmpfs", small);
  });
  afterEach(() => void asRoot("umount", small));

  const attempt = async (url: string) => {
    const error = await errorOf(fetchTo(join(small, "file"), url));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(readdirSync(small)).toEqual([]);
    return (error as Error).message;
  };

  test("is noticed before anything is written, where the length is known", async () => {
    const message = await attempt(server.on("/f", whole(BYTES)));
    expect(message).toContain(`${small} has no room for ${server.url}/f: needed 0.3 MiB, free 0.1 MiB`);
  });

  test("is said, and cleared, where it is not", async () => {
    const message = await attempt(
      server.on("/f", (_request, response) => {
        response.write(BYTES.subarray(0, 1000));
        response.end(BYTES.subarray(1000));
      }),
    );
    expect(message).toContain(`${small} has no room for ${server.url}/f: needed more than 0.`);
    expect(server.asked).toHaveLength(1);
  });
});

describe("a proxy", () => {
  test("is asked for the whole URL, and not for what NO_PROXY names", async () => {
    const seen: string[] = [];
    const proxy = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      whole(BYTES)(request, response, 1);
    });
    proxy.on("connect", (request, socket) => {
      seen.push(`CONNECT ${request.url}`);
      socket.destroy();
    });
    await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
    vi.stubEnv("http_proxy", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    vi.stubEnv("no_proxy", "127.0.0.1");
    try {
      const far = "http://mirror.invalid/f";
      expect((await get(far)).equals(BYTES)).toBe(true);
      rmSync(folder.at("file"));
      expect((await get(server.on("/near", whole(BYTES)))).equals(BYTES)).toBe(true);
      expect(seen).toEqual([`GET ${far}`]);
      expect(server.asked).toEqual(["GET /near"]);
      rmSync(folder.at("file"));
      // A redirect leaves the proxy behind.
      server.on("/redirect", status(302, { location: "http://other.invalid/f" }));
      expect((await get(`${server.url}/redirect`)).equals(BYTES)).toBe(true);
      expect(seen.at(-1)).toBe("GET http://other.invalid/f");
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  test("that wants a password is said to", async () => {
    const proxy = createServer((_request, response) => {
      response.writeHead(407).end();
    });
    await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
    vi.stubEnv("http_proxy", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    try {
      expect(await refusal(get("http://mirror.invalid/f"))).toContain("407");
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});
