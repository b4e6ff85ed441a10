/** Proves: every link between the documents leads to a file and an anchor that exist. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorsOf, linksOf, markdownFiles } from "./markdown.ts";

/** Why a link of a file leads nowhere, or null. Links to other hosts are not followed: tests need no internet. */
function linkProblem(file: string, link: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return null;
  const [path = "", anchor] = decodeURI(link).split("#");
  const target = path === "" ? file : join(dirname(file), path);
  if (relative(".", target).startsWith("..")) return `${link} leads out of the repository`;
  if (!existsSync(target)) return `${link}: there is no ${target}`;
  if (anchor === undefined) return null;
  if (!target.endsWith(".md") || statSync(target).isDirectory())
    return `${link}: only a document has anchors`;
  return anchorsOf(readFileSync(target, "utf8")).has(anchor)
    ? null
    : `${link}: ${target} has no heading "${anchor}"`;
}

const problemsOf = (file: string, text: string) =>
  linksOf(text).flatMap((link) => linkProblem(file, link) ?? []);

test.each(markdownFiles())("every link in %s leads somewhere", (file) => {
  expect(problemsOf(file, readFileSync(file, "utf8"))).toEqual([]);
});

test("documents are found, and links in them", () => {
  expect(markdownFiles()).toEqual(
    expect.arrayContaining(["README.md", "CONTRIBUTING.md", "docs/contract.md"]),
  );
  expect(linksOf(readFileSync("README.md", "utf8"))).toContain("docs/contract.md");
});

describe("the check finds", () => {
  test.each([
    ["a file that is not there", "[x](nowhere.md)", /no docs\/nowhere.md/],
    ["an anchor that is not there", "[x](contract.md#no-such-thing)", /no heading/],
    ["an anchor of the document itself", "[x](#no-such-thing)", /no heading/],
    ["a picture", "![x](none.png)", /none.png/],
    ["a picture in HTML", '<img src="none.png">', /none.png/],
    ["a link out of the repository", "[x](../../elsewhere.md)", /out of the repository/],
  ])("%s", (_, text, problem) => {
    expect(problemsOf("docs/contract.md", text).join()).toMatch(problem);
  });

  test("nothing in good ones", () => {
    const text =
      "[a](contract.md#3-the-figures) [b](../README.md) [c](https://example.org/x#y) [d](#3-the-figures)";
    expect(problemsOf("docs/contract.md", text)).toEqual([]);
  });
});

test("anchors are GitHub's", () => {
  const text =
    "# Which `QEMU`s?\n\n## A/B: base & head\n\n## Twice\n\n## Twice\n\n### 2. _One_ chain (short)\n";
  expect([...anchorsOf(text)]).toEqual([
    "which-qemus",
    "ab-base--head",
    "twice",
    "twice-1",
    "2-one-chain-short",
  ]);
});
