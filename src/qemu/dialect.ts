/**
 * The dialects of local TAP migration. The series went through about twenty revisions, and builds of several
 * are in use. Each dialect is one row of a table that says what is sent to QEMU and in which order; a new
 * dialect is a new row. QEMU's QMP schema shows which dialect a build speaks. Unknown names are never sent:
 * QEMU refuses them even when false.
 */
import type { DialectName } from "../results/schema.ts";
import type { QemuLook } from "./look.ts";

type Values = Readonly<Record<string, unknown>>;

/** What the dialect's switches add on one side of a migration. */
export interface SideSwitches {
  /** Capabilities in addition to `events` and `x-ignore-shared`. */
  readonly capabilities: Readonly<Record<string, boolean>>;
  /** Migration parameters; `parametersWhen` says whether they are set before or after the NIC is added. */
  readonly parameters: Values;
  readonly parametersWhen: "before-netdev" | "after-device";
  readonly netdev: Values;
  /** Members of netdev_add that this side must not get, although they are usual. */
  readonly netdevWithout: readonly string[];
  readonly device: Values;
  /** Whether to try again with the members of `netdevWithout` when QEMU refuses the command without them. */
  readonly retryWithAll: boolean;
}

export interface Dialect {
  readonly name: DialectName;
  /** The revisions of the patch series, for reports: "v10–v16". */
  readonly revisions: string;
  /** False: the dialect is recognised and named, but not run. */
  readonly supported: boolean;
  /** The names of the switches in this build. */
  readonly switches: readonly string[];
  /** The switches of one side: on to pass the queues, explicitly off for a separate TAP. */
  side(side: "source" | "target", on: boolean): SideSwitches;
}

interface Row {
  readonly name: DialectName;
  readonly revisions: string;
  readonly supported: boolean;
  /** The names of this build's switches; empty when the build does not speak the dialect. */
  recognise(look: QemuLook): string[];
  switches(look: QemuLook, side: "source" | "target", on: boolean): Partial<SideSwitches>;
}

const tapMembers = (look: QemuLook) => look.schema.variantArguments("netdev_add", "tap");
const parameters = (look: QemuLook) => look.schema.arguments("migrate-set-parameters");
const known = (candidates: Iterable<string>, all: ReadonlySet<string>) =>
  [...candidates].filter((name) => all.has(name));
const each = <T>(names: readonly string[], value: T) =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Members that a target with the switch refuses, because it gets them from the source or does not need them. */
const OPENS_A_TAP = ["ifname", "vnet_hdr"];

const LOCAL_MIGRATION_SUPPORTED = ["x-local-migration-supported", "local-migration-supported"];

const ROWS: readonly Row[] = [
  {
    name: "permit",
    revisions: "final, queued for 11.2",
    supported: true,
    recognise: (look) =>
      parameters(look).has("local") ? known(["x-permit-local-migration"], tapMembers(look)) : [],
    switches: (_look, side, on) => ({
      parameters: { local: on },
      netdev: { "x-permit-local-migration": on },
      netdevWithout: on && side === "target" ? OPENS_A_TAP : [],
    }),
  },
  {
    name: "supported",
    revisions: "v17 and after",
    supported: true,
    recognise: (look) =>
      parameters(look).has("local") ? known(LOCAL_MIGRATION_SUPPORTED, tapMembers(look)) : [],
    switches: (look, side, on) => ({
      parameters: { local: on },
      netdev: {
        ...each(known(LOCAL_MIGRATION_SUPPORTED, tapMembers(look)), on),
        // v17 has both. Only the side that waits for fds gets it switched on.
        ...each(known(["incoming-fds"], tapMembers(look)), on && side === "target"),
      },
      netdevWithout: on && side === "target" ? OPENS_A_TAP : [],
    }),
  },
  {
    name: "incoming-fds",
    revisions: "v10–v16",
    supported: true,
    recognise: (look) =>
      parameters(look).has("local") && look.nicProperties.has("local-migration")
        ? known(["incoming-fds"], tapMembers(look))
        : [],
    switches: (_look, side, on) => ({
      parameters: { local: on },
      parametersWhen: "after-device",
      netdev: { "incoming-fds": on && side === "target" },
      netdevWithout: on && side === "target" ? OPENS_A_TAP : [],
      device: { "local-migration": on },
      // v16 refuses an ifname for a TAP that it does not open; earlier revisions require one.
      retryWithAll: true,
    }),
  },
  {
    name: "backend-transfer",
    revisions: "v6–v9",
    supported: false,
    recognise: (look) => known(["backend-transfer"], parameters(look)),
    switches: (look) => ({
      parameters: {
        "backend-transfer":
          look.schema.kindOfArgument("migrate-set-parameters", "backend-transfer") === "array" ? [] : false,
      },
      device: each(known(["backend-transfer"], look.nicProperties), false),
    }),
  },
  {
    name: "fds",
    revisions: "v5",
    supported: false,
    recognise: (look) => known(["fds"], parameters(look)),
    switches: () => ({ parameters: { fds: false } }),
  },
  {
    name: "local-tap",
    revisions: "v2–v3",
    supported: false,
    recognise: (look) => known(["local-tap"], capabilitiesOf(look)),
    switches: () => ({ capabilities: { "local-tap": false } }),
  },
];

/** The migration capabilities of a build. */
export function capabilitiesOf(look: QemuLook): Set<string> {
  return look.schema.words("migrate-set-capabilities", "capabilities", "capability");
}

const NO_SWITCHES: SideSwitches = {
  capabilities: {},
  parameters: {},
  parametersWhen: "before-netdev",
  netdev: {},
  netdevWithout: [],
  device: {},
  retryWithAll: false,
};

/** The dialect of local TAP migration that a build speaks; null when it has none. */
export function dialectOf(look: QemuLook): Dialect | null {
  for (const row of ROWS) {
    const switches = row.recognise(look);
    if (switches.length === 0) continue;
    return {
      name: row.name,
      revisions: row.revisions,
      supported: row.supported,
      switches,
      side: (side, on) => ({ ...NO_SWITCHES, ...row.switches(look, side, on) }),
    };
  }
  return null;
}

/** The switches of one side; none for a build without a dialect. */
export const switchesOf = (dialect: Dialect | null, side: "source" | "target", on: boolean): SideSwitches =>
  dialect?.side(side, on) ?? NO_SWITCHES;

/** Why one build cannot pass the fds of a TAP to the other; null when it can. */
export function whyNoFdPassing(from: Dialect | null, to: Dialect | null): string | null {
  if (from === null && to === null) return "this QEMU has no local migration of TAP backends";
  if (from?.name !== to?.name) {
    const named = (dialect: Dialect | null) => dialect?.name ?? "none";
    return `source and target speak different dialects of local TAP migration: source ${named(from)}, target ${named(to)}`;
  }
  if (from?.supported !== true) {
    return `this QEMU speaks the dialect "${from?.name}" (${from?.revisions}) of local TAP migration, which is too old to be run`;
  }
  return null;
}
