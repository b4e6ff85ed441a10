/** Annotations of the job, at most as many of each level as GitHub shows. The others go to the log and are counted. */
import { error, info, notice, warning } from "@actions/core";
import { visible } from "../base/visible-text.ts";
import type { Annotation } from "../report/annotations.ts";
import { message, plain } from "./plain.ts";

/**
 * GitHub's limit per level and step: https://docs.github.com/en/rest/checks/runs, and "Limitations" of
 * workflow commands.
 */
const MOST_SHOWN = 10;

export interface Annotator {
  add(annotation: Annotation): void;
  /** Shows how many there were beyond the limit. To be called once, after the last one. */
  close(): void;
}

const SHOW = { error, warning, notice } as const;

/** When annotations are switched off, each one is still a line in the log. */
export function makeAnnotator(enabled: boolean): Annotator {
  const waiting: Record<Annotation["level"], Annotation[]> = { error: [], warning: [], notice: [] };
  const shown = { error: 0, warning: 0, notice: 0 };
  const show = ({ level, title, message: text }: Annotation) =>
    SHOW[level](message(text), { title: visible(title) });
  const line = ({ level, title, message: text }: Annotation) => info(plain(`${level}: ${title}: ${text}`));
  return {
    add(annotation) {
      const { level } = annotation;
      if (!enabled) return line(annotation);
      // The last place is reserved: for one more annotation, or for the number of further ones.
      if (shown[level] === MOST_SHOWN - 1) {
        waiting[level].push(annotation);
        return line(annotation);
      }
      shown[level] += 1;
      show(annotation);
    },
    close() {
      for (const level of ["error", "warning", "notice"] as const) {
        const [first, ...more] = waiting[level];
        if (first === undefined) continue;
        show(
          more.length === 0
            ? first
            : { level, title: `${1 + more.length} more`, message: "The log of this step has them." },
        );
      }
    },
  };
}
