export const id = 346;
export const ids = [346];
export const modules = {

/***/ 64433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ coloursFor),
/* harmony export */   q: () => (/* binding */ widthOf)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57336);

/**
 * Colours on a terminal, or when FORCE_COLOR is set; never when NO_COLOR is set, which takes precedence. CI
 * logs count as files, whatever other variables say. See no-color.org and force-color.org.
 */
function coloursFor(stream) {
    const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
    const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
    const shown = stream.isTTY === true && TERM !== "dumb" && !(FORCE_COLOR && !forced);
    return picocolors__WEBPACK_IMPORTED_MODULE_0__.createColors(!NO_COLOR && (forced || shown));
}
/** The width of the terminal in columns; null without a terminal. */
const widthOf = (stream) => stream.isTTY === true && stream.columns > 0 ? stream.columns : null;


/***/ }),

/***/ 72435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ fitTable),
/* harmony export */   t: () => (/* binding */ PLAIN)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var cli_table3__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25832);
/** Tables that fit the terminal: the least important columns are dropped first, then the table becomes a list. */


/** Switches off the library's colours. */
const PLAIN = { head: [], border: [], compact: true };
/** A table of at most `width` characters per line; null: unlimited. */
function fitTable(columns, width) {
    let shown = [...columns];
    for (;;) {
        const text = drawn(shown);
        if (width === null || widest(text) <= width)
            return text;
        const rank = Math.min(...shown.flatMap((column) => column.rank ?? []));
        if (rank === Number.POSITIVE_INFINITY)
            return listed(columns);
        shown = shown.filter((column) => column.rank !== rank);
    }
}
function drawn(columns) {
    const table = new cli_table3__WEBPACK_IMPORTED_MODULE_1__({
        style: PLAIN,
        colAligns: columns.map(({ align }) => align),
        head: columns.map(({ head }) => head),
    });
    for (const at of rowNumbers(columns))
        table.push(columns.map(({ cells }) => cells[at] ?? ""));
    return table.toString();
}
const rowNumbers = ([first]) => [...(first?.cells.keys() ?? [])];
const widest = (text) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text)
    .split("\n")
    .reduce((most, line) => Math.max(most, line.length), 0);
/** The table as a list: each cell has its own line below the first cell of its row. Nothing is left out. */
const listed = (columns) => rowNumbers(columns)
    .flatMap((at) => columns.flatMap(({ head, cells }, index) => {
    const cell = (cells[at] ?? "").replaceAll("\n", " ");
    if (index === 0)
        return [cell];
    return cell === "" ? [] : [`  ${head.replaceAll("\n", " ")}: ${cell}`];
}))
    .join("\n");


/***/ }),

/***/ 74346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/inputs/settings.js + 3 modules
var inputs_settings = __webpack_require__(51398);
// EXTERNAL MODULE: ./build/measure/limits.js
var measure_limits = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
;// CONCATENATED MODULE: ./build/report/bisect.js
/**
 * What a run says about a commit, for `git bisect run`: git takes status 0 as good, 125 as a commit to skip, 1 to 127 otherwise as bad,
 * and anything above as the end of the bisection (git-bisect(1), "Bisect run"). docs/bisect.md is the page for users.
 */




/** The strongest first. A build that is slower in one scenario is bad, whatever cannot be judged in the others. */
const STATUSES = [128, 1, 125];
/**
 * Judges by the comparisons with the baseline and by the limits. When a run has neither, a migration that fails is bad and one that
 * passes is good. `unsupported` counts where it fails the run, and where something should have been judged.
 */
function bisectVerdict(results, { stopped, unfit } = { stopped: null, unfit: [] }) {
    if (stopped !== null)
        return { status: 128, sentence: oneLine(stopped) };
    const findings = findingsOf(results, unfit);
    for (const status of STATUSES) {
        const texts = findings.filter((finding) => finding.status === status).map(({ text }) => oneLine(text));
        if (texts.length > 0)
            return { status, sentence: texts.join("; ") };
    }
    return { status: 0, sentence: goodSentence(results) };
}
function findingsOf(results, unfit) {
    const { scenarios, comparison, builds } = results;
    const rules = rulesOf(results);
    const hasBaseline = builds.some(({ role }) => role === "baseline");
    const judged = hasBaseline || rules.length > 0;
    const found = [
        ...unsupportedOf(results, rules, unfit),
        ...scenarios.flatMap((scenario) => [
            ...limitsOf(scenario, rules).flatMap((limit) => ofLimit(scenario, limit, results)),
            ...failureOf(scenario, judged, results),
        ]),
        ...comparison.flatMap(ofComparison),
    ];
    if (found.length > 0)
        return found;
    if (scenarios.every(({ iterations }) => iterations.length === 0))
        return [{ status: 125, text: "no iteration was measured" }];
    if (!judged || comparison.length > 0 || scenarios.some(({ limits }) => limits.length > 0))
        return [];
    const text = hasBaseline
        ? "the baseline can run none of the scenarios"
        : "no limit is for a scenario of this run";
    return [{ status: 128, text }];
}
/** The limits as they were given. */
const rulesOf = ({ inputs }) => ["max-outage-ms", "max-request-stall-ms", "max-lost"].flatMap((kind) => (0,measure_limits/* parseLimits */.kd)(inputs[kind] ?? "", kind).limits);
function unsupportedOf(results, rules, unfit) {
    const { scenarios } = results;
    const failsRun = (0,sentences/* runFaults */.dV)(results).general.some((fault) => fault.startsWith("unsupported: "));
    return scenarios.flatMap((scenario) => {
        const { name, build, status, reason } = scenario;
        if (status !== "unsupported")
            return [];
        const hasRule = build !== "baseline" && rules.some((rule) => rule.scenario === name);
        const baselineRunsIt = scenarios.some((other) => other.name === name && other.build === "baseline" && other.status !== "unsupported");
        if (!failsRun && !hasRule && !baselineRunsIt)
            return [];
        const text = `${(0,figures/* labelOf */.Wy)(scenario, results)} is unsupported: ${reason ?? "no reason was noted"}`;
        return [{ status: build === "baseline" || unfit.includes(name) ? 128 : 125, text }];
    });
}
/** A migration that failed may have lost any number of requests: only those that passed are held against limits. */
function limitsOf({ name, limits, iterations }, rules) {
    const passed = iterations.filter(({ status }) => status === "passed");
    return limits.length === 0 || passed.length === iterations.length
        ? limits
        : (0,measure_limits/* judgeLimits */.g1)(rules, name, passed);
}
function ofLimit(scenario, limit, results) {
    if (limit.verdict === "met")
        return [];
    const text = `${(0,figures/* labelOf */.Wy)(scenario, results)}: ${(0,sentences/* limitSentence */.n5)(limit)}`;
    return [{ status: limit.verdict === "exceeded" ? 1 : 125, text }];
}
/** Migrations and boots that failed, and what was not reached because of them. */
function failureOf(scenario, judged, results) {
    const { build, status, reason, limits, iterations } = scenario;
    const label = (0,figures/* labelOf */.Wy)(scenario, results);
    if (status === "skipped")
        return [{ status: 125, text: `${label}: ${reason ?? "it was not reached"}` }];
    const onlyByLimits = [true, false].some((strict) => (0,measure_limits/* limitsFault */.bA)(limits, strict) === reason);
    if (status !== "failed" || (reason !== null && onlyByLimits))
        return [];
    const text = `${label}: ${(0,sentences/* faultsOf */.xm)({ ...scenario, limits: [] }, results).join("; ")}`;
    if (build !== "baseline")
        return [{ status: judged ? 125 : 1, text }];
    // A baseline that fails once may do so by chance. One that never migrates is of no use with any commit.
    return [{ status: iterations.some((one) => one.status === "passed") ? 125 : 128, text }];
}
function ofComparison(comparison) {
    const { scenario, medianA, medianB, verdict } = comparison;
    if (verdict === "inconclusive")
        return [{ status: 125, text: (0,sentences/* comparisonSentence */.nX)(comparison) }];
    if (verdict !== "slower")
        return [];
    const change = (0,sentences/* changePercent */.AI)(comparison);
    const medians = medianA === null || medianB === null ? "" : `: ${(0,figures/* inMs */.iB)(medianA)} → ${(0,figures/* inMs */.iB)(medianB)}`;
    return [
        {
            status: 1,
            text: `${scenario} is slower than the baseline${medians}${change === null ? "" : ` (${change})`}`,
        },
    ];
}
function goodSentence(results) {
    const { scenarios, comparison } = results;
    const limits = scenarios.some((scenario) => scenario.limits.length > 0);
    const judged = [
        ...(comparison.length > 0 ? ["not slower than the baseline"] : []),
        ...(limits ? ["every limit met"] : []),
    ];
    return [judged.length > 0 ? judged.join(", ") : "every migration passed", (0,sentences/* worstOutageSentence */.g8)(results)]
        .filter((text) => text !== null)
        .join("; ");
}
const LONGEST_TEXT = 300;
/** Reasons may quote the last lines of a console. */
const oneLine = (text) => (0,markdown/* shorten */.ml)(text.split("\n")[0] ?? "", LONGEST_TEXT);

// EXTERNAL MODULE: ./build/report/bisect-line.js
var bisect_line = __webpack_require__(78896);
// EXTERNAL MODULE: ./build/report/write.js + 2 modules
var write = __webpack_require__(29027);
// EXTERNAL MODULE: ./build/run/run.js + 61 modules
var run = __webpack_require__(84046);
// EXTERNAL MODULE: ./build/setup/for-run.js
var for_run = __webpack_require__(87105);
// EXTERNAL MODULE: ./build/cli/colour.js
var colour = __webpack_require__(64433);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(33192);
// EXTERNAL MODULE: ./build/cli/exit-status.js
var exit_status = __webpack_require__(32900);
// EXTERNAL MODULE: ./build/cli/tables.js
var tables = __webpack_require__(21508);
// EXTERNAL MODULE: ./build/cli/terminal.js + 1 modules
var terminal = __webpack_require__(10680);
;// CONCATENATED MODULE: ./build/cli/run.js
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
/** `run`: runs the scenarios, prints the results, and writes the reports. */
















async function runCommand(flags) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { out: outputFolder, json, quiet, verbose, seed, control, bisect, ...inputs } = flags;
        const given = (0,command/* givenInputs */.PC)(inputs);
        if (outputFolder !== undefined)
            given["output-dir"] = outputFolder;
        const settings = (0,inputs_settings/* readSettings */.s)(given, readSeed(seed));
        const reporter = (0,terminal/* makeReporter */.g)(process.stderr, quiet ? "quiet" : verbose ? "verbose" : "normal");
        const controlStretches = readCount("control", control, 10_000);
        const signal = (0,command/* endSignal */.cs)();
        const _host = __addDisposableResource(env_1, await (0,for_run/* setUpForRun */.m)(settings, process.env, {
            say: (text) => reporter({ kind: "note", text: `setup: ${text}` }),
            warn: (text) => reporter({ kind: "warning", text }),
            signal,
        }), true);
        const finished = __addDisposableResource(env_1, await (0,run/* run */.e)(settings, reporter, signal, { controlStretches }), false);
        const { results, resultsPath, outputFolder: folder } = finished;
        const written = (0,write/* writeReports */.Li)(folder, results, finished.checkFolder, (text) => reporter({ kind: "warning", text }));
        if (json)
            (0,command/* out */.FD)((0,visible_text/* visibleJson */.$m)(results));
        else {
            (0,command/* out */.FD)((0,tables/* resultsTable */.r6)(results, (0,colour/* widthOf */.q)(process.stdout)));
            (0,command/* out */.FD)((0,visible_text/* visibleLines */.gB)(`${(0,sentences/* verdictText */.nt)(results)}${resultsPath === null ? "" : `; results: ${resultsPath}`}`));
            const html = (0,external_node_path_.join)(folder, write/* HTML_FILE */.by);
            if (written.includes(html))
                (0,command/* out */.FD)((0,visible_text/* visible */.RK)(`to look at: ${html}`));
        }
        if (!bisect)
            return results.conclusion === "passed" ? 0 : exit_status/* EXIT_FAILED */.hj;
        const verdict = bisectVerdict(results, finished.unrelated);
        (json ? command/* err */._q : command/* out */.FD)((0,visible_text/* visible */.RK)((0,bisect_line/* bisectLine */.z)(verdict)));
        return verdict.status;
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
const LARGEST_SEED = 2 ** 32 - 1;
const readSeed = (text) => text === undefined ? (0,external_node_crypto_.randomInt)(LARGEST_SEED) : readCount("seed", text, LARGEST_SEED);
/**
 * A whole number from 0 to `most`; 0 when it was not given.
 * @throws ConfigurationError for anything else.
 */
function readCount(name, text, most) {
    if (text === undefined)
        return 0;
    if (!/^\d{1,10}$/.test(text) || Number(text) > most) {
        throw new errors/* ConfigurationError */.j1(`${name}: expected a whole number up to ${most}, not ${JSON.stringify(text)}`);
    }
    return Number(text);
}


/***/ }),

/***/ 21508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qX: () => (/* binding */ diagnosisTable),
/* harmony export */   qY: () => (/* binding */ coloured),
/* harmony export */   r6: () => (/* binding */ resultsTable)
/* harmony export */ });
/* harmony import */ var cli_table3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25832);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39048);
/* harmony import */ var _measure_statistics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34832);
/* harmony import */ var _report_compared_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9206);
/* harmony import */ var _report_figures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81822);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73145);
/* harmony import */ var _report_sentences_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9385);
/* harmony import */ var _report_stalls_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34628);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(64433);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72435);
/** The tables at the end of a command. */










const pc = (0,_colour_js__WEBPACK_IMPORTED_MODULE_9__/* .coloursFor */ .d)(process.stdout);
/**
 * One row per scenario, and remarks below. The table names the accelerator, because figures of different
 * accelerators cannot be compared.
 *
 * @param width of the terminal; null without one
 */
function resultsTable(results, width) {
    const { scenarios, comparison } = results;
    const control = (0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_6__/* .controlSentence */ .vQ)(results);
    const headline = (0,_report_stalls_js__WEBPACK_IMPORTED_MODULE_7__/* .headlineSentence */ .k1)(results);
    const why = scenarios.flatMap((scenario) => scenario.reason === null
        ? []
        : [(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLines */ .gB)(`${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .labelOf */ .Wy)(scenario, results)} ${scenario.status}: ${scenario.reason}`)]);
    const unresolved = scenarios.flatMap((scenario) => scenario.limits
        .filter(({ verdict }) => verdict === "unresolved")
        .map((limit) => `${pc.yellow("warning:")} ${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .labelOf */ .Wy)(scenario, results)}: ${(0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_6__/* .limitSentence */ .n5)(limit)}`));
    const sentences = (of, begin = "") => (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .sentencesOf */ .cj)(results, of).map(({ label, sentence }) => `${begin}${label}: ${sentence}`);
    const warning = `${pc.yellow("warning:")} `;
    return [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_8__/* .fitTable */ .S)(columnsOf(results), width),
        ...sentences(_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .lossSentence */ .Fz, warning),
        ...sentences(_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .unseenSentence */ .MR, warning),
        ...sentences(_report_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .earlySentence */ .pA),
        ...unresolved,
        ...sentences(_report_stalls_js__WEBPACK_IMPORTED_MODULE_7__/* .stallSentence */ .EF),
        ...comparison.flatMap((one) => [(0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_6__/* .comparisonSentence */ .nX)(one), ...(0,_report_compared_js__WEBPACK_IMPORTED_MODULE_3__/* .otherSentences */ .pi)(one)]),
        ...(control === null ? [] : [control]),
        ...why,
        ...(headline === null ? [] : [pc.bold(headline)]),
    ].join("\n");
}
function columnsOf(results) {
    const { scenarios, accel } = results;
    const column = (head, cell, rank) => ({
        head,
        align: "right",
        cells: scenarios.map(cell),
        ...(rank !== undefined && { rank }),
    });
    const medians = (pick, digits) => (scenario) => number((0,_measure_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(scenario.iterations.flatMap((iteration) => pick(iteration) ?? [])), digits);
    return [
        { ...column("scenario", (scenario) => (0,_report_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .labelOf */ .Wy)(scenario, results)), align: "left" },
        { ...column("result", ({ status }) => coloured(status)), align: "left" },
        { ...column("accel", () => accel, 8), align: "left" },
        column("n", ({ stats }) => String(stats?.outageMs.n ?? 0), 7),
        column("outage ms\nmed/p95/max", outageText),
        ...((0,_report_stalls_js__WEBPACK_IMPORTED_MODULE_7__/* .haveStalls */ .Ql)(scenarios)
            ? [column("request\nstall ms", (scenario) => (0,_report_figures_js__WEBPACK_IMPORTED_MODULE_4__/* .stallFigure */ .bj)((0,_report_stalls_js__WEBPACK_IMPORTED_MODULE_7__/* .medianStall */ .VB)(scenario)), 9)]
            : []),
        column("noise\nms", medians(({ noiseMs }) => noiseMs, 1), 6),
        column("lost\nmax", mostLost, 5),
        column("vCPU\npause ms", medians(({ vcpuPauseMs }) => vcpuPauseMs, 1), 4),
        column("QEMU\nms", medians(({ qemuDowntimeMs }) => qemuDowntimeMs, 0), 3),
        column("harness\nms", medians(({ harnessMs }) => harnessMs, 2), 2),
        column("switch\nms", medians(({ tapSwitchMs }) => tapSwitchMs, 2), 1),
    ];
}
const outageText = ({ stats }) => {
    const outage = stats?.outageMs;
    if (outage === undefined || outage.n === 0)
        return "–";
    return [outage.median, outage.p95, outage.max].map((value) => number(value, 1)).join(" / ");
};
const mostLost = ({ iterations }) => {
    const lost = iterations.flatMap((iteration) => iteration.lost ?? []);
    return lost.length === 0 ? "–" : String(Math.max(...lost));
};
const number = (value, digits) => (value === null ? "–" : value.toFixed(digits));
function coloured(status) {
    if (status === "passed")
        return pc.green(status);
    return status === "failed" ? pc.red(status) : pc.yellow(status);
}
function describeQemu(qemu) {
    const dialect = qemu.dialect === null
        ? "no local migration of TAP backends"
        : `local migration of TAP backends in the dialect ${qemu.dialect} (${qemu.revisions}), by ${qemu.switches.join(", ")}`;
    const traces = qemu.downtimeTraces ? "time per device from its traces" : "no traces of the time per device";
    return `QEMU ${qemu.version}: ${dialect}; ${traces}`;
}
/** The doctor's findings: one line per check, then one per scenario. */
function diagnosisTable(diagnosis, width) {
    const colour = { ok: pc.green, limited: pc.yellow, missing: pc.red };
    const checks = diagnosis.checks.map(({ name, status, detail }) => [
        name,
        colour[status](status),
        (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLines */ .gB)(detail),
    ]);
    const scenarios = diagnosis.scenarios.map(({ name, runs, reason }) => [
        name,
        runs ? pc.green("yes") : pc.yellow("no"),
        (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLines */ .gB)(reason ?? ""),
    ]);
    const qemu = diagnosis.qemu === null ? [] : [(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(describeQemu(diagnosis.qemu))];
    return [
        toldTable(["check", "", "found, or what to do"], checks, width),
        ...qemu,
        toldTable(["scenario", "runs", "why not"], scenarios, width),
    ].join("\n");
}
const TOLD_WIDTHS = [16, 9, 90];
/** The width including borders. */
const TOLD_WIDTH = TOLD_WIDTHS.reduce((sum, one) => sum + one + 1, 1);
/** Three columns, the last one with whole sentences. On a narrow terminal, one line per row instead. */
function toldTable(head, rows, width) {
    if (width !== null && width < TOLD_WIDTH) {
        return rows
            .map(([name = "", word = "", text = ""]) => `${name}: ${word}${text === "" ? "" : `: ${text}`}`)
            .join("\n");
    }
    const table = new cli_table3__WEBPACK_IMPORTED_MODULE_0__({ style: _layout_js__WEBPACK_IMPORTED_MODULE_8__/* .PLAIN */ .t, head, wordWrap: true, colWidths: TOLD_WIDTHS });
    table.push(...rows);
    return table.toString();
}


/***/ }),

/***/ 10680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ makeReporter)
});

// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/report/stalls.js
var stalls = __webpack_require__(34628);
// EXTERNAL MODULE: ./build/cli/colour.js
var colour = __webpack_require__(64433);
;// CONCATENATED MODULE: ./build/cli/download-line.js
const mib = (bytes) => (bytes / 2 ** 20).toFixed(1);
function downloadLine(event) {
    const { asset, url, receivedBytes, totalBytes, bytesPerSecond, done } = event;
    const speed = `${mib(bytesPerSecond)} MiB/s`;
    if (done)
        return `${asset}: fetched ${mib(receivedBytes)} MiB from ${url}, ${speed}`;
    return `${asset}: ${mib(receivedBytes)}${totalBytes === null ? "" : ` of ${mib(totalBytes)}`} MiB, ${speed}`;
}
/** Tracks parallel downloads. The function returns the line of all that are not done; "" when there are none. */
function makeDownloadStatus() {
    const lines = new Map();
    return (event) => {
        if (event.done)
            lines.delete(event.asset);
        else
            lines.set(event.asset, downloadLine(event));
        return [...lines.values()].join("; ");
    };
}

;// CONCATENATED MODULE: ./build/cli/terminal.js
/**
 * Progress on a terminal: one line that is rewritten during an iteration, and one permanent line per finished
 * iteration. Without a terminal, only the permanent lines. There is no timer: nothing is drawn between
 * `migrate` and `cont`.
 */





/** A listener for the events of a run that writes to `stream`, usually stderr. */
function makeReporter(stream, loudness) {
    const pc = (0,colour/* coloursFor */.d)(stream);
    // Only a real terminal can rewrite a line.
    const live = stream.isTTY === true && process.env.TERM !== "dumb" && loudness === "normal";
    let drawn = false;
    let wanted = 0;
    const downloads = makeDownloadStatus();
    const line = (text) => {
        stream.write(`${drawn ? "\r\u001b[K" : ""}${text}\n`);
        drawn = false;
    };
    const status = (text) => {
        if (!live)
            return;
        stream.write(`\r\u001b[K${pc.dim((0,visible_text/* visible */.RK)(text).slice(0, Math.max(20, ((0,colour/* widthOf */.q)(stream) ?? 80) - 1)))}`);
        drawn = true;
    };
    return (event) => {
        if (event.kind === "warning")
            return line(`${pc.yellow("warning:")} ${(0,visible_text/* visibleLines */.gB)(event.text)}`);
        if (loudness === "quiet")
            return;
        switch (event.kind) {
            case "note":
                return line(pc.dim((0,visible_text/* visibleLines */.gB)(event.text)));
            case "download": {
                const others = downloads(event);
                if (event.done)
                    line((0,visible_text/* visible */.RK)(downloadLine(event)));
                if (others !== "")
                    status(others);
                return;
            }
            case "run-started":
                for (const note of event.notes)
                    line(pc.dim((0,visible_text/* visibleLines */.gB)(note)));
                return;
            case "scenario-started":
                wanted = event.iterations;
                return line(`${pc.bold(event.scenario)}: ${howOften(event)}`);
            case "step": {
                const where = event.iteration === null ? `boot ${event.boot}` : `iteration ${event.iteration} of ${wanted}`;
                // Output at this step would be drawn while the guest is frozen.
                if (event.step !== "migrate")
                    status(`  ${where}: ${event.step} …`);
                if (loudness === "verbose" && event.step !== "migrate")
                    line(pc.dim(`  ${where}: ${event.step}`));
                return;
            }
            case "iteration-finished": {
                const { iteration, number } = event;
                const place = placeOf(iteration, number, wanted);
                if (iteration.status === "failed")
                    return line(`${place} ${pc.red("failed")}: ${(0,visible_text/* visibleLines */.gB)(iteration.reason ?? "")}`);
                return line(`${place} ${pc.green("passed")}  outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}${(0,stalls/* stallText */.e3)(iteration)}`);
            }
            case "scenario-finished": {
                const { name, build, status: verdict, reason } = event.scenario;
                if (verdict === "passed" || verdict === "failed")
                    return;
                const of = build === "candidate" ? "" : ` (${build})`;
                return line(`${pc.bold(name)}${of}: ${pc.yellow(verdict)}: ${(0,visible_text/* visibleLines */.gB)(reason ?? "")}`);
            }
            case "run-finished":
                return;
        }
    };
}
const ms = (value) => (value === null ? "–" : `${value.toFixed(1)} ms`);
/** Examples: "5 iterations", "up to 100 pairs of candidate and baseline", "10 times from candidate to target and back". */
function howOften(event) {
    const { build, against } = event;
    if (against === "baseline")
        return `${(0,figures/* wantedCount */.FC)(event, "pair")} of ${build} and ${against}`;
    return against === null
        ? (0,figures/* wantedCount */.FC)(event, "iteration")
        : `${(0,figures/* wantedCount */.FC)(event, "time")} from ${build} to ${against} and back`;
}
/** Examples: "  3 of 10", "  3 of 10, target to candidate", "  pair  3 of 30, baseline". */
function placeOf({ from, to, pair }, number, wanted) {
    const count = `${String(pair ?? number).padStart(String(wanted).length)} of ${wanted}`;
    if (pair !== null)
        return `  pair ${count}, ${from.padEnd("candidate".length)}`;
    return from === to ? `  ${count}` : `  ${count}, ${from} to ${to}`;
}


/***/ })

};
