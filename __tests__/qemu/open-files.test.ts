/** Proves: QEMU gets the hard limit on open files, and too low a one is named before it spoils figures. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { withoutRoot } from "../../src/host/privilege.ts";
import { openFilesLimit } from "../../src/host/proc.ts";
import { whyTooFewFiles } from "../../src/qemu/open-files.ts";
import { startQemu } from "../../src/qemu/process.ts";
import { loadTerminals } from "../../src/qemu/pty.ts";
import { useFolder } from "../for-each-test.ts";

const folder = useFolder();

test("a process's soft limit is the one that its shell says, and a dead process has none", () => {
  const said = execFileSync("sh", ["-c", 'ulimit -S -n 77; cat "/proc/$$/limits"'], { encoding: "utf8" });
  expect(said).toMatch(/^Max open files +77 /m);
  expect(openFilesLimit(process.pid)).toBeGreaterThan(77);
  expect(openFilesLimit(2 ** 30)).toBeNull();
});

test("QEMU's soft limit is raised to the hard one, whatever starts it has set", async () => {
  await loadTerminals();
  let said = "";
  const qemu = startQemu({
    side: "source",
    command: (words) => ["/usr/bin/prlimit", "--nofile=100:3000", ...words],
    qemu: ["/bin/sh", "-c", "ulimit -S -n"],
    stderrPath: folder.at("stderr"),
    privilege: withoutRoot(),
    warn: (text) => expect.fail(text),
  });
  qemu.terminal.onData((text) => {
    said += text;
  });
  await qemu.exited;
  expect(said).toBe("3000\r\n");
  await qemu.end();
});

test.each([
  [256, 1, false, 832],
  [256, 1, true, 2880],
  [4, 1, true, 108],
  [4, 8, true, 416],
])(
  "%i queue pairs on %i NICs, vhost %s: %i files are enough, one less is not",
  (queues, nics, vhost, needed) => {
    expect(whyTooFewFiles(needed, { queues, nics, vhost })).toBeNull();
    expect(whyTooFewFiles(needed - 1, { queues, nics, vhost })).toContain(
      `with ${queues} queue pairs${nics > 1 ? ` on each of ${nics} NICs` : ""}${vhost ? " and vhost" : ""} QEMU opens about ${needed} files, and this host allows it ${needed - 1}: raise`,
    );
  },
);
