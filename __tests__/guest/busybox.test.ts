/** Proves: the static busybox of the host is found, and unusable ones are refused. */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { appletsOf, findBusybox } from "../../src/guest/busybox.ts";
import { useFolder } from "../for-each-test.ts";

const folder = useFolder();

/** The host's busybox, with the number at this offset replaced. */
async function changed(offset: number, value: number): Promise<string> {
  const path = folder.at("changed");
  const bytes = Buffer.from((await findBusybox()).bytes);
  bytes.writeUInt16LE(value, offset);
  writeFileSync(path, bytes);
  return path;
}

describe("findBusybox", () => {
  test("finds the host's static one, which knows its applets", async () => {
    const busybox = await findBusybox();
    expect(busybox.bytes.equals(readFileSync(busybox.path))).toBe(true);
    const applets = await appletsOf(busybox);
    for (const name of ["sh", "insmod", "ping", "ip"]) expect(applets).toContain(name);
    expect(applets).not.toContain("busybox");
  });

  test("passes over what would not run in the guest, and takes the next", async () => {
    const { path } = await findBusybox();
    expect(await findBusybox([folder.at("none"), "/bin/ls", path])).toMatchObject({ path });
  });

  test("a dynamically linked one is refused, naming the package", async () => {
    await expect(findBusybox(["/bin/ls"])).rejects.toThrow(
      /\/bin\/ls is not statically linked.*busybox-static/,
    );
  });

  test("none at all is refused, naming the package", async () => {
    await expect(findBusybox([folder.at("none")])).rejects.toThrow(
      /none is installed: .*install.*busybox-static/,
    );
  });

  test("one for another machine, a script and a damaged one are refused", async () => {
    const arm64 = 183;
    await expect(findBusybox([await changed(18, arm64)])).rejects.toThrow(/is not for x86-64/);
    await expect(findBusybox([await changed(56, 60_000)])).rejects.toThrow(/is damaged/);
    writeFileSync(folder.at("script"), "#!/bin/sh\n");
    await expect(findBusybox([folder.at("script")])).rejects.toThrow(/is not for x86-64/);
  });
});
