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
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26848);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39048);
/* harmony import */ var _doctor_doctor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72868);
/* harmony import */ var _host_devices_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88424);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62162);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39313);
/* harmony import */ var _host_sudo_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39814);
/* harmony import */ var _inputs_settings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51398);
/* harmony import */ var _setup_plan_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(603);
/* harmony import */ var _setup_setup_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(40102);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(64433);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(33192);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(32900);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(21508);
/** `setup`: mends what a run lacks on this host, after asking. */















const NOTHING = "nothing to do: this host has what setup can bring";
async function setupCommand(flags) {
    const { yes = false, dryRun = false, ...inputs } = flags;
    const settings = (0,_inputs_settings_js__WEBPACK_IMPORTED_MODULE_8__/* .readSettings */ .s)((0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .givenInputs */ .PC)(inputs), 0);
    const signal = (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .endSignal */ .cs)();
    if (dryRun) {
        const privilege = await (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_6__/* .findPrivilegeOrNone */ .EY)();
        const steps = await (0,_setup_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planSetup */ .dx)(settings, privilege.kind === "none" ? null : privilege, signal);
        (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .out */ .FD)(steps.length === 0 ? NOTHING : shown(steps));
        return 0;
    }
    const isTerminal = process.stdin.isTTY === true;
    const done = await (0,_setup_setup_js__WEBPACK_IMPORTED_MODULE_10__/* .setUp */ .s)(settings, {
        say: (text) => void (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .out */ .FD)((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLines */ .gB)(text)),
        staysOpen: true,
        approve: yes ? null : async (steps) => await ask(steps, isTerminal, signal),
        askPassword: isTerminal ? _host_sudo_js__WEBPACK_IMPORTED_MODULE_7__/* .askForPassword */ .sB : null,
        signal,
    });
    if (done.isDeclined) {
        (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .err */ ._q)("nothing was done");
        return _exit_status_js__WEBPACK_IMPORTED_MODULE_13__/* .EXIT_FAILED */ .hj;
    }
    if (done.steps === 0 && done.problems.length === 0)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .out */ .FD)(NOTHING);
    for (const { advice, isEssential } of done.problems)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .err */ ._q)(`${isEssential ? "tap-migration" : "not mended"}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .sentenceOf */ .$N)(advice)}`);
    const diagnosis = await (0,_doctor_doctor_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnose */ .h)(settings, signal);
    (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .out */ .FD)((0,_tables_js__WEBPACK_IMPORTED_MODULE_12__/* .diagnosisTable */ .qX)(diagnosis, (0,_colour_js__WEBPACK_IMPORTED_MODULE_14__/* .widthOf */ .q)(process.stdout)));
    for (const device of done.opened)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .out */ .FD)(`to shut it again for this user: ${(0,_host_devices_js__WEBPACK_IMPORTED_MODULE_4__/* .shutCommandFor */ .NB)(device)}`);
    const wanted = diagnosis.scenarios.filter(({ name }) => settings.scenarios.includes(name));
    return wanted.some(({ runs }) => runs) ? 0 : _exit_status_js__WEBPACK_IMPORTED_MODULE_13__/* .EXIT_UNUSABLE */ .zN;
}
const shown = (steps) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLines */ .gB)(steps.flatMap((step) => step.shown.map((command) => `  ${(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_5__/* .sudoWord */ .K4)()}${command}`)).join("\n"));
async function ask(steps, isTerminal, signal) {
    (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .out */ .FD)(`A run needs more than this host has. These commands would bring it:\n${shown(steps)}`);
    if (!isTerminal) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1("setup asks before it changes anything, and stdin is no terminal: add --yes, or run the commands yourself");
    }
    const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stderr });
    try {
        return /^y(es)?$/i.test((await lines.question("Run them? [y/N] ", { signal })).trim());
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
/* harmony import */ var _report_figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81822);
/* harmony import */ var _report_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73145);
/* harmony import */ var _report_sentences_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9385);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64433);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72435);
/** The tables at the end of a command. */








const pc = (0,_colour_js__WEBPACK_IMPORTED_MODULE_7__/* .coloursFor */ .d)(process.stdout);
/**
 * One row per scenario, and remarks below. The table names the accelerator, because figures of different
 * accelerators cannot be compared.
 *
 * @param width of the terminal; null without one
 */
function resultsTable(results, width) {
    const { scenarios, comparison } = results;
    const control = (0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_5__/* .controlSentence */ .vQ)(results);
    const why = scenarios.flatMap((scenario) => scenario.reason === null
        ? []
        : [(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLines */ .gB)(`${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)} ${scenario.status}: ${scenario.reason}`)]);
    const unresolved = scenarios.flatMap((scenario) => scenario.limits
        .filter(({ verdict }) => verdict === "unresolved")
        .map((limit) => `${pc.yellow("warning:")} ${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)}: ${(0,_report_sentences_js__WEBPACK_IMPORTED_MODULE_5__/* .limitSentence */ .n5)(limit)}`));
    const losses = scenarios.flatMap((scenario) => {
        const loss = (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .lossSentence */ .Fz)(scenario);
        return loss === null ? [] : [`${pc.yellow("warning:")} ${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)}: ${loss}`];
    });
    const early = scenarios.flatMap((scenario) => {
        const sentence = (0,_report_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .earlySentence */ .pA)(scenario);
        return sentence === null ? [] : [`${(0,_report_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .labelOf */ .Wy)(scenario, results)}: ${sentence}`];
    });
    return [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .fitTable */ .S)(columnsOf(results), width),
        ...losses,
        ...early,
        ...unresolved,
        ...comparison.map(_report_sentences_js__WEBPACK_IMPORTED_MODULE_5__/* .comparisonSentence */ .nX),
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
    const table = new cli_table3__WEBPACK_IMPORTED_MODULE_0__({ style: _layout_js__WEBPACK_IMPORTED_MODULE_6__/* .PLAIN */ .t, head, wordWrap: true, colWidths: TOLD_WIDTHS });
    table.push(...rows);
    return table.toString();
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
function packageSteps(manager, lacking, modules) {
    const names = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .namesFor */ .GT)(manager.name, lacking);
    const extra = modules.some((name) => !isModuleHere(name)) && manager.name === "apt-get" && (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .isUbuntu */ .OL)();
    const refresh = (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshPackages */ .DV)(manager);
    const first = refresh === null ? [] : [refresh];
    const step = (wanted, before) => {
        const commands = [...before, (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .installPackages */ .R)(manager, wanted)];
        const packages = `${wanted.join(", ")} (${manager.name})`;
        return {
            ...{ what: `install ${packages}`, did: `installed ${packages}`, kind: "packages", device: null },
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
            ...{
                what: `load ${name}`,
                did: `loaded ${name}`,
                kind: "module",
                device,
                otherwise: null,
                shown: [`modprobe ${name}`],
            },
            commands: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .loadModule */ .Vw)(name)],
            isDone: () => hasDriver(device) && (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)((0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device)) !== "missing",
        },
    ];
}
function accessStep(device, uid) {
    const path = (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device);
    return {
        ...{ what: `open ${path}`, did: `opened ${path} for this user alone`, kind: "access", device },
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
  wC: () => (/* binding */ essentialFaults),
  s: () => (/* binding */ setUp),
  nZ: () => (/* binding */ warningsOf)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/devices.js
var host_devices = __webpack_require__(88424);
// EXTERNAL MODULE: ./build/host/packages.js
var host_packages = __webpack_require__(62162);
// EXTERNAL MODULE: ./build/host/privilege.js + 1 modules
var privilege = __webpack_require__(39313);
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
    const wanted = steps.map(({ what }) => what).join(", ");
    const commands = steps.flatMap(({ shown }) => shown).join(" && ");
    return new errors/* HostError */.dh({
        found: `setup needs root to ${wanted}, and ${why?.found ?? "there is none"}`,
        mend: why?.mend ?? null,
        besides: [why?.besides, `or, as root: ${commands}`].filter(Boolean).join("; "),
    });
}
/** @param asked steps that the user has approved; further ones are added */
async function carryOut(needs, rights, asked, options) {
    const { signal, approve, say, staysOpen } = options;
    const opened = makeOpened(rights, staysOpen);
    const tried = new Set();
    const failures = [];
    let isDeclined = false;
    let did = 0;
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
                if (why === null)
                    did += 1;
                else
                    failures.push({ step, why });
            }
        }
        opened.shareWithOthers((0,plan/* devicesFor */.XA)(needs));
        await settle(rights, signal);
        const problems = isDeclined ? [] : await problemsOf(needs, rights, failures, signal);
        return { problems, isDeclined, steps: did, opened: opened.devices(), close: () => opened.close(say) };
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
    // Only this takes long.
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
        say(step.did);
    else
        say(`could not ${step.what}: ${why}`);
    return why;
}
/** Why setup could not mend something, each reason before what it left lacking, in the doctor's words. */
async function problemsOf(needs, rights, failures, signal) {
    const problem = (advice, isEssential) => ({ advice, isEssential });
    const reasons = (fits, isEssential) => failures
        .filter(({ step }) => fits(step))
        .map(({ step, why }) => problem(plainly(`setup could not ${step.what}: ${why}`), isEssential));
    const lacks = await (0,lacking/* lacksOf */.G)(needs, rights, signal);
    const isEssential = lacks.some((lack) => lack.isEssential);
    const whyNoPackages = [
        ...reasons(({ kind }) => kind === "packages", isEssential),
        ...((0,host_packages/* findManager */.z$)() === null ? [problem(plainly(NO_MANAGER), isEssential)] : []),
    ];
    const devices = (0,plan/* devicesFor */.XA)(needs).flatMap((device) => {
        const advice = (0,host_devices/* adviceOn */.ik)(device);
        if (advice === null)
            return [];
        const isNeeded = device !== "vhost-net";
        return [...reasons((step) => step.device === device, isNeeded), problem(advice, isNeeded)];
    });
    const packages = lacks.map((lack) => problem(lack.advice, lack.isEssential));
    return [...(lacks.length > 0 ? [...whyNoPackages, ...packages] : []), ...devices];
}
const NO_MANAGER = "setup found no package manager that it knows (apt-get, dnf, pacman, zypper, apk)";
const plainly = (found) => ({ found, mend: null, besides: null });
/** The problems without whose fix nothing runs. */
const essentialFaults = ({ problems }) => problems.filter(({ isEssential }) => isEssential).map(({ advice }) => advice);
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
                say(`shut again: ${[...devices].map(host_devices/* devicePath */.as).join(", ")}`);
            return problems;
        },
    };
}


/***/ })

};
