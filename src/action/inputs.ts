/** The action's inputs: what the runner put into the environment, as the words that readSettings knows. */
import { getInput } from "@actions/core";
import { INPUT_NAMES, INPUTS } from "../inputs/inputs.ts";

/** Where the action's default is not the command line's: an action brings its guest itself. */
export const ACTION_DEFAULTS: Readonly<Record<string, string>> = { guest: "alpine-iso" };

const PREFIX = "INPUT_";

/**
 * A sentence for each variable that looks like an input and is none of `known`'s, as a typing error in `with` makes one, but so does
 * anything else that sets a variable of such a name. The runner writes names in capitals, blanks as underscores (Handler.cs of
 * actions/runner, AddInputsToEnvironment).
 */
export const strayInputs = (environment: NodeJS.ProcessEnv, known: object): string[] =>
  Object.entries(environment).flatMap(([variable, text = ""]) => {
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (!variable.startsWith(PREFIX) || text.trim() === "" || Object.hasOwn(known, name)) return [];
    return [`${name}: there is no such input; it is ignored (from the variable ${variable})`];
  });

/**
 * The inputs that were given. An empty string is none: that is what an expression without a value leaves. Neither is what the command
 * line does by itself: the runner fills in the defaults of action.yml, and nobody has to repeat these.
 */
export function readInputs(): Record<string, string> {
  const given: Record<string, string> = {};
  for (const name of INPUT_NAMES) {
    const text = getInput(name) || ACTION_DEFAULTS[name] || "";
    if (text !== "" && text !== INPUTS[name].fallback) given[name] = text;
  }
  return given;
}
