export const id = 472;
export const ids = [472];
export const modules = {

/***/ 76454:
/***/ (() => {

/**
 * Every entry imports this. The reader of our output may disappear: a terminal is closed, a runner ends. Then
 * later output is lost, but the program continues. Without a listener, the first failed write would end it
 * before it cleans up.
 */
for (const stream of [process.stdout, process.stderr])
    stream.on("error", () => undefined);



/***/ }),

/***/ 45145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   PV: () => (/* binding */ allAdviceOf),
/* harmony export */   Qv: () => (/* binding */ UnusableQemuError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   wr: () => (/* binding */ adviceOf),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71703);
/** The errors for users. Any other error that reaches the action or the command line is a bug, except system errors. */

/** Something that the user has to fix: an input, a missing program, an unsuitable host. Exit status 2. */
class ConfigurationError extends Error {
    name = "ConfigurationError";
}
/** The same in one sentence. */
function sentenceOf({ found, mend, besides }) {
    const todo = [mend, besides].filter((text) => text !== null).join("; ");
    return todo === "" ? found : `${found}: ${todo}`;
}
/** A host that lacks one or more things. */
class HostError extends ConfigurationError {
    advice;
    constructor(...advice) {
        super(advice.map(sentenceOf).join("\n"));
        this.advice = advice;
    }
}
/** A QEMU that is missing, is not a QEMU, or is too old. With another build the run could go on. */
class UnusableQemuError extends HostError {
}
/** A thrown error as advice; only its text when there is no advice. */
const allAdviceOf = (error) => error instanceof HostError ? error.advice : [{ found: messageOf(error), mend: null, besides: null }];
/** The first advice of an error: most errors have only one. */
function adviceOf(error) {
    const [first] = allAdviceOf(error);
    return first ?? { found: messageOf(error), mend: null, besides: null };
}
/** A failed step of a run: QEMU died, a deadline passed, the guest did not answer. The iteration fails. */
class StepError extends Error {
    name = "StepError";
}
/** The run has to stop: a signal, a cancelled job, out of time. */
class CancelledError extends Error {
    name = "CancelledError";
}
/** The message of anything that was thrown. */
function messageOf(error) {
    return error instanceof Error ? ((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemErrorText */ .f)(error) ?? error.message) : String(error);
}


/***/ }),

/***/ 68785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ endOnSignals),
/* harmony export */   d: () => (/* binding */ ENDING_MS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/**
 * Ends a run early and cleanly, within a limited time, after a signal or an uncaught error. The action and
 * the command line both use this. A runner that cancels a job sends INT, 7.5 s later TERM, and 2.5 s after
 * that KILL.
 */

/** The longest time from the signal to the end of the process, even if something hangs. */
const MOST_MS = 4_800;
/** The times that a run has after the signal; the rest of `MOST_MS` is for the reports. */
const ENDING_MS = {
    /** For ending the current measurement. */
    measure: 2_000,
    /** For undoing what the run has made. */
    undo: 1_800,
};
/**
 * Aborts on the first INT, TERM, HUP or uncaught error, and reports which. Later ones change nothing. If the
 * process has not ended after `MOST_MS`, it reports that and exits; `clean` removes what is left. Stops
 * listening on disposal.
 *
 * @param statusOfHang exit status when the process did not end in time
 */
function endOnSignals(tell, statusOfHang = 1) {
    const controller = new AbortController();
    let timer;
    const abort = (reason) => {
        if (controller.signal.aborted)
            return;
        timer = setTimeout(() => {
            tell("the run did not end in time: the next run, or the command clean, removes what it left");
            process.exit(statusOfHang);
        }, MOST_MS).unref();
        controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc(reason));
    };
    const names = ["SIGINT", "SIGTERM", "SIGHUP"];
    const onSignal = (name) => {
        if (!controller.signal.aborted)
            tell(`${name}: ending the run and cleaning up`);
        abort(`cancelled (${name})`);
    };
    const onDefect = (error) => {
        tell(`a defect of tap-migration: ${error instanceof Error ? error.stack : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        abort(`ended by a defect of tap-migration: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    };
    for (const name of names)
        process.on(name, onSignal);
    process.on("uncaughtException", onDefect);
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            clearTimeout(timer);
            for (const name of names)
                process.off(name, onSignal);
            process.off("uncaughtException", onDefect);
        },
    };
}


/***/ }),

/***/ 71703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isSystemError),
/* harmony export */   f: () => (/* binding */ systemErrorText)
/* harmony export */ });
/** The errors of system calls (errno(3)) as sentences for users. All of these texts are in this file. */
const user = () => `this user (uid ${process.geteuid?.() ?? "?"})`;
const MEANINGS = {
    EACCES: () => `${user()} has no permission for it`,
    EPERM: () => `${user()} is not allowed to do that`,
    EROFS: () => "its file system is mounted read-only",
    ENOSPC: () => "its file system is full",
    EDQUOT: () => "this user's disk quota is used up",
    EFBIG: () => "the file would be larger than is allowed here (ulimit -f)",
    EIO: () => "its disk reports an I/O error",
    ENOENT: () => "there is no such file or folder",
    ENOTDIR: () => "a part of the path is a file, not a folder",
    EISDIR: () => "it is a folder, not a file",
    EEXIST: () => "something else has this name already",
    ENOTEMPTY: () => "the folder is not empty",
    ELOOP: () => "its symbolic links lead in a circle",
    ENAMETOOLONG: () => "its name is too long for the file system",
    EBUSY: () => "something else uses it",
    ETXTBSY: () => "the program is still being written to",
    ENOEXEC: () => "it is not a program that this system can run",
    E2BIG: () => "its arguments and its environment are too long",
    ENODEV: () => "there is no device behind it",
    ENXIO: () => "there is no device behind it",
    ESTALE: () => "its network file system has lost it",
    EMFILE: () => "this process has too many files open (ulimit -n)",
    ENFILE: () => "this host has too many files open",
    ENOMEM: () => "this host has no memory left for it",
    EAGAIN: () => "this user has too many processes, or this host is out of resources",
};
const isSystemError = (error) => error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    "syscall" in error &&
    typeof error.syscall === "string";
/**
 * Example: "its file system is full (ENOSPC, write)". Null for other errors, and for codes that do not
 * concern files.
 */
function systemErrorText(error) {
    if (!isSystemError(error))
        return null;
    const { code, syscall, path } = error;
    const meaning = MEANINGS[code];
    if (meaning === undefined)
        return null;
    const call = path === undefined || syscall.includes(path) ? syscall : `${syscall} ${path}`;
    return `${meaning()} (${code}, ${call})`;
}


/***/ }),

/***/ 16089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pk: () => (/* binding */ LEFT_OUT),
/* harmony export */   WY: () => (/* binding */ isLeftOut),
/* harmony export */   gU: () => (/* binding */ isUrl),
/* harmony export */   h7: () => (/* binding */ shownUrlsIn),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/** Removes secrets from URLs before they are shown: user, password and query (a signature, a token). */
/** Replaces a value that may be a secret. */
const LEFT_OUT = "…";
/** Whether a value, or a part of it, was left out. */
const isLeftOut = (value) => value === LEFT_OUT || (isUrl(value) && value.includes(LEFT_OUT));
const isUrl = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
/**
 * The URL without user, password, query and fragment. This also works for invalid URLs: a password with a
 * slash makes a URL invalid, so everything before the last @ is removed.
 */
const shownUrl = (text) => text
    .replace(/^(\s*[a-z][a-z0-9+.-]*:\/+)?[\s\S]*@/i, `$1${LEFT_OUT}@`)
    .replace(/[?#][\s\S]*$/, `?${LEFT_OUT}`);
/** The same for all URLs in a text, such as an error message. */
const shownUrlsIn = (text) => text.replaceAll(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>]+/gi, shownUrl);


/***/ }),

/***/ 39048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ visibleJson),
/* harmony export */   EM: () => (/* binding */ TURNING),
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   mq: () => (/* binding */ visibleCharacter)
/* harmony export */ });
/** Makes text from outside (guests, QEMU, file names) safe for a terminal, a log or a report. */
/** A character as an escape sequence: `\x1b`, `\u202e`. */
function visibleCharacter(character) {
    const code = character.charCodeAt(0);
    return code < 0x100
        ? `\\x${code.toString(16).padStart(2, "0")}`
        : `\\u${code.toString(16).padStart(4, "0")}`;
}
/** Replaces lone surrogates, which cannot be encoded in UTF-8 or in a URL. */
const wellFormed = (text) => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
/** For a character class: Unicode's characters that change the writing direction, also of the text after them. */
const TURNING = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
/** Control characters except the tab, all line ends, and characters that change the writing direction. */
const ACTING = new RegExp(`[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]`, "g");
/**
 * Escapes characters that a terminal would act on, as `\x1b`, `\x0d`, `\u2028`, `\u202e`: control characters,
 * all line ends (also U+0085, U+2028, U+2029), and changes of writing direction. Tabs stay.
 */
const visible = (line) => line.replaceAll(ACTING, visibleCharacter);
/** A value as JSON for scripts, also safe on a terminal: characters that would act are escaped as in JSON. */
const visibleJson = (value) => JSON.stringify(value, null, 2).replaceAll(ACTING, (character) => 
// JSON strings contain no raw newline, so this one is formatting.
character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** The same for a text of several lines. */
const visibleLines = (text) => text
    .split(/\r\n|\n|\r/)
    .map(visible)
    .join("\n");


/***/ }),

/***/ 33192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ out),
/* harmony export */   P$: () => (/* binding */ bisecting),
/* harmony export */   PC: () => (/* binding */ givenInputs),
/* harmony export */   _q: () => (/* binding */ err),
/* harmony export */   cs: () => (/* binding */ endSignal)
/* harmony export */ });
/* harmony import */ var _base_signals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68785);
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16089);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39048);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32900);
/** What the commands share: output, signals, and the inputs among the flags. */




/** Whether this is a run for `git bisect run`. */
const bisecting = (0,_exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isBisecting */ .fT)(process.argv.slice(2));
const out = (text) => process.stdout.write(`${text}\n`);
/** Writes plain text to stderr: control characters, including colours, are shown and not sent. */
const err = (text) => process.stderr.write(`${(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLines */ .gB)((0,_base_url_js__WEBPACK_IMPORTED_MODULE_3__/* .shownUrlsIn */ .h7)(text))}\n`);
/** Aborts when a signal ends this process. Listens until the process ends. */
const endSignal = () => (0,_base_signals_js__WEBPACK_IMPORTED_MODULE_0__/* .endOnSignals */ .c)((text) => err(`\n${text}`), bisecting ? _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_END_OF_BISECTION */ .CJ : _exit_status_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_FAILED */ .hj).signal;
/** The inputs among the flags, by their names as inputs. */
function givenInputs(flags) {
    const given = {};
    for (const [name, value] of Object.entries(flags)) {
        if (typeof value === "string")
            given[kebab(name)] = value;
    }
    return given;
}
const kebab = (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);


/***/ }),

/***/ 32900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ EXIT_END_OF_BISECTION),
/* harmony export */   fT: () => (/* binding */ isBisecting),
/* harmony export */   hj: () => (/* binding */ EXIT_FAILED),
/* harmony export */   zN: () => (/* binding */ EXIT_UNUSABLE)
/* harmony export */ });
/** Exit statuses of the command line. `run --bisect` has others: src/report/bisect.ts. */
/** A run or a report that did not pass, or an error of ours. */
const EXIT_FAILED = 1;
/** Bad usage, or a host that cannot run it. */
const EXIT_UNUSABLE = 2;
/** Ends a `git bisect run`, which takes any status from 1 to 127 as one about the commit. */
const EXIT_END_OF_BISECTION = 128;
/** Whether `--bisect` is among the words. They are looked at themselves: it may be the words that cannot be read. */
const isBisecting = (words) => words.some((word) => word === "--bisect" || word.startsWith("--bisect="));


/***/ }),

/***/ 21151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ excessHint),
/* harmony export */   X: () => (/* binding */ invokedAs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _report_repeat_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59768);
/** How this program was called, so that commands in help and advice can be typed as shown. */


/** Example: "node dist/cli.js", or the name of a link to it in PATH. */
function invokedAs(script = process.argv[1] ?? "cli.js", folder = process.cwd()) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(script);
    if (!name.endsWith(".js"))
        return name;
    const near = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, script);
    return `node ${(0,_report_repeat_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(near.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(near) ? script : near)}`;
}
/** Advice for words that belong to no flag. */
function excessHint(words) {
    const flag = words.indexOf("--scenarios");
    const list = flag < 0 ? [] : words.slice(flag + 1);
    const end = list.findIndex((word) => word.startsWith("-"));
    const names = end < 0 ? list : list.slice(0, end);
    return names.length > 1
        ? `scenarios are separated by commas: --scenarios ${names.map((name) => name.replace(/,$/, "")).join(",")}`
        : "a value with blanks in it has to be quoted";
}


/***/ }),

/***/ 75472:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _base_closed_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76454);
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48179);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _base_system_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71703);
/* harmony import */ var _report_bisect_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78896);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33192);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32900);
/* harmony import */ var _invocation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21151);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86652);









async function main() {
    let status = 0;
    try {
        const ending = (work) => async (...given) => {
            status = await work(...given);
        };
        // Each command is imported when it is called: all of them take longer to load than Node itself.
        await (0,_program_js__WEBPACK_IMPORTED_MODULE_7__/* .makeProgram */ .v)({
            run: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(752), __webpack_require__.e(648), __webpack_require__.e(72), __webpack_require__.e(795), __webpack_require__.e(35), __webpack_require__.e(474), __webpack_require__.e(952), __webpack_require__.e(408), __webpack_require__.e(95), __webpack_require__.e(746), __webpack_require__.e(633), __webpack_require__.e(451)]).then(__webpack_require__.bind(__webpack_require__, 74346))).runCommand(flags)),
            report: ending(async (words, flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(937), __webpack_require__.e(72), __webpack_require__.e(795), __webpack_require__.e(6), __webpack_require__.e(952), __webpack_require__.e(909), __webpack_require__.e(255)]).then(__webpack_require__.bind(__webpack_require__, 66255))).reportCommand(words, flags)),
            doctor: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(648), __webpack_require__.e(795), __webpack_require__.e(35), __webpack_require__.e(474), __webpack_require__.e(408), __webpack_require__.e(746), __webpack_require__.e(173)]).then(__webpack_require__.bind(__webpack_require__, 43726))).doctorCommand(flags)),
            assets: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(752), __webpack_require__.e(648), __webpack_require__.e(35), __webpack_require__.e(408), __webpack_require__.e(95), __webpack_require__.e(672)]).then(__webpack_require__.bind(__webpack_require__, 16732))).assetsCommand(flags)),
            clean: ending(async () => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(955), __webpack_require__.e(35), __webpack_require__.e(474), __webpack_require__.e(212)]).then(__webpack_require__.bind(__webpack_require__, 17212))).cleanCommand()),
        }).parseAsync();
    }
    catch (error) {
        const ended = (usual) => {
            if (!_command_js__WEBPACK_IMPORTED_MODULE_5__/* .bisecting */ .P$)
                return usual;
            const verdict = (0,_report_bisect_line_js__WEBPACK_IMPORTED_MODULE_4__/* .bisectFault */ .r)(error);
            (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._q)((0,_report_bisect_line_js__WEBPACK_IMPORTED_MODULE_4__/* .bisectLine */ .z)(verdict));
            return verdict.status;
        };
        // Commander has already printed what was wrong. It also throws after --help.
        if (error instanceof commander__WEBPACK_IMPORTED_MODULE_1__/* .CommanderError */ .b7) {
            if (error.code === "commander.excessArguments")
                (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._q)((0,_invocation_js__WEBPACK_IMPORTED_MODULE_6__/* .excessHint */ .H)(process.argv.slice(2)));
            return error.exitCode === 0 ? 0 : ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .EXIT_UNUSABLE */ .zN);
        }
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1 || (0,_base_system_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isSystemError */ .O)(error)) {
            (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._q)(`tap-migration: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
            return ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .EXIT_UNUSABLE */ .zN);
        }
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc) {
            (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._q)(`tap-migration: ${error.message}`);
            return ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .EXIT_FAILED */ .hj);
        }
        // entry.cjs says which file is missing.
        if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")
            throw error;
        (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._q)(`tap-migration: ${error instanceof Error ? (error.stack ?? error.message) : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_8__/* .EXIT_FAILED */ .hj);
    }
    return status;
}
// Work that hangs must not keep the process alive. On Linux this loses no output: writes to stdout and stderr are synchronous.
process.exit(await main());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 86652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ makeProgram)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./build/base/url.js
var url = __webpack_require__(16089);
;// CONCATENATED MODULE: ./build/base/version.js
/** The version of this program. A test checks that it equals the one in package.json. */
const VERSION = "0.1.0";

// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/inputs/inputs.js
var inputs = __webpack_require__(90743);
// EXTERNAL MODULE: ./build/report/defaults.js
var defaults = __webpack_require__(25401);
// EXTERNAL MODULE: ./build/cli/invocation.js
var invocation = __webpack_require__(21151);
;// CONCATENATED MODULE: ./build/cli/program.js
/** Commands, flags and `--help`. main.ts says what the commands do. */







const JSON_FLAG = ["--json", "print JSON on stdout, and nothing else"];
const QUIET_FLAG = ["--quiet", "no progress"];
function makeProgram(commands) {
    const program = new esm/* Command */.uB((0,invocation/* invokedAs */.X)())
        .description("Measures how long a guest loses its network during a local live migration from one QEMU to another.")
        .version(VERSION)
        .exitOverride()
        // Commander quotes unknown words, which may contain secrets or control characters.
        .configureOutput({ writeErr: (text) => process.stderr.write((0,visible_text/* visibleLines */.gB)((0,url/* shownUrlsIn */.h7)(text))) })
        .showHelpAfterError("(see --help)")
        .addHelpText("after", `
Exit status: 0 passed, 1 failed, 2 bad usage or a host that cannot run it.
Colours: where stdout is a terminal; NO_COLOR takes them away, FORCE_COLOR brings them elsewhere.

${examples([
        ["doctor", "what can be run here?"],
        ["run", "all scenarios on KVM with the QEMU in PATH"],
        ["run --help", "all there is to set"],
    ])}`);
    addRun(program, commands);
    program
        .command("report")
        .description("merge the results of several runs into one report")
        .argument("<where...>", "folders that are searched for results.json, files, and globs for either")
        .option("--out <FOLDER>", "where the report goes", defaults/* DEFAULT_FOLDER */.X)
        .option("--title <TEXT>", "heading of the summary", defaults/* DEFAULT_TITLE */.p)
        .option(...JSON_FLAG)
        .option("--quiet", "no table: just the status, and what could not be read")
        .addHelpText("after", `
Writes summary.md, report.html, junit.xml and benchmark.json. A file that is missing or broken is named, and the others still count.
Exit status: 0 every run passed, 1 one failed or could not be read, 2 bad usage.

${examples([
        ["report results", "all runs below a folder"],
        ["report old/results.json new/results.json --out both", "two of them"],
        ["report 'out/*/results.json' --json", "for scripts"],
    ])}`)
        .action(commands.report);
    const doctor = program
        .command("doctor")
        .description("what this host and this QEMU can do, scenario by scenario, and how to fix what is missing")
        .option(...JSON_FLAG)
        .addHelpText("after", `
Exit status: 0 a scenario can be run, 2 none can.

${examples([
        ["doctor", "this host, and the QEMU in PATH"],
        ["doctor --accel tcg", "what can be run without KVM?"],
        ["doctor --qemu ./build/qemu-system-x86_64", "which local migration does this build speak?"],
    ])}`)
        .action(commands.doctor);
    for (const name of inputs/* DOCTOR_INPUTS */.yv)
        doctor.addOption(inputOption(name));
    addAssets(program, commands);
    program
        .command("clean")
        .description("remove what dead runs left behind; living runs are left alone")
        .addHelpText("after", `\n${examples([["clean", "after a run was killed"]])}`)
        .action(commands.clean);
    return program;
}
function addRun(program, commands) {
    const runs = program
        .command("run")
        .description("run the scenarios and report")
        .option("--out <FOLDER>", "the same as --output-dir")
        .option("--json", "print results.json on stdout, and nothing else")
        .option(...QUIET_FLAG)
        .option("--verbose", "every step")
        .option("--control <N>", "first measure N stretches of a second without migration: this host's noise")
        .option("--seed <N>", "seed of the random numbers (printed and kept in the results)")
        .option("--bisect", "exit for git bisect run: 0 good, 1 bad, 125 cannot be judged, 128 end the bisection")
        .addHelpText("after", `
Exit status: 0 the run passed, 1 it failed, 2 bad usage or a host that cannot run it.
With --bisect: 0 good, 1 slower than the baseline or over a limit (without either: a migration failed), 125 this build cannot
be judged, 128 bad usage, a host that cannot run it, or an interruption.

${examples([
        ["run", "all scenarios on KVM with the QEMU in PATH"],
        ["run --qemu ./build/qemu-system-x86_64 --scenarios tap-fd,tap-fd-vhost --iterations 20", ""],
        ["run --qemu ./new --baseline-qemu ./old", "is the new one slower?"],
        ["run --qemu ./build/qemu-system-x86_64 --baseline-qemu debian:sid", "slower than Debian's?"],
        ["run --qemu ./old --target-qemu ./new --round-trip true", "an upgrade, and back"],
        ["run --max-outage-ms 'tap-fd: p95=20' --json", "a limit, for scripts"],
        ["run --qemu ./build/qemu-system-x86_64 --max-outage-ms 20 --bisect", "a step of git bisect run"],
        ["run --accel tcg --scenarios new-tap", "without KVM: does migration work at all?"],
    ])}`)
        .action(commands.run);
    for (const name of inputs/* INPUT_NAMES */.Qh)
        runs.addOption(inputOption(name));
}
function addAssets(program, commands) {
    const assets = program
        .command("assets")
        .description("download and verify guest files and builds of Debian ahead of time, and print their paths")
        .option(...JSON_FLAG)
        .option(...QUIET_FLAG)
        .addHelpText("after", `
Without --guest it fetches the files of all guests; with a debian:SUITE and without --guest, only that build.

${examples([
        ["assets --cache /srv/tap-migration", "for an image of a runner"],
        ["assets --guest alpine-iso --mirror https://mirror.example/base", "from elsewhere"],
        ["assets --qemu debian:sid", "Debian's newest QEMU: prints SUITE VERSION PATH"],
    ])}`)
        .action(commands.assets);
    for (const name of inputs/* ASSET_INPUTS */.b3)
        assets.addOption(inputOption(name));
}
/** Commands with their purposes beside them. */
function examples(lines) {
    const widest = Math.max(...lines.filter(([, purpose]) => purpose !== "").map(([command]) => command.length));
    const line = ([command, purpose]) => `  ${(0,invocation/* invokedAs */.X)()} ${command.padEnd(purpose === "" ? 0 : widest)}${purpose === "" ? "" : `   ${purpose}`}`;
    return ["Examples:", ...lines.map(line)].join("\n");
}
function inputOption(name) {
    const { description, metavariable, fallback } = inputs/* INPUTS */.mc[name];
    const shown = fallback ? ` (default: ${fallback})` : "";
    const option = new esm/* Option */.c$(`--${name} <${metavariable}>`, `${description}${shown}`);
    // An input that has several lines in the action can be given as a repeated flag.
    return LINE_BY_LINE.includes(metavariable)
        ? option.argParser((text, before) => before === undefined ? text : `${before}\n${text}`)
        : option;
}
const LINE_BY_LINE = ["LINES", "LIMITS"];


/***/ }),

/***/ 90743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ DEFAULT_PAIRS),
/* harmony export */   Lg: () => (/* binding */ QEMU_INPUTS),
/* harmony export */   PW: () => (/* binding */ DEFAULT_ITERATIONS),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   b3: () => (/* binding */ ASSET_INPUTS),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   yv: () => (/* binding */ DOCTOR_INPUTS)
/* harmony export */ });
/* harmony import */ var _results_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71685);
/**
 * All inputs: name, meaning, default and metavariable. The action's inputs and the flags of the command line are made from this table.
 * The formats are in checks.ts, so that `--help` need not load zod.
 */

const input = (metavariable, fallback, description) => ({
    ...{ metavariable, fallback, description },
});
const optional = (metavariable, description) => ({
    ...{ metavariable, fallback: null, description },
});
const DEFAULT_ITERATIONS = 5;
/** This many pairs show a difference of 25 % in nine of ten runs. */
const DEFAULT_PAIRS = 30;
const DIGEST = "required for a URL that is not the default";
const QEMU = "PATH|debian:SUITE";
const INPUTS = {
    qemu: input(QEMU, "qemu-system-x86_64", "QEMU to test: a path, a name to look up in PATH, or debian:SUITE for the build of a Debian suite, like debian:sid"),
    "target-qemu": optional(QEMU, "QEMU of the target, if it differs: each iteration is one boot and one migration from qemu to target-qemu"),
    "round-trip": input("true|false", "false", "Also migrate each guest back from target-qemu to qemu"),
    "baseline-qemu": optional(QEMU, "QEMU to compare qemu with (A/B): guests of both are migrated in pairs, in random order"),
    "max-regression-percent": input("PERCENT", "20", "How much longer than the baseline's the median outage of qemu may be without counting as slower"),
    "qemu-args": {
        ...input("WORDS", "", "More arguments for all QEMUs, split into words as a shell does; no shell runs them"),
        secret: true,
    },
    "qemu-env": {
        ...input("LINES", "", "Environment variables for all QEMUs, one NAME=VALUE per line, like ASAN_OPTIONS=detect_leaks=0; the results do not contain the values"),
        secret: true,
    },
    machine: input("TYPE", "q35", "Machine type of source and target; with two builds, an alias means the newest type that both know"),
    cpu: optional("MODEL", "CPU model of source and target (default: host with kvm, QEMU's default with tcg)"),
    smp: input("N", "1", "vCPUs of the guest"),
    memory: input("SIZE", "1G", "RAM of the guest, like 512M or 1G"),
    queues: input("N", "4", "Queue pairs of the TAP and the NIC"),
    accel: input("kvm|tcg", "kvm", "Accelerator. Use tcg only to see whether migration works: its figures are not those of KVM"),
    privilege: input("auto|root|none", "auto", "Who makes the network: root (this is root, or sudo without a password), none (namespaces of this user, without root), or auto: root if possible, else none"),
    guest: input("NAME", "micro", "Guest to boot: micro (this host's kernel and busybox, built for the run), kernel-initrd (a distribution's kernel and initrd) or alpine-iso (an ISO with its own boot loader; the action's default)"),
    iso: optional("URL|PATH", "ISO for the guest alpine-iso (default: Alpine Linux 3.22.1 standard)"),
    "iso-sha256": optional("HEX", `SHA-256 of iso; ${DIGEST}`),
    kernel: optional("URL|PATH", "Kernel for the guest kernel-initrd (default: Fedora 31 installer), or a path for micro (default: this host's newest kernel)"),
    "kernel-sha256": optional("HEX", `SHA-256 of kernel; ${DIGEST}`),
    initrd: optional("URL|PATH", "Initrd for the guest kernel-initrd, from the same distribution as the kernel (default: Fedora 31 installer)"),
    "initrd-sha256": optional("HEX", `SHA-256 of initrd; ${DIGEST}`),
    mirror: optional("URL", "Replaces scheme and host of the default URLs: https://mirror.example/base turns https://host/a/b into https://mirror.example/base/a/b"),
    cache: optional("FOLDER", "Where to keep downloads, builds of Debian, and what was found out about QEMUs (default: the user's cache folder)"),
    scenarios: optional("LIST", `Scenarios to run, separated by commas or spaces (default: all of ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SCENARIO_NAMES */ .es.join(", ")})`),
    unsupported: optional("skip|fail", "What to do with a scenario that cannot run on this host (default: fail if scenarios names it, else skip)"),
    iterations: optional("N", `Migrations per scenario, for each build and each direction, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_ITERATIONS */ .nG} (default: ${DEFAULT_ITERATIONS}; ${DEFAULT_PAIRS} with baseline-qemu)`),
    "probe-interval-ms": input("MS", "1", "Time between two echo requests, at least 0.2"),
    "recovery-timeout-ms": input("MS", "5000", "The iteration fails when the guest does not answer within this time after RESUME"),
    "max-outage-ms": optional("LIMITS", "Limits on the outage, one per line: [scenario:] [median=|p95=|max=]NUMBER; the default is median"),
    "max-lost": optional("LIMITS", "Limits on the requests lost in an iteration, one per line, as for max-outage-ms; the default is max"),
    strict: input("true|false", "false", "Also fail a scenario when this machine is too noisy to judge a limit"),
    trace: input("true|false", "true", "Trace the time of each device, if QEMU can; in an A/B both builds are traced, or neither"),
    "timeout-minutes": input("MINUTES", "60", "After this time the run ends, keeps the results it has, and fails"),
    "output-dir": input("FOLDER", "tap-migration-results", "Folder for results and logs"),
    summary: input("true|false", "true", "Show the summary on the page of the job"),
    annotations: input("true|false", "true", "Add annotations to the job, not only lines to its log"),
};
const INPUT_NAMES = Object.keys(INPUTS);
/** The inputs of the command `doctor`: they decide whether a host can run a scenario. */
const DOCTOR_INPUTS = [
    "qemu",
    "kernel",
    "accel",
    "privilege",
    "memory",
    "cache",
];
/** The inputs that name a QEMU. */
const QEMU_INPUTS = ["qemu", "target-qemu", "baseline-qemu"];
/** The inputs of the command `assets`. */
const ASSET_INPUTS = [
    "guest",
    "iso",
    "iso-sha256",
    "kernel",
    "kernel-sha256",
    "initrd",
    "initrd-sha256",
    "mirror",
    "cache",
    ...QEMU_INPUTS,
];


/***/ }),

/***/ 78896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ bisectFault),
/* harmony export */   z: () => (/* binding */ bisectLine)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/** The verdict for `git bisect run` as a line. Apart from bisect.ts, so that the command line starts without what that needs. */

const WORDS = { 0: "good", 1: "bad", 125: "cannot be judged", 128: "stop" };
/** As in "bisect: bad (1): new-tap: median outage 35.1 ms, 15.1 ms above the limit of 20 ms". */
const bisectLine = ({ status, sentence }) => `bisect: ${WORDS[status]} (${status}): ${sentence}`;
/** The verdict on a run that ended with an error before anything was measured. Its message is printed elsewhere. */
function bisectFault(error) {
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnusableQemuError */ .Qv
        ? { status: 125, sentence: "this QEMU cannot be run" }
        : { status: 128, sentence: "the run ended with an error that says nothing about the commit" };
}


/***/ }),

/***/ 25401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ DEFAULT_FOLDER),
/* harmony export */   p: () => (/* binding */ DEFAULT_TITLE)
/* harmony export */ });
/** What a report has when the user sets nothing. A module of its own, so that `--help` need not load the reports. */
const DEFAULT_FOLDER = "tap-migration-report";
const DEFAULT_TITLE = "Downtime of live migration";


/***/ }),

/***/ 59768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ repetitionOf),
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16089);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/** The command that repeats a run. */


/** A longer command gets one line per flag: the action passes every input, so its commands are long. */
const LONGEST_LINE = 120;
function repetitionOf({ inputs, seed, guest, privilege, builds, control }) {
    const candidate = builds.find(({ role }) => role === "candidate");
    const given = {
        ...(candidate !== undefined && { qemu: candidate.path }),
        // The action and the command line boot different guests by default.
        guest,
        // "auto" may find root elsewhere.
        ...(privilege === "none" && { privilege }),
        ...inputs,
    };
    const leftOut = [];
    const flags = [];
    for (const [name, value] of Object.entries(given)) {
        if ((0,_base_url_js__WEBPACK_IMPORTED_MODULE_1__/* .isLeftOut */ .WY)(value))
            leftOut.push(`${name} (its value may be a secret and is not kept)`);
        else if (value.includes("\t") || (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(value) !== value)
            leftOut.push(`${name} (it has control characters)`);
        else
            flags.push(`--${name} ${shellWord(value)}`);
    }
    flags.push(`--seed ${seed}`);
    if (control !== null)
        flags.push(`--control ${control.longestGapMs.n}`);
    const words = ["node dist/cli.js run", ...flags];
    const line = words.join(" ");
    return { command: line.length <= LONGEST_LINE ? line : words.join(" \\\n  "), leftOut };
}
/** One word for POSIX sh. Section 2.2.2: single quotes preserve every character except the single quote. */
const shellWord = (text) => /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;


/***/ }),

/***/ 71685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ WANTED_PRIVILEGES),
/* harmony export */   ST: () => (/* binding */ ROLE_NAMES),
/* harmony export */   _C: () => (/* binding */ ACCEL_NAMES),
/* harmony export */   es: () => (/* binding */ SCENARIO_NAMES),
/* harmony export */   md: () => (/* binding */ DIALECT_NAMES),
/* harmony export */   nG: () => (/* binding */ MOST_ITERATIONS),
/* harmony export */   xR: () => (/* binding */ PRIVILEGE_NAMES)
/* harmony export */ });
/**
 * The words that results.json and the inputs share, as plain constants. schema.ts makes zod's enums from them. `--help` needs the
 * words but not zod, which takes longer to load than everything else that `--help` needs.
 */
const SCENARIO_NAMES = ["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"];
const DIALECT_NAMES = [
    "permit",
    "supported",
    "incoming-fds",
    "backend-transfer",
    "fds",
    "local-tap",
];
const ACCEL_NAMES = ["kvm", "tcg"];
/** Who ran the commands for root: root itself, sudo, or nobody (in namespaces of this user). */
const PRIVILEGE_NAMES = ["root", "sudo", "none"];
/** What the input `privilege` can be. */
const WANTED_PRIVILEGES = ["auto", "root", "none"];
/** The roles of a build. */
const ROLE_NAMES = ["candidate", "target", "baseline"];
/** The most iterations that a scenario may have. */
const MOST_ITERATIONS = 10_000;


/***/ })

};
