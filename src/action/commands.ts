/** The command lines of programs in the log of a debug run ("Enable debug logging"), as other actions show theirs. */
import { info, isDebug } from "@actions/core";
import { visible } from "../base/visible-text.ts";
import { logCommands } from "../host/exec.ts";
import { plain } from "./plain.ts";

export function printCommands(): void {
  logCommands(isDebug() ? (line) => info(plain(`[command]${visible(line)}`)) : null);
}
