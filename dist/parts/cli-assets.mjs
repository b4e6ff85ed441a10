export const id = 963;
export const ids = [963];
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
/* harmony import */ var _inputs_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51398);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33192);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10680);
/** `assets`: downloads and verifies guest files ahead of time, for runner images and for sites without internet. */







const FETCHED_GUESTS = ["kernel-initrd", "alpine-iso"];
async function assetsCommand(flags) {
    const { json, quiet, ...inputs } = flags;
    const reporter = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .makeReporter */ .g)(process.stderr, quiet ? "quiet" : "normal");
    const found = await fetchAssets((0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .givenInputs */ .PC)(inputs), reporter, (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .endSignal */ .cs)());
    (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .out */ .FD)(json ? (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleJson */ .$m)(found) : assetLines(found));
    return 0;
}
/**
 * Fetches the assets of the named guest, or of all guests.
 *
 * @throws ConfigurationError for unusable inputs, or when an asset is not available
 */
async function fetchAssets(given, emit, signal) {
    // The inputs are read like those of a run, so that bad ones are refused here too, before any download.
    const inputs = (given.guest === undefined ? FETCHED_GUESTS : [given.guest]).map((guest) => (0,_inputs_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .readSettings */ .s)({ ...given, guest }, 0));
    const found = [];
    for (const settings of inputs) {
        const store = { cacheDir: (0,_guest_cache_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheFolder */ .n)(settings.cache), cache: null, emit, signal };
        for (const { name, path, sha256 } of await (0,_guest_asset_store_js__WEBPACK_IMPORTED_MODULE_1__/* .obtainAssets */ .$)((0,_guest_assets_js__WEBPACK_IMPORTED_MODULE_2__/* .assetsOf */ .ZS)(settings), store)) {
            found.push({ guest: settings.guest, asset: name, path, sha256 });
        }
    }
    return found;
}
/** One line per asset, for scripts to split into words. */
function assetLines(found) {
    if (found.length === 0)
        return "this guest needs no downloads: it is made from files of this host";
    return found
        .map(({ guest, asset, path, sha256 }) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(`${guest} ${asset} ${path}${sha256 ? ` sha256:${sha256}` : ""}`))
        .join("\n");
}


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

/***/ 19036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ readEndOf),
/* harmony export */   HW: () => (/* binding */ openFresh),
/* harmony export */   Pm: () => (/* binding */ openNameless),
/* harmony export */   _o: () => (/* binding */ writeFresh),
/* harmony export */   bk: () => (/* binding */ UnfitFileError),
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   sA: () => (/* binding */ readEnd)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/**
 * Files that a QEMU, a guest, a pull request or another user could have placed or replaced. They may be a link to somebody else's file,
 * a pipe whose open waits for ever, or an endless device. All are opened here: links are not followed, only regular files are read,
 * nothing waits, and reads are bounded. See open(2), O_NOFOLLOW and O_NONBLOCK.
 */



const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
/** What is at the path is not to be read. */
class UnfitFileError extends Error {
    name = "UnfitFileError";
    fault;
    constructor(message, fault) {
        super(message);
        this.fault = fault;
    }
}
/** Opens a file for reading. @throws system errors (ELOOP: it is a link); UnfitFileError when it is no regular file. */
function openRegular(path) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
    if (facts.isFile())
        return file;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    throw new UnfitFileError(`${path} is not a regular file`, facts.isDirectory() ? "a folder" : "not a regular file");
}
/** The last `limitBytes` of an open file, however large it is. */
function readEndOf(file, limitBytes) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
    const buffer = Buffer.alloc(Math.min(size, limitBytes));
    let filled = 0;
    while (filled < buffer.length) {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, buffer, filled, buffer.length - filled, size - buffer.length + filled);
        if (bytes === 0)
            break;
        filled += bytes;
    }
    return buffer.subarray(0, filled);
}
/** The last `limitBytes` of a file; empty when it is missing or no regular file. */
function readEnd(path, limitBytes) {
    let file;
    try {
        file = openRegular(path);
    }
    catch {
        return Buffer.alloc(0);
    }
    try {
        return readEndOf(file, limitBytes);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
/** A whole file. @throws as `openRegular`; UnfitFileError, before reading, when it has more than `limitBytes`. */
function readWhole(path, limitBytes) {
    const file = openRegular(path);
    try {
        const tooLarge = new UnfitFileError(`${path} has more than ${limitBytes} bytes`, "too large");
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file).size > limitBytes)
            throw tooLarge;
        // The file may grow meanwhile: one more byte shows that.
        const bytes = readEndOf(file, limitBytes + 1);
        if (bytes.length > limitBytes)
            throw tooLarge;
        return bytes;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
/** A file without a name, known by its descriptor only: nobody can replace it. It is gone when closed. */
function openNameless(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex"));
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path);
    return file;
}
/** Writes a file, whole or not at all. It replaces whatever had the name. */
const writeFresh = (path, content, mode = 0o666) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(openFresh(path, content, mode));
/** The same, and returns its descriptor, to append to this very file whatever has its name later. */
function openFresh(path, content, mode = 0o666) {
    // First under a random name: nobody can prepare a link there, and rename() follows none.
    const fresh = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex")}`);
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(fresh, "ax", mode);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, content);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(fresh, path);
        return file;
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(fresh, { force: true });
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

/***/ 57146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ LARGEST_MS),
/* harmony export */   es: () => (/* reexport safe */ _names_js__WEBPACK_IMPORTED_MODULE_0__.es),
/* harmony export */   f$: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   nB: () => (/* binding */ Results)
/* harmony export */ });
/* unused harmony exports ScenarioName, DialectName, Accel, BuildRole, TimelineEvent, DeviceTime, Freeze, OutageParts, Evidence, Flow, Iteration, Statistics, Limit, Scenario, Build, Comparison */
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
    vcpuPauseMs: ms,
    qemuDowntimeMs: length,
    harnessMs: ms,
    tapSwitchMs: ms,
    migrateMs: ms,
    freeze: Freeze.nullable(),
    outageParts: OutageParts.nullable(),
    /** Each flow of the probe. The figures above are those of the worst flow, but `sent`, `lost` and `late` are sums. */
    flows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Flow),
    queuePairs: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ offered: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(), active: count }),
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
    limit: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["max-outage-ms", "max-lost"]),
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
/** The candidate (B) against the baseline (A). */
const Comparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    scenario: ScenarioName,
    /** Pairs in which both iterations passed. */
    pairs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    medianA: length,
    medianB: length,
    deltaMs: ms,
    deltaCi95: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([difference, difference]).nullable(),
    p: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).nullable(),
    maxRegressionPercent: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["same", "faster", "slower", "inconclusive"]),
    /** How many iterations of each build would probably decide. Null when decided, or when no practical number would. */
    iterationsToDecide: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable(),
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


/***/ })

};
