/** Proves: the ip(8) co-process reports every failed line, and is ended when it hangs. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openIpBatch } from "../../src/host/ip-batch.ts";
import { findPrivilege, type Privilege } from "../../src/host/privilege.ts";
import { identify } from "../../src/host/proc.ts";
import { useFolder } from "../for-each-test.ts";
import { asRoot } from "./as-root.ts";

// The real ip(8) in its own namespace, with what some hosts put in between: a sudo that prints first, a stdout that is held
// back to the end (iproute2 since 7.1), an ip that hangs.

const NAMESPACE = `tapmig-${process.pid.toString(16).padStart(10, "0")}-ipbatch`;
const folder = useFolder();
beforeEach(() => {
  // Root's sudo starts what lies there.
  chmodSync(folder.path, 0o755);
  asRoot("ip", "netns", "add", NAMESPACE);
});
afterEach(() => void asRoot("ip", "netns", "delete", NAMESPACE));

/** A privilege that runs each command of root through a script; "$@" is the command. */
async function through(script: string): Promise<Privilege> {
  const path = folder.at("between");
  writeFileSync(path, `#!/bin/bash\n${script}\n`);
  chmodSync(path, 0o755);
  const privilege = await findPrivilege();
  return {
    ...privilege,
    asRoot: (command) => {
      const [file, ...args] = privilege.asRoot(command);
      return privilege.kind === "root" ? [path, file, ...args] : [file, "-n", "--", path, ...args.slice(2)];
    },
  };
}

const links = () => asRoot("ip", "-netns", NAMESPACE, "-o", "link", "show");
const ADD = "tuntap add dev tap7 mode tap multi_queue vnet_hdr";

describe("lines for ip", () => {
  test.each([
    ["as it is", 'exec "$@"'],
    ["with stdout held back to the end, as since 7.1", '"$@" >"$0.out"; cat "$0.out"'],
    [
      "behind a sudo and an ld.so that have their say first",
      `echo "sudo: unable to resolve host $HOSTNAME: Name or service not known" >&2
       echo "ERROR: ld.so: object '/no/such.so' from LD_PRELOAD cannot be preloaded (cannot open shared object file): ignored." >&2
       sleep 0.2; exec "$@"`,
    ],
  ])("are done in order, and a fault is reported with ip's words and its line: %s", async (_, script) => {
    await using ip = await openIpBatch(await through(script), NAMESPACE);
    await ip.run([ADD, "link set dev tap7 up"]);
    expect(links()).toMatch(/tap7:.*UP/);
    await expect(
      ip.run(["link set dev tap8 up", "link set dev tap7 down", "link set dev tap9 down"]),
    ).rejects.toThrow(
      /^ip: Cannot find device "tap8" \(of: link set dev tap8 up\); Cannot find device "tap9" \(of: link set dev tap9 down\)$/,
    );
    // Lines after a failed one were done, and the next batch works.
    expect(links()).not.toMatch(/tap7:.*[<,]UP/);
    await ip.run(["link set dev tap7 up"]);
    expect(links()).toMatch(/tap7:.*UP/);
  });

  test("warnings are no faults: the line was done", async () => {
    const script = '"$@" 2> >(sed -u "s/^Object/Warning: this option is deprecated.\\n&/" >&2)';
    await using ip = await openIpBatch(await through(script), NAMESPACE);
    await ip.run([ADD]);
    await ip.run(["link set dev tap7 up"]);
    expect(links()).toMatch(/tap7:.*UP/);
  });
});

describe("a co-process", () => {
  test("that ends is named with what it said", async () => {
    const privilege = await through('echo "sudo: a password is required" >&2; exit 1');
    await expect(openIpBatch(privilege, NAMESPACE)).rejects.toThrow(
      "the ip co-process ended: sudo: a password is required",
    );
  });

  test("that hangs is given up at the deadline, or when the run is cancelled, and is gone afterwards", async () => {
    const privilege = await through(`echo $$ >"$0.pid"; exec "$@"`);
    const cancelled = new AbortController();
    const ip = await openIpBatch(privilege, NAMESPACE, cancelled.signal);
    const pid = Number(readFileSync(folder.at("between.pid"), "utf8"));
    asRoot("bash", "-c", `kill -STOP ${pid}`);
    await expect(ip.run([ADD], 300)).rejects.toThrow(`ip did not do within 300 ms: ${ADD}`);
    const waiting = ip.run([ADD]);
    cancelled.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await ip[Symbol.asyncDispose]();
    expect(identify(pid)).toBe(null);
  });
});
