/** The post step: cleans up what the main step could not, and saves its downloads. It never fails a job. */
import { existsSync } from "node:fs";
import { info, warning } from "@actions/core";
import { within } from "../base/deadline.ts";
import { messageOf } from "../base/errors.ts";
import { findPrivilegeOrNone } from "../host/privilege.ts";
import { cleanDeadRuns, stateFolder } from "../host/register.ts";
import { endProcess } from "../host/undo.ts";
import { saveAsset, savePackages } from "./cache.ts";
import { printCommands } from "./commands.ts";
import { message, plain } from "./plain.ts";
import { livingMain, readState, type State } from "./state.ts";

const CLEAN_DEADLINE_MS = 120_000;

const tell = (text: string) => info(plain(text));
const warn = (text: string) => warning(message(text));

/** Never rejects, and ends within a limited time. */
export async function run(): Promise<void> {
  const state = readState();
  printCommands();
  await attempt("cleaning up", async () => {
    if ((await within(CLEAN_DEADLINE_MS, clean(state))) === null) {
      throw new Error(`it was not done after ${CLEAN_DEADLINE_MS / 1000} s`);
    }
  });
  for (const one of state?.downloaded ?? []) {
    await attempt("saving in caches", async () => {
      if ("key" in one) await savePackages(one, { info: tell, warn });
      else await saveAsset(one, { info: tell, warn });
    });
  }
}

async function attempt(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    warn(`${what} failed: ${messageOf(error)}`);
  }
}

async function clean(state: State | null): Promise<void> {
  const folder = state?.registerFolder ?? stateFolder();
  const main = state === null ? null : livingMain(state);
  // The usual case: main has ended cleanly, and its register is gone.
  if (main === null && !existsSync(folder)) return;
  const privilege = await findPrivilegeOrNone();
  if (main !== null) {
    tell(`the main step (process ${main.pid}) still runs: ending it`);
    await endProcess(main, privilege);
  }
  const { cleaned, problems } = await cleanDeadRuns(privilege, folder);
  for (const run of cleaned) tell(`run ${run}: cleaned up`);
  for (const problem of problems) warn(`could not be cleaned up: ${problem}`);
}
