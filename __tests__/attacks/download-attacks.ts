/** Attacks by the answers of a server, or of somebody in between, to a download. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { ConfigurationError } from "../../src/base/errors.ts";
import type { DownloadRequest } from "../../src/guest/download.ts";
import { temporaryFolder } from "../folder.ts";
import {
  type AssetServer,
  cut,
  cutAfter,
  type Handler,
  inTurn,
  startServer,
  status,
  whole,
} from "../guest/asset-server.ts";
import { BYTES, errorOf, fetchTo, PROXY_VARIABLES } from "../guest/fetching.ts";
import type { Attack } from "./attack.ts";

const CUT_AT = 150_000;

/** A server, and downloads from it. */
interface Tried {
  readonly server: AssetServer;
  /** The message of the refusal. Checks that nothing was left on the disk. */
  refusal(url: string, asked?: Partial<DownloadRequest>): Promise<string>;
  /** Downloads the file and checks its bytes. */
  had(url: string): Promise<void>;
}

const row = (attack: string, holds: string, tried: (tried: Tried) => Promise<void>): Attack => ({
  ...{ kind: "downloads", attack, holds },
  async run() {
    // What is tried is on loopback, whatever proxy there is.
    for (const name of PROXY_VARIABLES) delete process.env[name];
    using folder = temporaryFolder();
    await using server = await startServer();
    const get = (url: string, asked?: Partial<DownloadRequest>) => fetchTo(folder.at("file"), url, asked);
    await tried({
      server,
      async refusal(url, asked) {
        const error = await errorOf(get(url, asked));
        assert.ok(error instanceof ConfigurationError, String(error));
        assert.deepEqual(readdirSync(folder.path), []);
        return error.message;
      },
      async had(url) {
        assert.ok((await get(url)).equals(BYTES));
      },
    });
  },
});

/** Answers a whole request with the first half of the file, and a request for the missing part with `rest`. */
const halfThen =
  (rest: Handler): Handler =>
  (request, response, count) =>
    (request.headers.range === undefined ? cutAfter(BYTES, CUT_AT) : rest)(request, response, count);

/** A 206 with any headers and bytes. */
const part =
  (headers: Readonly<Record<string, string>>, bytes = BYTES.subarray(CUT_AT)): Handler =>
  (_request, response) => {
    response.writeHead(206, headers).end(bytes);
  };

const range = (from: number, to: number, of: number | string) => ({
  "content-range": `bytes ${from}-${to}/${of}`,
});
const LAST = BYTES.length - 1;

const RANGES: readonly [attack: string, headers: Readonly<Record<string, string>>][] = [
  ["an answer to Range from the beginning", range(0, LAST, BYTES.length)],
  ["an answer to Range from one byte further", range(CUT_AT + 1, LAST, BYTES.length)],
  ["an answer to Range of a longer file", range(CUT_AT, LAST, BYTES.length + 1)],
  ["an answer to Range that reaches beyond the file", range(CUT_AT, BYTES.length, BYTES.length)],
  ["an answer to Range without a Content-Range", {}],
  ["an answer to Range in words", { "content-range": "bytes half-all/much" }],
  [
    "an answer to Range in several parts",
    { ...range(CUT_AT, LAST, BYTES.length), "content-type": "multipart/byteranges; boundary=x" },
  ],
];

export const DOWNLOAD_ATTACKS: readonly Attack[] = [
  ...RANGES.flatMap(([attack, headers]) => [
    row(
      `${attack}, each time`,
      "what comes a second time is no progress: five tries, and none of it is kept",
      async ({ server, refusal }) => {
        const message = await refusal(server.on("/f", halfThen(part(headers))));
        assert.match(message, /tried 5 times in a row/);
        assert.ok(server.asked.length <= 6, server.asked.join());
      },
    ),
    row(
      `${attack}, once`,
      "the file is fetched anew, and is the one that is meant",
      async ({ server, had }) => {
        await had(server.on("/f", inTurn(cutAfter(BYTES, CUT_AT), part(headers), whole(BYTES))));
      },
    ),
  ]),
  row("a part that nobody asked for", "it is not taken for the file", async ({ server, refusal }) => {
    const message = await refusal(server.on("/f", part(range(0, LAST, BYTES.length), BYTES)));
    assert.match(message, /sent a different part of the file than requested; tried 5 times/);
  }),
  row("a server that knows no Range, and is cut each time", "five tries", async ({ server, refusal }) => {
    assert.match(await refusal(server.on("/f", cutAfter(BYTES, CUT_AT))), /tried 5 times in a row/);
    assert.equal(server.asked.length, 5);
  }),
  row(
    "cuts at ever the same places, now sooner, now later",
    "only what is further than ever is progress",
    async ({ server, refusal }) => {
      const places = [1000, 2000];
      const url = server.on("/f", (request, response, count) =>
        cutAfter(BYTES, places[count % 2] ?? 0)(request, response, count),
      );
      assert.match(await refusal(url), /tried 5 times in a row/);
      assert.ok(server.asked.length <= 7);
    },
  ),
  row(
    "one byte, and the end of the connection, for ever",
    "so many requests, and no more",
    async ({ server, refusal }) => {
      const url = server.on("/f", (request, response) => {
        const from = Number(/\d+/.exec(request.headers.range ?? "0")?.[0]);
        response.writeHead(from === 0 ? 200 : 206, {
          "content-length": BYTES.length - from,
          ...(from > 0 && range(from, LAST, BYTES.length)),
        });
        response.write(BYTES.subarray(from, from + 1));
        cut(response);
      });
      assert.match(await refusal(url), /asked for the rest 100 times; received 100 of 300000 bytes/);
      assert.equal(server.asked.length, 100);
    },
  ),
  row(
    "bytes without end, and no length",
    "it ends where a file is too large, and nothing stays",
    async ({ server, refusal }) => {
      const url = server.on("/f", (_request, response) => {
        const block = Buffer.alloc(100_000);
        const more = () => {
          while (!response.destroyed && response.write(block));
        };
        response.on("drain", more);
        more();
      });
      assert.match(
        await refusal(url, { mostBytes: 2 ** 20 }),
        /it has more than 1\.0 MiB, the largest size allowed/,
      );
      assert.equal(server.asked.length, 1);
    },
  ),
  row(
    "a length beyond any file's",
    "nothing is written, and nobody asks again",
    async ({ server, refusal }) => {
      const url = server.on("/f", (_request, response) => {
        response.writeHead(200, { "content-length": 2 ** 50 });
        response.write("x");
      });
      assert.match(
        await refusal(url),
        /it has more than 16384\.0 MiB, the largest size allowed; received 0 of/,
      );
      assert.equal(server.asked.length, 1);
    },
  ),
  row(
    "more bytes than the part was announced to have",
    "they are not taken, and it ends",
    async ({ server, refusal }) => {
      const url = server.on("/f", halfThen(part(range(CUT_AT, CUT_AT + 9, BYTES.length))));
      assert.match(await refusal(url), /tried 5 times in a row/);
      assert.ok(server.asked.length <= 6, server.asked.join());
    },
  ),
  row("a ring of redirects", "it is left after ten", async ({ server, refusal }) => {
    const url = server.on("/ring", status(302, { location: "/ring" }));
    assert.match(await refusal(url), /more than 10 redirects/);
    assert.equal(server.asked.length, 11);
  }),
  ...[
    "file:///etc/passwd",
    "ftp://127.0.0.1/f",
    "data:text/plain,x",
    "javascript:1",
    "http://",
    "gopher://x:1/",
  ].map((location) =>
    row(`a redirect to ${location}`, "it is not followed, and said", async ({ server, refusal }) => {
      const message = await refusal(server.on("/f", status(302, { location })));
      assert.match(message, /redirected to ".*", which is not an http\(s\) URL/);
      assert.equal(server.asked.length, 1);
    }),
  ),
  row(
    "a redirect without an address",
    "it is an answer like any other, and refused",
    async ({ server, refusal }) => {
      assert.match(await refusal(server.on("/f", status(302))), /the server answered 302/);
    },
  ),
];
