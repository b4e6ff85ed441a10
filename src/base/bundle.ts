/**
 * Imported before anything else in the build: node-pty is CommonJS and looks for its native part in `__dirname`, which ES modules do
 * not have.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

Object.assign(globalThis, { __dirname: dirname(fileURLToPath(import.meta.url)) });
