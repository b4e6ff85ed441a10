/** Proves: any console output leaves the answer readable or ends with a StepError; none of it controls a terminal. */
import { StringDecoder } from "node:string_decoder";
import fc from "fast-check";
import type { IPty } from "node-pty";
import { expect, test } from "vitest";
import { StepError } from "../../src/base/errors.ts";
import { openConsole } from "../../src/qemu/console.ts";
import { anyText, damaged, inPieces } from "./hostile.ts";

const ESCAPES = [
  "\u001b[6n",
  "\u001b[2J",
  "\u001b[31;1mred\u001b[0m",
  "\u001b]0;title\u0007",
  "\u001b(B",
  "\u001b=",
  "\r\r\n",
  "\u009b2J",
];
const noise = fc
  .array(fc.oneof(anyText, fc.constantFrom(...ESCAPES), damaged(ESCAPES)), { maxLength: 6 })
  .map((all) => Buffer.from(all.join("")));

/** A terminal that says what it is told to, as node-pty does: decoded, in pieces. */
function makeTerminal() {
  let listener: (text: string) => void = () => undefined;
  let typed: (text: string) => void = () => undefined;
  const decoder = new StringDecoder("utf8");
  return {
    pty: {
      onData(wanted: (text: string) => void) {
        listener = wanted;
        return { dispose: () => undefined };
      },
      write: (text: string) => typed(text),
    } as unknown as IPty,
    say: (bytes: Uint8Array) => listener(decoder.write(Buffer.from(bytes))),
    onTyped(wanted: (text: string) => void) {
      typed = wanted;
    },
  };
}

const open = (pty: IPty) =>
  openConsole(() => "source", pty, { exited: new Promise(() => undefined), epitaph: async () => "" });

test("an answer is found in whatever noise, cut anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(
      noise,
      noise,
      fc.array(fc.nat({ max: 20 }), { maxLength: 5 }),
      async (before, within, lengths) => {
        const terminal = makeTerminal();
        const guest = open(terminal.pty);
        terminal.onTyped((command) => {
          const marker = /echo (@[0-9a-f]{12})b/.exec(command)?.[1];
          const answer = Buffer.concat([
            ...[before, Buffer.from(`\r\n${command}\r\n${marker}b0\r\n`), within],
            Buffer.from(`\r\n${marker}e3\r\n\u001b[6n`),
          ]);
          for (const piece of inPieces(answer, lengths)) terminal.say(piece);
        });
        const { status } = await guest.run("true", 20_000);
        expect(status).toBe(3);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
        expect(guest.tail()).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
        guest.close();
      },
    ),
    { numRuns: 1_000 },
  );
});

test("noise alone is no answer: the wait ends with a StepError", async () => {
  await fc.assert(
    fc.asyncProperty(noise, fc.array(fc.nat({ max: 20 })), async (said, lengths) => {
      const terminal = makeTerminal();
      const guest = open(terminal.pty);
      const outcome = guest.run("true", 2).catch((error: unknown) => error);
      for (const piece of inPieces(said, lengths)) terminal.say(piece);
      expect(await outcome).toBeInstanceOf(StepError);
      guest.close();
    }),
    { numRuns: 300 },
  );
});

test("the answer to a question of before is none, nor is one that was guessed", async () => {
  const terminal = makeTerminal();
  const guest = open(terminal.pty);
  const markers: string[] = [];
  terminal.onTyped((command) => markers.push(/echo (@\w+)b/.exec(command)?.[1] ?? ""));
  const first = guest.run("true", 1).catch((error: unknown) => error);
  expect(await first).toBeInstanceOf(StepError);
  const second = guest.run("true", 50).catch((error: unknown) => error);
  for (const marker of [markers[0], "@1", "@2", "@3"])
    terminal.say(Buffer.from(`\n${marker}b0\n${marker}e0\n`));
  expect(await second).toBeInstanceOf(StepError);
  expect(new Set(markers).size).toBe(2);
});

test("a control sequence without end costs neither memory nor time, and hides nothing", async () => {
  const terminal = makeTerminal();
  const guest = open(terminal.pty);
  let marker = "";
  terminal.onTyped((command) => {
    marker = /echo (@[0-9a-f]{12})b/.exec(command)?.[1] ?? "";
  });
  const outcome = guest.run("true", 20_000);
  terminal.say(Buffer.from("\u001b["));
  const piece = Buffer.from("0;".repeat(2_000));
  for (let times = 0; times < 5_000; times += 1) terminal.say(piece);
  terminal.say(Buffer.from(`\n${marker}b0\n${marker}e0\n`));
  expect((await outcome).status).toBe(0);
});
