export const id = 382;
export const ids = [382];
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

/***/ 38521:
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
const rulesOf = ({ inputs }) => ["max-outage-ms", "max-lost"].flatMap((kind) => (0,measure_limits/* parseLimits */.kd)(inputs[kind] ?? "", kind).limits);
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
// EXTERNAL MODULE: ./build/run/run.js + 48 modules
var run = __webpack_require__(58633);
// EXTERNAL MODULE: ./build/setup/setup.js + 1 modules
var setup = __webpack_require__(40102);
;// CONCATENATED MODULE: ./build/setup/wanted.js
/** Whether this machine is thrown away after the job: a runner of GitHub's. See "Variables" in GitHub's documentation, RUNNER_ENVIRONMENT. */
const isThrownAway = (environment) => environment.GITHUB_ACTIONS === "true" && environment.RUNNER_ENVIRONMENT === "github-hosted";
const isSetupWanted = (wanted, environment) => wanted === true || (wanted === "auto" && isThrownAway(environment));

;// CONCATENATED MODULE: ./build/setup/for-run.js
/** Setup as the beginning of a run. */



/**
 * Sets up the host if the settings want that. Disposing takes back what was opened, except on a machine that is thrown away.
 *
 * @throws HostError, with what setup tried, when nothing can run; the signal's reason.
 */
async function setUpForRun(settings, environment, { say, warn, signal }) {
    const nothing = { [Symbol.asyncDispose]: async () => undefined };
    if (!isSetupWanted(settings.setup, environment))
        return nothing;
    const staysOpen = isThrownAway(environment);
    let done;
    try {
        done = await (0,setup/* setUp */.s)(settings, { say, staysOpen, approve: null, askPassword: null, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        // Nobody asked for setup: the run says itself what it lacks.
        if (settings.setup !== "auto" || !(error instanceof errors/* HostError */.dh))
            throw error;
        warn((0,errors/* messageOf */.bD)(error));
        return nothing;
    }
    const takeBack = async () => {
        for (const problem of await done.close())
            warn(`could not be taken back: ${problem}`);
    };
    const error = (0,setup/* errorOf */.Mz)(done);
    if (error !== null) {
        await takeBack();
        throw error;
    }
    for (const warning of (0,setup/* warningsOf */.nZ)(done))
        warn(warning);
    if (done.steps === 0)
        say("nothing to do: this host has what the run needs");
    return { [Symbol.asyncDispose]: takeBack };
}

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
        const _host = __addDisposableResource(env_1, await setUpForRun(settings, process.env, {
            say: (text) => reporter({ kind: "note", text: `setup: ${text}` }),
            warn: (text) => reporter({ kind: "warning", text: `setup: ${text}` }),
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
/* harmony import */ var _report_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81822);
/* harmony import */ var _report_sentences_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9385);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64433);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72435);
/** The tables at the end of a command. */







const pc = (0,_colour_js__WEBPACK_IMPORTED_MODULE_6__/* .coloursFor */ .d)(process.stdout);
/**
 * One row per scenario, and remarks below. The table names the accelerator, because figures of different
 * accelerators cannot be compared.
 *
 * @param width of the terminal; null without one
 */
function resultsTable(results, width) {
    const { scenarios, comparison } = results;
    const control = (0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .controlSentence */ .vQ)(results);
    const why = scenarios.flatMap((scenario) => scenario.reason === null
        ? []
        : [(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLines */ .gB)(`${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)} ${scenario.status}: ${scenario.reason}`)]);
    const unresolved = scenarios.flatMap((scenario) => scenario.limits
        .filter(({ verdict }) => verdict === "unresolved")
        .map((limit) => `${pc.yellow("warning:")} ${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)}: ${(0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .limitSentence */ .n5)(limit)}`));
    return [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .fitTable */ .S)(columnsOf(results), width),
        ...unresolved,
        ...comparison.map(_report_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .comparisonSentence */ .nX),
        ...(control === null ? [] : [control]),
        ...why,
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
        { ...column("scenario", (scenario) => (0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)), align: "left" },
        { ...column("result", ({ status }) => coloured(status)), align: "left" },
        { ...column("accel", () => accel, 8), align: "left" },
        column("n", ({ stats }) => String(stats?.outageMs.n ?? 0), 7),
        column("outage ms\nmed/p95/max", outageText),
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
    const table = new cli_table3__WEBPACK_IMPORTED_MODULE_0__({ style: _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .PLAIN */ .t, head, wordWrap: true, colWidths: TOLD_WIDTHS });
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
                return line(`${place} ${pc.green("passed")}  outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}`);
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
/** Examples: "5 iterations", "30 pairs of candidate and baseline", "10 times from candidate to target and back". */
function howOften({ build, against, iterations }) {
    const number = (noun) => `${iterations} ${noun}${iterations === 1 ? "" : "s"}`;
    if (against === "baseline")
        return `${number("pair")} of ${build} and ${against}`;
    return against === null ? number("iteration") : `${number("time")} from ${build} to ${against} and back`;
}
/** Examples: "  3 of 10", "  3 of 10, target to candidate", "  pair  3 of 30, baseline". */
function placeOf({ from, to, pair }, number, wanted) {
    const count = `${String(pair ?? number).padStart(String(wanted).length)} of ${wanted}`;
    if (pair !== null)
        return `  pair ${count}, ${from.padEnd("candidate".length)}`;
    return from === to ? `  ${count}` : `  ${count}, ${from} to ${to}`;
}


/***/ }),

/***/ 29369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ lacksOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _doctor_guests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18601);
/* harmony import */ var _doctor_inspections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92513);
/* harmony import */ var _doctor_trials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98309);
/* harmony import */ var _qemu_debian_suite_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75949);
/* harmony import */ var _qemu_debian_tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82594);
/* harmony import */ var _qemu_find_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42818);
/** The packages that the doctor would name for a run, so that setup installs what doctor advises, and nothing else. */







/** @param privilege who reads a kernel that only root may read; null: nobody */
async function lacksOf(needs, privilege, signal) {
    const builds = [needs.qemu, needs.targetQemu, needs.baselineQemu].filter((name) => name !== null);
    const guest = (0,_doctor_guests_js__WEBPACK_IMPORTED_MODULE_1__/* .faultsOfGuests */ .S)(await (0,_doctor_guests_js__WEBPACK_IMPORTED_MODULE_1__/* .checkGuests */ .g)(needs, privilege, signal))[needs.guest];
    const programs = (0,_doctor_inspections_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPrograms */ .uj)();
    const advice = [
        ...(programs.status === "ok" ? [] : [programs]),
        ...builds.flatMap(faultsOfBuild),
        ...guest,
    ];
    const probe = (0,_doctor_trials_js__WEBPACK_IMPORTED_MODULE_3__/* .checkProbe */ .Zr)("");
    return [
        ...advice.map((one) => ({ advice: one, isEssential: true })),
        ...(probe.status === "ok" ? [] : [{ advice: probe, isEssential: false }]),
    ].filter((lack) => lack.advice.packages !== undefined);
}
/** What is missing to find a QEMU, or to fetch it. A path that leads nowhere is not ours to fix. */
function faultsOfBuild(name) {
    try {
        if ((0,_qemu_debian_suite_js__WEBPACK_IMPORTED_MODULE_6__/* .namesSuite */ .bB)(name))
            (0,_qemu_debian_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .findDebianTools */ .US)();
        else
            (0,_qemu_find_js__WEBPACK_IMPORTED_MODULE_5__/* .findQemu */ .i)(name);
        return [];
    }
    catch (error) {
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .allAdviceOf */ .PV)(error);
    }
}


/***/ }),

/***/ 603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XA: () => (/* binding */ devicesFor),
/* harmony export */   dx: () => (/* binding */ planSetup)
/* harmony export */ });
/* unused harmony export shownCommand */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _host_devices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88424);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62162);
/* harmony import */ var _host_root_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25627);
/* harmony import */ var _host_tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26872);
/* harmony import */ var _scenarios_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70991);
/* harmony import */ var _lacking_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29369);
/** What setup would do on this host, step by step. Making a plan changes nothing. */









/** The devices that a run needs; the first ones in the list first. */
function devicesFor({ accel, scenarios }) {
    const wanted = new Set(["tun", ...(accel === "kvm" ? ["kvm"] : [])]);
    for (const name of scenarios)
        for (const device of (0,_scenarios_table_js__WEBPACK_IMPORTED_MODULE_7__/* .scenarioRow */ .dE)(name).needs)
            wanted.add(device);
    return [...wanted];
}
/**
 * The steps in the order in which they must be done: packages first, since their scripts set the modes of devices anew.
 *
 * @param privilege who reads a kernel that only root may read; null: nobody
 */
async function planSetup(needs, privilege, signal) {
    const uid = process.getuid?.() ?? 0;
    const devices = devicesFor(needs).map((device) => ({ device, state: (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)((0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device)) }));
    const missing = devices
        .filter(({ device, state }) => state === "missing" || (state === "no access" && !hasDriver(device)))
        .map(({ device }) => device);
    // A device that is missing may not open for this user once it is there.
    const shut = devices.filter(({ state }) => state === "missing" || state === "no access");
    const loading = missing.flatMap((device) => moduleOf(device) ?? []);
    const toOpen = uid === 0 ? [] : shut.filter(({ device, state }) => state !== "missing" || moduleOf(device) !== null);
    const lacks = await (0,_lacking_js__WEBPACK_IMPORTED_MODULE_8__/* .lacksOf */ .G)(needs, privilege, signal);
    const packages = [
        ...lacks.flatMap(({ advice }) => advice.packages),
        ...(loading.length > 0 && (0,_host_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .findTool */ .SG)("modprobe") === null ? ["kmod"] : []),
        ...(toOpen.length > 0 && (0,_host_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .findTool */ .SG)("setfacl") === null ? ["acl"] : []),
    ];
    const manager = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .findManager */ .z$)();
    return [
        ...(manager === null ? [] : packageSteps(manager, packages, loading)),
        ...missing.flatMap(loadingSteps),
        ...toOpen.map(({ device }) => accessStep(device, uid)),
    ];
}
const never = () => false;
function packageSteps(manager, packages, modules) {
    const names = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .namesFor */ .GT)(manager.name, packages);
    const extra = modules.some((name) => !isModuleHere(name)) && manager.name === "apt-get" && (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .isUbuntu */ .OL)();
    const refresh = (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshPackages */ .DV)(manager);
    const first = refresh === null ? [] : [refresh];
    const step = (wanted, before) => {
        const commands = [...before, (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .installPackages */ .R)(manager, wanted)];
        return {
            ...{ what: `install ${wanted.join(", ")} (${manager.name})`, kind: "packages", device: null },
            ...{ commands: () => commands, shown: commands.map(shownCommand), isDone: never, otherwise: null },
        };
    };
    return [
        ...(names.length > 0 ? [step(names, first)] : []),
        // Apart from the others: not every kernel has such a package.
        ...(extra ? [step([`linux-modules-extra-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()}`], names.length > 0 ? [] : first)] : []),
    ];
}
/** The module behind a device; null when it cannot be loaded here, as in a container or without virtualisation. */
function moduleOf(device) {
    if ((0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .moduleFolder */ .pi)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()) === null)
        return null;
    switch (device) {
        case "tun":
            return "tun";
        case "vhost-net":
            return "vhost_net";
        case "kvm":
            return kvmModule();
    }
}
function kvmModule() {
    const flags = /^flags\s*:(.*)$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/cpuinfo", "utf8"))?.[1]?.split(" ") ?? [];
    if (flags.includes("vmx"))
        return "kvm_intel";
    return flags.includes("svm") ? "kvm_amd" : null;
}
function isModuleHere(name) {
    const folder = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .moduleFolder */ .pi)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)());
    return ["modules.dep", "modules.builtin"].some((list) => {
        try {
            return new RegExp(`/${name}\\.ko`, "m").test((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder ?? "/nowhere", list), "utf8"));
        }
        catch {
            return false;
        }
    });
}
/**
 * A node can be there before its driver: systemd makes some at boot (`static_node` in udev(7)). Its driver is loaded before we open the
 * node, since udev then sets the mode anew.
 */
const hasDriver = (device) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(`/sys/class/misc/${device}`);
function loadingSteps(device) {
    const name = moduleOf(device);
    if (name === null)
        return [];
    return [
        {
            ...{ what: `load ${name}`, kind: "module", device, otherwise: null, shown: [`modprobe ${name}`] },
            commands: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .loadModule */ .Vw)(name)],
            isDone: () => hasDriver(device) && (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)((0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device)) !== "missing",
        },
    ];
}
function accessStep(device, uid) {
    const path = (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device);
    return {
        ...{ what: `open ${path} for this user alone`, kind: "access", device },
        commands: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .openDevice */ .RV)(device, uid)],
        shown: [`setfacl -m u:${uid}:rw ${path}`],
        isDone: () => (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)(path) === "ok",
        otherwise: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .writeRule */ .oC)(device, uid), (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .reloadRules */ .t5)(), (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .applyRules */ .IU)(device)],
    };
}
/** A command as a person would type it: without paths and variables. */
const shownCommand = (words) => words
    .map((word) => word.replace(/^(\/usr)?\/s?bin\//, ""))
    .join(" ")
    .replace(/^env ([A-Z_]+=\S+ )+/, "");


/***/ }),

/***/ 40102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mz: () => (/* binding */ errorOf),
  s: () => (/* binding */ setUp),
  nZ: () => (/* binding */ warningsOf)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/devices.js
var host_devices = __webpack_require__(88424);
// EXTERNAL MODULE: ./build/host/packages.js
var host_packages = __webpack_require__(62162);
// EXTERNAL MODULE: ./build/host/privilege.js + 2 modules
var privilege = __webpack_require__(22814);
// EXTERNAL MODULE: ./build/host/register.js
var host_register = __webpack_require__(49474);
// EXTERNAL MODULE: ./build/host/root-command.js
var root_command = __webpack_require__(25627);
// EXTERNAL MODULE: ./build/host/tools.js
var tools = __webpack_require__(26872);
// EXTERNAL MODULE: ./build/setup/lacking.js
var lacking = __webpack_require__(29369);
// EXTERNAL MODULE: ./build/setup/plan.js
var plan = __webpack_require__(603);
// EXTERNAL MODULE: ./build/host/exec.js
var exec = __webpack_require__(39970);
// EXTERNAL MODULE: ./build/host/proc.js
var proc = __webpack_require__(4879);
;// CONCATENATED MODULE: ./build/setup/run-commands.js
/** Runs the commands of a step of setup. */





/** A package of a kernel makes an initrd, and mirrors can be slow. */
const DEADLINE_MS = 15 * 60_000;
/**
 * Runs commands as root, in turn, until one fails.
 *
 * @returns why one failed, in its words; null when none did. Warnings of those before it are repeated: apt-get update ends with status 0
 * when there is no network.
 * @throws the signal's reason
 */
async function runCommands(commands, rights, signal) {
    const said = [];
    let made;
    try {
        made = typeof commands === "function" ? commands() : commands;
    }
    catch (error) {
        // A program that they need is missing: the step before could not install it.
        return (0,errors/* messageOf */.bD)(error);
    }
    for (const command of made) {
        const [file, ...args] = rights.asRoot(command);
        const { failure, stderr } = await (0,exec/* runToEnd */.cd)(file, args, {
            ...{ signal, timeoutMs: DEADLINE_MS },
            // To kill dpkg leaves packages half installed.
            kill: (pid) => interrupt(rights, pid),
        });
        const faults = (0,host_packages/* faultsIn */.RP)(stderr.toString("utf8"));
        if (failure !== null)
            return [...said, faults || failure].join(" ");
        if (/^(Failed to fetch|Some index files failed)/.test(faults))
            said.push(faults);
    }
    return null;
}
async function interrupt(rights, pid) {
    for (const one of [...(0,proc/* descendants */.DG)(pid).map((below) => below.pid), pid])
        await (0,privilege/* signalAsRoot */.lG)(rights, one, "INT");
}

;// CONCATENATED MODULE: ./build/setup/setup.js
/** Mends what a run lacks on this host, and takes back what it opened. The doctor says what is lacking. */










/** The packages of a first pass may show that more are missing, as an unpacker for the kernel's modules. */
const MOST_PASSES = 3;
/**
 * Installs packages, loads modules and opens devices, as far as they are needed. Changes nothing that works.
 *
 * @throws HostError when something is lacking and there is no root; the signal's reason. What was opened is taken back then.
 */
async function setUp(needs, options) {
    const { signal, approve, askPassword } = options;
    const asked = new Set();
    const { rights, why } = await findRights(signal);
    if (rights !== null)
        return await carryOut(needs, rights, asked, options);
    const steps = await (0,plan/* planSetup */.dx)(needs, null, signal);
    if (steps.length === 0)
        return nothingDone(await problemsOf(needs, null, [], signal), false);
    if (askPassword === null)
        throw noRights(steps, why);
    if (approve !== null && !(await approve(steps)))
        return nothingDone([], true);
    for (const { what } of steps)
        asked.add(what);
    const again = askPassword() ? await findRights(signal) : { rights, why };
    if (again.rights === null)
        throw noRights(steps, again.why);
    return await carryOut(needs, again.rights, asked, options);
}
async function findRights(signal) {
    try {
        return { rights: await (0,privilege/* findPrivilege */.Xb)("root", signal), why: null };
    }
    catch (error) {
        signal.throwIfAborted();
        return { rights: null, why: (0,errors/* adviceOf */.wr)(error) };
    }
}
const nothingDone = (problems, isDeclined) => ({
    ...{ problems, isDeclined, steps: 0, opened: [], close: async () => [] },
});
function noRights(steps, why) {
    const wanted = steps.map(({ what }) => what).join("; ");
    return new errors/* HostError */.dh({
        found: `setup needs root for this: ${wanted}. ${why?.found ?? "There is no root"}`,
        mend: why?.mend ?? null,
        besides: why?.besides ?? null,
    });
}
/** @param asked steps that the user has approved; further ones are added */
async function carryOut(needs, rights, asked, options) {
    const { signal, approve, say, staysOpen } = options;
    const opened = makeOpened(rights, staysOpen);
    const tried = new Set();
    const failures = [];
    let isDeclined = false;
    try {
        for (let pass = 0; pass < MOST_PASSES; pass++) {
            const steps = (await (0,plan/* planSetup */.dx)(needs, rights, signal)).filter(({ what }) => !tried.has(what));
            if (steps.length === 0)
                break;
            isDeclined = approve !== null && !steps.every(({ what }) => asked.has(what)) && !(await approve(steps));
            if (isDeclined)
                break;
            for (const step of steps) {
                tried.add(step.what);
                if (step.kind === "access")
                    await settle(rights, signal);
                if (step.isDone())
                    continue;
                const why = await doStep(step, rights, opened, options);
                if (why !== null)
                    failures.push({ step, why });
            }
        }
        opened.shareWithOthers((0,plan/* devicesFor */.XA)(needs));
        await settle(rights, signal);
        const problems = isDeclined ? [] : await problemsOf(needs, rights, failures, signal);
        const steps = tried.size - failures.length;
        return { problems, isDeclined, steps, opened: opened.devices(), close: () => opened.close(say) };
    }
    catch (error) {
        await opened.close(say);
        throw error;
    }
}
/** udev sets the modes of devices anew when packages and modules tell it to. It must be done with that before we open them. */
async function settle(rights, signal) {
    if ((0,tools/* findTool */.SG)("udevadm") === null)
        return;
    await runCommands([(0,root_command/* settleUdev */.cx)()], rights, signal);
}
/** @returns why it failed; null when it did not */
async function doStep(step, rights, opened, { say, signal }) {
    if (step.kind === "packages")
        say(`${step.what} …`);
    if (step.device !== null && step.kind === "access")
        opened.hold(step.device);
    let why = await runCommands(step.commands, rights, signal);
    if (why !== null && step.otherwise !== null) {
        const other = await runCommands(step.otherwise, rights, signal);
        why = other === null ? null : `${why}; ${other}`;
    }
    if (why === null)
        say(`done: ${step.what}`);
    else
        say(`failed: ${step.what}: ${why}`);
    return why;
}
/** What is still lacking, with the reason why setup could not mend it. */
async function problemsOf(needs, rights, failures, signal) {
    const reasons = (fits) => failures.filter(({ step }) => fits(step)).map(({ step, why }) => `setup could not ${step.what}: ${why}`);
    const lacks = (await (0,lacking/* lacksOf */.G)(needs, rights, signal)).map(({ advice, isEssential }) => {
        const reason = reasons(({ kind }) => kind === "packages");
        return { isEssential, advice: because(advice, reason.length > 0 ? reason : noManager()) };
    });
    const devices = (0,plan/* devicesFor */.XA)(needs).flatMap((device) => {
        const advice = (0,host_devices/* adviceOn */.ik)(device);
        if (advice === null)
            return [];
        const reason = reasons((step) => step.device === device || step.kind === "packages");
        return [{ isEssential: device !== "vhost-net", advice: because(advice, reason) }];
    });
    return [...lacks, ...devices];
}
const noManager = () => (0,host_packages/* findManager */.z$)() === null
    ? ["setup found no package manager that it knows (apt-get, dnf, pacman, zypper, apk)"]
    : [];
const because = (advice, reasons) => reasons.length === 0 ? advice : { ...advice, found: [advice.found, ...reasons].join("; ") };
/** The essential problems as an error; null when there are none. */
function errorOf({ problems }) {
    const essential = problems.filter(({ isEssential }) => isEssential).map(({ advice }) => advice);
    return essential.length === 0 ? null : new errors/* HostError */.dh(...essential);
}
/** The other problems, in sentences. */
const warningsOf = ({ problems }) => problems.filter(({ isEssential }) => !isEssential).map(({ advice }) => (0,errors/* sentenceOf */.$N)(advice));
/** Notes what was opened in a register, so that `clean` finds it after SIGKILL. */
function makeOpened(rights, staysOpen) {
    let register = null;
    const devices = new Set();
    const hold = (device) => {
        devices.add(device);
        if (staysOpen)
            return;
        register ??= (0,host_register/* openRegister */.Ws)(rights);
        register.hold({ kind: "access", device });
    };
    return {
        hold,
        devices: () => [...devices],
        shareWithOthers(wanted) {
            if (rights.kind === "root" || staysOpen)
                return;
            for (const device of wanted) {
                if (devices.has(device) || (0,host_devices/* deviceState */.S4)((0,host_devices/* devicePath */.as)(device)) !== "ok")
                    continue;
                if ((0,host_register/* isHeldByOthers */.qW)(device, register?.runId ?? ""))
                    hold(device);
            }
        },
        async close(say) {
            if (register === null)
                return [];
            const problems = await register.close().catch((error) => [(0,errors/* messageOf */.bD)(error)]);
            if (problems.length === 0)
                say(`shut again for this user: ${[...devices].map(host_devices/* devicePath */.as).join(", ")}`);
            return problems;
        },
    };
}


/***/ }),

/***/ 98182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ getProxyForUrl)
/* harmony export */ });


var DEFAULT_PORTS = {
  ftp: 21,
  gopher: 70,
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
};

function parseUrl(urlString) {
  try {
    return new URL(urlString);
  } catch {
    return null;
  }
}

/**
 * @param {string|object|URL} url - The URL as a string or URL instance, or a
 *   compatible object (such as the result from legacy url.parse).
 * @return {string} The URL of the proxy that should handle the request to the
 *  given URL. If no proxy is set, this will be an empty string.
 */
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === 'string' ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== 'string' || !hostname || typeof proto !== 'string') {
    return '';  // Don't proxy URLs without a valid scheme or host.
  }

  proto = proto.split(':', 1)[0];
  // Stripping ports in this way instead of using parsedUrl.hostname to make
  // sure that the brackets around IPv6 addresses are kept.
  hostname = hostname.replace(/:\d*$/, '');
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
    return '';  // Don't proxy URLs that match NO_PROXY.
  }

  var proxy = getEnv(proto + '_proxy') || getEnv('all_proxy');
  if (proxy && proxy.indexOf('://') === -1) {
    // Missing scheme in proxy, default to the requested URL's scheme.
    proxy = proto + '://' + proxy;
  }
  return proxy;
}

/**
 * Determines whether a given URL should be proxied.
 *
 * @param {string} hostname - The host name of the URL.
 * @param {number} port - The effective port of the URL.
 * @returns {boolean} Whether the given URL should be proxied.
 * @private
 */
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv('no_proxy').toLowerCase();
  if (!NO_PROXY) {
    return true;  // Always proxy if NO_PROXY is not set.
  }
  if (NO_PROXY === '*') {
    return false;  // Never proxy if wildcard is set.
  }

  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
    if (!proxy) {
      return true;  // Skip zero-length hosts.
    }
    var parsedProxy = proxy.match(/^(.+):(\d+)$/);
    var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
    var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
    if (parsedProxyPort && parsedProxyPort !== port) {
      return true;  // Skip if ports don't match.
    }

    if (!/^[.*]/.test(parsedProxyHostname)) {
      // No wildcards, so stop proxying if there is an exact match.
      return hostname !== parsedProxyHostname;
    }

    if (parsedProxyHostname.charAt(0) === '*') {
      // Remove leading wildcard.
      parsedProxyHostname = parsedProxyHostname.slice(1);
    }
    // Stop proxying if the hostname ends with the no_proxy host.
    return !hostname.endsWith(parsedProxyHostname);
  });
}

/**
 * Get the value for an environment variable.
 *
 * @param {string} key - The name of the environment variable.
 * @return {string} The value of the environment variable.
 * @private
 */
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || '';
}


/***/ })

};
