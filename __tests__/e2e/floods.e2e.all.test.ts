import { floodTests, qmpFloodTests } from "./floods-tests.ts";

floodTests([
  ["stderr", false],
  ["stderr", true],
  ["console", false],
]);
qmpFloodTests([["one line", true, /source: QEMU wrote a line without end on its QMP socket/]]);
