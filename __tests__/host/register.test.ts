/** Proves: a run's record undoes everything in reverse order, also for the next run after a SIGKILL. */
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { thisOwner } from "../../src/host/owner.ts";
import { findPrivilege, type Privilege } from "../../src/host/privilege.ts";
import { identify, isAlive } from "../../src/host/proc.ts";
import { readRecord } from "../../src/host/record.ts";
import { cleanDeadRuns, openRegister } from "../../src/host/register.ts";
import { NAME_PREFIX } from "../../src/host/undo.ts";
import { useFolder } from "../for-each-test.ts";
import { asRoot, rootCommandLine } from "./as-root.ts";

let privilege: Privilege;
const base = useFolder();
let state: string;

beforeAll(async () => {
  privilege = await findPrivilege();
});
beforeEach(() => {
  state = base.at("runs");
});

const namespaceExists = (name: string) => existsSync(`/run/netns/${name}`);

/** Starts a process in a namespace that ignores TERM, detached from us. */
async function startStubborn(namespace: string): Promise<number> {
  const stubborn = "trap '' TERM; echo $$; while :; do sleep 1; done";
  const [file, ...args] = rootCommandLine("ip", "netns", "exec", namespace, "/bin/sh", "-c", stubborn);
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "ignore"], detached: true });
  const pid = await new Promise<number>((resolve) =>
    child.stdout.once("data", (chunk) => resolve(Number(String(chunk)))),
  );
  child.unref();
  return pid;
}

/** Writes what a killed run leaves: its record, with a dead owner. */
function abandon(things: object[], owner: object = deadOwner()): string {
  const run = "0123456789";
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const lines = [{ run, ...owner }, ...things.map((what, hold) => ({ hold, what }))];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  writeFileSync(join(state, `${run}.jsonl`), text, { mode: 0o600 });
  return run;
}

function deadOwner() {
  // A living pid with another start time: what a reused pid looks like.
  return { ...thisOwner(), startTicks: thisOwner().startTicks + 1 };
}

describe("a run that ends in order", () => {
  test("undoes last things first, and leaves nothing, not even its record", async () => {
    const register = openRegister(privilege, state);
    const outer = base.at(`${NAME_PREFIX}outer`);
    const inner = join(outer, `${NAME_PREFIX}inner`);
    register.hold({ kind: "folder", path: outer });
    mkdirSync(outer);
    register.hold({ kind: "file", path: inner });
    writeFileSync(inner, "");
    expect(await register.close()).toEqual([]);
    expect(existsSync(outer)).toBe(false);
    expect(existsSync(state)).toBe(false);
  });

  test("writes a thing down before it exists, and its undoing after it", async () => {
    const register = openRegister(privilege, state);
    const path = base.at(`${NAME_PREFIX}thing`);
    const held = register.hold({ kind: "file", path });
    const record = () => readFileSync(join(state, `${register.runId}.jsonl`), "utf8");
    expect(record()).toContain(path);
    expect(record()).not.toContain("undone");
    await held.undo();
    await held.undo();
    expect(record().match(/undone/g)).toHaveLength(1);
    await register.close();
  });

  test("goes on after what cannot be undone, says which, and keeps its record for the next run", async () => {
    const register = openRegister(privilege, state);
    const foreign = base.at(`${NAME_PREFIX}foreign`);
    const own = base.at(`${NAME_PREFIX}own`);
    for (const path of [foreign, own]) {
      register.hold({ kind: "file", path: path });
      writeFileSync(path, "");
    }
    asRoot("chown", "4242", foreign);
    const problems = await register.close();
    expect(problems).toEqual([`${foreign} belongs to another user (uid 4242): not removed`]);
    expect(existsSync(own)).toBe(false);
    expect(readdirSync(state)).toEqual([`${register.runId}.jsonl`]);
    asRoot("rm", foreign);
  });

  test("ends all processes in its namespace, even those that ignore TERM, and removes the namespace", async () => {
    const register = openRegister(privilege, state);
    const name = `${NAME_PREFIX}${register.runId}-guest`;
    register.hold({ kind: "namespace", name });
    asRoot("ip", "netns", "add", name);
    const stubborn = identify(await startStubborn(name));
    expect(stubborn).not.toBeNull();
    expect(await register.close()).toEqual([]);
    expect(stubborn && isAlive(stubborn)).toBe(false);
    expect(namespaceExists(name)).toBe(false);
  });
});

describe("what a dead run left", () => {
  test("is undone: namespace, its processes, folder, file", async () => {
    const name = `${NAME_PREFIX}0123456789-guest`;
    const folder = base.at(`${NAME_PREFIX}0123456789-folder`);
    const file = join("/dev/shm", `${NAME_PREFIX}0123456789-ram`);
    mkdirSync(folder);
    writeFileSync(file, "");
    asRoot("ip", "netns", "add", name);
    const stubborn = identify(await startStubborn(name));
    const run = abandon([
      { kind: "folder", path: folder },
      { kind: "file", path: file },
      { kind: "namespace", name },
    ]);
    expect(await cleanDeadRuns(privilege, state)).toEqual({
      cleaned: [run],
      living: [],
      elsewhere: [],
      problems: [],
    });
    expect([
      existsSync(folder),
      existsSync(file),
      namespaceExists(name),
      stubborn && isAlive(stubborn),
    ]).toEqual([false, false, false, false]);
    expect(existsSync(state)).toBe(false);
  });

  test("is left alone while its owner lives", async () => {
    const folder = base.at(`${NAME_PREFIX}0123456789-folder`);
    mkdirSync(folder);
    const run = abandon([{ kind: "folder", path: folder }], thisOwner());
    expect(await cleanDeadRuns(privilege, state)).toEqual({
      cleaned: [],
      living: [run],
      elsewhere: [],
      problems: [],
    });
    expect(existsSync(folder)).toBe(true);
  });

  test("access that a run is taking back is left to it by nobody, and is still to be undone if it dies", () => {
    const access = { kind: "access", device: "tun" };
    const path = join(state, `${abandon([access, access], thisOwner())}.jsonl`);
    appendFileSync(path, `${JSON.stringify({ leaving: 0 })}\n`);
    expect(readRecord(path)).toMatchObject({ left: [access, access], needed: [access] });
    appendFileSync(path, `${JSON.stringify({ undone: 0 })}\n`);
    expect(readRecord(path)).toMatchObject({ left: [access], needed: [access] });
  });

  test("of another boot: files are removed, names that mean nothing now are not touched", async () => {
    const folder = base.at(`${NAME_PREFIX}0123456789-folder`);
    mkdirSync(folder);
    const namespace = `${NAME_PREFIX}0123456789-other`;
    asRoot("ip", "netns", "add", namespace);
    abandon(
      [
        { kind: "folder", path: folder },
        { kind: "namespace", name: namespace },
      ],
      {
        ...deadOwner(),
        bootId: "00000000-0000-0000-0000-000000000000",
      },
    );
    const { problems } = await cleanDeadRuns(privilege, state);
    expect(problems).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    expect(namespaceExists(namespace)).toBe(true);
    asRoot("ip", "netns", "delete", namespace);
  });

  test("a line cut short by the kill is passed over, the rest is undone", async () => {
    const folder = base.at(`${NAME_PREFIX}0123456789-folder`);
    mkdirSync(folder);
    const run = abandon([{ kind: "folder", path: folder }]);
    writeFileSync(join(state, `${run}.jsonl`), '{"hold":7,"what":{"kind":"fol', { flag: "a" });
    expect((await cleanDeadRuns(privilege, state)).cleaned).toEqual([run]);
    expect(existsSync(folder)).toBe(false);
  });

  test("a file that is no record is named, and not removed", async () => {
    mkdirSync(state, { recursive: true, mode: 0o700 });
    const path = join(state, "broken.jsonl");
    writeFileSync(path, "rubbish");
    const { problems } = await cleanDeadRuns(privilege, state);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(path);
    expect(existsSync(path)).toBe(true);
  });
});
