/**
 * Every entry imports this first. It defines `__dirname`: node-pty is CommonJS and looks for its native part
 * there, even when it is bundled into an ES module.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

Object.assign(globalThis, { __dirname: dirname(fileURLToPath(import.meta.url)) });
