/** Types for the part of picomatch 4 that is used; the package has no types. */
declare module "picomatch" {
  interface Options {
    /** Whether `*` matches names that begin with a dot. */
    readonly dot?: boolean;
    /** Flags of the regular expression. */
    readonly flags?: string;
    /** Treats a leading `!` as an ordinary character. */
    readonly nonegate?: boolean;
  }
  interface Scanned {
    /** The path before the first part that contains a pattern. */
    readonly base: string;
    readonly glob: string;
    readonly isGlob: boolean;
  }
  interface Picomatch {
    (glob: string, options?: Options): (text: string) => boolean;
    scan(pattern: string, options?: Options): Scanned;
  }
  const picomatch: Picomatch;
  export = picomatch;
}
