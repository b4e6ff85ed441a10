/** Mends what a run lacks on this host, and takes back what it opened. The doctor says what is lacking. */
import { type Advice, adviceOf, HostError, messageOf, plainAdvice, sentenceOf } from "../base/errors.ts";
import { adviceOn, type DeviceName, devicePath, deviceState } from "../host/devices.ts";
import { findManager } from "../host/packages.ts";
import { findPrivilege, type Privilege } from "../host/privilege.ts";
import { type Held, openRegister, type Register } from "../host/register.ts";
import { settleUdev } from "../host/root-command.ts";
import { findTool } from "../host/tools.ts";
import { type Undoable, undo } from "../host/undo.ts";
import { lacksOf, type SetupNeeds } from "./lacking.ts";
import { devicesFor, isBeyondSetup, planSetup, type Step } from "./plan.ts";
import { type Bounds, type Commands, runCommands, runManager } from "./run-commands.ts";

export interface SetupOptions {
  /** One line for each thing that is done. */
  readonly say: (text: string) => void;
  /** Whether devices stay open: this machine is thrown away after the job, or the user wants it. */
  readonly staysOpen: boolean;
  /** Asked before steps are done; null: not asked. */
  readonly approve: ((steps: readonly Step[]) => Promise<boolean>) | null;
  /** Lets sudo ask for a password when it needs one, and says whether it got it; null: sudo must work without. */
  readonly askPassword: (() => boolean) | null;
  readonly signal: AbortSignal;
}

/** Something that setup could not mend. */
export interface Problem {
  readonly advice: Advice;
  /** Without it nothing runs. */
  readonly isEssential: boolean;
}

export interface Done {
  readonly problems: readonly Problem[];
  /** How many steps were done. */
  readonly steps: number;
  /** What this user can open now, and could not before. */
  readonly opened: readonly DeviceName[];
  /** Whether steps were needed and the user declined them. */
  readonly isDeclined: boolean;
  /** Takes back what was opened. @returns what could not be taken back, in words */
  close(): Promise<string[]>;
}

/** The packages of a first pass may show that more are missing, as an unpacker for the kernel's modules. */
const MOST_PASSES = 3;

/**
 * Installs packages, loads modules and opens devices, as far as they are needed. Changes nothing that works.
 *
 * @throws HostError when something is lacking and there is no root; the signal's reason. What was opened is taken back then.
 */
export async function setUp(needs: SetupNeeds, options: SetupOptions): Promise<Done> {
  const { signal, approve, askPassword } = options;
  const asked = new Set<string>();
  // All the rest would be in vain.
  const beyond = beyondSetup(needs);
  if (beyond.length > 0) return nothingDone(beyond, false);
  const { rights, why } = await findRights(signal);
  if (rights !== null) return await carryOut(needs, rights, asked, options);
  const steps = await planSetup(needs, null, signal);
  if (steps.length === 0) return nothingDone(await problemsOf(needs, null, [], signal), false);
  if (askPassword === null) throw noRights(steps, why);
  if (approve !== null && !(await approve(steps))) return nothingDone([], true);
  for (const { what } of steps) asked.add(what);
  const again = askPassword() ? await findRights(signal) : { rights, why };
  if (again.rights === null) throw noRights(steps, again.why);
  return await carryOut(needs, again.rights, asked, options);
}

async function findRights(signal: AbortSignal): Promise<{ rights: Privilege | null; why: Advice | null }> {
  try {
    return { rights: await findPrivilege("root", signal), why: null };
  } catch (error) {
    signal.throwIfAborted();
    return { rights: null, why: adviceOf(error) };
  }
}

/** Devices without which nothing runs, and which no step can open. */
export const beyondSetup = (needs: SetupNeeds): Problem[] =>
  devicesFor(needs).flatMap((device) => {
    const advice = isEssentialDevice(device) && isBeyondSetup(device) ? adviceOn(device) : null;
    return advice === null ? [] : [{ advice, isEssential: true }];
  });

/** Without vhost-net the other scenarios run. */
const isEssentialDevice = (device: DeviceName) => device !== "vhost-net";

const nothingDone = (problems: readonly Problem[], isDeclined: boolean): Done => ({
  ...{ problems, isDeclined, steps: 0, opened: [], close: async () => [] },
});

function noRights(steps: readonly Step[], why: Advice | null): HostError {
  const wanted = steps.map(({ what }) => what).join(", ");
  const commands = steps.flatMap(({ shown }) => shown).join(" && ");
  return new HostError({
    found: `setup needs root to ${wanted}, and ${why?.found ?? "there is none"}`,
    mend: null,
    besides: `as root: ${commands}; or call the command setup on a terminal, where sudo may ask for a password`,
  });
}

/** @param asked steps that the user has approved; further ones are added */
async function carryOut(
  needs: SetupNeeds,
  rights: Privilege,
  asked: Set<string>,
  options: SetupOptions,
): Promise<Done> {
  const { signal, approve, say, staysOpen } = options;
  const bounds = { rights, say, signal };
  const opened = makeOpened(rights, staysOpen);
  const tried = new Set<string>();
  const failures: Failure[] = [];
  let isDeclined = false;
  let did = 0;
  try {
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const steps = (await planSetup(needs, rights, signal)).filter(({ what }) => !tried.has(what));
      if (steps.length === 0) break;
      isDeclined = approve !== null && !steps.every(({ what }) => asked.has(what)) && !(await approve(steps));
      if (isDeclined) break;
      for (const step of steps) {
        if (step.kind === "access" && tried.size > 0) await settle(bounds);
        tried.add(step.what);
        if (step.isDone()) continue;
        const why = await doStep(step, opened, bounds);
        if (why === null) did += 1;
        else failures.push({ step, why });
      }
    }
    if (tried.size > 0) await settle(bounds);
    const problems = isDeclined ? [] : await problemsOf(needs, rights, failures, signal);
    const close = async () => (staysOpen ? [] : await opened.close(say));
    return { problems, isDeclined, steps: did, opened: opened.devices(), close };
  } catch (error) {
    for (const problem of await opened.close(say)) say(`could not take back access: ${problem}`);
    throw error;
  }
}

interface Failure {
  readonly step: Step;
  readonly why: string;
}

/** udev sets the modes of devices anew when packages and modules tell it to. It must be done with that before we open them. */
async function settle(bounds: Bounds): Promise<void> {
  if (findTool("udevadm") !== null) await runCommands([settleUdev()], bounds);
}

/** @returns why it failed; null when it did not */
async function doStep(step: Step, opened: Opened, bounds: Bounds): Promise<string | null> {
  const { say } = bounds;
  // Only this takes long.
  if (step.kind === "packages") say(`${step.what} …`);
  const access = step.kind === "access" ? step.device : null;
  const run = (commands: Commands) => (step.kind === "packages" ? runManager : runCommands)(commands, bounds);
  if (access !== null) opened.hold(access);
  let why = await run(step.commands);
  if (why !== null && step.otherwise !== null) {
    const other = await run(step.otherwise);
    // Where sudo refuses, both say the same.
    why = other === null ? null : [...new Set([why, other])].join("; ");
  }
  if (why === null && access !== null && !step.isDone()) why = "it still does not open";
  if (why !== null && access !== null) await opened.release(access);
  say(why === null ? step.did : `could not ${step.what}`);
  return why;
}

/** Why setup could not mend something, each reason before what it left lacking, in the doctor's words. */
async function problemsOf(
  needs: SetupNeeds,
  rights: Privilege | null,
  failures: readonly Failure[],
  signal: AbortSignal,
): Promise<Problem[]> {
  const problem = (advice: Advice, isEssential: boolean): Problem => ({ advice, isEssential });
  const reasons = (fits: (step: Step) => boolean, isEssential: boolean) =>
    failures
      .filter(({ step }) => fits(step))
      .map(({ step, why }) => problem(plainAdvice(`setup could not ${step.what}: ${why}`), isEssential));
  const lacks = await lacksOf(needs, rights, signal);
  const isEssential = lacks.some((lack) => lack.isEssential);
  const whyNoPackages = [
    ...reasons(({ kind, device }) => kind === "packages" && device === null, isEssential),
    ...(findManager() === null ? [problem(plainAdvice(NO_MANAGER), isEssential)] : []),
  ];
  const devices = devicesFor(needs).flatMap((device) => {
    const advice = adviceOn(device);
    if (advice === null) return [];
    const isNeeded = isEssentialDevice(device);
    return [...reasons((step) => step.device === device, isNeeded), problem(advice, isNeeded)];
  });
  const packages = lacks.map((lack) => problem(lack.advice, lack.isEssential));
  return [...(lacks.length > 0 ? [...whyNoPackages, ...packages] : []), ...devices];
}

const NO_MANAGER = "setup found no package manager that it knows (apt-get, dnf, pacman, zypper, apk)";

/** The problems without whose fix nothing runs. */
export const essentialFaults = ({ problems }: Pick<Done, "problems">): Advice[] =>
  problems.filter(({ isEssential }) => isEssential).map(({ advice }) => advice);

/** The other problems, in sentences. */
export const warningsOf = ({ problems }: Pick<Done, "problems">): string[] =>
  problems.filter(({ isEssential }) => !isEssential).map(({ advice }) => sentenceOf(advice));

interface Opened {
  /** Those that were opened by now. */
  devices(): DeviceName[];
  hold(device: DeviceName): void;
  /** Takes one back that did not open. */
  release(device: DeviceName): Promise<void>;
  /** Takes all back. @returns what could not be taken back, in words */
  close(say: (text: string) => void): Promise<string[]>;
}

/** Notes what was opened in a register, so that `clean` finds it after SIGKILL; not where devices stay open. */
function makeOpened(rights: Privilege, staysOpen: boolean): Opened {
  let register: Register | null = null;
  const held = new Map<DeviceName, Held>();
  const hold: Opened["hold"] = (device) => {
    const what: Undoable = { kind: "access", device };
    if (!staysOpen) register ??= openRegister(rights);
    held.set(device, register?.hold(what) ?? { undo: () => undo(what, rights) });
  };
  return {
    hold,
    devices: () => [...held.keys()],
    async release(device) {
      try {
        await held.get(device)?.undo();
        held.delete(device);
      } catch {
        // `close` tries again, and says why.
      }
    },
    async close(say) {
      const problems = await (register ?? heldOnly(held))
        .close()
        .catch((error: unknown) => [messageOf(error)]);
      const shut = [...held.keys()].map(devicePath).filter((path) => deviceState(path) !== "ok");
      if (shut.length > 0) say(`closed again: ${shut.join(", ")}`);
      return problems;
    },
  };
}

/** Without a register. */
const heldOnly = (held: ReadonlyMap<DeviceName, Held>) => ({
  async close() {
    const problems: string[] = [];
    for (const one of held.values())
      await one.undo().catch((error: unknown) => problems.push(messageOf(error)));
    return problems;
  },
});
