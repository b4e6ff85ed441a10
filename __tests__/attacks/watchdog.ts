/** None of what is tried may hang for ever. A watchdog, generous; no expectation. */
const STUCK_MS = 90_000;

/** What comes of it. @throws Error when that takes longer than anything here should. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new Error(`still at it after ${STUCK_MS / 1000} s`)), STUCK_MS);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
