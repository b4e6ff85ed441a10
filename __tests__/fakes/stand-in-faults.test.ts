/** Proves: each fault of the stand-in happens at its step, and nothing else does. */
import { createConnection } from "node:net";
import { describe, expect, it } from "vitest";
import { HANDED_OVER, opensOwn } from "./dialect-steps.ts";
import type { RawVm } from "./lab.ts";
import type { StandInFault } from "./stand-in.ts";
import { useLab } from "./use-lab.ts";

const { source: SOURCE, target: TARGET } = HANDED_OVER.permit ?? { source: [], target: [] };

describe("a stand-in that was told to", () => {
  const { lab, standIn, use: useStandIn, startTarget, migrate: beginMigration } = useLab();
  const use = (faults: readonly StandInFault[]) => useStandIn({ faults });
  /** Boots a source, prepares a target and starts the migration. */
  const migrate = async (faults: readonly StandInFault[]): Promise<{ source: RawVm; target: RawVm }> => {
    const source = await lab.boot(use(faults), SOURCE);
    lab.ping();
    const target = await startTarget(TARGET);
    await beginMigration(source, target);
    return { source, target };
  };
  /** What arrives on a QMP socket, as text, because it may not be QMP. */
  const rawText = (vm: RawVm, path: string, wanted: (text: string) => boolean) =>
    new Promise<string>((resolve) => {
      vm.qmp.close();
      const socket = createConnection(path);
      let text = "";
      socket.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (chunk.includes("QMP"))
          socket.write('{"execute":"qmp_capabilities"}\n{"execute":"query-status"}\n');
        if (wanted(text)) {
          socket.destroy();
          resolve(text);
        }
      });
    });

  it("die with a status and words, or by a signal, only there", async () => {
    const message = "qemu-system-x86_64: out of luck";
    use([{ side: "target", step: "netdev_add", kind: "die", status: 7, message }]);
    const target = await lab.start(standIn, "target", { incoming: true });
    await expect(target.qmp.ask("netdev_add", opensOwn("tap1")[0]?.[1])).rejects.toThrow("connection closed");
    expect(await target.ended).toBe(7);
    expect(target.stderr()).toContain(message);
    const source = await lab.start(standIn, "source");
    await source.qmp.ask("netdev_add", opensOwn("tap1")[0]?.[1]);
    use([{ step: "query-status", kind: "die", signal: "SIGSEGV" }]);
    const other = await lab.start(standIn, "other");
    await other.qmp.ask("query-status").catch(() => undefined);
    expect(await other.ended).toBe("SIGSEGV");
  });

  it("hang, deaf for SIGTERM", async () => {
    use([{ step: "cont", kind: "hang" }]);
    const vm = await lab.start(standIn, "vm");
    let answered = false;
    void vm.qmp.ask("cont").then(
      () => {
        answered = true;
      },
      () => undefined,
    );
    while (standIn.truth("fault").length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    vm.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([answered, vm.process.exitCode, vm.process.signalCode]).toEqual([false, null, null]);
  });

  it("say nothing more on QMP, while the guest goes on", async () => {
    const vm = await lab.boot(use([{ step: "query-version", kind: "mute" }]), SOURCE);
    void vm.qmp.ask("query-version").catch(() => undefined);
    while (standIn.truth("fault").length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(lab.ping()).toBe(true);
    vm.kill("SIGTERM");
    expect(await vm.ended).toBe(0);
    expect(vm.stderr()).toContain("terminating on signal 15");
  });

  it("refuse a command once, or an argument", async () => {
    use([
      { step: "query-status", kind: "refuse", nth: 2, message: "no more" },
      { step: "netdev_add", kind: "refuse", argument: "queues" },
    ]);
    const { qmp } = await lab.start(standIn, "vm");
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await qmp.refusal("query-status"));
    expect(answers).toEqual([null, "no more", null]);
    expect(await qmp.refusal("netdev_add", opensOwn("tap0")[0]?.[1])).toBe(
      "Parameter 'queues' is unexpected",
    );
    expect(
      await qmp.refusal("netdev_add", { type: "tap", id: "n", ifname: "tap1", script: "" }),
    ).not.toContain("queues");
  });

  it("write rubbish, half a line, or a flood on QMP, or close it", async () => {
    const kinds = [
      ["rubbish", {}, (text: string) => text.includes("free(): invalid pointer\r\n")],
      ["half-line", {}, (text: string) => text.endsWith('"seconds": 17')],
      ["flood", { where: "qmp" }, (text: string) => text.split("RTC_CHANGE").length > 500],
    ] as const;
    for (const [kind, more, wanted] of kinds) {
      use([{ step: "query-status", kind, ...more }]);
      const vm = await lab.start(standIn, kind);
      expect(wanted(await rawText(vm, `${standIn.directory}/${kind}.qmp`, wanted))).toBe(true);
      vm.kill("SIGKILL");
      await vm.ended;
    }
    use([{ step: "query-status", kind: "close-qmp" }]);
    const vm = await lab.start(standIn, "closing");
    await expect(vm.qmp.ask("query-status")).rejects.toThrow("connection closed");
    expect(vm.process.exitCode).toBe(null);
  });

  it("flood the console or stderr, and answer all the same", async () => {
    use([
      { step: "query-status", kind: "flood", where: "console" },
      { step: "query-status", kind: "flood", where: "stderr" },
    ]);
    const vm = await lab.start(standIn, "vm");
    let bytes = 0;
    vm.process.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    await vm.qmp.ask("query-status");
    while (bytes < 1e6 || vm.stderr().length < 1e6) await vm.qmp.ask("query-version");
    await vm.qmp.ask("quit");
    expect(await vm.ended).toBe(0);
  });

  it("never show a login, never show a prompt, or panic", async () => {
    use([{ step: "boot", kind: "no-prompt" }]);
    const silent = await lab.start(standIn, "silent");
    await silent.qmp.ask("cont");
    await silent.shows("Welcome to");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(silent.console()).not.toContain("login:");

    use([{ step: "login", kind: "no-prompt" }]);
    const locked = await lab.start(standIn, "locked");
    await locked.qmp.ask("cont");
    await locked.shows("login:");
    locked.process.stdin.write("root\r");
    await locked.shows("root\r\n");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(locked.console()).not.toContain("~#");

    const vm = await lab.boot(use([{ step: "query-version", kind: "panic" }]), SOURCE);
    expect(lab.ping()).toBe(true);
    await vm.qmp.ask("query-version");
    await vm.shows("Kernel panic - not syncing");
    expect(lab.ping()).toBe(false);
  });

  it("fail on one side or on the other", async () => {
    const before = await migrate([{ side: "source", step: "device", kind: "fail", message: "no luck" }]);
    await before.source.qmp.event("MIGRATION failed");
    expect(await before.source.qmp.ask("query-migrate")).toMatchObject({
      status: "failed",
      "error-desc": "no luck",
    });
    expect(lab.ping()).toBe(true);
    expect(await before.target.ended).toBe(1);
    await before.source.qmp.ask("quit");
    await before.source.ended;

    const after = await migrate([{ side: "target", step: "loaded", kind: "fail", message: "no luck" }]);
    await after.source.qmp.event("MIGRATION completed");
    await after.target.qmp.event("MIGRATION failed");
    expect(await after.target.ended).toBe(1);
    expect(after.target.stderr()).toContain("no luck");
    await after.source.qmp.ask("cont");
    expect(lab.ping()).toBe(true);
  });

  it("die while it loads: the source, which handed its queues over, notices and goes on", async () => {
    const { source, target } = await migrate([
      { side: "target", step: "load", kind: "die", signal: "SIGKILL" },
    ]);
    await source.qmp.event("MIGRATION failed");
    expect(await target.ended).toBe("SIGKILL");
    expect(lab.ping()).toBe(true);
  });

  it("hang while it loads: the source completes, the target never does", async () => {
    const { source, target } = await migrate([{ side: "target", step: "load", kind: "hang" }]);
    await source.qmp.event("MIGRATION completed");
    expect(target.qmp.events()).not.toContain("MIGRATION completed");
    expect(target.process.exitCode).toBe(null);
  });

  it("steal packets after STOP: the guest is hard to reach until the source is gone", async () => {
    const { source, target } = await migrate([{ side: "source", step: "stop", kind: "steal" }]);
    await target.qmp.event("MIGRATION completed");
    await target.qmp.ask("cont");
    const probe = lab.probe();
    while (standIn.truth("packet-stolen").length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    await source.qmp.ask("quit");
    await source.ended;
    expect((await probe.stop()).lost).toBeGreaterThanOrEqual(3);
    expect(lab.ping()).toBe(true);
  });

  it("lose the last packet before STOP, and no other", async () => {
    const source = await lab.boot(use([{ side: "source", step: "stop", kind: "lose-last" }]), SOURCE);
    lab.ping();
    const target = await startTarget(TARGET);
    const probe = lab.probe();
    await probe.steady();
    await beginMigration(source, target);
    await target.qmp.event("MIGRATION completed");
    await target.qmp.ask("cont");
    expect(await target.run("ping -c 1 -W 5 192.168.100.1")).toBe(0);
    expect((await probe.stop()).lost).toBe(1);
    expect(standIn.truth("packet-lost")).toHaveLength(1);
  });

  it("never answer again after RESUME", async () => {
    const { target } = await migrate([{ side: "target", step: "after-resume", kind: "deaf" }]);
    await target.qmp.event("MIGRATION completed");
    await target.qmp.ask("cont");
    expect(await target.qmp.ask("query-status")).toMatchObject({ running: true });
    expect(lab.ping()).toBe(false);
  });

  it("take its time", async () => {
    use([{ step: "query-status", kind: "delay", ms: 120 }]);
    const { qmp } = await lab.start(standIn, "vm");
    const begin = performance.now();
    await qmp.ask("query-status");
    expect(performance.now() - begin).toBeGreaterThanOrEqual(119);
  });

  it("greet with rubbish in a look at the binary, and nowhere else", async () => {
    use([{ side: "probe", step: "greeting", kind: "rubbish" }]);
    await lab.start(standIn, "vm");
    await expect(lab.start(standIn, "look", { args: ["-machine", "none"] })).rejects.toThrow("not QMP");
  });
});
