/** What a report has when the user sets nothing. A module of its own, so that `--help` need not load the reports. */

export const DEFAULT_FOLDER = "tap-migration-report";
export const DEFAULT_TITLE = "Downtime of live migration";
