export const id = 222;
export const ids = [222];
export const modules = {

/***/ 5222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctorCommand: () => (/* binding */ doctorCommand)
/* harmony export */ });
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/* harmony import */ var _doctor_doctor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72868);
/* harmony import */ var _inputs_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51398);
/* harmony import */ var _colour_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64433);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33192);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32900);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21508);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10680);
/** `doctor`: prints which scenarios this host can run, and what is missing for the others. */








async function doctorCommand(flags) {
    const { json, ...inputs } = flags;
    const diagnosis = await (0,_doctor_doctor_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnose */ .h)((0,_inputs_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readSettings */ .s)((0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .givenInputs */ .PC)(inputs), 0), (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .endSignal */ .cs)(), (0,_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .makeReporter */ .g)(process.stderr, json ? "quiet" : "normal"));
    (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .out */ .FD)(json ? (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleJson */ .$m)(diagnosis) : (0,_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .diagnosisTable */ .qX)(diagnosis, (0,_colour_js__WEBPACK_IMPORTED_MODULE_6__/* .widthOf */ .q)(process.stdout)));
    return diagnosis.scenarios.some(({ runs }) => runs) ? 0 : _exit_status_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT_UNUSABLE */ .zN;
}


/***/ }),

/***/ 10680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ makeReporter)
});

// EXTERNAL MODULE: ./build/base/visible-text.js
var visible_text = __webpack_require__(39048);
// EXTERNAL MODULE: ./build/cli/colour.js
var colour = __webpack_require__(64433);
;// CONCATENATED MODULE: ./build/cli/download-line.js
const mib = (bytes) => (bytes / 2 ** 20).toFixed(1);
function downloadLine(event) {
    const { asset, url, receivedBytes, totalBytes, bytesPerSecond, done } = event;
    const speed = `${mib(bytesPerSecond)} MiB/s`;
    if (done)
        return `${asset}: fetched ${mib(receivedBytes)} MiB from ${url}, ${speed}`;
    return `${asset}: ${mib(receivedBytes)}${totalBytes === null ? "" : ` of ${mib(totalBytes)}`} MiB, ${speed}`;
}
/** Tracks parallel downloads. The function returns the line of all that are not done; "" when there are none. */
function makeDownloadStatus() {
    const lines = new Map();
    return (event) => {
        if (event.done)
            lines.delete(event.asset);
        else
            lines.set(event.asset, downloadLine(event));
        return [...lines.values()].join("; ");
    };
}

;// CONCATENATED MODULE: ./build/cli/terminal.js
/**
 * Progress on a terminal: one line that is rewritten during an iteration, and one permanent line per finished
 * iteration. Without a terminal, only the permanent lines. There is no timer: nothing is drawn between
 * `migrate` and `cont`.
 */



/** A listener for the events of a run that writes to `stream`, usually stderr. */
function makeReporter(stream, loudness) {
    const pc = (0,colour/* coloursFor */.d)(stream);
    // Only a real terminal can rewrite a line.
    const live = stream.isTTY === true && process.env.TERM !== "dumb" && loudness === "normal";
    let drawn = false;
    let wanted = 0;
    const downloads = makeDownloadStatus();
    const line = (text) => {
        stream.write(`${drawn ? "\r\u001b[K" : ""}${text}\n`);
        drawn = false;
    };
    const status = (text) => {
        if (!live)
            return;
        stream.write(`\r\u001b[K${pc.dim((0,visible_text/* visible */.RK)(text).slice(0, Math.max(20, ((0,colour/* widthOf */.q)(stream) ?? 80) - 1)))}`);
        drawn = true;
    };
    return (event) => {
        if (event.kind === "warning")
            return line(`${pc.yellow("warning:")} ${(0,visible_text/* visibleLines */.gB)(event.text)}`);
        if (loudness === "quiet")
            return;
        switch (event.kind) {
            case "note":
                return line(pc.dim((0,visible_text/* visibleLines */.gB)(event.text)));
            case "download": {
                const others = downloads(event);
                if (event.done)
                    line((0,visible_text/* visible */.RK)(downloadLine(event)));
                if (others !== "")
                    status(others);
                return;
            }
            case "run-started":
                for (const note of event.notes)
                    line(pc.dim((0,visible_text/* visibleLines */.gB)(note)));
                return;
            case "scenario-started":
                wanted = event.iterations;
                return line(`${pc.bold(event.scenario)}: ${howOften(event)}`);
            case "step": {
                const where = event.iteration === null ? `boot ${event.boot}` : `iteration ${event.iteration} of ${wanted}`;
                // Output at this step would be drawn while the guest is frozen.
                if (event.step !== "migrate")
                    status(`  ${where}: ${event.step} …`);
                if (loudness === "verbose" && event.step !== "migrate")
                    line(pc.dim(`  ${where}: ${event.step}`));
                return;
            }
            case "iteration-finished": {
                const { iteration, number } = event;
                const place = placeOf(iteration, number, wanted);
                if (iteration.status === "failed")
                    return line(`${place} ${pc.red("failed")}: ${(0,visible_text/* visibleLines */.gB)(iteration.reason ?? "")}`);
                return line(`${place} ${pc.green("passed")}  outage ${ms(iteration.outageMs)}, vCPU pause ${ms(iteration.vcpuPauseMs)}, harness ${ms(iteration.harnessMs)}, lost ${iteration.lost ?? "–"}`);
            }
            case "scenario-finished": {
                const { name, build, status: verdict, reason } = event.scenario;
                if (verdict === "passed" || verdict === "failed")
                    return;
                const of = build === "candidate" ? "" : ` (${build})`;
                return line(`${pc.bold(name)}${of}: ${pc.yellow(verdict)}: ${(0,visible_text/* visibleLines */.gB)(reason ?? "")}`);
            }
            case "run-finished":
                return;
        }
    };
}
const ms = (value) => (value === null ? "–" : `${value.toFixed(1)} ms`);
/** Examples: "5 iterations", "30 pairs of candidate and baseline", "10 times from candidate to target and back". */
function howOften({ build, against, iterations }) {
    const number = (noun) => `${iterations} ${noun}${iterations === 1 ? "" : "s"}`;
    if (against === "baseline")
        return `${number("pair")} of ${build} and ${against}`;
    return against === null ? number("iteration") : `${number("time")} from ${build} to ${against} and back`;
}
/** Examples: "  3 of 10", "  3 of 10, target to candidate", "  pair  3 of 30, baseline". */
function placeOf({ from, to, pair }, number, wanted) {
    const count = `${String(pair ?? number).padStart(String(wanted).length)} of ${wanted}`;
    if (pair !== null)
        return `  pair ${count}, ${from.padEnd("candidate".length)}`;
    return from === to ? `  ${count}` : `  ${count}, ${from} to ${to}`;
}


/***/ })

};
