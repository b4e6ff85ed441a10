import "../base/closed-output.ts";
import { CommanderError } from "commander";
import { CancelledError, ConfigurationError, messageOf, UnfitHostError } from "../base/errors.ts";
import { isSystemError } from "../base/system-errors.ts";
import { bisectFault, bisectLine } from "../report/bisect-line.ts";
import { setupCouldMend } from "../setup/could-mend.ts";
import { bisecting, err } from "./command.ts";
import { EXIT_FAILED, EXIT_UNUSABLE } from "./exit-status.ts";
import { doctorHint, excessHint, setupHint } from "./invocation.ts";
import { makeProgram } from "./program.ts";

async function main(): Promise<number> {
  let status = 0;
  try {
    const ending =
      <A extends unknown[]>(work: (...given: A) => Promise<number>) =>
      async (...given: A) => {
        status = await work(...given);
      };
    // Each command is imported when it is called: all of them take longer to load than Node itself.
    await makeProgram({
      run: ending(async (flags) => await (await import("./run.ts")).runCommand(flags)),
      report: ending(async (words, flags) => await (await import("./report.ts")).reportCommand(words, flags)),
      doctor: ending(async (flags) => await (await import("./doctor.ts")).doctorCommand(flags)),
      setup: ending(async (flags) => await (await import("./setup.ts")).setupCommand(flags)),
      assets: ending(async (flags) => await (await import("./assets.ts")).assetsCommand(flags)),
      clean: ending(async () => await (await import("./clean.ts")).cleanCommand()),
    }).parseAsync();
  } catch (error) {
    const ended = (usual: number): number => {
      if (!bisecting) return usual;
      const verdict = bisectFault(error);
      err(bisectLine(verdict));
      return verdict.status;
    };
    // Commander has already printed what was wrong. It also throws after --help.
    if (error instanceof CommanderError) {
      if (error.code === "commander.excessArguments") err(excessHint(process.argv.slice(2)));
      return error.exitCode === 0 ? 0 : ended(EXIT_UNUSABLE);
    }
    if (error instanceof ConfigurationError || isSystemError(error)) {
      err(`tap-migration: ${messageOf(error)}`);
      if (error instanceof UnfitHostError) err(hintsFor(error).join("\n"));
      return ended(EXIT_UNUSABLE);
    }
    if (error instanceof CancelledError) {
      err(`tap-migration: ${error.message}`);
      return ended(EXIT_FAILED);
    }
    // entry.cjs says which file is missing.
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") throw error;
    err(`tap-migration: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`);
    return ended(EXIT_FAILED);
  }
  return status;
}

const hintsFor = ({ faults, doctorFlags }: UnfitHostError): string[] => [
  ...(faults.some(setupCouldMend) ? [setupHint(doctorFlags)] : []),
  doctorHint(doctorFlags),
];

// Work that hangs must not keep the process alive. On Linux this loses no output: writes to stdout and stderr are synchronous.
process.exit(await main());
