/** A folded block of a run's page, and how soon it is dropped. */
import type { Block } from "./fit.ts";
import { shortMarkdown } from "./markdown.ts";

const LONGEST_FACT = 300;

/** Blocks with a higher rank are dropped first when the page is too long. */
const RANK = {
  environment: 10,
  repeat: 11,
  freeze: 20,
  compared: 19,
  chains: 21,
  requests: 22,
  losses: 23,
  devices: 50,
} as const;

/** Text from outside as Markdown, cut. */
export const fact = (text: string) => shortMarkdown(text, LONGEST_FACT);

export const block = (section: string, kind: keyof typeof RANK, text: string): Block => ({
  text,
  rank: RANK[kind],
  kind: KINDS[kind],
  section,
});

const KINDS: Readonly<Record<keyof typeof RANK, string>> = {
  environment: "environment",
  repeat: "the command to repeat the run",
  freeze: "the parts of the freeze",
  compared: "all figures of candidate and baseline",
  chains: "first iterations of chains",
  requests: "TCP requests of each migration",
  losses: "lost requests",
  devices: "time per device",
};
