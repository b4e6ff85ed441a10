/** Proves: cpio(1) reads the archives that we write, and they are the same each time. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CpioEntry, writeCpio } from "../../src/guest/cpio.ts";
import { useFolder } from "../for-each-test.ts";

const ENTRIES: CpioEntry[] = [
  { type: "directory", path: "bin" },
  { type: "directory", path: "bin/secret", mode: 0o700 },
  { type: "file", path: "bin/run", mode: 0o755, contents: "#!/bin/sh\n" },
  // Names and contents have every length modulo four, because cpio pads to four bytes.
  ...[0, 1, 2, 3, 4, 5].map((length) => ({
    type: "file" as const,
    path: `bin/${"n".repeat(length + 1)}`,
    contents: Buffer.alloc(length, 0xa5),
  })),
  { type: "file", path: "bin/name with spaces and ü", contents: "text" },
  { type: "symlink", path: "bin/link", target: "run" },
  { type: "device", path: "console", kind: "character", major: 5, minor: 1 },
  { type: "device", path: "disk", kind: "block", major: 259, minor: 300, mode: 0o640 },
];

/** The archive as cpio(1) lists it, its numbers and names in columns. */
function listed(archive: Buffer): string[] {
  const text = execFileSync("cpio", ["-i", "-t", "-v", "--numeric-uid-gid", "--quiet"], {
    input: archive,
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
    encoding: "utf8",
  });
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.replaceAll(/ +/g, " "));
}

describe("writeCpio", () => {
  const folder = useFolder();

  test("is read by cpio as it was meant", () => {
    expect(listed(writeCpio(ENTRIES))).toEqual([
      "drwxr-xr-x 2 0 0 0 Jan 1 1970 bin",
      "drwx------ 2 0 0 0 Jan 1 1970 bin/secret",
      "-rwxr-xr-x 1 0 0 10 Jan 1 1970 bin/run",
      ...[0, 1, 2, 3, 4, 5].map(
        (length) => `-rw-r--r-- 1 0 0 ${length} Jan 1 1970 bin/${"n".repeat(length + 1)}`,
      ),
      expect.stringMatching(/^-rw-r--r-- 1 0 0 4 Jan 1 1970 bin\/name with spaces and /),
      "lrwxrwxrwx 1 0 0 3 Jan 1 1970 bin/link -> run",
      "crw------- 1 0 0 5, 1 Jan 1 1970 console",
      "brw-r----- 1 0 0 259, 300 Jan 1 1970 disk",
    ]);
  });

  test("comes out of cpio with the same bytes", () => {
    const archive = writeCpio(ENTRIES.filter(({ type }) => type !== "device"));
    execFileSync("cpio", ["-i", "-d", "--quiet"], { input: archive, cwd: folder.path });
    for (const entry of ENTRIES) {
      if (entry.type !== "file") continue;
      expect(readFileSync(folder.at(entry.path))).toEqual(Buffer.from(entry.contents));
    }
    expect(readFileSync(folder.at("bin/link"), "utf8")).toBe("#!/bin/sh\n");
  });

  test("is the same each time, and whole blocks long", () => {
    const archive = writeCpio(ENTRIES);
    expect(writeCpio(ENTRIES)).toEqual(archive);
    expect(archive.length % 512).toBe(0);
  });

  test("writes an empty archive that cpio takes", async () => {
    expect(await listed(writeCpio([]))).toEqual([""]);
  });
});
