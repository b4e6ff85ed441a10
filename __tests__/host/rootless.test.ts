/** Proves: without root, a run's namespaces end with it, however it ends, and a host that refuses them is named with the way to allow them. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createNetwork } from "../../src/host/network.ts";
import { findPrivilege, type Privilege, runAsRoot, signalInside } from "../../src/host/privilege.ts";
import { descendants, identify, isAlive } from "../../src/host/proc.ts";
import { cleanDeadRuns, openRegister } from "../../src/host/register.ts";
import { doNothing, listPids } from "../../src/host/root-command.ts";
import { adviceOnRootless, openRootless } from "../../src/host/rootless.ts";
import { NAME_PREFIX } from "../../src/host/undo.ts";
import { useFolder } from "../for-each-test.ts";
import { asRoot, isRoot, NOBODY } from "./as-root.ts";
import { makeCommonPlace } from "./ordinary-user.ts";

const base = useFolder();
const opened: Privilege[] = [];

afterEach(async () => {
  for (const { rootless } of opened.splice(0)) await rootless?.close();
});

async function withoutRoot(): Promise<Privilege> {
  const privilege = await findPrivilege("none");
  opened.push(privilege);
  return privilege;
}

/** Starts a process in the namespaces, which sleeps. */
function startInside({ rootless }: Privilege) {
  const [file, ...args] = rootless?.enter(["/bin/sleep", "1000"]) ?? [""];
  return spawn(file, args, { stdio: "ignore" });
}

/** The process that nsenter has started. */
const sleeper = async (pid: number | undefined) =>
  await expect
    .poll(() => descendants(pid ?? 0).find(({ name }) => name === "sleep")?.pid, { timeout: 20_000 })
    .toBeTypeOf("number")
    .then(() => identify(descendants(pid ?? 0).find(({ name }) => name === "sleep")?.pid ?? 0));

describe("namespaces of this user", () => {
  test("have a network with TAPs, which the host does not see, and nothing is left", async () => {
    const privilege = await withoutRoot();
    expect(privilege).toMatchObject({ kind: "none", whyNotSudo: null });
    const state = base.at("runs");
    const register = openRegister(privilege, state);
    const network = await createNetwork(register, privilege, {
      ...{ name: "guest", taps: ["tap0", "tap1"], multiQueue: true, nics: 1 },
    });
    await network.reset();
    expect(await network.linkStatistics()).toContain("tap1");
    expect(existsSync(`/run/netns/${network.namespace}`)).toBe(false);
    const inside = `/proc/${privilege.rootless?.pid}/root/run/netns/${network.namespace}`;
    expect(existsSync(inside)).toBe(true);
    await network[Symbol.asyncDispose]();
    expect(existsSync(inside)).toBe(false);
    expect(await register.close()).toEqual([]);
    expect(existsSync(`/proc/${privilege.rootless?.pid}`)).toBe(false);
    expect(existsSync(state)).toBe(false);
  });

  test("a process in the network ends with it; its pid there is never signalled here", async () => {
    const privilege = await withoutRoot();
    const register = openRegister(privilege, base.at("runs"));
    const network = await createNetwork(register, privilege, {
      ...{ name: "guest", taps: [], multiQueue: true, nics: 1 },
    });
    const [file, ...args] = network.userInside(
      ["/bin/sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"],
      {},
    );
    const child = spawn(file, args, { stdio: "ignore" });
    const ended = once(child, "exit");
    const pids = () => runAsRoot(privilege, listPids(network.namespace));
    await expect.poll(pids, { timeout: 20_000 }).not.toBe("");
    const [inner = 0] = (await pids()).split("\n").map(Number);
    // Its pid here is another one.
    expect(descendants(child.pid ?? 0).map(({ pid }) => pid)).not.toContain(inner);
    const signalled: number[] = [];
    const kill = process.kill;
    process.kill = (pid, signal) => {
      signalled.push(pid);
      return kill.call(process, pid, signal);
    };
    try {
      await register.close();
    } finally {
      process.kill = kill;
    }
    await ended;
    expect(signalled).toEqual([]);
  });

  test("a pid of theirs that is none there does nothing", async () => {
    const privilege = await withoutRoot();
    const stranger = spawn("/bin/sleep", ["1000"], { stdio: "ignore" });
    await once(stranger, "spawn");
    await signalInside(privilege, stranger.pid ?? 0, "KILL");
    expect(isAlive(identify(stranger.pid ?? 0) ?? { pid: 0, startTicks: 0 })).toBe(true);
    stranger.kill("SIGKILL");
  });

  test("close ends all that runs in them, and keeps what was remembered", async () => {
    const privilege = await withoutRoot();
    const kept = base.at(`${NAME_PREFIX}kept`);
    mkdirSync(kept);
    privilege.rootless?.remember(kept);
    const child = startInside(privilege);
    const ended = once(child, "exit");
    await sleeper(child.pid);
    await privilege.rootless?.close();
    await ended;
    expect(existsSync(kept)).toBe(true);
  });

  test("commands have this process's working directory", async () => {
    const privilege = await withoutRoot();
    const [file, ...args] = privilege.rootless?.enter(["/bin/sh", "-c", 'echo "$(pwd -P) $(id -u)"']) ?? [""];
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "inherit"] });
    const said = String((await once(child.stdout, "data"))[0]);
    expect(said).toBe(`${process.cwd()} 0\n`);
    await runAsRoot(privilege, doNothing());
  });

  test("a namespace that a dead run of root's has left is named, not forgotten", async () => {
    const privilege = await withoutRoot();
    const run = "0123456789";
    const name = `${NAME_PREFIX}${run}-rootless`;
    const register = openRegister(privilege, base.at("runs"));
    asRoot("ip", "netns", "add", name);
    try {
      register.hold({ kind: "namespace", name });
      expect(await register.close()).toEqual([
        `the network namespace ${name} was made by root: only root or sudo can remove it`,
      ]);
    } finally {
      asRoot("ip", "netns", "delete", name);
    }
    expect((await cleanDeadRuns(await withoutRoot(), base.at("runs"))).problems).toEqual([]);
  });
});

test("after SIGKILL of their owner nothing is left: no process, no file", async () => {
  using place = makeCommonPlace();
  const bundle = await place.bundle("src/host/rootless.ts");
  const script = join(place.path, "owner.mjs");
  writeFileSync(
    script,
    `import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
const { openRootless } = await import(${JSON.stringify(bundle)});
const rootless = await openRootless();
const folder = mkdtempSync("/tmp/rootless-");
writeFileSync(folder + "/closed", "", { mode: 0 });
rootless.remember(folder);
const [file, ...args] = rootless.enter(["/bin/sleep", "1000"]);
const child = spawn(file, args, { stdio: "ignore", detached: true });
console.log(JSON.stringify({ folder, holder: rootless.pid, inside: child.pid }));
setInterval(() => {}, 1000);
`,
  );
  const ids = isRoot ? { uid: NOBODY.uid, gid: NOBODY.gid } : {};
  const owner = spawn(place.node, [script], { ...ids, cwd: "/", stdio: ["ignore", "pipe", "inherit"] });
  const { folder, holder, inside } = JSON.parse(String((await once(owner.stdout, "data"))[0]));
  const inner = await sleeper(inside);
  expect(inner).not.toBeNull();
  owner.kill("SIGKILL");
  const left = () => [
    ...(existsSync(folder) ? [folder] : []),
    ...[holder, inside, inner?.pid].filter((pid) => identify(pid) !== null),
  ];
  await expect.poll(left, { timeout: 20_000 }).toEqual([]);
});

describe("a host that refuses them", () => {
  const sysctls = (settings: Record<string, string>): string => {
    const folder = base.at("sys");
    for (const [name, value] of Object.entries(settings)) {
      const path = join(folder, ...name.split("."));
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, `${value}\n`);
    }
    return folder;
  };

  test.each([
    ["kernel.unprivileged_userns_clone", "0", "1"],
    ["kernel.apparmor_restrict_unprivileged_userns", "1", "0"],
    ["user.max_user_namespaces", "0", "10000"],
  ])("by %s: says so, and how to allow them", (name, value, allowed) => {
    const { found, mend } = adviceOnRootless("unshare: Operation not permitted", sysctls({ [name]: value }));
    expect(found).toContain(`${name}=${value} (unshare: Operation not permitted)`);
    expect(mend).toMatch(new RegExp(`^(sudo )?sysctl -w ${name}=${allowed}$`));
  });

  test("in another way: the words of unshare, and what a container and a chroot need", () => {
    const advice = adviceOnRootless("unshare: no luck", sysctls({ "user.max_user_namespaces": "96365" }));
    expect(advice).toMatchObject({
      found: expect.stringMatching(/ \(unshare: no luck\)$/),
      mend: null,
      besides: expect.stringMatching(/seccomp=unconfined.*chroot/),
    });
  });

  test("a cancelled run does not wait for them", async () => {
    await expect(openRootless(AbortSignal.abort(new Error("cancelled")))).rejects.toThrow("cancelled");
  });
});
