/**
 * One side of a migration: a QEMU that listens on QMP and has its switches, set in the order of its dialect, and its NIC. The guest
 * does not run yet.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import { GUEST_MAC, type TapName } from "../host/network.ts";
import { lookAtVhost, type VhostLook } from "../host/vhost.ts";
import { NETDEV_ID, NIC_BUS, NIC_ID, NIC_SLOT, vmArguments } from "../qemu/arguments.ts";
import type { QemuBuild } from "../qemu/build.ts";
import { type GuestConsole, openConsole } from "../qemu/console.ts";
import { type SideSwitches, switchesOf } from "../qemu/dialect.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import { requireOpenFiles } from "../qemu/open-files.ts";
import { type QemuProcess, startQemu } from "../qemu/process.ts";
import { connectQmp, type Qmp, QmpRefusal } from "../qemu/qmp-connection.ts";
import { pipeOf } from "../qemu/recording.ts";
import type { VmContext } from "./context.ts";

export interface VmRole {
  readonly side: "source" | "target";
  readonly build: QemuBuild;
  readonly tap: TapName;
  readonly vhost: boolean;
  /** Whether QEMU passes the queues' fds with the migration. */
  readonly passFds: boolean;
}

export interface VmFiles {
  readonly console: string;
  readonly stderr: string;
  /** Null: not traced. */
  readonly trace: string | null;
}

export interface Vm extends AsyncDisposable {
  readonly tap: TapName;
  readonly build: QemuBuild;
  readonly process: QemuProcess;
  readonly qmp: Qmp;
  readonly console: GuestConsole;
  readonly files: VmFiles;
  /** What the kernel shows of its vhost-net now; null when QEMU is gone. */
  vhost(): VhostLook | null;
  /** Sends `quit` and waits for the process to end. @throws StepError when QEMU had ended before or did not end cleanly; it is gone then, too. */
  quit(): Promise<void>;
}

let vmCount = 0;

/** Starts one QEMU and makes it ready. @throws StepError with QEMU's own words; nothing is left running. */
export async function launchVm(context: VmContext, role: VmRole): Promise<Vm> {
  const { deadlines, settings, folder, signal } = context;
  const base = folder.at(`vm${++vmCount}`);
  const qmpPath = `${base}.qmp`;
  const files: VmFiles = {
    console: `${base}.console`,
    stderr: `${base}.stderr`,
    trace: role.build.traced ? `${base}.trace` : null,
  };
  const process = startQemu({
    side: role.side,
    command: (qemu) => context.network.userInside(qemu, qemuEnvironment(settings.qemuEnvironment)),
    qemu: vmArguments({
      qemuPath: role.build.look.path,
      name: `tap-migration-${role.side}`,
      machine: settings.machine,
      accel: settings.accel,
      cpu: settings.cpu ?? (settings.accel === "kvm" ? "host" : null),
      smp: settings.smp,
      memoryBytes: settings.memoryBytes,
      ramPath: context.ramPath,
      guest: context.guest.qemuArguments,
      extra: settings.qemuArguments,
      qmpPath,
      consoleLogPath: pipeOf(files.console),
      tracePath: files.trace,
      incoming: role.side === "target",
    }),
    stderrPath: files.stderr,
    consolePath: files.console,
    privilege: context.privilege,
    warn: (text) => context.emit({ kind: "warning", text }),
    signal,
  });
  const side = () => process.side;
  // Open it at once: console output that nobody reads is lost.
  const console = openConsole(side, process.terminal, {
    exited: process.exited,
    epitaph: process.epitaph,
    signal,
  });
  try {
    const qmp = await connectQmp(qmpPath, {
      side,
      deadlineMs: deadlines.launchMs,
      signal,
      epitaph: process.epitaph,
      alive: process.alive,
    });
    requireOpenFiles(process, { queues: settings.queues, vhost: role.vhost });
    await configure(qmp, context, role);
    return vm(context, role, process, qmp, console, files);
  } catch (error) {
    console.close();
    await process.end();
    throw error;
  }
}

/** Capabilities, parameters and NIC, in the order of the build's dialect. */
async function configure(qmp: Qmp, context: VmContext, role: VmRole): Promise<void> {
  const { queues } = context.settings;
  const switches = switchesOf(role.build.dialect, role.side, role.passFds);
  const capabilities = { events: true, "x-ignore-shared": true, ...switches.capabilities };
  await qmp.execute("migrate-set-capabilities", {
    capabilities: Object.entries(capabilities).map(([capability, state]) => ({ capability, state })),
  });
  const setParameters = async (when: SideSwitches["parametersWhen"]) => {
    if (switches.parametersWhen !== when || Object.keys(switches.parameters).length === 0) return;
    await qmp.execute("migrate-set-parameters", switches.parameters);
  };
  await setParameters("before-netdev");
  await addTap(qmp, role, queues, switches);
  await qmp.execute("device_add", {
    driver: "virtio-net-pci",
    id: NIC_ID,
    netdev: NETDEV_ID,
    bus: NIC_BUS,
    addr: NIC_SLOT,
    mac: GUEST_MAC,
    mq: queues > 1,
    // Two a queue pair, one for configuration, one for control; at least 18, which fits up to eight queue pairs.
    vectors: Math.max(18, 2 * queues + 2),
    romfile: "",
    "disable-legacy": "off",
    ...switches.device,
  });
  await setParameters("after-device");
}

async function addTap(qmp: Qmp, role: VmRole, queues: number, switches: SideSwitches): Promise<void> {
  const all: Record<string, unknown> = {
    type: "tap",
    id: NETDEV_ID,
    ifname: role.tap,
    queues,
    vnet_hdr: true,
    vhost: role.vhost,
    // "" means none on every QEMU; "no" is deprecated on new ones.
    script: "",
    downscript: "",
    ...switches.netdev,
  };
  const without = Object.fromEntries(
    Object.entries(all).filter(([name]) => !switches.netdevWithout.includes(name)),
  );
  try {
    await qmp.execute("netdev_add", without);
  } catch (error) {
    if (!switches.retryWithAll || switches.netdevWithout.length === 0 || !(error instanceof QmpRefusal))
      throw error;
    await qmp.execute("netdev_add", all);
  }
}

function vm(
  context: VmContext,
  role: VmRole,
  process: QemuProcess,
  qmp: Qmp,
  console: GuestConsole,
  files: VmFiles,
): Vm {
  const dispose = async () => {
    console.close();
    qmp.close();
    await process.end();
  };
  return {
    tap: role.tap,
    build: role.build,
    process,
    qmp,
    console,
    files,
    vhost() {
      const pid = process.pid();
      return pid === null ? null : lookAtVhost(pid);
    },
    async quit() {
      const obituary = await process.obituary();
      if (obituary !== null) throw new StepError(obituary);
      process.expectEnd();
      // QEMU may end before it answers.
      await qmp.execute("quit").catch(() => undefined);
      await Promise.race([process.exited, sleep(context.deadlines.quitMs, undefined, { ref: false })]);
      const fault = process.endedInOrder() ? null : await process.epitaph();
      await dispose();
      if (fault !== null) throw new StepError(`${process.side}: QEMU was told to quit: ${fault}`);
    },
    [Symbol.asyncDispose]: dispose,
  };
}
