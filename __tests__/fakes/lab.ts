/** A namespace with two TAPs, in which tests of the stand-in start stand-ins without the product. */
import { type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { asRoot, OURSELVES_PREFIX, rootCommandLine, signalBehindSudo } from "../host/as-root.ts";
import { connectRaw, type RawQmp } from "./raw-qmp.ts";
import type { StandIn } from "./stand-in.ts";

export const NIC = {
  driver: "virtio-net-pci",
  id: "nic0",
  netdev: "net0",
  bus: "pci.1",
  mac: "d6:0d:75:f8:0f:b7",
  mq: true,
  vectors: 18,
  romfile: "",
  "disable-legacy": "off",
};
export const TAP = { type: "tap", id: "net0", queues: 4, script: "", downscript: "" };
export const OPENS = { ...TAP, ifname: "tap0", vnet_hdr: true };
const CAPABILITIES = ["events", "x-ignore-shared"].map((capability) => ({ capability, state: true }));

export interface RawVm {
  readonly qmp: RawQmp;
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** The pid of the stand-in, not of sudo. */
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** The output so far. */
  console(): string;
  stderr(): string;
  /** Exit status, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Types a command on the console and returns its exit status. @throws Error without an answer in time. */
  run(command: string): Promise<number>;
  /** Waits until the console shows the text. @throws Error when it does not in time. */
  shows(text: string): Promise<void>;
}

export interface Lab extends AsyncDisposable {
  readonly namespace: string;
  ip(...args: string[]): void;
  start(standIn: StandIn, name: string, options?: { incoming?: boolean; args?: string[] }): Promise<RawVm>;
  /** Starts a stand-in, does the steps, boots it, logs in and sets its address. */
  boot(standIn: StandIn, steps: readonly Step[]): Promise<RawVm>;
  /** Sends one echo request from the host. True if it was answered. */
  ping(): boolean;
  /** Sends 200 requests per second until stopped. While nobody reads, the TAP's queue holds about a second of them. */
  probe(): Probe;
}

export interface Probe {
  /** Resolves after some 30 answers: fping begins with a burst, and late on a busy machine. */
  steady(): Promise<void>;
  /** Requests sent, requests lost, and the longest time between two answers. */
  stop(): Promise<{ sent: number; lost: number; longestGapMs: number }>;
}

/** One QMP command. */
export type Step = readonly [command: string, args?: object];

export function makeLab(): Lab {
  const namespace = `lab-${randomBytes(6).toString("hex")}`;
  const children: ChildProcessByStdio<Writable | null, Readable, Readable>[] = [];
  const ip = (...args: string[]) => void asRoot("ip", "-n", namespace, ...args);
  const inside = (...command: string[]) => rootCommandLine("ip", "netns", "exec", namespace, ...command);
  asRoot("ip", "netns", "add", namespace);
  for (const tap of ["tap0", "tap1"]) {
    const owner = ["user", `${process.getuid?.()}`];
    ip("tuntap", "add", "dev", tap, "mode", "tap", "multi_queue", "vnet_hdr", ...owner);
    ip("link", "set", tap, "addrgenmode", "none", "up");
  }
  ip("link", "set", "tap0", "address", "e6:1d:44:b5:03:5d");
  ip("address", "add", "192.168.100.1/24", "dev", "tap0");

  const lab: Lab = {
    namespace,
    ip,
    async start(standIn, name, { incoming = false, args = [] } = {}) {
      const qmpPath = join(standIn.directory, `${name}.qmp`);
      const logPath = join(standIn.directory, `${name}.console`);
      const [file, ...words] = inside(
        ...[...OURSELVES_PREFIX, standIn.path],
        ...["-name", name, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-S"],
        ...["-machine", "q35,memory-backend=ram0", "-accel", "tcg", "-smp", "1", "-m", "64M"],
        ...["-device", "pcie-pci-bridge,id=pci.1,bus=pcie.0"],
        ...["-chardev", `stdio,id=console,signal=off,logfile=${logPath}`, "-serial", "chardev:console"],
        ...["-chardev", `socket,id=qmp,path=${qmpPath},server=on,wait=off`],
        ...["-mon", "chardev=qmp,mode=control"],
        ...(incoming ? ["-incoming", "defer"] : []),
        ...args,
      );
      const child = spawn(file, words, { stdio: ["pipe", "pipe", "pipe"] });
      children.push(child);
      let stderr = "";
      child.stdin.on("error", () => undefined);
      child.stdout.resume();
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
      });
      const ended = new Promise<number | string>((resolve) =>
        child.on("close", (status, signal) => resolve(signal ?? status ?? -1)),
      );
      const qmp = await connectRaw(qmpPath);
      const pid = standIn.truth("started").at(-1)?.pid ?? 0;
      const kill = (signal: NodeJS.Signals) => void process.kill(pid, signal);
      await qmp.ask("migrate-set-capabilities", { capabilities: CAPABILITIES });
      const console = () => readFileSync(logPath, "utf8");
      const shows = async (text: string) => {
        for (let tries = 0; !console().includes(text); tries += 1) {
          if (tries > 500)
            throw new Error(`the console never shows ${text}: ${JSON.stringify(console().slice(-400))}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      const run = async (command: string) => {
        const marker = randomBytes(4).toString("hex");
        child.stdin.write(`${command}; echo =${marker}=$?=\r`);
        const answer = new RegExp(`=${marker}=(\\d+)=\r\n`);
        for (let tries = 0; ; tries += 1) {
          const match = answer.exec(console());
          if (match !== null) return Number(match[1]);
          if (tries > 1000)
            throw new Error(`no answer to ${command}: ${JSON.stringify(console().slice(-400))}`);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      return { qmp, process: child, pid, kill, console, stderr: () => stderr, ended, run, shows };
    },
    async boot(standIn, steps) {
      const vm = await lab.start(standIn, `source${children.length}`);
      for (const [command, args] of steps) await vm.qmp.ask(command, args);
      await vm.qmp.ask("cont");
      await vm.shows("localhost login: ");
      vm.process.stdin.write("root\r");
      await vm.shows("~# ");
      await vm.run("stty cols 500");
      await vm.run("ip link set eth0 up && ip addr add 192.168.100.2/24 dev eth0");
      return vm;
    },
    ping() {
      try {
        const [file, ...args] = inside("ping", "-n", "-q", "-c", "1", "-W", "1", "192.168.100.2");
        execFileSync(file, args, { stdio: "ignore" });
        return true;
      } catch {
        return false;
      }
    },
    probe() {
      const [file, ...args] = inside("fping", ..."-l -D -i 0.2 -p 5 -t 5000 192.168.100.2".split(" "));
      const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
      children.push(child);
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      return {
        async steady() {
          for (let tries = 0; text.split(" bytes").length < 30; tries += 1) {
            if (tries > 1000) throw new Error(`the probe is not answered: ${text.slice(-400)}`);
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
        async stop() {
          signalBehindSudo(child.pid ?? 0, "SIGINT");
          await new Promise((resolve) => child.on("close", resolve));
          const replies = [...text.matchAll(/^\[([\d.]+)\] \S+ : \[(\d+)\], \d+ bytes/gm)];
          const times = replies.map((reply) => Number(reply[1]) * 1000);
          const numbers = new Set(replies.map((reply) => Number(reply[2])));
          const sent = Math.max(-1, ...numbers) + 1;
          const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
          return { sent, lost: sent - numbers.size, longestGapMs: Math.max(...gaps) };
        },
      };
    },
    async [Symbol.asyncDispose]() {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const gone = new Promise((resolve) => child.on("close", resolve));
        signalBehindSudo(child.pid ?? 0, "SIGKILL");
        await gone;
      }
      asRoot("ip", "netns", "delete", namespace);
    },
  };
  return lab;
}
