/** Text and bytes as they come from a guest, a QEMU or a user that is broken, or means ill. */
import fc from "fast-check";

export const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

/** A good text with something done to it: a piece cut out, doubled, or put in. */
export const damaged = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat({ max: 40 }),
      anyText,
      fc.constantFrom("cut", "double", "insert"),
    )
    .map(([text, place, length, inserted, how]) => {
      const from = place % (text.length + 1);
      const piece = text.slice(from, from + length);
      const middle = { cut: "", double: piece + piece, insert: inserted + piece }[how];
      return text.slice(0, from) + middle + text.slice(from + length);
    });

const MOST_PIECES = 100;

/** The bytes in pieces, cut anywhere: also within a character of UTF-8. The last one is what is left. */
export function inPieces(bytes: Uint8Array, lengths: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const length = turn < MOST_PIECES ? lengths[turn % Math.max(1, lengths.length)] : undefined;
    const until = from + 1 + (length ?? bytes.length);
    pieces.push(Buffer.from(bytes.subarray(from, until)));
    from = until;
  }
  return pieces;
}
