/** What is kept of an iteration to find out what happened: console, QMP transcript, stderr and trace of both sides. */
import { join } from "node:path";
import type { Network } from "../host/network.ts";
import type { Probe } from "../host/probe.ts";
import { readTail } from "../qemu/tail.ts";
import type { BuildRole, Evidence, ScenarioName } from "../results/schema.ts";
import type { OutputFiles } from "./output-files.ts";
import type { Vm } from "./vm.ts";

/** Limit for each file: a guest or QEMU may write without end. */
const LOG_LIMIT_BYTES = 2 ** 20;

/** How much of each text goes into results.json. */
const TAIL_BYTES = 2_000;

/** The folder of a lane in the output folder: the scenario's name, with a suffix for its second lane. */
export function laneFolderName(scenario: ScenarioName, from: BuildRole): string {
  if (from === "candidate") return scenario;
  return from === "baseline" ? `${scenario}-baseline` : `${scenario}-back`;
}

/** An iteration's folder below the lane's. Numbers have leading zeros, so that they sort. */
export const iterationFolderName = (laneFolder: string, number: number): string =>
  join(laneFolder, `iteration-${String(number).padStart(3, "0")}`);

/** Matches the last part of an iteration's folder. */
export const ITERATION_FOLDER = /^iteration-\d{3,}$/;

const PROBE_LOG = "probe.log";
const REQUESTS = "requests.json";
const RECORDS = ["console.log", "qmp.log", "stderr.log", "trace.log"];

/** All file names that an iteration's folder may have. */
export const ITERATION_FILES = [
  ...["source", "target"].flatMap((side) => RECORDS.map((name) => `${side}.${name}`)),
  ...[PROBE_LOG, `${PROBE_LOG}.stderr`, REQUESTS, "iteration.json"],
];

/** Saves the probe's log and its stderr. */
export function saveProbeLog(output: OutputFiles, folder: string, probe: Probe): void {
  output.write(join(folder, PROBE_LOG), probe.written());
  output.write(join(folder, `${PROBE_LOG}.stderr`), probe.errors());
}

/** Saves all TCP requests of the iteration. */
export const saveRequests = (output: OutputFiles, folder: string, json: string): void =>
  output.write(join(folder, REQUESTS), `${json}\n`);

/** Saves what one side has written so far, and returns the end of each text. A text that is too long begins with a line that says so. */
export function saveEvidence(
  output: OutputFiles,
  folder: string,
  side: "source" | "target",
  vm: Vm,
): Evidence[] {
  vm.process.flush();
  const texts = [
    ["console", "console.log", cut(readTail(vm.files.console, LOG_LIMIT_BYTES))],
    ["QMP", "qmp.log", vm.qmp.takeTranscript()],
    ["stderr", "stderr.log", cut(readTail(vm.files.stderr, LOG_LIMIT_BYTES))],
    ...(vm.files.trace === null
      ? []
      : [["trace", "trace.log", cut(readTail(vm.files.trace, LOG_LIMIT_BYTES))] as const]),
  ] as const;
  for (const [, name, text] of texts) output.write(join(folder, `${side}.${name}`), text);
  return texts.flatMap(([what, , text]) =>
    what === "trace" || text.trim() === "" ? [] : [{ side, what, tail: text.slice(-TAIL_BYTES) }],
  );
}

/** The TAPs with their addresses and counters. */
export async function linkEvidence(network: Network): Promise<Evidence[]> {
  const tail = await network.linkStatistics().catch(() => "");
  return tail === "" ? [] : [{ side: "host", what: "ip -s address", tail: tail.slice(-2 * TAIL_BYTES) }];
}

const cut = (text: string) =>
  Buffer.byteLength(text) < LOG_LIMIT_BYTES
    ? text
    : `[the beginning is left out: more than ${LOG_LIMIT_BYTES} bytes]\n${text}`;
