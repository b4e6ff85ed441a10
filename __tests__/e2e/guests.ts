/** For tests of guests that are fetched over HTTP. All other e2e tests use the micro guest. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { temporaryFolder } from "../folder.ts";
import { type AssetServer, sha256, startServer, whole } from "../guest/asset-server.ts";
import { leftovers } from "./product.ts";

/** Long, for TCG on a busy machine. Only a timeout, never a measure. */
export const PATIENCE_MS = 300_000;
export const RUN = ["run", "--accel", "tcg", "--scenarios", "new-tap"];
/** No proxy between us and the server on loopback. */
export const env = { no_proxy: "127.0.0.1", NO_PROXY: "127.0.0.1" };

export let server: AssetServer;
const folder = temporaryFolder();
export const cache = join(folder.path, "cache");
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});
afterEach(() => expect(leftovers()).toEqual([]));

/** Puts a file on the server. @return its URL and digest. */
export function serve(path: string, file: string): { url: string; digest: string } {
  const bytes = readFileSync(file);
  return { url: server.on(path, whole(bytes)), digest: sha256(bytes) };
}

export const qmpOf = (out: string, side: string) =>
  readFileSync(join(out, `new-tap/iteration-001/${side}.qmp.log`), "utf8");
