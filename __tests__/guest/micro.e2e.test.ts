/** Proves: the micro guest boots under TCG with login, NIC and programs, and its initrd is reproducible. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DirectBootGuest } from "../../src/guest/guest.ts";
import { makeMicroGuest } from "../../src/guest/micro.ts";
import { makeOwnFolder, type OwnFolder } from "../../src/host/private-folder.ts";

/** Long, for TCG on a busy machine. Only a timeout, never a measure. */
const PATIENCE_MS = 120_000;

const QEMU = [
  ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
  ...["-machine", "q35", "-accel", "tcg", "-m", "256M", "-smp", "2"],
  ...["-device", "pcie-pci-bridge,id=pci.1,bus=pcie.0"],
  ...["-netdev", "hubport,id=net0,hubid=0"],
  ...["-device", "virtio-net-pci,netdev=net0,mac=d6:0d:75:f8:0f:b7,romfile=,disable-legacy=off,bus=pci.1"],
  ...["-chardev", "stdio,id=console0,signal=off", "-serial", "chardev:console0"],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal control sequences begin with ESC
const CONTROL_SEQUENCES = /\u001b\[[0-9;]*[A-Za-z]/g;

let folder: OwnFolder;
let guest: DirectBootGuest;
let qemu: ChildProcessWithoutNullStreams;
let ended: Promise<number | null>;
let said = "";
let seen = 0;
let onText: () => void = () => undefined;

/** Waits until the guest prints this, after what earlier calls waited for. @return what it printed until then. */
async function hear(pattern: RegExp): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const match = pattern.exec(said.slice(seen));
    if (match !== null) {
      const heard = said.slice(seen, seen + match.index + match[0].length);
      seen += heard.length;
      return heard;
    }
    if (Date.now() > deadline || qemu.exitCode !== null) {
      throw new Error(`not heard: ${pattern}; the guest said: ${JSON.stringify(said.slice(-3000))}`);
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 1000);
      onText = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Runs a command in the guest. @return its output and status. */
async function run(command: string): Promise<{ status: number; output: string }> {
  qemu.stdin.write(`${command}; echo "<$?>"\r`);
  // The echo of the command does not match: it has `$?` instead of a number.
  const heard = await hear(/<\d+>\n[\s\S]*# /);
  const [, output = "", status] = /\n([\s\S]*)<(\d+)>\n/.exec(heard) ?? [];
  return { status: Number(status), output };
}

async function logIn(): Promise<string> {
  const before = await hear(guest.loginPattern);
  qemu.stdin.write(`${guest.user}\r`);
  await hear(guest.promptPattern);
  // Otherwise the echo of a long command would be wrapped.
  await run("stty rows 50 cols 500");
  return before;
}

beforeAll(async () => {
  folder = makeOwnFolder(join(tmpdir(), `micro-test-${process.pid}`));
  guest = await makeMicroGuest({ folder, readPrivileged: async (path) => readFileSync(path) });
  qemu = spawn("qemu-system-x86_64", [...QEMU, ...guest.qemuArguments]);
  ended = new Promise((resolve) => qemu.once("exit", resolve));
  qemu.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("latin1").replaceAll("\r", "").replaceAll(CONTROL_SEQUENCES, "");
    onText();
  });
}, PATIENCE_MS);

afterAll(async () => {
  qemu?.kill("SIGKILL");
  await ended;
  rmSync(folder.path, { recursive: true, force: true });
});

// One guest, looked at step by step: each step goes on from where the one before left it.
describe("the micro guest, booted", { timeout: PATIENCE_MS }, () => {
  test("says nothing but its login prompt, and lets root in", async () => {
    expect((await logIn()).trim()).toBe("localhost login:");
  });

  test("has the NIC as eth0, with its MAC and its queue, and lo up", async () => {
    expect((await run("ip link show eth0")).output).toContain("link/ether d6:0d:75:f8:0f:b7");
    expect(await run("ls -d /sys/class/net/eth0/queues/tx-* | wc -l")).toEqual({
      status: 0,
      output: "1\n",
    });
    expect((await run("ping -c 1 127.0.0.1")).status).toBe(0);
  });

  test("takes an address, and speaks no IPv6 unasked", async () => {
    expect(await run("ip address add 192.168.100.2/24 dev eth0 && ip link set eth0 up")).toEqual({
      status: 0,
      output: "",
    });
    expect((await run("ip address show eth0")).output).toContain("inet 192.168.100.2/24");
    expect((await run("ls /proc/net/if_inet6")).status).not.toBe(0);
  });

  test("has a terminal and the programs that a run calls for", async () => {
    expect((await run("stty size")).output).toBe("50 500\n");
    expect((await run("cat /proc/sys/kernel/hostname")).output).toBe("localhost\n");
    expect((await run("tty")).output).toBe("/dev/ttyS0\n");
  });

  test("asks for the next login after an exit", async () => {
    qemu.stdin.write("exit\r");
    await logIn();
    expect((await run("cat /proc/1/comm")).output).toBe("init\n");
  });

  test("a panic is on the console, and ends QEMU", async () => {
    qemu.stdin.write("echo c >/proc/sysrq-trigger\r");
    await ended;
    expect(said).toContain("Kernel panic - not syncing: sysrq triggered crash");
  });
});

describe("the micro guest, made", () => {
  test("is the same wherever it is made", async () => {
    const elsewhere = makeOwnFolder(join(tmpdir(), `micro-test-${process.pid}-elsewhere`));
    try {
      const other = await makeMicroGuest({
        folder: elsewhere,
        readPrivileged: async (path) => readFileSync(path),
      });
      expect(readFileSync(other.initrdPath).equals(readFileSync(guest.initrdPath))).toBe(true);
    } finally {
      rmSync(elsewhere.path, { recursive: true, force: true });
    }
  });
});
