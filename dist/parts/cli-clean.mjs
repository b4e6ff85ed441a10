export const id = 212;
export const ids = [212];
export const modules = {

/***/ 17212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanCommand: () => (/* binding */ cleanCommand)
/* harmony export */ });
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39313);
/* harmony import */ var _host_register_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(499);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33192);
/* harmony import */ var _exit_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32900);
/** `clean`: removes what dead runs left behind. */




async function cleanCommand() {
    const report = await (0,_host_register_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanDeadRuns */ .Kz)(await (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_0__/* .findPrivilegeOrNone */ .EY)());
    for (const run of report.cleaned)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .out */ .FD)(`run ${run}: cleaned up`);
    for (const run of report.living)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .out */ .FD)(`run ${run}: still lives, left alone`);
    for (const run of report.elsewhere)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .out */ .FD)(`run ${run}: another host's or container's, left alone`);
    for (const problem of report.problems)
        (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._q)(`could not be cleaned up: ${problem}`);
    if (Object.values(report).every((list) => list.length === 0))
        (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .out */ .FD)("nothing to clean up");
    return report.problems.length === 0 ? 0 : _exit_status_js__WEBPACK_IMPORTED_MODULE_3__/* .EXIT_FAILED */ .hj;
}


/***/ })

};
