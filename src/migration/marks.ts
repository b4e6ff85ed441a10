/** Moments of one iteration, wall-clock ms. Null: not reached. */
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
  /** `downtime` of the source's query-migrate, in ms: QEMU's own figure, without the time of `cont`. A duration, not a moment. */
  qemuDowntimeMs: number | null;
  /** When the longer look at the stopped source began. It follows lost packets. */
  watchedFromMs: number | null;
  /** When the stopped source got `quit`. */
  sourceAliveUntilMs: number | null;
  sourceGoneMs: number | null;
  endMs: number | null;
  /** Whether vhost was seen active on the target. */
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
