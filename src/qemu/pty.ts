/**
 * Pseudo terminals for QEMU's consoles. node-pty has a native part that a host may be unable to load: another
 * CPU architecture or C library, or an incomplete dist/. So it is loaded when a run begins, not when the
 * program starts.
 */
import type { IPty, IPtyForkOptions } from "node-pty";
import { ConfigurationError, messageOf } from "../base/errors.ts";

export type { IPty } from "node-pty";

type NodePty = typeof import("node-pty");

let loaded: NodePty | null = null;

/**
 * Loads what `spawnOnTerminal` needs. Starts nothing.
 *
 * @throws ConfigurationError, with the reason, when it cannot be loaded
 */
export async function loadTerminals(): Promise<void> {
  try {
    loaded ??= await import("node-pty");
  } catch (error) {
    throw new ConfigurationError(
      `the native part of node-pty, which opens the pseudo terminals of consoles, cannot be loaded on this host (${process.platform}-${process.arch}, ${cLibrary()}): ${whyOf(error)}. dist/parts/prebuilds has it for linux-x64 and linux-arm64 with glibc: is dist/ complete?`,
    );
  }
}

/** Starts a program on a new pseudo terminal. `loadTerminals` must have been called before. */
export function spawnOnTerminal(file: string, args: readonly string[], options: IPtyForkOptions): IPty {
  if (loaded === null) throw new Error("loadTerminals was not called");
  return loaded.spawn(file, [...args], options);
}

/** Removes the beginning of node-pty's message, which lists the paths that it tried. */
const whyOf = (error: unknown): string => messageOf(error).replace(/^Failed to load native module: /, "");

function cLibrary(): string {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? "not glibc" : `glibc ${header.glibcVersionRuntime}`;
}
