/** Makes the guest that the settings name. */
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
  /** This run's private folder, for the files that the guest boots from. */
  readonly folder: OwnFolder;
  readonly privilege: Privilege;
  /** A further source of assets, in addition to the cache folder and the network. */
  readonly assetCache: AssetCache | null;
  readonly emit: AssetStore["emit"];
  readonly signal: AbortSignal;
}

/**
 * Downloads and verifies what the guest needs, and makes the guest.
 *
 * @throws ConfigurationError, with what to do, when something is missing
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
