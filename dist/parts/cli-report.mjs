export const id = 255;
export const ids = [255];
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

/***/ 66255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeReports: () => (/* binding */ mergeReports),
  reportCommand: () => (/* binding */ reportCommand)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/inputs/work-inputs.js
var work_inputs = __webpack_require__(30181);
// EXTERNAL MODULE: ./build/report/history/words.js
var history_words = __webpack_require__(3465);
// EXTERNAL MODULE: ./build/report/merge.js
var merge = __webpack_require__(69327);
// EXTERNAL MODULE: ./build/report/merge-write.js + 5 modules
var merge_write = __webpack_require__(43511);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/cli/layout.js
var layout = __webpack_require__(72435);
// EXTERNAL MODULE: ./build/cli/tables.js
var tables = __webpack_require__(21508);
;// CONCATENATED MODULE: ./build/cli/builds-table.js
/** The table at the end of `report`: builds and scenarios. */





/**
 * One row per build and direction with the median outage of each scenario, and the best and worst of each
 * scenario.
 *
 * @param width of the terminal; null without one
 */
function buildsTable(merged, width) {
    const rows = (0,merge/* buildRows */.kO)(merged);
    if (rows.length === 0)
        return "";
    const all = (0,merge/* spreads */.D0)(rows);
    const several = new Set(rows.map(({ accel }) => accel)).size > 1;
    const extremes = all.map((one) => (0,visible_text/* visible */.RK)(spreadLine(one, several)));
    const table = (0,layout/* fitTable */.S)([
        { head: `${(0,merge/* tableTitle */.jA)(rows)} in ms`, align: "left", cells: rows.map((row) => (0,visible_text/* visible */.RK)((0,merge/* rowName */._k)(row))) },
        { head: "accel", align: "left", cells: rows.map(({ accel }) => accel) },
        ...(0,merge/* scenariosIn */.PK)(rows).map((name) => ({
            head: name,
            align: "right",
            cells: rows.map((row) => cellText(row, name)),
        })),
    ], width);
    return [table, ...extremes].join("\n");
}
function cellText({ cells }, name) {
    const cell = cells.get(name);
    if (cell === undefined)
        return "";
    const { status, medianMs, upperBound, stallMs } = cell;
    if (medianMs === null)
        return (0,tables/* coloured */.qY)(status);
    const stall = stallMs === null ? "" : ` / ${(0,figures/* stallFigure */.bj)(stallMs)}`;
    const figure = `${upperBound ? "≤ " : ""}${(0,figures/* msFigure */.p4)(medianMs)}${stall}`;
    return status === "passed" ? figure : `${(0,tables/* coloured */.qY)(status)} ${figure}`;
}
function spreadLine({ accel, scenario, best, worst }, several) {
    const told = ({ row, medianMs }) => `${(0,figures/* msFigure */.p4)(medianMs)} (${(0,merge/* rowName */._k)(row)})`;
    const spread = (0,figures/* msFigure */.p4)(worst.medianMs - best.medianMs);
    return `${scenario}${several ? `, ${accel}` : ""}: best ${told(best)}, worst ${told(worst)}, spread ${spread} ms`;
}

// EXTERNAL MODULE: ./build/cli/colour.js
var colour = __webpack_require__(64433);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(33192);
// EXTERNAL MODULE: ./build/cli/exit-status.js
var exit_status = __webpack_require__(32900);
;// CONCATENATED MODULE: ./build/cli/report.js
/** `report`: merges the results of several runs into one report. */











async function reportCommand(words, flags) {
    const { passed, stdout, stderr } = await mergeReports(words, flags, (0,colour/* widthOf */.q)(process.stdout));
    for (const line of stderr)
        (0,command/* err */._q)(line);
    if (stdout !== "")
        (0,command/* out */.FD)(stdout);
    return passed ? 0 : exit_status/* EXIT_FAILED */.hj;
}
/** @throws ConfigurationError when the report cannot be written. */
async function mergeReports(words, { out: outputFolder, title, json, quiet, history }, width) {
    if (outputFolder === "")
        throw new errors/* ConfigurationError */.j1("out: expected the path of a folder");
    if (history === "")
        throw new errors/* ConfigurationError */.j1("history: expected the path of a folder");
    const report = await (0,merge_write/* makeMergedReport */.L)({
        ...{ words, outputFolder, title },
        history: history === undefined ? null : { folder: history, workOf: work_inputs/* workOf */.L },
    });
    const { merged } = report;
    return {
        passed: merged.conclusion === "passed",
        stdout: json
            ? (0,visible_text/* visibleJson */.$m)(reportJson(report, history !== undefined))
            : quiet
                ? ""
                : reportText(report, width),
        stderr: [
            ...merged.broken.map(({ path, problem }) => (0,visible_text/* visible */.RK)(`${path}: ${problem}`)),
            ...merged.trends
                .map(history_words/* problemSentence */.D1)
                .filter((sentence) => sentence !== null)
                .map(visible_text/* visible */.RK),
        ],
    };
}
function reportText({ merged, html, folder }, width) {
    const why = merged.runs.flatMap(({ label, results }) => results.conclusion === "failed" ? [(0,visible_text/* visibleLines */.gB)(`${label} failed: ${(0,sentences/* reasonOf */.A3)(results)}`)] : []);
    const table = buildsTable(merged, width);
    return [
        ...(table === "" ? [] : [table]),
        ...why,
        ...trendLines(merged.trends),
        `${merged.conclusion}: ${(0,merge/* verdictSentence */.BT)(merged)}; report: ${(0,visible_text/* visible */.RK)(html ?? folder)}`,
    ].join("\n");
}
/** For each machine, and with its name when there are several: its changes, or that there are none. */
function trendLines(trends) {
    const names = (0,history_words/* machineNames */.U4)(trends.map(({ machine }) => machine));
    return trends.flatMap((trend, index) => {
        const lines = [
            ...(0,history_words/* changesOf */.fs)(trend).map(({ series, change }) => (0,history_words/* changeSentence */.y6)(series, change)),
            ...(0,history_words/* otherwise */.fl)(trend),
        ];
        return lines.map((line) => (0,visible_text/* visible */.RK)(trends.length === 1 ? line : `${names[index]}: ${line}`));
    });
}
/** A stable format for scripts: docs/contract.md lists the members. */
const reportJson = ({ merged, folder, html, junit, benchmark }, withHistory) => ({
    conclusion: merged.conclusion,
    runs: merged.runs.map(({ label, path, results }) => ({
        ...{ label, path, conclusion: results.conclusion, reason: results.reason, accel: results.accel },
        builds: results.builds.map(({ role, version }) => ({ role, version })),
        scenarios: results.scenarios.map(({ name, build, status, stats }) => ({
            ...{ name, build, status, outageMs: stats?.outageMs ?? null },
        })),
    })),
    broken: merged.broken,
    outputDir: folder,
    ...{ report: html, junit, benchmark },
    history: withHistory ? merged.trends.map(trendJson) : null,
});
const trendJson = ({ file, machine, runs, added, problem, series }) => ({
    ...{ file, machine, runs: runs.length, added, problem },
    series: series.map(({ scenario, build, figure, points, leastRuns, spreadMs, changes }) => ({
        ...{ scenario, build, figure, runs: points.length, leastRuns, spreadMs },
        changes: changes.map(({ first, beforeMs, afterMs, isNew }) => ({
            ...{ since: first.startedAt, beforeMs, afterMs, isNew },
        })),
    })),
});


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


/***/ })

};
