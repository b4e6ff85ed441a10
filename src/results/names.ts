/**
 * The words that results.json and the inputs share, as plain constants. schema.ts makes zod's enums from them. `--help` needs the
 * words but not zod, which takes longer to load than everything else that `--help` needs.
 */

export const SCENARIO_NAMES = ["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"] as const;

export const DIALECT_NAMES = [
  "permit",
  "supported",
  "incoming-fds",
  "backend-transfer",
  "fds",
  "local-tap",
] as const;

export const ACCEL_NAMES = ["kvm", "tcg"] as const;

/** Who ran the commands for root: root itself, sudo, or nobody (in namespaces of this user). */
export const PRIVILEGE_NAMES = ["root", "sudo", "none"] as const;

/** What the input `privilege` can be. */
export const WANTED_PRIVILEGES = ["auto", "root", "none"] as const;

/** The roles of a build. */
export const ROLE_NAMES = ["candidate", "target", "baseline"] as const;

/** The most queue pairs: a TAP of Linux has no more, see MAX_TAP_QUEUES in drivers/net/tun.c. */
export const MOST_QUEUES = 256;

/** The most TCP requests of an iteration that the results list. */
export const MOST_REQUESTS = 200;

/** The most TCP connections. */
export const MOST_CONNECTIONS = 100;

/** The most NICs of the guest. */
export const MOST_NICS = 8;

/** The most iterations that a scenario may have. */
export const MOST_ITERATIONS = 10_000;

/** What is compared of two builds besides the outage: paths in an iteration. */
export const COMPARED_FIGURES = [
  "requestStallMs",
  "vcpuPauseMs",
  "freeze.stopMs",
  "freeze.saveMs",
  "freeze.transferMs",
  "freeze.loadMs",
  "freeze.stateMs",
  "freeze.switchMs",
  "freeze.harnessMs",
  "freeze.contMs",
  "freeze.unexplainedMs",
  "outageParts.beforeStopMs",
  "outageParts.afterResumeMs",
] as const;
