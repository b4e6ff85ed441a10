/** What a QEMU of each dialect wants to be told, in this order: the table of docs/contract.md, written down a second time. */
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

/** Without any switch: the target opens the TAP given. */
export const opensOwn = (ifname: string, more: object = {}): readonly Step[] => [
  netdev({ ...OPENS, ifname, ...more }),
  device(),
];
