/** The command line of the source or the target, as in docs/contract.md section 2. See QEMU's system/invocation. */

export interface VmArguments {
  /** The program. `--qemu` may name a wrapper; `--qemu-args` adds arguments. */
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
  /** The file for the traces of each device's time; null: no traces. */
  readonly tracePath: string | null;
  readonly incoming: boolean;
}

export const netdevId = (nic: number): string => `net${nic}`;
export const nicId = (nic: number): string => `nic${nic}`;
/** The NICs' bus, present from the start: q35's root complex does not support hotplug. */
export const NIC_BUS = "pci.1";
/**
 * A NIC's slot, in hexadecimal. Not 0: before QEMU 6.1, and with those machine types later, slot 0 of a pcie-pci-bridge
 * has no hotplug.
 */
export const nicSlot = (nic: number): string => (1 + nic).toString(16);

/** A value in a QEMU option: a comma in it is doubled. */
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
    // Time-stamped lines in a separate file: docs/devel/tracing of QEMU, "log" backend.
    ...(vm.tracePath === null
      ? []
      : ["-trace", "vmstate_downtime*", "-D", vm.tracePath, "-msg", "timestamp=on"]),
    ...vm.guest,
    ...vm.extra,
    "-S",
    ...(vm.incoming ? ["-incoming", "defer"] : []),
  ];
}
