export const id = 499;
export const ids = [499];
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

/***/ 6700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ ownerSchema),
/* harmony export */   GS: () => (/* binding */ thisOwner),
/* harmony export */   gO: () => (/* binding */ stateOfOwner)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53339);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);
/**
 * Which process owns the record of a run, so that no other run takes it for a dead one's. A pid is valid within one PID namespace of one
 * boot of one host. A home shared by hosts or containers may hold records whose processes cannot be seen from here.
 */




const ownerSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    host: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    bootId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** As in pid_namespaces(7), /proc/PID/ns/pid. */
    pidNamespace: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    pid: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    startTicks: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
});
/** This process as an owner. @throws Error when /proc is not there. */
function thisOwner() {
    const self = (0,_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .identify */ .ls)(process.pid);
    if (self === null)
        throw new Error("this process is not in /proc: is /proc mounted?");
    return { ...place(), ...self };
}
/**
 * "alive": its process runs; "dead": its process has ended; "elsewhere": it is of another host or PID namespace and cannot be seen from
 * here.
 */
function stateOfOwner(owner) {
    const here = place();
    if (owner.host !== here.host)
        return "elsewhere";
    // Everything of an earlier boot has ended.
    if (owner.bootId !== here.bootId)
        return "dead";
    if (owner.pidNamespace !== here.pidNamespace)
        return "elsewhere";
    return (0,_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(owner) ? "alive" : "dead";
}
const place = () => ({ host: hostId(), bootId: (0,_proc_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)(), pidNamespace: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)("/proc/self/ns/pid") });
/** Both: hosts made from one image share a machine-id, and two hosts may share a name. */
function hostId() {
    try {
        return `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()} ${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/etc/machine-id", "utf8").trim()}`;
    }
    catch {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)();
    }
}


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

/***/ 39313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xb: () => (/* binding */ findPrivilege),
  EY: () => (/* binding */ findPrivilegeOrNone),
  TP: () => (/* binding */ killTree),
  fZ: () => (/* binding */ readAsRoot),
  yf: () => (/* binding */ runAsRoot),
  lG: () => (/* binding */ signalAsRoot),
  H3: () => (/* binding */ signalInside),
  Lu: () => (/* binding */ withoutRoot)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/exec.js
var exec = __webpack_require__(39970);
// EXTERNAL MODULE: ./build/host/packages.js
var host_packages = __webpack_require__(62162);
// EXTERNAL MODULE: ./build/host/proc.js
var proc = __webpack_require__(4879);
// EXTERNAL MODULE: ./build/host/root-command.js
var root_command = __webpack_require__(25627);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/host/system-folders.js
var system_folders = __webpack_require__(36314);
// EXTERNAL MODULE: ./build/host/tools.js
var tools = __webpack_require__(26872);
;// CONCATENATED MODULE: ./build/host/rootless.js
/**
 * Namespaces for a run without root: user, network, mount and PID namespaces of the run's own, in which this user is root. A process, the
 * holder, keeps them open. Commands enter them by nsenter(1).
 *
 * The holder reads its stdin, a pipe from this process. When the pipe closes, however this process ended, the holder kills everything in
 * the PID namespace, removes the paths that it was told, and exits; the kernel removes the namespaces with their TAPs. See
 * user_namespaces(7), pid_namespaces(7) and unshare(1).
 */











const FORGET = "forget";
/**
 * Its $0 is the working directory. `ip netns` needs a /run/netns that this user can write. A tmpfs covers /run, and all folders of the old
 * /run are mounted into it: a temporary folder may lie below /run/user. The old /run is reached as the working directory.
 */
const HOLD = `
set -e
cd /run
mount -n -t tmpfs -o mode=755 tmpfs /run
mkdir /run/netns
for name in * .[!.]*; do
  [ -d "$name" ] && [ ! -L "$name" ] && [ "$name" != netns ] || continue
  mkdir -- "/run/$name"
  mount -n -c --rbind "./$name" "/run/$name" || rmdir -- "/run/$name"
done
cd -- "$0" || cd /
echo ready
set --
while IFS= read -r line; do
  if [ "$line" = ${FORGET} ]; then set --; else set -- "$@" "$line"; fi
done
kill -KILL -1 || :
[ $# = 0 ] || rm -rf -- "$@" || for path; do rm -rf -- "$path"; done
`;
/** Mounting some tens of folders takes milliseconds. */
const READY_DEADLINE_MS = 30_000;
/** The kernel removes TAPs and network namespaces in this time. */
const END_DEADLINE_MS = 20_000;
const MOST_CHARACTERS = 2_000;
/**
 * Makes the namespaces and starts the holder.
 * @throws HostError that says why this host refuses them and how to allow them; the signal's reason.
 */
async function openRootless(signal) {
    signal?.throwIfAborted();
    const flags = [
        ...["--user", "--map-root-user", "--net", "--mount", "--pid"],
        ...["--fork", "--kill-child", "--mount-proc"],
    ];
    const [unshare, nsenter, shell] = [(0,tools/* tool */.z6)("unshare"), (0,tools/* tool */.z6)("nsenter"), (0,tools/* tool */.z6)("sh")];
    // Detached: Ctrl-C at our terminal must reach only us.
    const child = (0,external_node_child_process_.spawn)(unshare, [...flags, "--", shell, "-c", HOLD, process.cwd()], {
        stdio: ["pipe", "pipe", "pipe"],
        detached: true,
        env: { PATH: system_folders/* SYSTEM_FOLDERS */.E.join(":"), LC_ALL: "C" },
    });
    const exited = (0,external_node_events_.once)(child, "exit").then(() => undefined, () => undefined);
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
        words = (words + text).slice(-MOST_CHARACTERS);
    });
    child.stdin.on("error", () => undefined);
    const failure = await untilReady(child, signal).catch(async (error) => {
        child.kill("SIGKILL");
        signal?.throwIfAborted();
        return (0,errors/* messageOf */.bD)(error);
    });
    const holder = child.pid === undefined ? undefined : (0,proc/* descendants */.DG)(child.pid)[0];
    if (failure !== null || holder === undefined) {
        child.kill("SIGKILL");
        // What it says is read by then.
        await (0,deadline/* within */.u)(1_000, exited.then(() => (0,external_node_timers_promises_.setTimeout)(10)));
        throw new errors/* HostError */.dh(adviceOnRootless(words.trim().replaceAll(/\s*\n\s*/g, "; ") || failure || "no reason"));
    }
    // This process may end without `close`.
    child.unref();
    for (const stream of [child.stdin, child.stdout, child.stderr])
        stream.unref?.();
    let closing = null;
    const close = async () => {
        child.stdin.end(`${FORGET}\n`);
        child.ref();
        if ((await (0,deadline/* within */.u)(END_DEADLINE_MS, exited)) === null)
            child.kill("SIGKILL");
        for (const stream of [child.stdout, child.stderr])
            stream.destroy();
        child.unref();
    };
    return {
        pid: holder.pid,
        enter: (command) => [
            nsenter,
            ...["--target", `${holder.pid}`, "--user", "--preserve-credentials", "--net", "--mount", "--pid"],
            // The holder's working directory is ours, seen in its mount namespace.
            ...["--wd", "--", ...command],
        ],
        remember: (path) => {
            if (closing === null && path.startsWith("/") && !path.includes("\n"))
                child.stdin.write(`${path}\n`);
        },
        close: () => {
            closing ??= close();
            return closing;
        },
    };
}
/** Null once the holder is ready; else why it is not. */
function untilReady(child, signal) {
    return new Promise((resolve, reject) => {
        let said = "";
        const timer = setTimeout(() => resolve(`not ready after ${READY_DEADLINE_MS / 1000} s`), READY_DEADLINE_MS);
        const abort = () => reject(signal?.reason);
        signal?.addEventListener("abort", abort);
        const end = (result) => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", abort);
            resolve(result);
        };
        child.stdout?.setEncoding("utf8").on("data", (text) => {
            said += text;
            if (said.includes("ready\n"))
                end(null);
        });
        child.on("error", (error) => end(error.message));
        child.on("close", (...how) => end((0,proc/* howEnded */.f2)(...how)));
    });
}
/** Settings that forbid an ordinary user these namespaces: file below /proc/sys, the value that forbids, the value that allows. */
const SETTINGS = [
    ["kernel.unprivileged_userns_clone", (value) => value === 0, "1"],
    ["kernel.apparmor_restrict_unprivileged_userns", (value) => value !== 0, "0"],
    ["user.max_user_namespaces", (value) => value === 0, "10000"],
    ["user.max_pid_namespaces", (value) => value === 0, "10000"],
    ["user.max_net_namespaces", (value) => value === 0, "10000"],
    ["user.max_mnt_namespaces", (value) => value === 0, "10000"],
];
/** Why this host refuses the namespaces. @param said the words of unshare or of the holder @param sysctls for tests: instead of /proc/sys */
function adviceOnRootless(said, sysctls = "/proc/sys") {
    const forbidding = SETTINGS.flatMap(([name, forbids, allowed]) => {
        const value = settingOf((0,external_node_path_.join)(sysctls, ...name.split(".")));
        return value !== null && forbids(value) ? [{ name, value, allowed }] : [];
    });
    const found = "this host does not let an ordinary user make user, network, mount and PID namespaces";
    if (forbidding.length === 0) {
        return {
            found: `${found} (${said})`,
            mend: null,
            besides: "in a container: --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined; in a chroot the kernel allows it to nobody (unshare(2))",
        };
    }
    const shown = forbidding.map(({ name, value }) => `${name}=${value}`).join(", ");
    const settings = forbidding.map(({ name, allowed }) => `${name}=${allowed}`).join(" ");
    return {
        found: `${found}: ${shown} (${said})`,
        mend: `${(0,host_packages/* sudoWord */.K4)()}sysctl -w ${settings}`,
        besides: "to keep it, write that into a file in /etc/sysctl.d",
    };
}
function settingOf(path) {
    try {
        return Number((0,external_node_fs_.readFileSync)(path, "utf8"));
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/host/sudo.js
var host_sudo = __webpack_require__(39814);
;// CONCATENATED MODULE: ./build/host/privilege.js
/**
 * The one place that knows how we become root: we are, `sudo -n` works, or we are root of namespaces of our own (rootless.ts). A run finds
 * out once, at its start. Only root-command.ts makes commands for root; they are run by absolute path with a list of arguments, never
 * through a shell.
 */









/** sudo may ask a directory service on the network who we are. */
const SUDO_DEADLINE_MS = 30_000;
const ownIds = () => ({
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    groups: process.getgroups?.() ?? [],
});
const ON_HOST = { rootless: null, whyNotSudo: null };
/** For work that needs no root: every command for root fails. */
function withoutRoot() {
    const refuse = () => {
        throw new Error("this needs root");
    };
    return { ...ownIds(), ...ON_HOST, kind: "none", asRoot: refuse };
}
/**
 * How to become root on this host. The caller closes `rootless`, if there is one; a register does that.
 *
 * @param wanted "auto": root or sudo, else without root
 * @throws HostError that says why none of the wanted ways works; the signal's reason.
 */
async function findPrivilege(wanted = "root", signal) {
    if (wanted === "none")
        return await withNamespaces(null, signal);
    if (process.geteuid?.() === 0) {
        return { ...ownIds(), ...ON_HOST, kind: "root", asRoot: ([program, ...args]) => [program, ...args] };
    }
    const sudo = (0,tools/* findTool */.SG)("sudo");
    const why = sudo === null ? null : await whySudoIsNone(sudo, signal);
    if (sudo !== null && why === null) {
        return { ...ownIds(), ...ON_HOST, kind: "sudo", asRoot: (command) => [sudo, "-n", "--", ...command] };
    }
    const advice = (0,host_sudo/* adviceOnSudo */.hQ)(why);
    if (wanted === "root")
        throw new errors/* HostError */.dh(advice);
    try {
        return await withNamespaces(why ?? "there is no sudo", signal);
    }
    catch (error) {
        signal?.throwIfAborted();
        throw new errors/* HostError */.dh(eitherOf(advice, (0,errors/* adviceOf */.wr)(error)));
    }
}
/** What can be had of root or sudo, else what needs neither. For cleaning up. */
async function findPrivilegeOrNone() {
    try {
        return await findPrivilege("root");
    }
    catch (error) {
        if (error instanceof errors/* HostError */.dh)
            return withoutRoot();
        throw error;
    }
}
async function whySudoIsNone(sudo, signal) {
    const ended = await (0,exec/* runToEnd */.cd)(sudo, ["-n", "--", ...(0,root_command/* doNothing */.Zi)()], {
        timeoutMs: SUDO_DEADLINE_MS,
        ...(signal && { signal }),
    });
    return ended.failure === null ? null : (0,host_sudo/* whySudoFailed */.bT)(ended);
}
async function withNamespaces(whyNotSudo, signal) {
    const rootless = await openRootless(signal);
    return { ...ownIds(), kind: "none", whyNotSudo, rootless, asRoot: (command) => rootless.enter(command) };
}
/** Both ways to a run, when neither works. */
const eitherOf = (sudo, rootless) => ({
    found: `${sudo.found}; and ${rootless.found}`,
    mend: sudo.mend ?? rootless.mend,
    besides: [sudo.besides, ...(sudo.mend === null ? [] : [rootless.mend]), rootless.besides]
        .filter((text) => text !== null)
        .join("; or ") || null,
});
/**
 * Runs a command as root to its end; its standard output. When it does not end in time, or `signal` aborts, it is killed as root:
 * sudo takes no signal from us.
 *
 * @throws StepError with arguments, status and stderr; the signal's reason.
 */
const runAsRoot = async (privilege, command, bounds = {}) => (await outputAsRoot(privilege, command, bounds)).toString("utf8");
async function outputAsRoot(privilege, command, { signal, timeoutMs = 60_000, kill = (pid) => killTree(privilege, pid) }) {
    const [file, ...args] = privilege.asRoot(command);
    const ended = await (0,exec/* runToEnd */.cd)(file, args, { timeoutMs, kill, ...(signal && { signal }) });
    return (0,exec/* stdoutOf */.NT)(ended, command);
}
/** Kills a child of ours and all below it, those first: a process that loses its parent can't be found any more. */
async function killTree(privilege, pid) {
    for (const one of [...(0,proc/* descendants */.DG)(pid).map((below) => below.pid), pid]) {
        await signalAsRoot(privilege, one, "KILL");
    }
}
/** sudo may hang. */
const SIGNAL_DEADLINE_MS = 5_000;
/** Sends a signal to a process that may belong to root. It is no error when the process is gone. */
async function signalAsRoot(privilege, pid, signalName) {
    try {
        process.kill(pid, `SIG${signalName}`);
    }
    catch (error) {
        const code = error.code;
        if (code === "ESRCH")
            return;
        if (code !== "EPERM")
            throw error;
        // Without root all of our processes are this user's. A command inside would take the pid for one of its own PID namespace.
        if (privilege.kind !== "none")
            await sendAsRoot(privilege, pid, signalName);
    }
}
/**
 * The same for a pid that a command for root has printed. Without root it is one of the holder's PID namespace, and may be a stranger's
 * in ours.
 */
const signalInside = (privilege, pid, signalName) => (privilege.rootless === null ? signalAsRoot : sendAsRoot)(privilege, pid, signalName);
async function sendAsRoot(privilege, pid, signalName) {
    // One that hangs is left: to kill it would take another one.
    const bounds = { timeoutMs: SIGNAL_DEADLINE_MS, kill: () => undefined };
    await runAsRoot(privilege, (0,root_command/* signalProcess */.a7)(pid, signalName), bounds).catch(() => undefined);
}
/**
 * Reads a kernel image that only root may read, as on Ubuntu.
 * @throws HostError when there is no root; StepError in the words of sudo or cat; Error for other folders.
 */
async function readAsRoot(privilege, path) {
    if (privilege.kind === "none") {
        throw new errors/* HostError */.dh({
            found: `only root can read the kernel ${path}, and this run is without root`,
            mend: `${(0,host_packages/* sudoWord */.K4)()}chmod a+r ${path}`,
            besides: "or name a kernel that you can read: --kernel PATH; or boot another guest: --guest alpine-iso",
        });
    }
    return await outputAsRoot(privilege, (0,root_command/* readKernel */.Q1)(await (0,promises_.realpath)(path)), {});
}


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ descendants),
/* harmony export */   Gs: () => (/* binding */ descendantOfUser),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   aW: () => (/* binding */ bootId),
/* harmony export */   f2: () => (/* binding */ howEnded),
/* harmony export */   jI: () => (/* binding */ openFilesLimit),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/**
 * Processes, as /proc shows them. A pid alone does not identify a process, since the kernel reuses it, and a zombie has a folder in /proc
 * too. See proc_pid_stat(5), fields 3 (state), 4 (parent) and 22 (start time).
 */

/** How a child ended, in words, from the arguments of its event `exit` or `close`. */
const howEnded = (status, signal) => signal === null ? `ended with status ${status}` : `ended by ${signal}`;
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


/***/ }),

/***/ 499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kz: () => (/* binding */ cleanDeadRuns),
  Ws: () => (/* binding */ openRegister),
  wK: () => (/* binding */ shareAccess),
  yp: () => (/* binding */ stateFolder),
  du: () => (/* binding */ temporaryBase)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/devices.js
var devices = __webpack_require__(88424);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/host/home.js
var home = __webpack_require__(3500);
// EXTERNAL MODULE: ./build/host/owner.js
var host_owner = __webpack_require__(6700);
// EXTERNAL MODULE: ./build/host/private-folder.js
var private_folder = __webpack_require__(89749);
// EXTERNAL MODULE: ./build/host/proc.js
var proc = __webpack_require__(4879);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(53339);
// EXTERNAL MODULE: ./build/host/facts.js
var facts = __webpack_require__(93820);
// EXTERNAL MODULE: ./build/host/undo.js
var undo = __webpack_require__(42009);
;// CONCATENATED MODULE: ./build/host/record.js
/** The file of a run's register: a header that names its owner, then a line for each thing held, and for each thing undone. */









const header = host_owner/* ownerSchema */.$K.extend({ run: schemas/* string */.YjP().regex(/^[0-9a-f]{10}$/) });
const line = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ hold: schemas/* number */.aig().int(), what: undo/* undoableSchema */.w9 }),
    /** Access that is about to be taken back: other runs must not leave that to this one. */
    schemas/* object */.Ikc({ leaving: schemas/* number */.aig().int() }),
    schemas/* object */.Ikc({ undone: schemas/* number */.aig().int() }),
]);
/** A run of a day records some thousand things, a hundred bytes each. */
const MOST_RECORD_BYTES = 16 * 2 ** 20;
/** The records in a folder; none when it is missing. */
const recordsIn = (folder) => ((0,facts/* factsOf */.x)(folder, external_node_fs_.lstatSync)?.isDirectory() ? (0,external_node_fs_.readdirSync)(folder) : [])
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => (0,external_node_path_.join)(folder, name));
/** A record, or in words why it is not obeyed. */
function readRecord(path) {
    try {
        const why = (0,private_folder/* whyNotPrivateFile */.Xi)(path);
        if (why !== null)
            return `${why}: it is not obeyed. If no run is under way, remove it.`;
        const lines = (0,files/* readWhole */.oD)(path, MOST_RECORD_BYTES).toString("utf8").split("\n");
        const owner = header.parse(JSON.parse(lines[0] ?? ""));
        if ((0,external_node_path_.basename)(path) !== `${owner.run}.jsonl`)
            throw new Error(`it is the record of the run ${owner.run}`);
        const left = new Map();
        const leaving = new Set();
        for (const text of lines.slice(1)) {
            if (text === "")
                continue;
            let entry;
            try {
                entry = line.parse(JSON.parse(text));
            }
            catch {
                // Cut short by SIGKILL: the thing was never made.
                continue;
            }
            if ("hold" in entry && !(0,undo/* isOfRun */.NG)(entry.what, owner.run))
                continue;
            if ("hold" in entry)
                left.set(entry.hold, entry.what);
            else if ("leaving" in entry)
                leaving.add(entry.leaving);
            else
                left.delete(entry.undone);
        }
        const needed = [...left].flatMap(([number, what]) => (leaving.has(number) ? [] : [what]));
        return { owner, left: [...left.values()], needed };
    }
    catch (error) {
        return `${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}. If no run is under way, remove it.`;
    }
}

;// CONCATENATED MODULE: ./build/host/register.js
/**
 * What a run must undo, written to disk before it exists.
 *
 * Each run has one file of JSON lines in the user's state folder: a header that names the owning process (see owner.ts), then a line for
 * each thing held and for each thing undone. At its end, and on INT and TERM, the run undoes what is left, last thing first. After
 * SIGKILL the next run, or `clean`, reads the file and does the same. The file of an owner that lives, or may live where it cannot be
 * seen from here, is never touched.
 *
 * We obey these files, so they and their folder must be this user's alone. A QEMU that runs as this user can write one all the same.
 * So a record may only name things with the name of its own run.
 */













/**
 * The folder with the records of this user's runs.
 * @throws ConfigurationError when this user has no home folder.
 */
const stateFolder = () => (0,external_node_path_.join)((0,home/* xdgFolder */.a)("XDG_STATE_HOME"), "tap-migration-action", "runs");
const unusable = (folder, error) => `the folder ${folder}, in which a run notes what it must clean up, cannot be used: ${(0,errors/* messageOf */.bD)(error)}. Set XDG_STATE_HOME to a folder that can be written`;
function makePrivateFolder(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j1(unusable(path, error));
    }
    const why = (0,private_folder/* whyNotPrivate */.FC)(path);
    if (why !== null)
        throw new errors/* ConfigurationError */.j1(notObeyed(path, why));
}
const notObeyed = (folder, why) => `${folder} must be a folder that nobody but this user can put anything into, as what is noted there is removed: ${why}. Mend that, or set XDG_STATE_HOME.`;
/** Opens the register of a new run, owned by this process. @throws ConfigurationError when its folder cannot be used. */
function openRegister(privilege, folder = stateFolder()) {
    makePrivateFolder(folder);
    const runId = (0,external_node_crypto_.randomBytes)(5).toString("hex");
    const path = (0,external_node_path_.join)(folder, `${runId}.jsonl`);
    // It gets its name once the header is whole: a reader never sees an incomplete owner.
    const owner = (0,host_owner/* thisOwner */.GS)();
    let record;
    try {
        // A QEMU that runs as us could replace the file: from now on it is written by descriptor, not by name.
        record = (0,files/* openFresh */.HW)(path, `${JSON.stringify({ run: runId, ...owner })}\n`, 0o600);
    }
    catch (error) {
        throw new errors/* ConfigurationError */.j1(unusable(folder, error));
    }
    const { rootless } = privilege;
    rootless?.remember(path);
    const held = [];
    const note = (entry) => {
        try {
            (0,external_node_fs_.writeSync)(record, `${JSON.stringify(entry)}\n`);
        }
        catch {
            // The disk is full. A reader of the record undoes the thing again, which does nothing.
        }
    };
    const undoOne = async ({ what, number }) => {
        if (what.kind === "access")
            note({ leaving: number });
        if (!isNeededElsewhere(what, folder, runId))
            await (0,undo/* undo */.tN)(what, privilege);
        note({ undone: number });
    };
    return {
        runId,
        hold(what) {
            const entry = { what, number: held.length, undoing: null };
            (0,external_node_fs_.writeSync)(record, `${JSON.stringify({ hold: entry.number, what })}\n`);
            if ("path" in what)
                rootless?.remember(what.path);
            held.push(entry);
            return {
                undo: () => {
                    entry.undoing ??= undoOne(entry);
                    return entry.undoing;
                },
            };
        },
        async close() {
            const problems = [];
            for (const entry of held.toReversed()) {
                try {
                    // Try one that failed again: the cause may be gone.
                    await entry.undoing?.catch(() => undoOne(entry));
                    entry.undoing ??= undoOne(entry);
                    await entry.undoing;
                }
                catch (error) {
                    problems.push((0,errors/* messageOf */.bD)(error));
                }
            }
            await rootless?.close();
            if (problems.length === 0) {
                (0,external_node_fs_.closeSync)(record);
                removeRecord(folder, path);
            }
            return problems;
        },
    };
}
function removeRecord(folder, path) {
    (0,external_node_fs_.rmSync)(path, { force: true });
    try {
        (0,external_node_fs_.rmdirSync)(folder);
    }
    catch {
        // Another run has its record there.
    }
}
/** Undoes what dead runs of this user left behind. Living runs are not touched. */
async function cleanDeadRuns(privilege, folder = stateFolder()) {
    const report = { cleaned: [], living: [], elsewhere: [], problems: [] };
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder).filter((name) => name.endsWith(".jsonl"));
    }
    catch (error) {
        if (error.code !== "ENOENT")
            report.problems.push(`${folder} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`);
        return report;
    }
    const why = names.length === 0 ? null : (0,private_folder/* whyNotPrivate */.FC)(folder);
    if (why !== null) {
        report.problems.push(notObeyed(folder, why));
        return report;
    }
    for (const name of names) {
        const path = (0,external_node_path_.join)(folder, name);
        const record = readRecord(path);
        if (typeof record === "string") {
            report.problems.push(record);
            continue;
        }
        const state = (0,host_owner/* stateOfOwner */.gO)(record.owner);
        if (state !== "dead") {
            report[state === "alive" ? "living" : "elsewhere"].push(record.owner.run);
            continue;
        }
        const sameBoot = record.owner.bootId === (0,proc/* bootId */.aW)();
        const problems = [];
        for (const what of record.left.toReversed()) {
            // Namespaces do not survive a reboot.
            if (!sameBoot && what.kind === "namespace")
                continue;
            if (isNeededElsewhere(what, folder, record.owner.run))
                continue;
            await (0,undo/* undo */.tN)(what, privilege).catch((error) => problems.push((0,errors/* messageOf */.bD)(error)));
        }
        report.problems.push(...problems);
        if (problems.length === 0) {
            removeRecord(folder, path);
            report.cleaned.push(record.owner.run);
        }
    }
    return report;
}
/**
 * Holds the devices that are open for this user because of another run, a dead one too: whichever ends last shuts them. Otherwise the
 * other run's end, or cleaning up after it, would shut them in the middle of this one.
 */
function shareAccess(register, folder = stateFolder()) {
    for (const device of devices/* DEVICE_NAMES */.of) {
        if ((0,devices/* deviceState */.S4)((0,devices/* devicePath */.as)(device)) !== "ok")
            continue;
        const isOpened = isInRecord(folder, ({ owner, left }) => owner.run !== register.runId && hasDevice(left, device));
        if (isOpened)
            register.hold({ kind: "access", device });
    }
}
/** Whether a living run needs it too. */
const isNeededElsewhere = (what, folder, run) => what.kind === "access" &&
    isInRecord(folder, ({ owner, needed }) => owner.run !== run && hasDevice(needed, what.device) && (0,host_owner/* stateOfOwner */.gO)(owner) !== "dead");
const isInRecord = (folder, fits) => recordsIn(folder).some((path) => {
    const record = readRecord(path);
    return typeof record !== "string" && fits(record);
});
const hasDevice = (all, device) => all.some((what) => what.kind === "access" && what.device === device);
/** The folder for short-lived files. Its path must be short: a socket's has at most 108 bytes, see unix(7). */
function temporaryBase() {
    const chosen = (0,external_node_path_.resolve)((0,external_node_os_.tmpdir)());
    return chosen.length <= 40 ? chosen : "/tmp";
}


/***/ }),

/***/ 25627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ listPids),
/* harmony export */   BK: () => (/* binding */ deleteNamespace),
/* harmony export */   DV: () => (/* binding */ refreshPackages),
/* harmony export */   F5: () => (/* binding */ giveBack),
/* harmony export */   IU: () => (/* binding */ applyRules),
/* harmony export */   Jp: () => (/* binding */ showStatistics),
/* harmony export */   L8: () => (/* binding */ openBatch),
/* harmony export */   Pi: () => (/* binding */ isNamespaceName),
/* harmony export */   Q1: () => (/* binding */ readKernel),
/* harmony export */   R: () => (/* binding */ installPackages),
/* harmony export */   RV: () => (/* binding */ openDevice),
/* harmony export */   Rn: () => (/* binding */ checkBatchLine),
/* harmony export */   Vw: () => (/* binding */ loadModule),
/* harmony export */   Z4: () => (/* binding */ probeInside),
/* harmony export */   Zi: () => (/* binding */ doNothing),
/* harmony export */   a7: () => (/* binding */ signalProcess),
/* harmony export */   b4: () => (/* binding */ addNamespace),
/* harmony export */   cx: () => (/* binding */ settleUdev),
/* harmony export */   hu: () => (/* binding */ shutDevice),
/* harmony export */   mX: () => (/* binding */ userInside),
/* harmony export */   oC: () => (/* binding */ writeRule),
/* harmony export */   t5: () => (/* binding */ reloadRules),
/* harmony export */   tT: () => (/* binding */ removeRule)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _devices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88424);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26872);
/**
 * All that is ever run as root, and nothing else: each command is made here, from a fixed program and arguments that are checked
 * against what they must look like. docs/security.md has the list, with the reason for each.
 */



/** The name of a network namespace of ours. */
const NAMESPACE = /^tapmig-[0-9a-f]{10}-[a-z]{1,20}$/;
const isNamespaceName = (name) => NAMESPACE.test(name);
/** A word of a line for `ip -batch`: names, numbers, addresses. Nothing that begins like an option. */
const BATCH_LINE = /^[a-z0-9]\S*( [a-z0-9]\S*)*$/;
const BATCH_CHARACTERS = /^[a-z0-9 _.:/-]+$/;
/** What the probe's arguments are: an option, a number, an address. */
const PROBE_ARGUMENT = /^(-[A-Za-z]|\d{1,9}(\.\d{1,6})?|\d{1,3}(\.\d{1,3}){3})$/;
const SIGNALS = ["INT", "TERM", "KILL"];
function check(holds, what, value) {
    if (!holds)
        throw new Error(`not to be run as root: ${what} ${JSON.stringify(value)}`);
}
const command = (program, args) => [(0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tool */ .z6)(program), ...args];
function ofNamespace(name) {
    check(isNamespaceName(name), "the network namespace", name);
    return name;
}
const addNamespace = (name) => command("ip", ["netns", "add", ofNamespace(name)]);
const deleteNamespace = (name) => command("ip", ["netns", "delete", ofNamespace(name)]);
const listPids = (name) => command("ip", ["netns", "pids", ofNamespace(name)]);
const showStatistics = (name) => command("ip", ["-netns", ofNamespace(name), "-s", "address", "show"]);
/** The co-process that makes TAPs, links and addresses; what is written to it goes through `checkBatchLine`. */
const openBatch = (name) => command("ip", ["-netns", ofNamespace(name), "-force", "-batch", "-"]);
/** Throws unless a line is one command of ip's, of the words that we have use for. */
function checkBatchLine(line) {
    check(BATCH_LINE.test(line) && BATCH_CHARACTERS.test(line), "the line for ip", line);
}
/** The probe, or one ping, in a namespace of ours. */
function probeInside(name, program, args) {
    for (const arg of args)
        check(PROBE_ARGUMENT.test(arg), `the argument of ${program}`, arg);
    return command("ip", ["netns", "exec", ofNamespace(name), (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tool */ .z6)(program), ...args]);
}
/** For a user who is root of a user namespace only: the ids stay (the kernel refuses setgroups there), all capabilities go. */
const DROP_ALL = [
    "--bounding-set=-all",
    "--inh-caps=-all",
    "--ambient-caps=-all",
    "--no-new-privs",
    "--",
];
function idsBack(ids) {
    for (const id of [ids.uid, ids.gid, ...ids.groups])
        check(Number.isInteger(id) && id >= 0, "the id", id);
    if (ids.uid === 0)
        return [];
    const groups = ids.groups.length > 0 ? ["--groups", ids.groups.join(",")] : ["--clear-groups"];
    const user = ["--reuid", `${ids.uid}`, "--regid", `${ids.gid}`];
    return [(0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tool */ .z6)("setpriv"), ...user, ...groups, "--no-new-privs", "--"];
}
/**
 * A program that is not run as root, but in a namespace of ours, which only root can enter: back from root to the user who
 * started us, with all groups (kvm!) and a bare environment, and with no way back to root, not even through sudo.
 *
 * @param user "mapped" in a user namespace of ours, where the user keeps ids and groups
 */
function userInside(name, user, variables, program) {
    const drop = user === "mapped" ? [(0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tool */ .z6)("setpriv"), ...DROP_ALL] : idsBack(user);
    for (const variable of Object.keys(variables))
        check(/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable), "the variable", variable);
    check((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(program[0] ?? ""), "the program", program[0]);
    return command("ip", [
        ...["netns", "exec", ofNamespace(name)],
        ...drop,
        ...[(0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tool */ .z6)("env"), "-i", ...Object.entries(variables).map(([key, value]) => `${key}=${value}`)],
        ...program,
    ]);
}
/** Its $0 and $1 are a signal and a pid. The shell, since a small system has no program `kill`. */
const SEND_SIGNAL = 'kill -s "$0" -- "$1"';
/** A signal to a process that may be root's. */
function signalProcess(pid, signal) {
    check(Number.isInteger(pid) && pid > 1, "a signal to process", pid);
    check(SIGNALS.includes(signal), "the signal", signal);
    return command("sh", ["-c", SEND_SIGNAL, signal, `${pid}`]);
}
/** A kernel image that only root can read, as on Ubuntu: from where a system keeps them, links followed. */
function readKernel(realPath) {
    const kept = /^\/(boot|(usr\/)?lib\/modules)\/[^\0]+$/.test(realPath) && !/(^|\/)\.\.?(\/|$)/.test(realPath);
    check(kept, "the reading of", realPath);
    return command("cat", ["--", realPath]);
}
/** Whether root can be had at all. */
const doNothing = () => command("true", []);
/** Without the dialogs of debconf, and in English: we repeat its messages. */
const byManager = ({ path }, args) => command("env", ["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", path, ...args]);
/** Refreshes the lists of packages; null: installing does that. */
const refreshPackages = (manager) => manager.refresh === null ? null : byManager(manager, manager.refresh);
/** As Debian's policy, section 5.6.1, with upper case and underscores: other distributions have them. */
const PACKAGE = /^[A-Za-z0-9][A-Za-z0-9+._~-]*$/;
/** apt waits for another apt, as the one that runs after the boot of a machine, in place of failing. */
const APT_OPTIONS = ["-o", "DPkg::Lock::Timeout=120", "--no-install-recommends"];
/** Installs packages, for setup. */
function installPackages(manager, names) {
    for (const name of names)
        check(PACKAGE.test(name), "the package", name);
    check(names.length > 0, "an installation of nothing", manager.name);
    const options = manager.name === "apt-get" ? APT_OPTIONS : [];
    return byManager(manager, [...manager.install, ...options, ...names]);
}
const KERNEL_MODULES = ["kvm_intel", "kvm_amd", "vhost_net", "tun"];
/** Loads a kernel module, for setup. */
function loadModule(name) {
    check(KERNEL_MODULES.includes(name), "the module", name);
    return command("modprobe", [name]);
}
function ofUser(uid) {
    check(Number.isInteger(uid) && uid > 0, "access for the user", uid);
    return `${uid}`;
}
function ofDevice(device) {
    check(_devices_js__WEBPACK_IMPORTED_MODULE_1__/* .DEVICE_NAMES */ .of.includes(device), "the device", device);
    return device;
}
const pathOf = (device) => (0,_devices_js__WEBPACK_IMPORTED_MODULE_1__/* .devicePath */ .as)(ofDevice(device));
const rulePath = (device) => (0,_devices_js__WEBPACK_IMPORTED_MODULE_1__/* .rulePathOf */ .Bo)(ofDevice(device));
/** Opens a device for one user, by an entry in its access control list; see acl(5). */
const openDevice = (device, uid) => command("setfacl", ["-m", `u:${ofUser(uid)}:rw`, pathOf(device)]);
/** Removes that entry. */
const shutDevice = (device, uid) => command("setfacl", ["-x", `u:${ofUser(uid)}`, pathOf(device)]);
/** Its $0 is the rule, and $1 the file. */
const WRITE_RULE = `umask 022 && printf '%s\\n' "$0" >"$1"`;
/** Writes a rule of udev that makes a user the owner of a device; see udev(7). */
const writeRule = (device, uid) => command("sh", ["-c", WRITE_RULE, `KERNEL=="${device}", OWNER="${ofUser(uid)}"`, rulePath(device)]);
const removeRule = (device) => command("rm", ["-f", "--", rulePath(device)]);
/** Makes udev read its rules anew. */
const reloadRules = () => command("udevadm", ["control", "--reload"]);
/** Makes udev apply its rules to a device. */
const applyRules = (device) => command("udevadm", ["trigger", "--settle", `--name-match=${pathOf(device)}`]);
/** Waits until udev has done all that it was told. */
const settleUdev = () => command("udevadm", ["settle", "--timeout=60"]);
/** Gives a device back to root: udev leaves the owner as it is when no rule names one. */
const giveBack = (device) => command("chown", ["0", pathOf(device)]);


/***/ }),

/***/ 39814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bT: () => (/* binding */ whySudoFailed),
/* harmony export */   hQ: () => (/* binding */ adviceOnSudo),
/* harmony export */   sB: () => (/* binding */ askForPassword)
/* harmony export */ });
/* unused harmony export wordsOfSudo */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26872);
/** Why sudo does not make us root, in its words or ours, and how to let it. */




/** Warnings of sudo and of the dynamic loader, which go on after them: no reason why sudo failed. */
const NOISE = [/^sudo: unable to resolve host /, /^ERROR: ld\.so: object /];
/** What sudo wrote on stderr, in one line, without such warnings. */
function wordsOfSudo(stderr) {
    return stderr
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !NOISE.some((noise) => noise.test(line)))
        .join("; ");
}
/** Of a `sudo -n` that failed. */
function whySudoFailed({ failure, timedOut, exitCode, signalName, stderr }) {
    const words = wordsOfSudo(stderr.toString("utf8"));
    const said = words === "" ? "and said nothing" : `and said: ${words}`;
    if (timedOut)
        return `sudo -n did not end in time ${said}`;
    if (exitCode !== null && words !== "")
        return `sudo -n says: ${words}`;
    const hasRun = exitCode !== null || signalName !== null;
    return hasRun ? `sudo -n ${failure} ${said}` : `sudo ${failure}`;
}
/** `why` says how `sudo -n` failed; null: sudo is missing. */
function adviceOnSudo(why) {
    if (/^NoNewPrivs:\s+1$/m.test((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)("/proc/self/status", "utf8"))) {
        return {
            found: 'sudo can\'t make us root: this process has "no new privileges"',
            mend: null,
            besides: "start the runner without it (container: no --security-opt no-new-privileges; Kubernetes: allowPrivilegeEscalation: true; systemd: NoNewPrivileges=no), or run as root",
        };
    }
    if (why === null) {
        return { found: "this is not root, and there is no sudo", mend: null, besides: "run it as root" };
    }
    const uid = process.getuid?.() ?? 0;
    const rule = `echo '${nameOf(uid)} ALL=(ALL) NOPASSWD:ALL'`;
    // sudo ignores files with a dot in their name, and a user's name may have one.
    const path = `/etc/sudoers.d/tap-migration-${uid}`;
    const found = `this is not root, and sudo does not go without a password (${why})`;
    return mayUseSudo()
        ? { found, mend: `${rule} | sudo tee ${path}`, besides: "it asks for the password this once" }
        : { found, mend: null, besides: `run it as root, or in a shell of root's: ${rule} >${path}` };
}
/** As sudoers names users: by number when the user has no name. */
function nameOf(uid) {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_2__.userInfo)().username;
    }
    catch {
        return `#${uid}`;
    }
}
/** Whether we are in a group that may use sudo with a password on most distributions. */
function mayUseSudo() {
    try {
        const admins = [...(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)("/etc/group", "utf8").matchAll(/^(?:sudo|wheel|admin):[^:]*:(\d+):/gm)];
        return admins.some(([, gid]) => (process.getgroups?.() ?? []).includes(Number(gid)));
    }
    catch {
        return false;
    }
}
/**
 * Lets sudo ask for the password on the terminal. What it accepts it remembers for some minutes, so that `sudo -n` works after that; see
 * sudo(8).
 *
 * @returns whether it accepted one
 */
function askForPassword() {
    const sudo = (0,_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .findTool */ .SG)("sudo");
    return sudo !== null && (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(sudo, ["-v"], { stdio: "inherit" }).status === 0;
}


/***/ }),

/***/ 26872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ missingTools),
/* harmony export */   DT: () => (/* binding */ packagesOf),
/* harmony export */   SG: () => (/* binding */ findTool),
/* harmony export */   z6: () => (/* binding */ tool)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62162);
/* harmony import */ var _system_folders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36314);
/** Programs of the host that we start, by absolute path, and their packages. */



const PACKAGES = {
    ip: "iproute2",
    setpriv: "util-linux",
    unshare: "util-linux",
    nsenter: "util-linux",
    env: "coreutils",
    cat: "coreutils",
    true: "coreutils",
    mkfifo: "coreutils",
    fping: "fping",
    ping: "iputils-ping",
    sudo: "sudo",
    sh: "dash",
    modprobe: "kmod",
    setfacl: "acl",
    udevadm: "udev",
    chown: "coreutils",
    rm: "coreutils",
};
/** A run can do without these: as root, with a coarser probe, or on a host that needs no setup. */
const OPTIONAL = ["sudo", "fping", "modprobe", "setfacl", "udevadm", "chown", "rm"];
/** Missing programs that every run needs. */
const missingTools = () => Object.keys(PACKAGES).filter((name) => !OPTIONAL.includes(name) && findTool(name) === null);
/** Packages of these programs, each once. */
const packagesOf = (names) => [
    ...new Set(names.map((name) => PACKAGES[name])),
];
/** The absolute path of a program of the system, or null. */
const findTool = (name) => (0,_system_folders_js__WEBPACK_IMPORTED_MODULE_2__/* .findInSystem */ .S)(name);
/** The absolute path of a program of the system. @throws HostError that says how to install it. */
function tool(name) {
    const path = findTool(name);
    if (path === null) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh({ found: `the program ${name} is missing`, ...(0,_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .installing */ .A1)(packagesOf([name])) });
    }
    return path;
}


/***/ }),

/***/ 42009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ endProcess),
/* harmony export */   NG: () => (/* binding */ isOfRun),
/* harmony export */   tN: () => (/* binding */ undo),
/* harmony export */   ve: () => (/* binding */ NAME_PREFIX),
/* harmony export */   w9: () => (/* binding */ undoableSchema)
/* harmony export */ });
/* unused harmony export namespaceName */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53339);
/* harmony import */ var _devices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88424);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(93820);
/* harmony import */ var _privilege_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39313);
/* harmony import */ var _proc_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4879);
/* harmony import */ var _root_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25627);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26872);
/**
 * The kinds of things that a run makes or changes outside of its process, and how each is undone. They are plain data, so that another process can
 * undo them after a crash. Undoing is idempotent, and checks that the target has the kind and the name of our things.
 */










/** The beginning of the name of everything that a run makes outside of its process. */
const NAME_PREFIX = "tapmig-";
const ownPath = zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
    .refine((path) => path.startsWith("/") && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path).startsWith(NAME_PREFIX) && !path.includes("/../"), `an absolute path whose last part begins with ${NAME_PREFIX}`);
const namespaceName = zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().refine(_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .isNamespaceName */ .Pi, "a network namespace of ours");
const undoableSchema = zod__WEBPACK_IMPORTED_MODULE_8__/* .discriminatedUnion */ .gMt("kind", [
    zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .euz("folder"), path: ownPath }),
    zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .euz("file"), path: ownPath }),
    zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .euz("namespace"), name: namespaceName }),
    /** A device that setup has opened for this user, by an entry in its access control list or by a rule of udev. */
    zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .euz("access"), device: zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .DEVICE_NAMES */ .of) }),
]);
/** Whether a thing has the name of this run. Access has no name: at worst, somebody's record takes this user's own access away. */
const isOfRun = (what, run) => what.kind === "access" ||
    new RegExp(`^${NAME_PREFIX}${run}(-|$)`).test(what.kind === "namespace" ? what.name : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(what.path));
const TERM_GRACE_MS = 1_000;
const KILL_DEADLINE_MS = 10_000;
/** For each `ip` command. Deleting a namespace waits for the kernel. */
const COMMAND_DEADLINE_MS = 20_000;
/** Undoes one thing; nothing happens when it is gone already. @throws Error when it is still there afterwards. */
async function undo(what, privilege) {
    switch (what.kind) {
        case "folder":
        case "file":
            removePath(what.path);
            return;
        case "namespace":
            await removeNamespace(what.name, privilege);
            return;
        case "access":
            await takeBack(what, privilege);
            return;
    }
}
/** Shuts a device for this user, as it was before setup. */
async function takeBack({ device }, privilege) {
    const uid = process.getuid?.() ?? 0;
    const path = (0,_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device);
    const hasRule = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .rulePathOf */ .Bo)(device));
    // To root every device is open, so setup never opens one for it.
    if (uid === 0)
        return;
    const isShut = () => (0,_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)(path) !== "ok";
    // What keeps it shut may be something else than its list of access, which has our entry then.
    const mayHaveEntry = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) && (0,_tools_js__WEBPACK_IMPORTED_MODULE_7__/* .findTool */ .SG)("setfacl") !== null && privilege.kind !== "none";
    if (isShut() && !hasRule && !mayHaveEntry)
        return;
    if (privilege.kind === "none")
        throw new Error(`${path} is still open for this user: only root or sudo can take that back`);
    const commands = hasRule
        ? [(0,_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .removeRule */ .tT)(device), (0,_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .reloadRules */ .t5)(), (0,_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .giveBack */ .F5)(device)]
        : [(0,_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .shutDevice */ .hu)(device, uid)];
    for (const command of commands) {
        await (0,_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .runAsRoot */ .yf)(privilege, command, { timeoutMs: COMMAND_DEADLINE_MS }).catch((error) => {
            if (!isShut())
                throw error;
        });
    }
}
function removePath(path) {
    const stat = (0,_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .factsOf */ .x)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync);
    if (stat === undefined)
        return;
    const uid = process.getuid?.() ?? 0;
    if (stat.uid !== uid)
        throw new Error(`${path} belongs to another user (uid ${stat.uid}): not removed`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    }
    catch (error) {
        if (error.code !== "EACCES")
            throw error;
        openUp(path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    }
}
/** Makes folders writable again: a QEMU that ran as us may have closed them. It has ended, since namespaces are removed first. */
function openUp(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isDirectory())
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(path, 0o700);
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path))
        openUp((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name));
}
/** Ends one process by TERM, then KILL; returns once it has ended. */
async function endProcess(one, privilege) {
    await endAll(async () => ((0,_proc_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(one) ? [one.pid] : []), (pid, signalName) => (0,_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .signalAsRoot */ .lG)(privilege, pid, signalName), ([pid]) => `as process ${pid}`);
}
/** Everything in a namespace was started by its run, whatever became of the parent: ends all of it, then removes the namespace. */
async function removeNamespace(name, privilege) {
    const path = `/run/netns/${name}`;
    const holder = privilege.rootless === null ? null : `/proc/${privilege.rootless.pid}`;
    if (holder === null || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(`${holder}/root${path}`)) {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
            return;
        if (privilege.kind === "none")
            throw new Error(`the network namespace ${name} was made by root: only root or sudo can remove it`);
    }
    // When making it was cut short there is a file without a namespace, and `ip netns pids` would fail.
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${holder ?? "/proc/self"}/mountinfo`, "utf8").includes(` ${path} `)) {
        await endAll(() => pidsInside(name, privilege), (pid, signalName) => (0,_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .signalInside */ .H3)(privilege, pid, signalName), (pids) => `in the namespace ${name} (${pids.join(", ")})`);
    }
    await (0,_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .runAsRoot */ .yf)(privilege, (0,_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .deleteNamespace */ .BK)(name), { timeoutMs: COMMAND_DEADLINE_MS });
}
/** Listed by root: with hidepid (proc(5)) we may not see them. Without root, they are pids of the holder's PID namespace. */
async function pidsInside(name, privilege) {
    const listed = await (0,_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .runAsRoot */ .yf)(privilege, (0,_root_command_js__WEBPACK_IMPORTED_MODULE_6__/* .listPids */ .$q)(name), { timeoutMs: COMMAND_DEADLINE_MS });
    return listed.split("\n").flatMap((line) => (/^\d+$/.test(line) ? [Number(line)] : []));
}
/**
 * Ends all that `living` finds by TERM, then KILL. It is asked again before each signal: a process may have ended and its pid been
 * reused, or it may have left a new child.
 *
 * @throws Error that names those that do not end.
 */
async function endAll(living, signal, named) {
    const began = performance.now();
    const asked = new Set();
    for (let pids = await living(); pids.length > 0; pids = await living()) {
        const elapsedMs = performance.now() - began;
        if (elapsedMs > KILL_DEADLINE_MS)
            throw new Error(`what runs ${named(pids)} does not end, not even by SIGKILL`);
        for (const pid of pids) {
            if (elapsedMs > TERM_GRACE_MS)
                await signal(pid, "KILL");
            else if (!asked.has(pid))
                await signal(pid, "TERM");
            asked.add(pid);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(20);
    }
}


/***/ })

};
