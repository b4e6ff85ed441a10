/** What is kept of an iteration for whoever digs: the consoles, QMP transcripts and stderr of both sides. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTail } from "../qemu/tail.ts";
import type { Vm } from "./vm.ts";

/** A guest or a QEMU that writes without end must not fill the disk with it twice. */
const LOG_LIMIT_BYTES = 2 ** 20;

/** The folder of one iteration (or of a boot that failed) in the output folder: made if missing, guest text is the user's alone. */
export function evidenceFolder(outputFolder: string, scenario: string, name: string): string {
  const folder = join(outputFolder, scenario, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes down what one side said so far. Only a line that says what was cut is ours. */
export function saveEvidence(folder: string, side: "source" | "target", vm: Vm): void {
  const write = (name: string, text: string) =>
    writeFileSync(join(folder, `${side}.${name}`), text, { mode: 0o600 });
  write("console.log", cut(readTail(vm.files.console, LOG_LIMIT_BYTES)));
  write("stderr.log", cut(readTail(vm.files.stderr, LOG_LIMIT_BYTES)));
  write("qmp.log", vm.qmp.takeTranscript());
}

const cut = (text: string) =>
  Buffer.byteLength(text) < LOG_LIMIT_BYTES
    ? text
    : `[the beginning is left out: more than ${LOG_LIMIT_BYTES} bytes]\n${text}`;

/** The folder of an iteration: its number in the scenario, so that they sort. */
export const iterationFolderName = (number: number): string => `iteration-${String(number).padStart(3, "0")}`;
