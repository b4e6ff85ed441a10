/**
 * Imported before anything else in the build: node-pty is CommonJS and reads `__dirname` when it is loaded, which ES modules do not
 * have. It looks for its native part beside its own part of the build, in dist/parts/.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

Object.assign(globalThis, { __dirname: dirname(fileURLToPath(import.meta.url)) });
