/** Reads this repository's documents as GitHub does: their links, the anchors of their headings, and what is in their fences. */
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { globSync } from "tinyglobby";

const markdown = new MarkdownIt({ html: true, linkify: false });

export const markdownFiles = (): string[] => globSync(["*.md", "docs/*.md", "examples/*.md"]).sort();

type Token = ReturnType<typeof markdown.parse>[number];

/** All tokens, those within lines too. */
const tokensOf = (text: string): Token[] =>
  markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);

/** The texts of fenced blocks of a language. */
export const fences = (text: string, language: string): string[] =>
  tokensOf(text)
    .filter(({ type, info }) => type === "fence" && info.trim() === language)
    .map(({ content }) => content);

export const yamlBlocks = (file: string): string[] => fences(readFileSync(file, "utf8"), "yaml");

/** Where links and pictures lead, those in HTML too. */
export function linksOf(text: string): string[] {
  return tokensOf(text).flatMap((token) => {
    if (token.type === "link_open") return String(token.attrGet("href") ?? "");
    if (token.type === "image") return String(token.attrGet("src") ?? "");
    if (token.type !== "html_inline" && token.type !== "html_block") return [];
    return [...token.content.matchAll(/\b(?:href|src|srcset)="([^"]+)"/g)].map(([, target = ""]) => target);
  });
}

/** The anchors that GitHub gives to headings: lower case, without punctuation, a hyphen for each blank, numbered when there are several. */
export function anchorsOf(text: string): Set<string> {
  const tokens = markdown.parse(text, {});
  const seen = new Map<string, number>();
  const anchors = tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const words = (tokens[index + 1]?.children ?? [])
      .filter(({ type }) => type === "text" || type === "code_inline")
      .map(({ content }) => content)
      .join("");
    const slug = words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return [count === 0 ? slug : `${slug}-${count}`];
  });
  return new Set(anchors);
}
