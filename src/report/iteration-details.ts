/** Folded parts of a run's page with rows for single iterations: lost requests, and what TCP connections felt. */

import { STALLED_MS } from "../measure/tcp-requests.ts";
import type { Results } from "../results/schema.ts";
import { block, fact } from "./detail-block.ts";
import { labelOf, msFigure, numberOf, stallFigure } from "./figures.ts";
import { PHASES, sourceText } from "./findings.ts";
import type { Block } from "./fit.ts";
import { table } from "./markdown.ts";

/** Further rows are in results.json. */
const MOST_ROWS = 100;

/** Only where packets wait in the TAP's queue: elsewhere losses are expected, and the table of scenarios counts them. */
export function lossBlocks(results: Results): Block[] {
  const rows = results.scenarios.flatMap((scenario) =>
    scenario.iterations.flatMap((iteration) =>
      (iteration.losses ?? []).map(({ address, phase, count, firstAtMs }) => [
        labelOf(scenario, results),
        fact(address),
        sourceText(iteration),
        PHASES[phase],
        String(numberOf(iteration, scenario)),
        String(iteration.queuePairs.active ?? "–"),
        String(count),
        msFigure(firstAtMs),
      ]),
    ),
  );
  if (rows.length === 0) return [];
  const head = [
    "scenario",
    "guest",
    "source was",
    "sent",
    "iteration",
    "active<br>pairs",
    "lost",
    "first at",
  ];
  const text = [
    "When the first of them was sent is in ms from `migrate`. The source of a chain's first migration is freshly booted.",
    rowsText(head, rows, 4),
  ].join("\n\n");
  return [block("Lost requests, where packets wait in the TAP's queue", "losses", text)];
}

/** One row per migration with connections. */
export function requestBlocks(results: Results): Block[] {
  const number = (value: number | null | undefined) => String(value ?? "–");
  const rows = results.scenarios.flatMap((scenario) =>
    scenario.iterations
      .filter(({ requestStallMs, connections }) => requestStallMs != null || connections != null)
      .map((iteration) => [
        labelOf(scenario, results),
        number(numberOf(iteration, scenario)),
        stallFigure(iteration.requestStallMs),
        stallFigure(iteration.requestNoiseMs),
        number(iteration.requestsInFreeze),
        number(iteration.requestsStalled),
        number(iteration.retransmits),
        number(iteration.lossProbes),
        number(iteration.connectionsLost),
      ]),
  );
  if (rows.length === 0) return [];
  const head = ["scenario", "iteration", "stall", "noise", "in the<br>freeze", `≥ ${STALLED_MS} ms`];
  const text = [
    "Stall and noise, the longest times that a request took during and before the migration, are in ms; the others are numbers of requests, of packets that the host's kernel sent again, of its loss probes, and of connections.",
    rowsText([...head, "retrans-<br>mits", "loss<br>probes", "connections<br>lost"], rows, 1),
  ].join("\n\n");
  return [block("TCP requests of each migration", "requests", text)];
}

function rowsText(head: readonly string[], rows: readonly (readonly string[])[], left: number): string {
  const more = rows.length - MOST_ROWS;
  const text = table(head, rows.slice(0, MOST_ROWS), left);
  return more > 0 ? `${text}\n\n${more} more rows are in results.json.` : text;
}
