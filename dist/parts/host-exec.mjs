export const id = 776;
export const ids = [776];
export const modules = {

/***/ 68606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within),
/* harmony export */   z: () => (/* binding */ onceAborted)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/** Waits with a limit. */


/**
 * The result of `work`; null when it takes longer than `milliseconds` or the signal aborts. This does not end
 * the work itself, so the caller must be able to abandon it.
 */
async function within(milliseconds, work, signal) {
    const timer = new AbortController();
    const cancel = AbortSignal.any([timer.signal, ...(signal ? [signal] : [])]);
    // When nobody waits for the work any more, its failure must not become an unhandled rejection.
    work.catch(() => undefined);
    try {
        return await Promise.race([
            work.then((value) => ({ value })),
            (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(milliseconds, null, { signal: cancel }).catch(() => null),
        ]);
    }
    finally {
        timer.abort();
    }
}
/** The same, but the time starts only when `signal` aborts: it limits how long the work may take to end. */
async function onceAborted(signal, milliseconds, work) {
    const over = new AbortController();
    const aborted = signal.aborted
        ? Promise.resolve()
        : (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(signal, "abort", { signal: over.signal }).catch(() => undefined);
    work.catch(() => undefined);
    try {
        return await Promise.race([
            work.then((value) => ({ value })),
            aborted.then(() => within(milliseconds, work, over.signal)),
        ]);
    }
    finally {
        over.abort();
    }
}


/***/ }),

/***/ 39970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ logCommands),
/* harmony export */   NT: () => (/* binding */ stdoutOf),
/* harmony export */   cd: () => (/* binding */ runToEnd),
/* harmony export */   jH: () => (/* binding */ outputOf)
/* harmony export */ });
/* unused harmony export commandLine */
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53053);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58500);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41955);
/* harmony import */ var _base_deadline_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68606);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45145);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4879);
/**
 * Runs programs to their end, through @actions/exec. Programs that stay (QEMU, the probe, ip's batch) are started elsewhere.
 *
 * @actions/exec gives no pid, no deadline and no limit of output, and its search for lines takes time with the square of the output.
 * So we take the ChildProcess from Node's channel `child_process` (docs of diagnostics_channel), and read and kill it here.
 */










/** The longest that a timer of Node can be: 24.8 days. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
const MOST_OUTPUT_BYTES = 100 * 2 ** 20;
/** How long a program's children may keep its stdout open after its end. */
const OUTPUT_OPEN_MS = 1_000;
/** How long we wait for the end of a program that was killed. */
const KILLED_MS = 500;
/** How much of the end of stderr an error repeats. */
const MOST_CHARACTERS = 4_000;
/**
 * Runs a program to its end, or kills it. A child of it that keeps its stdout open is waited for up to `OUTPUT_OPEN_MS`, and not
 * killed.
 *
 * @throws the signal's reason when the program failed or was killed after it aborted. Every other failure is in the result.
 */
async function runToEnd(file, args, options = {}) {
    const { signal, timeoutMs = NO_DEADLINE_MS, maxOutputBytes = MOST_OUTPUT_BYTES } = options;
    signal?.throwIfAborted();
    log?.(commandLine([file, ...args]));
    const overflow = new AbortController();
    const program = start(file, args, options, () => overflow.abort(), maxOutputBytes);
    let notStarted = null;
    let givenUp = false;
    try {
        const stop = AbortSignal.any([overflow.signal, ...(signal ? [signal] : [])]);
        givenUp = (await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .u)(timeoutMs, program.done, stop)) === null;
    }
    catch (error) {
        notStarted = `could not be started: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`;
    }
    if (givenUp)
        await program.giveUp();
    const { exitCode, signalName, stdout, stderr } = program.release();
    const timedOut = givenUp && !overflow.signal.aborted;
    const failure = overflow.signal.aborted
        ? `wrote more than ${maxOutputBytes} bytes`
        : timedOut
            ? `did not end within ${timeoutMs / 1000} s`
            : (notStarted ?? howItFailed(exitCode, signalName));
    // Ctrl-C goes to the program as well: its failure then is no news.
    if (failure !== null)
        signal?.throwIfAborted();
    return { exitCode, signalName, timedOut, failure, stdout, stderr };
}
function howItFailed(exitCode, signalName) {
    if (exitCode === 0)
        return null;
    return exitCode === null ? `was ended by ${signalName}` : `ended with status ${exitCode}`;
}
/** Runs a program to its end; its stdout. @throws StepError with command line, failure and the end of stderr; the signal's reason. */
async function outputOf(file, args, options = {}) {
    return stdoutOf(await runToEnd(file, args, options), [file, ...args]);
}
/** The stdout of a program that ended with status 0. @throws StepError that calls it by `words`. */
function stdoutOf({ failure, stdout, stderr }, words) {
    if (failure === null)
        return stdout;
    const said = stderr.toString("utf8").trim().slice(-MOST_CHARACTERS);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .StepError */ .zg(`${commandLine(words)} ${failure}${said === "" ? "" : `: ${said}`}`);
}
/** A command line to show. Values after `env -i` become `***`: they may be secrets (input `qemu-env`). */
function commandLine(words) {
    let areVariables = false;
    const shown = words.map((word, index) => {
        if (word === "-i" && /(^|\/)env$/.test(words[index - 1] ?? "")) {
            areVariables = true;
            return word;
        }
        areVariables &&= /^[A-Za-z_][A-Za-z0-9_]*=/.test(word);
        return areVariables ? `${word.slice(0, word.indexOf("="))}=***` : word;
    });
    return shown.join(" ");
}
let log = null;
/** Calls `write` with each command line before its program starts. Null ends that. */
function logCommands(write) {
    log = write;
}
/** Holds, within a call, what to do with its child. */
const calls = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
// Node 20 and 24 publish in ChildProcess's constructor: before the process is started.
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)("child_process", (message) => calls.getStore()?.(message.process));
function start(file, args, { input, env, kill = killTree }, overflow, maxOutputBytes) {
    const stdout = [];
    const stderr = [];
    let child = null;
    let spawnError = null;
    let givenUp = false;
    let exited = () => { };
    const exit = new Promise((resolve) => {
        exited = resolve;
    });
    const end = () => {
        // The pid of a program that has ended may be another's by now.
        const { pid, exitCode, signalCode } = child ?? {};
        if (pid === undefined || exitCode !== null || signalCode !== null)
            return;
        (async () => kill(pid))().catch(() => undefined);
    };
    const onChild = (made) => {
        if (child !== null)
            return;
        child = made;
        emitSpawnErrors(made);
        made.once("error", (error) => {
            spawnError = error;
        });
        made.once("exit", exited);
        // By then it has its streams, but none of their data has been read.
        process.nextTick(() => {
            gather(made.stdout, stdout, maxOutputBytes, overflow);
            gather(made.stderr, stderr, maxOutputBytes, overflow);
            // A program need not read all of its input.
            made.stdin?.on("error", () => undefined);
            made.stdin?.end(input);
            if (givenUp)
                end();
        });
    };
    const run = async () => {
        await expectProgram(file, args, env);
        if (givenUp)
            return;
        const options = { silent: true, ignoreReturnCode: true, delay: OUTPUT_OPEN_MS, ...(env && { env }) };
        try {
            await calls.run(onChild, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_6__/* .exec */ .m)(quoted(file), [...args], options));
        }
        catch (error) {
            throw spawnError ?? error;
        }
        if (child === null)
            throw new Error("this Node does not publish its child processes");
        // With its stdout still open, what it wrote last may wait to be read.
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setImmediate)();
    };
    const done = run();
    done.then(exited, exited);
    return {
        done,
        giveUp: async () => {
            givenUp = true;
            end();
            await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .u)(KILLED_MS, exit);
        },
        release: () => {
            for (const stream of [child?.stdin, child?.stdout, child?.stderr])
                stream?.destroy();
            child?.unref();
            return {
                exitCode: child?.exitCode ?? null,
                signalName: child?.signalCode ?? null,
                stdout: Buffer.concat(stdout),
                stderr: Buffer.concat(stderr),
            };
        },
    };
}
/** @throws Error that says why the program can't be started: @actions/exec doesn't. */
async function expectProgram(file, args, env = {}) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_4__.isAbsolute)(file))
        throw new Error("its path is not absolute");
    // Node throws for these, and @actions/exec drops the error: see `emitSpawnErrors`.
    if ([file, ...args, ...Object.entries(env).flat()].some((word) => word.includes("\0")))
        throw new Error("one of its words has a NUL character");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_2__.constants.X_OK);
}
/** Takes the place of the listeners of @actions/exec. */
function gather(stream, chunks, most, overflow) {
    let bytes = 0;
    // A stream is missing where the process could not be started.
    stream?.removeAllListeners("data").on("data", (chunk) => {
        bytes += chunk.length;
        if (bytes > most)
            overflow();
        else
            chunks.push(chunk);
    });
}
/**
 * Emits all errors of spawning. Node emits some (ENOENT, EACCES) and throws others (E2BIG, ENOMEM). For a thrown one @actions/exec
 * never settles, and the error would be an uncaught exception.
 */
function emitSpawnErrors(child) {
    const inner = child;
    const spawn = inner.spawn.bind(child);
    inner.spawn = (options) => {
        try {
            return spawn(options);
        }
        catch (error) {
            process.nextTick(() => child.emit("error", error));
            return undefined;
        }
    };
}
/** @actions/exec splits what it runs into words. It takes a quote as `\"` within quotes, and a backslash only outside of them. */
const quoted = (file) => 
// Without a blank at the end it would trim the name.
`"${file.replaceAll(/["\\]/g, (character) => (character === '"' ? '\\"' : '"\\"'))}" `;
/** Kills a child and all below it, those first: a process that loses its parent can't be found any more. */
function killTree(pid) {
    for (const one of [...(0,_proc_js__WEBPACK_IMPORTED_MODULE_9__/* .descendants */ .DG)(pid).map((below) => below.pid), pid]) {
        try {
            process.kill(one, "SIGKILL");
        }
        catch {
            // It is gone, or not ours.
        }
    }
}


/***/ }),

/***/ 93820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ factsOf)
/* harmony export */ });
/** Undefined when nothing is there, also below a file, for which Node throws. @throws other system errors. */
function factsOf(path, stat) {
    try {
        return stat(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if (error.code === "ENOTDIR")
            return undefined;
        throw error;
    }
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


/***/ }),

/***/ 3500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ xdgFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93820);
/** The user's folders, by the XDG base directory specification. */





const FOLDERS = { XDG_STATE_HOME: ".local/state", XDG_CACHE_HOME: ".cache" };
/**
 * The folder that the variable names. A relative path is ignored, as the specification says.
 * @throws ConfigurationError when the default is needed and this user has no home folder.
 */
function xdgFolder(variable) {
    const named = process.env[variable] ?? "";
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(named))
        return named;
    const home = homeFolder();
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(home)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`this user (uid ${process.getuid?.() ?? "?"}) has no home folder: HOME names none, and neither does /etc/passwd. Set HOME, or XDG_STATE_HOME and XDG_CACHE_HOME, to folders that can be written`);
    }
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, FOLDERS[variable]);
}
/**
 * HOME; for root only when it is root's own. sudo without -H keeps the user's HOME, and jobs in containers get the HOME of the runner's
 * user. Files of root there would be in that user's way, and root would obey files that the user puts there.
 */
function homeFolder() {
    const { HOME: named } = process.env;
    if (named && !(process.geteuid?.() === 0 && isOfOtherUser(named)))
        return named;
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().homedir;
    }
    catch {
        // No passwd entry.
        return "";
    }
}
const isOfOtherUser = (folder) => ((0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .x)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)?.uid ?? 0) !== 0;


/***/ }),

/***/ 89749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ whyNotPrivate),
/* harmony export */   Xi: () => (/* binding */ whyNotPrivateFile),
/* harmony export */   xc: () => (/* binding */ makeOwnFolder),
/* harmony export */   y_: () => (/* binding */ pin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93820);
/** Folders whose content we obey: only this user and root may be able to write there. */




const WRITABLE_BY_GROUP = 0o020;
const WRITABLE_BY_OTHERS = 0o002;
const STICKY = 0o1000;
/**
 * Why somebody else could write into a folder or replace it; null when nobody could. It and all folders above must belong to this user or
 * root, and not be writable by others. A folder like /tmp may be above it: its sticky bit keeps others from renaming (S_ISVTX in inode(7)).
 *
 * @throws the system's error when it is missing.
 */
function whyNotPrivate(folder) {
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
    const uid = process.geteuid?.() ?? 0;
    const own = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(real);
    if (!own.isDirectory())
        return `${folder} is not a folder`;
    if (own.uid !== uid)
        return `${folder} belongs to another user (uid ${own.uid})`;
    if ((own.mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0)
        return `others may write into ${folder}`;
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const { uid: owner, gid, mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(at);
        if (owner !== uid && owner !== 0)
            return `${at}, above it, belongs to another user (uid ${owner})`;
        // With a umask of 002 folders are writable by the user's own group, which has no other member.
        const group = (mode & WRITABLE_BY_GROUP) !== 0 && !(owner === uid && gid === process.getegid?.());
        if ((group || (mode & WRITABLE_BY_OTHERS) !== 0) && (mode & STICKY) === 0)
            return `others may write into ${at}, above it`;
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            return null;
    }
}
/** Returns a check whether the path is still the same folder: a QEMU that runs as this user could replace it. */
function pin(folder) {
    const { dev, ino } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder);
    return () => {
        const there = (0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .factsOf */ .x)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync);
        return there?.dev === dev && there.ino === ino;
    };
}
/** Makes a new folder for this user alone. @throws Error when others could write into it or replace it. */
function makeOwnFolder(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode: 0o700 });
    const why = whyNotPrivate(path);
    if (why !== null)
        throw new Error(why);
    const isSame = pin(path);
    return {
        path,
        at(name) {
            if (isSame())
                return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepError */ .zg(`the run's temporary folder ${path} is not the one that was made: something removed it, or put another in its place`);
        },
    };
}
/** The same for a file in such a folder. */
function whyNotPrivateFile(path) {
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
    const { uid, mode, nlink } = facts;
    if (!facts.isFile())
        return `${path} is not a regular file`;
    if (uid !== (process.geteuid?.() ?? 0))
        return `${path} belongs to another user (uid ${uid})`;
    if ((mode & (WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS)) !== 0)
        return `others may write ${path}`;
    return nlink === 1 ? null : `${path} has another name as well`;
}


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ descendants),
/* harmony export */   Gs: () => (/* binding */ descendantOfUser),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   aW: () => (/* binding */ bootId),
/* harmony export */   jI: () => (/* binding */ openFilesLimit),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/**
 * Processes, as /proc shows them. A pid alone does not identify a process, since the kernel reuses it, and a zombie has a folder in /proc
 * too. See proc_pid_stat(5), fields 3 (state), 4 (parent) and 22 (start time).
 */

function readStat(pid) {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, "utf8");
    }
    catch {
        return null;
    }
    // The name is in parentheses, and may contain spaces and parentheses.
    const open = text.indexOf("(");
    const close = text.lastIndexOf(")");
    const fields = text.slice(close + 2).split(" ");
    const [state, parent] = fields;
    const start = fields[19];
    if (state === undefined || parent === undefined || start === undefined)
        return null;
    return {
        state,
        parentPid: Number(parent),
        startTicks: Number(start),
        name: text.slice(open + 1, close),
    };
}
const isDead = (stat) => stat.state === "Z" || stat.state === "X";
/** The process that has a pid now; null when there is none or only a zombie. */
function identify(pid) {
    const stat = readStat(pid);
    return stat === null || isDead(stat) ? null : { pid, startTicks: stat.startTicks };
}
/** Whether that process still runs. A zombie does not. */
function isAlive(process) {
    return identify(process.pid)?.startTicks === process.startTicks;
}
/** The kernel's id of this boot. Pids and start times are valid only within one boot. */
function bootId() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
/**
 * The user's process below (or at) `rootPid`, for example under sudo: the first one, from the top, that runs as that user. Null when
 * there is none. `below`: never `rootPid` itself.
 */
function descendantOfUser(rootPid, uid, { below = false } = {}) {
    for (const { pid } of [...(below ? [] : [{ pid: rootPid }]), ...descendants(rootPid)]) {
        if (effectiveUid(pid) === uid)
            return identify(pid);
    }
    return null;
}
/** See proc_pid_status(5), `Uid`: real, effective, saved, file system. */
function effectiveUid(pid) {
    try {
        const uid = /^Uid:\s+\d+\s+(\d+)/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/status`, "utf8"))?.[1];
        return uid === undefined ? null : Number(uid);
    }
    catch {
        return null;
    }
}
/** The soft limit of a process on open files; null when the process has ended. See proc_pid_limits(5). */
function openFilesLimit(pid) {
    try {
        const limit = /^Max open files +(\d+)/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/limits`, "utf8"))?.[1];
        return limit === undefined ? null : Number(limit);
    }
    catch {
        return null;
    }
}
/** All living descendants of a process, without itself, parents first, with their current names. */
function descendants(rootPid) {
    const children = new Map();
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc")) {
        const pid = Number(entry);
        if (!Number.isInteger(pid))
            continue;
        const stat = readStat(pid);
        if (stat === null || isDead(stat))
            continue;
        const siblings = children.get(stat.parentPid) ?? [];
        siblings.push({ pid, name: stat.name });
        children.set(stat.parentPid, siblings);
    }
    const found = [];
    const queue = [rootPid];
    for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
        for (const child of children.get(pid) ?? []) {
            found.push(child);
            queue.push(child.pid);
        }
    }
    return found;
}


/***/ })

};
