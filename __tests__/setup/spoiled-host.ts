/** Lines of shell that change the host which a test of setup sees: programs that are missing or fakes, and a user with sudo. */
import { NOBODY } from "../host/as-root.ts";

/**
 * Puts scripts into /usr/bin. Each notes its name and arguments in `log` first.
 *
 * @param scripts by name: what it does then
 */
export const withFakes = (log: string, scripts: Readonly<Record<string, string>>): string =>
  [
    "fakes=$(mktemp -d); mount -t tmpfs -o mode=755 fakes $fakes",
    ...Object.entries(scripts).map(
      ([name, script]) => `cat >$fakes/${name} <<'FAKE'
#!/bin/sh
echo "${name} $*" >>${log}
${script}
FAKE
chmod 755 $fakes/${name}`,
    ),
    "mount -t overlay fakes -o lowerdir=$fakes:/usr/bin /usr/bin",
  ].join("\n");

/** Programs that cannot be started. `umount` of the path brings one back. */
export const without = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `for path in /usr/bin/${name} /usr/sbin/${name}; do if [ -e $path ]; then mount --bind /dev/null $path; fi; done`,
    )
    .join("\n");

/** Another file in the place of one of the host's. */
export const withFile = (path: string, text: string): string =>
  `file=$(mktemp); cat >$file <<'TEXT'
${text}TEXT
chmod 644 $file; mount --bind $file ${path}`;

/** Lets NOBODY use sudo without a password. */
export const WITH_SUDO = `mount -t tmpfs -o mode=750 sudoers /etc/sudoers.d
echo '#${NOBODY.uid} ALL=(ALL) NOPASSWD:ALL' >/etc/sudoers.d/test; chmod 440 /etc/sudoers.d/test`;

/** A TAP device that only root may open. */
export const SHUT_TUN = "chown root:root /dev/net/tun; chmod 600 /dev/net/tun";

/** The same on a file system without access control lists; new rules of udev are kept from the host. */
export const SHUT_TUN_WITHOUT_LISTS = `mount -t ramfs -o mode=755 none /dev/net
mknod -m 600 /dev/net/tun c 10 200
mkdir -p /etc/udev/rules.d; mount -t tmpfs -o mode=755 rules /etc/udev/rules.d`;

/** A host with a package manager that knows no package and reaches no server. */
export const WITHOUT_NETWORK = `for folder in /etc/apt/sources.list.d /etc/apt/apt.conf.d /var/lib/apt /var/cache/apt /var/lib/dpkg; do
  mkdir -p $folder; mount -t tmpfs -o mode=755 none $folder
done
mkdir -p /var/lib/apt/lists/partial /var/cache/apt/archives/partial /var/lib/dpkg/updates /var/lib/dpkg/info
touch /var/lib/dpkg/status
list=$(mktemp); echo 'deb http://127.0.0.1:9/debian stable main' >$list; chmod 644 $list
touch /etc/apt/sources.list; mount --bind $list /etc/apt/sources.list`;
