/** Proves: a flood on the console and one of QMP events stay bounded. */
import { floodTests, qmpFloodTests } from "./floods-tests.ts";

floodTests([["console", true]]);
qmpFloodTests([["events", false, /source: QEMU sent more than 10000 events/]]);
