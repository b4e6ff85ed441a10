/** Proves: any text stays text in GitHub's Markdown, in paragraphs, lists and tables. */
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { markdown } from "../../src/report/markdown.ts";

// linkify: GitHub makes links of bare addresses, too.
const renderer = new MarkdownIt({ linkify: true, html: true });

/** What a reader sees of a text, as a paragraph, a list item and a table's cell. */
function shown(text: string): { html: string; text: string }[] {
  const escaped = markdown(text);
  return [
    [/^<p>([\s\S]*)<\/p>\n$/, escaped],
    [/^<ul>\n<li>new-tap failed: ([\s\S]*)<\/li>\n<\/ul>\n$/, `- new-tap failed: ${escaped}`],
    [
      /<tbody>\n<tr>\n<td>x([\s\S]*)x<\/td>\n<td>second<\/td>\n<\/tr>\n<\/tbody>/,
      `| a | b |\n|---|---|\n| x${escaped}x | second |`,
    ],
  ].map(([pattern, source]) => {
    const html = renderer.render(source as string);
    const inner = (pattern as RegExp).exec(html)?.[1];
    if (inner === undefined) throw new Error(`another structure: ${html}`);
    return {
      html: inner,
      text: inner
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&"),
    };
  });
}

test.each([
  "a | b \\| c",
  "<script>alert(1)</script><!-- &amp; -->",
  "![x](https://example.org/x.png) [x](y) [x]: y",
  "`code` ```fence``` **bold** _i_ ~~s~~ $math$ # head",
  "https://example.org www.example.org someone@example.org @org/team #1 :tada:",
  "- item",
  "1. item",
  "---",
  "+ a",
  "=== a",
  "> quote",
  "QEMU 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)",
])("%j is shown as it is", (text) => {
  for (const seen of shown(text)) {
    expect(seen.html).not.toMatch(/<[a-z!]/i);
    expect(seen.text.replaceAll("\u2060", "")).toBe(text);
  }
});

test("nobody is called: GitHub looks for names in what is shown", () => {
  // A name that is called begins after what is no letter; in an address it does not.
  for (const seen of shown("ask @someone or @org/team, or someone@example.org"))
    expect(seen.text.match(/(?<!\w)@\w+/g)).toBeNull();
  expect(markdown("/opt/qemu@11/bin")).toBe("/opt/qemu\\@11/bin");
});

test("line ends and control characters are blanks", () => {
  expect(markdown("one\r\n\n# two\u0007\u2028three")).toBe("one \\# two three");
});

const nasty = fc.array(
  fc.oneof(fc.constantFrom(..."\\`*_{}[]()#+-.!|~<>&@:$^=1 \n", "www.", "http://", "&lt;"), fc.string()),
  { minLength: 1, maxLength: 12 },
);

test("whatever comes from outside is text, and stays in its place", () => {
  fc.assert(
    fc.property(nasty, (parts) => {
      const text = parts.join("");
      fc.pre(text.trim() !== "");
      for (const seen of shown(text.trim())) expect(seen.html).not.toMatch(/<[a-z!/]/i);
    }),
    { numRuns: 2_000 },
  );
});
