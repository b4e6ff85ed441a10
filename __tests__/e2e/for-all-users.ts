/** What a run of another user of this host needs. */
import { chmodSync } from "node:fs";
import { makeStandIn } from "../fakes/stand-in.ts";
import { temporaryFolder } from "../folder.ts";
import { asRoot } from "../host/as-root.ts";

/** A folder that anybody may write into. */
export function openFolder() {
  const folder = temporaryFolder();
  chmodSync(folder.path, 0o777);
  return folder;
}

/** A stand-in that anybody may run and write the truth of. */
export function openStandIn(...config: Parameters<typeof makeStandIn>) {
  const standIn = makeStandIn(...config);
  asRoot("chmod", "-R", "a+rwX", standIn.directory);
  return standIn;
}
