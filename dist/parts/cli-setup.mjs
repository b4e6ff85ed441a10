export const id = 300;
export const ids = [300];
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

/***/ 20300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setupCommand: () => (/* binding */ setupCommand)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39048);
/* harmony import */ var _doctor_doctor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72868);
/* harmony import */ var _host_devices_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88424);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62162);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39313);
/* harmony import */ var _host_sudo_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(39814);
/* harmony import */ var _inputs_settings_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51398);
/* harmony import */ var _report_repeat_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(59768);
/* harmony import */ var _setup_plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(603);
/* harmony import */ var _setup_setup_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(40102);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(64433);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(33192);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(32900);
/* harmony import */ var _invocation_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(21151);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(21508);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(10680);
/** `setup`: mends what a run lacks on this host, after asking. */



















const NOTHING = "nothing to do: this host has what setup can bring";
async function setupCommand(flags) {
    const { yes = false, dryRun = false, ...inputs } = flags;
    const settings = (0,_inputs_settings_js__WEBPACK_IMPORTED_MODULE_9__/* .readSettings */ .s)((0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .givenInputs */ .PC)(inputs), 0);
    const signal = (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .endSignal */ .cs)();
    if (dryRun) {
        const beyond = (0,_setup_setup_js__WEBPACK_IMPORTED_MODULE_12__/* .beyondSetup */ .FF)(settings);
        tell(beyond);
        if (beyond.length > 0)
            return _exit_status_js__WEBPACK_IMPORTED_MODULE_17__/* .EXIT_UNUSABLE */ .zN;
        const privilege = await (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_7__/* .findPrivilegeOrNone */ .EY)();
        const steps = await (0,_setup_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .planSetup */ .dx)(settings, privilege.kind === "none" ? null : privilege, signal);
        (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)(steps.length === 0 ? NOTHING : shown(steps));
        return 0;
    }
    const isTerminal = process.stdin.isTTY === true;
    const done = await (0,_setup_setup_js__WEBPACK_IMPORTED_MODULE_12__/* .setUp */ .s)(settings, {
        say: (text) => void (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLines */ .gB)(text)),
        staysOpen: true,
        approve: yes ? null : async (steps) => await ask(steps, isTerminal, signal),
        askPassword: isTerminal ? _host_sudo_js__WEBPACK_IMPORTED_MODULE_8__/* .askForPassword */ .sB : null,
        signal,
    });
    const tellHowToShut = () => {
        for (const device of done.opened)
            (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)(`to close it again for this user: ${(0,_host_devices_js__WEBPACK_IMPORTED_MODULE_5__/* .shutCommandFor */ .NB)(device)}`);
    };
    if (done.isDeclined) {
        (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._q)(done.steps === 0 ? "nothing was done" : "nothing more was done");
        tellHowToShut();
        return _exit_status_js__WEBPACK_IMPORTED_MODULE_17__/* .EXIT_FAILED */ .hj;
    }
    if (done.steps === 0 && done.problems.length === 0)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)(NOTHING);
    tell(done.problems);
    const diagnosis = await (0,_doctor_doctor_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnose */ .h)(settings, signal, (0,_terminal_js__WEBPACK_IMPORTED_MODULE_16__/* .makeReporter */ .g)(process.stderr, "normal"));
    (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)((0,_tables_js__WEBPACK_IMPORTED_MODULE_15__/* .diagnosisTable */ .qX)(diagnosis, (0,_colour_js__WEBPACK_IMPORTED_MODULE_18__/* .widthOf */ .q)(process.stdout)));
    tellHowToShut();
    const wanted = diagnosis.scenarios.filter(({ name }) => settings.scenarios.includes(name));
    if (!wanted.some(({ runs }) => runs))
        return _exit_status_js__WEBPACK_IMPORTED_MODULE_17__/* .EXIT_UNUSABLE */ .zN;
    const words = Object.entries(settings.given).flatMap(([name, value]) => [`--${name}`, (0,_report_repeat_js__WEBPACK_IMPORTED_MODULE_10__/* .shellWord */ .r)(value)]);
    (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)(`ready: ${[(0,_invocation_js__WEBPACK_IMPORTED_MODULE_14__/* .invokedAs */ .XE)(), "run", ...words].join(" ")}`);
    return 0;
}
function tell(problems) {
    for (const { advice, isEssential } of problems)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._q)(`${isEssential ? "tap-migration" : "not fixed"}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .sentenceOf */ .$N)(advice)}`);
}
const shown = (steps) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLines */ .gB)(steps.flatMap((step) => step.shown.map((command) => `  ${(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_6__/* .sudoWord */ .K4)()}${command}`)).join("\n"));
async function ask(steps, isTerminal, signal) {
    const isLong = steps.some(({ kind }) => kind === "packages");
    (0,_command_js__WEBPACK_IMPORTED_MODULE_13__/* .out */ .FD)(`A run needs more than this host has. These commands install and open it${isLong ? ", in some minutes" : ""}:\n${shown(steps)}`);
    if (!isTerminal) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1("setup asks before it changes anything, and stdin is no terminal: add --yes, or run the commands yourself");
    }
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: process.stdin, output: process.stderr });
    try {
        // Ctrl-C and Ctrl-D are answers too: readline takes them, and rejects or only closes.
        const answer = await Promise.race([
            lines.question("Run them? [y/N] ", { signal }),
            (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(lines, "close").then(() => ""),
        ]).catch(() => "");
        signal.throwIfAborted();
        return /^y(es)?$/i.test(answer.trim());
    }
    finally {
        lines.close();
    }
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


/***/ }),

/***/ 72868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./build/guest/guest.js
var guest_guest = __webpack_require__(72419);
// EXTERNAL MODULE: ./build/host/devices.js
var devices = __webpack_require__(88424);
// EXTERNAL MODULE: ./build/qemu/dialect.js
var qemu_dialect = __webpack_require__(52239);
// EXTERNAL MODULE: ./build/scenarios/table.js + 2 modules
var table = __webpack_require__(70991);
// EXTERNAL MODULE: ./build/doctor/guests.js
var guests = __webpack_require__(18601);
// EXTERNAL MODULE: ./build/doctor/host.js
var doctor_host = __webpack_require__(19546);
// EXTERNAL MODULE: ./build/doctor/memory.js
var memory = __webpack_require__(63695);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/guest/cache-folder.js
var cache_folder = __webpack_require__(30834);
// EXTERNAL MODULE: ./build/qemu/build.js
var build = __webpack_require__(9081);
// EXTERNAL MODULE: ./build/qemu/debian-suite.js
var debian_suite = __webpack_require__(75949);
// EXTERNAL MODULE: ./build/qemu/environment.js
var environment = __webpack_require__(57656);
// EXTERNAL MODULE: ./build/qemu/look.js + 2 modules
var qemu_look = __webpack_require__(63578);
// EXTERNAL MODULE: ./build/qemu/obtain.js
var obtain = __webpack_require__(27448);
// EXTERNAL MODULE: ./build/qemu/oldest.js
var oldest = __webpack_require__(63294);
// EXTERNAL MODULE: ./build/doctor/check.js
var check = __webpack_require__(13202);
;// CONCATENATED MODULE: ./build/doctor/qemu.js
/** The doctor's checks of a QEMU: whether it is one, what it can migrate, and what it can trace. */











const NOTHING = "nothing runs with this QEMU";
/** @param emit reports fetching; null: a build of Debian is neither fetched nor examined. @throws only when cancelled */
async function checkQemu({ qemu: given, qemuEnvironment: variables, cache }, emit, signal) {
    const missing = (error, means) => ({
        checks: [(0,check/* fault */.D)("QEMU", "missing", (0,errors/* adviceOf */.wr)(error), means)],
        look: null,
    });
    if (emit === null && (0,debian_suite/* namesSuite */.bB)(given))
        return missing(new Error(`${given} is not fetched for this table`), "whether it can migrate is unknown");
    let path;
    try {
        // Only a build of Debian needs the cache folder: cacheFolder throws for a user without a home folder.
        const fetches = emit !== null && (0,debian_suite/* namesSuite */.bB)(given);
        const store = fetches ? { packages: null, emit, signal, cacheDir: (0,cache_folder/* cacheFolder */.n)(cache) } : null;
        path = await (0,obtain/* obtainQemu */.E)(given, store);
    }
    catch (error) {
        signal.throwIfAborted();
        return missing(error, "nothing runs");
    }
    try {
        const look = await (0,qemu_look/* lookAtQemu */.x)(path, {
            deadlineMs: build/* LOOK_DEADLINE_MS */.uy,
            variables: (0,environment/* qemuEnvironment */.S)(variables),
            cacheFolder: null,
            signal,
        });
        return { checks: [checkBuild(look), checkFdPassing(look), checkTraces(look)], look };
    }
    catch (error) {
        signal.throwIfAborted();
        return missing(error, NOTHING);
    }
}
function checkBuild(look) {
    const why = (0,oldest/* whyTooOld */.g)(look);
    if (why === null)
        return (0,check/* fine */.B)("QEMU", `${look.version} at ${look.path}`);
    return (0,check/* fault */.D)("QEMU", "missing", { found: why, mend: null, besides: "name another: --qemu PATH" }, NOTHING);
}
function checkFdPassing(look) {
    const dialect = (0,qemu_dialect/* dialectOf */.E3)(look);
    const why = (0,qemu_dialect/* whyNoFdPassing */.pV)(dialect, dialect);
    if (why === null && dialect !== null) {
        return (0,check/* fine */.B)("passing of fds", `the dialect ${dialect.name} (${dialect.revisions})`);
    }
    const advice = {
        found: why ?? "",
        mend: null,
        besides: "stock QEMU up to 11.1 has none: build QEMU with the patches, and name it: --qemu PATH",
    };
    return (0,check/* fault */.D)("passing of fds", "limited", advice, (0,table/* onlyOthersRun */.dY)(({ handOver }) => handOver.passesFds));
}
function checkTraces(look) {
    if (look.hasDowntimeTraces)
        return (0,check/* fine */.B)("traces", "the time of each device in the freeze is measured");
    const advice = {
        found: "this QEMU does not trace the downtime of devices",
        mend: null,
        besides: "QEMU 8.2 or later does, when built with the trace backend log",
    };
    return (0,check/* fault */.D)("traces", "limited", advice, "everything runs, but the time of the freeze is known only for QEMU as a whole");
}

;// CONCATENATED MODULE: ./build/doctor/doctor.js
/**
 * Finds out what this host and a QEMU can do, and how to fix what is missing. People see it as a table,
 * scripts as JSON.
 */








/**
 * Examines this host and the given QEMU, and tries what a run does. Leaves nothing behind, except a build of Debian that was fetched.
 *
 * @param emit reports fetching; null: no build of Debian is fetched, nor examined
 * @throws only when cancelled
 */
async function diagnose(patient, signal, emit = () => undefined) {
    const host = await (0,doctor_host/* lookAtHost */.J)({ ...patient, guests: (0,memory/* guestsAtOnce */.Wc)(patient) }, signal);
    try {
        const build = await checkQemu(patient, emit, signal);
        const guest = await (0,guests/* checkGuests */.g)(patient, host.privilege, signal);
        const checks = [...host.checks, ...build.checks, ...guest];
        const dialect = build.look === null ? null : (0,qemu_dialect/* dialectOf */.E3)(build.look);
        return {
            checks,
            accel: patient.accel,
            qemu: build.look === null ? null : describe(build.look, dialect),
            scenarios: scenariosOf(checks, (handOver) => build.look === null ? null : handOver.whyUnsupported(dialect, dialect)),
            guests: guestsOf(guest),
        };
    }
    finally {
        await host.register?.close();
    }
}
/** `why`: what a way of handing over has against the QEMU that was found. */
function scenariosOf(checks, why) {
    const blocking = checks.filter(({ status }) => status === "missing").map(({ found }) => found);
    return table/* SCENARIOS */.U9.map(({ name, handOver, needs }) => {
        const lacking = checks.filter((check) => check.status === "limited" && needs.some((device) => (0,devices/* devicePath */.as)(device) === check.name));
        const reasons = [...blocking, why(handOver), ...lacking.map(({ found }) => found)].filter((text) => text !== null);
        return { name, runs: reasons.length === 0, reason: reasons.length === 0 ? null : reasons.join("; ") };
    });
}
function guestsOf(guest) {
    const faults = (0,guests/* faultsOfGuests */.S)(guest);
    return guest_guest/* GUEST_NAMES */.g.map((name) => {
        const reasons = faults[name].map(({ found }) => found);
        return { name, possible: reasons.length === 0, reason: reasons.length === 0 ? null : reasons.join("; ") };
    });
}
function describe(look, dialect) {
    return {
        path: look.path,
        version: look.version,
        dialect: dialect?.name ?? null,
        revisions: dialect?.revisions ?? null,
        switches: dialect?.switches ?? [],
        ignoreShared: (0,qemu_dialect/* capabilitiesOf */.SF)(look).has("x-ignore-shared"),
        downtimeTraces: look.hasDowntimeTraces,
    };
}


/***/ })

};
