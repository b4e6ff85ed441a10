/** The guest that the settings name. */
import type { OwnFolder } from "../host/private-folder.ts";
import { type Privilege, readAsRoot } from "../host/privilege.ts";
import type { Accel } from "../results/schema.ts";
import { type AssetStore, obtainAssets } from "./asset-store.ts";
import { type AssetInputs, type AssetName, assetsOf, unusedInputs } from "./assets.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { AssetCache } from "./cache-port.ts";
import type { Guest } from "./guest.ts";
import { makeIsoGuest } from "./iso.ts";
import { makeKernelInitrdGuest } from "./kernel-initrd.ts";
import { makeMicroGuest } from "./micro.ts";

export interface GuestSettings extends AssetInputs {
  readonly cache: string | null;
  readonly accel: Accel;
}

export interface GuestContext {
  /** Of this run alone, where what it boots from is made. */
  readonly folder: OwnFolder;
  readonly privilege: Privilege;
  /** Where assets may be had from beside the cache folder and the network. */
  readonly assetCache: AssetCache | null;
  readonly emit: AssetStore["emit"];
  readonly signal: AbortSignal;
}

/**
 * Fetches and verifies what the guest needs, and no more.
 * @throws ConfigurationError when a part of it is missing, with what to do.
 */
export async function makeGuest(settings: GuestSettings, context: GuestContext): Promise<Guest> {
  const { folder, privilege, assetCache, emit, signal } = context;
  const cacheDir = cacheFolder(settings.cache);
  for (const name of unusedInputs(settings)) {
    emit({ kind: "warning", text: `${name} is not used: the guest ${settings.guest} has none` });
  }
  const stored = await obtainAssets(assetsOf(settings), { cacheDir, cache: assetCache, emit, signal });
  const asset = (name: AssetName) => {
    const found = stored.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the guest ${settings.guest} has no ${name}`);
    return found;
  };
  switch (settings.guest) {
    case "micro":
      return await makeMicroGuest({
        ...{ folder, signal },
        ...(settings.kernel !== null && { kernel: settings.kernel }),
        readPrivileged: (path) => readAsRoot(privilege, path),
      });
    case "kernel-initrd":
      return await makeKernelInitrdGuest({
        ...{ folder, signal, kernelPath: asset("kernel").path, initrdPath: asset("initrd").path },
      });
    case "alpine-iso":
      return makeIsoGuest(asset("iso").path, settings.accel);
  }
}
