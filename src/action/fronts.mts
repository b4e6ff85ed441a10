/**
 * The programs of dist/. script/build makes dist/program.mjs from this file, and a part in dist/parts/ from whatever is imported on
 * demand, so that what several programs need is in dist/ once. The copies of entry.cjs start a program by name.
 */
import "../base/bundle.ts";

const PROGRAMS: Readonly<Record<string, () => Promise<unknown>>> = {
  cli: () => import("../cli/main.ts"),
  main: () => import("../action/main.ts"),
  post: () => import("../action/post.ts"),
  report: () => import("../action/report.ts"),
  pacer: () => import("../pacer/main.ts"),
};

/** Loads a program, which then runs and ends the process. Rejects when one of its parts is missing. */
export async function start(name: string): Promise<void> {
  const load = PROGRAMS[name];
  if (load === undefined) throw new Error(`there is no program ${name}`);
  await load();
}
