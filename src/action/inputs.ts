/** The action's inputs: reads them from the environment, in the form that readSettings takes. */
import { getInput } from "@actions/core";
import { INPUT_NAMES, INPUTS } from "../inputs/inputs.ts";

/** Defaults that differ from the command line's: the action downloads its guest. */
export const ACTION_DEFAULTS: Readonly<Record<string, string>> = { guest: "alpine-iso" };

const PREFIX = "INPUT_";

/**
 * One sentence for each variable that looks like an input but is not in `known`. A typing error in `with`
 * makes one, but other programs may set such a variable too. The runner writes names in upper case, with
 * blanks as underscores (Handler.cs of actions/runner, AddInputsToEnvironment).
 */
export const strayInputs = (environment: NodeJS.ProcessEnv, known: object): string[] =>
  Object.entries(environment).flatMap(([variable, text = ""]) => {
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (!variable.startsWith(PREFIX) || text.trim() === "" || Object.hasOwn(known, name)) return [];
    return [`${name}: there is no such input; it is ignored (from the variable ${variable})`];
  });

/**
 * The inputs that were given. An empty string does not count: an expression without a value gives one. A
 * value that equals the command line's default does not count either: the runner fills in the defaults of
 * action.yml, and a command to repeat the run does not need them.
 */
export function readInputs(): Record<string, string> {
  const given: Record<string, string> = {};
  for (const name of INPUT_NAMES) {
    const text = getInput(name) || ACTION_DEFAULTS[name] || "";
    if (text !== "" && text !== INPUTS[name].fallback) given[name] = text;
  }
  return given;
}
