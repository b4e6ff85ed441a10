export const id = 728;
export const ids = [728];
export const modules = {

/***/ 9206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ outageChange),
/* harmony export */   Fo: () => (/* binding */ slowerTexts),
/* harmony export */   HL: () => (/* binding */ comparedRows),
/* harmony export */   Jg: () => (/* binding */ slowerStallsSentence),
/* harmony export */   Qf: () => (/* binding */ stallComparison),
/* harmony export */   Wk: () => (/* binding */ partsSentence),
/* harmony export */   ZE: () => (/* binding */ slowerNames),
/* harmony export */   jE: () => (/* binding */ otherFindings),
/* harmony export */   pi: () => (/* binding */ otherSentences),
/* harmony export */   z_: () => (/* binding */ hasRatios)
/* harmony export */ });
/* unused harmony exports namesOf, slowerOthers */
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81822);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68897);
/* harmony import */ var _sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9385);



const STALL = "requestStallMs";
const MS = { inUnit: _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB, signed: _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .signedMs */ .Fw };
const partName = (key) => [..._parts_js__WEBPACK_IMPORTED_MODULE_1__/* .FREEZE_PARTS */ .FZ, ..._parts_js__WEBPACK_IMPORTED_MODULE_1__/* .OUTAGE_PARTS */ .FD].find((part) => part.key === key)?.name ?? key;
/** A figure's name and unit. */
function namesOf(figure) {
    if (figure === STALL)
        return { name: "request stalls", short: "stall", inUnit: _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .stallMs */ .Hr, signed: _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .signedStall */ .N_ };
    if (figure === "vcpuPauseMs")
        return { name: "vCPU pause", short: "vCPU pause", ...MS };
    const [whole, key = ""] = figure.split(".");
    const short = partName(key);
    return { name: `${short} (part of the ${whole === "freeze" ? "freeze" : "outage"})`, short, ...MS };
}
const isStall = ({ figure }) => figure === STALL;
/** The request stalls of a comparison, which have a sentence and a chart of their own; undefined without connections. */
const stallComparison = ({ others = [] }) => others.find(isStall);
/** Example: "new-tap, request stalls: 55 ms → 208 ms (+278 %, p < 0.0001): slower". */
function stallsSentence({ scenario }, stalls) {
    const { name, inUnit } = namesOf(STALL);
    return `${scenario}, ${name}: ${(0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .changeText */ .k0)(stalls, inUnit)}`;
}
/** Example: "new-tap, slower: vCPU pause 7.4 ms → 9.9 ms (+35 %), load 1.8 ms → 4.3 ms (+142 %)"; null when nothing is. */
function partsSentence(comparison, verdict) {
    const changed = changedOthers(comparison, verdict).filter((one) => !isStall(one));
    if (changed.length === 0)
        return null;
    const texts = changed.map((one) => {
        const { short, inUnit } = namesOf(one.figure);
        return `${short} ${inUnit(one.medianA ?? 0)} → ${inUnit(one.medianB ?? 0)} (${(0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .changePercent */ .AI)(one)})`;
    });
    return `${comparison.scenario}, ${verdict}: ${texts.join(", ")}`;
}
/** A file from elsewhere may have such a verdict without figures. */
const changedOthers = ({ others = [] }, verdict) => others.filter((one) => one.verdict === verdict && (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .changePercent */ .AI)(one) !== null);
/** What there is to say of the figures besides the outage: of request stalls always, of the others when they have changed. */
function otherFindings(comparison) {
    const stalls = stallComparison(comparison);
    return [
        ...(stalls === undefined
            ? []
            : [{ verdict: stalls.verdict, sentence: stallsSentence(comparison, stalls) }]),
        ...["slower", "faster"].flatMap((verdict) => {
            const sentence = partsSentence(comparison, verdict);
            return sentence === null ? [] : [{ verdict, sentence }];
        }),
    ];
}
const otherSentences = (comparison) => otherFindings(comparison).map(({ sentence }) => sentence);
/** A run does not fail by these. */
const slowerOthers = (comparison) => changedOthers(comparison, "slower");
/** That requests wait longer, in a sentence; null when they do not. */
function slowerStallsSentence(comparison) {
    const stalls = slowerOthers(comparison).find(isStall);
    return stalls === undefined ? null : stallsSentence(comparison, stalls);
}
/** The names of the figures that are slower in any of the comparisons. */
function slowerNames(comparisons) {
    const slower = comparisons.flatMap(slowerOthers);
    const parts = slower.filter((one) => !isStall(one)).map(({ figure }) => namesOf(figure).short);
    return { requests: slower.some(isStall), parts: [...new Set(parts)] };
}
/** The outage's change for the cell of a scenario: "+32 % by pairs", in files of earlier versions "+4.0 ms (+32 %)"; null without it. */
function outageChange(comparison) {
    const { deltaMs, ratio } = comparison;
    const change = (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .changePercent */ .AI)(comparison);
    if (deltaMs === null || change === null)
        return null;
    return ratio == null ? `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .signedMs */ .Fw)(deltaMs)} (${change})` : `${change} by pairs`;
}
/** The largest changes among those that are slower; the table of figures has all. */
const MOST_IN_CELL = 3;
/** For the cell of a scenario: "stall +153 ms (+278 %)". */
const slowerTexts = (comparison) => slowerOthers(comparison)
    .sort((one, other) => (other.deltaMs ?? 0) - (one.deltaMs ?? 0))
    .slice(0, MOST_IN_CELL)
    .map((one) => {
    const { short, signed } = namesOf(one.figure);
    return `${short} ${signed(one.deltaMs ?? 0)} (${(0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .changePercent */ .AI)(one)})`;
});
/**
 * Whether there is more to a comparison than outage and request stalls, which have figures and sentences of their own. Files of earlier
 * versions have only these, without ratios.
 */
const hasRatios = ({ others = [] }) => others.some(({ ratio }) => ratio != null);
/** The figures of a comparison as rows of a table, the outage first. */
function comparedRows(comparison) {
    const row = (name, one, inUnit) => ({
        name,
        baseline: one.medianA === null ? "–" : inUnit(one.medianA),
        candidate: one.medianB === null ? "–" : inUnit(one.medianB),
        change: (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .changePercent */ .AI)(one) ?? "–",
        interval: (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .ratioInterval */ .zr)(one) ?? "–",
        p: (0,_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .pText */ .C6)(one) ?? "–",
        verdict: one.verdict,
    });
    return [
        row("outage", comparison, _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB),
        ...(comparison.others ?? []).map((other) => {
            const { name, inUnit } = namesOf(other.figure);
            return row(name, other, inUnit);
        }),
    ];
}


/***/ }),

/***/ 73145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ lossSentence),
/* harmony export */   MR: () => (/* binding */ unseenSentence),
/* harmony export */   Tj: () => (/* binding */ lossText),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   cj: () => (/* binding */ sentencesOf),
/* harmony export */   pA: () => (/* binding */ earlySentence),
/* harmony export */   rI: () => (/* binding */ sourceText),
/* harmony export */   zf: () => (/* binding */ beganEarly)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81822);

/** The phases in the words of sentences, in order. */
const PHASES = {
    "before-stop": "before STOP",
    freeze: "in the freeze",
    "after-resume": "after RESUME",
};
/**
 * Example: "1 request lost per active queue pair in 9 of 10 migrations (none in the first of a chain; all sent in the freeze),
 * although packets wait in the TAP's queue". Null when nothing was lost, or where losses are expected. Failed iterations have
 * their own reason and do not count.
 */
function lossSentence({ iterations }) {
    const migrations = iterations.filter(({ status, losses }) => status === "passed" && losses != null);
    const lossy = migrations.filter(isLossy);
    if (lossy.length === 0)
        return null;
    const where = `in ${lossy.length} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(migrations.length, "migration")}`;
    const more = [chainText(migrations), phaseText(lossy)].filter((text) => text !== null).join("; ");
    return `${amountText(lossy)} ${where} (${more}), although packets wait in the TAP's queue`;
}
const isLossy = ({ losses }) => (losses ?? []).length > 0;
const sumOf = (losses) => losses.reduce((sum, loss) => sum + loss.count, 0);
/** Of figures that are not negative. One by one: there may be more of them than a call takes arguments. */
const rangeOf = (figures) => [
    figures.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    figures.reduce((a, b) => Math.max(a, b), 0),
];
function amountText(lossy) {
    const amounts = lossy.map(({ losses }) => sumOf(losses ?? []));
    const [least, most] = rangeOf(amounts);
    const each = lossy.length === 1 ? "" : " each time";
    if (lossy.every(({ queuePairs }, at) => queuePairs.active === amounts[at]))
        return `1 request lost per active queue pair${least === most && most > 1 ? `, ${most}${each},` : ""}`;
    return least === most ? `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(most, "request")} lost` : `${least} to ${most} requests lost`;
}
/** Where in a chain it happened: the source of its first migration was freshly booted, that of later ones had been a target. */
function chainText(migrations) {
    const first = migrations.filter(({ index }) => index === 1);
    const later = migrations.filter(({ index }) => index > 1);
    if (first.length === 0 || later.length === 0)
        return null;
    const [ofFirst, ofLater] = [first.filter(isLossy).length, later.filter(isLossy).length];
    if (ofFirst === 0)
        return "none in the first of a chain";
    if (ofLater === 0)
        return "only in the first of a chain";
    return `first of a chain ${ofFirst} of ${first.length}, later ${ofLater} of ${later.length}`;
}
function phaseText(lossy) {
    const phases = phasesOf(lossy.flatMap(({ losses }) => losses ?? []));
    const [only, ...others] = phases;
    if (others.length === 0)
        return `${only?.number === 1 ? "" : "all "}sent ${only?.text}`;
    return `sent: ${wordsOf(phases)}`;
}
const phasesOf = (losses) => Object.keys(PHASES).flatMap((phase) => {
    const number = sumOf(losses.filter((loss) => loss.phase === phase));
    return number === 0 ? [] : [{ number, text: PHASES[phase] }];
});
const wordsOf = (phases) => phases.map(({ number, text }) => `${number} ${text}`).join(", ");
/** When the lost requests of an iteration were sent, like " (1 in the freeze)"; empty when that is no finding. */
const lossText = ({ losses }) => (losses ?? []).length === 0 ? "" : ` (${wordsOf(phasesOf(losses ?? []))})`;
/** What the source of a migration had been before: losses may depend on it. */
const sourceText = ({ index }) => index === 1 ? "freshly booted" : "a target before";
/**
 * How many times longer than the noise the part before STOP must be, as for `resolved`. Ordinary outages begin up to a period
 * before STOP, or up to the noise.
 */
const EARLY_FACTOR = 2;
/** Fewer early outages than this share are left to the tables: the host may have caused them. */
const LEAST_EARLY_SHARE = 0.1;
/** Whether the outage began well before STOP: the guest did not answer although its vCPUs still ran. */
const beganEarly = ({ outageParts, noiseMs, resolved }) => outageParts !== null &&
    noiseMs !== null &&
    resolved !== false &&
    outageParts.beforeStopMs > EARLY_FACTOR * noiseMs;
/**
 * Example: "the outage began well before STOP in 9 of 10 migrations (median 55.2 ms, 14.0 to 190.0 ms), while the guest still
 * ran". Null when the outages of a scenario begin with the freeze.
 */
function earlySentence({ iterations }) {
    const measured = iterations.filter(({ status, outageParts }) => status === "passed" && outageParts !== null);
    const early = measured.filter(beganEarly);
    if (early.length === 0 || early.length < LEAST_EARLY_SHARE * measured.length)
        return null;
    const beforeStop = early.flatMap(({ outageParts }) => outageParts?.beforeStopMs ?? []);
    const [least, most] = rangeOf(beforeStop);
    const median = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .medianFigure */ .lh)(early, ({ outageParts }) => outageParts?.beforeStopMs) ?? 0;
    const long = early.length === 1 ? (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB)(median) : `median ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB)(median)}, ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .msFigure */ .p4)(least)} to ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB)(most)}`;
    return `the outage began well before STOP in ${early.length} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(measured.length, "migration")} (${long}), while the guest still ran`;
}
/**
 * Example: "queue pairs 2 and 3 of 4 (counted from 0) carried no packets in 5 of 5 migrations: what happens to them is not in the figures".
 * Null when each queue pair in use was seen to carry packets, and where nobody looked.
 */
function unseenSentence({ iterations }) {
    const watched = iterations.flatMap(({ queuePairs: { active, unseen } }) => active === null || unseen == null ? [] : [{ active, unseen }]);
    const [first, ...others] = watched.filter(({ unseen }) => unseen.length > 0);
    if (first === undefined)
        return null;
    const same = others.every(({ unseen }) => unseen.join() === first.unseen.join());
    const numbers = [first, ...others].map(({ unseen }) => unseen.length);
    const which = same
        ? `queue pair${first.unseen.length === 1 ? "" : "s"} ${listOf(first.unseen)} of ${first.active} (counted from 0)`
        : `up to ${rangeOf(numbers)[1]} of ${first.active} queue pairs`;
    return `${which} carried no packets in ${numbers.length} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(watched.length, "migration")}: what happens to them is not in the figures`;
}
/** Example: "1, 2 and 3". */
const listOf = (numbers) => numbers.length < 2 ? numbers.join() : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
/** What one of the functions above, or a like one, says of each scenario: its label and the sentence. */
const sentencesOf = (results, sentenceOf) => results.scenarios.flatMap((scenario) => {
    const sentence = sentenceOf(scenario);
    return sentence === null ? [] : [{ label: (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .labelOf */ .Wy)(scenario, results), sentence }];
});


/***/ }),

/***/ 68897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ lastingParts),
/* harmony export */   FD: () => (/* binding */ OUTAGE_PARTS),
/* harmony export */   FZ: () => (/* binding */ FREEZE_PARTS),
/* harmony export */   _m: () => (/* binding */ outageParts),
/* harmony export */   qi: () => (/* binding */ freezeParts)
/* harmony export */ });
const OUTAGE_PARTS = [
    { key: "beforeStopMs", name: "before STOP", meaning: "last reply until STOP", colour: "before" },
    { key: "freezeMs", name: "freeze", meaning: "no vCPU runs", colour: "freeze" },
    { key: "afterResumeMs", name: "after RESUME", meaning: "RESUME until the first reply", colour: "after" },
];
const FREEZE_PARTS = [
    { key: "stopMs", name: "stop", meaning: "STOP until the source has stopped all", colour: "stop" },
    {
        key: "saveMs",
        name: "save",
        meaning: "the source saves; the target already loads what has arrived",
        colour: "save",
    },
    {
        key: "transferMs",
        name: "transfer",
        meaning: "the source has saved everything, the target waits for the stream",
        colour: "transfer",
    },
    {
        key: "loadMs",
        name: "load",
        meaning: "the target loads what is left and gets ready to run",
        colour: "load",
    },
    {
        key: "stateMs",
        name: "state",
        meaning: "the parts above that could not be measured separately without traces",
        colour: "state",
    },
    {
        key: "switchMs",
        name: "TAP switch",
        meaning: "address and MAC move from one TAP to the other",
        colour: "switch",
    },
    { key: "harnessMs", name: "harness", meaning: "what the measurement itself adds", colour: "harness" },
    { key: "contMs", name: "cont", meaning: "cont written until RESUME", colour: "cont" },
    {
        key: "unexplainedMs",
        name: "unexplained",
        meaning: "what no other part explains",
        colour: "unexplained",
    },
];
const outageParts = ({ outageParts: parts }) => parts === null ? [] : OUTAGE_PARTS.map(({ key, ...named }) => ({ ...named, ms: parts[key] }));
const freezeParts = ({ freeze }) => freeze === null ? [] : FREEZE_PARTS.map(({ key, ...named }) => ({ ...named, ms: freeze[key] }));
/** The shortest time that is not 0.00 with two decimals. */
const LEAST_MS = 0.005;
/** The parts that are long enough to show. */
const lastingParts = (parts) => parts.flatMap((part) => (part.ms === null || part.ms < LEAST_MS ? [] : [{ ...part, ms: part.ms }]));


/***/ }),

/***/ 9385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   AI: () => (/* binding */ changePercent),
/* harmony export */   C6: () => (/* binding */ pText),
/* harmony export */   R9: () => (/* binding */ coarseProbeSentence),
/* harmony export */   dV: () => (/* binding */ runFaults),
/* harmony export */   fk: () => (/* binding */ TCG_SENTENCE),
/* harmony export */   g3: () => (/* binding */ measuredSentence),
/* harmony export */   g8: () => (/* binding */ worstOutageSentence),
/* harmony export */   k0: () => (/* binding */ changeText),
/* harmony export */   n5: () => (/* binding */ limitSentence),
/* harmony export */   nX: () => (/* binding */ comparisonSentence),
/* harmony export */   nt: () => (/* binding */ verdictText),
/* harmony export */   pI: () => (/* binding */ runFacts),
/* harmony export */   vQ: () => (/* binding */ controlSentence),
/* harmony export */   xm: () => (/* binding */ faultsOf),
/* harmony export */   zr: () => (/* binding */ ratioInterval)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81822);

const TCG_SENTENCE = "Figures under TCG show whether migration works, not how long it takes.";
/** Example: "tap-fd: 12.1 ms → 16.0 ms (+32 % by pairs, 95 % interval +28 to +36 %, p = 0.0004, 30 pairs): slower". */
function comparisonSentence(comparison) {
    const { scenario, pairs, auto } = comparison;
    // Cut short before the first look, there is none to tell of.
    const looks = auto == null || auto.looks === 0 ? [] : [(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(auto.looks, "look")];
    const more = auto == null || auto.ended === null ? "" : AUTO_ENDS[auto.ended];
    return `${scenario}: ${changeText(comparison, _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB, [(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(pairs, "pair"), ...looks])}${more}`;
}
/** Why no more pairs were added; nothing when the verdict stood. */
const AUTO_ENDS = {
    decided: "",
    pairs: "; as many pairs as iterations: auto takes",
    time: "; timeout-minutes leaves no time for more pairs",
};
/** A comparison without its name; `inUnit` formats a figure, `evidence` says what more it rests on. */
function changeText(compared, inUnit, evidence = []) {
    const { medianA, medianB, verdict, iterationsToDecide } = compared;
    const change = changePercent(compared);
    if (medianA === null || medianB === null || change === null)
        return "nothing to compare, because one of the builds has no figures";
    const interval = ratioInterval(compared);
    const p = pText(compared);
    const inBrackets = [
        // It is not that of the medians beside it.
        compared.ratio == null ? change : `${change} by pairs`,
        ...(interval === null ? [] : [`95 % interval ${interval}`]),
        ...(p === null ? [] : [p]),
        ...evidence,
    ];
    const more = iterationsToDecide === null
        ? ""
        : `; about ${Number(iterationsToDecide.toPrecision(2))} pairs would probably decide`;
    return `${inUnit(medianA)} → ${inUnit(medianB)} (${inBrackets.join(", ")}): ${verdict}${more}`;
}
/**
 * How much larger the candidate's figure is, by the pairs' ratios, else (in files of earlier versions) by the medians: "+32 %"; null
 * without both medians.
 */
function changePercent({ medianA, medianB, ratio, }) {
    if (medianA === null || medianB === null)
        return null;
    if (ratio != null)
        return percentText(ratio);
    if (medianA === 0)
        return medianB === 0 ? "±0 %" : "from nothing";
    return percentText(medianB / medianA);
}
/** The 95 % interval of the change: "+28 to +36 %"; null when there is none. */
function ratioInterval({ ratioCi95 }) {
    if (ratioCi95 == null)
        return null;
    return `${percentText(ratioCi95[0]).replace(" %", "")} to ${percentText(ratioCi95[1])}`;
}
function percentText(ratio) {
    const percent = Math.round((ratio - 1) * 100);
    return percent === 0 ? "±0 %" : `${percent < 0 ? "−" : "+"}${Math.abs(percent)} %`;
}
/** The p that the verdict rests on: "p = 0.0004"; null when there is none. */
function pText({ p, pairedP, holmP, }) {
    // Only files of earlier versions lack it; it is null without pairs.
    const own = holmP ?? (pairedP === undefined ? p : pairedP);
    if (own === null)
        return null;
    if (own < 0.0001)
        return "p < 0.0001";
    return `p = ${own < 0.01 ? own.toFixed(4) : own.toFixed(2)}`;
}
const LIMITED = {
    "max-outage-ms": { of: (statistic) => `${statistic} outage`, amount: _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB, unit: " ms" },
    "max-request-stall-ms": { of: (statistic) => `${statistic} request stall`, amount: _figures_js__WEBPACK_IMPORTED_MODULE_0__/* .stallMs */ .Hr, unit: " ms" },
    "max-lost": {
        of: (statistic) => `requests lost (${statistic})`,
        amount: (number) => String(Math.round(number * 100) / 100),
        unit: "",
    },
};
/** Example: "median outage 35.1 ms, 15.1 ms above the limit of 20 ms". */
function limitSentence({ limit, statistic, bound, value, verdict }) {
    const { of, amount, unit } = LIMITED[limit];
    const what = of(statistic);
    const bounded = `the limit of ${bound}${unit}`;
    if (verdict === "unresolved") {
        return value === null
            ? `${what}: there is no figure to check against ${bounded}`
            : `${what} ${amount(value)}: ${bounded} can't be judged on this machine, because both are below twice the noise of most iterations`;
    }
    const difference = (value ?? 0) - bound;
    const place = verdict === "exceeded" ? `${amount(difference)} above` : "within";
    return `${what} ${amount(value ?? 0)}, ${place} ${bounded}`;
}
/** The run itself writes this reason: a scenario's figures do not show it. */
const NO_GUEST = "the guest did not come up: ";
/**
 * Why a scenario failed, and by how much: one clause per fault. With the input `strict`, a limit that cannot
 * be judged is a fault too.
 */
function faultsOf({ status, reason, iterations, limits }, { inputs }) {
    if (status !== "failed")
        return [];
    if (reason?.includes(NO_GUEST))
        return [reason];
    const failed = iterations.filter((iteration) => iteration.status === "failed");
    const faults = [
        ...(failed.length === 0
            ? []
            : [
                `${failed.length} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(iterations.length, "iteration")} failed: ${failed[0]?.reason ?? "no reason was noted"}`,
            ]),
        ...limits
            .filter(({ verdict }) => verdict === "exceeded" || (verdict === "unresolved" && inputs.strict === "true"))
            .map(limitSentence),
    ];
    return faults.length > 0 ? faults : [reason ?? "no reason was noted"];
}
/** Why a run failed: the text after "failed: ". */
const reasonOf = ({ reason }) => (reason ?? "no reason was noted").replace(/^failed: /, "");
/** Example: "1 of 4 scenarios measured, 3 unsupported"; null when all were measured. */
function measuredSentence({ scenarios }) {
    const measured = scenarios.filter(({ iterations }) => iterations.length > 0).length;
    if (measured === scenarios.length)
        return null;
    const others = ["failed", "unsupported", "skipped"].flatMap((status) => {
        const number = scenarios.filter((one) => one.status === status && one.iterations.length === 0).length;
        return number === 0 ? [] : [`${number} ${status}`];
    });
    return [`${measured} of ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(scenarios.length, "scenario")} measured`, ...others].join(", ");
}
/** Examples: "passed: 1 of 4 scenarios measured, 3 unsupported" and "failed: new-tap". */
function verdictText(results) {
    const measured = measuredSentence(results);
    if (results.conclusion === "failed")
        return `failed: ${reasonOf(results)}`;
    return measured === null ? "passed" : `passed: ${measured}`;
}
/** Why the run failed; both empty when it passed. */
function runFaults(results) {
    const { conclusion, scenarios, comparison, reason } = results;
    if (conclusion === "passed")
        return { general: [], scenarios: [] };
    return {
        // The other parts only name scenarios, and those have a sentence of their own below.
        general: (reason ?? "no reason was noted")
            .split("; ")
            .filter((part) => !/^(failed|slower than the baseline): /.test(part)),
        scenarios: [
            ...scenarios.flatMap((scenario) => {
                const faults = faultsOf(scenario, results);
                return faults.length === 0 ? [] : [`${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .labelOf */ .Wy)(scenario, results)}: ${faults.join("; ")}`];
            }),
            ...comparison.filter(({ verdict }) => verdict === "slower").map(comparisonSentence),
        ],
    };
}
/** Example: "worst median outage 35.1 ms (new-tap, 29 of 30 iterations, kvm)"; null when nothing was measured. */
function worstOutageSentence(results) {
    const worst = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .worstScenario */ .GJ)(results);
    const outage = worst?.stats?.outageMs;
    if (worst === null || outage === undefined || outage.median === null)
        return null;
    return `worst median outage ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB)(outage.median)} (${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .labelOf */ .Wy)(worst, results)}, ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .measuredText */ .AY)(worst)}, ${results.accel})`;
}
/** The gaps on this host's network without any migration; null when they were not measured. */
function controlSentence({ control, accel }) {
    if (control === null)
        return null;
    const { n, median, p95, max } = control.longestGapMs;
    return `Without migration (${n} ${n === 1 ? "stretch" : "stretches"} of ${control.stretchMs / 1000} s, ${accel}): longest gap median ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .msFigure */ .p4)(median)}, p95 ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .msFigure */ .p4)(p95)}, max ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .msFigure */ .p4)(max)} ms.`;
}
/** Says that the probe is coarser than fping; null when fping was used. */
function coarseProbeSentence({ probe: { tool, resolutionMs } }) {
    return tool === "fping"
        ? null
        : `fping is not installed, so ${tool} was used, which cannot see an outage below ${2 * resolutionMs} ms. Install fping.`;
}
/** Who ran the commands for root. */
const PRIVILEGES = {
    root: "root",
    sudo: "sudo",
    none: "none: in namespaces of an ordinary user",
};
/** Where and how the run was measured: names and values. */
function runFacts(results) {
    const { host, accel, privilege, guest, probe, seed, startedAt, durationMs } = results;
    return [
        ["host", `${host.cpu}, ${host.cores} cores, Linux ${host.kernel}`],
        ["accelerator", accel],
        ...(privilege === undefined ? [] : [["privilege", PRIVILEGES[privilege]]]),
        ["guest", guest],
        ["probe", `${probe.tool}, a request every ${probe.periodMs} ms, resolution ${probe.resolutionMs} ms`],
        ["begun", startedAt],
        ["took", `${(durationMs / 1000).toFixed(0)} s`],
        ["seed", String(seed)],
    ];
}


/***/ })

};
