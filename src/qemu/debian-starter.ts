/** Writes the script that starts an unpacked QEMU with the libraries and the ld.so of its suite. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, type CommandOptions, runCommand } from "./debian-tools.ts";

const TRIPLET = "lib/x86_64-linux-gnu";

/** Before Debian 13, the libraries of some packages are in /lib instead of /usr/lib. */
function layoutOf(root: string): { readonly loader: string; readonly folders: readonly string[] } {
  const folders = [`usr/${TRIPLET}`, `usr/${TRIPLET}/pulseaudio`];
  const inUsr = `usr/${TRIPLET}/ld-linux-x86-64.so.2`;
  if (existsSync(join(root, inUsr))) return { loader: inUsr, folders };
  return { loader: `${TRIPLET}/ld-linux-x86-64.so.2`, folders: [TRIPLET, ...folders] };
}

/** glibc's ld.so has --argv0 and --help since 2.33. An older one fails on --help. */
async function knowsArgv0(loader: string, options: CommandOptions): Promise<boolean> {
  try {
    return (await runCommand(loader, ["--help"], options)).includes("--argv0");
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}

/** Writes the starter of the QEMU in the folder `root` next to it. Both can be moved together. */
export async function writeStarter(starter: string, root: string, options: CommandOptions): Promise<void> {
  const { loader, folders } = layoutOf(root);
  const argv0 = (await knowsArgv0(join(root, loader), options)) ? '--argv0 "$0" ' : "";
  const libraries = folders.map((folder) => `$root/${folder}`).join(":");
  // exec: this process becomes QEMU, so that its pid is QEMU's. Programs that QEMU starts would inherit LD_LIBRARY_PATH.
  // Without QEMU_MODULE_DIR, QEMU would try the modules of this machine's own QEMU first.
  const script = `#!/bin/sh
root=\${0%/*}/root
unset LD_LIBRARY_PATH LD_PRELOAD
export QEMU_MODULE_DIR="$root/usr/${TRIPLET}/qemu"
exec "$root/${loader}" ${argv0}--library-path "${libraries}" \\
  "$root/usr/bin/qemu-system-x86_64" -L "$root/usr/share/qemu" -L "$root/usr/share/seabios" "$@"
`;
  await writeFile(starter, script, { mode: 0o700 });
}
