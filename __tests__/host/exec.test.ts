/** Proves: a program runs to its end with all of its output, or is killed in time and told of in its own words. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { StepError } from "../../src/base/errors.ts";
import { commandLine, logCommands, outputOf, runToEnd } from "../../src/host/exec.ts";
import { descendants, identify } from "../../src/host/proc.ts";

const sh = (script: string) => ["/bin/sh", ["-c", script]] as const;
const sleepers = () => descendants(process.pid).filter(({ name }) => name === "sleep");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "exec-test-"));
});
afterEach(() => {
  logCommands(null);
  rmSync(folder, { recursive: true, force: true });
});

describe("the end of a program", () => {
  test("with status 0: its output", async () => {
    expect(`${await outputOf(...sh("echo out; echo said >&2"))}`).toBe("out\n");
  });

  test("with another status: command line, status and stderr are in the error", async () => {
    const failing = outputOf(...sh("echo out; echo why >&2; exit 3"));
    await expect(failing).rejects.toThrow(
      new StepError("/bin/sh -c echo out; echo why >&2; exit 3 ended with status 3: why"),
    );
    const { exitCode, signalName, timedOut, stdout } = await runToEnd(...sh("echo out; exit 3"));
    expect({ exitCode, signalName, timedOut }).toEqual({ exitCode: 3, signalName: null, timedOut: false });
    expect(`${stdout}`).toBe("out\n");
  });

  test("by a signal: its name", async () => {
    const { exitCode, signalName, failure } = await runToEnd(...sh("kill -TERM $$"));
    expect({ exitCode, signalName, failure }).toEqual({
      ...{ exitCode: null, signalName: "SIGTERM" },
      failure: "was ended by SIGTERM",
    });
  });

  test("of several at once, and of others: none gets what is another's", async () => {
    const other = spawn(...sh("echo other; exit 9"), { stdio: "pipe" });
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const ended = await Promise.all(numbers.map((index) => runToEnd(...sh(`echo ${index}; exit ${index}`))));
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(numbers);
    expect(ended.map(({ stdout }) => Number(stdout))).toEqual(numbers);
    if (other.exitCode === null) await once(other, "exit");
    expect(other.exitCode).toBe(9);
  });
});

describe("a program that can't be started", () => {
  test.each([
    [
      "is missing",
      "/nowhere/program",
      [],
      /^\/nowhere\/program could not be started: .*no such file .*ENOENT/,
    ],
    ["is no program", "/etc/passwd", [], /^\/etc\/passwd could not be started: .*EACCES/],
    ["is a folder", "/etc", [], /^\/etc could not be started: /],
    ["has no absolute path", "true", [], /^true could not be started: its path is not absolute$/],
    ["has too long a word", "/bin/true", ["x".repeat(200_000)], /could not be started: .*too long \(E2BIG/],
    ["has a NUL in a word", "/bin/true", ["a\0b"], /could not be started: .*NUL/],
  ])("since it %s", async (_, file, args, message) => {
    await expect(outputOf(file, args)).rejects.toThrow(message);
    await expect(outputOf(file, args)).rejects.toBeInstanceOf(StepError);
    expect(await runToEnd(file, args)).toMatchObject({ exitCode: null, signalName: null, timedOut: false });
  });

  test("since its interpreter is missing", async () => {
    const file = join(folder, "script");
    writeFileSync(file, "#!/nowhere/interpreter\n", { mode: 0o755 });
    await expect(outputOf(file, [])).rejects.toThrow(/script could not be started: .*ENOENT/);
  });
});

describe("a deadline", () => {
  test("kills the program and its children", async () => {
    const ended = await runToEnd(...sh("sleep 1000 & echo $! $$; wait"), { timeoutMs: 500 });
    expect(ended).toMatchObject({ timedOut: true, failure: "did not end within 0.5 s" });
    const pids = `${ended.stdout}`.trim().split(" ").map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) await expect.poll(() => identify(pid)).toBeNull();
  });

  test("is in the error", async () => {
    await expect(outputOf("/bin/sleep", ["1000"], { timeoutMs: 50 })).rejects.toThrow(
      new StepError("/bin/sleep 1000 did not end within 0.05 s"),
    );
    await expect.poll(sleepers).toEqual([]);
  });

  test("calls `kill` for a program that is not ours to signal, and does not wait for it for ever", async () => {
    const killed: number[] = [];
    const ended = await runToEnd(...sh("echo $$; exec sleep 1000"), {
      timeoutMs: 500,
      kill: (pid) => {
        killed.push(pid);
        return Promise.reject(new Error("no"));
      },
    });
    expect(ended.timedOut).toBe(true);
    expect(killed).toEqual([Number(ended.stdout)]);
    process.kill(Number(ended.stdout), "SIGKILL");
  });
});

describe("cancelling", () => {
  test("kills the program, and rejects with the signal's reason", async () => {
    const controller = new AbortController();
    const running = runToEnd("/bin/sleep", ["1000"], { signal: controller.signal });
    await vi.waitUntil(() => sleepers().length === 1);
    controller.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    await expect.poll(sleepers).toEqual([]);
  });

  test("before the call starts nothing", async () => {
    const path = join(folder, "started");
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(runToEnd(...sh(`: >${path}`), { signal })).rejects.toThrow("enough");
    await nextTurn();
    expect(existsSync(path)).toBe(false);
  });

  test("in its first turns leaves nothing running", async () => {
    for (let turns = 0; turns < 30; turns++) {
      const controller = new AbortController();
      const running = runToEnd("/bin/sleep", ["1000"], { signal: controller.signal });
      running.catch(() => undefined);
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      controller.abort(new Error("enough"));
      await expect(running).rejects.toThrow("enough");
    }
    await expect.poll(sleepers).toEqual([]);
  });
});

describe("output", () => {
  test("of 50 MB comes whole, without any line end", async () => {
    const bytes = 50_000_000;
    const output = await outputOf("/usr/bin/head", ["-c", `${bytes}`, "/dev/zero"]);
    expect(output.equals(Buffer.alloc(bytes))).toBe(true);
  });

  test.each(["", " >&2"])(
    "above the limit: the program is killed, and the error tells it (%s)",
    async (where) => {
      const script = `echo $$ >${folder}/pid; exec cat /dev/zero${where}`;
      await expect(outputOf(...sh(script), { maxOutputBytes: 100_000 })).rejects.toThrow(
        / wrote more than 100000 bytes/,
      );
      await expect.poll(() => descendants(process.pid).filter(({ name }) => name === "cat")).toEqual([]);
    },
  );

  test("as long as the limit is no failure", async () => {
    const options = { maxOutputBytes: 100_000 };
    const output = await outputOf("/usr/bin/head", ["-c", "100000", "/dev/zero"], options);
    expect(output).toHaveLength(100_000);
  });

  test("that a child keeps open does not hold the call", async () => {
    const ended = await runToEnd(...sh("sleep 1000 & echo $!"));
    process.kill(Number(ended.stdout), "SIGKILL");
    expect(ended).toMatchObject({ exitCode: 0, failure: null });
  });

  test("that a child keeps open does not hold the call beyond its deadline", async () => {
    const ended = await runToEnd(...sh("sleep 1000 & echo $!"), { timeoutMs: 600 });
    process.kill(Number(ended.stdout), "SIGKILL");
    expect(ended).toMatchObject({ exitCode: 0, timedOut: true });
  });
});

describe("what a program is given", () => {
  test("no input: its stdin is closed", async () => {
    expect(await outputOf("/bin/cat", [])).toHaveLength(0);
  });

  test("input: all of it", async () => {
    const input = Buffer.alloc(5_000_000, "0123456789abcdef!");
    expect((await outputOf("/bin/cat", [], { input })).equals(input)).toBe(true);
  });

  test("input that it does not read is no failure", async () => {
    const input = Buffer.alloc(5_000_000, "x");
    expect(`${await outputOf("/usr/bin/head", ["-c", "3"], { input })}`).toBe("xxx");
    expect((await runToEnd("/bin/true", [], { input })).failure).toBeNull();
  });

  test("the environment, exactly; ours without it", async () => {
    expect(`${await outputOf("/usr/bin/env", [], { env: { A: "b c" } })}`).toBe("A=b c\n");
    expect(`${await outputOf("/usr/bin/env", [])}`).toContain(`\nPATH=${process.env.PATH}\n`);
  });

  test("words as they are, and a path as it is", async () => {
    const words = ["", " a  b ", '"', "\\", "$HOME", "*", "a\nb", "-x"];
    const at = join(folder, ` a "b" \\"c\\\\ d\\ `);
    mkdirSync(at);
    const file = join(at, `e " \\ `);
    writeFileSync(file, '#!/bin/sh\nfor word; do printf "%s\\0" "$word"; done\n');
    chmodSync(file, 0o755);
    expect(`${await outputOf(file, words)}`.split("\0")).toEqual([...words, ""]);
  });
});

describe("the log of commands", () => {
  test("has each command line before it starts, while somebody wants it", async () => {
    const lines: string[] = [];
    logCommands((line) => lines.push(line));
    await runToEnd("/bin/true", ["a", "b c"]);
    await runToEnd("/nowhere/program", []);
    logCommands(null);
    await runToEnd("/bin/true", ["unseen"]);
    expect(lines).toEqual(["/bin/true a b c", "/nowhere/program"]);
  });

  test("has no value of a variable, nor has an error", async () => {
    const words = ["env", "-i", "TOKEN=secret=1", "B=secret\nsecret", "/bin/sh", "-c", "exit 1", "C=shown"];
    const shown = "/usr/bin/env -i TOKEN=*** B=*** /bin/sh -c exit 1 C=shown";
    const lines: string[] = [];
    logCommands((line) => lines.push(line));
    await expect(outputOf("/usr/bin/env", words.slice(1))).rejects.toThrow(`${shown} ended with status 1`);
    expect(lines).toEqual([shown]);
    expect(commandLine(["/usr/bin/sudo", "-n", "--", "/usr/bin/env", "-i", "A=secret", "/bin/true"])).toBe(
      "/usr/bin/sudo -n -- /usr/bin/env -i A=*** /bin/true",
    );
  });
});
