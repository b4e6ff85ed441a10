/**
 * The steps of an iteration and of a boot, by the names that progress, messages and tests use. Each step is declared here, so that
 * tests of all steps miss none.
 */
export const BOOT_STEPS = ["launch source", "boot guest", "configure guest", "first pings"] as const;
export const ITERATION_STEPS = [
  "prepare TAP",
  "start probe",
  "quiet stretch",
  "launch target",
  "migrate",
  "resume",
  "check beside stopped source",
  "quit source",
  "check alone",
  "read probe",
] as const;
export const STEPS = [...BOOT_STEPS, ...ITERATION_STEPS] as const;
export type Step = (typeof STEPS)[number];
