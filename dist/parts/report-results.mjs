export const id = 952;
export const ids = [952];
export const modules = {

/***/ 99037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ distFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/** Files of the build that no module imports. */


/** The path of a file of dist/. It may be missing, as when dist/ was not copied whole. */
function distFile(name) {
    const own = (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url);
    // In the build this module is in dist/parts/. From the sources, the file of the last build is used.
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(own), own.endsWith(".ts") ? "../../dist" : "..", name);
}


/***/ }),

/***/ 56116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ detailBlocks),
  z: () => (/* binding */ untracedReason)
});

// EXTERNAL MODULE: ./build/report/compared.js
var compared = __webpack_require__(9206);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/detail-block.js

const LONGEST_FACT = 300;
/** Blocks with a higher rank are dropped first when the page is too long. */
const RANK = {
    environment: 10,
    repeat: 11,
    freeze: 20,
    compared: 19,
    chains: 21,
    requests: 22,
    losses: 23,
    devices: 50,
};
/** Text from outside as Markdown, cut. */
const fact = (text) => (0,markdown/* shortMarkdown */.uy)(text, LONGEST_FACT);
const block = (section, kind, text) => ({
    text,
    rank: RANK[kind],
    kind: KINDS[kind],
    section,
});
const KINDS = {
    environment: "environment",
    repeat: "the command to repeat the run",
    freeze: "the parts of the freeze",
    compared: "all figures of candidate and baseline",
    chains: "first iterations of chains",
    requests: "TCP requests of each migration",
    losses: "lost requests",
    devices: "time per device",
};

// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/measure/tcp-requests.js
var tcp_requests = __webpack_require__(92823);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
;// CONCATENATED MODULE: ./build/report/iteration-details.js
/** Folded parts of a run's page with rows for single iterations: lost requests, and what TCP connections felt. */





/** Further rows are in results.json. */
const MOST_ROWS = 100;
/** Only where packets wait in the TAP's queue: elsewhere losses are expected, and the table of scenarios counts them. */
function lossBlocks(results) {
    const rows = results.scenarios.flatMap((scenario) => scenario.iterations.flatMap((iteration) => (iteration.losses ?? []).map(({ address, phase, count, firstAtMs }) => [
        (0,figures/* labelOf */.Wy)(scenario, results),
        fact(address),
        (0,findings/* sourceText */.rI)(iteration),
        findings/* PHASES */.ZG[phase],
        String((0,figures/* numberOf */.rl)(iteration, scenario)),
        String(iteration.queuePairs.active ?? "–"),
        String(count),
        (0,figures/* msFigure */.p4)(firstAtMs),
    ])));
    if (rows.length === 0)
        return [];
    const head = [
        "scenario",
        "guest",
        "source was",
        "sent",
        "iteration",
        "active<br>pairs",
        "lost",
        "first at",
    ];
    const text = [
        "When the first of them was sent is in ms from `migrate`. The source of a chain's first migration is freshly booted.",
        rowsText(head, rows, 4),
    ].join("\n\n");
    return [block("Lost requests, where packets wait in the TAP's queue", "losses", text)];
}
/** One row per migration with connections. */
function requestBlocks(results) {
    const number = (value) => String(value ?? "–");
    const rows = results.scenarios.flatMap((scenario) => scenario.iterations
        .filter(({ requestStallMs, connections }) => requestStallMs != null || connections != null)
        .map((iteration) => [
        (0,figures/* labelOf */.Wy)(scenario, results),
        number((0,figures/* numberOf */.rl)(iteration, scenario)),
        (0,figures/* stallFigure */.bj)(iteration.requestStallMs),
        (0,figures/* stallFigure */.bj)(iteration.requestNoiseMs),
        number(iteration.requestsInFreeze),
        number(iteration.requestsStalled),
        number(iteration.retransmits),
        number(iteration.lossProbes),
        number(iteration.connectionsLost),
    ]));
    if (rows.length === 0)
        return [];
    const head = ["scenario", "iteration", "stall", "noise", "in the<br>freeze", `≥ ${tcp_requests/* STALLED_MS */.te} ms`];
    const text = [
        "Stall and noise, the longest times that a request took during and before the migration, are in ms; the others are numbers of requests, of packets that the host's kernel sent again, of its loss probes, and of connections.",
        rowsText([...head, "retrans-<br>mits", "loss<br>probes", "connections<br>lost"], rows, 1),
    ].join("\n\n");
    return [block("TCP requests of each migration", "requests", text)];
}
function rowsText(head, rows, left) {
    const more = rows.length - MOST_ROWS;
    const text = (0,markdown/* table */.tp)(head, rows.slice(0, MOST_ROWS), left);
    return more > 0 ? `${text}\n\n${more} more rows are in results.json.` : text;
}

// EXTERNAL MODULE: ./build/report/parts.js
var parts = __webpack_require__(68897);
// EXTERNAL MODULE: ./build/report/repeat.js
var repeat = __webpack_require__(59768);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
;// CONCATENATED MODULE: ./build/report/details.js








/** All folded blocks except the failures, in the order of the page. */
function detailBlocks(results, outputFolder) {
    return [
        ...freezeBlocks(results),
        ...comparedBlocks(results),
        ...deviceBlocks(results),
        ...chainBlocks(results),
        ...requestBlocks(results),
        ...lossBlocks(results),
        ...environmentBlocks(results, outputFolder),
        ...repeatBlocks(results),
    ];
}
function freezeBlocks(results) {
    const outage = partsTable(results, parts/* OUTAGE_PARTS */.FD, ({ outageParts }) => outageParts);
    const freeze = partsTable(results, parts/* FREEZE_PARTS */.FZ, (iteration) => iteration.freeze);
    const section = "Where the time goes: the outage and the freeze in parts";
    return [
        ...(outage === null
            ? []
            : [block(section, "freeze", `The outage, from the last reply to the first, in ms:\n\n${outage}`)]),
        ...(freeze === null
            ? []
            : [
                block(section, "freeze", `The freeze, from STOP to RESUME, in ms. A dash means that the part did not happen or was not measured separately. "state" combines those of stop, save, transfer and load for which QEMU wrote no traces:\n\n${freeze}\n\nEach figure is the median of that part alone. The parts of one iteration add up; their medians may not.`),
            ]),
    ];
}
/** Which part got slower: all figures of candidate and baseline. */
const comparedBlocks = ({ comparison }) => comparison.flatMap((one) => {
    if (!(0,compared/* hasRatios */.z_)(one))
        return [];
    const rows = (0,compared/* comparedRows */.HL)(one).map(({ name, baseline, candidate, change, interval, p, verdict }) => [
        ...[name, verdict, baseline, candidate, change, interval, p],
    ]);
    const head = ["figure", "verdict", "baseline", "candidate", "change", "95 % interval", "p"];
    return [
        block("Every figure of candidate and baseline", "compared", `**${one.scenario}**, medians, and the change by pairs; p of the figures below the outage is corrected for their number (Holm):\n\n${(0,markdown/* table */.tp)(head, rows, 2)}`),
    ];
});
/** One row per scenario, one column per part that at least one scenario has. Null when no part is known. */
function partsTable(results, parts, pick) {
    const median = ({ iterations }, key) => (0,figures/* medianFigure */.lh)(iterations, (iteration) => {
        const split = pick(iteration);
        return split === null ? null : split[key];
    });
    const shown = results.scenarios.filter(({ iterations }) => iterations.some((one) => pick(one) !== null));
    if (shown.length === 0)
        return null;
    const columns = parts.filter(({ key }) => shown.some((scenario) => median(scenario, key) !== null));
    return (0,markdown/* table */.tp)(["scenario", ...columns.map(({ name }) => name)], shown.map((scenario) => [
        (0,figures/* labelOf */.Wy)(scenario, results),
        ...columns.map(({ key }) => (0,figures/* msFigure */.p4)(median(scenario, key))),
    ]), 1);
}
/** The slowest devices get a row each. Most of the others take a few microseconds and share one row. */
const MOST_DEVICES = 12;
function deviceBlocks(results) {
    const section = "Time per device";
    const blocks = results.scenarios.flatMap((scenario) => {
        const iteration = (0,figures/* medianIteration */.Sb)(scenario);
        if (iteration === null)
            return [];
        const title = `**${(0,figures/* labelOf */.Wy)(scenario, results)}**, iteration ${(0,figures/* numberOf */.rl)(iteration, scenario)}, the one nearest the median`;
        return [block(section, "devices", `${title}:\n\n${devicesText(iteration.devices, iteration, results)}`)];
    });
    if (blocks.length === 0)
        return [];
    if (!results.scenarios.some(({ iterations }) => iterations.some(({ devices }) => devices !== null)))
        return blocks;
    return [
        ...blocks,
        block(section, "devices", "The target loads while the source saves: these times overlap and don't add up to the freeze."),
    ];
}
function devicesText(devices, iteration, results) {
    if (devices === null)
        return `No times: ${(0,markdown/* markdown */.wD)(untracedReason([iteration.from, iteration.to], results))}`;
    const us = ({ saveUs, loadUs }) => (saveUs ?? 0) + (loadUs ?? 0);
    const sorted = [...devices].sort((a, b) => us(b) - us(a));
    const rest = sorted.slice(MOST_DEVICES);
    const sum = (figure) => {
        const known = rest.flatMap((device) => device[figure] ?? []);
        return known.length === 0 ? null : known.reduce((total, one) => total + one, 0);
    };
    const cell = (value) => (value === null ? "–" : String(value));
    const halves = [
        ...(devices.every(({ saveUs }) => saveUs === null) ? [["save", iteration.from]] : []),
        ...(devices.every(({ loadUs }) => loadUs === null) ? [["load", iteration.to]] : []),
    ];
    return [
        (0,markdown/* table */.tp)(["device", "instance", "save µs", "load µs"], [
            ...sorted
                .slice(0, MOST_DEVICES)
                .map((one) => [fact(one.name), String(one.instance), cell(one.saveUs), cell(one.loadUs)]),
            ...(rest.length === 0
                ? []
                : [[`${rest.length} others together`, "", cell(sum("saveUs")), cell(sum("loadUs"))]]),
        ], 1),
        ...halves.map(([what, role]) => `No times to ${what}: ${(0,markdown/* markdown */.wD)(untracedReason([role], results))}`),
    ].join("\n\n");
}
/** Why there are no per-device times for these builds. */
function untracedReason(roles, results) {
    if (results.inputs.trace === "false")
        return "the input trace is false.";
    const untraced = results.builds.filter(({ role, traced }) => !traced && roles.includes(role));
    if (untraced.length === 0)
        return "QEMU's traces have nothing about this migration.";
    const builds = untraced.map(({ role, version }) => `${role} QEMU ${version}`).join(" and ");
    return results.builds.some(({ role }) => role === "baseline")
        ? "one of the builds has no vmstate_downtime traces (QEMU 8.2 and later have them), and in a comparison both builds are traced or neither."
        : `${builds} ${untraced.length === 1 ? "has" : "have"} no vmstate_downtime traces; QEMU 8.2 and later have them.`;
}
/** The first iteration of a chain has its own figures: a QEMU that has never migrated behaves differently. */
function chainBlocks(results) {
    const rows = results.scenarios.flatMap((scenario) => {
        const { stats } = scenario;
        if (stats === null || stats.firstOutageMs.n === 0 || stats.laterOutageMs.n === 0)
            return [];
        return [
            ["first", stats.firstOutageMs],
            ["later", stats.laterOutageMs],
        ].map(([which, { n, median, p95, max }]) => [
            (0,figures/* labelOf */.Wy)(scenario, results),
            which,
            String(n),
            ...[median, p95, max].map(figures/* msFigure */.p4),
        ]);
    });
    if (rows.length === 0)
        return [];
    const head = ["scenario", "iterations", "n", "outage ms, median", "p95", "max"];
    return [block("First iterations of chains, and later ones", "chains", (0,markdown/* table */.tp)(head, rows, 2))];
}
function environmentBlocks(results, outputFolder) {
    const { builds } = results;
    const facts = [
        ...(0,sentences/* runFacts */.pI)(results),
        ...(outputFolder === null ? [] : [["results and logs", outputFolder]]),
    ];
    const section = "Environment and builds";
    return [
        block(section, "environment", (0,markdown/* table */.tp)(["what", ""], facts.map(([name, text]) => [name, fact(text)]))),
        block(section, "environment", (0,markdown/* table */.tp)(["build", "QEMU", "dialect of local TAP migration", "time per device", "path"], builds.map(({ role, version, dialect, traced, path }) => [
            role,
            fact(version),
            dialect ?? "none",
            traced ? "traced" : "not traced",
            fact(path),
        ]))),
    ];
}
function repeatBlocks(results) {
    const { command, leftOut } = (0,repeat/* repetitionOf */.h)(results);
    const remark = leftOut.length === 0
        ? []
        : [`Inputs that this command does not contain: ${leftOut.map(fact).join(", ")}.`];
    return [block("Repeat this run", "repeat", [(0,markdown/* fenced */.OF)(command, "sh"), ...remark].join("\n\n"))];
}


/***/ }),

/***/ 2772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ failureBlocks)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81822);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34902);
/* harmony import */ var _mermaid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6668);



const LONGEST_REASON = 2_000;
const SECTION = "Failures: reasons and last output";
/** When the page is too long, the first failure of each scenario stays longest: the others are often the same. */
const RANK = { boot: 40, first: 41, other: 60 };
function failureBlocks(results) {
    return results.scenarios.flatMap((scenario) => {
        const failed = scenario.iterations.filter(({ status }) => status === "failed");
        const label = (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .labelOf */ .Wy)(scenario, results);
        const boot = scenario.evidence.length > 0 || (scenario.status === "failed" && failed.length === 0);
        return [
            ...(boot ? [block(RANK.boot, ofScenario(label, scenario))] : []),
            ...failed.map((iteration, index) => index === 0
                ? block(RANK.first, [ofIteration(label, iteration, scenario), ...timeline(iteration)].join("\n\n"))
                : block(RANK.other, ofIteration(label, iteration, scenario))),
        ];
    });
}
const block = (rank, text) => ({ rank, text, kind: "failures", section: SECTION });
const ofScenario = (label, { reason, evidence }) => [`**${label}**: ${reasonText(reason)}`, ...evidence.map(evidenceText)].join("\n\n");
const ofIteration = (label, iteration, scenario) => [
    `**${label}, iteration ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .numberOf */ .rl)(iteration, scenario)}** (boot ${iteration.boot}, number ${iteration.index} of its chain): ${reasonText(iteration.reason)}`,
    `Its logs are in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(iteration.folder)}.`,
    ...iteration.evidence.map(evidenceText),
].join("\n\n");
/** In ms from `migrate`; empty when the guest never froze. */
function timeline(iteration) {
    const chart = (0,_mermaid_js__WEBPACK_IMPORTED_MODULE_2__/* .timelineChart */ .IY)(iteration);
    return chart === null ? [] : [`Its timeline, in ms from \`migrate\`:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(chart, "mermaid")}`];
}
const reasonText = (reason) => reason === null ? "no reason was noted" : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortMarkdown */ .uy)(reason, LONGEST_REASON);
const evidenceText = ({ side, what, tail }) => `${side}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortMarkdown */ .uy)(what, 100)}:\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(tail)}`;


/***/ }),

/***/ 29848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ fitPage)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34902);
/** Builds a page from blocks, and drops the least important blocks when the page would be too long. */

/**
 * A page of at most `mostBytes` bytes of UTF-8, provided that the blocks of rank 0 and the note fit. Among
 * blocks of the same rank, later ones are dropped first.
 */
function fitPage(blocks, mostBytes) {
    const whole = render(blocks, []);
    if (Buffer.byteLength(whole) <= mostBytes)
        return whole;
    const bySacrifice = blocks
        .map((block, index) => ({ block, index }))
        .filter(({ block }) => block.rank > 0)
        .sort((a, b) => b.block.rank - a.block.rank || b.index - a.index);
    const gone = new Set();
    // Rendering again after each dropped block would be slow. Dropping a block saves at least the length of its
    // text.
    let excess = Buffer.byteLength(whole) + NOTE_BYTES - mostBytes;
    for (const { block } of bySacrifice) {
        if (excess <= 0)
            break;
        gone.add(block);
        excess -= Buffer.byteLength(block.text);
    }
    return render(blocks.filter((block) => !gone.has(block)), [...gone]);
}
/** Room for the note that says what was dropped. */
const NOTE_BYTES = 2_000;
function render(blocks, gone) {
    const groups = [];
    for (const { text, section } of blocks) {
        const last = groups.at(-1);
        if (section !== null && last?.title === section)
            last.texts.push(text);
        else
            groups.push({ title: section, texts: [text] });
    }
    const parts = groups.map(({ title, texts }) => {
        const inside = texts.join("\n\n");
        return title === null ? inside : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(title, inside);
    });
    return [...parts, ...note(gone)].join("\n\n").concat("\n");
}
function note(gone) {
    if (gone.length === 0)
        return [];
    const counts = new Map();
    for (const { kind } of gone.toReversed())
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const kinds = [...counts].map(([kind, times]) => (times === 1 ? kind : `${kind} (${times})`));
    return [
        `*Left out because of GitHub's size limit: ${kinds.join(", ")}. The results folder has everything.*`,
    ];
}


/***/ }),

/***/ 15765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ FIGURE_NAMES),
/* harmony export */   MF: () => (/* binding */ trendFigure),
/* harmony export */   en: () => (/* binding */ TREND_FIGURES)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81822);
/** The figures whose course a history shows. Program and client share them. */

const TREND_FIGURES = ["outageMs", "requestStallMs", "vcpuPauseMs"];
const FIGURE_NAMES = {
    outageMs: "outage",
    requestStallMs: "request stall",
    vcpuPauseMs: "vCPU pause",
};
/** Without unit. */
const trendFigure = (figure, ms) => figure === "requestStallMs" ? (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .stallFigure */ .bj)(ms) : (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .msFigure */ .p4)(ms);


/***/ }),

/***/ 3465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ problemSentence),
/* harmony export */   U4: () => (/* binding */ machineNames),
/* harmony export */   Y6: () => (/* binding */ restOf),
/* harmony export */   ek: () => (/* binding */ sinceOf),
/* harmony export */   f_: () => (/* binding */ seriesName),
/* harmony export */   fl: () => (/* binding */ otherwise),
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   ic: () => (/* binding */ scenarioName),
/* harmony export */   y6: () => (/* binding */ changeSentence)
/* harmony export */ });
/* unused harmony export whatChanged */
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81822);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69327);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15765);
/** Trends in sentences of plain text. */




/** Example: "a processor, 2 cores, kvm, guest micro". Machines that this does not tell apart also get what differs. */
function machineNames(machines) {
    const short = machines.map(({ cpu, cores, accel, guest }) => [cpu, (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(cores, "core"), accel, `guest ${guest}`].join(", "));
    return machines.map((machine, index) => {
        const name = short[index] ?? "";
        const alike = machines.filter((_, other) => short[other] === name).map(restOf);
        const differing = Object.entries(restOf(machine)).filter(([part, value]) => alike.some((one) => one[part] !== value));
        return [name, ...differing.map(([part, value]) => `${part} ${value}`)].join(", ");
    });
}
/** What else is equal in all runs of a machine. */
const restOf = ({ privilege, probe, inputs }) => ({
    privilege,
    probe: `${probe.tool} every ${probe.periodMs} ms`,
    ...inputs,
});
/** The scenario's label in the last run. */
const scenarioName = ({ scenario, build, points }) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)({ name: scenario, build }, points.at(-1)?.run ?? { builds: [] });
const seriesName = (series) => `${scenarioName(series)} ${_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .FIGURE_NAMES */ .A[series.figure]}`;
/** Example: "new-tap outage: 24.1 → 30.2 ms since 2026-11-20 (QEMU 10.0.2 → 10.0.3), beyond this machine's spread of ± 1.2 ms". */
function changeSentence(series, change) {
    const { figure, spreadMs } = series;
    const [before, after] = [change.beforeMs, change.afterMs].map((ms) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_3__/* .trendFigure */ .MF)(figure, ms));
    const together = whatChanged(series.build, change);
    return [
        `${seriesName(series)}: ${before} → ${after} ms since ${sinceOf(change)}`,
        together.length === 0 ? "" : ` (${together.join(", ")})`,
        `, beyond this machine's spread of ± ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .inMs */ .iB)(spreadMs ?? 0)}`,
    ].join("");
}
/** The day of the first run, with the time when the run before it was on the same day. In UTC. */
function sinceOf({ first, last }) {
    const day = first.startedAt.slice(0, 10);
    return last.startedAt.startsWith(day) ? `${day} ${first.startedAt.slice(11, 16)}` : day;
}
/** What is different from the run before: builds that the figure depends on, and the kernel. */
function whatChanged(build, { last, first }) {
    const roles = build === "baseline" ? ["baseline"] : ["candidate", "target"];
    const builds = roles.flatMap((role) => {
        const [before, after] = [versionOf(last, role), versionOf(first, role)];
        if (before === null || after === null || before === after)
            return [];
        const short = [before, after].map(_merge_js__WEBPACK_IMPORTED_MODULE_2__/* .shortVersion */ .Li);
        const [from, to] = short[0] === short[1] ? [before, after] : short;
        return [`${role === "candidate" ? "" : `${role} `}QEMU ${from} → ${to}`];
    });
    return [...builds, ...(last.kernel === first.kernel ? [] : [`kernel ${last.kernel} → ${first.kernel}`])];
}
const versionOf = ({ builds }, wanted) => builds.find(({ role }) => role === wanted)?.version ?? null;
/** The changes of a machine, the latest first. */
const changesOf = ({ series }) => series
    .flatMap((one) => one.changes.map((change) => ({ series: one, change })))
    .sort((a, b) => Date.parse(b.change.first.startedAt) - Date.parse(a.change.first.startedAt));
/** What is to be said besides the changes, such as "no change beyond this machine's spread in the last 23 runs". */
function otherwise({ series, runs }) {
    const enough = series.filter((one) => one.points.length >= one.leastRuns);
    const few = series.filter((one) => one.points.length < one.leastRuns);
    const changed = enough.some(({ changes }) => changes.length > 0);
    const unchanged = enough.some(({ changes }) => changes.length === 0);
    const inRuns = `beyond this machine's spread in the last ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(runs.length, "run")}`;
    return [
        ...(unchanged ? [changed ? `no other change ${inRuns}` : `no change ${inRuns}`] : []),
        ...(few.length === 0 ? [] : [fewSentence(few, enough.length > 0)]),
    ];
}
/** Examples: "too few runs yet (3 of 10)", "too few runs yet of new-tap outage (3 of 12)". */
function fewSentence(few, named) {
    const most = few.reduce((largest, { points }) => Math.max(largest, points.length), 0);
    const which = named ? ` of ${few.map(seriesName).join(", ")}` : "";
    return `too few runs yet${which} (${most} of ${few[0]?.leastRuns ?? 0})`;
}
/** Why a machine's history is missing or was not updated; null when neither is so. */
const problemSentence = ({ file, problem }) => problem === null ? null : `${(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(file)}: ${problem}`;


/***/ }),

/***/ 71212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ reportHtml)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/report/figures.js
var report_figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/report/merge.js
var merge = __webpack_require__(69327);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/base/dist-file.js
var dist_file = __webpack_require__(99037);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/report/html/client-script.js
/** The script that draws the charts in the page. script/build makes dist/report-client.js from `client/`. */



const FILE = "report-client.js";
/** @throws ConfigurationError when the file is missing, as when dist/ was not copied whole. */
function clientScript() {
    const path = (0,dist_file/* distFile */.r)(FILE);
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j1(`${path}, a part of this program, cannot be read: ${(0,errors/* messageOf */.bD)(error)}. Is dist/ complete?`);
    }
}

;// CONCATENATED MODULE: ./build/report/html/data.js

/** With more iterations, only the notable ones keep their timeline, devices and requests: about 5 kB each. */
const MOST_IN_FULL = 1_000;
const MOST_NOTABLE = 20;
/** Data as JSON, escaped so that it can neither end a script element nor begin a comment in one. */
const pageData = (data) => JSON.stringify(data).replaceAll(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** The runs without last output, which the page has as text, and trimmed to a size that a browser loads quickly. */
function leanRuns(runs) {
    const number = runs
        .flatMap(({ results }) => results.scenarios)
        .reduce((sum, { iterations }) => sum + iterations.length, 0);
    const trimmed = number > MOST_IN_FULL;
    return runs.map((run, index) => ({
        ...run,
        id: `run${index + 1}`,
        trimmed,
        results: {
            ...run.results,
            scenarios: run.results.scenarios.map((scenario) => ({
                ...scenario,
                evidence: [],
                iterations: leanIterations(scenario, trimmed),
            })),
        },
    }));
}
function leanIterations(scenario, trimmed) {
    const notable = new Set(trimmed ? notableIterations(scenario) : scenario.iterations);
    return scenario.iterations.map((iteration) => ({
        ...iteration,
        evidence: [],
        ...(!notable.has(iteration) && { timeline: [], devices: null, requests: null }),
    }));
}
/** The median iteration, the first failed ones, and the slowest ones. */
function notableIterations(scenario) {
    const typical = (0,report_figures/* medianIteration */.Sb)(scenario);
    const failed = scenario.iterations.filter(({ status }) => status === "failed");
    const slowest = [...scenario.iterations].sort((a, b) => (b.outageMs ?? 0) - (a.outageMs ?? 0));
    return [...(typical === null ? [] : [typical]), ...failed.slice(0, MOST_NOTABLE / 2), ...slowest].slice(0, MOST_NOTABLE);
}
/** The iteration that is shown first: the first failed one, else the median one. */
const firstShown = (scenario) => scenario.iterations.find(({ status }) => status === "failed") ??
    (0,report_figures/* medianIteration */.Sb)(scenario) ??
    scenario.iterations[0] ??
    null;

;// CONCATENATED MODULE: ./build/report/html/markup.js
/** Makes HTML in which inserted text shows as exactly that text: https://html.spec.whatwg.org/multipage/syntax.html */

/**
 * A template tag: the template is trusted, inserted pieces are escaped unless they are Markup. Null inserts
 * nothing.
 */
const html = (ours, ...pieces) => ({
    markup: ours.reduce((text, part, index) => text + markupOf(pieces[index - 1] ?? null) + part),
});
function markupOf(piece) {
    if (piece === null)
        return "";
    if (typeof piece === "string" || typeof piece === "number")
        return escapeHtml(String(piece));
    return "markup" in piece ? piece.markup : piece.map(markupOf).join("");
}
/** Trusted text without escaping: style sheets, scripts and the like. */
const verbatim = (markup) => ({ markup });
const ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/** Characters that act instead of showing: control characters except tab and line end, and bidirectional ones. */
const ACTING = new RegExp(`[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029${visible_text/* TURNING */.EM}]`, "g");
/** Text for an element or a quoted attribute. Characters that would act are made visible: `\x1b`, `\u202e`. */
const escapeHtml = (text) => (0,visible_text/* wellFormed */.ES)(text)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(ACTING, visible_text/* visibleCharacter */.mq)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
/** A table in a box that scrolls when the page is narrow. The first cell of a row is its heading. */
function table(caption, columns, rows) {
    const kind = ({ words }) => (words === true ? "words" : "figure");
    return html `<div class="scroll"><table><caption><span>${caption}</span></caption><thead><tr>${columns.map((column) => html `<th scope="col" class="${kind(column)}">${column.head}</th>`)}</tr></thead><tbody>${rows.map((row) => html `<tr>${columns.map((column, index) => index === 0
        ? html `<th scope="row" class="${kind(column)}">${column.cell(row)}</th>`
        : html `<td class="${kind(column)}">${column.cell(row)}</td>`)}</tr>
`)}</tbody></table></div>`;
}
/** The place where the client draws a chart. The table is for readers without JavaScript or who cannot see a chart. */
const figure = (chart, title, legend, behind, name) => html `<figure><figcaption>${title}</figcaption>
<div class="chart" data-chart="${chart}"></div>${legend}
<details data-name="${chart}"><summary>${name} as a table</summary>${behind}</details></figure>`;
/** A heading. The level varies: a page of several runs has one level more. */
function heading(level, text, id = null) {
    const [open, close] = [verbatim(`<h${level}`), verbatim(`</h${level}>`)];
    return html `${open}${id === null ? null : html ` id="${id}"`}>${text}${close}`;
}

;// CONCATENATED MODULE: ./build/report/html/measures.js

const OUTAGE = {
    ...{ name: "outage", plural: "outages", missing: "failed, without an outage figure" },
    ...{ suffix: "", limit: "max-outage-ms" },
    of: ({ outageMs }) => outageMs,
    noiseOf: ({ noiseMs }) => noiseMs,
    statsOf: ({ stats }) => stats?.outageMs ?? null,
    isBound: ({ resolved }) => resolved === false,
    ...{ figure: report_figures/* msFigure */.p4, inUnit: report_figures/* inMs */.iB, signed: report_figures/* signedMs */.Fw },
};
const STALL = {
    ...{ name: "request stall", plural: "request stalls", missing: "without a request stall" },
    ...{ suffix: "-stalls", limit: "max-request-stall-ms" },
    of: ({ requestStallMs }) => requestStallMs ?? null,
    noiseOf: ({ requestNoiseMs }) => requestNoiseMs,
    statsOf: ({ stats }) => stats?.requestStallMs ?? null,
    isBound: () => false,
    ...{ figure: report_figures/* stallFigure */.bj, inUnit: report_figures/* stallMs */.Hr, signed: report_figures/* signedStall */.N_ },
};
/** Whether an iteration has the figure, so that a chart of it shows something. */
const isMeasured = ({ iterations }, measure) => iterations.some((iteration) => measure.of(iteration) !== null);
function kindOf(iteration, measure) {
    if (measure.of(iteration) === null)
        return "open";
    if (iteration.status === "failed")
        return "failed";
    return measure.isBound(iteration) ? "bound" : "passed";
}
/** The result of an iteration in a few words. */
function iterationWords(iteration, measure) {
    const value = measure.of(iteration);
    const text = value === null ? `no ${measure.name} figure` : measure.inUnit(value);
    if (iteration.status === "failed")
        return `failed, ${text}`;
    return measure.isBound(iteration) ? `${text} at most` : text;
}
/** At the beginning of a sentence. */
const capitalised = (text) => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

// EXTERNAL MODULE: ./build/report/compared.js
var compared = __webpack_require__(9206);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/stalls.js
var stalls = __webpack_require__(34628);
;// CONCATENATED MODULE: ./build/report/html/words.js


/** Good, bad, or neither. Each word also has a sign, so that nobody needs to see the colour. */
const TONES = {
    passed: ["good", "✓"],
    met: ["good", "✓"],
    same: ["good", "✓"],
    faster: ["good", "✓"],
    failed: ["bad", "✗"],
    exceeded: ["bad", "✗"],
    slower: ["bad", "✗"],
    inconclusive: ["open", "?"],
    unresolved: ["open", "?"],
    losses: ["open", "!"],
    unsupported: ["none", "–"],
    skipped: ["none", "–"],
    new: ["open", "!"],
};
function badge(word) {
    const [tone, sign] = TONES[word];
    return html `<span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
}
/** "11.8 to 12.6"; a dash with fewer than six values. */
const intervalText = ({ ci95 }, figure = report_figures/* msFigure */.p4) => (ci95 === null ? "–" : `${figure(ci95[0])} to ${figure(ci95[1])}`);
const LIMITED = {
    "max-outage-ms": ({ statistic, bound }) => `${statistic} ≤ ${bound} ms`,
    "max-request-stall-ms": ({ statistic, bound }) => `${statistic} stall ≤ ${bound} ms`,
    "max-lost": ({ statistic, bound }) => `${statistic} lost ≤ ${bound}`,
};
const limitText = (limit) => LIMITED[limit.limit](limit);
/** The id of a scenario's section. */
const scenarioId = (run, scenario) => `${run}-scenario${scenario + 1}`;

;// CONCATENATED MODULE: ./build/report/html/overview.js








function overviewSection(run, level) {
    const { results } = run;
    const measured = results.scenarios.filter(({ iterations }) => iterations.length > 0);
    // Compared scenarios have their own chart.
    const others = measured.filter(({ name }) => !results.comparison.some(({ scenario }) => scenario === name));
    return html `<section class="overview" id="${run.id}-overview" aria-labelledby="${run.id}-overview-title" data-run="${run.id}">
${heading(level, "Scenarios", `${run.id}-overview-title`)}
${scenarioTable(run)}
<p class="remark">Times in ms. ${results.scenarios.some((scenario) => (0,findings/* earlySentence */.pA)(scenario) !== null) ? "Before STOP (the part of the outage before the freeze), noise" : "Noise"}, vCPU pause (STOP to RESUME), QEMU’s figure (the pause as QEMU reports it) and harness (our share of the pause) are medians.${(0,stalls/* haveStalls */.Ql)(results.scenarios) ? " Request stall is the median of the longest time that a TCP request waited in a migration." : null}</p>
${losses(results)}
${remarks(results)}
${measured.length < 2 || others.length === 0 ? null : overviewFigure(results, measured)}
</section>
`;
}
const overviewFigure = (results, measured) => sideBySide("overview", measured.map((scenario) => ({ label: (0,report_figures/* labelOf */.Wy)(scenario, results), scenario })));
/** A chart of the outages of several scenarios, and one of their request stalls if they have some. */
const sideBySide = (chart, rows) => html `${[OUTAGE, STALL].map((measure) => {
    const own = rows.filter(({ scenario }) => measure === OUTAGE || isMeasured(scenario, measure));
    if (own.length === 0)
        return null;
    return figure(`${chart}${measure.suffix}`, html `${capitalised(measure.plural)} side by side <span class="remark">ms</span>`, html `<ul class="legend"><li><span class="dot passed"></span>an iteration</li><li><span class="line median"></span>median</li><li><span class="swatch interval"></span>its 95 % interval</li></ul>`, figuresTable(own, measure), capitalised(measure.plural));
})}`;
/** The measured scenarios of all runs, builds of the same scenario below one another. */
function measuredRows(runs) {
    const rows = runs.flatMap(({ label, results }) => results.scenarios
        .filter(({ iterations }) => iterations.length > 0)
        .map((scenario) => ({ label: `${(0,report_figures/* labelOf */.Wy)(scenario, results)} · ${label}`, scenario })));
    const names = new Set(rows.map(({ scenario }) => scenario.name));
    return [...names].flatMap((name) => rows.filter(({ scenario }) => scenario.name === name));
}
/** The figures behind a chart of several scenarios. */
function figuresTable(rows, measure) {
    const of = ({ scenario }) => measure.statsOf(scenario);
    const { figure: text, name } = measure;
    return table(`${capitalised(name)} of the iterations that passed, ms`, [
        { head: "scenario", words: true, cell: ({ label }) => label },
        { head: "n", cell: (row) => of(row)?.n ?? 0 },
        { head: "min", cell: (row) => text(of(row)?.min) },
        { head: "median", cell: (row) => text(of(row)?.median) },
        { head: "95 % interval", cell: (row) => intervalText({ ci95: of(row)?.ci95 ?? null }, text) },
        { head: "p95", cell: (row) => text(of(row)?.p95) },
        { head: "max", cell: (row) => text(of(row)?.max) },
    ], rows);
}
function scenarioTable({ id, results }) {
    const { scenarios, comparison } = results;
    const median = (pick) => ({ iterations }) => (0,report_figures/* msFigure */.p4)((0,report_figures/* medianFigure */.lh)(iterations, pick));
    const outage = (pick) => ({ stats, iterations }) => {
        const text = (0,report_figures/* msFigure */.p4)(stats?.outageMs[pick]);
        return text !== "–" && (0,report_figures/* mostlyUnresolved */.YS)(iterations) ? `≤ ${text}` : text;
    };
    const name = (scenario) => {
        const label = (0,report_figures/* labelOf */.Wy)(scenario, results);
        return scenario.iterations.length === 0
            ? label
            : html `<a href="#${scenarioId(id, scenarios.indexOf(scenario))}">${label}</a>`;
    };
    const columns = [
        { head: "scenario", words: true, cell: name },
        { head: "result", words: true, cell: ({ status }) => badge(status) },
        { head: "outage median", cell: (scenario) => html `<strong>${outage("median")(scenario)}</strong>` },
        { head: "p95", cell: outage("p95") },
        { head: "max", cell: outage("max") },
        ...((0,stalls/* haveStalls */.Ql)(scenarios)
            ? [{ head: "request stall", cell: (scenario) => (0,report_figures/* stallFigure */.bj)((0,stalls/* medianStall */.VB)(scenario)) }]
            : []),
        ...(comparison.length === 0
            ? []
            : [
                {
                    head: "against baseline",
                    words: true,
                    cell: (scenario) => comparisonCell(scenario, comparison),
                },
            ]),
        ...(scenarios.every(({ limits }) => limits.length === 0)
            ? []
            : [{ head: "limits", words: true, cell: limitsCell }]),
        { head: "n", cell: numberCell },
        ...(scenarios.some((scenario) => (0,findings/* earlySentence */.pA)(scenario) !== null)
            ? [{ head: "before STOP", cell: median(({ outageParts }) => outageParts?.beforeStopMs) }]
            : []),
        { head: "noise", cell: median(({ noiseMs }) => noiseMs) },
        { head: "most lost", cell: ({ iterations }) => (0,report_figures/* mostLost */.C_)(iterations) ?? "–" },
        { head: "vCPU pause", cell: median(({ vcpuPauseMs }) => vcpuPauseMs) },
        { head: "QEMU’s figure", cell: median(({ qemuDowntimeMs }) => qemuDowntimeMs) },
        { head: "harness", cell: median(({ harnessMs }) => harnessMs) },
    ];
    return table("Every scenario: its result and the medians of its figures", columns, scenarios);
}
/** How many iterations the figures come from: "9 of 10", or "10" when all count. */
function numberCell({ stats, iterations }) {
    const n = stats?.outageMs.n ?? 0;
    return n === iterations.length ? String(n) : `${n} of ${iterations.length}`;
}
function comparisonCell({ name, build }, comparison) {
    const own = comparison.find(({ scenario }) => scenario === name);
    if (build !== "candidate" || own === undefined)
        return null;
    return html `${badge(own.verdict)} <span class="remark">${(0,compared/* outageChange */.Ac)(own)}</span>${(0,compared/* slowerTexts */.Fo)(own).map((text) => html `<div>${badge("slower")} <span class="remark">${text}</span></div>`)}`;
}
const limitsCell = ({ limits }) => limits.map((limit) => html `<div>${badge(limit.verdict)} <span class="remark">${limitText(limit)}</span></div>`);
/** Lost requests where packets wait: a finding, whatever the limits say. */
function losses(results) {
    const lines = (0,findings/* sentencesOf */.cj)(results, findings/* lossSentence */.Fz).map(({ label, sentence }) => html `<li>${badge("losses")} <strong>${label}</strong>: ${sentence}.</li>`);
    return lines.length === 0 ? null : html `<ul class="findings">${lines}</ul>`;
}
/** What a reader must know to read the figures. */
function remarks(results) {
    const { scenarios } = results;
    const lines = [
        ...scenarios.flatMap((scenario) => {
            const { status, reason } = scenario;
            return reason !== null && (status === "unsupported" || status === "skipped")
                ? [html `<strong>${(0,report_figures/* labelOf */.Wy)(scenario, results)}</strong> ${status}: ${reason}`]
                : [];
        }),
        ...[findings/* earlySentence */.pA, findings/* unseenSentence */.MR, stalls/* stallSentence */.EF].flatMap((of) => (0,findings/* sentencesOf */.cj)(results, of).map(({ label, sentence }) => html `<strong>${label}</strong>: ${sentence}.`)),
        ...(scenarios.some(({ iterations }) => (0,report_figures/* mostlyUnresolved */.YS)(iterations))
            ? [
                "≤: in most iterations the outage is less than twice this machine’s noise, so these figures are upper bounds.",
            ]
            : []),
        ...[(0,sentences/* coarseProbeSentence */.R9)(results), (0,sentences/* controlSentence */.vQ)(results)].filter((line) => line !== null),
    ];
    return lines.length === 0
        ? null
        : html `<ul class="remarks">${lines.map((line) => html `<li>${line}</li>`)}</ul>`;
}

;// CONCATENATED MODULE: ./build/report/html/merged.js






function mergedSection(runs) {
    const rows = (0,merge/* buildRows */.kO)({ runs: runs.map((run) => ({ ...run, path: run.id })) });
    const scenarios = (0,merge/* scenariosIn */.PK)(rows);
    const several = new Set(rows.map(({ accel }) => accel)).size > 1;
    const columns = [
        { head: "build", words: true, cell: ({ name }) => name },
        ...(several ? [{ head: "accelerator", words: true, cell: ({ accel }) => accel }] : []),
        ...scenarios.map((scenario) => ({ head: scenario, cell: ({ cell }) => cell(scenario) })),
    ];
    const all = (0,merge/* spreads */.D0)(rows);
    const caption = (0,merge/* tableTitle */.jA)(rows);
    const lines = [...rows.map(buildLine), ...spreadLines(all)];
    const hosts = new Set(runs.map(({ results: { host } }) => JSON.stringify(host)));
    return html `<section class="merged" aria-labelledby="merged-title">
${heading(2, "Builds and scenarios", "merged-title")}
${table(`${capitalised(caption)} in ms, by build and scenario; best, worst and spread are of ${caption === "median outage" ? "these medians" : "the outages"}`, columns, lines)}
<ul class="remarks">${[
        ...(several ? ["Figures of different accelerators can’t be compared."] : []),
        ...(hosts.size > 1
            ? [
                `These runs come from ${hosts.size} different hosts. To find the faster of two builds, run both on one host (input baseline-qemu).`,
            ]
            : []),
        ...(rows.some(({ cells }) => [...cells.values()].some(({ upperBound }) => upperBound))
            ? [
                "≤: in most iterations the outage is less than twice the machine’s noise, so the figure is an upper bound.",
            ]
            : []),
    ].map((line) => html `<li>${line}</li>`)}</ul>
${sideBySide("merged", measuredRows(runs))}
</section>
`;
}
function buildLine(row) {
    const { run, accel, cells } = row;
    const id = run.path;
    return {
        name: html `<a href="#${id}">${(0,merge/* rowName */._k)(row)}</a>`,
        accel,
        cell: (scenario) => {
            const cell = cells.get(scenario);
            if (cell === undefined)
                return null;
            const { status, medianMs, upperBound, stallMs } = cell;
            if (medianMs === null)
                return badge(status);
            const stall = stallMs === null ? "" : ` / ${(0,report_figures/* stallFigure */.bj)(stallMs)}`;
            const text = `${upperBound ? "≤ " : ""}${(0,report_figures/* msFigure */.p4)(medianMs)}${stall}`;
            const href = `#${scenarioId(id, indexOf(run.results, scenario, row))}`;
            return html `${status === "failed" ? html `${badge(status)} ` : null}<a href="${href}">${text}</a>`;
        },
    };
}
/** Index of the scenario that a cell is about: a run may have one of that name for each build. */
function indexOf({ scenarios }, name, { part }) {
    const build = part === "baseline" ? "baseline" : part.startsWith("target") ? "target" : "candidate";
    return scenarios.findIndex((scenario) => scenario.name === name && (part === "" || scenario.build === build));
}
function spreadLines(all) {
    return [...new Set(all.map(({ accel }) => accel))].flatMap((accel) => {
        const line = (name, text) => ({
            name: html `<strong>${name}</strong>`,
            accel,
            cell: (scenario) => {
                const own = all.find((one) => one.accel === accel && one.scenario === scenario);
                return own === undefined ? null : text(own);
            },
        });
        const extreme = ({ row, medianMs }) => html `<strong>${(0,report_figures/* msFigure */.p4)(medianMs)}</strong><br><span class="remark">${(0,merge/* rowName */._k)(row)}</span>`;
        return [
            line("best", ({ best }) => extreme(best)),
            line("worst", ({ worst }) => extreme(worst)),
            line("spread", ({ best, worst }) => html `<strong>${(0,report_figures/* msFigure */.p4)(worst.medianMs - best.medianMs)}</strong>`),
        ];
    });
}

// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
;// CONCATENATED MODULE: ./build/report/html/comparison.js





/** Null when there was only one build. */
function comparisonSection(run, level) {
    const { comparison, builds } = run.results;
    if (comparison.length === 0)
        return null;
    const version = (role) => builds.find((build) => build.role === role)?.version ?? "";
    return html `<section class="comparison" id="${run.id}-comparison" aria-labelledby="${run.id}-comparison-title" data-run="${run.id}">
${heading(level, "Candidate against baseline", `${run.id}-comparison-title`)}
<p class="remark">Baseline (A): QEMU ${version("baseline")}. Candidate (B): QEMU ${version("candidate")}. “Slower” and “faster” mean: unlikely to be chance, larger than what can be measured, and beyond the threshold as far as these pairs can tell.</p>
${comparison.map((one, index) => comparisonMarkup(one, index, level + 1))}</section>
`;
}
function comparisonMarkup(comparison, index, level) {
    const { scenario, pairs, verdict } = comparison;
    const stall = (0,compared/* stallComparison */.Qf)(comparison);
    return html `<div class="pairing" data-comparison="${index}">
${heading(level, html `${scenario} ${badge(verdict)}`)}
<p class="lead">${(0,sentences/* comparisonSentence */.nX)(comparison)}</p>
${againstFigure(comparison, scenario, OUTAGE, [["pairs", String(pairs)]])}${(0,compared/* otherFindings */.jE)(comparison).map((other) => html `
<p class="lead">${badge(other.verdict)} ${other.sentence}</p>`)}
${stall === undefined ? null : againstFigure(stall, scenario, STALL, [])}
${(0,compared/* hasRatios */.z_)(comparison) ? everyFigure(comparison) : null}</div>
`;
}
/** All figures of both builds: which part has changed. */
const everyFigure = (comparison) => figure("ratios", html `Every figure of B, compared with A’s <span class="remark">change in %, by the pairs</span>`, html `<ul class="legend"><li><span class="dot passed"></span>change, with its 95 % interval</li><li><span class="dot slower"></span>slower</li><li><span class="swatch threshold"></span>within ± ${comparison.maxRegressionPercent} %</li></ul>`, table(`All figures of candidate (B) and baseline (A) in ${comparison.scenario}. p is corrected for the number of figures below the outage (Holm)`, [
    { head: "figure", words: true, cell: ({ name }) => name },
    { head: "A", cell: ({ baseline }) => baseline },
    { head: "B", cell: ({ candidate }) => candidate },
    { head: "change", cell: ({ change }) => change },
    { head: "95 % interval", cell: ({ interval }) => interval },
    { head: "p", cell: ({ p }) => p },
    { head: "verdict", words: true, cell: ({ verdict }) => badge(verdict) },
], (0,compared/* comparedRows */.HL)(comparison)), "Every figure");
const againstFigure = (compared, scenario, measure, more) => figure(`against${measure.suffix}`, html `${capitalised(measure.plural)} of both builds, and the difference of their medians <span class="remark">ms</span>`, html `<ul class="legend"><li><span class="dot passed"></span>passed</li><li><span class="dot failed"></span>failed</li><li><span class="line median"></span>median</li><li><span class="swatch interval"></span>95 % interval</li><li><span class="swatch threshold"></span>within ± ${compared.maxRegressionPercent} % of A’s median</li></ul>`, comparisonTable(compared, scenario, measure, more), measure === OUTAGE ? "Comparison" : `Comparison of ${measure.plural}`);
function comparisonTable(compared, scenario, { name, plural, figure: text, signed }, more) {
    const { medianA, medianB, deltaMs, deltaCi95, p, maxRegressionPercent, verdict } = compared;
    const rows = [
        ["median of A, ms", text(medianA)],
        ["median of B, ms", text(medianB)],
        ["difference of the medians", deltaMs === null ? "–" : signed(deltaMs)],
        ["its 95 % interval", deltaCi95 === null ? "–" : `${signed(deltaCi95[0])} to ${signed(deltaCi95[1])}`],
        ["change, by the pairs", (0,sentences/* changePercent */.AI)(compared) ?? "–"],
        ["its 95 % interval", (0,sentences/* ratioInterval */.zr)(compared) ?? "–"],
        ["p, by the pairs (signed ranks)", (0,sentences/* pText */.C6)(compared)?.replace(/^p (= )?/, "") ?? "–"],
        ["p without pairs (Mann–Whitney U)", p === null ? "–" : p.toPrecision(2)],
        ...more,
        ["threshold", `${maxRegressionPercent} % of A’s median`],
        ["verdict", verdict],
    ];
    return table(`Candidate (B) against baseline (A), ${name === "outage" ? scenario : `${plural} in ${scenario}`}`, [
        { head: "figure", words: true, cell: ([row]) => row },
        { head: "value", cell: ([, value]) => value },
    ], rows);
}

// EXTERNAL MODULE: ./build/report/repeat.js
var repeat = __webpack_require__(59768);
;// CONCATENATED MODULE: ./build/report/html/environment.js



function environmentSection(id, { results }, level) {
    const { builds, inputs } = results;
    const facts = [
        ...(0,sentences/* runFacts */.pI)(results),
        ...Object.entries(inputs).map(([name, value]) => [`input ${name}`, value]),
    ];
    const { command, leftOut } = (0,repeat/* repetitionOf */.h)(results);
    return html `<section class="environment" id="${id}-environment" aria-labelledby="${id}-environment-title">
${heading(level, "What was run", `${id}-environment-title`)}
${table("Builds of QEMU", [
        { head: "build", words: true, cell: ({ role }) => role },
        { head: "QEMU", words: true, cell: ({ version }) => version },
        { head: "dialect of local TAP migration", words: true, cell: ({ dialect }) => dialect ?? "none" },
        { head: "time per device", words: true, cell: ({ traced }) => (traced ? "traced" : "not traced") },
        { head: "path", words: true, cell: ({ path }) => html `<code>${path}</code>` },
    ], builds)}
<dl class="facts">${facts.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${heading(level + 1, "Repeat this run")}
<pre class="command">${command}</pre>
${leftOut.length === 0 ? null : html `<p class="remark">Inputs that this command does not contain: ${leftOut.join(", ")}.</p>`}
</section>
`;
}

// EXTERNAL MODULE: ./build/report/details.js + 2 modules
var details = __webpack_require__(56116);
// EXTERNAL MODULE: ./build/report/parts.js
var parts = __webpack_require__(68897);
// EXTERNAL MODULE: ./build/measure/tcp-requests.js
var tcp_requests = __webpack_require__(92823);
;// CONCATENATED MODULE: ./build/report/html/requests.js
/** The TCP requests of an iteration: their place on the page. The client draws them. */



function requestKind({ sentAtMs, answeredAtMs }) {
    if (answeredAtMs === null)
        return "unanswered";
    return answeredAtMs - sentAtMs >= tcp_requests/* STALLED_MS */.te ? "stalled" : "answered";
}
/** In the order in which they were sent. */
const requestsOf = ({ requests }) => [...(requests ?? [])].sort((a, b) => a.sentAtMs - b.sentAtMs);
/** Null without connections. */
function requestsFigure(iteration) {
    const requests = requestsOf(iteration);
    if (requests.length === 0)
        return null;
    const has = (kind) => requests.some((one) => requestKind(one) === kind);
    const happened = (wanted) => iteration.timeline.some(({ event }) => event === wanted);
    const entries = [
        [has("answered"), "stroke answered", "a request, sent to answered"],
        [has("stalled"), "stroke stalled", `waited ${tcp_requests/* STALLED_MS */.te} ms or more`],
        [has("unanswered"), "dot open", "not answered"],
        [happened("last reply"), "swatch outage", "outage"],
        [happened("STOP"), "swatch freeze", "freeze"],
    ];
    return figure("requests", html `TCP requests <span class="remark">ms from <code>migrate</code></span>`, html `<ul class="legend">${entries
        .filter(([there]) => there)
        .map(([, sign, text]) => html `<li><span class="${sign}" aria-hidden="true"></span>${text}</li>`)}</ul>`, table("TCP requests in flight during the freeze, and others that took long; in ms from migrate", [
        { head: "sent", cell: ({ sentAtMs }) => sentAtMs.toFixed(3) },
        { head: "connection", cell: ({ connection }) => connection },
        { head: "answered", cell: ({ answeredAtMs }) => answeredAtMs?.toFixed(3) ?? "not" },
        { head: "took", cell: ({ sentAtMs, answeredAtMs }) => took(sentAtMs, answeredAtMs) },
    ], requests), "TCP requests");
}
const took = (sentAtMs, answeredAtMs) => answeredAtMs === null ? "–" : (0,report_figures/* stallFigure */.bj)(answeredAtMs - sentAtMs);
/** A description for people who cannot see the chart. */
function requestsSpoken(requests) {
    const slowest = slowestOf(requests);
    const unanswered = requests.filter(({ answeredAtMs }) => answeredAtMs === null).length;
    return [
        `${requests.length} in flight during the freeze or slow`,
        ...(slowest === null
            ? []
            : [`the slowest, sent at ${inMs(slowest.request.sentAtMs)}, took ${stallFigure(slowest.tookMs)} ms`]),
        ...(unanswered === 0 ? [] : [`${unanswered} not answered`]),
    ].join(", ");
}
/** Of those that were answered; null when none was. */
const slowestOf = (requests) => requests
    .flatMap((request) => request.answeredAtMs === null ? [] : [{ request, tookMs: request.answeredAtMs - request.sentAtMs }])
    .reduce((most, one) => (most === null || one.tookMs > most.tookMs ? one : most), null);

;// CONCATENATED MODULE: ./build/report/html/iteration.js
/**
 * One iteration: its figures, its timeline, and where the time went. The program makes the panel that is
 * shown first; the page's script makes the others with the same functions.
 */









/** The panel of an iteration; `level` is the level of its heading. */
function iterationPanel(run, scenario, iteration, level) {
    const number = (0,report_figures/* numberOf */.rl)(iteration, scenario);
    const typical = iteration === (0,report_figures/* medianIteration */.Sb)(scenario) ? ", the one nearest the median" : "";
    const left = run.trimmed && iteration.timeline.length === 0;
    return html `${heading(level, html `Iteration ${number} of ${scenario.iterations.length}${typical}`)}
${reason(run, scenario, iteration)}
${figures(iteration)}
${lossesOf(iteration)}
${left ? html `<p class="remark">This page has too many iterations to keep each one's timeline and devices; they are in results.json.</p>` : courseOf(run, iteration)}
${flowsOf(iteration)}
${logLinks(run, iteration)}`;
}
function reason({ id, results }, scenario, iteration) {
    if (iteration.status !== "failed")
        return null;
    return html `<p class="fault"><strong>Failed:</strong> ${iteration.reason ?? "no reason was noted"} <a href="#${failureId(id, results.scenarios.indexOf(scenario), (0,report_figures/* numberOf */.rl)(iteration, scenario))}">Last output</a></p>`;
}
/** Id of the element with the last output. Null for the iteration: the scenario's boot failed. */
const failureId = (run, scenario, iteration) => `${run}-scenario${scenario + 1}-failure-${iteration ?? "boot"}`;
function figures(iteration) {
    const { outageMs, resolved, lost, sent, late, boot, index, pair, from, to } = iteration;
    const bound = resolved === false ? "≤ " : "";
    const ms = (name, value) => [
        name,
        value === null ? "–" : html `${(0,report_figures/* msFigure */.p4)(value)} <span class="unit">ms</span>`,
    ];
    const facts = [
        ["outage", outageMs === null ? "none" : html `${bound}${(0,report_figures/* msFigure */.p4)(outageMs)} <span class="unit">ms</span>`],
        ms("vCPU pause", iteration.vcpuPauseMs),
        ms("QEMU’s own figure", iteration.qemuDowntimeMs),
        ms("harness", iteration.harnessMs),
        ms("noise", iteration.noiseMs),
        ms("longest gap after", iteration.afterGapMs),
        ...(0,stalls/* connectionFacts */.Cg)(iteration).map(([name, text]) => [name, withUnit(text)]),
        ["lost, late, of sent", `${lost ?? "–"}, ${late ?? "–"}, ${sent ?? "–"}`],
        ["boot, number in it", `${boot}, ${index}`],
        ...(pair === null ? [] : [["pair", pair]]),
        ...(from === to ? [] : [["from, to", `${from} → ${to}`]]),
    ];
    return html `<dl class="figures">${facts.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
const withUnit = (text) => text.endsWith(" ms") ? html `${text.slice(0, -" ms".length)} <span class="unit">ms</span>` : text;
/** Null when no request was lost, or where losses are expected. */
function lossesOf(iteration) {
    const { losses, queuePairs } = iteration;
    if (losses == null || losses.length === 0)
        return null;
    const [active, source] = [queuePairs.active ?? "–", (0,findings/* sourceText */.rI)(iteration)];
    return html `<ul class="remarks" data-name="losses">${losses.map(({ address, phase, count: number, firstAtMs }) => html `<li>${badge("losses")} ${(0,report_figures/* count */.U9)(number, "request")} to ${address}, sent ${findings/* PHASES */.ZG[phase]}${number === 1 ? "" : ", the first"} ${(0,report_figures/* inMs */.iB)(Math.abs(firstAtMs))} ${firstAtMs < 0 ? "before" : "after"} <code>migrate</code>. The source was ${source}; active queue pairs: ${active}.</li>`)}</ul>`;
}
const courseOf = (run, iteration) => html `${timelineFigure(iteration)}${requestsFigure(iteration)}${partsFigure(iteration)}${devicesFigure(run, iteration)}`;
function timelineFigure({ timeline }) {
    if (timeline.length === 0)
        return html `<p class="remark">No timeline: the migration of this iteration did not start.</p>`;
    return figure("timeline", html `Timeline <span class="remark">ms from <code>migrate</code></span>`, html `<ul class="legend"><li><span class="swatch outage"></span>outage, last reply to first reply</li><li><span class="swatch freeze"></span>freeze, STOP to RESUME</li></ul>`, table("All events, in ms from migrate", [
        { head: "at", cell: ({ atMs }) => atMs.toFixed(3) },
        { head: "side", words: true, cell: ({ side }) => side },
        { head: "event", words: true, cell: ({ event }) => event },
    ], timeline), "Timeline");
}
function partsFigure(iteration) {
    const [outage, freeze] = [(0,parts/* outageParts */._m)(iteration), (0,parts/* freezeParts */.qi)(iteration)];
    if (outage.length === 0 && freeze.length === 0)
        return html `<p class="remark">Where the time went is unknown: neither the freeze nor the outage is complete.</p>`;
    const legend = (0,parts/* lastingParts */.B5)([...outage.filter(({ colour }) => colour !== "freeze"), ...freeze]);
    const rows = [
        ...outage.map((part) => ({ of: "outage", part, totalMs: iteration.outageMs })),
        ...freeze.map((part) => ({ of: "freeze", part, totalMs: iteration.vcpuPauseMs })),
    ];
    return figure("parts", html `Where the time went <span class="remark">ms; the parts of each bar add up</span>`, html `<ul class="legend">${legend.map(({ colour, name, ms }) => html `<li><span class="swatch ${colour}"></span>${name} <span class="value">${(0,report_figures/* msFigure */.p4)(ms)}</span></li>`)}</ul>`, table("Parts of the outage and of the freeze; a dash: did not happen, or was not measured separately", [
        { head: "part", words: true, cell: ({ part }) => part.name },
        { head: "of", words: true, cell: ({ of }) => of },
        { head: "ms", cell: ({ part }) => (part.ms === null ? "–" : part.ms.toFixed(3)) },
        {
            head: "share",
            cell: ({ part, totalMs }) => part.ms === null || !totalMs ? "–" : `${Math.round((part.ms / totalMs) * 100)} %`,
        },
        { head: "what it is", words: true, cell: ({ part }) => part.meaning },
    ], rows), "Parts");
}
/** A device's time on both sides together. */
const deviceUs = ({ saveUs, loadUs }) => (saveUs ?? 0) + (loadUs ?? 0);
/** The slowest first. */
const byTime = (devices) => [...devices].sort((a, b) => deviceUs(b) - deviceUs(a));
function devicesFigure({ results }, { devices, from, to }) {
    if (devices === null || devices.length === 0)
        return html `<p class="remark">No times per device: ${(0,details/* untracedReason */.z)([from, to], results)}</p>`;
    const halves = [
        ...(devices.every(({ saveUs }) => saveUs === null) ? [["save", from]] : []),
        ...(devices.every(({ loadUs }) => loadUs === null) ? [["load", to]] : []),
    ];
    const us = (value) => (value === null ? "–" : String(value));
    return html `${figure("devices", html `Time per device, the slowest <span class="remark">µs; the target loads while the source saves, so these overlap and don’t add up to the freeze</span>`, html `<ul class="legend"><li><span class="swatch save"></span>save, on the source</li><li><span class="swatch load"></span>load, on the target</li></ul>`, table(`All ${devices.length} devices, the slowest first`, [
        { head: "device", words: true, cell: ({ name }) => html `<span class="device">${name}</span>` },
        { head: "instance", cell: ({ instance }) => instance },
        { head: "save µs", cell: ({ saveUs }) => us(saveUs) },
        { head: "load µs", cell: ({ loadUs }) => us(loadUs) },
    ], byTime(devices)), "Devices")}${halves.map(([what, role]) => html `<p class="remark">No times to ${what}: ${(0,details/* untracedReason */.z)([role], results)}</p>`)}`;
}
/** Shown only when there are several flows; the iteration's figures are those of the worst one. */
function flowsOf({ flows }) {
    if (flows.length < 2)
        return null;
    return html `<details data-name="flows"><summary>${flows.length} flows, one for each queue pair</summary>${table("Each address of the guest that was probed; the figures above are those of the worst", [
        { head: "address", words: true, cell: ({ address }) => address },
        { head: "outage ms", cell: ({ outageMs }) => (0,report_figures/* msFigure */.p4)(outageMs) },
        { head: "noise ms", cell: ({ noiseMs }) => (0,report_figures/* msFigure */.p4)(noiseMs) },
        { head: "sent", cell: ({ sent }) => sent ?? "–" },
        { head: "lost", cell: ({ lost }) => lost ?? "–" },
        { head: "late", cell: ({ late }) => late ?? "–" },
    ], flows)}</details>`;
}
const LOGS = ["console.log", "stderr.log", "qmp.log", "trace.log"];
/** Links to an iteration's files when they are near the page; otherwise only the folder's name. */
function logLinks({ logs, results }, { folder, from, to }) {
    if (logs === null)
        return html `<p class="logs">Logs: <code>${folder}</code></p>`;
    const base = addressOf(logs, folder);
    const link = (file) => html `<a href="${base}${file}">${file}</a>`;
    const traced = (role) => results.builds.some((build) => build.role === role && build.traced);
    const ofSide = (side, role) => LOGS.filter((file) => file !== "trace.log" || traced(role)).map((file) => html `${link(`${side}.${file}`)} `);
    return html `<p class="logs">Logs: ${link("probe.log")} ${link("iteration.json")} ${ofSide("source", from)}${ofSide("target", to)}</p>`;
}
/** A URL that is relative whatever the folder's name is. */
function addressOf(logs, folder) {
    const segments = `${logs}/${folder}`.split("/").filter((segment, index) => segment !== "" || index === 0);
    const path = segments.map((segment) => encodeURIComponent((0,visible_text/* wellFormed */.ES)(segment))).join("/");
    return `${path.startsWith("/") ? "." : "./"}${path}/`;
}

;// CONCATENATED MODULE: ./build/report/html/failures.js




/** Later failures of a scenario are mostly the same: the page has only their reasons, results.json the last output. */
const failures_MOST_IN_FULL = 10;
const LONGEST_REASON = 2_000;
const LONGEST_TAIL = 8_000;
/** Null when nothing failed. */
function failuresSection(id, run, level) {
    const entries = run.results.scenarios.flatMap((scenario, index) => {
        const label = (0,report_figures/* labelOf */.Wy)(scenario, run.results);
        const failed = scenario.iterations.filter(({ status }) => status === "failed");
        const boot = scenario.evidence.length > 0 || (scenario.status === "failed" && failed.length === 0);
        return [
            ...(boot ? [ofScenario(failureId(id, index, null), label, scenario)] : []),
            ...failed.map((iteration, at) => ofIteration(failureId(id, index, (0,report_figures/* numberOf */.rl)(iteration, scenario)), `${label}, iteration ${(0,report_figures/* numberOf */.rl)(iteration, scenario)}`, iteration, at < failures_MOST_IN_FULL)),
        ];
    });
    if (entries.length === 0)
        return null;
    return html `<section class="failures" id="${id}-failures" aria-labelledby="${id}-failures-title">
${heading(level, "Failures: reasons and last output", `${id}-failures-title`)}
${entries.map((entry, index) => entry(index === 0))}</section>
`;
}
const ofScenario = (id, title, { reason, evidence }) => entry(id, title, reason, evidence.map(evidenceText));
function ofIteration(id, title, iteration, full) {
    const { reason, evidence, folder } = iteration;
    const said = full
        ? evidence.map(evidenceText)
        : html `<p class="remark">The last output is in results.json, as <code>evidence</code>.</p>`;
    return entry(id, title, reason, html `${said}<p class="logs">Logs: <code>${folder}</code></p>`);
}
/** The first entry is open, because readers look for it. */
const entry = (id, title, reason, inside) => (open) => html `<details id="${id}" class="failure"${open ? verbatim(" open") : null}><summary><strong>${title}</strong> ${reason === null ? "no reason was noted" : (0,markdown/* shorten */.ml)(reason, LONGEST_REASON)}</summary>${inside}</details>
`;
const evidenceText = ({ side, what, tail }) => html `<figure class="said"><figcaption>${side}, ${(0,markdown/* shorten */.ml)(what, 100)}${tail.length > LONGEST_TAIL ? " (its end)" : null}</figcaption><pre>${tail.slice(-LONGEST_TAIL)}</pre></figure>`;

;// CONCATENATED MODULE: ./build/report/html/domain.js

/** A limit this many times above every figure gets a label but no line: the dots would become one spot. */
const FAR = 2.5;
/** The axis begins at zero, unless more than this share of the chart would be empty. */
const EMPTY = 0.5;
/** The axis spans at least this share of its end, so that small differences look small. */
const LEAST_SPAN = 0.25;
function dotRange(measure, rows, limits = []) {
    const values = rows.flatMap(({ iterations, stats }) => [
        ...iterations.flatMap((iteration) => measure.of(iteration) ?? []),
        ...(stats?.ci95 ?? []),
    ]);
    const largest = values.reduce((most, one) => Math.max(most, one), 0) || 1;
    const bounds = limitsOn(measure, limits).flatMap(({ bound }) => (bound <= largest * FAR ? [bound] : []));
    const to = bounds.reduce((most, one) => Math.max(most, one), largest);
    const least = [...values, ...bounds].reduce((most, one) => Math.min(most, one), largest);
    const noiseMs = (0,report_figures/* medianFigure */.lh)(rows.flatMap(({ iterations }) => iterations), measure.noiseOf);
    const unsureMs = noiseMs === null ? null : noiseMs * 2;
    const room = (to - least) * 0.08 || to * 0.05;
    const from = least > to * EMPTY && (unsureMs ?? 0) < least - room ? Math.min(least - room, to * (1 - LEAST_SPAN)) : 0;
    return {
        domain: [from, to + (to - from) * 0.04],
        unsureMs: unsureMs !== null && unsureMs > from && unsureMs <= to * FAR ? Math.min(unsureMs, to) : null,
    };
}
const limitsOn = (measure, limits) => limits.filter(({ limit }) => limit === measure.limit);

;// CONCATENATED MODULE: ./build/report/html/scenario.js
/** A scenario: the distribution of its outages, and one iteration that the reader chooses. */









/** The section of a scenario; null when it has no iterations to show. */
function scenarioSection(run, scenario, level) {
    const shown = firstShown(scenario);
    if (shown === null)
        return null;
    const index = run.results.scenarios.indexOf(scenario);
    const id = scenarioId(run.id, index);
    const label = (0,report_figures/* labelOf */.Wy)(scenario, run.results);
    return html `<section class="scenario" id="${id}" aria-labelledby="${id}-title" data-run="${run.id}" data-scenario="${index}" data-level="${level + 1}">
${heading(level, html `${label} ${badge(scenario.status)}`, `${id}-title`)}
${lead(scenario, run.results)}
${figure("distribution", dotsTitle(OUTAGE), dotsLegend(scenario, OUTAGE), iterationTable(label, scenario), "Iterations")}${requestStalls(label, scenario)}
${statisticsTable(label, scenario)}
${chooser(id, label, scenario, shown)}
<div class="panel">${iterationPanel(run, scenario, shown, level + 1)}</div>
</section>
`;
}
/** Null without connections. */
const requestStalls = (label, scenario) => isMeasured(scenario, STALL)
    ? figure(`distribution${STALL.suffix}`, dotsTitle(STALL), dotsLegend(scenario, STALL), requestTable(label, scenario), "Requests of every iteration")
    : null;
function lead(scenario, results) {
    const { stats, limits, iterations } = scenario;
    const outage = stats?.outageMs;
    const figures = outage === undefined || outage.median === null
        ? "No iteration passed, so there are no figures of the outage."
        : `Median outage ${(0,report_figures/* inMs */.iB)(outage.median)}${outage.ci95 === null ? "" : ` (95 % interval ${intervalText(outage)})`}, p95 ${(0,report_figures/* msFigure */.p4)(outage.p95)}, max ${(0,report_figures/* msFigure */.p4)(outage.max)}; ${outage.n} of ${(0,report_figures/* count */.U9)(iterations.length, "iteration")} passed.`;
    const judged = limits.map((limit) => ({ limit, sentence: (0,sentences/* limitSentence */.n5)(limit) }));
    const faults = (0,sentences/* faultsOf */.xm)(scenario, results).filter((fault) => judged.every(({ sentence }) => sentence !== fault));
    return html `<p class="lead">${figures}${stallLead(scenario)}${(0,report_figures/* mostlyUnresolved */.YS)(iterations)
        ? " Most outages are less than twice this machine’s noise, so these figures are upper bounds."
        : null}</p>${faults.length + limits.length === 0
        ? null
        : html `<ul class="findings">${faults.map((fault) => html `<li class="fault">${fault}</li>`)}${judged.map(({ limit, sentence }) => html `<li>${badge(limit.verdict)} ${sentence}</li>`)}</ul>`}`;
}
/** Empty without connections. */
function stallLead({ stats }) {
    const stall = stats?.requestStallMs;
    if (stall === undefined || stall.median === null)
        return "";
    const interval = stall.ci95 === null ? "" : ` (95 % interval ${intervalText(stall, report_figures/* stallFigure */.bj)})`;
    return ` Median request stall ${(0,report_figures/* stallMs */.Hr)(stall.median)}${interval}, p95 ${(0,report_figures/* stallFigure */.bj)(stall.p95)}, max ${(0,report_figures/* stallFigure */.bj)(stall.max)}.`;
}
const dotsTitle = ({ name }) => html `${capitalised(name)} of every iteration <span class="remark">ms</span>`;
/** The shapes that a chart of this scenario has. */
function dotsLegend(scenario, measure) {
    const { iterations, limits } = scenario;
    const stats = measure.statsOf(scenario);
    const { unsureMs } = dotRange(measure, [{ iterations, stats }], limits);
    const has = (kind) => iterations.some((one) => kindOf(one, measure) === kind);
    const entries = [
        [has("passed"), "dot passed", "passed"],
        [has("bound"), "dot bound", "passed, upper bound: too close to the noise"],
        [has("failed"), "dot failed", "failed"],
        [has("open"), "dot open", measure.missing],
        [stats?.median != null, "line median", "median"],
        [stats?.ci95 != null, "swatch interval", "its 95 % interval"],
        [limitsOn(measure, limits).length > 0, "line limit", "limit"],
        [unsureMs !== null, "swatch noise", "below twice the median noise"],
    ];
    return html `<ul class="legend">${entries
        .filter(([there]) => there)
        .map(([, sign, text]) => html `<li><span class="${sign}" aria-hidden="true"></span>${text}</li>`)}</ul>`;
}
function iterationTable(label, scenario) {
    const ms = (head, pick) => ({
        head,
        cell: (one) => (0,report_figures/* msFigure */.p4)(pick(one)),
    });
    return table(`Every iteration of ${label}; times in ms`, [
        { head: "iteration", cell: (one) => (0,report_figures/* numberOf */.rl)(one, scenario) },
        { head: "boot", cell: ({ boot }) => boot },
        { head: "result", words: true, cell: ({ status }) => badge(status) },
        {
            head: "outage",
            cell: ({ outageMs, resolved }) => `${resolved === false ? "≤ " : ""}${(0,report_figures/* msFigure */.p4)(outageMs)}`,
        },
        ms("before STOP", ({ outageParts }) => outageParts?.beforeStopMs),
        ms("vCPU pause", ({ vcpuPauseMs }) => vcpuPauseMs),
        ms("after RESUME", ({ outageParts }) => outageParts?.afterResumeMs),
        ms("QEMU’s figure", ({ qemuDowntimeMs }) => qemuDowntimeMs),
        ms("harness", ({ harnessMs }) => harnessMs),
        ms("noise", ({ noiseMs }) => noiseMs),
        { head: "lost", cell: ({ lost }) => lost ?? "–" },
        { head: "late", cell: ({ late }) => late ?? "–" },
    ], scenario.iterations);
}
function requestTable(label, scenario) {
    return table(`TCP requests in every iteration of ${label}; stall and noise in ms`, [
        { head: "iteration", cell: (one) => (0,report_figures/* numberOf */.rl)(one, scenario) },
        { head: "result", words: true, cell: ({ status }) => badge(status) },
        { head: "stall", cell: ({ requestStallMs }) => (0,report_figures/* stallFigure */.bj)(requestStallMs) },
        { head: "noise", cell: ({ requestNoiseMs }) => (0,report_figures/* stallFigure */.bj)(requestNoiseMs) },
        { head: "in the freeze", cell: ({ requestsInFreeze }) => requestsInFreeze ?? "–" },
        { head: `≥ ${tcp_requests/* STALLED_MS */.te} ms`, cell: ({ requestsStalled }) => requestsStalled ?? "–" },
        { head: "retransmits", cell: ({ retransmits }) => retransmits ?? "–" },
        { head: "loss probes", cell: ({ lossProbes }) => lossProbes ?? "–" },
        { head: "connections lost", cell: ({ connectionsLost }) => connectionsLost ?? "–" },
    ], scenario.iterations);
}
/** The first iteration of a chain has its own figures: a QEMU that has never migrated behaves differently. */
function statisticsTable(label, { stats }) {
    if (stats === null || stats.firstOutageMs.n === 0 || stats.laterOutageMs.n === 0)
        return null;
    const rows = [
        { of: "all that passed", figures: stats.outageMs },
        { of: "first of a chain", figures: stats.firstOutageMs },
        { of: "later ones", figures: stats.laterOutageMs },
    ];
    return html `<details data-name="statistics"><summary>Statistics, first iterations of chains apart</summary>${table(`Outage of ${label}, ms`, [
        { head: "iterations", words: true, cell: ({ of }) => of },
        { head: "n", cell: ({ figures }) => figures.n },
        { head: "min", cell: ({ figures }) => (0,report_figures/* msFigure */.p4)(figures.min) },
        { head: "median", cell: ({ figures }) => (0,report_figures/* msFigure */.p4)(figures.median) },
        { head: "95 % interval", cell: ({ figures }) => intervalText(figures) },
        { head: "p95", cell: ({ figures }) => (0,report_figures/* msFigure */.p4)(figures.p95) },
        { head: "max", cell: ({ figures }) => (0,report_figures/* msFigure */.p4)(figures.max) },
    ], rows)}</details>`;
}
/** Hidden until the client runs: without it there is nothing to choose. */
function chooser(id, label, scenario, shown) {
    const { iterations } = scenario;
    const typical = (0,report_figures/* medianIteration */.Sb)(scenario);
    const slowest = iterations.reduce((most, one) => ((one.outageMs ?? -1) > (most?.outageMs ?? -1) ? one : most), null);
    const picks = [
        ["Nearest the median", typical],
        ["Slowest", slowest],
        ["First failed", iterations.find(({ status }) => status === "failed")],
    ];
    return html `<div class="chooser" role="group" aria-label="Iteration of ${label}" hidden>
<label for="${id}-iteration">Iteration</label>
<button type="button" data-step="-1" aria-label="Previous iteration">‹</button>
<select id="${id}-iteration">${iterations.map((one, index) => html `<option value="${index}"${one === shown ? html ` selected` : null}>${index + 1}: ${iterationWords(one, OUTAGE)}</option>`)}</select>
<button type="button" data-step="1" aria-label="Next iteration">›</button>
${picks.map(([text, one]) => one == null
        ? null
        : html `<button type="button" class="pick" data-choose="${iterations.indexOf(one)}">${text}</button>`)}
<span class="visually-hidden" role="status"></span>
</div>`;
}

;// CONCATENATED MODULE: ./build/report/html/run.js












/** Longer reasons are cut here; the full text is further down the page. */
const LONGEST_FAULT = 400;
/** Passed or failed, what the network felt, and the faults with their sizes. */
function verdictLines(results) {
    const headline = (0,stalls/* headlineSentence */.k1)(results);
    const worst = (0,sentences/* worstOutageSentence */.g8)(results);
    const { general, scenarios } = (0,sentences/* runFaults */.dV)(results);
    const faults = [...general, ...scenarios];
    const others = results.comparison
        .flatMap((one) => [{ verdict: one.verdict, sentence: (0,sentences/* comparisonSentence */.nX)(one) }, ...(0,compared/* otherFindings */.jE)(one)])
        .filter(({ sentence }) => !faults.includes(sentence));
    const measured = headline ?? (worst === null ? "Nothing was measured" : capitalised(worst));
    const bounded = results.comparison.length > 0 || results.scenarios.some(({ limits }) => limits.length > 0);
    const partly = (0,sentences/* measuredSentence */.g3)(results);
    const sentence = [
        ...(partly === null ? [] : [`${partly}.`]),
        `${measured}.`,
        ...(results.conclusion === "failed" || bounded ? [] : ["No limit was set."]),
    ].join(" ");
    return html `<p class="headline">${sentence}</p>
${faults.length + others.length === 0
        ? null
        : html `<ul class="findings">${faults.map((fault) => html `<li class="fault">${(0,markdown/* shorten */.ml)(fault, LONGEST_FAULT)}</li>`)}${others.map(({ verdict, sentence }) => html `<li>${badge(verdict)} ${sentence}</li>`)}</ul>`}
<p class="ran">${ranText(results)}</p>
${results.accel === "tcg" ? html `<p class="warning"><strong>TCG, not KVM.</strong> ${sentences/* TCG_SENTENCE */.fk}</p>` : null}`;
}
const ranText = ({ builds, accel, privilege, guest, host, startedAt }) => [
    ...builds.map(({ role, version }) => `${role} QEMU ${version}`),
    `accelerator ${accel}`,
    `guest ${guest}`,
    ...(privilege === "none" ? ["without root"] : []),
    host.cpu,
    `${startedAt.slice(0, 16).replace("T", " ")} UTC`,
].map((text, index, { length }) => html `<span>${text}${index === length - 1 ? null : html ` <span aria-hidden="true">·</span> `}</span>`);
/** Everything except the verdict; headings begin at `level`. */
function runSections(run, whole, level) {
    return html `${overviewSection(run, level)}${comparisonSection(run, level)}${run.results.scenarios.map((scenario) => scenarioSection(run, scenario, level))}${failuresSection(run.id, whole, level)}${environmentSection(run.id, whole, level)}`;
}
/** One of several runs, with verdict. */
const runArticle = (run, whole) => html `<article class="run" id="${run.id}" aria-labelledby="${run.id}-title">
${heading(2, html `${run.label} ${badge(run.results.conclusion)}`, `${run.id}-title`)}
${verdictLines(run.results)}
${runSections(run, whole, 3)}</article>
`;

;// CONCATENATED MODULE: ./build/report/html/style.js
/** The style sheet of the page. */
// The colours differ for people with red-green colour blindness, and in lightness on paper: after Okabe and
// Ito, "Color Universal Design".
const LIGHT = `
  --page: #fbfbfa; --surface: #ffffff; --ink: #1d2126; --muted: #59626d; --line: #dfe3e8; --grid: #eceff2;
  --link: #0b5cad; --good: #17693f; --bad: #b3300d; --warn: #7a5200;
  --good-tint: #e6f3ec; --bad-tint: #fbeae5; --warn-tint: #fbf2dc; --none-tint: #eef0f3;
  --dot: #1f6fb8; --failed: #d1490c; --interval: #cfe2f5; --noise: #eef0f2; --threshold: #e6f1ea; --limit: #b3300d;
  --outage: #fdf0e6; --freeze: #fadcc4; --on-strong: #ffffff; --on-soft: #1d2126;
  --part-before: #f8d3b5; --part-freeze: #f0a775; --part-after: #f4c6a2;
  --part-stop: #0b4a7d; --part-save: #2a74b5; --part-transfer: #93c7ec; --part-load: #128069; --part-state: #37789c;
  --part-switch: #e5ab2c; --part-harness: #f5d98f; --part-cont: #8460aa; --part-unexplained: #bcc3cb;`;
const DARK = `
  --page: #121519; --surface: #191d22; --ink: #e6e9ed; --muted: #a0aab5; --line: #323941; --grid: #262c33;
  --link: #82b9f5; --good: #62cf98; --bad: #ff9a78; --warn: #e9bd5c;
  --good-tint: #173426; --bad-tint: #40221a; --warn-tint: #382d14; --none-tint: #272d34;
  --dot: #5fa8e8; --failed: #ff8a5c; --interval: #24405a; --noise: #22272d; --threshold: #1d3529; --limit: #ff9a78;
  --outage: #382a20; --freeze: #5f3f27; --on-strong: #121519; --on-soft: #121519;
  --part-before: #b98f70; --part-freeze: #e08f58; --part-after: #c8a283;
  --part-stop: #b4dafa; --part-save: #62aaea; --part-transfer: #4f86b5; --part-load: #3cb9a1; --part-state: #6aa9cb;
  --part-switch: #e6b54e; --part-harness: #b3995a; --part-cont: #b597d6; --part-unexplained: #7d8792;`;
const PAGE = `
*, ::before, ::after { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 70rem; padding: 2rem 1.5rem 5rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, p, ul, dl, figure, pre { margin: 0; }
h1 { font-size: 2.5rem; line-height: 1.1; font-weight: 700; letter-spacing: -0.02em; }
h2 { font-size: 1.375rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
h3 { font-size: 1.125rem; line-height: 1.35; font-weight: 650; }
h4, h5, h6 { font-size: 1rem; font-weight: 650; }
h1.good { color: var(--good); } h1.bad { color: var(--bad); }
h1 .mark { font-weight: 400; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
code, pre, .device { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
ul { padding: 0; list-style: none; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--surface); z-index: 1; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.eyebrow { color: var(--muted); font-size: 0.875rem; margin-bottom: 0.25rem; }
.headline { font-size: 1.25rem; line-height: 1.4; margin-top: 0.5rem; text-wrap: pretty; }
article > .headline { font-size: 1.0625rem; }
.ran { color: var(--muted); font-size: 0.875rem; margin-top: 0.75rem; }
.warning { margin-top: 1rem; padding: 0.5rem 0.875rem; border-radius: 0.375rem; background: var(--warn-tint); color: var(--ink); }
.warning strong { color: var(--warn); }
.findings { margin-top: 0.75rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.375rem; }
.fault { color: var(--ink); padding-left: 1.25rem; position: relative; }
li.fault::before { content: "✗" / ""; color: var(--bad); position: absolute; left: 0; }
p.fault { padding-left: 0; } p.fault strong { color: var(--bad); }
.lead { margin-top: 0.375rem; }
.remark, .remarks, .logs { color: var(--muted); font-size: 0.875rem; font-weight: 400; }
.remarks { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem; margin-top: 0.5rem; }
p.remark, .logs { margin-top: 0.5rem; }
.logs a { margin-right: 0.5rem; }

main > section, main > article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
article > section { margin-top: 2rem; }
section > h2 + *, section > h3 + *, section > h4 + * { margin-top: 0.5rem; }
.pairing, .trend section { margin-top: 1.5rem; }
.trend h4 { margin-top: 1.25rem; }
figure + .lead { margin-top: 1.5rem; }
.badge { display: inline-block; padding: 0 0.5em; border-radius: 1em; font-size: 0.8125rem; font-weight: 600; line-height: 1.6; letter-spacing: 0; white-space: nowrap; vertical-align: 0.08em; }
.badge.good { color: var(--good); background: var(--good-tint); }
.badge.bad { color: var(--bad); background: var(--bad-tint); }
.badge.open { color: var(--warn); background: var(--warn-tint); }
.badge.none { color: var(--muted); background: var(--none-tint); }

.scroll { overflow-x: auto; margin-top: 0.75rem; container-type: inline-size; overflow-wrap: normal; }
table { border-collapse: collapse; font-size: 0.875rem; min-width: 100%; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.375rem; }
caption span { display: block; position: sticky; left: 0; width: fit-content; max-width: 100cqi; }
th, td { padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--line); vertical-align: baseline; text-align: right; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 500; color: var(--muted); vertical-align: bottom; line-height: 1.3; }
tbody th { font-weight: 500; }
.words { text-align: left; }
td.figure, tbody th { white-space: nowrap; }
.overview tbody th, .merged tbody th { font-weight: 600; }
.overview td .remark, .overview td div { white-space: nowrap; }
.device, td code { overflow-wrap: anywhere; white-space: normal; }

figure { margin-top: 1.25rem; }
figcaption { font-weight: 600; font-size: 0.9375rem; }
.chart { margin-top: 0.5rem; min-width: 0; }
.chart:empty { display: none; }
.chart svg + svg { margin-top: 0.75rem; }
.chart svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.chart text { white-space: pre; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.375rem; font-size: 0.8125rem; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.legend .value { color: var(--ink); }
.chart:empty + .legend { display: none; }
summary { cursor: pointer; font-size: 0.875rem; color: var(--link); padding: 0.25rem 0; width: fit-content; max-width: 100%; }
details { margin-top: 0.25rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.25rem, 1fr)); gap: 0.75rem 1.25rem; margin-top: 0.75rem; }
.figures dt, .facts dt { color: var(--muted); font-size: 0.8125rem; }
.figures dd { margin: 0; font-size: 1.0625rem; } .figures div:first-child dd { font-weight: 700; }
.unit { color: var(--muted); font-size: 0.8125rem; }
.facts { margin: 1rem 0 1.25rem; display: grid; gap: 0.25rem; }
.facts div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 1rem; font-size: 0.875rem; }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; white-space: pre-line; }
.panel { --under: var(--surface); margin-top: 1rem; padding: 1.25rem 1.5rem 1.5rem; background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; }
.chooser { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-top: 1.5rem; }
.chooser[hidden] { display: none; }
.chooser label { font-weight: 600; }
button, select { font: inherit; font-size: 0.875rem; color: var(--ink); background: var(--surface); border: 1px solid var(--line); border-radius: 0.375rem; padding: 0.3125rem 0.75rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; } button:hover:enabled { border-color: var(--muted); } button:disabled { color: var(--muted); cursor: default; }
.pick { background: none; } .pick[aria-pressed="true"] { border-color: var(--link); color: var(--link); }

.failure { border-bottom: 1px solid var(--line); padding: 0.375rem 0; }
.failure summary { color: inherit; font-size: 0.9375rem; overflow-wrap: anywhere; width: auto; }
.said { margin: 0.75rem 0 0.75rem 1rem; } .said figcaption { font-weight: 500; font-size: 0.8125rem; color: var(--muted); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8125rem; line-height: 1.45; padding: 0.625rem 0.875rem; margin-top: 0.25rem; background: var(--none-tint); border-radius: 0.375rem; }
.command { user-select: all; margin-top: 0.5rem; }`;
const SIGNS = `
.dot { width: 0.65rem; height: 0.65rem; border-radius: 50%; flex: none; }
.dot.passed { background: var(--dot); } .dot.slower { background: var(--failed); } .dot.bound { border: 2px solid var(--dot); }
.dot.failed { border-radius: 0; background: linear-gradient(45deg, transparent 40%, var(--failed) 40% 60%, transparent 60%), linear-gradient(-45deg, transparent 40%, var(--failed) 40% 60%, transparent 60%); }
.dot.open { border-radius: 0; background: var(--failed); clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.line { width: 0; height: 0.9rem; border-left: 2px solid; flex: none; }
.line.median { color: var(--ink); } .line.interval { color: var(--dot); border-left-width: 1.25px; } .line.limit { color: var(--limit); border-left-style: dashed; }
.stroke { width: 1.1rem; height: 0; border-top: 3px solid; flex: none; }
.stroke.level { color: var(--ink); border-top-width: 2px; } .stroke.answered { color: var(--dot); } .stroke.stalled { color: var(--failed); }
.swatch { width: 0.85rem; height: 0.85rem; border-radius: 2px; flex: none; }
.swatch.interval { background: var(--interval); } .swatch.noise { background: var(--noise); outline: 1px solid var(--line); outline-offset: -1px; } .swatch.threshold { background: var(--threshold); }
.swatch.outage { background: var(--outage); } .swatch.freeze { background: var(--freeze); }
.swatch.before { background: var(--part-before); } .swatch.after { background: var(--part-after); }
.swatch.stop { background: var(--part-stop); } .swatch.save { background: var(--part-save); } .swatch.transfer { background: var(--part-transfer); }
.swatch.load { background: var(--part-load); } .swatch.state { background: var(--part-state); } .swatch.switch { background: var(--part-switch); }
.swatch.harness { background: var(--part-harness); } .swatch.cont { background: var(--part-cont); } .swatch.unexplained { background: var(--part-unexplained); }
[data-iteration] { cursor: pointer; }
[data-iteration]:hover { stroke: var(--ink); stroke-width: 2.5px; }`;
const NARROW = `
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 2rem; } .headline { font-size: 1.125rem; }
  .panel { padding: 1rem 0.875rem; }
  tbody th:first-child { position: sticky; left: 0; background: var(--under); padding-right: 0.5rem; }
  .merged tbody th { white-space: normal; min-width: 40vw; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
  .said { margin-left: 0; }
}`;
/** Print: white background, everything unfolded, no buttons. */
const PRINT = `
@media print {
  html { font-size: 11px; background: none; }
  body { max-width: none; padding: 0; }
  .chooser, .skip, summary { display: none; }
  .failure summary { display: block; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .panel { border: 0; padding: 0; background: none; }
  .scroll { overflow: visible; }
  th, td { padding: 0.2rem 0.5rem; }
  td.figure, tbody th { white-space: normal; }
  figure, tr, .figures, .said figcaption { break-inside: avoid; }
  figure:has(tbody tr:nth-child(12)) { break-inside: auto; }
  h2, h3, h4, h5, figcaption, caption { break-after: avoid; }
  .scenario { break-before: page; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}`;
const STYLE = `
:root { color-scheme: light dark; --under: var(--page); ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
@media print { :root { color-scheme: light; } }
${PAGE}${SIGNS}${NARROW}${PRINT}
`;

// EXTERNAL MODULE: ./build/report/history/figures.js
var history_figures = __webpack_require__(15765);
// EXTERNAL MODULE: ./build/report/history/words.js
var words = __webpack_require__(3465);
;// CONCATENATED MODULE: ./build/report/html/trend.js
/** The trend of each machine: what changed, and each figure of each scenario over its last runs. */








/** The series of all machines, in the order of their places on the page. */
const trendData = (trends) => trends
    .flatMap(({ series }) => series)
    .map((one) => ({
    ...{ name: (0,words/* seriesName */.f_)(one), figure: one.figure, levels: one.levels, spreadMs: one.spreadMs },
    points: one.points.map(({ run, n, medianMs, ci95 }) => ({
        startedAt: run.startedAt,
        n,
        medianMs,
        ci95,
    })),
    changes: [...one.changes].reverse().map((change) => {
        const [before, after] = [change.beforeMs, change.afterMs].map((ms) => (0,history_figures/* trendFigure */.MF)(one.figure, ms));
        return `${before} → ${after} since ${(0,words/* sinceOf */.ek)(change)}`;
    }),
}));
/** Null without a history. */
function trendSection(trends) {
    if (trends.length === 0)
        return null;
    const names = (0,words/* machineNames */.U4)(trends.map(({ machine }) => machine));
    let place = 0;
    return html `<section class="trend" aria-labelledby="trend-title">
${heading(2, "Trend", "trend-title")}
${trends.map((trend, index) => {
        const first = place;
        place += trend.series.length;
        return machineSection(trend, names[index] ?? "", first);
    })}</section>
`;
}
function machineSection(trend, name, firstPlace) {
    const { series, runs, machine, file } = trend;
    const problem = (0,words/* problemSentence */.D1)(trend);
    const scenarios = new Set(series.map(words/* scenarioName */.ic));
    const rest = Object.entries((0,words/* restOf */.Y6)(machine)).map(([part, value]) => `${part} ${value}`);
    return html `<section>
${heading(3, html `${name} <span class="remark">${(0,report_figures/* count */.U9)(runs.length, "run")}</span>`)}
${problem === null ? null : html `<p class="warning">${problem}</p>`}
<ul class="findings">${(0,words/* changesOf */.fs)(trend).map(({ series: one, change }) => html `<li>${change.isNew ? html `${badge("new")} ` : null}${(0,words/* changeSentence */.y6)(one, change)}.</li>`)}${(0,words/* otherwise */.fl)(trend).map((sentence) => html `<li>${capitalised(sentence)}.</li>`)}</ul>
<p class="remark">The same in all of these runs: ${rest.join(", ")}. Kept in <code>${(0,visible_text/* visible */.RK)(file)}</code>.</p>
${[...scenarios].map((scenario) => html `${heading(4, scenario)}
${series.map((one, index) => ((0,words/* scenarioName */.ic)(one) === scenario ? seriesFigure(one, firstPlace + index) : null))}`)}</section>
`;
}
function seriesFigure(series, place) {
    const { points, changes } = series;
    const name = capitalised(history_figures/* FIGURE_NAMES */.A[series.figure]);
    const intervals = points.some(({ ci95 }) => ci95 !== null);
    const legend = html `<ul class="legend"><li><span class="dot passed"></span>median of a run</li>${intervals ? html `<li><span class="line interval"></span>its 95 % interval</li>` : null}<li><span class="stroke level"></span>median of runs without a change</li><li><span class="swatch interval"></span>this machine’s spread</li>${changes.length > 0 ? html `<li><span class="line limit"></span>change</li>` : null}</ul>`;
    return html `<div data-series="${place}">${figure("trend", html `${name} over ${(0,report_figures/* count */.U9)(points.length, "run")} <span class="remark">ms</span>`, legend, runsTable(series, intervals), name)}</div>`;
}
/** The newest run first. */
function runsTable(series, intervals) {
    const { figure: kind, build, levels } = series;
    const begins = new Set(levels.slice(1).map(({ from }) => series.points[from]));
    const text = (ms) => (0,history_figures/* trendFigure */.MF)(kind, ms);
    const version = ({ run }) => (0,merge/* shortVersion */.Li)(run.builds.find(({ role }) => role === build)?.version ?? "–");
    return table(`${(0,words/* seriesName */.f_)(series)} of each run, ms; times in UTC`, [
        {
            head: "run",
            words: true,
            cell: (point) => html `${point.run.startedAt.slice(0, 16).replace("T", " ")}${begins.has(point) ? html ` <span class="remark">change</span>` : null}`,
        },
        { head: "median", cell: ({ medianMs }) => text(medianMs) },
        ...(intervals
            ? [
                {
                    head: "95 % interval",
                    cell: ({ ci95 }) => (ci95 === null ? "–" : intervalText({ ci95: [...ci95] }, text)),
                },
            ]
            : []),
        { head: "n", cell: ({ n }) => n },
        { head: "result", words: true, cell: ({ run }) => badge(run.conclusion) },
        { head: "QEMU", words: true, cell: version },
        { head: "kernel", words: true, cell: ({ run }) => run.kernel },
    ], series.points.toReversed());
}

;// CONCATENATED MODULE: ./build/report/html/report.js
/** The page of one run or of several: one file that loads nothing from the network. */












/** Unreadable files beyond this number are only counted. */
const MOST_BROKEN_NAMED = 100;
/** The page as HTML. Text and tables work without JavaScript; charts need it. */
function reportHtml(runs, { client = clientScript(), broken = [], trends = [] } = {}) {
    const lean = leanRuns(runs);
    const trend = trendSection(trends);
    // https://www.w3.org/TR/CSP3/: the page fetches nothing, and only this script and this style sheet are
    // used.
    const policy = [
        "default-src 'none'",
        `script-src ${hashOf(client)}`,
        `style-src ${hashOf(STYLE)}`,
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ].join("; ");
    return html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${(0,merge/* conclusionOf */.vu)(runs, broken)}: downtime of live migration</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the figures</a>
${runs.length === 1 && broken.length === 0 ? onlyRun(runs, lean, trend) : severalRuns(runs, lean, broken, trend)}
<script type="application/json" id="runs">${verbatim(pageData(lean))}</script>
${trends.length === 0
        ? null
        : html `<script type="application/json" id="trends">${verbatim(pageData(trendData(trends)))}</script>
`}<script>${verbatim(client)}</script>
</body>
</html>
`.markup;
}
const hashOf = (text) => `'sha256-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("base64")}'`;
function onlyRun([whole], [run], trend) {
    if (whole === undefined || run === undefined)
        return null;
    return html `<header>${title(whole.results.conclusion)}${verdictLines(whole.results)}</header>
<main id="main">${trend}${runSections(run, whole, 2)}</main>`;
}
function severalRuns(runs, lean, broken, trend) {
    const failed = runs.filter(({ results }) => results.conclusion === "failed").length;
    const number = (0,report_figures/* count */.U9)(runs.length, "run");
    const unread = broken.length === 0 ? "" : ` ${(0,report_figures/* count */.U9)(broken.length, "file")} could not be read.`;
    return html `<header>${title((0,merge/* conclusionOf */.vu)(runs, broken))}
<p class="headline">${failed === 0 ? `${number}, all passed.` : `${failed} of ${number} failed.`}${unread}</p>
${runs.some(({ results }) => results.accel === "tcg") ? html `<p class="warning">${sentences/* TCG_SENTENCE */.fk}</p>` : null}</header>
<main id="main">${brokenSection(broken)}${mergedSection(lean)}${trend}${lean.map((run, index) => {
        const whole = runs[index];
        return whole === undefined ? null : runArticle(run, whole);
    })}</main>`;
}
function brokenSection(broken) {
    if (broken.length === 0)
        return null;
    const more = broken.length - MOST_BROKEN_NAMED;
    return html `<section class="broken" aria-labelledby="broken-title">
${heading(2, "Files that could not be read", "broken-title")}
<ul class="findings">${broken
        .slice(0, MOST_BROKEN_NAMED)
        .map(({ path, problem }) => html `<li class="fault"><code>${(0,visible_text/* visible */.RK)(path)}</code>: ${problem}</li>`)}</ul>
${more > 0 ? html `<p>and ${more} more.</p>` : null}
</section>
`;
}
const title = (conclusion) => html `<p class="eyebrow">Downtime of live migration</p>
<h1 class="${conclusion === "passed" ? "good" : "bad"}"><span class="mark" aria-hidden="true">${conclusion === "passed" ? "✓" : "✗"}</span> ${conclusion === "passed" ? "Passed" : "Failed"}</h1>
`;


/***/ }),

/***/ 34902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   uy: () => (/* binding */ shortMarkdown),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/**
 * Escapes text from outside, so that GitHub-flavoured Markdown shows exactly that text:
 * https://github.github.com/gfm/, sections 2.4 (a backslash escapes every ASCII punctuation character), 4.5
 * (fences), 4.10 (tables), 6.9 (autolinks).
 */

// "|" ends a table cell even after an escaped backslash, so it needs an entity.
const ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
};
/** Invisible, without width. */
const WORD_JOINER = "\u2060";
/** One line: line ends and control characters become blanks. Safe in a paragraph, a list item and a table cell. */
function markdown(text) {
    return ((0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wellFormed */ .ES)(text)
        .replaceAll(new RegExp(`[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029${_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .TURNING */ .EM}]+`, "g"), " ")
        .replaceAll(/[&<>|]|[\\`*_{}[\]()#~!@:$^=]|(?<=\bwww)\./gi, (character) => ENTITIES[character] ?? `\\${character}`)
        // GitHub looks for mentions after rendering Markdown, so a backslash alone would still notify people.
        .replaceAll(/(?<!\w)\\@(?=\w)/g, `\\@${WORD_JOINER}`)
        // These would begin a list, or underline a heading.
        .replace(/^(\s*\d*)([-+.)])/, "$1\\$2"));
}
/** The same, cut to at most `longest` characters: guests and files can contain a lot of text. */
const shortMarkdown = (text, longest) => markdown(shorten(text, longest));
/** A text of at most `longest` characters. A cut text ends with "…"; no character is cut in half. */
function shorten(text, longest) {
    return text.length <= longest ? text : `${(0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wellFormed */ .ES)(text.slice(0, longest)).replace(/\ufffd$/, "")}…`;
}
/**
 * A fenced block that its content cannot end. Lines stay as they are. Control characters other than tabs are
 * made visible: `\x1b`, `\u202e`.
 *
 * @param language of the info string; not escaped
 */
function fenced(text, language = "text") {
    const shown = (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .wellFormed */ .ES)(text)
        .replaceAll(/\r\n?/g, "\n")
        .replaceAll(new RegExp(`[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029${_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .TURNING */ .EM}]`, "g"), _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleCharacter */ .mq)
        .replace(/\n+$/, "");
    const longestRun = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
    const fence = "`".repeat(Math.max(3, longestRun + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
/** A table. Cells must be Markdown already. The first `left` columns are left-aligned, the others right-aligned. */
function table(head, rows, left = head.length) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map((_, index) => (index < left ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
/** A section that the reader can open. GitHub reads the inside as Markdown only between blank lines. */
const folded = (title, inside) => `<details><summary>${title}</summary>\n\n${inside}\n\n</details>`;


/***/ }),

/***/ 69327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictSentence),
/* harmony export */   D0: () => (/* binding */ spreads),
/* harmony export */   Li: () => (/* binding */ shortVersion),
/* harmony export */   PK: () => (/* binding */ scenariosIn),
/* harmony export */   _k: () => (/* binding */ rowName),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hm: () => (/* binding */ worstOf),
/* harmony export */   jA: () => (/* binding */ tableTitle),
/* harmony export */   kO: () => (/* binding */ buildRows),
/* harmony export */   vu: () => (/* binding */ conclusionOf)
/* harmony export */ });
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57146);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81822);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34902);
/* harmony import */ var _stalls_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34628);
/** Merges several runs: their labels, their order, and their common conclusion. */





/** Passed when there is at least one run, every run passed, and every file could be read. */
function conclusionOf(runs, broken) {
    const passed = runs.length > 0 && runs.every(({ results }) => results.conclusion === "passed");
    return passed && broken.length === 0 ? "passed" : "failed";
}
/** Gives each run its label, and sorts the runs. */
function merge(loaded, broken, trends = []) {
    const labels = labelsOf(loaded);
    const runs = loaded.map((run, index) => ({ ...run, label: labels[index] ?? "" }));
    return {
        runs: runs.sort((a, b) => inOrder.compare(a.label, b.label)),
        broken,
        conclusion: conclusionOf(runs, broken),
        trends,
    };
}
const inOrder = new Intl.Collator("en", { numeric: true });
const LONGEST_LABEL = 80;
/**
 * Labels are the versions of QEMU, as short as possible. Runs with the same label also get their folder, then
 * a number.
 */
function labelsOf(runs) {
    const short = runs.map(({ results }) => versionsOf(results, shortVersion));
    const whole = runs.map(({ results }) => versionsOf(results, (version) => version));
    const folders = foldersApart(runs.map(({ path }) => path));
    const taken = new Set();
    return runs.map((_, index) => {
        const [version = "", full = ""] = [short[index], whole[index]];
        let text = `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(version, LONGEST_LABEL / 2)} (${folders[index]})`;
        if (isAlone(version, short))
            text = version;
        else if (isAlone(full, whole))
            text = full;
        const label = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(text, LONGEST_LABEL);
        let name = label;
        for (let number = 2; taken.has(name); number += 1)
            name = `${label} #${number}`;
        taken.add(name);
        return name;
    });
}
const isAlone = (label, all) => all.filter((one) => one === label).length === 1;
/** Drops what a distribution adds in brackets: most builds differ without it. */
const shortVersion = (version) => version.replace(/ \(.*$/s, "");
/** Examples: "QEMU 10.0.13", "QEMU 11.1.3 against 10.0.13", "QEMU 7.2.22 → 10.0.13". */
function versionsOf({ builds }, text) {
    const texts = new Set(builds.map(({ version }) => text(version)));
    const version = (wanted) => {
        const found = builds.find(({ role }) => role === wanted)?.version;
        if (found === undefined)
            return null;
        // If two builds have the same short version, the full text has to distinguish them.
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .shorten */ .ml)(oneLine(texts.size === builds.length ? text(found) : found), LONGEST_LABEL / 2);
    };
    const target = version("target");
    const baseline = version("baseline");
    return [
        `QEMU ${version("candidate") ?? "unknown"}`,
        ...(target === null ? [] : [`→ ${target}`]),
        ...(baseline === null ? [] : [`against ${baseline}`]),
    ].join(" ");
}
/** The folder of each file, without the part that all folders share. */
function foldersApart(paths) {
    const folders = paths.map((path) => path.split("/").slice(0, -1));
    const [first = []] = folders;
    const sharedUntil = first.findIndex((name, depth) => folders.some((folder) => folder[depth] !== name));
    const from = sharedUntil === -1 ? Math.max(0, first.length - 1) : sharedUntil;
    return folders.map((folder) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(folder.slice(from).join("/") || (folder.at(-1) ?? ".")));
}
const oneLine = (text) => (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text.trim().replaceAll(/\s+/g, " "));
function buildRows({ runs }) {
    return runs.flatMap((run) => {
        const { builds, scenarios, accel } = run.results;
        const back = builds.some(({ role }) => role === "target");
        const parts = ["candidate", "baseline", "target"].filter((role) => scenarios.some(({ build }) => build === role));
        return parts.map((role) => ({
            run,
            part: partName(role, parts.length > 1, back),
            accel,
            cells: new Map(scenarios.filter(({ build }) => build === role).map((scenario) => [scenario.name, cellOf(scenario)])),
        }));
    });
}
function partName(role, several, back) {
    if (!several)
        return "";
    if (!back)
        return role;
    return role === "target" ? "target → candidate" : "candidate → target";
}
const cellOf = ({ status, stats, iterations }) => ({
    status,
    medianMs: stats?.outageMs.median ?? null,
    stallMs: (0,_stalls_js__WEBPACK_IMPORTED_MODULE_4__/* .medianStall */ .VB)({ stats }),
    upperBound: (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .mostlyUnresolved */ .YS)(iterations),
});
/** One for each scenario and accelerator that has figures of at least two builds. */
function spreads(rows) {
    return ["kvm", "tcg"].flatMap((accel) => _results_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .SCENARIO_NAMES */ .es.flatMap((scenario) => {
        const known = rows.flatMap((row) => {
            const medianMs = row.accel === accel ? (row.cells.get(scenario)?.medianMs ?? null) : null;
            return medianMs === null ? [] : [{ row, medianMs }];
        });
        if (known.length < 2)
            return [];
        const best = known.reduce((least, one) => (one.medianMs < least.medianMs ? one : least));
        const worst = known.reduce((most, one) => (one.medianMs > most.medianMs ? one : most));
        return [{ accel, scenario, best, worst }];
    }));
}
/** What the cells of a table of these rows have. Best, worst and spread are of outages alone. */
const tableTitle = (rows) => rows.some(({ cells }) => [...cells.values()].some(({ stallMs }) => stallMs !== null))
    ? "median outage / request stall"
    : "median outage";
/** The scenarios that at least one row has, in their usual order. */
const scenariosIn = (rows) => _results_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .SCENARIO_NAMES */ .es.filter((name) => rows.some(({ cells }) => cells.has(name)));
/** A row's name: "QEMU 10.0.13", "QEMU 11.1.3 against 10.0.13: baseline". */
const rowName = ({ run, part }) => part === "" ? run.label : `${run.label}: ${part}`;
/** The largest median of all runs, without the baselines'; null when nothing was measured. */
function worstOf(rows) {
    return rows
        .filter(({ part }) => part !== "baseline")
        .flatMap((row) => [...row.cells].flatMap(([scenario, { medianMs }]) => medianMs === null ? [] : [{ row, scenario, medianMs }]))
        .reduce((worst, one) => (worst === null || one.medianMs > worst.medianMs ? one : worst), null);
}
/** Examples: "3 runs", "1 of 3 runs failed, 2 files could not be read". */
function verdictSentence({ runs, broken }) {
    const failed = runs.filter(({ results }) => results.conclusion === "failed").length;
    const number = `${runs.length} run${runs.length === 1 ? "" : "s"}`;
    return [
        failed === 0 ? number : `${failed} of ${number} failed`,
        ...(broken.length === 0
            ? []
            : [`${broken.length} file${broken.length === 1 ? "" : "s"} could not be read`]),
    ].join(", ");
}


/***/ }),

/***/ 6668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IY: () => (/* binding */ timelineChart),
/* harmony export */   Rt: () => (/* binding */ stallChart),
/* harmony export */   gu: () => (/* binding */ outageChart)
/* harmony export */ });
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81822);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73145);


/**
 * From back to front: each bar covers a part of the one before. The colours differ in GitHub's light and dark
 * themes.
 */
const SERIES = [
    { statistic: "max", colour: "#bcd7f5" },
    { statistic: "p95", colour: "#6ba6e8" },
    { statistic: "median", colour: "#1f5fb0" },
];
/** Bars of median, p95 and max for each measured scenario; null when nothing was measured. */
const outageChart = (results) => barChart(results, "outage", ({ stats }) => stats?.outageMs);
/** The same of request stalls; null without connections. */
const stallChart = (results) => barChart(results, "request stall", ({ stats }) => stats?.requestStallMs);
function barChart(results, name, pick) {
    const measured = results.scenarios.flatMap((scenario) => {
        const figures = pick(scenario);
        return figures === undefined || figures.n === 0 ? [] : [{ label: (0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .labelOf */ .Wy)(scenario, results), figures }];
    });
    if (measured.length === 0)
        return null;
    const largest = measured.reduce((most, { figures }) => Math.max(most, figures.max ?? 0), 0);
    const setup = {
        xyChart: { width: 900, height: 110 + 46 * measured.length },
        themeVariables: {
            xyChart: {
                // The dark theme's default is a grey box.
                backgroundColor: "transparent",
                plotColorPalette: SERIES.map(({ colour }) => colour).join(", "),
            },
        },
    };
    return [
        `%%{init: ${JSON.stringify(setup)}}%%`,
        "xychart-beta horizontal",
        `  x-axis [${measured.map(({ label }) => `"${label}"`).join(", ")}]`,
        `  y-axis "${name}, ms (${results.accel})" 0 --> ${decimal(Math.max(largest * 1.05, 0.1))}`,
        ...SERIES.map(({ statistic }) => `  bar "${statistic}" [${measured.map(({ figures }) => decimal(figures[statistic] ?? 0)).join(", ")}]`),
    ].join("\n");
}
/** Mermaid does not read exponents. */
const decimal = (value) => value.toFixed(3).replace(/\.?0+$/, "");
/**
 * An iteration from `migrate` to the first reply, as bars below one another; null when there was no freeze. A
 * bar that began before `migrate` is drawn from `migrate` on, because Mermaid has no time before its epoch;
 * its text has the true length.
 */
function timelineChart(iteration) {
    const { timeline } = iteration;
    const at = (side, event) => timeline.findLast((entry) => entry.side === side && entry.event === event)?.atMs ?? null;
    const stopMs = at("source", "STOP");
    if (stopMs === null)
        return null;
    const firstReplyMs = at("probe", "first reply");
    const endMs = at("host", "end");
    const resumeMs = at("target", "RESUME");
    const bothMs = latest(at("source", "MIGRATION completed"), at("target", "MIGRATION completed"));
    const contMs = at("host", "cont");
    const sections = [
        [
            "Network",
            [
                bar(firstReplyMs === null ? "no reply until the end" : "last reply to first reply", "crit", at("probe", "last reply"), firstReplyMs ?? endMs),
                ...((0,_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .beganEarly */ .zf)(iteration)
                    ? [bar("of this before STOP, the guest runs", "plain", at("probe", "last reply"), stopMs)]
                    : []),
            ],
        ],
        ["Guest", [bar("STOP to RESUME, no vCPU runs", "plain", stopMs, resumeMs)]],
        [
            "QEMU",
            [
                bar("migrate to STOP", "done", 0, stopMs),
                bar("STOP to source completed", "plain", stopMs, at("source", "MIGRATION completed")),
                bar("STOP to target completed", "plain", stopMs, at("target", "MIGRATION completed")),
            ],
        ],
        [
            "Host",
            [
                bar("completed on both to cont", "plain", bothMs, contMs),
                bar("TAP switch within it", "plain", at("host", "TAP switch"), at("host", "TAP switched")),
            ],
        ],
        [
            "Target",
            [
                bar("cont to RESUME", "plain", contMs, resumeMs),
                bar("RESUME to first reply", "done", resumeMs, firstReplyMs),
            ],
        ],
    ];
    const drawn = sections.flatMap(([name, bars]) => {
        const whole = bars.filter(isWhole);
        return whole.length === 0 ? [] : [{ name, bars: whole }];
    });
    const lastMs = drawn.flatMap(({ bars }) => bars).reduce((last, { untilMs }) => Math.max(last, untilMs), 0);
    const scale = scaleFor(lastMs);
    return [
        "gantt",
        "  dateFormat x",
        `  axisFormat ${scale.axisFormat}`,
        `  tickInterval ${scale.tickInterval}`,
        "  todayMarker off",
        ...drawn.flatMap(({ name, bars }) => [
            `  section ${name}`,
            ...bars.map(({ text, tag, fromMs, untilMs }) => {
                const [from, until] = [fromMs, untilMs].map((ms) => Math.round(Math.max(0, ms) * scale.unitsInMs));
                return `  ${text} ${(0,_figures_js__WEBPACK_IMPORTED_MODULE_0__/* .inMs */ .iB)(untilMs - fromMs)} :${tag === "plain" ? "" : `${tag}, `}${from}, ${until}`;
            }),
        ]),
    ].join("\n");
}
const bar = (text, tag, fromMs, untilMs) => ({
    text,
    tag,
    fromMs,
    untilMs,
});
const isWhole = (one) => one.fromMs !== null && one.untilMs !== null && one.untilMs >= one.fromMs && one.untilMs >= 0;
const latest = (one, other) => one === null || other === null ? null : Math.max(one, other);
/**
 * Up to this length, one Mermaid second stands for one of our milliseconds: Mermaid's times are whole
 * milliseconds, which is too coarse for a freeze.
 */
const FINE_UP_TO_MS = 60;
/** D3's `%s` and `%Q` are seconds and milliseconds since the epoch; here the epoch is `migrate`. */
function scaleFor(lastMs) {
    const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000, 500_000];
    const step = steps.find((one) => lastMs / one <= 12) ?? 1_000_000;
    return lastMs <= FINE_UP_TO_MS
        ? { unitsInMs: 1000, axisFormat: "%s ms", tickInterval: `${step}second` }
        : { unitsInMs: 1, axisFormat: "%Q ms", tickInterval: `${step}millisecond` };
}


/***/ }),

/***/ 63496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ legend),
/* harmony export */   p: () => (/* binding */ scenarioTable)
/* harmony export */ });
/* harmony import */ var _compared_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9206);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81822);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73145);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34902);
/* harmony import */ var _stalls_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34628);





/** Keeps a sign and its word on one line. */
const NBSP = "&nbsp;";
const MARKS = { passed: "✅", failed: "❌", unsupported: "➖", skipped: "⏭️" };
const legend = ({ scenarios }) => [
    "Times are in ms. Noise, vCPU pause (STOP to RESUME), QEMU's figure (the pause as QEMU reports it) and harness (our share of the pause) are medians.",
    ...(scenarios.some((scenario) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .earlySentence */ .pA)(scenario) !== null)
        ? ["Before STOP is the median of the part of the outage before the freeze."]
        : []),
    ...((0,_stalls_js__WEBPACK_IMPORTED_MODULE_4__/* .haveStalls */ .Ql)(scenarios)
        ? ["Request stall is the median of the longest time that a TCP request waited in a migration."]
        : []),
    ...(scenarios.some(({ limits }) => limits.length > 0)
        ? [
            `Limits: ${LIMIT_MARKS.met} met, ${LIMIT_MARKS.exceeded} exceeded, ${LIMIT_MARKS.unresolved} can't be judged here.`,
        ]
        : []),
].join(" ");
function scenarioTable(results) {
    const { scenarios } = results;
    const outage = (pick) => (scenario) => {
        const text = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .msFigure */ .p4)(scenario.stats?.outageMs[pick]);
        return text !== "–" && (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .mostlyUnresolved */ .YS)(scenario.iterations) ? `≤${NBSP}${text}` : text;
    };
    const columns = [
        {
            head: "scenario",
            cell: (scenario) => {
                const label = unbroken((0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(scenario, results)).replace(new RegExp(`,?${NBSP}`), "<br>");
                return isFine(scenario, results) ? label : `**${label}**`;
            },
        },
        { head: "result", cell: ({ status }) => `${MARKS[status]}${NBSP}${status}` },
        ...(results.comparison.length > 0
            ? [{ head: "against<br>baseline", cell: (scenario) => comparisonCell(scenario, results) }]
            : []),
        ...(scenarios.some(({ limits }) => limits.length > 0) ? [{ head: "limits", cell: limitsCell }] : []),
    ];
    const left = columns.length;
    const median = (pick) => (scenario) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .msFigure */ .p4)((0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .medianFigure */ .lh)(scenario.iterations, pick));
    columns.push({ head: "n", cell: numberCell }, { head: "outage<br>median", cell: outage("median") }, { head: "p95", cell: outage("p95") }, { head: "max", cell: outage("max") }, ...(scenarios.some((scenario) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .earlySentence */ .pA)(scenario) !== null)
        ? [{ head: "before<br>STOP", cell: median(({ outageParts }) => outageParts?.beforeStopMs) }]
        : []), ...((0,_stalls_js__WEBPACK_IMPORTED_MODULE_4__/* .haveStalls */ .Ql)(scenarios)
        ? [{ head: "request<br>stall", cell: (scenario) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .stallFigure */ .bj)((0,_stalls_js__WEBPACK_IMPORTED_MODULE_4__/* .medianStall */ .VB)(scenario)) }]
        : []), { head: "noise", cell: median(({ noiseMs }) => noiseMs) }, { head: "most<br>lost", cell: ({ iterations }) => String((0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .mostLost */ .C_)(iterations) ?? "–") }, { head: "vCPU<br>pause", cell: median(({ vcpuPauseMs }) => vcpuPauseMs) }, { head: "QEMU's<br>figure", cell: median(({ qemuDowntimeMs }) => qemuDowntimeMs) }, { head: "harness", cell: median(({ harnessMs }) => harnessMs) });
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(columns.map(({ head }) => head), scenarios.map((scenario) => columns.map(({ cell }) => cell(scenario))), left);
}
/** Whether the row needs no emphasis. */
const isFine = ({ name, build, status }, { comparison }) => status !== "failed" &&
    !(build === "candidate" && comparison.some((one) => one.scenario === name && one.verdict === "slower"));
/** How many iterations the figures come from: "9 of 10", or "10" when all count. */
function numberCell({ stats, iterations }) {
    const n = stats?.outageMs.n ?? 0;
    return n === iterations.length ? String(n) : `${n}${NBSP}of${NBSP}${iterations.length}`;
}
const VERDICT_MARKS = {
    slower: "❌",
    faster: "✅",
    same: "✅",
    inconclusive: "⚠️",
};
function comparisonCell({ name, build }, { comparison }) {
    const own = comparison.find(({ scenario }) => scenario === name);
    if (build !== "candidate" || own === undefined)
        return "";
    const { verdict } = own;
    const change = (0,_compared_js__WEBPACK_IMPORTED_MODULE_0__/* .outageChange */ .Ac)(own);
    // The table is in ms.
    const text = change === null ? "" : `<br>${unbroken(change.replace(" ms (", " ("))}`;
    const others = (0,_compared_js__WEBPACK_IMPORTED_MODULE_0__/* .slowerTexts */ .Fo)(own).map((one) => `<br>⚠️${NBSP}${unbroken(one)}`);
    return `${VERDICT_MARKS[verdict]}${NBSP}${verdict}${text}${others.join("")}`;
}
const LIMIT_MARKS = { met: "✅", exceeded: "❌", unresolved: "⚠️" };
const LIMITED = {
    "max-outage-ms": "",
    "max-request-stall-ms": " stall",
    "max-lost": " lost",
};
const limitsCell = ({ limits }) => limits
    .map(({ limit, statistic, bound, verdict }) => {
    return unbroken(`${LIMIT_MARKS[verdict]} ${statistic}${LIMITED[limit]} ≤ ${bound}`);
})
    .join("<br>");
const unbroken = (text) => text.replaceAll(" ", NBSP);


/***/ }),

/***/ 60018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ix: () => (/* binding */ facts),
  IW: () => (/* binding */ remarks),
  YG: () => (/* binding */ summaryOf)
});

// EXTERNAL MODULE: ./build/report/compared.js
var compared = __webpack_require__(9206);
// EXTERNAL MODULE: ./build/report/details.js + 2 modules
var details = __webpack_require__(56116);
// EXTERNAL MODULE: ./build/report/failures.js
var failures = __webpack_require__(2772);
// EXTERNAL MODULE: ./build/report/figures.js
var figures = __webpack_require__(81822);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/fit.js
var fit = __webpack_require__(29848);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/report/mermaid.js
var mermaid = __webpack_require__(6668);
// EXTERNAL MODULE: ./build/report/scenario-table.js
var scenario_table = __webpack_require__(63496);
// EXTERNAL MODULE: ./build/report/sentences.js
var report_sentences = __webpack_require__(9385);
// EXTERNAL MODULE: ./build/report/stalls.js
var stalls = __webpack_require__(34628);
;// CONCATENATED MODULE: ./build/report/verdict.js





const LONGEST_FAULT = 400;
const verdict_short = (text) => (0,markdown/* shortMarkdown */.uy)(text, LONGEST_FAULT);
/** Paragraphs of Markdown. When there are several faults, they are listed below the line. */
function verdict(results) {
    const worst = (0,stalls/* headlineSentence */.k1)(results) ?? (0,report_sentences/* worstOutageSentence */.g8)(results);
    const ending = worst === null ? "" : ` · ${verdict_short(worst)}`;
    const measured = (0,report_sentences/* measuredSentence */.g3)(results);
    const partly = measured === null ? "" : `: ${measured}`;
    if (results.conclusion === "passed")
        return [`**✅ passed**${partly}${[ending, ...worthOf(results).map((text) => ` · ${text}`)].join("")}`];
    const { general, scenarios } = (0,report_sentences/* runFaults */.dV)(results);
    const [only, ...more] = [...general, ...scenarios];
    if (only !== undefined && more.length === 0)
        return [`**❌ failed**: ${verdict_short(only)}${ending}`];
    return [
        `**❌ failed**: ${verdict_short((0,report_sentences/* reasonOf */.A3)(results))}${ending}`,
        ...(scenarios.length === 0 ? [] : [scenarios.map((fault) => `- ${named(verdict_short(fault))}`).join("\n")]),
    ];
}
/** Makes the subject bold: our own words up to the colon. */
const named = (fault) => fault.replace(/^(.*?)\\:/, "**$1**:");
/** What a passed run was checked against. Without a limit, passing only means that migration worked. */
function worthOf({ scenarios, comparison }) {
    const limits = scenarios.flatMap((scenario) => scenario.limits);
    const unresolved = limits.filter(({ verdict }) => verdict === "unresolved").length;
    const inconclusive = comparison.filter(({ verdict }) => verdict === "inconclusive").length;
    const slower = (0,compared/* slowerNames */.ZE)(comparison);
    return [
        ...(limits.length > 0 && unresolved === 0 ? ["every limit met"] : []),
        ...(unresolved > 0 ? [`⚠️ ${unresolved} of ${(0,figures/* count */.U9)(limits.length, "limit")} can't be judged here`] : []),
        ...(comparison.length > 0 && inconclusive === 0
            ? [
                slower.requests || slower.parts.length > 0
                    ? "outage not slower than the baseline"
                    : "not slower than the baseline",
            ]
            : []),
        ...(slower.requests ? ["⚠️ requests wait longer than with the baseline"] : []),
        ...(slower.parts.length > 0 ? [`⚠️ slower than in the baseline: ${slower.parts.join(", ")}`] : []),
        ...(inconclusive > 0
            ? [`⚠️ ${inconclusive} of ${(0,figures/* count */.U9)(comparison.length, "comparison")} inconclusive`]
            : []),
        ...(limits.length + comparison.length === 0 ? ["no limit was set"] : []),
    ];
}

;// CONCATENATED MODULE: ./build/report/summary.js












/** GitHub shows at most 1 MiB per step. This is less, because other text of the same step needs room too. */
const MOST_BYTES = 1_000_000;
const LONGEST_REASON = 2_000;
const summary_LONGEST_FAULT = 400;
const LONGEST_FACT = 300;
/** GitHub-flavoured Markdown below GitHub's size limit. Text from outside is escaped. */
function summaryOf(results, { outputFolder } = {}) {
    return (0,fit/* fitPage */.n)([
        ...[
            "## Downtime of live migration",
            ...verdict(results),
            facts(results),
            (0,scenario_table/* scenarioTable */.p)(results),
            (0,scenario_table/* legend */.o)(results),
            ...remarks(results),
        ].map((text) => ({ text, rank: 0, kind: "", section: null })),
        ...drawings(results),
        ...(0,failures/* failureBlocks */.p)(results),
        ...(0,details/* detailBlocks */.g)(results, outputFolder ?? null),
    ], MOST_BYTES);
}
const facts = ({ builds, accel, privilege, guest }) => [
    ...builds.map(({ role, version }) => `${role} QEMU ${version}`),
    `accelerator ${accel}`,
    `guest ${guest}`,
    ...(privilege === "none" ? ["without root"] : []),
]
    .map((text) => (0,markdown/* shortMarkdown */.uy)(text, LONGEST_FACT))
    .join(" · ");
/** What a reader must know to read the table. */
function remarks(results) {
    const { scenarios, comparison, accel } = results;
    const control = (0,report_sentences/* controlSentence */.vQ)(results);
    const coarse = (0,report_sentences/* coarseProbeSentence */.R9)(results);
    const upperBound = scenarios.some(({ iterations }) => (0,figures/* mostlyUnresolved */.YS)(iterations));
    const sentences = (of, sign = "") => (0,findings/* sentencesOf */.cj)(results, of).map(({ label, sentence }) => `${sign}${(0,markdown/* shortMarkdown */.uy)(`${label}: ${sentence}`, summary_LONGEST_FAULT)}.`);
    const lines = [
        ...notRunLines(results),
        ...comparison
            .flatMap((one) => [(0,report_sentences/* comparisonSentence */.nX)(one), ...(0,compared/* otherSentences */.pi)(one)])
            .map((sentence) => (0,markdown/* shortMarkdown */.uy)(sentence, summary_LONGEST_FAULT)),
        ...sentences(findings/* lossSentence */.Fz, "⚠️ "),
        ...sentences(findings/* earlySentence */.pA),
        ...sentences(findings/* unseenSentence */.MR, "⚠️ "),
        ...sentences(stalls/* stallSentence */.EF),
        ...(upperBound
            ? [
                "≤: in most iterations the outage is less than twice this machine's noise, so these figures are upper bounds.",
            ]
            : []),
        ...(coarse === null ? [] : [(0,markdown/* shortMarkdown */.uy)(coarse, summary_LONGEST_FAULT)]),
        ...(control === null ? [] : [(0,markdown/* shortMarkdown */.uy)(control, summary_LONGEST_FAULT)]),
        ...(accel === "tcg" ? [report_sentences/* TCG_SENTENCE */.fk] : []),
    ];
    return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}
/** Why scenarios were not run. Scenarios with the same reason share a line. */
function notRunLines(results) {
    const labels = new Map();
    for (const scenario of results.scenarios) {
        const { status, reason } = scenario;
        if ((status !== "unsupported" && status !== "skipped") || reason === null)
            continue;
        const why = `${status}: ${reason}`;
        labels.set(why, [...(labels.get(why) ?? []), (0,figures/* labelOf */.Wy)(scenario, results)]);
    }
    return [...labels].map(([why, of]) => {
        const names = of.join(of.some((label) => label.includes(",")) ? "; " : ", ");
        return (0,markdown/* shortMarkdown */.uy)(`${names} ${why}`, LONGEST_REASON);
    });
}
function drawings(results) {
    const block = (text) => ({ text, rank: 5, kind: "drawings", section: null });
    const bars = [
        ["Outage by scenario", (0,mermaid/* outageChart */.gu)(results)],
        ["Request stall by scenario", (0,mermaid/* stallChart */.Rt)(results)],
    ];
    const timeline = timelineOf(results);
    return [
        ...bars.flatMap(([title, chart]) => chart === null
            ? []
            : [block(`${title}: median (dark), p95 and max (light)\n\n${(0,markdown/* fenced */.OF)(chart, "mermaid")}`)]),
        ...(timeline === null ? [] : [block(timeline)]),
    ];
}
/** The median iteration of the worst scenario; when nothing passed, the first iteration with a freeze. */
function timelineOf(results) {
    const worst = (0,figures/* worstScenario */.GJ)(results);
    const typical = worst === null ? null : (0,figures/* medianIteration */.Sb)(worst);
    const candidates = [
        ...(worst === null || typical === null ? [] : [{ scenario: worst, iteration: typical }]),
        ...results.scenarios.flatMap((scenario) => scenario.iterations.map((iteration) => ({ scenario, iteration }))),
    ];
    for (const { scenario, iteration } of candidates) {
        const chart = (0,mermaid/* timelineChart */.IY)(iteration);
        if (chart === null)
            continue;
        const which = iteration === typical ? "the one nearest the median" : iteration.status;
        const launchMs = iteration.timeline.find(({ event }) => event === "launch target")?.atMs ?? null;
        const launch = launchMs === null ? "" : `; the target was launched ${(0,figures/* msFigure */.p4)(-launchMs)} ms before`;
        const { requestStallMs } = iteration;
        const stall = requestStallMs == null ? "" : `; a request waited ${(0,figures/* stallMs */.Hr)(requestStallMs)}`;
        return `**${(0,figures/* labelOf */.Wy)(scenario, results)}**, iteration ${(0,figures/* numberOf */.rl)(iteration, scenario)} (${which}), in ms from \`migrate\`${launch}${stall}:\n\n${(0,markdown/* fenced */.OF)(chart, "mermaid")}`;
    }
    return null;
}


/***/ }),

/***/ 29027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B7: () => (/* binding */ BENCHMARK_FILE),
  by: () => (/* binding */ HTML_FILE),
  Gl: () => (/* binding */ JUNIT_FILE),
  JL: () => (/* binding */ REPORT_FILES),
  Te: () => (/* binding */ writeMergedReports),
  Li: () => (/* binding */ writeReports)
});

// UNUSED EXPORTS: SUMMARY_FILE

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/system-errors.js
var system_errors = __webpack_require__(71703);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/report/figures.js
var report_figures = __webpack_require__(81822);
;// CONCATENATED MODULE: ./build/report/benchmark.js
/**
 * The figures of a run in the format of github-action-benchmark (`customSmallerIsBetter`), to follow them
 * over time. That action joins runs by `name`, so a name contains nothing that changes between runs.
 */


/** Figures that were not measured are left out; the array is empty when nothing was measured. */
const benchmarkOf = (results) => results.scenarios.flatMap((scenario) => entriesOf(scenario, results, (0,report_figures/* labelOf */.Wy)(scenario, results)));
/** The same for several runs: each name begins with the run's label. */
const benchmarkOfRuns = ({ runs }) => runs.flatMap(({ label, results }) => results.scenarios.flatMap((scenario) => entriesOf(scenario, results, `${label}: ${(0,report_figures/* labelOf */.Wy)(scenario, results)}`)));
function entriesOf(scenario, results, label) {
    const { iterations, stats } = scenario;
    const versions = results.builds.map(({ role, version }) => `${role} QEMU ${version}`);
    const entry = (figure, unit, value, n, range) => value == null
        ? []
        : [
            {
                name: `${label}: ${figure}`,
                unit,
                value: rounded(value),
                ...(range !== null && { range }),
                extra: [`n ${n}`, `accelerator ${results.accel}`, ...versions.map(visible_text/* visible */.RK)].join("\n"),
            },
        ];
    const { outageMs: outage, requestStallMs: stall } = stats ?? {};
    const pauses = figuresOf(iterations, ({ vcpuPauseMs }) => vcpuPauseMs);
    const pause = (0,report_figures/* medianFigure */.lh)(iterations, ({ vcpuPauseMs }) => vcpuPauseMs);
    return [
        ...entry("outage, median", "ms", outage?.median, outage?.n ?? 0, rangeOf(outage)),
        ...entry("request stall, median", "ms", stall?.median, stall?.n ?? 0, rangeOf(stall)),
        ...entry("vCPU pause, median", "ms", pause, pauses.length, spread(pause, extremes(pauses))),
        ...entry("requests lost, most", "requests", (0,report_figures/* mostLost */.C_)(iterations), figuresOf(iterations, ({ lost }) => lost).length, null),
    ];
}
const figuresOf = (iterations, pick) => iterations.flatMap((iteration) => pick(iteration) ?? []);
const extremes = (values) => values.length < 2 ? null : [Math.min(...values), Math.max(...values)];
/** The interval of the median, or min and max when there is no interval. */
function rangeOf(figures) {
    if (figures === undefined || figures.n < 2 || figures.min === null || figures.max === null)
        return null;
    return spread(figures.median, figures.ci95 ?? [figures.min, figures.max]);
}
/** The larger of the two distances from the middle: this format has only one "±" value. */
const spread = (middle, range) => middle === null || range === null ? null : `± ${rounded(Math.max(middle - range[0], range[1] - middle))}`;
const rounded = (value) => Math.round(value * 1000) / 1000;

// EXTERNAL MODULE: ./build/report/html/report.js + 17 modules
var report = __webpack_require__(71212);
// EXTERNAL MODULE: ./node_modules/junit-report-builder/dist/index.js
var dist = __webpack_require__(51072);
// EXTERNAL MODULE: ./build/report/compared.js
var report_compared = __webpack_require__(9206);
// EXTERNAL MODULE: ./build/report/findings.js
var findings = __webpack_require__(73145);
// EXTERNAL MODULE: ./build/report/sentences.js
var sentences = __webpack_require__(9385);
// EXTERNAL MODULE: ./build/report/stalls.js
var stalls = __webpack_require__(34628);
;// CONCATENATED MODULE: ./build/report/junit.js
/**
 * junit.xml: one suite per build, one test case per scenario. Jenkins and Maven Surefire define the format;
 * only the elements and attributes that both know are used.
 */







const NAME = "tap-migration";
/** The module exports the builder itself, although its types (of a CommonJS module) say otherwise. */
const builder = dist;
/** XML 1.0 in UTF-8. A failed run always contains at least one failure, even when no scenario failed (cancelled). */
function junitOf(results) {
    const report = builder.newBuilder().name(NAME);
    addRun(report, results, { suite: "", group: NAME });
    return `${report.build()}\n`;
}
/**
 * The same for several runs: names of suites and classes contain the run's label. Each unreadable file is a
 * failure.
 */
function junitOfRuns({ runs, broken }) {
    const report = builder.newBuilder().name(NAME);
    for (const { label, results } of runs) {
        // Readers of junit.xml split class names into packages at dots.
        addRun(report, results, { suite: `${label}, `, group: `${NAME}.${xmlText(label).replaceAll(".", "_")}` });
    }
    const unread = runs.length + broken.length === 0 ? [{ path: "results", problem: "no results were found" }] : broken;
    if (unread.length > 0) {
        const suite = report.testSuite().name("files that could not be read");
        for (const { path, problem } of unread) {
            suite
                .testCase()
                .name(xmlText((0,visible_text/* visible */.RK)(path)))
                .className(`${NAME}.files`)
                .failure(xmlText(problem), "unreadable");
        }
    }
    return `${report.build()}\n`;
}
function addRun(report, results, names) {
    let failures = 0;
    for (const build of results.builds) {
        const scenarios = results.scenarios.filter((scenario) => scenario.build === build.role);
        if (scenarios.length === 0)
            continue;
        const suite = report
            .testSuite()
            .name(xmlText(`${names.suite}${suiteName(build)}`))
            .timestamp(results.startedAt.slice(0, "2026-01-02T03:04:05".length))
            .time(seconds(scenarios.reduce((sum, scenario) => sum + tookMs(scenario), 0)));
        for (const scenario of scenarios) {
            const testCase = suite
                .testCase()
                .name((0,report_figures/* labelOf */.Wy)(scenario, results))
                .className(`${names.group}.${build.role}`);
            if (fill(testCase, scenario, results))
                failures += 1;
        }
    }
    if (results.conclusion === "failed" && failures === 0) {
        const suite = report
            .testSuite()
            .name(xmlText(`${names.suite}run`))
            .time(seconds(results.durationMs));
        suite
            .testCase()
            .name("run")
            .className(`${names.group}.run`)
            .time(seconds(results.durationMs))
            .failure(xmlText(results.reason ?? "no reason was noted"), "failed");
    }
}
const suiteName = ({ role, version }) => `${role}: QEMU ${version}`;
/** Fills a test case, and returns whether it is a failure. */
function fill(testCase, scenario, results) {
    const { status, reason, iterations, name, build } = scenario;
    testCase.time(seconds(tookMs(scenario)));
    const output = iterations.map((iteration) => iterationLine(iteration, scenario));
    const slower = build === "candidate"
        ? results.comparison.filter((one) => one.scenario === name && one.verdict === "slower")
        : [];
    const faults = [...(0,sentences/* faultsOf */.xm)(scenario, results), ...slower.map(sentences/* comparisonSentence */.nX)];
    if (status === "unsupported" || status === "skipped") {
        skip(testCase, xmlText(`${status}: ${reason ?? "no reason was noted"}`));
        output.unshift(`${status}: ${reason ?? ""}`);
    }
    if (faults.length > 0) {
        testCase.failure(xmlText(faults.join("; ")), status === "failed" ? "failed" : "slower");
        const failed = iterations.filter((iteration) => iteration.status === "failed");
        const lines = failed.map((one) => `iteration ${(0,report_figures/* numberOf */.rl)(one, scenario)} (${one.folder}): ${one.reason ?? ""}`);
        testCase.stacktrace(cdata([...faults, ...lines].join("\n")));
    }
    for (const [property, value] of connectionProperties(scenario, results))
        testCase.property(property, value);
    if (output.length > 0)
        testCase.standardOutput(cdata(output.join("\n")));
    const evidence = [
        ...scenario.evidence,
        ...(iterations.find((iteration) => iteration.status === "failed")?.evidence ?? []),
    ];
    if (evidence.length > 0)
        testCase.standardError(cdata(evidence.map(evidenceText).join("\n")));
    return faults.length > 0;
}
/** What connections felt. Jenkins's plugin keeps properties of cases when told to; other readers pass over them. */
function connectionProperties({ name, build, stats }, { comparison }) {
    const stall = stats?.requestStallMs;
    const compared = build === "candidate" ? comparison.filter(({ scenario }) => scenario === name) : [];
    return [
        ...["median", "p95", "max"].flatMap((statistic) => {
            const ms = stall?.[statistic] ?? null;
            return ms === null ? [] : [[`request stall ${statistic}, ms`, (0,report_figures/* stallFigure */.bj)(ms)]];
        }),
        ...compared
            .flatMap(report_compared/* otherSentences */.pi)
            .map((sentence) => ["against the baseline", sentence]),
    ];
}
/** Adds the message that readers show: the library writes a bare `<skipped/>`. */
function skip(testCase, message) {
    const build = testCase.skipped().build.bind(testCase);
    testCase.build = (parent) => {
        const element = build(parent);
        const mark = element.children.find((child) => "name" in child && child.name === "skipped");
        if (mark !== undefined && "att" in mark && typeof mark.att === "function")
            mark.att("message", message);
        return element;
    };
}
/** Last output. Only the first failure of a scenario has it, because the others are often the same. */
const evidenceText = ({ side, what, tail }) => `--- ${side}, ${what} ---\n${tail.replace(/\n+$/, "")}`;
/** Example: "1: passed, boot 1, outage 20.3 ms, …". */
function iterationLine(iteration, scenario) {
    const figures = [
        ["outage", iteration.outageMs],
        ["noise", iteration.noiseMs],
        ["vCPU pause", iteration.vcpuPauseMs],
        ["QEMU's downtime", iteration.qemuDowntimeMs],
        ["harness", iteration.harnessMs],
    ];
    return [
        `${(0,report_figures/* numberOf */.rl)(iteration, scenario)}: ${iteration.status}`,
        `boot ${iteration.boot}`,
        ...figures.map(([name, ms]) => `${name} ${(0,report_figures/* msFigure */.p4)(ms)}${ms === null ? "" : " ms"}`),
        `lost ${iteration.lost ?? "–"} of ${iteration.sent ?? "–"}${(0,findings/* lossText */.Tj)(iteration)}`,
        ...(0,stalls/* connectionFacts */.Cg)(iteration).map(([name, value]) => `${name} ${value}`),
        ...(iteration.resolved === false ? ["an upper bound: too close to the noise"] : []),
    ].join(", ");
}
/** The time of all boots and iterations, each iteration from its quiet stretch to its end. */
function tookMs({ bootMs, iterations }) {
    const spans = iterations.map(({ timeline }) => (timeline.at(-1)?.atMs ?? 0) - (timeline[0]?.atMs ?? 0));
    // A timeline in a results.json that others wrote may be out of order.
    return [...bootMs, ...spans].reduce((sum, ms) => sum + Math.max(0, ms), 0);
}
const seconds = (ms) => Math.round(ms) / 1000;
/**
 * Keeps only the characters that XML 1.0, section 2.2, allows, and makes characters visible that a terminal
 * would act on. Tabs and line ends stay.
 */
const xmlText = (text) => (0,visible_text/* visibleLines */.gB)((0,visible_text/* wellFormed */.ES)(text)).replaceAll(/[\ufffe\uffff]/g, "");
/** The library escapes only the first "]]>" in a text. */
const cdata = (text) => xmlText(text).replaceAll("]]>", "]] >");

// EXTERNAL MODULE: ./build/report/summary.js + 1 modules
var summary = __webpack_require__(60018);
;// CONCATENATED MODULE: ./build/report/write.js
/** Writes the reports of a finished run beside its results.json. The rest of this folder only makes texts. */









const SUMMARY_FILE = "summary.md";
const JUNIT_FILE = "junit.xml";
const BENCHMARK_FILE = "benchmark.json";
const HTML_FILE = "report.html";
/** All reports of one run. */
const REPORT_FILES = [SUMMARY_FILE, JUNIT_FILE, BENCHMARK_FILE, HTML_FILE];
/**
 * Writes summary.md, junit.xml, benchmark.json and report.html into the folder, each completely or not at
 * all. Returns the paths of the files written. Without figures there is no benchmark.json, because its reader
 * refuses an empty one. A file that cannot be written is reported with `warn` and does not change the result
 * of the run.
 *
 * @param check throws ConfigurationError when the folder must not be written
 */
function writeReports(folder, results, check, warn) {
    const texts = {
        [SUMMARY_FILE]: () => (0,summary/* summaryOf */.YG)(results, { outputFolder: folder }),
        [JUNIT_FILE]: () => junitOf(results),
        [BENCHMARK_FILE]: () => benchmarkText(benchmarkOf(results)),
        [HTML_FILE]: () => (0,report/* reportHtml */.E)([{ label: "", results, logs: "" }]),
    };
    return Object.entries(texts).flatMap(([name, text]) => {
        try {
            check();
            return writeTexts(folder, { [name]: text() });
        }
        catch (error) {
            if (!(0,system_errors/* isSystemError */.O)(error) && !(error instanceof errors/* ConfigurationError */.j1))
                throw error;
            warn(`${(0,external_node_path_.join)(folder, name)} cannot be written: ${(0,errors/* messageOf */.bD)(error)}`);
            return [];
        }
    });
}
/** The same for several runs; `summary` is their page. Without `html` there is no report.html. */
const writeMergedReports = (folder, merged, { summary, html }) => writeTexts(folder, {
    [SUMMARY_FILE]: summary,
    [JUNIT_FILE]: junitOfRuns(merged),
    [BENCHMARK_FILE]: benchmarkText(benchmarkOfRuns(merged)),
    [HTML_FILE]: html,
});
const benchmarkText = (entries) => entries.length === 0 ? null : `${JSON.stringify(entries, null, 2)}\n`;
function writeTexts(folder, texts) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    return Object.entries(texts).flatMap(([name, text]) => {
        const path = (0,external_node_path_.join)(folder, name);
        if (text === null) {
            (0,external_node_fs_.rmSync)(path, { force: true });
            return [];
        }
        (0,files/* writeFresh */._o)(path, text);
        return [path];
    });
}


/***/ }),

/***/ 40442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeResults),
/* harmony export */   y: () => (/* binding */ RESULTS_FILE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19036);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57146);
/** Writes results.json: completely or not at all, and only what its schema accepts. */




const RESULTS_FILE = "results.json";
/**
 * Returns the path written.
 *
 * @throws ZodError when the results do not match the schema, which is a bug of this program
 */
function writeResults(folder, results) {
    const checked = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .Results */ .nB.parse(results);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, RESULTS_FILE);
    (0,_host_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFresh */ ._o)(path, `${JSON.stringify(checked, null, 2)}\n`);
    return path;
}


/***/ })

};
