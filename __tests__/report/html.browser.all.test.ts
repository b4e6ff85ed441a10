import { ALL, everyReportTests, QUICK } from "./every-report.ts";

everyReportTests(Object.keys(ALL).filter((name) => !QUICK.includes(name)));
