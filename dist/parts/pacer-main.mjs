export const id = 231;
export const ids = [231];
export const modules = {

/***/ 18231:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80481);
/* harmony import */ var _pacer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44071);
/**
 * The program that a run starts in its network namespace, as its user: `node dist/pacer.js PORT CONNECTIONS PERIOD_MS`. It takes orders
 * from stdin, one a line, and answers each in a line on stdout. It ends with its stdin, so it does not outlive the run.
 *
 * | order | answer |
 * | --- | --- |
 * | | `listening`, then `open` once all connections are open |
 * | `begin` | `begun N`: N connections are open |
 * | `stop` | |
 * | `end WAIT_MS` | the records, in JSON |
 */


const [port, connections, periodMs] = process.argv.slice(2).map(Number);
const say = (line) => process.stdout.write(`${line}\n`);
const pacer = await (0,_pacer_js__WEBPACK_IMPORTED_MODULE_1__/* .startPacer */ .W)({
    port: port ?? 0,
    connections: connections ?? 0,
    periodMs: periodMs ?? 1,
    whenOpen: () => say("open"),
});
say("listening");
const orders = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin });
orders.on("line", (line) => {
    const [order, waitMs] = line.split(" ");
    if (order === "begin")
        say(`begun ${pacer.begin()}`);
    if (order === "stop")
        pacer.stop();
    if (order === "end")
        pacer.end(Number(waitMs)).then((records) => say(JSON.stringify(records)));
});
orders.on("close", () => process.exit());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 44071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ startPacer)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56735);
/**
 * A TCP server that times requests on the connections that a guest opens to it. A request is a few bytes, which the guest sends back.
 * Each connection is a closed loop: it has at most one request in flight. The connections take turns, one each period, so that every
 * period of a freeze meets a request that is alone on its connection, as a client that waits for its answer has it.
 *
 * It keeps its pace by short waits in Atomics.wait: a timer of Node is a millisecond late, and spinning takes a whole core. Nothing is
 * written or parsed while it runs.
 */




/** Longer than an iteration, even on a slow host. After that, requests are no longer sent. */
const MOST_REQUESTS = 200_000;
const REQUEST_BYTES = 8;
/** Within this time an answer waits to be read, at most. */
const LONGEST_WAIT_MS = 0.5;
/** How often the end of the last requests is looked for. */
const LOOK_EVERY_MS = 5;
/** Listens on all addresses. Rejects with the system's error when it cannot. */
async function startPacer(options) {
    const connections = [];
    const close = (connection, why) => {
        if (!connection.open)
            return;
        connection.open = false;
        connection.pending = null;
        closed.push(why);
        connection.socket.destroy();
    };
    const closed = [];
    const numbers = new Uint16Array(MOST_REQUESTS);
    const sent = new Float64Array(MOST_REQUESTS);
    const answered = new Float64Array(MOST_REQUESTS);
    const errors = new Float64Array(MOST_REQUESTS);
    let count = 0;
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.createServer)({ noDelay: true }, (socket) => {
        if (connections.length === options.connections) {
            socket.destroy();
            return;
        }
        const connection = { socket, pending: null, received: 0, open: true };
        connections.push(connection);
        const lose = (why) => close(connection, why);
        socket.on("data", (bytes) => {
            if (connection.pending === null)
                return lose("bytes that nobody asked for");
            connection.received += bytes.length;
            if (connection.received > REQUEST_BYTES)
                return lose("more bytes than were sent");
            if (connection.received < REQUEST_BYTES)
                return;
            if (connection.pending !== "late")
                answered[connection.pending] = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)();
            connection.pending = null;
        });
        socket.on("error", (error) => lose(error.code ?? error.message));
        socket.on("close", () => lose("closed by the guest"));
        if (connections.length === options.connections)
            options.whenOpen();
    });
    await new Promise((resolve, reject) => {
        server.once("error", reject).listen(options.port, resolve);
    });
    const request = Buffer.alloc(REQUEST_BYTES);
    const send = (number, lateMs) => {
        const connection = connections[number];
        if (connection === undefined || !connection.open || connection.pending !== null)
            return;
        numbers[count] = number;
        answered[count] = Number.NaN;
        errors[count] = lateMs;
        connection.pending = count;
        connection.received = 0;
        request.writeUInt32BE(count);
        sent[count] = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)();
        connection.socket.write(request);
        count += 1;
    };
    const sleeper = new Int32Array(new SharedArrayBuffer(4));
    let running = false;
    let dueMs = 0;
    let turn = 0;
    const step = () => {
        if (!running || count === MOST_REQUESTS)
            return;
        const lateMs = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)() - dueMs;
        if (lateMs >= 0) {
            send(turn % options.connections, lateMs);
            // Turns that were missed because the host stood still are left out.
            const missed = Math.floor(lateMs / options.periodMs);
            turn += 1 + missed;
            dueMs += (1 + missed) * options.periodMs;
        }
        const waitMs = Math.min(LONGEST_WAIT_MS, dueMs - (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)());
        if (waitMs > 0)
            Atomics.wait(sleeper, 0, 0, waitMs);
        setImmediate(step);
    };
    let begun = { atMs: 0, cpu: process.cpuUsage(), counters: readCounters(), connections: 0 };
    let clock = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .startWallClock */ .Z$)();
    let cpuShare = 0;
    const stop = () => {
        if (!running)
            return;
        running = false;
        const { user, system } = process.cpuUsage(begun.cpu);
        cpuShare = (user + system) / 1000 / Math.max(1, (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)() - begun.atMs);
    };
    return {
        begin() {
            count = 0;
            closed.length = 0;
            clock = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .startWallClock */ .Z$)();
            const open = connections.filter((one) => one.open).length;
            begun = { atMs: (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)(), cpu: process.cpuUsage(), counters: readCounters(), connections: open };
            dueMs = begun.atMs;
            running = true;
            step();
            return open;
        },
        stop,
        async end(waitMs) {
            stop();
            const untilMs = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)() + waitMs;
            while (connections.some(({ open, pending }) => open && pending !== null) && (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)() < untilMs)
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(LOOK_EVERY_MS);
            const endedMs = (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)();
            for (const connection of connections) {
                if (connection.pending === "late")
                    close(connection, "no answer during a whole iteration");
                else if (connection.pending !== null)
                    connection.pending = "late";
            }
            const counters = readCounters();
            const toWallMs = clock.now() - (0,_qemu_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .monotonicMs */ .dR)();
            const rounded = (ms) => Math.round((ms + toWallMs) * 1000) / 1000;
            const requests = Array.from({ length: count }, (_, at) => {
                const answeredMs = answered[at] ?? Number.NaN;
                const answer = Number.isNaN(answeredMs) ? null : rounded(answeredMs);
                return [numbers[at] ?? 0, rounded(sent[at] ?? 0), answer];
            });
            return {
                connections: begun.connections,
                closed: [...closed],
                requests,
                endedMs: rounded(endedMs),
                retransmits: counters.retransmits - begun.counters.retransmits,
                lossProbes: counters.lossProbes - begun.counters.lossProbes,
                errorP99Ms: errors.slice(0, count).sort()[Math.floor(count * 0.99)] ?? 0,
                cpuShare,
            };
        },
    };
}
/** The kernel's counters of TCP in this network namespace; see networking/snmp_counter.rst of the kernel. */
function readCounters() {
    return {
        retransmits: counterIn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/net/snmp", "utf8"), "Tcp", "RetransSegs"),
        lossProbes: counterIn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/net/netstat", "utf8"), "TcpExt", "TCPLossProbes"),
    };
}
/** Two lines belong together: "Tcp: NAME NAME …" and "Tcp: VALUE VALUE …". */
function counterIn(text, group, name) {
    const [names, values] = text
        .split("\n")
        .map((line) => line.split(" "))
        .filter(([first]) => first === `${group}:`);
    return Number(values?.[names?.indexOf(name) ?? -1] ?? 0);
}


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


/***/ })

};
