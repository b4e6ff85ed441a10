/** Proves: the stand-in answers a look at its features as a real QEMU does. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { connectRaw } from "./raw-qmp.ts";
import type { StandInConfig } from "./stand-in.ts";
import { useStandIn } from "./use-lab.ts";

interface Entry {
  readonly name: string;
  readonly "meta-type": string;
  readonly "arg-type": string;
  readonly "element-type": string;
  readonly members?: readonly { readonly name: string; readonly type: string }[];
  readonly values?: readonly string[];
  readonly variants?: readonly { readonly case: string; readonly type: string }[];
}

const { standIn, use } = useStandIn();
let end: () => Promise<void> = async () => undefined;
afterEach(async () => {
  await end();
  end = async () => undefined;
});

const LOOK = ["-machine", "none", "-S", "-nodefaults", "-no-user-config", "-display", "none"];

async function look(config: StandInConfig) {
  await end();
  use(config);
  const path = `${standIn.directory}/look.qmp`;
  const child = spawn(standIn.path, [...LOOK, "-qmp", `unix:${path},server=on,wait=off`], {
    stdio: "ignore",
  });
  const gone = new Promise<void>((resolve) => child.on("close", () => resolve()));
  end = async () => {
    child.kill("SIGKILL");
    await gone;
  };
  const qmp = await connectRaw(path);
  const schema = new Map((await qmp.ask<Entry[]>("query-qmp-schema")).map((entry) => [entry.name, entry]));
  const follow = (name: string | undefined): Entry => {
    const entry = schema.get(name ?? "");
    if (entry === undefined) throw new Error(`the schema has no ${name}`);
    return entry;
  };
  const argumentsOf = (command: string) => follow(follow(command)["arg-type"]);
  const names = (entry: Entry) => entry.members?.map(({ name }) => name) ?? [];
  const typeOf = (entry: Entry, member: string) =>
    follow(entry.members?.find(({ name }) => name === member)?.type);
  const tap = follow(argumentsOf("netdev_add").variants?.find((variant) => variant.case === "tap")?.type);
  const element = follow(typeOf(argumentsOf("migrate-set-capabilities"), "capabilities")["element-type"]);
  const device = await qmp.ask<{ name: string }[]>("device-list-properties", { typename: "virtio-net-pci" });
  return {
    qmp,
    schema,
    tap: names(tap),
    parameters: names(argumentsOf("migrate-set-parameters")),
    kindOf: (parameter: string) => typeOf(argumentsOf("migrate-set-parameters"), parameter)["meta-type"],
    capabilities: typeOf(element, "capability").values ?? [],
    device: device.map(({ name }) => name),
  };
}

const SWITCHES = [
  "local",
  "x-permit-local-migration",
  "x-local-migration-supported",
  "local-migration-supported",
  "incoming-fds",
  "local-migration",
  "backend-transfer",
  "fds",
  "local-tap",
  "local-incoming",
];

describe("a look at the stand-in", () => {
  const table: readonly (readonly [dialect: string, found: Partial<Record<string, string[]>>])[] = [
    ["permit", { parameters: ["local"], tap: ["x-permit-local-migration"] }],
    ["supported", { parameters: ["local"], tap: ["x-local-migration-supported"] }],
    ["supported-v17", { parameters: ["local"], tap: ["local-migration-supported", "incoming-fds"] }],
    ["incoming-fds", { parameters: ["local"], tap: ["incoming-fds"], device: ["local-migration"] }],
    ["backend-transfer-v7", { parameters: ["backend-transfer"] }],
    ["backend-transfer-v8", { parameters: ["backend-transfer"], device: ["backend-transfer"] }],
    ["fds", { parameters: ["fds"] }],
    ["local-tap", { capabilities: ["local-tap"], tap: ["local-incoming"] }],
    ["none", {}],
  ];
  for (const [dialect, expected] of table) {
    it(`finds the switches of the dialect ${dialect}, and no others`, async () => {
      const seen = await look({ dialect });
      const found = (names: readonly string[]) => SWITCHES.filter((name) => names.includes(name)).sort();
      expect({
        parameters: found(seen.parameters),
        // Every netdev of type tap has a member `fds`, which is not the feature.
        tap: found(seen.tap.filter((name) => name !== "fds")),
        device: found(seen.device),
        capabilities: found(seen.capabilities),
      }).toEqual({
        parameters: expected.parameters ?? [],
        tap: [...(expected.tap ?? [])].sort(),
        device: expected.device ?? [],
        capabilities: expected.capabilities ?? [],
      });
      expect(seen.tap).toContain("ifname");
      expect(seen.capabilities).toContain("x-ignore-shared");
    });
  }

  it("has names with `local` that are not the feature, and types with numbers for names", async () => {
    const { schema } = await look({ dialect: "none" });
    const text = JSON.stringify([...schema.values()]);
    expect(text).toContain('"local"');
    expect(text).toContain('"localaddr"');
    const types = [...schema.values()].filter((entry) => ["object", "enum"].includes(entry["meta-type"]));
    expect(types.every(({ name }) => /^\d+$/.test(name))).toBe(true);
    expect(new Set(types.map(({ name }) => name)).size).toBe(types.length);
  });

  it("tells the kinds of backend-transfer apart", async () => {
    expect((await look({ dialect: "backend-transfer-v7" })).kindOf("backend-transfer")).toBe("array");
    expect((await look({ dialect: "backend-transfer-v8" })).kindOf("backend-transfer")).toBe("builtin");
  });

  it("refuses in QEMU's words", async () => {
    const { qmp } = await look({ dialect: "none" });
    const refusals = [
      ["query-nonsense", {}, "The command query-nonsense has not been found"],
      ["query-status", { x: 1 }, "Parameter 'x' is unexpected"],
      ["migrate-set-parameters", { local: false }, "Parameter 'local' is unexpected"],
      ["migrate-set-capabilities", {}, "Parameter 'capabilities' is missing"],
      [
        "migrate-set-capabilities",
        { capabilities: [{ capability: "local-tap", state: false }] },
        "Parameter 'capability' does not accept value 'local-tap'",
      ],
      [
        "netdev_add",
        { type: "tap", id: "n", "incoming-fds": false },
        "Parameter 'incoming-fds' is unexpected",
      ],
      ["netdev_add", { type: "tapp", id: "n" }, "Parameter 'type' does not accept value 'tapp'"],
      [
        "netdev_add",
        { type: "tap", id: "n", vnet_hdr: "on" },
        "Invalid parameter type for 'vnet_hdr', expected: boolean",
      ],
      ["netdev_add", { type: "tap", id: "n", queues: "4" }, "Parameter 'queues' expects uint64"],
      ["device-list-properties", { typename: "zz" }, "Device 'zz' not found"],
      ["qmp_capabilities", {}, "Capabilities negotiation is already complete, command ignored"],
    ] as const;
    for (const [command, args, words] of refusals) expect(await qmp.refusal(command, args)).toBe(words);
  });

  it("speaks QMP on stdio, too", () => {
    use({ version: "8.2.1" });
    const args = [...LOOK, "-chardev", "stdio,id=m,signal=off", "-mon", "chardev=m,mode=control"];
    const input = ["qmp_capabilities", "query-version", "quit"]
      .map((execute) => JSON.stringify({ execute }))
      .join("\n");
    const { stdout, status } = spawnSync(standIn.path, args, { input: `${input}\n`, encoding: "utf8" });
    const lines = stdout.split("\r\n").filter((line) => line !== "");
    expect(lines.map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
      "QMP",
      "return",
      "return",
      "timestamp",
      "return",
    ]);
    expect(lines[2]).toContain('"major": 8, "minor": 2, "micro": 1');
    expect(status).toBe(0);
  });

  it("answers on the command line, and refuses there what QEMU would", () => {
    use({ version: "8.2.1" });
    const run = (...args: string[]) => spawnSync(standIn.path, args, { encoding: "utf8" });
    expect(run("--version").stdout).toMatch(/^QEMU emulator version 8\.2\.1 \(/);
    expect(run("-machine", "help").stdout).toMatch(/^q35 .*alias of pc-q35-8\.2\)$/m);
    expect(run("-trace", "help").stdout).toMatch(/^vmstate_downtime_save$/m);
    expect(run("-S", "-foo")).toMatchObject({
      status: 1,
      stderr: "qemu-system-x86_64: -foo: invalid option\n",
    });
    expect(run("-machine", "pc-q35-10.0").stderr).toContain('unsupported machine type: "pc-q35-10.0"');
    expect(run("-kernel", "/nonexistent").stderr).toBe(
      "qemu: could not open kernel file '/nonexistent': No such file or directory\n",
    );
    use({ version: "7.2.22" });
    expect(execFileSync(standIn.path, ["-trace", "help"], { encoding: "utf8" })).not.toContain(
      "vmstate_downtime",
    );
  });
});
