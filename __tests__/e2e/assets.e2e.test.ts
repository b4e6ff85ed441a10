/** Proves: assets are fetched, shared between processes, mirrored and proxied; each failure says what to do. Boots nothing. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../folder.ts";
import { forEachTest, useFolder } from "../for-each-test.ts";
import { sha256, someBytes, startServer, whole } from "../guest/asset-server.ts";
import { leftovers, runCli, start } from "./product.ts";

const BYTES = someBytes(500_000);
const DIGEST = sha256(BYTES);
const ISO = ["--guest", "alpine-iso"];
const env = { no_proxy: "127.0.0.1", NO_PROXY: "127.0.0.1" };

const folder = useFolder();
const server = forEachTest(startServer);
let cache: string;
beforeEach(() => {
  cache = folder.at("cache");
});

const assets = (url: string, digest = DIGEST) => [
  ...["assets", ...ISO, "--iso", url, "--iso-sha256", digest, "--cache", cache],
];
const cached = () => (existsSync(join(cache, "assets")) ? readdirSync(join(cache, "assets")) : []);
const listen = async (one: Server) => {
  await new Promise<void>((ready) => one.listen(0, "127.0.0.1", ready));
  return (one.address() as AddressInfo).port;
};

test("assets prints where things are, for people and for scripts", async () => {
  const url = server.on("/f", whole(BYTES));
  const path = join(cache, "assets", DIGEST);
  expect(await runCli(assets(url), { env })).toMatchObject({
    status: 0,
    stdout: `alpine-iso iso ${path} sha256:${DIGEST}\n`,
  });
  const again = await runCli([...assets(url), "--json"], { env });
  expect(JSON.parse(again.stdout)).toEqual([{ guest: "alpine-iso", asset: "iso", path, sha256: DIGEST }]);
  expect(again.stderr).toBe("");
  expect(server.asked).toEqual(["GET /f"]);

  writeFileSync(path, "rotten");
  const mended = await runCli(assets(url), { env });
  expect(mended.stderr).toMatch(/warning: iso: the cached file .* is damaged .*downloaded again/);
  expect(readFileSync(path).equals(BYTES)).toBe(true);
});

test("assets of the micro guest: there are none", async () => {
  const ended = await runCli(["assets", "--guest", "micro", "--cache", cache], { env });
  expect(ended).toMatchObject({ status: 0, stderr: "" });
  expect(ended.stdout).toContain("needs no downloads");
});

test("a run whose ISO has another sha256 starts nothing", async () => {
  const wrong = someBytes(500_000, 2);
  const url = server.on("/f", whole(wrong));
  const guest = [...ISO, "--iso", url, "--iso-sha256", DIGEST, "--cache", cache];
  const out = join(folder.path, "out");
  const ended = await runCli(["run", "--accel", "tcg", "--memory", "256M", ...guest, "--out", out], { env });
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain(
    `${url} could not be downloaded: it has the wrong sha256: expected ${DIGEST}, received ${sha256(wrong)}`,
  );
  expect(cached()).toEqual([]);
  expect(existsSync(out)).toBe(false);
  expect(leftovers()).toEqual([]);
});

test("a mirror is asked for the path of the default", async () => {
  const path = "/base/alpine/v3.22/releases/x86_64/alpine-standard-3.22.1-x86_64.iso";
  server.on(path, whole(BYTES));
  const mirror = ["--mirror", `${server.url}/base/`, "--iso-sha256", DIGEST, "--cache", cache];
  expect(await runCli(["assets", ...ISO, ...mirror], { env })).toMatchObject({ status: 0 });
  expect(server.asked).toEqual([`GET ${path}`]);
});

describe("processes", () => {
  test("at once share one download", async () => {
    let asked = () => undefined as unknown;
    const first = new Promise<void>((done) => {
      asked = done;
    });
    let answer = () => undefined as unknown;
    const url = server.on("/f", (...args) => {
      answer = () => whole(BYTES)(...args);
      asked();
    });
    await using one = start(assets(url), { env });
    await first;
    await using other = start(assets(url), { env });
    await other.saying("another run is downloading");
    answer();
    const both = await Promise.all([one.ended, other.ended]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(server.asked).toEqual(["GET /f"]);
    expect(cached()).toEqual([DIGEST]);
  });

  test("that were killed do not block or mislead the next one", async () => {
    let asked = () => undefined as unknown;
    const begun = new Promise<void>((done) => {
      asked = done;
    });
    const url = server.on("/f", (request, response, count) => {
      if (count > 1) return whole(BYTES)(request, response, count);
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 100_000), () => asked());
    });
    await using one = start(assets(url), { env });
    await begun;
    one.kill("SIGKILL");
    await one.ended;
    expect(cached()).not.toContain(DIGEST);
    expect(await runCli(assets(url), { env })).toMatchObject({ status: 0 });
    expect(cached()).toEqual([DIGEST]);
  });

  test("that are terminated remove their partial download", async () => {
    const url = server.on("/f", (_request, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 100_000), () => one.kill("SIGTERM"));
    });
    await using one = start(assets(url), { env });
    const ended = await one.ended;
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain("cancelled (SIGTERM)");
    expect(cached()).toEqual([]);
  });
});

describe("https", () => {
  const keys = temporaryFolder();
  const pem = (name: string) => join(keys.path, name);
  let tls: ReturnType<typeof createTlsServer>;
  let port: number;
  beforeAll(async () => {
    execFileSync(
      "openssl",
      [
        ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=mirror.invalid"],
        ...["-addext", "subjectAltName=DNS:mirror.invalid,IP:127.0.0.1"],
        ...["-keyout", pem("key"), "-out", pem("cert")],
      ],
      { stdio: "pipe" },
    );
    tls = createTlsServer({ key: readFileSync(pem("key")), cert: readFileSync(pem("cert")) }, (...args) =>
      whole(BYTES)(...args, 1),
    );
    port = await listen(tls);
  });
  afterAll(() => {
    tls.closeAllConnections();
    tls.close();
    keys[Symbol.dispose]();
  });

  test("through a proxy is tunnelled, and held to the host's certificate", async () => {
    const tunnels: string[] = [];
    const sockets: Socket[] = [];
    const proxy = createHttpServer().on("connect", (request, client: Socket) => {
      tunnels.push(request.url ?? "");
      const there = connect(port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        client.pipe(there).pipe(client);
      });
      sockets.push(client, there);
      for (const socket of [client, there]) socket.on("error", () => undefined);
    });
    const https_proxy = `http://127.0.0.1:${await listen(proxy)}`;
    try {
      const ended = await runCli(assets("https://mirror.invalid/f"), {
        env: { https_proxy, NODE_EXTRA_CA_CERTS: pem("cert") },
      });
      expect(ended).toMatchObject({ status: 0 });
      expect(tunnels).toEqual(["mirror.invalid:443"]);
    } finally {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    }
  });

  test("with an untrusted certificate is refused at once, with what to do", async () => {
    const ended = await runCli(assets(`https://127.0.0.1:${port}/f`), { env });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain("NODE_EXTRA_CA_CERTS");
    expect(ended.stderr).not.toContain("tried");
    expect(cached()).toEqual([]);
  });
});

test("a cache folder that cannot be written is reported", async () => {
  const file = join(folder.path, "file");
  writeFileSync(file, "");
  cache = join(file, "cache");
  const ended = await runCli(assets(server.on("/f", whole(BYTES))), { env });
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain(`the cache folder ${cache} cannot be used`);
});
