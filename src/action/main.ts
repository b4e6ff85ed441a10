import "../base/closed-output.ts";
import { run } from "./job.ts";

await run();
// A cache server that never answered may still hold a socket: that must not hold the job.
process.exit();
