#!/usr/bin/env node
/*
 * Every entry of dist/ is a copy of this file: it looks at Node's version before anything newer than Node 10 is read. The program
 * itself lies beside it, under the same name with the ending .mjs; an old Node could not even parse it.
 */
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 knows no node:
const { basename, join } = require("path");
// biome-ignore lint/style/useNodejsImportProtocol: the same
const { existsSync } = require("fs");

const NEEDED = 20;
const { node } = process.versions;
const program = `${basename(__filename, ".js")}.mjs`;

/** `git bisect run` takes any status from 1 to 127 as one about the commit. */
const bisecting = process.argv.includes("--bisect");

const refuse = (text) => {
  process.stderr.write(`tap-migration: ${text}\n`);
  process.exitCode = bisecting ? 128 : 2;
};

if (Number(node.split(".")[0]) < NEEDED) {
  refuse(
    `this is Node.js ${node} (${process.execPath}), and Node.js ${NEEDED} or later is needed: https://nodejs.org/en/download`,
  );
} else if (existsSync(join(__dirname, program))) {
  const loaded = import(`./${program}`);
  if (bisecting)
    loaded.catch((error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 128;
    });
} else {
  refuse(`${__filename} needs ${program} beside it: copy the folder whole`);
}
