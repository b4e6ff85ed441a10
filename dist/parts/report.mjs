export const id = 43;
export const ids = [43];
export const modules = {

/***/ 30181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90743);
/** The inputs that change what a migration has to do. Figures of runs that differ in one of them cannot be put into one series. */

/**
 * How an input counts. `value`: as it was given, or its default. `given`: only whether it was given, because the value may be a secret and
 * is not in the results. `build`: the name of a suite of Debian, or else only whether it was given: the path of the same build may differ
 * from run to run. Null: it changes nothing, or results.json has it resolved in another place (accel, privilege, guest, probe).
 */
const COUNTS = {
    qemu: "build",
    "target-qemu": "build",
    "round-trip": "value",
    "baseline-qemu": "build",
    "max-regression-percent": null,
    "qemu-args": "given",
    "qemu-env": "given",
    machine: "value",
    cpu: "value",
    smp: "value",
    memory: "value",
    queues: "value",
    nics: "value",
    accel: null,
    privilege: null,
    setup: null,
    guest: null,
    iso: "value",
    "iso-sha256": null,
    kernel: "value",
    "kernel-sha256": null,
    initrd: "value",
    "initrd-sha256": null,
    mirror: null,
    cache: null,
    scenarios: null,
    unsupported: null,
    iterations: null,
    "probe-interval-ms": null,
    connections: "value",
    "recovery-timeout-ms": null,
    "max-outage-ms": null,
    "max-request-stall-ms": null,
    "max-lost": null,
    strict: null,
    trace: "value",
    "timeout-minutes": null,
    "output-dir": null,
    summary: null,
    annotations: null,
};
const DEBIAN = /^debian:/;
const GIVEN = "given";
/** What these inputs of a run ask of a migration, defaults filled in, in the order of all inputs. Inputs without a value are left out. */
function workOf(given) {
    return Object.fromEntries(_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUT_NAMES */ .Qh.flatMap((name) => {
        const text = given[name]?.trim() ?? "";
        const counts = COUNTS[name];
        if (counts === "value")
            return entry(name, text || (_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc[name].fallback ?? ""));
        if (counts === "given")
            return entry(name, text === "" ? "" : GIVEN);
        // Without qemu the one in PATH is used: a path, too.
        if (counts === "build")
            return entry(name, DEBIAN.test(text) || name === "qemu" ? debian(text) : text && GIVEN);
        return [];
    }));
}
const debian = (text) => (DEBIAN.test(text) ? text : "");
const entry = (name, value) => (value === "" ? [] : [[name, value]]);


/***/ }),

/***/ 20474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   wV: () => (/* binding */ HISTORY_FILE_NAME),
/* harmony export */   yH: () => (/* binding */ keepRuns)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39048);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19036);
/* harmony import */ var _host_lock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(76276);
/* harmony import */ var _results_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47705);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45681);
/* harmony import */ var _machine_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3861);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/**
 * A folder with a file for each machine, which several jobs of one host may share. A file is written whole or not at all, by one at a time.
 * A file that cannot be read is never overwritten.
 */









/** A full file has less than 1 MiB. */
const MOST_BYTES = 8 * 2 ** 20;
/** Others hold the lock for milliseconds; a dead one's is taken over after seconds. */
const LOCK_DEADLINE_MS = 60_000;
const HISTORY_FILE_NAME = /^[0-9a-f]{16}\.json$/;
/** Adds runs to a machine's history. Never rejects: see `problem`. */
async function keepRuns(folder, machine, runs) {
    const fingerprint = (0,_machine_js__WEBPACK_IMPORTED_MODULE_8__/* .fingerprintOf */ .ax)(machine);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${fingerprint}.json`);
    const kept = (all, added, problem) => ({
        ...{ machine, fingerprint, file, runs: all, added, problem },
    });
    let before;
    try {
        before = readRuns(file, fingerprint);
    }
    catch (error) {
        const why = error instanceof RefusedError ? error.message : (0,_results_read_js__WEBPACK_IMPORTED_MODULE_6__/* .fileProblem */ .Wj)(error);
        return kept([], 0, `${why}. It is left as it is; move it away to begin anew`);
    }
    const all = joined(before, runs);
    if (addedTo(before, all) === 0)
        return kept(all, 0, null);
    const deadline = AbortSignal.timeout(LOCK_DEADLINE_MS);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
            const _lock = __addDisposableResource(env_1, await (0,_host_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .holdLock */ .x)(file, deadline, () => undefined), true);
            // Another job may have written since.
            const now = readRuns(file, fingerprint);
            const both = joined(now, runs);
            const added = addedTo(now, both);
            if (added > 0)
                write(file, machine, both);
            return kept(both, added, null);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const why = deadline.aborted ? "another process has its lock" : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
        return kept(all, 0, `the runs could not be added: ${why}. Give a folder that this user can write`);
    }
}
/** What a file has instead of a history. */
class RefusedError extends Error {
}
/** The machine and runs of a file. @throws RefusedError, UnfitFileError, system errors */
function readHistory(path) {
    const bytes = (0,_host_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readWhole */ .oD)(path, MOST_BYTES);
    let value;
    try {
        value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    }
    catch {
        // The parser's message is not used: it quotes the file, which may contain anything.
        throw new RefusedError("unreadable: not JSON");
    }
    const version = value?.historyVersion;
    if (version !== undefined && version !== _format_js__WEBPACK_IMPORTED_MODULE_7__/* .HISTORY_VERSION */ .g1)
        throw new RefusedError(`of history version ${(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(JSON.stringify(version).slice(0, 20))}, and this program reads version ${_format_js__WEBPACK_IMPORTED_MODULE_7__/* .HISTORY_VERSION */ .g1}`);
    const checked = _format_js__WEBPACK_IMPORTED_MODULE_7__/* .HistoryFile */ .rZ.safeParse(value);
    if (checked.success)
        return checked.data;
    const [issue] = checked.error.issues;
    const place = issue?.path.join(".") ?? "";
    throw new RefusedError(`not of history version ${_format_js__WEBPACK_IMPORTED_MODULE_7__/* .HISTORY_VERSION */ .g1}: ${(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(`${place === "" ? "" : `${place}: `}${issue?.message}`).slice(0, 200)}`);
}
/** Empty when there is no file yet. */
function readRuns(file, fingerprint) {
    let history;
    try {
        history = readHistory(file);
    }
    catch (error) {
        const { code } = error;
        if (code === "ENOENT" || code === "ENOTDIR")
            return [];
        throw error;
    }
    if ((0,_machine_js__WEBPACK_IMPORTED_MODULE_8__/* .fingerprintOf */ .ax)(history.machine) !== fingerprint)
        throw new RefusedError("the history of another machine");
    return history.runs;
}
const idOf = ({ startedAt, seed, durationMs }) => `${startedAt} ${seed} ${durationMs}`;
/** The newest runs of both, each once, by when they started. */
function joined(kept, more) {
    // What was kept first counts.
    const byId = new Map([...more, ...kept].map((run) => [idOf(run), run]));
    return [...byId.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)).slice(-_format_js__WEBPACK_IMPORTED_MODULE_7__/* .MOST_RUNS */ .nD);
}
function addedTo(before, after) {
    const known = new Set(before.map(idOf));
    return after.filter((run) => !known.has(idOf(run))).length;
}
function write(file, machine, runs) {
    const history = _format_js__WEBPACK_IMPORTED_MODULE_7__/* .HistoryFile */ .rZ.parse({ historyVersion: _format_js__WEBPACK_IMPORTED_MODULE_7__/* .HISTORY_VERSION */ .g1, machine, runs });
    (0,_host_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFresh */ ._o)(file, `${JSON.stringify(history, null, 1)}\n`);
}


/***/ }),

/***/ 45681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g1: () => (/* binding */ HISTORY_VERSION),
/* harmony export */   nD: () => (/* binding */ MOST_RUNS),
/* harmony export */   rZ: () => (/* binding */ HistoryFile),
/* harmony export */   xG: () => (/* binding */ LONGEST_TEXT)
/* harmony export */ });
/* unused harmony exports Machine, HistoryRun */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53339);
/* harmony import */ var _results_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71685);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57146);
/**
 * The format of a machine's file in a history folder: the figures of its last runs. Files of another version, and files with members that are
 * unknown, are refused: the file is kept for whoever can read it.
 */



const HISTORY_VERSION = 1;
/** Older runs are dropped. */
const MOST_RUNS = 100;
/** Longer texts are cut when they are written, so that a file stays small. */
const LONGEST_TEXT = 200;
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(LONGEST_TEXT);
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(_results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_MS */ .KE);
/** The pause is a difference of two stamps: negative when a clock was set back. */
const difference = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(-_results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_MS */ .KE).max(_results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_MS */ .KE);
/** What must be equal for figures of two runs to be comparable. */
const Machine = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    cpu: text,
    cores: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    accel: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Accel */ .zW,
    privilege: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_results_names_js__WEBPACK_IMPORTED_MODULE_2__/* .PRIVILEGE_NAMES */ .xR),
    guest: text,
    probe: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Results */ .nB.shape.probe,
    /** The inputs that change what a migration has to do, with their defaults. */
    inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text),
});
const ScenarioFigures = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .ScenarioName */ .Cu,
    build: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildRole */ .dB,
    /** Iterations that the outage's figures are of. Failed ones do not count. */
    n: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    outageMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ median: duration, ci95: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([duration, duration]).nullable() }),
    /** Medians; null where nothing was measured. */
    requestStallMs: duration.nullable(),
    vcpuPauseMs: difference.nullable(),
});
const HistoryRun = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    startedAt: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Results */ .nB.shape.startedAt,
    seed: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Results */ .nB.shape.seed,
    durationMs: duration,
    conclusion: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .Results */ .nB.shape.conclusion,
    kernel: text,
    builds: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ role: _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildRole */ .dB, version: text })).max(_results_names_js__WEBPACK_IMPORTED_MODULE_2__/* .ROLE_NAMES */ .ST.length),
    scenarios: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(ScenarioFigures)
        .min(1)
        .max(_results_names_js__WEBPACK_IMPORTED_MODULE_2__/* .SCENARIO_NAMES */ .es.length * _results_names_js__WEBPACK_IMPORTED_MODULE_2__/* .ROLE_NAMES */ .ST.length),
});
const HistoryFile = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    historyVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(HISTORY_VERSION),
    machine: Machine,
    /** By `startedAt`. */
    runs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(HistoryRun).max(MOST_RUNS),
});


/***/ }),

/***/ 3861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ historyRunOf),
/* harmony export */   VT: () => (/* binding */ machineOf),
/* harmony export */   ax: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _measure_rounding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80807);
/* harmony import */ var _measure_statistics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34832);
/* harmony import */ var _stalls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34628);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45681);
/** The machine of a run, and what its history keeps of the run. */





const cut = (text) => text.slice(0, _format_js__WEBPACK_IMPORTED_MODULE_3__/* .LONGEST_TEXT */ .xG);
/** Kernel and QEMU are not among it: a trend is to show what changes with them. */
function machineOf(results, workOf) {
    const { host, accel, privilege = "root", guest, probe, inputs } = results;
    return {
        ...{ cpu: cut(host.cpu), cores: host.cores, accel, privilege, guest: cut(guest), probe },
        inputs: Object.fromEntries(Object.entries(workOf(inputs)).map(([name, value]) => [name, cut(value)])),
    };
}
/** The hash that names the machine's file. Equal machines have equal hashes whatever the order of their inputs. */
function fingerprintOf({ cpu, cores, accel, privilege, guest, probe, inputs }) {
    const { tool, periodMs, resolutionMs } = probe;
    const parts = [
        ...[cpu, cores, accel, privilege, guest, tool, periodMs, resolutionMs],
        ...Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1)),
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
/**
 * The figures of a run; null when it measured nothing. A run that failed by a limit, or was slower, is a measurement like any other; so are
 * the iterations that a failed or cancelled run completed.
 */
function historyRunOf(results) {
    const { startedAt, seed, durationMs, conclusion, host, builds } = results;
    const scenarios = results.scenarios.flatMap((scenario) => figuresOf(scenario) ?? []);
    if (scenarios.length === 0)
        return null;
    return {
        ...{ startedAt, seed, durationMs, conclusion, kernel: cut(host.kernel) },
        builds: builds.map(({ role, version }) => ({ role, version: cut(version) })),
        scenarios,
    };
}
function figuresOf(scenario) {
    const { name, build, stats, iterations } = scenario;
    if (stats === null || stats.outageMs.median === null || stats.outageMs.n === 0)
        return null;
    const { n, median: middle, ci95 } = stats.outageMs;
    const pauses = iterations.flatMap(({ status, vcpuPauseMs }) => status === "passed" && vcpuPauseMs !== null ? [vcpuPauseMs] : []);
    return {
        ...{ name, build, n, outageMs: { median: middle, ci95 } },
        requestStallMs: (0,_stalls_js__WEBPACK_IMPORTED_MODULE_2__/* .medianStall */ .VB)(scenario),
        vcpuPauseMs: (0,_measure_rounding_js__WEBPACK_IMPORTED_MODULE_4__/* .roundMs */ .l)((0,_measure_statistics_js__WEBPACK_IMPORTED_MODULE_1__/* .median */ .JZ)(pauses)),
    };
}


/***/ }),

/***/ 98378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ mergedSummaryOf)
/* harmony export */ });
/* unused harmony export MOST_SUMMARY_BYTES */
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/* harmony import */ var _defaults_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(25401);
/* harmony import */ var _details_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56116);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2772);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81822);
/* harmony import */ var _fit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29848);
/* harmony import */ var _history_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3465);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34902);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69327);
/* harmony import */ var _scenario_table_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63496);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9385);
/* harmony import */ var _stalls_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(34628);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(60018);
/** The page of several runs: the verdict, a table of builds and scenarios, unreadable files, and each run, folded. */













/** GitHub shows at most 1 MiB per step. This is less, because other text of the same step needs room too. */
const MOST_SUMMARY_BYTES = 1_000_000;
const LONGEST_FAULT = 400;
const LONGEST_PATH = 300;
const MOST_FAULTS_OF_A_RUN = 5;
/** How many builds the table has at most, tried in turn until the page fits. */
const MOST_ROWS = [500, 100, 30, 10];
/** Parts with a higher rank are dropped first when the page is too long; a run's own blocks rank above all of these. */
const RANK = { fault: 1, broken: 2, trend: 3, table: 10, behind: 20 };
/** GitHub-flavoured Markdown of at most `mostBytes` bytes of UTF-8. Text from outside is escaped. */
function mergedSummaryOf(merged, title = _defaults_js__WEBPACK_IMPORTED_MODULE_12__/* .DEFAULT_TITLE */ .p, mostBytes = MOST_SUMMARY_BYTES) {
    const rows = (0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .buildRows */ .kO)(merged);
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
        open(`## ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(title, LONGEST_PATH)}`),
        open(verdictLine(merged, rows)),
        ...broken.map(({ path, problem }) => open(`- ❌ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path), LONGEST_PATH)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(problem, LONGEST_FAULT)}`, RANK.broken, "files that could not be read")),
        ...runs.flatMap(faultLines).map((line) => open(line, RANK.fault, "reasons of failures")),
        ...(rows.length === 0 ? [] : [open(buildsTable(rows, mostRows))]),
        ...hints(merged, rows).map((text) => open(text)),
        ...trendBlocks(merged.trends),
    ];
}
/** Example: "❌ failed: 1 of 3 runs failed · worst median outage 35.1 ms (new-tap, QEMU 10.0.13, kvm)". */
function verdictLine(merged, rows) {
    const worst = (0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .worstOf */ .hm)(rows);
    const mark = merged.conclusion === "passed" ? "✅ passed" : "❌ failed";
    const why = merged.runs.length + merged.broken.length === 0 ? "no results were found" : (0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .verdictSentence */ .BT)(merged);
    const ending = worst === null
        ? ""
        : ` · worst median outage ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .inMs */ .iB)(worst.medianMs)} (${worst.scenario}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .markdown */ .wD)((0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .rowName */ ._k)(worst.row))}, ${worst.row.accel})`;
    return `**${mark}**: ${why}${ending}`;
}
function faultLines({ label, results }) {
    const { general, scenarios } = (0,_sentences_js__WEBPACK_IMPORTED_MODULE_9__/* .runFaults */ .dV)(results);
    const faults = [...general, ...scenarios];
    const more = faults.length - MOST_FAULTS_OF_A_RUN;
    return [
        ...faults.slice(0, MOST_FAULTS_OF_A_RUN),
        ...(more > 0 ? [`and ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, "more fault")}`] : []),
    ].map((fault) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .markdown */ .wD)(label)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(fault, LONGEST_FAULT)}`);
}
const NBSP = "&nbsp;";
const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" };
/** One row per build and direction, one column per scenario, and below them best, worst and spread of the medians. */
function buildsTable(rows, mostRows) {
    const scenarios = (0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .scenariosIn */ .PK)(rows);
    const several = new Set(rows.map(({ accel }) => accel)).size > 1;
    const shown = rows.slice(0, mostRows);
    const body = shown.map((row) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .markdown */ .wD)(row.run.label) + (row.part === "" ? "" : `<br>${row.part}`),
        ...(several ? [row.accel] : []),
        ...scenarios.map((name) => cellText(row.cells.get(name))),
    ]);
    const text = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)([`${(0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .tableTitle */ .jA)(rows)} in ms`, ...(several ? ["accelerator"] : []), ...scenarios], [...body, ...spreadRows(rows, scenarios, several)], several ? 2 : 1);
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
    const all = (0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .spreads */ .D0)(rows);
    return [...new Set(all.map(({ accel }) => accel))].flatMap((accel) => {
        const line = (name, text) => [
            `**${name}**`,
            ...(several ? [accel] : []),
            ...scenarios.map((scenario) => {
                const own = all.find((one) => one.accel === accel && one.scenario === scenario);
                return own === undefined ? "" : text(own);
            }),
        ];
        const extreme = ({ row, medianMs }) => `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .msFigure */ .p4)(medianMs)}<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .markdown */ .wD)((0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .rowName */ ._k)(row))}`;
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
        ...((0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .tableTitle */ .jA)(rows) === (0,_merge_js__WEBPACK_IMPORTED_MODULE_7__/* .tableTitle */ .jA)([])
            ? []
            : ["Behind the slash: the median request stall. Best, worst and spread are of the outages."]),
        ...(upperBound
            ? [
                "≤: in most iterations the outage is less than twice the machine's noise, so the figure is an upper bound.",
            ]
            : []),
        ...(accels.has("tcg") ? [_sentences_js__WEBPACK_IMPORTED_MODULE_9__/* .TCG_SENTENCE */ .fk] : []),
    ];
    return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}
/** For each machine: its changes, or that there are none. */
function trendBlocks(trends) {
    const names = (0,_history_words_js__WEBPACK_IMPORTED_MODULE_5__/* .machineNames */ .U4)(trends.map(({ machine }) => machine));
    return trends.map((trend, index) => {
        const problem = (0,_history_words_js__WEBPACK_IMPORTED_MODULE_5__/* .problemSentence */ .D1)(trend);
        const lines = [
            ...(problem === null ? [] : [`⚠️ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(problem, LONGEST_FAULT)}`]),
            ...(0,_history_words_js__WEBPACK_IMPORTED_MODULE_5__/* .changesOf */ .fs)(trend).map(({ series, change }) => `${change.isNew ? "**new**: " : ""}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)((0,_history_words_js__WEBPACK_IMPORTED_MODULE_5__/* .changeSentence */ .y6)(series, change), LONGEST_FAULT)}`),
            ...(0,_history_words_js__WEBPACK_IMPORTED_MODULE_5__/* .otherwise */ .fl)(trend).map((sentence) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(sentence, LONGEST_FAULT)),
        ];
        const title = `**Trend** on ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(names[index] ?? "", LONGEST_FAULT)} (${(0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(trend.runs.length, "run")})`;
        return open([`${title}:`, "", ...lines.map((line) => `- ${line}`)].join("\n"), RANK.trend, "trends");
    });
}
/** One run, folded. Blocks of the same section and rank stay together. */
function runBlocks(run) {
    const { label, path } = run;
    const results = brief(run.results);
    const headline = (0,_stalls_js__WEBPACK_IMPORTED_MODULE_10__/* .headlineSentence */ .k1)(results);
    const mark = results.conclusion === "passed" ? "✅" : "❌";
    const section = `${mark} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .markdown */ .wD)(label)}`;
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
            `Results: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(path), LONGEST_PATH)}`,
            (0,_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .facts */ .Ix)(results),
            ...(headline === null ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shortMarkdown */ .uy)(headline, LONGEST_FAULT)]),
            (0,_scenario_table_js__WEBPACK_IMPORTED_MODULE_8__/* .scenarioTable */ .p)(results),
            ...(0,_summary_js__WEBPACK_IMPORTED_MODULE_11__/* .remarks */ .IW)(results),
        ].join("\n\n"), RANK.table, "tables of runs"),
        ...groups.map(({ title, rank, kind, texts }) => place((0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .folded */ .TM)(title, texts.join("\n\n")), RANK.behind + rank, kind)),
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

/***/ 43511:
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
// EXTERNAL MODULE: ./build/results/read.js
var results_read = __webpack_require__(47705);
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
    const shut = ({ path }, error) => missing.push({ path, problem: `the folder can't be searched: ${(0,results_read/* fileProblem */.Wj)(error)}` });
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

// EXTERNAL MODULE: ./build/report/history/folder.js
var history_folder = __webpack_require__(20474);
// EXTERNAL MODULE: ./build/report/history/machine.js
var history_machine = __webpack_require__(3861);
// EXTERNAL MODULE: ./node_modules/simple-statistics/dist/simple-statistics.mjs
var simple_statistics = __webpack_require__(15521);
// EXTERNAL MODULE: ./build/measure/random.js
var measure_random = __webpack_require__(4860);
// EXTERNAL MODULE: ./build/measure/statistics.js
var statistics = __webpack_require__(34832);
;// CONCATENATED MODULE: ./build/measure/change-point.js
/**
 * Change points of a series of figures, one figure for each run on the same machine. A change is named only when two things hold:
 *
 * 1. It is no accident of order. The statistic is the largest t between neighbouring stretches of runs, over all places and several
 *    lengths; its p value is the share of random orders of the same figures that reach it, so that it needs no distribution. Ranks would
 *    say less: they do not tell that the last five runs are far above all others. Stretches of several lengths find a change that was
 *    taken back, which the means of all earlier and all later runs hide.
 * 2. It is larger than three times the machine's spread, and than what the probe can tell apart.
 *
 * A segment between two changes is searched in the same way (binary segmentation). docs/accuracy.md has the error rates.
 */



/** A change needs this many runs on each side. */
const LEAST_BESIDE = 5;
/** How often a machine whose figures come in random order is said to have changed, at most: all its series together. */
const FALSE_ALARMS = 0.01;
const SPREADS = 3;
/** Lengths of the stretches before and after a place that are compared; besides, all runs before against all after it. */
const STRETCHES = [10, 20, 40];
/** The median absolute deviation of normal values, times this, is their standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** Scores that are farther from the median count as this far. */
const FARTHEST = 10;
/** Of scores: a clean step has none within its levels. */
const LEAST_VARIANCE = 1e-6;
/** This many random orders for each one that may reach the statistic. */
const ORDERS_PER_HIT = 10;
/** Below this, no p value is small enough: it would be more than 0.01 for a single place, and there are several. */
const LEAST_STATISTIC = 2.5;
/**
 * The least number of runs with which a change can be named. Of fewer runs there are so few orders that two of them, the clearest change
 * and its reverse, are already too many. Half the rate, because p values are estimated.
 */
function leastRuns(series) {
    let runs = 2 * LEAST_BESIDE;
    while (2 / waysToHalve(runs) > FALSE_ALARMS / series / 2)
        runs += 1;
    return runs;
}
/** In how many ways half of the runs, rounded down, can be chosen. */
function waysToHalve(runs) {
    let ways = 1;
    for (let one = 1; one <= Math.floor(runs / 2); one += 1)
        ways *= (runs + 1 - one) / one;
    return ways;
}
/** Finds the changes in figures that are in the order of their runs. */
function courseOf(values, options) {
    const random = (0,measure_random/* createRandom */.s)(options.seed);
    const enough = values.length >= leastRuns(options.series);
    let starts = [
        ...(values.length === 0 ? [] : [0]),
        ...(enough ? changesIn(values, 0, values.length, options, random) : []),
    ];
    for (;;) {
        const levels = levelsOf(values, starts);
        const spread = spreadOf(values, levels);
        // A change must also stand out of the final levels and the spread of all of them, which are what readers see.
        const weakest = levels
            .slice(1)
            .map(({ from, median: after }, index) => ({
            from,
            shift: Math.abs(after - (levels[index]?.median ?? 0)),
        }))
            .reduce((least, one) => (least === null || one.shift < least.shift ? one : least), null);
        if (weakest === null || standsOut(weakest.shift, spread ?? 0, options))
            return { levels, spread };
        starts = starts.filter((start) => start !== weakest.from);
    }
}
const standsOut = (shift, spread, { resolution }) => shift > SPREADS * spread && shift > resolution;
const levelsOf = (values, starts) => starts.map((from, index) => {
    const to = starts[index + 1] ?? values.length;
    return { from, to, median: (0,statistics/* median */.JZ)(values.slice(from, to)) ?? 0 };
});
/** The first indexes after each change in a part of the series, in order. */
function changesIn(values, from, to, options, random) {
    const found = changeIn(values.slice(from, to), options, random);
    if (found === null)
        return [];
    const at = from + found;
    return [...changesIn(values, from, at, options, random), at, ...changesIn(values, at, to, options, random)];
}
/** The index of the first figure after the clearest change; null when there is none. */
function changeIn(part, options, random) {
    if (part.length < 2 * LEAST_BESIDE)
        return null;
    const scores = scoresOf(part);
    const places = placesIn(part.length);
    const sums = emptySums(part.length);
    sumUp(scores, sums);
    const statistics = places.map((place) => squaredT(sums, place));
    const clearest = [...places.keys()]
        .filter((index) => (statistics[index] ?? 0) >= LEAST_STATISTIC ** 2)
        .sort((a, b) => (statistics[b] ?? 0) - (statistics[a] ?? 0))
        .find((index) => isStep(part, places[index], options));
    const place = places[clearest ?? -1];
    if (clearest === undefined || place === undefined)
        return null;
    const statistic = statistics[clearest] ?? 0;
    return isRare(statistic, scores, places, FALSE_ALARMS / options.series, random) ? place.at : null;
}
/** Whether the stretches differ by enough, and two levels describe them better than a straight line: else figures drift. */
function isStep(part, place, options) {
    if (place === undefined)
        return false;
    const { from, at, to } = place;
    const values = part.slice(from, to);
    const levels = levelsOf(values, [0, at - from]);
    const [before, after] = levels;
    const shift = Math.abs((after?.median ?? 0) - (before?.median ?? 0));
    if (!standsOut(shift, spreadOf(values, levels) ?? 0, options))
        return false;
    const line = (0,simple_statistics/* linearRegressionLine */.x1)((0,simple_statistics/* linearRegression */.Ro)(values.map((value, index) => [index, value])));
    const toLine = (0,simple_statistics/* sum */.cz)(values.map((value, index) => Math.abs(value - line(index))));
    return (0,simple_statistics/* sum */.cz)(distancesTo(levels, values)) < toLine;
}
/**
 * The larger of two robust estimates: from distances to the levels' medians, and from steps between neighbours. The first one is too
 * small when levels have few runs, the second one when figures drift.
 */
function spreadOf(values, levels) {
    if (values.length < 2)
        return null;
    const distances = distancesTo(levels, values);
    const steps = levels.flatMap(({ from, to }) => values.slice(from + 1, to).map((value, index) => Math.abs(value - (values[from + index] ?? value))));
    return MAD_TO_DEVIATION * Math.max((0,statistics/* median */.JZ)(distances) ?? 0, ((0,statistics/* median */.JZ)(steps) ?? 0) / Math.SQRT2);
}
const distancesTo = (levels, values) => levels.flatMap(({ from, to, median: middle }) => values.slice(from, to).map((value) => Math.abs(value - middle)));
/** Distances from the median in spreads, cut so that single outliers do not hide a change. All 0 when the figures are equal. */
function scoresOf(values) {
    const middle = (0,statistics/* median */.JZ)(values) ?? 0;
    const distances = values.map((value) => value - middle);
    // With more than half of the figures equal, the median distance is 0.
    const spread = ((0,statistics/* median */.JZ)(distances.map(Math.abs)) || (0,simple_statistics/* sum */.cz)(distances.map(Math.abs)) / distances.length) * MAD_TO_DEVIATION;
    return Float64Array.from(distances, (distance) => spread === 0 ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, distance / spread)));
}
function placesIn(size) {
    const places = [];
    for (let at = LEAST_BESIDE; at <= size - LEAST_BESIDE; at += 1) {
        for (const stretch of [...STRETCHES, size]) {
            const [from, to] = [Math.max(0, at - stretch), Math.min(size, at + stretch)];
            places.push({ from, at, to });
            // Longer stretches have no more runs.
            if (from === 0 && to === size)
                break;
        }
    }
    return places;
}
const emptySums = (size) => ({
    scores: new Float64Array(size + 1),
    squares: new Float64Array(size + 1),
});
function sumUp(scores, into) {
    for (let index = 0; index < scores.length; index += 1) {
        const score = scores[index];
        into.scores[index + 1] = into.scores[index] + score;
        into.squares[index + 1] = into.squares[index] + score * score;
    }
}
/** The square of Student's t of the stretches beside a place. */
function squaredT({ scores, squares }, { from, at, to }) {
    const [before, after] = [at - from, to - at];
    const middle = scores[at];
    const sumBefore = middle - scores[from];
    const sumAfter = scores[to] - middle;
    const meanBefore = sumBefore / before;
    const meanAfter = sumAfter / after;
    const within = squares[to] - squares[from] - sumBefore * meanBefore - sumAfter * meanAfter;
    const variance = Math.max(within / (before + after - 2), LEAST_VARIANCE);
    return (meanAfter - meanBefore) ** 2 / (variance * (1 / before + 1 / after));
}
/** Less than this share counts as equal: sums of the same scores in another order may differ in their last digits. */
const EQUAL = 1e-9;
/** Whether at most this share of random orders reaches the statistic. */
function isRare(statistic, scores, places, share, random) {
    const orders = Math.ceil(ORDERS_PER_HIT / share);
    const mostHits = Math.floor(share * (orders + 1)) - 1;
    const shuffled = scores.slice();
    const sums = emptySums(scores.length);
    let hits = 0;
    for (let order = 0; order < orders; order += 1) {
        shuffle(shuffled, random);
        sumUp(shuffled, sums);
        if (places.some((place) => squaredT(sums, place) >= statistic * (1 - EQUAL)))
            hits += 1;
        if (hits > mostHits)
            return false;
    }
    return true;
}
/** Fisher and Yates. */
function shuffle(values, random) {
    for (let last = values.length - 1; last > 0; last -= 1) {
        const other = Math.floor(random() * (last + 1));
        const kept = values[last] ?? 0;
        values[last] = values[other] ?? 0;
        values[other] = kept;
    }
}

// EXTERNAL MODULE: ./build/results/names.js
var names = __webpack_require__(71685);
// EXTERNAL MODULE: ./build/report/history/figures.js
var figures = __webpack_require__(15765);
;// CONCATENATED MODULE: ./build/report/history/trend.js
/** The course of a machine's figures over its last runs. */



/** Random orders are the same each time, so that the same runs give the same report. */
const SEED = 1;
/** @param own the runs of this report */
function trendOf(kept, own) {
    const ownStarts = new Set(own.map(({ startedAt }) => startedAt));
    const all = names/* SCENARIO_NAMES */.es.flatMap((scenario) => names/* ROLE_NAMES */.ST.flatMap((build) => figures/* TREND_FIGURES */.en.flatMap((figure) => {
        const points = kept.runs.flatMap((run) => pointOf(run, scenario, build, figure) ?? []);
        return points.length === 0 ? [] : [{ scenario, build, figure, points }];
    })));
    const options = { series: all.length, resolution: kept.machine.probe.resolutionMs, seed: SEED };
    const course = (points) => courseOf(points.map(({ medianMs }) => medianMs), options);
    return {
        ...kept,
        series: all.map((one) => {
            const { levels, spread } = course(one.points);
            const earlier = one.points.filter(({ run }) => !ownStarts.has(run.startedAt));
            const known = levels.length < 2
                ? []
                : course(earlier)
                    .levels.slice(1)
                    .map(({ from }) => from);
            return {
                ...one,
                ...{ levels, spreadMs: spread, leastRuns: leastRuns(all.length) },
                changes: levels
                    .slice(1)
                    .flatMap((level, index) => changeTo(level, levels[index], one.points, earlier, known) ?? [])
                    .reverse(),
            };
        }),
    };
}
function pointOf(run, scenario, build, figure) {
    const own = run.scenarios.find((one) => one.name === scenario && one.build === build);
    const medianMs = own === undefined ? null : medianOf(own, figure);
    if (own === undefined || medianMs === null)
        return null;
    return { run, n: own.n, medianMs, ci95: figure === "outageMs" ? own.outageMs.ci95 : null };
}
const medianOf = (own, figure) => figure === "outageMs" ? own.outageMs.median : own[figure];
/** The place of a change moves by a few runs as more runs show it better. */
const SAME_WITHIN = 3;
function changeTo(after, before, points, earlier, known) {
    const [last, first] = [points[after.from - 1]?.run, points[after.from]?.run];
    if (before === undefined || last === undefined || first === undefined)
        return null;
    const index = earlier.findIndex(({ run }) => run.startedAt >= first.startedAt);
    const at = index === -1 ? earlier.length : index;
    return {
        ...{ beforeMs: before.median, afterMs: after.median, last, first },
        isNew: !known.some((from) => Math.abs(from - at) <= SAME_WITHIN),
    };
}

;// CONCATENATED MODULE: ./build/report/history/trends.js



/** One for each machine that measured something, in the order of the runs. Never rejects: a trend has its `problem`. */
async function trendsOf(results, { folder, workOf }) {
    const machines = new Map();
    for (const one of results) {
        const run = (0,history_machine/* historyRunOf */.F6)(one);
        if (run === null)
            continue;
        const machine = (0,history_machine/* machineOf */.VT)(one, workOf);
        const fingerprint = (0,history_machine/* fingerprintOf */.ax)(machine);
        const known = machines.get(fingerprint) ?? { machine, runs: [] };
        known.runs.push(run);
        machines.set(fingerprint, known);
    }
    const trends = [];
    for (const { machine, runs } of machines.values())
        trends.push(trendOf(await (0,history_folder/* keepRuns */.yH)(folder, machine, runs), runs));
    return trends;
}

// EXTERNAL MODULE: ./build/report/html/report.js + 17 modules
var report = __webpack_require__(71212);
// EXTERNAL MODULE: ./build/report/merge.js
var merge = __webpack_require__(69327);
// EXTERNAL MODULE: ./build/report/merge-summary.js
var merge_summary = __webpack_require__(98378);
// EXTERNAL MODULE: ./build/report/write.js + 2 modules
var report_write = __webpack_require__(29027);
;// CONCATENATED MODULE: ./build/report/merge-write.js
/** Makes one report of all results found. The command `report` and the action `report` use it. */









/** @throws ConfigurationError when the output folder cannot be written. */
async function makeMergedReport({ words, outputFolder, title, history, }) {
    const from = process.cwd();
    const { files, missing } = findResults(words, from);
    const loaded = [];
    const broken = [...missing];
    const read = (0,results_read/* resultsReader */.ON)();
    for (const file of files) {
        const path = shownPath(file, from);
        const { results, problem } = read(file);
        if (results === null)
            broken.push({ path, problem });
        else
            loaded.push({ path, results, file });
    }
    const trends = history === null
        ? []
        : await trendsOf(loaded.map(({ results }) => results), { ...history, folder: (0,external_node_path_.resolve)(from, history.folder) });
    const merged = (0,merge/* merge */.h1)(loaded, broken, trends);
    const folder = (0,external_node_path_.resolve)(from, outputFolder);
    const fileOf = new Map(loaded.map(({ path, file }) => [path, file]));
    const html = merged.runs.length === 0
        ? null
        : (0,report/* reportHtml */.E)(merged.runs.map(({ label, results, path }) => ({
            label,
            results,
            logs: logsFrom(folder, (0,external_node_path_.dirname)(fileOf.get(path) ?? path)),
        })), { broken, trends });
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


/***/ }),

/***/ 47705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ resultsReader),
/* harmony export */   Wj: () => (/* binding */ fileProblem)
/* harmony export */ });
/* unused harmony exports READ_LIMITS, parseResults */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43852);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19036);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57146);
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
            bytes = (0,_host_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readWhole */ .oD)(path, Math.min(perFileBytes, leftBytes));
        }
        catch (error) {
            if (!(error instanceof _host_files_js__WEBPACK_IMPORTED_MODULE_1__/* .UnfitFileError */ .bk) || error.fault !== "too large")
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
    if (typeof version === "number" && version !== _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEMA_VERSION */ .f$) {
        return refused(`of schema version ${version}, but this program reads version ${_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEMA_VERSION */ .f$}: use the release of tap-migration-action that wrote it`);
    }
    const problems = [];
    look(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .Results */ .nB, value, [], problems);
    // The walk above only stops early; the schema decides what is accepted.
    if (problems.length === 0) {
        const checked = _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .Results */ .nB.safeParse(value);
        if (checked.success)
            return { results: checked.data, problem: null };
        problems.push(...checked.error.issues.map(({ path, message }) => told(path, message)));
    }
    const shown = problems.slice(0, MOST_PROBLEMS_TOLD);
    const more = problems.length > MOST_PROBLEMS_TOLD ? ["and more"] : [];
    return refused(`not of schema version ${_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEMA_VERSION */ .f$}: ${[...shown, ...more].join("; ")}`);
}
/**
 * Collects the first few problems. Zod collects all of them, which exhausts the memory when millions of
 * elements are wrong, and it ignores a record's `__proto__`.
 */
function look(schema, value, path, problems) {
    if (problems.length > MOST_PROBLEMS_TOLD)
        return;
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodOptional */ .IiU) {
        look(schema.unwrap(), value, path, problems);
    }
    else if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodNullable */ .l1C) {
        if (value !== null)
            look(schema.unwrap(), value, path, problems);
    }
    else if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodArray */ .naA && Array.isArray(value)) {
        lookAtAll(value.entries(), () => schema.element, path, problems);
    }
    else if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodObject */ .bvH && isRecord(value)) {
        const shape = schema.shape;
        const missing = Object.keys(shape).filter((name) => !Object.hasOwn(value, name) && !(shape[name] instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodOptional */ .IiU));
        for (const name of missing)
            problems.push(told([...path, name], "missing"));
        lookAtAll(Object.entries(value), (name) => (Object.hasOwn(shape, name) ? shape[name] : undefined), path, problems);
    }
    else if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_3__/* .ZodRecord */ .b8S && isRecord(value)) {
        const { valueType } = schema;
        lookAtAll(Object.entries(value), (name) => (name === "__proto__" ? undefined : valueType), path, problems);
    }
    else {
        const checked = zod__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xL(schema, value);
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
    if (error instanceof _host_files_js__WEBPACK_IMPORTED_MODULE_1__/* .UnfitFileError */ .bk)
        return `unreadable: ${error.fault}`;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
        return "missing: there is no such file or folder";
    if (code === "EACCES" || code === "EPERM")
        return "unreadable: permission denied";
    if (code === "ELOOP")
        return "unreadable: a symbolic link, which is not followed";
    return `unreadable: ${typeof code === "string" ? code : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`;
}
const size = (bytes) => (bytes < 2 ** 20 ? `${bytes} bytes` : `${bytes / 2 ** 20} MiB`);


/***/ })

};
