/** Whether a run sets up its host. */
import type { Settings } from "../inputs/settings.ts";

/** Whether this machine is thrown away after the job: a runner of GitHub's. See "Variables" in GitHub's documentation, RUNNER_ENVIRONMENT. */
export const isThrownAway = (environment: NodeJS.ProcessEnv): boolean =>
  environment.GITHUB_ACTIONS === "true" && environment.RUNNER_ENVIRONMENT === "github-hosted";

export const isSetupWanted = (wanted: Settings["setup"], environment: NodeJS.ProcessEnv): boolean =>
  wanted === true || (wanted === "auto" && isThrownAway(environment));
