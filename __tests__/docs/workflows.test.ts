/** Proves: workflows, examples and workflows in documents pass actionlint, shellcheck and our own rules. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { markdownFiles, yamlBlocks } from "./markdown.ts";
import {
  inputProblems,
  lintProblems,
  pinProblems,
  preparingProblems,
  safetyProblems,
  stepsOf,
  workflowFiles,
} from "./workflows.ts";

const files = workflowFiles();
const shas = new Map<string, string>();

test("the examples and our own workflows are found", () => {
  expect(files).toContain("examples/hosted-runner.yml");
  expect(files).toContain(".github/workflows/ci.yml");
});

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");

  test("actionlint finds nothing", () => {
    expect(lintProblems(text)).toEqual([]);
  });

  test("other people's actions are pinned", () => {
    expect(pinProblems(text, shas)).toEqual([]);
  });

  test("permissions, concurrency and timeouts", () => {
    expect(safetyProblems(text)).toEqual([]);
  });

  test("inputs of this action are there and take these values", () => {
    expect(inputProblems(stepsOf(parse(text)))).toEqual([]);
  });

  test("shellcheck finds nothing in its scripts", () => {
    expect(shellProblems(stepsOf(parse(text)).flatMap(({ run }) => run ?? []))).toBe("");
  });
});

/** The runner starts `bash -e`, and puts the text of an expression into the script before that. */
function shellProblems(scripts: readonly string[]): string {
  return scripts
    .map((script) => {
      const input = `#!/usr/bin/env bash\nset -e\n${script}`;
      return spawnSync("shellcheck", ["-", "--format=gcc"], { input, encoding: "utf8" }).stdout;
    })
    .join("");
}

test.each(files.filter((file) => file.startsWith("examples/")))("%s leaves the host to setup", (file) => {
  expect(preparingProblems(stepsOf(parse(readFileSync(file, "utf8"))))).toEqual([]);
});

test("no script has an expression put into it: values go through the environment", () => {
  const scripts = files.flatMap((file) =>
    stepsOf(parse(readFileSync(file, "utf8"))).flatMap(({ run }) => run ?? []),
  );
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

describe("the checks find", () => {
  const workflow = (step: string, more = "") => `on: push
permissions: {contents: read}
concurrency: x
${more}
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - ${step}
`;

  test("nothing in a good one", () => {
    const good = workflow(`uses: some/action@${"0".repeat(40)} # v1.2.3`);
    expect([...lintProblems(good), ...pinProblems(good, new Map()), ...safetyProblems(good)]).toEqual([]);
  });

  test.each([
    ["a typo in a key", workflow("run: true", "permission: {}"), /unexpected key "permission"/],
    [
      "a label that no runner has",
      workflow("run: true").replace("24.04", "24.05"),
      /label "ubuntu-24.05" is unknown/,
    ],
    ["an output that no step has", workflow(`run: echo "\${{ steps.nobody.outputs.x }}"`), /nobody/],
  ])("%s", (_, text, problem) => {
    expect(lintProblems(text).join()).toMatch(problem);
  });

  test.each([
    ["a tag", `uses: some/action@v1`, /not pinned/],
    ["a short SHA", `uses: some/action@0123456`, /not pinned/],
    ["a SHA without version", `uses: some/action@${"0".repeat(40)}`, /no comment/],
    ["another SHA than elsewhere", `uses: some/other@${"1".repeat(40)} # v1.0.0`, /elsewhere/],
  ])("%s", (_, step, problem) => {
    expect(pinProblems(workflow(step), new Map([["some/other", "2"]])).join()).toMatch(problem);
  });

  test.each([
    ["no permissions", /^permissions.*$/m, "", /no permissions/],
    ["permissions to write for all", /contents: read/, "contents: write", /to write for all/],
    ["all permissions at once", /^permissions.*$/m, "permissions: write-all", /no permissions/],
    ["no concurrency", /^concurrency.*$/m, "", /no concurrency/],
    ["no timeout", /timeout-minutes: 5/, "name: x", /no timeout/],
    [
      "a token left behind",
      /run: true/,
      `uses: actions/checkout@${"0".repeat(40)} # v1.0.0`,
      /leaves the token/,
    ],
    ["pull_request_target", /on: push/, "on: pull_request_target", /stranger/],
  ])("%s", (_, from, to, problem) => {
    const good = workflow("run: true");
    expect(safetyProblems(good)).toEqual([]);
    expect(safetyProblems(good.replace(from, to)).join()).toMatch(problem);
  });

  test.each([
    ["an input that is not there", "./", { iteration: 3 }, /no input iteration/],
    ["a value that can't be", "org/tap-migration-action@v1", { iterations: "many" }, /whole number/],
    ["a bad limit", "org/tap-migration-action@v1", { "max-outage-ms": "tap-fd; 3" }, /expected/],
    ["an input that the report has not", "./report", { iterations: 3 }, /no input iterations/],
    ["a truth that is none", "org/tap-migration-action/report@v1", { comment: "yes" }, /true or false/],
  ])("%s", (_, uses, inputs, problem) => {
    expect(inputProblems([{ uses, with: inputs }]).join()).toMatch(problem);
  });

  test.each([
    ["a udev rule", `echo 'KERNEL=="kvm"' | sudo tee /etc/udev/rules.d/99-x.rules`, "udev"],
    ["a module", "sudo modprobe vhost_net", "modprobe"],
    ["an ACL", "sudo setfacl -m u:runner:rw FILE", "setfacl"],
    ["a mode of a device", "sudo chmod 666 /dev/kvm", "/dev/kvm"],
  ])("a step that prepares the host: %s", (_, run, problem) => {
    expect(preparingProblems([{ run }])).toEqual([problem]);
  });

  test("a script with a fault", () => {
    expect(shellProblems(["for f in $(ls *.txt); do echo $f; done"])).toMatch(/SC/);
  });
});

describe("workflows to paste, in the documents", () => {
  const blocks = markdownFiles().flatMap((file) =>
    yamlBlocks(file).map((text) => ({ file, text, workflow: parse(text) })),
  );
  const whole = blocks.filter(({ workflow }) => workflow?.on !== undefined);

  test("the README's first workflow is one step, this action", () => {
    const first = whole.find(({ file }) => file === "README.md");
    expect(stepsOf(first?.workflow).map(({ uses }) => uses)).toEqual(["org/tap-migration-action@v1"]);
  });

  test.each(whole)("a whole one in $file is as good as the examples", ({ text, workflow }) => {
    expect(lintProblems(text)).toEqual([]);
    expect(pinProblems(text, shas)).toEqual([]);
    expect(inputProblems(stepsOf(workflow))).toEqual([]);
  });

  test.each(blocks)("inputs in a block of $file, which leaves the host to setup", ({ workflow }) => {
    const steps = Array.isArray(workflow) ? workflow : workflow?.jobs === undefined ? [] : stepsOf(workflow);
    expect(inputProblems(steps)).toEqual([]);
    expect(preparingProblems(steps)).toEqual([]);
  });
});

describe("dependabot.yml", () => {
  const { updates } = parse(readFileSync(".github/dependabot.yml", "utf8"));
  const folders = updates.flatMap(
    ({ directory, directories = [directory] }: { directory: string; directories?: string[] }) => directories,
  );

  test("looks where npm packages and actions are", () => {
    expect(updates.map((update: Record<string, unknown>) => update["package-ecosystem"])).toEqual([
      "npm",
      "github-actions",
    ]);
    for (const folder of folders) expect(existsSync(join(".", folder)), folder).toBe(true);
    expect(folders).toContain("/examples");
  });
});

test("examples/README.md names every example", () => {
  const text = readFileSync("examples/README.md", "utf8");
  for (const file of files.filter((name) => name.startsWith("examples/"))) {
    expect(text, file).toContain(`](${file.replace("examples/", "")})`);
  }
});
