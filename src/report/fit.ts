/** Puts a page together from blocks, and leaves the least important ones out where it would become too long. */
import { folded } from "./markdown.ts";

export interface Block {
  /** Markdown, whole in itself. */
  readonly text: string;
  /** The higher, the sooner it is left out; 0 never is. */
  readonly rank: number;
  /** What is missing without it; blocks of the same kind are counted. */
  readonly kind: string;
  /** Blocks of one section that follow one another are folded together under this title. Null: it is open. */
  readonly section: string | null;
}

/**
 * A page of at most `mostBytes` of UTF-8, as long as the blocks of rank 0 and the note fit. Of blocks of the same rank later ones
 * are left out first.
 */
export function fitPage(blocks: readonly Block[], mostBytes: number): string {
  const whole = render(blocks, []);
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const bySacrifice = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.rank > 0)
    .sort((a, b) => b.block.rank - a.block.rank || b.index - a.index);
  const gone = new Set<Block>();
  // Rendering anew for each block would be slow: what is cut is at least as long as the texts that go.
  let excess = Buffer.byteLength(whole) + NOTE_BYTES - mostBytes;
  for (const { block } of bySacrifice) {
    if (excess <= 0) break;
    gone.add(block);
    excess -= Buffer.byteLength(block.text);
  }
  return render(
    blocks.filter((block) => !gone.has(block)),
    [...gone],
  );
}

/** Room for the sentence that says what is missing. */
const NOTE_BYTES = 2_000;

function render(blocks: readonly Block[], gone: readonly Block[]): string {
  const groups: { readonly title: string | null; readonly texts: string[] }[] = [];
  for (const { text, section } of blocks) {
    const last = groups.at(-1);
    if (section !== null && last?.title === section) last.texts.push(text);
    else groups.push({ title: section, texts: [text] });
  }
  const parts = groups.map(({ title, texts }) => {
    const inside = texts.join("\n\n");
    return title === null ? inside : folded(title, inside);
  });
  return [...parts, ...note(gone)].join("\n\n").concat("\n");
}

function note(gone: readonly Block[]): string[] {
  if (gone.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { kind } of gone.toReversed()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, times]) => (times === 1 ? kind : `${kind} (${times})`));
  return [
    `*Left out, as GitHub shows no page that is longer: ${kinds.join(", ")}. The folder of the results has everything.*`,
  ];
}
