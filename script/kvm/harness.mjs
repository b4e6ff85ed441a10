// Measures what our own work costs on KVM: runs of new-tap with our switch of TAPs and with one `sudo ip` per step, in turn.
//   node script/kvm/harness.mjs FILE [ITERATIONS]     in the folder of the repository, as an ordinary user with sudo
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { join, resolve } from "node:path";

/** In this order, so that a load that grows or falls hits both alike. */
const ORDER = ["ours", "six", "six", "ours"];
/** Where the product finds `ip`, and where the real one is while slow-ip replaces it. */
const PLACES = ["/usr/sbin/ip", "/usr/bin/ip", "/sbin/ip", "/bin/ip"];
const REAL = "/dev/ip-real";

const [file, iterations = "4"] = process.argv.slice(2);
const work = mkdtempSync("/tmp/harness-");
const kernels = existsSync("/boot") && readdirSync("/boot").some((name) => name.startsWith("vmlinuz-"));
const guest = kernels ? [] : ["--kernel", "/opt/inner/kernel.vmlinux"];
const variables = { HOME: process.env.HOME, PATH: process.env.PATH, TMPDIR: "/tmp" };

/** The command on a host where slow-ip replaces ip(8). */
function slowly(command) {
  const slow = resolve("script/kvm/slow-ip");
  const setup = [
    `cp "$(realpath ${PLACES.find(existsSync)})" ${REAL}`,
    `for ip in $(realpath ${PLACES.filter(existsSync).join(" ")} | sort -u); do mount --bind "${slow}" "$ip"; done`,
  ].join("\n");
  const groups = process.getgroups().join();
  const ids = [process.getuid(), process.getgid(), groups].map(String);
  return ["sudo", "-n", "bash", "script/kvm/host-with", ...ids, setup, ...command];
}

const figures = { ours: [], six: [] };
for (const [round, way] of ORDER.entries()) {
  const out = join(work, String(round));
  const environment = Object.entries({ ...variables, XDG_CACHE_HOME: work, XDG_STATE_HOME: work });
  const command = [
    ...["env", "-i", ...environment.map(([name, value]) => `${name}=${value}`)],
    ...[process.execPath, resolve("dist/cli.js"), "run", "--quiet", "--accel", "kvm", "--memory", "512M"],
    ...["--scenarios", "new-tap", "--iterations", iterations, "--out", out, ...guest],
  ];
  const [program, ...args] = way === "six" ? slowly(command) : command;
  const { status, stderr, stdout } = spawnSync(program, args, { encoding: "utf8" });
  process.stdout.write(`round ${round + 1} of ${ORDER.length}, ${way}: status ${status}\n${stdout}${stderr}`);
  if (!existsSync(join(out, "results.json"))) throw new Error("this run has no results");
  const { scenarios } = JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
  for (const iteration of scenarios[0].iterations) {
    if (iteration.status === "passed") figures[way].push(figuresOf(iteration));
  }
}
const host = { cpu: cpus()[0]?.model.trim() ?? "unknown", cores: cpus().length, kernel: release() };
writeFileSync(file, JSON.stringify({ host, ...figures }, null, 1));
rmSync(work, { recursive: true });

function figuresOf({ outageMs, vcpuPauseMs, harnessMs, tapSwitchMs, timeline }) {
  const first = (side, event) =>
    timeline.find((moment) => moment.side === side && moment.event.includes(event))?.atMs ?? null;
  // `timeline` counts from `migrate` written.
  return {
    outageMs,
    vcpuPauseMs,
    harnessMs,
    tapSwitchMs,
    heardMs: first("source", "setup"),
    stopMs: first("source", "STOP"),
  };
}
