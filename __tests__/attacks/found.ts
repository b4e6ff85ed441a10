/** A program that prints the results files below a FOLDER, and what is wrong with each. */
import { relative } from "node:path";
import { findResults } from "../../src/results/find.ts";
import { resultsReader } from "../../src/results/read.ts";

const from = process.argv[2] ?? ".";
const { files, missing } = findResults(["."], from);
const read = resultsReader();
for (const file of files) process.stdout.write(`${relative(from, file)}: ${read(file).problem ?? "fine"}\n`);
for (const { path, problem } of missing) process.stdout.write(`${path}: ${problem}\n`);
