/** Where this user's things are, by the XDG base directory specification. */
import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
import { ConfigurationError } from "../base/errors.ts";
import { factsOf } from "./facts.ts";

const FOLDERS = { XDG_STATE_HOME: ".local/state", XDG_CACHE_HOME: ".cache" } as const;

/**
 * The folder that the variable names; a relative one does not count, as the specification has it.
 * @throws ConfigurationError when this user has no home folder to take its default from.
 */
export function xdgFolder(variable: keyof typeof FOLDERS): string {
  const named = process.env[variable] ?? "";
  if (isAbsolute(named)) return named;
  const home = homeFolder();
  if (!isAbsolute(home)) {
    throw new ConfigurationError(
      `this user (uid ${process.getuid?.() ?? "?"}) has no home folder: HOME names none, and neither does /etc/passwd. Set HOME, or XDG_STATE_HOME and XDG_CACHE_HOME, to folders that can be written`,
    );
  }
  return join(home, FOLDERS[variable]);
}

/**
 * HOME, but not another user's where we are root: there sudo without -H leaves HOME as it is, and jobs in containers have one of the
 * runner's user. What root makes there would be in that user's way, and what that user puts there would be obeyed.
 */
function homeFolder(): string {
  const { HOME: named } = process.env;
  if (named && !(process.geteuid?.() === 0 && isOfOtherUser(named))) return named;
  try {
    return userInfo().homedir;
  } catch {
    // There is no passwd entry.
    return "";
  }
}

const isOfOtherUser = (folder: string): boolean => (factsOf(folder, statSync)?.uid ?? 0) !== 0;
