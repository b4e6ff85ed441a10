export const id = 819;
export const ids = [819];
export const modules = {

/***/ 6251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/** Versions of kernels and machine types, in order. */
/** Compares kernel versions like `sort -V`: numbers by value; the end and `~` come before everything else. */
function compareVersions(a, b) {
    const [left, right] = [partsOf(a), partsOf(b)];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const difference = weight(left[index]) - weight(right[index]);
        if (difference !== 0)
            return difference;
    }
    return a < b ? -1 : a > b ? 1 : 0;
}
function partsOf(version) {
    return version.match(/\d+|\D/g) ?? [];
}
/** `~` < end < number < letter < the rest; numbers are compared by value. */
function weight(part) {
    if (part === undefined)
        return -1;
    if (part === "~")
        return -2;
    if (/^\d/.test(part))
        return Number(part);
    return (/[A-Za-z]/.test(part) ? 1e100 : 2e100) * (1 + part.charCodeAt(0) / 1e6);
}


/***/ }),

/***/ 13202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ fine),
/* harmony export */   D: () => (/* binding */ fault)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/** One finding of the doctor, with the same form of words everywhere. */

/** A finding with nothing to fix. */
function fine(name, found, besides = null) {
    const advice = { found, mend: null, besides };
    return { name, status: "ok", ...advice, detail: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)(advice), means: null };
}
/** A finding to fix. `means` says what does not run until it is fixed. */
function fault(name, status, advice, means) {
    return { name, status, ...advice, detail: `${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .sentenceOf */ .$N)(advice)}. Until then: ${means}`, means };
}


/***/ }),

/***/ 18601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ faultsOfGuests),
/* harmony export */   g: () => (/* binding */ checkGuests)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _guest_busybox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80937);
/* harmony import */ var _guest_kernel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39866);
/* harmony import */ var _guest_micro_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18743);
/* harmony import */ var _guest_modules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45982);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39313);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13202);
/** Whether guests can be made here: from which files, or what is missing and which guest to use instead. */







const OTHER_GUEST = "--guest alpine-iso works, because it is downloaded";
/** Checks the parts of which guests are made, in the order in which to fix them. */
async function checkGuests(needs, privilege, signal) {
    const checks = await Promise.all([checkGuestKernel(needs, privilege, signal), checkBusybox(signal)]);
    signal.throwIfAborted();
    return checks;
}
/** The checks that prevent each guest. */
function faultsOfGuests([kernel, busybox]) {
    const faulty = (...checks) => checks.filter(({ status }) => status !== "ok");
    return { micro: faulty(kernel, busybox), "kernel-initrd": faulty(busybox), "alpine-iso": [] };
}
/** Finds the kernel and unpacks its modules, in the same way as for a guest. */
async function checkGuestKernel({ kernel }, privilege, signal) {
    const readPrivileged = async (path) => {
        if (privilege === null)
            throw new Error(`${path} is for root only`);
        return await (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_5__/* .readAsRoot */ .fZ)(privilege, path);
    };
    try {
        const { version, path, modulesDir } = await (0,_guest_kernel_js__WEBPACK_IMPORTED_MODULE_2__/* .findKernel */ .l)({
            ...(kernel !== null && { kernel }),
            readPrivileged,
        });
        if (modulesDir === null)
            return (0,_check_js__WEBPACK_IMPORTED_MODULE_6__/* .fine */ .B)("guest's kernel", `${version} at ${path}, without modules here`);
        await (0,_guest_modules_js__WEBPACK_IMPORTED_MODULE_4__/* .loadableModules */ .ev)(modulesDir, _guest_micro_js__WEBPACK_IMPORTED_MODULE_3__/* .MICRO_MODULES */ .d, signal);
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_6__/* .fine */ .B)("guest's kernel", `${version} at ${path}, modules in ${modulesDir}`);
    }
    catch (error) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_6__/* .fault */ .D)("guest's kernel", "limited", (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOf */ .wr)(error), `the guest micro can't be made; ${OTHER_GUEST}`);
    }
}
async function checkBusybox(signal) {
    try {
        const busybox = await (0,_guest_busybox_js__WEBPACK_IMPORTED_MODULE_1__/* .findBusybox */ .oJ)();
        (0,_guest_busybox_js__WEBPACK_IMPORTED_MODULE_1__/* .requireApplets */ .Tr)(busybox, await (0,_guest_busybox_js__WEBPACK_IMPORTED_MODULE_1__/* .appletsOf */ .$4)(busybox, signal));
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_6__/* .fine */ .B)("busybox", busybox.path);
    }
    catch (error) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_6__/* .fault */ .D)("busybox", "limited", (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOf */ .wr)(error), `the guests micro and kernel-initrd can't be made; ${OTHER_GUEST}`);
    }
}


/***/ }),

/***/ 19546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ lookAtHost)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39313);
/* harmony import */ var _host_register_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(499);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13202);
/* harmony import */ var _inspections_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92513);
/* harmony import */ var _memory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63695);
/* harmony import */ var _trials_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98309);
/**
 * Checks whether this host can do what a run needs, by inspections and trials. The doctor shows all of these
 * checks; a run uses those that prevent it.
 */







/**
 * Inspects the host and runs the trials. Removes what they made before it returns.
 *
 * @param forRun keeps devices open that another run has opened, until the register is closed
 * @throws only when cancelled
 */
async function lookAtHost(needs, signal, { forRun = false } = {}) {
    const root = await (0,_inspections_js__WEBPACK_IMPORTED_MODULE_4__/* .checkPrivilege */ ._P)(needs.privilege, signal);
    const state = openState(root.privilege);
    const { register } = state;
    if (forRun && register !== null)
        (0,_host_register_js__WEBPACK_IMPORTED_MODULE_2__/* .shareAccess */ .wK)(register);
    const programs = (0,_inspections_js__WEBPACK_IMPORTED_MODULE_4__/* .checkPrograms */ .uj)();
    const tun = (0,_inspections_js__WEBPACK_IMPORTED_MODULE_4__/* .checkTun */ .WV)();
    const looked = [root.check, programs, tun, (0,_inspections_js__WEBPACK_IMPORTED_MODULE_4__/* .checkKvm */ .tO)(needs.qemu, needs.accel), (0,_inspections_js__WEBPACK_IMPORTED_MODULE_4__/* .checkVhost */ .DV)()];
    const rooms = [(0,_memory_js__WEBPACK_IMPORTED_MODULE_5__/* .checkShm */ .nA)(needs), (0,_memory_js__WEBPACK_IMPORTED_MODULE_5__/* .checkMemory */ .Kc)(needs)];
    if (register === null) {
        await root.privilege?.rootless?.close();
        const checks = [...looked, ...rooms, state.check, (0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .checkProbe */ .Zr)("fping is installed")];
        return { checks, privilege: root.privilege, register };
    }
    try {
        const ramFile = rooms[0].status === "ok" ? await (0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .tryRamFile */ .If)(register, needs.memoryBytes) : null;
        const tried = [await (0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .tryTemporaryFolder */ .H1)(register), await (0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .tryCache */ .q2)(register, needs), await (0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .tryTerminal */ .Us)()];
        const network = root.privilege === null || programs.status !== "ok"
            ? [(0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .checkProbe */ .Zr)("fping is installed")]
            : await (0,_trials_js__WEBPACK_IMPORTED_MODULE_6__/* .tryNetwork */ .Mf)(register, root.privilege, { withTap: tun.status === "ok", signal });
        signal.throwIfAborted();
        return {
            checks: [...looked, ramFile ?? rooms[0], rooms[1], state.check, ...tried, ...network],
            privilege: root.privilege,
            register,
        };
    }
    catch (error) {
        await register.close();
        throw error;
    }
}
/** Opens the register, in which a run notes what it must undo. */
function openState(privilege) {
    try {
        const register = (0,_host_register_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegister */ .Ws)(privilege ?? (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutRoot */ .Lu)());
        return { check: (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fine */ .B)("state folder", (0,_host_register_js__WEBPACK_IMPORTED_MODULE_2__/* .stateFolder */ .yp)()), register };
    }
    catch (error) {
        return { check: (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fault */ .D)("state folder", "missing", (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOf */ .wr)(error), "nothing runs"), register: null };
    }
}


/***/ }),

/***/ 92513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ checkVhost),
/* harmony export */   WV: () => (/* binding */ checkTun),
/* harmony export */   _P: () => (/* binding */ checkPrivilege),
/* harmony export */   tO: () => (/* binding */ checkKvm),
/* harmony export */   uj: () => (/* binding */ checkPrograms)
/* harmony export */ });
/* unused harmony export privilegeText */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _host_devices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88424);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62162);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39313);
/* harmony import */ var _host_tools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26872);
/* harmony import */ var _scenarios_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70991);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13202);
/** Checks of the host by inspection, one per item. The only programs that they start are `sudo -n true`, and unshare for namespaces without root. */








const NOTHING = "nothing runs";
const NOT_KVM = "nothing runs with KVM, the default; --accel tcg runs and shows whether migration works, not how long it takes";
const ONLY_TCG = "only runs with --accel tcg are possible; they show whether migration works, not how long it takes";
/** How to become root, or why that is not possible. */
async function checkPrivilege(wanted, signal) {
    try {
        const privilege = await (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_4__/* .findPrivilege */ .Xb)(wanted, signal);
        return { privilege, check: (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fine */ .B)("root", privilegeText(privilege)) };
    }
    catch (error) {
        signal.throwIfAborted();
        return { privilege: null, check: (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fault */ .D)("root", "missing", (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOf */ .wr)(error), NOTHING) };
    }
}
/** What a run uses, in words. */
function privilegeText({ kind, whyNotSudo }) {
    if (kind === "root")
        return "this is root";
    if (kind === "sudo")
        return "sudo works without password";
    const why = whyNotSudo === null ? "" : ` (no root: ${whyNotSudo})`;
    return `not needed: this user can make user, network, mount and PID namespaces${why}`;
}
/** Checks all programs that every run needs; one command installs all missing ones. */
function checkPrograms() {
    const missing = (0,_host_tools_js__WEBPACK_IMPORTED_MODULE_5__/* .missingTools */ .Cj)();
    if (missing.length === 0)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fine */ .B)("programs", "all programs for a run are installed");
    const found = `not installed: ${missing.join(", ")}`;
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fault */ .D)("programs", "missing", { found, ...(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .installing */ .A1)((0,_host_tools_js__WEBPACK_IMPORTED_MODULE_5__/* .packagesOf */ .DT)(missing)) }, NOTHING);
}
function checkDevice(device, name, status, words) {
    const advice = (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceOn */ .ik)(device);
    return advice === null ? (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fine */ .B)(name, words.ok) : (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fault */ .D)(name, status, advice, words.means);
}
const checkTun = () => checkDevice("tun", "/dev/net/tun", "missing", { ok: "opens", means: NOTHING });
const checkVhost = () => checkDevice("vhost-net", "/dev/vhost-net", "limited", {
    ok: "opens",
    means: (0,_scenarios_table_js__WEBPACK_IMPORTED_MODULE_6__/* .onlyOthersRun */ .dY)(({ needs }) => needs.includes("vhost-net")),
});
/** Without a guest, only opening can be checked: with nested virtualisation, it may open although guests hang. */
function checkKvm(qemu, accel) {
    const opens = accel === "tcg"
        ? checkDevice("kvm", "/dev/kvm", "limited", { ok: "opens", means: ONLY_TCG })
        : checkDevice("kvm", "/dev/kvm", "missing", { ok: "opens", means: NOT_KVM });
    if (opens.status !== "ok")
        return opens;
    const trial = `node dist/cli.js run --qemu ${qemu} --scenarios new-tap --iterations 1`;
    const found = isVirtualMachine()
        ? "opens. This host is a virtual machine, and on some of them guests hang nevertheless"
        : "opens";
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_7__/* .fine */ .B)("/dev/kvm", found, `to check that guests run: ${trial}`);
}
/** Looks for the CPU flag that hypervisors set for their guests. */
function isVirtualMachine() {
    try {
        return /^flags\s*:.*\bhypervisor\b/m.test((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/cpuinfo", "utf8"));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 63695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ checkMemory),
/* harmony export */   Wc: () => (/* binding */ guestsAtOnce),
/* harmony export */   nA: () => (/* binding */ checkShm)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62162);
/* harmony import */ var _host_ram_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58279);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13202);
/** Checks whether the guests of a run fit into /dev/shm, where their RAM is, and into memory. */




const MIB = 2 ** 20;
/** The smallest value of the input `memory`. */
const LEAST_GUEST_MIB = 128;
/** A guest has two QEMUs during a migration, and each needs about 150 MiB in addition to the guest's RAM. */
const QEMU_MIB = 300;
/** Two in an A/B. */
const guestsAtOnce = ({ baselineQemu }) => baselineQemu === null ? 1 : 2;
/** The guest's RAM is a file in /dev/shm. */
function checkShm(needs) {
    let stat;
    try {
        stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statfsSync)(_host_ram_js__WEBPACK_IMPORTED_MODULE_2__/* .RAM_FOLDER */ .i);
    }
    catch {
        const besides = "mount a tmpfs there";
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fault */ .D)(_host_ram_js__WEBPACK_IMPORTED_MODULE_2__/* .RAM_FOLDER */ .i, "missing", { found: `${_host_ram_js__WEBPACK_IMPORTED_MODULE_2__/* .RAM_FOLDER */ .i} is missing`, mend: null, besides }, NOTHING);
    }
    const freeMib = Math.floor((Number(stat.bavail) * Number(stat.bsize)) / MIB);
    const usedMib = Math.ceil(((Number(stat.blocks) - Number(stat.bavail)) * Number(stat.bsize)) / MIB);
    const neededMib = mibOf(needs.memoryBytes) * needs.guests;
    return room(_host_ram_js__WEBPACK_IMPORTED_MODULE_2__/* .RAM_FOLDER */ .i, needs, freeMib, 0, {
        found: `${_host_ram_js__WEBPACK_IMPORTED_MODULE_2__/* .RAM_FOLDER */ .i} is too small for the RAM of ${needs.guests === 1 ? "the guest" : "two guests"}: needed ${neededMib} MiB, free ${freeMib} MiB`,
        mend: `${(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .sudoWord */ .K4)()}mount -o remount,size=${usedMib + 2 * neededMib}M ${_host_ram_js__WEBPACK_IMPORTED_MODULE_2__/* .RAM_FOLDER */ .i}`,
        besides: "in a container: --shm-size 4g (Kubernetes: an emptyDir of medium Memory at /dev/shm); or make the guest smaller: --memory",
    });
}
/** Checks the memory of the host, or the limit of the container. */
function checkMemory(needs) {
    const ofHost = hostBytes();
    const ofGroup = groupBytes();
    const bytes = Math.min(ofHost, ofGroup);
    if (!Number.isFinite(bytes))
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fine */ .B)("memory", "the amount of free memory is unknown");
    const freeMib = Math.floor(bytes / MIB);
    const guestsMib = mibOf(needs.memoryBytes) * needs.guests;
    return room("memory", needs, freeMib, QEMU_MIB, {
        found: `not enough memory: needed ${guestsMib + QEMU_MIB * needs.guests} MiB (${guestsMib} MiB for guests, the rest for QEMU), available ${freeMib} MiB`,
        mend: null,
        besides: `${ofGroup < ofHost ? "give this container more memory" : "free some memory"}, or make the guest smaller: --memory`,
    });
}
const NOTHING = "nothing runs";
const mibOf = (bytes) => Math.floor(bytes / MIB);
/** `besideMib` is what each guest needs in addition to its RAM. */
function room(name, { memoryBytes, guests }, freeMib, besideMib, advice) {
    const oneMib = mibOf(memoryBytes) + besideMib;
    const found = `${freeMib} MiB free`;
    if (freeMib >= 2 * oneMib)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fine */ .B)(name, found);
    if (freeMib >= guests * oneMib) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fine */ .B)(name, `${found}: enough for one guest of ${mibOf(memoryBytes)} MiB, not for an A/B`);
    }
    const fitsMib = Math.floor(freeMib / guests) - besideMib;
    const means = fitsMib < LEAST_GUEST_MIB
        ? NOTHING
        : `nothing runs with --memory ${mibOf(memoryBytes)}M; --memory ${fitsMib}M does`;
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_3__/* .fault */ .D)(name, "missing", advice, means);
}
function hostBytes() {
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readOr("", "/proc/meminfo"))?.[1];
    return available === undefined ? Number.POSITIVE_INFINITY : Number(available) * 1024;
}
/**
 * Page cache counts as free, because the kernel drops it when memory is short:
 * Documentation/admin-guide/cgroup-v2.rst.
 */
function groupBytes() {
    const most = Number(readOr("max", "/sys/fs/cgroup/memory.max"));
    if (!Number.isFinite(most))
        return Number.POSITIVE_INFINITY;
    const used = Number(readOr("0", "/sys/fs/cgroup/memory.current"));
    const stat = readOr("", "/sys/fs/cgroup/memory.stat");
    const [active, inactive] = ["active_file", "inactive_file"].map((key) => Number(new RegExp(`^${key} (\\d+)$`, "m").exec(stat)?.[1] ?? 0));
    return most - used + (active ?? 0) + (inactive ?? 0);
}
function readOr(otherwise, path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8");
    }
    catch {
        return otherwise;
    }
}


/***/ }),

/***/ 98309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ tryTemporaryFolder),
/* harmony export */   If: () => (/* binding */ tryRamFile),
/* harmony export */   Mf: () => (/* binding */ tryNetwork),
/* harmony export */   Us: () => (/* binding */ tryTerminal),
/* harmony export */   Zr: () => (/* binding */ checkProbe),
/* harmony export */   q2: () => (/* binding */ tryCache),
/* harmony export */   yB: () => (/* binding */ CACHE_CHECK)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _guest_cache_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30834);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39970);
/* harmony import */ var _host_network_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6072);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62162);
/* harmony import */ var _host_private_folder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(89749);
/* harmony import */ var _host_privilege_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(39313);
/* harmony import */ var _host_ram_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(58279);
/* harmony import */ var _host_register_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(499);
/* harmony import */ var _host_tools_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(26872);
/* harmony import */ var _host_undo_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(42009);
/* harmony import */ var _host_writable_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(47911);
/* harmony import */ var _qemu_pty_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(48714);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(13202);
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
 * Tries what a run does on a host, once and on a small scale: a check that is fine has worked. Everything is registered before it
 * exists, so that `clean` finds what a killed trial leaves.
 */

















const NOTHING = "nothing runs";
const TRIAL_DEADLINE_MS = 20_000;
/** Makes one thing, and removes it at once. */
async function trial(register, { name, what, make, besides = null, status = "missing", means = NOTHING, }) {
    try {
        const held = register.hold(what);
        try {
            make(what.path);
        }
        finally {
            await held.undo();
        }
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fine */ .B)(name, `${what.kind === "file" ? "a file" : "a folder"} can be made in ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(what.path, "..")}`);
    }
    catch (error) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(what.path, "..");
        const found = `${folder === name ? name : `the ${name} ${folder}`} cannot be used: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)(name, status, { found, mend: null, besides }, means);
    }
}
/** Tries the file that is a guest's RAM. Null: it can be made. */
async function tryRamFile(register, memoryBytes) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_host_ram_js__WEBPACK_IMPORTED_MODULE_10__/* .RAM_FOLDER */ .i, `${_host_undo_js__WEBPACK_IMPORTED_MODULE_13__/* .NAME_PREFIX */ .ve}${register.runId}-trial`);
    const check = await trial(register, {
        name: _host_ram_js__WEBPACK_IMPORTED_MODULE_10__/* .RAM_FOLDER */ .i,
        what: { kind: "file", path },
        make: () => (0,_host_ram_js__WEBPACK_IMPORTED_MODULE_10__/* .makeRamFile */ .R)(path, memoryBytes),
    });
    return check.status === "ok" ? null : check;
}
/** Tries the folder for a run's sockets and recordings. */
const tryTemporaryFolder = (register) => trial(register, {
    name: "temporary folder",
    what: { kind: "folder", path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_host_register_js__WEBPACK_IMPORTED_MODULE_11__/* .temporaryBase */ .du)(), `${_host_undo_js__WEBPACK_IMPORTED_MODULE_13__/* .NAME_PREFIX */ .ve}${register.runId}-trial`) },
    make: (path) => {
        (0,_host_private_folder_js__WEBPACK_IMPORTED_MODULE_8__/* .makeOwnFolder */ .xc)(path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "trial"), _host_writable_js__WEBPACK_IMPORTED_MODULE_14__/* .TRIAL */ .X, { mode: 0o600 });
    },
    besides: "set TMPDIR to a folder that can be written",
});
const CACHE_CHECK = "cache folder";
/** Tries the folder for downloads and for what QEMUs have said about themselves. A guest that is made here needs no downloads. */
async function tryCache(register, { cache, guest }) {
    const status = guest === "micro" ? "limited" : "missing";
    const means = status === "limited" ? "no guest can be downloaded, and each run asks QEMU anew" : NOTHING;
    let folder;
    try {
        folder = (0,_guest_cache_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheFolder */ .n)(cache);
    }
    catch (error) {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)(CACHE_CHECK, status, (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .adviceOf */ .wr)(error), means);
    }
    return await trial(register, {
        ...{ name: CACHE_CHECK, status, means },
        what: { kind: "file", path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${_host_undo_js__WEBPACK_IMPORTED_MODULE_13__/* .NAME_PREFIX */ .ve}${register.runId}-trial`) },
        make: (path) => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, _host_writable_js__WEBPACK_IMPORTED_MODULE_14__/* .TRIAL */ .X, { mode: 0o600, flag: "wx" });
        },
        besides: "name another one with cache (--cache FOLDER)",
    });
}
const ON_A_TERMINAL = "test -t 0 && test -t 1 && exit 7";
/** The consoles of guests are on pseudo terminals. */
async function tryTerminal() {
    const name = "terminal";
    const besides = "in a container: mount a devpts at /dev/pts, with /dev/ptmx";
    try {
        await (0,_qemu_pty_js__WEBPACK_IMPORTED_MODULE_15__/* .loadTerminals */ .S)();
        const terminal = (0,_qemu_pty_js__WEBPACK_IMPORTED_MODULE_15__/* .spawnOnTerminal */ .Z)((0,_host_tools_js__WEBPACK_IMPORTED_MODULE_12__/* .tool */ .z6)("sh"), ["-c", ON_A_TERMINAL], { name: "dumb" });
        const status = await Promise.race([
            new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode))),
            (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(TRIAL_DEADLINE_MS, null, { ref: false }),
        ]);
        if (status === 7)
            return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fine */ .B)(name, "a pseudo terminal opens");
        if (status === null)
            terminal.kill("SIGKILL");
        const found = `a shell on a pseudo terminal ${status === null ? "does not end" : "finds none"}`;
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)(name, "missing", { found, mend: null, besides }, NOTHING);
    }
    catch (error) {
        const advice = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .adviceOf */ .wr)(error);
        const found = `no pseudo terminal can be opened: ${advice.found}`;
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)(name, "missing", { ...advice, found, besides: advice.besides ?? besides }, NOTHING);
    }
}
/**
 * Makes a namespace as root, with a multi-queue TAP if `withTap`; runs a program in it as this user, and the probe in it as root.
 */
async function tryNetwork(register, privilege, { withTap, signal }) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const network = __addDisposableResource(env_1, await (0,_host_network_js__WEBPACK_IMPORTED_MODULE_6__/* .createNetwork */ .VS)(register, privilege, {
                ...{ name: "trial", multiQueue: true, nics: 1, signal },
                taps: withTap ? ["tap0"] : [],
            }), true);
            const [file, ...args] = network.userInside([(0,_host_tools_js__WEBPACK_IMPORTED_MODULE_12__/* .tool */ .z6)("true")], {});
            await runInside(privilege, file, args, signal);
            const made = withTap ? "with a TAP of several queues in it" : "without a TAP";
            return [
                (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fine */ .B)("network", `a network namespace can be made, ${made}, and programs run in it`),
                await tryProbe(network, privilege, signal),
            ];
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        signal.throwIfAborted();
        const advice = {
            found: `no network namespace${withTap ? " with a TAP" : ""} can be made: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`,
            mend: null,
            besides: "in a container: --privileged, which gives the right to mount and CAP_NET_ADMIN",
        };
        return [(0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)("network", "missing", advice, NOTHING)];
    }
}
async function runInside(privilege, file, args, signal) {
    const kill = (pid) => (0,_host_privilege_js__WEBPACK_IMPORTED_MODULE_9__/* .killTree */ .TP)(privilege, pid);
    await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .outputOf */ .jH)(file, args, { timeoutMs: TRIAL_DEADLINE_MS, signal, kill });
}
const ONE_REQUEST = {
    fping: ["-c", "1", "-t", "5000", "127.0.0.1"],
    ping: ["-n", "-q", "-c", "1", "-w", "5", "127.0.0.1"],
};
/** Sends an echo request by each program that is installed. Without fping, ping measures, more coarsely. */
async function tryProbe(network, privilege, signal) {
    for (const program of ["ping", "fping"]) {
        if ((0,_host_tools_js__WEBPACK_IMPORTED_MODULE_12__/* .findTool */ .SG)(program) === null)
            continue;
        const [file, ...args] = network.rootInside(program, ONE_REQUEST[program]);
        try {
            await runInside(privilege, file, args, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            const found = `${program} cannot reach this host itself: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`;
            return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)("probe", "missing", (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .plainAdvice */ .fE)(found), NOTHING);
        }
    }
    return checkProbe("fping, tried as root");
}
/** The check of the probe when it has worked or can't be tried. */
function checkProbe(words) {
    if ((0,_host_tools_js__WEBPACK_IMPORTED_MODULE_12__/* .findTool */ .SG)("fping") !== null)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fine */ .B)("probe", words);
    const advice = { found: "fping is not installed", ...(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_7__/* .installing */ .A1)(["fping"]) };
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_16__/* .fault */ .D)("probe", "limited", advice, "ping serves, which sees no outage below 20 ms");
}


/***/ }),

/***/ 80937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ appletsOf),
/* harmony export */   Tr: () => (/* binding */ requireApplets),
/* harmony export */   oJ: () => (/* binding */ findBusybox)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39970);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62162);
/* harmony import */ var _init_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86745);
/** The host's busybox: all programs of the guests that we make. It must be static, since the guest has no libraries. */





const PLACES = [
    "/bin/busybox",
    "/usr/bin/busybox",
    "/sbin/busybox",
    "/usr/sbin/busybox",
    "/bin/busybox.static",
    "/usr/bin/busybox-static",
];
/** @throws HostError that says how to install it. */
async function findBusybox(places = PLACES) {
    const unfit = [];
    for (const path of places) {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path).catch(() => null);
        if (bytes === null)
            continue;
        const fault = faultOf(bytes);
        if (fault === null)
            return { path, bytes };
        unfit.push(`${path} ${fault}`);
    }
    const why = unfit.length === 0 ? "none is installed" : unfit.join(", ");
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HostError */ .dh({
        found: `the guest needs a statically linked busybox for x86-64, and ${why}`,
        ...(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .installing */ .A1)(["busybox-static"]),
    });
}
/** The programs that this busybox was built with: `busybox --list`. @throws StepError; the signal's reason. */
async function appletsOf(busybox, signal) {
    const listed = await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .outputOf */ .jH)(busybox.path, ["--list"], { ...(signal && { signal }) });
    return new Set(listed
        .toString("utf8")
        .split("\n")
        .filter((line) => line !== "" && line !== "busybox"));
}
/** @throws ConfigurationError when it was built without a program that our guests need. */
function requireApplets({ path }, applets) {
    const missing = _init_js__WEBPACK_IMPORTED_MODULE_4__/* .NEEDED_APPLETS */ .Wb.filter((name) => !applets.has(name));
    if (missing.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigurationError */ .j1(`${path} was built without ${missing.join(", ")}, which the guest needs: install the distribution's own busybox-static`);
    }
}
const EM_X86_64 = 62;
/** Names the dynamic linker; a static program has none (elf(5)). */
const PT_INTERP = 3;
/** Why this program would not run in the guest, or null. */
function faultOf(program) {
    const isElf64 = program.length >= 64 && program.toString("latin1", 0, 5) === "\x7fELF\x02";
    if (!isElf64 || program.readUInt16LE(18) !== EM_X86_64)
        return "is not for x86-64";
    const tableOffset = Number(program.readBigUInt64LE(32));
    const entryBytes = program.readUInt16LE(54);
    const entries = program.readUInt16LE(56);
    if (tableOffset + entries * entryBytes > program.length)
        return "is damaged";
    for (let index = 0; index < entries; index++) {
        if (program.readUInt32LE(tableOffset + index * entryBytes) === PT_INTERP)
            return "is not statically linked";
    }
    return null;
}


/***/ }),

/***/ 43940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ writeCpio)
/* harmony export */ });
/**
 * Writes initramfs archives: cpio in the "newc" format, see
 * Documentation/driver-api/early-userspace/buffer-format.rst. The same entries always give the same bytes.
 */
const FILE_TYPE = {
    directory: 0o040000,
    file: 0o100000,
    symlink: 0o120000,
    character: 0o020000,
    block: 0o060000,
};
/** cpio(1) pads archives to this size. The kernel accepts any multiple of four, and further archives after that. */
const BLOCK_BYTES = 512;
/**
 * An archive of these entries, in this order. A folder must come before its contents. All files belong to
 * root, dated 1970.
 */
function writeCpio(entries) {
    const parts = [];
    entries.forEach((entry, index) => {
        parts.push(...record(index + 1, entry.path, modeOf(entry), contentsOf(entry), entry));
    });
    parts.push(...record(0, "TRAILER!!!", 0, new Uint8Array()));
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return Buffer.concat([...parts, Buffer.alloc(-length & (BLOCK_BYTES - 1))]);
}
function modeOf(entry) {
    switch (entry.type) {
        case "directory":
            return FILE_TYPE.directory | (entry.mode ?? 0o755);
        case "file":
            return FILE_TYPE.file | (entry.mode ?? 0o644);
        case "symlink":
            return FILE_TYPE.symlink | 0o777;
        case "device":
            return FILE_TYPE[entry.kind] | (entry.mode ?? 0o600);
    }
}
function contentsOf(entry) {
    if (entry.type === "file") {
        return typeof entry.contents === "string" ? Buffer.from(entry.contents) : entry.contents;
    }
    return entry.type === "symlink" ? Buffer.from(entry.target) : new Uint8Array();
}
function record(inode, path, mode, contents, entry) {
    const name = Buffer.from(`${path}\0`);
    const device = entry?.type === "device" ? entry : { major: 0, minor: 0 };
    const fields = [
        inode,
        mode,
        0, // uid
        0, // gid
        entry?.type === "directory" ? 2 : 1, // links
        0, // time of last change
        contents.length,
        0, // major and minor number of the file system it was on
        0,
        device.major,
        device.minor,
        name.length,
        0, // checksum: only in the "crc" format
    ];
    const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}`);
    return [header, name, fill(header.length + name.length), contents, fill(contents.length)];
}
/** The zeros that pad this length to a multiple of four. */
function fill(length) {
    return Buffer.alloc(-length & 3);
}


/***/ }),

/***/ 86745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NT: () => (/* binding */ LOGIN_PATTERN),
/* harmony export */   Wb: () => (/* binding */ NEEDED_APPLETS),
/* harmony export */   fK: () => (/* binding */ KERNEL_ARGUMENTS),
/* harmony export */   g5: () => (/* binding */ initScript),
/* harmony export */   hF: () => (/* binding */ PROMPT),
/* harmony export */   wE: () => (/* binding */ PROMPT_PATTERN)
/* harmony export */ });
/* harmony import */ var _host_network_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6072);
/**
 * The init process of the guests that we make: it loads the NIC's modules, then offers a login on the serial
 * console. It must not exit, because the kernel would panic.
 */

const PROMPT = "localhost:~# ";
const LOGIN_PATTERN = /\blocalhost login: /;
const PROMPT_PATTERN = /^localhost:~# /m;
const initScript = ({ guest, folder, gettyOptions }) => `#!${folder}/bin/sh
export PATH=${folder}/bin HOME=/root
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
hostname localhost
while read -r module; do
  insmod "${folder}/modules/$module" || echo "${guest}: the module $module cannot be loaded"
done <${folder}/modules/order
ip link set lo up
grep -q ${_host_network_js__WEBPACK_IMPORTED_MODULE_0__/* .GUEST_MAC */ .nS} /sys/class/net/*/address || echo "${guest}: there is no NIC with the MAC ${_host_network_js__WEBPACK_IMPORTED_MODULE_0__/* .GUEST_MAC */ .nS}: has the kernel a virtio-net driver?"
while :; do
  getty ${gettyOptions}115200 ttyS0 vt100 || sleep 1
done
`;
/** The applets that the script and a run use. Nearly every busybox has all of them. */
const NEEDED_APPLETS = "sh mount hostname insmod getty login sleep echo grep ip ping stty ls wc cat".split(" ");
/**
 * `mitigations` to `lsm` switch off hardening that costs time; this guest has nobody to protect against.
 * `cryptomgr.notests`: under emulation, the ciphers' self-tests take a tenth of the boot time.
 * `no_timer_check`: on a busy host, the check of the emulated timer fails and the kernel panics. `panic=-1`:
 * a panic reboots immediately, which ends QEMU with -no-reboot. See
 * Documentation/admin-guide/kernel-parameters.txt.
 */
const KERNEL_ARGUMENTS = [
    "console=ttyS0",
    "quiet",
    "panic=-1",
    "mitigations=off",
    "init_on_alloc=0",
    "lsm=capability",
    "random.trust_cpu=on",
    "cryptomgr.notests",
    "no_timer_check",
    "8250.nr_uarts=1",
    "ipv6.disable=1",
];


/***/ }),

/***/ 39866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ kernelVersion),
/* harmony export */   l: () => (/* binding */ findKernel)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _base_versions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6251);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62162);
/**
 * Finds the kernel that the micro guest boots: the host's newest kernel with modules, in /boot or beside its
 * modules, or the one that the user names. On Ubuntu, only root can read the kernels.
 */






const MODULES_ROOTS = ["/lib/modules", "/usr/lib/modules"];
/** @throws ConfigurationError, with what to do, when there is no kernel or the named file is not a kernel */
async function findKernel(search) {
    if (search.kernel !== undefined) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(search.kernel);
        const { image, forRootOnly } = await readImage(path, search);
        const version = versionIn(image, search.kernel);
        return { version, path, forRootOnly, modulesDir: await modulesOf(version, search) };
    }
    for (const { version, path } of await installedKernels(search)) {
        const modulesDir = await modulesOf(version, search);
        if (modulesDir === null)
            continue;
        const readable = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK).then(() => true, () => false);
        const forRootOnly = readable ? null : (await readImage(path, search)).forRootOnly;
        return { version, path, forRootOnly, modulesDir };
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HostError */ .dh({
        found: "the guest micro boots a kernel of this host, but no kernel with modules was found: neither /boot/vmlinuz-VERSION nor /usr/lib/modules/VERSION/vmlinuz",
        ...(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .installing */ .A1)((0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .kernelPackages */ .ZO)(), "or name one: --kernel PATH"),
    });
}
/** All kernels of the host, newest first. Fedora, Arch, and Debian since 14 keep them beside the modules. */
async function installedKernels(search) {
    const found = [];
    for (const root of search.modulesRoots ?? MODULES_ROOTS) {
        for (const version of await namesIn(root)) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, version, "vmlinuz");
            if (await exists(path))
                found.push({ version, path });
        }
    }
    const bootDir = search.bootDir ?? "/boot";
    for (const name of await namesIn(bootDir)) {
        const version = /^vmlinuz-(.+)$/.exec(name)?.[1];
        if (version !== undefined)
            found.push({ version, path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(bootDir, name) });
    }
    return found.sort((a, b) => (0,_base_versions_js__WEBPACK_IMPORTED_MODULE_5__/* .compareVersions */ .Z)(b.version, a.version));
}
async function modulesOf(version, search) {
    for (const root of search.modulesRoots ?? MODULES_ROOTS) {
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, version);
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "modules.dep")))
            return folder;
    }
    return null;
}
async function readImage(path, search) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch((error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`the kernel ${path} cannot be used: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
    });
    if (!facts.isFile())
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`the kernel ${path} is not a file`);
    try {
        return { image: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path), forRootOnly: null };
    }
    catch (error) {
        if (error.code !== "EACCES")
            throw error;
        const image = await search.readPrivileged(path);
        return { image, forRootOnly: image };
    }
}
/** @throws ConfigurationError when the file cannot be read or is not a kernel */
async function kernelVersion(path) {
    const image = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path).catch((error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`${path}: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
    });
    return versionIn(image, path);
}
/**
 * The version in a kernel image. A bzImage points to it in its header (Documentation/arch/x86/boot.rst,
 * `kernel_version`). An ELF vmlinux has it in the banner that the kernel prints first.
 */
function versionIn(image, what) {
    if (image.length > 0x210 && image.toString("latin1", 0x202, 0x206) === "HdrS") {
        const offset = image.readUInt16LE(0x20e) + 0x200;
        const version = /^[^\s\0]+/.exec(image.toString("latin1", offset, offset + 256))?.[0];
        if (version !== undefined)
            return version;
    }
    else if (image.toString("latin1", 0, 4) === "\x7fELF") {
        for (let at = image.indexOf("Linux version "); at >= 0; at = image.indexOf("Linux version ", at + 1)) {
            const version = /^Linux version (\d[^\s\0]*) \(/.exec(image.toString("latin1", at, at + 256))?.[1];
            if (version !== undefined)
                return version;
        }
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`${what}: this is not a Linux kernel for x86 (neither a bzImage nor an ELF vmlinux with a version)`);
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path).then(() => true, () => false);
}
async function namesIn(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch(() => []);
}


/***/ }),

/***/ 93578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ writeMade)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/** Writes the files that are made for a guest to boot from. */

/**
 * Returns the path of the new file, which only its owner can read.
 *
 * @throws the system's error, also when the file exists already
 */
function writeMade(folder, name, bytes) {
    const path = folder.at(`guest-${name}`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, bytes, { flag: "wx", mode: 0o600 });
    return path;
}


/***/ }),

/***/ 18743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ MICRO_MODULES),
/* harmony export */   j: () => (/* binding */ makeMicroGuest)
/* harmony export */ });
/* harmony import */ var _busybox_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80937);
/* harmony import */ var _cpio_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43940);
/* harmony import */ var _guest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72419);
/* harmony import */ var _init_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86745);
/* harmony import */ var _kernel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39866);
/* harmony import */ var _made_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93578);
/* harmony import */ var _modules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(45982);







/** The modules that the guest loads, in addition to their dependencies. */
const MICRO_MODULES = ["virtio_pci", "virtio_net"];
const INIT = (0,_init_js__WEBPACK_IMPORTED_MODULE_2__/* .initScript */ .g5)({ guest: "micro", folder: "", gettyOptions: "-L " });
/**
 * Makes the micro guest. It is not cached: making it takes 0.1 s, and others could replace a cached one
 * before the next run.
 *
 * @throws ConfigurationError, with what to install, when the host lacks a kernel, its modules, or a static
 *   busybox
 */
async function makeMicroGuest(options) {
    const { folder, signal } = options;
    const [kernel, busybox] = await Promise.all([(0,_kernel_js__WEBPACK_IMPORTED_MODULE_3__/* .findKernel */ .l)(options), (0,_busybox_js__WEBPACK_IMPORTED_MODULE_0__/* .findBusybox */ .oJ)()]);
    signal?.throwIfAborted();
    const initramfs = await makeInitramfs(kernel, busybox, signal);
    const boot = {
        kernelPath: kernel.forRootOnly === null ? kernel.path : (0,_made_js__WEBPACK_IMPORTED_MODULE_4__/* .writeMade */ .d)(folder, "kernel", kernel.forRootOnly),
        initrdPath: (0,_made_js__WEBPACK_IMPORTED_MODULE_4__/* .writeMade */ .d)(folder, "initramfs", initramfs),
        kernelArguments: _init_js__WEBPACK_IMPORTED_MODULE_2__/* .KERNEL_ARGUMENTS */ .fK,
    };
    return {
        ...boot,
        name: "micro",
        qemuArguments: (0,_guest_js__WEBPACK_IMPORTED_MODULE_6__/* .directBootArguments */ .P)(boot),
        loginPattern: _init_js__WEBPACK_IMPORTED_MODULE_2__/* .LOGIN_PATTERN */ .NT,
        promptPattern: _init_js__WEBPACK_IMPORTED_MODULE_2__/* .PROMPT_PATTERN */ .wE,
        user: "root",
        bootDeadlineMs: 90_000,
        silentUntilLogin: false,
        bootPrompt: null,
        consoleHint: "The micro guest prints a panic on this console, so an empty console means that its kernel did not start. Can the accelerator run guests on this host?",
    };
}
const BASE = [
    ...["bin", "dev", "etc", "modules", "proc", "root", "sys", "tmp"].map((path) => ({
        type: "directory",
        path,
    })),
    // The kernel opens it for init before anything is mounted.
    { type: "device", path: "dev/console", kind: "character", major: 5, minor: 1 },
    { type: "file", path: "etc/passwd", contents: "root::0:0:root:/root:/bin/sh\n" },
    { type: "file", path: "etc/group", contents: "root:x:0:\n" },
    { type: "file", path: "etc/profile", contents: `export PATH=/bin HOME=/root PS1='${_init_js__WEBPACK_IMPORTED_MODULE_2__/* .PROMPT */ .hF}'\ncd\n` },
];
async function makeInitramfs(kernel, busybox, signal) {
    const [applets, modules] = await Promise.all([
        (0,_busybox_js__WEBPACK_IMPORTED_MODULE_0__/* .appletsOf */ .$4)(busybox, signal),
        // If the user's kernel has no modules on this host, assume that everything is built in.
        kernel.modulesDir === null ? [] : (0,_modules_js__WEBPACK_IMPORTED_MODULE_5__/* .loadableModules */ .ev)(kernel.modulesDir, MICRO_MODULES, signal),
    ]);
    (0,_busybox_js__WEBPACK_IMPORTED_MODULE_0__/* .requireApplets */ .Tr)(busybox, applets);
    return (0,_cpio_js__WEBPACK_IMPORTED_MODULE_1__/* .writeCpio */ .t)([
        ...BASE,
        { type: "file", path: "init", mode: 0o755, contents: INIT },
        { type: "file", path: "bin/busybox", mode: 0o755, contents: busybox.bytes },
        ...[...applets].map((name) => ({ type: "symlink", path: `bin/${name}`, target: "busybox" })),
        ...modules.map(({ name, contents }) => ({ type: "file", path: `modules/${name}.ko`, contents })),
        { type: "file", path: "modules/order", contents: modules.map(({ name }) => `${name}.ko\n`).join("") },
    ]);
}


/***/ }),

/***/ 45982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ moduleName),
/* harmony export */   FT: () => (/* binding */ unpackModule),
/* harmony export */   ev: () => (/* binding */ loadableModules)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _unpack_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89501);
/**
 * Kernel modules for a guest without modprobe: the files in loading order, unpacked, because insmod passes
 * the bytes to the kernel unchanged.
 *
 * depmod writes all direct and indirect dependencies of a module into one line of modules.dep. Loading them
 * from right to left loads each one after its own dependencies (modules.dep(5)).
 */





/**
 * The wanted modules and their dependencies, in loading order. Built-in modules are left out.
 *
 * @throws ConfigurationError when a module is neither a file nor built in, or a program to unpack it is
 *   missing
 */
async function loadableModules(modulesDir, wanted, signal) {
    const dependencies = await readTable((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(modulesDir, "modules.dep"));
    const builtIn = await builtInModules(modulesDir);
    const order = new Set();
    for (const name of wanted.map(moduleName)) {
        const line = dependencies.get(name);
        if (line !== undefined) {
            for (const path of line.toReversed())
                order.add(path);
        }
        else if (builtIn !== null && !builtIn.has(name)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`the kernel of ${modulesDir} has no module ${name}, neither as a file nor built in: install its full set of modules (and run depmod), or take another kernel with --kernel PATH`);
        }
    }
    return Promise.all([...order].map(async (path) => ({
        name: moduleName(path),
        contents: await readModule((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(modulesDir, path), signal),
    })));
}
const PACKINGS = { gz: "gzip", xz: "xz", zst: "zstd" };
/** The module's name for a path or a name: `-` and `_` are the same to the kernel. */
function moduleName(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)
        .replace(/\.ko(\.\w+)?$/, "")
        .replaceAll("-", "_");
}
/** Maps a module's name to its own path, followed by the paths of its dependencies in the order of the line. */
async function readTable(path) {
    const lines = await readLines(path);
    return new Map(lines.map((line) => {
        const [own = "", needs = ""] = line.split(":");
        return [moduleName(own), [own, ...needs.split(" ").filter((need) => need !== "")]];
    }));
}
/**
 * Null when the list is missing; not every copy of a kernel's modules has it. Then a module without a file is
 * assumed to be built in. If it is not, the guest will have no NIC.
 */
async function builtInModules(modulesDir) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(modulesDir, "modules.builtin");
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? new Set((await readLines(path)).map(moduleName)) : null;
}
async function readLines(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8")).split("\n").filter((line) => line !== "");
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`the kernel's list of modules cannot be read: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}. Is its package complete? (depmod makes modules.dep)`);
    }
}
async function readModule(path, signal) {
    return unpackModule(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path), signal);
}
/**
 * Returns the ELF object in a module's file.
 *
 * @throws ConfigurationError when the file is not a module, or a program to unpack it is missing
 */
async function unpackModule(path, file, signal) {
    const packing = PACKINGS[/\.ko\.(\w+)$/.exec(path)?.[1] ?? ""];
    const contents = packing === undefined ? file : await (0,_unpack_js__WEBPACK_IMPORTED_MODULE_4__/* .unpack */ .l)(packing, `the module ${path}`, file, signal);
    if (contents.toString("latin1", 0, 4) !== "\x7fELF") {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ConfigurationError */ .j1(`${path} is not a kernel module`);
    }
    return contents;
}


/***/ }),

/***/ 89501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39970);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62162);
/* harmony import */ var _host_system_folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36314);
/** Unpacks modules of kernels, and initrds: by Node where it can, otherwise by the host's programs. */






/** The name of the package, when it is not that of the program. */
const PACKAGES = { xz: "xz-utils" };
/**
 * The bytes that were packed. `what` names them: "the module PATH".
 * @throws ConfigurationError when they are damaged; HostError when the program for it is missing; the signal's reason.
 */
async function unpack(packing, what, packed, signal) {
    if (packing === "gzip")
        return unpackHere(node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzip, what, packed);
    if (packing === "zstd" && zstdDecompress !== undefined)
        return unpackHere(zstdDecompress, what, packed);
    return unpackBy(packing, what, packed, signal);
}
/** Only newer Nodes have it. */
const zstdDecompress = node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdDecompress;
async function unpackHere(unpacker, what, packed) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(unpacker)(packed).catch((error) => {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`${what} cannot be unpacked: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    });
}
async function unpackBy(program, what, packed, signal) {
    const path = (0,_host_system_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .findInSystem */ .S)(program);
    if (path === null) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HostError */ .dh({
            found: `${what} is packed, and the program ${program} to unpack it is missing`,
            ...(0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .installing */ .A1)([PACKAGES[program] ?? program]),
        });
    }
    const { failure, stdout, stderr } = await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .runToEnd */ .cd)(path, ["-d", "-c"], {
        input: packed,
        // A whole initrd unpacked.
        maxOutputBytes: 2 ** 31,
        ...(signal && { signal }),
    });
    if (failure === null)
        return stdout;
    const said = stderr.toString("utf8").trim();
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigurationError */ .j1(`${what} cannot be unpacked: ${program} ${failure}${said && `: ${said}`}`);
}


/***/ }),

/***/ 6072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nS: () => (/* binding */ network_GUEST_MAC),
  _c: () => (/* binding */ HOST_ADDRESS),
  Gl: () => (/* binding */ PREFIX_LENGTH),
  VS: () => (/* binding */ createNetwork),
  fD: () => (/* binding */ guestAddress)
});

// UNUSED EXPORTS: HOST_MAC

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/host/exec.js
var exec = __webpack_require__(39970);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/base/errors.js
var base_errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/privilege.js + 1 modules
var host_privilege = __webpack_require__(39313);
// EXTERNAL MODULE: ./build/host/root-command.js
var root_command = __webpack_require__(25627);
;// CONCATENATED MODULE: ./build/host/ip-batch.js
/**
 * A privileged `ip -batch -` that stays open. It is started before the guest freezes, so that changing links and addresses in the freeze
 * costs a write and a read on a pipe, and no process. See ip(8), `-batch` and `-force`.
 *
 * iproute2 7.1 and later buffers stdout until it ends, so everything is read from stderr, which no version buffers. With `-force` it
 * prints "Command failed -:LINE" there after each line that fails. A batch ends with a line that must fail: a word that is no object of
 * ip. ip answers that by itself; for the name of a missing device the kernel would look for a module.
 */






/** Far more than a batch takes on the slowest host. A co-process that needs longer hangs. */
const RUN_DEADLINE_MS = 10_000;
/** How long it may take to end after its input has ended. */
const END_GRACE_MS = 1_000;
/** Its output is kept up to this length: it writes a line or two for each command. */
const MOST_CHARACTERS = 64 * 1024;
const sentinel = (number) => `end-${number}`;
const FAILED = /^Command failed -:(\d+)$/;
/**
 * Opens the co-process inside a network namespace.
 * @throws StepError with what it said when it does not answer.
 */
async function openIpBatch(privilege, namespace, signal) {
    const [file, ...args] = privilege.asRoot((0,root_command/* openBatch */.L8)(namespace));
    // Detached: Ctrl-C at our terminal must reach only us; we end the co-process.
    const child = (0,external_node_child_process_.spawn)(file, args, { stdio: ["pipe", "ignore", "pipe"], detached: true });
    const exited = (0,external_node_events_.once)(child, "exit").then(() => undefined, () => undefined);
    let errors = "";
    let ended = false;
    let wake = () => undefined;
    child.stderr.setEncoding("utf8").on("data", (text) => {
        errors = (errors + text).slice(-MOST_CHARACTERS);
        wake();
    });
    const end = (error) => {
        ended = true;
        if (error !== undefined)
            errors += error.message;
        wake();
    };
    child.on("error", end);
    child.on("close", () => end());
    child.stdin.on("error", () => undefined);
    let written = 0;
    let batches = 0;
    /** What ip wrote before its answer to a sentinel; null while there is none. */
    const takeAnswer = (word, lineNumber) => {
        const object = errors.indexOf(`Object "${word}" is unknown`);
        const last = `Command failed -:${lineNumber}\n`;
        const after = object < 0 ? -1 : errors.indexOf(last, object);
        if (after < 0)
            return null;
        const before = errors.slice(0, object);
        errors = errors.slice(after + last.length);
        return before;
    };
    const run = async (lines, deadlineMs = RUN_DEADLINE_MS) => {
        lines.forEach(root_command/* checkBatchLine */.Rn);
        signal?.throwIfAborted();
        const word = sentinel(++batches);
        const first = written + 1;
        written += lines.length + 1;
        let answer = null;
        let late = false;
        await new Promise((resolve) => {
            const timer = setTimeout(() => {
                late = true;
                wake();
            }, deadlineMs);
            wake = () => {
                answer = takeAnswer(word, written);
                if (answer === null && !ended && !late && !signal?.aborted)
                    return;
                clearTimeout(timer);
                signal?.removeEventListener("abort", wake);
                wake = () => undefined;
                resolve();
            };
            signal?.addEventListener("abort", wake);
            child.stdin.write(`${[...lines, word].join("\n")}\n`);
            wake();
        });
        if (answer === null) {
            signal?.throwIfAborted();
            const words = printed(errors);
            if (ended)
                throw new base_errors/* StepError */.zg(`the ip co-process ended${words && `: ${words}`}`);
            throw new base_errors/* StepError */.zg(`ip did not do within ${deadlineMs} ms: ${lines.join("; ")}${words && `: ${words}`}`);
        }
        const faults = faultsIn(answer, lines, first);
        if (faults.length > 0)
            throw new base_errors/* StepError */.zg(`ip: ${faults.join("; ")}`);
        return answer;
    };
    const close = async () => {
        child.stdin.end();
        await Promise.race([exited, (0,promises_.setTimeout)(END_GRACE_MS, undefined, { ref: false })]);
        // It hangs. Children of sudo first: sudo does not pass KILL on.
        for (let tries = 0; !ended && child.exitCode === null && child.signalCode === null && tries < 10; tries += 1) {
            if (child.pid !== undefined)
                await (0,host_privilege/* killTree */.TP)(privilege, child.pid);
            await Promise.race([exited, (0,promises_.setTimeout)(200, undefined, { ref: false })]);
        }
    };
    try {
        // Drops what sudo and ld.so print before ip starts.
        await run([]);
    }
    catch (error) {
        await close();
        throw error;
    }
    return {
        run: async (lines, deadlineMs) => void (await run(lines, deadlineMs)),
        [Symbol.asyncDispose]: close,
    };
}
const printed = (text) => text.trim().replaceAll(/\s*\n\s*/g, "; ");
/** Each line that failed, with the words that ip printed before "Command failed". Other words are warnings. */
function faultsIn(answer, lines, first) {
    const faults = [];
    let words = [];
    for (const text of answer.split("\n")) {
        const failed = FAILED.exec(text)?.[1];
        if (failed === undefined) {
            if (text.trim() !== "")
                words.push(text.trim());
            continue;
        }
        const line = lines[Number(failed) - first];
        // The line is of an earlier batch, whose failure has been reported.
        if (line !== undefined)
            faults.push(`${words.join("; ")} (of: ${line})`);
        words = [];
    }
    return faults;
}

;// CONCATENATED MODULE: ./build/host/nics.js
/**
 * The guest's NICs by number, from 0. Each has MACs, a subnet and TAPs of its own, so the host's route tells which NIC a packet takes.
 * docs/contract.md, section 2, has the names and addresses.
 */
const HOST_MAC = { vendor: "e6:1d:44:b5:03", last: 0x5d };
const GUEST_MAC = { vendor: "d6:0d:75:f8:0f", last: 0xb7 };
/** There are at most 8 NICs, so the last byte does not overflow. */
const macOf = ({ vendor, last }, number) => `${vendor}:${(last + number).toString(16)}`;
const nicOf = (number) => ({
    number,
    hostAddress: `192.168.${100 + number}.1`,
    guestAddress: `192.168.${100 + number}.2`,
    hostMac: macOf(HOST_MAC, number),
    guestMac: macOf(GUEST_MAC, number),
    interfaceOf: (tap) => (number === 0 ? tap : `${tap}-nic${number}`),
});
const nicsOf = (count) => Array.from({ length: count }, (_, number) => nicOf(number));

// EXTERNAL MODULE: ./build/host/undo.js
var undo = __webpack_require__(42009);
;// CONCATENATED MODULE: ./build/host/network.js
/**
 * The network of one run, in its own namespace: the TAPs, the host's address and MAC on one of them, and their switch to the other
 * TAP while the guest is frozen. docs/contract.md, section 2, has the names and addresses.
 */








/** Of the first NIC, the one that is measured. */
const { hostAddress: HOST_ADDRESS, hostMac: network_HOST_MAC, guestMac: network_GUEST_MAC } = nicOf(0);
const PREFIX_LENGTH = 24;
/** An address of the guest's first NIC: 192.168.100.2 for the first, which it always has. */
const guestAddress = (flow) => `192.168.100.${2 + flow}`;
/** How long `request` waits for an answer. */
const LONGEST_ANSWER_MS = 1_000;
/** The invoking user in a user namespace of ours. */
const MAPPED_UID = 0;
/** A MAC that nothing else has: locally administered, unicast, random. */
const ownMac = () => `02${(0,external_node_crypto_.randomBytes)(5).toString("hex").replaceAll(/../g, ":$&")}`;
/** Whether the kernel has IPv6. With `ipv6.disable=1` it refuses IPv6 settings (ipv6.rst of the kernel). */
const hasIpv6 = () => (0,external_node_fs_.existsSync)("/proc/net/if_inet6");
/** Makes the namespace and its TAPs. They are registered before they exist. */
async function createNetwork(register, privilege, options) {
    const namespace = `${undo/* NAME_PREFIX */.ve}${register.runId}-${options.name}`;
    const held = register.hold({ kind: "namespace", name: namespace });
    let batch = null;
    const close = async () => {
        await batch?.[Symbol.asyncDispose]();
        await held.undo();
    };
    try {
        await (0,host_privilege/* runAsRoot */.yf)(privilege, (0,root_command/* addNamespace */.b4)(namespace), options);
        batch = await openIpBatch(privilege, namespace, options.signal);
        const ip = batch;
        const interfaces = nicsOf(options.nics).flatMap((nic) => options.taps.map(nic.interfaceOf));
        await ip.run([
            "link set dev lo up",
            ...interfaces.flatMap((tap) => [
                `tuntap add dev ${tap} mode tap${options.multiQueue ? " multi_queue" : ""} vnet_hdr user ${privilege.rootless === null ? privilege.uid : MAPPED_UID}`,
                // Router solicitations and other IPv6 packets would disturb the figures.
                ...(hasIpv6() ? [`link set dev ${tap} addrgenmode none`] : []),
            ]),
        ]);
        return network(namespace, privilege, ip, options, close);
    }
    catch (error) {
        await close().catch(() => undefined);
        throw error;
    }
}
function network(namespace, privilege, ip, options, close) {
    const nics = nicsOf(options.nics);
    let guestAddresses = [guestAddress(0)];
    const rootInside = (program, args) => privilege.asRoot((0,root_command/* probeInside */.Z4)(namespace, program, args));
    const pin = (nic, tap) => (nic.number === 0 ? guestAddresses : [nic.guestAddress]).map((address) => `neighbour replace ${address} lladdr ${nic.guestMac} dev ${nic.interfaceOf(tap)} nud permanent`);
    const give = (nic, tap) => [
        `link set dev ${nic.interfaceOf(tap)} address ${nic.hostMac}`,
        `address add ${nic.hostAddress}/${PREFIX_LENGTH} dev ${nic.interfaceOf(tap)}`,
        `link set dev ${nic.interfaceOf(tap)} up`,
        ...pin(nic, tap),
    ];
    const idle = (nic, tap) => [
        `address flush dev ${nic.interfaceOf(tap)}`,
        `link set dev ${nic.interfaceOf(tap)} address ${ownMac()}`,
        `link set dev ${nic.interfaceOf(tap)} up`,
        ...pin(nic, tap),
    ];
    const forEachNic = (lines) => ip.run(nics.flatMap(lines));
    return {
        namespace,
        nics,
        get guestAddresses() {
            return guestAddresses;
        },
        rootInside,
        userInside: (command, variables) => privilege.asRoot((0,root_command/* userInside */.mX)(namespace, privilege.rootless === null ? privilege : "mapped", variables, command)),
        reset: () => forEachNic((nic) => [
            ...options.taps.flatMap((tap) => idle(nic, tap)),
            `link set dev ${nic.interfaceOf("tap0")} down`,
            ...give(nic, "tap0"),
        ]),
        makeIdle: (tap) => forEachNic((nic) => idle(nic, tap)),
        move: (from, to) => forEachNic((nic) => [
            `link set dev ${nic.interfaceOf(from)} down`,
            `link set dev ${nic.interfaceOf(to)} down`,
            `address del ${nic.hostAddress}/${PREFIX_LENGTH} dev ${nic.interfaceOf(from)}`,
            ...give(nic, to),
        ]),
        setGuestAddresses: (addresses) => {
            guestAddresses = addresses;
            return ip.run(options.taps.flatMap((tap) => pin(nicOf(0), tap)));
        },
        ping: async (timeoutMs, signal, nic = 0) => {
            const [file, ...args] = rootInside("ping", [
                ...["-n", "-q", "-c", "1", "-w", String(Math.ceil(timeoutMs / 1000))],
                nicOf(nic).guestAddress,
            ]);
            const ended = await (0,exec/* runToEnd */.cd)(file, args, {
                signal,
                timeoutMs: timeoutMs + 30_000,
                kill: (pid) => (0,host_privilege/* killTree */.TP)(privilege, pid),
            });
            // Status 1: no answer. Any other but 0: ping failed.
            if (ended.exitCode === 1)
                return false;
            (0,exec/* stdoutOf */.NT)(ended, ["ping"]);
            return true;
        },
        request: async (address, { count, apartMs }, signal) => {
            const args = [
                "-q",
                "-c",
                String(count),
                "-p",
                String(apartMs),
                "-t",
                String(LONGEST_ANSWER_MS),
                address,
            ];
            const [file, ...rest] = rootInside("fping", args);
            // Status 1: some were not answered.
            await (0,exec/* runToEnd */.cd)(file, rest, {
                signal,
                timeoutMs: count * apartMs + LONGEST_ANSWER_MS + 30_000,
                kill: (pid) => (0,host_privilege/* killTree */.TP)(privilege, pid),
            });
        },
        linkStatistics: () => (0,host_privilege/* runAsRoot */.yf)(privilege, (0,root_command/* showStatistics */.Jp)(namespace)),
        [Symbol.asyncDispose]: close,
    };
}


/***/ }),

/***/ 58279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ makeRamFile),
/* harmony export */   i: () => (/* binding */ RAM_FOLDER)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/**
 * The file that holds the guest's RAM, shared by source and target. It is sparse, made by truncation, and we never write to it. In
 * /dev/shm it takes memory only for pages that the guest touches.
 */

const RAM_FOLDER = "/dev/shm";
/** Makes the file again: all zeros, without writing a byte. */
function makeRamFile(path, memoryBytes) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { force: true });
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, "wx", 0o600);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, memoryBytes);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 47911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ whyNotWritable),
/* harmony export */   X: () => (/* binding */ TRIAL)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93820);
/* harmony import */ var _undo_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42009);
/** Whether files can be written into a folder, tried by writing one: modes do not show mounts, quotas and full disks. */






/** More than a file system keeps inside an inode, so that it needs a block. */
const TRIAL = Buffer.alloc(16_384);
/**
 * Why the folder cannot be written to, in a sentence; null when it can. For a folder that does not exist yet the nearest existing one
 * above it is tried. Leaves nothing behind.
 */
function whyNotWritable(folder, { toBeMade = true } = {}) {
    try {
        const there = toBeMade ? nearest(folder) : folder;
        const trial = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(there, `${_undo_js__WEBPACK_IMPORTED_MODULE_4__/* .NAME_PREFIX */ .ve}trial-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(5).toString("hex")}`);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(trial, TRIAL, { flag: "wx", mode: 0o600 });
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(trial, { force: true });
        }
        return null;
    }
    catch (error) {
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
    }
}
function nearest(folder) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
        const facts = (0,_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .factsOf */ .x)(at, node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync);
        if (facts?.isDirectory())
            return at;
        if (facts !== undefined)
            throw new Error(`${at} is a file, not a folder`);
        if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .factsOf */ .x)(at, node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)?.isSymbolicLink())
            throw new Error(`${at} is a symbolic link that leads nowhere`);
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at))
            return at;
    }
}


/***/ }),

/***/ 9081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SY: () => (/* binding */ describeBuild),
/* harmony export */   lW: () => (/* binding */ lookAtBuild),
/* harmony export */   lg: () => (/* binding */ chooseMachine),
/* harmony export */   uy: () => (/* binding */ LOOK_DEADLINE_MS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_versions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6251);
/* harmony import */ var _dialect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52239);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63578);
/* harmony import */ var _obtain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27448);
/* harmony import */ var _oldest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63294);
/** One QEMU build: what was found out about it, and the machine type that two builds have in common. */






/** A look at QEMU on the slowest known host takes a tenth of this. */
const LOOK_DEADLINE_MS = 60_000;
/**
 * @param store where builds of Debian are kept, or null: see obtainQemu
 * @throws UnusableQemuError when it is missing, no QEMU, or too old; a plain HostError when a build of Debian is not available.
 */
async function lookAtBuild(role, qemu, store, options) {
    const look = await (0,_look_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtQemu */ .x)(await (0,_obtain_js__WEBPACK_IMPORTED_MODULE_3__/* .obtainQemu */ .E)(qemu, store), options);
    const why = (0,_oldest_js__WEBPACK_IMPORTED_MODULE_4__/* .whyTooOld */ .g)(look);
    if (why !== null)
        throw unusable(why);
    return { role, look, dialect: (0,_dialect_js__WEBPACK_IMPORTED_MODULE_1__/* .dialectOf */ .E3)(look), traced: look.hasDowntimeTraces };
}
const unusable = (found) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnusableQemuError */ .Qv({ found, mend: null, besides: null });
/** The entry of a build in the results. */
const describeBuild = ({ role, look, dialect, traced }) => ({
    role,
    path: look.path,
    version: look.version,
    dialect: dialect?.name ?? null,
    traced,
});
/**
 * The machine type for both sides. Within one build it is what was asked for. Between two builds an alias such as "q35" means
 * another versioned type on each, which QEMU refuses to migrate: then it is the newest versioned type that both know.
 *
 * @param asked a machine type, with options behind a comma, if any
 * @throws UnusableQemuError when there is no such type; a plain ConfigurationError when the baseline lacks it.
 */
function chooseMachine(asked, from, to) {
    const [type = "", ...options] = asked.split(",");
    const withOptions = (name) => [name, ...options].join(",");
    const lacking = [from, to].filter(({ look }) => !look.machines.has(type));
    const [first] = lacking;
    if (first !== undefined) {
        const { path, version, machines } = first.look;
        const text = `${path} (QEMU ${version}) has no machine type ${type}. It has: ${[...machines.keys()].sort().join(", ")}`;
        throw lacking.some(({ role }) => role === "baseline") ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(text) : unusable(text);
    }
    if (from.look.machines.get(type) === to.look.machines.get(type))
        return asked;
    const family = from.look.machines.get(type)?.replace(/[\d.]+$/, "") ?? "";
    const common = [...from.look.machines.keys()]
        .filter((name) => name.startsWith(family) && /^\d+(\.\d+)*$/.test(name.slice(family.length)))
        .filter((name) => to.look.machines.has(name))
        .sort((a, b) => (0,_base_versions_js__WEBPACK_IMPORTED_MODULE_5__/* .compareVersions */ .Z)(a.slice(family.length), b.slice(family.length)));
    const newest = common.at(-1);
    if (newest === undefined) {
        throw unusable(`QEMU ${from.look.version} and QEMU ${to.look.version} have no versioned machine type of ${type} in common`);
    }
    return withOptions(newest);
}


/***/ }),

/***/ 57656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ qemuEnvironment)
/* harmony export */ });
/** The environment of every QEMU, both when it is examined and when it runs. */
/** Enough to run, but nothing that a hostile guest could use. */
const PASSED = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH"];
/** @param given the user's variables, which take precedence */
function qemuEnvironment(given) {
    const passed = PASSED.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(passed), ...given };
}


/***/ }),

/***/ 42818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ findQemu)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62162);




/** The name that packages of distributions give it. */
const DEFAULT_NAME = "qemu-system-x86_64";
const ANOTHER = "name another with --qemu PATH";
/** Why a path cannot be started as a program; null when it can. */
function whyNoProgram(path) {
    let facts;
    try {
        facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return `there is no file ${path}`;
    }
    if (facts.isDirectory()) {
        return `${path} is a folder: name the program in it, such as ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, "qemu-system-x86_64")}`;
    }
    if (!facts.isFile())
        return `${path} is not a file`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return null;
    }
    catch {
        return `${path} may not be executed by this user: chmod +x ${path} (or its file system is mounted with noexec)`;
    }
}
/**
 * The absolute path of a QEMU given as a path or as a name in PATH. @throws UnusableQemuError, with the reason, when
 * not found
 */
function findQemu(given) {
    if (given.includes("/")) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(given);
        const why = whyNoProgram(path);
        if (why !== null)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UnusableQemuError */ .Qv({ found: why, mend: null, besides: ANOTHER });
        return path;
    }
    const there = (process.env.PATH ?? "")
        .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(Boolean)
        .map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, given))
        .find((path) => whyNoProgram(path) === null);
    if (there === undefined) {
        const found = `there is no program ${given} in PATH`;
        const advice = given === DEFAULT_NAME
            ? (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .installing */ .A1)(["qemu-system-x86"], `or ${ANOTHER}`)
            : { mend: null, besides: ANOTHER };
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UnusableQemuError */ .Qv({ found, ...advice });
    }
    return there;
}


/***/ }),

/***/ 63578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ lookAtQemu)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/host/private-folder.js
var private_folder = __webpack_require__(89749);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(53339);
// EXTERNAL MODULE: ./build/base/errors.js
var base_errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/exec.js
var exec = __webpack_require__(39970);
// EXTERNAL MODULE: ./build/host/proc.js
var proc = __webpack_require__(4879);
// EXTERNAL MODULE: ./build/host/tools.js
var tools = __webpack_require__(26872);
// EXTERNAL MODULE: ./build/qemu/qmp-connection.js + 2 modules
var qmp_connection = __webpack_require__(61305);
;// CONCATENATED MODULE: ./build/qemu/schema.js
/**
 * Reads QEMU's description of its QMP: the answer to query-qmp-schema. Its types have numbers instead of
 * names, so a type is found only along a path: command, arguments, members, variants. See
 * docs/devel/qapi-code-gen.rst of QEMU, "Client JSON Protocol introspection".
 */

/**
 * Members of an object have a name and a type, those of an enumeration only a name, those of an alternate
 * only a type.
 */
const member = schemas/* looseObject */._H3({ name: schemas/* string */.YjP().optional(), type: schemas/* string */.YjP().optional() });
const entry = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    "meta-type": schemas/* string */.YjP(),
    "arg-type": schemas/* string */.YjP().optional(),
    "element-type": schemas/* string */.YjP().optional(),
    members: schemas/* array */.YOg(member).optional(),
    variants: schemas/* array */.YOg(schemas/* object */.Ikc({ case: schemas/* string */.YjP(), type: schemas/* string */.YjP() })).optional(),
    values: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
});
/** @throws Error when the answer is not a schema */
function readQmpSchema(answer) {
    const parsed = schemas/* array */.YOg(entry).safeParse(answer);
    if (!parsed.success) {
        const [first] = parsed.error.issues;
        throw new Error(`its answer to query-qmp-schema cannot be read: at ${first?.path.join(".")}: ${first?.message}`);
    }
    const entries = new Map(parsed.data.map((item) => [item.name, item]));
    const argumentsOf = (command) => {
        const found = entries.get(command);
        return found?.["meta-type"] === "command" ? entries.get(found["arg-type"] ?? "") : undefined;
    };
    const memberType = (type, name) => entries.get(type?.members?.find((item) => item.name === name)?.type ?? "");
    const names = (type) => new Set(type?.members?.flatMap((item) => item.name ?? []));
    return {
        hasCommand: (command) => entries.get(command)?.["meta-type"] === "command",
        arguments: (command) => names(argumentsOf(command)),
        variantArguments(command, variant) {
            const type = argumentsOf(command)?.variants?.find((item) => item.case === variant)?.type;
            return names(entries.get(type ?? ""));
        },
        kindOfArgument: (command, name) => memberType(argumentsOf(command), name)?.["meta-type"] ?? null,
        words(command, ...path) {
            let type = argumentsOf(command);
            for (const name of path) {
                type = memberType(type, name);
                if (type?.["meta-type"] === "array")
                    type = entries.get(type["element-type"] ?? "");
            }
            // Before QEMU 6.2, an enumeration had only `values`.
            return type?.members === undefined ? new Set(type?.values) : names(type);
        },
    };
}

;// CONCATENATED MODULE: ./build/qemu/ask.js
/**
 * Starts a QEMU binary without a machine, asks what it is and what it can do, and ends it. It starts as a VM does: with the same
 * variables, and by `exec` of the same shell. The file may be no QEMU at all: every wait has a deadline, and nothing stays behind.
 */










const versionAnswer = schemas/* looseObject */._H3({
    qemu: schemas/* object */.Ikc({ major: schemas/* number */.aig(), minor: schemas/* number */.aig(), micro: schemas/* number */.aig() }),
    package: schemas/* string */.YjP(),
});
const machinesAnswer = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), alias: schemas/* string */.YjP().optional() }));
const propertiesAnswer = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }));
/** QEMU's own answers. */
const answers = schemas/* object */.Ikc({
    version: versionAnswer,
    schema: schemas/* unknown */.L5J(),
    machines: machinesAnswer,
    nic: propertiesAnswer,
    hasDowntimeTraces: schemas/* boolean */.zMY(),
    tookMs: schemas/* number */.aig(),
});
const ARGUMENTS = [
    "-machine",
    "none",
    "-S",
    "-nodefaults",
    "-no-user-config",
    "-display",
    "none",
    "-qmp",
    "stdio",
];
/** How much of its stderr is kept: the end. */
const MOST_CHARACTERS = 4_000;
/** How long we wait for its end after KILL, and after it has closed its QMP. */
const END_MS = 2_000;
/**
 * The command line that starts it. It needs no entry in the register: the kernel kills it when we end in any way
 * (setpriv(1), `--pdeathsig`).
 */
const starting = (path, args, variables) => {
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const shell = [(0,tools/* tool */.z6)("sh"), "-c", 'exec "$0" "$@"', path, ...args];
    return ["--pdeathsig", "KILL", "--", (0,tools/* tool */.z6)("env"), "-i", ...assignments, ...shell];
};
/** @throws UnusableQemuError when it can't be started, is no QEMU with virtio-net-pci, or is a wrapper that stays QEMU's parent. */
async function ask(path, { deadlineMs, variables, signal }) {
    const begin = performance.now();
    // In its own process group: what it starts is killed with it.
    const child = (0,external_node_child_process_.spawn)((0,tools/* tool */.z6)("setpriv"), starting(path, ARGUMENTS, variables), {
        stdio: "pipe",
        detached: true,
    });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
        errors = (errors + text).slice(-MOST_CHARACTERS);
    });
    const exited = new Promise((resolve) => {
        child.on("error", (error) => resolve(error.message));
        child.on("exit", (status, signalName) => resolve(signalName === null ? `status ${status}` : `signal ${signalName}`));
    });
    const epitaph = async () => {
        const how = await Promise.race([exited, (0,promises_.setTimeout)(END_MS, "", { ref: false })]);
        return [how, errors.trim()].filter(Boolean).join(": ");
    };
    child.stdin.on("error", () => undefined);
    try {
        const stream = external_node_stream_.Duplex.from({ readable: child.stdout, writable: child.stdin });
        const qmp = await (0,qmp_connection/* openQmp */.NO)(stream, { side: () => path, deadlineMs, ...(signal && { signal }), epitaph });
        expectNoChild(child);
        const version = versionAnswer.parse(await qmp.send("query-version"));
        const schema = await qmp.send("query-qmp-schema");
        readQmpSchema(schema);
        const machines = machinesAnswer.parse(await qmp.send("query-machines"));
        const nic = propertiesAnswer.parse(await qmp.send("device-list-properties", { typename: "virtio-net-pci" }));
        const tookMs = performance.now() - begin;
        const hasDowntimeTraces = await knowsDowntimeTraces(path, {
            deadlineMs,
            variables,
            ...(signal && { signal }),
        });
        return { version, schema, machines, nic, hasDowntimeTraces, tookMs };
    }
    catch (error) {
        signal?.throwIfAborted();
        throw new base_errors/* UnusableQemuError */.Qv({
            found: `${path} is not a QEMU that can be used: ${(0,base_errors/* messageOf */.bD)(error)}. Name one with --qemu; it must be a qemu-system-x86_64 with virtio-net-pci.`,
            mend: null,
            besides: null,
        });
    }
    finally {
        killGroup(child);
        await Promise.race([exited, (0,promises_.setTimeout)(END_MS, undefined, { ref: false })]);
        for (const stream of [child.stdin, child.stdout, child.stderr])
            stream.destroy();
    }
}
/** A signal to a wrapper does not reach QEMU, and the wrapper's end is not QEMU's end. @throws Error when it has a child. */
function expectNoChild(child) {
    const [below] = child.pid === undefined ? [] : (0,proc/* descendants */.DG)(child.pid);
    if (below === undefined)
        return;
    throw new Error(`it is a wrapper that starts QEMU as its child (${below.name}) and stays in between: let it end with exec, like exec qemu-system-x86_64 "$@"`);
}
function killGroup({ pid }) {
    try {
        if (pid !== undefined)
            process.kill(-pid, "SIGKILL");
    }
    catch {
        // The group is gone.
    }
}
/** A list of all trace points has some 100 kB. */
const MOST_TRACE_HELP_BYTES = 4 * 2 ** 20;
/** Asks for the list of trace points: QEMU 7.2 accepts any pattern, and traces nothing for an unknown one. */
async function knowsDowntimeTraces(path, options) {
    const { deadlineMs, variables, signal } = options;
    const ended = await (0,exec/* runToEnd */.cd)((0,tools/* tool */.z6)("setpriv"), starting(path, ["-trace", "help"], variables), {
        timeoutMs: deadlineMs,
        maxOutputBytes: MOST_TRACE_HELP_BYTES,
        ...(signal && { signal }),
    });
    const known = ended.stdout.toString("utf8");
    return /^vmstate_downtime_save$/m.test(known) && /^vmstate_downtime_load$/m.test(known);
}

;// CONCATENATED MODULE: ./build/qemu/look.js
/**
 * Examines a QEMU binary: starts it without a machine and asks what it supports. Its version is not used for
 * that, because it says little about a build made from a patch series.
 */







/**
 * Starts the binary and asks it, or uses the cached answers.
 *
 * @throws UnusableQemuError when it cannot be started, or is not a QEMU with virtio-net-pci
 */
async function lookAtQemu(path, options) {
    const kept = options.cacheFolder === null ? null : keptLook(path, options.cacheFolder, options.variables);
    const remembered = kept?.read() ?? null;
    if (remembered !== null)
        return describe(path, remembered);
    const fresh = await ask(path, options);
    kept?.write(fresh);
    return describe(path, fresh);
}
function describe(path, { version, schema, machines, nic, ...rest }) {
    const { major, minor, micro } = version.qemu;
    const distribution = version.package.trim().replace(/^\((.*)\)$/, "$1");
    return {
        path,
        version: `${major}.${minor}.${micro}${distribution && ` (${distribution})`}`,
        schema: readQmpSchema(schema),
        machines: new Map(machines.flatMap(({ name, alias }) => [
            [name, name],
            ...(alias === undefined ? [] : [[alias, name]]),
        ])),
        nicProperties: new Set(nic.map(({ name }) => name)),
        ...rest,
    };
}
/**
 * The cached look of a binary. It is trusted, because nobody else can write into the folder. Looks of scripts
 * are not cached: what a script starts may change while the script stays the same.
 */
function keptLook(path, cacheFolder, variables) {
    const real = (0,external_node_fs_.realpathSync)(path);
    if (readHead(real) !== "\u007fELF")
        return null;
    const { size, mtimeMs } = (0,external_node_fs_.statSync)(real);
    const digest = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([LOOK_VERSION, real, size, mtimeMs, variables]))
        .digest("hex");
    const folder = (0,external_node_path_.join)(cacheFolder, "looks");
    const file = (0,external_node_path_.join)(folder, `${digest.slice(0, 32)}.json`);
    return {
        read() {
            try {
                if ((0,private_folder/* whyNotPrivate */.FC)(folder) !== null)
                    return null;
                return answers.parse(JSON.parse((0,files/* readWhole */.oD)(file, MOST_LOOK_BYTES).toString("utf8")));
            }
            catch {
                return null;
            }
        },
        write(look) {
            try {
                (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
                (0,files/* writeFresh */._o)(file, JSON.stringify(look), 0o600);
            }
            catch {
                // Without a cached look, the next run asks again.
            }
        },
    };
}
/** To be increased when the questions change. */
const LOOK_VERSION = 2;
/** A schema has about 200 kB. */
const MOST_LOOK_BYTES = 8 * 2 ** 20;
function readHead(path) {
    const file = (0,external_node_fs_.openSync)(path, "r");
    try {
        const head = Buffer.alloc(4);
        (0,external_node_fs_.readSync)(file, head, 0, 4, 0);
        return head.toString("latin1");
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}


/***/ }),

/***/ 27448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ obtainQemu)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _debian_build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11182);
/* harmony import */ var _debian_suite_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75949);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42818);
/** Finds or fetches a QEMU that is given as a path, as a name in PATH, or as a Debian suite. */




/**
 * The absolute path of a QEMU.
 *
 * @param store where builds of Debian are kept; null: do not fetch any now
 * @throws UnusableQemuError when there is no such program; a plain HostError or ConfigurationError when a build of Debian is not
 * available, which is about the network or this host, and not about a build under test.
 */
async function obtainQemu(given, store) {
    const suite = (0,_debian_suite_js__WEBPACK_IMPORTED_MODULE_3__/* .suiteOf */ .Ee)(given);
    if (suite === null)
        return (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findQemu */ .i)(given);
    if (store !== null)
        return (await (0,_debian_build_js__WEBPACK_IMPORTED_MODULE_1__/* .obtainDebianBuild */ .j)(suite, store)).path;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HostError */ .dh({
        found: `${given} is not fetched while this host lacks something else`,
        mend: null,
        besides: null,
    });
}


/***/ }),

/***/ 63294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ whyTooOld)
/* harmony export */ });
/* unused harmony export OLDEST_QEMU */
/* harmony import */ var _dialect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52239);
/** Recognises QEMUs that are too old. The version is used for nothing else. */

/**
 * Found by testing. 4.2 lacks the machine property `memory-backend`, through which both sides share the
 * guest's RAM.
 */
const OLDEST_QEMU = "5.2";
const NEEDED = ["events", "x-ignore-shared"];
/** Why this QEMU cannot be run, with its version; null when it can. */
function whyTooOld(look) {
    const named = `${look.path} is QEMU ${look.version}`;
    if (isOlder(look.version, OLDEST_QEMU))
        return `${named}, and ${OLDEST_QEMU} or later is needed`;
    const lacking = NEEDED.filter((name) => !(0,_dialect_js__WEBPACK_IMPORTED_MODULE_0__/* .capabilitiesOf */ .SF)(look).has(name));
    if (lacking.length === 0)
        return null;
    return `${named}, built without the migration capability ${lacking.join(", ")}`;
}
function isOlder(version, than) {
    const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
    const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
    return major < thanMajor || (major === thanMajor && minor < thanMinor);
}


/***/ }),

/***/ 48714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ loadTerminals),
/* harmony export */   Z: () => (/* binding */ spawnOnTerminal)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

let loaded = null;
/**
 * Loads what `spawnOnTerminal` needs. Starts nothing.
 *
 * @throws ConfigurationError, with the reason, when it cannot be loaded
 */
async function loadTerminals() {
    try {
        loaded ??= await __webpack_require__.e(/* import() */ 478).then(__webpack_require__.t.bind(__webpack_require__, 77478, 19));
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigurationError */ .j1(`the native part of node-pty, which opens the pseudo terminals of consoles, cannot be loaded on this host (${process.platform}-${process.arch}, ${cLibrary()}): ${whyOf(error)}. dist/parts/prebuilds has it for linux-x64 and linux-arm64 with glibc: is dist/ complete?`);
    }
}
/** Starts a program on a new pseudo terminal. `loadTerminals` must have been called before. */
function spawnOnTerminal(file, args, options) {
    if (loaded === null)
        throw new Error("loadTerminals was not called");
    return loaded.spawn(file, [...args], options);
}
/** Removes the beginning of node-pty's message, which lists the paths that it tried. */
const whyOf = (error) => (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error).replace(/^Failed to load native module: /, "");
function cLibrary() {
    const { header } = process.report.getReport();
    return header.glibcVersionRuntime === undefined ? "not glibc" : `glibc ${header.glibcVersionRuntime}`;
}


/***/ }),

/***/ 61305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hq: () => (/* binding */ QmpRefusal),
  Jg: () => (/* binding */ connectQmp),
  NO: () => (/* binding */ openQmp)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(53339);
// EXTERNAL MODULE: ./build/results/schema.js
var schema = __webpack_require__(57146);
;// CONCATENATED MODULE: ./build/qemu/qmp-commands.js
/** The QMP commands that we use, with the used members of arguments and returns. See QEMU's QMP reference. */


/** Schemas of the answers that are read. An answer that does not match is an error. */
const ANSWERS = {
    "query-status": schemas/* looseObject */._H3({ status: schemas/* string */.YjP(), running: schemas/* boolean */.zMY() }),
    "query-migrate": schemas/* looseObject */._H3({
        status: schemas/* string */.YjP().optional(),
        downtime: schemas/* number */.aig().nonnegative().max(schema/* LARGEST_MS */.KE).optional(),
        "total-time": schemas/* number */.aig().optional(),
        "error-desc": schemas/* string */.YjP().optional(),
    }),
};

// EXTERNAL MODULE: ./build/qemu/tail.js
var tail = __webpack_require__(49495);
;// CONCATENATED MODULE: ./build/qemu/qmp-message.js
/** Parses a line of QMP. See docs/interop/qmp-spec.rst of QEMU. */


/** Schemas of the members of events that are read. See QEMU's QMP reference. */
const EVENTS = {
    MIGRATION: schemas/* looseObject */._H3({ status: schemas/* string */.YjP() }),
    SHUTDOWN: schemas/* looseObject */._H3({ reason: schemas/* string */.YjP().optional() }),
};
/** Null when the line is not QMP: not JSON, or not of a form in the specification. The input is untrusted. */
function readMessage(text) {
    let message;
    try {
        message = JSON.parse(text);
    }
    catch {
        return null;
    }
    if (!isObject(message))
        return null;
    if (isObject(message.QMP))
        return { kind: "greeting" };
    if ("event" in message)
        return readEvent(message);
    const { id, error } = message;
    if (isObject(error)) {
        if (typeof error.desc !== "string" || !(typeof id === "number" || id === undefined))
            return null;
        return {
            kind: "error",
            id: id ?? null,
            errorClass: typeof error.class === "string" ? error.class : "GenericError",
            words: (0,tail/* printable */.g)(error.desc),
        };
    }
    // Each of our commands has a number, so each reply has one.
    return "return" in message && typeof id === "number" ? { kind: "reply", id, value: message.return } : null;
}
/** About three thousand years. A larger stamp does not come from a clock, and figures are computed from stamps. */
const LARGEST_STAMP_MS = 1e14;
function readEvent({ event: name, data = {}, timestamp }) {
    if (typeof name !== "string" || !isObject(data) || !isObject(timestamp))
        return null;
    const { seconds, microseconds } = timestamp;
    if (typeof seconds !== "number" || typeof microseconds !== "number")
        return null;
    if (Object.hasOwn(EVENTS, name) && EVENTS[name]?.safeParse(data).success === false)
        return null;
    const atMs = seconds * 1000 + microseconds / 1000;
    return Math.abs(atMs) <= LARGEST_STAMP_MS ? { kind: "event", event: { name, data, atMs } } : null;
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./build/qemu/qmp-connection.js
/**
 * A QMP connection: greeting and negotiation, replies matched by id, events with QEMU's stamps, a deadline
 * for every command, and a transcript of all that is sent and received. See docs/interop/qmp-spec.rst of
 * QEMU.
 *
 * The peer may misbehave. A line that is not JSON, an endless line or a closed stream breaks the connection
 * with an error that says so, and rejects everything that waits on it.
 */






/** QEMU refused a command. The message contains QEMU's description. */
class QmpRefusal extends errors/* StepError */.zg {
    command;
    errorClass;
    description;
    constructor(side, command, errorClass, description) {
        super(`${side}: QEMU refused ${command}: ${description}`);
        this.command = command;
        this.errorClass = errorClass;
        this.description = description;
    }
}
/** Longer lines are not QMP. The longest one, the schema, has about 200 kB. */
const LONGEST_LINE_BYTES = 8 * 2 ** 20;
/** A QEMU lives for two iterations and sends about fifty events of about 200 bytes each. */
const MOST_EVENTS = 10_000;
const EVENTS_LIMIT_BYTES = 4 * 2 ** 20;
const TRANSCRIPT_LIMIT_BYTES = 4 * 2 ** 20;
/** Waits until QEMU listens on its socket, connects and negotiates. */
async function connectQmp(path, options) {
    const end = performance.now() + options.deadlineMs;
    for (;;) {
        options.signal?.throwIfAborted();
        const socket = await tryConnect(path);
        if (socket !== null)
            return await openQmp(socket, options);
        if (!options.alive())
            throw new errors/* StepError */.zg(await withEpitaph(`${options.side()}: QEMU ended before it listened on its QMP socket`, options));
        if (performance.now() > end) {
            throw new errors/* StepError */.zg(`${options.side()}: QEMU did not listen on its QMP socket within ${seconds(options.deadlineMs)}`);
        }
        await (0,promises_.setTimeout)(5);
    }
}
function tryConnect(path) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.createConnection)(path);
        socket.once("connect", () => resolve(socket));
        socket.once("error", () => {
            socket.destroy();
            resolve(null);
        });
    });
}
/** Speaks QMP over an open stream. Resolves when capabilities are negotiated. */
async function openQmp(stream, options) {
    const connection = startConnection(stream, options);
    try {
        await connection.greeting;
        await connection.qmp.send("qmp_capabilities");
    }
    catch (error) {
        connection.qmp.close();
        throw error;
    }
    return connection.qmp;
}
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
async function withEpitaph(message, options) {
    const epitaph = await options.epitaph?.();
    return epitaph ? `${message} (${epitaph})` : message;
}
function startConnection(stream, options) {
    const { side } = options;
    const pending = new Map();
    const events = [];
    const listeners = new Set();
    const transcript = keepTranscript();
    let broken = null;
    let eventBytes = 0;
    let nextId = 1;
    let greet = () => undefined;
    let refuseGreeting = () => undefined;
    const greetingSeen = new Promise((resolve, reject) => {
        greet = resolve;
        refuseGreeting = reject;
    });
    greetingSeen.catch(() => undefined);
    let sayClosed = () => undefined;
    const closed = new Promise((resolve) => {
        sayClosed = resolve;
    });
    let breaking = false;
    const breakWith = async (reason) => {
        if (breaking)
            return;
        breaking = true;
        stream.destroy();
        const error = new errors/* StepError */.zg(await withEpitaph(`${side()}: ${reason}`, options));
        broken = error;
        sayClosed(error.message);
        refuseGreeting(error);
        for (const { command, reject } of pending.values()) {
            reject(new errors/* StepError */.zg(`${error.message}, while ${command} was waiting for its answer`));
        }
        pending.clear();
        for (const wake of listeners)
            wake();
    };
    const receiveEvent = (event, bytes) => {
        eventBytes += bytes;
        if (events.length >= MOST_EVENTS || eventBytes > EVENTS_LIMIT_BYTES) {
            const limit = events.length >= MOST_EVENTS ? `${MOST_EVENTS}` : `${EVENTS_LIMIT_BYTES} bytes of`;
            void breakWith(`QEMU sent more than ${limit} events, the last one ${(0,tail/* printable */.g)(event.name)}`);
            return;
        }
        events.push(event);
        for (const wake of listeners)
            wake();
    };
    const receive = (text) => {
        transcript.add("<", text);
        const message = readMessage(text);
        switch (message?.kind) {
            case undefined:
                return void breakWith(`QEMU wrote on its QMP socket what is not QMP: ${JSON.stringify(text.slice(0, 120))}`);
            case "greeting":
                return greet();
            case "event":
                return receiveEvent(message.event, text.length);
            case "reply":
                return pending.get(message.id)?.resolve(message.value);
            case "error": {
                // An error without id is QEMU's answer to input that it could not parse.
                if (message.id === null)
                    return void breakWith(`QEMU could not read what we sent: ${message.words}`);
                const waiting = pending.get(message.id);
                waiting?.reject(new QmpRefusal(side(), waiting.command, message.errorClass, message.words));
            }
        }
    };
    let rest = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
        // The earlier text contains no end of a line.
        let from = rest.length;
        rest += chunk;
        for (let end = rest.indexOf("\n", from); end >= 0 && !breaking; end = rest.indexOf("\n")) {
            const text = rest.slice(0, end).trim();
            rest = rest.slice(end + 1);
            from = 0;
            if (text !== "")
                receive(text);
        }
        if (rest.length > LONGEST_LINE_BYTES)
            void breakWith("QEMU wrote a line without end on its QMP socket");
        if (breaking)
            rest = "";
    });
    // A dying QEMU may close its socket with ECONNRESET instead of a normal end.
    stream.on("error", (error) => void breakWith(`the QMP connection broke: ${error.message}`));
    // When the guest resets or powers off, QEMU sends SHUTDOWN (see QEMU's QMP reference) and then exits.
    const closedByQemu = () => {
        const shutdown = events.findLast(({ name }) => name === "SHUTDOWN");
        const why = shutdown === undefined ? "" : ` after SHUTDOWN (${(0,tail/* printable */.g)(String(shutdown.data.reason))})`;
        void breakWith(`QEMU closed its QMP socket${why}`);
    };
    stream.on("close", closedByQemu);
    stream.on("end", closedByQemu);
    const timeLimit = async (work, what, deadlineMs, giveUp) => {
        let timer;
        const { signal } = options;
        let onAbort;
        const limit = new Promise((_, reject) => {
            timer = setTimeout(() => reject(new errors/* StepError */.zg(`${side()}: no ${what} within ${seconds(deadlineMs)}`)), deadlineMs);
            onAbort = () => reject(signal?.reason);
            if (signal?.aborted)
                onAbort();
            signal?.addEventListener("abort", onAbort, { once: true });
        });
        try {
            return await Promise.race([work, limit]);
        }
        finally {
            clearTimeout(timer);
            if (onAbort)
                signal?.removeEventListener("abort", onAbort);
            giveUp();
        }
    };
    const enqueue = (command, args) => {
        const id = nextId++;
        const text = JSON.stringify({ execute: command, ...(args && { arguments: args }), id });
        const answer = new Promise((resolve, reject) => {
            if (broken)
                reject(broken);
            else
                pending.set(id, { command, resolve, reject });
        });
        answer.catch(() => undefined);
        return { id, text, answer };
    };
    const write = (texts) => {
        if (!breaking)
            stream.write(texts.map((text) => `${text}\r\n`).join(""));
        for (const text of texts)
            transcript.add(">", text);
    };
    const send = (command, args, deadlineMs = options.deadlineMs) => {
        const { id, text, answer } = enqueue(command, args);
        write([text]);
        return timeLimit(answer, `answer to ${command}`, deadlineMs, () => pending.delete(id));
    };
    const qmp = {
        async execute(command, ...args) {
            const answer = await send(command, args[0] ?? undefined);
            if (ANSWERS[command]?.safeParse(answer).success === false) {
                throw new errors/* StepError */.zg(`${side()}: QEMU's answer to ${command} is not understood: ${JSON.stringify(answer)?.slice(0, 200)}`);
            }
            return answer;
        },
        send,
        executeTogether: (...commands) => {
            const queued = commands.map((command) => enqueue(command));
            write(queued.map(({ text }) => text));
            const answers = Promise.all(queued.map(({ answer }) => answer));
            return timeLimit(answers, `answer to ${commands.join(", ")}`, options.deadlineMs, () => {
                for (const { id } of queued)
                    pending.delete(id);
            });
        },
        events,
        event: (wanted, what, deadlineMs, from = 0) => {
            let wake = () => undefined;
            let seen = from;
            const found = new Promise((resolve, reject) => {
                wake = () => {
                    for (; seen < events.length; seen += 1) {
                        const event = events[seen];
                        try {
                            if (event !== undefined && wanted(event))
                                return resolve(event);
                        }
                        catch (error) {
                            // Remove this listener first, so that breaking the connection does not call it again.
                            listeners.delete(wake);
                            const why = `an event from QEMU could not be processed: ${(0,errors/* messageOf */.bD)(error)}`;
                            reject(new errors/* StepError */.zg(`${side()}: ${why}`));
                            return void breakWith(why);
                        }
                    }
                    if (broken)
                        reject(new errors/* StepError */.zg(`${broken.message}, while we waited for ${what}`));
                };
                listeners.add(wake);
                wake();
            });
            return timeLimit(found, what, deadlineMs, () => listeners.delete(wake));
        },
        takeTranscript: transcript.take,
        lastExchange: transcript.last,
        closed,
        close: () => void breakWith("we closed the connection"),
    };
    const greeting = timeLimit(greetingSeen, "QMP greeting", options.deadlineMs, () => undefined);
    return { greeting, qmp };
}
/** Keeps both directions in memory until they are taken, because nothing is written to disk while a guest is frozen. */
function keepTranscript() {
    let lines = [];
    let bytes = 0;
    let cut = 0;
    const last = [];
    return {
        add(direction, text) {
            const line = `${new Date().toISOString()} ${direction} ${text}`;
            last.push(line.length > 400 ? `${line.slice(0, 400)}…` : line);
            if (last.length > 6)
                last.shift();
            if (bytes + line.length > TRANSCRIPT_LIMIT_BYTES)
                cut += 1;
            else {
                lines.push(line);
                bytes += line.length;
            }
        },
        take() {
            if (cut > 0)
                lines.push(`… ${cut} lines left out: more than ${TRANSCRIPT_LIMIT_BYTES} bytes`);
            const text = lines.map((line) => `${line}\n`).join("");
            lines = [];
            bytes = 0;
            cut = 0;
            return text;
        },
        last: () => [...last],
    };
}


/***/ }),

/***/ 49495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readTail),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var _host_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19036);
/** The last output of QEMU and guests. */

/** The last `limitBytes` of a file as text; "" when there is no file. Reads no more, however large the file is. */
const readTail = (path, limitBytes) => (0,_host_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readEnd */ .sA)(path, limitBytes).toString("utf8");
/** Text of a guest or QEMU for a terminal, without control characters, which could change what the terminal shows. */
const printable = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: removes control characters
text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");


/***/ })

};
