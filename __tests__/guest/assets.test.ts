/** Proves: each guest asks for the assets it needs, and incomplete descriptions are refused. */
import { describe, expect, test } from "vitest";
import { assetsOf, DEFAULT_ASSETS, unusedInputs } from "../../src/guest/assets.ts";
import { readSettings } from "../../src/inputs/settings.ts";

const SHA = "0123456789abcdef".repeat(4);
const read = (given: Record<string, string>) => readSettings(given, 0);
const locations = (given: Record<string, string>) => assetsOf(read(given)).map(({ location }) => location);
const refusal = (given: Record<string, string>): string => {
  try {
    read(given);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("what each guest needs", () => {
  test("micro: nothing", () => expect(assetsOf(read({}))).toEqual([]));

  test("alpine-iso: the ISO, and nothing else", () => {
    expect(assetsOf(read({ guest: "alpine-iso" }))).toEqual([{ name: "iso", ...DEFAULT_ASSETS.iso }]);
  });

  test("kernel-initrd: the pair", () => {
    expect(assetsOf(read({ guest: "kernel-initrd" }))).toEqual([
      { name: "kernel", ...DEFAULT_ASSETS.kernel },
      { name: "initrd", ...DEFAULT_ASSETS.initrd },
    ]);
  });

  test("a micro guest's own kernel is held to its sha256 where there is one", () => {
    const given = { kernel: "/boot/vmlinuz", "kernel-sha256": SHA };
    expect(assetsOf(read(given))).toEqual([{ name: "kernel", location: "/boot/vmlinuz", sha256: SHA }]);
  });
});

describe("a mirror", () => {
  test.each(["https://mirror.example/base", "https://mirror.example/base/"])(
    "%s stands in for scheme and host of the defaults",
    (mirror) => {
      expect(locations({ guest: "alpine-iso", mirror })).toEqual([
        "https://mirror.example/base/alpine/v3.22/releases/x86_64/alpine-standard-3.22.1-x86_64.iso",
      ]);
      expect(assetsOf(read({ guest: "alpine-iso", mirror }))[0]?.sha256).toBe(DEFAULT_ASSETS.iso.sha256);
    },
  );

  test("leaves the user's own URLs alone", () => {
    const own = { guest: "alpine-iso", iso: "http://a.example/b.iso", "iso-sha256": SHA };
    expect(locations({ ...own, mirror: "http://mirror.example" })).toEqual(["http://a.example/b.iso"]);
  });
});

describe("refused", () => {
  test("a URL of one's own without its sha256", () => {
    expect(refusal({ guest: "alpine-iso", iso: "http://a.example/b.iso" })).toContain(
      "iso-sha256: expected the SHA-256 of http://a.example/b.iso",
    );
    // The default ISO is recognised by its URL, too.
    expect(refusal({ guest: "alpine-iso", iso: DEFAULT_ASSETS.iso.location })).toBe("");
    expect(refusal({ guest: "alpine-iso", iso: "/a/b.iso" })).toBe("");
  });

  test("both missing digests in one message", () => {
    const message = refusal({
      guest: "kernel-initrd",
      kernel: "http://a.example/k",
      initrd: "http://a.example/i",
    });
    expect(message).toContain("kernel-sha256: expected");
    expect(message).toContain("initrd-sha256: expected");
  });

  test("half a pair", () => {
    expect(refusal({ guest: "kernel-initrd", kernel: "/boot/vmlinuz" })).toContain(
      "kernel, initrd: expected both or neither",
    );
  });

  test("a URL for the micro guest's kernel", () => {
    expect(refusal({ kernel: "http://a.example/k", "kernel-sha256": SHA })).toContain(
      "kernel: expected a path on this host",
    );
  });

  test.each([
    ["iso", "ftp://a.example/b.iso"],
    ["iso", "file:///b.iso"],
    ["iso", "https://user:secret@a.example/b.iso"],
    ["iso", "-b.iso"],
    ["iso-sha256", SHA.slice(1)],
    ["mirror", "/srv/mirror"],
    ["mirror", "http://a.example/?x"],
    ["guest", "windows"],
  ])("%s %s", (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`${name}: expected .*, not `));
  });
});

test("a sha256 is the same in capitals", () => {
  expect(read({ "iso-sha256": SHA.toUpperCase() }).isoSha256).toBe(SHA);
});

test("inputs that the chosen guest does not use are found", () => {
  expect(unusedInputs(read({ iso: "/a.iso", kernel: "/k" }))).toEqual(["iso"]);
  expect(unusedInputs(read({ guest: "alpine-iso", iso: "/a.iso", kernel: "/k" }))).toEqual(["kernel"]);
});
