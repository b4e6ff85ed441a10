/** One message for everything that is wrong with the inputs. All programs use this. */
import { ConfigurationError } from "../base/errors.ts";

/** A line for each name that is not in `known`. */
export const unknownInputs = (names: readonly string[], known: object): string[] =>
  names.filter((name) => !Object.hasOwn(known, name)).map((name) => `${name}: there is no such input`);

/** @throws ConfigurationError with all problems, if there are any. */
export function refuseInputs(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new ConfigurationError(
    `these inputs cannot be used:\n${problems.map((text) => `  ${text}`).join("\n")}`,
  );
}
