#!/usr/bin/env node
/*
 * Every .js file in dist/ is a copy of this file, and starts the program that it is named after. The program is ES modules that an
 * old Node cannot parse, so this file checks the version of Node first, in the language of Node 10.
 */
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not support node:
const { basename, join } = require("path");
// biome-ignore lint/style/useNodejsImportProtocol: the same
const { existsSync } = require("fs");

const NEEDED = 20;
const PROGRAM = "program.mjs";
const { node } = process.versions;

/** `git bisect run` takes any status from 1 to 127 as one about the commit. */
const bisecting = process.argv.includes("--bisect");

const refuse = (text) => {
  process.stderr.write(`tap-migration: ${text}\n`);
  process.exitCode = bisecting ? 128 : 2;
};

const incomplete = (missing) => refuse(`${__filename} needs ${missing} beside it: copy the whole folder`);

if (Number(node.split(".")[0]) < NEEDED) {
  refuse(
    `this is Node.js ${node} (${process.execPath}), but Node.js ${NEEDED} or later is needed: https://nodejs.org/en/download`,
  );
} else if (existsSync(join(__dirname, PROGRAM))) {
  import(`./${PROGRAM}`)
    .then(({ start }) => start(basename(__filename, ".js")))
    .catch((error) => {
      // Everything else is in these files: no other module can be missing.
      if (error.code === "ERR_MODULE_NOT_FOUND") return incomplete("all of parts/");
      if (!bisecting) throw error;
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 128;
    });
} else {
  incomplete(PROGRAM);
}
