/** How long things may take before they count as stuck. None of them is a measure; a slow host gets longer ones by one factor. */

export interface Deadlines {
  /** One QMP command. */
  readonly qmpMs: number;
  /** From the start of QEMU to its QMP greeting. */
  readonly launchMs: number;
  /** One command in the guest's shell. */
  readonly guestCommandMs: number;
  /** From `migrate` to the end of the migration on both sides. */
  readonly migrationMs: number;
  /** From `quit` to the end of the process. */
  readonly quitMs: number;
  readonly factor: number;
}

/** A host on which a look at QEMU takes this long is an ordinary one. */
const ORDINARY_LOOK_MS = 500;

/** Deadlines for a host that needed `lookMs` for a look at QEMU. */
export function deadlinesFor(lookMs: number): Deadlines {
  const factor = Math.min(10, Math.max(1, lookMs / ORDINARY_LOOK_MS));
  return {
    qmpMs: 10_000 * factor,
    launchMs: 20_000 * factor,
    guestCommandMs: 10_000 * factor,
    migrationMs: 30_000 * factor,
    quitMs: 5_000 * factor,
    factor,
  };
}
