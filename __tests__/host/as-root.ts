/** Anything as root, for tests and benches alone: the product's own way in takes nothing but its own commands. */
import { execFileSync } from "node:child_process";

export const rootCommandLine = (...command: [string, ...string[]]): [string, ...string[]] =>
  process.geteuid?.() === 0 ? command : ["sudo", "-n", "--", ...command];

/** Runs it to its end; what it printed. Throws when it fails. */
export function asRoot(...command: [string, ...string[]]): string {
  const [file, ...args] = rootCommandLine(...command);
  return execFileSync(file, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
