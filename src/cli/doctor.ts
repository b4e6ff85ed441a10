/** `doctor`: prints which scenarios this host can run, and what is missing for the others. */
import { visibleJson } from "../base/visible-text.ts";
import { diagnose } from "../doctor/doctor.ts";
import { readSettings } from "../inputs/settings.ts";
import { widthOf } from "./colour.ts";
import { endSignal, givenInputs, out } from "./command.ts";
import { EXIT_UNUSABLE } from "./exit-status.ts";
import type { DoctorFlags } from "./program.ts";
import { diagnosisTable } from "./tables.ts";
import { makeReporter } from "./terminal.ts";

export async function doctorCommand(flags: DoctorFlags): Promise<number> {
  const { json, ...inputs } = flags;
  const diagnosis = await diagnose(
    readSettings(givenInputs(inputs), 0),
    endSignal(),
    makeReporter(process.stderr, json ? "quiet" : "normal"),
  );
  out(json ? visibleJson(diagnosis) : diagnosisTable(diagnosis, widthOf(process.stdout)));
  return diagnosis.scenarios.some(({ runs }) => runs) ? 0 : EXIT_UNUSABLE;
}
