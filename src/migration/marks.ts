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
  /** When a longer look at the stopped source began, because packets were lost beside it. */
  watchedFromMs: number | null;
  /** When the stopped source was told to quit. */
  sourceAliveUntilMs: number | null;
  sourceGoneMs: number | null;
  endMs: number | null;
  /** Whether vhost was seen to be active on the target. */
  vhostChecked: boolean;
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
  watchedFromMs: null,
  sourceAliveUntilMs: null,
  sourceGoneMs: null,
  endMs: null,
  vhostChecked: false,
});
