/** Proves: no text from outside becomes an option, a second command or another program run as root. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeviceName } from "../../src/host/devices.ts";
import type { PackageManager } from "../../src/host/packages.ts";
import * as root from "../../src/host/root-command.ts";
import { SYSTEM_FOLDERS } from "../../src/host/system-folders.ts";

// From outside come names, paths and numbers.

const NAMESPACE = "tapmig-0123456789-guest";
const IDS = { uid: 1000, gid: 1000, groups: [36, 108] };
/** Any words, and words as an attacker would choose them. */
const words = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    "-x",
    "--all",
    "a b",
    "a\nlink delete lo",
    "$(id)",
    "`id`",
    "a;id",
    "../x",
    "tapmig-",
    "\0",
  ),
  fc.string().map((text) => `${NAMESPACE}${text}`),
  fc.string().map((text) => `${text}${NAMESPACE}`),
);
/** The command, or null when it is refused. */
const attempt = (make: () => root.RootCommand): readonly string[] | null => {
  try {
    return make();
  } catch (error) {
    expect(String(error)).toMatch(/^Error: not to be run as root: /);
    return null;
  }
};
const isProgramOfTheSystem = (path: string | undefined) =>
  SYSTEM_FOLDERS.some(
    (folder) => path?.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes("/"),
  );

describe("a name of a network namespace", () => {
  test.each([
    ["addNamespace", root.addNamespace],
    ["deleteNamespace", root.deleteNamespace],
    ["listPids", root.listPids],
    ["showStatistics", root.showStatistics],
    ["openBatch", root.openBatch],
  ])("%s takes no other than ours", (_, make) => {
    const good = attempt(() => make(NAMESPACE));
    expect(isProgramOfTheSystem(good?.[0])).toBe(true);
    expect(good).toContain(NAMESPACE);
    fc.assert(
      fc.property(words, (name) => {
        const made = attempt(() => make(name));
        expect(made === null || /^tapmig-[0-9a-f]{10}-[a-z]{1,20}$/.test(name)).toBe(true);
      }),
    );
  });
});

describe("a line for ip", () => {
  test("is one command of plain words", () => {
    root.checkBatchLine("tuntap add dev tap0 mode tap multi_queue vnet_hdr user 1000");
    root.checkBatchLine("neighbour replace 192.168.100.2 lladdr d6:0d:75:f8:0f:b7 dev tap0 nud permanent");
    fc.assert(
      fc.property(words, (word) => {
        const line = `link set dev ${word} up`;
        const taken = attempt(() => root.checkBatchLine(line) as never) !== null;
        if (taken) expect(line).toMatch(/^[a-z0-9 _.:/-]+$/);
        if (taken) for (const part of line.split(" ")) expect(part).toMatch(/^[a-z0-9]/);
      }),
    );
  });
});

describe("the probe", () => {
  test("its arguments are options of one letter, numbers and addresses", () => {
    const args = ["-l", "-D", "-i", "0.2", "-p", "1", "-t", "5000", "192.168.100.2"];
    expect(attempt(() => root.probeInside(NAMESPACE, "fping", args))?.slice(-args.length)).toEqual(args);
    fc.assert(
      fc.property(words, (word) => {
        const made = attempt(() => root.probeInside(NAMESPACE, "ping", ["-n", word]));
        if (made !== null) expect(word).toMatch(/^(-[A-Za-z]|[\d.]+)$/);
      }),
    );
  });
});

describe("what is run as the user", () => {
  test("comes after all that is ours, whatever it is, and its program is named by its whole path", () => {
    fc.assert(
      fc.property(fc.array(words), words, (args, value) => {
        const made = attempt(() => root.userInside(NAMESPACE, IDS, { PATH: value }, ["/bin/sh", ...args]));
        const ours = made?.slice(0, made.length - args.length) ?? [];
        expect(ours.map((word) => word.replace(/^.*\//, ""))).toEqual(
          [
            ...["ip", "netns", "exec", NAMESPACE],
            ...[
              "setpriv",
              "--reuid",
              "1000",
              "--regid",
              "1000",
              "--groups",
              "36,108",
              "--no-new-privs",
              "--",
            ],
            ...["env", "-i", `PATH=${value}`, "sh"],
          ].map((word) => word.replace(/^.*\//, "")),
        );
        expect(made?.slice(ours.length)).toEqual(args);
      }),
    );
    for (const program of ["sh", "-i", "./sh", ""]) {
      expect(attempt(() => root.userInside(NAMESPACE, IDS, {}, [program]))).toBeNull();
    }
  });

  test("in a user namespace of ours it loses every capability, and keeps its ids", () => {
    const made = attempt(() => root.userInside(NAMESPACE, "mapped", { A: "b" }, ["/bin/sh", "-c"])) ?? [];
    expect(made.map((word) => word.replace(/^\/.*\//, ""))).toEqual([
      ...["ip", "netns", "exec", NAMESPACE, "setpriv"],
      ...["--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all", "--no-new-privs", "--"],
      ...["env", "-i", "A=b", "sh", "-c"],
    ]);
    for (const name of ["tapmig-x", "--help"]) {
      expect(attempt(() => root.userInside(name, "mapped", {}, ["/bin/sh"]))).toBeNull();
    }
  });

  test("ids are numbers, variables have plain names", () => {
    fc.assert(
      fc.property(fc.anything(), (id) => {
        const made = attempt(() =>
          root.userInside(NAMESPACE, { ...IDS, gid: id as number }, {}, ["/bin/sh"]),
        );
        expect(made === null || (Number.isInteger(id) && Number(id) >= 0)).toBe(true);
      }),
    );
    expect(attempt(() => root.userInside(NAMESPACE, IDS, { "-u": "x" }, ["/bin/sh"]))).toBeNull();
  });
});

test("a signal goes to one process, never to a group, to all, or to the first one", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1, -1)), (pid) => {
      const made = attempt(() => root.signalProcess(pid, "KILL"));
      expect(made === null).toBe(!(Number.isInteger(pid) && pid > 1));
      if (made !== null) expect(made.slice(1)).toEqual(["-c", 'kill -s "$0" -- "$1"', "KILL", `${pid}`]);
    }),
  );
  expect(attempt(() => root.signalProcess(4711, "STOP" as root.RootSignal))).toBeNull();
});

test("a kernel is read from where a system keeps them, and from nowhere else", () => {
  expect(attempt(() => root.readKernel("/boot/vmlinuz-6.8.0-45-generic"))?.slice(1)).toEqual([
    "--",
    "/boot/vmlinuz-6.8.0-45-generic",
  ]);
  for (const path of [
    "/etc/shadow",
    "/boot/../etc/shadow",
    "/boot/./x",
    "boot/x",
    "/bootx/y",
    "/boot",
    "-/boot/x",
    "",
  ]) {
    expect(
      attempt(() => root.readKernel(path)),
      path,
    ).toBeNull();
  }
});

describe("what setup does", () => {
  const apt: PackageManager = {
    ...{ name: "apt-get", path: "/usr/bin/apt-get", refresh: ["update"], install: ["install", "-y"] },
  };
  const withoutFolders = (made: readonly string[] | null) =>
    made?.map((word) => word.replace(/^(\/usr)?\/s?bin\//, ""));

  test("a package is a name, never an option or a file", () => {
    fc.assert(
      fc.property(words, (name) => {
        const made = attempt(() => root.installPackages(apt, [name]));
        expect(made === null).toBe(!/^[A-Za-z0-9][A-Za-z0-9+._~-]*$/.test(name));
        if (made !== null) expect(made.at(-1)).toBe(name);
      }),
    );
    expect(attempt(() => root.installPackages(apt, []))).toBeNull();
  });

  test("a module is one of four", () => {
    fc.assert(
      fc.property(words, (name) => {
        expect(attempt(() => root.loadModule(name as root.KernelModule))).toBeNull();
      }),
    );
    expect(withoutFolders(root.loadModule("vhost_net"))).toEqual(["modprobe", "vhost_net"]);
  });

  test("a device is one of three, and opens for one user, who is not root", () => {
    const all = [root.openDevice, root.shutDevice, root.writeRule];
    for (const make of all) {
      fc.assert(
        fc.property(words, fc.oneof(fc.integer(), fc.double()), (name, uid) => {
          expect(attempt(() => make(name as DeviceName, 1000))).toBeNull();
          const made = attempt(() => make("kvm", uid));
          expect(made === null).toBe(!(Number.isInteger(uid) && uid > 0));
        }),
      );
    }
    for (const make of [root.removeRule, root.applyRules, root.giveBack])
      expect(attempt(() => make("../sda" as DeviceName))).toBeNull();
    expect(withoutFolders(root.openDevice("kvm", 1000))).toEqual(["setfacl", "-m", "u:1000:rw", "/dev/kvm"]);
    expect(withoutFolders(root.writeRule("vhost-net", 1000))).toEqual([
      ...["sh", "-c", `umask 022 && printf '%s\\n' "$0" >"$1"`],
      ...[`KERNEL=="vhost-net", OWNER="1000"`, "/etc/udev/rules.d/99-tap-migration-vhost-net.rules"],
    ]);
  });
});

test("nothing else in the sources becomes root, or runs a shell with text of its own making", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort();
  const having = (pattern: RegExp) =>
    files.filter((name) => pattern.test(readFileSync(join("src", name), "utf8")));
  expect(having(/\[sudo\b|\b\w+\(\s*sudo\b/)).toEqual(["host/privilege.ts", "host/sudo.ts"]);
  expect(having(/"@actions\/exec"/)).toEqual(["host/exec.ts"]);
  expect(having(/as unknown as RootCommand|as RootCommand/)).toEqual(["host/root-command.ts"]);
  expect(having(/tool\("sh"\)/)).toEqual([
    ...["doctor/trials.ts", "host/rootless.ts", "qemu/ask.ts", "qemu/process.ts", "setup/run-commands.ts"],
  ]);
  expect(having(/tool\("(unshare|nsenter)"\)/)).toEqual(["host/rootless.ts"]);
  expect(having(/command\("sh"/)).toEqual(["host/root-command.ts"]);
  expect(having(/\bshell: |\bexecSync\(|\bexec\(["'`]/)).toEqual([]);
});
