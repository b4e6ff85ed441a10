/** Proves: every Mermaid drawing in the documents renders in a browser as on GitHub. */
import { existsSync, readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fences, markdownFiles } from "./markdown.ts";

// Mermaid draws a bomb for text that it can't read. Only a reader would notice.

/** Debian's, and those of other distributions and of hosted runners. */
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const MERMAID = "node_modules/mermaid/dist/mermaid.min.js";

interface Drawn {
  /** Mermaid's own words when it could not read the text; null: it could. */
  readonly error: string | null;
  readonly width: number;
  readonly height: number;
  /** All that can be read in the picture. */
  readonly words: string;
  /** Texts that are larger than the boxes they are drawn in. */
  readonly cut: readonly string[];
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error(`none of ${BROWSERS.join(", ")} is installed: apt-get install chromium`);
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  page = await browser.newPage({ viewport: { width: 1012, height: 800 } });
});

afterAll(async () => {
  await browser?.close();
});

/** Renders a drawing in a column as wide as GitHub's. */
async function draw(text: string, theme: string): Promise<Drawn> {
  await page.setContent("<!doctype html><body></body>");
  await page.addScriptTag({ path: MERMAID });
  const { svg, error } = await page.evaluate(
    async ({ text, theme }) => {
      const { mermaid } = globalThis as unknown as { mermaid: MermaidApi };
      mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme });
      try {
        return { svg: (await mermaid.render("drawing", text)).svg, error: null };
      } catch (error) {
        return { svg: "", error: String(error) };
      }
    },
    { text, theme },
  );
  await page.setContent(`<!doctype html><body><main>${svg}</main></body>`);
  const main = page.locator("main");
  const box = error === null ? await main.locator("svg").first().boundingBox() : null;
  const cut = await main.locator("foreignObject").evaluateAll((labels) =>
    labels.flatMap((label) => {
      const inner = label.firstElementChild?.getBoundingClientRect();
      return inner !== undefined && inner.width > label.getBoundingClientRect().width + 1
        ? [label.textContent ?? ""]
        : [];
    }),
  );
  return {
    error,
    width: box?.width ?? 0,
    height: box?.height ?? 0,
    words: (await main.textContent()) ?? "",
    cut,
  };
}

interface MermaidApi {
  initialize(options: object): void;
  render(id: string, text: string): Promise<{ svg: string }>;
}

const drawings = markdownFiles().flatMap((file) =>
  fences(readFileSync(file, "utf8"), "mermaid").map((text, index) => ({ file, number: index + 1, text })),
);

test("the host and an iteration are drawn", () => {
  expect(drawings.filter(({ file }) => file === "docs/how-it-works.md")).toHaveLength(2);
});

describe.each(drawings)("drawing $number of $file", ({ text }) => {
  test.each(["default", "dark"])("renders, theme %s", async (theme) => {
    const { error, width, height, words, cut } = await draw(text, theme);
    expect(error).toBeNull();
    expect(width).toBeGreaterThan(300);
    expect(height).toBeGreaterThan(200);
    expect(words).not.toMatch(/syntax error/i);
    expect(cut).toEqual([]);
    for (const label of labelsOf(text)) expect(words).toContain(label);
  });
});

/** What a reader is to see: quoted labels, names of participants, messages. */
function labelsOf(text: string): string[] {
  const labels = text.split("\n").flatMap((line) => {
    const quoted = [...line.matchAll(/"([^"]+)"/g)].map(([, label = ""]) => label);
    const [, spoken = ""] =
      /^\s*(?:participant \w+ as |\w+-?->>\w+: |Note over [\w,]+: )(.+)$/.exec(line) ?? [];
    return [...quoted, spoken];
  });
  return labels.filter((label) => label !== "");
}

test("what Mermaid can't read is found", async () => {
  const { error } = await draw("flowchart TB\n  a[one -->\n", "default");
  expect(error).toMatch(/error/i);
});
