export const id = 378;
export const ids = [378];
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

/***/ 68606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within),
/* harmony export */   z: () => (/* binding */ onceAborted)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/** Waits with a limit. */


/**
 * The result of `work`; null when it takes longer than `milliseconds` or the signal aborts. This does not end
 * the work itself, so the caller must be able to abandon it.
 */
async function within(milliseconds, work, signal) {
    const timer = new AbortController();
    const cancel = AbortSignal.any([timer.signal, ...(signal ? [signal] : [])]);
    // When nobody waits for the work any more, its failure must not become an unhandled rejection.
    work.catch(() => undefined);
    try {
        return await Promise.race([
            work.then((value) => ({ value })),
            (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, null, { signal: cancel }).catch(() => null),
        ]);
    }
    finally {
        timer.abort();
    }
}
/** The same, but the time starts only when `signal` aborts: it limits how long the work may take to end. */
async function onceAborted(signal, milliseconds, work) {
    const over = new AbortController();
    const aborted = signal.aborted
        ? Promise.resolve()
        : (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(signal, "abort", { signal: over.signal }).catch(() => undefined);
    work.catch(() => undefined);
    try {
        return await Promise.race([
            work.then((value) => ({ value })),
            aborted.then(() => within(milliseconds, work, over.signal)),
        ]);
    }
    finally {
        over.abort();
    }
}


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

/***/ 39970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ logCommands),
/* harmony export */   NT: () => (/* binding */ stdoutOf),
/* harmony export */   cd: () => (/* binding */ runToEnd),
/* harmony export */   jH: () => (/* binding */ outputOf)
/* harmony export */ });
/* unused harmony export commandLine */
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53053);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58500);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41955);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45145);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4879);
/**
 * Runs programs to their end, through @actions/exec. Programs that stay (QEMU, the probe, ip's batch) are started elsewhere.
 *
 * @actions/exec gives no pid, no deadline and no limit of output, and its search for lines takes time with the square of the output.
 * So we take the ChildProcess from Node's channel `child_process` (docs of diagnostics_channel), and read and kill it here.
 */










/** The longest that a timer of Node can be: 24.8 days. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
const MOST_OUTPUT_BYTES = 100 * 2 ** 20;
/** How long a program's children may keep its stdout open after its end. */
const OUTPUT_OPEN_MS = 1_000;
/** How long we wait for the end of a program that was killed. */
const KILLED_MS = 500;
/** How much of the end of stderr an error repeats. */
const MOST_CHARACTERS = 4_000;
/**
 * Runs a program to its end, or kills it. A child of it that keeps its stdout open is waited for up to `OUTPUT_OPEN_MS`, and not
 * killed.
 *
 * @throws the signal's reason when the program failed or was killed after it aborted. Every other failure is in the result.
 */
async function runToEnd(file, args, options = {}) {
    const { signal, timeoutMs = NO_DEADLINE_MS, maxOutputBytes = MOST_OUTPUT_BYTES } = options;
    signal?.throwIfAborted();
    log?.(commandLine([file, ...args]));
    const overflow = new AbortController();
    const program = start(file, args, options, () => overflow.abort(), maxOutputBytes);
    let notStarted = null;
    let givenUp = false;
    try {
        const stop = AbortSignal.any([overflow.signal, ...(signal ? [signal] : [])]);
        givenUp = (await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .u)(timeoutMs, program.done, stop)) === null;
    }
    catch (error) {
        notStarted = `could not be started: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`;
    }
    if (givenUp)
        await program.giveUp();
    const { exitCode, signalName, stdout, stderr } = program.release();
    const timedOut = givenUp && !overflow.signal.aborted;
    const failure = overflow.signal.aborted
        ? `wrote more than ${maxOutputBytes} bytes`
        : timedOut
            ? `did not end within ${timeoutMs / 1000} s`
            : (notStarted ?? howItFailed(exitCode, signalName));
    // Ctrl-C goes to the program as well: its failure then is no news.
    if (failure !== null)
        signal?.throwIfAborted();
    return { exitCode, signalName, timedOut, failure, stdout, stderr };
}
function howItFailed(exitCode, signalName) {
    if (exitCode === 0)
        return null;
    return exitCode === null ? `was ended by ${signalName}` : `ended with status ${exitCode}`;
}
/** Runs a program to its end; its stdout. @throws StepError with command line, failure and the end of stderr; the signal's reason. */
async function outputOf(file, args, options = {}) {
    return stdoutOf(await runToEnd(file, args, options), [file, ...args]);
}
/** The stdout of a program that ended with status 0. @throws StepError that calls it by `words`. */
function stdoutOf({ failure, stdout, stderr }, words) {
    if (failure === null)
        return stdout;
    const said = stderr.toString("utf8").trim().slice(-MOST_CHARACTERS);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .StepError */ .zg(`${commandLine(words)} ${failure}${said === "" ? "" : `: ${said}`}`);
}
/** A command line to show. Values after `env -i` become `***`: they may be secrets (input `qemu-env`). */
function commandLine(words) {
    let areVariables = false;
    const shown = words.map((word, index) => {
        if (word === "-i" && /(^|\/)env$/.test(words[index - 1] ?? "")) {
            areVariables = true;
            return word;
        }
        areVariables &&= /^[A-Za-z_][A-Za-z0-9_]*=/.test(word);
        return areVariables ? `${word.slice(0, word.indexOf("="))}=***` : word;
    });
    return shown.join(" ");
}
let log = null;
/** Calls `write` with each command line before its program starts. Null ends that. */
function logCommands(write) {
    log = write;
}
/** Holds, within a call, what to do with its child. */
const calls = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
// Node 20 and 24 publish in ChildProcess's constructor: before the process is started.
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)("child_process", (message) => calls.getStore()?.(message.process));
function start(file, args, { input, env, kill = killTree }, overflow, maxOutputBytes) {
    const stdout = [];
    const stderr = [];
    let child = null;
    let spawnError = null;
    let givenUp = false;
    let exited = () => { };
    const exit = new Promise((resolve) => {
        exited = resolve;
    });
    const end = () => {
        // The pid of a program that has ended may be another's by now.
        const { pid, exitCode, signalCode } = child ?? {};
        if (pid === undefined || exitCode !== null || signalCode !== null)
            return;
        (async () => kill(pid))().catch(() => undefined);
    };
    const onChild = (made) => {
        if (child !== null)
            return;
        child = made;
        emitSpawnErrors(made);
        made.once("error", (error) => {
            spawnError = error;
        });
        made.once("exit", exited);
        // By then it has its streams, but none of their data has been read.
        process.nextTick(() => {
            gather(made.stdout, stdout, maxOutputBytes, overflow);
            gather(made.stderr, stderr, maxOutputBytes, overflow);
            // A program need not read all of its input.
            made.stdin?.on("error", () => undefined);
            made.stdin?.end(input);
            if (givenUp)
                end();
        });
    };
    const run = async () => {
        await expectProgram(file, args, env);
        if (givenUp)
            return;
        const options = { silent: true, ignoreReturnCode: true, delay: OUTPUT_OPEN_MS, ...(env && { env }) };
        try {
            await calls.run(onChild, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_6__/* .exec */ .m)(quoted(file), [...args], options));
        }
        catch (error) {
            throw spawnError ?? error;
        }
        if (child === null)
            throw new Error("this Node does not publish its child processes");
        // With its stdout still open, what it wrote last may wait to be read.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setImmediate)();
    };
    const done = run();
    done.then(exited, exited);
    return {
        done,
        giveUp: async () => {
            givenUp = true;
            end();
            await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .u)(KILLED_MS, exit);
        },
        release: () => {
            for (const stream of [child?.stdin, child?.stdout, child?.stderr])
                stream?.destroy();
            child?.unref();
            return {
                exitCode: child?.exitCode ?? null,
                signalName: child?.signalCode ?? null,
                stdout: Buffer.concat(stdout),
                stderr: Buffer.concat(stderr),
            };
        },
    };
}
/** @throws Error that says why the program can't be started: @actions/exec doesn't. */
async function expectProgram(file, args, env = {}) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_4__.isAbsolute)(file))
        throw new Error("its path is not absolute");
    // Node throws for these, and @actions/exec drops the error: see `emitSpawnErrors`.
    if ([file, ...args, ...Object.entries(env).flat()].some((word) => word.includes("\0")))
        throw new Error("one of its words has a NUL character");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.X_OK);
}
/** Takes the place of the listeners of @actions/exec. */
function gather(stream, chunks, most, overflow) {
    let bytes = 0;
    // A stream is missing where the process could not be started.
    stream?.removeAllListeners("data").on("data", (chunk) => {
        bytes += chunk.length;
        if (bytes > most)
            overflow();
        else
            chunks.push(chunk);
    });
}
/**
 * Emits all errors of spawning. Node emits some (ENOENT, EACCES) and throws others (E2BIG, ENOMEM). For a thrown one @actions/exec
 * never settles, and the error would be an uncaught exception.
 */
function emitSpawnErrors(child) {
    const inner = child;
    const spawn = inner.spawn.bind(child);
    inner.spawn = (options) => {
        try {
            return spawn(options);
        }
        catch (error) {
            process.nextTick(() => child.emit("error", error));
            return undefined;
        }
    };
}
/** @actions/exec splits what it runs into words. It takes a quote as `\"` within quotes, and a backslash only outside of them. */
const quoted = (file) => 
// Without a blank at the end it would trim the name.
`"${file.replaceAll(/["\\]/g, (character) => (character === '"' ? '\\"' : '"\\"'))}" `;
/** Kills a child and all below it, those first: a process that loses its parent can't be found any more. */
function killTree(pid) {
    for (const one of [...(0,_proc_js__WEBPACK_IMPORTED_MODULE_9__/* .descendants */ .DG)(pid).map((below) => below.pid), pid]) {
        try {
            process.kill(one, "SIGKILL");
        }
        catch {
            // It is gone, or not ours.
        }
    }
}


/***/ }),

/***/ 93820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/** Undefined when nothing is there, also below a file, for which Node throws. @throws other system errors. */
function factsOf(path, stat) {
    try {
        return stat(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if (error.code === "ENOTDIR")
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ xdgFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93820);
/** The user's folders, by the XDG base directory specification. */





const FOLDERS = { XDG_STATE_HOME: ".local/state", XDG_CACHE_HOME: ".cache" };
/**
 * The folder that the variable names. A relative path is ignored, as the specification says.
 * @throws ConfigurationError when the default is needed and this user has no home folder.
 */
function xdgFolder(variable) {
    const named = process.env[variable] ?? "";
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(named))
        return named;
    const home = homeFolder();
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(home)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`this user (uid ${process.getuid?.() ?? "?"}) has no home folder: HOME names none, and neither does /etc/passwd. Set HOME, or XDG_STATE_HOME and XDG_CACHE_HOME, to folders that can be written`);
    }
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, FOLDERS[variable]);
}
/**
 * HOME; for root only when it is root's own. sudo without -H keeps the user's HOME, and jobs in containers get the HOME of the runner's
 * user. Files of root there would be in that user's way, and root would obey files that the user puts there.
 */
function homeFolder() {
    const { HOME: named } = process.env;
    if (named && !(process.geteuid?.() === 0 && isOfOtherUser(named)))
        return named;
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().homedir;
    }
    catch {
        // No passwd entry.
        return "";
    }
}
const isOfOtherUser = (folder) => ((0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .x)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)?.uid ?? 0) !== 0;


/***/ }),

/***/ 89749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ whyNotPrivate),
/* harmony export */   Xi: () => (/* binding */ whyNotPrivateFile),
/* harmony export */   xc: () => (/* binding */ makeOwnFolder),
/* harmony export */   y_: () => (/* binding */ pin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93820);
/** Folders whose content we obey: only this user and root may be able to write there. */




const WRITABLE_BY_GROUP = 0o020;
const WRITABLE_BY_OTHERS = 0o002;
const STICKY = 0o1000;
/**
 * Why somebody else could write into a folder or replace it; null when nobody could. It and all folders above must belong to this user or
 * root, and not be writable by others. A folder like /tmp may be above it: its sticky bit keeps others from renaming (S_ISVTX in inode(7)).
 *
 * @throws the system's error when it is missing.
 */
function whyNotPrivate(folder) {
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
    const uid = process.geteuid?.() ?? 0;
    const own = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real);
    if (!own.isDirectory())
        return `${folder} is not a folder`;
    if (own.uid !== uid)
        return `${folder} belongs to another user (uid ${own.uid})`;
    if ((own.mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0)
        return `others may write into ${folder}`;
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const { uid: owner, gid, mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(at);
        if (owner !== uid && owner !== 0)
            return `${at}, above it, belongs to another user (uid ${owner})`;
        // With a umask of 002 folders are writable by the user's own group, which has no other member.
        const group = (mode & WRITABLE_BY_GROUP) !== 0 && !(owner === uid && gid === process.getegid?.());
        if ((group || (mode & WRITABLE_BY_OTHERS) !== 0) && (mode & STICKY) === 0)
            return `others may write into ${at}, above it`;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            return null;
    }
}
/** Returns a check whether the path is still the same folder: a QEMU that runs as this user could replace it. */
function pin(folder) {
    const { dev, ino } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder);
    return () => {
        const there = (0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOf */ .x)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync);
        return there?.dev === dev && there.ino === ino;
    };
}
/** Makes a new folder for this user alone. @throws Error when others could write into it or replace it. */
function makeOwnFolder(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode: 0o700 });
    const why = whyNotPrivate(path);
    if (why !== null)
        throw new Error(why);
    const isSame = pin(path);
    return {
        path,
        at(name) {
            if (isSame())
                return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepError */ .zg(`the run's temporary folder ${path} is not the one that was made: something removed it, or put another in its place`);
        },
    };
}
/** The same for a file in such a folder. */
function whyNotPrivateFile(path) {
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
    const { uid, mode, nlink } = facts;
    if (!facts.isFile())
        return `${path} is not a regular file`;
    if (uid !== (process.geteuid?.() ?? 0))
        return `${path} belongs to another user (uid ${uid})`;
    if ((mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0)
        return `others may write ${path}`;
    return nlink === 1 ? null : `${path} has another name as well`;
}


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ descendants),
/* harmony export */   Gs: () => (/* binding */ descendantOfUser),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   aW: () => (/* binding */ bootId),
/* harmony export */   f2: () => (/* binding */ howEnded),
/* harmony export */   jI: () => (/* binding */ openFilesLimit),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/**
 * Processes, as /proc shows them. A pid alone does not identify a process, since the kernel reuses it, and a zombie has a folder in /proc
 * too. See proc_pid_stat(5), fields 3 (state), 4 (parent) and 22 (start time).
 */

/** How a child ended, in words, from the arguments of its event `exit` or `close`. */
const howEnded = (status, signal) => signal === null ? `ended with status ${status}` : `ended by ${signal}`;
function readStat(pid) {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, "utf8");
    }
    catch {
        return null;
    }
    // The name is in parentheses, and may contain spaces and parentheses.
    const open = text.indexOf("(");
    const close = text.lastIndexOf(")");
    const fields = text.slice(close + 2).split(" ");
    const [state, parent] = fields;
    const start = fields[19];
    if (state === undefined || parent === undefined || start === undefined)
        return null;
    return {
        state,
        parentPid: Number(parent),
        startTicks: Number(start),
        name: text.slice(open + 1, close),
    };
}
const isDead = (stat) => stat.state === "Z" || stat.state === "X";
/** The process that has a pid now; null when there is none or only a zombie. */
function identify(pid) {
    const stat = readStat(pid);
    return stat === null || isDead(stat) ? null : { pid, startTicks: stat.startTicks };
}
/** Whether that process still runs. A zombie does not. */
function isAlive(process) {
    return identify(process.pid)?.startTicks === process.startTicks;
}
/** The kernel's id of this boot. Pids and start times are valid only within one boot. */
function bootId() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
/**
 * The user's process below (or at) `rootPid`, for example under sudo: the first one, from the top, that runs as that user. Null when
 * there is none. `below`: never `rootPid` itself.
 */
function descendantOfUser(rootPid, uid, { below = false } = {}) {
    for (const { pid } of [...(below ? [] : [{ pid: rootPid }]), ...descendants(rootPid)]) {
        if (effectiveUid(pid) === uid)
            return identify(pid);
    }
    return null;
}
/** See proc_pid_status(5), `Uid`: real, effective, saved, file system. */
function effectiveUid(pid) {
    try {
        const uid = /^Uid:\s+\d+\s+(\d+)/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/status`, "utf8"))?.[1];
        return uid === undefined ? null : Number(uid);
    }
    catch {
        return null;
    }
}
/** The soft limit of a process on open files; null when the process has ended. See proc_pid_limits(5). */
function openFilesLimit(pid) {
    try {
        const limit = /^Max open files +(\d+)/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/limits`, "utf8"))?.[1];
        return limit === undefined ? null : Number(limit);
    }
    catch {
        return null;
    }
}
/** All living descendants of a process, without itself, parents first, with their current names. */
function descendants(rootPid) {
    const children = new Map();
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc")) {
        const pid = Number(entry);
        if (!Number.isInteger(pid))
            continue;
        const stat = readStat(pid);
        if (stat === null || isDead(stat))
            continue;
        const siblings = children.get(stat.parentPid) ?? [];
        siblings.push({ pid, name: stat.name });
        children.set(stat.parentPid, siblings);
    }
    const found = [];
    const queue = [rootPid];
    for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
        for (const child of children.get(pid) ?? []) {
            found.push(child);
            queue.push(child.pid);
        }
    }
    return found;
}


/***/ })

};
