/** Compares known freezes with the outages that the product measures, with a control without freeze, and with a naive ping reader. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../__tests__/folder.ts";
import { guestAddress } from "../src/host/network.ts";
import { findPrivilege, type Privilege } from "../src/host/privilege.ts";
import { markdownTable, ms } from "./document.ts";
import {
  type Accuracy,
  accuracyOf,
  type Group,
  type Measured,
  missedBy,
  type PingReading,
  pingNotShownBlind,
  spreadOf,
} from "./errors.ts";
import { longestGapWithoutFreeze } from "./freezes.ts";
import { place, type Report, say } from "./front.ts";
import { type AskedFreeze, frozenIn, KINDS, type KnownRun, runWithFreeze } from "./known-freezes.ts";
import { pingBeside } from "./ping-beside.ts";
import { firstToLast, readNoAnswers } from "./ping-reader.ts";

const FREEZES_MS = [2, 5, 10, 20, 50, 100, 300];
const PERIOD_MS = 1;
/** Slow, so that the product's requests do not disturb the ping reader. */
const SLOW_PERIOD_MS = 20;
/** ping prints "no answer yet" with its next request, up to this much later. */
const PING_SPEAKS_WITHIN_MS = 15;

/** Several rounds of all freezes, so that a bad minute of the host does not hit one length only. */
const WHOLE = { rounds: 2, iterations: 15, pingIterations: 5 };
const QUICK = { rounds: 1, iterations: 5, pingIterations: 2 };

/** What each iteration of a run measured of its true freeze. */
function measuredIn(run: KnownRun): Measured[] {
  return frozenIn(run).map(({ iteration: { resolved, timeline }, outageMs, freeze, log }) => {
    // The timeline counts from `migrate`. The stand-in stamps STOP when it stops reading packets.
    const at = (event: string) => timeline.find((moment) => moment.event === event)?.atMs ?? Number.NaN;
    const onTheWallClock = (event: string) => freeze.startMs + at(event) - at("STOP");
    const quiet = { startMs: onTheWallClock("quiet stretch"), endMs: onTheWallClock("launch target") };
    const controlMs = longestGapWithoutFreeze(log, quiet, freeze.lengthMs, PERIOD_MS);
    return { freezeMs: freeze.lengthMs, outageMs, controlMs, resolved };
  });
}

async function readByPing(
  cli: string,
  privilege: Privilege,
  freeze: AskedFreeze,
  iterations: number,
): Promise<PingReading> {
  using folder = temporaryFolder();
  const logPath = join(folder.path, "ping.log");
  const slow = { iterations, "probe-interval-ms": SLOW_PERIOD_MS, connections: 0 };
  const { freezes } = await runWithFreeze(cli, freeze, slow, (standIn) =>
    pingBeside(standIn, privilege, guestAddress(0), logPath),
  );
  const noAnswersMs = readNoAnswers(readFileSync(logPath, "latin1"));
  const readings = freezes.map(({ startMs, endMs, lengthMs }) => ({
    freezeMs: lengthMs,
    readMs: firstToLast(noAnswersMs, startMs, endMs + PING_SPEAKS_WITHIN_MS),
  }));
  return { ...freeze, readings };
}

export async function outagesReport(cli: string, quick: boolean): Promise<Report> {
  const { rounds, iterations, pingIterations } = quick ? QUICK : WHOLE;
  const privilege = await findPrivilege();
  const kindsOfFreezes = FREEZES_MS.flatMap((askedMs) => KINDS.map((kind) => ({ askedMs, kind })));
  const groups = kindsOfFreezes.map((freeze) => ({
    ...freeze,
    wanted: rounds * iterations,
    measured: [] as Measured[],
  })) satisfies Group[];
  for (let round = 1; round <= rounds; round += 1) {
    for (const group of groups) {
      say(`round ${round} of ${rounds}: ${iterations} freezes of ${group.askedMs} ms, ${group.kind}`);
      group.measured.push(
        ...measuredIn(await runWithFreeze(cli, group, { iterations, "probe-interval-ms": PERIOD_MS })),
      );
    }
  }
  const readings: PingReading[] = [];
  for (const freeze of kindsOfFreezes) {
    say(`read by ping: ${pingIterations} freezes of ${freeze.askedMs} ms, ${freeze.kind}`);
    readings.push(await readByPing(cli, privilege, freeze, pingIterations));
  }
  const accuracies = groups.map((group) => accuracyOf(group, PERIOD_MS));
  return {
    name: "accuracy",
    markdown: [place(), "", accuracyTable(accuracies), "", "The ping reader:", "", pingTable(readings)].join(
      "\n",
    ),
    figures: { periodMs: PERIOD_MS, accuracies, groups, readings },
    missed: [
      ...accuracies.flatMap((accuracy) => missedBy(accuracy, PERIOD_MS)),
      ...pingNotShownBlind(readings),
    ],
  };
}

function accuracyTable(accuracies: readonly Accuracy[]): string {
  return markdownTable(
    [
      "requested freeze, kind",
      "measured",
      "upper bounds",
      "true freeze, median",
      "outage, median",
      "excess, median",
      "error, median",
      "error, p95",
      "error, max",
      "control, median",
      "control, p95",
    ],
    accuracies.map(
      ({ askedMs, kind, n, wanted, unresolved, freezeMs, outageMs, excessMs, errorMs, controlMs }) => [
        `${askedMs} ms, ${kind}`,
        `${n} of ${wanted}`,
        String(unresolved),
        ms(freezeMs.median),
        ms(outageMs.median),
        ms(excessMs.median),
        ms(errorMs.median),
        ms(errorMs.p95),
        ms(errorMs.max),
        ms(controlMs.median),
        ms(controlMs.p95),
      ],
    ),
  );
}

function pingTable(groups: readonly PingReading[]): string {
  return markdownTable(
    ["requested freeze, kind", "read", "true freeze, median", "ping reads, median", "largest", "read as 0"],
    groups.map(({ askedMs, kind, readings }) => {
      const read = spreadOf(readings.map(({ readMs }) => readMs));
      return [
        `${askedMs} ms, ${kind}`,
        String(readings.length),
        ms(spreadOf(readings.map(({ freezeMs }) => freezeMs)).median),
        ms(read.median),
        ms(read.max),
        String(readings.filter(({ readMs }) => readMs === 0).length),
      ];
    }),
  );
}
