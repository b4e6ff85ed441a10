/** Proves: floods on stderr, console and QMP stay bounded. */
import { floodTests, qmpFloodTests } from "./floods-tests.ts";

floodTests([
  ["stderr", false],
  ["stderr", true],
  ["console", false],
]);
qmpFloodTests([["one line", true, /source: QEMU wrote a line without end on its QMP socket/]]);
