/**
 * Lists everything below a folder that others may have filled. To Linux, names are bytes, not text; folders
 * may be unreadable, or deeper than the longest path. Folders that cannot be read are reported, never skipped
 * silently.
 */
import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync } from "node:fs";
import { visibleCharacter } from "../base/visible-text.ts";

export interface Entry {
  /** The path as text. Bytes that are not UTF-8 are escaped: see `named`. */
  readonly path: string;
  /** The names on the way from the walked folder. */
  readonly steps: readonly string[];
  /** False for links to folders. */
  readonly isFolder: boolean;
  /** Whether `path` can be used to open it. If a name is not UTF-8, `path` is only for display. */
  readonly named: boolean;
}

interface Folder {
  readonly bytes: Buffer;
  readonly entry: Entry;
}

const SLASH = Buffer.from("/");

/**
 * Yields all entries, folders before their contents. `enter` decides which folders are read; `shut` gets
 * those that cannot be read.
 */
export function* walk(
  root: string,
  enter: (folder: Entry) => boolean,
  shut: (folder: Entry, error: unknown) => void,
): Generator<Entry> {
  const top: Entry = { path: root, steps: [], isFolder: true, named: true };
  const waiting: Folder[] = [{ bytes: Buffer.from(root), entry: top }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    let inside: Dirent<Buffer>[];
    try {
      inside = readdirSync(folder.bytes, { encoding: "buffer", withFileTypes: true });
    } catch (error) {
      shut(folder.entry, error);
      continue;
    }
    for (const found of inside) {
      const name = shown(found.name);
      const { path, steps, named } = folder.entry;
      const entry: Entry = {
        path: path === "/" ? `/${name}` : `${path}/${name}`,
        steps: [...steps, name],
        isFolder: found.isDirectory(),
        named: named && isUtf8(found.name),
      };
      yield entry;
      if (entry.isFolder && enter(entry))
        waiting.push({ bytes: Buffer.concat([folder.bytes, SLASH, found.name]), entry });
    }
  }
}

/** A name as text. If it is not UTF-8, bytes that are not printable ASCII become `\xff` and the like. */
const shown = (name: Buffer): string =>
  isUtf8(name) ? name.toString() : name.toString("latin1").replaceAll(/[^ -~]/g, visibleCharacter);
