/** The moments of one iteration that figures are made of, wall-clock ms. Null: it did not come to that. */
export interface Marks {
  quietStartMs: number | null;
  quietEndMs: number | null;
  migrateMs: number | null;
  stopMs: number | null;
  /** QEMU's stamp of the later of the two `completed`. */
  completedMs: number | null;
  switchStartMs: number | null;
  switchEndMs: number | null;
  contMs: number | null;
  resumeMs: number | null;
  /** `downtime` of the source's query-migrate: QEMU's own figure, which leaves out `cont`. Not a moment but a time. */
  qemuDowntimeMs: number | null;
  endMs: number | null;
}

export const noMarks = (): Marks => ({
  quietStartMs: null,
  quietEndMs: null,
  migrateMs: null,
  stopMs: null,
  completedMs: null,
  switchStartMs: null,
  switchEndMs: null,
  contMs: null,
  resumeMs: null,
  qemuDowntimeMs: null,
  endMs: null,
});

/** `later - earlier`, or null when one of them is missing. */
export function between(earlier: number | null, later: number | null): number | null {
  return earlier === null || later === null ? null : later - earlier;
}

