export const id = 650;
export const ids = [650];
export const modules = {

/***/ 76454:
/***/ (() => {

/**
 * Every entry imports this. The reader of our output may disappear: a terminal is closed, a runner ends. Then
 * later output is lost, but the program continues. Without a listener, the first failed write would end it
 * before it cleans up.
 */
for (const stream of [process.stdout, process.stderr])
    stream.on("error", () => undefined);



/***/ }),

/***/ 45145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   J9: () => (/* binding */ UnfitHostError),
/* harmony export */   PV: () => (/* binding */ allAdviceOf),
/* harmony export */   Qv: () => (/* binding */ UnusableQemuError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dh: () => (/* binding */ HostError),
/* harmony export */   fE: () => (/* binding */ plainAdvice),
/* harmony export */   j1: () => (/* binding */ ConfigurationError),
/* harmony export */   wr: () => (/* binding */ adviceOf),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71703);
/** The errors for users. Any other error that reaches the action or the command line is a bug, except system errors. */

/** Something that the user has to fix: an input, a missing program, an unsuitable host. Exit status 2. */
class ConfigurationError extends Error {
    name = "ConfigurationError";
}
/** A problem with nothing to say on what to do about it. */
const plainAdvice = (found) => ({ found, mend: null, besides: null });
/** The same in one sentence. */
function sentenceOf({ found, mend, besides }) {
    const todo = [mend, besides].filter((text) => text !== null).join("; ");
    return todo === "" ? found : `${found}: ${todo}`;
}
/** A host that lacks one or more things. */
class HostError extends ConfigurationError {
    advice;
    constructor(...advice) {
        super(advice.map(sentenceOf).join("\n"));
        this.advice = advice;
    }
}
/** A QEMU that is missing, is not a QEMU, or is too old. With another build the run could go on. */
class UnusableQemuError extends HostError {
}
/** A run that was refused before anything was started: this host, or a QEMU, lacks what it needs. */
class UnfitHostError extends ConfigurationError {
    /** In the order in which to fix them. */
    faults;
    /** The flags with which the command `doctor` looks at the same host and QEMU. Not quoted for a shell. */
    doctorFlags;
    /** Whether all of that is about the builds under test, so that the run could go on with others. */
    onlyTheBuild;
    constructor({ faults, doctorFlags, onlyTheBuild, }) {
        const texts = faults.map(sentenceOf);
        const lines = texts.map((text) => `\n  ${text}`).join("");
        super(texts.length === 1 ? texts[0] : `this host lacks what the run needs:${lines}`);
        this.faults = faults;
        this.doctorFlags = doctorFlags;
        this.onlyTheBuild = onlyTheBuild;
    }
}
/** A thrown error as advice; only its text when there is no advice. */
const allAdviceOf = (error) => error instanceof HostError ? error.advice : [plainAdvice(messageOf(error))];
/** The first advice of an error: most errors have only one. */
function adviceOf(error) {
    const [first] = allAdviceOf(error);
    return first ?? plainAdvice(messageOf(error));
}
/** A failed step of a run: QEMU died, a deadline passed, the guest did not answer. The iteration fails. */
class StepError extends Error {
    name = "StepError";
}
/** The run has to stop: a signal, a cancelled job, out of time. */
class CancelledError extends Error {
    name = "CancelledError";
}
/** The message of anything that was thrown. */
function messageOf(error) {
    return error instanceof Error ? ((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .systemErrorText */ .f)(error) ?? error.message) : String(error);
}


/***/ }),

/***/ 68785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ endOnSignals),
/* harmony export */   d: () => (/* binding */ ENDING_MS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/**
 * Ends a run early and cleanly, within a limited time, after a signal or an uncaught error. The action and
 * the command line both use this. A runner that cancels a job sends INT, 7.5 s later TERM, and 2.5 s after
 * that KILL.
 */

/** The longest time from the signal to the end of the process, even if something hangs. */
const MOST_MS = 4_800;
/** The times that a run has after the signal; the rest of `MOST_MS` is for the reports. */
const ENDING_MS = {
    /** For ending the current measurement. */
    measure: 2_000,
    /** For undoing what the run has made. */
    undo: 1_800,
};
/**
 * Aborts on the first INT, TERM, HUP or uncaught error, and reports which. Later ones change nothing. If the
 * process has not ended after `MOST_MS`, it reports that and exits; `clean` removes what is left. Stops
 * listening on disposal.
 *
 * @param statusOfHang exit status when the process did not end in time
 */
function endOnSignals(tell, statusOfHang = 1) {
    const controller = new AbortController();
    let timer;
    const abort = (reason) => {
        if (controller.signal.aborted)
            return;
        timer = setTimeout(() => {
            tell("the run did not end in time: the next run, or the command clean, removes what it left");
            process.exit(statusOfHang);
        }, MOST_MS).unref();
        controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc(reason));
    };
    const names = ["SIGINT", "SIGTERM", "SIGHUP"];
    const onSignal = (name) => {
        if (!controller.signal.aborted)
            tell(`${name}: ending the run and cleaning up`);
        abort(`cancelled (${name})`);
    };
    const onDefect = (error) => {
        tell(`a defect of tap-migration: ${error instanceof Error ? error.stack : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        abort(`ended by a defect of tap-migration: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    };
    for (const name of names)
        process.on(name, onSignal);
    process.on("uncaughtException", onDefect);
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            clearTimeout(timer);
            for (const name of names)
                process.off(name, onSignal);
            process.off("uncaughtException", onDefect);
        },
    };
}


/***/ }),

/***/ 71703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isSystemError),
/* harmony export */   f: () => (/* binding */ systemErrorText)
/* harmony export */ });
/** The errors of system calls (errno(3)) as sentences for users. All of these texts are in this file. */
const user = () => `this user (uid ${process.geteuid?.() ?? "?"})`;
const MEANINGS = {
    EACCES: () => `${user()} has no permission for it`,
    EPERM: () => `${user()} is not allowed to do that`,
    EROFS: () => "its file system is mounted read-only",
    ENOSPC: () => "its file system is full",
    EDQUOT: () => "this user's disk quota is used up",
    EFBIG: () => "the file would be larger than is allowed here (ulimit -f)",
    EIO: () => "its disk reports an I/O error",
    ENOENT: () => "there is no such file or folder",
    ENOTDIR: () => "a part of the path is a file, not a folder",
    EISDIR: () => "it is a folder, not a file",
    EEXIST: () => "something else has this name already",
    ENOTEMPTY: () => "the folder is not empty",
    ELOOP: () => "its symbolic links lead in a circle",
    ENAMETOOLONG: () => "its name is too long for the file system",
    EBUSY: () => "something else uses it",
    ETXTBSY: () => "the program is still being written to",
    ENOEXEC: () => "it is not a program that this system can run",
    E2BIG: () => "its arguments and its environment are too long",
    ENODEV: () => "there is no device behind it",
    ENXIO: () => "there is no device behind it",
    ESTALE: () => "its network file system has lost it",
    EMFILE: () => "this process has too many files open (ulimit -n)",
    ENFILE: () => "this host has too many files open",
    ENOMEM: () => "this host has no memory left for it",
    EAGAIN: () => "this user has too many processes, or this host is out of resources",
};
const isSystemError = (error) => error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    "syscall" in error &&
    typeof error.syscall === "string";
/**
 * Example: "its file system is full (ENOSPC, write)". Null for other errors, and for codes that do not
 * concern files.
 */
function systemErrorText(error) {
    if (!isSystemError(error))
        return null;
    const { code, syscall, path } = error;
    const meaning = MEANINGS[code];
    if (meaning === undefined)
        return null;
    const call = path === undefined || syscall.includes(path) ? syscall : `${syscall} ${path}`;
    return `${meaning()} (${code}, ${call})`;
}


/***/ }),

/***/ 16089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pk: () => (/* binding */ LEFT_OUT),
/* harmony export */   WY: () => (/* binding */ isLeftOut),
/* harmony export */   gU: () => (/* binding */ isUrl),
/* harmony export */   h7: () => (/* binding */ shownUrlsIn),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
/** Removes secrets from URLs before they are shown: user, password and query (a signature, a token). */
/** Replaces a value that may be a secret. */
const LEFT_OUT = "…";
/** Whether a value, or a part of it, was left out. */
const isLeftOut = (value) => value === LEFT_OUT || (isUrl(value) && value.includes(LEFT_OUT));
const isUrl = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
/**
 * The URL without user, password, query and fragment. This also works for invalid URLs: a password with a
 * slash makes a URL invalid, so everything before the last @ is removed.
 */
const shownUrl = (text) => text
    .replace(/^(\s*[a-z][a-z0-9+.-]*:\/+)?[\s\S]*@/i, `$1${LEFT_OUT}@`)
    .replace(/[?#][\s\S]*$/, `?${LEFT_OUT}`);
/** The same for all URLs in a text, such as an error message. */
const shownUrlsIn = (text) => text.replaceAll(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>]+/gi, shownUrl);


/***/ }),

/***/ 39048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ visibleJson),
/* harmony export */   EM: () => (/* binding */ TURNING),
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   mq: () => (/* binding */ visibleCharacter)
/* harmony export */ });
/** Makes text from outside (guests, QEMU, file names) safe for a terminal, a log or a report. */
/** A character as an escape sequence: `\x1b`, `\u202e`. */
function visibleCharacter(character) {
    const code = character.charCodeAt(0);
    return code < 0x100
        ? `\\x${code.toString(16).padStart(2, "0")}`
        : `\\u${code.toString(16).padStart(4, "0")}`;
}
/** Replaces lone surrogates, which cannot be encoded in UTF-8 or in a URL. */
const wellFormed = (text) => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
/** For a character class: Unicode's characters that change the writing direction, also of the text after them. */
const TURNING = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
/** Control characters except the tab, all line ends, and characters that change the writing direction. */
const ACTING = new RegExp(`[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u2028\\u2029${TURNING}]`, "g");
/**
 * Escapes characters that a terminal would act on, as `\x1b`, `\x0d`, `\u2028`, `\u202e`: control characters,
 * all line ends (also U+0085, U+2028, U+2029), and changes of writing direction. Tabs stay.
 */
const visible = (line) => line.replaceAll(ACTING, visibleCharacter);
/** A value as JSON for scripts, also safe on a terminal: characters that would act are escaped as in JSON. */
const visibleJson = (value) => JSON.stringify(value, null, 2).replaceAll(ACTING, (character) => 
// JSON strings contain no raw newline, so this one is formatting.
character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
/** The same for a text of several lines. */
const visibleLines = (text) => text
    .split(/\r\n|\n|\r/)
    .map(visible)
    .join("\n");


/***/ }),

/***/ 88424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ rulePathOf),
/* harmony export */   NB: () => (/* binding */ shutCommandFor),
/* harmony export */   S4: () => (/* binding */ deviceState),
/* harmony export */   as: () => (/* binding */ devicePath),
/* harmony export */   cp: () => (/* binding */ adviceFor),
/* harmony export */   ik: () => (/* binding */ adviceOn),
/* harmony export */   of: () => (/* binding */ DEVICE_NAMES)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62162);
/** The devices that a run needs: whether they open for this user, which QEMU runs as, and how to fix it when they do not. */




const DEVICES = {
    kvm: { path: "/dev/kvm", group: "kvm" },
    "vhost-net": { path: "/dev/vhost-net", group: "kvm" },
    // Its mode is 0666 by default. Capabilities and the owner of a TAP decide what a process may do with it.
    tun: { path: "/dev/net/tun", group: null },
};
const DEVICE_NAMES = Object.keys(DEVICES);
const devicePath = (device) => DEVICES[device].path;
/**
 * Opens the device, since its mode is not enough: a container's device cgroup refuses with EPERM what the mode allows, and a node whose
 * module cannot be loaded has no device behind it.
 */
function deviceState(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK));
        return "ok";
    }
    catch (error) {
        switch (error.code) {
            case "EACCES":
                return "no access";
            case "EPERM":
                return "forbidden";
            default:
                return "missing";
        }
    }
}
/** What to do about a device; null when it opens. */
function adviceOn(device, state) {
    const { path } = DEVICES[device];
    switch (state ?? deviceState(path)) {
        case "ok":
            return null;
        case "missing":
            return { found: `${path} is missing`, ...load(device) };
        case "forbidden":
            return {
                found: `${path} is there, but this container may not open it`,
                mend: null,
                besides: `start the container with --device ${path}, or --privileged (Kubernetes: a privileged pod, or a device plugin)`,
            };
        case "no access":
            return { found: `${path} cannot be opened by this user`, ...letIn(device) };
    }
}
/** The same in one sentence, for a message. */
function adviceFor(device, state) {
    const advice = adviceOn(device, state);
    return advice === null ? null : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .sentenceOf */ .$N)(advice);
}
const MODULES = { kvm: ["kvm_intel", "kvm_amd"], "vhost-net": ["vhost_net"], tun: ["tun"] };
const KVM_BESIDES = "if that fails, switch on virtualisation in the firmware, or nested virtualisation when this is a virtual machine. To try out without KVM: --accel tcg";
/** modprobe needs the modules of the running kernel. A container does not have them: they are on its host. */
function load(device) {
    const command = MODULES[device].map((name) => `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}modprobe ${name}`).join(" || ");
    const besides = device === "kvm" ? KVM_BESIDES : null;
    if ((0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .moduleFolder */ .pi)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()) !== null)
        return { mend: command, besides };
    const { path } = DEVICES[device];
    const outside = `the modules of the running kernel ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)()} are not here. In a container, on its host: ${command}; then start the container with --device ${path}`;
    return { mend: null, besides: [outside, besides].filter((text) => text !== null).join("; ") };
}
/** By membership where the group may open the device; else by a udev rule, which survives reboots and packages that reset the mode. */
function letIn(device) {
    const { path, group } = DEVICES[device];
    if (group === null)
        return { mend: `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}chmod 666 ${path}`, besides: null };
    const rule = `echo 'KERNEL=="${device}", GROUP="${group}", MODE="0660", OPTIONS+="static_node=${device}"' | sudo tee /etc/udev/rules.d/99-${device}.rules && sudo udevadm control --reload && sudo udevadm trigger --name-match=${device}`;
    const join = `sudo usermod -aG ${group} "$USER"`;
    const anew = `then log in anew (a runner: start its service anew). Until the next boot only, at once: sudo chmod o+rw ${path}`;
    return groupMayOpen(path, group)
        ? { mend: join, besides: anew }
        : { mend: `${rule} && ${join}`, besides: anew };
}
/** The command that shuts a device again for this user, after setup has opened it. */
function shutCommandFor(device) {
    const { path } = DEVICES[device];
    const rule = rulePathOf(device);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(rule)
        ? `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}rm ${rule} && ${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}udevadm control --reload && ${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}chown root ${path}`
        : `${(0,_packages_js__WEBPACK_IMPORTED_MODULE_3__/* .sudoWord */ .K4)()}setfacl -x u:${process.getuid?.() ?? 0} ${path}`;
}
/** The file of a rule of udev that opens a device. */
const rulePathOf = (device) => `/etc/udev/rules.d/99-tap-migration-${device}.rules`;
function groupMayOpen(path, group) {
    try {
        const { gid, mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        const entry = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/etc/group", "utf8").match(new RegExp(`^${group}:[^:]*:(\\d+):`, "m"));
        return (mode & 0o060) === 0o060 && entry !== null && Number(entry[1]) === gid;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 62162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ installing),
/* harmony export */   GT: () => (/* binding */ namesFor),
/* harmony export */   K4: () => (/* binding */ sudoWord),
/* harmony export */   OL: () => (/* binding */ isUbuntu),
/* harmony export */   RP: () => (/* binding */ faultsIn),
/* harmony export */   ZO: () => (/* binding */ kernelPackages),
/* harmony export */   pi: () => (/* binding */ moduleFolder),
/* harmony export */   z$: () => (/* binding */ findManager)
/* harmony export */ });
/* unused harmony export MANAGERS */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _system_folders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36314);
/** Packages of the programs that we need, and the host's package manager. */


/** The first word of a command that needs root. */
const sudoWord = () => (process.geteuid?.() === 0 ? "" : "sudo ");
const MANAGERS = ["apt-get", "dnf", "pacman", "zypper", "apk"];
const WORDS = {
    "apt-get": { refresh: ["update"], install: ["install", "-y"] },
    dnf: { refresh: null, install: ["install", "-y"] },
    pacman: { refresh: null, install: ["-Sy", "--needed", "--noconfirm"] },
    zypper: { refresh: null, install: ["--non-interactive", "install"] },
    apk: { refresh: null, install: ["add", "--update-cache"] },
};
/** By the names of distributions in os-release(5). */
const OF_DISTRIBUTION = {
    ...{ debian: "apt-get", ubuntu: "apt-get", fedora: "dnf", rhel: "dnf", arch: "pacman" },
    ...{ opensuse: "zypper", suse: "zypper", alpine: "apk" },
};
/** The package manager of this host; null: none that we know. Others may be installed besides that of the distribution. */
function findManager() {
    const own = distributions().flatMap((name) => OF_DISTRIBUTION[name] ?? []);
    for (const name of [...own, ...MANAGERS]) {
        const path = (0,_system_folders_js__WEBPACK_IMPORTED_MODULE_1__/* .findInSystem */ .S)(name);
        if (path !== null)
            return { name, path, ...WORDS[name] };
    }
    return null;
}
/** Names of packages that differ from those of Debian. Null: that distribution has none. */
const ELSEWHERE = {
    iproute2: { dnf: "iproute" },
    "iputils-ping": { dnf: "iputils", pacman: "iputils", zypper: "iputils" },
    "qemu-system-x86": { zypper: "qemu-x86", apk: "qemu-system-x86_64" },
    "busybox-static": { dnf: "busybox", pacman: "busybox" },
    "linux-image-cloud-amd64": {
        dnf: "kernel-core",
        pacman: "linux",
        zypper: "kernel-default",
        apk: "linux-virt",
    },
    "xz-utils": { dnf: "xz", pacman: "xz", zypper: "xz", apk: "xz" },
    dash: { apk: "busybox" },
    udev: { dnf: "systemd-udev", pacman: "systemd", apk: "eudev" },
    apt: { zypper: null },
    "debian-archive-keyring": { dnf: "debian-keyring", zypper: null },
};
/** The names that a package manager has for packages of Debian, each once; those that it lacks are left out. */
function namesFor(manager, packages) {
    const names = packages.map((name) => {
        const { [manager]: other = name } = ELSEWHERE[name] ?? {};
        return other;
    });
    return [...new Set(names.filter((name) => name !== null))];
}
/** How to install packages, by their Debian and Ubuntu names. With `apt-get update`: a fresh system has no package lists. */
function installing(packages, otherwise) {
    const manager = findManager();
    const names = manager === null ? [] : namesFor(manager.name, packages);
    if (manager === null || names.length < new Set(packages).size) {
        const besides = [
            `install what Debian calls ${packages.join(" ")}`,
            ...(otherwise === undefined ? [] : [otherwise]),
        ];
        return { mend: null, besides: besides.join("; "), packages };
    }
    const sudo = sudoWord();
    const { name, refresh, install } = manager;
    const words = [refresh, [...install, ...names]].filter((line) => line !== null);
    return {
        mend: words.map((line) => `${sudo}${name} ${line.join(" ")}`).join(" && "),
        besides: otherwise ?? null,
        packages,
    };
}
/** Packages of a small kernel with virtio, and of the program that unpacks its modules, by their Debian and Ubuntu names. */
function kernelPackages() {
    const [kernel, packer, packerPackage] = isUbuntu()
        ? ["linux-image-virtual", "zstd", "zstd"]
        : ["linux-image-cloud-amd64", "xz", "xz-utils"];
    return (0,_system_folders_js__WEBPACK_IMPORTED_MODULE_1__/* .findInSystem */ .S)(packer) === null ? [kernel, packerPackage] : [kernel];
}
/** Also what is made from Ubuntu. */
const isUbuntu = () => distributions().includes("ubuntu");
/** This distribution, and those that it is like, the closest first: ID and ID_LIKE in os-release(5). */
function distributions() {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/etc/os-release", "utf8");
    }
    catch {
        return [];
    }
    return ["ID", "ID_LIKE"].flatMap((name) => {
        const value = new RegExp(`^${name}=["']?([^"'\n]*)`, "m").exec(text)?.[1] ?? "";
        return value.split(" ").filter(Boolean);
    });
}
/** Folders with the modules of kernels. */
const MODULE_ROOTS = ["/lib/modules", "/usr/lib/modules"];
/** The folder with the modules of a kernel, by its release; null when they are not here, as in a container. */
const moduleFolder = (release) => MODULE_ROOTS.map((root) => `${root}/${release}`).find((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder)) ?? null;
const MOST_SHOWN = 600;
/** The errors and warnings of a package manager in one line, each once. If no line is marked as one, all lines. */
function faultsIn(stderr) {
    const lines = [...new Set(stderr.split("\n").map((line) => line.trim()))].filter(Boolean);
    const marked = lines.filter((line) => /^(([EW]|Err|dpkg-deb: error|tar): ?|error: |Error: |ERROR: )/.test(line));
    return (marked.length > 0 ? marked : lines)
        .map((line) => line.replace(/^([EW]|error|Error|ERROR): ?/, ""))
        .join(" ")
        .slice(0, MOST_SHOWN);
}


/***/ }),

/***/ 36314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ SYSTEM_FOLDERS),
/* harmony export */   S: () => (/* binding */ findInSystem)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/** Folders with the system's programs. PATH is not searched: some of the programs run as root. */

const SYSTEM_FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];
/** The absolute path of a program of the system, or null. */
function findInSystem(name) {
    for (const folder of SYSTEM_FOLDERS) {
        const path = `${folder}/${name}`;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            return path;
        }
        catch {
            // Not in this folder.
        }
    }
    return null;
}


/***/ }),

/***/ 90743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ DEFAULT_PAIRS),
/* harmony export */   Lg: () => (/* binding */ QEMU_INPUTS),
/* harmony export */   PW: () => (/* binding */ DEFAULT_ITERATIONS),
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   S9: () => (/* binding */ SETUP_INPUTS),
/* harmony export */   b3: () => (/* binding */ ASSET_INPUTS),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   yv: () => (/* binding */ DOCTOR_INPUTS)
/* harmony export */ });
/* harmony import */ var _results_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71685);
/**
 * All inputs: name, meaning, default and metavariable. The action's inputs and the flags of the command line are made from this table.
 * The formats are in checks.ts, so that `--help` need not load zod.
 */

const input = (metavariable, fallback, description) => ({
    ...{ metavariable, fallback, description },
});
const optional = (metavariable, description) => ({
    ...{ metavariable, fallback: null, description },
});
const DEFAULT_ITERATIONS = 5;
/** This many pairs show a difference of 25 % in nine of ten runs. */
const DEFAULT_PAIRS = 30;
const DIGEST = "required for a URL that is not the default";
const QEMU = "PATH|debian:SUITE";
const INPUTS = {
    qemu: input(QEMU, "qemu-system-x86_64", "QEMU to test: a path, a name to look up in PATH, or debian:SUITE for the build of a Debian suite, like debian:sid"),
    "target-qemu": optional(QEMU, "QEMU of the target, if it differs: each iteration is one boot and one migration from qemu to target-qemu"),
    "round-trip": input("true|false", "false", "Also migrate each guest back from target-qemu to qemu"),
    "baseline-qemu": optional(QEMU, "QEMU to compare qemu with (A/B): guests of both are migrated in pairs, in random order"),
    "max-regression-percent": input("PERCENT", "20", "How much longer than the baseline's the outage of qemu may be without counting as slower"),
    "qemu-args": {
        ...input("WORDS", "", "More arguments for all QEMUs, split into words as a shell does; no shell runs them"),
        secret: true,
    },
    "qemu-env": {
        ...input("LINES", "", "Environment variables for all QEMUs, one NAME=VALUE per line, like ASAN_OPTIONS=detect_leaks=0; the results do not contain the values"),
        secret: true,
    },
    machine: input("TYPE", "q35", "Machine type of source and target; with two builds, an alias means the newest type that both know"),
    cpu: optional("MODEL", "CPU model of source and target (default: host with kvm, QEMU's default with tcg)"),
    smp: input("N", "1", "vCPUs of the guest"),
    memory: input("SIZE", "1G", "RAM of the guest, like 512M or 1G"),
    queues: input("N", "4", `Queue pairs of the TAP and the NIC, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_QUEUES */ .JJ}, which is the limit of a TAP`),
    nics: input("N", "1", `NICs of the guest, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_NICS */ .Un}, each with TAPs of its own; the first is measured, all must answer at the end`),
    accel: input("kvm|tcg", "kvm", "Accelerator. Use tcg only to see whether migration works: its figures are not those of KVM"),
    privilege: input("auto|root|none", "auto", "Who makes the network: root (this is root, or sudo without a password), none (namespaces of this user, without root), or auto: root if possible, else none"),
    setup: input("auto|true|false", "auto", "Before the run, install missing programs, load kernel modules, and open /dev/kvm, /dev/vhost-net and /dev/net/tun for this user; afterwards shut them again. auto: only on GitHub's own runners, which are thrown away"),
    guest: input("NAME", "micro", "Guest to boot: micro (this host's kernel and busybox, built for the run), kernel-initrd (a distribution's kernel and initrd) or alpine-iso (an ISO with its own boot loader; the action's default)"),
    iso: optional("URL|PATH", "ISO for the guest alpine-iso (default: Alpine Linux 3.22.1 standard)"),
    "iso-sha256": optional("HEX", `SHA-256 of iso; ${DIGEST}`),
    kernel: optional("URL|PATH", "Kernel for the guest kernel-initrd (default: Fedora 31 installer), or a path for micro (default: this host's newest kernel)"),
    "kernel-sha256": optional("HEX", `SHA-256 of kernel; ${DIGEST}`),
    initrd: optional("URL|PATH", "Initrd for the guest kernel-initrd, from the same distribution as the kernel (default: Fedora 31 installer)"),
    "initrd-sha256": optional("HEX", `SHA-256 of initrd; ${DIGEST}`),
    mirror: optional("URL", "Replaces scheme and host of the default URLs: https://mirror.example/base turns https://host/a/b into https://mirror.example/base/a/b"),
    cache: optional("FOLDER", "Where to keep downloads, builds of Debian, and what was found out about QEMUs (default: the user's cache folder)"),
    scenarios: optional("LIST", `Scenarios to run, separated by commas or spaces (default: all of ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SCENARIO_NAMES */ .es.join(", ")})`),
    unsupported: optional("skip|fail", "What to do with a scenario that cannot run on this host (default: fail if scenarios names it, else skip)"),
    iterations: optional("N|auto", `Migrations per scenario, for each build and each direction, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_ITERATIONS */ .nG} (default: ${DEFAULT_ITERATIONS}; ${DEFAULT_PAIRS} with baseline-qemu); auto, with baseline-qemu: as many pairs as the verdict takes, from 12 to 100, within timeout-minutes`),
    "probe-interval-ms": input("MS", "1", "Time between two echo requests, at least 0.2"),
    connections: input("N", "20", `TCP connections from the guest, at most ${_results_names_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST_CONNECTIONS */ .on}, whose requests are timed beside the probe; 0 for none`),
    "recovery-timeout-ms": input("MS", "5000", "The iteration fails when the guest does not answer within this time after RESUME"),
    "max-outage-ms": optional("LIMITS", "Limits on the outage, one per line: [scenario:] [median=|p95=|max=]NUMBER; the default is median"),
    "max-request-stall-ms": optional("LIMITS", "Limits on the longest time that a TCP request took, one per line, as for max-outage-ms; the default is median"),
    "max-lost": optional("LIMITS", "Limits on the requests lost in an iteration, one per line, as for max-outage-ms; the default is max"),
    strict: input("true|false", "false", "Also fail a scenario when this machine is too noisy to judge a limit"),
    trace: input("true|false", "true", "Trace the time of each device, if QEMU can; in an A/B both builds are traced, or neither"),
    "timeout-minutes": input("MINUTES", "60", "After this time the run ends, keeps the results it has, and fails"),
    "output-dir": input("FOLDER", "tap-migration-results", "Folder for results and logs"),
    summary: input("true|false", "true", "Show the summary on the page of the job"),
    annotations: input("true|false", "true", "Add annotations to the job, not only lines to its log"),
};
const INPUT_NAMES = Object.keys(INPUTS);
/** The inputs of the command `doctor`: they decide whether a host can run a scenario. */
const DOCTOR_INPUTS = [
    "qemu",
    "kernel",
    "accel",
    "privilege",
    "memory",
    "cache",
];
/** The inputs of the command `setup`: they decide what a run needs. */
const SETUP_INPUTS = [
    "qemu",
    "target-qemu",
    "baseline-qemu",
    "guest",
    "kernel",
    "accel",
    "privilege",
    "scenarios",
    "memory",
    "cache",
];
/** The inputs that name a QEMU. */
const QEMU_INPUTS = ["qemu", "target-qemu", "baseline-qemu"];
/** The inputs of the command `assets`. */
const ASSET_INPUTS = [
    "guest",
    "iso",
    "iso-sha256",
    "kernel",
    "kernel-sha256",
    "initrd",
    "initrd-sha256",
    "mirror",
    "cache",
    ...QEMU_INPUTS,
];


/***/ }),

/***/ 52239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ dialectOf),
/* harmony export */   IT: () => (/* binding */ switchesOf),
/* harmony export */   SF: () => (/* binding */ capabilitiesOf),
/* harmony export */   pV: () => (/* binding */ whyNoFdPassing)
/* harmony export */ });
const tapMembers = (look) => look.schema.variantArguments("netdev_add", "tap");
const parameters = (look) => look.schema.arguments("migrate-set-parameters");
const known = (candidates, all) => [...candidates].filter((name) => all.has(name));
const each = (names, value) => Object.fromEntries(names.map((name) => [name, value]));
/** Members that a target with the switch refuses, because it gets them from the source or does not need them. */
const OPENS_A_TAP = ["ifname", "vnet_hdr"];
const LOCAL_MIGRATION_SUPPORTED = ["x-local-migration-supported", "local-migration-supported"];
const ROWS = [
    {
        name: "permit",
        revisions: "final, queued for 11.2",
        supported: true,
        recognise: (look) => parameters(look).has("local") ? known(["x-permit-local-migration"], tapMembers(look)) : [],
        switches: (_look, side, on) => ({
            parameters: { local: on },
            netdev: { "x-permit-local-migration": on },
            netdevWithout: on && side === "target" ? OPENS_A_TAP : [],
        }),
    },
    {
        name: "supported",
        revisions: "v17 and after",
        supported: true,
        recognise: (look) => parameters(look).has("local") ? known(LOCAL_MIGRATION_SUPPORTED, tapMembers(look)) : [],
        switches: (look, side, on) => ({
            parameters: { local: on },
            netdev: {
                ...each(known(LOCAL_MIGRATION_SUPPORTED, tapMembers(look)), on),
                // v17 has both. Only the side that waits for fds gets it switched on.
                ...each(known(["incoming-fds"], tapMembers(look)), on && side === "target"),
            },
            netdevWithout: on && side === "target" ? OPENS_A_TAP : [],
        }),
    },
    {
        name: "incoming-fds",
        revisions: "v10–v16",
        supported: true,
        recognise: (look) => parameters(look).has("local") && look.nicProperties.has("local-migration")
            ? known(["incoming-fds"], tapMembers(look))
            : [],
        switches: (_look, side, on) => ({
            parameters: { local: on },
            parametersWhen: "after-device",
            netdev: { "incoming-fds": on && side === "target" },
            netdevWithout: on && side === "target" ? OPENS_A_TAP : [],
            device: { "local-migration": on },
            // v16 refuses an ifname for a TAP that it does not open; earlier revisions require one.
            retryWithAll: true,
        }),
    },
    {
        name: "backend-transfer",
        revisions: "v6–v9",
        supported: false,
        recognise: (look) => known(["backend-transfer"], parameters(look)),
        switches: (look) => ({
            parameters: {
                "backend-transfer": look.schema.kindOfArgument("migrate-set-parameters", "backend-transfer") === "array" ? [] : false,
            },
            device: each(known(["backend-transfer"], look.nicProperties), false),
        }),
    },
    {
        name: "fds",
        revisions: "v5",
        supported: false,
        recognise: (look) => known(["fds"], parameters(look)),
        switches: () => ({ parameters: { fds: false } }),
    },
    {
        name: "local-tap",
        revisions: "v2–v3",
        supported: false,
        recognise: (look) => known(["local-tap"], capabilitiesOf(look)),
        switches: () => ({ capabilities: { "local-tap": false } }),
    },
];
/** The migration capabilities of a build. */
function capabilitiesOf(look) {
    return look.schema.words("migrate-set-capabilities", "capabilities", "capability");
}
const NO_SWITCHES = {
    capabilities: {},
    parameters: {},
    parametersWhen: "before-netdev",
    netdev: {},
    netdevWithout: [],
    device: {},
    retryWithAll: false,
};
/** The dialect of local TAP migration that a build speaks; null when it has none. */
function dialectOf(look) {
    for (const row of ROWS) {
        const switches = row.recognise(look);
        if (switches.length === 0)
            continue;
        return {
            name: row.name,
            revisions: row.revisions,
            supported: row.supported,
            switches,
            side: (side, on) => ({ ...NO_SWITCHES, ...row.switches(look, side, on) }),
        };
    }
    return null;
}
/** The switches of one side; none for a build without a dialect. */
const switchesOf = (dialect, side, on) => dialect?.side(side, on) ?? NO_SWITCHES;
/** Why one build cannot pass the fds of a TAP to the other; null when it can. */
function whyNoFdPassing(from, to) {
    if (from === null && to === null)
        return "this QEMU has no local migration of TAP backends";
    if (from?.name !== to?.name) {
        const named = (dialect) => dialect?.name ?? "none";
        return `source and target speak different dialects of local TAP migration: source ${named(from)}, target ${named(to)}`;
    }
    if (from?.supported !== true) {
        return `this QEMU speaks the dialect "${from?.name}" (${from?.revisions}) of local TAP migration, which is too old to be run`;
    }
    return null;
}


/***/ }),

/***/ 59768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ repetitionOf),
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16089);
/* harmony import */ var _base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39048);
/** The command that repeats a run. */


/** A longer command gets one line per flag: the action passes every input, so its commands are long. */
const LONGEST_LINE = 120;
function repetitionOf({ inputs, seed, guest, privilege, builds, control }) {
    const candidate = builds.find(({ role }) => role === "candidate");
    const given = {
        ...(candidate !== undefined && { qemu: candidate.path }),
        // The action and the command line boot different guests by default.
        guest,
        // "auto" may find root elsewhere.
        ...(privilege === "none" && { privilege }),
        ...inputs,
    };
    const leftOut = [];
    const flags = [];
    for (const [name, value] of Object.entries(given)) {
        if ((0,_base_url_js__WEBPACK_IMPORTED_MODULE_1__/* .isLeftOut */ .WY)(value))
            leftOut.push(`${name} (its value may be a secret and is not kept)`);
        else if (value.includes("\t") || (0,_base_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(value) !== value)
            leftOut.push(`${name} (it has control characters)`);
        else
            flags.push(`--${name} ${shellWord(value)}`);
    }
    flags.push(`--seed ${seed}`);
    if (control !== null)
        flags.push(`--control ${control.longestGapMs.n}`);
    const words = ["node dist/cli.js run", ...flags];
    const line = words.join(" ");
    return { command: line.length <= LONGEST_LINE ? line : words.join(" \\\n  "), leftOut };
}
/** One word for POSIX sh. Section 2.2.2: single quotes preserve every character except the single quote. */
const shellWord = (text) => /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;


/***/ }),

/***/ 71685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ WANTED_PRIVILEGES),
/* harmony export */   JJ: () => (/* binding */ MOST_QUEUES),
/* harmony export */   ST: () => (/* binding */ ROLE_NAMES),
/* harmony export */   Un: () => (/* binding */ MOST_NICS),
/* harmony export */   _C: () => (/* binding */ ACCEL_NAMES),
/* harmony export */   es: () => (/* binding */ SCENARIO_NAMES),
/* harmony export */   fD: () => (/* binding */ MOST_REQUESTS),
/* harmony export */   md: () => (/* binding */ DIALECT_NAMES),
/* harmony export */   nG: () => (/* binding */ MOST_ITERATIONS),
/* harmony export */   on: () => (/* binding */ MOST_CONNECTIONS),
/* harmony export */   uf: () => (/* binding */ COMPARED_FIGURES),
/* harmony export */   xR: () => (/* binding */ PRIVILEGE_NAMES)
/* harmony export */ });
/**
 * The words that results.json and the inputs share, as plain constants. schema.ts makes zod's enums from them. `--help` needs the
 * words but not zod, which takes longer to load than everything else that `--help` needs.
 */
const SCENARIO_NAMES = ["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"];
const DIALECT_NAMES = [
    "permit",
    "supported",
    "incoming-fds",
    "backend-transfer",
    "fds",
    "local-tap",
];
const ACCEL_NAMES = ["kvm", "tcg"];
/** Who ran the commands for root: root itself, sudo, or nobody (in namespaces of this user). */
const PRIVILEGE_NAMES = ["root", "sudo", "none"];
/** What the input `privilege` can be. */
const WANTED_PRIVILEGES = ["auto", "root", "none"];
/** The roles of a build. */
const ROLE_NAMES = ["candidate", "target", "baseline"];
/** The most queue pairs: a TAP of Linux has no more, see MAX_TAP_QUEUES in drivers/net/tun.c. */
const MOST_QUEUES = 256;
/** The most TCP requests of an iteration that the results list. */
const MOST_REQUESTS = 200;
/** The most TCP connections. */
const MOST_CONNECTIONS = 100;
/** The most NICs of the guest. */
const MOST_NICS = 8;
/** The most iterations that a scenario may have. */
const MOST_ITERATIONS = 10_000;
/** What is compared of two builds besides the outage: paths in an iteration. */
const COMPARED_FIGURES = [
    "requestStallMs",
    "vcpuPauseMs",
    "freeze.stopMs",
    "freeze.saveMs",
    "freeze.transferMs",
    "freeze.loadMs",
    "freeze.stateMs",
    "freeze.switchMs",
    "freeze.harnessMs",
    "freeze.contMs",
    "freeze.unexplainedMs",
    "outageParts.beforeStopMs",
    "outageParts.afterResumeMs",
];


/***/ }),

/***/ 70991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U9: () => (/* binding */ SCENARIOS),
  dY: () => (/* binding */ onlyOthersRun),
  dE: () => (/* binding */ scenarioRow),
  VW: () => (/* binding */ whyUnfit),
  aY: () => (/* binding */ whyUnsupported)
});

// EXTERNAL MODULE: ./build/host/devices.js
var devices = __webpack_require__(88424);
;// CONCATENATED MODULE: ./build/scenarios/new-tap.js
const OTHER = { tap0: "tap1", tap1: "tap0" };
const newTap = {
    passesFds: false,
    async prepare(network, source) {
        await network.makeIdle(OTHER[source]);
        return OTHER[source];
    },
    // One batch on a co-process that is already open.
    switchTaps: (network, source, target) => network.move(source, target),
    packetsWait: false,
    whyUnsupported: () => null,
    // It has no traffic on its TAP any more.
    sourceCanStealPackets: false,
};

// EXTERNAL MODULE: ./build/qemu/dialect.js
var dialect = __webpack_require__(52239);
;// CONCATENATED MODULE: ./build/scenarios/tap-fd.js

const tapFd = {
    passesFds: true,
    // The target gets the TAP that the guest has: nothing to prepare, and nothing to switch.
    prepare: async (_network, source) => source,
    switchTaps: null,
    packetsWait: true,
    whyUnsupported: dialect/* whyNoFdPassing */.pV,
    sourceCanStealPackets: true,
};

;// CONCATENATED MODULE: ./build/scenarios/table.js
/** All scenarios, a row each. A new one is a row here and its name in results/; a new way of handing over is one more file in this folder. */



const ROWS = {
    "tap-fd": {
        handOver: tapFd,
        vhost: false,
        taps: ["tap0"],
        needs: [],
        sentence: "QEMU passes the open fds of the TAP's queues to the target",
    },
    "tap-fd-vhost": {
        handOver: tapFd,
        vhost: true,
        taps: ["tap0"],
        needs: ["vhost-net"],
        sentence: "the same with vhost-net",
    },
    "new-tap": {
        handOver: newTap,
        vhost: false,
        taps: ["tap0", "tap1"],
        needs: [],
        sentence: "the target opens a second TAP, and the host's address moves to it",
    },
    "new-tap-vhost": {
        handOver: newTap,
        vhost: true,
        taps: ["tap0", "tap1"],
        needs: ["vhost-net"],
        sentence: "the same with vhost-net",
    },
};
/** The row of a scenario. */
const scenarioRow = (name) => ({ name, ...ROWS[name] });
/** In the order of results and reports. */
const SCENARIOS = Object.keys(ROWS).map(scenarioRow);
/** What the lack of something means, in words for people, when these scenarios need it. */
function onlyOthersRun(needs) {
    const names = SCENARIOS.filter(needs).map(({ name }) => name);
    return `${names.join(" and ")} are unsupported; the others run`;
}
/** Why this host cannot run a scenario with any build; null when that depends on the build. */
function whyUnfit({ needs }) {
    const reasons = needs.map((device) => (0,devices/* adviceFor */.cp)(device)).filter((text) => text !== null);
    return reasons.length === 0 ? null : reasons.join("; ");
}
/** Why this host cannot run a scenario with these builds; null when it can. */
function whyUnsupported(row, source, target) {
    const reasons = [row.handOver.whyUnsupported(source.dialect, target.dialect), whyUnfit(row)].filter((text) => text !== null);
    return reasons.length === 0 ? null : reasons.join("; ");
}


/***/ }),

/***/ 79128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ setupCouldMend)
/* harmony export */ });
/* harmony import */ var _host_devices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88424);

const PATHS = _host_devices_js__WEBPACK_IMPORTED_MODULE_0__/* .DEVICE_NAMES */ .of.map(_host_devices_js__WEBPACK_IMPORTED_MODULE_0__/* .devicePath */ .as);
/** Whether setup could fix it: by packages, a module, or access to a device. */
const setupCouldMend = ({ found, mend, packages }) => mend !== null && (packages !== undefined || PATHS.some((path) => found.startsWith(`${path} `)));


/***/ })

};
