/** Proves: the scripts in the workflows do what they say, run with bash as a runner does. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { useFolder } from "../for-each-test.ts";
import { stepsOf } from "./workflows.ts";

const folder = useFolder();

/** A program in a folder of its own, which comes first in PATH. */
function standIn(path: string, script: string): void {
  const file = folder.at(path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, `#!/usr/bin/env bash\nset -e\n${script}\n`);
  chmodSync(file, 0o755);
}

/** Runs a step as the runner does; outputs are what it wrote to GITHUB_OUTPUT. */
function runStep(file: string, name: string, env: Record<string, string>) {
  const step = stepsOf(parse(readFileSync(file, "utf8"))).find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`${file} has no script "${name}"`);
  const outputs = folder.at("outputs");
  writeFileSync(outputs, "");
  // What `shell: bash` adds, and what goes without saying otherwise.
  const options = step.shell === "bash" ? ["-eo", "pipefail"] : ["-e"];
  const { status, stdout, stderr } = spawnSync("bash", [...options, "-c", step.run], {
    cwd: folder.path,
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder.path}/bin:${process.env.PATH}`, GITHUB_OUTPUT: outputs, ...env },
  });
  const written = readFileSync(outputs, "utf8").trim().split("\n");
  return {
    status,
    said: stdout + stderr,
    outputs: Object.fromEntries(written.map((line) => line.split("="))),
  };
}

test("script/demo says on stderr which accelerator it takes: stdout is the run's alone", () => {
  const { status, stdout } = spawnSync("script/demo", ["--help"], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: /);
});

describe("release.yml moves the major tag", () => {
  const move = (tag: string, tags: readonly string[], gh = "") => {
    standIn(
      "bin/gh",
      `case "$*" in *matching-refs*) printf '%s\\n' ${tags.join(" ")} ;; *) echo "$*" >>calls; ${gh || ":"} ;; esac`,
    );
    const env = { TAG: tag, GITHUB_REPOSITORY: "org/x", GITHUB_SHA: "abc", GH_TOKEN: "t" };
    const { status, said } = runStep(".github/workflows/release.yml", "Move the major tag", env);
    const calls = folder.at("calls");
    return { status, said, calls: existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [] };
  };
  const PATCH = "api --method PATCH repos/org/x/git/refs/tags/v1 -f sha=abc -F force=true";
  const POST = "api --method POST repos/org/x/git/refs -f ref=refs/tags/v1 -f sha=abc";

  test("to the newest version, by number and not by letter", () => {
    expect(move("v1.10.0", ["v1.10.0", "v1.9.3", "v1.10.0-rc1"])).toMatchObject({
      status: 0,
      calls: [PATCH],
    });
  });

  test("and makes it at the first one", () => {
    expect(move("v1.0.0", ["v1.0.0"], '[[ "$*" != *PATCH* ]]')).toMatchObject({
      status: 0,
      calls: [PATCH, POST],
    });
  });

  test("but not back to a fix of an older one", () => {
    const { status, said, calls } = move("v1.2.4", ["v1.2.4", "v1.3.0"]);
    expect({ status, calls }).toEqual({ status: 0, calls: [] });
    expect(said).toMatch(/v1 stays where it is: v1.3.0 is newer than v1.2.4/);
  });

  test.each(["1.2.3", "v1.2", "v1.2.3-rc1", "v1.2.3; echo x"])(
    "and not for %s, which is no version",
    (tag) => {
      expect(move(tag, [tag])).toMatchObject({ status: 1, calls: [] });
    },
  );

  test("nor when GitHub does not say which there are", () => {
    expect(move("v1.0.0", ["; exit 1"])).toMatchObject({ status: 1, calls: [] });
  });
});

describe("base-and-head.yml", () => {
  const FILE = "examples/base-and-head.yml";
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder.at("origin"), "-c", "user.name=x", "-c", "user.email=x@x", ...args], {
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  const commit = (name: string) => {
    writeFileSync(folder.at("origin", name), name);
    git("add", name);
    git("commit", "--quiet", "--message", name);
  };

  /** A base with two commits, a branch off the first, merged into the second as GitHub does; checked out as the step does. */
  beforeEach(() => {
    mkdirSync(folder.at("origin"));
    git("init", "--quiet", "--initial-branch", "master");
    commit("first");
    git("switch", "--quiet", "--create", "change");
    commit("changed");
    git("switch", "--quiet", "master");
    commit("second");
    git("switch", "--quiet", "--detach");
    git("merge", "--quiet", "--no-ff", "--message", "merge", "change");
    git("branch", "merged");
    const clone = ["clone", "--quiet", "--depth=2", "--branch=merged"];
    execFileSync("git", [...clone, `file://${folder.path}/origin`, folder.at("head")], { stdio: "pipe" });
  });

  test("base is what the pull request would change, without it", () => {
    const { status, outputs } = runStep(FILE, "Check out base beside it", {
      GITHUB_EVENT_NAME: "pull_request",
    });
    expect(status).toBe(0);
    expect(outputs).toEqual({
      head: git("rev-parse", "merged^{tree}"),
      base: git("rev-parse", "master^{tree}"),
    });
    expect(existsSync(folder.at("base/second"))).toBe(true);
    expect(existsSync(folder.at("base/changed"))).toBe(false);
    expect(existsSync(folder.at("head/changed"))).toBe(true);
  });

  test("outside of a pull request there is no base", () => {
    const { status, outputs } = runStep(FILE, "Check out base beside it", { GITHUB_EVENT_NAME: "push" });
    expect(status).toBe(0);
    expect(outputs).toEqual({ head: git("rev-parse", "merged^{tree}") });
    expect(existsSync(folder.at("base"))).toBe(false);
  });

  const built = (tree: string) => existsSync(folder.at(`qemu/${tree}/bin/qemu-system-x86_64`));
  const configure = `for word; do case $word in --prefix=*) echo "\${word#--prefix=}" >prefix ;; esac; done`;
  const make = `[ "$2" = install ]; mkdir -p "$(cat prefix)/bin"; install -m 755 prefix "$(cat prefix)/bin/qemu-system-x86_64"; echo x >>"$OLDPWD/made"`;

  test.each([
    ["both when the cache has none", { HEAD: "h", BASE: "b" }, [], 2],
    ["head alone when the cache has base", { HEAD: "h", BASE: "b" }, ["b"], 1],
    ["once what is the same", { HEAD: "h", BASE: "h" }, [], 1],
    ["nothing when the cache has both", { HEAD: "h", BASE: "b" }, ["h", "b"], 0],
    ["head alone outside of a pull request", { HEAD: "h", BASE: "" }, [], 1],
  ])("builds %s", (_, trees, cached, times) => {
    for (const side of ["head", "base"]) standIn(`${side}/configure`, configure);
    standIn("bin/make", make.replace("$OLDPWD", folder.path));
    for (const tree of cached) standIn(`qemu/${tree}/bin/qemu-system-x86_64`, "");
    const { status, said } = runStep(FILE, "Build what is missing", trees);
    expect(said).not.toMatch(/error/i);
    expect(status).toBe(0);
    const made = folder.at("made");
    expect(existsSync(made) ? readFileSync(made, "utf8").length / 2 : 0).toBe(times);
    for (const tree of Object.values(trees)) if (tree !== "") expect(built(tree), tree).toBe(true);
  });

  test("a build that fails ends the step", () => {
    for (const side of ["head", "base"]) standIn(`${side}/configure`, "exit 1");
    standIn("bin/make", make);
    expect(runStep(FILE, "Build what is missing", { HEAD: "h", BASE: "b" }).status).not.toBe(0);
  });
});

test("ci.yml measures with KVM where /dev/kvm is there: setup opens it later", () => {
  const { status, outputs } = runStep(".github/workflows/ci.yml", "KVM, or a warning", {});
  expect(status).toBe(0);
  expect(outputs).toEqual({ accel: existsSync("/dev/kvm") ? "kvm" : "tcg" });
});

describe("ci.yml looks at the outputs of the action", () => {
  const look = (change: Record<string, string>, accel = "kvm") => {
    for (const name of ["report.html", "junit.xml", "benchmark.json"]) writeFileSync(folder.at(name), "x");
    writeFileSync(folder.at("results.json"), JSON.stringify({ accel }));
    const WRITTEN = "results.json report.html junit.xml benchmark.json";
    const env = { CONCLUSION: "passed", ACCEL: "kvm", WORST: "12.3", WRITTEN, ...change };
    return runStep(".github/workflows/ci.yml", "The outputs are there", env).status;
  };

  test.each([
    ["passes when all are there", {}, "kvm", 0],
    ["fails when the run failed", { CONCLUSION: "failed" }, "kvm", 1],
    ["fails without a figure", { WORST: "" }, "kvm", 1],
    ["fails when a file is not named", { WRITTEN: "results.json" }, "kvm", 1],
    ["fails when a file is not there", { WRITTEN: "results.json report.html junit.xml none" }, "kvm", 1],
    ["fails when another accelerator was taken", {}, "tcg", 1],
  ])("%s", (_, change, accel, status) => {
    expect(look(change, accel)).toBe(status);
  });
});
