/** File systems as hosts have them that are full or read-only. Modes would not do: root is above them. */
import { mkdirSync } from "node:fs";
import { asRoot } from "../host/as-root.ts";

/** Mounts a tmpfs at the path, made if missing, which anybody may write to, as /tmp is; gone again when disposed of. */
export function mounted(path: string, options: string): Disposable {
  mkdirSync(path, { recursive: true });
  asRoot("mount", "-t", "tmpfs", "-o", `mode=1777,${options}`, "tmpfs", path);
  return { [Symbol.dispose]: () => void asRoot("umount", "--lazy", path) };
}
