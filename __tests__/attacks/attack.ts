export interface Attack {
  /** The kind of issue, as docs/security.md names it. */
  kind: string;
  /** What is tried. */
  attack: string;
  /** What must hold. */
  holds: string;
  /** Tries it; throws when it does not hold. */
  run: () => Promise<void>;
}
