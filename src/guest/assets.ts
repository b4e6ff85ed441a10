/** The files that guests need from elsewhere: their default locations and their digests. */
import { isUrl, shownUrl } from "../base/url.ts";
import type { GuestName } from "./guest.ts";

export type AssetName = "iso" | "kernel" | "initrd";

export interface Asset {
  readonly name: AssetName;
  /** A URL or a local path. */
  readonly location: string;
  /** 64 lower-case hexadecimal digits. Null: not known, only for a local path. */
  readonly sha256: string | null;
}

/** The inputs that define assets. Null: not given. */
export interface AssetInputs {
  readonly guest: GuestName;
  readonly iso: string | null;
  readonly isoSha256: string | null;
  readonly kernel: string | null;
  readonly kernelSha256: string | null;
  readonly initrd: string | null;
  readonly initrdSha256: string | null;
  /** A base URL that replaces scheme and host of the default locations. */
  readonly mirror: string | null;
}

const FEDORA =
  "https://archives.fedoraproject.org/pub/archive/fedora/linux/releases/31/Server/x86_64/os/images/pxeboot";

export const DEFAULT_ASSETS = {
  iso: {
    location: "https://dl-cdn.alpinelinux.org/alpine/v3.22/releases/x86_64/alpine-standard-3.22.1-x86_64.iso",
    sha256: "96d1b44ea1b8a5a884f193526d92edb4676054e9fa903ad2f016441a0fe13089",
  },
  kernel: {
    location: `${FEDORA}/vmlinuz`,
    sha256: "d4738d03dbbe083ca610d0821d0a8f1488bebbdccef54ce33e3adb35fda00129",
  },
  initrd: {
    location: `${FEDORA}/initrd.img`,
    sha256: "277cd6c7adf77c7e63d73bbb2cded8ef9e2d3a2f100000e92ff1f8396513cd8b",
  },
} as const satisfies Record<AssetName, Omit<Asset, "name">>;

/** The micro guest has no assets: its kernel is searched on this host. */
const ASSETS_OF: Record<GuestName, readonly AssetName[]> = {
  micro: [],
  "kernel-initrd": ["kernel", "initrd"],
  "alpine-iso": ["iso"],
};

/** The assets that the chosen guest needs. */
export function assetsOf(inputs: AssetInputs): Asset[] {
  const { guest, kernel, kernelSha256 } = inputs;
  // The user's local kernel is an asset only when there is a digest to verify it with.
  if (guest === "micro" && kernel !== null && kernelSha256 !== null) {
    return [{ name: "kernel", location: kernel, sha256: kernelSha256 }];
  }
  return ASSETS_OF[guest].map((name) => {
    const { location, sha256 } = given(inputs, name);
    const fallback = DEFAULT_ASSETS[name];
    if (location !== null) {
      return { name, location, sha256: sha256 ?? (location === fallback.location ? fallback.sha256 : null) };
    }
    return {
      name,
      location: mirrored(fallback.location, inputs.mirror),
      sha256: sha256 ?? fallback.sha256,
    };
  });
}

/** Contradictions between the inputs, one line each. */
export function assetProblems(inputs: AssetInputs): string[] {
  const problems = assetsOf(inputs)
    .filter(({ location, sha256 }) => isUrl(location) && sha256 === null)
    .map(
      ({ name, location }) =>
        `${name}-sha256: expected the SHA-256 of ${shownUrl(location)}: a downloaded file is used only if its digest matches`,
    );
  if (inputs.guest === "kernel-initrd" && (inputs.kernel === null) !== (inputs.initrd === null)) {
    problems.push("kernel, initrd: expected both or neither: the initrd's modules are for its own kernel");
  }
  if (inputs.guest === "micro" && inputs.kernel !== null && isUrl(inputs.kernel)) {
    problems.push(
      `kernel: expected a path on this host, not ${JSON.stringify(shownUrl(inputs.kernel))}: the guest micro needs the kernel's modules as well. URLs are for the guest kernel-initrd`,
    );
  }
  return problems;
}

/** The names of inputs that were given but have no meaning for the chosen guest. */
export function unusedInputs(inputs: AssetInputs): AssetName[] {
  const used: readonly AssetName[] = inputs.guest === "micro" ? ["kernel"] : ASSETS_OF[inputs.guest];
  return (["iso", "kernel", "initrd"] as const).filter(
    (name) => given(inputs, name).location !== null && !used.includes(name),
  );
}

function given(inputs: AssetInputs, name: AssetName): { location: string | null; sha256: string | null } {
  return { location: inputs[name], sha256: inputs[`${name}Sha256`] };
}

/** `https://host/path` with the mirror `http://here/base/` becomes `http://here/base/path`. */
function mirrored(url: string, mirror: string | null): string {
  return mirror === null ? url : mirror.replace(/\/+$/, "") + new URL(url).pathname;
}
