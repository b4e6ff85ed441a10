export const id = 95;
export const ids = [95];
export const modules = {

/***/ 8095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ digestOfFile),
  $: () => (/* binding */ obtainAssets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/url.js
var base_url = __webpack_require__(16089);
// EXTERNAL MODULE: ./build/host/files.js
var files = __webpack_require__(19036);
// EXTERNAL MODULE: ./build/host/lock.js
var lock = __webpack_require__(76276);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/guest/disk-space.js
/** Checks whether a folder's file system has room for a file before it is written. */


const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
/** @throws ConfigurationError, with the sizes needed and free, when there is not enough room */
async function checkRoom(folder, neededBytes, what) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    if (bavail * bsize < neededBytes)
        throw noRoom(folder, what, mib(neededBytes), bavail * bsize);
}
/** The error for a disk that became full during a download, because the size was unknown or the room was used up. */
async function roomRanOut(folder, what, writtenBytes) {
    const { bavail, bsize } = await (0,promises_.statfs)(folder);
    return noRoom(folder, what, `more than ${mib(writtenBytes)}`, bavail * bsize + writtenBytes);
}
const noRoom = (folder, what, needed, freeBytes) => new errors/* ConfigurationError */.j1(`${folder} has no room for ${what}: needed ${needed}, free ${mib(freeBytes)}. Free some space, or name another folder with cache (--cache FOLDER)`);

;// CONCATENATED MODULE: ./build/guest/partial-file.js
/** A file that is being downloaded: the bytes so far, hashed as they are written, and what is known about the rest. */


/**
 * Makes the file, readable only by its owner.
 *
 * @throws the system's error, also when the file exists
 */
async function openPartialFile(path) {
    const file = await (0,promises_.open)(path, "wx", 0o600);
    let hash = (0,external_node_crypto_.createHash)("sha256");
    let receivedBytes = 0;
    const partial = {
        totalBytes: null,
        validator: null,
        get receivedBytes() {
            return receivedBytes;
        },
        async append(chunk) {
            for (let written = 0; written < chunk.length;) {
                const place = receivedBytes + written;
                written += (await file.write(chunk, written, chunk.length - written, place)).bytesWritten;
            }
            hash.update(chunk);
            receivedBytes += chunk.length;
        },
        async beginAnew() {
            await file.truncate(0);
            hash = (0,external_node_crypto_.createHash)("sha256");
            receivedBytes = 0;
            partial.totalBytes = null;
            partial.validator = null;
        },
        digest: () => hash.copy().digest("hex"),
        sync: () => file.sync(),
        close: () => file.close(),
    };
    return partial;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/proxy-from-env/index.js
var proxy_from_env = __webpack_require__(98182);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
;// CONCATENATED MODULE: ./build/guest/receive.js
/**
 * GET over HTTP(S). Follows redirects, and for each address uses the proxy that HTTP_PROXY, HTTPS_PROXY and
 * NO_PROXY select. It asks a proxy for the whole URL for http:, and for a tunnel for https: (RFC 9110,
 * sections 7.1 and 9.3.6), because many proxies refuse tunnels to ports other than 443.
 */





/** A failure that a retry cannot fix. */
class FinalHttpError extends Error {
    name = "FinalHttpError";
}
/** The most bytes of a body that are buffered; then the server has to wait. */
const WAITING_BYTES = 2 ** 20;
const MOST_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];
/** The connections are closed on disposal. */
function openHttpClient() {
    const dispatchers = new Map();
    const dispatcherFor = (url) => {
        const proxy = (0,proxy_from_env/* getProxyForUrl */.T)(url);
        const known = dispatchers.get(proxy);
        if (known !== undefined)
            return known;
        // The caller has its own deadlines.
        const times = { headersTimeout: 0, bodyTimeout: 0 };
        const made = proxy === "" ? new undici/* Agent */.g6(times) : new undici/* ProxyAgent */.kT({ ...times, uri: proxy, proxyTunnel: false });
        dispatchers.set(proxy, made);
        return made;
    };
    return {
        async get(first, headers, signal) {
            let url = first;
            for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                const answer = await ask(url, dispatcherFor(url), headers, signal);
                const { statusCode, headers: fields } = answer;
                const body = readAtOnce(answer.body);
                const header = (name) => {
                    const value = fields[name];
                    return (Array.isArray(value) ? value[0] : value) ?? null;
                };
                const location = header("location");
                if (!REDIRECTS.includes(statusCode) || location === null)
                    return { status: statusCode, header, body };
                body.destroy();
                url = nextUrl(location, url);
            }
            throw new FinalHttpError(`more than ${MOST_REDIRECTS} redirects`);
        },
        async [Symbol.asyncDispose]() {
            await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
        },
    };
}
async function ask(url, dispatcher, headers, signal) {
    try {
        return await (0,undici/* request */.Em)(url, { dispatcher, headers, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const { code = "", message } = error;
        if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
            throw new FinalHttpError(`${message} (${code}). If your proxy signs the connections, set NODE_EXTRA_CA_CERTS to its certificate`);
        }
        // undici's error for a proxy's 407, and for a proxy that is not a URL.
        if (code === "UND_ERR_INVALID_ARG")
            throw new FinalHttpError(message);
        throw new Error(message || code || (0,errors/* messageOf */.bD)(error));
    }
}
/**
 * Starts to read a body immediately. Otherwise a stream that breaks would discard its unread bytes, and its
 * error would end the process when nobody listens yet.
 */
function readAtOnce(body) {
    const arrived = new external_node_stream_.PassThrough({ highWaterMark: WAITING_BYTES });
    let fault = null;
    body.on("error", (error) => {
        fault ??= error;
        arrived.end();
    });
    body.on("end", () => arrived.end());
    body.on("data", (chunk) => {
        if (!arrived.write(chunk))
            body.pause();
    });
    arrived.on("drain", () => body.resume());
    return {
        async *[Symbol.asyncIterator]() {
            yield* arrived;
            if (fault !== null)
                throw fault;
        },
        destroy() {
            body.destroy();
            arrived.destroy();
        },
    };
}
function nextUrl(location, from) {
    const next = URL.canParse(location, from) ? new URL(location, from) : null;
    if (next === null || !/^https?:$/.test(next.protocol)) {
        throw new FinalHttpError(`redirected to ${JSON.stringify((0,base_url/* shownUrl */.zA)(location))}, which is not an http(s) URL`);
    }
    return next.href;
}

;// CONCATENATED MODULE: ./build/guest/download.js
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
 * Downloads one file and hashes it while it arrives. An interrupted download continues where it stopped
 * (Range, RFC 9110 section 14), and temporary failures are retried. A file with the wrong digest is deleted
 * before this returns.
 */








const TIMES = { stallMs: 30_000, overallMs: 3_600_000, firstWaitMs: 1_000 };
/** Failures in a row without progress: no byte beyond the furthest one received so far. */
const MOST_FAILURES = 5;
/** The limit of requests, even when each one makes progress. */
const MOST_REQUESTS = 100;
/** Larger than any ISO: a dual-layer DVD has 8.5 GB. */
const MOST_BYTES = 16 * 2 ** 30;
/** Complete files with the wrong digest. */
const MOST_MISMATCHES = 2;
/** The longest wait that a server may ask for. */
const LONGEST_WAIT_MS = 300_000;
const PROGRESS_EVERY_MS = 250;
/**
 * @throws ConfigurationError when the file could not be downloaded, with URL, digests and bytes as far as
 *   known, so that the user can fix it; the signal's reason when the signal aborts
 */
async function download(asked) {
    const times = { ...TIMES, ...asked.times };
    const overall = AbortSignal.timeout(times.overallMs);
    const signal = AbortSignal.any([asked.signal, overall]);
    const partial = await openPartialFile(asked.path);
    let whole = false;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const client = __addDisposableResource(env_1, openHttpClient(), true);
            await receiveAll({ ...asked, signal }, partial, client, times);
            await partial.sync();
            whole = true;
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
        asked.signal.throwIfAborted();
        if (overall.aborted) {
            const limit = `${Math.round(times.overallMs / 1000)} s`;
            throw failed(asked, partial, `it was not complete after ${limit}, the limit for a download`);
        }
        throw error;
    }
    finally {
        await partial.close();
        if (!whole)
            await (0,promises_.rm)(asked.path, { force: true });
    }
}
async function receiveAll(asked, partial, client, times) {
    const report = reporter(asked, partial);
    let failures = 0;
    let mismatches = 0;
    let requests = 0;
    // After a restart, bytes arrive a second time; that is not progress.
    let furthestBytes = 0;
    for (;;) {
        requests += 1;
        try {
            await receiveRest(asked, partial, client, times.stallMs, report);
        }
        catch (error) {
            if (error instanceof errors/* ConfigurationError */.j1)
                throw error;
            asked.signal.throwIfAborted();
            if (error.code === "ENOSPC") {
                throw await roomRanOut((0,external_node_path_.dirname)(asked.path), (0,base_url/* shownUrl */.zA)(asked.url), partial.receivedBytes);
            }
            if (error instanceof FinalHttpError)
                throw failed(asked, partial, (0,errors/* messageOf */.bD)(error));
            failures = partial.receivedBytes > furthestBytes ? 1 : failures + 1;
            furthestBytes = Math.max(furthestBytes, partial.receivedBytes);
            if (failures >= MOST_FAILURES) {
                throw failed(asked, partial, `${(0,errors/* messageOf */.bD)(error)}; tried ${failures} times in a row`);
            }
            if (requests >= MOST_REQUESTS) {
                throw failed(asked, partial, `${(0,errors/* messageOf */.bD)(error)}; asked for the rest ${requests} times`);
            }
            const wanted = error instanceof RetryableStatus ? error.retryAfterMs : null;
            if (wanted !== null && wanted > LONGEST_WAIT_MS) {
                throw failed(asked, partial, `${(0,errors/* messageOf */.bD)(error)} and asks to come back in ${Math.round(wanted / 1000)} s`);
            }
            await (0,external_node_timers_promises_.setTimeout)(wanted ?? times.firstWaitMs * 2 ** (failures - 1), undefined, { signal: asked.signal });
            continue;
        }
        report(true);
        const received = partial.digest();
        if (received === asked.sha256)
            return;
        mismatches += 1;
        if (mismatches >= MOST_MISMATCHES) {
            throw failed(asked, partial, `it has the wrong sha256: expected ${asked.sha256}, received ${received}, ${mismatches} times`);
        }
        await partial.beginAnew();
        furthestBytes = 0;
    }
}
/** A temporary failure: 408, 425, 429 and 5xx (RFC 9110 section 15, RFC 6585, RFC 8470). */
class RetryableStatus extends Error {
    retryAfterMs;
    constructor(status, retryAfterMs) {
        super(`the server answered ${status}`);
        this.retryAfterMs = retryAfterMs;
    }
}
/** Sends one request for the missing bytes, and reads its answer to the end. */
async function receiveRest(asked, partial, client, stallMs, report) {
    const stall = new AbortController();
    const timer = setTimeout(() => stall.abort(new Error(`no byte came for ${Math.round(stallMs / 1000)} s`)), stallMs);
    const signal = AbortSignal.any([asked.signal, stall.signal]);
    try {
        const answer = await client.get(asked.url, rangeHeaders(partial), signal);
        try {
            const untilBytes = await acceptHead(asked, partial, answer);
            report(true);
            for await (const chunk of answer.body) {
                timer.refresh();
                if (partial.receivedBytes + chunk.length > untilBytes) {
                    await partial.beginAnew();
                    throw new Error("the server sent more bytes than it had announced");
                }
                if (partial.receivedBytes + chunk.length > mostBytes(asked))
                    throw tooLarge(asked);
                await partial.append(chunk);
                report(false);
            }
        }
        finally {
            answer.body.destroy();
        }
    }
    catch (error) {
        stall.signal.throwIfAborted();
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
    const { receivedBytes, totalBytes } = partial;
    if (totalBytes !== null && receivedBytes < totalBytes) {
        throw new Error(`it ended after ${receivedBytes} of ${totalBytes} bytes`);
    }
}
function rangeHeaders({ receivedBytes, validator }) {
    // In a compressed transfer, lengths and offsets would not be those of the file.
    const always = { "accept-encoding": "identity", "user-agent": "tap-migration-action" };
    if (receivedBytes === 0)
        return always;
    return {
        ...always,
        range: `bytes=${receivedBytes}-`,
        ...(validator !== null && { "if-range": validator }),
    };
}
const mostBytes = ({ mostBytes: given = MOST_BYTES }) => given;
const tooLarge = (asked) => new FinalHttpError(`it has more than ${mib(mostBytes(asked))}, the largest size allowed`);
/** Prepares `partial` for the answer's body, or throws. Returns the offset at which the body must end at the latest. */
async function acceptHead(asked, partial, answer) {
    const { status } = answer;
    let untilBytes = Number.POSITIVE_INFINITY;
    if (status === 206) {
        const range = rangeOf(answer, partial);
        if (range === null) {
            await partial.beginAnew();
            throw new Error("the server sent a different part of the file than requested");
        }
        untilBytes = range.untilBytes;
        partial.totalBytes ??= range.totalBytes;
    }
    else if (status === 200) {
        await partial.beginAnew();
        const length = answer.header("content-length");
        partial.totalBytes = length === null ? null : Number(length);
        partial.validator = strongValidator(answer);
    }
    else if (status === 416) {
        await partial.beginAnew();
        throw new Error("the server says that the file ends here, but it is not complete");
    }
    else if (status >= 500 || status === 408 || status === 425 || status === 429) {
        throw new RetryableStatus(status, retryAfterMs(answer.header("retry-after")));
    }
    else {
        throw new FinalHttpError(`the server answered ${status}`);
    }
    if (partial.totalBytes !== null) {
        if (partial.totalBytes > mostBytes(asked))
            throw tooLarge(asked);
        await checkRoom((0,external_node_path_.dirname)(asked.path), partial.totalBytes - partial.receivedBytes, (0,base_url/* shownUrl */.zA)(asked.url));
    }
    return untilBytes;
}
/**
 * The range of a 206 that continues where the partial file ends, of a file of the same length (RFC 9110
 * section 14.4); null for any other.
 */
function rangeOf(answer, { receivedBytes, totalBytes }) {
    const [, from, to, of] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(answer.header("content-range") ?? "") ?? [];
    // A multipart body contains separators that do not belong to the file.
    if (/^multipart\//i.test(answer.header("content-type") ?? ""))
        return null;
    if (receivedBytes === 0 || Number(from) !== receivedBytes)
        return null;
    const total = of === "*" ? totalBytes : Number(of);
    const untilBytes = Number(to) + 1;
    if (totalBytes !== null && total !== totalBytes)
        return null;
    return untilBytes > (total ?? untilBytes) ? null : { untilBytes, totalBytes: total };
}
/** If-Range does not accept weak validators (RFC 9110 section 13.1.5). */
function strongValidator(answer) {
    const tag = answer.header("etag");
    return tag?.startsWith('"') ? tag : answer.header("last-modified");
}
function retryAfterMs(text) {
    if (text === null)
        return null;
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
function reporter({ progress }, partial) {
    const begin = performance.now();
    let last = begin;
    return (now) => {
        const time = performance.now();
        if (!now && time - last < PROGRESS_EVERY_MS)
            return;
        last = time;
        const { receivedBytes, totalBytes } = partial;
        progress({
            receivedBytes,
            totalBytes,
            bytesPerSecond: (receivedBytes * 1000) / Math.max(1, time - begin),
        });
    };
}
function failed({ url }, partial, why) {
    const { receivedBytes, totalBytes } = partial;
    const of = totalBytes === null ? "" : ` of ${totalBytes}`;
    const size = receivedBytes > 2 ** 20 ? ` (${mib(receivedBytes)})` : "";
    return new errors/* ConfigurationError */.j1(`${(0,base_url/* shownUrl */.zA)(url)} could not be downloaded: ${why}; received ${receivedBytes}${of} bytes${size}, none of them is kept. Without internet access, name a mirror (mirror) or a local file`);
}

;// CONCATENATED MODULE: ./build/guest/asset-store.js
var asset_store_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var asset_store_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Keeps assets in the cache folder, named by their SHA-256. Before each use, the digest is computed from the
 * bytes on the disk and must match. A file that is not verified yet has a different name (`.part`) and is
 * renamed after verification.
 */









/**
 * Returns the assets. Those that are not cached yet are downloaded in parallel.
 *
 * @throws ConfigurationError when an asset is not available, or has the wrong digest
 */
async function obtainAssets(assets, store) {
    // When one fails, the others are aborted, but their partial files must be removed before this returns.
    const failure = new AbortController();
    const signal = AbortSignal.any([store.signal, failure.signal]);
    const results = await Promise.allSettled(assets.map((asset) => obtain(asset, { ...store, signal }).catch((error) => {
        failure.abort(error);
        throw error;
    })));
    store.signal.throwIfAborted();
    failure.signal.throwIfAborted();
    return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}
async function obtain(asset, store) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { name, location, sha256 } = asset;
        if (!(0,base_url/* isUrl */.gU)(location))
            return await localFile(asset, store.signal);
        if (sha256 === null) {
            throw new errors/* ConfigurationError */.j1(`${(0,base_url/* shownUrl */.zA)(location)} is not downloaded without ${name}-sha256, the digest it must have`);
        }
        const folder = (0,external_node_path_.join)(store.cacheDir, "assets");
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 }).catch((error) => {
            throw new errors/* ConfigurationError */.j1(`the cache folder ${store.cacheDir} cannot be used: ${(0,errors/* messageOf */.bD)(error)}. Name another one with cache (--cache FOLDER)`);
        });
        const path = (0,external_node_path_.join)(folder, sha256);
        const stored = { name, path, sha256 };
        if ((await digestOfFile(path, store.signal)) === sha256)
            return stored;
        const _lock = asset_store_addDisposableResource(env_1, await (0,lock/* holdLock */.x)(path, store.signal, () => store.emit({
            kind: "note",
            text: `${name}: another run is downloading ${(0,base_url/* shownUrl */.zA)(location)}, waiting for it`,
        })), true);
        // Another run may have downloaded it in the meantime.
        const digest = await digestOfFile(path, store.signal);
        if (digest === sha256)
            return stored;
        if (digest !== null) {
            store.emit({
                kind: "warning",
                text: `${name}: the cached file ${path} is damaged (its sha256 is ${digest}): it is deleted and downloaded again`,
            });
            await (0,promises_.rm)(path, { force: true });
        }
        await removeParts(folder, sha256);
        await fetchInto(path, { name, url: location, sha256 }, store);
        return stored;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = asset_store_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function fetchInto(path, { name, url, sha256 }, store) {
    const { signal, emit } = store;
    const part = `${path}.${(0,external_node_crypto_.randomUUID)()}.part`;
    try {
        if (await restored(part, name, sha256, store)) {
            await (0,promises_.rename)(part, path);
            return;
        }
        let last = { receivedBytes: 0, totalBytes: null, bytesPerSecond: 0 };
        await download({
            ...{ url, sha256, path: part, signal },
            ...(store.times && { times: store.times }),
            progress: (progress) => {
                last = progress;
                emit({ kind: "download", asset: name, url: (0,base_url/* shownUrl */.zA)(url), done: false, ...progress });
            },
        });
        await (0,promises_.rename)(part, path);
        emit({ kind: "download", asset: name, url: (0,base_url/* shownUrl */.zA)(url), done: true, ...last });
        store.cache?.downloaded(sha256, path);
    }
    finally {
        await (0,promises_.rm)(part, { force: true });
    }
}
/** Whether the cache behind the port had the file, undamaged. */
async function restored(part, name, sha256, store) {
    if (store.cache === null || !(await store.cache.restore(sha256, part, store.signal)))
        return false;
    const digest = await digestOfFile(part, store.signal);
    if (digest === sha256)
        return true;
    store.emit({
        kind: "warning",
        text: `${name}: the file from the cache is damaged (its sha256 is ${digest ?? "that of nothing"}, expected ${sha256}): it is downloaded again`,
    });
    await (0,promises_.rm)(part, { force: true });
    return false;
}
async function localFile({ name, location, sha256 }, signal) {
    const path = (0,external_node_path_.resolve)(location);
    const facts = await (0,promises_.stat)(path).catch((error) => {
        throw new errors/* ConfigurationError */.j1(`${name}: ${path} cannot be used: ${(0,errors/* messageOf */.bD)(error)}`);
    });
    if (!facts.isFile())
        throw new errors/* ConfigurationError */.j1(`${name}: ${path} is not a file`);
    if (sha256 === null)
        return { name, path, sha256 };
    const digest = await digestOfFile(await (0,promises_.realpath)(path), signal);
    if (digest !== sha256) {
        throw new errors/* ConfigurationError */.j1(`${name}: ${path} has the wrong sha256: expected ${sha256}, found ${digest} (${facts.size} bytes)`);
    }
    return { name, path, sha256 };
}
/** What `digestOfFile` returns for a link, a pipe, a device or a folder. No digest looks like this. */
const NO_FILE = "none: it is not a regular file";
/** SHA-256 of the bytes on the disk; null when there is nothing. Links are not followed. */
async function digestOfFile(path, signal) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    try {
        if (!(await (0,promises_.lstat)(path)).isFile())
            return NO_FILE;
        const fd = (0,files/* openRegular */.lf)(path);
        for await (const chunk of (0,external_node_fs_.createReadStream)(path, { fd, highWaterMark: 2 ** 20, signal }))
            hash.update(chunk);
    }
    catch (error) {
        signal.throwIfAborted();
        if (error.code === "ENOENT")
            return null;
        throw new errors/* ConfigurationError */.j1(`${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return hash.digest("hex");
}
/** Removes partial files of runs that were killed while downloading this asset. The caller must hold the lock. */
async function removeParts(folder, sha256) {
    for (const name of await (0,promises_.readdir)(folder)) {
        if (name.startsWith(`${sha256}.`) && name.endsWith(".part")) {
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
        }
    }
}


/***/ })

};
