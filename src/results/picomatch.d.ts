/** What is used of picomatch 4, which comes without types. */
declare module "picomatch" {
  interface Options {
    /** Whether `*` matches names that begin with a dot. */
    readonly dot?: boolean;
    /** Of the regular expression. */
    readonly flags?: string;
    /** Takes a `!` at the beginning as itself. */
    readonly nonegate?: boolean;
  }
  interface Scanned {
    /** What comes before the first part with a pattern in it. */
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
