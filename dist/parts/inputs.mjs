export const id = 701;
export const ids = [701];
export const modules = {

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

/***/ 71158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sv: () => (/* binding */ unusedInputs),
/* harmony export */   ZS: () => (/* binding */ assetsOf),
/* harmony export */   fk: () => (/* binding */ assetProblems)
/* harmony export */ });
/* unused harmony export DEFAULT_ASSETS */
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16089);
/** The files that guests need from elsewhere: their default locations and their digests. */

const FEDORA = "https://archives.fedoraproject.org/pub/archive/fedora/linux/releases/31/Server/x86_64/os/images/pxeboot";
const DEFAULT_ASSETS = {
    iso: {
        location: "https://dl-cdn.alpinelinux.org/alpine/v3.22/releases/x86_64/alpine-standard-3.22.1-x86_64.iso",
        sha256: "96d1b44ea1b8a5a884f193526d92edb4676054e9fa903ad2f016441a0fe13089",
    },
    kernel: {
        location: `${FEDORA}/vmlinuz`,
        sha256: "d4738d03dbbe083ca610d0821d0a8f1488bebbdccef54ce33e3adb35fda00129",
    },
    initrd: {
        location: `${FEDORA}/initrd.img`,
        sha256: "277cd6c7adf77c7e63d73bbb2cded8ef9e2d3a2f100000e92ff1f8396513cd8b",
    },
};
/** The micro guest has no assets: its kernel is searched on this host. */
const ASSETS_OF = {
    micro: [],
    "kernel-initrd": ["kernel", "initrd"],
    "alpine-iso": ["iso"],
};
/** The assets that the chosen guest needs. */
function assetsOf(inputs) {
    const { guest, kernel, kernelSha256 } = inputs;
    // The user's local kernel is an asset only when there is a digest to verify it with.
    if (guest === "micro" && kernel !== null && kernelSha256 !== null) {
        return [{ name: "kernel", location: kernel, sha256: kernelSha256 }];
    }
    return ASSETS_OF[guest].map((name) => {
        const { location, sha256 } = given(inputs, name);
        const fallback = DEFAULT_ASSETS[name];
        if (location !== null) {
            return { name, location, sha256: sha256 ?? (location === fallback.location ? fallback.sha256 : null) };
        }
        return {
            name,
            location: mirrored(fallback.location, inputs.mirror),
            sha256: sha256 ?? fallback.sha256,
        };
    });
}
/** Contradictions between the inputs, one line each. */
function assetProblems(inputs) {
    const problems = assetsOf(inputs)
        .filter(({ location, sha256 }) => (0,_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .isUrl */ .gU)(location) && sha256 === null)
        .map(({ name, location }) => `${name}-sha256: expected the SHA-256 of ${(0,_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .shownUrl */ .zA)(location)}: a downloaded file is used only if its digest matches`);
    if (inputs.guest === "kernel-initrd" && (inputs.kernel === null) !== (inputs.initrd === null)) {
        problems.push("kernel, initrd: expected both or neither: the initrd's modules are for its own kernel");
    }
    if (inputs.guest === "micro" && inputs.kernel !== null && (0,_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .isUrl */ .gU)(inputs.kernel)) {
        problems.push(`kernel: expected a path on this host, not ${JSON.stringify((0,_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .shownUrl */ .zA)(inputs.kernel))}: the guest micro needs the kernel's modules as well. URLs are for the guest kernel-initrd`);
    }
    return problems;
}
/** The names of inputs that were given but have no meaning for the chosen guest. */
function unusedInputs(inputs) {
    const used = inputs.guest === "micro" ? ["kernel"] : ASSETS_OF[inputs.guest];
    return ["iso", "kernel", "initrd"].filter((name) => given(inputs, name).location !== null && !used.includes(name));
}
function given(inputs, name) {
    return { location: inputs[name], sha256: inputs[`${name}Sha256`] };
}
/** `https://host/path` with the mirror `http://here/base/` becomes `http://here/base/path`. */
function mirrored(url, mirror) {
    return mirror === null ? url : mirror.replace(/\/+$/, "") + new URL(url).pathname;
}


/***/ }),

/***/ 30834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _host_home_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3500);


/**
 * The folder for files that are made or downloaded once: the one that `cache` names, else the user's XDG
 * cache folder.
 *
 * @throws ConfigurationError when this user has no home folder
 */
function cacheFolder(given) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(given ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_host_home_js__WEBPACK_IMPORTED_MODULE_1__/* .xdgFolder */ .a)("XDG_CACHE_HOME"), "tap-migration-action"));
}


/***/ }),

/***/ 72419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ directBootArguments),
/* harmony export */   g: () => (/* binding */ GUEST_NAMES)
/* harmony export */ });
/** What a run needs to know about a guest: how QEMU starts it, and how to log in on its serial console. */
const GUEST_NAMES = ["micro", "kernel-initrd", "alpine-iso"];
/** QEMU's arguments to boot a kernel directly. */
function directBootArguments(boot) {
    return [
        ...["-kernel", boot.kernelPath],
        ...["-initrd", boot.initrdPath],
        ...["-append", boot.kernelArguments.join(" ")],
    ];
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

/***/ 51398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ LEAST_BOOTS),
  s: () => (/* binding */ readSettings)
});

// EXTERNAL MODULE: ./build/base/url.js
var url = __webpack_require__(16089);
// EXTERNAL MODULE: ./build/guest/assets.js
var assets = __webpack_require__(71158);
// EXTERNAL MODULE: ./build/results/names.js
var names = __webpack_require__(71685);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(53339);
// EXTERNAL MODULE: ./build/guest/guest.js
var guest = __webpack_require__(72419);
;// CONCATENATED MODULE: ./node_modules/string-argv/index.js

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false; // Track if we've started a token (for empty quotes)
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            // Inside quotes - look for the closing quote
            if (char === inQuote) {
                // End of quoted section
                inQuote = null;
            }
            else {
                // Add character to current token (without the quotes)
                current += char;
            }
        }
        else {
            // Outside quotes
            if (char === '"' || char === "'") {
                // Start of quoted section - this means we have a token even if empty
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                // Whitespace - end current token if we have one
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                // Regular character - add to current token
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    // Don't forget the last token
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}

// EXTERNAL MODULE: ./build/base/booleans.js
var booleans = __webpack_require__(21419);
// EXTERNAL MODULE: ./build/measure/limits.js
var limits = __webpack_require__(54383);
;// CONCATENATED MODULE: ./build/inputs/formats.js
/** The formats that inputs can have, as zod schemas from text to value. checks.ts says which input has which format. */






const wholeNumber = (least, most) => schemas/* string */.YjP()
    .regex(/^\d+$/, "expected a whole number")
    .transform(Number)
    .pipe(schemas/* number */.aig().min(least, `expected ${least} or more`).max(most, `expected ${most} or less`));
const decimalNumber = (least, most) => schemas/* string */.YjP()
    .regex(/^\d+(\.\d+)?$/, "expected a number")
    .transform(Number)
    .pipe(schemas/* number */.aig().min(least, `expected ${least} or more`).max(most, `expected ${most} or less`));
const word = schemas/* string */.YjP()
    .regex(/^[^\s\0-][^\s\0]*$/, "expected one word that does not begin with a dash");
const path = schemas/* string */.YjP().regex(/^[^\0\n-][^\0\n]*$/, "expected a path that does not begin with a dash");
/** False for a URL without a valid host: the text before its first slash may then be half of a password. */
const canParse = (text) => !(0,url/* isUrl */.gU)(text) || URL.canParse(text);
const EXPECTED_LOCATION = "expected an http(s) URL without a password in it, or a path that does not begin with a dash";
const EXPECTED_BASE = "expected an http(s) URL like https://mirror.example/base, without a password or a question mark";
/** An http(s) URL or a path. Other schemes are refused: they are meant as URLs, and we cannot fetch them. */
const formats_location = schemas/* string */.YjP()
    .regex(/^(?![a-z][a-z0-9+.-]*:\/\/)[^\0\n-][^\0\n]*$|^https?:\/\/[^\s\0/?#@]+([/?#][^\s\0]*)?$/i, EXPECTED_LOCATION)
    .refine(canParse, EXPECTED_LOCATION);
/** An http(s) URL that paths can be appended to. */
const baseUrl = schemas/* string */.YjP()
    .regex(/^https?:\/\/[^\s\0/?#@]+(\/[^\s\0?#]*)?$/i, EXPECTED_BASE)
    .refine(canParse, EXPECTED_BASE);
const sha256 = schemas/* string */.YjP()
    .regex(/^[0-9a-f]{64}$/i, "expected 64 hexadecimal digits")
    .transform((digits) => digits.toLowerCase());
const truth = schemas/* string */.YjP().transform((text, context) => {
    const value = (0,booleans/* readTruth */.c)(text);
    if (value === null)
        context.addIssue({ code: "custom", message: "expected true or false" });
    return value === true;
});
const formats_limits = (kind) => schemas/* string */.YjP().transform((text, context) => {
    const { limits: rules, problems } = (0,limits/* parseLimits */.kd)(text, kind);
    for (const problem of problems)
        context.addIssue({ code: "custom", message: problem, params: { quotesItself: true } });
    return rules;
});
/** Lines of NAME=VALUE. A problem names the number of the line, not the value, which may be a secret. */
const variables = schemas/* string */.YjP().transform((text, context) => {
    const lines = text.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 }));
    const read = lines
        .filter(({ line }) => line !== "")
        .map(({ line, number }) => ({ number, parts: /^([A-Za-z_][A-Za-z0-9_]*)=([^\0]*)$/.exec(line) }));
    const wrong = read.filter(({ parts }) => parts === null).map(({ number }) => number);
    if (wrong.length > 0) {
        context.addIssue({
            code: "custom",
            message: `expected NAME=VALUE in each line, which line ${wrong.join(", ")} is not`,
        });
    }
    return Object.fromEntries(read.map(({ parts }) => [parts?.[1] ?? "", parts?.[2] ?? ""]));
});
/** A size like 512M or 1G, in bytes. */
const memory = schemas/* string */.YjP()
    .regex(/^\d+[MG]$/, "expected a number and M or G, like 512M or 1G")
    .transform((text) => Number(text.slice(0, -1)) * (text.endsWith("G") ? 2 ** 30 : 2 ** 20))
    .refine((bytes) => bytes >= 128 * 2 ** 20 && bytes <= 64 * 2 ** 30, "expected 128M to 64G");
const scenarioList = schemas/* string */.YjP()
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter((name) => name !== ""))])
    .pipe(schemas/* array */.YOg(schemas/* enum */.k5n(names/* SCENARIO_NAMES */.es, `expected names out of ${names/* SCENARIO_NAMES */.es.join(", ")}`))
    .min(1, `expected at least one of ${names/* SCENARIO_NAMES */.es.join(", ")}`));
/** Arguments, split as a POSIX shell splits words. Nothing is expanded or run. */
const words = schemas/* string */.YjP().transform((text) => parseArgsStringToArgv(text));
/** A QEMU machine type, with or without properties. */
const machineType = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9._-]+(,[A-Za-z0-9._=,-]+)?$/, "expected a machine type like q35 or pc-q35-10.0");

;// CONCATENATED MODULE: ./build/inputs/checks.js
/** The format of each input. settings.ts reads inputs with it. */




const CHECKS = {
    qemu: path,
    "target-qemu": path,
    "round-trip": truth,
    "baseline-qemu": path,
    "max-regression-percent": decimalNumber(0, 1_000),
    "qemu-args": words,
    "qemu-env": variables,
    machine: machineType,
    cpu: word,
    smp: wholeNumber(1, 64),
    memory: memory,
    queues: wholeNumber(1, 16),
    accel: schemas/* enum */.k5n(names/* ACCEL_NAMES */._C, "expected kvm or tcg"),
    guest: schemas/* enum */.k5n(guest/* GUEST_NAMES */.g, `expected one of ${guest/* GUEST_NAMES */.g.join(", ")}`),
    iso: formats_location,
    "iso-sha256": sha256,
    kernel: formats_location,
    "kernel-sha256": sha256,
    initrd: formats_location,
    "initrd-sha256": sha256,
    mirror: baseUrl,
    cache: path,
    scenarios: scenarioList,
    unsupported: schemas/* enum */.k5n(["skip", "fail"], "expected skip or fail"),
    iterations: wholeNumber(1, names/* MOST_ITERATIONS */.nG),
    "probe-interval-ms": decimalNumber(0.2, 1_000),
    "recovery-timeout-ms": wholeNumber(100, 600_000),
    "max-outage-ms": formats_limits("max-outage-ms"),
    "max-lost": formats_limits("max-lost"),
    strict: truth,
    trace: truth,
    "timeout-minutes": decimalNumber(0.01, 100_000),
    "output-dir": path,
    summary: truth,
    annotations: truth,
};

// EXTERNAL MODULE: ./build/inputs/inputs.js
var inputs = __webpack_require__(90743);
// EXTERNAL MODULE: ./build/inputs/problems.js
var inputs_problems = __webpack_require__(36790);
;// CONCATENATED MODULE: ./build/inputs/settings.js






/** Guests differ from boot to boot. With a single boot, an A/B would show that difference as one of the builds. */
const LEAST_BOOTS = 3;
/**
 * Reads all inputs. An input that is not in `given` has its default.
 * @throws ConfigurationError with a line for each unknown or malformed input; the line says what was expected.
 */
function readSettings(given, seed) {
    const problems = (0,inputs_problems/* unknownInputs */.q)(Object.keys(given), inputs/* INPUTS */.mc);
    const get = (name) => {
        const text = given[name] ?? inputs/* INPUTS */.mc[name].fallback;
        if (text === null)
            return null;
        const result = CHECKS[name].safeParse(text);
        if (!result.success) {
            problems.push(...problemsOf(name, text, result.error.issues));
        }
        // After a problem nobody uses the value: refuseInputs throws.
        return result.data;
    };
    const scenarios = get("scenarios");
    const unsupported = get("unsupported");
    const settings = {
        qemu: get("qemu"),
        targetQemu: get("target-qemu"),
        roundTrip: get("round-trip"),
        baselineQemu: get("baseline-qemu"),
        maxRegressionPercent: get("max-regression-percent"),
        qemuArguments: get("qemu-args"),
        qemuEnvironment: get("qemu-env"),
        machine: get("machine"),
        cpu: get("cpu"),
        smp: get("smp"),
        memoryBytes: get("memory"),
        queues: get("queues"),
        accel: get("accel"),
        guest: get("guest"),
        iso: get("iso"),
        isoSha256: get("iso-sha256"),
        kernel: get("kernel"),
        kernelSha256: get("kernel-sha256"),
        initrd: get("initrd"),
        initrdSha256: get("initrd-sha256"),
        mirror: get("mirror"),
        cache: get("cache"),
        scenarios: scenarios ?? names/* SCENARIO_NAMES */.es,
        unsupportedFails: (unsupported ?? (scenarios === null ? "skip" : "fail")) === "fail",
        iterations: get("iterations") ?? (given["baseline-qemu"] === undefined ? inputs/* DEFAULT_ITERATIONS */.PW : inputs/* DEFAULT_PAIRS */.KI),
        probeIntervalMs: get("probe-interval-ms"),
        recoveryTimeoutMs: get("recovery-timeout-ms"),
        limits: [...(get("max-outage-ms") ?? []), ...(get("max-lost") ?? [])],
        strict: get("strict"),
        trace: get("trace"),
        timeoutMinutes: get("timeout-minutes"),
        outputFolder: get("output-dir"),
        summary: get("summary"),
        annotations: get("annotations"),
        seed,
        given: Object.fromEntries(Object.entries(given).map(([name, text]) => [name, withoutSecret(name, text)])),
    };
    // Only well-formed inputs can be checked against each other.
    if (problems.length === 0)
        problems.push(...(0,assets/* assetProblems */.fk)(settings), ...buildProblems(settings));
    (0,inputs_problems/* refuseInputs */.g)(problems);
    return settings;
}
/** The problems of one input. An input made of lines has one per bad line, which quotes the line. Others have one: the first. */
function problemsOf(name, text, issues) {
    const ofLines = issues.filter((issue) => issue.code === "custom" && issue.params?.quotesItself === true);
    if (ofLines.length > 0)
        return ofLines.map(({ message }) => `${name}: ${(0,url/* shownUrlsIn */.h7)(message)}`);
    const expected = issues[0]?.message ?? "cannot be read";
    return [`${name}: ${expected}${mayBeSecret(name) ? "" : `, not ${JSON.stringify(quoted(name, text))}`}`];
}
/** A value as messages show it. Any value may be a URL by mistake; a mirror is meant as a URL even without a scheme. */
const quoted = (name, text) => name === "mirror" || text.includes("://") ? (0,url/* shownUrl */.zA)(text) : text;
/** QEMU's arguments and environment may hold passwords, so their values are not written into the results. */
const withoutSecret = (name, text) => {
    if (mayBeSecret(name))
        return url/* LEFT_OUT */.Pk;
    return (0,url/* isUrl */.gU)(text) ? (0,url/* shownUrl */.zA)(text) : text;
};
const mayBeSecret = (name) => Object.hasOwn(inputs/* INPUTS */.mc, name) && "secret" in inputs/* INPUTS */.mc[name];
function buildProblems({ baselineQemu, targetQemu, roundTrip, iterations }) {
    const problems = [];
    if (baselineQemu !== null && targetQemu !== null) {
        problems.push("baseline-qemu, target-qemu: expected one of them: either two builds are compared, or guests go from one to the other");
    }
    if (roundTrip && targetQemu === null)
        problems.push("round-trip: expected target-qemu besides");
    if (baselineQemu !== null && iterations < LEAST_BOOTS) {
        problems.push(`iterations: expected ${LEAST_BOOTS} or more with baseline-qemu, a boot of each build for each, not ${iterations}`);
    }
    return problems;
}


/***/ }),

/***/ 54383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bA: () => (/* binding */ limitsFault),
/* harmony export */   g1: () => (/* binding */ judgeLimits),
/* harmony export */   kd: () => (/* binding */ parseLimits)
/* harmony export */ });
/* harmony import */ var _results_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71685);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57146);
/* harmony import */ var _rounding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80807);
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34832);
/** Limits on a scenario's figures: how users write them, and whether they are met. */




const LINE = /^(?:(?<scenario>[^\s:=]*)\s*:)?\s*(?:(?<statistic>[^\s:=]*)\s*=)?\s*(?<bound>\S.*)$/;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;
const SHARE_OF = { median: 0.5, p95: 0.95, max: 1 };
const STATISTICS = Object.keys(SHARE_OF);
/**
 * Reads an input of lines `[scenario:] [median=|p95=|max=]NUMBER`. The default statistic is the median for
 * outages and the maximum for lost requests. Each bad line gives a problem that says what was expected; the
 * other lines are read.
 */
function parseLimits(text, kind) {
    const limits = [];
    const problems = [];
    for (const line of text.split(/\r?\n/)) {
        if (line.trim() === "")
            continue;
        const rule = parseLine(line.trim(), kind);
        if (typeof rule === "string")
            problems.push(`"${line.trim()}": ${rule}`);
        else if (limits.some((other) => other.scenario === rule.scenario && other.statistic === rule.statistic)) {
            problems.push(`"${line.trim()}": there is another limit for the same scenario and statistic`);
        }
        else
            limits.push(rule);
    }
    return { limits, problems };
}
/** The rule of a line, or what is wrong with it. */
function parseLine(line, kind) {
    const { scenario, statistic, bound } = LINE.exec(line)?.groups ?? {};
    const statisticName = statistic ?? (kind === "max-lost" ? "max" : "median");
    if (scenario !== undefined && !isOneOf(_results_names_js__WEBPACK_IMPORTED_MODULE_2__/* .SCENARIO_NAMES */ .es, scenario)) {
        return `"${scenario}" is not a scenario; expected one of ${_results_names_js__WEBPACK_IMPORTED_MODULE_2__/* .SCENARIO_NAMES */ .es.join(", ")}`;
    }
    if (!isOneOf(STATISTICS, statisticName)) {
        return `"${statisticName}" is not a statistic; expected one of ${STATISTICS.join(", ")}`;
    }
    const value = Number(bound);
    if (bound === undefined || !NUMBER.test(bound) || value > _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_MS */ .KE) {
        return "expected [scenario:] [median=|p95=|max=]NUMBER, such as 20 or tap-fd: p95=35.5";
    }
    if (kind === "max-outage-ms" && value === 0)
        return "expected more than 0 ms: every outage is longer";
    return { limit: kind, scenario: scenario ?? null, statistic: statisticName, bound: value };
}
function isOneOf(names, name) {
    return names.includes(name);
}
/**
 * Judges a scenario by its rules. Outages count from passed iterations only, losses from all. A bound on
 * outages below twice the noise of most iterations is `unresolved`, because this machine cannot measure it.
 * So is a bound without a value to compare.
 */
function judgeLimits(rules, scenario, iterations) {
    const own = rules.filter((rule) => rule.scenario === scenario);
    const general = rules.filter((rule) => rule.scenario === null &&
        !own.some(({ limit, statistic }) => limit === rule.limit && statistic === rule.statistic));
    const passed = iterations.filter(({ status }) => status === "passed");
    return [...own, ...general].map(({ limit, statistic, bound }) => {
        const values = (limit === "max-lost" ? iterations.map(({ lost }) => lost) : passed.map(({ outageMs }) => outageMs)).filter((value) => value !== null);
        const value = (0,_rounding_js__WEBPACK_IMPORTED_MODULE_3__/* .roundMs */ .l)((0,_statistics_js__WEBPACK_IMPORTED_MODULE_1__/* .percentile */ .Ym)(values, SHARE_OF[statistic]));
        const unresolved = value === null || (limit === "max-outage-ms" && inNoise(bound, passed));
        return {
            limit,
            statistic,
            bound,
            value,
            verdict: unresolved ? "unresolved" : value > bound ? "exceeded" : "met",
        };
    });
}
function inNoise(bound, iterations) {
    const noises = iterations.map(({ noiseMs }) => noiseMs).filter((noise) => noise !== null);
    return noises.filter((noise) => bound < 2 * noise).length * 2 > noises.length;
}
/** Why a scenario fails by its limits, or null. With `strict`, unresolved limits fail too. */
function limitsFault(limits, strict) {
    const faults = limits.flatMap(({ limit, statistic, bound, value, verdict }) => {
        if (verdict === "exceeded")
            return [`${statistic} of ${value} exceeds ${limit} ${bound}`];
        if (verdict !== "unresolved" || !strict)
            return [];
        return [
            value === null
                ? `there is no figure to check against ${limit} ${statistic}=${bound}`
                : `${limit} ${statistic}=${bound} can't be judged on this machine: it is below twice the noise of most iterations`,
        ];
    });
    return faults.length === 0 ? null : faults.join("; ");
}


/***/ }),

/***/ 4860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ createRandom)
/* harmony export */ });
/* unused harmony export xoshiro128 */
/**
 * Random numbers from a seed: xoshiro128** 1.1 by Blackman and Vigna (prng.di.unimi.it), with its state
 * filled from the seed by splitmix32. Node's own generator takes no seed.
 */
/** A stream of numbers for a seed; only its lower 32 bits count. */
function createRandom(seed) {
    let state = seed >>> 0;
    const split = () => {
        state = (state + 0x9e3779b9) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
        mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
        return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    const next = xoshiro128([split(), split(), split(), split()]);
    return () => next() / 2 ** 32;
}
/** The generator itself: 32-bit unsigned integers. The state must not be all zeros. */
function xoshiro128(state) {
    let [a, b, c, d] = state;
    return () => {
        const five = Math.imul(b, 5);
        const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
        const shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 11) | (d >>> 21);
        return result;
    };
}


/***/ }),

/***/ 80807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ between),
/* harmony export */   l: () => (/* binding */ roundMs)
/* harmony export */ });
/** Rounds figures to the microsecond, the resolution of QEMU's stamps; further digits are arithmetic noise. */
function roundMs(ms) {
    // `+ 0` turns -0 into 0, because deep comparison treats them as different.
    return ms === null ? null : Math.round(ms * 1000) / 1000 + 0;
}
/** `laterMs - earlierMs`, rounded to the microsecond; null when one of them is missing. */
function between(earlierMs, laterMs) {
    return earlierMs === null || laterMs === null ? null : roundMs(laterMs - earlierMs);
}


/***/ }),

/***/ 34832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   OA: () => (/* binding */ firstAndLater),
/* harmony export */   Ym: () => (/* binding */ percentile),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   jL: () => (/* binding */ differenceInterval95),
/* harmony export */   kk: () => (/* binding */ outagesOf),
/* harmony export */   yb: () => (/* binding */ LEAST_FOR_INTERVAL)
/* harmony export */ });
/* harmony import */ var simple_statistics__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15521);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4860);
/* harmony import */ var _rounding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80807);
/**
 * Statistics of a figure over iterations. Percentiles are of type 7 by Hyndman and Fan (linear between order
 * statistics, the default of R and NumPy). The interval of the median is a percentile bootstrap interval.
 */



/** With fewer values, an interval of the median would say less than the values themselves. */
const LEAST_FOR_INTERVAL = 6;
const RESAMPLES = 10_000;
/** Statistics of finite values, rounded to 1 µs. All null without values; `ci95` is null below six values. */
function summarise(values, seed) {
    if (values.length === 0)
        return { n: 0, min: null, median: null, p95: null, max: null, ci95: null };
    const sorted = ascending(values);
    const at = (share) => (0,_rounding_js__WEBPACK_IMPORTED_MODULE_1__/* .roundMs */ .l)((0,simple_statistics__WEBPACK_IMPORTED_MODULE_0__/* .quantileSorted */ .Z4)(sorted, share));
    let ci95 = null;
    if (sorted.length >= LEAST_FOR_INTERVAL) {
        const [low, high] = interval95(resampledMedians(sorted, (0,_random_js__WEBPACK_IMPORTED_MODULE_2__/* .createRandom */ .s)(seed), RESAMPLES));
        ci95 = [(0,_rounding_js__WEBPACK_IMPORTED_MODULE_1__/* .roundMs */ .l)(low), (0,_rounding_js__WEBPACK_IMPORTED_MODULE_1__/* .roundMs */ .l)(high)];
    }
    return { n: sorted.length, min: at(0), median: at(0.5), p95: at(0.95), max: at(1), ci95 };
}
/** The median; null without values. */
function median(values) {
    return percentile(values, 0.5);
}
/** A percentile (0 to 1) of type 7; null without values. */
function percentile(values, share) {
    return values.length === 0 ? null : (0,simple_statistics__WEBPACK_IMPORTED_MODULE_0__/* .quantileSorted */ .Z4)(ascending(values), share);
}
/** The outages of passed iterations. Figures of a failed iteration may be meaningless. */
function outagesOf(iterations) {
    return iterations.flatMap(({ status, outageMs }) => status === "passed" && outageMs !== null ? [outageMs] : []);
}
/** The outages of each chain's first iteration, and of all others: in the first, QEMU has never migrated before. */
function firstAndLater(iterations, seed) {
    return {
        first: summarise(outagesOf(iterations.filter(({ index }) => index === 1)), seed),
        later: summarise(outagesOf(iterations.filter(({ index }) => index > 1)), seed),
    };
}
/**
 * The 95 % interval of median(b) - median(a): a percentile bootstrap that resamples each sample
 * independently. Unrounded; null when a sample has fewer than `least` values.
 */
function differenceInterval95(a, b, seed, least = LEAST_FOR_INTERVAL) {
    if (Math.min(a.length, b.length) < Math.max(1, least))
        return null;
    const random = (0,_random_js__WEBPACK_IMPORTED_MODULE_2__/* .createRandom */ .s)(seed);
    const mediansOfA = resampledMedians(ascending(a), random, RESAMPLES);
    const mediansOfB = resampledMedians(ascending(b), random, RESAMPLES);
    return interval95(mediansOfB.map((median, draw) => median - (mediansOfA[draw] ?? 0)));
}
function ascending(values) {
    return [...values].sort((a, b) => a - b);
}
/**
 * Medians of samples drawn with replacement. It draws ranks of the sorted sample and counts them, so no
 * resample has to be sorted. Speed matters: studies of the comparison's error repeat whole comparisons a
 * thousand times.
 */
function resampledMedians(sorted, random, draws) {
    const size = sorted.length;
    const counts = new Uint32Array(size);
    const medians = new Float64Array(draws);
    const [lower, upper] = [Math.ceil(size / 2), Math.floor(size / 2) + 1];
    for (let draw = 0; draw < draws; draw++) {
        counts.fill(0);
        for (let drawn = 0; drawn < size; drawn++) {
            const place = Math.floor(random() * size);
            counts[place] = (counts[place] ?? 0) + 1;
        }
        medians[draw] = (ranked(sorted, counts, lower) + ranked(sorted, counts, upper)) / 2;
    }
    return medians;
}
/** The value with this rank (from 1) in the sample that `counts` describes. */
function ranked(sorted, counts, rank) {
    let place = 0;
    for (let seen = counts[0] ?? 0; seen < rank; seen += counts[place] ?? 0)
        place++;
    return sorted[place] ?? Number.NaN;
}
function interval95(values) {
    const sorted = Array.from(values.sort());
    return [(0,simple_statistics__WEBPACK_IMPORTED_MODULE_0__/* .quantileSorted */ .Z4)(sorted, 0.025), (0,simple_statistics__WEBPACK_IMPORTED_MODULE_0__/* .quantileSorted */ .Z4)(sorted, 0.975)];
}


/***/ })

};
