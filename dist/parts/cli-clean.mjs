export const id = 113;
export const ids = [113];
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


/***/ }),

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


/***/ })

};
