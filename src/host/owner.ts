/**
 * Which process owns the record of a run, so that no other run takes it for a dead one's. A pid is valid within one PID namespace of one
 * boot of one host. A home shared by hosts or containers may hold records whose processes cannot be seen from here.
 */
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { bootId, identify, isAlive } from "./proc.ts";

export const ownerSchema = z.object({
  host: z.string(),
  bootId: z.string(),
  /** As in pid_namespaces(7), /proc/PID/ns/pid. */
  pidNamespace: z.string(),
  pid: z.number().int(),
  startTicks: z.number(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** This process as an owner. @throws Error when /proc is not there. */
export function thisOwner(): Owner {
  const self = identify(process.pid);
  if (self === null) throw new Error("this process is not in /proc: is /proc mounted?");
  return { ...place(), ...self };
}

/**
 * "alive": its process runs; "dead": its process has ended; "elsewhere": it is of another host or PID namespace and cannot be seen from
 * here.
 */
export function stateOfOwner(owner: Owner): "alive" | "dead" | "elsewhere" {
  const here = place();
  if (owner.host !== here.host) return "elsewhere";
  // Everything of an earlier boot has ended.
  if (owner.bootId !== here.bootId) return "dead";
  if (owner.pidNamespace !== here.pidNamespace) return "elsewhere";
  return isAlive(owner) ? "alive" : "dead";
}

const place = () => ({ host: hostId(), bootId: bootId(), pidNamespace: readlinkSync("/proc/self/ns/pid") });

/** Both: hosts made from one image share a machine-id, and two hosts may share a name. */
function hostId(): string {
  try {
    return `${hostname()} ${readFileSync("/etc/machine-id", "utf8").trim()}`;
  } catch {
    return hostname();
  }
}
