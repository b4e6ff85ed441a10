/** Proves: assets are fetched once, verified by sha256 and shared between runs, whatever a server or a dead run does. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ConfigurationError } from "../../src/base/errors.ts";
import { type AssetEvent, type AssetStore, obtainAssets } from "../../src/guest/asset-store.ts";
import type { Asset, AssetName } from "../../src/guest/assets.ts";
import type { AssetCache } from "../../src/guest/cache-port.ts";
import { forEachTest, useFolder } from "../for-each-test.ts";
import { type Handler, inTurn, sha256, someBytes, startServer, status, whole } from "./asset-server.ts";
import { BYTES, DIGEST, OTHER_BYTES, PROXY_VARIABLES } from "./fetching.ts";

const folder = useFolder();
const server = forEachTest(startServer);
let events: AssetEvent[];
beforeEach(() => {
  for (const name of PROXY_VARIABLES) vi.stubEnv(name, "");
  events = [];
});

const store = (given: Partial<AssetStore> = {}): AssetStore => ({
  cacheDir: folder.at("cache"),
  cache: null,
  emit: (event) => events.push(event),
  signal: new AbortController().signal,
  times: { firstWaitMs: 10 },
  ...given,
});
const asset = (location: string, digest: string | null = DIGEST, name: AssetName = "iso"): Asset => ({
  ...{ name, location, sha256: digest },
});
const obtain = async (one: Asset, given: Partial<AssetStore> = {}) =>
  (await obtainAssets([one], store(given)))[0]?.path ?? "";
const cached = () => {
  const assets = folder.at("cache/assets");
  return existsSync(assets) ? readdirSync(assets).sort() : [];
};
const warnings = () => events.flatMap((event) => (event.kind === "warning" ? [event.text] : []));

describe("a URL", () => {
  test("is fetched once, kept by its sha256, and asked for no more", async () => {
    const url = server.on("/f", whole(BYTES));
    const path = await obtain(asset(url));
    expect(path).toBe(folder.at("cache/assets", DIGEST));
    expect(readFileSync(path).equals(BYTES)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(events.at(-1)).toMatchObject({ kind: "download", asset: "iso", url, done: true });
    events = [];
    expect(await obtain(asset(url))).toBe(path);
    expect(server.asked).toEqual(["GET /f"]);
    expect(events).toEqual([]);
    expect(cached()).toEqual([DIGEST]);
  });

  test("without sha256 is refused, and nobody is asked", async () => {
    await expect(obtain(asset(server.on("/f", whole(BYTES)), null))).rejects.toThrow(ConfigurationError);
    expect(server.asked).toEqual([]);
  });

  test.each([
    ["cut", (path: string) => truncateSync(path, 1000)],
    ["changed", (path: string) => writeFileSync(path, OTHER_BYTES)],
    ["empty", (path: string) => truncateSync(path, 0)],
  ])("whose cached file is damaged (%s) is fetched again, with a warning", async (_what, damage) => {
    const url = server.on("/f", whole(BYTES));
    const path = await obtain(asset(url));
    damage(path);
    const digest = sha256(readFileSync(path));
    expect(await obtain(asset(url))).toBe(path);
    expect(readFileSync(path).equals(BYTES)).toBe(true);
    expect(server.asked).toHaveLength(2);
    expect(warnings()).toEqual([
      `iso: the cached file ${path} is damaged (its sha256 is ${digest}): it is deleted and downloaded again`,
    ]);
  });

  test("that sends wrong bytes leaves the cache as it was", async () => {
    await obtain(asset(server.on("/f", whole(BYTES))));
    const wrong = server.on("/wrong", whole(someBytes(10)));
    await expect(obtain(asset(wrong, sha256(someBytes(11))))).rejects.toThrow(/wrong sha256/);
    expect(cached()).toEqual([DIGEST]);
  });

  test("never shows an unverified byte under the name that is used", async () => {
    const path = folder.at("cache/assets", DIGEST);
    const seen: boolean[] = [];
    const url = server.on("/f", (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 100_000), () => {
        seen.push(existsSync(path));
        response.end(BYTES.subarray(100_000));
      });
    });
    await obtain(asset(url));
    expect(seen).toEqual([false]);
  });

  test("has what a killed run left of it cleared away, and nothing else", async () => {
    const assets = folder.at("cache/assets");
    mkdirSync(assets, { recursive: true });
    writeFileSync(join(assets, `${DIGEST}.0-0.part`), "abc");
    const other = `${sha256(someBytes(1))}.0-0.part`;
    writeFileSync(join(assets, other), "abc");
    await obtain(asset(server.on("/f", whole(BYTES))));
    expect(cached()).toEqual([DIGEST, other].sort());
  });
});

describe("several", () => {
  test("pieces come side by side: neither server answers before both are asked", async () => {
    const other = someBytes(1000, 3);
    const waiting: (() => void)[] = [];
    const together =
      (bytes: Buffer): Handler =>
      (...args) => {
        waiting.push(() => whole(bytes)(...args));
        if (waiting.length === 2) for (const answer of waiting) answer();
      };
    const stored = await obtainAssets(
      [
        asset(server.on("/k", together(BYTES)), DIGEST, "kernel"),
        asset(server.on("/i", together(other)), sha256(other), "initrd"),
      ],
      store(),
    );
    expect(stored.map(({ name, sha256: digest }) => [name, digest])).toEqual([
      ["kernel", DIGEST],
      ["initrd", sha256(other)],
    ]);
  });

  test("when one piece can't be had, the other is given up, and its reason is not told", async () => {
    const url = server.on("/slow", (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 1000));
    });
    const both = [
      asset(url, DIGEST, "kernel"),
      asset(`${server.url}/missing`, sha256(someBytes(9)), "initrd"),
    ];
    await expect(obtainAssets(both, store())).rejects.toThrow(/missing could not be downloaded: .* 404/);
    expect(cached()).toEqual([]);
  });

  test("runs at once share one download", async () => {
    const url = server.on("/f", (...args) => setTimeout(() => whole(BYTES)(...args), 600));
    const paths = await Promise.all([obtain(asset(url)), obtain(asset(url)), obtain(asset(url))]);
    expect(new Set(paths).size).toBe(1);
    expect(server.asked).toEqual(["GET /f"]);
    expect(events.filter(({ kind }) => kind === "note")).toHaveLength(2);
    expect(cached()).toEqual([DIGEST]);
  });

  test("the one that waits goes on when the one that fetches fails", async () => {
    const url = server.on(
      "/f",
      inTurn((...args) => setTimeout(() => status(404)(...args), 600), whole(BYTES)),
    );
    const both = await Promise.allSettled([obtain(asset(url)), obtain(asset(url))]);
    expect(both.map(({ status: how }) => how).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a dead one's lock is taken over", async () => {
    const lock = folder.at("cache/assets", `${DIGEST}.lock`);
    mkdirSync(lock, { recursive: true });
    const aMinuteAgo = Date.now() / 1000 - 60;
    utimesSync(lock, aMinuteAgo, aMinuteAgo);
    await obtain(asset(server.on("/f", whole(BYTES))));
    expect(cached()).toEqual([DIGEST]);
  });

  test("waiting for another one can be called off", async () => {
    mkdirSync(folder.at("cache/assets", `${DIGEST}.lock`), { recursive: true });
    const controller = new AbortController();
    const emit = (event: AssetEvent) => {
      if (event.kind === "note") controller.abort(new Error("cancelled"));
    };
    const got = obtain(asset(server.on("/f", whole(BYTES))), { signal: controller.signal, emit });
    await expect(got).rejects.toThrow(/^cancelled$/);
  });
});

describe("the cache behind the port", () => {
  /** A cache that has these bytes, or nothing (null). */
  const cacheOf = (bytes: Buffer | null): AssetCache & { calls: string[] } => {
    const calls: string[] = [];
    return {
      calls,
      restore: async (digest, path) => {
        calls.push(`restore ${digest}`);
        if (bytes !== null) writeFileSync(path, bytes);
        return bytes !== null;
      },
      downloaded: (digest, path) => {
        calls.push(`downloaded ${digest} ${path}`);
      },
    };
  };

  test("is asked before the network", async () => {
    const cache = cacheOf(BYTES);
    const path = await obtain(asset(`${server.url}/f`), { cache });
    expect(readFileSync(path).equals(BYTES)).toBe(true);
    expect(server.asked).toEqual([]);
    expect(cache.calls).toEqual([`restore ${DIGEST}`]);
  });

  test("gets only what came over the network", async () => {
    const cache = cacheOf(null);
    const url = server.on("/f", whole(BYTES));
    const path = await obtain(asset(url), { cache });
    await obtain(asset(url), { cache });
    expect(cache.calls).toEqual([`restore ${DIGEST}`, `downloaded ${DIGEST} ${path}`]);
  });

  test("is verified, not trusted", async () => {
    const path = await obtain(asset(server.on("/f", whole(BYTES))), { cache: cacheOf(someBytes(5)) });
    expect(readFileSync(path).equals(BYTES)).toBe(true);
    expect(warnings()).toEqual([
      `iso: the file from the cache is damaged (its sha256 is ${sha256(someBytes(5))}, expected ${DIGEST}): it is downloaded again`,
    ]);
  });
});

describe("a local path", () => {
  test("is used where it is, with the right sha256 or without any", async () => {
    const path = folder.at("own.iso");
    writeFileSync(path, BYTES);
    expect(await obtain(asset(path, null))).toBe(path);
    expect(await obtain(asset(path))).toBe(path);
    expect(cached()).toEqual([]);
  });

  test("with another sha256 is refused, and stays", async () => {
    const path = folder.at("own.iso");
    writeFileSync(path, someBytes(5));
    await expect(obtain(asset(path))).rejects.toThrow(
      `iso: ${path} has the wrong sha256: expected ${DIGEST}, found ${sha256(someBytes(5))} (5 bytes)`,
    );
    expect(existsSync(path)).toBe(true);
  });

  test("that is not there, or no file, is refused", async () => {
    await expect(obtain(asset(folder.at("none"), null))).rejects.toThrow(ConfigurationError);
    await expect(obtain(asset(folder.path, null))).rejects.toThrow(/is not a file/);
  });
});

test("a cached file is taken from another machine's cache folder as it is", async () => {
  const path = await obtain(asset(server.on("/f", whole(BYTES))));
  const elsewhere = folder.at("elsewhere/assets");
  mkdirSync(elsewhere, { recursive: true });
  copyFileSync(path, join(elsewhere, DIGEST));
  await server[Symbol.asyncDispose]();
  expect(await obtain(asset(`${server.url}/f`), { cacheDir: folder.at("elsewhere") })).toBe(
    join(elsewhere, DIGEST),
  );
});
