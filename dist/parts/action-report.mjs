export const id = 140;
export const ids = [140];
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

/***/ 49172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/base/booleans.js
var booleans = __webpack_require__(21419);
// EXTERNAL MODULE: ./build/report/defaults.js
var defaults = __webpack_require__(25401);
// EXTERNAL MODULE: ./build/inputs/problems.js
var inputs_problems = __webpack_require__(36790);
;// CONCATENATED MODULE: ./build/inputs/report-inputs.js
/** The inputs and outputs of the action report/action.yml: the file is made from these tables, and the step reads its inputs here. */



const REPORT_INPUTS = {
    results: {
        description: "Where the results are, one per line: folders to search for results.json, files, or globs for either",
        fallback: "**/results.json",
        type: "string",
    },
    "output-dir": {
        description: "Folder for summary.md, report.html, junit.xml and benchmark.json",
        fallback: defaults/* DEFAULT_FOLDER */.X,
        type: "string",
    },
    title: {
        description: "Heading of the summary and of the comment; each title has its own comment",
        fallback: defaults/* DEFAULT_TITLE */.p,
        type: "string",
    },
    history: {
        description: "Folder with the figures of each machine's last 100 runs, to name changes beyond its own spread; also kept in the Actions cache. Empty: none",
        fallback: "",
        type: "string",
    },
    summary: {
        description: "Show the summary on the page of the job",
        fallback: "true",
        type: "boolean",
    },
    comment: {
        description: "Also show the summary in a comment on the pull request, which each run updates; needs the permission pull-requests: write",
        fallback: "false",
        type: "boolean",
    },
    "github-token": {
        description: "Token to write the comment with",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
        fallback: "${{ github.token }}",
        type: "string",
    },
};
const REPORT_INPUT_NAMES = Object.keys(REPORT_INPUTS);
const REPORT_OUTPUTS = {
    conclusion: "passed if all runs passed and all files could be read, else failed",
    runs: "Number of runs in the report",
    passed: "Number of runs that passed",
    failed: "Number of runs that failed",
    broken: "Number of files that are missing or could not be read",
    "worst-outage-ms": "The largest median outage of a scenario, in ms; empty if nothing was measured",
    report: "Path of report.html, if it was written",
    junit: "Path of junit.xml",
    benchmark: "Path of benchmark.json, if it was written",
    "output-dir": "Folder with these files",
};
/**
 * @param given an input as the runner has it; empty when it was not given
 * @throws ConfigurationError with a line for each malformed input.
 */
function readReportInputs(given) {
    const problems = [];
    // An expression without a value leaves an empty string.
    const get = (name) => given(name) || REPORT_INPUTS[name].fallback;
    const truth = (name) => {
        const text = get(name);
        const value = (0,booleans/* readTruth */.c)(text);
        if (value === null)
            problems.push(`${name}: expected true or false, not ${JSON.stringify(text)}`);
        return value === true;
    };
    const settings = {
        words: get("results")
            .split("\n")
            .map((line) => line.trim())
            .filter((line) => line !== ""),
        outputFolder: get("output-dir"),
        title: get("title").replaceAll(/\s+/g, " "),
        historyFolder: get("history") || null,
        summary: truth("summary"),
        comment: truth("comment"),
        token: given("github-token"),
    };
    (0,inputs_problems/* refuseInputs */.g)(problems);
    return settings;
}

// EXTERNAL MODULE: ./build/inputs/work-inputs.js
var work_inputs = __webpack_require__(30181);
// EXTERNAL MODULE: ./build/report/merge-summary.js
var merge_summary = __webpack_require__(98378);
;// CONCATENATED MODULE: ./build/report/comment.js
/** A page as a pull request comment: with a mark to find it again, and without text that would notify people. */


/** GitHub's limit. Its error message: "body is too long (maximum is 65536 characters)". */
const MOST_COMMENT_CHARACTERS = 65_536;
/** A page that is too long is cut by this much more than necessary, so that the second try fits. */
const SLACK = 2_000;
/** The first line of a comment. Comments differ by title. "-" is encoded, so no title can end this HTML comment. */
const commentMark = (title) => `<!-- tap-migration report: ${encodeURIComponent((0,visible_text/* wellFormed */.ES)(title)).replaceAll("-", "%2D")} -->`;
/** The comment, within GitHub's size limit. */
function commentOf(merged, title) {
    const mark = commentMark(title);
    const bodyOf = (room) => `${mark}\n${withoutReferences((0,merge_summary/* mergedSummaryOf */.S)(merged, title, room))}`;
    // mergedSummaryOf counts bytes, GitHub counts characters: a text never has fewer bytes than characters.
    let room = MOST_COMMENT_CHARACTERS - mark.length - 1;
    let body = bodyOf(room);
    while (body.length > MOST_COMMENT_CHARACTERS && room > 0) {
        room -= body.length - MOST_COMMENT_CHARACTERS + SLACK;
        body = bodyOf(room);
    }
    return body.slice(0, MOST_COMMENT_CHARACTERS);
}
const BREAK = "&#8203;";
/**
 * Makes mentions and issue references plain text. GitHub looks for them after it has rendered Markdown, so a
 * backslash does not help: `\@name` still notifies that person, and `\#1` still appears in that issue. A
 * zero-width character after the sign prevents both. GitHub does not look inside code.
 */
function withoutReferences(page) {
    let fence = null;
    return page
        .split("\n")
        .map((line) => {
        const run = /^(`{3,})(\w*)$/.exec(line)?.[1];
        if (fence !== null) {
            if (line === fence)
                fence = null;
            return line;
        }
        if (run !== undefined) {
            fence = run;
            return line;
        }
        return line
            .replaceAll(/\\?@/g, `@${BREAK}`)
            .replaceAll(/\\?#(?=\d)(?<!&#)/g, `#${BREAK}`)
            .replaceAll(/\b(GH)(-)(?=\d)/gi, `$1${BREAK}$2`);
    })
        .join("\n");
}

// EXTERNAL MODULE: ./build/report/history/words.js
var words = __webpack_require__(3465);
// EXTERNAL MODULE: ./build/report/merge.js
var merge = __webpack_require__(69327);
// EXTERNAL MODULE: ./build/report/merge-write.js + 5 modules
var merge_write = __webpack_require__(43511);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
// EXTERNAL MODULE: ./build/action/annotate.js
var annotate = __webpack_require__(95503);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 25 modules
var github = __webpack_require__(30542);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/action/comment.js
/** One comment on the pull request, updated by each run. Problems are reported and fail nothing. */


/** The limit for all requests together. */
const DEADLINE_MS = 60_000;
const told = (level, message) => ({
    level,
    title: "comment on the pull request",
    message,
});
/**
 * Writes the comment, or updates this token's comment that begins with `mark`. Never rejects.
 *
 * @returns what to report; null when the comment was written
 */
async function writeComment(token, mark, body) {
    const number = github/* context */._.payload.pull_request?.number;
    if (typeof number !== "number")
        return told("notice", `not written: the event is ${github/* context */._.eventName}, not a pull request`);
    if (token === "")
        return told("warning", "not written: github-token is empty");
    try {
        const octokit = (0,github/* getOctokit */.Q)(token);
        const request = { signal: AbortSignal.timeout(DEADLINE_MS) };
        const own = await findOwn(octokit, number, mark, request);
        if (own === null)
            await octokit.rest.issues.createComment({ ...github/* context */._.repo, issue_number: number, body, request });
        else
            await octokit.rest.issues.updateComment({ ...github/* context */._.repo, comment_id: own, body, request });
        return null;
    }
    catch (error) {
        if (isReadOnly(error))
            return told("notice", "not written: the token has no permission. It needs pull-requests: write, which GitHub does not give to pull requests from forks.");
        return told("warning", `it could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** The id of the first such comment. Other authors' comments with the same beginning are not touched. */
async function findOwn(octokit, number, mark, request) {
    const login = await loginOf(octokit, request);
    const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, {
        ...github/* context */._.repo,
        issue_number: number,
        per_page: 100,
        request,
    });
    for await (const { data } of pages) {
        const own = data.find(({ body, user }) => body?.startsWith(mark) && (login === null ? user?.type === "Bot" : user?.login === login));
        if (own !== undefined)
            return own.id;
    }
    return null;
}
/** The token's user; null for a bot, which may not ask. */
async function loginOf(octokit, request) {
    try {
        return (await octokit.rest.users.getAuthenticated({ request })).data.login;
    }
    catch (error) {
        if (statusOf(error) === 403)
            return null;
        throw error;
    }
}
const statusOf = (error) => typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
/** GitHub also answers 403 when the rate limit is exceeded. */
const isReadOnly = (error) => statusOf(error) === 403 && !/rate limit/i.test((0,errors/* messageOf */.bD)(error));

// EXTERNAL MODULE: ./build/action/failure.js
var failure = __webpack_require__(75541);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/history/folder.js
var history_folder = __webpack_require__(20474);
// EXTERNAL MODULE: ./build/action/cache.js
var cache = __webpack_require__(27717);
;// CONCATENATED MODULE: ./build/action/history-cache.js
/**
 * Keeps a history folder in the Actions cache: a hosted runner is thrown away after its job. Entries of the cache cannot be changed, so each
 * report saves a new one, and the newest one with the folder's prefix is restored. Failures are warnings.
 */






/** Two folders of a repository have histories of their own. */
const nameOf = (folder) => `history-${(0,external_node_crypto_.createHash)("sha256").update(folder).digest("hex").slice(0, 16)}`;
const prefixOf = (folder) => `tap-migration-${nameOf(folder)}-`;
function freshKey(folder) {
    const { GITHUB_RUN_ID = "0", GITHUB_RUN_ATTEMPT = "0" } = process.env;
    return `${prefixOf(folder)}${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT}-${(0,external_node_crypto_.randomBytes)(4).toString("hex")}`;
}
/**
 * Adds the runs of the newest cached history to the folder's own, which a self-hosted runner may still have. Never rejects.
 *
 * @param folder as the input names it: the same in each job
 */
async function restoreHistory(folder, options) {
    const { info, warn } = options;
    const { signal } = new AbortController();
    const keys = [freshKey(folder), prefixOf(folder)];
    try {
        const found = await (0,cache/* restoreStaged */.$4)((0,cache/* stagingPath */.Vu)(nameOf(folder)), keys, signal, options, async (staged) => {
            for (const name of await (0,promises_.readdir)(staged)) {
                if (!history_folder/* HISTORY_FILE_NAME */.wV.test(name))
                    continue;
                try {
                    const { machine, runs } = (0,history_folder/* readHistory */.Lu)((0,external_node_path_.join)(staged, name));
                    // The report itself tells problems of the folder.
                    await (0,history_folder/* keepRuns */.yH)(folder, machine, runs);
                }
                catch (error) {
                    warn(`history: ${name} in the Actions cache is left out: ${(0,errors/* messageOf */.bD)(error)}`);
                }
            }
        });
        if (found)
            info("history: from the Actions cache");
    }
    catch (error) {
        warn(`history: the Actions cache could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** Saves the folder's files under a new key. Never rejects. */
async function saveHistory(folder, options) {
    const { info, warn } = options;
    try {
        const saved = await (0,cache/* saveStaged */.Wd)((0,cache/* stagingPath */.Vu)(nameOf(folder)), freshKey(folder), options, async (staged) => {
            await (0,promises_.mkdir)(staged, { mode: 0o700 });
            await (0,cache/* copyFiles */.Bn)(folder, staged, (name) => history_folder/* HISTORY_FILE_NAME */.wV.test(name));
        });
        if (saved)
            info("history: saved in the Actions cache");
    }
    catch (error) {
        warn(`history: it could not be saved in the Actions cache: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}

// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/outputs.js
var outputs = __webpack_require__(92309);
// EXTERNAL MODULE: ./build/action/page.js
var page = __webpack_require__(10392);
// EXTERNAL MODULE: ./build/action/plain.js
var plain = __webpack_require__(49019);
;// CONCATENATED MODULE: ./build/action/report-job.js
/**
 * The step of report/action.yml: reads inputs, makes one report of several runs, and writes summary, comment,
 * annotations and outputs.
 */

















/** The exit status is 1 when a run did not pass or could not be read. */
async function run() {
    try {
        await report();
    }
    catch (error) {
        (0,failure/* tellFailure */.s)(error);
    }
}
async function report() {
    const annotator = (0,annotate/* makeAnnotator */.F)(true);
    const warn = (text) => annotator.add({ level: "warning", title: "tap-migration", message: text });
    try {
        for (const stray of (0,inputs/* strayInputs */.Rv)(process.env, REPORT_INPUTS))
            warn(stray);
        const settings = readReportInputs(core/* getInput */.V4);
        const { historyFolder } = settings;
        const cache = { info: (text) => (0,core/* info */.pq)((0,plain/* plain */.p)(text)), warn };
        if (historyFolder !== null)
            await restoreHistory(historyFolder, cache);
        const made = await (0,merge_write/* makeMergedReport */.L)({
            ...settings,
            history: historyFolder === null ? null : { folder: historyFolder, workOf: work_inputs/* workOf */.L },
        });
        const { merged, summary } = made;
        if (historyFolder !== null && merged.trends.some(({ added }) => added > 0))
            await saveHistory(historyFolder, cache);
        (0,outputs/* writeOutputs */.K)(outputsOf(made), warn);
        if (settings.summary)
            (0,page/* showOnPage */.u)(summary, warn);
        for (const { title, text } of faultsOf(merged))
            annotator.add({ level: "error", title, message: text });
        for (const text of trendWarnings(merged))
            annotator.add({ level: "warning", title: "trend", message: text });
        if (settings.comment) {
            const { title, token } = settings;
            const told = await writeComment(token, commentMark(title), commentOf(merged, title));
            if (told !== null)
                annotator.add(told);
        }
        if (merged.conclusion === "failed")
            process.exitCode = 1;
        (0,core/* info */.pq)((0,plain/* plain */.p)(`${merged.conclusion}: ${(0,merge/* verdictSentence */.BT)(merged)}; report: ${(0,visible_text/* visible */.RK)(made.html ?? made.folder)}`));
    }
    finally {
        annotator.close();
    }
}
/** One for each failed run and each unreadable file. */
function faultsOf({ runs, broken }) {
    const faults = [
        ...runs.flatMap(({ label, results }) => results.conclusion === "failed" ? [{ title: `${label} failed`, text: (0,sentences/* reasonOf */.A3)(results) }] : []),
        ...broken.map(({ path, problem }) => ({
            title: "results could not be read",
            text: (0,visible_text/* visible */.RK)(`${path}: ${problem}`),
        })),
    ];
    return runs.length + broken.length === 0
        ? [{ title: "no results", text: "no results were found" }]
        : faults;
}
/** Changes that were not named before, and histories that could not be read or written. Neither fails the job. */
const trendWarnings = ({ trends }) => trends.flatMap((trend) => [
    ...[(0,words/* problemSentence */.D1)(trend)].filter((sentence) => sentence !== null),
    ...(0,words/* changesOf */.fs)(trend)
        .filter(({ change }) => change.isNew)
        .map(({ series, change }) => (0,words/* changeSentence */.y6)(series, change)),
]);
function outputsOf({ merged, folder, html, junit, benchmark }) {
    const { runs, broken, conclusion } = merged;
    const count = (wanted) => String(runs.filter(({ results }) => results.conclusion === wanted).length);
    const worst = (0,merge/* worstOf */.hm)((0,merge/* buildRows */.kO)(merged));
    return {
        conclusion,
        runs: String(runs.length),
        passed: count("passed"),
        failed: count("failed"),
        broken: String(broken.length),
        ...(worst !== null && { "worst-outage-ms": String(worst.medianMs) }),
        ...(html !== null && { report: html }),
        ...(junit !== null && { junit }),
        ...(benchmark !== null && { benchmark }),
        "output-dir": folder,
    };
}


/***/ }),

/***/ 65773:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _base_closed_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76454);
/* harmony import */ var _report_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49172);


await (0,_report_job_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)();
// A server that never answered may still keep a socket open; that must not block the job.
process.exit();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 21419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readTruth)
/* harmony export */ });
/** Reads boolean values in the forms of YAML 1.1. */
/** In upper or lower case: https://yaml.org/type/bool.html. Null for anything else. */
function readTruth(text) {
    if (/^(true|yes|on|y)$/i.test(text))
        return true;
    return /^(false|no|off|n)$/i.test(text) ? false : null;
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

/***/ 90743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ DEFAULT_PAIRS),
/* harmony export */   Lg: () => (/* binding */ QEMU_INPUTS),
/* harmony export */   PW: () => (/* binding */ DEFAULT_ITERATIONS),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   S9: () => (/* binding */ SETUP_INPUTS),
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
    "max-regression-percent": input("PERCENT", "20", "How much longer than the baseline's the outage of qemu may be without counting as slower"),
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
    queues: input("N", "4", `Queue pairs of the TAP and the NIC, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_QUEUES */ .JJ}, which is the limit of a TAP`),
    nics: input("N", "1", `NICs of the guest, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_NICS */ .Un}, each with TAPs of its own; the first is measured, all must answer at the end`),
    accel: input("kvm|tcg", "kvm", "Accelerator. Use tcg only to see whether migration works: its figures are not those of KVM"),
    privilege: input("auto|root|none", "auto", "Who makes the network: root (this is root, or sudo without a password), none (namespaces of this user, without root), or auto: root if possible, else none"),
    setup: input("auto|true|false", "auto", "Before the run, install missing programs, load kernel modules, and open /dev/kvm, /dev/vhost-net and /dev/net/tun for this user; afterwards shut them again. auto: only on GitHub's own runners, which are thrown away"),
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
    iterations: optional("N|auto", `Migrations per scenario, for each build and each direction, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_ITERATIONS */ .nG} (default: ${DEFAULT_ITERATIONS}; ${DEFAULT_PAIRS} with baseline-qemu); auto, with baseline-qemu: as many pairs as the verdict takes, from 12 to 100, within timeout-minutes`),
    "probe-interval-ms": input("MS", "1", "Time between two echo requests, at least 0.2"),
    connections: input("N", "20", `TCP connections from the guest, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_CONNECTIONS */ .on}, whose requests are timed beside the probe; 0 for none`),
    "recovery-timeout-ms": input("MS", "5000", "The iteration fails when the guest does not answer within this time after RESUME"),
    "max-outage-ms": optional("LIMITS", "Limits on the outage, one per line: [scenario:] [median=|p95=|max=]NUMBER; the default is median"),
    "max-request-stall-ms": optional("LIMITS", "Limits on the longest time that a TCP request took, one per line, as for max-outage-ms; the default is median"),
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
/** The inputs of the command `setup`: they decide what a run needs. */
const SETUP_INPUTS = [
    "qemu",
    "target-qemu",
    "baseline-qemu",
    "guest",
    "kernel",
    "accel",
    "privilege",
    "scenarios",
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

/***/ 36790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ refuseInputs),
/* harmony export */   q: () => (/* binding */ unknownInputs)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/** One message for everything that is wrong with the inputs. All programs use this. */

/** A line for each name that is not in `known`. */
const unknownInputs = (names, known) => names.filter((name) => !Object.hasOwn(known, name)).map((name) => `${name}: there is no such input`);
/** @throws ConfigurationError with all problems, if there are any. */
function refuseInputs(problems) {
    if (problems.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`these inputs cannot be used:\n${problems.map((text) => `  ${text}`).join("\n")}`);
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
/* harmony export */   JJ: () => (/* binding */ MOST_QUEUES),
/* harmony export */   ST: () => (/* binding */ ROLE_NAMES),
/* harmony export */   Un: () => (/* binding */ MOST_NICS),
/* harmony export */   _C: () => (/* binding */ ACCEL_NAMES),
/* harmony export */   es: () => (/* binding */ SCENARIO_NAMES),
/* harmony export */   fD: () => (/* binding */ MOST_REQUESTS),
/* harmony export */   md: () => (/* binding */ DIALECT_NAMES),
/* harmony export */   nG: () => (/* binding */ MOST_ITERATIONS),
/* harmony export */   on: () => (/* binding */ MOST_CONNECTIONS),
/* harmony export */   uf: () => (/* binding */ COMPARED_FIGURES),
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
/** The most queue pairs: a TAP of Linux has no more, see MAX_TAP_QUEUES in drivers/net/tun.c. */
const MOST_QUEUES = 256;
/** The most TCP requests of an iteration that the results list. */
const MOST_REQUESTS = 200;
/** The most TCP connections. */
const MOST_CONNECTIONS = 100;
/** The most NICs of the guest. */
const MOST_NICS = 8;
/** The most iterations that a scenario may have. */
const MOST_ITERATIONS = 10_000;
/** What is compared of two builds besides the outage: paths in an iteration. */
const COMPARED_FIGURES = [
    "requestStallMs",
    "vcpuPauseMs",
    "freeze.stopMs",
    "freeze.saveMs",
    "freeze.transferMs",
    "freeze.loadMs",
    "freeze.stateMs",
    "freeze.switchMs",
    "freeze.harnessMs",
    "freeze.contMs",
    "freeze.unexplainedMs",
    "outageParts.beforeStopMs",
    "outageParts.afterResumeMs",
];


/***/ })

};
