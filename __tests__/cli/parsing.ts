/** The command line as the program parses it, with nothing that it would do. */
import type { Command } from "commander";
import { makeProgram } from "../../src/cli/program.ts";

const nothing = async () => {};

export const idleProgram = (): Command =>
  makeProgram({
    ...{ run: nothing, report: nothing, doctor: nothing, setup: nothing, assets: nothing, clean: nothing },
  });

/** What is written on a stream while the work is done. */
export async function written(stream: NodeJS.WriteStream, work: () => unknown): Promise<string> {
  const said: string[] = [];
  const { write } = stream;
  stream.write = ((text: string) => said.push(text) > 0) as typeof stream.write;
  try {
    await work();
  } finally {
    stream.write = write;
  }
  return said.join("");
}

/** What is said on stderr of words that make no sense. */
export const saidOfWords = (words: readonly string[]): Promise<string> =>
  written(process.stderr, () =>
    idleProgram()
      .parseAsync(words, { from: "user" })
      .catch(() => undefined),
  );
