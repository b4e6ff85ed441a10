/** The figures that are compared of two builds besides the outage: where an iteration has them, and how well they are known. */
import type { FigureComparison, Iteration } from "../results/schema.ts";

export type ComparedFigure = FigureComparison["figure"];

interface Source {
  readonly valueOf: (iteration: Iteration) => number | null | undefined;
  /** What its smallest measurable difference depends on. */
  readonly clock: "requests" | "probe" | "events";
}

const part = (name: keyof NonNullable<Iteration["freeze"]>): Source => ({
  valueOf: ({ freeze }) => freeze?.[name],
  clock: "events",
});

const SOURCES: Readonly<Record<ComparedFigure, Source>> = {
  requestStallMs: { valueOf: ({ requestStallMs }) => requestStallMs, clock: "requests" },
  vcpuPauseMs: { valueOf: ({ vcpuPauseMs }) => vcpuPauseMs, clock: "events" },
  "freeze.stopMs": part("stopMs"),
  "freeze.saveMs": part("saveMs"),
  "freeze.transferMs": part("transferMs"),
  "freeze.loadMs": part("loadMs"),
  "freeze.stateMs": part("stateMs"),
  "freeze.switchMs": part("switchMs"),
  "freeze.harnessMs": part("harnessMs"),
  "freeze.contMs": part("contMs"),
  "freeze.unexplainedMs": part("unexplainedMs"),
  "outageParts.beforeStopMs": { valueOf: ({ outageParts }) => outageParts?.beforeStopMs, clock: "probe" },
  "outageParts.afterResumeMs": { valueOf: ({ outageParts }) => outageParts?.afterResumeMs, clock: "probe" },
};

export const figureOf = (iteration: Iteration, figure: ComparedFigure): number | null | undefined =>
  SOURCES[figure].valueOf(iteration);

/** QEMU's events are late by some hundredths of a millisecond. */
const EVENT_RESOLUTION_MS = 0.1;
/** Time between two requests of the connections where results do not say it. */
const REQUEST_PERIOD_MS = 1;

/** The smallest difference of a figure that can be measured, in ms. */
export function resolutionOf(
  figure: ComparedFigure,
  iterations: readonly Iteration[],
  probeResolutionMs: number,
): number {
  switch (SOURCES[figure].clock) {
    case "probe":
      return probeResolutionMs;
    case "events":
      return EVENT_RESOLUTION_MS;
    case "requests":
      return Math.max(
        REQUEST_PERIOD_MS,
        ...iterations.map(({ requestPace }) => requestPace?.periodMs ?? REQUEST_PERIOD_MS),
      );
  }
}
