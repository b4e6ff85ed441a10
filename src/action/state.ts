/**
 * The state that the main step passes to the post step. It is written as soon as it is known, because main
 * may be killed at any time. The last write counts.
 */
import { getState, saveState } from "@actions/core";
import { z } from "zod";
import { messageOf } from "../base/errors.ts";
import { bootId, identify, isAlive, type ProcessIdentity } from "../host/proc.ts";
import { stateFolder } from "../host/register.ts";

const NAME = "job";

const Asset = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), path: z.string().startsWith("/") });
export type DownloadedAsset = z.infer<typeof Asset>;

/** The packages of a build of Debian. */
const Packages = z.object({
  key: z.string().regex(/^debian-[\w.+~%-]+$/),
  folder: z.string().regex(/^\/.*\/packages$/),
});
export type DownloadedPackages = z.infer<typeof Packages>;

export type Downloaded = DownloadedAsset | DownloadedPackages;

const State = z.object({
  /** The process of the main step. */
  main: z.object({ bootId: z.string(), pid: z.number().int().min(2), startTicks: z.number() }),
  /** The folder in which main's run noted what has to be undone. */
  registerFolder: z.string().startsWith("/"),
  /** Downloaded files that should be saved in the caches. */
  downloaded: z.array(z.union([Asset, Packages])),
});
export type State = z.infer<typeof State>;

/**
 * Writes the state for the post step. If that fails, `warn` reports it, and post uses the default folder of
 * this user's runs.
 */
export function writeState(downloaded: readonly Downloaded[], warn: (text: string) => void): void {
  const self = identify(process.pid);
  if (self === null) throw new Error("this process is not in /proc: is /proc mounted?");
  const state: State = {
    main: { bootId: bootId(), ...self },
    registerFolder: stateFolder(),
    downloaded: [...downloaded],
  };
  try {
    saveState(NAME, JSON.stringify(state));
  } catch (error) {
    warn(`the state for the post step could not be saved (GITHUB_STATE): ${messageOf(error)}`);
  }
}

/** The state that main wrote; null when there is none (main was killed before) or it is invalid. */
export function readState(): State | null {
  try {
    return State.parse(JSON.parse(getState(NAME)));
  } catch {
    return null;
  }
}

/**
 * The process of the main step, if it still runs. Cancelling a step in a container job ends its `docker
 * exec`, but not the process in the container.
 */
export function livingMain({ main }: State): ProcessIdentity | null {
  return main.bootId === bootId() && main.pid !== process.pid && isAlive(main) ? main : null;
}
