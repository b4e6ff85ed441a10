/** Proves: a recording keeps what was written, bounded, even when the disk is full. */
import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KEPT_BYTES, pipeOf, type Recording, startRecordings } from "../../src/qemu/recording.ts";
import { useFolder } from "../for-each-test.ts";
import { asRoot } from "../host/as-root.ts";

const folder = useFolder();
let recording: Recording;
let path: string;
let told: string[];

beforeEach(() => {
  path = folder.at("stderr");
  told = [];
  const [first] = startRecordings([path], (problem) => told.push(problem));
  if (first === undefined) throw new Error("no recording");
  recording = first;
});
afterEach(() => recording.close());

const write = (text: string | Buffer) => {
  const pipe = openSync(pipeOf(path), "w");
  writeSync(pipe, Buffer.from(text));
  closeSync(pipe);
};

test("what was written is in the file after a flush, byte for byte, for its owner alone", () => {
  write("one\n");
  write(Buffer.from([0xff, 0x00, 0xc3]));
  recording.flush();
  expect(readFileSync(path)).toEqual(Buffer.from([...Buffer.from("one\n"), 0xff, 0x00, 0xc3]));
  for (const one of [path, pipeOf(path)]) expect(statSync(one).mode & 0o777).toBe(0o600);
});

test("a recording goes on when a writer closes, and records later writers", async () => {
  for (const text of ["a", "b", "c"]) {
    execFileSync("sh", ["-c", 'printf "$1" >>"$0"', pipeOf(path), text]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  recording.close();
  expect(readFileSync(path, "utf8")).toBe("abc");
  recording.flush();
  recording.close();
});

test("a flood: the end of it is kept, the file says how much is not, and is never larger than twice that", async () => {
  const total = 40 * KEPT_BYTES;
  // Numbered lines, so that we recognise the end.
  const script = `for (let i = 0; i < ${total / 16}; i += 1024) {
    const text = Array.from({ length: 1024 }, (_, n) => String(i + n).padStart(15, "0") + "\\n").join("");
    require("fs").writeSync(1, text);
  }`;
  const child = spawn("sh", ["-c", 'exec "$0" -e "$1" >"$2"', process.execPath, script, pipeOf(path)]);
  let largest = 0;
  const look = setInterval(() => {
    largest = Math.max(largest, statSync(path).size);
  }, 1);
  await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(look);
  recording.flush();
  const kept = readFileSync(path, "utf8");
  expect(Math.max(largest, kept.length)).toBeLessThan(2 * KEPT_BYTES + (1 << 17));
  const [note = "", ...lines] = kept.split("\n");
  const leftOut = Number(/^\[(\d+) bytes are left out here\]$/.exec(note)?.[1]);
  expect(leftOut + kept.length - note.length - 1).toBe(total);
  expect(kept.length).toBeGreaterThanOrEqual(KEPT_BYTES);
  expect(lines.slice(0, -1).map(Number)).toEqual(lines.slice(0, -1).map((_, n) => leftOut / 16 + n));
  expect(Number(lines.at(-2))).toBe(total / 16 - 1);
});

test("a disk that is full: told once, what there was stays, and whoever writes goes on", () => {
  const small = folder.at("small");
  mkdirSync(small);
  asRoot("mount", "-t", "tmpfs", "-o", `size=64k,mode=777`, "tmpfs", small);
  const full: string[] = [];
  const file = join(small, "console");
  const [first] = startRecordings([file], (problem) => full.push(problem));
  try {
    for (let times = 0; times < 4; times += 1) {
      const pipe = openSync(pipeOf(file), "w");
      writeSync(pipe, Buffer.alloc(40_000, "x"));
      closeSync(pipe);
      first?.flush();
    }
    expect(full).toEqual([
      expect.stringMatching(/console ends here, .* its file system is full \(ENOSPC, write\)$/),
    ]);
    expect(statSync(file).size).toBeGreaterThanOrEqual(40_000);
  } finally {
    first?.close();
    asRoot("umount", small);
  }
  expect(told).toEqual([]);
});
