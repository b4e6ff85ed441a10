/**
 * Progress on a terminal: one line that is rewritten while an iteration goes on, one that stays for each that is done. Without a
 * terminal, just the lines that stay. There is no timer: nothing is drawn between `migrate` and `cont`.
 */

import type { Emit, RunEvent } from "../run/events.ts";
import { coloursFor } from "./colour.ts";
import { downloadLine, makeDownloadStatus } from "./download-line.ts";

export type Loudness = "quiet" | "normal" | "verbose";

/** A listener for the events of a run that writes to `stream`, usually stderr. */
export function makeReporter(stream: NodeJS.WriteStream, loudness: Loudness): Emit {
  const pc = coloursFor(stream);
  const live = stream.isTTY === true && loudness === "normal";
  let drawn = false;
  let wanted = 0;
  const downloads = makeDownloadStatus();
  const line = (text: string) => {
    stream.write(`${drawn ? "\r\u001b[K" : ""}${text}\n`);
    drawn = false;
  };
  const status = (text: string) => {
    if (!live) return;
    stream.write(`\r\u001b[K${pc.dim(text.slice(0, Math.max(20, (stream.columns ?? 80) - 1)))}`);
    drawn = true;
  };
  return (event: RunEvent) => {
    if (event.kind === "warning") return line(`${pc.yellow("warning:")} ${event.text}`);
    if (loudness === "quiet") return;
    switch (event.kind) {
      case "note":
        return line(pc.dim(event.text));
      case "download": {
        const others = downloads(event);
        if (event.done) line(downloadLine(event));
        if (others !== "") status(others);
        return;
      }
      case "run-started":
        for (const note of event.notes) line(pc.dim(note));
        return;
      case "scenario-started":
        wanted = event.iterations;
        return line(`${pc.bold(event.scenario)}: ${event.iterations} iterations`);
      case "step": {
        const where =
          event.iteration === null ? `boot ${event.boot}` : `iteration ${event.iteration} of ${wanted}`;
        // What is drawn at this step would be drawn while the guest is frozen.
        if (event.step !== "migrate") status(`  ${where}: ${event.step} …`);
        if (loudness === "verbose" && event.step !== "migrate") line(pc.dim(`  ${where}: ${event.step}`));
        return;
      }
      case "iteration-finished": {
        const { iteration, number } = event;
        const place = `  ${String(number).padStart(String(wanted).length)} of ${wanted}`;
        if (iteration.status === "failed") return line(`${place} ${pc.red("failed")}: ${iteration.reason}`);
        return line(
          `${place} ${pc.green("passed")}  outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}`,
        );
      }
      case "scenario-finished": {
        const { name, status: verdict, reason } = event.scenario;
        if (verdict === "passed" || verdict === "failed") return;
        return line(`${pc.bold(name)}: ${pc.yellow(verdict)}: ${reason}`);
      }
      case "run-finished":
        return;
    }
  };
}

const ms = (value: number | null) => (value === null ? "–" : `${value.toFixed(1)} ms`);
