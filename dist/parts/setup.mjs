export const id = 102;
export const ids = [102];
export const modules = {

/***/ 29369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ lacksOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _doctor_guests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18601);
/* harmony import */ var _doctor_inspections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92513);
/* harmony import */ var _doctor_trials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98309);
/* harmony import */ var _qemu_debian_suite_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75949);
/* harmony import */ var _qemu_debian_tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82594);
/* harmony import */ var _qemu_find_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42818);
/** The packages that the doctor would name for a run, so that setup installs what doctor advises, and nothing else. */







/** @param privilege who reads a kernel that only root may read; null: nobody */
async function lacksOf(needs, privilege, signal) {
    const builds = [needs.qemu, needs.targetQemu, needs.baselineQemu].filter((name) => name !== null);
    const guest = (0,_doctor_guests_js__WEBPACK_IMPORTED_MODULE_1__/* .faultsOfGuests */ .S)(await (0,_doctor_guests_js__WEBPACK_IMPORTED_MODULE_1__/* .checkGuests */ .g)(needs, privilege, signal))[needs.guest];
    const programs = (0,_doctor_inspections_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPrograms */ .uj)();
    const advice = [
        ...(programs.status === "ok" ? [] : [programs]),
        ...builds.flatMap(faultsOfBuild),
        ...guest,
    ];
    const probe = (0,_doctor_trials_js__WEBPACK_IMPORTED_MODULE_3__/* .checkProbe */ .Zr)("");
    return [
        ...advice.map((one) => ({ advice: one, isEssential: true })),
        ...(probe.status === "ok" ? [] : [{ advice: probe, isEssential: false }]),
    ].filter((lack) => lack.advice.packages !== undefined);
}
/** What is missing to find a QEMU, or to fetch it. A path that leads nowhere is not ours to fix. */
function faultsOfBuild(name) {
    try {
        if ((0,_qemu_debian_suite_js__WEBPACK_IMPORTED_MODULE_6__/* .namesSuite */ .bB)(name))
            (0,_qemu_debian_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .findDebianTools */ .US)();
        else
            (0,_qemu_find_js__WEBPACK_IMPORTED_MODULE_5__/* .findQemu */ .i)(name);
        return [];
    }
    catch (error) {
        return (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .allAdviceOf */ .PV)(error);
    }
}


/***/ }),

/***/ 603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XA: () => (/* binding */ devicesFor),
/* harmony export */   dx: () => (/* binding */ planSetup),
/* harmony export */   rm: () => (/* binding */ isBeyondSetup)
/* harmony export */ });
/* unused harmony export shownCommand */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _host_devices_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88424);
/* harmony import */ var _host_packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62162);
/* harmony import */ var _host_root_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25627);
/* harmony import */ var _host_tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26872);
/* harmony import */ var _scenarios_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70991);
/* harmony import */ var _lacking_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29369);
/** What setup would do on this host, step by step. Making a plan changes nothing. */









/** The devices that a run needs; the first ones in the list first. */
function devicesFor({ accel, scenarios }) {
    const wanted = new Set(["tun", ...(accel === "kvm" ? ["kvm"] : [])]);
    for (const name of scenarios)
        for (const device of (0,_scenarios_table_js__WEBPACK_IMPORTED_MODULE_7__/* .scenarioRow */ .dE)(name).needs)
            wanted.add(device);
    return [...wanted];
}
/**
 * The steps in the order in which they must be done: packages first, since their scripts set the modes of devices anew.
 *
 * @param privilege who reads a kernel that only root may read; null: nobody
 */
async function planSetup(needs, privilege, signal) {
    const uid = process.getuid?.() ?? 0;
    const devices = devicesFor(needs).map((device) => ({ device, state: (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)((0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device)) }));
    const missing = devices
        .filter(({ device, state }) => state === "missing" || (state === "no access" && !hasDriver(device)))
        .map(({ device }) => device);
    // A device that is missing may not open for this user once it is there.
    const shut = devices.filter(({ state }) => state === "missing" || state === "no access");
    const loading = missing.flatMap((device) => moduleOf(device) ?? []);
    const toOpen = uid === 0 ? [] : shut.filter(({ device, state }) => state !== "missing" || moduleOf(device) !== null);
    const lacks = await (0,_lacking_js__WEBPACK_IMPORTED_MODULE_8__/* .lacksOf */ .G)(needs, privilege, signal);
    const packages = [
        ...lacks.flatMap(({ advice }) => advice.packages),
        ...(loading.length > 0 && (0,_host_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .findTool */ .SG)("modprobe") === null ? ["kmod"] : []),
        ...(toOpen.length > 0 && (0,_host_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .findTool */ .SG)("setfacl") === null ? ["acl"] : []),
    ];
    const manager = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .findManager */ .z$)();
    return [
        ...(manager === null ? [] : packageSteps(manager, packages, missing)),
        ...missing.flatMap(loadingSteps),
        ...toOpen.map(({ device }) => accessStep(device, uid)),
    ];
}
const never = () => false;
function packageSteps(manager, lacking, devices) {
    const names = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .namesFor */ .GT)(manager.name, lacking);
    const withoutModule = devices.find((device) => {
        const module = moduleOf(device);
        return module !== null && !isModuleHere(module);
    });
    const extra = withoutModule !== undefined && manager.name === "apt-get" && (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .isUbuntu */ .OL)();
    const refresh = (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .refreshPackages */ .DV)(manager);
    const first = refresh === null ? [] : [refresh];
    const step = (wanted, before, device) => {
        const commands = [...before, (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .installPackages */ .R)(manager, wanted)];
        const packages = `${wanted.join(", ")} (${manager.name})`;
        return {
            ...{ what: `install ${packages}`, did: `installed ${packages}`, kind: "packages", device },
            ...{ commands: () => commands, shown: commands.map(shownCommand), isDone: never, otherwise: null },
        };
    };
    return [
        ...(names.length > 0 ? [step(names, first, null)] : []),
        // Apart from the others: not every kernel has such a package.
        ...(extra
            ? [step([`linux-modules-extra-${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()}`], names.length > 0 ? [] : first, withoutModule)]
            : []),
    ];
}
/** Whether no step can open a device: it has no module here, or its container withholds it. */
function isBeyondSetup(device) {
    const state = (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)((0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device));
    return state === "forbidden" || (state === "missing" && moduleOf(device) === null);
}
/** The module behind a device; null when it cannot be loaded here, as in a container or without virtualisation. */
function moduleOf(device) {
    if ((0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .moduleFolder */ .pi)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()) === null)
        return null;
    switch (device) {
        case "tun":
            return "tun";
        case "vhost-net":
            return "vhost_net";
        case "kvm":
            return kvmModule();
    }
}
function kvmModule() {
    const flags = /^flags\s*:(.*)$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/cpuinfo", "utf8"))?.[1]?.split(" ") ?? [];
    if (flags.includes("vmx"))
        return "kvm_intel";
    return flags.includes("svm") ? "kvm_amd" : null;
}
function isModuleHere(name) {
    const folder = (0,_host_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .moduleFolder */ .pi)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)());
    // Its file may have a hyphen: kvm-intel.ko.
    const file = new RegExp(`/${name.replaceAll("_", "[-_]")}\\.ko`);
    return ["modules.dep", "modules.builtin"].some((list) => {
        try {
            return file.test((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder ?? "/nowhere", list), "utf8"));
        }
        catch {
            return false;
        }
    });
}
/**
 * A node can be there before its driver: systemd makes some at boot (`static_node` in udev(7)). Its driver is loaded before we open the
 * node, since udev then sets the mode anew.
 */
const hasDriver = (device) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(`/sys/class/misc/${device}`);
function loadingSteps(device) {
    const name = moduleOf(device);
    if (name === null)
        return [];
    return [
        {
            ...{
                what: `load ${name}`,
                did: `loaded ${name}`,
                kind: "module",
                device,
                otherwise: null,
                shown: [`modprobe ${name}`],
            },
            commands: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .loadModule */ .Vw)(name)],
            isDone: () => hasDriver(device) && (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)((0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device)) !== "missing",
        },
    ];
}
function accessStep(device, uid) {
    const path = (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .devicePath */ .as)(device);
    return {
        ...{ what: `open ${path}`, did: `opened ${path} for this user alone`, kind: "access", device },
        commands: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .openDevice */ .RV)(device, uid)],
        shown: [`setfacl -m u:${uid}:rw ${path}`],
        isDone: () => (0,_host_devices_js__WEBPACK_IMPORTED_MODULE_3__/* .deviceState */ .S4)(path) === "ok",
        otherwise: () => [(0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .writeRule */ .oC)(device, uid), (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .reloadRules */ .t5)(), (0,_host_root_command_js__WEBPACK_IMPORTED_MODULE_5__/* .applyRules */ .IU)(device)],
    };
}
/** A command as a person would type it: without paths and variables. */
const shownCommand = (words) => words
    .map((word) => word.replace(/^(\/usr)?\/s?bin\//, ""))
    .join(" ")
    .replace(/^env ([A-Z_]+=\S+ )+/, "");


/***/ }),

/***/ 40102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FF: () => (/* binding */ beyondSetup),
  wC: () => (/* binding */ essentialFaults),
  s: () => (/* binding */ setUp),
  nZ: () => (/* binding */ warningsOf)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/host/devices.js
var host_devices = __webpack_require__(88424);
// EXTERNAL MODULE: ./build/host/packages.js
var host_packages = __webpack_require__(62162);
// EXTERNAL MODULE: ./build/host/privilege.js + 1 modules
var privilege = __webpack_require__(39313);
// EXTERNAL MODULE: ./build/host/register.js + 1 modules
var host_register = __webpack_require__(499);
// EXTERNAL MODULE: ./build/host/root-command.js
var root_command = __webpack_require__(25627);
// EXTERNAL MODULE: ./build/host/tools.js
var tools = __webpack_require__(26872);
// EXTERNAL MODULE: ./build/host/undo.js
var undo = __webpack_require__(42009);
// EXTERNAL MODULE: ./build/setup/lacking.js
var lacking = __webpack_require__(29369);
// EXTERNAL MODULE: ./build/setup/plan.js
var plan = __webpack_require__(603);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/base/url.js
var url = __webpack_require__(16089);
// EXTERNAL MODULE: ./build/host/exec.js
var exec = __webpack_require__(39970);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/host/proc.js
var proc = __webpack_require__(4879);
;// CONCATENATED MODULE: ./build/setup/run-commands.js
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
/** Runs the commands of a step of setup. */









/** More than udev may take to settle. */
const DEADLINE_MS = 90_000;
/** A package of a kernel makes an initrd, and mirrors can be slow. */
const MANAGER_DEADLINE_MS = 15 * 60_000;
/**
 * Runs commands as root, in turn, until one fails.
 *
 * @returns why one failed, in its words; null when none did
 * @throws the signal's reason
 */
const runCommands = (commands, { rights, signal }) => inTurn(commands, async (command) => {
    const [file, ...args] = rights.asRoot(command);
    const kill = (pid) => (0,privilege/* killTree */.TP)(rights, pid);
    const { failure, stderr } = await (0,exec/* runToEnd */.cd)(file, args, { signal, timeoutMs: DEADLINE_MS, kill });
    return { failure, faults: (0,host_packages/* faultsIn */.RP)(stderr.toString("utf8")) };
});
/**
 * The same for commands of a package manager. It is interrupted at the end, never killed: killing dpkg leaves packages half installed. So it
 * may outlive us.
 */
const runManager = (commands, bounds) => inTurn(commands, (command) => onceUnlocked(() => runOutliving(command, bounds), bounds));
/** Warnings of commands before the one that failed are repeated: apt-get update ends with status 0 when there is no network. */
async function inTurn(commands, run) {
    const said = [];
    let made;
    try {
        made = typeof commands === "function" ? commands() : commands;
    }
    catch (error) {
        // A program that they need is missing: the step before could not install it.
        return (0,errors/* messageOf */.bD)(error);
    }
    for (const command of made) {
        const { failure, faults } = await run(command);
        if (failure !== null)
            return [...said, faults || failure].join(" ");
        if (/^(Failed to fetch|Some index files failed)/.test(faults))
            said.push(faults);
    }
    return null;
}
/** As apt-get, pacman, zypper and apk say it. apt-get waits only where it installs, and dnf always. */
const LOCKED = /Could not get lock|[Uu]nable to lock|could not lock|management is locked/;
const MOST_LOCKED_MS = 120_000;
const LOOK_EVERY_MS = 1_000;
/** Runs again while another package manager works on this host, as after the boot of a machine. */
async function onceUnlocked(run, { say, signal }) {
    const began = performance.now();
    for (let told = false;; told = true) {
        const ended = await run();
        const isLocked = ended.failure !== null && LOCKED.test(ended.faults);
        if (!isLocked || performance.now() - began > MOST_LOCKED_MS)
            return ended;
        if (!told)
            say("another package manager is at work: waiting for it");
        await (0,promises_.setTimeout)(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
}
const MOST_ERROR_BYTES = 2 ** 20;
/** Its $0 is a file. With pipes to us, a program that outlives us would be killed by SIGPIPE. */
const WITHOUT_PIPES = 'exec "$@" >/dev/null 2>"$0"';
async function runOutliving(command, { rights, say, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const errors = __addDisposableResource(env_1, (0,files/* makeNamelessFile */.vw)(), false);
        const words = ["-c", WITHOUT_PIPES, errors.path, ...rights.asRoot(command)];
        let manager = null;
        const kill = async (pid) => {
            manager = managerAt(pid, rights);
            await (0,privilege/* signalAsRoot */.lG)(rights, manager, "INT");
        };
        try {
            const { failure } = await (0,exec/* runToEnd */.cd)((0,tools/* tool */.z6)("sh"), words, { signal, timeoutMs: MANAGER_DEADLINE_MS, kill });
            return { failure, faults: (0,url/* shownUrlsIn */.h7)((0,host_packages/* faultsIn */.RP)(errors.read(MOST_ERROR_BYTES).toString("utf8"))) };
        }
        finally {
            if (manager !== null && (0,proc/* identify */.ls)(manager) !== null)
                say(`the package manager (process ${manager}) is left to finish what it does`);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** To sudo itself a signal may be of no use. What is below the manager is the manager's to interrupt. */
const managerAt = (pid, rights) => rights.kind === "sudo" ? ((0,proc/* descendants */.DG)(pid).find(({ name }) => name !== "sudo")?.pid ?? pid) : pid;

;// CONCATENATED MODULE: ./build/setup/setup.js
/** Mends what a run lacks on this host, and takes back what it opened. The doctor says what is lacking. */











/** The packages of a first pass may show that more are missing, as an unpacker for the kernel's modules. */
const MOST_PASSES = 3;
/**
 * Installs packages, loads modules and opens devices, as far as they are needed. Changes nothing that works.
 *
 * @throws HostError when something is lacking and there is no root; the signal's reason. What was opened is taken back then.
 */
async function setUp(needs, options) {
    const { signal, approve, askPassword } = options;
    const asked = new Set();
    // All the rest would be in vain.
    const beyond = beyondSetup(needs);
    if (beyond.length > 0)
        return nothingDone(beyond, false);
    const { rights, why } = await findRights(signal);
    if (rights !== null)
        return await carryOut(needs, rights, asked, options);
    const steps = await (0,plan/* planSetup */.dx)(needs, null, signal);
    if (steps.length === 0)
        return nothingDone(await problemsOf(needs, null, [], signal), false);
    if (askPassword === null)
        throw noRights(steps, why);
    if (approve !== null && !(await approve(steps)))
        return nothingDone([], true);
    for (const { what } of steps)
        asked.add(what);
    const again = askPassword() ? await findRights(signal) : { rights, why };
    if (again.rights === null)
        throw noRights(steps, again.why);
    return await carryOut(needs, again.rights, asked, options);
}
async function findRights(signal) {
    try {
        return { rights: await (0,privilege/* findPrivilege */.Xb)("root", signal), why: null };
    }
    catch (error) {
        signal.throwIfAborted();
        return { rights: null, why: (0,errors/* adviceOf */.wr)(error) };
    }
}
/** Devices without which nothing runs, and which no step can open. */
const beyondSetup = (needs) => (0,plan/* devicesFor */.XA)(needs).flatMap((device) => {
    const advice = isEssentialDevice(device) && (0,plan/* isBeyondSetup */.rm)(device) ? (0,host_devices/* adviceOn */.ik)(device) : null;
    return advice === null ? [] : [{ advice, isEssential: true }];
});
/** Without vhost-net the other scenarios run. */
const isEssentialDevice = (device) => device !== "vhost-net";
const nothingDone = (problems, isDeclined) => ({
    ...{ problems, isDeclined, steps: 0, opened: [], close: async () => [] },
});
function noRights(steps, why) {
    const wanted = steps.map(({ what }) => what).join(", ");
    const commands = steps.flatMap(({ shown }) => shown).join(" && ");
    return new errors/* HostError */.dh({
        found: `setup needs root to ${wanted}, and ${why?.found ?? "there is none"}`,
        mend: null,
        besides: `as root: ${commands}; or call the command setup on a terminal, where sudo may ask for a password`,
    });
}
/** @param asked steps that the user has approved; further ones are added */
async function carryOut(needs, rights, asked, options) {
    const { signal, approve, say, staysOpen } = options;
    const bounds = { rights, say, signal };
    const opened = makeOpened(rights, staysOpen);
    const tried = new Set();
    const failures = [];
    let isDeclined = false;
    let did = 0;
    try {
        for (let pass = 0; pass < MOST_PASSES; pass++) {
            const steps = (await (0,plan/* planSetup */.dx)(needs, rights, signal)).filter(({ what }) => !tried.has(what));
            if (steps.length === 0)
                break;
            isDeclined = approve !== null && !steps.every(({ what }) => asked.has(what)) && !(await approve(steps));
            if (isDeclined)
                break;
            for (const step of steps) {
                if (step.kind === "access" && tried.size > 0)
                    await settle(bounds);
                tried.add(step.what);
                if (step.isDone())
                    continue;
                const why = await doStep(step, opened, bounds);
                if (why === null)
                    did += 1;
                else
                    failures.push({ step, why });
            }
        }
        if (tried.size > 0)
            await settle(bounds);
        const problems = isDeclined ? [] : await problemsOf(needs, rights, failures, signal);
        const close = async () => (staysOpen ? [] : await opened.close(say));
        return { problems, isDeclined, steps: did, opened: opened.devices(), close };
    }
    catch (error) {
        for (const problem of await opened.close(say))
            say(`could not take back access: ${problem}`);
        throw error;
    }
}
/** udev sets the modes of devices anew when packages and modules tell it to. It must be done with that before we open them. */
async function settle(bounds) {
    if ((0,tools/* findTool */.SG)("udevadm") !== null)
        await runCommands([(0,root_command/* settleUdev */.cx)()], bounds);
}
/** @returns why it failed; null when it did not */
async function doStep(step, opened, bounds) {
    const { say } = bounds;
    // Only this takes long.
    if (step.kind === "packages")
        say(`${step.what} …`);
    const access = step.kind === "access" ? step.device : null;
    const run = (commands) => (step.kind === "packages" ? runManager : runCommands)(commands, bounds);
    if (access !== null)
        opened.hold(access);
    let why = await run(step.commands);
    if (why !== null && step.otherwise !== null) {
        const other = await run(step.otherwise);
        // Where sudo refuses, both say the same.
        why = other === null ? null : [...new Set([why, other])].join("; ");
    }
    if (why === null && access !== null && !step.isDone())
        why = "it still does not open";
    if (why !== null && access !== null)
        await opened.release(access);
    say(why === null ? step.did : `could not ${step.what}`);
    return why;
}
/** Why setup could not mend something, each reason before what it left lacking, in the doctor's words. */
async function problemsOf(needs, rights, failures, signal) {
    const problem = (advice, isEssential) => ({ advice, isEssential });
    const reasons = (fits, isEssential) => failures
        .filter(({ step }) => fits(step))
        .map(({ step, why }) => problem((0,errors/* plainAdvice */.fE)(`setup could not ${step.what}: ${why}`), isEssential));
    const lacks = await (0,lacking/* lacksOf */.G)(needs, rights, signal);
    const isEssential = lacks.some((lack) => lack.isEssential);
    const whyNoPackages = [
        ...reasons(({ kind, device }) => kind === "packages" && device === null, isEssential),
        ...((0,host_packages/* findManager */.z$)() === null ? [problem((0,errors/* plainAdvice */.fE)(NO_MANAGER), isEssential)] : []),
    ];
    const devices = (0,plan/* devicesFor */.XA)(needs).flatMap((device) => {
        const advice = (0,host_devices/* adviceOn */.ik)(device);
        if (advice === null)
            return [];
        const isNeeded = isEssentialDevice(device);
        return [...reasons((step) => step.device === device, isNeeded), problem(advice, isNeeded)];
    });
    const packages = lacks.map((lack) => problem(lack.advice, lack.isEssential));
    return [...(lacks.length > 0 ? [...whyNoPackages, ...packages] : []), ...devices];
}
const NO_MANAGER = "setup found no package manager that it knows (apt-get, dnf, pacman, zypper, apk)";
/** The problems without whose fix nothing runs. */
const essentialFaults = ({ problems }) => problems.filter(({ isEssential }) => isEssential).map(({ advice }) => advice);
/** The other problems, in sentences. */
const warningsOf = ({ problems }) => problems.filter(({ isEssential }) => !isEssential).map(({ advice }) => (0,errors/* sentenceOf */.$N)(advice));
/** Notes what was opened in a register, so that `clean` finds it after SIGKILL; not where devices stay open. */
function makeOpened(rights, staysOpen) {
    let register = null;
    const held = new Map();
    const hold = (device) => {
        const what = { kind: "access", device };
        if (!staysOpen)
            register ??= (0,host_register/* openRegister */.Ws)(rights);
        held.set(device, register?.hold(what) ?? { undo: () => (0,undo/* undo */.tN)(what, rights) });
    };
    return {
        hold,
        devices: () => [...held.keys()],
        async release(device) {
            try {
                await held.get(device)?.undo();
                held.delete(device);
            }
            catch {
                // `close` tries again, and says why.
            }
        },
        async close(say) {
            const problems = await (register ?? heldOnly(held))
                .close()
                .catch((error) => [(0,errors/* messageOf */.bD)(error)]);
            const shut = [...held.keys()].map(host_devices/* devicePath */.as).filter((path) => (0,host_devices/* deviceState */.S4)(path) !== "ok");
            if (shut.length > 0)
                say(`closed again: ${shut.join(", ")}`);
            return problems;
        },
    };
}
/** Without a register. */
const heldOnly = (held) => ({
    async close() {
        const problems = [];
        for (const one of held.values())
            await one.undo().catch((error) => problems.push((0,errors/* messageOf */.bD)(error)));
        return problems;
    },
});


/***/ })

};
