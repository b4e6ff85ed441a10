/** Real full or read-only file systems. File modes are not enough, because they do not stop root. */
import { mkdirSync } from "node:fs";
import { asRoot } from "../host/as-root.ts";

/** Mounts a tmpfs at the path (made if missing), writable for everybody like /tmp. Disposing unmounts it. */
export function mounted(path: string, options: string): Disposable {
  mkdirSync(path, { recursive: true });
  asRoot("mount", "-t", "tmpfs", "-o", `mode=1777,${options}`, "tmpfs", path);
  return { [Symbol.dispose]: () => void asRoot("umount", "--lazy", path) };
}
