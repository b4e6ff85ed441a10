/** A step that could not do its work at all. */
import { info, setFailed, warning } from "@actions/core";
import { CancelledError, ConfigurationError, messageOf } from "../base/errors.ts";
import { isSystemError } from "../base/system-errors.ts";
import { writeOutputs } from "./outputs.ts";
import { message, plain } from "./plain.ts";

/** Fails the job, says why (of a bug of ours also where), and gives the output that those who come after look at. */
export function tellFailure(error: unknown): void {
  setFailed(message(messageOf(error)));
  const expected =
    error instanceof ConfigurationError || error instanceof CancelledError || isSystemError(error);
  if (!expected && error instanceof Error) info(plain(error.stack ?? ""));
  writeOutputs({ conclusion: "failed" }, (text) => warning(message(text)));
}
