/** The action's inputs: what the runner put into the environment, as the words that readSettings knows. */
import { getInput } from "@actions/core";
import { INPUT_NAMES, INPUTS } from "../run/inputs.ts";

/** Where the action's default is not the command line's: an action brings its guest itself. */
export const ACTION_DEFAULTS: Readonly<Record<string, string>> = { guest: "alpine-iso" };

const PREFIX = "INPUT_";

/**
 * All inputs that the environment has a value for, by name. The runner writes names in capitals, blanks as underscores (Handler.cs of
 * actions/runner, AddInputsToEnvironment).
 */
export const namedInputs = (environment: NodeJS.ProcessEnv): [name: string, text: string][] =>
  Object.entries(environment).flatMap(([variable, text = ""]) =>
    variable.startsWith(PREFIX) && text.trim() !== ""
      ? [[variable.slice(PREFIX.length).toLowerCase(), text]]
      : [],
  );

/**
 * All inputs that were given, the unknown ones too: readSettings names those with the malformed ones. An empty string is none:
 * that is what an expression without a value leaves. Neither is what the command line does by itself: the runner fills in the
 * defaults of action.yml, and nobody has to repeat these.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Record<string, string> {
  const given: Record<string, string> = {};
  for (const name of INPUT_NAMES) {
    const text = getInput(name) || ACTION_DEFAULTS[name] || "";
    if (text !== "" && text !== INPUTS[name].fallback) given[name] = text;
  }
  for (const [name, text] of namedInputs(environment)) {
    if (!Object.hasOwn(INPUTS, name)) given[name] = text;
  }
  return given;
}
