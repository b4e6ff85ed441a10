/**
 * One side of a migration: a QEMU that listens on QMP and has its switches, set in the order of its dialect, and its NICs. The guest
 * does not run yet.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { StepError } from "../base/errors.ts";
import type { TapName } from "../host/nics.ts";
import { lookAtVhost, type VhostLook } from "../host/vhost.ts";
import { vmArguments } from "../qemu/arguments.ts";
import type { QemuBuild } from "../qemu/build.ts";
import { type GuestConsole, openConsole } from "../qemu/console.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import { requireOpenFiles } from "../qemu/open-files.ts";
import { type QemuProcess, startQemu } from "../qemu/process.ts";
import { connectQmp, type Qmp } from "../qemu/qmp-connection.ts";
import { pipeOf } from "../qemu/recording.ts";
import type { VmContext } from "./context.ts";
import { configure, type VmRole } from "./switches.ts";

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
    requireOpenFiles(process, { queues: settings.queues, nics: settings.nics, vhost: role.vhost });
    await configure(qmp, context, role);
    return vm(context, role, process, qmp, console, files);
  } catch (error) {
    console.close();
    await process.end();
    throw error;
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
