/** Proves: a look at a QEMU sees the real binary behind wrappers, and names what is no QEMU. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { qemuEnvironment } from "../../src/qemu/environment.ts";
import { findQemu } from "../../src/qemu/find.ts";
import { lookAtQemu } from "../../src/qemu/look.ts";
import { useFolder } from "../for-each-test.ts";

// The real QEMU of this machine, and wrappers that people put in front of it.

const QEMU = "qemu-system-x86_64";
const folder = useFolder();

function wrapper(script: string): string {
  const path = folder.at("wrapper");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const look = (path: string, given: Record<string, string> = {}, deadlineMs = 60_000) =>
  lookAtQemu(path, { deadlineMs, cacheFolder: null, variables: qemuEnvironment(given) });

/** The pids of all processes that have a text in their environment. */
const processesWith = (text: string) =>
  readdirSync("/proc").filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8").includes(text);
    } catch {
      return false;
    }
  });

describe("a look at", () => {
  test("a wrapper that becomes QEMU is a look at QEMU", async () => {
    const { version, machines } = await look(wrapper(`exec ${QEMU} "$@"`));
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(machines.has("q35")).toBe(true);
  });

  test("QEMU sees the variables of a run, and no others", async () => {
    process.env.NOT_FOR_QEMU = "1";
    try {
      await look(wrapper(`env >"${folder.path}/seen"; exec ${QEMU} "$@"`), {
        ASAN_OPTIONS: "a=b c",
        HOME: "/nowhere",
      });
    } finally {
      delete process.env.NOT_FOR_QEMU;
    }
    const seen = readFileSync(folder.at("seen"), "utf8");
    expect(seen).toMatch(/^ASAN_OPTIONS=a=b c$/m);
    expect(seen).toMatch(/^HOME=\/nowhere$/m);
    expect(seen).toMatch(/^PATH=/m);
    expect(seen).not.toContain("NOT_FOR_QEMU");
  });

  test.each([
    [
      "stays between QEMU and us",
      `${QEMU} "$@"; exit $?`,
      60_000,
      /is a wrapper that starts QEMU as its child .* exec /,
    ],
    ["writes a line on stdout", `echo starting; exec ${QEMU} "$@"`, 60_000, /what is not QMP: "starting"/],
    ["says nothing for ever", "sleep 1000; exit", 300, /did not greet|within 0\.3 s/],
    ["ends at once", "echo no such library >&2; exit 127", 60_000, /status 127: no such library/],
    [
      "leaves a child behind that holds its stdout",
      "sleep 1000 & exit 3",
      300,
      /not a QEMU that can be used/,
    ],
  ])("a wrapper that %s is named, and nothing of it stays", async (_, script, deadlineMs, words) => {
    const path = wrapper(script);
    // A variable that no other process has.
    await expect(look(path, { LOOK_TEST: folder.path }, deadlineMs)).rejects.toThrow(words);
    await expect.poll(() => processesWith(`LOOK_TEST=${folder.path}`)).toEqual([]);
  });
});

describe("what is no program", () => {
  test("is named for what it is", () => {
    const file = folder.at("file");
    writeFileSync(file, "#!/bin/sh\n", { mode: 0o644 });
    mkdirSync(folder.at("build"));
    expect(() => findQemu(file)).toThrow(`${file} may not be executed by this user: chmod +x ${file}`);
    expect(() => findQemu(folder.at("build"))).toThrow(
      `${folder.path}/build is a folder: name the program in it, such as ${folder.path}/build/qemu-system-x86_64`,
    );
    expect(() => findQemu(folder.at("none"))).toThrow(`there is no file ${folder.path}/none`);
    expect(() => findQemu("qemu-of-nobody")).toThrow("there is no program qemu-of-nobody in PATH");
  });
});
