export const id = 816;
export const ids = [816];
export const modules = {

/***/ 17395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ doctorFlagsOf)
/* harmony export */ });
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16089);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90743);
/** The flags with which `doctor` looks at what a run is about. */


/** Not quoted for a shell. Values that may be secrets are left out. */
const doctorFlagsOf = ({ given }) => _inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCTOR_INPUTS */ .yv.flatMap((name) => {
    const value = given[name];
    return value === undefined || (0,_base_url_js__WEBPACK_IMPORTED_MODULE_1__/* .isLeftOut */ .WY)(value) ? [] : [`--${name}`, value];
});


/***/ }),

/***/ 56735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ startWallClock),
/* harmony export */   dR: () => (/* binding */ monotonicMs)
/* harmony export */ });
/* unused harmony export realtimeOffset */
/**
 * CLOCK_REALTIME in microseconds, the resolution of QEMU's event stamps. Node reads the monotonic clock in
 * nanoseconds, but the wall clock only in milliseconds. The offset between the two is found by watching the
 * wall clock tick.
 */
const WANTED_UNCERTAINTY_MS = 0.02;
const LONGEST_LOOK_MS = 50;
/** Reads the offset. Uses the CPU for 1 to 3 ms until the wall clock ticks; longer when the host preempts it. */
function realtimeOffset() {
    let least = Number.NEGATIVE_INFINITY;
    let most = Number.POSITIVE_INFINITY;
    const begin = monotonicMs();
    for (let before = begin; before - begin < LONGEST_LOOK_MS; before = monotonicMs()) {
        const wall = Date.now();
        const after = monotonicMs();
        // At some time within [before, after], the wall clock was within [wall, wall + 1). More samples narrow
        // the offset.
        const lower = wall - after;
        const upper = wall + 1 - before;
        if (lower > most || upper < least) {
            // The wall clock was stepped during the measurement: start again.
            least = lower;
            most = upper;
        }
        least = Math.max(least, lower);
        most = Math.min(most, upper);
        if (most - least < 2 * WANTED_UNCERTAINTY_MS)
            break;
    }
    return { ms: (least + most) / 2, uncertaintyMs: (most - least) / 2 };
}
/** CLOCK_MONOTONIC in ms, with fractions down to nanoseconds. */
function monotonicMs() {
    return Number(process.hrtime.bigint()) / 1e6;
}
/** A wall clock that does not follow steps: it reads the offset once, when it is made. Make one per iteration. */
function startWallClock(read = realtimeOffset) {
    const start = read();
    return {
        now: () => monotonicMs() + start.ms,
        steppedMs: () => {
            const end = read();
            const difference = end.ms - start.ms;
            const certain = Math.abs(difference) - start.uncertaintyMs - end.uncertaintyMs;
            return Math.sign(difference) * Math.max(0, certain);
        },
    };
}


/***/ }),

/***/ 84046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// UNUSED EXPORTS: conclude

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/errors.js
var base_errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/signals.js
var signals = __webpack_require__(68785);
// EXTERNAL MODULE: ./build/base/system-errors.js
var system_errors = __webpack_require__(71703);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/host/privilege.js + 1 modules
var host_privilege = __webpack_require__(39313);
// EXTERNAL MODULE: ./build/host/proc.js
var proc = __webpack_require__(4879);
// EXTERNAL MODULE: ./build/host/tools.js
var tools = __webpack_require__(26872);
;// CONCATENATED MODULE: ./build/host/probe.js
/**
 * The probe: a stream of echo requests to the guest. It keeps its cadence whether or not answers come. fping writes its log straight into
 * a file, so nothing passes through our process while it runs. See fping(8) and docs/contract.md, section 3.
 */








/** A request without an answer after this time is lost. */
const ANSWER_TIMEOUT_MS = 5_000;
/** fping's least pause between two requests, to any address. */
const LEAST_INTERVAL_MS = 0.2;
/** fping begins with a burst: 20 replies, a line of about 80 bytes each. */
const START_BYTES = 20 * 80;
/** How often it is asked to end, and how far apart, before it is killed. */
const POLITE_TRIES = 3;
const MOST_TRIES = 8;
const TRY_MS = 1_000;
/** A line has about 80 bytes, and an iteration about ten thousand lines a flow. */
const MOST_LOG_BYTES = 512 * 2 ** 20;
const MOST_ERROR_BYTES = 2 ** 20;
/** The probe of this host: program, period and resolution. */
function describeProbe(periodMs) {
    if ((0,tools/* findTool */.SG)("fping") !== null)
        return { tool: "fping", periodMs, resolutionMs: periodMs };
    // While answers are missing, ping sends one request in 10 ms, however short its interval.
    return { tool: "ping", periodMs: 10, resolutionMs: 10 };
}
/** Starts the stream of requests to all of the guest's addresses. @param options its log is a nameless file in `folder` */
async function startProbe(network, privilege, options) {
    const { tool: name, periodMs, folder } = options;
    const args = name === "fping"
        ? ["-l", "-D", "-i", String(LEAST_INTERVAL_MS), "-p", String(periodMs), "-t", String(ANSWER_TIMEOUT_MS)]
        : ["-O", "-D", "-n", "-i", String(periodMs / 1000)];
    const addresses = name === "fping" ? network.guestAddresses : network.guestAddresses.slice(0, 1);
    const [file, ...rest] = network.rootInside(name, [...args, ...addresses]);
    const [output, errors] = [(0,files/* openNameless */.Pm)(folder.at(".")), (0,files/* openNameless */.Pm)(folder.at("."))];
    // Detached: Ctrl-C at our terminal must reach only us; we end the probe.
    const child = (0,external_node_child_process_.spawn)(file, rest, { stdio: ["ignore", output, errors], detached: true });
    let closed = false;
    let ended = null;
    const exited = new Promise((resolve) => {
        const end = (how) => {
            ended ??= how;
            resolve();
        };
        child.on("error", (error) => end(error.message));
        child.on("exit", (...how) => end((0,proc/* howEnded */.f2)(...how)));
    });
    const stop = async () => {
        if (child.pid === undefined)
            return;
        for (let tries = 0; ended === null; tries += 1) {
            if (tries === MOST_TRIES)
                throw new base_errors/* StepError */.zg(`the probe (${name}) does not end, not even by SIGKILL`);
            if (tries < POLITE_TRIES) {
                // Under sudo the probe is a descendant and belongs to root; as root it is the child itself. Without root the child is nsenter,
                // which must not end before the probe.
                const below = (0,proc/* descendants */.DG)(child.pid);
                const named = below.find((process) => process.name === name);
                const probe = named ?? (privilege.kind === "none" ? below[0] : undefined);
                await (0,host_privilege/* signalAsRoot */.lG)(privilege, probe?.pid ?? child.pid, "INT");
            }
            else
                await (0,host_privilege/* killTree */.TP)(privilege, child.pid);
            await Promise.race([exited, (0,promises_.setTimeout)(TRY_MS, undefined, { ref: false })]);
        }
    };
    const close = async () => {
        try {
            await stop();
        }
        finally {
            if (!closed)
                for (const file of [output, errors])
                    (0,external_node_fs_.closeSync)(file);
            closed = true;
        }
    };
    const read = () => (0,files/* readEndOf */.FB)(output, MOST_LOG_BYTES).toString("utf8");
    const check = () => {
        if (ended === null)
            return;
        const words = (0,files/* readEndOf */.FB)(errors, 1_000).toString("utf8").trim().split("\n").slice(-3).join("; ");
        throw new base_errors/* StepError */.zg(`the probe (${name}) ${ended} before its time${words && `: ${words}`}`);
    };
    const answered = async (deadlineMs, signal) => {
        const end = performance.now() + deadlineMs;
        while ((0,external_node_fs_.fstatSync)(output).size < START_BYTES * addresses.length) {
            check();
            if (performance.now() > end)
                throw new base_errors/* StepError */.zg("the guest does not answer the probe");
            await (0,promises_.setTimeout)(20, undefined, { signal });
        }
    };
    return {
        check,
        answered,
        written: read,
        errors: () => (0,files/* readEndOf */.FB)(errors, MOST_ERROR_BYTES).toString("utf8"),
        async finish() {
            check();
            await stop();
            return read();
        },
        [Symbol.asyncDispose]: close,
    };
}

// EXTERNAL MODULE: ./node_modules/simple-statistics/dist/simple-statistics.mjs
var simple_statistics = __webpack_require__(15521);
;// CONCATENATED MODULE: ./build/measure/mann-whitney.js
/**
 * The two-sided Mann-Whitney U test (Mann and Whitney 1947), as R's wilcox.test does it. Ranks and the error function
 * come from simple-statistics, which has no p value for them.
 */

/** R uses the exact distribution when both samples are smaller than this. */
const NORMAL_FROM = 50;
/**
 * Tests whether two samples differ in location. The test is exact when both have fewer than 50 values and no
 * ties. Else it uses the normal approximation with corrections for ties and continuity; p is then accurate to
 * seven digits. Null when a sample is empty.
 */
function mannWhitney(a, b) {
    if (a.length === 0 || b.length === 0)
        return null;
    const u = (0,simple_statistics/* wilcoxonRankSum */.Lm)([...a], [...b]) - (a.length * (a.length + 1)) / 2;
    const ties = tieSizes([...a, ...b]);
    const exact = ties.length === 0 && Math.max(a.length, b.length) < NORMAL_FROM;
    const p = exact ? exactP(u, a.length, b.length) : normalP(u, a.length, b.length, ties);
    return { u, p: Math.min(1, Math.max(0, p)), method: exact ? "exact" : "normal" };
}
/**
 * The probabilities of U = 0, 1, …, m·n, from Mann and Whitney's recurrence on the sample with the largest
 * value. Probabilities instead of counts are positive and below one, so nothing overflows or cancels.
 */
function uDistribution(m, n) {
    // One row of distributions: for `i` values in the first sample, and 0 to n in the second.
    let row = Array.from({ length: n + 1 }, () => Float64Array.of(1));
    for (let i = 1; i <= m; i++) {
        const next = [Float64Array.of(1)];
        for (let j = 1; j <= n; j++) {
            const chances = new Float64Array(i * j + 1);
            const [without, beside] = [row[j] ?? chances, next[j - 1] ?? chances];
            // The largest value is in the first sample: it is larger than all j values of the second.
            for (let u = 0; u < without.length; u++)
                chances[u + j] = ((without[u] ?? 0) * i) / (i + j);
            // The largest value is in the second sample: it adds nothing to U.
            for (let u = 0; u < beside.length; u++) {
                chances[u] = (chances[u] ?? 0) + ((beside[u] ?? 0) * j) / (i + j);
            }
            next.push(chances);
        }
        row = next;
    }
    return row[n] ?? Float64Array.of(1);
}
function exactP(u, m, n) {
    const extreme = Math.min(u, m * n - u);
    return (2 *
        uDistribution(m, n)
            .slice(0, extreme + 1)
            .reduce((sum, chance) => sum + chance, 0));
}
function normalP(u, m, n, ties) {
    const size = m + n;
    const tied = ties.reduce((sum, count) => sum + count ** 3 - count, 0);
    const deviation = Math.sqrt(((m * n) / 12) * (size + 1 - tied / (size * (size - 1))));
    const distance = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
    // All values are equal: the deviation is 0, and the samples do not differ.
    return deviation === 0 ? 1 : 1 - (0,simple_statistics/* errorFunction */.T7)(distance / deviation / Math.SQRT2);
}
/** For each value that occurs more than once: how often it occurs. */
function tieSizes(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts.values()].filter((count) => count > 1);
}

// EXTERNAL MODULE: ./build/measure/rounding.js
var rounding = __webpack_require__(80807);
;// CONCATENATED MODULE: ./build/measure/signed-rank.js
/**
 * Wilcoxon's signed-rank test, and the estimate and intervals of Hodges and Lehmann that belong to it (Hollander, Wolfe and Chicken,
 * "Nonparametric Statistical Methods", 3.1 to 3.3). The test is a permutation test within pairs: when both sides of a pair are alike,
 * each difference might as well have the other sign.
 */

/** Up to this many differences all signs are counted. Above, the normal approximation is accurate to three digits. */
const MOST_EXACT = 60;
/** More differences have too many averages for memory: this many of their order statistics stand for them. */
const MOST_AVERAGED = 2_000;
/**
 * The two-sided p of the hypothesis that the differences are symmetric about 0; 1 without differences. Exact up to 60 differences, with
 * ties too (mid-ranks). Differences of 0 are ranked, but have no sign (Pratt).
 */
function signedRankP(differences) {
    const ranks = doubledRanks(differences);
    const positive = ranks.reduce((sum, rank) => sum + Math.max(0, rank), 0);
    const sizes = ranks.map(Math.abs);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const extreme = Math.min(positive, all - positive);
    if (sizes.length <= MOST_EXACT)
        return Math.min(1, 2 * below(sumChances(sizes), extreme + 1));
    const deviation = Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0)) / 2;
    // Half a rank is 1 of doubled ones: the correction for continuity.
    const distance = Math.max(0, all / 2 - extreme - 1);
    // The error function is known to seven digits: at 0 it may be less than that below 0.
    return Math.min(1, 1 - (0,simple_statistics/* errorFunction */.T7)(distance / deviation / Math.SQRT2));
}
/** Where the differences lie; null without differences. */
function locationOf(differences) {
    const n = differences.length;
    if (n === 0)
        return null;
    const averages = pairAverages(fewer([...differences].sort((a, b) => a - b)));
    const last = averages.length - 1;
    const at = (place) => averages[place] ?? Number.NaN;
    return {
        estimate: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
        interval(level) {
            const outside = leftOut(n, (1 - level) / 2);
            if (outside === 0)
                return null;
            const place = Math.round((outside / ((n * (n + 1)) / 2)) * averages.length) - 1;
            return [at(Math.max(0, place)), at(Math.min(last, last - place))];
        },
    };
}
/** Twice the rank of each difference's size, with its sign. Doubled, mid-ranks are whole numbers. */
function doubledRanks(differences) {
    const sorted = [...differences].sort((a, b) => Math.abs(a) - Math.abs(b));
    const ranks = [];
    for (let from = 0; from < sorted.length;) {
        const size = Math.abs(sorted[from] ?? 0);
        let until = from;
        while (until < sorted.length && Math.abs(sorted[until] ?? 0) === size)
            until += 1;
        // Ranks from + 1 to until share their mean.
        if (size > 0)
            ranks.push(...sorted.slice(from, until).map((one) => Math.sign(one) * (from + 1 + until)));
        from = until;
    }
    return ranks;
}
/** The chances of each sum of those numbers that get a plus, when each gets a plus or a minus. */
function sumChances(numbers) {
    let chances = Float64Array.of(1);
    for (const number of numbers) {
        const next = new Float64Array(chances.length + number);
        for (const [sum, chance] of chances.entries()) {
            next[sum] = (next[sum] ?? 0) + chance / 2;
            next[sum + number] = (next[sum + number] ?? 0) + chance / 2;
        }
        chances = next;
    }
    return chances;
}
/** The chance of a sum below `end`. */
const below = (chances, end) => chances.subarray(0, end).reduce((sum, chance) => sum + chance, 0);
const untied = new Map();
/**
 * How many of the averages, counted from one end, an interval may begin at: the largest k at which a rank sum below k has at most this
 * chance. 0: there is no such interval.
 */
function leftOut(n, chance) {
    if (n > MOST_EXACT) {
        const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
        return Math.max(0, Math.floor((n * (n + 1)) / 4 + (0,simple_statistics/* probit */.ht)(chance) * deviation));
    }
    let chances = untied.get(n);
    if (chances === undefined) {
        chances = sumChances(Array.from({ length: n }, (_, place) => place + 1));
        untied.set(n, chances);
    }
    let sum = 0;
    let k = 0;
    while (sum + (chances[k] ?? 1) <= chance) {
        sum += chances[k] ?? 1;
        k += 1;
    }
    return k;
}
function fewer(sorted) {
    if (sorted.length <= MOST_AVERAGED)
        return sorted;
    const step = (sorted.length - 1) / (MOST_AVERAGED - 1);
    return Array.from({ length: MOST_AVERAGED }, (_, place) => sorted[Math.round(place * step)] ?? Number.NaN);
}
/** The averages of each two, and of each with itself, in order. */
function pairAverages(values) {
    const averages = new Float64Array((values.length * (values.length + 1)) / 2);
    let place = 0;
    for (const [first, a] of values.entries()) {
        for (let second = first; second < values.length; second++) {
            averages[place] = (a + (values[second] ?? Number.NaN)) / 2;
            place += 1;
        }
    }
    return averages.sort();
}

// EXTERNAL MODULE: ./build/measure/statistics.js
var statistics = __webpack_require__(34832);
;// CONCATENATED MODULE: ./build/measure/compare.js
/** Is the candidate slower than the baseline? The rule of docs/contract.md, section 3, "Two builds compared". */





/** For a comparison that is looked at once. */
const ONE_LOOK = { p: 0.01, level: 0.95 };
/** With fewer pairs, even pairs that all say the same may do so by chance: of n pairs they do with a p of 2 / 2^n. */
const leastPairs = ({ p }) => Math.floor(2 - Math.log2(p));
/**
 * The end of this interval must be beyond the threshold. So a regression of just the threshold is found three times in four, and not
 * once in two, as by the estimate itself.
 */
const TOLERANCE_LEVEL = 0.5;
/** Quantiles of the normal distribution: two-sided for 95 %, for the tolerance's level, and one-sided for a power of 80 %. */
const Z_OF_INTERVAL = 1.96;
const Z_OF_TOLERANCE = 0.674;
const Z_OF_POWER = 0.842;
/** With fewer pairs, the spread is too uncertain for an estimate. */
const LEAST_TO_ESTIMATE = 3;
const MOST_PRACTICAL = 10_000;
/** Compares one figure of two builds. Figures are rounded to 1 µs. */
function compare(sample, options) {
    const evidence = weigh(sample.pairs, (0,statistics/* median */.JZ)(sample.a), options);
    return { ...describe(sample, evidence, options.seed), ...decide(evidence, evidence.p, options) };
}
/** The verdict of `compare` alone, without the figures that take longer. */
function verdictOf({ a, pairs }, options) {
    const evidence = weigh(pairs, (0,statistics/* median */.JZ)(a), options);
    return judge(evidence, evidence.p, options);
}
/**
 * Compares several figures of the same pairs. The p of each is corrected for their number by Holm's method, so that the chance that
 * any of them is called slower or faster by mistake stays what it is for one.
 */
function compareMany(samples, options) {
    const weighed = [...samples].map(([name, sample]) => {
        const own = { ...options, resolutionMs: sample.resolutionMs };
        return { name, sample, own, evidence: weigh(sample.pairs, (0,statistics/* median */.JZ)(sample.a), own) };
    });
    // Figures that are equal in every pair cannot be found to differ, so they do not count (Tarone 1990).
    const corrected = holm(weighed.map(({ evidence }) => (evidence.differs ? evidence.p : null)));
    return new Map(weighed.map(({ name, sample, own, evidence }, place) => {
        const holmP = corrected[place] ?? evidence.p;
        return [name, { ...describe(sample, evidence, own.seed), ...decide(evidence, holmP, own), holmP }];
    }));
}
/** Holm's step-down method (Holm 1979): the smallest p times the number of all, the next times one less, and never falling. */
function holm(ps) {
    const order = ps.flatMap((p, place) => (p === null ? [] : [{ p, place }])).sort((x, y) => x.p - y.p);
    const corrected = ps.map(() => null);
    let largest = 0;
    for (const [rank, { p, place }] of order.entries()) {
        largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
        corrected[place] = largest;
    }
    return corrected;
}
function weigh(pairs, medianA, { resolutionMs }) {
    const atLeast = (ms) => Math.max(ms, resolutionMs);
    const logs = pairs.map(([a, b]) => Math.log(atLeast(b) / atLeast(a)));
    return {
        medianA,
        logRatio: locationOf(logs),
        p: logs.length === 0 ? null : signedRankP(logs),
        differs: logs.some((log) => log !== 0),
        pairs: pairs.length,
    };
}
function describe({ a, b }, { medianA, logRatio, p }, seed) {
    const medianB = (0,statistics/* median */.JZ)(b);
    const deltaCi95 = (0,statistics/* differenceInterval95 */.jL)(a, b, seed);
    const interval = logRatio?.interval(0.95) ?? null;
    return {
        medianA: (0,rounding/* roundMs */.l)(medianA),
        medianB: (0,rounding/* roundMs */.l)(medianB),
        deltaMs: medianA === null || medianB === null ? null : (0,rounding/* roundMs */.l)(medianB - medianA),
        deltaCi95: deltaCi95 === null ? null : [(0,rounding/* roundMs */.l)(deltaCi95[0]), (0,rounding/* roundMs */.l)(deltaCi95[1])],
        p: mannWhitney(a, b)?.p ?? null,
        ratio: logRatio === null ? null : rounded(Math.exp(logRatio.estimate)),
        ratioCi95: interval === null ? null : [rounded(Math.exp(interval[0])), rounded(Math.exp(interval[1]))],
        pairedP: p,
    };
}
/** To six digits. */
const rounded = (ratio) => Number(ratio.toPrecision(6));
function decide(evidence, p, options) {
    const verdict = judge(evidence, p, options);
    return {
        verdict,
        iterationsToDecide: verdict === "inconclusive" ? iterationsToDecide(evidence, p, options) : null,
    };
}
function boundsOf(medianA, { resolutionMs, maxRegressionPercent }) {
    const threshold = maxRegressionPercent / 100;
    const measurable = resolutionMs / Math.max(medianA, resolutionMs);
    return {
        slower: Math.log1p(threshold),
        // The logarithm of nothing is -Infinity: no ratio is below it.
        faster: Math.log(Math.max(0, 1 - threshold)),
        longer: Math.log1p(measurable),
        shorter: Math.log(Math.max(0, 1 - measurable)),
    };
}
function judge({ medianA, logRatio, pairs }, p, options) {
    const { certainty, failed } = options;
    const interval = logRatio?.interval(0.95) ?? null;
    const tolerated = logRatio?.interval(TOLERANCE_LEVEL) ?? null;
    if (pairs < statistics/* LEAST_FOR_INTERVAL */.yb || medianA === null || p === null || interval === null || tolerated === null)
        return "inconclusive";
    const bounds = boundsOf(medianA, options);
    const sure = p < certainty.p;
    if (sure && interval[0] > bounds.longer && tolerated[1] > bounds.slower)
        return "slower";
    if (sure && interval[1] < bounds.shorter && tolerated[0] < bounds.faster)
        return "faster";
    const wide = logRatio?.interval(certainty.level) ?? null;
    if (failed === 0 && wide !== null && wide[0] >= bounds.faster && wide[1] <= bounds.slower)
        return "same";
    return "inconclusive";
}
/**
 * Estimates how many pairs a verdict needs. With n pairs, the interval's width shrinks and the test's z grows by the square root of n.
 * The estimate extrapolates both until they suffice for a verdict with a power of 80 %. Null when no practical number would.
 */
function iterationsToDecide({ medianA, logRatio, pairs }, p, options) {
    if (logRatio === null || medianA === null || p === null || pairs < LEAST_TO_ESTIMATE)
        return null;
    const { certainty, failed } = options;
    const [low, high] = logRatio.interval(TOLERANCE_LEVEL) ?? [0, 0];
    const standardError = (high - low) / 2 / Z_OF_TOLERANCE;
    const size = Math.abs(logRatio.estimate);
    const bounds = boundsOf(medianA, options);
    const [threshold, measurable] = logRatio.estimate >= 0 ? [bounds.slower, bounds.longer] : [-bounds.faster, -bounds.shorter];
    const forMargin = (margin, z) => ((z + Z_OF_POWER) * standardError) / margin;
    let growth;
    if (size > threshold) {
        if (size <= measurable || standardError === 0)
            return null;
        growth = Math.max(forMargin(size - measurable, Z_OF_INTERVAL), forMargin(size, zOfTwoSided(certainty.p)), forMargin(size - threshold, -Z_OF_TOLERANCE));
    }
    else {
        if (failed > 0 || size === threshold)
            return null;
        growth = forMargin(threshold - size, zOfTwoSided(1 - certainty.level));
    }
    const least = Math.max(statistics/* LEAST_FOR_INTERVAL */.yb, leastPairs(certainty));
    const needed = Math.max(least, pairs + 1, Math.ceil(pairs * growth ** 2));
    return needed > MOST_PRACTICAL ? null : needed;
}
const zOfTwoSided = (p) => (0,simple_statistics/* probit */.ht)(1 - p / 2);

;// CONCATENATED MODULE: ./build/migration/deadlines.js
/** How long things may take before they count as stuck. Nothing is measured by them. On a slow host all are multiplied by one factor. */
/** A look at QEMU takes this long on an ordinary host. */
const ORDINARY_LOOK_MS = 500;
/** @param lookMs how long a look at QEMU took on this host */
function deadlinesFor(lookMs) {
    const factor = Math.min(10, Math.max(1, lookMs / ORDINARY_LOOK_MS));
    return {
        qmpMs: 10_000 * factor,
        launchMs: 20_000 * factor,
        guestCommandMs: 10_000 * factor,
        migrationMs: 30_000 * factor,
        quitMs: 5_000 * factor,
        factor,
    };
}

;// CONCATENATED MODULE: ./build/migration/output-files.js
/** Files kept beside results.json. A full disk costs only these files: the run warns and goes on. */





/** @param check throws when the folder was replaced; nothing is written then */
function outputFiles(folder, check, emit) {
    const told = new Set();
    const write = (path, text) => {
        const whole = (0,external_node_path_.join)(folder, path);
        try {
            check();
            makeFolders(folder, (0,external_node_path_.dirname)(path));
            (0,files/* writeFresh */._o)(whole, text, 0o600);
        }
        catch (error) {
            if (!(0,system_errors/* isSystemError */.O)(error) && !(error instanceof base_errors/* ConfigurationError */.j1))
                throw error;
            const kind = (0,system_errors/* isSystemError */.O)(error) ? error.code : "link";
            // Each iteration has about ten files: warn once for each kind of error.
            if (told.has(kind))
                return;
            told.add(kind);
            emit({
                kind: "warning",
                text: `the recording ${whole} cannot be kept: ${(0,base_errors/* messageOf */.bD)(error)}. Figures do not depend on it; others that cannot be kept for the same reason are not named`,
            });
        }
    };
    return { write };
}
/** Makes the folders on the way. @throws ConfigurationError for a link: it would lead our writes somewhere else. */
function makeFolders(folder, path) {
    let at = folder;
    for (const part of path.split("/")) {
        at = (0,external_node_path_.join)(at, part);
        (0,external_node_fs_.mkdirSync)(at, { recursive: true });
        if (!(0,external_node_fs_.lstatSync)(at).isDirectory())
            throw new base_errors/* ConfigurationError */.j1(`${at} is a link, not a folder of this run`);
    }
}

// EXTERNAL MODULE: ./build/qemu/build.js
var build = __webpack_require__(9081);
// EXTERNAL MODULE: ./build/results/schema.js
var schema = __webpack_require__(57146);
// EXTERNAL MODULE: ./build/results/write.js
var write = __webpack_require__(40442);
// EXTERNAL MODULE: ./build/scenarios/table.js + 2 modules
var table = __webpack_require__(70991);
// EXTERNAL MODULE: ./build/host/network.js + 2 modules
var host_network = __webpack_require__(6072);
// EXTERNAL MODULE: ./build/host/ram.js
var host_ram = __webpack_require__(58279);
// EXTERNAL MODULE: ./build/host/undo.js
var undo = __webpack_require__(42009);
;// CONCATENATED MODULE: ./build/measure/control.js

/**
 * The longest gap between replies in each of `count` consecutive stretches of `stretchMs` from `startMs`, of
 * the worst flow. Gaps are cut at the edges of a stretch. A stretch without a reply is one gap of its full
 * length.
 */
function longestGaps(log, startMs, stretchMs, count) {
    return Array.from({ length: count }, (_, stretch) => {
        const fromMs = startMs + stretch * stretchMs;
        const untilMs = fromMs + stretchMs;
        const ofFlows = log.flows.map(({ replies }) => {
            let longest = 0;
            let before = fromMs;
            for (const { receivedAtMs } of replies) {
                if (receivedAtMs < fromMs)
                    continue;
                if (receivedAtMs > untilMs)
                    break;
                longest = Math.max(longest, receivedAtMs - before);
                before = receivedAtMs;
            }
            return Math.max(longest, untilMs - before);
        });
        return (0,rounding/* roundMs */.l)(ofFlows.reduce((a, b) => Math.max(a, b), 0));
    });
}

;// CONCATENATED MODULE: ./build/measure/probe-log.js
/**
 * Reads the probe's log: `fping -l -D -i 0.2 -p P -t 5000 ADDRESS…`, or `ping -O -D -n` when fping is
 * missing.
 *
 * A log is read after the iteration and may be cut anywhere. A last line without newline is dropped, a line
 * of unknown form is counted. All times are wall-clock epoch ms. How the tools write their lines:
 *
 * - fping stamps a reply at its receipt, in steps of 10 µs; its request left one RTT (three digits) earlier.
 * - fping 5.1 keeps one expiry slot for each period of `-t`. When it is delayed by a period, it reuses slots
 *   before they expire and from then on prints no expiry at all. So a missing line means nothing: losses are
 *   counted from the sequence numbers, and silence does not prove that the probe died.
 * - ping prints "no answer yet for icmp_seq=N" when it sends N + 1, and a late reply to N may still follow.
 * - ping counts in 16 bits, as do some versions of fping: numbers are unwrapped.
 */
const FPING_LINE = /\[(\d{1,10}\.\d{1,9})\] (\S+) *: \[(\d{1,9})\], (?:\d+ bytes, (\d{1,9}(?:\.\d{1,9})?) ms|timed out)/y;
const FPING_CLOSING = /^\S+ *: xmt\/rcv\/%loss = /;
const PING_REPLY = /\[(\d{1,10}\.\d{1,9})\] \d+ bytes from (\S+): icmp_seq=(\d{1,9}) .*?time[=<](\d{1,9}(?:\.\d{1,9})?) ms/y;
const PING_NO_ANSWER = /\[(\d{1,10}\.\d{1,9})\] no answer yet for icmp_seq=(\d{1,9})/y;
const PING_HEADER = /^PING \S+ \(([^)]+)\)/;
const PING_OTHER = /^(?:\[\d+\.\d+\] From \S+ icmp_seq=\d+ |--- .* ping statistics ---|\d+ packets transmitted|rtt min\/)/;
/** Reads the log of either tool. Never throws, whatever the text. */
function readProbe(tool, text, addresses) {
    return tool === "fping" ? readFping(text, { addresses }) : readPing(text);
}
/**
 * Reads the standard output of fping (5.1; its closing statistics may follow).
 * Never throws, whatever the text.
 */
function readFping(text, options = {}) {
    const timeoutMs = options.timeoutMs ?? 5000;
    const flows = new Map();
    for (const address of options.addresses ?? [])
        flows.set(address, newFlow(address, 0));
    let rubbishLines = 0;
    let lastStampMs = null;
    eachLine(text, (content, start, end) => {
        FPING_LINE.lastIndex = start;
        const match = FPING_LINE.exec(content);
        const address = match?.[2];
        let flow = address === undefined ? undefined : flows.get(address);
        if (flow === undefined && address !== undefined && options.addresses === undefined) {
            flow = newFlow(address, 0);
            flows.set(address, flow);
        }
        if (match === null || flow === undefined) {
            if (end > start && !FPING_CLOSING.test(content.slice(start, end)))
                rubbishLines++;
            return;
        }
        const stampMs = stampToMs(match[1]);
        const sequence = unwrapped(flow, Number(match[3]));
        lastStampMs = Math.max(lastStampMs ?? stampMs, stampMs);
        if (match[4] === undefined)
            flow.timedOut.set(sequence, stampMs - timeoutMs);
        else
            addReply(flow, sequence, stampMs, Number(match[4]));
    });
    return { tool: "fping", flows: [...flows.values()].map(finished), rubbishLines, lastStampMs };
}
/**
 * Reads the standard output of `ping -O -D -n` (iputils), which probes one address.
 * Never throws, whatever the text.
 */
function readPing(text) {
    let flow = null;
    let rubbishLines = 0;
    let lastStampMs = null;
    eachLine(text, (content, start, end) => {
        PING_REPLY.lastIndex = start;
        PING_NO_ANSWER.lastIndex = start;
        const reply = PING_REPLY.exec(content);
        const noAnswer = reply === null ? PING_NO_ANSWER.exec(content) : null;
        if (reply?.[2] !== undefined) {
            flow ??= newFlow(reply[2], 1);
            const stampMs = stampToMs(reply[1]);
            lastStampMs = Math.max(lastStampMs ?? stampMs, stampMs);
            addReply(flow, unwrapped(flow, Number(reply[3])), stampMs, Number(reply[4]));
        }
        else if (noAnswer !== null && flow !== null) {
            const stampMs = stampToMs(noAnswer[1]);
            lastStampMs = Math.max(lastStampMs ?? stampMs, stampMs);
            const sequence = unwrapped(flow, Number(noAnswer[2])) + 1;
            if (!flow.pending.has(sequence))
                flow.pending.set(sequence, stampMs);
        }
        else if (end > start) {
            const line = content.slice(start, end);
            const address = PING_HEADER.exec(line)?.[1];
            if (address !== undefined)
                flow ??= newFlow(address, 1);
            else if (!PING_OTHER.test(line))
                rubbishLines++;
        }
    });
    return { tool: "ping", flows: flow === null ? [] : [finished(flow)], rubbishLines, lastStampMs };
}
function newFlow(address, firstSequence) {
    return {
        address,
        firstSequence,
        replies: [],
        timedOut: new Map(),
        pending: new Map(),
        highest: 0,
        wraps: true,
    };
}
/** Calls back with the bounds of each line that ends in a newline. */
function eachLine(text, onLine) {
    // latin1 never fails and never changes a length; addresses and numbers are ASCII.
    const content = typeof text === "string"
        ? text
        : Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString("latin1");
    let start = 0;
    for (let end = content.indexOf("\n"); end !== -1; end = content.indexOf("\n", start)) {
        onLine(content, start, end);
        start = end + 1;
    }
}
/**
 * Seconds to milliseconds, exact to 1 µs. A double holds today's epoch in seconds to 0.24 µs, so the value is
 * rounded to whole µs first.
 */
function stampToMs(seconds) {
    return Math.round(Number(seconds) * 1e6) / 1e3;
}
const WRAP = 65_536;
/**
 * Of all numbers with these lower 16 bits, the one nearest to the highest so far. A line may lag behind by
 * `-t` divided by the period, at most 25,000, which is less than half of 65,536.
 */
function unwrapped(flow, printed) {
    if (printed >= WRAP)
        flow.wraps = false;
    const turns = flow.wraps ? Math.max(0, Math.round((flow.highest - printed) / WRAP)) : 0;
    const sequence = printed + turns * WRAP;
    if (sequence > flow.highest)
        flow.highest = sequence;
    return sequence;
}
function addReply(flow, sequence, receivedAtMs, rttMs) {
    flow.replies.push({ sequence, receivedAtMs, sentAtMs: receivedAtMs - rttMs, rttMs });
}
function finished(flow) {
    const replies = firstOfEach(flow.replies.sort((a, b) => a.receivedAtMs - b.receivedAtMs));
    const answered = new Set();
    if (flow.timedOut.size + flow.pending.size > 0)
        for (const { sequence } of replies)
            answered.add(sequence);
    const unanswered = (sends) => [...sends]
        .filter(([sequence]) => !answered.has(sequence))
        .map(([sequence, sentAtMs]) => ({ sequence, sentAtMs }))
        .sort((a, b) => a.sequence - b.sequence);
    return {
        address: flow.address,
        firstSequence: flow.firstSequence,
        replies,
        timedOut: unanswered(flow.timedOut),
        pending: unanswered(flow.pending),
    };
}
/** Keeps the first reply to each number. Most logs are in order, and then nothing has to be searched. */
function firstOfEach(replies) {
    if (replies.every((reply, at) => at === 0 || reply.sequence > (replies[at - 1]?.sequence ?? 0)))
        return replies;
    const seen = new Set();
    return replies.filter(({ sequence }) => !seen.has(sequence) && seen.add(sequence));
}

;// CONCATENATED MODULE: ./build/migration/boot-keys.js
/**
 * Presses Enter on the keyboard of a VM whose boot loader may wait for it. A loader without a serial console asks on the screen, which
 * nobody sees. Enter is pressed a few times while loaders are up, and not later: an installer could take it for an answer.
 */

/** Pauses before each press. A key pressed while the firmware still works is lost, or boots the first entry at once. */
const WAITS_MS = [2_000, 2_000, 4_000, 8_000];
/** Presses Enter until disposed of. Errors are ignored: a VM that is gone is reported elsewhere. */
function pressEnter(qmp) {
    const end = new AbortController();
    const press = async () => {
        for (const waitMs of WAITS_MS) {
            await (0,promises_.setTimeout)(waitMs, undefined, { signal: end.signal, ref: false });
            await qmp.execute("send-key", { keys: [{ type: "qcode", data: "ret" }] });
        }
    };
    press().catch(() => undefined);
    return { [Symbol.dispose]: () => end.abort() };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./build/base/dist-file.js
var dist_file = __webpack_require__(99037);
;// CONCATENATED MODULE: ./build/host/pacer.js
/**
 * The program that times TCP requests to the guest, started in the run's namespace as this user (src/pacer). It keeps running for a whole
 * chain, since its connections live through the chain's migrations. It ends when our end of its stdin closes, however this process ends.
 */









/** Any port will do: the namespace is the run's own. */
const PACER_PORT = 7203;
const FILE = "pacer.js";
const END_GRACE_MS = 1_000;
const MOST_CHARACTERS = 2_000;
/** `begin` reads two files of /proc, `end` writes some hundred kB. */
const ANSWER_MS = 10_000;
/** Starts the program. Whether it came up shows on the first call. */
function startPacerProcess(network, privilege, { connections, periodMs }) {
    const words = [process.execPath, (0,dist_file/* distFile */.r)(FILE), PACER_PORT, connections, periodMs].map(String);
    const [file, ...args] = network.userInside(words, {});
    // Detached: Ctrl-C at our terminal must reach only us; we end the program.
    const child = (0,external_node_child_process_.spawn)(file, args, { stdio: ["pipe", "pipe", "pipe"], detached: true });
    const lines = [];
    let errors = "";
    let ended = null;
    let wake = () => undefined;
    const end = (how) => {
        ended ??= how;
        wake();
    };
    (0,external_node_readline_.createInterface)({ input: child.stdout }).on("line", (line) => {
        lines.push(line);
        wake();
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
        errors = (errors + text).slice(-MOST_CHARACTERS);
    });
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => end(error.message));
    child.on("close", (...how) => end((0,proc/* howEnded */.f2)(...how)));
    const lineOrEnd = async () => {
        while (lines.length === 0 && ended === null) {
            await new Promise((resolve) => {
                wake = resolve;
            });
        }
    };
    /** Its next line that begins like that; null after `deadlineMs`. Others are left out: an answer may come when nobody waits any more. */
    const lineWith = async (beginning, deadlineMs, signal) => {
        const untilMs = performance.now() + deadlineMs;
        for (;;) {
            await (0,deadline/* within */.u)(Math.max(0, untilMs - performance.now()), lineOrEnd(), signal);
            const line = lines.shift() ?? null;
            signal.throwIfAborted();
            if (line?.startsWith(beginning))
                return line;
            if (line !== null)
                continue;
            if (ended === null)
                return null;
            const said = errors.trim().split("\n").slice(-3).join("; ");
            throw new base_errors/* StepError */.zg(`the program that sends TCP requests ${ended}${said && `: ${said}`}`);
        }
    };
    const answer = async (beginning, deadlineMs, signal) => {
        const line = await lineWith(beginning, deadlineMs, signal);
        if (line === null)
            throw new base_errors/* StepError */.zg(`the program that sends TCP requests did not answer within ${deadlineMs / 1000} s`);
        return line;
    };
    return {
        opened: async (deadlineMs, signal) => (await lineWith("open", deadlineMs, signal)) !== null,
        async begin(signal) {
            child.stdin.write("begin\n");
            await answer("begun", ANSWER_MS, signal);
        },
        stop: () => void child.stdin.write("stop\n"),
        async end(waitMs, signal) {
            child.stdin.write(`end ${waitMs}\n`);
            return await answer("{", waitMs + ANSWER_MS, signal);
        },
        async [Symbol.asyncDispose]() {
            if (ended !== null)
                return;
            const closed = (0,external_node_events_.once)(child, "close");
            child.stdin.end();
            await Promise.race([closed, (0,promises_.setTimeout)(END_GRACE_MS, undefined, { ref: false })]);
            if (ended === null && child.pid !== undefined)
                await (0,host_privilege/* killTree */.TP)(privilege, child.pid);
        },
    };
}

;// CONCATENATED MODULE: ./build/migration/connections.js
/** The TCP connections of one boot: the guest opens them, and they live through all migrations of the chain. */



/**
 * On a slow host the requests would take the guest's whole time. The factor is that of processes that start; a guest's packets are slowed
 * down more, by the exits to an emulated or nested hypervisor.
 */
const periodOf = ({ deadlines }) => Math.round(deadlines.factor ** 2);
/** busybox's nc: `-e` runs a program on the connection. */
const openCommand = (connections) => `command -v nc >/dev/null && (i=0; while [ $i -lt ${connections} ]; do nc ${host_network/* HOST_ADDRESS */._c} ${PACER_PORT} -e cat </dev/null >/dev/null 2>&1 & i=$((i+1)); done)`;
/** The runs that were told that their guest has no connections. */
const told = new WeakSet();
/** Starts the program that the guest will connect to. It comes up while the guest boots. Null: no connections are wanted. */
function startConnections(context) {
    const { network, privilege, settings } = context;
    const { connections } = settings;
    return connections === 0
        ? null
        : startPacerProcess(network, privilege, { connections, periodMs: periodOf(context) });
}
/** Makes the guest open its connections. Null, with one warning in a run: it cannot. The run goes on without. */
async function openConnections(context, vm, pacer) {
    if (pacer === null)
        return null;
    const { signal, deadlines, emit, settings } = context;
    const warn = (why) => {
        if (!told.has(emit))
            emit({
                kind: "warning",
                text: `there are no figures of TCP requests: ${why}. Figures of the outage do not need them`,
            });
        told.add(emit);
    };
    /** Null, and a warning, when the program fails: that is no fault of what is measured. */
    const tried = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof base_errors/* StepError */.zg))
                throw error;
            warn((0,base_errors/* messageOf */.bD)(error));
            return null;
        }
    };
    const open = await tried(async () => {
        const { status } = await vm.console.run(openCommand(settings.connections), deadlines.guestCommandMs);
        if (status !== 0)
            return "the guest has no nc";
        return (await pacer.opened(deadlines.guestCommandMs, signal))
            ? true
            : `the guest did not open ${settings.connections} connections: its nc may not be busybox's, which has the option -e`;
    });
    if (open !== true) {
        if (open !== null)
            warn(open);
        return null;
    }
    return {
        periodMs: periodOf(context),
        begin: async () => void (await tried(() => pacer.begin(signal))),
        stop: pacer.stop,
        end: (waitMs) => tried(async () => {
            const text = await pacer.end(waitMs, signal);
            return { records: JSON.parse(text), text };
        }),
    };
}

// EXTERNAL MODULE: ./build/qemu/tail.js
var tail = __webpack_require__(49495);
;// CONCATENATED MODULE: ./build/migration/evidence.js
/** What is kept of an iteration to find out what happened: console, QMP transcript, stderr and trace of both sides. */


/** Limit for each file: a guest or QEMU may write without end. */
const LOG_LIMIT_BYTES = 2 ** 20;
/** How much of each text goes into results.json. */
const TAIL_BYTES = 2_000;
/** The folder of a lane in the output folder: the scenario's name, with a suffix for its second lane. */
function laneFolderName(scenario, from) {
    if (from === "candidate")
        return scenario;
    return from === "baseline" ? `${scenario}-baseline` : `${scenario}-back`;
}
/** An iteration's folder below the lane's. Numbers have leading zeros, so that they sort. */
const iterationFolderName = (laneFolder, number) => (0,external_node_path_.join)(laneFolder, `iteration-${String(number).padStart(3, "0")}`);
/** Matches the last part of an iteration's folder. */
const ITERATION_FOLDER = /^iteration-\d{3,}$/;
const PROBE_LOG = "probe.log";
const REQUESTS = "requests.json";
const RECORDS = ["console.log", "qmp.log", "stderr.log", "trace.log"];
/** All file names that an iteration's folder may have. */
const ITERATION_FILES = [
    ...["source", "target"].flatMap((side) => RECORDS.map((name) => `${side}.${name}`)),
    ...[PROBE_LOG, `${PROBE_LOG}.stderr`, REQUESTS, "iteration.json"],
];
/** Saves the probe's log and its stderr. */
function saveProbeLog(output, folder, probe) {
    output.write((0,external_node_path_.join)(folder, PROBE_LOG), probe.written());
    output.write((0,external_node_path_.join)(folder, `${PROBE_LOG}.stderr`), probe.errors());
}
/** Saves all TCP requests of the iteration. */
const saveRequests = (output, folder, json) => output.write((0,external_node_path_.join)(folder, REQUESTS), `${json}\n`);
/** Saves what one side has written so far, and returns the end of each text. A text that is too long begins with a line that says so. */
function saveEvidence(output, folder, side, vm) {
    vm.process.flush();
    const texts = [
        ["console", "console.log", cut((0,tail/* readTail */.Z)(vm.files.console, LOG_LIMIT_BYTES))],
        ["QMP", "qmp.log", vm.qmp.takeTranscript()],
        ["stderr", "stderr.log", cut((0,tail/* readTail */.Z)(vm.files.stderr, LOG_LIMIT_BYTES))],
        ...(vm.files.trace === null
            ? []
            : [["trace", "trace.log", cut((0,tail/* readTail */.Z)(vm.files.trace, LOG_LIMIT_BYTES))]]),
    ];
    for (const [, name, text] of texts)
        output.write((0,external_node_path_.join)(folder, `${side}.${name}`), text);
    return texts.flatMap(([what, , text]) => what === "trace" || text.trim() === "" ? [] : [{ side, what, tail: text.slice(-TAIL_BYTES) }]);
}
/** The TAPs with their addresses and counters. */
async function linkEvidence(network) {
    const tail = await network.linkStatistics().catch(() => "");
    return tail === "" ? [] : [{ side: "host", what: "ip -s address", tail: tail.slice(-2 * TAIL_BYTES) }];
}
const cut = (text) => Buffer.byteLength(text) < LOG_LIMIT_BYTES
    ? text
    : `[the beginning is left out: more than ${LOG_LIMIT_BYTES} bytes]\n${text}`;

;// CONCATENATED MODULE: ./build/migration/queue-pairs.js
/** The name of the virtio device behind a NIC, like "virtio0"; null when the guest does not show it. */
async function virtioDeviceOf(chain, { console }, nic) {
    const { output } = await console.run(`ls -l /sys/class/net/${nic}/device`, chain.deadlines.guestCommandMs);
    return /-> \S*\b(virtio\d+)\s*$/m.exec(output)?.[1] ?? null;
}
/** Reads the counts of a device. Empty when the guest shows none, as when its queues share an interrupt. @throws StepError */
async function readInputCounts(chain, { console }, device) {
    // `echo` leaves one space between words: there is a column for each vCPU.
    const { output } = await console.run(`echo $(grep ${device}-input /proc/interrupts)`, chain.deadlines.guestCommandMs);
    const counts = new Map();
    for (const [, numbers = "", queue] of output.matchAll(/\d+: ((?:\d+ )+)\D\S* .*?virtio\d+-input\.(\d+)/g)) {
        const sum = numbers
            .trim()
            .split(" ")
            .reduce((total, number) => total + Number(number), 0);
        counts.set(Number(queue), sum);
    }
    return counts;
}
/** The queues whose counts grew, with the growth. */
const grown = (before, after) => new Map([...after]
    .map(([queue, count]) => [queue, count - (before.get(queue) ?? 0)])
    .filter(([, growth]) => growth > 0));
/**
 * Looks at the counts now. Call `seen` at the end of the iteration: it looks again, on the VM that the guest is on by then.
 * @throws StepError when the guest's console does not answer
 */
async function watchQueuePairs(chain, source, { offered, active, device }) {
    const unknown = { offered, active, seen: null, unseen: null };
    if (device === null || active === null)
        return { seen: async () => unknown };
    const before = await readInputCounts(chain, source, device);
    return {
        async seen(target) {
            const after = await readInputCounts(chain, target, device);
            if (after.size === 0)
                return unknown;
            const carried = grown(before, after);
            const unseen = Array.from({ length: active }, (_, queue) => queue).filter((queue) => !carried.has(queue));
            return { offered, active, seen: active - unseen.length, unseen };
        },
    };
}

;// CONCATENATED MODULE: ./build/migration/flows.js
/**
 * Gives the guest addresses so that each queue pair in use gets a flow of the probe. The host's tun picks the queue of a packet by a hash
 * of host and guest address, or the queue that the guest last answered from (tun_automq_select_queue() in drivers/net/tun.c). The
 * hash's key is drawn when the host boots. So which address reaches which queue is tried out once a run, and holds for all of it.
 */


/** Echo requests to an address that is tried. The first may still go by the hash, the others follow the guest's answers. */
const flows_REQUESTS = 5;
/** Far enough apart for an answer, and an interrupt, each. */
const APART_MS = 40;
/** Fewer interrupts than this are other packets'. */
const LEAST_INTERRUPTS = 3;
const mostTries = (active) => Math.min(64, 4 * active + 8);
/** Gives the guest its addresses and the network the same. `inGuest` runs a command that must succeed. @throws StepError */
async function openFlows(chain, vm, nic, inGuest) {
    const { network, settings, probe } = chain;
    const add = (address) => inGuest(`ip addr add ${address}/${host_network/* PREFIX_LENGTH */.Gl} dev ${nic.name}`);
    const all = async (addresses) => {
        for (const address of addresses)
            await add(address);
        await network.setGuestAddresses(addresses);
    };
    const active = nic.active ?? Math.min(settings.queues, settings.smp);
    const known = chain.flows.get(active);
    if (known !== undefined)
        return await all(known);
    // ping probes a single address only. Without counts, or with one queue, there is nothing to find.
    const { device } = nic;
    const searched = active > 1 && device !== null && probe.tool === "fping";
    if (!searched || (await readInputCounts(chain, vm, device)).size === 0) {
        return await all(Array.from({ length: active }, (_, flow) => (0,host_network/* guestAddress */.fD)(flow)));
    }
    const found = await search(chain, vm, { device, active, add });
    chain.flows.set(active, found);
    await network.setGuestAddresses(found);
}
/** Tries one address after the other. The first one stays in any case. */
async function search(chain, vm, { device, active, add }) {
    const { network, signal } = chain;
    const chosen = [];
    const reached = new Set();
    const ask = async (address) => {
        await network.setGuestAddresses([...chosen, address]);
        await network.request(address, { count: flows_REQUESTS, apartMs: APART_MS }, signal);
    };
    // The guest does not know the host's MAC yet, and asks for it before it answers.
    await add((0,host_network/* guestAddress */.fD)(0));
    await ask((0,host_network/* guestAddress */.fD)(0));
    let before = await readInputCounts(chain, vm, device);
    for (let flow = 0; flow < mostTries(active) && reached.size < active; flow += 1) {
        const address = (0,host_network/* guestAddress */.fD)(flow);
        if (flow > 0)
            await add(address);
        await ask(address);
        const after = await readInputCounts(chain, vm, device);
        const [queue] = [...grown(before, after)]
            .sort(([, a], [, b]) => b - a)
            .flatMap(([one, growth]) => (growth >= LEAST_INTERRUPTS ? [one] : []));
        before = after;
        if (flow > 0 && (queue === undefined || reached.has(queue)))
            continue;
        chosen.push(address);
        if (queue !== undefined)
            reached.add(queue);
    }
    return chosen;
}

;// CONCATENATED MODULE: ./build/migration/guest-nic.js
/** Finds the guest's NICs by their MACs: with a further NIC from `qemu-args`, the kernel may give the name eth0 to that one. */


const LOOK_EVERY_MS = 500;
/**
 * The name of the guest's NIC with this MAC. Waits for it: some guests offer a login before they have loaded the driver.
 * @throws StepError when the guest has no such NIC in time
 */
async function findGuestNic({ console }, mac, deadlineMs) {
    const deadline = performance.now() + deadlineMs;
    for (;;) {
        const { output } = await console.run(`grep -l ${mac} /sys/class/net/*/address`, deadlineMs);
        const name = /^\/sys\/class\/net\/([\w.-]+)\/address$/m.exec(output)?.[1];
        if (name !== undefined)
            return name;
        if (performance.now() > deadline) {
            throw new base_errors/* StepError */.zg(`source: the guest has no NIC with the MAC ${mac} after ${Math.round(deadlineMs / 1000)} s: has it a virtio-net driver? Its console's last lines:\n${console.tail()}`);
        }
        await (0,promises_.setTimeout)(LOOK_EVERY_MS);
    }
}

;// CONCATENATED MODULE: ./build/migration/guest-network.js
/** The guest's side of the network: its NICs are set up, get their addresses, and the first one gets the flows of the probe. */




/** @param inGuest runs a command in the guest and returns its output. @throws StepError when it fails */
async function setUpGuestNetwork(chain, vm, inGuest) {
    const { network, settings, deadlines } = chain;
    let measured = "";
    for (const { number, guestMac, guestAddress } of network.nics) {
        const name = await findGuestNic(vm, guestMac, deadlines.guestCommandMs);
        await inGuest(`ip link set dev ${name} up`);
        if (number === 0)
            measured = name;
        else
            await inGuest(`ip addr add ${guestAddress}/${host_network/* PREFIX_LENGTH */.Gl} dev ${name}`);
    }
    // The driver makes a transmit queue for each queue pair in use: at most one a vCPU.
    const pairs = Number((await inGuest(`ls -d /sys/class/net/${measured}/queues/tx-* | wc -l`)).trim());
    const active = Number.isInteger(pairs) && pairs > 0 ? pairs : null;
    const device = active !== null && active > 1 ? await virtioDeviceOf(chain, vm, measured) : null;
    await openFlows(chain, vm, { name: measured, device, active }, inGuest);
    return { offered: settings.queues, active, device };
}

// EXTERNAL MODULE: ./build/qemu/clock.js
var qemu_clock = __webpack_require__(56735);
;// CONCATENATED MODULE: ./build/measure/freeze.js

/** The parts of the freeze; null without both STOP and RESUME. The traces must be of this migration only. */
function splitFreeze(stamps, source, target) {
    const { stopMs, completedMs, switchStartMs, switchEndMs, contMs, resumeMs } = stamps;
    if (stopMs === null || resumeMs === null)
        return null;
    let cursorMs = stopMs;
    /**
     * The time since the end of the previous part. Stamps of different clocks may be out of order by some µs;
     * no time counts twice.
     */
    const until = (atMs) => {
        if (atMs === null)
            return null;
        const fromMs = cursorMs;
        cursorMs = Math.max(cursorMs, Math.min(atMs, resumeMs));
        return (0,rounding/* roundMs */.l)(cursorMs - fromMs);
    };
    const checkpoint = (trace, name) => trace?.checkpoints.findLast(({ event }) => event === name)?.atMs ?? null;
    const stop = until(checkpoint(source, "src-vm-stopped"));
    const save = until(checkpoint(source, "src-non-iterable-saved"));
    const savedMs = cursorMs;
    const loadedMs = checkpoint(target, "dst-precopy-loadvm-completed");
    let transfer = null;
    let load = null;
    let state = null;
    if (save === null || loadedMs === null)
        state = until(completedMs);
    else {
        const rest = until(loadedMs) ?? 0;
        const loading = (0,rounding/* roundMs */.l)(Math.min(rest, loadingWithin(target, savedMs, cursorMs)));
        transfer = (0,rounding/* roundMs */.l)(rest - loading);
        load = (0,rounding/* roundMs */.l)(loading + (until(checkpoint(target, "dst-precopy-bh-vm-started")) ?? 0));
    }
    // The time between the target's last checkpoint and the later `completed` is unexplained: the source was
    // busy.
    until(completedMs);
    const beforeSwitch = until(switchStartMs);
    const switching = switchStartMs === null ? null : until(switchEndMs);
    const afterSwitch = completedMs === null ? null : until(contMs);
    const harness = afterSwitch === null ? null : (0,rounding/* roundMs */.l)((beforeSwitch ?? 0) + afterSwitch);
    const cont = contMs === null ? null : until(resumeMs);
    const parts = {
        stopMs: stop,
        saveMs: save,
        transferMs: transfer,
        loadMs: load,
        stateMs: state,
        switchMs: switching,
        harnessMs: harness,
        contMs: cont,
    };
    const explained = Object.values(parts).reduce((sum, ms) => sum + (ms ?? 0), 0);
    return { ...parts, unexplainedMs: (0,rounding/* roundMs */.l)(Math.max(0, resumeMs - stopMs - explained)) };
}
/** How much of [fromMs, untilMs] the target spent loading devices, in ms. */
function loadingWithin(target, fromMs, untilMs) {
    return (target?.loads ?? []).reduce((sum, { atMs, us }) => {
        const startMs = Math.max(fromMs, atMs - us / 1000);
        return sum + Math.max(0, Math.min(untilMs, atMs) - startMs);
    }, 0);
}
/**
 * The parts of the outage before STOP, within the freeze, and after RESUME; they add up to `outageMs`. Null
 * without an outage or a freeze.
 */
function splitOutage({ outageStartMs, outageEndMs }, { stopMs, resumeMs }) {
    const outageMs = (0,rounding/* between */.T)(outageStartMs, outageEndMs);
    if (outageMs === null || outageStartMs === null || outageEndMs === null)
        return null;
    if (stopMs === null || resumeMs === null)
        return null;
    const beforeStopMs = (0,rounding/* roundMs */.l)(Math.max(0, stopMs - outageStartMs));
    const afterResumeMs = (0,rounding/* roundMs */.l)(Math.max(0, outageEndMs - resumeMs));
    const freezeMs = (0,rounding/* roundMs */.l)(Math.max(0, outageMs - beforeStopMs - afterResumeMs));
    return { beforeStopMs, freezeMs, afterResumeMs };
}

;// CONCATENATED MODULE: ./build/measure/requests.js
/** The requests that have a line, sorted by number. */
function knownRequests(flow) {
    const known = [];
    for (const { sequence, sentAtMs } of flow.replies)
        known.push({ sequence, sentAtMs, fate: "answered" });
    for (const { sequence, sentAtMs } of flow.timedOut)
        known.push({ sequence, sentAtMs, fate: "timed out" });
    for (const { sequence, sentAtMs } of flow.pending)
        known.push({ sequence, sentAtMs, fate: "pending" });
    return betweenAnswered(known.sort((a, b) => a.sequence - b.sequence));
}
/**
 * Corrects the times of sending of unanswered requests. The tool stamps an expiry only when it gets to it, on
 * a busy host seconds late. Answered requests have exact times, so the times of requests between two of them
 * are interpolated.
 */
function betweenAnswered(known) {
    const placed = [];
    let before = null;
    let waiting = [];
    for (const request of known) {
        if (request.fate !== "answered") {
            waiting.push(request);
            continue;
        }
        for (const one of waiting)
            placed.push(before === null ? one : interpolated(one, before, request));
        placed.push(request);
        before = request;
        waiting = [];
    }
    return [...placed, ...waiting];
}
function interpolated(request, before, after) {
    const share = (request.sequence - before.sequence) / (after.sequence - before.sequence);
    return { ...request, sentAtMs: before.sentAtMs + share * (after.sentAtMs - before.sentAtMs) };
}
/**
 * The lost requests of a flow, in order. A request without a reply is lost when a later request was answered or
 * given up. Requests after the last such one are pending: their answer may still come. Runs instead of single
 * requests, because a damaged log may have a hole of any size.
 *
 * @param periodMs the cadence, used for numbers before the first one with a line
 */
function lostRuns(flow, known, periodMs) {
    const first = known[0];
    if (first === undefined)
        return [];
    const runs = [];
    // An imaginary request before the tool's first one: missing first numbers are then a gap like others.
    let before = {
        sequence: flow.firstSequence - 1,
        sentAtMs: first.sentAtMs - (first.sequence - flow.firstSequence + 1) * periodMs,
    };
    for (const request of settledOf(known)) {
        const count = request.sequence - before.sequence - 1;
        if (count > 0) {
            // RTTs have only three digits, so two requests may seem to have left in the wrong order.
            const spacingMs = Math.max(0, (request.sentAtMs - before.sentAtMs) / (count + 1));
            runs.push({ count, firstAtMs: before.sentAtMs + spacingMs, spacingMs });
        }
        if (request.fate !== "answered")
            runs.push({ count: 1, firstAtMs: request.sentAtMs, spacingMs: 0 });
        before = request;
    }
    return runs;
}
/** How many requests of a run were sent before `atMs`, epoch ms; `inclusive`: or at that time. */
function sentBefore({ count, firstAtMs, spacingMs }, atMs, inclusive) {
    if (spacingMs === 0)
        return firstAtMs < atMs || (inclusive && firstAtMs === atMs) ? count : 0;
    const place = (atMs - firstAtMs) / spacingMs;
    return Math.min(count, Math.max(0, inclusive ? Math.floor(place) + 1 : Math.ceil(place)));
}
/**
 * Counts requests by their time of sending, from `fromMs` to `untilMs` inclusive. Pending ones count neither as
 * sent nor as lost. Null for a flow without a line.
 */
function countRequests(flow, known, { fromMs, untilMs, periodMs }) {
    if (known.length === 0)
        return null;
    const answered = settledOf(known).filter(({ fate, sentAtMs }) => fate === "answered" && sentAtMs >= fromMs && sentAtMs <= untilMs).length;
    const lost = lostRuns(flow, known, periodMs).reduce((sum, run) => sum + Math.max(0, sentBefore(run, untilMs, true) - sentBefore(run, fromMs, false)), 0);
    return { sent: answered + lost, lost };
}
const settledOf = (known) => known.slice(0, known.findLastIndex(({ fate }) => fate !== "pending") + 1);

;// CONCATENATED MODULE: ./build/measure/losses.js


/**
 * An entry for each flow and phase with losses. Their counts add up to the flow's `lost`. Null without both STOP
 * and RESUME. Times of sending are interpolated, so near STOP and RESUME the phase is exact to about a period.
 */
function lossesOf(log, window) {
    const { quietStartMs, migrateMs, stopMs, resumeMs, endMs, periodMs } = window;
    if (stopMs === null || resumeMs === null)
        return null;
    const edges = [
        { phase: "before-stop", from: first(quietStartMs), until: first(stopMs) },
        { phase: "freeze", from: first(stopMs), until: after(resumeMs) },
        { phase: "after-resume", from: after(resumeMs), until: after(endMs) },
    ];
    return log.flows.flatMap((flow) => {
        const runs = lostRuns(flow, knownRequests(flow), periodMs);
        return edges.flatMap(({ phase, from, until }) => {
            let count = 0;
            let firstMs = null;
            for (const run of runs) {
                const skipped = from(run);
                const inside = until(run) - skipped;
                if (inside <= 0)
                    continue;
                count += inside;
                firstMs ??= run.firstAtMs + skipped * run.spacingMs;
            }
            if (firstMs === null)
                return [];
            return [{ address: flow.address, phase, count, firstAtMs: (0,rounding/* roundMs */.l)(firstMs - migrateMs) }];
        });
    });
}
const first = (atMs) => (run) => sentBefore(run, atMs, false);
const after = (atMs) => (run) => sentBefore(run, atMs, true);

;// CONCATENATED MODULE: ./build/measure/outage.js


const LEAST_NOISE_STRETCH_MS = 500;
/** Figures of one flow: see docs/contract.md, section 3. In ms, rounded to 1 µs. */
function measureFlow(flow, window) {
    const { stopMs, resumeMs, quietStartMs, endMs, periodMs } = window;
    const replies = flow.replies.filter(({ receivedAtMs }) => receivedAtMs >= quietStartMs);
    const received = replies.map(({ receivedAtMs }) => receivedAtMs);
    const known = knownRequests(flow);
    const gap = stopMs === null ? null : longestGapOver(received, stopMs, resumeMs ?? endMs);
    const open = gap !== null && gap.endMs === null && known.length > 0;
    const outageStartMs = gap?.startMs ?? null;
    const outageEndMs = gap?.endMs ?? null;
    const outageMs = (0,rounding/* between */.T)(outageStartMs, outageEndMs);
    const noiseMs = noise(received, window);
    const quietRtts = replies
        .filter((reply) => reply.receivedAtMs <= quietEnd(window))
        .map(({ rttMs }) => rttMs);
    const latestRttMs = quietRtts.reduce((a, b) => Math.max(a, b), 0) + periodMs;
    const late = flow.replies.filter(({ sentAtMs, rttMs }) => sentAtMs >= quietStartMs && sentAtMs <= endMs && rttMs > latestRttMs);
    const count = countRequests(flow, known, { fromMs: quietStartMs, untilMs: endMs, periodMs });
    return {
        address: flow.address,
        outageMs,
        outageStartMs,
        unansweredFromMs: outageStartMs === null ? null : unansweredFrom(flow, outageStartMs, periodMs),
        outageEndMs,
        open,
        resumeToReplyMs: (0,rounding/* between */.T)(resumeMs, outageEndMs),
        afterGapMs: outageEndMs === null ? null : longestGapAfter(received, outageEndMs, endMs),
        noiseMs,
        resolved: outageMs === null || noiseMs === null ? null : outageMs >= 2 * noiseMs,
        sent: count?.sent ?? null,
        lost: count?.lost ?? null,
        late: quietRtts.length === 0 ? null : late.length,
    };
}
/** Figures of all flows. The worst flow gives the main figures. */
function measureProbe(log, window) {
    const flows = log.flows.map((flow) => measureFlow(flow, window));
    const worst = flows.reduce((worse, flow) => (worse === null || badness(flow) > badness(worse) ? flow : worse), null);
    const afterGaps = flows.map(({ afterGapMs }) => afterGapMs).filter((ms) => ms !== null);
    return {
        ...(worst ?? { ...NO_FIGURES, address: null }),
        afterGapMs: afterGaps.length === 0 ? null : Math.max(...afterGaps),
        sent: sumOf(flows.map(({ sent }) => sent)),
        lost: sumOf(flows.map(({ lost }) => lost)),
        late: sumOf(flows.map(({ late }) => late)),
        flows,
    };
}
const NO_FIGURES = {
    outageMs: null,
    outageStartMs: null,
    unansweredFromMs: null,
    outageEndMs: null,
    open: false,
    resumeToReplyMs: null,
    afterGapMs: null,
    noiseMs: null,
    resolved: null,
    sent: null,
    lost: null,
    late: null,
};
/** A flow that never answered again is worse than any outage. A flow without figures is never the worst. */
function badness({ open, outageMs }) {
    return open ? Number.POSITIVE_INFINITY : (outageMs ?? -1);
}
/** Null when one value is null: a sum of some flows would look like the sum of all. */
function sumOf(values) {
    if (values.length === 0)
        return null;
    return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
/**
 * The longest gap that overlaps [fromMs, untilMs], the first one of a tie. The open gaps before the first and
 * after the last reply count as longest, because their length is unknown.
 */
function longestGapOver(received, fromMs, untilMs) {
    const [first] = received;
    const last = received.at(-1);
    if (first === undefined || last === undefined)
        return { startMs: null, endMs: null };
    if (last < untilMs)
        return { startMs: last, endMs: null };
    if (first > fromMs)
        return { startMs: null, endMs: received.find((ms) => ms >= untilMs) ?? null };
    let longest = { startMs: first, endMs: first };
    let startMs = first;
    for (const endMs of received) {
        if (startMs > untilMs)
            break;
        if (endMs >= fromMs && endMs - startMs > longest.endMs - longest.startMs)
            longest = { startMs, endMs };
        startMs = endMs;
    }
    return longest;
}
/**
 * The latest time at which the first unanswered request can have left, epoch ms. Counts back from the next
 * answered request, one period for each unanswered one. Null when no later request was answered.
 */
function unansweredFrom({ replies }, outageStartMs, periodMs) {
    let last = Number.NEGATIVE_INFINITY;
    let next = null;
    for (const reply of replies) {
        if (reply.receivedAtMs <= outageStartMs)
            last = Math.max(last, reply.sequence);
        else if (reply.sequence > last && reply.sequence < (next?.sequence ?? Number.POSITIVE_INFINITY))
            next = reply;
    }
    return next === null ? null : next.sentAtMs - (next.sequence - last - 1) * periodMs;
}
/** The longest gap that begins at or after `fromMs`, cut at `endMs`; null when `fromMs` is not before `endMs`. */
function longestGapAfter(received, fromMs, endMs) {
    if (fromMs >= endMs)
        return null;
    const marks = received.filter((ms) => ms >= fromMs && ms < endMs);
    return longestStep([...marks, endMs]);
}
const quietEnd = ({ quietEndMs, migrateMs }) => quietEndMs ?? migrateMs;
/**
 * The longest gap at the end of the quiet stretch, over a time as long as [migrate, RESUME] but at least
 * 0.5 s. If there is no reply in that time because the host stalled, the whole quiet stretch counts. Gaps are cut
 * at the edges, so they are never overstated. Null without a reply in the quiet stretch.
 */
function noise(received, window) {
    const endMs = quietEnd(window);
    const lengthMs = Math.max(LEAST_NOISE_STRETCH_MS, (window.resumeMs ?? window.migrateMs) - window.migrateMs);
    for (const startMs of [Math.max(window.quietStartMs, endMs - lengthMs), window.quietStartMs]) {
        const inside = received.filter((ms) => ms >= startMs && ms <= endMs);
        if (inside.length > 0)
            return longestStep([startMs, ...inside, endMs]);
    }
    return null;
}
function longestStep(ascending) {
    let longest = 0;
    for (let at = 1; at < ascending.length; at++) {
        longest = Math.max(longest, (ascending[at] ?? 0) - (ascending[at - 1] ?? 0));
    }
    return (0,rounding/* roundMs */.l)(longest);
}

;// CONCATENATED MODULE: ./build/measure/stolen-packets.js
/** The fewest separate losses in a thousand requests that count; fewer may be chance. */
const LEAST_LOSSES = 10;
/** The rate of separate losses must fall at least by this factor when the source is gone. */
const LEAST_RATIO = 5;
/** Counts between the first and the last answered request that were sent from `fromMs` to `untilMs`, epoch ms. */
function lossesBetween({ replies }, fromMs, untilMs) {
    const answered = replies
        .filter(({ sentAtMs }) => sentAtMs >= fromMs && sentAtMs <= untilMs)
        .map(({ sequence }) => sequence)
        .sort((a, b) => a - b);
    const losses = { sent: answered.length, lost: 0, apart: 0 };
    for (const [at, sequence] of answered.entries()) {
        const missing = at === 0 ? 0 : sequence - (answered[at - 1] ?? 0) - 1;
        losses.sent += missing;
        losses.lost += missing;
        losses.apart += missing === 0 ? 0 : 1;
    }
    return losses;
}
/** Why packets seem to be stolen; null when they do not. */
function theftFault(log, window) {
    for (const flow of log.flows) {
        const beside = lossesBetween(flow, window.watchedFromMs, window.sourceAliveUntilMs);
        const alone = lossesBetween(flow, window.sourceGoneMs, window.endMs);
        if (beside.apart < LEAST_LOSSES || beside.apart * alone.sent < LEAST_RATIO * alone.apart * beside.sent)
            continue;
        return `${beside.lost} of ${beside.sent} requests to ${flow.address} were lost while the stopped source was still alive, and ${alone.lost} of ${alone.sent} after it had gone: does it still read the queues?`;
    }
    return null;
}

// EXTERNAL MODULE: ./build/measure/tcp-requests.js
var tcp_requests = __webpack_require__(92823);
;// CONCATENATED MODULE: ./build/measure/timeline.js

/**
 * All events sorted by time. `atMs` counts from the moment when `migrate` was written, rounded to 1 µs.
 * Events with the same stamp stay in the order source, target, host, probe.
 */
function timeline(migrateMs, moments) {
    const sides = ["source", "target", "host", "probe"];
    return sides
        .flatMap((side) => (moments[side] ?? []).flatMap(({ event, atMs }) => atMs === null ? [] : [{ atMs: (0,rounding/* roundMs */.l)(atMs - migrateMs), side, event }]))
        .sort((a, b) => a.atMs - b.atMs);
}
/**
 * The moments of a QMP client's events. The name includes the status of a MIGRATION and the number of a pass,
 * because they distinguish events of the same name. QEMU stamps -1 when it cannot read the clock (QMP
 * specification, "Asynchronous events"); such an event is left out.
 */
function qmpMoments(events) {
    return events
        .filter(({ atMs }) => atMs >= 0)
        .map(({ name, data, atMs }) => {
        const detail = name === "MIGRATION" ? data.status : name === "MIGRATION_PASS" ? data.pass : undefined;
        return { event: detail === undefined ? name : `${name} ${String(detail)}`, atMs };
    });
}
/** The last reply before the outage and the first one after it. */
function probeMoments({ outageStartMs, outageEndMs }) {
    return [
        ...(outageStartMs === null ? [] : [{ event: "last reply", atMs: outageStartMs }]),
        ...(outageEndMs === null ? [] : [{ event: "first reply", atMs: outageEndMs }]),
    ];
}

;// CONCATENATED MODULE: ./build/measure/trace-log.js

const LINE = /^(?:\d+@(\d{1,10}\.\d{1,9}):|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?Z )vmstate_downtime_(save|load|checkpoint) (.*)$/;
const STEP = /^type=\S+ idstr=(.+) instance_id=(-?\d{1,10}) downtime=(\d{1,12})$/;
/**
 * Reads one process's trace file. Lines of other traces and an incomplete last line are ignored.
 *
 * @param sinceMs wall-clock epoch ms; older lines belong to another migration and are ignored. In a chain, a
 *   process is first a target and then a source, and a source may have tried to migrate before.
 */
function readTrace(text, sinceMs = Number.NEGATIVE_INFINITY) {
    const saves = [];
    const loads = [];
    const checkpoints = [];
    for (const line of text.split("\n").slice(0, -1)) {
        const [, seconds, date, fraction, kind, rest = ""] = LINE.exec(line) ?? [];
        const atMs = seconds !== undefined
            ? Math.round(Number(seconds) * 1e6) / 1e3
            : (0,rounding/* roundMs */.l)(Date.parse(`${date}Z`) + Number(fraction ?? 0) * 1e3);
        // Also false for NaN: a line of another form, or an invalid date.
        if (!(atMs >= sinceMs))
            continue;
        if (kind === "checkpoint") {
            checkpoints.push({ event: rest, atMs });
            continue;
        }
        const [, name, instance, us] = STEP.exec(rest) ?? [];
        if (name === undefined)
            continue;
        (kind === "save" ? saves : loads).push({ name, instance: Number(instance), atMs, us: Number(us) });
    }
    return { saves, loads, checkpoints };
}
/**
 * The time of each device in µs, in the order of the stream: to save on the source and to load on the target.
 * The target loads while the source saves, so these times overlap and do not add up to the freeze. Null
 * without any trace.
 */
function deviceTimes(source, target) {
    const devices = new Map();
    const add = (steps, figure) => {
        for (const { name, instance, us } of steps) {
            const key = `${name}\n${instance}`;
            const device = devices.get(key) ?? { name, instance, saveUs: null, loadUs: null };
            // RAM and similar devices have an iterable and a final part.
            devices.set(key, { ...device, [figure]: (device[figure] ?? 0) + us });
        }
    };
    add(source?.saves ?? [], "saveUs");
    add(target?.loads ?? [], "loadUs");
    return devices.size === 0 ? null : [...devices.values()];
}

;// CONCATENATED MODULE: ./build/measure/verdict.js

/**
 * An outage may begin this long before `migrate`, on a slow host longer, because of the cadence and delayed
 * replies. If it begins earlier, something else broke the network.
 */
const EARLY_OUTAGE_MS = 50;
/** The probe may be delayed by this many periods or ms, whichever is longer. Beyond, the outage is an upper bound. */
const STALL_PERIODS = 20;
const LEAST_STALL_MS = 20;
/**
 * Between requests without replies, only the sum of the pauses is known. A slower cadence is not a stall, so
 * a stall must be at least this share of the sum.
 */
const STALL_SHARE_OF_SPAN = 0.1;
/** The limit of that share on slow hosts: an outage with almost no requests was not measured, however slow the host. */
const LARGEST_STALL_SHARE = 0.8;
const LEAST_SILENCE_MS = 1000;
/** A probe that was delayed this many times longer than allowed did not measure. */
const UNSOUND_FACTOR = 10;
/**
 * Why the probe's figures are not credible, or null. A probe is unsound if it sent no requests, got no reply
 * in the quiet stretch, was delayed when that may have lengthened the outage, or fell silent before the end.
 *
 * A probe that dies within an outage that never ends looks like a guest that never answers: fping prints no
 * line for either. So the caller must check that the probe's process lived until the end.
 */
function probeFault(log, figures, window) {
    if (log.flows.length === 0) {
        return log.rubbishLines === 0
            ? "the probe sent nothing: its log is empty"
            : `the probe sent nothing: none of its log's ${log.rubbishLines} lines could be read`;
    }
    const quietEndMs = window.quietEndMs ?? window.migrateMs;
    for (const flow of log.flows) {
        const answered = flow.replies.some(({ receivedAtMs }) => receivedAtMs >= window.quietStartMs && receivedAtMs <= quietEndMs);
        if (!answered) {
            const stretch = verdict_text(quietEndMs - window.quietStartMs);
            return `${flow.address} answered nothing in the quiet stretch of ${stretch} before the migration`;
        }
    }
    return stallFault(log, figures, window) ?? silenceFault(log, figures, window);
}
/** Whether the probe was delayed when that may have lengthened the outage; then the figure is an upper bound. */
function wasHeldUp(log, figures, window) {
    return log.flows.some((flow, index) => {
        const untilMs = figures.flows[index]?.outageEndMs ?? window.endMs;
        return longestStall(flow, window, untilMs, 1) !== null;
    });
}
/** Why the iteration failed by its figures; null when the outage began and ended as it should. */
function iterationFault(figures, window) {
    if (window.stopMs === null)
        return "the source never said STOP: there was no freeze to measure";
    if (window.resumeMs === null)
        return "the target never said RESUME after the source's STOP";
    for (const flow of figures.flows) {
        const fault = outageFault(flow, window, window.resumeMs);
        if (fault !== null)
            return figures.flows.length === 1 ? fault : `${flow.address}: ${fault}`;
    }
    return figures.flows.length === 0 ? "the outage could not be measured: the probe's log is empty" : null;
}
function outageFault(figures, window, resumeMs) {
    const { migrateMs, endMs, recoveryTimeoutMs, slowness } = window;
    const { outageStartMs, unansweredFromMs, outageEndMs, open, resumeToReplyMs } = figures;
    if (open) {
        const since = outageStartMs === null ? "at all" : `since ${relative(outageStartMs, migrateMs, "migrate")}`;
        return `the guest did not answer again: no reply ${since}, though the target resumed ${verdict_text(endMs - resumeMs)} before the end`;
    }
    if (outageStartMs === null)
        return "the outage could not be measured: no reply before the freeze";
    if (Math.max(outageStartMs, unansweredFromMs ?? outageStartMs) < migrateMs - EARLY_OUTAGE_MS * slowness) {
        return `the guest was out of reach before the migration: the outage began ${verdict_text(migrateMs - outageStartMs)} before migrate`;
    }
    if (outageEndMs !== null && outageEndMs > resumeMs + recoveryTimeoutMs) {
        return `the guest answered again only ${verdict_text(resumeToReplyMs ?? 0)} after RESUME, later than the ${verdict_text(recoveryTimeoutMs)} allowed`;
    }
    return null;
}
/** A pause of the probe itself. The times of sending distinguish it from an outage. */
function stallFault(log, figures, window) {
    for (const [index, flow] of log.flows.entries()) {
        const untilMs = figures.flows[index]?.outageEndMs ?? window.endMs;
        const stall = longestStall(flow, window, untilMs, UNSOUND_FACTOR);
        if (stall === null)
            continue;
        const { ms, limitMs, fromMs } = stall;
        return `the probe fell behind: ${verdict_text(ms)} without a request to ${flow.address} (${verdict_text(limitMs)} allowed), from ${relative(fromMs, window.migrateMs, "migrate")}`;
    }
    return null;
}
/**
 * The longest pause beyond its limit that may have lengthened the outage: after `migrate` and not within the
 * freeze.
 */
function longestStall(flow, window, untilMs, tolerance) {
    const { quietStartMs, migrateMs, stopMs, resumeMs, periodMs, slowness } = window;
    // The tool stamps an expiry only when it gets to it, so the time of its request is too uncertain.
    const sends = knownRequests(flow).filter(({ fate }) => fate !== "timed out");
    const quietPauses = pairs(sends)
        .filter(([a, b]) => a.sentAtMs >= quietStartMs && b.sentAtMs <= (window.quietEndMs ?? migrateMs))
        .map(([a, b]) => (b.sentAtMs - a.sentAtMs) / (b.sequence - a.sequence));
    const cadenceMs = quietPauses.length === 0 ? periodMs : quietPauses.reduce((x, y) => x + y, 0) / quietPauses.length;
    const quietLongestMs = quietPauses.reduce((x, y) => Math.max(x, y), 0);
    const baseLimitMs = tolerance * slowness * Math.max(STALL_PERIODS * periodMs, LEAST_STALL_MS, 2 * quietLongestMs);
    const share = Math.min(LARGEST_STALL_SHARE, tolerance * slowness * STALL_SHARE_OF_SPAN);
    let longest = null;
    for (const [a, b] of pairs(sends)) {
        if (b.sentAtMs < migrateMs || a.sentAtMs > untilMs)
            continue;
        if (stopMs !== null && resumeMs !== null && a.sentAtMs >= stopMs && b.sentAtMs <= resumeMs)
            continue;
        const spanMs = b.sentAtMs - a.sentAtMs;
        const missing = b.sequence - a.sequence - 1;
        const ms = spanMs - missing * cadenceMs;
        const limitMs = missing === 0 ? baseLimitMs : Math.max(baseLimitMs, spanMs * share);
        if (ms > limitMs && ms > (longest?.ms ?? 0))
            longest = { ms, limitMs, fromMs: a.sentAtMs };
    }
    return longest;
}
function pairs(sends) {
    const found = [];
    let before;
    for (const send of sends) {
        if (before !== undefined)
            found.push([before, send]);
        before = send;
    }
    return found;
}
/** A log that ends before the iteration although a flow answered again, so the probe should have written lines. */
function silenceFault(log, figures, window) {
    const { lastStampMs } = log;
    if (lastStampMs === null)
        return null;
    const silenceMs = window.endMs - lastStampMs;
    if (silenceMs <= Math.max(LEAST_SILENCE_MS, STALL_PERIODS * window.periodMs))
        return null;
    if (log.tool === "ping")
        return `the probe died: its last line was written ${verdict_text(silenceMs)} before the end`;
    return figures.flows.some(({ outageEndMs }) => outageEndMs !== null)
        ? `the probe died, or the guest fell silent again: the log's last line was written ${verdict_text(silenceMs)} before the end`
        : null;
}
const verdict_text = (ms) => `${ms.toFixed(1)} ms`;
function relative(atMs, originMs, origin) {
    return `${verdict_text(Math.abs(atMs - originMs))} ${atMs < originMs ? "before" : "after"} ${origin}`;
}

;// CONCATENATED MODULE: ./build/migration/figures.js
/** Makes an iteration's entry in the results from the records. Reads no clock and asks nothing. */










function figuresOf(recorded) {
    const { marks, probe, failure } = recorded;
    const log = readProbe(probe.tool, probe.log, probe.addresses);
    const window = windowOf(recorded);
    const figures = window === null ? null : measureProbe(log, window);
    const fault = window === null || figures === null ? null : faultOf(recorded, log, figures, window);
    // An outage that never ended explains a ping that had no answer, not the other way round.
    const reasons = figures?.open ? [fault, failure] : [failure, fault];
    const requests = requestsOf(recorded, window);
    if (recorded.requests !== null)
        reasons.push((0,tcp_requests/* connectionsFault */._t)(recorded.requests.records, requests));
    const reason = reasons.find((text) => text !== null) ?? null;
    const traces = tracesOf(recorded);
    return {
        boot: recorded.boot,
        index: recorded.index,
        from: recorded.from,
        to: recorded.to,
        pair: recorded.pair,
        status: reason === null ? "passed" : "failed",
        reason,
        evidence: [],
        folder: recorded.folder,
        outageMs: figures?.outageMs ?? null,
        resolved: window === null || figures?.resolved == null
            ? null
            : figures.resolved && !wasHeldUp(log, figures, window),
        resumeToReplyMs: figures?.resumeToReplyMs ?? null,
        afterGapMs: figures?.afterGapMs ?? null,
        noiseMs: figures?.noiseMs ?? null,
        sent: figures?.sent ?? null,
        lost: figures?.lost ?? null,
        late: figures?.late ?? null,
        losses: window === null || !recorded.packetsWait ? null : lossesOf(log, window),
        vcpuPauseMs: (0,rounding/* between */.T)(marks.stopMs, marks.resumeMs),
        qemuDowntimeMs: marks.qemuDowntimeMs,
        harnessMs: (0,rounding/* between */.T)(marks.completedMs, marks.contMs),
        // Without a switch in the scenario the time is 0; when the switch was not reached it is unknown.
        tapSwitchMs: marks.switchStartMs === null && marks.contMs !== null
            ? 0
            : (0,rounding/* between */.T)(marks.switchStartMs, marks.switchEndMs),
        migrateMs: (0,rounding/* between */.T)(marks.migrateMs, marks.completedMs),
        freeze: splitFreeze(marks, traces.source, traces.target),
        outageParts: figures === null ? null : splitOutage(figures, marks),
        flows: (figures?.flows ?? []).map((flow) => ({
            address: flow.address,
            outageMs: flow.outageMs,
            resumeToReplyMs: flow.resumeToReplyMs,
            afterGapMs: flow.afterGapMs,
            noiseMs: flow.noiseMs,
            sent: flow.sent,
            lost: flow.lost,
            late: flow.late,
        })),
        queuePairs: recorded.queuePairs,
        ...requests,
        vhost: marks.vhostChecked || !recorded.vhost ? recorded.vhost : null,
        devices: deviceTimes(traces.source, traces.target),
        timeline: marks.migrateMs === null ? [] : timelineOf(recorded, figures, traces, marks.migrateMs),
    };
}
const requestsOf = ({ requests }, window) => requests === null ? tcp_requests/* NO_REQUESTS */.ho : (0,tcp_requests/* measureRequests */.fb)(requests.records, window, requests.periodMs);
/** A process is a target first and then a source: trace lines before `migrate` are of an earlier migration. */
function tracesOf({ sourceTrace, targetTrace, marks: { migrateMs } }) {
    const read = (text) => text === null || migrateMs === null ? null : readTrace(text, migrateMs);
    return { source: read(sourceTrace), target: read(targetTrace) };
}
/** The moments that the probe's log is read against; null when no migration began. */
function windowOf({ marks, probe, recoveryTimeoutMs, slowness }) {
    const { quietStartMs, quietEndMs, migrateMs, endMs, stopMs, resumeMs } = marks;
    if (quietStartMs === null || migrateMs === null || endMs === null)
        return null;
    return {
        quietStartMs,
        quietEndMs,
        migrateMs,
        stopMs,
        resumeMs,
        endMs,
        periodMs: probe.periodMs,
        recoveryTimeoutMs,
        slowness,
    };
}
function faultOf({ marks }, log, figures, window) {
    // A failed migration has its own message, and its freeze did not end.
    if (marks.resumeMs === null)
        return null;
    return probeFault(log, figures, window) ?? iterationFault(figures, window) ?? theftSeen(marks, log);
}
/** Null when nothing was stolen, and when the stopped source was not watched for longer. */
function theftSeen(marks, log) {
    const { watchedFromMs, sourceAliveUntilMs, sourceGoneMs, endMs } = marks;
    if (watchedFromMs === null || sourceAliveUntilMs === null || sourceGoneMs === null || endMs === null)
        return null;
    return theftFault(log, { watchedFromMs, sourceAliveUntilMs, sourceGoneMs, endMs });
}
function timelineOf(recorded, figures, traces, migrateMs) {
    const { marks } = recorded;
    return timeline(migrateMs, {
        source: [...qmpMoments(recorded.sourceEvents), ...(traces.source?.checkpoints ?? [])],
        target: [...qmpMoments(recorded.targetEvents), ...(traces.target?.checkpoints ?? [])],
        host: [
            { event: "quiet stretch", atMs: marks.quietStartMs },
            { event: "launch target", atMs: marks.quietEndMs },
            { event: "migrate", atMs: migrateMs },
            { event: "TAP switch", atMs: marks.switchStartMs },
            { event: "TAP switched", atMs: marks.switchEndMs },
            { event: "cont", atMs: marks.contMs },
            { event: "quit source", atMs: marks.sourceAliveUntilMs },
            { event: "end", atMs: marks.endMs },
        ],
        probe: figures === null ? [] : probeMoments(figures),
    });
}

;// CONCATENATED MODULE: ./build/migration/marks.js
const noMarks = () => ({
    quietStartMs: null,
    quietEndMs: null,
    migrateMs: null,
    stopMs: null,
    completedMs: null,
    switchStartMs: null,
    switchEndMs: null,
    contMs: null,
    resumeMs: null,
    qemuDowntimeMs: null,
    watchedFromMs: null,
    sourceAliveUntilMs: null,
    sourceGoneMs: null,
    endMs: null,
    vhostChecked: false,
});

;// CONCATENATED MODULE: ./build/migration/completion.js
/** How a migration ended, as both sides report it. */


const statusOf = (event) => (event.name === "MIGRATION" ? String(event.data.status) : null);
const isFinal = (event) => ["completed", "failed", "cancelled"].includes(statusOf(event) ?? "");
async function endOf(vm, from, deadlineMs) {
    try {
        const event = await vm.qmp.event(isFinal, "end of the migration", deadlineMs, from);
        return { status: statusOf(event) === "completed" ? "completed" : "failed", atMs: event.atMs, words: "" };
    }
    catch (error) {
        if (!(error instanceof base_errors/* StepError */.zg))
            throw error;
        return { status: "gone", atMs: 0, words: error.message };
    }
}
/**
 * Waits until both sides say `completed`: one alone is no success.
 *
 * @param started the answer to `migrate`, which may still be on its way
 * @param sourceFrom the number of the source's events before `migrate`
 * @returns the later of both, QEMU's stamp, wall-clock ms
 * @throws StepError with both sides' own words.
 */
async function completedOnBothSides({ context, source, target }, started, sourceFrom) {
    const { migrationMs, qmpMs } = context.deadlines;
    // No event follows when QEMU refuses `migrate`.
    const sourceEnd = Promise.race([
        endOf(source, sourceFrom, migrationMs),
        started.then(() => new Promise(() => undefined), (error) => ({ status: "failed", atMs: 0, words: error.message })),
    ]);
    const targetEnd = endOf(target, 0, migrationMs);
    // Once one side has failed, the other gets a short time to notice, not the whole deadline.
    const impatient = async (end, other, vm) => Promise.race([
        end,
        other.then(async (seen) => {
            if (seen.status === "completed")
                return end;
            await (0,promises_.setTimeout)(Math.min(qmpMs, 3_000), undefined, { ref: false });
            return { status: "gone", atMs: 0, words: `${vm.process.side}: has not said how the migration ended` };
        }),
    ]);
    const [atSource, atTarget] = await Promise.all([
        impatient(sourceEnd, targetEnd, source),
        impatient(targetEnd, sourceEnd, target),
    ]);
    if (atSource.status === "completed" && atTarget.status === "completed") {
        return Math.max(atSource.atMs, atTarget.atMs);
    }
    throw new base_errors/* StepError */.zg(`the migration failed. ${await describeEnd(source, atSource)}. ${await describeEnd(target, atTarget)}`);
}
/** One side's end in a sentence: its status, and QEMU's own error, or how the process ended. */
async function describeEnd(vm, end) {
    if (end.words !== "")
        return end.words;
    const { side } = vm.process;
    if (end.status === "completed")
        return `${side}: completed`;
    try {
        const { "error-desc": description } = await vm.qmp.execute("query-migrate");
        if (description !== undefined)
            return `${side}: failed, "${description}"`;
    }
    catch {
        // QEMU is gone: its last words are on stderr.
    }
    return `${side}: failed; ${await vm.process.epitaph()}`;
}

;// CONCATENATED MODULE: ./build/migration/pings.js
/** Pings between host and guest, in both directions. */


const GUEST_PING_BYTES = 16_000;
/** A guest on a busy host needs seconds to start a program, so its first ping may fail. */
const LEAST_GUEST_PINGS = 3;
/** Pings from the host and from the guest at the same time; tells which were answered. */
async function pingBothWays(context, vm) {
    const timeoutMs = context.settings.recoveryTimeoutMs * context.deadlines.factor;
    const [fromHost, fromGuest] = await Promise.all([
        // Repeated until answered: the probe may fill a slow guest's queue, and one request is lost.
        context.network.ping(timeoutMs, context.signal),
        pingFromGuest(context, vm, timeoutMs),
    ]);
    return { fromHost, fromGuest };
}
/**
 * Whether the guest gets an answer from the host within `timeoutMs`; some tries are made even if they take longer. The guest's ping
 * also receives all packets of the probe. busybox gives its socket a buffer of 7 kB plus twice the request's size, which the probe
 * fills before a slow guest reads it first. So the request is large, and is repeated.
 */
async function pingFromGuest(context, vm, timeoutMs) {
    const end = performance.now() + timeoutMs;
    const waitS = Math.ceil(Math.sqrt(context.deadlines.factor));
    const command = `ping -c 1 -s ${GUEST_PING_BYTES} -W ${waitS} ${host_network/* HOST_ADDRESS */._c} >/dev/null 2>&1`;
    try {
        for (let made = 0; made < LEAST_GUEST_PINGS || performance.now() < end; made += 1) {
            const { status } = await vm.console.run(command, timeoutMs + context.deadlines.guestCommandMs);
            if (status === 0)
                return true;
        }
        return false;
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (error instanceof base_errors/* StepError */.zg)
            return false;
        throw error;
    }
}
/**
 * Pings each NIC but the first from the host. @throws StepError that names the NICs that did not answer; `when` ends the sentence
 */
async function expectOtherNics(context, vm, when) {
    const { network, settings, deadlines, signal } = context;
    const timeoutMs = settings.recoveryTimeoutMs * deadlines.factor;
    const silent = [];
    for (const { number, guestMac, guestAddress } of network.nics.slice(1)) {
        if (await network.ping(timeoutMs, signal, number))
            continue;
        silent.push(`NIC ${number + 1} of ${network.nics.length} (${guestAddress}, MAC ${guestMac})`);
    }
    if (silent.length === 0)
        return;
    throw new base_errors/* StepError */.zg(`${vm.process.side}: no answer to a ping by ${silent.join(" and ")} ${when}`);
}
/** @throws StepError, naming the directions that failed, unless both pings are answered. `when` ends the sentence. */
async function expectPings(context, vm, when) {
    const { fromHost, fromGuest } = await pingBothWays(context, vm);
    if (fromHost && fromGuest)
        return;
    const failed = [...(fromHost ? [] : ["host to guest"]), ...(fromGuest ? [] : ["guest to host"])].join(" and ");
    throw new base_errors/* StepError */.zg(`${vm.process.side}: no answer to a ping ${failed} ${when}`);
}

;// CONCATENATED MODULE: ./build/host/vhost.js
/**
 * Whether vhost-net carries the packets of a QEMU, seen from outside. Each vhost device that a process owns (VHOST_SET_OWNER) has a kernel
 * thread named after that process, which runs when packets are carried. Since Linux 6.4 it is a thread of the process, before it was a
 * child of kthreadd. See drivers/vhost/vhost.c of the kernel. QEMU is not asked: `x-query-virtio-status` aborts some versions. `vhost=on`
 * proves nothing either: QEMU falls back to user space with a message only.
 */


const VHOST_NET = "/dev/vhost-net";
/** kthreadd, the parent of all kernel threads. */
const KERNEL_THREADS = 2;
/** Looks at files and threads in /proc. Takes some milliseconds before Linux 6.4: do not call it in the freeze. */
function lookAtVhost(pid) {
    const own = threadsOf(pid).filter(({ name }) => /^vhost-\d+$/.test(name));
    const name = `vhost-${pid}`;
    const threads = own.length > 0
        ? own.map(({ id }) => ({ id, path: `/proc/${pid}/task/${id}` }))
        : (0,proc/* descendants */.DG)(KERNEL_THREADS)
            .filter((thread) => thread.name === name)
            .map((thread) => ({ id: thread.pid, path: `/proc/${thread.pid}` }));
    return {
        opened: hasOpened(pid, VHOST_NET),
        switches: new Map(threads.map(({ id, path }) => [id, switchesOf(path)])),
        seesKernelThreads: read(`/proc/${KERNEL_THREADS}/comm`).trim() === "kthreadd",
    };
}
/**
 * Why two looks, with answered pings between them, do not prove that vhost-net carried the packets; null when they do.
 */
function whyNoVhost(before, after) {
    if (after.opened === null)
        return "the files that QEMU has open cannot be looked at (/proc/PID/fd)";
    if (!after.opened)
        return `QEMU has not opened ${VHOST_NET}`;
    if (after.switches.size === 0) {
        return after.seesKernelThreads
            ? "the kernel has no vhost thread for this QEMU"
            : "no vhost thread of this QEMU is to be seen; before Linux 6.4 they are the kernel's, which a container shows with the host's PID namespace only (docker run --pid=host)";
    }
    const ran = [...before.switches].some(([thread, count]) => (after.switches.get(thread) ?? 0) > count);
    return ran ? null : "the vhost threads of this QEMU did not run while pings were answered";
}
function threadsOf(pid) {
    return list(`/proc/${pid}/task`).map((id) => ({
        id: Number(id),
        name: read(`/proc/${pid}/task/${id}/comm`).trim(),
    }));
}
/** Voluntary and involuntary context switches, see proc_pid_status(5). */
function switchesOf(task) {
    const counts = read(`${task}/status`).matchAll(/^(?:non)?voluntary_ctxt_switches:\s+(\d+)$/gm);
    return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}
function hasOpened(pid, path) {
    let files;
    try {
        files = (0,external_node_fs_.readdirSync)(`/proc/${pid}/fd`);
    }
    catch {
        return null;
    }
    return files.some((file) => {
        try {
            // In a chroot, a file that is open in another mount namespace is shown with the path of that root in front.
            return (0,external_node_fs_.readlinkSync)(`/proc/${pid}/fd/${file}`).endsWith(path);
        }
        catch {
            // Closed meanwhile.
            return false;
        }
    });
}
/** Empty when the thread or process has ended meanwhile. */
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}
function list(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/migration/vhost-watch.js
/** Whether vhost-net carried the packets between two looks. */


/**
 * Looks at a VM's vhost-net now. Call `expect` after answered pings: it looks again, and throws StepError with QEMU's last words unless
 * vhost-net carried the packets.
 */
function watchVhost(vm) {
    const before = vm.vhost();
    return {
        async expect() {
            const after = vm.vhost();
            const why = before === null || after === null ? "QEMU is gone" : whyNoVhost(before, after);
            if (why === null)
                return;
            throw new base_errors/* StepError */.zg(`${vm.process.side}: vhost is not active, though vhost=on was given: ${why} (${await vm.process.epitaph()})`);
        },
    };
}

;// CONCATENATED MODULE: ./build/migration/migrate.js
/**
 * One migration of the guest, the part that is measured. The source runs, the target waits with `-incoming defer`, and both have their
 * switches set. docs/contract.md, section 2, describes the same steps.
 */







/** How long the stopped source stays alive beside the running target, to see whether it still reads the queues. */
const BESIDE_SOURCE_MS = 300;
/** After losses this many requests are watched beside the source, and as many without it, within these times. */
const WATCHED_REQUESTS = 1_000;
const LEAST_WATCH_MS = 1_000;
const LONGEST_WATCH_MS = 10_000;
/** Moves the guest from source to target; the source is gone afterwards. @throws StepError with both sides' own words. */
async function migrateOnce(migration) {
    const { context, source, target, connections, migrationUri, clock, marks, step } = migration;
    const { handOver, vhost } = context.scenario;
    const { signal } = context;
    step("migrate");
    await target.qmp.execute("migrate-incoming", { uri: migrationUri });
    const sourceFrom = source.qmp.events.length;
    marks.migrateMs = clock.now();
    const started = source.qmp.execute("migrate", { uri: migrationUri });
    // Until `cont`, do nothing else: start no process, open no file, put off all parsing.
    marks.completedMs = await completedOnBothSides(migration, started, sourceFrom);
    if (handOver.switchTaps !== null) {
        marks.switchStartMs = clock.now();
        await handOver.switchTaps(context.network, source.tap, target.tap);
        marks.switchEndMs = clock.now();
    }
    marks.contMs = clock.now();
    const [status] = await target.qmp.executeTogether("query-status", "cont");
    // Freeze over.
    step("resume");
    marks.stopMs = source.qmp.events.slice(sourceFrom).find((event) => event.name === "STOP")?.atMs ?? null;
    const resumed = await target.qmp.event((event) => event.name === "RESUME", "RESUME event", context.deadlines.qmpMs);
    marks.resumeMs = resumed.atMs;
    expectPaused(status);
    await expectPostmigrate(source, context);
    marks.qemuDowntimeMs = (await source.qmp.execute("query-migrate")).downtime ?? null;
    step("check beside stopped source");
    await (0,promises_.setTimeout)(Math.max(0, BESIDE_SOURCE_MS - (clock.now() - marks.contMs)), undefined, { signal });
    connections?.stop();
    const carried = vhost ? watchVhost(target) : null;
    await expectPings(context, target, "while the stopped source was still alive");
    await carried?.expect();
    marks.vhostChecked = carried !== null;
    const watchMs = (await lostSince(migration, resumed.atMs)) ? watchMsOf(context) : 0;
    if (watchMs > 0)
        marks.watchedFromMs = clock.now();
    await (0,promises_.setTimeout)(watchMs, undefined, { signal });
    marks.sourceAliveUntilMs = clock.now();
    step("quit source");
    await source.quit();
    marks.sourceGoneMs = clock.now();
    step("check alone");
    await expectPings(context, target, "after the source had gone");
    await (0,promises_.setTimeout)(Math.max(0, watchMs - (clock.now() - marks.sourceGoneMs)), undefined, { signal });
}
/**
 * Whether requests were lost while a stopped source had the same TAP open. The cause may be harmless: then losses go on without the
 * source, and theftFault() compares both.
 */
async function lostSince({ context, probe, clock }, resumeMs) {
    if (!context.scenario.handOver.sourceCanStealPackets)
        return false;
    const log = readProbe(context.probe.tool, probe.written(), context.network.guestAddresses);
    return log.flows.some((flow) => lossesBetween(flow, resumeMs, clock.now()).lost > 0);
}
const watchMsOf = ({ probe: { periodMs } }) => Math.min(LONGEST_WATCH_MS, Math.max(LEAST_WATCH_MS, WATCHED_REQUESTS * periodMs));
function expectPaused(answer) {
    const status = answer?.status;
    if (status !== "paused")
        throw new base_errors/* StepError */.zg(`target: was ${String(status)} after the migration, not paused`);
}
/** Polls: the event `completed` comes a little before the source is `postmigrate`. */
async function expectPostmigrate(source, context) {
    const end = performance.now() + context.deadlines.qmpMs;
    for (;;) {
        const { status } = await source.qmp.execute("query-status");
        if (status === "postmigrate")
            return;
        if (performance.now() > end)
            throw new base_errors/* StepError */.zg(`source: is ${status} after the migration, not postmigrate`);
        await (0,promises_.setTimeout)(5, undefined, { signal: context.signal });
    }
}

;// CONCATENATED MODULE: ./build/migration/qemu-ended.js
/** The message, and how each QEMU ended that ended by itself, unless the message has it already. */
async function withObituaries(message, vms) {
    const obituaries = await Promise.all(vms.map((vm) => vm?.process.obituary() ?? null));
    const news = obituaries.filter((text) => text !== null && !message.includes(text.replace(/^.*?has ended: /, "")));
    return [message, ...news].join(". ");
}

;// CONCATENATED MODULE: ./build/qemu/arguments.js
/** The command line of the source or the target, as in docs/contract.md section 2. See QEMU's system/invocation. */
const netdevId = (nic) => `net${nic}`;
const nicId = (nic) => `nic${nic}`;
/** The NICs' bus, present from the start: q35's root complex does not support hotplug. */
const NIC_BUS = "pci.1";
/**
 * A NIC's slot, in hexadecimal. Not 0: before QEMU 6.1, and with those machine types later, slot 0 of a pcie-pci-bridge
 * has no hotplug.
 */
const nicSlot = (nic) => (1 + nic).toString(16);
/** A value in a QEMU option: a comma in it is doubled. */
const value = (text) => text.replaceAll(",", ",,");
function vmArguments(vm) {
    const size = `${vm.memoryBytes / 2 ** 20}M`;
    return [
        vm.qemuPath,
        ...["-name", value(vm.name)],
        ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
        ...["-machine", `${vm.machine},memory-backend=ram0`],
        ...["-accel", vm.accel],
        ...(vm.cpu === null ? [] : ["-cpu", vm.cpu]),
        ...["-smp", String(vm.smp), "-m", size],
        ...["-object", `memory-backend-file,id=ram0,size=${size},mem-path=${value(vm.ramPath)},share=on`],
        ...["-device", `pcie-pci-bridge,id=${NIC_BUS},bus=pcie.0`],
        ...["-chardev", `stdio,id=console0,signal=off,logfile=${value(vm.consoleLogPath)}`],
        ...["-serial", "chardev:console0"],
        ...["-qmp", `unix:${value(vm.qmpPath)},server=on,wait=off`],
        // Time-stamped lines in a separate file: docs/devel/tracing of QEMU, "log" backend.
        ...(vm.tracePath === null
            ? []
            : ["-trace", "vmstate_downtime*", "-D", vm.tracePath, "-msg", "timestamp=on"]),
        ...vm.guest,
        ...vm.extra,
        "-S",
        ...(vm.incoming ? ["-incoming", "defer"] : []),
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/qemu/console.js
/**
 * The guest's serial console: log in, run a command, read its status. It is an interactive terminal with
 * echo, colour queries and varying line ends. So an answer is recognised by a marker that the shell must
 * compute, never by its position.
 */


/** The most text of the guest that is kept: longer than any answer. QEMU's log file has all of it. */
const KEPT_CHARACTERS = 64 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal control sequences begin with ESC
const CONTROL_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]|\u001b[()][A-Z0-9]|\u001b[=>78]/g;
/** An incomplete sequence that the next chunk may complete. The length limit rules out endless ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const BEGUN_SEQUENCE = /\u001b(\[[0-9;?]{0,40}|[()])?$/;
const PANIC = /Kernel panic - not syncing[^\r\n]*/;
/** A boot loader that shows its prompt again has failed to boot. */
const MOST_BOOT_PROMPTS = 3;
/** Reads and writes the console of the QEMU behind this terminal. `epitaph` says how QEMU ended. */
function openConsole(side, terminal, options) {
    let text = "";
    /** The guest's text before this position is processed. */
    let readTo = 0;
    let ended = false;
    let wake = () => undefined;
    let begun = "";
    const subscription = terminal.onData((chunk) => {
        const raw = begun + chunk;
        begun = BEGUN_SEQUENCE.exec(raw)?.[0] ?? "";
        text += raw
            .slice(0, raw.length - begun.length)
            .replaceAll("\r", "")
            .replaceAll(CONTROL_SEQUENCES, "");
        if (text.length > 2 * KEPT_CHARACTERS) {
            readTo = Math.max(0, readTo - (text.length - KEPT_CHARACTERS));
            text = text.slice(-KEPT_CHARACTERS);
        }
        wake();
    });
    void options.exited.then(() => {
        ended = true;
        wake();
    });
    const tail = (lines = 15) => text
        // biome-ignore lint/suspicious/noControlCharactersInRegex: removes the remaining control characters
        .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
        .split("\n")
        .map((line) => line.trimEnd())
        .filter((line) => line !== "")
        .slice(-lines)
        .join("\n");
    const withTail = (message) => {
        const last = tail();
        return `${message}${last === "" ? "; the console is empty" : `; the console's last lines:\n${last}`}`;
    };
    /** Waits until `pattern` matches the unprocessed text; then the text up to the end of the match is processed. */
    const waitFor = async (pattern, what, deadlineMs, advice = "") => {
        const { signal } = options;
        let timer;
        let late = false;
        const onAbort = () => wake();
        signal?.addEventListener("abort", onAbort);
        try {
            for (;;) {
                signal?.throwIfAborted();
                const unread = text.slice(readTo);
                const match = pattern.exec(unread);
                if (match !== null) {
                    readTo += match.index + match[0].length;
                    return match;
                }
                const panic = PANIC.exec(unread);
                if (panic !== null)
                    throw new base_errors/* StepError */.zg(withTail(`${side()}: the guest panicked before ${what}: ${panic[0]}`));
                if (ended)
                    throw new base_errors/* StepError */.zg(withTail(`${side()}: QEMU ended before ${what} (${await options.epitaph()})`));
                if (late) {
                    throw new base_errors/* StepError */.zg(withTail(`${side()}: no ${what} within ${Math.round(deadlineMs / 1000)} s${advice && `. ${advice}`}`));
                }
                await new Promise((resolve) => {
                    wake = resolve;
                    timer ??= setTimeout(() => {
                        late = true;
                        wake();
                    }, deadlineMs);
                });
            }
        }
        finally {
            clearTimeout(timer);
            signal?.removeEventListener("abort", onAbort);
            wake = () => undefined;
        }
    };
    /** Waits for the login prompt, and answers a boot loader's prompt on the way a limited number of times. */
    const passBootPrompts = async (patterns, deadlineMs, advice) => {
        const { loginPattern, bootPrompt = null } = patterns;
        for (let answered = 0;; answered += 1) {
            const either = bootPrompt === null || answered === MOST_BOOT_PROMPTS
                ? loginPattern
                : new RegExp(`${loginPattern.source}|(?<boot>${bootPrompt.source})`, "im");
            const match = await waitFor(either, "login prompt", deadlineMs, advice);
            if (match.groups?.boot === undefined)
                return;
            terminal.write("\r");
        }
    };
    return {
        async login(patterns, deadlineMs, advice) {
            await passBootPrompts(patterns, deadlineMs, advice);
            terminal.write(`${patterns.user}\r`);
            await waitFor(patterns.promptPattern, "shell prompt after the login", deadlineMs, advice);
        },
        async run(command, deadlineMs) {
            // Random for each command, so that a guest cannot have the answer ready.
            const marker = `@${(0,external_node_crypto_.randomBytes)(6).toString("hex")}`;
            readTo = text.length;
            // Terminal, shell, or both echo what we type. The echo has `$?` where the answer has a number.
            terminal.write(`echo ${marker}b$?; ${command}; echo ${marker}e$?\r`);
            const answer = new RegExp(`${marker}b\\d+\n([\\s\\S]*?)${marker}e(\\d+)\n`);
            const match = await waitFor(answer, `answer to "${command}"`, deadlineMs);
            return { status: Number(match[2]), output: match[1] ?? "" };
        },
        tail,
        close: () => subscription.dispose(),
    };
}

// EXTERNAL MODULE: ./build/qemu/environment.js
var environment = __webpack_require__(57656);
;// CONCATENATED MODULE: ./build/qemu/open-files.js
/**
 * Whether a QEMU may open the files that its queue pairs take. If it may not, some QEMUs go on with slower queues and say so on stderr
 * only, which would spoil the figures.
 */


/** Libraries, sockets, terminal, RAM, and what `qemu-args` add. */
const BESIDES = 64;
/** The TAP, and an eventfd for each of the two virtqueues: QEMU 7.2 had 783 files open for 256 pairs. */
const PER_PAIR = 3;
/** Also /dev/vhost-net, and more eventfds for interrupts, masked interrupts and errors, used or not: QEMU 10.0 had 64 files for 4 pairs. */
const PER_PAIR_WITH_VHOST = 11;
/** Why a QEMU with this limit on open files cannot have these queues; null when it can. */
function whyTooFewFiles(limit, { queues, nics, vhost }) {
    const needed = BESIDES + nics * queues * (vhost ? PER_PAIR_WITH_VHOST : PER_PAIR);
    if (needed <= limit)
        return null;
    const each = nics === 1 ? "" : ` on each of ${nics} NICs`;
    return `with ${queues} queue pairs${each}${vhost ? " and vhost" : ""} QEMU opens about ${needed} files, and this host allows it ${limit}: raise the hard limit on open files (nofile in limits.conf(5); in a container --ulimit nofile=65536), or use fewer queues${nics === 1 ? "" : " or NICs"}`;
}
/** @throws StepError when this QEMU may open too few files */
function requireOpenFiles(process, queuesOfNics) {
    const pid = process.pid();
    const limit = pid === null ? null : (0,proc/* openFilesLimit */.jI)(pid);
    const why = limit === null ? null : whyTooFewFiles(limit, queuesOfNics);
    if (why !== null)
        throw new base_errors/* StepError */.zg(`${process.side}: ${why}`);
}

// EXTERNAL MODULE: ./build/qemu/pty.js
var pty = __webpack_require__(48714);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/qemu/recording.js
/**
 * Records QEMU's console log and stderr with limited size, however much QEMU writes. QEMU writes into a named
 * pipe, see fifo(7), and we copy it into a file. When the file reaches its limit, its older part is dropped.
 * A limit on file sizes for QEMU itself (ulimit) would also apply to its user's disks.
 */






/** A recording's file keeps at least this much of the end of the output, and at most about twice as much. */
const KEPT_BYTES = 1 << 20;
/** Bytes per read: the capacity of a pipe, see pipe(7). */
const CHUNK_BYTES = 1 << 16;
/** The pipe into which QEMU writes for the file `path`. */
const pipeOf = (path) => `${path}.pipe`;
/**
 * Records into the files `paths`, each through a pipe beside it. The files must not exist, and their folder
 * must be private. When a file can no longer be written, `tell` is called once. Its pipe is still read, so
 * that QEMU does not block.
 *
 * @throws Error when the pipes cannot be made
 */
function startRecordings(paths, tell) {
    (0,external_node_child_process_.execFileSync)((0,tools/* tool */.z6)("mkfifo"), ["-m", "600", "--", ...paths.map(pipeOf)], { stdio: "pipe" });
    return paths.map((path) => record(path, tell));
}
/** The folder is private, but QEMU has our user id and can change it: we must open the pipe that we made. */
function openPipe(path) {
    const { O_RDWR, O_NONBLOCK, O_NOFOLLOW } = external_node_fs_.constants;
    const pipe = (0,external_node_fs_.openSync)(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW);
    if ((0,external_node_fs_.fstatSync)(pipe).isFIFO())
        return pipe;
    (0,external_node_fs_.closeSync)(pipe);
    throw new Error(`${path} is not the pipe that was made there`);
}
function record(path, tell) {
    // Opened for reading and writing: this does not block, and there is no end of file before QEMU opens it or
    // after it ends.
    const pipe = openPipe(pipeOf(path));
    // From now on the file is used by its descriptor, because QEMU could replace the file of this name.
    const file = (0,external_node_fs_.openSync)(path, "ax+", 0o600);
    let fileBytes = 0;
    let seenBytes = 0;
    let closed = false;
    let full = false;
    /** Rewrites the file: a line that says how much is missing, then the end of the old content. */
    const shorten = () => {
        const end = (0,files/* readEndOf */.FB)(file, KEPT_BYTES);
        const note = Buffer.from(`[${seenBytes - end.length} bytes are left out here]\n`);
        (0,external_node_fs_.ftruncateSync)(file);
        (0,external_node_fs_.writeFileSync)(file, Buffer.concat([note, end]));
        fileBytes = note.length + end.length;
    };
    const add = (chunk) => {
        seenBytes += chunk.length;
        if (full)
            return;
        try {
            for (let from = 0; from < chunk.length;)
                from += (0,external_node_fs_.writeSync)(file, chunk, from);
            fileBytes += chunk.length;
            if (fileBytes >= 2 * KEPT_BYTES)
                shorten();
        }
        catch (error) {
            full = true;
            tell(`the recording ${path} ends here, because it can no longer be written: ${(0,base_errors/* messageOf */.bD)(error)}`);
        }
    };
    const socket = new external_node_net_.Socket({ fd: pipe, readable: true, writable: false });
    socket.on("error", () => undefined);
    socket.on("data", add);
    // The pipe must not keep this program running: callers wait for QEMU's process.
    socket.unref();
    const flush = () => {
        const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
        // A limited number of reads: a fast writer could keep us here forever.
        for (let times = 0; times < 16 && !closed; times += 1) {
            let bytes;
            try {
                bytes = (0,external_node_fs_.readSync)(pipe, chunk);
            }
            catch {
                // EAGAIN: it is empty.
                return;
            }
            add(chunk.subarray(0, bytes));
        }
    };
    return {
        flush,
        close() {
            if (closed)
                return;
            flush();
            closed = true;
            socket.destroy();
            (0,external_node_fs_.closeSync)(file);
        },
    };
}

;// CONCATENATED MODULE: ./build/qemu/process.js
/**
 * One QEMU process. It runs in the run's namespace as the invoking user, with its console on a pseudo
 * terminal. `end` returns only when the process is gone.
 *
 * stderr is redirected, because on the terminal it would mix with the guest's text. The redirection needs a
 * shell with a fixed script. The shell gets the command as arguments, never as text to parse.
 */








/** Raises the soft limit of open files to the hard one: sudo may set it to 1024 (pam_limits), and many queues need more. */
const REDIRECT_STDERR = 'ulimit -S -n "$(ulimit -H -n)"; exec 2>>"$0" "$@"';
/** Number of attempts with TERM before KILL, half a second each. */
const process_POLITE_TRIES = 2;
/** The terminal's width. A pty buffers little unread text, then the guest has to wait: a flood costs no memory. */
const COLUMNS = 500;
/** Starts QEMU and returns immediately. Whether it came up shows on its QMP socket. */
function startQemu(options) {
    const { privilege, stderrPath, consolePath } = options;
    const recordings = startRecordings([stderrPath, ...(consolePath === undefined ? [] : [consolePath])], options.warn);
    const flush = () => {
        for (const recording of recordings)
            recording.flush();
    };
    const [file, ...args] = options.command([
        ...[(0,tools/* tool */.z6)("sh"), "-c", REDIRECT_STDERR, pipeOf(stderrPath)],
        ...options.qemu,
    ]);
    const terminal = (0,pty/* spawnOnTerminal */.Z)(file, args, { name: "dumb", cols: COLUMNS, rows: 50, encoding: "utf8" });
    let endExpected = false;
    let ending = null;
    const exited = new Promise((resolve) => {
        terminal.onExit(({ exitCode, signal }) => {
            ending = { exitCode, signal };
            resolve();
        });
    });
    // The process is found by its ancestry, never by a pid file: QEMU could write another process's pid into
    // it.
    // Without root, the terminal's child is an nsenter of this user, and QEMU is its child.
    const below = privilege.kind === "none";
    const pid = () => ending === null ? ((0,proc/* descendantOfUser */.Gs)(terminal.pid, privilege.uid, { below })?.pid ?? null) : null;
    const endProcess = async () => {
        for (let tries = 0; ending === null; tries += 1) {
            if (tries > 40)
                throw new base_errors/* StepError */.zg(`${options.side}: QEMU (pid ${pid() ?? terminal.pid}) does not end, not even by SIGKILL`);
            const polite = tries < process_POLITE_TRIES && !options.signal?.aborted;
            if (polite)
                await (0,host_privilege/* signalAsRoot */.lG)(privilege, pid() ?? terminal.pid, "TERM");
            else
                await (0,host_privilege/* killTree */.TP)(privilege, terminal.pid);
            await Promise.race([exited, (0,promises_.setTimeout)(polite ? 500 : 250, undefined, { ref: false })]);
        }
    };
    const describeEnding = () => {
        if (ending === null)
            return "it still runs";
        // sudo reports a signal as a status above 128, or dies of the same signal.
        const number = ending.signal || (ending.exitCode > 128 ? ending.exitCode - 128 : 0);
        return number > 0
            ? `it ended by signal ${signalName(number)}`
            : `it ended with status ${ending.exitCode}`;
    };
    const epitaph = async () => {
        await Promise.race([exited, (0,promises_.setTimeout)(1_000, undefined, { ref: false })]);
        flush();
        const words = (0,tail/* printable */.g)((0,tail/* readTail */.Z)(stderrPath, 600))
            .trim()
            .split("\n")
            .filter((line) => line !== "")
            .slice(-4)
            .join(" | ");
        return `${describeEnding()}${words === "" ? ", nothing on stderr" : `; stderr: ${words}`}`;
    };
    const self = {
        side: options.side,
        terminal,
        pid,
        alive: () => ending === null,
        exited,
        flush,
        epitaph,
        obituary: async () => ending === null || endExpected ? null : `${self.side}: QEMU has ended: ${await epitaph()}`,
        expectEnd: () => {
            endExpected = true;
        },
        endedInOrder: () => ending?.exitCode === 0 && !ending.signal,
        async end() {
            endExpected = true;
            try {
                await endProcess();
            }
            finally {
                for (const recording of recordings)
                    recording.close();
            }
        },
    };
    return self;
}
const SIGNALS = {
    1: "SIGHUP",
    2: "SIGINT",
    4: "SIGILL",
    6: "SIGABRT",
    7: "SIGBUS",
    8: "SIGFPE",
    9: "SIGKILL",
    11: "SIGSEGV",
    13: "SIGPIPE",
    15: "SIGTERM",
};
const signalName = (number) => SIGNALS[number] ?? String(number);

// EXTERNAL MODULE: ./build/qemu/qmp-connection.js + 2 modules
var qmp_connection = __webpack_require__(61305);
// EXTERNAL MODULE: ./build/qemu/dialect.js
var dialect = __webpack_require__(52239);
;// CONCATENATED MODULE: ./build/migration/switches.js



/** Sets capabilities and parameters and adds the NICs, in the order of the build's dialect. @throws StepError with QEMU's own words */
async function configure(qmp, { settings, network }, { side, build, tap, vhost, passFds }) {
    const { queues } = settings;
    const switches = (0,dialect/* switchesOf */.IT)(build.dialect, side, passFds);
    const capabilities = { events: true, "x-ignore-shared": true, ...switches.capabilities };
    await qmp.execute("migrate-set-capabilities", {
        capabilities: Object.entries(capabilities).map(([capability, state]) => ({ capability, state })),
    });
    const setParameters = async (when) => {
        if (switches.parametersWhen !== when || Object.keys(switches.parameters).length === 0)
            return;
        await qmp.execute("migrate-set-parameters", switches.parameters);
    };
    await setParameters("before-netdev");
    for (const nic of network.nics) {
        await addTap(qmp, { id: netdevId(nic.number), ifname: nic.interfaceOf(tap), queues, vhost }, switches);
        await addNic(qmp, nic, queues, switches);
    }
    await setParameters("after-device");
}
async function addNic(qmp, { number, guestMac }, queues, switches) {
    await qmp.execute("device_add", {
        driver: "virtio-net-pci",
        id: nicId(number),
        netdev: netdevId(number),
        bus: NIC_BUS,
        addr: nicSlot(number),
        mac: guestMac,
        mq: queues > 1,
        // Two a queue pair, one for configuration, one for control; at least 18, which fits up to eight queue pairs.
        vectors: Math.max(18, 2 * queues + 2),
        romfile: "",
        "disable-legacy": "off",
        ...switches.device,
    });
}
async function addTap(qmp, tap, switches) {
    const all = {
        type: "tap",
        ...tap,
        vnet_hdr: true,
        // "" means none on every QEMU; "no" is deprecated on new ones.
        script: "",
        downscript: "",
        ...switches.netdev,
    };
    const without = Object.fromEntries(Object.entries(all).filter(([name]) => !switches.netdevWithout.includes(name)));
    try {
        await qmp.execute("netdev_add", without);
    }
    catch (error) {
        if (!switches.retryWithAll || switches.netdevWithout.length === 0 || !(error instanceof qmp_connection/* QmpRefusal */.Hq))
            throw error;
        await qmp.execute("netdev_add", all);
    }
}

;// CONCATENATED MODULE: ./build/migration/vm.js
/**
 * One side of a migration: a QEMU that listens on QMP and has its switches, set in the order of its dialect, and its NICs. The guest
 * does not run yet.
 */











let vmCount = 0;
/** Starts one QEMU and makes it ready. @throws StepError with QEMU's own words; nothing is left running. */
async function launchVm(context, role) {
    const { deadlines, settings, folder, signal } = context;
    const base = folder.at(`vm${++vmCount}`);
    const qmpPath = `${base}.qmp`;
    const files = {
        console: `${base}.console`,
        stderr: `${base}.stderr`,
        trace: role.build.traced ? `${base}.trace` : null,
    };
    const process = startQemu({
        side: role.side,
        command: (qemu) => context.network.userInside(qemu, (0,environment/* qemuEnvironment */.S)(settings.qemuEnvironment)),
        qemu: vmArguments({
            qemuPath: role.build.look.path,
            name: `tap-migration-${role.side}`,
            machine: settings.machine,
            accel: settings.accel,
            cpu: settings.cpu ?? (settings.accel === "kvm" ? "host" : null),
            smp: settings.smp,
            memoryBytes: settings.memoryBytes,
            ramPath: context.ramPath,
            guest: context.guest.qemuArguments,
            extra: settings.qemuArguments,
            qmpPath,
            consoleLogPath: pipeOf(files.console),
            tracePath: files.trace,
            incoming: role.side === "target",
        }),
        stderrPath: files.stderr,
        consolePath: files.console,
        privilege: context.privilege,
        warn: (text) => context.emit({ kind: "warning", text }),
        signal,
    });
    const side = () => process.side;
    // Open it at once: console output that nobody reads is lost.
    const console = openConsole(side, process.terminal, {
        exited: process.exited,
        epitaph: process.epitaph,
        signal,
    });
    try {
        const qmp = await (0,qmp_connection/* connectQmp */.Jg)(qmpPath, {
            side,
            deadlineMs: deadlines.launchMs,
            signal,
            epitaph: process.epitaph,
            alive: process.alive,
        });
        requireOpenFiles(process, { queues: settings.queues, nics: settings.nics, vhost: role.vhost });
        await configure(qmp, context, role);
        return vm(context, role, process, qmp, console, files);
    }
    catch (error) {
        console.close();
        await process.end();
        throw error;
    }
}
function vm(context, role, process, qmp, console, files) {
    const dispose = async () => {
        console.close();
        qmp.close();
        await process.end();
    };
    return {
        tap: role.tap,
        build: role.build,
        process,
        qmp,
        console,
        files,
        vhost() {
            const pid = process.pid();
            return pid === null ? null : lookAtVhost(pid);
        },
        async quit() {
            const obituary = await process.obituary();
            if (obituary !== null)
                throw new base_errors/* StepError */.zg(obituary);
            process.expectEnd();
            // QEMU may end before it answers.
            await qmp.execute("quit").catch(() => undefined);
            await Promise.race([process.exited, (0,promises_.setTimeout)(context.deadlines.quitMs, undefined, { ref: false })]);
            const fault = process.endedInOrder() ? null : await process.epitaph();
            await dispose();
            if (fault !== null)
                throw new base_errors/* StepError */.zg(`${process.side}: QEMU was told to quit: ${fault}`);
        },
        [Symbol.asyncDispose]: dispose,
    };
}

;// CONCATENATED MODULE: ./build/migration/iteration.js
/** One iteration: prepare the TAP, probe, quiet stretch, launch the target, migrate; then make figures from the records. */
















/** Wait after the burst with which the probe begins, before the quiet stretch is measured. */
const PROBE_SETTLE_MS = 100;
const LEAST_QUIET_MS = 500;
/** A slow host gets a longer quiet stretch, at most this many times as long. */
const LONGEST_QUIET_FACTOR = 4;
/** More than this between wall clock and monotonic clock means that the wall clock was stepped; less is drift and the reading itself. */
const CLOCK_TOLERANCE_MS = 1;
/** Migrates the guest once. A failure is in the iteration, not thrown. `running` is the next source, if there is one. */
async function runIteration(chain, source, place) {
    const { network, output, privilege, scenario, settings, signal } = chain;
    const marks = noMarks();
    const clock = (0,qemu_clock/* startWallClock */.Z$)();
    const { lane, number } = place;
    const folder = iterationFolderName(lane.folder, number);
    let step = "prepare TAP";
    const at = (next) => {
        step = next;
        chain.step(next, number);
    };
    let probe = null;
    let target = null;
    let failure = null;
    let socket = null;
    const { offered, active } = place.queuePairs;
    let queuePairs = { offered, active, seen: null, unseen: null };
    const sourceEvents = source.qmp.events.length;
    try {
        at("prepare TAP");
        socket = chain.folder.at(`migration-${lane.folder}-${number}`);
        const targetTap = await scenario.handOver.prepare(network, source.tap);
        at("start probe");
        probe = await startProbe(network, privilege, { ...chain.probe, folder: chain.folder });
        await probe.answered(settings.recoveryTimeoutMs, signal);
        await place.connections?.begin();
        await (0,promises_.setTimeout)(PROBE_SETTLE_MS, undefined, { signal });
        at("quiet stretch");
        const pairs = await watchQueuePairs(chain, source, place.queuePairs);
        const carried = scenario.vhost ? watchVhost(source) : null;
        marks.quietStartMs = clock.now();
        const quietMs = LEAST_QUIET_MS * Math.min(LONGEST_QUIET_FACTOR, chain.deadlines.factor);
        await (0,promises_.setTimeout)(quietMs, undefined, { signal });
        marks.quietEndMs = clock.now();
        probe.check();
        await carried?.expect();
        at("launch target");
        target = await launchVm(chain, {
            side: "target",
            build: lane.to,
            tap: targetTap,
            vhost: scenario.vhost,
            passFds: scenario.handOver.passesFds,
        });
        await migrateOnce({
            context: chain,
            source,
            target,
            probe,
            connections: place.connections,
            migrationUri: `unix:${socket}`,
            clock,
            marks,
            step: at,
        });
        queuePairs = await pairs.seen(target);
        await expectOtherNics(chain, target, "after the source had gone");
    }
    catch (error) {
        signal.throwIfAborted();
        const fault = await withObituaries((0,base_errors/* messageOf */.bD)(error), [source, target]);
        failure = `${step}: ${fault}. ${await whereReachable(chain, source, target, marks.resumeMs !== null)}`;
    }
    finally {
        if (signal.aborted) {
            await probe?.[Symbol.asyncDispose]();
            await target?.[Symbol.asyncDispose]();
        }
    }
    at("read probe");
    marks.endMs = clock.now();
    const tcp = await endConnections(place.connections, marks, settings.recoveryTimeoutMs);
    let log = "";
    try {
        log = (await probe?.finish()) ?? "";
    }
    catch (error) {
        failure ??= (0,base_errors/* messageOf */.bD)(error);
    }
    if (probe !== null)
        saveProbeLog(output, folder, probe);
    if (tcp !== null)
        saveRequests(output, folder, tcp.text);
    await probe?.[Symbol.asyncDispose]();
    const steppedMs = clock.steppedMs();
    if (Math.abs(steppedMs) > CLOCK_TOLERANCE_MS) {
        failure ??= `the clock was stepped by ${steppedMs.toFixed(1)} ms during the iteration: its times mean nothing`;
    }
    const iteration = figuresOf({
        boot: chain.boot,
        index: place.index,
        from: source.build.role,
        to: lane.to.role,
        pair: place.pair,
        folder,
        queuePairs,
        vhost: scenario.vhost,
        packetsWait: scenario.handOver.packetsWait,
        marks,
        sourceEvents: source.qmp.events.slice(sourceEvents),
        targetEvents: target?.qmp.events ?? [],
        sourceTrace: readTraceFile(source),
        targetTrace: target === null ? null : readTraceFile(target),
        failure,
        probe: { ...chain.probe, addresses: network.guestAddresses, log },
        requests: tcp,
        recoveryTimeoutMs: settings.recoveryTimeoutMs,
        slowness: chain.deadlines.factor,
    });
    const evidence = [
        ...saveEvidence(output, folder, "source", source),
        ...(target === null ? [] : saveEvidence(output, folder, "target", target)),
    ];
    if (iteration.status === "failed")
        iteration.evidence.push(...evidence, ...(await linkEvidence(network)));
    output.write((0,external_node_path_.join)(folder, "iteration.json"), `${JSON.stringify(iteration, null, 2)}\n`);
    if (socket !== null)
        (0,external_node_fs_.rmSync)(socket, { force: true });
    const passed = iteration.status === "passed" && target !== null;
    await source[Symbol.asyncDispose]();
    if (!passed)
        await target?.[Symbol.asyncDispose]();
    if (target !== null)
        target.process.side = "source";
    return { iteration, running: passed ? target : null };
}
/** The answers that are missing are waited for as long as the probe's are: until `recoveryTimeoutMs` after RESUME. */
async function endConnections(connections, { resumeMs, endMs }, recoveryTimeoutMs) {
    if (connections === null)
        return null;
    const waitMs = resumeMs === null || endMs === null ? 0 : Math.max(0, resumeMs + recoveryTimeoutMs - endMs);
    const ended = await connections.end(Math.round(waitMs));
    return ended === null ? null : { ...ended, periodMs: connections.periodMs };
}
/** A migration's trace has about 5 kB. A longer file is read from its end. */
const TRACE_LIMIT_BYTES = 2 ** 20;
const readTraceFile = ({ files }) => files.trace === null ? null : (0,tail/* readTail */.Z)(files.trace, TRACE_LIMIT_BYTES);
/** Where the guest answers after a failure, in a sentence. Tells a stopped source to `cont` first. */
async function whereReachable(chain, source, target, resumed) {
    const vm = resumed && target?.process.alive() ? target : source;
    const { side } = vm.process;
    if (!vm.process.alive())
        return "No QEMU runs any more: the guest is gone.";
    let continued = "";
    try {
        const { running, status } = await vm.qmp.execute("query-status");
        if (!running) {
            await vm.qmp.execute("cont");
            continued = `, which was ${status}, after cont`;
        }
        const { fromHost, fromGuest } = await pingBothWays(chain, vm);
        if (fromHost && fromGuest)
            return `The guest answers on the ${side}${continued}.`;
        const ways = [...(fromHost ? [] : ["host to guest"]), ...(fromGuest ? [] : ["guest to host"])].join(" and ");
        return `The guest runs on the ${side}${continued} but its network is dead: no answer to a ping ${ways}.`;
    }
    catch (error) {
        chain.signal.throwIfAborted();
        return `The guest does not run on the ${side}: ${(0,base_errors/* messageOf */.bD)(error)}.`;
    }
}

;// CONCATENATED MODULE: ./build/migration/lane.js
/** A lane: the migrations of one scenario from one build to another. It becomes one row of the results. */


/** A guest that did not come up, with the last words of its QEMU. */
class BootError extends base_errors/* StepError */.zg {
    evidence;
    constructor(message, evidence) {
        super(message);
        this.evidence = evidence;
    }
}
const openLane = (scenario, from, to) => ({
    scenario,
    from,
    to,
    folder: laneFolderName(scenario.name, from.role),
    iterations: [],
    bootMs: [],
    bootFault: null,
});

;// CONCATENATED MODULE: ./build/migration/chain.js
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
 * One chain: a boot of the guest and the iterations that follow. Each target is the next source. The steps are those of
 * docs/contract.md, section 2.
 */












/** Boots the lane's guest. @throws BootError when it does not come up; nothing is left running. */
async function bootChain(run, place, lane, boot) {
    const { scenario } = lane;
    const chain = {
        ...run,
        ...place,
        scenario,
        boot,
        step: (step, iteration) => run.emit({ kind: "step", scenario: scenario.name, boot, iteration, step }),
    };
    await place.network.reset();
    (0,host_ram/* makeRamFile */.R)(place.ramPath, run.settings.memoryBytes);
    const pacer = startConnections(chain);
    let running = null;
    const end = async () => {
        await running?.[Symbol.asyncDispose]();
        await pacer?.[Symbol.asyncDispose]();
    };
    let booted;
    let connections;
    try {
        booted = await bootGuest(chain, lane);
        running = booted.vm;
        connections = await openConnections(chain, booted.vm, pacer);
    }
    catch (error) {
        await end();
        throw error;
    }
    const { bootMs, queuePairs } = booted;
    let index = 0;
    return {
        bootMs,
        running: () => running !== null,
        async migrate(to, pair) {
            if (running === null)
                return;
            index += 1;
            const number = to.iterations.length + 1;
            const iteration = { lane: to, index, number, pair: pair ?? null, queuePairs, connections };
            const done = await runIteration(chain, running, iteration);
            running = done.running;
            to.iterations.push(done.iteration);
            run.emit({ kind: "iteration-finished", scenario: scenario.name, number, iteration: done.iteration });
        },
        async [Symbol.asyncDispose]() {
            await end();
            (0,external_node_fs_.rmSync)(place.ramPath, { force: true });
        },
    };
}
/** Launches the source and boots the guest, up to its first answered pings. @throws BootError; nothing is left running. */
async function bootGuest(chain, lane) {
    const { guest, deadlines, settings, network, output } = chain;
    let step = "launch source";
    const at = (next) => {
        step = next;
        chain.step(next, null);
    };
    let vm = null;
    try {
        at("launch source");
        const begin = performance.now();
        vm = await launchVm(chain, {
            side: "source",
            build: lane.from,
            tap: "tap0",
            vhost: chain.scenario.vhost,
            passFds: chain.scenario.handOver.passesFds,
        });
        at("boot guest");
        await vm.qmp.execute("cont");
        const hangs = settings.accel === "kvm"
            ? "/dev/kvm opens but the guest may not be run by it on this host (nested virtualisation?): try --accel tcg"
            : "";
        {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const _keys = __addDisposableResource(env_1, guest.bootPrompt === null ? undefined : pressEnter(vm.qmp), false);
                await vm.console.login(guest, guest.bootDeadlineMs * deadlines.factor, [guest.consoleHint, hangs].filter(Boolean).join(". "));
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        }
        const bootMs = performance.now() - begin;
        at("configure guest");
        const { console } = vm;
        const inGuest = async (command) => {
            const { status, output } = await console.run(command, deadlines.guestCommandMs);
            if (status !== 0)
                throw new base_errors/* StepError */.zg(`source: "${command}" in the guest ended with status ${status}: ${output.trim()}`);
            return output;
        };
        await inGuest("stty cols 500");
        const queuePairs = await setUpGuestNetwork(chain, vm, inGuest);
        at("first pings");
        await expectPings(chain, vm, "before the first migration");
        await expectOtherNics(chain, vm, "before the first migration");
        return { vm, bootMs, queuePairs };
    }
    catch (error) {
        let evidence = [];
        const fault = await withObituaries((0,base_errors/* messageOf */.bD)(error), [vm]);
        if (vm !== null) {
            const folder = iterationFolderName(lane.folder, lane.iterations.length + 1);
            evidence = [...saveEvidence(output, folder, "source", vm), ...(await linkEvidence(network))];
            await vm[Symbol.asyncDispose]();
        }
        chain.signal.throwIfAborted();
        throw new BootError(`${step}: ${fault}`, evidence);
    }
}

;// CONCATENATED MODULE: ./build/run/control.js
var control_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var control_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** `--control`: boots and probes a guest without migrating it, to measure the noise of the host. */















/** Name in the output folder. */
const CONTROL_FOLDER = "control";
/** Every host and build can run it. Nothing is migrated: it only says how the guest boots. */
const PLAIN = (0,table/* scenarioRow */.dE)("new-tap");
const STRETCH_MS = 1_000;
const SETTLE_MS = 500;
/** Measures `count` stretches of a second each. @throws StepError when the guest does not come up. */
async function measureControl(run, build, count) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { settings, privilege, register, signal, probe, output } = run;
        const ramPath = (0,external_node_path_.join)(host_ram/* RAM_FOLDER */.i, `${undo/* NAME_PREFIX */.ve}${register.runId}-control`);
        const ram = register.hold({ kind: "file", path: ramPath });
        const network = control_addDisposableResource(env_1, await (0,host_network/* createNetwork */.VS)(register, privilege, {
            name: "control",
            taps: PLAIN.taps,
            multiQueue: settings.queues > 1,
            nics: settings.nics,
            signal,
        }), true);
        await network.reset();
        (0,host_ram/* makeRamFile */.R)(ramPath, settings.memoryBytes);
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const { vm } = await bootGuest({ ...run, scenario: PLAIN, boot: 1, network, ramPath, step: () => undefined }, openLane(PLAIN, build, build));
                const _running = control_addDisposableResource(env_2, vm, true);
                const stream = control_addDisposableResource(env_2, await startProbe(network, privilege, { ...probe, folder: run.folder }), true);
                await stream.answered(settings.recoveryTimeoutMs, signal);
                await (0,promises_.setTimeout)(SETTLE_MS, undefined, { signal });
                const startMs = (0,qemu_clock/* startWallClock */.Z$)().now();
                await (0,promises_.setTimeout)(count * STRETCH_MS, undefined, { signal });
                const log = readProbe(probe.tool, await stream.finish(), network.guestAddresses);
                saveProbeLog(output, CONTROL_FOLDER, stream);
                return {
                    stretchMs: STRETCH_MS,
                    longestGapMs: (0,statistics/* summarise */.fS)(longestGaps(log, startMs, STRETCH_MS, count), settings.seed),
                };
            }
            catch (e_1) {
                env_2.error = e_1;
                env_2.hasError = true;
            }
            finally {
                const result_1 = control_disposeResources(env_2);
                if (result_1)
                    await result_1;
            }
        }
        finally {
            (0,external_node_fs_.rmSync)(ramPath, { force: true });
            await ram.undo();
        }
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        const result_2 = control_disposeResources(env_1);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
;// CONCATENATED MODULE: ./build/run/flat-memory.js
/** Keeps the harness's memory flat over hours. */

/**
 * V8 lets the space of young objects grow from 1 to 16 MiB, three times over, the longer a program runs. A run keeps little and mostly
 * waits, so it does not need that. A small space is also collected faster, should that happen during a freeze. The flag takes effect while the program runs (unlike --max-semi-space-size): see `node --v8-options`.
 */
function keepYoungSpaceSmall() {
    (0,external_node_v8_.setFlagsFromString)("--semi-space-growth-factor=1");
}

// EXTERNAL MODULE: ./build/host/lock.js
var lock = __webpack_require__(76276);
// EXTERNAL MODULE: ./build/host/owner.js
var host_owner = __webpack_require__(6700);
// EXTERNAL MODULE: ./build/host/private-folder.js
var private_folder = __webpack_require__(89749);
// EXTERNAL MODULE: ./build/report/write.js + 2 modules
var report_write = __webpack_require__(29027);
;// CONCATENATED MODULE: ./build/run/output-folder.js
var output_folder_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var output_folder_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * The folder that a run writes into. It holds one run: files of an earlier run are removed first, and a second run is refused while the
 * first lives. Other files are left alone.
 */












/** Names the process that writes here. */
const OWNER_FILE = ".tap-migration-run";
const MOST_OWNER_BYTES = 4_096;
/**
 * Makes the folder, or clears it of an earlier run. It is ours until disposed of. A folder that we made and that is still empty then is
 * removed.
 *
 * @throws ConfigurationError when another run writes into it, or when it cannot be made or cleared.
 */
async function openOutputFolder(folder, signal) {
    try {
        const made = (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        const release = await own(folder, signal);
        try {
            clear(folder);
        }
        catch (error) {
            release();
            throw error;
        }
        const isSame = (0,private_folder/* pin */.y_)(folder);
        return {
            check() {
                if (isSame())
                    return;
                throw new base_errors/* ConfigurationError */.j1(`the output folder ${folder} is not the one that the run began with: something removed it, or put another in its place`);
            },
            [Symbol.dispose]() {
                release();
                if (made !== undefined)
                    removeEmpty(folder, made);
            },
        };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof base_errors/* ConfigurationError */.j1)
            throw error;
        throw new base_errors/* ConfigurationError */.j1(`the output folder ${folder} cannot be used: ${(0,base_errors/* messageOf */.bD)(error)}. Name another one with output-dir (--out FOLDER)`);
    }
}
/**
 * Looks at the owner's process instead of renewing a lock: nothing may wake us while a guest is frozen. An owner that cannot be seen
 * from here, for example of a container, is ignored.
 */
async function own(folder, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const path = (0,external_node_path_.join)(folder, OWNER_FILE);
        // Two runs that find a dead owner must not both take over.
        const _lock = output_folder_addDisposableResource(env_1, await (0,lock/* holdLock */.x)(path, signal, () => undefined), true);
        const owner = readOwner(path);
        // "elsewhere" is ignored: it may be of a container that was killed, and would keep us out for ever.
        if (owner !== null && (0,host_owner/* stateOfOwner */.gO)(owner) === "alive") {
            throw new base_errors/* ConfigurationError */.j1(`another run (process ${owner.pid}) writes into the output folder ${folder}. Wait for it, or name another one with output-dir (--out FOLDER)`);
        }
        (0,files/* writeFresh */._o)(path, `${JSON.stringify((0,host_owner/* thisOwner */.GS)())}\n`);
        return () => (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = output_folder_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Null for anything else than an owner: somebody else may have written the file. */
function readOwner(path) {
    try {
        return host_owner/* ownerSchema */.$K.parse(JSON.parse((0,files/* readWhole */.oD)(path, MOST_OWNER_BYTES).toString("utf8")));
    }
    catch {
        return null;
    }
}
/** Removes what runs write, by name. */
function clear(folder) {
    const written = [write/* RESULTS_FILE */.y, ...report_write/* REPORT_FILES */.JL];
    for (const name of (0,external_node_fs_.readdirSync)(folder)) {
        // A run that was killed leaves unfinished files under temporary names: see writeFresh.
        const unfinished = /^\.(.+)\.[0-9a-f]{16}$/.exec(name)?.[1] ?? "";
        if (written.includes(name) || written.includes(unfinished))
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
    }
    for (const name of [CONTROL_FOLDER, ...LANE_FOLDERS]) {
        const lane = (0,external_node_path_.join)(folder, name);
        if (!isFolder(lane))
            continue;
        for (const iteration of (0,external_node_fs_.readdirSync)(lane)) {
            if (ITERATION_FOLDER.test(iteration) && isFolder((0,external_node_path_.join)(lane, iteration)))
                clearEvidence((0,external_node_path_.join)(lane, iteration));
        }
        clearEvidence(lane);
    }
}
const LANE_FOLDERS = schema/* SCENARIO_NAMES */.es.flatMap((name) => ["candidate", "baseline", "target"].map((from) => laneFolderName(name, from)));
function clearEvidence(folder) {
    for (const name of ITERATION_FILES)
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, name), { force: true });
    removeEmpty(folder, folder);
}
/** False for a link: its target is somebody else's. */
const isFolder = (path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
/** Removes the folder and its parents up to `last` while they are empty. */
function removeEmpty(folder, last) {
    try {
        for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
            (0,external_node_fs_.rmdirSync)(at);
            if (at === last)
                return;
        }
    }
    catch {
        // Not empty.
    }
}

// EXTERNAL MODULE: ./build/doctor/guests.js
var guests = __webpack_require__(18601);
// EXTERNAL MODULE: ./build/doctor/host.js
var doctor_host = __webpack_require__(19546);
// EXTERNAL MODULE: ./build/doctor/memory.js
var memory = __webpack_require__(63695);
// EXTERNAL MODULE: ./build/doctor/trials.js
var trials = __webpack_require__(98309);
// EXTERNAL MODULE: ./build/guest/cache-folder.js
var cache_folder = __webpack_require__(30834);
// EXTERNAL MODULE: ./build/guest/asset-store.js + 4 modules
var asset_store = __webpack_require__(8095);
// EXTERNAL MODULE: ./build/guest/assets.js
var assets = __webpack_require__(71158);
;// CONCATENATED MODULE: ./build/guest/iso.js
/** Includes all services that such a system starts. Emulation takes several times as long. */
const BOOT_DEADLINE_MS = { kvm: 240_000, tcg: 720_000 };
/**
 * Both VMs need the drive, because its state migrates; it is read-only, so both can open it. `bootindex`: it
 * boots before any device that the user's arguments add.
 */
const cdDrive = (path) => [
    ...["-drive", `if=none,id=cd0,media=cdrom,readonly=on,format=raw,file=${path.replaceAll(",", ",,")}`],
    ...["-device", "ide-cd,drive=cd0,bus=ide.0,bootindex=0"],
];
function makeIsoGuest(isoPath, accel) {
    return {
        name: "alpine-iso",
        qemuArguments: cdDrive(isoPath),
        loginPattern: /^\S+ login: /m,
        // "localhost:~# ", and prompts of other shells: "[root@host ~]# ", "# ".
        promptPattern: /^(?:\[?\w[\w.@-]*[: ][~/][^\n]{0,40})?# /m,
        user: "root",
        bootDeadlineMs: BOOT_DEADLINE_MS[accel],
        silentUntilLogin: true,
        bootPrompt: /\bboot: ?$|press (?:any key|enter|return)/i,
        consoleHint: "An ISO's kernel may print nothing on the serial console before its login prompt. So an empty console does not mean a hang, and a panic may not show on it. To see what happens, start the ISO by hand with a screen: qemu-system-x86_64 -m 1G -cdrom ISO",
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/guest/busybox.js
var guest_busybox = __webpack_require__(80937);
// EXTERNAL MODULE: ./build/guest/cpio.js
var cpio = __webpack_require__(43940);
// EXTERNAL MODULE: ./build/guest/guest.js
var guest = __webpack_require__(72419);
// EXTERNAL MODULE: ./build/guest/init.js
var init = __webpack_require__(86745);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/guest/unpack.js
var unpack = __webpack_require__(89501);
;// CONCATENATED MODULE: ./build/guest/initrd.js
/**
 * Reads the files of an initrd. The kernel accepts any number of concatenated archives, compressed or not,
 * with zeros between them (Documentation/driver-api/early-userspace/buffer-format.rst). Distributions put
 * microcode into a separate cpio archive at the front.
 */




/** The first bytes of compressed archives. gzip is not in the list: Node unpacks it and finds its end. */
const MAGICS = [
    ["xz", "fd377a585a00"],
    ["xz", "5d0000"], // the older .lzma, which the program xz reads too
    ["zstd", "28b52ffd"],
    ["bzip2", "425a68"],
    ["lz4", "02214c18"],
];
const GZIP = "1f8b";
const HEADER_BYTES = 110;
const REGULAR_FILE = 0o100000;
const FILE_TYPE_MASK = 0o170000;
/**
 * The regular files of all archives. A later file comes after an earlier one of the same path.
 *
 * @throws ConfigurationError when it is not an initrd, or the program to unpack it is missing
 */
async function readInitrd(what, bytes, signal) {
    const files = [];
    for (let at = skipZeros(bytes, 0); at < bytes.length; at = skipZeros(bytes, at)) {
        signal?.throwIfAborted();
        const rest = bytes.subarray(at);
        const magic = rest.toString("hex", 0, 6);
        if (isCpio(rest)) {
            at += readCpio(what, rest, files);
            continue;
        }
        const { contents, packedBytes } = magic.startsWith(GZIP)
            ? await gunzipFront(what, rest)
            : await unpackRest(what, rest, magic, signal);
        files.push(...(await readInitrd(what, contents, signal)));
        at += packedBytes;
    }
    return files;
}
const isCpio = (bytes) => /^07070[12]$/.test(bytes.toString("latin1", 0, 6));
function skipZeros(bytes, from) {
    let at = from;
    while (at < bytes.length && bytes[at] === 0)
        at += 1;
    return at;
}
/** Adds the files of the "newc" archive at the front, and returns the archive's length. */
function readCpio(what, bytes, files) {
    for (let at = 0;;) {
        const header = bytes.toString("latin1", at, at + HEADER_BYTES);
        if (!/^07070[12][0-9A-Fa-f]{104}$/.test(header)) {
            throw new base_errors/* ConfigurationError */.j1(`${what} is damaged: it breaks off within a cpio archive`);
        }
        const field = (index) => Number.parseInt(header.slice(6 + 8 * index, 14 + 8 * index), 16);
        const [mode, fileBytes, nameBytes] = [field(1), field(6), field(11)];
        const nameEnd = at + HEADER_BYTES + nameBytes;
        const name = bytes.toString("utf8", at + HEADER_BYTES, nameEnd - 1);
        const begin = (nameEnd + 3) & ~3;
        const end = begin + fileBytes;
        if (end > bytes.length)
            throw new base_errors/* ConfigurationError */.j1(`${what} is damaged: its file ${name} is incomplete`);
        at = (end + 3) & ~3;
        if (name === "TRAILER!!!")
            return Math.min(at, bytes.length);
        if ((mode & FILE_TYPE_MASK) === REGULAR_FILE) {
            files.push({ path: name.replace(/^(\.?\/)+/, ""), contents: bytes.subarray(begin, end) });
        }
    }
}
async function gunzipFront(what, bytes) {
    // With `info`, the result says how much input was consumed; the types lack this.
    const gunzip = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
    try {
        const { buffer, engine } = await gunzip(bytes, { info: true });
        return { contents: buffer, packedBytes: engine.bytesWritten };
    }
    catch (error) {
        throw new base_errors/* ConfigurationError */.j1(`${what} cannot be unpacked: ${(0,base_errors/* messageOf */.bD)(error)}`);
    }
}
/** Programs do not say where the archive ends, so only zeros may follow it. */
async function unpackRest(what, bytes, magic, signal) {
    const packing = MAGICS.find(([, begin]) => magic.startsWith(begin))?.[0];
    if (packing === undefined) {
        throw new base_errors/* ConfigurationError */.j1(`${what} cannot be read as an initrd: it has the bytes ${magic} where a cpio archive, compressed or not, was expected`);
    }
    return { contents: await (0,unpack/* unpack */.l)(packing, what, bytes, signal), packedBytes: bytes.length };
}

// EXTERNAL MODULE: ./build/guest/modules.js
var guest_modules = __webpack_require__(45982);
;// CONCATENATED MODULE: ./build/guest/initrd-modules.js
/**
 * Takes kernel modules out of an initrd. An installer's initrd may lack modules.dep (Debian's is made at
 * boot). So a module's dependencies are read from the source that depmod uses: `depends=` in its section
 * .modinfo.
 */


const IN_MODULES = /^(?:usr\/)?lib\/modules\/([^/]+)\/(.+)$/;
/**
 * The wanted modules and their dependencies, in loading order. Built-in modules are left out. An initrd
 * without any modules gives an empty list: then either everything is built in, or the guest reports that
 * there is no NIC.
 *
 * @throws ConfigurationError when the initrd is for another kernel, or has modules but not these
 */
async function initrdModules(options) {
    const { what, files, version, wanted, signal } = options;
    const modules = new Map();
    const versions = new Set();
    let builtIn = null;
    for (const file of files) {
        const [, folder, rest] = IN_MODULES.exec(file.path) ?? [];
        if (folder === undefined || rest === undefined)
            continue;
        versions.add(folder);
        if (folder !== version)
            continue;
        if (/\.ko(\.\w+)?$/.test(rest))
            modules.set((0,guest_modules/* moduleName */.AO)(rest), file);
        if (rest === "modules.builtin")
            builtIn = new Set(file.contents.toString().split("\n").map(guest_modules/* moduleName */.AO));
    }
    if (versions.size > 0 && !versions.has(version)) {
        throw new base_errors/* ConfigurationError */.j1(`${what} has modules for ${[...versions].join(", ")}, but the kernel is ${version}: they do not belong together`);
    }
    if (modules.size === 0)
        return [];
    const ordered = new Map();
    const add = async (name, neededBy) => {
        if (ordered.has(name) || builtIn?.has(name))
            return;
        const file = modules.get(name);
        if (file === undefined) {
            // Without a list of built-in modules, assume that it is built in.
            if (builtIn === null && neededBy === "")
                return;
            throw new base_errors/* ConfigurationError */.j1(`${what} has no module ${name}${neededBy && `, which ${neededBy} needs`}: use an initrd with virtio over PCI`);
        }
        const contents = await (0,guest_modules/* unpackModule */.FT)(file.path, file.contents, signal);
        for (const need of dependsOf(contents))
            await add(need, name);
        ordered.set(name, { name, contents });
    };
    for (const name of wanted)
        await add((0,guest_modules/* moduleName */.AO)(name), "");
    return [...ordered.values()];
}
/** The module's dependencies: `depends` of modinfo(8). */
function dependsOf(module) {
    const info = sectionOf(module, ".modinfo").toString("latin1").split("\0");
    const list = info.find((line) => line.startsWith("depends="))?.slice("depends=".length) ?? "";
    return list
        .split(",")
        .filter((name) => name !== "")
        .map(guest_modules/* moduleName */.AO);
}
/** The contents of a section of a 64-bit ELF file (elf(5)); empty when there is no section of that name. */
function sectionOf(elf, wanted) {
    const tableAt = Number(elf.readBigUInt64LE(0x28));
    const entryBytes = elf.readUInt16LE(0x3a);
    const section = (index) => {
        const at = tableAt + index * entryBytes;
        const begin = Number(elf.readBigUInt64LE(at + 0x18));
        return {
            nameAt: elf.readUInt32LE(at),
            contents: elf.subarray(begin, begin + Number(elf.readBigUInt64LE(at + 0x20))),
        };
    };
    const names = section(elf.readUInt16LE(0x3e)).contents;
    for (let index = 0; index < elf.readUInt16LE(0x3c); index++) {
        const { nameAt, contents } = section(index);
        if (names.toString("latin1", nameAt, names.indexOf(0, nameAt)) === wanted)
            return contents;
    }
    return Buffer.alloc(0);
}

// EXTERNAL MODULE: ./build/guest/kernel.js
var kernel = __webpack_require__(39866);
// EXTERNAL MODULE: ./build/guest/made.js
var made = __webpack_require__(93578);
;// CONCATENATED MODULE: ./build/guest/kernel-initrd.js
/**
 * A guest from a distribution's installer or netboot kernel and initrd. The initrd stays unchanged. A small
 * archive is appended, with its files in a separate folder: an init, the host's busybox, and the initrd's
 * virtio-net modules, unpacked and in loading order. The kernel merges both archives, and `rdinit=` selects
 * our init.
 */









const NAME = "kernel-initrd";
/** A folder that no initrd uses. */
const FOLDER = "/tap-migration";
/** virtio_net depends on the rest; virtio_pci detects the card. */
const MODULES = ["virtio_pci", "virtio_net"];
/**
 * getty asks for the user name and starts this. It asks for nothing and ignores the initrd's accounts:
 * passwords, shells, terminals that root may use.
 */
const LOGIN = `#!${FOLDER}/bin/sh
export PATH=${FOLDER}/bin HOME=/root ENV=${FOLDER}/profile
cd
exec sh -i
`;
const INIT = (0,init/* initScript */.g5)({ guest: NAME, folder: FOLDER, gettyOptions: `-L -i -l ${FOLDER}/login ` });
/**
 * Makes the guest; nothing is cached.
 *
 * @throws ConfigurationError when kernel or initrd is unusable, or the host lacks a static busybox
 */
async function makeKernelInitrdGuest(options) {
    const { folder, kernelPath, signal } = options;
    const [busybox, initrd, version] = await Promise.all([
        (0,guest_busybox/* findBusybox */.oJ)(),
        (0,external_node_fs_promises_.readFile)(options.initrdPath),
        (0,kernel/* kernelVersion */.k)(kernelPath),
    ]);
    signal?.throwIfAborted();
    const what = `the initrd ${options.initrdPath}`;
    const files = await readInitrd(what, initrd, signal);
    const modules = await initrdModules({ what, files, version, wanted: MODULES, signal });
    const ours = await makeArchive(busybox, modules, signal);
    // The kernel expects the next archive at a multiple of four.
    const initrdPath = (0,made/* writeMade */.d)(folder, "initrd", Buffer.concat([initrd, Buffer.alloc(-initrd.length & 3), ours]));
    const boot = {
        kernelPath,
        initrdPath,
        kernelArguments: [...init/* KERNEL_ARGUMENTS */.fK, `rdinit=${FOLDER}/init`],
    };
    return {
        ...boot,
        name: NAME,
        qemuArguments: (0,guest/* directBootArguments */.P)(boot),
        loginPattern: init/* LOGIN_PATTERN */.NT,
        promptPattern: init/* PROMPT_PATTERN */.wE,
        user: "root",
        bootDeadlineMs: 180_000,
        silentUntilLogin: false,
        bootPrompt: null,
        consoleHint: "This guest prints a panic on this console, so an empty console means that its kernel did not start. Can the accelerator run guests on this host? Is memory large enough for the unpacked initrd?",
    };
}
async function makeArchive(busybox, modules, signal) {
    const applets = await (0,guest_busybox/* appletsOf */.$4)(busybox, signal);
    (0,guest_busybox/* requireApplets */.Tr)(busybox, applets);
    const own = (path) => `${FOLDER.slice(1)}/${path}`;
    const directory = (path) => ({ type: "directory", path });
    return (0,cpio/* writeCpio */.t)([
        ...["dev", "proc", "root", "sys", "tmp", FOLDER.slice(1), own("bin"), own("modules")].map(directory),
        // The kernel opens it for init before anything is mounted.
        { type: "device", path: "dev/console", kind: "character", major: 5, minor: 1 },
        { type: "file", path: own("init"), mode: 0o755, contents: INIT },
        { type: "file", path: own("login"), mode: 0o755, contents: LOGIN },
        { type: "file", path: own("profile"), contents: `PS1='${init/* PROMPT */.hF}'\n` },
        { type: "file", path: own("bin/busybox"), mode: 0o755, contents: busybox.bytes },
        ...[...applets].map((name) => ({
            type: "symlink",
            path: own(`bin/${name}`),
            target: "busybox",
        })),
        ...modules.map(({ name, contents }) => ({
            type: "file",
            path: own(`modules/${name}.ko`),
            contents,
        })),
        {
            type: "file",
            path: own("modules/order"),
            contents: modules.map(({ name }) => `${name}.ko\n`).join(""),
        },
    ]);
}

// EXTERNAL MODULE: ./build/guest/micro.js
var micro = __webpack_require__(18743);
;// CONCATENATED MODULE: ./build/guest/make.js







/**
 * Downloads and verifies what the guest needs, and makes the guest.
 *
 * @throws ConfigurationError, with what to do, when something is missing
 */
async function makeGuest(settings, context) {
    const { folder, privilege, assetCache, emit, signal } = context;
    const cacheDir = (0,cache_folder/* cacheFolder */.n)(settings.cache);
    for (const name of (0,assets/* unusedInputs */.Sv)(settings)) {
        emit({ kind: "warning", text: `${name} is not used: the guest ${settings.guest} has none` });
    }
    const stored = await (0,asset_store/* obtainAssets */.$)((0,assets/* assetsOf */.ZS)(settings), { cacheDir, cache: assetCache, emit, signal });
    const asset = (name) => {
        const found = stored.find((one) => one.name === name);
        if (found === undefined)
            throw new Error(`the guest ${settings.guest} has no ${name}`);
        return found;
    };
    switch (settings.guest) {
        case "micro":
            return await (0,micro/* makeMicroGuest */.j)({
                ...{ folder, signal },
                ...(settings.kernel !== null && { kernel: settings.kernel }),
                readPrivileged: (path) => (0,host_privilege/* readAsRoot */.fZ)(privilege, path),
            });
        case "kernel-initrd":
            return await makeKernelInitrdGuest({
                ...{ folder, signal, kernelPath: asset("kernel").path, initrdPath: asset("initrd").path },
            });
        case "alpine-iso":
            return makeIsoGuest(asset("iso").path, settings.accel);
    }
}

// EXTERNAL MODULE: ./build/host/register.js + 1 modules
var host_register = __webpack_require__(499);
// EXTERNAL MODULE: ./build/host/writable.js
var writable = __webpack_require__(47911);
// EXTERNAL MODULE: ./build/inputs/doctor-flags.js
var doctor_flags = __webpack_require__(17395);
;// CONCATENATED MODULE: ./build/run/builds.js
/** The QEMU builds of a run, by their part in it. */



/**
 * Looks at all builds that the settings name, and decides which are traced. Builds of Debian are fetched first, unless `store` is null.
 * @throws HostError with everything that is wrong with them; UnusableQemuError when all of that is about builds under test, and not
 * about the baseline, the network or this host.
 */
async function lookAtBuilds({ qemu, targetQemu, baselineQemu, qemuEnvironment: given, trace }, store, signal) {
    const variables = (0,environment/* qemuEnvironment */.S)(given);
    const options = { deadlineMs: build/* LOOK_DEADLINE_MS */.uy, variables, cacheFolder: store?.cacheDir ?? null, signal };
    const faults = [];
    /** Whether another commit of the builds under test could do. */
    let onlyTheBuild = true;
    const look = async (role, path) => {
        if (path === null)
            return null;
        try {
            return await (0,build/* lookAtBuild */.lW)(role, path, store, options);
        }
        catch (error) {
            if (!(error instanceof base_errors/* ConfigurationError */.j1))
                throw error;
            faults.push(...(0,base_errors/* allAdviceOf */.PV)(error));
            if (role === "baseline" || !(error instanceof base_errors/* UnusableQemuError */.Qv))
                onlyTheBuild = false;
            return null;
        }
    };
    const candidate = await look("candidate", qemu);
    const target = await look("target", targetQemu);
    const baseline = await look("baseline", baselineQemu);
    if (candidate === null || faults.length > 0)
        throw onlyTheBuild ? new base_errors/* UnusableQemuError */.Qv(...faults) : new base_errors/* HostError */.dh(...faults);
    // Tracing costs a little, so an A/B traces both builds or neither.
    const comparable = baseline === null || (candidate.traced && baseline.traced);
    const decided = (build) => build === null ? build : { ...build, traced: build.traced && trace && comparable };
    return { candidate: decided(candidate), target: decided(target), baseline: decided(baseline) };
}

;// CONCATENATED MODULE: ./build/run/prepare.js
/** Gets ready what a run needs: host, builds, guest. If anything is missing, one message names all of it. */

















/**
 * @param whenFit called when host and builds are fit, before anything is fetched for the guest
 * @throws UnfitHostError with everything that this host and the builds lack for this run; ConfigurationError when the guest cannot be
 * made for another reason. Nothing is left behind.
 */
async function prepare(settings, context, whenFit) {
    const { emit, signal } = context;
    const host = await (0,doctor_host/* lookAtHost */.J)({ ...settings, guests: (0,memory/* guestsAtOnce */.Wc)(settings) }, signal, { forRun: true });
    const warn = (text) => emit({ kind: "warning", text });
    let undoing = null;
    const undoAll = async () => {
        const closed = await (0,deadline/* onceAborted */.z)(signal, signals/* ENDING_MS */.d.undo, host.register?.close() ?? Promise.resolve([]));
        if (closed === null)
            warn("not all could be cleaned up in time: the next run, or the command clean, does it");
        for (const problem of closed?.value ?? [])
            warn(`could not be cleaned up: ${problem}`);
    };
    const undo = () => {
        undoing ??= undoAll();
        return undoing;
    };
    try {
        const fit = await refuseUnfit(settings, host, context);
        const { privilege } = fit;
        await whenFit();
        const left = await (0,host_register/* cleanDeadRuns */.Kz)(privilege);
        for (const problem of left.problems)
            warn(`left behind by an earlier run: ${problem}`);
        const folder = makeRunFolder(fit.register);
        const guest = await makeGuest(settings, { ...context, folder, privilege }).catch(async (error) => {
            const faults = error instanceof base_errors/* ConfigurationError */.j1 ? await faultsOfGuest(settings, privilege, signal) : [];
            throw faults.length === 0 ? error : refusal(settings, faults, false);
        });
        return { ...fit, folder, guest, undo, [Symbol.asyncDispose]: undo };
    }
    catch (error) {
        await undo();
        throw error;
    }
}
function makeRunFolder(register) {
    const path = (0,external_node_path_.join)((0,host_register/* temporaryBase */.du)(), `${undo/* NAME_PREFIX */.ve}${register.runId}`);
    register.hold({ kind: "folder", path });
    return (0,private_folder/* makeOwnFolder */.xc)(path);
}
async function refuseUnfit(settings, { checks, privilege, register }, { emit, signal, packageCache }) {
    const faults = [
        ...checks.filter(({ status }) => status === "missing"),
        ...outputFaults(settings.outputFolder),
    ];
    // Not a fault by itself: a guest that is made here needs no cache.
    const shutCache = checks.filter(({ name, status }) => name === trials/* CACHE_CHECK */.yB && status === "limited");
    const cache = shutCache.length === 0 && faults.length === 0 ? (0,cache_folder/* cacheFolder */.n)(settings.cache) : null;
    let found = null;
    let onlyTheBuild = false;
    try {
        const store = cache === null ? null : { cacheDir: cache, packages: packageCache, emit, signal };
        const builds = await lookAtBuilds(settings, store, signal);
        const { candidate, target, baseline } = builds;
        const machine = (0,build/* chooseMachine */.lg)(settings.machine, candidate, target ?? baseline ?? candidate);
        found = { builds, machine };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof base_errors/* ConfigurationError */.j1))
            throw error;
        onlyTheBuild = faults.length === 0 && error instanceof base_errors/* UnusableQemuError */.Qv;
        faults.push(...(0,base_errors/* allAdviceOf */.PV)(error));
    }
    if (faults.length === 0 && privilege !== null && register !== null && found !== null) {
        for (const { detail } of shutCache)
            emit({ kind: "warning", text: detail });
        return { privilege, register, ...found };
    }
    const ofGuest = await faultsOfGuest(settings, privilege, signal);
    throw refusal(settings, [...faults, ...shutCache, ...ofGuest], onlyTheBuild && ofGuest.length === 0);
}
function outputFaults(folder) {
    const why = (0,writable/* whyNotWritable */.G)(folder);
    const besides = "name another one with output-dir (--out FOLDER)";
    return why === null
        ? []
        : [{ found: `the output folder ${folder} cannot be used: ${why}`, mend: null, besides }];
}
/** What is missing to make the guest. Downloads nothing. */
async function faultsOfGuest(settings, privilege, signal) {
    return (0,guests/* faultsOfGuests */.S)(await (0,guests/* checkGuests */.g)(settings, privilege, signal))[settings.guest];
}
const refusal = (settings, faults, onlyTheBuild) => new base_errors/* UnfitHostError */.J9({ faults, doctorFlags: (0,doctor_flags/* doctorFlagsOf */.g)(settings), onlyTheBuild });

// EXTERNAL MODULE: ./build/measure/limits.js
var measure_limits = __webpack_require__(54383);
;// CONCATENATED MODULE: ./build/measure/looks.js
/** Pairs after which it looks. Each number is about a fifth larger than the one before. The first has three boots. */
const LOOKS = [12, 15, 18, 22, 27, 33, 40, 48, 58, 70, 84, 100];
const MOST_PAIRS = Math.max(...LOOKS);
const EACH_LOOK = { p: 0.002, level: 0.99 };

;// CONCATENATED MODULE: ./build/measure/compared-figures.js
const part = (name) => ({
    valueOf: ({ freeze }) => freeze?.[name],
    clock: "events",
});
const SOURCES = {
    requestStallMs: { valueOf: ({ requestStallMs }) => requestStallMs, clock: "requests" },
    vcpuPauseMs: { valueOf: ({ vcpuPauseMs }) => vcpuPauseMs, clock: "events" },
    "freeze.stopMs": part("stopMs"),
    "freeze.saveMs": part("saveMs"),
    "freeze.transferMs": part("transferMs"),
    "freeze.loadMs": part("loadMs"),
    "freeze.stateMs": part("stateMs"),
    "freeze.switchMs": part("switchMs"),
    "freeze.harnessMs": part("harnessMs"),
    "freeze.contMs": part("contMs"),
    "freeze.unexplainedMs": part("unexplainedMs"),
    "outageParts.beforeStopMs": { valueOf: ({ outageParts }) => outageParts?.beforeStopMs, clock: "probe" },
    "outageParts.afterResumeMs": { valueOf: ({ outageParts }) => outageParts?.afterResumeMs, clock: "probe" },
};
const figureOf = (iteration, figure) => SOURCES[figure].valueOf(iteration);
/** QEMU's events are late by some hundredths of a millisecond. */
const EVENT_RESOLUTION_MS = 0.1;
/** Time between two requests of the connections where results do not say it. */
const REQUEST_PERIOD_MS = 1;
/** The smallest difference of a figure that can be measured, in ms. */
function resolutionOf(figure, iterations, probeResolutionMs) {
    switch (SOURCES[figure].clock) {
        case "probe":
            return probeResolutionMs;
        case "events":
            return EVENT_RESOLUTION_MS;
        case "requests":
            return Math.max(REQUEST_PERIOD_MS, ...iterations.map(({ requestPace }) => requestPace?.periodMs ?? REQUEST_PERIOD_MS));
    }
}

// EXTERNAL MODULE: ./build/results/names.js
var names = __webpack_require__(71685);
;// CONCATENATED MODULE: ./build/run/compare-lanes.js
/** The candidate of a scenario against the baseline, figure by figure. */




/**
 * Compares what there is so far. Iterations that failed do not count, and a pair of which one failed does not either. `auto` is null when
 * the number of pairs was set.
 */
function compareLanes(compares, candidate, baseline, auto) {
    const { maxRegressionPercent } = compares.settings;
    const { a, b, pairs, sampleOf, options } = gather(compares, candidate, baseline);
    const others = names/* COMPARED_FIGURES */.uf.flatMap((figure) => {
        const sample = sampleOf((iteration) => figureOf(iteration, figure));
        const resolutionMs = resolutionOf(figure, [...a, ...b], compares.probe.resolutionMs);
        return sample.pairs.length === 0 ? [] : [[figure, { ...sample, resolutionMs }]];
    });
    return {
        scenario: candidate.name,
        pairs,
        maxRegressionPercent,
        ...compare(sampleOf(outage), { ...options, certainty: auto === null ? ONE_LOOK : EACH_LOOK }),
        auto,
        // The outage alone decides when pairs are enough, so these are looked at once.
        others: [...compareMany(new Map(others), options)].map(([figure, figures]) => ({
            figure,
            maxRegressionPercent,
            ...figures,
        })),
    };
}
/** What a look at a comparison needs: the other figures and the intervals of the medians take longer. */
function lookAt(compares, candidate, baseline) {
    const { pairs, sampleOf, options } = gather(compares, candidate, baseline);
    return { pairs, verdict: verdictOf(sampleOf(outage), { ...options, certainty: EACH_LOOK }) };
}
const outage = ({ outageMs }) => outageMs;
function gather({ settings, probe }, candidate, baseline) {
    const [a, b] = [passed(baseline.iterations), passed(candidate.iterations)];
    const partners = partnersIn(a, b);
    const { maxRegressionPercent, seed } = settings;
    return {
        ...{ a, b, pairs: partners.length },
        sampleOf: (figure) => ({
            a: a.flatMap((one) => figure(one) ?? []),
            b: b.flatMap((one) => figure(one) ?? []),
            pairs: partners.flatMap(([ofA, ofB]) => {
                const [valueA, valueB] = [figure(ofA), figure(ofB)];
                return valueA == null || valueB == null ? [] : [[valueA, valueB]];
            }),
        }),
        options: {
            ...{ maxRegressionPercent, seed, certainty: ONE_LOOK, resolutionMs: probe.resolutionMs },
            failed: candidate.iterations.length - b.length + baseline.iterations.length - a.length,
        },
    };
}
const passed = (iterations) => iterations.filter(({ status }) => status === "passed");
function partnersIn(a, b) {
    const byPair = new Map(b.map((iteration) => [iteration.pair, iteration]));
    return a.flatMap((one) => {
        const partner = byPair.get(one.pair);
        return one.pair === null || partner === undefined ? [] : [[one, partner]];
    });
}

;// CONCATENATED MODULE: ./build/migration/place.js
/** The place of one guest: a network namespace with TAPs, and the file that holds its RAM. */




/** @param name distinguishes guests that a run has at the same time: lower-case letters */
async function makePlace(run, scenario, name) {
    const { register, privilege, settings, signal } = run;
    const ramPath = (0,external_node_path_.join)(host_ram/* RAM_FOLDER */.i, `${undo/* NAME_PREFIX */.ve}${register.runId}-${name}`);
    const ram = register.hold({ kind: "file", path: ramPath });
    try {
        const network = await (0,host_network/* createNetwork */.VS)(register, privilege, {
            name,
            taps: scenario.taps,
            multiQueue: settings.queues > 1,
            nics: settings.nics,
            signal,
        });
        return {
            network,
            ramPath,
            // Errors do not spoil what was measured. The register tries again at the end of the run, and reports what is left.
            async [Symbol.asyncDispose]() {
                await Promise.allSettled([network[Symbol.asyncDispose]()]);
                await Promise.allSettled([ram.undo()]);
            },
        };
    }
    catch (error) {
        await ram.undo();
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/run/one-guest.js
var one_guest_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var one_guest_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** A scenario with one guest: chain after chain until all iterations are done. */



/**
 * Within one build a chain goes on while its iterations pass. Between two builds it cannot go on from the target: each migration
 * follows a fresh boot, and the one back follows it when `back` is given.
 */
async function runAlone(run, there, back) {
    const { settings, signal } = run;
    const left = () => settings.iterations - there.iterations.length;
    const perBoot = there.from === there.to ? Number.POSITIVE_INFINITY : 1;
    for (let boot = 1; left() > 0; boot += 1) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const place = one_guest_addDisposableResource(env_1, await makePlace(run, there.scenario, "guest"), true);
            try {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const chain = one_guest_addDisposableResource(env_2, await bootChain(run, place, there, boot), true);
                    there.bootMs.push(chain.bootMs);
                    for (let index = 1; index <= perBoot && left() > 0 && chain.running(); index += 1) {
                        await chain.migrate(there);
                        if (back !== null && chain.running())
                            await chain.migrate(back);
                    }
                }
                catch (e_1) {
                    env_2.error = e_1;
                    env_2.hasError = true;
                }
                finally {
                    const result_1 = one_guest_disposeResources(env_2);
                    if (result_1)
                        await result_1;
                }
            }
            catch (error) {
                signal.throwIfAborted();
                if (!(error instanceof BootError))
                    throw error;
                there.bootFault = error;
                return;
            }
        }
        catch (e_2) {
            env_1.error = e_2;
            env_1.hasError = true;
        }
        finally {
            const result_2 = one_guest_disposeResources(env_1);
            if (result_2)
                await result_2;
        }
    }
}

// EXTERNAL MODULE: ./build/inputs/settings.js + 3 modules
var settings = __webpack_require__(51398);
// EXTERNAL MODULE: ./build/measure/random.js
var measure_random = __webpack_require__(4860);
;// CONCATENATED MODULE: ./build/run/pairs.js
/**
 * A scenario as an A/B: a guest of each build runs on this host at the same time. They are migrated in turn, in pairs of random order, so
 * that whatever the host does meets both alike.
 */
var pairs_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pairs_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** At most this many pairs a boot: more boots make the figures depend less on a single one. */
const MOST_PAIRS_PER_BOOT = 10;
/** How many pairs each boot of the two guests gets. The first pairs of a scenario are spread over at least three boots. */
function pairsPerBoot(pairs, leastBoots = settings/* LEAST_BOOTS */.K) {
    const boots = Math.min(pairs, Math.max(leastBoots, Math.ceil(pairs / MOST_PAIRS_PER_BOOT)));
    const before = (boot) => Math.floor((boot * pairs) / boots);
    return Array.from({ length: boots }, (_, boot) => before(boot + 1) - before(boot));
}
/** The pairs of two lanes; none so far. */
function openPairs(run, baseline, candidate) {
    const { settings, signal } = run;
    const random = (0,measure_random/* createRandom */.s)(settings.seed + schema/* SCENARIO_NAMES */.es.indexOf(candidate.scenario.name));
    const lanes = [baseline, candidate];
    let boot = 0;
    let done = 0;
    const bootBoth = async (until) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            boot += 1;
            const [first, second] = inRandomOrder(lanes, random);
            const firstPlace = pairs_addDisposableResource(env_1, await makePlace(run, first.scenario, first.from.role), true);
            const firstChain = pairs_addDisposableResource(env_1, await bootOf(run, firstPlace, first, boot), true);
            const secondPlace = pairs_addDisposableResource(env_1, await makePlace(run, second.scenario, second.from.role), true);
            const secondChain = pairs_addDisposableResource(env_1, await bootOf(run, secondPlace, second, boot), true);
            const chains = [
                [first, firstChain],
                [second, secondChain],
            ];
            for (; done < until && firstChain.running() && secondChain.running(); done += 1) {
                for (const [lane, chain] of inRandomOrder(chains, random))
                    await chain.migrate(lane, done + 1);
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = pairs_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    return {
        get done() {
            return done;
        },
        async more(count) {
            const until = done + count;
            try {
                while (done < until)
                    await bootBoth(until);
                return true;
            }
            catch (error) {
                signal.throwIfAborted();
                if (!(error instanceof BootError))
                    throw error;
                return false;
            }
        },
    };
}
/** Runs as many pairs as were asked for. */
async function runPairs(run, baseline, candidate) {
    const pairs = openPairs(run, baseline, candidate);
    for (const count of pairsPerBoot(run.settings.iterations)) {
        if (!(await pairs.more(count)))
            return;
    }
}
async function bootOf(...[run, place, lane, boot]) {
    try {
        const chain = await bootChain(run, place, lane, boot);
        lane.bootMs.push(chain.bootMs);
        return chain;
    }
    catch (error) {
        if (error instanceof BootError)
            lane.bootFault = error;
        throw error;
    }
}
function inRandomOrder([first, second], random) {
    return random() < 0.5 ? [first, second] : [second, first];
}

;// CONCATENATED MODULE: ./build/run/until-decided.js
/** `iterations: auto`: an A/B gets further pairs until its verdict stands, or there is no time for more. */


/** Some pairs take longer than those before, and the end of a scenario takes time too. */
const SHARE_OF_TIME = 0.9;
/**
 * Adds pairs up to each look in turn. `state` says at any time what has been reached. Ends early when no pair passed before a look: a build
 * that never migrates would fail in all others, too.
 *
 * @param look compares what there is so far
 * @param timeMs this scenario's share of the run's time; the next pairs must fit into it
 */
async function runUntilDecided(run, [baseline, candidate], { state, look, timeMs }) {
    const pairs = openPairs(run, baseline, candidate);
    const begin = performance.now();
    for (const until of LOOKS) {
        const spentMs = performance.now() - begin;
        const nextMs = pairs.done === 0 ? 0 : (spentMs / pairs.done) * (until - pairs.done);
        if (spentMs + nextMs > SHARE_OF_TIME * timeMs) {
            state.ended = "time";
            return;
        }
        const boots = pairs.done === 0 ? pairsPerBoot(until) : pairsPerBoot(until - pairs.done, 1);
        for (const count of boots) {
            if (!(await pairs.more(count)))
                return;
        }
        state.looks += 1;
        const looked = look();
        if (looked.pairs === 0)
            return;
        if (looked.verdict !== "inconclusive") {
            state.ended = "decided";
            return;
        }
    }
    state.ended = "pairs";
}

;// CONCATENATED MODULE: ./build/run/scenario-run.js
/** One scenario: which builds take part, and its results. */











/** Results of a scenario that was not run. */
function notRun(name, build, status, reason) {
    return {
        ...{ name, build, status, reason },
        ...{ evidence: [], bootMs: [], limits: [], iterations: [], stats: null },
    };
}
function openScenario(run, scenario, { candidate, target, baseline }) {
    const { settings, signal, emit } = run;
    const lanes = [
        openLane(scenario, candidate, target ?? candidate),
        ...(baseline === null ? [] : [openLane(scenario, baseline, baseline)]),
        ...(target !== null && settings.roundTrip ? [openLane(scenario, target, candidate)] : []),
    ];
    const reasons = new Map(lanes.flatMap((lane) => {
        const reason = (0,table/* whyUnsupported */.aY)(scenario, lane.from, lane.to);
        return reason === null ? [] : [[lane, reason]];
    }));
    const able = lanes.filter((lane) => !reasons.has(lane));
    const unfit = reasons.size > 0 && (0,table/* whyUnfit */.VW)(scenario) !== null;
    const [ofCandidate, ofBaseline] = baseline === null ? [] : able;
    const [first, second = null] = able;
    const decision = settings.untilDecided && ofBaseline !== undefined ? { looks: 0, ended: null } : null;
    const wanted = decision === null ? settings.iterations : MOST_PAIRS;
    const compared = () => ofCandidate === undefined || ofBaseline === undefined
        ? null
        : compareLanes(run, { name: scenario.name, iterations: ofCandidate.iterations }, ofBaseline, decision && { ...decision, pPerLook: EACH_LOOK.p });
    let broken = null;
    return {
        able: first !== undefined,
        async run(timeMs) {
            if (signal.aborted || first === undefined)
                return;
            emit({
                kind: "scenario-started",
                scenario: scenario.name,
                build: first.from.role,
                against: second?.from.role ?? null,
                iterations: wanted,
                atMost: decision !== null,
            });
            broken = await guarded(run, able, async () => {
                // When this host can run only one of candidate and baseline, it runs alone.
                if (ofCandidate === undefined || ofBaseline === undefined)
                    await runAlone(run, first, second);
                else if (decision === null)
                    await runPairs(run, ofBaseline, ofCandidate);
                else {
                    const look = () => lookAt(run, ofCandidate, ofBaseline);
                    await runUntilDecided(run, [ofBaseline, ofCandidate], { state: decision, look, timeMs });
                }
            });
        },
        results: () => ({
            scenarios: lanes.map((lane) => {
                const unsupported = reasons.get(lane);
                if (unsupported !== undefined)
                    return notRun(scenario.name, lane.from.role, "unsupported", unsupported);
                return scenario_run_judge(run, lane, able, wanted);
            }),
            comparison: compared(),
            unfit,
            broken,
        }),
    };
}
/** Returns the error of this host, or the defect of ours, that ended the migrations; null when there was none. */
async function guarded({ emit, signal }, lanes, migrate) {
    try {
        await migrate();
        return null;
    }
    catch (error) {
        // Iterations that were done before count.
        if (signal.aborted)
            return null;
        if (!isOfHost(error)) {
            const where = error instanceof Error ? error.stack : (0,base_errors/* messageOf */.bD)(error);
            emit({ kind: "warning", text: `a defect of tap-migration, please report it: ${where}` });
        }
        for (const lane of lanes)
            lane.bootFault ??= new BootError((0,base_errors/* messageOf */.bD)(error), []);
        return (0,base_errors/* messageOf */.bD)(error);
    }
}
/** Errors that a host may cause during a run. They fail this scenario, as a defect of ours does, and the others go on. */
const isOfHost = (error) => error instanceof base_errors/* StepError */.zg || error instanceof base_errors/* ConfigurationError */.j1 || (0,system_errors/* isSystemError */.O)(error);
function scenario_run_judge({ settings, signal }, lane, lanes, wanted) {
    const { bootMs, bootFault } = lane;
    const { name } = lane.scenario;
    // A copy: a lane that hangs was left behind and may still grow.
    const iterations = [...lane.iterations];
    if (iterations.length === 0 && bootFault === null && signal.aborted)
        return notRun(name, lane.from.role, "skipped", (0,base_errors/* messageOf */.bD)(signal.reason));
    // Limits are not for the baseline.
    const limits = lane.from.role === "baseline" ? [] : (0,measure_limits/* judgeLimits */.g1)(settings.limits, name, iterations);
    const other = lanes.find((one) => one !== lane && one.bootFault !== null);
    const { first, later } = (0,statistics/* firstAndLater */.OA)(iterations, settings.seed);
    return {
        name,
        build: lane.from.role,
        ...verdict(lane, wanted, {
            limits: signal.aborted ? null : (0,measure_limits/* limitsFault */.bA)(limits, settings.strict),
            cancelled: signal.aborted ? signal.reason : null,
            other: other === undefined ? null : `the guest of the ${other.from.role} did not come up`,
        }),
        evidence: [...(bootFault?.evidence ?? [])],
        bootMs,
        limits,
        iterations,
        stats: {
            outageMs: (0,statistics/* summarise */.fS)((0,statistics/* outagesOf */.kk)(iterations), settings.seed),
            firstOutageMs: first,
            laterOutageMs: later,
            beforeStopMs: (0,statistics/* summarise */.fS)((0,statistics/* beforeStopOf */.NL)(iterations), settings.seed),
            requestStallMs: (0,statistics/* summarise */.fS)((0,statistics/* stallsOf */.LK)(iterations), settings.seed),
        },
    };
}
function verdict({ iterations, bootFault }, wanted, faults) {
    const failed = iterations.filter(({ status }) => status === "failed");
    const reasons = [];
    if (failed.length > 0) {
        reasons.push(`${failed.length} of ${iterations.length} iterations failed, the first: ${failed[0]?.reason ?? ""}`);
    }
    if (bootFault !== null)
        reasons.push(`the guest did not come up: ${bootFault.message}`);
    if (faults.limits !== null)
        reasons.push(faults.limits);
    if (reasons.length > 0)
        return { status: "failed", reason: reasons.join("; ") };
    const stopped = faults.cancelled?.message ?? faults.other;
    if (iterations.length >= wanted || (stopped === null && iterations.length > 0))
        return { status: "passed", reason: null };
    return {
        status: "skipped",
        reason: `${stopped ?? "no migration led to where it begins"} after ${iterations.length} of ${wanted} iterations`,
    };
}

;// CONCATENATED MODULE: ./build/run/time-limit.js
/** The deadline of the whole run. It ends a run cleanly, as a signal does, and says which step was under way. */

/** The longest delay of a timer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
function startTimeLimit(minutes, given, emit) {
    const controller = new AbortController();
    const limitMs = Math.min(LONGEST_TIMER_MS, minutes * 60_000);
    const begin = performance.now();
    let at = "before the first scenario";
    const timer = setTimeout(() => controller.abort(new base_errors/* CancelledError */.cc(`out of time: timeout-minutes ${minutes} is over, ${at}`)), limitMs);
    return {
        signal: AbortSignal.any([given, controller.signal]),
        emit: (event) => {
            if (event.kind === "step") {
                const iteration = event.iteration === null ? "" : `, iteration ${event.iteration}`;
                at = `at ${event.scenario}, boot ${event.boot}${iteration}: ${event.step}`;
            }
            emit(event);
        },
        leftMs: () => Math.max(0, limitMs - (performance.now() - begin)),
        [Symbol.dispose]: () => clearTimeout(timer),
    };
}

;// CONCATENATED MODULE: ./build/run/run.js
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
/** A whole run: look at the host and at QEMU, make the guest, run the scenarios, conclude. */




















/**
 * Runs all scenarios of the settings and writes results.json. Files of an earlier run are removed from the output folder once settings and
 * host are fit, so that a run that fails later does not leave another run's results.
 *
 * @throws ConfigurationError when this host or this QEMU cannot run them; nothing was started.
 */
async function run(settings, listener, given, extras = {}) {
    const outputFolder = (0,external_node_path_.resolve)(settings.outputFolder);
    let open = null;
    const output = {
        take: async (signal) => {
            open = await openOutputFolder(outputFolder, signal);
        },
        check: () => open?.check(),
    };
    const leave = () => open?.[Symbol.dispose]();
    try {
        const measured = await measure({ ...settings, outputFolder }, listener, given, output, extras);
        return { ...measured, outputFolder, checkFolder: output.check, [Symbol.dispose]: leave };
    }
    catch (error) {
        leave();
        throw error;
    }
}
async function measure(settings, listener, given, output, { assetCache = null, packageCache = null, controlStretches = 0 }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const startedAt = new Date();
        const begin = performance.now();
        keepYoungSpaceSmall();
        const time = run_addDisposableResource(env_1, startTimeLimit(settings.timeoutMinutes, given, listener), false);
        const { signal, emit } = time;
        const { outputFolder } = settings;
        const ready = run_addDisposableResource(env_1, await prepare(settings, { assetCache, packageCache, emit, signal }, () => output.take(signal)), true);
        const { privilege, register, machine, guest } = ready;
        const { candidate, target, baseline } = ready.builds;
        const builds = [candidate, target, baseline].filter((build) => build !== null);
        const probe = describeProbe(settings.probeIntervalMs);
        const deadlines = deadlinesFor(Math.max(...builds.map(({ look }) => look.tookMs)));
        emit({ kind: "run-started", notes: notes({ ...settings, machine }, privilege, builds, probe, deadlines) });
        if (probe.tool === "ping") {
            emit({
                kind: "warning",
                text: "fping is not installed: ping serves, and sees no outage below 20 ms. Install fping.",
            });
        }
        const measured = await runAll({ candidate, target, baseline }, controlStretches, time, {
            settings: { ...settings, machine },
            deadlines,
            privilege,
            register,
            guest,
            probe,
            flows: new Map(),
            ...{ folder: ready.folder, output: outputFiles(outputFolder, output.check, emit) },
            signal,
            emit,
        });
        const { control, scenarios, comparison } = measured;
        const results = {
            schemaVersion: schema/* SCHEMA_VERSION */.f$,
            startedAt: startedAt.toISOString(),
            durationMs: Math.round(performance.now() - begin),
            ...conclude(scenarios, comparison, settings, signal),
            seed: settings.seed,
            host: { kernel: (0,external_node_os_.release)(), cpu: (0,external_node_os_.cpus)()[0]?.model.trim() ?? "unknown", cores: Math.max(1, (0,external_node_os_.cpus)().length) },
            accel: settings.accel,
            privilege: privilege.kind,
            guest: guest.name,
            inputs: settings.given,
            probe,
            builds: builds.map(build/* describeBuild */.SY),
            control,
            scenarios,
            comparison,
        };
        const written = writtenOrFailed(outputFolder, results, output.check);
        // Last: the results are safe, whatever happens here.
        await ready.undo();
        emit({ kind: "run-finished", results: written.results });
        const unwritten = written.resultsPath === null ? written.results.reason : null;
        const stopped = signal.aborted ? (0,base_errors/* messageOf */.bD)(signal.reason) : (measured.broken ?? unwritten);
        return { ...written, unrelated: { stopped, unfit: measured.unfit } };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A run whose results could not be written has failed. */
function writtenOrFailed(outputFolder, results, check) {
    try {
        check();
        return { results, resultsPath: (0,write/* writeResults */.K)(outputFolder, results) };
    }
    catch (error) {
        if (!(0,system_errors/* isSystemError */.O)(error) && !(error instanceof base_errors/* ConfigurationError */.j1))
            throw error;
        const fault = `results.json could not be written into ${outputFolder}: ${(0,base_errors/* messageOf */.bD)(error)}`;
        const reason = results.reason === null ? fault : `${results.reason}; ${fault}`;
        return { results: { ...results, conclusion: "failed", reason }, resultsPath: null };
    }
}
function notes(settings, { kind, whyNotSudo }, builds, probe, { factor }) {
    return [
        ...builds.map(({ role, look, dialect }) => `${role}: QEMU ${look.version} at ${look.path}, dialect of local TAP migration: ${dialect?.name ?? "none"}`),
        `accelerator ${settings.accel}, machine ${settings.machine}, ${settings.smp} vCPU, ${settings.queues} queue pairs${settings.nics === 1 ? "" : ` on each of ${settings.nics} NICs`}, probe ${probe.tool} every ${probe.periodMs} ms, seed ${settings.seed}`,
        ...(kind === "none"
            ? [`without root, in namespaces of this user${whyNotSudo === null ? "" : ` (no root: ${whyNotSudo})`}`]
            : []),
        ...(settings.accel === "tcg"
            ? ["figures under TCG show whether migration works, not how long it takes"]
            : []),
        ...(settings.baselineQemu !== null && settings.iterations < leastPairs(ONE_LOOK)
            ? [
                `${settings.iterations} pairs: too few to call a build slower or faster, which takes ${leastPairs(ONE_LOOK)}`,
            ]
            : []),
        ...(factor > 1 ? [`a slow host: deadlines are ${factor.toFixed(1)} times the ordinary ones`] : []),
    ];
}
/**
 * Runs all scenarios, one after the other. After the run is told to end, the current one has a moment to end too. If it hangs it is left
 * behind, and the results have what there is of it.
 */
async function runAll(builds, controlStretches, time, run) {
    const { settings, emit, signal } = run;
    const inTime = async (work) => await (0,deadline/* onceAborted */.z)(signal, signals/* ENDING_MS */.d.measure, work);
    const control = controlStretches > 0 ? await inTime(tryControl(builds, controlStretches, run)) : null;
    const scenarios = [];
    const comparison = [];
    const unfit = [];
    let broken = null;
    const open = settings.scenarios.map((name) => ({
        name,
        scenario: openScenario(run, (0,table/* scenarioRow */.dE)(name), builds),
    }));
    for (const [place, { name, scenario }] of open.entries()) {
        // What earlier scenarios left of their shares goes to the later ones.
        const toCome = open.slice(place).filter((one) => one.scenario.able).length;
        const timeMs = time.leftMs() / Math.max(1, toCome);
        if ((await inTime(scenario.run(timeMs))) === null)
            emit({ kind: "warning", text: `${name} did not end in time: it is left behind` });
        const done = scenario.results();
        scenarios.push(...done.scenarios);
        if (done.comparison !== null)
            comparison.push(done.comparison);
        if (done.unfit)
            unfit.push(name);
        broken ??= done.broken;
        for (const one of done.scenarios)
            emit({ kind: "scenario-finished", scenario: one });
    }
    return { control: control?.value ?? null, scenarios, comparison, unfit, broken };
}
async function tryControl(builds, stretches, run) {
    try {
        return await measureControl(run, builds.candidate, stretches);
    }
    catch (error) {
        if (!run.signal.aborted)
            run.emit({ kind: "warning", text: `the control could not be measured: ${(0,base_errors/* messageOf */.bD)(error)}` });
        return null;
    }
}
/** Whether the run passed, and why not. */
function conclude(scenarios, comparisons, settings, signal) {
    const named = (status) => scenarios
        .filter((scenario) => scenario.status === status)
        .map(({ name, build }) => (build === "candidate" ? name : `${name} (${build})`));
    const slower = comparisons.filter(({ verdict }) => verdict === "slower").map(({ scenario }) => scenario);
    const failed = named("failed");
    const unsupported = named("unsupported");
    const reasons = [
        ...(signal.aborted ? [(0,base_errors/* messageOf */.bD)(signal.reason)] : []),
        ...(failed.length > 0 ? [`failed: ${failed.join(", ")}`] : []),
        ...(slower.length > 0 ? [`slower than the baseline: ${slower.join(", ")}`] : []),
        ...(settings.unsupportedFails && unsupported.length > 0
            ? [`unsupported: ${unsupported.join(", ")}`]
            : []),
    ];
    const measured = scenarios.some(({ iterations }) => iterations.length > 0);
    if (reasons.length === 0 && !measured)
        reasons.push("no iteration was measured");
    return reasons.length === 0
        ? { conclusion: "passed", reason: null }
        : { conclusion: "failed", reason: reasons.join("; ") };
}


/***/ }),

/***/ 87105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ setUpForRun)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _inputs_doctor_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17395);
/* harmony import */ var _setup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40102);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1035);
/** Setup as the beginning of a run. */




/**
 * Sets up the host if the settings want that. Disposing takes back what was opened, except on a machine that is thrown away.
 *
 * @throws UnfitHostError, with what setup tried, when nothing can run; the signal's reason.
 */
async function setUpForRun(settings, environment, { say, warn, signal }) {
    const nothing = { [Symbol.asyncDispose]: async () => undefined };
    if (!(0,_wanted_js__WEBPACK_IMPORTED_MODULE_3__/* .isSetupWanted */ .N)(settings.setup, environment))
        return nothing;
    const staysOpen = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_3__/* .isThrownAway */ .T)(environment);
    const refusal = (faults) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnfitHostError */ .J9({ faults, doctorFlags: (0,_inputs_doctor_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .doctorFlagsOf */ .g)(settings), onlyTheBuild: false });
    let done;
    try {
        done = await (0,_setup_js__WEBPACK_IMPORTED_MODULE_2__/* .setUp */ .s)(settings, { say, staysOpen, approve: null, askPassword: null, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh))
            throw error;
        if (settings.setup !== "auto")
            throw refusal(error.advice);
        // Nobody asked for setup: the run says itself what it lacks.
        warn((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        return nothing;
    }
    const takeBack = async () => {
        for (const problem of await done.close())
            warn(`setup could not take back access: ${problem}`);
    };
    const faults = (0,_setup_js__WEBPACK_IMPORTED_MODULE_2__/* .essentialFaults */ .wC)(done);
    if (faults.length > 0) {
        await takeBack();
        throw refusal(faults);
    }
    for (const warning of (0,_setup_js__WEBPACK_IMPORTED_MODULE_2__/* .warningsOf */ .nZ)(done))
        warn(warning);
    if (done.steps === 0 && done.problems.length === 0)
        say("nothing to do: this host has what the run needs");
    return { [Symbol.asyncDispose]: takeBack };
}


/***/ }),

/***/ 1035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isSetupWanted),
/* harmony export */   T: () => (/* binding */ isThrownAway)
/* harmony export */ });
/** Whether this machine is thrown away after the job: a runner of GitHub's. See "Variables" in GitHub's documentation, RUNNER_ENVIRONMENT. */
const isThrownAway = (environment) => environment.GITHUB_ACTIONS === "true" && environment.RUNNER_ENVIRONMENT === "github-hosted";
const isSetupWanted = (wanted, environment) => wanted === true || (wanted === "auto" && isThrownAway(environment));


/***/ })

};
