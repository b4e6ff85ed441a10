export interface Attack {
  /** The kind of issue, as docs/security.md names it. */
  kind: string;
  /** What is tried. */
  attack: string;
  /** What must hold. */
  holds: string;
  /** Tries it. @throws Error when `holds` is not true. */
  run: () => Promise<void>;
}
