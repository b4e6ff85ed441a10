/** A step that could not do its work at all. */
import { info, setFailed, setOutput } from "@actions/core";
import { CancelledError, ConfigurationError, messageOf } from "../errors.ts";
import { message, plain } from "./plain.ts";

/** Fails the job, says why (of a bug of ours also where), and gives the output that those who come after look at. */
export function tellFailure(error: unknown): void {
  setFailed(message(messageOf(error)));
  const expected = error instanceof ConfigurationError || error instanceof CancelledError;
  if (!expected && error instanceof Error) info(plain(error.stack ?? ""));
  setOutput("conclusion", "failed");
}
