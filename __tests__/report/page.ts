/**
 * Renders a page as GitHub does, in a real browser: Markdown by markdown-it, with GitHub's style sheet, and what is fenced as
 * `mermaid` by Mermaid itself.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";
import { type Browser, chromium, type Page } from "playwright-core";

/** Debian's, and those of other distributions and of hosted runners. */
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const require = createRequire(import.meta.url);
const MERMAID = require.resolve("mermaid/dist/mermaid.min.js");

export type Theme = "light" | "dark";

export const openBrowser = async (): Promise<Browser> => {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(`none of ${BROWSERS.join(", ")} is installed: apt-get install chromium`);
  return await chromium.launch({ executablePath, args: ["--no-sandbox"] });
};

/** The page as HTML, drawings still as text. */
export const toHtml = (markdown: string): string =>
  new MarkdownIt({ html: true, linkify: true }).render(markdown);

export interface Shown {
  /** Mermaid's own words about each drawing that it could not read. */
  readonly errors: readonly string[];
  /** What can be read in each drawing. */
  readonly drawings: readonly string[];
}

/** Shows the page in a column as wide as that of a job's page. */
export async function show(page: Page, markdown: string, theme: Theme = "light"): Promise<Shown> {
  const style = readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), "utf8");
  const background = theme === "light" ? "#ffffff" : "#0d1117";
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${style} body { margin: 0; padding: 24px; background: ${background} }</style><body><article class="markdown-body">${toHtml(markdown)}</article></body>`,
  );
  await page.addScriptTag({ path: MERMAID });
  return await page.locator("code.language-mermaid").evaluateAll(
    async (codes, mermaidTheme) => {
      const { mermaid } = globalThis as unknown as { mermaid: MermaidApi };
      mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: mermaidTheme });
      const errors: string[] = [];
      const drawings: string[] = [];
      for (const [index, code] of codes.entries()) {
        try {
          await mermaid.parse(code.textContent ?? "");
          const { svg } = await mermaid.render(`drawing${index}`, code.textContent ?? "");
          const box = code.ownerDocument.createElement("div");
          box.innerHTML = svg;
          code.parentElement?.replaceWith(box);
          drawings.push(box.textContent ?? "");
        } catch (error) {
          errors.push(String(error));
        }
      }
      return { errors, drawings };
    },
    theme === "light" ? "default" : "dark",
  );
}

interface MermaidApi {
  initialize(options: object): void;
  parse(text: string): Promise<unknown>;
  render(id: string, text: string): Promise<{ svg: string }>;
}
