#!/usr/bin/env node
/*
 * Every entry of dist/ is a copy of this file. It uses only syntax of Node 10 and checks Node's version first.
 * The program itself is beside it, with the same name and the extension .mjs; an old Node cannot parse that.
 */
// biome-ignore lint/style/useNodejsImportProtocol: Node 12 does not support node:
const { basename, join } = require("path");
// biome-ignore lint/style/useNodejsImportProtocol: the same
const { existsSync } = require("fs");

const NEEDED = 20;
const { node } = process.versions;
const program = `${basename(__filename, ".js")}.mjs`;

const refuse = (text) => {
  process.stderr.write(`tap-migration: ${text}\n`);
  process.exitCode = 2;
};

if (Number(node.split(".")[0]) < NEEDED) {
  refuse(
    `this is Node.js ${node} (${process.execPath}), but Node.js ${NEEDED} or later is needed: https://nodejs.org/en/download`,
  );
} else if (existsSync(join(__dirname, program))) {
  import(`./${program}`);
} else {
  refuse(`${__filename} needs ${program} beside it: copy the whole folder`);
}
