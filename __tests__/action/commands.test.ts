/** Proves: a debug run's log has the commands, in one plain line each and without secrets; the log of any other run has none. */
import { afterEach, expect, test, vi } from "vitest";
import { printCommands } from "../../src/action/commands.ts";
import { logCommands, runToEnd } from "../../src/host/exec.ts";
import { readCommands } from "./runner.ts";

afterEach(() => {
  logCommands(null);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function logOf(debug: string, file: string, args: readonly string[]): Promise<string> {
  vi.stubEnv("RUNNER_DEBUG", debug);
  let log = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    log += text;
    return true;
  });
  printCommands();
  await runToEnd(file, args);
  return log;
}

test("a debug run", async () => {
  expect(await logOf("1", "/bin/true", ["a", "b"])).toBe("[command]/bin/true a b\n");
  expect(await logOf("1", "/usr/bin/env", ["-i", "TOKEN=secret", "/bin/true"])).toBe(
    "[command]/usr/bin/env -i TOKEN=*** /bin/true\n",
  );
});

test("a word that a runner would obey", async () => {
  const log = await logOf("1", "/bin/true", ["\n::error::x", "##[add-mask]y"]);
  expect(log).toBe("[command]/bin/true \\x0a::error::x # #[add-mask]y\n");
  expect(readCommands(log)).toEqual([]);
});

test("any other run", async () => {
  expect(await logOf("", "/bin/true", [])).toBe("");
});
