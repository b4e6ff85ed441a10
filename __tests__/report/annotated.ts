import { vi } from "vitest";
import { makeAnnotator } from "../../src/action/annotate.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import type { Results } from "../../src/results/schema.ts";

/** All that is written into the log for a run's annotations: what the runner gets. */
export function annotated(results: Results): string {
  let log = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    log += String(text);
    return true;
  });
  try {
    const annotator = makeAnnotator(true);
    for (const annotation of annotationsOf(results)) annotator.add(annotation);
    annotator.close();
  } finally {
    write.mockRestore();
  }
  return log;
}
