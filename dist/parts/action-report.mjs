export const id = 773;
export const ids = [773];
export const modules = {

/***/ 57916:
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
        summary: truth("summary"),
        comment: truth("comment"),
        token: given("github-token"),
    };
    (0,inputs_problems/* refuseInputs */.g)(problems);
    return settings;
}

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

// EXTERNAL MODULE: ./build/report/merge.js
var merge = __webpack_require__(69327);
// EXTERNAL MODULE: ./build/report/merge-write.js + 3 modules
var merge_write = __webpack_require__(95909);
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
        const made = (0,merge_write/* makeMergedReport */.L)(settings);
        const { merged, summary } = made;
        (0,outputs/* writeOutputs */.K)(outputsOf(made), warn);
        if (settings.summary)
            (0,page/* showOnPage */.u)(summary, warn);
        for (const { title, text } of faultsOf(merged))
            annotator.add({ level: "error", title, message: text });
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
/* harmony import */ var _report_job_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57916);


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


/***/ })

};
