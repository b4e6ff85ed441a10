// Watches all QEMUs of this host through /proc: their uids and capabilities, and how often their vhost threads wake.
//   node watch.mjs FILE     writes JSON into FILE on TERM
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const LOOK_EVERY_MS = 300;
const KTHREADD = 2;

const [file] = process.argv.slice(2);
const qemus = new Map();
/** Kernel threads never change, so we look once. */
const kernelThreads = new Map();

function read(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

const field = (status, name) => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? "";
const numbers = (folder) => {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
};

function look() {
  const now = Date.now();
  const pids = numbers("/proc");
  for (const pid of pids) {
    if (kernelThreads.has(pid)) continue;
    const status = read(`/proc/${pid}/status`);
    const name = field(status, "Name");
    if (Number(pid) === KTHREADD || Number(field(status, "PPid")) === KTHREADD) kernelThreads.set(pid, name);
    // A QEMU of another Debian suite is started by that suite's loader (script/qemu-builds).
    else if (/^(qemu-|ld-linux)/.test(name)) note(pid, status, now);
  }
  for (const pid of kernelThreads.keys()) if (!pids.includes(pid)) kernelThreads.delete(pid);
}

function note(pid, status, now) {
  const args = read(`/proc/${pid}/cmdline`).split("\0");
  const key = `${pid} ${args.join(" ")}`;
  const seen = qemus.get(key) ?? {
    pid: Number(pid),
    // A QEMU that is only asked for its features has no name.
    name: args[args.indexOf("-name") + 1] ?? null,
    isGuest: args.includes("-name"),
    firstMs: now,
    uids: [],
    capabilities: [],
    vhost: {},
  };
  qemus.set(key, seen);
  seen.lastMs = now;
  for (const uid of field(status, "Uid").split(/\s+/)) if (!seen.uids.includes(uid)) seen.uids.push(uid);
  const effective = field(status, "CapEff");
  if (!seen.capabilities.includes(effective)) seen.capabilities.push(effective);
  // vhost threads are threads of QEMU since Linux 6.4; before, they were kernel threads.
  const own = numbers(`/proc/${pid}/task`).map((tid) => `/proc/${pid}/task/${tid}/status`);
  const kernels = [...kernelThreads].flatMap(([tid, name]) =>
    name === `vhost-${pid}` ? [`/proc/${tid}/status`] : [],
  );
  for (const path of [...own, ...kernels]) {
    const thread = read(path);
    if (field(thread, "Name") !== `vhost-${pid}`) continue;
    // About one per packet: a thread with nothing to carry sleeps.
    const wakings = Number(field(thread, "voluntary_ctxt_switches"));
    seen.vhost[path] ??= { first: wakings, last: wakings };
    seen.vhost[path].last = wakings;
  }
}

setInterval(look, LOOK_EVERY_MS);
process.on("SIGTERM", () => {
  writeFileSync(file, JSON.stringify([...qemus.values()], null, 1));
  process.exit();
});
process.on("SIGINT", () => undefined);
