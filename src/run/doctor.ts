/** What this host and a QEMU can do: each check with what is to be done about it, in the order in which a person would. */
import { statfsSync } from "node:fs";
import { messageOf } from "../errors.ts";
import { describeMicroGuest } from "../guest/make.ts";
import { findPrivilege } from "../host/privilege.ts";
import { RAM_FOLDER } from "../host/ram.ts";
import { findTool } from "../host/tools.ts";
import { capabilitiesOf, dialectOf } from "../qemu/dialect.ts";
import { findQemu } from "../qemu/find.ts";
import { lookAtQemu, type QemuLook } from "../qemu/look.ts";
import { SCENARIO_NAMES, type ScenarioName } from "../results/schema.ts";
import { LOOK_DEADLINE_MS } from "./builds.ts";
import { adviceForKvm, adviceForTun, adviceForVhost, whyUnsupported } from "./support.ts";

export interface Check {
  readonly name: string;
  /** "missing": nothing runs without it; "limited": something does not. */
  readonly status: "ok" | "limited" | "missing";
  /** What was found, or what to do. */
  readonly detail: string;
}

export interface Diagnosis {
  readonly checks: readonly Check[];
  readonly qemu: {
    readonly path: string;
    readonly version: string;
    /** Of local migration of TAP backends; null: it has none. */
    readonly dialect: string | null;
    readonly revisions: string | null;
    readonly switches: readonly string[];
    readonly ignoreShared: boolean;
    readonly downtimeTraces: boolean;
  } | null;
  readonly scenarios: readonly {
    readonly name: ScenarioName;
    readonly runs: boolean;
    readonly reason: string | null;
  }[];
}

/** Looks at this host and at the QEMU given. Starts nothing that stays, throws nothing: what is wrong is the answer. */
export async function diagnose(
  { qemu, kernel }: { readonly qemu: string; readonly kernel: string | null },
  signal: AbortSignal,
): Promise<Diagnosis> {
  const checks: Check[] = [];
  const add = (
    name: string,
    advice: string | null,
    ok: string,
    otherwise: "limited" | "missing" = "missing",
  ) =>
    checks.push(
      advice === null ? { name, status: "ok", detail: ok } : { name, status: otherwise, detail: advice },
    );
  const attempt = async <T>(
    name: string,
    work: () => Promise<T> | T,
    ok: (value: T) => string,
  ): Promise<T | null> => {
    try {
      const value = await work();
      add(name, null, ok(value));
      return value;
    } catch (error) {
      signal.throwIfAborted();
      add(name, messageOf(error), "");
      return null;
    }
  };

  const programs = ["ip", "setpriv", "ping"] as const;
  const missing = programs.filter((name) => findTool(name) === null);
  add(
    "programs",
    missing.length === 0
      ? null
      : `not found: ${missing.join(", ")}. Install iproute2, util-linux, iputils-ping`,
    programs.join(", "),
  );
  add(
    "probe",
    findTool("fping") === null
      ? "fping is not installed: ping will serve, which sees no outage below 20 ms. Install fping"
      : null,
    "fping",
    "limited",
  );
  const privilege = await attempt(
    "root",
    () => findPrivilege(signal),
    ({ isRoot }) => (isRoot ? "this is root" : "sudo works without password"),
  );
  add("/dev/net/tun", adviceForTun(), "opens");
  add("/dev/kvm", adviceForKvm(), "opens; whether guests run on it shows only when one is booted", "limited");
  add("/dev/vhost-net", adviceForVhost(), "opens", "limited");
  await attempt(
    RAM_FOLDER,
    () => statfsSync(RAM_FOLDER),
    ({ bavail, bsize }) =>
      `${Math.floor((bavail * bsize) / 2 ** 20)} MiB free; the guest needs as much as --memory says`,
  );
  if (privilege !== null) {
    await attempt(
      "guest micro",
      () => describeMicroGuest({ kernel, cache: null }, privilege),
      (found) => found,
    );
  }
  const look = await attempt(
    "QEMU",
    () => lookAtQemu(findQemu(qemu), { deadlineMs: LOOK_DEADLINE_MS, cacheFolder: null, signal }),
    ({ version, path }) => `${version} at ${path}`,
  );
  return { checks, ...describeQemu(look, checks) };
}

function describeQemu(
  look: QemuLook | null,
  checks: readonly Check[],
): Pick<Diagnosis, "qemu" | "scenarios"> {
  const blocking = checks
    .filter(({ status }) => status === "missing")
    .map(({ name, detail }) => `${name}: ${detail}`);
  const dialect = look === null ? null : dialectOf(look);
  return {
    qemu:
      look === null
        ? null
        : {
            path: look.path,
            version: look.version,
            dialect: dialect?.name ?? null,
            revisions: dialect?.revisions ?? null,
            switches: dialect?.switches ?? [],
            ignoreShared: capabilitiesOf(look).has("x-ignore-shared"),
            downtimeTraces: look.hasDowntimeTraces,
          },
    scenarios: SCENARIO_NAMES.map((name) => {
      const build = look === null ? null : { role: "candidate" as const, look, dialect };
      const own = build === null ? null : whyUnsupported(name, build, build);
      const reasons = [...blocking, ...(own === null ? [] : [own])];
      return { name, runs: reasons.length === 0, reason: reasons.length === 0 ? null : reasons.join("; ") };
    }),
  };
}
