import "../base/closed-output.ts";
import { run } from "./report-job.ts";

await run();
// A server that never answered may still hold a socket: that must not hold the job.
process.exit();
