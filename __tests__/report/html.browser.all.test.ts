/** Proves: report.html works in a browser for the remaining kinds of run. */
import { ALL, everyReportTests, QUICK } from "./every-report.ts";

everyReportTests(Object.keys(ALL).filter((name) => !QUICK.includes(name)));
