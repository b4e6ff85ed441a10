import "../base/closed-output.ts";
import { run } from "./report-job.ts";

await run();
// A server that never answered may still keep a socket open; that must not block the job.
process.exit();
