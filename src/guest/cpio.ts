/**
 * Writes initramfs archives: cpio in the "newc" format, see
 * Documentation/driver-api/early-userspace/buffer-format.rst. The same entries always give the same bytes.
 */

export type CpioEntry =
  | { readonly type: "directory"; readonly path: string; readonly mode?: number }
  | {
      readonly type: "file";
      readonly path: string;
      readonly contents: Uint8Array | string;
      readonly mode?: number;
    }
  | { readonly type: "symlink"; readonly path: string; readonly target: string }
  | {
      readonly type: "device";
      readonly path: string;
      readonly kind: "character" | "block";
      readonly major: number;
      readonly minor: number;
      readonly mode?: number;
    };

const FILE_TYPE = {
  directory: 0o040000,
  file: 0o100000,
  symlink: 0o120000,
  character: 0o020000,
  block: 0o060000,
} as const;

/** cpio(1) pads archives to this size. The kernel accepts any multiple of four, and further archives after that. */
const BLOCK_BYTES = 512;

/**
 * An archive of these entries, in this order. A folder must come before its contents. All files belong to
 * root, dated 1970.
 */
export function writeCpio(entries: readonly CpioEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  entries.forEach((entry, index) => {
    parts.push(...record(index + 1, entry.path, modeOf(entry), contentsOf(entry), entry));
  });
  parts.push(...record(0, "TRAILER!!!", 0, new Uint8Array()));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([...parts, Buffer.alloc(-length & (BLOCK_BYTES - 1))]);
}

function modeOf(entry: CpioEntry): number {
  switch (entry.type) {
    case "directory":
      return FILE_TYPE.directory | (entry.mode ?? 0o755);
    case "file":
      return FILE_TYPE.file | (entry.mode ?? 0o644);
    case "symlink":
      return FILE_TYPE.symlink | 0o777;
    case "device":
      return FILE_TYPE[entry.kind] | (entry.mode ?? 0o600);
  }
}

function contentsOf(entry: CpioEntry): Uint8Array {
  if (entry.type === "file") {
    return typeof entry.contents === "string" ? Buffer.from(entry.contents) : entry.contents;
  }
  return entry.type === "symlink" ? Buffer.from(entry.target) : new Uint8Array();
}

function record(
  inode: number,
  path: string,
  mode: number,
  contents: Uint8Array,
  entry?: CpioEntry,
): Uint8Array[] {
  const name = Buffer.from(`${path}\0`);
  const device = entry?.type === "device" ? entry : { major: 0, minor: 0 };
  const fields = [
    inode,
    mode,
    0, // uid
    0, // gid
    entry?.type === "directory" ? 2 : 1, // links
    0, // time of last change
    contents.length,
    0, // major and minor number of the file system it was on
    0,
    device.major,
    device.minor,
    name.length,
    0, // checksum: only in the "crc" format
  ];
  const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}`);
  return [header, name, fill(header.length + name.length), contents, fill(contents.length)];
}

/** The zeros that pad this length to a multiple of four. */
function fill(length: number): Buffer {
  return Buffer.alloc(-length & 3);
}
