/** Addresses with a password or a token, which must not appear in anything that is printed, kept or published. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { Writable } from "node:stream";
import { message, plain } from "../../src/action/plain.ts";
import { messageOf } from "../../src/base/errors.ts";
import { shownUrl } from "../../src/base/url.ts";
import { makeReporter } from "../../src/cli/terminal.ts";
import { type AssetEvent, obtainAssets } from "../../src/guest/asset-store.ts";
import { readSettings } from "../../src/inputs/settings.ts";
import type { RunEvent } from "../../src/migration/events.ts";
import { reportHtml } from "../../src/report/html/report.ts";
import { junitOf } from "../../src/report/junit.ts";
import { repetitionOf } from "../../src/report/repeat.ts";
import { summaryOf } from "../../src/report/summary.ts";
import type { Results } from "../../src/results/schema.ts";
import { saidOfWords } from "../cli/parsing.ts";
import { temporaryFolder } from "../folder.ts";
import { type AssetServer, sha256, someBytes, startServer, status, whole } from "../guest/asset-server.ts";
import { results } from "../report/made-up.ts";
import type { Attack } from "./attack.ts";

const kind = "secrets in addresses";
const row = (attack: string, holds: string, run: Attack["run"]): Attack => ({ kind, attack, holds, run });

/** The secret of all attacks. Nothing else contains these letters. */
const SECRET = "hunter2";
const hides = (text: string) => assert.ok(!text.includes(SECRET), text);

const DIGEST = "a".repeat(64);

/** The message with which inputs are refused. */
function refusalOf(given: Readonly<Record<string, string>>): string {
  try {
    readSettings(given, 1);
  } catch (error) {
    return messageOf(error);
  }
  throw new assert.AssertionError({ message: `not refused: ${JSON.stringify(given)}` });
}

const REFUSED: readonly [name: string, value: string][] = [
  ...["mirror", "iso", "kernel", "initrd", "memory", "machine", "accel", "max-outage-ms", "iso-sha256"].map(
    (name) => [name, `https://user:${SECRET}@host/base`] as [string, string],
  ),
  ["mirror", `https://${SECRET}@host/base`],
  ["mirror", `https://user:with/${SECRET}@host/base`],
  ["mirror", `https://user:with?${SECRET}#x@host/base`],
  ["mirror", `https://user:with a blank ${SECRET}@host`],
  ["mirror", `user:${SECRET}@host/base`],
  ["mirror", `https://host/base?token=${SECRET}`],
  ["mirror", `ftp://user:${SECRET}@host/base`],
  ["iso", `ftp://host/a.iso?token=${SECRET}`],
];

const reportsOf = (run: Results): string[] => [
  ...[summaryOf(run), junitOf(run), reportHtml([{ label: "", results: run, logs: "" }])],
];

/** All messages while an asset is fetched from the server, including the error's, if any. */
async function saidOf(serve: (server: AssetServer) => string): Promise<string> {
  using folder = temporaryFolder();
  await using server = await startServer();
  for (const name of ["http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"]) delete process.env[name];
  const said: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      said.push(String(chunk));
      done();
    },
  });
  const reporter = makeReporter(stream as NodeJS.WriteStream, "verbose");
  const store = {
    ...{ cacheDir: join(folder.path, "cache"), cache: null, signal: new AbortController().signal },
    emit: (event: AssetEvent) => {
      said.push(JSON.stringify(event));
      reporter(event as RunEvent);
    },
    times: { firstWaitMs: 1 },
  };
  const location = serve(server);
  await obtainAssets([{ name: "iso", location, sha256: sha256(BYTES) }], store).catch((error: unknown) =>
    said.push(messageOf(error)),
  );
  assert.ok(said.join("").includes("127.0.0.1"), said.join("\n"));
  return said.join("\n");
}

const BYTES = someBytes(1000);
const TOKEN = `/f?X-Signature=${SECRET}`;

export const SECRET_ATTACKS: readonly Attack[] = [
  ...REFUSED.map(([name, value]) =>
    row(
      `--${name} ${value.replace(SECRET, "SECRET")}`,
      "the refusal names the input, not the secret",
      async () => {
        const refusal = refusalOf({ guest: "alpine-iso", "iso-sha256": DIGEST, [name]: value });
        assert.match(refusal, new RegExp(`^ {2}${name}`, "m"));
        hides(refusal);
      },
    ),
  ),
  row(
    "an address with a token and no digest beside it",
    "the refusal names the address without it",
    async () => {
      const refusal = refusalOf({ guest: "alpine-iso", iso: `https://host/a.iso?t=${SECRET}` });
      assert.match(refusal, /expected the SHA-256 of https:\/\/host\/a\.iso\?…/);
      hides(refusal);
      hides(refusalOf({ guest: "micro", kernel: `https://host/k?t=${SECRET}`, "kernel-sha256": DIGEST }));
    },
  ),
  row(
    "an address with a token, in a run",
    "results, every report and the command to repeat do without it",
    async () => {
      const { given } = readSettings(
        { guest: "alpine-iso", iso: `https://host/a.iso?t=${SECRET}`, "iso-sha256": DIGEST },
        1,
      );
      assert.equal(given.iso, "https://host/a.iso?…");
      const run = results({ inputs: given });
      const { command, leftOut } = repetitionOf(run);
      assert.doesNotMatch(command, /--iso /);
      assert.deepEqual(leftOut, ["iso (its value may be a secret and is not kept)"]);
      for (const text of [JSON.stringify(run), ...reportsOf(run)]) hides(text);
    },
  ),
  row("a download from an address with a token", "progress and its last line do without it", async () => {
    hides(await saidOf((server) => server.on(TOKEN, whole(BYTES))));
  }),
  ...(
    [
      ["that is not there", status(404)],
      ["that is other bytes", whole(someBytes(1000, 2))],
      ["that is too busy", status(503, { "retry-after": "3600" })],
      ["that leads to a password", status(302, { location: `ftp://user:${SECRET}@host/x` })],
      ["that leads to what is no address", status(302, { location: `http://user:${SECRET}@` })],
      [
        "that leads to a host with a password in its address",
        status(302, { location: `http://user:${SECRET}@127.0.0.1:1/x?t=${SECRET}` }),
      ],
    ] as const
  ).map(([what, handler]) =>
    row(`a download from an address with a token ${what}`, "its error does without it", async () => {
      const said = await saidOf((server) => server.on(TOKEN, handler));
      assert.match(said, /could not be downloaded/);
      hides(said);
    }),
  ),
  row(
    "words of the command line that commander can't make sense of",
    "what it says of them has no secret",
    async () => {
      for (const words of [
        ["run", `--mirrorr=https://user:${SECRET}@host/`],
        [`https://user:${SECRET}@host/?${SECRET}`],
        ["run", "--accel", "tcg", `--\u202e=https://host/?t=${SECRET}`],
      ]) {
        const said = await saidOfWords(words);
        assert.match(said, /error: unknown (option|command)/);
        hides(said);
      }
    },
  ),
  row(
    "a message of anybody's with such an address, in the log of a job",
    "the line and the annotation do without it",
    async () => {
      const text = `Error: PUT https://user:${SECRET}@store.example/x?sig=${SECRET} failed\nsee https://store.example/y?sig=${SECRET}.`;
      for (const shown of [plain(text), message(text)]) {
        hides(shown);
        assert.match(shown, /https:\/\/…@store\.example\/x\?… failed/);
      }
    },
  ),
  row("an address that is no secret", "it is said as it is", async () => {
    for (const url of ["https://host:8443/a/b%20c.iso", "http://[::1]/x", "https://mirror.example/base"])
      assert.equal(shownUrl(url), url);
    assert.match(refusalOf({ mirror: "ftp://host/base" }), /not "ftp:\/\/host\/base"/);
  }),
];
