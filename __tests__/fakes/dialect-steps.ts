/** The commands of each dialect, in order. Written independently of src/, from the table in docs/contract.md. */
import { NIC, OPENS, type Step, TAP } from "./lab.ts";

const local = (on: boolean): Step => ["migrate-set-parameters", { local: on }];
const netdev = (args: object): Step => ["netdev_add", args];
const device = (more: object = {}): Step => ["device_add", { ...NIC, ...more }];

export interface DialectSteps {
  readonly source: readonly Step[];
  readonly target: readonly Step[];
}

const withPermission = (permission: string, targetOnly: object = {}): DialectSteps => ({
  source: [local(true), netdev({ ...OPENS, [permission]: true }), device()],
  target: [local(true), netdev({ ...TAP, [permission]: true, ...targetOnly }), device()],
});

const withProperty = (target: object): DialectSteps => ({
  source: [netdev(OPENS), device({ "local-migration": true }), local(true)],
  target: [netdev({ ...target, "incoming-fds": true }), device({ "local-migration": true }), local(true)],
});

export const HANDED_OVER: Readonly<Record<string, DialectSteps>> = {
  permit: withPermission("x-permit-local-migration"),
  supported: withPermission("x-local-migration-supported"),
  "supported-v17": withPermission("local-migration-supported", { "incoming-fds": true }),
  "incoming-fds": withProperty(TAP),
  "incoming-fds-tolerant": withProperty(OPENS),
  "incoming-fds-early": withProperty(OPENS),
};

/** The steps without local migration: the target opens the TAP `ifname`. */
export const opensOwn = (ifname: string, more: object = {}): readonly Step[] => [
  netdev({ ...OPENS, ifname, ...more }),
  device(),
];
