/**
 * The first process of the guests that we make: load the modules for the NIC, then offer a login on the serial console. It must not
 * end: the kernel would panic.
 */
export const PROMPT = "localhost:~# ";
export const LOGIN_PATTERN = /\blocalhost login: /;
export const PROMPT_PATTERN = /^localhost:~# /m;

export interface InitOptions {
  /** Who speaks, on the console. */
  readonly guest: string;
  /** Where bin/ with busybox and modules/ with its list `order` are: "" or an absolute path. */
  readonly folder: string;
  /** Further words for getty(8). */
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
[ -e /sys/class/net/eth0 ] || echo "${guest}: there is no eth0: has the kernel a virtio-net driver, and the machine a NIC?"
while :; do
  getty ${gettyOptions}115200 ttyS0 vt100 || sleep 1
done
`;

/** The programs that the script and a run call for. Nearly every busybox is all of them and some hundred more. */
export const NEEDED_APPLETS = "sh mount hostname insmod getty login sleep echo ip ping stty ls wc cat".split(
  " ",
);

/**
 * `mitigations` to `lsm`: hardening that costs a guest time and shields it from nobody here. `cryptomgr.notests`: under emulation
 * the ciphers' self-tests are a tenth of the boot. `no_timer_check`: on a busy host the check loses to the emulated timer and
 * panics. `panic=-1`: a panic reboots at once, which ends QEMU under -no-reboot.
 * See Documentation/admin-guide/kernel-parameters.txt.
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
