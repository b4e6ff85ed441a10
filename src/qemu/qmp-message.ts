/** Parses a line of QMP. See docs/interop/qmp-spec.rst of QEMU. */
import { z } from "zod";
import { printable } from "./tail.ts";

export interface QmpEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** QEMU's stamp: CLOCK_REALTIME in ms since the epoch, with a resolution of 1 µs. */
  readonly atMs: number;
}

export type QmpMessage =
  | { readonly kind: "greeting" }
  | { readonly kind: "event"; readonly event: QmpEvent }
  | { readonly kind: "reply"; readonly id: number; readonly value: unknown }
  | {
      readonly kind: "error";
      /** Null: QEMU does not know which command the error belongs to. */
      readonly id: number | null;
      readonly errorClass: string;
      readonly words: string;
    };

/** Schemas of the members of events that are read. See QEMU's QMP reference. */
const EVENTS: Readonly<Record<string, z.ZodType>> = {
  MIGRATION: z.looseObject({ status: z.string() }),
  SHUTDOWN: z.looseObject({ reason: z.string().optional() }),
};

/** Null when the line is not QMP: not JSON, or not of a form in the specification. The input is untrusted. */
export function readMessage(text: string): QmpMessage | null {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(message)) return null;
  if (isObject(message.QMP)) return { kind: "greeting" };
  if ("event" in message) return readEvent(message);
  const { id, error } = message;
  if (isObject(error)) {
    if (typeof error.desc !== "string" || !(typeof id === "number" || id === undefined)) return null;
    return {
      kind: "error",
      id: id ?? null,
      errorClass: typeof error.class === "string" ? error.class : "GenericError",
      words: printable(error.desc),
    };
  }
  // Each of our commands has a number, so each reply has one.
  return "return" in message && typeof id === "number" ? { kind: "reply", id, value: message.return } : null;
}

/** About three thousand years. A larger stamp does not come from a clock, and figures are computed from stamps. */
const LARGEST_STAMP_MS = 1e14;

function readEvent({ event: name, data = {}, timestamp }: Record<string, unknown>): QmpMessage | null {
  if (typeof name !== "string" || !isObject(data) || !isObject(timestamp)) return null;
  const { seconds, microseconds } = timestamp;
  if (typeof seconds !== "number" || typeof microseconds !== "number") return null;
  if (Object.hasOwn(EVENTS, name) && EVENTS[name]?.safeParse(data).success === false) return null;
  const atMs = seconds * 1000 + microseconds / 1000;
  return Math.abs(atMs) <= LARGEST_STAMP_MS ? { kind: "event", event: { name, data, atMs } } : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
