/** Looks for a kernel, in a process of its own: FOLDER KERNEL-THAT-ROOT-READS. Prints what was found, and what root was asked for. */
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
