/** What tests of downloads begin with: a server on loopback that no proxy hides, a file that it has, and a way to fetch it. */
import { readFileSync } from "node:fs";
import { type DownloadRequest, download } from "../../src/guest/download.ts";
import { sha256, someBytes } from "./asset-server.ts";

export const BYTES = someBytes(300_000);
export const DIGEST = sha256(BYTES);
/** As long, and not the same. */
export const OTHER_BYTES = someBytes(300_000, 2);

export const PROXY_VARIABLES = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"].flatMap((name) => [
  name,
  name.toUpperCase(),
]);

/** Fetches BYTES, unless asked for something else; what came. Waits between attempts are short, deadlines are the real ones unless given. */
export async function fetchTo(
  path: string,
  url: string,
  asked: Partial<DownloadRequest> = {},
): Promise<Buffer> {
  await download({
    ...{ url, sha256: DIGEST, path, signal: new AbortController().signal, progress: () => undefined },
    ...asked,
    times: { firstWaitMs: 1, ...asked.times },
  });
  return readFileSync(path);
}

/** What a download was refused with. */
export const errorOf = (got: Promise<unknown>): Promise<unknown> =>
  got.then(
    () => new Error("it was downloaded"),
    (thrown: unknown) => thrown,
  );
