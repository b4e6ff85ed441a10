/** Gets ready what a run needs: host, builds, guest. If anything is missing, one message names all of it. */
import { join } from "node:path";
import { onceAborted } from "../base/deadline.ts";
import {
  type Advice,
  allAdviceOf,
  ConfigurationError,
  UnfitHostError,
  UnusableQemuError,
} from "../base/errors.ts";
import { ENDING_MS } from "../base/signals.ts";
import { checkGuests, faultsOfGuests } from "../doctor/guests.ts";
import { type Host, lookAtHost } from "../doctor/host.ts";
import { guestsAtOnce } from "../doctor/memory.ts";
import { CACHE_CHECK } from "../doctor/trials.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import type { Guest } from "../guest/guest.ts";
import { type GuestContext, makeGuest } from "../guest/make.ts";
import { makeOwnFolder, type OwnFolder } from "../host/private-folder.ts";
import type { Privilege } from "../host/privilege.ts";
import { cleanDeadRuns, type Register, temporaryBase } from "../host/register.ts";
import { NAME_PREFIX } from "../host/undo.ts";
import { whyNotWritable } from "../host/writable.ts";
import { doctorFlagsOf } from "../inputs/doctor-flags.ts";
import type { Settings } from "../inputs/settings.ts";
import type { Emit } from "../migration/events.ts";
import { chooseMachine } from "../qemu/build.ts";
import type { PackageCache } from "../qemu/debian-packages.ts";
import { lookAtBuilds, type RunBuilds } from "./builds.ts";

export interface Ready extends AsyncDisposable {
  readonly privilege: Privilege;
  readonly register: Register;
  /** For sockets, recordings and what the guest boots from; used by this run alone. */
  readonly folder: OwnFolder;
  readonly builds: RunBuilds;
  /** Machine type of both sides. */
  readonly machine: string;
  readonly guest: Guest;
  /** Undoes everything in the register, once, and warns of what cannot be undone. Takes bounded time once the run has been told to end. */
  undo(): Promise<void>;
}

/**
 * @param whenFit called when host and builds are fit, before anything is fetched for the guest
 * @throws UnfitHostError with everything that this host and the builds lack for this run; ConfigurationError when the guest cannot be
 * made for another reason. Nothing is left behind.
 */
export async function prepare(
  settings: Settings,
  context: Omit<GuestContext, "privilege" | "emit" | "folder"> & {
    readonly emit: Emit;
    readonly packageCache: PackageCache | null;
  },
  whenFit: () => Promise<void>,
): Promise<Ready> {
  const { emit, signal } = context;
  const host = await lookAtHost({ ...settings, guests: guestsAtOnce(settings) }, signal, { forRun: true });
  const warn = (text: string) => emit({ kind: "warning", text });
  let undoing: Promise<void> | null = null;
  const undoAll = async () => {
    const closed = await onceAborted(signal, ENDING_MS.undo, host.register?.close() ?? Promise.resolve([]));
    if (closed === null)
      warn("not all could be cleaned up in time: the next run, or the command clean, does it");
    for (const problem of closed?.value ?? []) warn(`could not be cleaned up: ${problem}`);
  };
  const undo = () => {
    undoing ??= undoAll();
    return undoing;
  };
  try {
    const fit = await refuseUnfit(settings, host, context);
    const { privilege } = fit;
    await whenFit();
    const left = await cleanDeadRuns(privilege);
    for (const problem of left.problems) warn(`left behind by an earlier run: ${problem}`);
    const folder = makeRunFolder(fit.register);
    const guest = await makeGuest(settings, { ...context, folder, privilege }).catch(
      async (error: unknown) => {
        const faults =
          error instanceof ConfigurationError ? await faultsOfGuest(settings, privilege, signal) : [];
        throw faults.length === 0 ? error : refusal(settings, faults, false);
      },
    );
    return { ...fit, folder, guest, undo, [Symbol.asyncDispose]: undo };
  } catch (error) {
    await undo();
    throw error;
  }
}

function makeRunFolder(register: Register): OwnFolder {
  const path = join(temporaryBase(), `${NAME_PREFIX}${register.runId}`);
  register.hold({ kind: "folder", path });
  return makeOwnFolder(path);
}

async function refuseUnfit(
  settings: Settings,
  { checks, privilege, register }: Host,
  { emit, signal, packageCache }: Pick<Parameters<typeof prepare>[1], "emit" | "signal" | "packageCache">,
): Promise<Pick<Ready, "privilege" | "register" | "builds" | "machine">> {
  const faults: Advice[] = [
    ...checks.filter(({ status }) => status === "missing"),
    ...outputFaults(settings.outputFolder),
  ];
  // Not a fault by itself: a guest that is made here needs no cache.
  const shutCache = checks.filter(({ name, status }) => name === CACHE_CHECK && status === "limited");
  const cache = shutCache.length === 0 && faults.length === 0 ? cacheFolder(settings.cache) : null;
  let found: Pick<Ready, "builds" | "machine"> | null = null;
  let onlyTheBuild = false;
  try {
    const store = cache === null ? null : { cacheDir: cache, packages: packageCache, emit, signal };
    const builds = await lookAtBuilds(settings, store, signal);
    const { candidate, target, baseline } = builds;
    const machine = chooseMachine(settings.machine, candidate, target ?? baseline ?? candidate);
    found = { builds, machine };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ConfigurationError)) throw error;
    onlyTheBuild = faults.length === 0 && error instanceof UnusableQemuError;
    faults.push(...allAdviceOf(error));
  }
  if (faults.length === 0 && privilege !== null && register !== null && found !== null) {
    for (const { detail } of shutCache) emit({ kind: "warning", text: detail });
    return { privilege, register, ...found };
  }
  const ofGuest = await faultsOfGuest(settings, privilege, signal);
  throw refusal(settings, [...faults, ...shutCache, ...ofGuest], onlyTheBuild && ofGuest.length === 0);
}

function outputFaults(folder: string): Advice[] {
  const why = whyNotWritable(folder);
  const besides = "name another one with output-dir (--out FOLDER)";
  return why === null
    ? []
    : [{ found: `the output folder ${folder} cannot be used: ${why}`, mend: null, besides }];
}

/** What is missing to make the guest. Downloads nothing. */
async function faultsOfGuest(
  settings: Settings,
  privilege: Privilege | null,
  signal: AbortSignal,
): Promise<readonly Advice[]> {
  return faultsOfGuests(await checkGuests(settings, privilege, signal))[settings.guest];
}

const refusal = (settings: Settings, faults: readonly Advice[], onlyTheBuild: boolean): UnfitHostError =>
  new UnfitHostError({ faults, doctorFlags: doctorFlagsOf(settings), onlyTheBuild });
