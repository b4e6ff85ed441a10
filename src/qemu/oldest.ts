/** Recognises QEMUs that are too old. The version is used for nothing else. */
import { capabilitiesOf } from "./dialect.ts";
import type { QemuLook } from "./look.ts";

/**
 * Found by testing. 4.2 lacks the machine property `memory-backend`, through which both sides share the
 * guest's RAM.
 */
export const OLDEST_QEMU = "5.2";

const NEEDED = ["events", "x-ignore-shared"];

/** Why this QEMU cannot be run, with its version; null when it can. */
export function whyTooOld(look: QemuLook): string | null {
  const named = `${look.path} is QEMU ${look.version}`;
  if (isOlder(look.version, OLDEST_QEMU)) return `${named}, and ${OLDEST_QEMU} or later is needed`;
  const lacking = NEEDED.filter((name) => !capabilitiesOf(look).has(name));
  if (lacking.length === 0) return null;
  return `${named}, built without the migration capability ${lacking.join(", ")}`;
}

function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}
