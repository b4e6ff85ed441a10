/** Attacks on `clean` and the next run by records that others wrote, or that are from other hosts. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type Owner, thisOwner } from "../../src/host/owner.ts";
import { findPrivilege } from "../../src/host/privilege.ts";
import { identify } from "../../src/host/proc.ts";
import { type CleanReport, cleanDeadRuns, openRegister } from "../../src/host/register.ts";
import { NAME_PREFIX } from "../../src/host/undo.ts";
import { asRoot } from "../host/as-root.ts";
import type { Attack } from "./attack.ts";

const RUN = "0123456789";
const OWN_UID = String(process.getuid?.());

interface Scene {
  /** The folder above the state folder, and the state folder. */
  readonly base: string;
  readonly state: string;
  /** The record of a run that was killed. */
  readonly record: string;
  /** The folder that it names, in /dev/shm, with the run's name. */
  readonly folder: string;
}

/** A living pid with another start time: what a reused pid looks like. */
const deadOwner = (): Owner => ({ ...thisOwner(), startTicks: thisOwner().startTicks + 1 });

function lines(owner: Owner, things: readonly object[]): string {
  const all = [{ run: RUN, ...owner }, ...things.map((what, hold) => ({ hold, what }))];
  return all.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Makes what a killed run leaves, spoils it, cleans up, and checks the outcome. */
async function cleanedAfter(
  spoil: (scene: Scene) => void,
  check: (report: CleanReport, scene: Scene) => void | Promise<void>,
  { owner = deadOwner(), things }: { owner?: Owner; things?: readonly object[] } = {},
): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), "state-attack-"));
  const scene: Scene = {
    base,
    state: join(base, "runs"),
    record: join(base, "runs", `${RUN}.jsonl`),
    folder: mkdtempSync(join("/dev/shm", `${NAME_PREFIX}${RUN}-`)),
  };
  try {
    mkdirSync(scene.state, { mode: 0o700 });
    const named = things ?? [{ kind: "folder", path: scene.folder }];
    writeFileSync(scene.record, lines(owner, named), { mode: 0o600 });
    spoil(scene);
    await check(await cleanDeadRuns(await findPrivilege(), scene.state), scene);
  } finally {
    asRoot("chown", "-R", OWN_UID, base);
    rmSync(base, { recursive: true, force: true });
    rmSync(scene.folder, { recursive: true, force: true });
  }
}

const OPEN_FOLDERS: readonly (readonly [what: string, spoil: (scene: Scene) => void])[] = [
  ["may be written by others", ({ state }) => asRoot("chmod", "777", state)],
  ["may be written by a group", ({ state }) => asRoot("chmod", "770", state)],
  ["belongs to another user", ({ state }) => asRoot("chown", "4242", state)],
  ["is below one that others may write", ({ base }) => asRoot("chmod", "777", base)],
  [
    "is below one that belongs to another user",
    ({ base }) => {
      // We must still be able to look into it.
      asRoot("chmod", "755", base);
      asRoot("chown", "4242", base);
    },
  ],
];

const FOREIGN_RECORDS: readonly (readonly [what: string, spoil: (record: string) => void])[] = [
  ["is another user's", (record) => asRoot("chown", "4242", record)],
  ["others may write", (record) => asRoot("chmod", "666", record)],
  [
    "is a link to a file of ours",
    (record) => {
      asRoot("mv", record, `${record}.real`);
      symlinkSync(`${record}.real`, record);
    },
  ],
  [
    "has a second name",
    (record) => {
      asRoot("ln", record, `${record}.other`);
    },
  ],
  [
    "is a pipe",
    (record) => {
      rmSync(record);
      asRoot("mkfifo", "-m", "600", record);
      asRoot("chown", OWN_UID, record);
    },
  ],
  ["has 20 MiB", (record) => asRoot("truncate", "-s", "20M", record)],
  ["has another run's name in it", (record) => asRoot("sed", "-i", `s/"${RUN}"/"9999999999"/`, record)],
  ["is no record", (record) => writeFileSync(record, "rubbish\n")],
];

const FORGED_THINGS: readonly (readonly [what: string, thing: object])[] = [
  ["a path that is not of our naming", { kind: "folder", path: "/etc" }],
  ["a way out of the folder", { kind: "folder", path: "/tmp/../etc/tapmig-x/../tapmig-y" }],
  ["a relative path", { kind: "file", path: "tapmig-x" }],
  ["a namespace that is not of our naming", { kind: "namespace", name: "default" }],
  ["an option for a name", { kind: "namespace", name: "-all" }],
  ["what is another run's", { kind: "folder", path: `/dev/shm/${NAME_PREFIX}9999999999-other` }],
  ["what only begins like the run's name", { kind: "folder", path: `/dev/shm/${NAME_PREFIX}${RUN}0-x` }],
  [
    "a process",
    { kind: "process", pid: process.pid, startTicks: identify(process.pid)?.startTicks, name: "x" },
  ],
];

const ELSEWHERE: readonly (readonly [what: string, owner: Partial<Owner>])[] = [
  ["another host that shares this home", { host: "elsewhere 0123" }],
  ["another PID namespace, as a container's is", { pidNamespace: "pid:[1]" }],
  [
    "another boot of another host",
    { host: "elsewhere 0123", bootId: "00000000-0000-0000-0000-000000000000" },
  ],
];

export const STATE_ATTACKS: readonly Attack[] = [
  ...OPEN_FOLDERS.map(([what, spoil]) => ({
    kind: "the register",
    attack: `a state folder that ${what}`,
    holds: "no run begins, and nothing in it is obeyed",
    run: () =>
      cleanedAfter(spoil, async ({ cleaned, problems }, { state, folder }) => {
        expect(cleaned).toEqual([]);
        // In another user's folder, only root can see who owns it.
        const words = /nobody but this user can put anything into|no permission for it/;
        expect(problems.join()).toMatch(words);
        expect(existsSync(folder)).toBe(true);
        const privilege = await findPrivilege();
        expect(() => openRegister(privilege, state)).toThrow(words);
      }),
  })),
  ...FOREIGN_RECORDS.map(([what, spoil]) => ({
    kind: "the register",
    attack: `a record that ${what}`,
    holds: "it is named, and not obeyed",
    run: () =>
      cleanedAfter(
        ({ record }) => spoil(record),
        ({ cleaned, problems }, { record, folder }) => {
          expect(cleaned).toEqual([]);
          expect(problems.join()).toContain(record);
          expect(existsSync(folder)).toBe(true);
        },
      ),
  })),
  ...FORGED_THINGS.map(([what, thing]) => ({
    kind: "the register",
    attack: `a record that names ${what}`,
    holds: "nothing is done to it",
    async run() {
      const { path } = thing as { path?: string };
      const made = path?.startsWith("/dev/shm/") ? path : null;
      if (made !== null) mkdirSync(made);
      try {
        await cleanedAfter(
          () => undefined,
          ({ problems }) => {
            expect(problems).toEqual([]);
            expect(made === null || existsSync(made)).toBe(true);
            expect(existsSync("/etc")).toBe(true);
            expect(identify(1)).not.toBeNull();
          },
          { things: [thing] },
        );
      } finally {
        if (made !== null) rmSync(made, { recursive: true, force: true });
      }
    },
  })),
  ...ELSEWHERE.map(([what, owner]) => ({
    kind: "other hosts, other namespaces",
    attack: `the record of ${what}`,
    holds: "it and its things are left alone",
    run: () =>
      cleanedAfter(
        () => undefined,
        (report, { record, folder }) => {
          expect(report).toEqual({ cleaned: [], living: [], elsewhere: [RUN], problems: [] });
          expect([existsSync(folder), existsSync(record)]).toEqual([true, true]);
        },
        { owner: { ...deadOwner(), ...owner } },
      ),
  })),
];
