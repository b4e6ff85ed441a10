/** What the sources import, read from their text. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { globSync } from "tinyglobby";

/** From the top down, as biome.layers.jsonc lists them: a folder imports only what stands below it. */
export const LAYERS: readonly string[] = [
  ...readFileSync("biome.layers.jsonc", "utf8").matchAll(/^ {2}\/\/ {3}([a-z]+)$/gm),
].map(([, name = ""]) => name);

export interface Source {
  /** Below src/. */
  readonly path: string;
  readonly text: string;
  /** Paths below src/ of what it imports of ours. */
  readonly imports: readonly string[];
  /** Names of npm packages. */
  readonly packages: readonly string[];
}

const SPECIFIER = /\b(?:from|import)\s*\(?\s*"([^"]+)"/g;

/** All of src/, but what runs in the browser, which is bundled by itself. */
export const SOURCES: readonly Source[] = globSync("**/*.{ts,mts}", {
  cwd: "src",
  ignore: ["report/html/client/**", "**/*.d.ts"],
})
  .sort()
  .map((path) => {
    const text = readFileSync(join("src", path), "utf8");
    const specifiers = [...text.matchAll(SPECIFIER)].map(([, name = ""]) => name);
    return {
      path,
      text,
      imports: specifiers
        .filter((name) => name.startsWith("."))
        .map((name) => relative(".", join(dirname(path), name))),
      packages: specifiers
        .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
        .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")),
    };
  });

/** The folder of a path below src/. */
export const layerOf = (path: string): string => path.split("/")[0] ?? "";
