/** What is wrong with inputs, said in one message, whichever front they came by and whichever program reads them. */
import { ConfigurationError } from "../base/errors.ts";

/** A line for each name that is none of `known`'s. */
export const unknownInputs = (names: readonly string[], known: object): string[] =>
  names.filter((name) => !Object.hasOwn(known, name)).map((name) => `${name}: there is no such input`);

/** @throws ConfigurationError with all problems, when there is any. */
export function refuseInputs(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new ConfigurationError(
    `these inputs cannot be used:\n${problems.map((text) => `  ${text}`).join("\n")}`,
  );
}
