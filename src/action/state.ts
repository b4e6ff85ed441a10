/**
 * What the main step tells the post step. It is written as soon as it is known, since main may be killed at any time; the last
 * one written counts.
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
  /** Where main's run wrote down what has to be undone. */
  registerFolder: z.string().startsWith("/"),
  /** What had to be downloaded, and is worth saving. */
  downloaded: z.array(z.union([Asset, Packages])),
});
export type State = z.infer<typeof State>;

/** Writes the state that post will find; `warn` says when it can't be written. Post then goes by the folder of this user's runs. */
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
    warn(`what the post step is to know could not be written down (GITHUB_STATE): ${messageOf(error)}`);
  }
}

/** What main wrote, or null when it was killed before it could, or wrote rubbish. */
export function readState(): State | null {
  try {
    return State.parse(JSON.parse(getState(NAME)));
  } catch {
    return null;
  }
}

/**
 * The process of the main step if it still runs. In a container job a cancelled step loses its `docker exec`, not the process in
 * the container.
 */
export function livingMain({ main }: State): ProcessIdentity | null {
  return main.bootId === bootId() && main.pid !== process.pid && isAlive(main) ? main : null;
}
