/** Proves: the stand-in's guest has TCP connections that the host's kernel takes for real, and that migrate with it. */
import { describe, expect, it } from "vitest";
import { asRoot } from "../host/as-root.ts";
import { HANDED_OVER } from "./dialect-steps.ts";
import type { RawVm } from "./lab.ts";
import { type RequestServer, startRequestServer } from "./request-server.ts";
import { useLab } from "./use-lab.ts";

const { source: SOURCE, target: TARGET } = HANDED_OVER.permit ?? { source: [], target: [] };
const CONNECTIONS = 20;

describe("the stand-in's connections", () => {
  const { lab, standIn, use, migrate } = useLab();
  /** The host's kernel sends nothing again for a time: what is answered then was not lost. */
  const makeHostPatient = () => {
    lab.ip(
      ..."route replace 192.168.100.0/24 dev tap0 proto kernel src 192.168.100.1 rto_min 30s".split(" "),
    );
    // No loss probes; and no short cut for packets of known connections, past the rules.
    const set = "cd /proc/sys/net/ipv4; echo 0 > tcp_early_retrans; echo 0 > ip_early_demux";
    asRoot("ip", "netns", "exec", lab.namespace, "sh", "-c", set);
  };
  const connect = async (vm: RawVm, server: RequestServer) => {
    expect(await vm.run(`command -v nc >/dev/null && ${server.line(CONNECTIONS)}`)).toBe(0);
    await server.answered(CONNECTIONS);
  };
  /** Migrates to a new stand-in; the source quits. @return the new one, which runs. */
  const migrateTo = async (name: string, source: RawVm): Promise<RawVm> => {
    const target = await lab.start(standIn, name, { incoming: true });
    for (const [command, args] of TARGET) await target.qmp.ask(command, args);
    await migrate(source, target);
    await source.qmp.event("MIGRATION completed");
    await target.qmp.event("MIGRATION completed");
    await target.qmp.ask("cont");
    await source.qmp.ask("quit");
    await source.ended;
    return target;
  };

  it("answer, and live through two migrations; what waited is answered, and the host sends nothing again", async () => {
    const source = await lab.boot(use({ freezeMs: 60 }), SOURCE);
    makeHostPatient();
    await using server = await startRequestServer(lab.namespace);
    await connect(source, server);
    const before = await server.look();
    const second = await migrateTo("second", source);
    await server.answered(CONNECTIONS);
    await migrateTo("third", second);
    const after = await server.answered(CONNECTIONS);
    expect(after.wrong).toBe(0);
    expect(after.ends).toEqual([]);
    expect(after.retransmits).toBe(before.retransmits);
    expect(standIn.truth("packet-dropped")).toEqual([]);
  });

  it("live on when what waited is dropped: the host's kernel sends it again", async () => {
    const source = await lab.boot(use({ freezeMs: 100, freezeKind: "dropped" }), SOURCE);
    await using server = await startRequestServer(lab.namespace);
    await connect(source, server);
    const before = await server.look();
    await migrateTo("second", source);
    const after = await server.answered(CONNECTIONS);
    expect(after.wrong).toBe(0);
    expect(after.ends).toEqual([]);
    expect(standIn.truth("packet-dropped").length).toBeGreaterThanOrEqual(CONNECTIONS);
    expect(after.retransmits - before.retransmits).toBeGreaterThanOrEqual(CONNECTIONS);
  });

  it("send their own again when the host did not get it", async () => {
    const source = await lab.boot(use({}), SOURCE);
    makeHostPatient();
    await using server = await startRequestServer(lab.namespace);
    await connect(source, server);
    const before = await server.look();
    // The first rule of all leads to the host's own addresses: it must come second.
    lab.ip(..."rule add pref 10 lookup local".split(" "));
    lab.ip(..."rule del pref 0".split(" "));
    const guestIsHeard = (heard: boolean) =>
      lab.ip("rule", heard ? "del" : "add", ..."pref 5 from 192.168.100.2 blackhole".split(" "));
    guestIsHeard(false);
    await server.silent();
    guestIsHeard(true);
    const after = await server.answered(CONNECTIONS);
    expect(after.retransmits).toBe(before.retransmits);
    expect([after.wrong, after.ends]).toEqual([0, []]);
  });

  it("close when the host closes them", async () => {
    const source = await lab.boot(use({}), SOURCE);
    await using server = await startRequestServer(lab.namespace);
    await connect(source, server);
    server.close();
    const { ends } = await server.until((now) => now.ends.length === CONNECTIONS);
    expect(ends).toEqual(Array(CONNECTIONS).fill("end"));
    // Their ports are free: others open.
    await source.run(server.line(CONNECTIONS));
    await server.until(
      ({ answers }) => answers.slice(CONNECTIONS).filter((count) => count > 5).length === 20,
    );
  });

  it("are reset at once, or by the next segment if the guest was frozen", async () => {
    for (const step of ["after-resume", "loaded"]) {
      const faults = [{ side: "target", step, kind: "reset-connections" }] as const;
      const source = await lab.boot(use({ faults }), SOURCE);
      await using server = await startRequestServer(lab.namespace);
      await connect(source, server);
      const target = await migrateTo(step, source);
      const { ends } = await server.until((now) => now.ends.length === CONNECTIONS);
      expect(ends).toEqual(Array(CONNECTIONS).fill("ECONNRESET"));
      expect(lab.ping()).toBe(true);
      await target.qmp.ask("quit");
      await target.ended;
    }
  });

  it("fall silent, also after a migration, while pings are answered", async () => {
    const source = await lab.boot(use({}), SOURCE);
    await using server = await startRequestServer(lab.namespace);
    await connect(source, server);
    await standIn.now(source.pid, { kind: "mute-connections" });
    expect(lab.ping()).toBe(true);
    const { answers } = await server.silent();
    await migrateTo("second", source);
    expect(lab.ping()).toBe(true);
    expect((await server.silent()).answers).toEqual(answers);
  });

  it("are not there without nc", async () => {
    const vm = await lab.boot(use({ nc: false }), SOURCE);
    await using server = await startRequestServer(lab.namespace);
    expect(await vm.run("command -v nc >/dev/null")).toBe(127);
    expect(await vm.run(server.line(CONNECTIONS))).toBe(0);
    expect(lab.ping()).toBe(true);
    expect((await server.look()).answers).toEqual([]);
  });
});
