/**
 * The fault table: every step of a run with everything that may go wrong at it. It is made from the list of steps, so that it
 * covers new steps. The suite tries each step with each class of faults once; script/soak tries all.
 */
import { STEPS, type Step } from "../../src/migration/steps.ts";
import type { StandInFault } from "../fakes/stand-in.ts";

export interface QemuFault {
  readonly name: string;
  readonly fault: Omit<StandInFault, "step">;
  /** Whether QEMU may still do its work with this fault. Then the run may pass. */
  readonly harmless: boolean;
}

const flood = (where: string, endlessLine: boolean, harmless: boolean): QemuFault => ({
  name: `floods ${where}${endlessLine ? " with one line" : ""}`,
  fault: { kind: "flood", where, endlessLine },
  harmless,
});

/** What may happen to a QEMU, by class. */
export const QEMU_FAULTS = {
  dies: [
    { name: "is killed", fault: { kind: "die", signal: "SIGKILL" }, harmless: false },
    {
      name: "aborts",
      fault: { kind: "die", signal: "SIGABRT", message: "Assertion failed" },
      harmless: false,
    },
    { name: "exits", fault: { kind: "die", status: 1, message: "giving up" }, harmless: false },
  ],
  hangs: [{ name: "hangs", fault: { kind: "hang" }, harmless: false }],
  floods: [
    flood("stderr", false, true),
    // The guest's answers may drown in it, or not.
    flood("console", false, true),
    flood("qmp", false, false),
    flood("stderr", true, true),
    flood("console", true, true),
    // An endless line shows only when it is too long. A source that gets `quit` before that still quits.
    flood("qmp", true, true),
  ],
  "closes QMP": [{ name: "closes QMP", fault: { kind: "close-qmp" }, harmless: false }],
} as const satisfies Record<string, readonly QemuFault[]>;

/** What may happen to us. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const;
export type EndingSignal = (typeof SIGNALS)[number];

/** Which of the QEMUs that run at a step: the one started first, or last. */
export type Victim = "oldest" | "newest";
export const VICTIMS = ["oldest", "newest"] as const;

export const SCENARIOS = ["tap-fd", "new-tap"] as const;

export interface FaultCase {
  readonly step: Step;
  readonly scenario: (typeof SCENARIOS)[number];
  readonly what:
    | { readonly kind: "qemu"; readonly fault: QemuFault; readonly victim: Victim }
    | { readonly kind: "signal"; readonly signal: EndingSignal };
}

export const nameOf = ({ step, scenario, what }: FaultCase): string =>
  what.kind === "signal"
    ? `${step}: ${what.signal} (${scenario})`
    : `${step}: the ${what.victim} QEMU ${what.fault.name} (${scenario})`;

/** The element at `index`, modulo the length. */
function pick<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length];
  if (found === undefined) throw new Error("there is nothing to pick from");
  return found;
}

const qemuCase = (index: number, fault: QemuFault, victim: Victim): FaultCase => ({
  step: pick(STEPS, index),
  scenario: pick(SCENARIOS, index),
  what: { kind: "qemu", fault, victim },
});

/** Each step with each class once. Over all steps, each fault, side and signal comes several times. */
export function someCases(): FaultCase[] {
  return STEPS.flatMap((step, index): FaultCase[] => [
    ...Object.values(QEMU_FAULTS).map((faults: readonly QemuFault[], nth) =>
      qemuCase(index, pick(faults, index), pick(VICTIMS, index + nth)),
    ),
    {
      step,
      scenario: pick(SCENARIOS, index + 1),
      what: { kind: "signal", signal: pick(SIGNALS, index) },
    },
  ]);
}

/** Each step with each fault on either side, and with each signal. */
export function allCases(): FaultCase[] {
  return STEPS.flatMap((step, index): FaultCase[] => [
    ...Object.values(QEMU_FAULTS)
      .flat()
      .flatMap((fault) => VICTIMS.map((victim) => qemuCase(index, fault, victim))),
    ...SIGNALS.map(
      (signal, nth): FaultCase => ({
        step,
        scenario: pick(SCENARIOS, index + nth),
        what: { kind: "signal", signal },
      }),
    ),
  ]);
}
