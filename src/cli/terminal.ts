/**
 * Progress on a terminal: one line that is rewritten during an iteration, and one permanent line per finished
 * iteration. Without a terminal, only the permanent lines. There is no timer: nothing is drawn between
 * `migrate` and `cont`.
 */

import { visible, visibleLines } from "../base/visible-text.ts";
import type { Emit, RunEvent } from "../migration/events.ts";
import { wantedCount } from "../report/figures.ts";
import { stallText } from "../report/stalls.ts";
import type { Iteration } from "../results/schema.ts";
import { coloursFor, widthOf } from "./colour.ts";
import { downloadLine, makeDownloadStatus } from "./download-line.ts";

export type Loudness = "quiet" | "normal" | "verbose";

/** A listener for the events of a run that writes to `stream`, usually stderr. */
export function makeReporter(stream: NodeJS.WriteStream, loudness: Loudness): Emit {
  const pc = coloursFor(stream);
  // Only a real terminal can rewrite a line.
  const live = stream.isTTY === true && process.env.TERM !== "dumb" && loudness === "normal";
  let drawn = false;
  let wanted = 0;
  const downloads = makeDownloadStatus();
  const line = (text: string) => {
    stream.write(`${drawn ? "\r\u001b[K" : ""}${text}\n`);
    drawn = false;
  };
  const status = (text: string) => {
    if (!live) return;
    stream.write(`\r\u001b[K${pc.dim(visible(text).slice(0, Math.max(20, (widthOf(stream) ?? 80) - 1)))}`);
    drawn = true;
  };
  return (event: RunEvent) => {
    if (event.kind === "warning") return line(`${pc.yellow("warning:")} ${visibleLines(event.text)}`);
    if (loudness === "quiet") return;
    switch (event.kind) {
      case "note":
        return line(pc.dim(visibleLines(event.text)));
      case "download": {
        const others = downloads(event);
        if (event.done) line(visible(downloadLine(event)));
        if (others !== "") status(others);
        return;
      }
      case "run-started":
        for (const note of event.notes) line(pc.dim(visibleLines(note)));
        return;
      case "scenario-started":
        wanted = event.iterations;
        return line(`${pc.bold(event.scenario)}: ${howOften(event)}`);
      case "step": {
        const where =
          event.iteration === null ? `boot ${event.boot}` : `iteration ${event.iteration} of ${wanted}`;
        // Output at this step would be drawn while the guest is frozen.
        if (event.step !== "migrate") status(`  ${where}: ${event.step} …`);
        if (loudness === "verbose" && event.step !== "migrate") line(pc.dim(`  ${where}: ${event.step}`));
        return;
      }
      case "iteration-finished": {
        const { iteration, number } = event;
        const place = placeOf(iteration, number, wanted);
        if (iteration.status === "failed")
          return line(`${place} ${pc.red("failed")}: ${visibleLines(iteration.reason ?? "")}`);
        return line(
          `${place} ${pc.green("passed")}  outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}${stallText(iteration)}`,
        );
      }
      case "scenario-finished": {
        const { name, build, status: verdict, reason } = event.scenario;
        if (verdict === "passed" || verdict === "failed") return;
        const of = build === "candidate" ? "" : ` (${build})`;
        return line(`${pc.bold(name)}${of}: ${pc.yellow(verdict)}: ${visibleLines(reason ?? "")}`);
      }
      case "run-finished":
        return;
    }
  };
}

const ms = (value: number | null) => (value === null ? "–" : `${value.toFixed(1)} ms`);

/** Examples: "5 iterations", "up to 100 pairs of candidate and baseline", "10 times from candidate to target and back". */
function howOften(event: Extract<RunEvent, { kind: "scenario-started" }>): string {
  const { build, against } = event;
  if (against === "baseline") return `${wantedCount(event, "pair")} of ${build} and ${against}`;
  return against === null
    ? wantedCount(event, "iteration")
    : `${wantedCount(event, "time")} from ${build} to ${against} and back`;
}

/** Examples: "  3 of 10", "  3 of 10, target to candidate", "  pair  3 of 30, baseline". */
function placeOf({ from, to, pair }: Iteration, number: number, wanted: number): string {
  const count = `${String(pair ?? number).padStart(String(wanted).length)} of ${wanted}`;
  if (pair !== null) return `  pair ${count}, ${from.padEnd("candidate".length)}`;
  return from === to ? `  ${count}` : `  ${count}, ${from} to ${to}`;
}
