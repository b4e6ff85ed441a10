/**
 * A program that looks for a kernel. Arguments: FOLDER KERNEL-THAT-ROOT-READS. Prints what was found, and which files root was
 * asked to read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findKernel } from "../../src/guest/kernel.ts";

const [folder = "", asRootRead = ""] = process.argv.slice(2);
const asked: string[] = [];
const { forRootOnly, ...kernel } = await findKernel({
  bootDir: join(folder, "boot"),
  modulesRoots: [join(folder, "modules")],
  readPrivileged: async (path) => {
    asked.push(path);
    return readFileSync(asRootRead);
  },
});
process.stdout.write(JSON.stringify({ kernel, asked, copied: forRootOnly?.toString("base64") }));
