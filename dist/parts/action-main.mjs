export const id = 161;
export const ids = [161];
export const modules = {

/***/ 95503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ makeAnnotator)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39048);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49019);
/** Annotations of the job, at most as many of each level as GitHub shows. The others go to the log and are counted. */



/**
 * GitHub's limit per level and step: https://docs.github.com/en/rest/checks/runs, and "Limitations" of
 * workflow commands.
 */
const MOST_SHOWN = 10;
const SHOW = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm };
/** When annotations are switched off, each one is still a line in the log. */
function makeAnnotator(enabled) {
    const waiting = { error: [], warning: [], notice: [] };
    const shown = { error: 0, warning: 0, notice: 0 };
    const show = ({ level, title, message: text }) => SHOW[level]((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)(text), { title: (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(title) });
    const line = ({ level, title, message: text }) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .p)(`${level}: ${title}: ${text}`));
    return {
        add(annotation) {
            const { level } = annotation;
            if (!enabled)
                return line(annotation);
            // The last place is reserved: for one more annotation, or for the number of further ones.
            if (shown[level] === MOST_SHOWN - 1) {
                waiting[level].push(annotation);
                return line(annotation);
            }
            shown[level] += 1;
            show(annotation);
        },
        close() {
            for (const level of ["error", "warning", "notice"]) {
                const [first, ...more] = waiting[level];
                if (first === undefined)
                    continue;
                show(more.length === 0
                    ? first
                    : { level, title: `${1 + more.length} more`, message: "The log of this step has them." });
            }
        },
    };
}


/***/ }),

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

/***/ 75541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ tellFailure)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_system_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71703);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92309);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49019);
/** Reports a step that could not do its work. */





/** Fails the job, says why (for a bug also where), and sets the output that later steps read. */
function tellFailure(error) {
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1)((0,_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)));
    const expected = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1 || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc || (0,_base_system_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isSystemError */ .O)(error);
    if (!expected && error instanceof Error)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)((0,_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .p)(error.stack ?? ""));
    (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .writeOutputs */ .K)({ conclusion: "failed" }, (text) => (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)((0,_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)(text)));
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Rv: () => (/* binding */ strayInputs)
/* harmony export */ });
/* unused harmony export ACTION_DEFAULTS */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90743);
/** The action's inputs: reads them from the environment, in the form that readSettings takes. */


/** Defaults that differ from the command line's: the action downloads its guest. */
const ACTION_DEFAULTS = { guest: "alpine-iso" };
const PREFIX = "INPUT_";
/**
 * One sentence for each variable that looks like an input but is not in `known`. A typing error in `with`
 * makes one, but other programs may set such a variable too. The runner writes names in upper case, with
 * blanks as underscores (Handler.cs of actions/runner, AddInputsToEnvironment).
 */
const strayInputs = (environment, known) => Object.entries(environment).flatMap(([variable, text = ""]) => {
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (!variable.startsWith(PREFIX) || text.trim() === "" || Object.hasOwn(known, name))
        return [];
    return [`${name}: there is no such input; it is ignored (from the variable ${variable})`];
});
/**
 * The inputs that were given. An empty string does not count: an expression without a value gives one. A
 * value that equals the command line's default does not count either: the runner fills in the defaults of
 * action.yml, and a command to repeat the run does not need them.
 */
function readInputs() {
    const given = {};
    for (const name of _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_NAMES */ .Qh) {
        const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4)(name) || ACTION_DEFAULTS[name] || "";
        if (text !== "" && text !== _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc[name].fallback)
            given[name] = text;
    }
    return given;
}


/***/ }),

/***/ 44304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ job_run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/base/booleans.js
var booleans = __webpack_require__(21419);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/signals.js
var signals = __webpack_require__(68785);
// EXTERNAL MODULE: ./build/inputs/inputs.js
var inputs = __webpack_require__(90743);
// EXTERNAL MODULE: ./build/inputs/settings.js + 3 modules
var settings = __webpack_require__(51398);
// EXTERNAL MODULE: ./build/report/compared.js
var compared = __webpack_require__(9206);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
// EXTERNAL MODULE: ./build/report/stalls.js
var stalls = __webpack_require__(34628);
;// CONCATENATED MODULE: ./build/report/annotations.js





/**
 * One error per failed scenario. Warnings for regressions, for scenarios that were not reached, and for what
 * this machine cannot judge. One notice of the run when it has connections, and one for each other scenario. Text from outside is not escaped here: the
 * caller must escape it before printing.
 */
function annotationsOf(results) {
    const { scenarios, comparison } = results;
    const coarse = (0,sentences/* coarseProbeSentence */.R9)(results);
    const headline = (0,stalls/* headlineSentence */.k1)(results);
    return [
        ...(headline === null
            ? []
            : [{ level: "notice", title: "what the network felt", message: headline }]),
        ...scenarios.map((scenario) => ({
            level: LEVELS[scenario.status],
            title: `${(0,figures/* labelOf */.Wy)(scenario, results)} ${scenario.status}`,
            message: [
                ...reasonsOf(scenario, results),
                ...(exceedsMaxLost(scenario) ? [(0,findings/* lossSentence */.Fz)(scenario)].filter((text) => text !== null) : []),
                ...annotations_figures(scenario, results),
            ].join("\n"),
        })),
        ...comparison.flatMap(comparisonWarnings),
        ...scenarios.flatMap((scenario) => lossWarnings(scenario, results)),
        ...scenarios.flatMap((scenario) => noiseWarnings(scenario, results)),
        ...(coarse === null ? [] : [warning("the probe is coarse", coarse)]),
    ].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}
const LEVELS = { passed: "notice", failed: "error", unsupported: "notice", skipped: "warning" };
const ORDER = ["error", "warning", "notice"];
const reasonsOf = (scenario, results) => scenario.status === "failed"
    ? (0,sentences/* faultsOf */.xm)(scenario, results)
    : [scenario.reason].filter((text) => text !== null);
const warning = (title, message) => ({ level: "warning", title, message });
/** One of the outage with the parts that explain it, else one of the parts; and one of the requests. */
function comparisonWarnings(comparison) {
    const { scenario, verdict } = comparison;
    const parts = (0,compared/* partsSentence */.Wk)(comparison, "slower");
    const requests = (0,compared/* slowerStallsSentence */.Jg)(comparison);
    return [
        ...(verdict === "slower"
            ? [
                warning(`${scenario} is slower than the baseline`, [(0,sentences/* comparisonSentence */.nX)(comparison), ...(parts === null ? [] : [parts])].join("\n")),
            ]
            : []),
        ...(verdict !== "slower" && parts !== null
            ? [warning(`${scenario}: a part of the freeze is slower than in the baseline`, parts)]
            : []),
        ...(requests === null
            ? []
            : [warning(`${scenario}: requests wait longer than with the baseline`, requests)]),
    ];
}
/** With an exceeded limit on losses they are an error already. */
function lossWarnings(scenario, results) {
    const sentence = exceedsMaxLost(scenario) ? null : (0,findings/* lossSentence */.Fz)(scenario);
    return sentence === null ? [] : [warning(`${(0,figures/* labelOf */.Wy)(scenario, results)} lost requests`, `${sentence}.`)];
}
const exceedsMaxLost = ({ limits }) => limits.some(({ limit, verdict }) => limit === "max-lost" && verdict === "exceeded");
function noiseWarnings(scenario, results) {
    const { iterations, limits } = scenario;
    const label = (0,figures/* labelOf */.Wy)(scenario, results);
    const unresolved = iterations.filter(({ resolved }) => resolved === false);
    return [
        ...limits
            .filter(({ verdict }) => verdict === "unresolved")
            .map((limit) => warning(`${label}: a limit can't be judged`, (0,sentences/* limitSentence */.n5)(limit))),
        ...((0,figures/* mostlyUnresolved */.YS)(iterations)
            ? [
                warning(`${label}: this machine is too noisy`, `The outage of ${unresolved.length} of ${(0,figures/* count */.U9)(iterations.length, "iteration")} is less than twice the noise before it, or the host delayed the probe: these figures are upper bounds.`),
            ]
            : []),
    ];
}
/** Names the accelerator too, because figures of different accelerators cannot be compared. */
function annotations_figures(scenario, { accel }) {
    const { median = null, p95, max } = scenario.stats?.outageMs ?? {};
    if (median === null)
        return [];
    const lost = (0,figures/* mostLost */.C_)(scenario.iterations);
    const stall = (0,stalls/* medianStall */.VB)(scenario);
    const parts = [
        `outage median ${(0,figures/* inMs */.iB)(median)}`,
        `p95 ${(0,figures/* msFigure */.p4)(p95)} ms`,
        `max ${(0,figures/* msFigure */.p4)(max)} ms`,
        ...(stall === null ? [] : [`request stall median ${(0,figures/* stallMs */.Hr)(stall)}`]),
        ...(lost === null ? [] : [lost === 0 ? "no requests lost" : `at most ${(0,figures/* count */.U9)(lost, "request")} lost`]),
    ];
    return [`${parts.join(", ")} (${(0,figures/* measuredText */.AY)(scenario)}, ${accel})`];
}

// EXTERNAL MODULE: ./build/report/summary.js + 1 modules
var summary = __webpack_require__(60018);
// EXTERNAL MODULE: ./build/report/write.js + 2 modules
var write = __webpack_require__(29027);
// EXTERNAL MODULE: ./build/run/run.js + 61 modules
var run = __webpack_require__(84046);
// EXTERNAL MODULE: ./build/setup/for-run.js
var for_run = __webpack_require__(87105);
// EXTERNAL MODULE: ./build/setup/wanted.js
var wanted = __webpack_require__(1035);
// EXTERNAL MODULE: ./build/action/annotate.js
var annotate = __webpack_require__(95503);
// EXTERNAL MODULE: ./build/action/cache.js
var cache = __webpack_require__(27717);
// EXTERNAL MODULE: ./build/action/commands.js
var commands = __webpack_require__(80633);
// EXTERNAL MODULE: ./build/action/failure.js
var failure = __webpack_require__(75541);
// EXTERNAL MODULE: ./build/action/inputs.js
var action_inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/outputs.js
var outputs = __webpack_require__(92309);
// EXTERNAL MODULE: ./build/action/page.js
var page = __webpack_require__(10392);
// EXTERNAL MODULE: ./build/action/plain.js
var plain = __webpack_require__(49019);
// EXTERNAL MODULE: ./build/doctor/doctor.js + 1 modules
var doctor = __webpack_require__(72868);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/setup/could-mend.js
var could_mend = __webpack_require__(79128);
// EXTERNAL MODULE: ./build/base/url.js
var url = __webpack_require__(16089);
;// CONCATENATED MODULE: ./build/action/refusal-page.js



const LONGEST_TEXT = 800;
/** Why a run was refused, in a few words. */
const refusalTitle = ({ onlyTheBuild }) => onlyTheBuild ? "this QEMU cannot be used" : "this host lacks what the run needs";
/**
 * GitHub-flavoured Markdown. Text from outside is escaped.
 *
 * @param setupMends what `setup: true` would fix, as in "this"; null: nothing
 * @param diagnosis null: this host could not be examined
 */
function refusalPage(error, setupMends, diagnosis) {
    const { faults } = error;
    const blocks = [
        "## Downtime of live migration",
        `❌ **Refused: ${refusalTitle(error)}.** Nothing was started.`,
        ...(setupMends === null ? [] : [`\`setup: true\`, an input of the action, mends ${setupMends}.`]),
        faults.map(faultItem).join("\n\n"),
        ...(diagnosis === null ? [] : hostBlocks(diagnosis, faults)),
    ].join("\n\n");
    return `${blocks}\n${FLAG.test(blocks) ? `\n${FLAGS_NOTE}\n` : ""}`;
}
/** Advice names flags of the command line. */
const FLAG = new RegExp(`--(${inputs/* INPUT_NAMES */.Qh.join("|")})\\b`);
const FLAGS_NOTE = "A flag like `--accel tcg` is the input `accel: tcg` of the action.";
const escaped = (text) => (0,markdown/* shortMarkdown */.uy)((0,url/* shownUrlsIn */.h7)(text), LONGEST_TEXT);
function faultItem({ found, mend, besides }) {
    const parts = [
        `**${escaped(found)}**`,
        ...(mend === null ? [] : [(0,markdown/* fenced */.OF)((0,markdown/* shorten */.ml)((0,url/* shownUrlsIn */.h7)(mend), LONGEST_TEXT), "sh")]),
        ...(besides === null ? [] : [escaped(capitalised(besides))]),
    ];
    return `- ${parts.join("\n\n").replaceAll(/\n(?!\n)/g, "\n  ")}`;
}
/** Only words of ours begin with a small letter and go on with small ones: names of files and flags stay. */
const capitalised = (text) => text.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());
function hostBlocks({ checks, scenarios }, faults) {
    const told = new Set(faults.map(({ found }) => found));
    const faulty = checks.filter(({ status }) => status !== "ok");
    const fine = checks.filter(({ status }) => status === "ok");
    const start = ({ name, status }) => [escaped(name), MARKS[status]];
    const faultyTable = (0,markdown/* table */.tp)(["check", "status", "found, and what to do", "until then"], faulty.map((check) => [
        ...start(check),
        `${escaped(check.found)}<br>${told.has(check.found) ? "see above" : fixOf(check)}`,
        escaped(check.means ?? ""),
    ]));
    const fineTable = (0,markdown/* table */.tp)(["check", "status", "found"], fine.map((check) => [...start(check), escaped(check.found)]));
    return [
        "### What this host can do",
        ...(faulty.length === 0 ? [] : [faultyTable]),
        ...(fine.length === 0 ? [] : [(0,markdown/* folded */.TM)(`${fine.length} checks that are fine`, fineTable)]),
        (0,markdown/* table */.tp)(["scenario", "runs", "why not"], scenarioRows(scenarios)),
    ];
}
const MARKS = {
    ok: "✅&nbsp;ok",
    limited: "⚠️&nbsp;limited",
    missing: "❌&nbsp;missing",
};
function fixOf({ mend, besides }) {
    const command = mend === null ? null : `<code>${escaped(mend)}</code>`;
    return [command, besides === null ? null : escaped(besides)].filter((text) => text !== null).join("; ");
}
/** Scenarios with the same answer share a row: what is missing for all of them is the same text. */
function scenarioRows(scenarios) {
    const names = new Map();
    for (const { name, reason } of scenarios) {
        const why = reason ?? "";
        names.set(why, [...(names.get(why) ?? []), name]);
    }
    return [...names].map(([why, of]) => [
        of.join("<br>"),
        why === "" ? "✅&nbsp;yes" : "➖&nbsp;no",
        escaped(why),
    ]);
}

;// CONCATENATED MODULE: ./build/action/refusal.js
/**
 * Tells of a run that this host refused: the annotation says in short what is missing, the log has the whole text, and the summary also shows
 * what this host can do.
 */









/** Fails the job. Takes some seconds, because the host is examined for the summary. */
async function tellRefusal(error, { settings, setupRan, signal }, annotator) {
    const warn = (text) => annotator.add({ level: "warning", title: "tap-migration", message: text });
    process.exitCode = 1;
    (0,core/* info */.pq)((0,plain/* plain */.p)(error.message));
    const mends = setupRan ? null : setupMends(error.faults);
    let examined = null;
    let shown = false;
    if (settings.summary && (0,page/* hasPage */.S)()) {
        examined = await examine(settings, signal, warn);
        shown = (0,page/* showOnPage */.u)(refusalPage(error, mends, examined), warn);
    }
    annotator.add({
        level: "error",
        title: refusalTitle(error),
        message: refusalText(error.faults, mends, shown && examined !== null),
    });
    (0,outputs/* writeOutputs */.K)({ conclusion: "failed" }, warn);
}
/** Null when the job is cancelled meanwhile. */
async function examine(settings, signal, warn) {
    try {
        return await (0,doctor/* diagnose */.h)(settings, signal, null);
    }
    catch (error) {
        if (!signal.aborted)
            warn(`this host could not be examined: ${(0,errors/* messageOf */.bD)(error)}`);
        return null;
    }
}
/** What `setup: true` would fix, as in "this"; null: nothing. */
function setupMends(faults) {
    const could = faults.filter(could_mend/* setupCouldMend */.b).length;
    if (could === 0)
        return null;
    return could === faults.length ? "this" : `${could} of these ${faults.length}`;
}
const LONGEST_LINE = 300;
/** One line for each fault, one for the fix, and where to read more. */
function refusalText(faults, mends, summaryHasTable) {
    const fix = mends === null ? firstFix(faults) : `setup: true mends ${mends}`;
    const more = summaryHasTable
        ? "The summary of this job has the whole table"
        : "The log of this step says how to fix each";
    return [...faults.map(({ found }) => found), fix, more]
        .filter((line) => line !== null)
        .map((line) => (0,markdown/* shorten */.ml)(line.split("\n")[0] ?? "", LONGEST_LINE))
        .join("\n");
}
function firstFix(faults) {
    const first = faults.find(({ mend }) => mend !== null) ?? faults[0];
    const todo = first?.mend ?? first?.besides ?? null;
    if (first === undefined || todo === null)
        return null;
    return `To fix ${faults.length === 1 ? "it" : `"${first.found}"`}: ${todo}`;
}

;// CONCATENATED MODULE: ./build/action/reporter.js
/**
 * The log of the job during a run: one group for setup, one for the preparation of the run, and one per scenario, one line per iteration.
 * Nothing is written between `migrate` and `cont`.
 */




/** Warnings go to `warn`, which makes annotations of them. */
function makeReporter(warn) {
    let open = false;
    const close = () => {
        if (open)
            (0,core/* endGroup */.N4)();
        open = false;
    };
    const group = (name) => {
        close();
        (0,core/* startGroup */.Oh)(name);
        open = true;
    };
    const line = (text) => (0,core/* info */.pq)((0,plain/* plain */.p)(text));
    let wanted = 0;
    const emit = (event) => {
        switch (event.kind) {
            case "warning":
                return warn(event.text);
            case "note":
                return line(event.text);
            case "download":
                // A log keeps every line, so there is only one line at the end.
                if (event.done)
                    line(`${event.asset}: ${mib(event.receivedBytes)} from ${event.url}, ${speed(event)}`);
                return;
            case "run-started":
                for (const note of event.notes)
                    line(note);
                return;
            case "scenario-started":
                wanted = event.iterations;
                return group(`${event.scenario}, ${who(event)}`);
            case "step":
                // Output at this step would be written while the guest is frozen.
                if (event.step !== "migrate") {
                    (0,core/* debug */.Yz)((0,plain/* message */.i)(`boot ${event.boot}, iteration ${event.iteration ?? "–"}: ${event.step}`));
                }
                return;
            case "iteration-finished": {
                const { iteration, number } = event;
                const place = `${number} of ${wanted}${direction(iteration)}`;
                if (iteration.status === "failed")
                    return line(`${place} failed: ${iteration.reason}`);
                return line(`${place} passed: outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}${(0,stalls/* stallText */.e3)(iteration)}`);
            }
            case "scenario-finished":
            case "run-finished":
                return close();
        }
    };
    return { emit, group, close };
}
function who(event) {
    const { build, against } = event;
    if (against === "baseline")
        return `${build} against ${against}: ${(0,figures/* wantedCount */.FC)(event, "pair")}`;
    return against === null
        ? `${build}: ${(0,figures/* wantedCount */.FC)(event, "iteration")}`
        : `${build} to ${against} and back: ${(0,figures/* wantedCount */.FC)(event, "time")}`;
}
/** Empty when there is only one build. */
function direction({ from, to }) {
    if (from !== to)
        return `, ${from} to ${to}`;
    return from === "baseline" ? `, ${from}` : "";
}
const ms = (value) => (value === null ? "–" : `${value.toFixed(1)} ms`);
const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const speed = ({ bytesPerSecond }) => `${mib(bytesPerSecond)}/s`;

// EXTERNAL MODULE: ./build/action/state.js
var state = __webpack_require__(90862);
;// CONCATENATED MODULE: ./build/action/job.js
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
/** The main step: reads inputs, runs, and writes log, annotations, summary and outputs. */

























const LARGEST_SEED = 2 ** 32 - 1;
/** The exit status is 1 when the run did not pass or could not start: the runner does not distinguish others. */
async function job_run() {
    // Made before the settings are read, because it also reports problems of the settings.
    const annotator = (0,annotate/* makeAnnotator */.F)((0,booleans/* readTruth */.c)((0,core/* getInput */.V4)("annotations")) !== false);
    try {
        for (const stray of (0,action_inputs/* strayInputs */.Rv)(process.env, inputs/* INPUTS */.mc))
            annotator.add({ level: "warning", title: "tap-migration", message: stray });
        await measure((0,settings/* readSettings */.s)((0,action_inputs/* readInputs */.Ko)(), (0,external_node_crypto_.randomInt)(LARGEST_SEED)), annotator);
    }
    catch (error) {
        (0,failure/* tellFailure */.s)(error);
    }
    finally {
        annotator.close();
    }
}
async function measure(settings, annotator) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const warn = (text) => annotator.add({ level: "warning", title: "tap-migration", message: text });
        (0,state/* writeState */.Jq)([], warn);
        (0,commands/* printCommands */.w)();
        const reporter = makeReporter(warn);
        const say = (text) => (0,core/* info */.pq)((0,plain/* plain */.p)(text));
        const cancel = __addDisposableResource(env_1, (0,signals/* endOnSignals */.c)(say), false);
        const setupRan = (0,wanted/* isSetupWanted */.N)(settings.setup, process.env);
        let host = null;
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                if (setupRan)
                    reporter.group("Setup");
                host = await (0,for_run/* setUpForRun */.m)(settings, process.env, { say, warn, signal: cancel.signal });
                reporter.group("Preparation");
                const runnerCache = (0,cache/* makeRunnerCache */.JI)({
                    info: say,
                    warn,
                    downloaded: (all) => (0,state/* writeState */.Jq)(all, warn),
                });
                const finished = __addDisposableResource(env_2, await (0,run/* run */.e)(settings, reporter.emit, cancel.signal, {
                    assetCache: runnerCache,
                    packageCache: runnerCache,
                }), false);
                const { results, resultsPath, outputFolder } = finished;
                reporter.close();
                const reports = (0,write/* writeReports */.Li)(outputFolder, results, finished.checkFolder, warn);
                (0,outputs/* writeOutputs */.K)((0,outputs/* outputsOf */.Y)(finished, reports), warn);
                if (settings.summary)
                    (0,page/* showOnPage */.u)((0,summary/* summaryOf */.YG)(results, { outputFolder }), warn);
                for (const annotation of annotationsOf(results))
                    annotator.add(annotation);
                if (results.conclusion === "failed") {
                    process.exitCode = 1;
                    annotator.add({ level: "error", title: "run failed", message: (0,sentences/* reasonOf */.A3)(results) });
                }
                say(`${(0,sentences/* verdictText */.nt)(results)}${resultsPath === null ? "" : `; results: ${resultsPath}`}`);
            }
            catch (e_1) {
                env_2.error = e_1;
                env_2.hasError = true;
            }
            finally {
                __disposeResources(env_2);
            }
        }
        catch (error) {
            reporter.close();
            if (!(error instanceof errors/* UnfitHostError */.J9))
                throw error;
            await tellRefusal(error, { settings, setupRan, signal: cancel.signal }, annotator);
        }
        finally {
            reporter.close();
            // Last: the summary of a refusal shows the devices as the run saw them.
            await host?.[Symbol.asyncDispose]();
        }
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ }),

/***/ 71542:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _base_closed_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76454);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44304);


await (0,_job_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)();
// A cache server that never answered may still keep a socket open; that must not block the job.
process.exit();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 92309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeOutputs),
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/** The outputs of the action, for later steps of the job. */



/** Outputs that name a file in the output folder; only set when the file exists. */
const FILES = { report: "report.html", junit: "junit.xml", benchmark: "benchmark.json" };
/** All outputs of a run with results; `reports` are the paths of the reports written. */
function outputsOf({ results: { conclusion, scenarios }, resultsPath, outputFolder, }, reports) {
    const count = (wanted) => String(scenarios.filter(({ status }) => status === wanted).length);
    const worst = (pick) => {
        const medians = scenarios.flatMap(({ build, stats }) => build === "baseline" || stats === null ? [] : (pick(stats)?.median ?? []));
        return medians.length === 0 ? null : String(Math.max(...medians));
    };
    const worstOutage = worst(({ outageMs }) => outageMs);
    const worstStall = worst(({ requestStallMs }) => requestStallMs);
    const produced = Object.entries(FILES)
        .map(([name, file]) => [name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(outputFolder, file)])
        .filter(([, path]) => reports.includes(path));
    return {
        conclusion,
        passed: count("passed"),
        failed: count("failed"),
        unsupported: count("unsupported"),
        ...(worstOutage !== null && { "worst-outage-ms": worstOutage }),
        ...(worstStall !== null && { "worst-request-stall-ms": worstStall }),
        ...(resultsPath !== null && { results: resultsPath }),
        ...Object.fromEntries(produced),
        "output-dir": outputFolder,
    };
}
/** If the runner's file cannot be written, `warn` reports it; that does not change the result of the run. */
function writeOutputs(outputs, warn) {
    try {
        for (const [name, value] of Object.entries(outputs))
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH)(name, value);
    }
    catch (error) {
        warn(`the outputs of this step could not be set (GITHUB_OUTPUT): ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 10392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ hasPage),
/* harmony export */   u: () => (/* binding */ showOnPage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/** Whether the runner takes a job summary. */
const hasPage = () => Boolean(process.env.GITHUB_STEP_SUMMARY);
/**
 * Writes Markdown into the job summary, if there is one. If that fails, `warn` reports it.
 *
 * @return whether it was written
 */
function showOnPage(markdown, warn) {
    const page = process.env.GITHUB_STEP_SUMMARY;
    if (!page)
        return false;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(page, markdown);
        return true;
    }
    catch (error) {
        warn(`the job summary could not be written (GITHUB_STEP_SUMMARY): ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`);
        return false;
    }
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
