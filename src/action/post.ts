import "../base/closed-output.ts";
import { run } from "./cleanup.ts";

await run();
// A cache server that never answered may still keep a socket open; that must not block the job.
process.exit(0);
