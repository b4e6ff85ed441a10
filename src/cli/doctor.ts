/** `doctor`: prints which scenarios this host can run, and what is missing for the others. */
import { visibleJson } from "../base/visible-text.ts";
import { diagnose } from "../doctor/doctor.ts";
import { doctorFlagsOf } from "../inputs/doctor-flags.ts";
import { readSettings } from "../inputs/settings.ts";
import { setupCouldMend } from "../setup/could-mend.ts";
import { widthOf } from "./colour.ts";
import { endSignal, givenInputs, out } from "./command.ts";
import { EXIT_UNUSABLE } from "./exit-status.ts";
import { setupHint } from "./invocation.ts";
import type { DoctorFlags } from "./program.ts";
import { diagnosisTable } from "./tables.ts";
import { makeReporter } from "./terminal.ts";

export async function doctorCommand(flags: DoctorFlags): Promise<number> {
  const { json, ...inputs } = flags;
  const settings = readSettings(givenInputs(inputs), 0);
  const diagnosis = await diagnose(
    settings,
    endSignal(),
    makeReporter(process.stderr, json ? "quiet" : "normal"),
  );
  if (json) out(visibleJson(diagnosis));
  else {
    out(diagnosisTable(diagnosis, widthOf(process.stdout)));
    if (diagnosis.checks.some(setupCouldMend)) out(setupHint(doctorFlagsOf(settings)));
  }
  return diagnosis.scenarios.some(({ runs }) => runs) ? 0 : EXIT_UNUSABLE;
}
