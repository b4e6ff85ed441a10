/** Reports a step that could not do its work. */
import { info, setFailed, warning } from "@actions/core";
import { CancelledError, ConfigurationError, messageOf } from "../base/errors.ts";
import { isSystemError } from "../base/system-errors.ts";
import { writeOutputs } from "./outputs.ts";
import { message, plain } from "./plain.ts";

/** Fails the job, says why (for a bug also where), and sets the output that later steps read. */
export function tellFailure(error: unknown): void {
  setFailed(message(messageOf(error)));
  const expected =
    error instanceof ConfigurationError || error instanceof CancelledError || isSystemError(error);
  if (!expected && error instanceof Error) info(plain(error.stack ?? ""));
  writeOutputs({ conclusion: "failed" }, (text) => warning(message(text)));
}
