/** `setup`: mends what a run lacks on this host, after asking. */
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { ConfigurationError, sentenceOf } from "../base/errors.ts";
import { visibleLines } from "../base/visible-text.ts";
import { diagnose } from "../doctor/doctor.ts";
import { shutCommandFor } from "../host/devices.ts";
import { sudoWord } from "../host/packages.ts";
import { findPrivilegeOrNone } from "../host/privilege.ts";
import { askForPassword } from "../host/sudo.ts";
import { readSettings } from "../inputs/settings.ts";
import { shellWord } from "../report/repeat.ts";
import { planSetup, type Step } from "../setup/plan.ts";
import { beyondSetup, type Problem, setUp } from "../setup/setup.ts";
import { widthOf } from "./colour.ts";
import { endSignal, err, givenInputs, out } from "./command.ts";
import { EXIT_FAILED, EXIT_UNUSABLE } from "./exit-status.ts";
import { invokedAs } from "./invocation.ts";
import type { SetupFlags } from "./program.ts";
import { diagnosisTable } from "./tables.ts";
import { makeReporter } from "./terminal.ts";

const NOTHING = "nothing to do: this host has what setup can bring";

export async function setupCommand(flags: SetupFlags): Promise<number> {
  const { yes = false, dryRun = false, ...inputs } = flags;
  const settings = readSettings(givenInputs(inputs), 0);
  const signal = endSignal();
  if (dryRun) {
    const beyond = beyondSetup(settings);
    tell(beyond);
    if (beyond.length > 0) return EXIT_UNUSABLE;
    const privilege = await findPrivilegeOrNone();
    const steps = await planSetup(settings, privilege.kind === "none" ? null : privilege, signal);
    out(steps.length === 0 ? NOTHING : shown(steps));
    return 0;
  }
  const isTerminal = process.stdin.isTTY === true;
  const done = await setUp(settings, {
    say: (text) => void out(visibleLines(text)),
    staysOpen: true,
    approve: yes ? null : async (steps) => await ask(steps, isTerminal, signal),
    askPassword: isTerminal ? askForPassword : null,
    signal,
  });
  const tellHowToShut = () => {
    for (const device of done.opened) out(`to close it again for this user: ${shutCommandFor(device)}`);
  };
  if (done.isDeclined) {
    err(done.steps === 0 ? "nothing was done" : "nothing more was done");
    tellHowToShut();
    return EXIT_FAILED;
  }
  if (done.steps === 0 && done.problems.length === 0) out(NOTHING);
  tell(done.problems);
  const diagnosis = await diagnose(settings, signal, makeReporter(process.stderr, "normal"));
  out(diagnosisTable(diagnosis, widthOf(process.stdout)));
  tellHowToShut();
  const wanted = diagnosis.scenarios.filter(({ name }) => settings.scenarios.includes(name));
  if (!wanted.some(({ runs }) => runs)) return EXIT_UNUSABLE;
  const words = Object.entries(settings.given).flatMap(([name, value]) => [`--${name}`, shellWord(value)]);
  out(`ready: ${[invokedAs(), "run", ...words].join(" ")}`);
  return 0;
}

function tell(problems: readonly Problem[]): void {
  for (const { advice, isEssential } of problems)
    err(`${isEssential ? "tap-migration" : "not fixed"}: ${sentenceOf(advice)}`);
}

const shown = (steps: readonly Step[]): string =>
  visibleLines(steps.flatMap((step) => step.shown.map((command) => `  ${sudoWord()}${command}`)).join("\n"));

async function ask(steps: readonly Step[], isTerminal: boolean, signal: AbortSignal): Promise<boolean> {
  const isLong = steps.some(({ kind }) => kind === "packages");
  out(
    `A run needs more than this host has. These commands install and open it${isLong ? ", in some minutes" : ""}:\n${shown(steps)}`,
  );
  if (!isTerminal) {
    throw new ConfigurationError(
      "setup asks before it changes anything, and stdin is no terminal: add --yes, or run the commands yourself",
    );
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Ctrl-C and Ctrl-D are answers too: readline takes them, and rejects or only closes.
    const answer = await Promise.race([
      lines.question("Run them? [y/N] ", { signal }),
      once(lines, "close").then(() => ""),
    ]).catch(() => "");
    signal.throwIfAborted();
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
