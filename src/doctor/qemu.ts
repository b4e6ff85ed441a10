/** The doctor's checks of a QEMU: whether it is one, what it can migrate, and what it can trace. */
import { adviceOf } from "../base/errors.ts";
import { cacheFolder } from "../guest/cache-folder.ts";
import type { Settings } from "../inputs/settings.ts";
import { LOOK_DEADLINE_MS } from "../qemu/build.ts";
import type { BuildStore } from "../qemu/debian-build.ts";
import { namesSuite } from "../qemu/debian-suite.ts";
import { dialectOf, whyNoFdPassing } from "../qemu/dialect.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import { lookAtQemu, type QemuLook } from "../qemu/look.ts";
import { obtainQemu } from "../qemu/obtain.ts";
import { whyTooOld } from "../qemu/oldest.ts";
import { onlyOthersRun } from "../scenarios/table.ts";
import { type Check, fault, fine } from "./check.ts";

const NOTHING = "nothing runs with this QEMU";

/** @param emit reports fetching; null: a build of Debian is neither fetched nor examined. @throws only when cancelled */
export async function checkQemu(
  { qemu: given, qemuEnvironment: variables, cache }: Pick<Settings, "qemu" | "qemuEnvironment" | "cache">,
  emit: BuildStore["emit"] | null,
  signal: AbortSignal,
): Promise<{ readonly checks: readonly Check[]; readonly look: QemuLook | null }> {
  const missing = (error: unknown, means: string) => ({
    checks: [fault("QEMU", "missing", adviceOf(error), means)],
    look: null,
  });
  if (emit === null && namesSuite(given))
    return missing(new Error(`${given} is not fetched for this table`), "whether it can migrate is unknown");
  let path: string;
  try {
    // Only a build of Debian needs the cache folder: cacheFolder throws for a user without a home folder.
    const fetches = emit !== null && namesSuite(given);
    const store = fetches ? { packages: null, emit, signal, cacheDir: cacheFolder(cache) } : null;
    path = await obtainQemu(given, store);
  } catch (error) {
    signal.throwIfAborted();
    return missing(error, "nothing runs");
  }
  try {
    const look = await lookAtQemu(path, {
      deadlineMs: LOOK_DEADLINE_MS,
      variables: qemuEnvironment(variables),
      cacheFolder: null,
      signal,
    });
    return { checks: [checkBuild(look), checkFdPassing(look), checkTraces(look)], look };
  } catch (error) {
    signal.throwIfAborted();
    return missing(error, NOTHING);
  }
}

function checkBuild(look: QemuLook): Check {
  const why = whyTooOld(look);
  if (why === null) return fine("QEMU", `${look.version} at ${look.path}`);
  return fault("QEMU", "missing", { found: why, mend: null, besides: "name another: --qemu PATH" }, NOTHING);
}

function checkFdPassing(look: QemuLook): Check {
  const dialect = dialectOf(look);
  const why = whyNoFdPassing(dialect, dialect);
  if (why === null && dialect !== null) {
    return fine("passing of fds", `the dialect ${dialect.name} (${dialect.revisions})`);
  }
  const advice = {
    found: why ?? "",
    mend: null,
    besides: "stock QEMU up to 11.1 has none: build QEMU with the patches, and name it: --qemu PATH",
  };
  return fault(
    "passing of fds",
    "limited",
    advice,
    onlyOthersRun(({ handOver }) => handOver.passesFds),
  );
}

function checkTraces(look: QemuLook): Check {
  if (look.hasDowntimeTraces) return fine("traces", "the time of each device in the freeze is measured");
  const advice = {
    found: "this QEMU does not trace the downtime of devices",
    mend: null,
    besides: "QEMU 8.2 or later does, when built with the trace backend log",
  };
  return fault(
    "traces",
    "limited",
    advice,
    "everything runs, but the time of the freeze is known only for QEMU as a whole",
  );
}
