export const id = 472;
export const ids = [472];
export const modules = {

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
/* harmony export */   HE: () => (/* binding */ excessHint),
/* harmony export */   XE: () => (/* binding */ invokedAs),
/* harmony export */   dh: () => (/* binding */ doctorHint),
/* harmony export */   nA: () => (/* binding */ setupHint)
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
/** How to see what this host can do, with these flags of `doctor`. */
const doctorHint = (flags) => `What this host can do and what not: ${[invokedAs(), "doctor", ...flags.map(_report_repeat_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)].join(" ")}`;
/** How to let setup fix what is missing, with flags that it shares with `doctor`. */
const setupHint = (flags) => `To install and open what is missing: ${[invokedAs(), "setup", ...flags.map(_report_repeat_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)].join(" ")}`;
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
/* harmony import */ var _setup_could_mend_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79128);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33192);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(32900);
/* harmony import */ var _invocation_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(21151);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86652);










async function main() {
    let status = 0;
    try {
        const ending = (work) => async (...given) => {
            status = await work(...given);
        };
        // Each command is imported when it is called: all of them take longer to load than Node itself.
        await (0,_program_js__WEBPACK_IMPORTED_MODULE_8__/* .makeProgram */ .v)({
            run: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(648), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(289), __webpack_require__.e(72), __webpack_require__.e(795), __webpack_require__.e(130), __webpack_require__.e(499), __webpack_require__.e(728), __webpack_require__.e(122), __webpack_require__.e(95), __webpack_require__.e(952), __webpack_require__.e(819), __webpack_require__.e(102), __webpack_require__.e(816), __webpack_require__.e(346)]).then(__webpack_require__.bind(__webpack_require__, 74346))).runCommand(flags)),
            report: ending(async (words, flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(648), __webpack_require__.e(937), __webpack_require__.e(72), __webpack_require__.e(795), __webpack_require__.e(6), __webpack_require__.e(130), __webpack_require__.e(728), __webpack_require__.e(952), __webpack_require__.e(43), __webpack_require__.e(255)]).then(__webpack_require__.bind(__webpack_require__, 66255))).reportCommand(words, flags)),
            doctor: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(648), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(795), __webpack_require__.e(130), __webpack_require__.e(499), __webpack_require__.e(728), __webpack_require__.e(122), __webpack_require__.e(819), __webpack_require__.e(222)]).then(__webpack_require__.bind(__webpack_require__, 5222))).doctorCommand(flags)),
            setup: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(648), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(795), __webpack_require__.e(130), __webpack_require__.e(499), __webpack_require__.e(728), __webpack_require__.e(122), __webpack_require__.e(819), __webpack_require__.e(102), __webpack_require__.e(300)]).then(__webpack_require__.bind(__webpack_require__, 20300))).setupCommand(flags)),
            assets: ending(async (flags) => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(648), __webpack_require__.e(955), __webpack_require__.e(937), __webpack_require__.e(289), __webpack_require__.e(130), __webpack_require__.e(122), __webpack_require__.e(95), __webpack_require__.e(378)]).then(__webpack_require__.bind(__webpack_require__, 16732))).assetsCommand(flags)),
            clean: ending(async () => await (await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(955), __webpack_require__.e(499), __webpack_require__.e(113)]).then(__webpack_require__.bind(__webpack_require__, 17212))).cleanCommand()),
        }).parseAsync();
    }
    catch (error) {
        const ended = (usual) => {
            if (!_command_js__WEBPACK_IMPORTED_MODULE_6__/* .bisecting */ .P$)
                return usual;
            const verdict = (0,_report_bisect_line_js__WEBPACK_IMPORTED_MODULE_4__/* .bisectFault */ .r)(error);
            (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)((0,_report_bisect_line_js__WEBPACK_IMPORTED_MODULE_4__/* .bisectLine */ .z)(verdict));
            return verdict.status;
        };
        // Commander has already printed what was wrong. It also throws after --help.
        if (error instanceof commander__WEBPACK_IMPORTED_MODULE_1__/* .CommanderError */ .b7) {
            if (error.code === "commander.excessArguments")
                (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)((0,_invocation_js__WEBPACK_IMPORTED_MODULE_7__/* .excessHint */ .HE)(process.argv.slice(2)));
            return error.exitCode === 0 ? 0 : ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT_UNUSABLE */ .zN);
        }
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1 || (0,_base_system_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isSystemError */ .O)(error)) {
            (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)(`tap-migration: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UnfitHostError */ .J9)
                (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)(hintsFor(error).join("\n"));
            return ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT_UNUSABLE */ .zN);
        }
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CancelledError */ .cc) {
            (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)(`tap-migration: ${error.message}`);
            return ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT_FAILED */ .hj);
        }
        // entry.cjs says which file is missing.
        if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")
            throw error;
        (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._q)(`tap-migration: ${error instanceof Error ? (error.stack ?? error.message) : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return ended(_exit_status_js__WEBPACK_IMPORTED_MODULE_9__/* .EXIT_FAILED */ .hj);
    }
    return status;
}
const hintsFor = ({ faults, doctorFlags }) => [
    ...(faults.some(_setup_could_mend_js__WEBPACK_IMPORTED_MODULE_5__/* .setupCouldMend */ .b) ? [(0,_invocation_js__WEBPACK_IMPORTED_MODULE_7__/* .setupHint */ .nA)(doctorFlags)] : []),
    (0,_invocation_js__WEBPACK_IMPORTED_MODULE_7__/* .doctorHint */ .dh)(doctorFlags),
];
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
// EXTERNAL MODULE: ./build/scenarios/table.js + 2 modules
var table = __webpack_require__(70991);
// EXTERNAL MODULE: ./build/cli/invocation.js
var invocation = __webpack_require__(21151);
;// CONCATENATED MODULE: ./build/cli/program.js
/** Commands, flags and `--help`. main.ts says what the commands do. */








const JSON_FLAG = ["--json", "print JSON on stdout, and nothing else"];
const QUIET_FLAG = ["--quiet", "no progress"];
function makeProgram(commands) {
    const program = new esm/* Command */.uB((0,invocation/* invokedAs */.XE)())
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
        ["setup", "installs and opens what is missing, after asking"],
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
        .option("--history <FOLDER>", "keep the figures of each machine's last 100 runs there, and name changes beyond its own spread")
        .option(...JSON_FLAG)
        .option("--quiet", "no table: just the status, and what could not be read")
        .addHelpText("after", `
Writes summary.md, report.html, junit.xml and benchmark.json. A file that is missing or broken is named, and the others still count.
Exit status: 0 every run passed, 1 one failed or could not be read, 2 bad usage.

${examples([
        ["report results", "all runs below a folder"],
        ["report old/results.json new/results.json --out both", "two of them"],
        ["report results --history history", "and how the figures changed over the last runs"],
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
    addSetup(program, commands);
    addAssets(program, commands);
    program
        .command("clean")
        .description("remove what dead runs left behind; living runs are left alone")
        .addHelpText("after", `\n${examples([["clean", "after a run was killed"]])}`)
        .action(commands.clean);
    return program;
}
const NAME_WIDTH = Math.max(...table/* SCENARIOS */.U9.map(({ name }) => name.length));
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

Scenarios:
${table/* SCENARIOS */.U9.map(({ name, sentence }) => `  ${name.padEnd(NAME_WIDTH)}  ${sentence}`).join("\n")}

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
function addSetup(program, commands) {
    const setup = program
        .command("setup")
        .description("install and open what a run lacks on this host: shows the commands and asks")
        .option("--yes", "do not ask")
        .option("--dry-run", "only show the commands")
        .addHelpText("after", `
Installs packages, loads kernel modules, and opens /dev/kvm, /dev/vhost-net and /dev/net/tun for this user alone. Changes nothing
that works. Needs root, or sudo; on a terminal sudo may ask for a password.
Exit status: 0 a scenario can be run, 1 the answer was no, 2 something could not be mended, or no scenario can be run.

${examples([
        ["setup", "for a run with the QEMU in PATH"],
        ["setup --dry-run", "what would it do?"],
        ["setup --yes --accel tcg", "without KVM, and without asking"],
    ])}`)
        .action(commands.setup);
    for (const name of inputs/* SETUP_INPUTS */.S9)
        setup.addOption(inputOption(name));
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
    const line = ([command, purpose]) => `  ${(0,invocation/* invokedAs */.XE)()} ${command.padEnd(purpose === "" ? 0 : widest)}${purpose === "" ? "" : `   ${purpose}`}`;
    return ["Examples:", ...lines.map(line)].join("\n");
}
function inputOption(name) {
    const { description, metavariable, fallback } = inputs/* INPUTS */.mc[name];
    const shown = fallback ? ` (default: ${fallback})` : "";
    const isTruth = metavariable === "true|false";
    const value = isTruth ? `[${metavariable}]` : `<${metavariable}>`;
    const option = new esm/* Option */.c$(`--${name} ${value}`, `${description}${shown}`);
    if (isTruth)
        return option.preset("true");
    // An input that has several lines in the action can be given as a repeated flag.
    return LINE_BY_LINE.includes(metavariable)
        ? option.argParser((text, before) => before === undefined ? text : `${before}\n${text}`)
        : option;
}
const LINE_BY_LINE = ["LINES", "LIMITS"];


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
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnfitHostError */ .J9 && error.onlyTheBuild
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


/***/ })

};
