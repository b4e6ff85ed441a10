/** What the doctor finds out about a QEMU: that it is one, what it can migrate, what it can tell. */
import { messageOf } from "../errors.ts";
import { capabilitiesOf, dialectOf, whyNoFdPassing } from "../qemu/dialect.ts";
import { qemuEnvironment } from "../qemu/environment.ts";
import { findQemu } from "../qemu/find.ts";
import { lookAtQemu, type QemuLook } from "../qemu/look.ts";
import { LOOK_DEADLINE_MS } from "./builds.ts";
import { type Check, fault, fine } from "./check.ts";

const NOTHING = "nothing runs with this QEMU";
const NEEDED = ["events", "x-ignore-shared"];

export async function checkQemu(
  given: string,
  signal: AbortSignal,
): Promise<{ readonly checks: readonly Check[]; readonly look: QemuLook | null }> {
  let path: string;
  try {
    path = findQemu(given);
  } catch {
    const where = given.includes("/") ? "" : " in PATH";
    const found = `there is no program ${given}${where}`;
    const advice = {
      found,
      mend: "sudo apt-get install qemu-system-x86",
      besides: "or name one: --qemu PATH",
    };
    return { checks: [fault("QEMU", "missing", advice, "nothing runs")], look: null };
  }
  try {
    const variables = qemuEnvironment({});
    const look = await lookAtQemu(path, {
      deadlineMs: LOOK_DEADLINE_MS,
      variables,
      cacheFolder: null,
      signal,
    });
    return { checks: [checkBuild(look), checkFdPassing(look), checkTraces(look)], look };
  } catch (error) {
    signal.throwIfAborted();
    const advice = { found: messageOf(error), mend: null, besides: null };
    return { checks: [fault("QEMU", "missing", advice, NOTHING)], look: null };
  }
}

function checkBuild(look: QemuLook): Check {
  const lacking = NEEDED.filter((name) => !capabilitiesOf(look).has(name));
  const found = `${look.version} at ${look.path}`;
  if (lacking.length === 0) return fine("QEMU", found);
  const advice = {
    found: `${found} has no migration capability ${lacking.join(", ")}`,
    mend: null,
    besides: "QEMU 4.0 or later is needed",
  };
  return fault("QEMU", "missing", advice, NOTHING);
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
    besides: "stock QEMU up to 11.1 has none: build one with the patches, and name it: --qemu PATH",
  };
  return fault(
    "passing of fds",
    "limited",
    advice,
    "tap-fd and tap-fd-vhost are unsupported; the others run",
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
    "all runs, but where the freeze goes is known for QEMU as a whole only",
  );
}
