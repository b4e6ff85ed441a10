/** The command line of a run that takes seconds: what nearly all e2e tests start. */

const USUAL = { accel: "tcg", memory: "128M", scenarios: "tap-fd", iterations: 1 };

/** For a real QEMU: tap-fd needs a patched one. */
export const REAL_GUEST = { memory: "512M", scenarios: "new-tap" } as const;

/** For `qemu-args`: a NIC in a lower slot than ours, so that Linux finds it first and calls it eth0. */
export const SECOND_NIC = "-netdev hubport,id=other,hubid=0 -device virtio-net-pci,netdev=other,romfile=";

/** By name. True: one that takes no value. Null: not even the usual one. */
export type RunOptions = Readonly<Record<string, string | number | true | null>>;

/** As in `smallRun({ qemu, out, iterations: 3 })`. */
export function smallRun(options: RunOptions): string[] {
  const all: RunOptions = { ...USUAL, ...options };
  const words = Object.entries(all).flatMap(([name, value]) => {
    if (value === null) return [];
    return value === true ? [`--${name}`] : [`--${name}`, `${value}`];
  });
  return ["run", ...words];
}
