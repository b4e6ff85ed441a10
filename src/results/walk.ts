/**
 * Everything below a folder that somebody else may have filled: names are bytes to Linux, not text, and folders may be shut, or deeper
 * than a path can be long. What can't be looked into is told, never passed over.
 */
import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync } from "node:fs";
import { visibleCharacter } from "../base/visible-text.ts";

export interface Entry {
  /** As far as it can be said in Unicode: see `named`. */
  readonly path: string;
  /** Each step from the folder that is walked. */
  readonly steps: readonly string[];
  /** Links are none. */
  readonly isFolder: boolean;
  /** Whether `path` leads to it. Where a name is no UTF-8, it is only good to be shown. */
  readonly named: boolean;
}

interface Folder {
  readonly bytes: Buffer;
  readonly entry: Entry;
}

const SLASH = Buffer.from("/");

/** All entries, folders before what is in them. `enter` says which folders are looked into; `shut` is told of those that can't be. */
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

/** A name of bytes: `\xff` where they are no UTF-8. */
const shown = (name: Buffer): string =>
  isUtf8(name) ? name.toString() : name.toString("latin1").replaceAll(/[^ -~]/g, visibleCharacter);
