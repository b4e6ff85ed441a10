/** Proves: folders that cannot be written, and disks that fill up, are reported with what to do. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { useFolder } from "../for-each-test.ts";
import { asRoot, rootCommandLine } from "../host/as-root.ts";
import { mounted } from "./mounts.ts";
import { CLI, DIST, leftovers, readResults, runCli, start } from "./product.ts";
import { REAL_GUEST, smallRun } from "./small-run.ts";

// The run finds a bad folder before it starts anything, or warns while it goes on.

afterEach(() => expect(leftovers()).toEqual([]));

const folder = useFolder();

const RUN = smallRun(REAL_GUEST);
const BOOT_AND_MORE_MS = 180_000;

/** What is wrong with a folder, how to make it so, and the expected words. */
const FAULTS: readonly [string, (path: string) => Disposable | undefined, RegExp][] = [
  [
    "is a file",
    (path) => void writeFileSync(path, ""),
    /a file, not a folder|something else has this name already \(EEXIST, /,
  ],
  [
    "is a link that leads nowhere",
    (path) => void symlinkSync("nowhere", path),
    /is a symbolic link that leads nowhere|there is no such file or folder \(ENOENT, /,
  ],
  [
    "is read-only",
    (path) => mounted(path, "ro"),
    /its file system is mounted read-only \(EROFS, (open|mkdir) /,
  ],
  ["is full", (path) => mounted(path, "size=4k"), /its file system is full \(ENOSPC, write\)/],
];

describe.each(FAULTS)("a folder that %s", (_, spoil, why) => {
  test("all that are so are named at once, with what to do; nothing was started", async () => {
    using _out = spoil(folder.at("out"));
    using _cache = spoil(folder.at("cache"));
    using _tmp = spoil(folder.at("tmp"));
    const ended = await runCli([...RUN, "--out", folder.at("out"), "--cache", folder.at("cache")], {
      env: { TMPDIR: folder.at("tmp") },
    });
    expect(ended.stderr).not.toMatch(/^ +at /m);
    const lines = ended.stderr.trim().split("\n");
    for (const [name, mend] of [
      ["the output folder", "name another one with output-dir (--out FOLDER)"],
      ["the cache folder", "name another one with cache (--cache FOLDER)"],
      ["the temporary folder", "set TMPDIR to a folder that can be written"],
    ] as const) {
      const said = lines.find((line) => line.startsWith(`  ${name} ${folder.path}`));
      expect(said, ended.stderr).toMatch(why);
      expect(said).toContain(`: ${mend}`);
    }
    expect(ended.status).toBe(2);
  });

  test("as the output folder of a report", async () => {
    const out = folder.at("out");
    using _out = spoil(out);
    const ended = await runCli(["report", folder.path, "--out", out]);
    expect(ended.stderr).toMatch(/^tap-migration: the report can't be written: .*\(E[A-Z]+, .*\)\n$/);
    expect(ended.status).toBe(2);
  });
});

/** Runs the command line as root in its own mount namespace, after a line of shell. */
function runWith(prepare: string, args: readonly string[], env: readonly string[] = []) {
  const [file, ...rest] = rootCommandLine(
    ...(["unshare", "--mount", "sh", "-ec", `${prepare}; exec "$@"`, "sh", "env", ...env] as const),
    ...[process.execPath, CLI, ...args],
  );
  const { status, stdout, stderr } = spawnSync(file, rest, { encoding: "utf8" });
  return { status, stdout, stderr };
}

test.each([
  [
    "the state folder is a file",
    "true",
    /the folder \/dev\/null\/tap-migration-action\/runs, in which a run notes what it must clean up, cannot be used: a part of the path is a file, not a folder \(ENOTDIR, .*\)\. Set XDG_STATE_HOME/,
    ["XDG_STATE_HOME=/dev/null"],
  ],
  [
    "/dev/shm is read-only",
    "mount -t tmpfs -o ro tmpfs /dev/shm",
    /\/dev\/shm cannot be used: its file system is mounted read-only \(EROFS, /,
    [],
  ],
  [
    "/dev/shm is missing",
    // Mounts a /dev without shm, because the host's /dev/shm must stay.
    "mount -t tmpfs tmpfs /mnt; mkdir /mnt/net; for device in null urandom net/tun; do touch /mnt/$device; mount --bind /dev/$device /mnt/$device; done; mount --rbind /mnt /dev",
    /\/dev\/shm is missing: mount a tmpfs there/,
    [],
  ],
  [
    "/run is read-only",
    "mount -t tmpfs -o ro tmpfs /run",
    /no network namespace with a TAP can be made: .*Read-only file system.* --privileged/,
    [],
  ],
])("%s", (_, prepare, expected, env) => {
  // It is root's, and so is what he makes in it.
  using _roots = {
    [Symbol.dispose]: () => {
      asRoot("find", folder.path, "-mindepth", "1", "-delete");
      asRoot("chown", `${process.getuid?.()}`, folder.path);
    },
  };
  asRoot("chown", "0", folder.path);
  asRoot("chmod", "755", folder.path);
  const { status, stderr } = runWith(
    prepare,
    [...RUN, "--out", folder.at("out")],
    [`XDG_STATE_HOME=${folder.at("state")}`, `XDG_CACHE_HOME=${folder.at("cache")}`, ...env],
  );
  expect(stderr).toMatch(expected);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(2);
  expect(readdirSync(folder.path)).not.toContain("out");
});

test("a user without a passwd entry and without HOME", () => {
  // Where anybody can read it, wherever this repository is.
  chmodSync(folder.path, 0o755);
  cpSync(DIST, folder.path, { recursive: true });
  const [file, ...args] = rootCommandLine(
    ...(["setpriv", "--reuid", "54321", "--regid", "54321", "--clear-groups", "--", "env", "-i"] as const),
    ...[process.execPath, folder.at("cli.js"), ...RUN],
  );
  const { status, stderr } = spawnSync(file, args, { encoding: "utf8", cwd: "/" });
  expect(stderr).toMatch(
    /this user \(uid 54321\) has no home folder: .* Set HOME, or XDG_STATE_HOME and XDG_CACHE_HOME/,
  );
  expect(stderr).not.toMatch(/^ +at /m);
  expect(status).toBe(2);
});

describe("a disk that gets full while a run goes on", () => {
  test("recordings and reports that cannot be kept are warnings: the run passes", {
    timeout: BOOT_AND_MORE_MS,
  }, async () => {
    const out = folder.at("out");
    using _out = mounted(out, "size=100k");
    const ended = await runCli([...RUN, "--out", out]);
    expect(ended.status, ended.stderr).toBe(0);
    expect(readResults(out).conclusion).toBe("passed");
    expect(ended.stderr.match(/^warning: .*$/gm)).toEqual([
      expect.stringMatching(
        /the recording .*\/probe\.log cannot be kept: its file system is full \(ENOSPC, /,
      ),
      expect.stringMatching(/report\.html cannot be written: its file system is full \(ENOSPC, write\)/),
    ]);
    expect(ended.stdout).not.toContain("to look at");
  });

  test("results.json that cannot be written fails the run, which says so", {
    timeout: BOOT_AND_MORE_MS,
  }, async () => {
    const out = folder.at("out");
    using _out = mounted(out, "size=100k");
    await using run = start([...RUN, "--out", out, "--verbose"]);
    await run.saying("boot guest");
    expect(() => writeFileSync(join(out, "foreign"), Buffer.alloc(200_000))).toThrow("ENOSPC");
    const ended = await run.ended;
    expect(ended.status).toBe(1);
    expect(ended.stdout).toMatch(
      /^failed: (?:.*; )?results\.json could not be written into .*: its file system is full \(ENOSPC, (open|write).*\)$/m,
    );
    expect(ended.stderr).not.toMatch(/^ +at /m);
    expect(readdirSync(out)).not.toContain("results.json");
  });
});
