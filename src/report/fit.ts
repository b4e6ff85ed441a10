/** Builds a page from blocks, and drops the least important blocks when the page would be too long. */
import { folded } from "./markdown.ts";

export interface Block {
  /** Complete Markdown: no construct continues into the next block. */
  readonly text: string;
  /** Blocks with a higher rank are dropped first; rank 0 is never dropped. */
  readonly rank: number;
  /** What the note calls this block when it is dropped; the note counts blocks of the same kind. */
  readonly kind: string;
  /** Consecutive blocks of one section are folded together under this title. Null: not folded. */
  readonly section: string | null;
}

/**
 * A page of at most `mostBytes` bytes of UTF-8, provided that the blocks of rank 0 and the note fit. Among
 * blocks of the same rank, later ones are dropped first.
 */
export function fitPage(blocks: readonly Block[], mostBytes: number): string {
  const whole = render(blocks, []);
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const bySacrifice = blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => block.rank > 0)
    .sort((a, b) => b.block.rank - a.block.rank || b.index - a.index);
  const gone = new Set<Block>();
  // Rendering again after each dropped block would be slow. Dropping a block saves at least the length of its
  // text.
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

/** Room for the note that says what was dropped. */
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
    `*Left out because of GitHub's size limit: ${kinds.join(", ")}. The results folder has everything.*`,
  ];
}
