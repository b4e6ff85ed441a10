/** `clean`: removes what dead runs left behind. */
import { findPrivilegeOrNone } from "../host/privilege.ts";
import { cleanDeadRuns } from "../host/register.ts";
import { err, out } from "./command.ts";
import { EXIT_FAILED } from "./exit-status.ts";

export async function cleanCommand(): Promise<number> {
  const report = await cleanDeadRuns(await findPrivilegeOrNone());
  for (const run of report.cleaned) out(`run ${run}: cleaned up`);
  for (const run of report.living) out(`run ${run}: still lives, left alone`);
  for (const run of report.elsewhere) out(`run ${run}: another host's or container's, left alone`);
  for (const problem of report.problems) err(`could not be cleaned up: ${problem}`);
  if (Object.values(report).every((list) => list.length === 0)) out("nothing to clean up");
  return report.problems.length === 0 ? 0 : EXIT_FAILED;
}
