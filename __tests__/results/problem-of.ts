/** Prints what is wrong with the results in a FILE, in a process of its own. */
import { readResultsFile } from "../../src/results/read.ts";

process.stdout.write(String(readResultsFile(process.argv[2] ?? "").problem));
