#!/usr/bin/env node
/*
 * Every entry of dist/ is a copy of this file: it looks at Node's version before anything newer than Node 10 is read. The program
 * itself lies beside it, under the same name with the ending .mjs; an old Node could not even parse it.
 */
const { basename } = require("path");

const NEEDED = 20;
const { node } = process.versions;

if (Number(node.split(".")[0]) < NEEDED) {
  process.stderr.write(
    `tap-migration: this is Node.js ${node} (${process.execPath}), and Node.js ${NEEDED} or later is needed: https://nodejs.org/en/download\n`,
  );
  process.exitCode = 2;
} else {
  import(`./${basename(__filename, ".js")}.mjs`);
}
