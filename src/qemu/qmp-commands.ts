/** The QMP commands that we use, with the used members of arguments and returns. See QEMU's QMP reference. */
import { z } from "zod";
import { LARGEST_MS } from "../results/schema.ts";

export type RunState =
  | "prelaunch"
  | "inmigrate"
  | "running"
  | "paused"
  | "finish-migrate"
  | "postmigrate"
  | "shutdown"
  | "guest-panicked"
  | "internal-error";

export interface MigrationInfo {
  readonly status?: string;
  readonly downtime?: number;
  readonly "total-time"?: number;
  readonly "error-desc"?: string;
}

export interface QmpCommands {
  "query-status": { args: null; returns: { readonly status: RunState; readonly running: boolean } };
  "query-migrate": { args: null; returns: MigrationInfo };
  "query-version": {
    args: null;
    returns: {
      readonly qemu: { readonly major: number; readonly minor: number; readonly micro: number };
      readonly package: string;
    };
  };
  "migrate-set-capabilities": {
    args: { readonly capabilities: readonly { readonly capability: string; readonly state: boolean }[] };
    returns: object;
  };
  "migrate-set-parameters": { args: Readonly<Record<string, unknown>>; returns: object };
  netdev_add: { args: Readonly<Record<string, unknown>>; returns: object };
  device_add: { args: Readonly<Record<string, unknown>>; returns: object };
  "migrate-incoming": { args: { readonly uri: string }; returns: object };
  migrate: { args: { readonly uri: string }; returns: object };
  cont: { args: null; returns: object };
  "send-key": {
    args: { readonly keys: readonly { readonly type: "qcode"; readonly data: string }[] };
    returns: object;
  };
  quit: { args: null; returns: object };
}

/** Schemas of the answers that are read. An answer that does not match is an error. */
export const ANSWERS: { readonly [C in keyof QmpCommands]?: z.ZodType<QmpCommands[C]["returns"]> } = {
  "query-status": z.looseObject({ status: z.string() as z.ZodType<RunState>, running: z.boolean() }),
  "query-migrate": z.looseObject({
    status: z.string().optional(),
    downtime: z.number().nonnegative().max(LARGEST_MS).optional(),
    "total-time": z.number().optional(),
    "error-desc": z.string().optional(),
  }) as z.ZodType<MigrationInfo>,
};
