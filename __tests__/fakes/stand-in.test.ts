/** Proves: two stand-ins migrate a guest between real TAPs, as seen by raw QMP and real pings. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { HANDED_OVER, opensOwn } from "./dialect-steps.ts";
import type { RawVm } from "./lab.ts";
import { useLab } from "./use-lab.ts";

// Other tests rely on the stand-in. These use their own QMP client (raw-qmp.ts) and not the product's.

describe("two stand-ins", () => {
  const { lab, standIn, use, startTarget, migrate } = useLab();
  const postmigrate = async (vm: RawVm) => {
    for (;;) {
      const { status } = await vm.qmp.ask<{ status: string }>("query-status");
      if (status !== "finish-migrate") return status;
    }
  };

  for (const [dialect, steps] of Object.entries(HANDED_OVER)) {
    it(`hand over a TAP in the dialect ${dialect}, and every request is answered`, async () => {
      const source = await lab.boot(use({ dialect, freezeMs: 60 }), steps.source);
      expect(lab.ping()).toBe(true);
      const probe = lab.probe();
      const destination = await startTarget(steps.target);
      await probe.steady();
      await migrate(source, destination);
      await Promise.all([
        source.qmp.event("MIGRATION completed"),
        destination.qmp.event("MIGRATION completed"),
      ]);
      expect(await destination.qmp.ask("query-status")).toEqual({ status: "paused", running: false });
      await destination.qmp.ask("cont");
      expect(await postmigrate(source)).toBe("postmigrate");
      expect(lab.ping()).toBe(true);
      await source.qmp.ask("quit");
      expect(await source.ended).toBe(0);
      expect(await destination.run("ping -c 1 -W 5 192.168.100.1")).toBe(0);
      const probed = await probe.stop();

      expect(probed.sent).toBeGreaterThan(20);
      expect(probed.lost).toBe(0);
      const { pid } = destination;
      const received = standIn.truth("received-fd");
      expect(received.map((line) => [line.pid, line.interface, line.sameFile])).toEqual(
        Array(4).fill([pid, "tap0", true]),
      );
      expect(standIn.truth("opened").filter((line) => line.pid === pid)).toEqual([]);
      const [stopped] = standIn.truth("reading-stopped");
      const resumed = standIn.truth("reading-resumed").find((line) => line.pid === pid);
      const frozenMs = ((resumed?.monotonicNs ?? 0) - (stopped?.monotonicNs ?? 0)) / 1e6;
      expect(frozenMs).toBeGreaterThanOrEqual(60);
      expect(probed.longestGapMs).toBeGreaterThanOrEqual(frozenMs - 1);
    });
  }

  it("migrate to a TAP of the target's own, and tell it in QEMU's order", async () => {
    const source = await lab.boot(use({ dialect: "none" }), opensOwn("tap0"));
    const destination = await startTarget(opensOwn("tap1"));
    await migrate(source, destination);
    await Promise.all([
      source.qmp.event("MIGRATION completed"),
      destination.qmp.event("MIGRATION completed"),
    ]);
    expect(lab.ping()).toBe(false);
    lab.ip("link", "set", "tap0", "down");
    lab.ip("address", "del", "192.168.100.1/24", "dev", "tap0");
    lab.ip("link", "set", "tap1", "address", "e6:1d:44:b5:03:5d");
    lab.ip("address", "add", "192.168.100.1/24", "dev", "tap1");
    await destination.qmp.ask("cont");
    expect(lab.ping()).toBe(true);
    expect(await destination.run("ping -c 1 -W 5 192.168.100.1")).toBe(0);
    expect(await destination.run("ls -d /sys/class/net/eth0/queues/tx-* | wc -l")).toBe(0);
    expect(destination.console()).toMatch(/\r\n1\r\n/);
    expect(source.qmp.events()).toEqual(
      ["RESUME", "setup", "active", "MIGRATION_PASS", "STOP", "device", "completed"].map(named),
    );
    expect(destination.qmp.events()).toEqual(["setup", "active", "completed", "RESUME"].map(named));
    expect(await source.qmp.ask("query-migrate")).toMatchObject({
      status: "completed",
      downtime: expect.any(Number),
    });
  });

  it("have the order of events of old versions, too", async () => {
    const source = await lab.boot(use({ dialect: "none", version: "7.2.22" }), opensOwn("tap0"));
    await migrate(source, await startTarget(opensOwn("tap1")));
    await source.qmp.event("MIGRATION completed");
    expect(source.qmp.events()).toEqual(
      ["RESUME", "setup", "MIGRATION_PASS", "active", "STOP", "MIGRATION_PASS", "completed"].map(named),
    );
  });

  it("part when only the target was switched: the source completes, the target fails, cont brings the guest back", async () => {
    const source = await lab.boot(use({}), opensOwn("tap0"));
    const destination = await startTarget(HANDED_OVER.permit?.target ?? []);
    await migrate(source, destination);
    await source.qmp.event("MIGRATION completed");
    await destination.qmp.event("MIGRATION failed");
    expect(await destination.ended).toBe(1);
    expect(destination.stderr()).toContain("virtio-net: saved image requires vnet_hdr=on");
    expect(lab.ping()).toBe(false);
    await source.qmp.ask("cont");
    expect(lab.ping()).toBe(true);
  });

  it("part when only the source was switched: the source fails and resumes by itself", async () => {
    const source = await lab.boot(use({}), HANDED_OVER.permit?.source ?? []);
    const destination = await startTarget(opensOwn("tap1"));
    await migrate(source, destination);
    await source.qmp.event("MIGRATION failed");
    expect(source.qmp.events().slice(-4)).toEqual(["device", "failing", "RESUME", "failed"].map(named));
    expect(await source.qmp.ask("query-migrate")).toMatchObject({
      status: "failed",
      "error-desc": "Unable to write to socket: Broken pipe",
    });
    expect(await destination.ended).toBe(1);
    expect(destination.stderr()).toContain("TAP is already initialized and cannot receive incoming fd");
    expect(lab.ping()).toBe(true);
  });

  it("leave a guest without network when the target had opened the same TAP", async () => {
    const source = await lab.boot(use({}), HANDED_OVER.permit?.source ?? []);
    const destination = await startTarget(opensOwn("tap0"));
    await migrate(source, destination);
    await source.qmp.event("MIGRATION failed");
    await destination.ended;
    expect(await source.qmp.ask("query-status")).toEqual({ status: "running", running: true });
    expect(lab.ping()).toBe(false);
  });

  it("refuse what a migration cannot be: another channel, another machine, another place", async () => {
    const source = await lab.boot(use({}), HANDED_OVER.permit?.source ?? []);
    expect(await source.qmp.refusal("migrate", { uri: "tcp:127.0.0.1:4444" })).toBe(
      "local migration requires a UNIX domain socket channel",
    );
    await source.qmp.ask("migrate", { uri: "unix:/nonexistent/migration" });
    await source.qmp.event("MIGRATION failed");
    expect(await source.qmp.ask("query-migrate")).toMatchObject({
      "error-desc": "Failed to connect to '/nonexistent/migration': No such file or directory",
    });
    const other = await lab.start(standIn, "other", { incoming: true, args: ["-machine", "pc-q35-10.0"] });
    await migrate(source, other);
    expect(await other.ended).toBe(1);
    expect(other.stderr()).toContain("Machine type received is 'pc-q35-11.1' and local is 'pc-q35-10.0'");
  });

  it("drop what waited, if they are to", async () => {
    const steps = HANDED_OVER.permit ?? { source: [], target: [] };
    const source = await lab.boot(use({ freezeMs: 50, freezeKind: "dropped" }), steps.source);
    lab.ping();
    const probe = lab.probe();
    const destination = await startTarget(steps.target);
    await probe.steady();
    await migrate(source, destination);
    await destination.qmp.event("MIGRATION completed");
    await destination.qmp.ask("cont");
    expect(await destination.run("ping -c 1 -W 5 192.168.100.1")).toBe(0);
    const { lost } = await probe.stop();
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBe(standIn.truth("packet-dropped").length);
  });

  it("show vhost as active, or as fallen back", async () => {
    const steps = opensOwn("tap0", { vhost: true });
    const path = "/machine/peripheral/nic0/virtio-backend";
    const vm = await lab.boot(use({ pretendVhost: true }), steps);
    expect(await vm.qmp.ask("x-query-virtio")).toEqual([{ path, name: "virtio-net" }]);
    expect(await vm.qmp.ask("x-query-virtio-status", { path })).toMatchObject({ "vhost-started": true });
    const faults = [{ step: "device_add", kind: "vhost-falls-back" }];
    const fallen = await lab.boot(use({ pretendVhost: true, faults }), steps);
    expect(await fallen.qmp.ask("x-query-virtio-status", { path })).toMatchObject({ "vhost-started": false });
    expect(fallen.stderr()).toContain("falling back on userspace virtio");
  });

  it("writes down how long devices took, when asked", async () => {
    const trace = (name: string) => [
      "-trace",
      "vmstate_downtime*",
      "-D",
      `${standIn.directory}/${name}.trace`,
    ];
    const source = await lab.start(use({}), "source", { args: trace("source") });
    const destination = await lab.start(standIn, "target", { incoming: true, args: trace("target") });
    await migrate(source, destination);
    await destination.qmp.event("MIGRATION completed");
    const lines = execFileSync(
      "cat",
      [`${standIn.directory}/source.trace`, `${standIn.directory}/target.trace`],
      {
        encoding: "utf8",
      },
    );
    expect(lines).toMatch(
      /^\S+T\S+Z vmstate_downtime_save type=non-iterable idstr=\S+ instance_id=0 downtime=\d+$/m,
    );
    expect(lines).toMatch(/vmstate_downtime_load .*virtio-net/);
    expect(lines).toMatch(/vmstate_downtime_checkpoint src-vm-stopped/);
  });
});

const named = (event: string) => (event === event.toLowerCase() ? `MIGRATION ${event}` : event);
