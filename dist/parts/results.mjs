export const id = 130;
export const ids = [130];
export const modules = {

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
/* harmony export */   LK: () => (/* binding */ stallsOf),
/* harmony export */   NL: () => (/* binding */ beforeStopOf),
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
const MOST_RESAMPLES = 10_000;
const LEAST_RESAMPLES = 1_000;
/** Beyond some hundred values fewer resamples do: an A/B of thousands of pairs has a dozen figures to compare. */
const MOST_DRAWN = 4_000_000;
const resamplesFor = (size) => Math.max(LEAST_RESAMPLES, Math.min(MOST_RESAMPLES, Math.floor(MOST_DRAWN / size)));
/** Statistics of finite values, rounded to 1 µs. All null without values; `ci95` is null below six values. */
function summarise(values, seed) {
    if (values.length === 0)
        return { n: 0, min: null, median: null, p95: null, max: null, ci95: null };
    const sorted = ascending(values);
    const at = (share) => (0,_rounding_js__WEBPACK_IMPORTED_MODULE_1__/* .roundMs */ .l)((0,simple_statistics__WEBPACK_IMPORTED_MODULE_0__/* .quantileSorted */ .Z4)(sorted, share));
    let ci95 = null;
    if (sorted.length >= LEAST_FOR_INTERVAL) {
        const [low, high] = interval95(resampledMedians(sorted, (0,_random_js__WEBPACK_IMPORTED_MODULE_2__/* .createRandom */ .s)(seed), resamplesFor(sorted.length)));
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
/** The part of the outage before STOP, of passed iterations. */
function beforeStopOf(iterations) {
    return iterations.flatMap(({ status, outageParts }) => status === "passed" && outageParts !== null ? [outageParts.beforeStopMs] : []);
}
/** The stalls of passed iterations with connections. */
function stallsOf(iterations) {
    return iterations.flatMap(({ status, requestStallMs }) => status === "passed" && typeof requestStallMs === "number" ? [requestStallMs] : []);
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
 * independently. Unrounded; null when a sample has fewer than six values.
 */
function differenceInterval95(a, b, seed) {
    if (Math.min(a.length, b.length) < LEAST_FOR_INTERVAL)
        return null;
    const random = (0,_random_js__WEBPACK_IMPORTED_MODULE_2__/* .createRandom */ .s)(seed);
    const resamples = resamplesFor(Math.max(a.length, b.length));
    const mediansOfA = resampledMedians(ascending(a), random, resamples);
    const mediansOfB = resampledMedians(ascending(b), random, resamples);
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


/***/ }),

/***/ 92823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _t: () => (/* binding */ connectionsFault),
/* harmony export */   fb: () => (/* binding */ measureRequests),
/* harmony export */   ho: () => (/* binding */ NO_REQUESTS),
/* harmony export */   te: () => (/* binding */ STALLED_MS)
/* harmony export */ });
/* harmony import */ var _results_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71685);
/* harmony import */ var _rounding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80807);
/** Figures of an iteration's TCP requests, from the records of the program that sent them. docs/contract.md, section 3, defines them. */


/**
 * A request whose packet was lost is sent again after 200 ms, the least time-out of a retransmission (TCP_RTO_MIN in the kernel's
 * include/net/tcp.h), and a little more: the kernel's clock ticks.
 */
const STALLED_MS = 190;
const NO_REQUESTS = {
    connections: null,
    connectionsLost: null,
    requestStallMs: null,
    requestsStalled: null,
    requestsInFreeze: null,
    requestNoiseMs: null,
    retransmits: null,
    lossProbes: null,
    requestPace: null,
    requests: null,
};
/** In ms, rounded to 1 µs. Without a window (no migration began) only the connections are known. */
function measureRequests(records, window, periodMs) {
    const figures = {
        ...NO_REQUESTS,
        connections: records.connections,
        connectionsLost: Math.min(records.connections, records.closed.length),
        retransmits: records.retransmits,
        lossProbes: records.lossProbes,
        requestPace: {
            periodMs,
            errorP99Ms: (0,_rounding_js__WEBPACK_IMPORTED_MODULE_0__/* .roundMs */ .l)(records.errorP99Ms),
            cpuShare: Math.round(records.cpuShare * 1000) / 1000,
        },
    };
    if (window === null)
        return figures;
    const { migrateMs, stopMs, resumeMs, quietStartMs, quietEndMs, endMs, recoveryTimeoutMs } = window;
    const untilMs = resumeMs === null ? endMs : resumeMs + recoveryTimeoutMs;
    const all = records.requests.map(([connection, sentMs, answerMs]) => ({
        ...{ connection, sentMs, answerMs },
        // Without an answer: at least that long.
        tookMs: (answerMs ?? records.endedMs) - sentMs,
    }));
    const overlapping = (fromMs, toMs) => all.filter(({ sentMs, answerMs }) => sentMs <= toMs && (answerMs ?? Number.POSITIVE_INFINITY) >= fromMs);
    const longest = (requests) => requests.length === 0 ? null : requests.reduce((most, { tookMs }) => Math.max(most, tookMs), 0);
    const counted = overlapping(migrateMs, untilMs);
    const quiet = all.filter(({ sentMs }) => sentMs >= quietStartMs && sentMs <= (quietEndMs ?? migrateMs));
    const frozen = stopMs === null || resumeMs === null ? null : overlapping(stopMs, resumeMs);
    const noiseMs = longest(quiet);
    const notable = counted.filter((request) => frozen?.includes(request) ||
        request.answerMs === null ||
        (noiseMs !== null && request.tookMs > 2 * noiseMs));
    return {
        ...figures,
        requestStallMs: (0,_rounding_js__WEBPACK_IMPORTED_MODULE_0__/* .roundMs */ .l)(longest(counted)),
        requestsStalled: counted.filter(({ tookMs }) => tookMs >= STALLED_MS).length,
        requestsInFreeze: frozen?.length ?? null,
        requestNoiseMs: (0,_rounding_js__WEBPACK_IMPORTED_MODULE_0__/* .roundMs */ .l)(noiseMs),
        requests: notable
            .sort((a, b) => b.tookMs - a.tookMs)
            .slice(0, _results_names_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_REQUESTS */ .fD)
            .sort((a, b) => a.sentMs - b.sentMs)
            .map(({ connection, sentMs, answerMs }) => ({
            connection,
            sentAtMs: (0,_rounding_js__WEBPACK_IMPORTED_MODULE_0__/* .roundMs */ .l)(sentMs - migrateMs),
            answeredAtMs: answerMs === null ? null : (0,_rounding_js__WEBPACK_IMPORTED_MODULE_0__/* .roundMs */ .l)(answerMs - migrateMs),
        })),
    };
}
/** Why an iteration fails by its connections, or null. */
function connectionsFault({ closed }, figures) {
    if (closed.length === 0)
        return null;
    return `${figures.connectionsLost} of ${figures.connections} TCP connections were lost: ${[...new Set(closed)].join(", ")}`;
}


/***/ }),

/***/ 81822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ measuredText),
/* harmony export */   C_: () => (/* binding */ mostLost),
/* harmony export */   FC: () => (/* binding */ wantedCount),
/* harmony export */   Fw: () => (/* binding */ signedMs),
/* harmony export */   GJ: () => (/* binding */ worstScenario),
/* harmony export */   Hr: () => (/* binding */ stallMs),
/* harmony export */   N_: () => (/* binding */ signedStall),
/* harmony export */   Sb: () => (/* binding */ medianIteration),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   YS: () => (/* binding */ mostlyUnresolved),
/* harmony export */   bj: () => (/* binding */ stallFigure),
/* harmony export */   iB: () => (/* binding */ inMs),
/* harmony export */   lh: () => (/* binding */ medianFigure),
/* harmony export */   p4: () => (/* binding */ msFigure),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/* harmony import */ var simple_statistics__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15521);
/** Formats figures for people, and chooses the iteration that represents a scenario. */

/** Milliseconds without the unit: one decimal, or two below 1 ms. A dash when there is no figure. */
const msFigure = (ms) => 
// A µs below 0 is not "-0.00".
ms == null ? "–" : ms.toFixed(Math.abs(ms) < 1 ? 2 : 1).replace(/^-(0\.0+)$/, "$1");
/** The same with the unit. */
const inMs = (ms) => `${msFigure(ms)} ms`;
/** A difference, with its sign and unit. */
const signedMs = (ms) => `${ms < 0 ? "−" : "+"}${inMs(Math.abs(ms))}`;
/** Whole milliseconds from here on: requests are a millisecond apart, so a stall is known no better. */
const WHOLE_FROM_MS = 10;
/** A stall in milliseconds, without the unit. A dash when there is no figure. */
const stallFigure = (ms) => ms != null && Math.abs(ms) >= WHOLE_FROM_MS ? ms.toFixed(0) : msFigure(ms);
/** The same with the unit. */
const stallMs = (ms) => `${stallFigure(ms)} ms`;
/** A difference of stalls, with its sign and unit. */
const signedStall = (ms) => `${ms < 0 ? "−" : "+"}${stallMs(Math.abs(ms))}`;
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
/** How many iterations a scenario is to have: "30 pairs", "up to 100 pairs". */
const wantedCount = ({ iterations, atMost }, noun) => `${atMost ? "up to " : ""}${count(iterations, noun)}`;
/** How many iterations gave a scenario's outage figures: "10 iterations", "9 of 10 iterations". */
function measuredText({ stats, iterations }) {
    const n = stats?.outageMs.n ?? 0;
    const all = count(iterations.length, "iteration");
    return n === iterations.length ? all : `${n} of ${all}`;
}
/** The median of a figure over iterations; null when no iteration has it. */
function medianFigure(iterations, pick) {
    const values = iterations.flatMap((iteration) => pick(iteration) ?? []);
    return values.length === 0 ? null : (0,simple_statistics__WEBPACK_IMPORTED_MODULE_0__/* .median */ .JZ)(values);
}
/** The most requests that one iteration lost; null when no iteration has that figure. */
function mostLost(iterations) {
    const lost = iterations.flatMap((iteration) => iteration.lost ?? []);
    return lost.length === 0 ? null : lost.reduce((most, one) => Math.max(most, one));
}
/** Whether most iterations have an outage too close to the noise; their figures are upper bounds. */
function mostlyUnresolved(iterations) {
    const judged = iterations.filter(({ resolved }) => resolved !== null);
    return judged.filter(({ resolved }) => resolved === false).length * 2 > judged.length;
}
/** A scenario's name, with its build when a run has several: "tap-fd (baseline)", "tap-fd, target → candidate". */
function labelOf({ name, build }, { builds }) {
    if (build === "baseline")
        return `${name} (baseline)`;
    if (!builds.some(({ role }) => role === "target"))
        return name;
    const [from, to] = build === "candidate" ? ["candidate", "target"] : ["target", "candidate"];
    return `${name}, ${from} → ${to}`;
}
/**
 * The scenario with the largest median outage. A scenario of the baseline counts only when no other was
 * measured. Null when nothing was measured.
 */
function worstScenario({ scenarios }) {
    const measured = scenarios.filter(({ stats }) => stats !== null && stats.outageMs.median !== null);
    const own = measured.filter(({ build }) => build !== "baseline");
    const median = ({ stats }) => stats?.outageMs.median ?? 0;
    return (own.length > 0 ? own : measured).reduce((worst, one) => (worst === null || median(one) > median(worst) ? one : worst), null);
}
/** The iteration that represents a scenario: the passed one nearest the median outage, the earlier one of a tie. */
function medianIteration({ iterations, stats }) {
    const median = stats?.outageMs.median ?? null;
    if (median === null)
        return null;
    const distance = ({ outageMs }) => Math.abs((outageMs ?? Number.POSITIVE_INFINITY) - median);
    return iterations
        .filter(({ status, outageMs }) => status === "passed" && outageMs !== null)
        .reduce((nearest, one) => (nearest === null || distance(one) < distance(nearest) ? one : nearest), null);
}
/** An iteration's number in its scenario, counted from 1. */
const numberOf = (iteration, { iterations }) => iterations.indexOf(iteration) + 1;


/***/ }),

/***/ 34628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ connectionFacts),
/* harmony export */   EF: () => (/* binding */ stallSentence),
/* harmony export */   Ql: () => (/* binding */ haveStalls),
/* harmony export */   VB: () => (/* binding */ medianStall),
/* harmony export */   e3: () => (/* binding */ stallText),
/* harmony export */   k1: () => (/* binding */ headlineSentence)
/* harmony export */ });
/* harmony import */ var _measure_tcp_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92823);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81822);
/** What TCP connections feel, in sentences and figures. */


const medianStall = ({ stats }) => stats?.requestStallMs?.median ?? null;
/** Whether some scenario has the figure: without connections, reports do not mention requests. */
const haveStalls = (scenarios) => scenarios.some((scenario) => medianStall(scenario) !== null);
/**
 * The median outage and stall of each scenario, the longest stall first: "new-tap: 24.0 ms outage, requests wait 208 ms; tap-fd:
 * 22.1 ms, 55 ms (medians, kvm)". Null when no scenario has both. A baseline is in the comparison's own sentences.
 */
function headlineSentence(results) {
    const rows = results.scenarios
        .flatMap((scenario) => {
        const [outage, stall] = [scenario.stats?.outageMs.median ?? null, medianStall(scenario)];
        return outage === null || stall === null || scenario.build === "baseline"
            ? []
            : [{ label: (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(scenario, results), outage, stall }];
    })
        .sort((a, b) => b.stall - a.stall);
    if (rows.length === 0)
        return null;
    const texts = rows.map(({ label, outage, stall }, at) => at === 0
        ? `${label}: ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .inMs */ .iB)(outage)} outage, requests wait ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .stallMs */ .Hr)(stall)}`
        : `${label}: ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .inMs */ .iB)(outage)}, ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .stallMs */ .Hr)(stall)}`);
    return `${texts.join("; ")} (medians, ${results.accel})`;
}
/** The end of an iteration's line in a log: ", request stall 208 ms"; empty without connections. */
const stallText = ({ requestStallMs }) => requestStallMs == null ? "" : `, request stall ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .stallMs */ .Hr)(requestStallMs)}`;
/** Fewer iterations with stalls than this share of a scenario's are left to the tables. */
const LEAST_SHARE = 0.5;
/**
 * Example: "in 9 of 10 migrations a request waited 190 ms or more: its packet was lost, and the kernel sends it again after 200 ms
 * (rto_min)". Null when less than half of the migrations have such a stall. Failed iterations have their own reason.
 */
function stallSentence({ iterations }) {
    const measured = iterations.filter(({ status, requestsStalled }) => status === "passed" && requestsStalled != null);
    // A long outage, or a busy host, makes requests wait without any loss.
    const stalled = measured.filter(({ requestsStalled, retransmits, outageMs }) => (requestsStalled ?? 0) > 0 && retransmits !== 0 && (outageMs ?? 0) < _measure_tcp_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .STALLED_MS */ .te);
    if (stalled.length === 0 || stalled.length < LEAST_SHARE * measured.length)
        return null;
    return `in ${stalled.length} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(measured.length, "migration")} a request waited ${_measure_tcp_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .STALLED_MS */ .te} ms or more: its packet was lost, and the kernel sends it again after 200 ms (rto_min)`;
}
/** The figures of an iteration's connections: names and values. Empty without connections. */
function connectionFacts(iteration) {
    const { connections, connectionsLost, requestStallMs, requestNoiseMs } = iteration;
    const { requestsInFreeze, requestsStalled, retransmits, lossProbes } = iteration;
    if (connections == null && requestStallMs == null)
        return [];
    const inUnit = (ms) => (ms == null ? "–" : (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .stallMs */ .Hr)(ms));
    const number = (value) => String(value ?? "–");
    return [
        ["request stall", inUnit(requestStallMs)],
        ["request noise", inUnit(requestNoiseMs)],
        ["requests in the freeze", number(requestsInFreeze)],
        [`requests ≥ ${_measure_tcp_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .STALLED_MS */ .te} ms`, number(requestsStalled)],
        ["retransmits", number(retransmits)],
        ["loss probes", number(lossProbes)],
        ["connections lost", `${number(connectionsLost)} of ${number(connections)}`],
    ];
}


/***/ }),

/***/ 57146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ ScenarioName),
/* harmony export */   KE: () => (/* binding */ LARGEST_MS),
/* harmony export */   dB: () => (/* binding */ BuildRole),
/* harmony export */   es: () => (/* reexport safe */ _names_js__WEBPACK_IMPORTED_MODULE_0__.es),
/* harmony export */   f$: () => (/* binding */ SCHEMA_VERSION),
/* harmony export */   nB: () => (/* binding */ Results),
/* harmony export */   zW: () => (/* binding */ Accel)
/* harmony export */ });
/* unused harmony exports DialectName, TimelineEvent, DeviceTime, Freeze, OutageParts, Evidence, Flow, Loss, TcpRequest, Iteration, Statistics, Limit, Scenario, Build, FigureComparison, Comparison */
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
/** The requests of a flow that were sent in the same phase and never answered. */
const Loss = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    address: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    /** When they were sent. */
    phase: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["before-stop", "freeze", "after-resume"]),
    count: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
    /** When the first of them was sent. */
    firstAtMs: difference,
});
/** One TCP request of the connections: a few bytes to the guest, which sends them back. */
const TcpRequest = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Number of its connection, from 0. */
    connection: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    sentAtMs: difference,
    /** Null: not answered by the end of the iteration. */
    answeredAtMs: ms,
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
    /**
     * The lost requests by flow and phase, in scenarios in which packets wait in the TAP's queue: there each loss is a finding. Null in
     * other scenarios, and without STOP and RESUME. Missing in files of earlier versions.
     */
    losses: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Loss).nullable().optional(),
    vcpuPauseMs: ms,
    qemuDowntimeMs: length,
    harnessMs: ms,
    tapSwitchMs: ms,
    migrateMs: ms,
    freeze: Freeze.nullable(),
    outageParts: OutageParts.nullable(),
    /** Each flow of the probe. The figures above are those of the worst flow, but `sent`, `lost` and `late` are sums. */
    flows: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Flow),
    /**
     * `seen`: how many were seen to carry packets during the iteration; `unseen`: the numbers of the others, from 0. Null: not looked at.
     * Missing in files of earlier versions.
     */
    queuePairs: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        offered: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive(),
        active: count,
        seen: count.optional(),
        unseen: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative()).nullable().optional(),
    }),
    /** The TCP connections to the guest. All figures of them are null without connections, and missing in files of earlier versions. */
    connections: count.optional(),
    /** Reset, closed, or silent during a whole iteration. */
    connectionsLost: count.optional(),
    /** The longest time that a request took, of those in flight or sent from `migrate` on. */
    requestStallMs: length.optional(),
    /** How many of these requests took 190 ms or more, about the kernel's least time-out of a retransmission. */
    requestsStalled: count.optional(),
    /** In flight at some time from STOP to RESUME. */
    requestsInFreeze: count.optional(),
    /** The longest time that a request took in the quiet stretch. */
    requestNoiseMs: length.optional(),
    /** Segments that the host's kernel sent again during the iteration (`RetransSegs` of /proc/net/snmp). */
    retransmits: count.optional(),
    /** Loss probes that it sent (`TCPLossProbes` of /proc/net/netstat). */
    lossProbes: count.optional(),
    /** How well the requests kept their pace. */
    requestPace: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        /** Time between two requests, each on the next connection. */
        periodMs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().positive().max(LARGEST_MS),
        /** The 99th percentile of how late they were sent. */
        errorP99Ms: duration,
        /** CPU time of the program that sends them, as a share of one core. */
        cpuShare: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS),
    })
        .nullable()
        .optional(),
    /** The requests in flight from STOP to RESUME, and others that took longer than twice `requestNoiseMs`: at most 200, the longest. */
    requests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(TcpRequest).max(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_REQUESTS */ .fD).nullable().optional(),
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
    limit: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["max-outage-ms", "max-request-stall-ms", "max-lost"]),
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
        /** The part of the outage before STOP, of the iterations that passed. Missing in files of earlier versions. */
        beforeStopMs: Statistics.optional(),
        /** Of the iterations that passed and have the figure. Missing in files of earlier versions. */
        requestStallMs: Statistics.optional(),
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
const probability = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1).nullable();
const ratio = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS);
const COMPARED = {
    medianA: length,
    medianB: length,
    deltaMs: ms,
    deltaCi95: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([difference, difference]).nullable(),
    /** Of the Mann-Whitney U test, which knows nothing of pairs. */
    p: probability,
    /** B / A: the estimate of Hodges and Lehmann over the logarithms of the pairs' ratios. Missing in files of earlier versions. */
    ratio: ratio.nullable().optional(),
    ratioCi95: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([ratio, ratio]).nullable().optional(),
    /** Of Wilcoxon's signed-rank test over the same logarithms. The verdict rests on it and on the ratio. */
    pairedP: probability.optional(),
    maxRegressionPercent: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative().max(LARGEST_MS),
    verdict: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["same", "faster", "slower", "inconclusive"]),
    /** How many iterations of each build would probably decide. Null when decided, or when no practical number would. */
    iterationsToDecide: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive().nullable(),
};
/** A further figure of the candidate (B) against the baseline (A). It has a verdict of its own, which does not fail a run. */
const FigureComparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** Its path in an iteration. */
    figure: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPARED_FIGURES */ .uf),
    ...COMPARED,
    /** The pause is a difference of two stamps: negative when a clock was set back. */
    medianA: ms,
    medianB: ms,
    /** `pairedP`, corrected for the number of these figures by Holm's method. The verdict rests on it. */
    holmP: probability.optional(),
});
/** The candidate (B) against the baseline (A): their outages. */
const Comparison = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    scenario: ScenarioName,
    /** Pairs in which both iterations passed. */
    pairs: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
    ...COMPARED,
    /** With `iterations: auto`; else null. Missing in files of earlier versions. */
    auto: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        /** How many times the verdict was looked at. */
        looks: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
        /** Each look needs a p below this. */
        pPerLook: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(1),
        /** Why it ended: a verdict stands, there were as many pairs as may be, or `timeout-minutes` was near; null: it was cut short, or no pair passed. */
        ended: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["decided", "pairs", "time"]).nullable(),
    })
        .nullable()
        .optional(),
    /** Figures besides the outage. Missing in files of earlier versions. */
    others: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(FigureComparison).optional(),
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
    /** Missing in files of earlier versions. */
    privilege: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PRIVILEGE_NAMES */ .xR).optional(),
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
