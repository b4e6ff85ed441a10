export const id = 812;
export const ids = [812];
export const modules = {

/***/ 27717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ restoreStaged),
/* harmony export */   Bn: () => (/* binding */ copyFiles),
/* harmony export */   JI: () => (/* binding */ makeRunnerCache),
/* harmony export */   Tj: () => (/* binding */ savePackages),
/* harmony export */   Vu: () => (/* binding */ stagingPath),
/* harmony export */   Wd: () => (/* binding */ saveStaged),
/* harmony export */   We: () => (/* binding */ saveAsset)
/* harmony export */ });
/* unused harmony export CACHE_DEADLINE_MS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6289);
/* harmony import */ var _actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59805);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45145);
/* harmony import */ var _guest_asset_store_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8095);
/**
 * Connects the runner's two caches to the asset store: the tool cache, which persists on a self-hosted
 * runner, then the Actions cache, which persists per repository. Their files are not trusted, and they can
 * neither fail a job nor block it. Packages of builds of Debian are only in the Actions cache: on a self-hosted
 * runner, the unpacked build persists in the cache folder.
 */



// Imported as a namespace: a local debugger of actions replaces this module by one with fewer exports.





/** A server that does not answer blocks the client for minutes; a download may be faster. */
const CACHE_DEADLINE_MS = 60_000;
/** The tool cache accepts only versions like x.y.z, so the digest is in the name. */
const TOOL_VERSION = "1.0.0";
const FILE_NAME = "asset";
const toolName = (sha256) => `tap-migration-asset-${sha256.slice(0, 16)}`;
const cacheKey = (sha256) => `tap-migration-asset-${sha256}`;
/** The key of the packages of a build of Debian: its suite and version. */
const packagesKey = (key) => `tap-migration-${key}`;
/** The caches of the runner that started this process. Without a runner, nothing is ever found. */
function makeRunnerCache(options) {
    const { info, warn } = options;
    const all = [];
    const downloaded = (one) => {
        all.push(one);
        options.downloaded(all);
    };
    return {
        async restore(sha256, path, signal) {
            try {
                if (await copyFromToolCache(sha256, path, signal, warn)) {
                    info(`${short(sha256)}: from the runner's tool cache`);
                    return true;
                }
                if (await copyFromActionsCache(sha256, path, signal, options)) {
                    info(`${short(sha256)}: from the Actions cache`);
                    return true;
                }
            }
            catch (error) {
                if (!signal.aborted)
                    warn(`the runner's caches could not be read: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
            }
            return false;
        },
        downloaded: (sha256, path) => downloaded({ sha256, path }),
        async restorePackages(key, folder, signal) {
            try {
                if (!(await copyFolderFromActionsCache(key, folder, signal, options)))
                    return false;
                info(`${key}: from the Actions cache`);
                return true;
            }
            catch (error) {
                if (!signal.aborted)
                    warn(`the Actions cache could not be read: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
                return false;
            }
        },
        packagesDownloaded: (key, folder) => downloaded({ key, folder }),
    };
}
const short = (sha256) => `asset ${sha256.slice(0, 16)}…`;
async function copyFromToolCache(sha256, path, signal, warn) {
    if (!process.env.RUNNER_TOOL_CACHE)
        return false;
    const folder = (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .find */ .I6)(toolName(sha256), TOOL_VERSION);
    if (folder === "")
        return false;
    const kept = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, FILE_NAME);
    // The store verifies too, but here a damaged file still leaves the other cache to ask.
    const digest = await (0,_guest_asset_store_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOfFile */ .M)(kept, signal);
    if (digest === sha256) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(kept, path);
        return true;
    }
    warn(`the runner's tool cache has a damaged file: ${folder} (sha256 ${digest}, expected ${sha256})`);
    return false;
}
/**
 * The path of a file on its way to or from the Actions cache. It must be the same in each run, because the
 * service compares it (getCacheVersion in @actions/cache).
 */
const stagingPath = (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "tap-migration-assets", name, FILE_NAME);
const copyFromActionsCache = async (sha256, path, signal, options) => await restoreStaged(stagingPath(sha256), [cacheKey(sha256)], signal, options, (staged) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(staged, path));
/** The same for the files of a folder. */
const copyFolderFromActionsCache = async (key, folder, signal, options) => await restoreStaged(stagingPath(key), [packagesKey(key)], signal, options, (staged) => copyFiles(staged, folder));
/**
 * Calls `take` when the Actions cache had the key, or the newest entry that begins with one of `prefixes`, and has put its files at
 * `staged`.
 */
async function restoreStaged(staged, [key, ...prefixes], signal, { warn, deadlineMs = CACHE_DEADLINE_MS }, take) {
    if (!_actions_cache__WEBPACK_IMPORTED_MODULE_3__/* .isFeatureAvailable */ .w3())
        return false;
    try {
        const answer = await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .within */ .u)(deadlineMs, _actions_cache__WEBPACK_IMPORTED_MODULE_3__/* .restoreCache */ .P3([staged], key, prefixes), signal);
        if (answer === null) {
            if (!signal.aborted)
                warn(`the Actions cache did not answer within ${deadlineMs / 1000} s`);
            return false;
        }
        if (answer.value === undefined)
            return false;
        await take(staged);
        return true;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(staged), { recursive: true, force: true });
    }
}
const linkOrCopy = (from, to) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.link)(from, to).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, to));
/** Copies regular files only, and follows no link. */
async function copyFiles(from, into, wanted = () => true) {
    for (const file of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(from, { withFileTypes: true })) {
        if (file.isFile() && wanted(file.name))
            await linkOrCopy((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(from, file.name), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(into, file.name));
    }
}
/** Saves a downloaded file in both caches, unless its digest has changed. Never rejects: a failure is a warning. */
async function saveAsset({ sha256, path }, options) {
    const { info, warn } = options;
    const attempt = async (where, save) => {
        try {
            if (await save())
                info(`${short(sha256)}: saved in ${where}`);
        }
        catch (error) {
            warn(`${short(sha256)} could not be saved in ${where}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
        }
    };
    const digest = await (0,_guest_asset_store_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOfFile */ .M)(path, new AbortController().signal).catch(_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD);
    if (digest !== sha256) {
        warn(`${path} is not saved in the runner's caches: it has changed since the download`);
        return;
    }
    await attempt("the runner's tool cache", async () => {
        if (!process.env.RUNNER_TOOL_CACHE)
            return false;
        await (0,_actions_tool_cache__WEBPACK_IMPORTED_MODULE_4__/* .cacheFile */ .NJ)(path, FILE_NAME, toolName(sha256), TOOL_VERSION);
        return true;
    });
    await attempt("the Actions cache", async () => await saveInActionsCache(sha256, path, options));
}
/**
 * Saves the packages of a build of Debian in the Actions cache, then removes them: they are unpacked already. Never
 * rejects: a failure is a warning.
 */
async function savePackages({ key, folder }, options) {
    const { info, warn } = options;
    try {
        const saved = await saveStaged(stagingPath(key), packagesKey(key), options, async (staged) => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(staged, { mode: 0o700 });
            await copyFiles(folder, staged);
        });
        if (saved)
            info(`${key}: saved in the Actions cache`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
    catch (error) {
        warn(`${key} could not be saved in the Actions cache: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`);
    }
}
const saveInActionsCache = async (sha256, path, options) => await saveStaged(stagingPath(sha256), cacheKey(sha256), options, (staged) => linkOrCopy(path, staged));
/** Saves under the key what `put` has put at `staged`. */
async function saveStaged(staged, key, { deadlineMs = CACHE_DEADLINE_MS }, put) {
    if (!_actions_cache__WEBPACK_IMPORTED_MODULE_3__/* .isFeatureAvailable */ .w3())
        return false;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(staged), { recursive: true, mode: 0o700 });
    try {
        await put(staged);
        const saved = await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .within */ .u)(deadlineMs, _actions_cache__WEBPACK_IMPORTED_MODULE_3__/* .saveCache */ .Io([staged], key));
        if (saved === null)
            throw new Error(`it was not done within ${deadlineMs / 1000} s`);
        // Without an id, saveCache has already logged the reason.
        return saved.value !== -1;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(staged), { recursive: true, force: true });
    }
}


/***/ }),

/***/ 11987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39313);
/* harmony import */ var _host_register_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(499);
/* harmony import */ var _host_undo_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42009);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27717);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80633);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49019);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(90862);
/** The post step: cleans up what the main step could not, and saves its downloads. It never fails a job. */











const CLEAN_DEADLINE_MS = 120_000;
const tell = (text) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)((0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(text));
const warn = (text) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)((0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .message */ .i)(text));
/** Never rejects, and ends within a limited time. */
async function run() {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .readState */ .un)();
    (0,_commands_js__WEBPACK_IMPORTED_MODULE_8__/* .printCommands */ .w)();
    await attempt("cleaning up", async () => {
        if ((await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .within */ .u)(CLEAN_DEADLINE_MS, clean(state))) === null) {
            throw new Error(`it was not done after ${CLEAN_DEADLINE_MS / 1000} s`);
        }
    });
    for (const one of state?.downloaded ?? []) {
        await attempt("saving in caches", async () => {
            if ("key" in one)
                await (0,_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .savePackages */ .Tj)(one, { info: tell, warn });
            else
                await (0,_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .saveAsset */ .We)(one, { info: tell, warn });
        });
    }
}
async function attempt(what, work) {
    try {
        await work();
    }
    catch (error) {
        warn(`${what} failed: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
    }
}
async function clean(state) {
    const folder = state?.registerFolder ?? (0,_host_register_js__WEBPACK_IMPORTED_MODULE_5__/* .stateFolder */ .yp)();
    const main = state === null ? null : (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .livingMain */ .n7)(state);
    // The usual case: main has ended cleanly, and its register is gone.
    if (main === null && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return;
    const privilege = await (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .findPrivilegeOrNone */ .EY)();
    if (main !== null) {
        tell(`the main step (process ${main.pid}) still runs: ending it`);
        await (0,_host_undo_js__WEBPACK_IMPORTED_MODULE_6__/* .endProcess */ .JZ)(main, privilege);
    }
    const { cleaned, problems } = await (0,_host_register_js__WEBPACK_IMPORTED_MODULE_5__/* .cleanDeadRuns */ .Kz)(privilege, folder);
    for (const run of cleaned)
        tell(`run ${run}: cleaned up`);
    for (const problem of problems)
        warn(`could not be cleaned up: ${problem}`);
}


/***/ }),

/***/ 80633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ printCommands)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39048);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39970);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49019);
/** The command lines of programs in the log of a debug run ("Enable debug logging"), as other actions show theirs. */




function printCommands() {
    (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .logCommands */ .Bp)((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .isDebug */ ._o)() ? (line) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .p)(`[command]${(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(line)}`)) : null);
}


/***/ }),

/***/ 49019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ message),
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16089);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/**
 * Makes text from outside (guests, QEMU, servers, file names) safe for the log of a job.
 *
 * The runner reads commands from both output streams: `::name …::` at the start of a line, after optional
 * blanks, and the old form `##[name …]` anywhere in a line. `\r` also ends a line. Text from outside must not
 * contain any of that. See "Workflow commands" in GitHub's documentation, and ActionCommand.cs of
 * actions/runner.
 */


/** The runner cuts longer messages of annotations, possibly in the middle of an escape sequence. */
const LONGEST_MESSAGE = 4_000;
/** The text as lines that the runner takes only as text. Control characters are made visible. */
function plain(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_base_url_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUrlsIn */ .h7)(line))
        .replaceAll("##[", "# #[")
        .replace(/^(\s*)::/, "$1: :"))
        .join("\n");
}
/** The message of an annotation. @actions/core escapes it, so only length and control characters matter here. */
function message(text) {
    const shown = (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)((0,_base_url_js__WEBPACK_IMPORTED_MODULE_1__/* .shownUrlsIn */ .h7)(text));
    return shown.length <= LONGEST_MESSAGE ? shown : `${shown.slice(0, LONGEST_MESSAGE)}…`;
}


/***/ }),

/***/ 6517:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _base_closed_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76454);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11987);


await (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)();
// A cache server that never answered may still keep a socket open; that must not block the job.
process.exit(0);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 90862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   n7: () => (/* binding */ livingMain),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53339);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _host_proc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);
/* harmony import */ var _host_register_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(499);
/**
 * The state that the main step passes to the post step. It is written as soon as it is known, because main
 * may be killed at any time. The last write counts.
 */





const NAME = "job";
const Asset = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/), path: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().startsWith("/") });
/** The packages of a build of Debian. */
const Packages = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    key: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^debian-[\w.+~%-]+$/),
    folder: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^\/.*\/packages$/),
});
const State = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    /** The process of the main step. */
    main: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ bootId: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), pid: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().min(2), startTicks: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig() }),
    /** The folder in which main's run noted what has to be undone. */
    registerFolder: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().startsWith("/"),
    /** Downloaded files that should be saved in the caches. */
    downloaded: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([Asset, Packages])),
});
/**
 * Writes the state for the post step. If that fails, `warn` reports it, and post uses the default folder of
 * this user's runs.
 */
function writeState(downloaded, warn) {
    const self = (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .identify */ .ls)(process.pid);
    if (self === null)
        throw new Error("this process is not in /proc: is /proc mounted?");
    const state = {
        main: { bootId: (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)(), ...self },
        registerFolder: (0,_host_register_js__WEBPACK_IMPORTED_MODULE_3__/* .stateFolder */ .yp)(),
        downloaded: [...downloaded],
    };
    try {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(NAME, JSON.stringify(state));
    }
    catch (error) {
        warn(`the state for the post step could not be saved (GITHUB_STATE): ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
    }
}
/** The state that main wrote; null when there is none (main was killed before) or it is invalid. */
function readState() {
    try {
        return State.parse(JSON.parse((0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)(NAME)));
    }
    catch {
        return null;
    }
}
/**
 * The process of the main step, if it still runs. Cancelling a step in a container job ends its `docker
 * exec`, but not the process in the container.
 */
function livingMain({ main }) {
    return main.bootId === (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)() && main.pid !== process.pid && (0,_host_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(main) ? main : null;
}


/***/ }),

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
/* harmony export */   J9: () => (/* binding */ UnfitHostError),
/* harmony export */   PV: () => (/* binding */ allAdviceOf),
/* harmony export */   Qv: () => (/* binding */ UnusableQemuError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   fE: () => (/* binding */ plainAdvice),
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
/** A problem with nothing to say on what to do about it. */
const plainAdvice = (found) => ({ found, mend: null, besides: null });
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
/** A run that was refused before anything was started: this host, or a QEMU, lacks what it needs. */
class UnfitHostError extends ConfigurationError {
    /** In the order in which to fix them. */
    faults;
    /** The flags with which the command `doctor` looks at the same host and QEMU. Not quoted for a shell. */
    doctorFlags;
    /** Whether all of that is about the builds under test, so that the run could go on with others. */
    onlyTheBuild;
    constructor({ faults, doctorFlags, onlyTheBuild, }) {
        const texts = faults.map(sentenceOf);
        const lines = texts.map((text) => `\n  ${text}`).join("");
        super(texts.length === 1 ? texts[0] : `this host lacks what the run needs:${lines}`);
        this.faults = faults;
        this.doctorFlags = doctorFlags;
        this.onlyTheBuild = onlyTheBuild;
    }
}
/** A thrown error as advice; only its text when there is no advice. */
const allAdviceOf = (error) => error instanceof HostError ? error.advice : [plainAdvice(messageOf(error))];
/** The first advice of an error: most errors have only one. */
function adviceOf(error) {
    const [first] = allAdviceOf(error);
    return first ?? plainAdvice(messageOf(error));
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

/***/ 88424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ rulePathOf),
/* harmony export */   NB: () => (/* binding */ shutCommandFor),
/* harmony export */   S4: () => (/* binding */ deviceState),
/* harmony export */   as: () => (/* binding */ devicePath),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   ik: () => (/* binding */ adviceOn),
/* harmony export */   of: () => (/* binding */ DEVICE_NAMES)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62162);
/** The devices that a run needs: whether they open for this user, which QEMU runs as, and how to fix it when they do not. */




const DEVICES = {
    kvm: { path: "/dev/kvm", group: "kvm" },
    "vhost-net": { path: "/dev/vhost-net", group: "kvm" },
    // Its mode is 0666 by default. Capabilities and the owner of a TAP decide what a process may do with it.
    tun: { path: "/dev/net/tun", group: null },
};
const DEVICE_NAMES = Object.keys(DEVICES);
const devicePath = (device) => DEVICES[device].path;
/**
 * Opens the device, since its mode is not enough: a container's device cgroup refuses with EPERM what the mode allows, and a node whose
 * module cannot be loaded has no device behind it.
 */
function deviceState(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK));
        return "ok";
    }
    catch (error) {
        switch (error.code) {
            case "EACCES":
                return "no access";
            case "EPERM":
                return "forbidden";
            default:
                return "missing";
        }
    }
}
/** What to do about a device; null when it opens. */
function adviceOn(device, state) {
    const { path } = DEVICES[device];
    switch (state ?? deviceState(path)) {
        case "ok":
            return null;
        case "missing":
            return { found: `${path} is missing`, ...load(device) };
        case "forbidden":
            return {
                found: `${path} is there, but this container may not open it`,
                mend: null,
                besides: `start the container with --device ${path}, or --privileged (Kubernetes: a privileged pod, or a device plugin)`,
            };
        case "no access":
            return { found: `${path} cannot be opened by this user`, ...letIn(device) };
    }
}
/** The same in one sentence, for a message. */
function adviceFor(device, state) {
    const advice = adviceOn(device, state);
    return advice === null ? null : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .sentenceOf */ .$N)(advice);
}
const MODULES = { kvm: ["kvm_intel", "kvm_amd"], "vhost-net": ["vhost_net"], tun: ["tun"] };
const KVM_BESIDES = "if that fails, switch on virtualisation in the firmware, or nested virtualisation when this is a virtual machine. To try out without KVM: --accel tcg";
/** modprobe needs the modules of the running kernel. A container does not have them: they are on its host. */
function load(device) {
    const command = MODULES[device].map((name) => `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}modprobe ${name}`).join(" || ");
    const besides = device === "kvm" ? KVM_BESIDES : null;
    if ((0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .moduleFolder */ .pi)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()) !== null)
        return { mend: command, besides };
    const { path } = DEVICES[device];
    const outside = `the modules of the running kernel ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()} are not here. In a container, on its host: ${command}; then start the container with --device ${path}`;
    return { mend: null, besides: [outside, besides].filter((text) => text !== null).join("; ") };
}
/** By membership where the group may open the device; else by a udev rule, which survives reboots and packages that reset the mode. */
function letIn(device) {
    const { path, group } = DEVICES[device];
    if (group === null)
        return { mend: `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}chmod 666 ${path}`, besides: null };
    const rule = `echo 'KERNEL=="${device}", GROUP="${group}", MODE="0660", OPTIONS+="static_node=${device}"' | sudo tee /etc/udev/rules.d/99-${device}.rules && sudo udevadm control --reload && sudo udevadm trigger --name-match=${device}`;
    const join = `sudo usermod -aG ${group} "$USER"`;
    const anew = `then log in anew (a runner: start its service anew). Until the next boot only, at once: sudo chmod o+rw ${path}`;
    return groupMayOpen(path, group)
        ? { mend: join, besides: anew }
        : { mend: `${rule} && ${join}`, besides: anew };
}
/** The command that shuts a device again for this user, after setup has opened it. */
function shutCommandFor(device) {
    const { path } = DEVICES[device];
    const rule = rulePathOf(device);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(rule)
        ? `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}rm ${rule} && ${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}udevadm control --reload && ${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}chown root ${path}`
        : `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}setfacl -x u:${process.getuid?.() ?? 0} ${path}`;
}
/** The file of a rule of udev that opens a device. */
const rulePathOf = (device) => `/etc/udev/rules.d/99-tap-migration-${device}.rules`;
function groupMayOpen(path, group) {
    try {
        const { gid, mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        const entry = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/etc/group", "utf8").match(new RegExp(`^${group}:[^:]*:(\\d+):`, "m"));
        return (mode & 0o060) === 0o060 && entry !== null && Number(entry[1]) === gid;
    }
    catch {
        return false;
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
/* harmony export */   sA: () => (/* binding */ readEnd),
/* harmony export */   vw: () => (/* binding */ makeNamelessFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
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
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex"));
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path);
    return file;
}
/** Writes a file, whole or not at all. It replaces whatever had the name. */
const writeFresh = (path, content, mode = 0o666) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(openFresh(path, content, mode));
/** The same, and returns its descriptor, to append to this very file whatever has its name later. */
function openFresh(path, content, mode = 0o666) {
    // First under a random name: nobody can prepare a link there, and rename() follows none.
    const fresh = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex")}`);
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
/** A temporary file that needs no cleaning up, not even after SIGKILL: it goes with the last process that has it open. */
function makeNamelessFile() {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), "tapmig-"));
    try {
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, "file"), O_RDWR | O_CREAT | O_EXCL, 0o600);
        return {
            path: `/proc/${process.pid}/fd/${file}`,
            read: (limitBytes) => readEndOf(file, limitBytes),
            [Symbol.dispose]: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file),
        };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 76276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ holdLock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var proper_lockfile__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83648);
/**
 * A lock beside a file: when several runs need it, one fetches and the others wait. It only saves work; safety comes from private names
 * and renames. A holder that died is noticed by the age of its lock.
 */


/** A living holder renews its lock after a third of this. */
const STALE_MS = 10_000;
const LOOK_EVERY_MS = 250;
/** Holds the lock of `path` until disposed of. @param waiting called once when somebody else has it */
async function holdLock(path, signal, waiting) {
    for (let told = false;; told = true) {
        signal.throwIfAborted();
        try {
            const release = await (0,proper_lockfile__WEBPACK_IMPORTED_MODULE_1__.lock)(path, {
                realpath: false,
                stale: STALE_MS,
                update: STALE_MS / 3,
                // We were stopped for long, and another run took over: see above.
                onCompromised: () => undefined,
            });
            return {
                // Fails when another run took over.
                [Symbol.asyncDispose]: () => release().catch(() => undefined),
            };
        }
        catch (error) {
            if (error.code !== "ELOCKED")
                throw error;
            if (!told)
                waiting();
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_EVERY_MS, undefined, { signal });
        }
    }
}


/***/ }),

/***/ 62162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ installing),
/* harmony export */   GT: () => (/* binding */ namesFor),
/* harmony export */   K4: () => (/* binding */ sudoWord),
/* harmony export */   OL: () => (/* binding */ isUbuntu),
/* harmony export */   RP: () => (/* binding */ faultsIn),
/* harmony export */   ZO: () => (/* binding */ kernelPackages),
/* harmony export */   pi: () => (/* binding */ moduleFolder),
/* harmony export */   z$: () => (/* binding */ findManager)
/* harmony export */ });
/* unused harmony export MANAGERS */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _system_folders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36314);
/** Packages of the programs that we need, and the host's package manager. */


/** The first word of a command that needs root. */
const sudoWord = () => (process.geteuid?.() === 0 ? "" : "sudo ");
const MANAGERS = ["apt-get", "dnf", "pacman", "zypper", "apk"];
const WORDS = {
    "apt-get": { refresh: ["update"], install: ["install", "-y"] },
    dnf: { refresh: null, install: ["install", "-y"] },
    pacman: { refresh: null, install: ["-Sy", "--needed", "--noconfirm"] },
    zypper: { refresh: null, install: ["--non-interactive", "install"] },
    apk: { refresh: null, install: ["add", "--update-cache"] },
};
/** By the names of distributions in os-release(5). */
const OF_DISTRIBUTION = {
    ...{ debian: "apt-get", ubuntu: "apt-get", fedora: "dnf", rhel: "dnf", arch: "pacman" },
    ...{ opensuse: "zypper", suse: "zypper", alpine: "apk" },
};
/** The package manager of this host; null: none that we know. Others may be installed besides that of the distribution. */
function findManager() {
    const own = distributions().flatMap((name) => OF_DISTRIBUTION[name] ?? []);
    for (const name of [...own, ...MANAGERS]) {
        const path = (0,_system_folders_js__WEBPACK_IMPORTED_MODULE_1__/* .findInSystem */ .S)(name);
        if (path !== null)
            return { name, path, ...WORDS[name] };
    }
    return null;
}
/** Names of packages that differ from those of Debian. Null: that distribution has none. */
const ELSEWHERE = {
    iproute2: { dnf: "iproute" },
    "iputils-ping": { dnf: "iputils", pacman: "iputils", zypper: "iputils" },
    "qemu-system-x86": { zypper: "qemu-x86", apk: "qemu-system-x86_64" },
    "busybox-static": { dnf: "busybox", pacman: "busybox" },
    "linux-image-cloud-amd64": {
        dnf: "kernel-core",
        pacman: "linux",
        zypper: "kernel-default",
        apk: "linux-virt",
    },
    "xz-utils": { dnf: "xz", pacman: "xz", zypper: "xz", apk: "xz" },
    dash: { apk: "busybox" },
    udev: { dnf: "systemd-udev", pacman: "systemd", apk: "eudev" },
    apt: { zypper: null },
    "debian-archive-keyring": { dnf: "debian-keyring", zypper: null },
};
/** The names that a package manager has for packages of Debian, each once; those that it lacks are left out. */
function namesFor(manager, packages) {
    const names = packages.map((name) => {
        const { [manager]: other = name } = ELSEWHERE[name] ?? {};
        return other;
    });
    return [...new Set(names.filter((name) => name !== null))];
}
/** How to install packages, by their Debian and Ubuntu names. With `apt-get update`: a fresh system has no package lists. */
function installing(packages, otherwise) {
    const manager = findManager();
    const names = manager === null ? [] : namesFor(manager.name, packages);
    if (manager === null || names.length < new Set(packages).size) {
        const besides = [
            `install what Debian calls ${packages.join(" ")}`,
            ...(otherwise === undefined ? [] : [otherwise]),
        ];
        return { mend: null, besides: besides.join("; "), packages };
    }
    const sudo = sudoWord();
    const { name, refresh, install } = manager;
    const words = [refresh, [...install, ...names]].filter((line) => line !== null);
    return {
        mend: words.map((line) => `${sudo}${name} ${line.join(" ")}`).join(" && "),
        besides: otherwise ?? null,
        packages,
    };
}
/** Packages of a small kernel with virtio, and of the program that unpacks its modules, by their Debian and Ubuntu names. */
function kernelPackages() {
    const [kernel, packer, packerPackage] = isUbuntu()
        ? ["linux-image-virtual", "zstd", "zstd"]
        : ["linux-image-cloud-amd64", "xz", "xz-utils"];
    return (0,_system_folders_js__WEBPACK_IMPORTED_MODULE_1__/* .findInSystem */ .S)(packer) === null ? [kernel, packerPackage] : [kernel];
}
/** Also what is made from Ubuntu. */
const isUbuntu = () => distributions().includes("ubuntu");
/** This distribution, and those that it is like, the closest first: ID and ID_LIKE in os-release(5). */
function distributions() {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/etc/os-release", "utf8");
    }
    catch {
        return [];
    }
    return ["ID", "ID_LIKE"].flatMap((name) => {
        const value = new RegExp(`^${name}=["']?([^"'\n]*)`, "m").exec(text)?.[1] ?? "";
        return value.split(" ").filter(Boolean);
    });
}
/** Folders with the modules of kernels. */
const MODULE_ROOTS = ["/lib/modules", "/usr/lib/modules"];
/** The folder with the modules of a kernel, by its release; null when they are not here, as in a container. */
const moduleFolder = (release) => MODULE_ROOTS.map((root) => `${root}/${release}`).find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder)) ?? null;
const MOST_SHOWN = 600;
/** The errors and warnings of a package manager in one line, each once. If no line is marked as one, all lines. */
function faultsIn(stderr) {
    const lines = [...new Set(stderr.split("\n").map((line) => line.trim()))].filter(Boolean);
    const marked = lines.filter((line) => /^(([EW]|Err|dpkg-deb: error|tar): ?|error: |Error: |ERROR: )/.test(line));
    return (marked.length > 0 ? marked : lines)
        .map((line) => line.replace(/^([EW]|error|Error|ERROR): ?/, ""))
        .join(" ")
        .slice(0, MOST_SHOWN);
}


/***/ }),

/***/ 36314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SYSTEM_FOLDERS),
/* harmony export */   S: () => (/* binding */ findInSystem)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/** Folders with the system's programs. PATH is not searched: some of the programs run as root. */

const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];
/** The absolute path of a program of the system, or null. */
function findInSystem(name) {
    for (const folder of SYSTEM_FOLDERS) {
        const path = `${folder}/${name}`;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            return path;
        }
        catch {
            // Not in this folder.
        }
    }
    return null;
}


/***/ })

};
