export const id = 672;
export const ids = [672];
export const modules = {

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 16732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assetLines: () => (/* binding */ assetLines),
/* harmony export */   assetsCommand: () => (/* binding */ assetsCommand)
/* harmony export */ });
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/* harmony import */ var _guest_asset_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8095);
/* harmony import */ var _guest_assets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71158);
/* harmony import */ var _guest_cache_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30834);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90743);
/* harmony import */ var _inputs_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51398);
/* harmony import */ var _qemu_debian_build_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11182);
/* harmony import */ var _qemu_debian_suite_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75949);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33192);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10680);
/** `assets`: downloads and verifies guest files and builds of Debian ahead of time, for runner images and for sites without internet. */










const FETCHED_GUESTS = ["kernel-initrd", "alpine-iso"];
async function assetsCommand(flags) {
    const { json, quiet, ...inputs } = flags;
    const reporter = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .makeReporter */ .g)(process.stderr, quiet ? "quiet" : "normal");
    const found = await fetchAssets((0,_command_js__WEBPACK_IMPORTED_MODULE_7__/* .givenInputs */ .PC)(inputs), reporter, (0,_command_js__WEBPACK_IMPORTED_MODULE_7__/* .endSignal */ .cs)());
    (0,_command_js__WEBPACK_IMPORTED_MODULE_7__/* .out */ .FD)(json ? (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleJson */ .$m)(found) : assetLines(found));
    return 0;
}
/**
 * Fetches the builds of Debian that are named, and the assets of the named guest. With neither, it fetches the assets of all guests.
 *
 * @throws ConfigurationError for unusable inputs, or when an asset or a build is not available
 */
async function fetchAssets(given, emit, signal) {
    // The inputs are read like those of a run, so that bad ones are refused here too, before any download.
    const guests = given.guest === undefined ? FETCHED_GUESTS : [given.guest];
    const inputs = guests.map((guest) => (0,_inputs_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .readSettings */ .s)({ ...given, guest }, 0));
    const suites = new Set(_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .QEMU_INPUTS */ .Lg.flatMap((name) => (0,_qemu_debian_suite_js__WEBPACK_IMPORTED_MODULE_9__/* .suiteOf */ .Ee)(given[name] ?? "") ?? []));
    const found = [];
    for (const suite of suites) {
        const cacheDir = (0,_guest_cache_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheFolder */ .n)(given.cache ?? null);
        found.push(await (0,_qemu_debian_build_js__WEBPACK_IMPORTED_MODULE_6__/* .obtainDebianBuild */ .j)(suite, { cacheDir, packages: null, emit, signal }));
    }
    if (suites.size > 0 && given.guest === undefined)
        return found;
    for (const settings of inputs) {
        const store = { cacheDir: (0,_guest_cache_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheFolder */ .n)(settings.cache), cache: null, emit, signal };
        for (const { name, path, sha256 } of await (0,_guest_asset_store_js__WEBPACK_IMPORTED_MODULE_1__/* .obtainAssets */ .$)((0,_guest_assets_js__WEBPACK_IMPORTED_MODULE_2__/* .assetsOf */ .ZS)(settings), store)) {
            found.push({ guest: settings.guest, asset: name, path, sha256 });
        }
    }
    return found;
}
/** One line per asset and per build, for scripts to split into words: GUEST ASSET PATH sha256:DIGEST, or SUITE VERSION PATH. */
function assetLines(found) {
    if (found.length === 0)
        return "this guest needs no downloads: it is made from files of this host";
    return found.map((one) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)("suite" in one ? buildLine(one) : assetLine(one))).join("\n");
}
const assetLine = ({ guest, asset, path, sha256 }) => `${guest} ${asset} ${path}${sha256 ? ` sha256:${sha256}` : ""}`;
const buildLine = ({ suite, version, path }) => `${suite} ${version} ${path}`;


/***/ }),

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

/***/ 57146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ LARGEST_MS),
/* harmony export */   es: () => (/* reexport safe */ _names_js__WEBPACK_IMPORTED_MODULE_0__.es),
/* harmony export */   f$: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   nB: () => (/* binding */ Results)
/* harmony export */ });
/* unused harmony exports ScenarioName, DialectName, Accel, BuildRole, TimelineEvent, DeviceTime, Freeze, OutageParts, Evidence, Flow, Loss, TcpRequest, Iteration, Statistics, Limit, Scenario, Build, FigureComparison, Comparison */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53339);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71685);
/**
 * The format of results.json.
 *
 * A figure that could not be measured is `null`, never 0. Names of times end in `Ms`: milliseconds, with fractions. `atMs` counts
 * from when `migrate` was written to the source's QMP socket. docs/results.schema.json is generated from here.
 */



const SCHEMA_VERSION = 1;
const ScenarioName = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SCENARIO_NAMES */ .es);
const DialectName = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .DIALECT_NAMES */ .md);
const Accel = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCEL_NAMES */ ._C);
const BuildRole = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLE_NAMES */ .ST);
/** In ms, about 30 000 years. Up to here sums of figures stay exact, and tables stay readable. */
const LARGEST_MS = 1e15;
const LARGEST_US = LARGEST_MS * 1000;
/** Between the readings of two clocks: negative when a clock was set back. */
const difference = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(-LARGEST_MS).max(LARGEST_MS);
const ms = difference.nullable();
/** Never negative, even when a clock was set back. */
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS);
const length = duration.nullable();
const us = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_US).nullable();
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative().nullable();
const TimelineEvent = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    atMs: difference,
    side: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["source", "target", "host", "probe"]),
    event: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const DeviceTime = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    instance: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    saveUs: us,
    loadUs: us,
});
/** The freeze in consecutive parts, which add up to `vcpuPauseMs`. Null: the part did not happen, or cannot be told apart here. */
const Freeze = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** From STOP until the source has stopped everything. */
    stopMs: length,
    /** The source saves. The target already loads what has arrived. */
    saveMs: length,
    /** The source has saved everything. The target waits for the stream. */
    transferMs: length,
    /** The target loads the rest and gets ready to run. */
    loadMs: length,
    /** Those of the four parts above that could not be told apart, as one figure. */
    stateMs: length,
    /** Moving address and MAC from one TAP to the other. */
    switchMs: length,
    /** The rest of our own share. */
    harnessMs: length,
    /** From writing `cont` until RESUME. */
    contMs: length,
    unexplainedMs: duration,
});
/** The outage before STOP, during the freeze, and after RESUME. The parts add up to `outageMs`. */
const OutageParts = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    beforeStopMs: duration,
    freezeMs: duration,
    afterResumeMs: duration,
});
/** The last output of something, kept when something went wrong. */
const Evidence = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    side: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["source", "target", "host"]),
    /** Where the output is from: "console", "QMP", "stderr", "ip -s address". */
    what: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    tail: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** One of the guest's addresses. There is one for each queue pair that the guest may use. */
const Flow = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    address: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    outageMs: length,
    resumeToReplyMs: ms,
    afterGapMs: length,
    noiseMs: length,
    sent: count,
    lost: count,
    late: count,
});
/** The requests of a flow that were sent in the same phase and never answered. */
const Loss = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    address: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** When they were sent. */
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["before-stop", "freeze", "after-resume"]),
    count: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    /** When the first of them was sent. */
    firstAtMs: difference,
});
/** One TCP request of the connections: a few bytes to the guest, which sends them back. */
const TcpRequest = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Number of its connection, from 0. */
    connection: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    sentAtMs: difference,
    /** Null: not answered by the end of the iteration. */
    answeredAtMs: ms,
});
const Iteration = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    boot: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    index: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    from: BuildRole,
    to: BuildRole,
    /** In an A/B, the number of its pair, from 1. */
    pair: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable(),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passed", "failed"]),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** When it failed: the last output of both sides, and the TAPs' counters. */
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Evidence),
    /** The folder of its logs, relative to results.json. */
    folder: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    outageMs: length,
    resolved: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
    resumeToReplyMs: ms,
    afterGapMs: length,
    noiseMs: length,
    sent: count,
    lost: count,
    late: count,
    /**
     * The lost requests by flow and phase, in scenarios in which packets wait in the TAP's queue: there each loss is a finding. Null in
     * other scenarios, and without STOP and RESUME. Missing in files of earlier versions.
     */
    losses: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Loss).nullable().optional(),
    vcpuPauseMs: ms,
    qemuDowntimeMs: length,
    harnessMs: ms,
    tapSwitchMs: ms,
    migrateMs: ms,
    freeze: Freeze.nullable(),
    outageParts: OutageParts.nullable(),
    /** Each flow of the probe. The figures above are those of the worst flow, but `sent`, `lost` and `late` are sums. */
    flows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Flow),
    /** `seen`: how many were seen to carry packets during the iteration. Null: not looked at. Missing in files of earlier versions. */
    queuePairs: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ offered: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(), active: count, seen: count.optional() }),
    /** The TCP connections to the guest. All figures of them are null without connections, and missing in files of earlier versions. */
    connections: count.optional(),
    /** Reset, closed, or silent beyond `recovery-timeout-ms`. */
    connectionsLost: count.optional(),
    /** The longest time that a request took, of those in flight or sent from `migrate` on. */
    requestStallMs: length.optional(),
    /** How many of these requests took 190 ms or more, about the kernel's least time-out of a retransmission. */
    requestsStalled: count.optional(),
    /** In flight at some time from STOP to RESUME. */
    requestsInFreeze: count.optional(),
    /** The longest time that a request took in the quiet stretch. */
    requestNoiseMs: length.optional(),
    /** Segments that the host's kernel sent again during the iteration (`RetransSegs` of /proc/net/snmp). */
    retransmits: count.optional(),
    /** Loss probes that it sent (`TCPLossProbes` of /proc/net/netstat). */
    lossProbes: count.optional(),
    /** How well the requests kept their pace. */
    requestPace: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        /** Time between two requests, each on the next connection. */
        periodMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().max(LARGEST_MS),
        /** The 99th percentile of how late they were sent. */
        errorP99Ms: duration,
        /** CPU time of the program that sends them, as a share of one core. */
        cpuShare: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS),
    })
        .nullable()
        .optional(),
    /** The requests in flight from STOP to RESUME, and others that took longer than twice `requestNoiseMs`: at most 200, the longest. */
    requests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(TcpRequest).max(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_REQUESTS */ .fD).nullable().optional(),
    vhost: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullable(),
    devices: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(DeviceTime).nullable(),
    timeline: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(TimelineEvent),
});
const Statistics = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    n: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    min: length,
    median: length,
    p95: length,
    max: length,
    ci95: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([duration, duration]).nullable(),
});
const Limit = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    limit: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["max-outage-ms", "max-request-stall-ms", "max-lost"]),
    statistic: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["median", "p95", "max"]),
    bound: duration,
    value: length,
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["met", "exceeded", "unresolved"]),
});
const Scenario = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: ScenarioName,
    /** The build of the source. With a way back, "target" has the iterations from target to candidate. */
    build: BuildRole,
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passed", "failed", "unsupported", "skipped"]),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    /** The last output of a guest that did not come up. */
    evidence: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Evidence),
    bootMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(duration),
    limits: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Limit),
    iterations: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Iteration).max(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_ITERATIONS */ .nG),
    stats: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        outageMs: Statistics,
        /** The first iteration of each chain, and all later ones: a QEMU that has never migrated behaves differently. */
        firstOutageMs: Statistics,
        laterOutageMs: Statistics,
        /** The part of the outage before STOP, of the iterations that passed. Missing in files of earlier versions. */
        beforeStopMs: Statistics.optional(),
        /** Of the iterations that passed and have the figure. Missing in files of earlier versions. */
        requestStallMs: Statistics.optional(),
    })
        .nullable(),
});
const Build = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    role: BuildRole,
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    dialect: DialectName.nullable(),
    /** Whether the time of each device was traced. In an A/B both builds are traced, or neither. */
    traced: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const COMPARED = {
    medianA: length,
    medianB: length,
    deltaMs: ms,
    deltaCi95: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([difference, difference]).nullable(),
    p: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).nullable(),
    maxRegressionPercent: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["same", "faster", "slower", "inconclusive"]),
    /** How many iterations of each build would probably decide. Null when decided, or when no practical number would. */
    iterationsToDecide: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable(),
};
/** A further figure of the candidate (B) against the baseline (A). It has a verdict of its own, which does not fail a run. */
const FigureComparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ figure: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["requestStallMs"]), ...COMPARED });
/** The candidate (B) against the baseline (A): their outages. */
const Comparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    scenario: ScenarioName,
    /** Pairs in which both iterations passed. */
    pairs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    ...COMPARED,
    /** Figures besides the outage. Missing in files of earlier versions. */
    others: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(FigureComparison).optional(),
});
const Results = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(SCHEMA_VERSION),
    /** As JavaScript's `toISOString` writes it. */
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$({ precision: 3 }),
    durationMs: duration,
    conclusion: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["passed", "failed"]),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    seed: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    host: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kernel: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), cpu: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), cores: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive() }),
    accel: Accel,
    /** Missing in files of earlier versions. */
    privilege: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PRIVILEGE_NAMES */ .xR).optional(),
    guest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** What the user set, by input name. The values of `qemu-args` and `qemu-env` may be secrets and are replaced by "…". */
    inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    probe: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        tool: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["fping", "ping"]),
        periodMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().max(LARGEST_MS),
        resolutionMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().max(LARGEST_MS),
    }),
    builds: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Build).max(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLE_NAMES */ .ST.length),
    /** This host's noise: the longest gap in each stretch without migration. Null when `--control` was not given. */
    control: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ stretchMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().max(LARGEST_MS), longestGapMs: Statistics })
        .nullable(),
    /** One per name and build. */
    scenarios: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Scenario).max(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SCENARIO_NAMES */ .es.length * _names_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLE_NAMES */ .ST.length),
    comparison: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Comparison).max(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SCENARIO_NAMES */ .es.length),
});


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
