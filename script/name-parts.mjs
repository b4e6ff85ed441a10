// Gives the parts of a build names that say what is in them, in place of ncc's numbers:
//   node script/name-parts.mjs BUNDLE STATS OUT
// BUNDLE is ncc's folder, STATS its --stats-out, OUT the folder that gets program.mjs and parts/NAME.mjs.
// A part that is imported on demand is named after the module that is imported; one that others share, after the packages or folders of
// src/ that most of it comes from, or, when that name is taken, after its largest module. Ends with status 1 when ncc's output is not what
// is expected here, as may be after an update.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [bundle, statsFile, out] = process.argv.slice(2);
const PROGRAM = "index.mjs";
const ENDING = ".index.mjs";
/** How ncc's program finds the file of a part. */
const LOOKUP = `return "" + chunkId + "${ENDING}";`;
/** How an import on demand reads in webpack's output: the numbers of parts, then the number of the module. */
const IMPORT = /\/\* import\(\) \*\/(.*?)\.then\([\w.]+\.bind\([\w.]+, (\d+)/g;

function fail(text) {
  process.stderr.write(`script/name-parts.mjs: ${text}. Has @vercel/ncc changed?\n`);
  process.exit(1);
}

/**
 * The package, or the folder of src/, that a module comes from: as in "undici", "undici-of-actions-http-client" for one that another
 * package has in its own version, "report" for src/report. Null for webpack's own modules.
 */
function originOf(name) {
  const packages = [...name.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(([, one]) => one);
  if (packages.length > 0) return packages.reverse().join("-of-").replaceAll("@", "").replaceAll("/", "-");
  return /^\.\/build\/([^/]+)\//.exec(name)?.[1] ?? null;
}

/** As in "action-main" for ./build/action/main.js, "node-pty" for a package. */
function nameOfModule(name) {
  const [, path] = /^\.\/build\/([\w/-]+)\.m?js/.exec(name) ?? [];
  return path?.replaceAll("/", "-") ?? originOf(name) ?? fail(`a module has the name ${name}`);
}

/** What a part has, the most first: `nameOf` names what a module belongs to, or null. */
function namesIn(modules, nameOf) {
  const sizes = new Map();
  for (const { name, size } of modules.flatMap((one) => one.modules ?? [one])) {
    const found = nameOf(name);
    if (found !== null) sizes.set(found, (sizes.get(found) ?? 0) + size);
  }
  return [...sizes].sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1)).map(([name]) => name);
}

const stats = JSON.parse(readFileSync(statsFile, "utf8"));
const texts = new Map(readdirSync(bundle).map((file) => [file, readFileSync(join(bundle, file), "utf8")]));
const program = texts.get(PROGRAM) ?? fail(`there is no ${PROGRAM}`);
if (program.split(LOOKUP).length !== 2) fail(`${PROGRAM} does not have this line once: ${LOOKUP}`);

const chunks = stats.chunks.filter(({ files }) => !files.includes(PROGRAM));
const expected = [PROGRAM, ...chunks.map(({ id }) => `${id}${ENDING}`)].sort();
if (String([...texts.keys()].sort()) !== String(expected)) {
  fail(`there are the files ${[...texts.keys()]}, and not ${expected}`);
}
const modulesOf = ({ id }) => stats.modules.filter((module) => module.chunks.includes(id));

/** Names of the parts that are imported on demand, by number. */
const onDemand = new Map();
for (const text of texts.values()) {
  for (const [, parts, id] of text.matchAll(IMPORT)) {
    const module = stats.modules.find((one) => String(one.id) === id) ?? fail(`there is no module ${id}`);
    // A small module may also be in other parts, as a copy: the import does not load those.
    const loaded = new Set([...parts.matchAll(/\d+/g)].map(([number]) => Number(number)));
    for (const chunk of module.chunks) if (loaded.has(chunk)) onDemand.set(chunk, nameOfModule(module.name));
  }
}
if (onDemand.size === 0) fail("nothing is imported on demand");

const names = new Map();
const taken = new Set();
for (const chunk of chunks) {
  const modules = modulesOf(chunk);
  const origins = namesIn(modules, originOf);
  if (origins.length === 0) fail(`nothing is known to be in ${chunk.id}${ENDING}`);
  const candidates = [
    // A module that is needed in two ways may be in two parts.
    ...(onDemand.has(chunk.id) ? [onDemand.get(chunk.id)] : []),
    ...origins.map((_, index) => origins.slice(0, index + 1).join("-")),
    // Several parts may come from one folder only.
    ...namesIn(modules, (name) => (originOf(name) === null ? null : nameOfModule(name))),
  ];
  const name =
    candidates.find((one) => !taken.has(one)) ?? fail(`two parts would be called ${candidates[0]}`);
  taken.add(name);
  names.set(chunk.id, name);
}

mkdirSync(join(out, "parts"), { recursive: true });
const table = JSON.stringify(Object.fromEntries([...names].sort(([a], [b]) => a - b)), null, 1);
writeFileSync(
  join(out, "program.mjs"),
  program.replace(LOOKUP, () => `return "parts/" + (${table})[chunkId] + ".mjs";`),
);
for (const [id, name] of names) writeFileSync(join(out, "parts", `${name}.mjs`), texts.get(`${id}${ENDING}`));
