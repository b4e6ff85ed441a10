/**
 * A stand-in for the Actions cache service on loopback: the calls of CacheService (Twirp, JSON) that @actions/cache makes, and a
 * blob store for the Azure client. It keeps the bytes by key and version, like the real one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface CacheService extends AsyncDisposable {
  /** The variables that a runner sets for a step. */
  readonly environment: Record<string, string>;
  /** The names of the calls so far, and the methods of the blob requests. */
  readonly calls: string[];
  readonly keys: () => string[];
  /** From now on it accepts connections and never answers. */
  fallSilent(): void;
  /** Changes the bytes of all entries. */
  replaceBlobs(change: (bytes: Buffer) => Buffer): void;
}

interface Entry {
  readonly key: string;
  readonly version: string;
  readonly blocks: Map<string, Buffer>;
  bytes: Buffer;
  finished: boolean;
}

interface Asked {
  readonly key: string;
  readonly version: string;
  readonly restore_keys?: readonly string[];
}

const SERVICE = "/twirp/github.actions.results.api.v1.CacheService/";
const BLOBS = "/devstoreaccount1/cache/";

export async function startCacheService(): Promise<CacheService> {
  const entries: Entry[] = [];
  const calls: string[] = [];
  let silent = false;
  const server = createServer(async (request, response) => {
    if (silent) return;
    const body = await bodyOf(request);
    const url = new URL(request.url ?? "/", base());
    if (url.pathname.startsWith(SERVICE)) {
      const call = url.pathname.slice(SERVICE.length);
      calls.push(call);
      const answer = JSON.stringify(answerTo(call, JSON.parse(body.toString())));
      response.writeHead(200, { "content-type": "application/json" }).end(answer);
    } else if (url.pathname.startsWith(BLOBS)) {
      calls.push(request.method ?? "");
      blob(entries[Number(url.pathname.slice(BLOBS.length))], request, url, body, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const blobUrl = (entry: Entry) => `${base()}${BLOBS}${entries.indexOf(entry)}?sig=x`;

  function answerTo(call: string, asked: Asked): object {
    const entry = entries.find(({ key, version }) => key === asked.key && version === asked.version);
    switch (call) {
      case "GetCacheEntryDownloadURL": {
        // The key itself, or else the newest entry that begins with one of the others.
        const begins = ({ key }: Entry) => asked.restore_keys?.some((prefix) => key.startsWith(prefix));
        const found =
          entry ?? entries.findLast((one) => one.finished && one.version === asked.version && begins(one));
        return found?.finished
          ? { ok: true, signed_download_url: blobUrl(found), matched_key: found.key }
          : { ok: false };
      }
      case "CreateCacheEntry": {
        if (entry !== undefined) return { ok: false };
        const made: Entry = { ...asked, blocks: new Map(), bytes: Buffer.alloc(0), finished: false };
        entries.push(made);
        return { ok: true, signed_upload_url: blobUrl(made) };
      }
      case "FinalizeCacheEntryUpload":
        if (entry === undefined) return { ok: false };
        entry.finished = true;
        return { ok: true, entry_id: String(entries.indexOf(entry)) };
      default:
        throw new Error(`no such call: ${call}`);
    }
  }

  return {
    environment: {
      ACTIONS_RESULTS_URL: `${base()}/`,
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RUNTIME_TOKEN: "token",
      GITHUB_SERVER_URL: "https://github.com",
    },
    calls,
    keys: () => entries.filter(({ finished }) => finished).map(({ key }) => key),
    fallSilent: () => {
      silent = true;
    },
    replaceBlobs: (change) => {
      for (const entry of entries) entry.bytes = change(entry.bytes);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Put Blob, Put Block, Put Block List, Get Blob: https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api. */
function blob(
  entry: Entry | undefined,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  response: ServerResponse,
): void {
  const facts = { etag: '"1"', "last-modified": new Date(0).toUTCString(), "x-ms-version": "2024-11-04" };
  if (entry === undefined) {
    response.writeHead(404).end();
    return;
  }
  if (request.method === "PUT") {
    const block = url.searchParams.get("blockid");
    if (block !== null) entry.blocks.set(block, body);
    else if (url.searchParams.get("comp") === "blocklist") {
      const order = [...body.toString().matchAll(/<Latest>(.*?)<\/Latest>/g)].map(([, id]) => id ?? "");
      entry.bytes = Buffer.concat(order.map((id) => entry.blocks.get(id) ?? Buffer.alloc(0)));
    } else entry.bytes = body;
    response.writeHead(201, facts).end();
    return;
  }
  const asked = request.headers["x-ms-range"] ?? request.headers.range;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(String(asked)) ?? [];
  const first = Number(from ?? 0);
  const last = to ? Math.min(Number(to), entry.bytes.length - 1) : entry.bytes.length - 1;
  const part = entry.bytes.subarray(first, last + 1);
  const range = { "content-range": `bytes ${first}-${last}/${entry.bytes.length}` };
  response.writeHead(from === undefined ? 200 : 206, {
    ...facts,
    ...(from !== undefined && range),
    "content-length": part.length,
    "content-type": "application/octet-stream",
    "accept-ranges": "bytes",
  });
  response.end(request.method === "HEAD" ? undefined : part);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
