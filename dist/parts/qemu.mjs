export const id = 122;
export const ids = [122];
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

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/base/booleans.js
var booleans = __webpack_require__(21419);
// EXTERNAL MODULE: ./build/measure/limits.js
var limits = __webpack_require__(54383);
// EXTERNAL MODULE: ./build/qemu/debian-suite.js
var debian_suite = __webpack_require__(75949);
;// CONCATENATED MODULE: ./build/inputs/formats.js
/** The formats that inputs can have, as zod schemas from text to value. checks.ts says which input has which format. */







/** @param why what sets the upper limit, if it is not ours */
const wholeNumber = (least, most, why) => schemas/* string */.YjP()
    .regex(/^\d+$/, "expected a whole number")
    .transform(Number)
    .pipe(schemas/* number */.aig()
    .min(least, `expected ${least} or more`)
    .max(most, `expected ${most} or less${why === undefined ? "" : ` (${why})`}`));
const wholeNumberOr = (word, least, most) => schemas/* string */.YjP().transform((text, context) => {
    if (text.toLowerCase() === word)
        return word;
    const number = wholeNumber(least, most).safeParse(text);
    if (number.success)
        return number.data;
    const expected = number.error.issues[0]?.message ?? "expected a whole number";
    context.addIssue(`${expected}, or ${word}`);
    return core/* NEVER */.tm;
});
const decimalNumber = (least, most) => schemas/* string */.YjP()
    .regex(/^\d+(\.\d+)?$/, "expected a number")
    .transform(Number)
    .pipe(schemas/* number */.aig().min(least, `expected ${least} or more`).max(most, `expected ${most} or less`));
const word = schemas/* string */.YjP()
    .regex(/^[^\s\0-][^\s\0]*$/, "expected one word that does not begin with a dash");
const path = schemas/* string */.YjP().regex(/^[^\0\n-][^\0\n]*$/, "expected a path that does not begin with a dash");
/** A path, a name in PATH, or debian:SUITE. */
const qemu = path.refine((text) => !(0,debian_suite/* namesSuite */.bB)(text) || (0,debian_suite/* suiteOf */.Ee)(text) !== null, debian_suite/* EXPECTED_SUITE */.AO);
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
const truthOrAuto = schemas/* string */.YjP().transform((text, context) => {
    if (text.toLowerCase() === "auto")
        return "auto";
    const value = (0,booleans/* readTruth */.c)(text);
    if (value === null)
        context.addIssue({ code: "custom", message: "expected auto, true or false" });
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
    qemu: qemu,
    "target-qemu": qemu,
    "round-trip": truth,
    "baseline-qemu": qemu,
    "max-regression-percent": decimalNumber(0, 1_000),
    "qemu-args": words,
    "qemu-env": variables,
    machine: machineType,
    cpu: word,
    smp: wholeNumber(1, 64),
    memory: memory,
    queues: wholeNumber(1, names/* MOST_QUEUES */.JJ, "a TAP has no more: MAX_TAP_QUEUES in drivers/net/tun.c of the kernel"),
    nics: wholeNumber(1, names/* MOST_NICS */.Un),
    accel: schemas/* enum */.k5n(names/* ACCEL_NAMES */._C, "expected kvm or tcg"),
    privilege: schemas/* enum */.k5n(names/* WANTED_PRIVILEGES */.DM, "expected auto, root or none"),
    setup: truthOrAuto,
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
    iterations: wholeNumberOr("auto", 1, names/* MOST_ITERATIONS */.nG),
    "probe-interval-ms": decimalNumber(0.2, 1_000),
    connections: wholeNumber(0, names/* MOST_CONNECTIONS */.on),
    "recovery-timeout-ms": wholeNumber(100, 600_000),
    "max-outage-ms": formats_limits("max-outage-ms"),
    "max-request-stall-ms": formats_limits("max-request-stall-ms"),
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
        nics: get("nics"),
        accel: get("accel"),
        privilege: get("privilege"),
        setup: get("setup"),
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
        ...howMany(get("iterations"), given["baseline-qemu"] !== undefined),
        probeIntervalMs: get("probe-interval-ms"),
        connections: get("connections"),
        recoveryTimeoutMs: get("recovery-timeout-ms"),
        limits: [
            ...(get("max-outage-ms") ?? []),
            ...(get("max-request-stall-ms") ?? []),
            ...(get("max-lost") ?? []),
        ],
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
function howMany(wanted, compares) {
    const usual = compares ? inputs/* DEFAULT_PAIRS */.KI : inputs/* DEFAULT_ITERATIONS */.PW;
    return wanted === "auto"
        ? { iterations: usual, untilDecided: true }
        : { iterations: wanted ?? usual, untilDecided: false };
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
function buildProblems(settings) {
    const { baselineQemu, targetQemu, roundTrip, iterations, untilDecided } = settings;
    const problems = [];
    if (baselineQemu !== null && targetQemu !== null) {
        problems.push("baseline-qemu, target-qemu: expected one of them: either two builds are compared, or guests go from one to the other");
    }
    if (roundTrip && targetQemu === null)
        problems.push("round-trip: expected target-qemu besides");
    if (untilDecided && baselineQemu === null)
        problems.push("iterations: expected a number, or baseline-qemu besides: auto adds pairs until a comparison is decided");
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
 * times and the maximum for lost requests. Each bad line gives a problem that says what was expected; the
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
    if (kind !== "max-lost" && value === 0)
        return "expected more than 0 ms: nothing is that short";
    return { limit: kind, scenario: scenario ?? null, statistic: statisticName, bound: value };
}
function isOneOf(names, name) {
    return names.includes(name);
}
/**
 * Judges a scenario by its rules. Times count from passed iterations only, losses from all. When both the
 * bound on a time and the value are below twice the noise of most iterations, the limit is `unresolved`,
 * because this machine cannot measure it. So is a bound without a value to compare.
 */
function judgeLimits(rules, scenario, iterations) {
    const own = rules.filter((rule) => rule.scenario === scenario);
    const general = rules.filter((rule) => rule.scenario === null &&
        !own.some(({ limit, statistic }) => limit === rule.limit && statistic === rule.statistic));
    const passed = iterations.filter(({ status }) => status === "passed");
    return [...own, ...general].map(({ limit, statistic, bound }) => {
        const { figure, noise } = FIGURE_OF[limit];
        const known = (figures) => figures.filter((value) => typeof value === "number");
        const values = known((limit === "max-lost" ? iterations : passed).map((one) => one[figure]));
        const value = (0,_rounding_js__WEBPACK_IMPORTED_MODULE_3__/* .roundMs */ .l)((0,_statistics_js__WEBPACK_IMPORTED_MODULE_1__/* .percentile */ .Ym)(values, SHARE_OF[statistic]));
        const noises = noise === null ? [] : known(passed.map((one) => one[noise]));
        const unresolved = value === null || inNoise(Math.max(bound, value), noises);
        return {
            limit,
            statistic,
            bound,
            value,
            verdict: unresolved ? "unresolved" : value > bound ? "exceeded" : "met",
        };
    });
}
/** The figure that a limit is on, and the noise of that figure. */
const FIGURE_OF = {
    "max-outage-ms": { figure: "outageMs", noise: "noiseMs" },
    "max-request-stall-ms": { figure: "requestStallMs", noise: "requestNoiseMs" },
    "max-lost": { figure: "lost", noise: null },
};
const inNoise = (ms, noises) => noises.filter((noise) => ms < 2 * noise).length * 2 > noises.length;
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
                : `${limit} ${statistic}=${bound} can't be judged on this machine: it and the figure are below twice the noise of most iterations`,
        ];
    });
    return faults.length === 0 ? null : faults.join("; ");
}


/***/ }),

/***/ 11182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ obtainDebianBuild)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(53339);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/url.js
var url = __webpack_require__(16089);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/host/lock.js
var lock = __webpack_require__(76276);
// EXTERNAL MODULE: ./build/host/private-folder.js
var private_folder = __webpack_require__(89749);
// EXTERNAL MODULE: ./build/host/system-folders.js
var system_folders = __webpack_require__(36314);
// EXTERNAL MODULE: ./build/qemu/debian-tools.js
var debian_tools = __webpack_require__(82594);
;// CONCATENATED MODULE: ./build/qemu/debian-archive.js
/**
 * Reads a suite of Debian's archive through apt, with a separate configuration, lists and state: this machine's apt is not changed, and
 * root is not needed. apt verifies the suite's InRelease file with Debian's keys, the index of packages with that file, and each package
 * with the index (apt-secure(8)).
 */





const PACKAGE = "qemu-system-x86";
const DEFAULT_MIRROR = "http://deb.debian.org/debian";
/** For a small file and, when it is new, an index of 10 MB. */
const REFRESH_DEADLINE_MS = 5 * 60_000;
const QUESTION_DEADLINE_MS = 60_000;
/** For some 100 packages, 40 MB. */
const DOWNLOAD_DEADLINE_MS = 20 * 60_000;
async function openArchive({ suite, folder, tools, signal, ...given }) {
    const { aptGet, keyring } = tools;
    const own = { deadlineMs: QUESTION_DEADLINE_MS, signal };
    const mirror = given.mirror ?? (await mirrorOfThisMachine(aptGet, own)) ?? DEFAULT_MIRROR;
    for (const name of ["lists/partial", "archives/partial", "parts"]) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, name), { recursive: true, mode: 0o700 });
    }
    const file = (0,external_node_path_.join)(folder, "apt.conf");
    const network = await networkOfThisMachine(own);
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "status"), "");
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "sources.list"), `deb [arch=amd64 signed-by=${keyring}] ${mirror} ${suite} main\n`);
    await (0,promises_.writeFile)(file, configuration(folder, network));
    const apt = (deadlineMs, ...args) => (0,debian_tools/* runCommand */.d1)(aptGet, args, { deadlineMs, signal, variables: { APT_CONFIG: file } });
    return {
        mirror,
        async refresh() {
            await apt(REFRESH_DEADLINE_MS, "update", "-q");
            return readPackages(await apt(QUESTION_DEADLINE_MS, "install", "--print-uris", "-qq", PACKAGE));
        },
        async download(into) {
            await (0,promises_.mkdir)((0,external_node_path_.join)(into, "partial"), { recursive: true, mode: 0o700 });
            const there = ["-o", `Dir::Cache::archives=${into}`];
            await apt(DOWNLOAD_DEADLINE_MS, "install", "--download-only", "--yes", "-q", ...there, PACKAGE);
        },
    };
}
/**
 * apt.conf(5). This machine's configuration is not read, so that none of its hooks runs. Check-Valid-Until is off because a mirror may be a
 * snapshot whose InRelease file has expired. Its signature is still checked.
 */
const configuration = (folder, network) => `${network.join("\n")}
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "";
APT::Update::Error-Mode "any";
Acquire::Check-Valid-Until "false";
Acquire::ForceHash "sha256";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
Dir::Cache "${folder}";
Dir::Cache::archives "${folder}/archives";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Dir::Etc::main "${folder}/none";
Dir::Etc::parts "${folder}/parts";
Dir::Etc::preferences "${folder}/none";
Dir::Etc::preferencesparts "${folder}/parts";
Dir::Etc::sourcelist "${folder}/sources.list";
Dir::Etc::sourceparts "${folder}/parts";
Dir::State "${folder}";
Dir::State::lists "${folder}/lists";
Dir::State::status "${folder}/status";
`;
/** The first of this machine's apt sources that has complete suites of Debian. The security archive has not: its label differs. */
async function mirrorOfThisMachine(aptGet, options) {
    const format = "$(ORIGIN) $(LABEL) $(REPO_URI)";
    const targets = await asked(aptGet, ["indextargets", "--format", format, "Created-By: Packages"], options);
    return /^Debian Debian (\S+)$/m.exec(targets)?.[1] ?? null;
}
/** The network settings of this machine's apt, as lines of apt.conf(5): proxies, certificates, IPv4 only. */
async function networkOfThisMachine(options) {
    const aptConfig = (0,system_folders/* findInSystem */.S)("apt-config");
    if (aptConfig === null)
        return [];
    const settings = await asked(aptConfig, ["dump", "--no-empty", "Acquire"], options);
    return settings.split("\n").filter((line) => /^Acquire::(https?|ForceIPv[46])(::| )/i.test(line));
}
/** The output of one of this machine's apt programs; "" when it fails: we have defaults. */
async function asked(program, args, options) {
    try {
        return await (0,debian_tools/* runCommand */.d1)(program, args, options);
    }
    catch (error) {
        if (error instanceof debian_tools/* CommandError */.Qd)
            return "";
        throw error;
    }
}
/** Lines of `apt-get --print-uris`: 'URI' FILE BYTES SHA256:DIGEST */
function readPackages(text) {
    const packages = text
        .split("\n")
        .filter((line) => line.startsWith("'"))
        .map((line) => {
        const [, file = "", bytes, sha256 = ""] = /^'[^']*' ([A-Za-z0-9][A-Za-z0-9.+~%_-]*\.deb) (\d+) SHA256:([0-9a-f]{64})$/.exec(line) ?? [];
        if (sha256 === "")
            throw new errors/* ConfigurationError */.j1(`apt names no SHA-256 in: ${line.slice(0, 300)}`);
        return { file, bytes: Number(bytes), sha256 };
    });
    const versions = packages.map(({ file }) => /^qemu-system-x86_([^_]+)_[^_]+\.deb$/.exec(file)?.[1]);
    const version = versions.find((found) => found !== undefined);
    if (version === undefined)
        throw new errors/* ConfigurationError */.j1(`apt finds no package ${PACKAGE} in this suite`);
    return { version, packages };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/qemu/debian-packages.js
/** Fills a folder with Debian's packages from a cache and the archive, verifies them, and unpacks them. */







const UNPACK_DEADLINE_MS = 5 * 60_000;
/**
 * Fills a new folder with all packages. Each has the size and the SHA-256 that the signed index says.
 * @returns whether the cache had packages of this version
 * @throws ConfigurationError when one is not available.
 */
async function fetchPackages(folder, { packages }, archive, cache, signal) {
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    const restored = (await cache.port?.restorePackages(cache.key, folder, signal)) ?? false;
    signal.throwIfAborted();
    // apt checks only the sizes of files that are in the folder already.
    const before = await keepWhole(folder, packages, signal);
    if (before === packages.length)
        return { restored };
    await archive.download(folder);
    const whole = await keepWhole(folder, packages, signal);
    if (whole !== packages.length) {
        throw new errors/* ConfigurationError */.j1(`${packages.length - whole} of ${packages.length} packages from ${archive.mirror} are missing or damaged`);
    }
    return { restored };
}
/** Removes everything that is not one of the packages, undamaged. @returns how many remain */
async function keepWhole(folder, packages, signal) {
    const expected = new Map(packages.map((wanted) => [wanted.file, wanted]));
    let whole = 0;
    for (const name of await (0,promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, name);
        const wanted = expected.get(name);
        if (wanted !== undefined && (await isPackage(path, wanted, signal)))
            whole += 1;
        else
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    return whole;
}
async function isPackage(path, wanted, signal) {
    const facts = await (0,promises_.lstat)(path);
    if (!facts.isFile() || facts.size !== wanted.bytes)
        return false;
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { fd: (0,files/* openRegular */.lf)(path), signal }))
        hash.update(chunk);
    return hash.digest("hex") === wanted.sha256;
}
/** Unpacks all packages into one folder. None of their scripts is run. */
async function unpackPackages(folder, packages, root, { dpkgDeb }, signal) {
    await (0,promises_.mkdir)(root, { mode: 0o700 });
    for (const { file } of packages) {
        await (0,debian_tools/* runCommand */.d1)(dpkgDeb, ["--extract", (0,external_node_path_.join)(folder, file), root], {
            deadlineMs: UNPACK_DEADLINE_MS,
            signal,
        });
    }
}

;// CONCATENATED MODULE: ./build/qemu/debian-starter.js
/** Writes the script that starts an unpacked QEMU with the libraries and the ld.so of its suite. */




const TRIPLET = "lib/x86_64-linux-gnu";
/** Before Debian 13, the libraries of some packages are in /lib instead of /usr/lib. */
function layoutOf(root) {
    const folders = [`usr/${TRIPLET}`, `usr/${TRIPLET}/pulseaudio`];
    const inUsr = `usr/${TRIPLET}/ld-linux-x86-64.so.2`;
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, inUsr)))
        return { loader: inUsr, folders };
    return { loader: `${TRIPLET}/ld-linux-x86-64.so.2`, folders: [TRIPLET, ...folders] };
}
/** glibc's ld.so has --argv0 and --help since 2.33. An older one fails on --help. */
async function knowsArgv0(loader, options) {
    try {
        return (await (0,debian_tools/* runCommand */.d1)(loader, ["--help"], options)).includes("--argv0");
    }
    catch (error) {
        if (error instanceof debian_tools/* CommandError */.Qd)
            return false;
        throw error;
    }
}
/** Writes the starter of the QEMU in the folder `root` next to it. Both can be moved together. */
async function writeStarter(starter, root, options) {
    const { loader, folders } = layoutOf(root);
    const argv0 = (await knowsArgv0((0,external_node_path_.join)(root, loader), options)) ? '--argv0 "$0" ' : "";
    const libraries = folders.map((folder) => `$root/${folder}`).join(":");
    // exec: this process becomes QEMU, so that its pid is QEMU's. Programs that QEMU starts would inherit LD_LIBRARY_PATH.
    // Without QEMU_MODULE_DIR, QEMU would try the modules of this machine's own QEMU first.
    const script = `#!/bin/sh
root=\${0%/*}/root
unset LD_LIBRARY_PATH LD_PRELOAD
export QEMU_MODULE_DIR="$root/usr/${TRIPLET}/qemu"
exec "$root/${loader}" ${argv0}--library-path "${libraries}" \\
  "$root/usr/bin/qemu-system-x86_64" -L "$root/usr/share/qemu" -L "$root/usr/share/seabios" "$@"
`;
    await (0,promises_.writeFile)(starter, script, { mode: 0o700 });
}

;// CONCATENATED MODULE: ./build/qemu/debian-build.js
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
/**
 * Debian's QEMU builds, by suite. The package qemu-system-x86 and the packages that it depends on are unpacked in the cache folder, never
 * installed. debian/SUITE/VERSION has `root` (the unpacked packages), `qemu-system-x86_64` (a script that starts QEMU) and `build.json`.
 * The folder gets its name only when it is complete and QEMU has printed its version.
 */












/** Older versions are removed when they have not been used for this time. */
const UNUSED_MS = 30 * 24 * 3_600_000;
const VERSION_DEADLINE_MS = 60_000;
const STARTER = "qemu-system-x86_64";
const BUILD_FILE = "build.json";
const MOST_BUILD_BYTES = 10_000;
const BuildFile = schemas/* object */.Ikc({ version: schemas/* string */.YjP().regex(/^[\w.+-]+$/), unpackedAt: schemas/* number */.aig() });
/** The prefix of incomplete folders. A complete build is named by its version, which begins with a digit. */
const NEW_PREFIX = ".new-";
/**
 * The QEMU of the suite, in the version that the archive has now. When the archive cannot be read, the build that was unpacked last is
 * used, with a warning. Only one run at a time works on a suite; others wait.
 * @throws ConfigurationError when there is none. It is no UnusableQemuError: network and host say nothing about a build under test.
 */
async function obtainDebianBuild(suite, store) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal, emit } = store;
        const folder = await suiteFolder(store.cacheDir, suite);
        const _lock = __addDisposableResource(env_1, await (0,lock/* holdLock */.x)((0,external_node_path_.join)(folder, ".unpacking"), signal, () => emit({ kind: "note", text: `debian:${suite}: waiting for another run that is fetching it` })), true);
        await removeNew(folder);
        try {
            return await newestBuild(suite, folder, store);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* ConfigurationError */.j1))
                throw error;
            const [kept] = await keptBuilds(suite, folder);
            if (kept === undefined)
                throw refusal(suite, error);
            emit({
                kind: "warning",
                text: `debian:${suite}: ${(0,url/* shownUrlsIn */.h7)((0,errors/* messageOf */.bD)(error))}. Using the build ${kept.packageVersion} from the cache, which may not be the newest`,
            });
            return await noteUse(kept);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function refusal(suite, error) {
    if (error instanceof errors/* HostError */.dh)
        return error;
    return new errors/* HostError */.dh({
        found: `debian:${suite} is not available: ${(0,url/* shownUrlsIn */.h7)(error.message)}`,
        mend: null,
        besides: "check the name of the suite, the network and the age of the package debian-archive-keyring, or name a QEMU of this host with --qemu PATH",
    });
}
async function newestBuild(suite, folder, store) {
    const { signal } = store;
    const tools = (store.findTools ?? debian_tools/* findDebianTools */.US)();
    const archive = await openArchive({
        ...{ suite, folder: (0,external_node_path_.join)(folder, ".apt"), tools, signal },
        mirror: store.mirror ?? null,
    });
    const found = await archive.refresh();
    const kept = await readBuild(suite, folder, found.version);
    if (kept !== null)
        return await noteUse(kept);
    const fresh = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, NEW_PREFIX));
    try {
        await fill(fresh, (0,external_node_path_.join)(folder, found.version), { suite, found, tools, archive, store });
    }
    finally {
        await (0,promises_.rm)(fresh, { recursive: true, force: true });
    }
    await removeUnused(suite, folder, found.version);
    const build = await readBuild(suite, folder, found.version);
    if (build === null)
        throw new Error(`${folder}/${found.version} has changed since it was unpacked`);
    return await noteUse(build);
}
/** Makes the build in `fresh`, then renames it to `final`. */
async function fill(fresh, final, filling) {
    const { suite, found, tools, archive, store } = filling;
    const { signal, emit } = store;
    const version = shown(found.version);
    const bytes = found.packages.reduce((sum, wanted) => sum + wanted.bytes, 0);
    emit({
        kind: "note",
        text: `unpacking qemu-system-x86 ${version} of Debian ${suite}: ${found.packages.length} packages, ${Math.ceil(bytes / 2 ** 20)} MiB, from ${(0,url/* shownUrlsIn */.h7)(archive.mirror)} …`,
    });
    const packages = (0,external_node_path_.join)(fresh, "packages");
    const root = (0,external_node_path_.join)(fresh, "root");
    const key = `debian-${suite}-${found.version}`;
    const { restored } = await fetchPackages(packages, found, archive, { key, port: store.packages }, signal);
    await unpackPackages(packages, found.packages, root, tools, signal);
    const saved = store.packages !== null && !restored;
    if (!saved)
        await (0,promises_.rm)(packages, { recursive: true });
    const own = { deadlineMs: VERSION_DEADLINE_MS, signal };
    const starter = (0,external_node_path_.join)(fresh, STARTER);
    await writeStarter(starter, root, own);
    const stdout = await (0,debian_tools/* runCommand */.d1)(starter, ["--version"], own);
    const said = /^QEMU emulator version (\S+)/m.exec(stdout)?.[1];
    if (said === undefined) {
        throw new errors/* ConfigurationError */.j1(`the unpacked program does not print the version of a QEMU: ${stdout.slice(0, 300)}`);
    }
    await (0,promises_.writeFile)((0,external_node_path_.join)(fresh, BUILD_FILE), JSON.stringify({ version: said, unpackedAt: Date.now() }));
    // A folder of that name without a valid build.json is not a build.
    await (0,promises_.rm)(final, { recursive: true, force: true });
    await (0,promises_.rename)(fresh, final);
    if (saved)
        store.packages?.packagesDownloaded(key, (0,external_node_path_.join)(final, "packages"));
}
/** A version as Debian writes it. */
const shown = (version) => version.replaceAll("%3a", ":");
/** Not allowed in the path: ld.so splits --library-path at these (ld.so(8)) or expands them, and apt.conf(5) cannot quote the last two. */
const UNFIT = /[:;$"\\]/;
/** Makes the suite's folder in the cache, if it is missing. Programs in it are run, so nobody else may write there. */
async function suiteFolder(cacheDir, suite) {
    const unusable = (why) => new errors/* ConfigurationError */.j1(`the cache folder ${cacheDir} cannot be used for debian:${suite}: ${why}. Name another one with cache (--cache FOLDER)`);
    if (UNFIT.test(cacheDir))
        throw unusable('its path contains one of : ; $ " \\');
    const folder = (0,external_node_path_.join)(cacheDir, "debian", suite);
    let why;
    try {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        why = (0,private_folder/* whyNotPrivate */.FC)(folder);
    }
    catch (error) {
        throw unusable((0,errors/* messageOf */.bD)(error));
    }
    if (why !== null)
        throw unusable(why);
    return folder;
}
/** Removes the incomplete folders of killed runs. Call it with the lock held. */
async function removeNew(folder) {
    for (const name of await (0,promises_.readdir)(folder)) {
        if (name.startsWith(NEW_PREFIX))
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
    }
}
/** The build of this version. Null: there is none, or it is incomplete. */
async function readBuild(suite, suiteFolder, version) {
    const folder = (0,external_node_path_.join)(suiteFolder, version);
    try {
        const file = BuildFile.parse(JSON.parse((0,files/* readWhole */.oD)((0,external_node_path_.join)(folder, BUILD_FILE), MOST_BUILD_BYTES).toString("utf8")));
        const path = (0,external_node_path_.join)(folder, STARTER);
        if (!(await (0,promises_.stat)(path)).isFile() ||
            !(await (0,promises_.stat)((0,external_node_path_.join)(folder, "root/usr/bin/qemu-system-x86_64"))).isFile()) {
            return null;
        }
        return { suite, packageVersion: shown(version), ...file, path, folder };
    }
    catch {
        return null;
    }
}
/** Sorted: the build that was unpacked last comes first. */
async function keptBuilds(suite, folder) {
    const versions = (await (0,promises_.readdir)(folder)).filter((name) => /^\d/.test(name));
    const builds = await Promise.all(versions.map((version) => readBuild(suite, folder, version)));
    return builds.filter((build) => build !== null).sort((a, b) => b.unpackedAt - a.unpackedAt);
}
/** Notes that it is used now, in the mtime of build.json. */
async function noteUse(build) {
    const now = new Date();
    await (0,promises_.utimes)((0,external_node_path_.join)(build.folder, BUILD_FILE), now, now).catch(() => undefined);
    const { suite, packageVersion, version, path } = build;
    return { suite, packageVersion, version, path };
}
/** Removes other versions of the suite that have not been used for a long time. A run may still use the others. */
async function removeUnused(suite, folder, version) {
    for (const build of await keptBuilds(suite, folder)) {
        const { mtimeMs } = await (0,promises_.stat)((0,external_node_path_.join)(build.folder, BUILD_FILE));
        if (build.packageVersion !== shown(version) && Date.now() - mtimeMs > UNUSED_MS) {
            await (0,promises_.rm)(build.folder, { recursive: true, force: true });
        }
    }
}


/***/ }),

/***/ 75949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ EXPECTED_SUITE),
/* harmony export */   Ee: () => (/* binding */ suiteOf),
/* harmony export */   bB: () => (/* binding */ namesSuite)
/* harmony export */ });
/** The name of a build of Debian: `debian:SUITE`, like debian:sid or debian:trixie. */
const PREFIX = "debian:";
const SUITE = /^[a-z0-9][a-z0-9-]*$/;
const EXPECTED_SUITE = "expected debian:SUITE, like debian:sid or debian:trixie, with a suite of lower-case letters, digits and dashes (for a file of that name: ./debian:…)";
/** Whether this is meant as a suite, valid or not, and not as a path. */
const namesSuite = (qemu) => qemu.startsWith(PREFIX);
/** The suite of `debian:SUITE`; null for a path and for an invalid suite. */
function suiteOf(qemu) {
    if (!namesSuite(qemu))
        return null;
    const suite = qemu.slice(PREFIX.length);
    return SUITE.test(suite) ? suite : null;
}


/***/ }),

/***/ 82594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   US: () => (/* binding */ findDebianTools),
/* harmony export */   d1: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39970);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62162);
/* harmony import */ var _host_system_folders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36314);
/** The host's programs and keys that fetch, verify and unpack packages of Debian. */





/** The package debian-archive-keyring has the first name up to Debian 12, and both names since. */
const KEYRINGS = ["debian-archive-keyring.gpg", "debian-archive-keyring.pgp"].map((name) => `/usr/share/keyrings/${name}`);
/** @throws HostError with what is missing, and how to install it. */
function findDebianTools(find = _host_system_folders_js__WEBPACK_IMPORTED_MODULE_4__/* .findInSystem */ .S, keyrings = KEYRINGS) {
    const aptGet = find("apt-get");
    const dpkgDeb = find("dpkg-deb");
    const keyring = keyrings.find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path)) ?? null;
    if (aptGet !== null && dpkgDeb !== null && keyring !== null)
        return { aptGet, dpkgDeb, keyring };
    const missing = [
        ...(aptGet === null ? [["the program apt-get", "apt"]] : []),
        ...(dpkgDeb === null ? [["the program dpkg-deb", "dpkg"]] : []),
        ...(keyring === null ? [[`Debian's keys (${keyrings[0]})`, "debian-archive-keyring"]] : []),
    ];
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh({
        found: `builds of Debian cannot be fetched here. Missing: ${missing.map(([what]) => what).join(", ")}`,
        ...(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .installing */ .A1)(missing.map(([, name]) => name), "or name a QEMU of this host with --qemu PATH"),
    });
}
/** A program that did not end with status 0. The message is its stderr, if it wrote any. */
class CommandError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1 {
}
/** A list of packages has some 20 kB. */
const MOST_OUTPUT_BYTES = 4 * 2 ** 20;
/**
 * Runs a program to its end, as this user and without input.
 * @returns its stdout
 * @throws CommandError when it fails, takes too long or cannot be started; the signal's reason when that aborts. It no longer runs then.
 */
async function runCommand(program, args, { deadlineMs, signal, variables = {} }) {
    const { failure, stdout, stderr } = await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .runToEnd */ .cd)(program, args, {
        ...{ signal, timeoutMs: deadlineMs, maxOutputBytes: MOST_OUTPUT_BYTES },
        // Its messages are read here, and shown: they must be English.
        env: { ...ownVariables(), ...variables, LC_ALL: "C" },
    });
    signal.throwIfAborted();
    if (failure === null)
        return stdout.toString("utf8");
    throw new CommandError((0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .faultsIn */ .RP)(stderr.toString("utf8")) || `${program} ${failure}`);
}
const ownVariables = () => Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));


/***/ })

};
