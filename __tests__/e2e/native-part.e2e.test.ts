/** Proves: a host that cannot load the native part of node-pty loses `run`, and no other command. */
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../folder.ts";
import { DIST, leftovers, runCli } from "./product.ts";

// Causes: another C library, or a dist/ that was copied in part.

afterEach(() => expect(leftovers()).toEqual([]));

const PREBUILT = `parts/prebuilds/linux-${process.arch}/pty.node`;

test.each([
  ["is missing", (path: string) => rmSync(path), /Cannot find module '\.\/prebuilds\/linux-/],
  ["is for another machine", (path: string) => writeFileSync(path, "\u007fELF"), /file too short/],
])("a native part that %s stops a run, and only that", async (_, spoil, why) => {
  using folder = temporaryFolder();
  const { at } = folder;
  cpSync(DIST, at("dist"), { recursive: true });
  spoil(join(at("dist"), PREBUILT));
  const options = { cli: join(at("dist"), "cli.js"), cwd: folder.path };
  for (const words of [["--help"], ["--version"], ["clean"], ["assets", "--guest", "micro"]]) {
    const ended = await runCli(words, options);
    expect([words, ended.status, ended.stderr]).toEqual([words, 0, ""]);
  }
  const report = await runCli(["report", "nothing"], options);
  expect(report.stderr).toBe("nothing: missing: there is no such file or folder\n");
  expect(report.status).toBe(1);
  rmSync(at("tap-migration-report"), { recursive: true });

  const run = await runCli(["run", "--accel", "tcg", "--memory", "512M"], options);
  expect(run.stderr).toMatch(
    /the native part of node-pty, which opens the pseudo terminals of consoles, cannot be loaded on this host \(linux-\w+, (glibc [\d.]+|not glibc)\): /,
  );
  expect(run.stderr).toMatch(why);
  expect(run.stderr).not.toMatch(/^ +at /m);
  expect(run.status).toBe(2);
  expect(readdirSync(folder.path)).toEqual(["dist"]);
});
