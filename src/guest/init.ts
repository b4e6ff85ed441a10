/**
 * The init process of the guests that we make: it loads the NIC's modules, then offers a login on the serial
 * console. It must not exit, because the kernel would panic.
 */
import { GUEST_MAC } from "../host/network.ts";

export const PROMPT = "localhost:~# ";
export const LOGIN_PATTERN = /\blocalhost login: /;
export const PROMPT_PATTERN = /^localhost:~# /m;

export interface InitOptions {
  /** The guest's name in messages on the console. */
  readonly guest: string;
  /** The folder of bin/ (with busybox) and modules/ (with the list `order`): "" or an absolute path. */
  readonly folder: string;
  /** Further options of getty(8). */
  readonly gettyOptions: string;
}

export const initScript = ({ guest, folder, gettyOptions }: InitOptions): string => `#!${folder}/bin/sh
export PATH=${folder}/bin HOME=/root
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
hostname localhost
while read -r module; do
  insmod "${folder}/modules/$module" || echo "${guest}: the module $module cannot be loaded"
done <${folder}/modules/order
ip link set lo up
grep -q ${GUEST_MAC} /sys/class/net/*/address || echo "${guest}: there is no NIC with the MAC ${GUEST_MAC}: has the kernel a virtio-net driver?"
while :; do
  getty ${gettyOptions}115200 ttyS0 vt100 || sleep 1
done
`;

/** The applets that the script and a run use. Nearly every busybox has all of them. */
export const NEEDED_APPLETS =
  "sh mount hostname insmod getty login sleep echo grep ip ping stty ls wc cat".split(" ");

/**
 * `mitigations` to `lsm` switch off hardening that costs time; this guest has nobody to protect against.
 * `cryptomgr.notests`: under emulation, the ciphers' self-tests take a tenth of the boot time.
 * `no_timer_check`: on a busy host, the check of the emulated timer fails and the kernel panics. `panic=-1`:
 * a panic reboots immediately, which ends QEMU with -no-reboot. See
 * Documentation/admin-guide/kernel-parameters.txt.
 */
export const KERNEL_ARGUMENTS: readonly string[] = [
  "console=ttyS0",
  "quiet",
  "panic=-1",
  "mitigations=off",
  "init_on_alloc=0",
  "lsm=capability",
  "random.trust_cpu=on",
  "cryptomgr.notests",
  "no_timer_check",
  "8250.nr_uarts=1",
  "ipv6.disable=1",
];
