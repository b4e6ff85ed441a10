/** Proves: main and post run in @github/local-action, a second reader of action.yml. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { outputOf } from "../../src/host/exec.ts";
import { readResults } from "../e2e/product.ts";
import { temporaryFolder } from "../folder.ts";

// GitHub's local debugger for actions. It reads action.yml itself and replaces @actions/core and @actions/cache.

test("main and post run in @github/local-action", { timeout: 180_000 }, async () => {
  using folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  mkdirSync(at("temp"));
  const environment = {
    ...{ INPUT_ACCEL: "tcg", INPUT_GUEST: "micro", INPUT_SCENARIOS: "new-tap", INPUT_ITERATIONS: "1" },
    ...{ INPUT_MEMORY: "512M", "INPUT_OUTPUT-DIR": at("out"), RUNNER_TEMP: at("temp") },
    ...{ RUNNER_TOOL_CACHE: at("tools"), GITHUB_STEP_SUMMARY: at("summary"), XDG_STATE_HOME: at("state") },
  };
  writeFileSync(
    at("env"),
    Object.entries(environment)
      .map(([name, text]) => `${name}=${text}\n`)
      .join(""),
  );
  const words = ["run", ".", "src/action/job.ts", at("env"), "--post", "src/action/cleanup.ts"];
  const stdout = (await outputOf(resolve("node_modules/.bin/local-action"), words)).toString();
  const shown = stdout.slice(stdout.indexOf("Running Action"));
  expect(shown).toMatch(
    /::group::Preparation[\s\S]*1 of 1 passed: outage [\s\S]*::notice title=new-tap passed::/,
  );
  expect(shown).toMatch(/Running Post Step[\s\S]*│ 'conclusion' +│ 'passed' +│/);
  expect(shown).not.toMatch(/::error|::warning/);
  expect(readResults(at("out")).conclusion).toBe("passed");
  expect(readFileSync(at("summary"), "utf8")).toBe(readFileSync(at("out/summary.md"), "utf8"));
});
