/** How long things may take before they count as stuck. Nothing is measured by them. On a slow host all are multiplied by one factor. */

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

/** A look at QEMU takes this long on an ordinary host. */
const ORDINARY_LOOK_MS = 500;

/** @param lookMs how long a look at QEMU took on this host */
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
