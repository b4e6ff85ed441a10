export const id = 909;
export const ids = [909];
export const modules = {

/***/ 98378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ mergedSummaryOf)
/* harmony export */ });
/* unused harmony export MOST_SUMMARY_BYTES */
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(25401);
/* harmony import */ var _details_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56116);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2772);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81822);
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29848);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34902);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69327);
/* harmony import */ var _scenario_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63496);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9385);
/* harmony import */ var _stalls_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34628);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60018);
/** The page of several runs: the verdict, a table of builds and scenarios, unreadable files, and each run, folded. */












/** GitHub shows at most 1 MiB per step. This is less, because other text of the same step needs room too. */
const MOST_SUMMARY_BYTES = 1_000_000;
const LONGEST_FAULT = 400;
const LONGEST_PATH = 300;
const MOST_FAULTS_OF_A_RUN = 5;
/** How many builds the table has at most, tried in turn until the page fits. */
const MOST_ROWS = [500, 100, 30, 10];
/** Parts with a higher rank are dropped first when the page is too long; a run's own blocks rank above all of these. */
const RANK = { fault: 1, broken: 2, table: 10, behind: 20 };
/** GitHub-flavoured Markdown of at most `mostBytes` bytes of UTF-8. Text from outside is escaped. */
function mergedSummaryOf(merged, title = _defaults_js__WEBPACK_IMPORTED_MODULE_11__/* .DEFAULT_TITLE */ .p, mostBytes = MOST_SUMMARY_BYTES) {
    const rows = (0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .buildRows */ .kO)(merged);
    let page = "";
    for (const mostRows of MOST_ROWS) {
        page = (0,_fit_js__WEBPACK_IMPORTED_MODULE_4__/* .fitPage */ .n)([...headBlocks(merged, title, rows, mostRows), ...merged.runs.flatMap(runBlocks)], mostBytes);
        if (Buffer.byteLength(page) <= mostBytes)
            break;
    }
    return page;
}
const open = (text, rank = 0, kind = "") => ({ text, rank, kind, section: null });
function headBlocks(merged, title, rows, mostRows) {
    const { runs, broken } = merged;
    return [
        open(`## ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortMarkdown */ .uy)(title, LONGEST_PATH)}`),
        open(verdictLine(merged, rows)),
        ...broken.map(({ path, problem }) => open(`- ❌ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortMarkdown */ .uy)((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path), LONGEST_PATH)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortMarkdown */ .uy)(problem, LONGEST_FAULT)}`, RANK.broken, "files that could not be read")),
        ...runs.flatMap(faultLines).map((line) => open(line, RANK.fault, "reasons of failures")),
        ...(rows.length === 0 ? [] : [open(buildsTable(rows, mostRows))]),
        ...hints(merged, rows).map((text) => open(text)),
    ];
}
/** Example: "❌ failed: 1 of 3 runs failed · worst median outage 35.1 ms (new-tap, QEMU 10.0.13, kvm)". */
function verdictLine(merged, rows) {
    const worst = (0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .worstOf */ .hm)(rows);
    const mark = merged.conclusion === "passed" ? "✅ passed" : "❌ failed";
    const why = merged.runs.length + merged.broken.length === 0 ? "no results were found" : (0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .verdictSentence */ .BT)(merged);
    const ending = worst === null
        ? ""
        : ` · worst median outage ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .inMs */ .iB)(worst.medianMs)} (${worst.scenario}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)((0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .rowName */ ._k)(worst.row))}, ${worst.row.accel})`;
    return `**${mark}**: ${why}${ending}`;
}
function faultLines({ label, results }) {
    const { general, scenarios } = (0,_sentences_js__WEBPACK_IMPORTED_MODULE_8__/* .runFaults */ .dV)(results);
    const faults = [...general, ...scenarios];
    const more = faults.length - MOST_FAULTS_OF_A_RUN;
    return [
        ...faults.slice(0, MOST_FAULTS_OF_A_RUN),
        ...(more > 0 ? [`and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, "more fault")}`] : []),
    ].map((fault) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)(label)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortMarkdown */ .uy)(fault, LONGEST_FAULT)}`);
}
const NBSP = "&nbsp;";
const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" };
/** One row per build and direction, one column per scenario, and below them best, worst and spread of the medians. */
function buildsTable(rows, mostRows) {
    const scenarios = (0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .scenariosIn */ .PK)(rows);
    const several = new Set(rows.map(({ accel }) => accel)).size > 1;
    const shown = rows.slice(0, mostRows);
    const body = shown.map((row) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)(row.run.label) + (row.part === "" ? "" : `<br>${row.part}`),
        ...(several ? [row.accel] : []),
        ...scenarios.map((name) => cellText(row.cells.get(name))),
    ]);
    const text = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([`${(0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .tableTitle */ .jA)(rows)} in ms`, ...(several ? ["accelerator"] : []), ...scenarios], [...body, ...spreadRows(rows, scenarios, several)], several ? 2 : 1);
    const hidden = rows.length - shown.length;
    return hidden > 0 ? `${text}\n\n*${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(hidden, "more build")} in report.html.*` : text;
}
function cellText(cell) {
    if (cell === undefined)
        return "";
    const { status, medianMs, upperBound, stallMs } = cell;
    if (medianMs === null)
        return `${MARKS[status]}${NBSP}${status}`;
    const stall = stallMs === null ? "" : `${NBSP}/${NBSP}${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .stallFigure */ .bj)(stallMs)}`;
    return `${MARKS[status]}${NBSP}${upperBound ? `≤${NBSP}` : ""}${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .msFigure */ .p4)(medianMs)}${stall}`;
}
function spreadRows(rows, scenarios, several) {
    const all = (0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .spreads */ .D0)(rows);
    return [...new Set(all.map(({ accel }) => accel))].flatMap((accel) => {
        const line = (name, text) => [
            `**${name}**`,
            ...(several ? [accel] : []),
            ...scenarios.map((scenario) => {
                const own = all.find((one) => one.accel === accel && one.scenario === scenario);
                return own === undefined ? "" : text(own);
            }),
        ];
        const extreme = ({ row, medianMs }) => `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .msFigure */ .p4)(medianMs)}<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)((0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .rowName */ ._k)(row))}`;
        return [
            line("best", ({ best }) => extreme(best)),
            line("worst", ({ worst }) => extreme(worst)),
            line("spread", ({ best, worst }) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .msFigure */ .p4)(worst.medianMs - best.medianMs)),
        ];
    });
}
/** What a reader must know to read the table. */
function hints({ runs }, rows) {
    const accels = new Set(runs.map(({ results }) => results.accel));
    const hosts = new Set(runs.map(({ results: { host } }) => `${host.cpu}\n${host.cores}\n${host.kernel}`));
    const [only] = accels;
    const upperBound = rows.some(({ cells }) => [...cells.values()].some((cell) => cell.upperBound));
    const lines = [
        ...(accels.size === 1 && only !== undefined ? [`Accelerator: ${only}.`] : []),
        ...(accels.size > 1 ? ["Figures of different accelerators can't be compared."] : []),
        ...(hosts.size > 1
            ? [
                `These runs come from ${hosts.size} different hosts. To find the faster of two builds, run both on one host (input baseline-qemu).`,
            ]
            : []),
        ...((0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .tableTitle */ .jA)(rows) === (0,_merge_js__WEBPACK_IMPORTED_MODULE_6__/* .tableTitle */ .jA)([])
            ? []
            : ["Behind the slash: the median request stall. Best, worst and spread are of the outages."]),
        ...(upperBound
            ? [
                "≤: in most iterations the outage is less than twice the machine's noise, so the figure is an upper bound.",
            ]
            : []),
        ...(accels.has("tcg") ? [_sentences_js__WEBPACK_IMPORTED_MODULE_8__/* .TCG_SENTENCE */ .fk] : []),
    ];
    return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}
/** One run, folded. Blocks of the same section and rank stay together. */
function runBlocks(run) {
    const { label, path } = run;
    const results = brief(run.results);
    const headline = (0,_stalls_js__WEBPACK_IMPORTED_MODULE_9__/* .headlineSentence */ .k1)(results);
    const mark = results.conclusion === "passed" ? "✅" : "❌";
    const section = `${mark} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)(label)}`;
    const place = (text, rank, kind) => ({ text, rank, kind, section });
    const groups = [];
    for (const block of [...(0,_failures_js__WEBPACK_IMPORTED_MODULE_2__/* .failureBlocks */ .p)(results), ...(0,_details_js__WEBPACK_IMPORTED_MODULE_1__/* .detailBlocks */ .g)(results, null)]) {
        const last = groups.at(-1);
        if (last !== undefined && last.title === block.section && last.rank === block.rank)
            last.texts.push(block.text);
        else
            groups.push({ title: block.section ?? "", rank: block.rank, kind: block.kind, texts: [block.text] });
    }
    return [
        place([
            `Results: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortMarkdown */ .uy)((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path), LONGEST_PATH)}`,
            (0,_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .facts */ .Ix)(results),
            ...(headline === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .shortMarkdown */ .uy)(headline, LONGEST_FAULT)]),
            (0,_scenario_table_js__WEBPACK_IMPORTED_MODULE_7__/* .scenarioTable */ .p)(results),
            ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_10__/* .remarks */ .IW)(results),
        ].join("\n\n"), RANK.table, "tables of runs"),
        ...groups.map(({ title, rank, kind, texts }) => place((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .folded */ .TM)(title, texts.join("\n\n")), RANK.behind + rank, kind)),
    ];
}
/** The most characters of a last output; the folder of the run has the rest. */
const LONGEST_TAIL = 10_000;
/** Keeps the last output of only the first failure of each scenario: a page of many runs has no room for more. */
function brief(results) {
    const cut = (evidence) => evidence.map((one) => ({ ...one, tail: one.tail.slice(-LONGEST_TAIL) }));
    return {
        ...results,
        scenarios: results.scenarios.map((scenario) => {
            const first = scenario.iterations.find(({ status }) => status === "failed");
            return {
                ...scenario,
                evidence: cut(scenario.evidence),
                iterations: scenario.iterations.map((one) => ({
                    ...one,
                    evidence: one === first ? cut(one.evidence) : [],
                })),
            };
        }),
    };
}


/***/ }),

/***/ 95909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ makeMergedReport)
});

// UNUSED EXPORTS: logsFrom

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(53339);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/parse.js + 1 modules
var parse = __webpack_require__(43852);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/results/schema.js
var schema = __webpack_require__(57146);
;// CONCATENATED MODULE: ./build/results/read.js
/**
 * Reads a results.json that others may have made, cut or damaged. A problem is returned as a sentence, never
 * thrown.
 */




/** About five thousand iterations per file. Reading needs about ten times the size in memory. */
const READ_LIMITS = { perFileBytes: 64 * 2 ** 20, inAllBytes: 128 * 2 ** 20 };
const MOST_PROBLEMS_TOLD = 3;
const refused = (problem) => ({ results: null, problem });
/** Returns a function that reads one file: its results, or why there are none. The problem does not name the file. */
function resultsReader({ perFileBytes, inAllBytes, } = READ_LIMITS) {
    let leftBytes = inAllBytes;
    return (path) => {
        let bytes;
        try {
            bytes = (0,files/* readWhole */.oD)(path, Math.min(perFileBytes, leftBytes));
        }
        catch (error) {
            if (!(error instanceof files/* UnfitFileError */.bk) || error.fault !== "too large")
                return refused(fileProblem(error));
            return refused(leftBytes < perFileBytes
                ? `too much: at most ${size(inAllBytes)} are read from all files together`
                : `too large: at most ${size(perFileBytes)} are read from one file`);
        }
        leftBytes -= bytes.length;
        return parseResults(bytes);
    };
}
/** The results in the bytes of a file, or why there are none. */
function parseResults(bytes) {
    if (bytes.length === 0)
        return refused("empty");
    let text;
    try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return refused("not JSON: it is not text in UTF-8");
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        // The parser's message is not used: it quotes the file, which may contain anything.
        const cut = /^\s*\{/.test(text) && !/\}\s*$/.test(text);
        return refused(cut ? "not JSON: it seems to have been cut" : "not JSON");
    }
    return checkResults(value);
}
function checkResults(value) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, "schemaVersion")) {
        return refused("not results of tap-migration: it has no schemaVersion");
    }
    const version = value.schemaVersion;
    if (typeof version === "number" && version !== schema/* SCHEMA_VERSION */.f$) {
        return refused(`of schema version ${version}, but this program reads version ${schema/* SCHEMA_VERSION */.f$}: use the release of tap-migration-action that wrote it`);
    }
    const problems = [];
    look(schema/* Results */.nB, value, [], problems);
    // The walk above only stops early; the schema decides what is accepted.
    if (problems.length === 0) {
        const checked = schema/* Results */.nB.safeParse(value);
        if (checked.success)
            return { results: checked.data, problem: null };
        problems.push(...checked.error.issues.map(({ path, message }) => told(path, message)));
    }
    const shown = problems.slice(0, MOST_PROBLEMS_TOLD);
    const more = problems.length > MOST_PROBLEMS_TOLD ? ["and more"] : [];
    return refused(`not of schema version ${schema/* SCHEMA_VERSION */.f$}: ${[...shown, ...more].join("; ")}`);
}
/**
 * Collects the first few problems. Zod collects all of them, which exhausts the memory when millions of
 * elements are wrong, and it ignores a record's `__proto__`.
 */
function look(schema, value, path, problems) {
    if (problems.length > MOST_PROBLEMS_TOLD)
        return;
    if (schema instanceof schemas/* ZodOptional */.IiU) {
        look(schema.unwrap(), value, path, problems);
    }
    else if (schema instanceof schemas/* ZodNullable */.l1C) {
        if (value !== null)
            look(schema.unwrap(), value, path, problems);
    }
    else if (schema instanceof schemas/* ZodArray */.naA && Array.isArray(value)) {
        lookAtAll(value.entries(), () => schema.element, path, problems);
    }
    else if (schema instanceof schemas/* ZodObject */.bvH && isRecord(value)) {
        const shape = schema.shape;
        const missing = Object.keys(shape).filter((name) => !Object.hasOwn(value, name) && !(shape[name] instanceof schemas/* ZodOptional */.IiU));
        for (const name of missing)
            problems.push(told([...path, name], "missing"));
        lookAtAll(Object.entries(value), (name) => (Object.hasOwn(shape, name) ? shape[name] : undefined), path, problems);
    }
    else if (schema instanceof schemas/* ZodRecord */.b8S && isRecord(value)) {
        const { valueType } = schema;
        lookAtAll(Object.entries(value), (name) => (name === "__proto__" ? undefined : valueType), path, problems);
    }
    else {
        const checked = parse/* safeParse */.xL(schema, value);
        for (const issue of checked.error?.issues ?? []) {
            if (problems.length <= MOST_PROBLEMS_TOLD)
                problems.push(told([...path, ...issue.path], issue.message));
        }
    }
}
function lookAtAll(entries, schemaOf, path, problems) {
    for (const [name, inner] of entries) {
        if (problems.length > MOST_PROBLEMS_TOLD)
            return;
        const schema = schemaOf(String(name));
        if (schema === undefined)
            problems.push(told([...path, name], "unknown"));
        else
            look(schema, inner, [...path, name], problems);
    }
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const LONGEST_PROBLEM = 200;
/** Example: "scenarios[0].iterations[3].outageMs: Invalid input: expected number, received string". */
function told(path, what) {
    const place = path
        .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
        .join("")
        .replace(/^\./, "");
    const text = `${place}: ${what}`;
    return text.length <= LONGEST_PROBLEM ? text : `${text.slice(0, LONGEST_PROBLEM)}…`;
}
/** Why a file or folder cannot be read, without its name. */
function fileProblem(error) {
    if (error instanceof files/* UnfitFileError */.bk)
        return `unreadable: ${error.fault}`;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
        return "missing: there is no such file or folder";
    if (code === "EACCES" || code === "EPERM")
        return "unreadable: permission denied";
    if (code === "ELOOP")
        return "unreadable: a symbolic link, which is not followed";
    return `unreadable: ${typeof code === "string" ? code : (0,errors/* messageOf */.bD)(error)}`;
}
const size = (bytes) => (bytes < 2 ** 20 ? `${bytes} bytes` : `${bytes / 2 ** 20} MiB`);

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
;// CONCATENATED MODULE: ./build/results/walk.js
/**
 * Lists everything below a folder that others may have filled. To Linux, names are bytes, not text; folders
 * may be unreadable, or deeper than the longest path. Folders that cannot be read are reported, never skipped
 * silently.
 */



const SLASH = Buffer.from("/");
/**
 * Yields all entries, folders before their contents. `enter` decides which folders are read; `shut` gets
 * those that cannot be read.
 */
function* walk(root, enter, shut) {
    const top = { path: root, steps: [], isFolder: true, named: true };
    const waiting = [{ bytes: Buffer.from(root), entry: top }];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
        let inside;
        try {
            inside = (0,external_node_fs_.readdirSync)(folder.bytes, { encoding: "buffer", withFileTypes: true });
        }
        catch (error) {
            shut(folder.entry, error);
            continue;
        }
        for (const found of inside) {
            const name = shown(found.name);
            const { path, steps, named } = folder.entry;
            const entry = {
                path: path === "/" ? `/${name}` : `${path}/${name}`,
                steps: [...steps, name],
                isFolder: found.isDirectory(),
                named: named && (0,external_node_buffer_.isUtf8)(found.name),
            };
            yield entry;
            if (entry.isFolder && enter(entry))
                waiting.push({ bytes: Buffer.concat([folder.bytes, SLASH, found.name]), entry });
        }
    }
}
/** A name as text. If it is not UTF-8, bytes that are not printable ASCII become `\xff` and the like. */
const shown = (name) => (0,external_node_buffer_.isUtf8)(name) ? name.toString() : name.toString("latin1").replaceAll(/[^ -~]/g, visible_text/* visibleCharacter */.mq);

// EXTERNAL MODULE: ./build/results/write.js
var write = __webpack_require__(40442);
;// CONCATENATED MODULE: ./build/results/find.js
/**
 * Finds results.json in folders, by globs, and by name. Others may have made the files, so names are not
 * trusted: each matching file is either found or reported as unreadable, whatever its name and the names of
 * its folders are.
 */






/** More files than any matrix makes. The limit exists because a pull request can make millions of empty files. */
const MOST_FOUND = 10_000;
/** Folders that never contain results but can contain very many files. */
const IGNORED = ["node_modules", ".git"];
/**
 * Finds the files that each word stands for. A folder is searched for results.json, a file is taken whatever
 * its name is, and anything else is a glob for files and folders. Links to folders are not followed.
 */
function findResults(words, from, mostFound = MOST_FOUND) {
    const files = new Map();
    const missing = new Map();
    for (const word of words) {
        const path = (0,external_node_path_.resolve)(from, word);
        const kind = kindOf(path);
        let found = { files: [path], missing: [] };
        if (kind === "folder")
            found = searchFolder(path, mostFound);
        else if (kind === "none" && picomatch.scan(word, MATCHING).isGlob)
            found = matchGlob(word, from, mostFound);
        if (found.files.length + found.missing.length === 0) {
            const problem = `missing: ${kind === "folder" ? `there is no ${write/* RESULTS_FILE */.y} in this folder` : `no ${write/* RESULTS_FILE */.y} matches`}`;
            missing.set(word, { path: word, problem });
        }
        for (const file of found.files) {
            const real = realPath(file);
            if (!files.has(real))
                files.set(real, file);
        }
        for (const one of found.missing)
            missing.set(one.path, { ...one, path: one.path === path ? word : shownPath(one.path, from) });
    }
    return { files: [...files.values()], missing: [...missing.values()] };
}
/** The path relative to `from` if it is inside that folder, else the absolute path. */
function shownPath(file, from) {
    const path = (0,external_node_path_.relative)(from, file);
    return path === "" || path.startsWith("..") || (0,external_node_path_.isAbsolute)(path) ? file : path;
}
function kindOf(path) {
    try {
        const facts = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        if (facts === undefined)
            return "none";
        return facts.isDirectory() ? "folder" : "file";
    }
    catch {
        // Reading it later reports what is wrong with it.
        return "file";
    }
}
const inOrder = new Intl.Collator("en", { numeric: true });
/** Every results.json below a folder. */
const searchFolder = (folder, mostFound) => search(folder, mostFound, isEntered, ({ steps }) => steps.at(-1) === write/* RESULTS_FILE */.y);
const isEntered = ({ steps }) => !IGNORED.includes(steps.at(-1) ?? "");
/**
 * Finds the `wanted` entries below a folder. A folder named like the file is reported as unreadable, unless
 * such a file is in it: an artifact named results.json makes such a folder.
 */
function search(root, mostFound, enter, wanted) {
    const files = [];
    const missing = [];
    const folders = [];
    const shut = ({ path }, error) => missing.push({ path, problem: `the folder can't be searched: ${fileProblem(error)}` });
    for (const entry of walk(root, enter, shut)) {
        if (!wanted(entry))
            continue;
        if (files.length + missing.length + folders.length >= mostFound) {
            missing.push({ path: root, problem: `more than ${mostFound} files: the others are left out` });
            break;
        }
        if (entry.isFolder)
            folders.push(entry.path);
        else if (entry.named)
            files.push(entry.path);
        else
            missing.push({ path: entry.path, problem: "unreadable: its path is not text in UTF-8" });
    }
    const filled = new Set([...files, ...missing.map(({ path }) => path)].flatMap(foldersOfTheName));
    for (const path of folders)
        if (!filled.has(path))
            missing.push({ path, problem: "unreadable: a folder" });
    return { files: files.sort(inOrder.compare), missing };
}
/** The folders above a file that are named like the file. */
function foldersOfTheName(path) {
    const name = `/${write/* RESULTS_FILE */.y}`;
    const found = [];
    for (let at = path.indexOf(`${name}/`); at >= 0; at = path.indexOf(`${name}/`, at + 1))
        found.push(path.slice(0, at + name.length));
    return found;
}
/** A name may begin with a dot and contain any character, even line ends. */
const MATCHING = { dot: true, flags: "s", nonegate: true };
/**
 * Matching files (named results.json, unless the pattern asks for JSON files), and results.json in matching
 * folders.
 */
function matchGlob(pattern, from, mostFound) {
    const { base, glob } = picomatch.scan(pattern, MATCHING);
    const root = (0,external_node_path_.resolve)(from, base.replaceAll(/\\(.)/g, "$1"));
    if (kindOf(root) !== "folder")
        return { files: [], missing: [] };
    const matches = picomatch(glob.replace(/\/+$/, ""), MATCHING);
    const leads = leadingTo(glob);
    const anyJson = glob.endsWith(".json");
    const matched = new Set();
    return search(root, mostFound, (folder) => isEntered(folder) && (matched.has(folder.path) || leads(folder.steps)), ({ path, steps, isFolder }) => {
        const isMatch = matches(steps.join("/"));
        const isOurs = isMatch || matched.has((0,external_node_path_.dirname)(path));
        if (isFolder && isOurs)
            matched.add(path);
        return (isOurs && steps.at(-1) === write/* RESULTS_FILE */.y) || (isMatch && anyJson && !isFolder);
    });
}
/** Whether a folder may contain matches: each step of its path must match the same part of the pattern. */
function leadingTo(glob) {
    // An alternative in braces or parentheses may contain slashes.
    if (/[({]/.test(glob))
        return () => true;
    const parts = glob
        .split("/")
        .map((part) => ({ any: part.includes("**"), matches: picomatch(part, MATCHING) }));
    return (steps) => {
        for (const [index, step] of steps.entries()) {
            const part = parts[index];
            if (part === undefined)
                return false;
            if (part.any)
                return true;
            if (!part.matches(step))
                return false;
        }
        return true;
    };
}
/**
 * Resolves the folder only: a file that is a link is not followed. Reading a missing file later reports the
 * problem.
 */
function realPath(path) {
    try {
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    }
    catch {
        return path;
    }
}

// EXTERNAL MODULE: ./build/report/html/report.js + 16 modules
var report = __webpack_require__(22920);
// EXTERNAL MODULE: ./build/report/merge.js
var merge = __webpack_require__(69327);
// EXTERNAL MODULE: ./build/report/merge-summary.js
var merge_summary = __webpack_require__(98378);
// EXTERNAL MODULE: ./build/report/write.js + 2 modules
var report_write = __webpack_require__(29027);
;// CONCATENATED MODULE: ./build/report/merge-write.js
/** Makes one report of all results found. The command `report` and the action `report` use it. */








/** @throws ConfigurationError when the output folder cannot be written. */
function makeMergedReport({ words, outputFolder, title }) {
    const from = process.cwd();
    const { files, missing } = findResults(words, from);
    const loaded = [];
    const broken = [...missing];
    const read = resultsReader();
    for (const file of files) {
        const path = shownPath(file, from);
        const { results, problem } = read(file);
        if (results === null)
            broken.push({ path, problem });
        else
            loaded.push({ path, results, file });
    }
    const merged = (0,merge/* merge */.h1)(loaded, broken);
    const folder = (0,external_node_path_.resolve)(from, outputFolder);
    const fileOf = new Map(loaded.map(({ path, file }) => [path, file]));
    const html = merged.runs.length === 0
        ? null
        : (0,report/* reportHtml */.E)(merged.runs.map(({ label, results, path }) => ({
            label,
            results,
            logs: logsFrom(folder, (0,external_node_path_.dirname)(fileOf.get(path) ?? path)),
        })), { broken });
    const summary = (0,merge_summary/* mergedSummaryOf */.S)(merged, title);
    const written = new Set(writeOrRefuse(folder, merged, { summary, html }));
    const ifWritten = (name) => (written.has((0,external_node_path_.join)(folder, name)) ? (0,external_node_path_.join)(folder, name) : null);
    return {
        ...{ merged, summary, folder },
        html: ifWritten(report_write/* HTML_FILE */.by),
        junit: ifWritten(report_write/* JUNIT_FILE */.Gl),
        benchmark: ifWritten(report_write/* BENCHMARK_FILE */.B7),
    };
}
function writeOrRefuse(...given) {
    try {
        return (0,report_write/* writeMergedReports */.Te)(...given);
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j1(`the report can't be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** A link that leads up further than this would be dead for people who get only the report's folder. */
const MOST_STEPS_UP = 2;
/** The relative path from the report to a run's folder; null when it leads up too far. */
function logsFrom(reportFolder, runFolder) {
    const steps = (0,external_node_path_.relative)(reportFolder, runFolder).split(external_node_path_.sep);
    return steps.filter((step) => step === "..").length > MOST_STEPS_UP ? null : steps.join("/");
}


/***/ })

};
