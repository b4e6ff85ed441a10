import { floodTests, qmpFloodTests } from "./floods-tests.ts";

floodTests([["console", true]]);
qmpFloodTests([["events", false, /source: QEMU sent more than 10000 events/]]);
