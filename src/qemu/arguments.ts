/** The command line of one QEMU of a pair, as docs/contract.md section 2 has it. See QEMU's system/invocation. */

export interface VmArguments {
  /** The program, and arguments of the user that come first: `--qemu` may name a wrapper, `--qemu-args` adds to it. */
  readonly qemuPath: string;
  readonly name: string;
  readonly machine: string;
  readonly accel: "kvm" | "tcg";
  readonly cpu: string | null;
  readonly smp: number;
  readonly memoryBytes: number;
  readonly ramPath: string;
  readonly guest: readonly string[];
  readonly extra: readonly string[];
  readonly qmpPath: string;
  readonly consoleLogPath: string;
  /** Where the time that each device takes is traced to; null: it is not. */
  readonly tracePath: string | null;
  readonly incoming: boolean;
}

export const NETDEV_ID = "net0";
export const NIC_ID = "nic0";
/** The NIC's bus, made at the start: q35's root complex takes no PCI device that is plugged in later. */
export const NIC_BUS = "pci.1";
/** Its slot there: slot 0 of a pcie-pci-bridge takes no hotplug before QEMU 6.1, nor with its machine types later. */
export const NIC_SLOT = "1";

/** A value within a QEMU option: a comma in it is written twice. */
const value = (text: string) => text.replaceAll(",", ",,");

export function vmArguments(vm: VmArguments): string[] {
  const size = `${vm.memoryBytes / 2 ** 20}M`;
  return [
    vm.qemuPath,
    ...["-name", value(vm.name)],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-machine", `${vm.machine},memory-backend=ram0`],
    ...["-accel", vm.accel],
    ...(vm.cpu === null ? [] : ["-cpu", vm.cpu]),
    ...["-smp", String(vm.smp), "-m", size],
    ...["-object", `memory-backend-file,id=ram0,size=${size},mem-path=${value(vm.ramPath)},share=on`],
    ...["-device", `pcie-pci-bridge,id=${NIC_BUS},bus=pcie.0`],
    ...["-chardev", `stdio,id=console0,signal=off,logfile=${value(vm.consoleLogPath)}`],
    ...["-serial", "chardev:console0"],
    ...["-qmp", `unix:${value(vm.qmpPath)},server=on,wait=off`],
    // Stamped lines in a file of their own: docs/devel/tracing of QEMU, "log" backend.
    ...(vm.tracePath === null
      ? []
      : ["-trace", "vmstate_downtime*", "-D", vm.tracePath, "-msg", "timestamp=on"]),
    ...vm.guest,
    ...vm.extra,
    "-S",
    ...(vm.incoming ? ["-incoming", "defer"] : []),
  ];
}
