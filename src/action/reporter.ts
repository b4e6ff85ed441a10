/**
 * The log of the job during a run: one group for setup, one for the preparation of the run, and one per scenario, one line per iteration.
 * Nothing is written between `migrate` and `cont`.
 */
import { debug, endGroup, info, startGroup } from "@actions/core";
import type { Emit, RunEvent } from "../migration/events.ts";
import { wantedCount } from "../report/figures.ts";
import { stallText } from "../report/stalls.ts";
import type { Iteration } from "../results/schema.ts";
import { message, plain } from "./plain.ts";

export interface Reporter {
  readonly emit: Emit;
  /** Begins a group of lines, which the page shows folded. Ends the open one. */
  group(name: string): void;
  /** Ends the open group, if any, so that the following lines are visible without unfolding. */
  close(): void;
}

/** Warnings go to `warn`, which makes annotations of them. */
export function makeReporter(warn: (text: string) => void): Reporter {
  let open = false;
  const close = () => {
    if (open) endGroup();
    open = false;
  };
  const group = (name: string) => {
    close();
    startGroup(name);
    open = true;
  };
  const line = (text: string) => info(plain(text));
  let wanted = 0;
  const emit = (event: RunEvent) => {
    switch (event.kind) {
      case "warning":
        return warn(event.text);
      case "note":
        return line(event.text);
      case "download":
        // A log keeps every line, so there is only one line at the end.
        if (event.done)
          line(`${event.asset}: ${mib(event.receivedBytes)} from ${event.url}, ${speed(event)}`);
        return;
      case "run-started":
        for (const note of event.notes) line(note);
        return;
      case "scenario-started":
        wanted = event.iterations;
        return group(`${event.scenario}, ${who(event)}`);
      case "step":
        // Output at this step would be written while the guest is frozen.
        if (event.step !== "migrate") {
          debug(message(`boot ${event.boot}, iteration ${event.iteration ?? "–"}: ${event.step}`));
        }
        return;
      case "iteration-finished": {
        const { iteration, number } = event;
        const place = `${number} of ${wanted}${direction(iteration)}`;
        if (iteration.status === "failed") return line(`${place} failed: ${iteration.reason}`);
        return line(
          `${place} passed: outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}${stallText(iteration)}`,
        );
      }
      case "scenario-finished":
      case "run-finished":
        return close();
    }
  };
  return { emit, group, close };
}

function who(event: Extract<RunEvent, { kind: "scenario-started" }>): string {
  const { build, against } = event;
  if (against === "baseline") return `${build} against ${against}: ${wantedCount(event, "pair")}`;
  return against === null
    ? `${build}: ${wantedCount(event, "iteration")}`
    : `${build} to ${against} and back: ${wantedCount(event, "time")}`;
}

/** Empty when there is only one build. */
function direction({ from, to }: Iteration): string {
  if (from !== to) return `, ${from} to ${to}`;
  return from === "baseline" ? `, ${from}` : "";
}

const ms = (value: number | null) => (value === null ? "–" : `${value.toFixed(1)} ms`);
const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const speed = ({ bytesPerSecond }: { bytesPerSecond: number }) => `${mib(bytesPerSecond)}/s`;
