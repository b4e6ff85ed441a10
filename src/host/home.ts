/** The user's folders, by the XDG base directory specification. */
import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
import { ConfigurationError } from "../base/errors.ts";
import { factsOf } from "./facts.ts";

const FOLDERS = { XDG_STATE_HOME: ".local/state", XDG_CACHE_HOME: ".cache" } as const;

/**
 * The folder that the variable names. A relative path is ignored, as the specification says.
 * @throws ConfigurationError when the default is needed and this user has no home folder.
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
 * HOME; for root only when it is root's own. sudo without -H keeps the user's HOME, and jobs in containers get the HOME of the runner's
 * user. Files of root there would be in that user's way, and root would obey files that the user puts there.
 */
function homeFolder(): string {
  const { HOME: named } = process.env;
  if (named && !(process.geteuid?.() === 0 && isOfOtherUser(named))) return named;
  try {
    return userInfo().homedir;
  } catch {
    // No passwd entry.
    return "";
  }
}

const isOfOtherUser = (folder: string): boolean => (factsOf(folder, statSync)?.uid ?? 0) !== 0;
