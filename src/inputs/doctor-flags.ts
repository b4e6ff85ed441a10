/** The flags with which `doctor` looks at what a run is about. */
import { isLeftOut } from "../base/url.ts";
import { DOCTOR_INPUTS } from "./inputs.ts";
import type { Settings } from "./settings.ts";

/** Not quoted for a shell. Values that may be secrets are left out. */
export const doctorFlagsOf = ({ given }: Pick<Settings, "given">): string[] =>
  DOCTOR_INPUTS.flatMap((name) => {
    const value = given[name];
    return value === undefined || isLeftOut(value) ? [] : [`--${name}`, value];
  });
