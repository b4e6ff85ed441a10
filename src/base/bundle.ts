/**
 * Imported before anything else by every entry: bundled as an ES module, node-pty (CommonJS) still looks for its native
 * part beside `__dirname`.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

Object.assign(globalThis, { __dirname: dirname(fileURLToPath(import.meta.url)) });
