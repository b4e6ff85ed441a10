/** The folded parts of a run's page: where the time went, and the environment of the run. */
import type { DeviceTime, Freeze, Iteration, OutageParts, Results, Scenario } from "../results/schema.ts";
import { comparedRows, hasRatios } from "./compared.ts";
import { block, fact } from "./detail-block.ts";
import { labelOf, medianFigure, medianIteration, msFigure, numberOf } from "./figures.ts";
import type { Block } from "./fit.ts";
import { lossBlocks, requestBlocks } from "./iteration-details.ts";
import { fenced, markdown, table } from "./markdown.ts";
import { FREEZE_PARTS, OUTAGE_PARTS, type PartKind } from "./parts.ts";
import { repetitionOf } from "./repeat.ts";
import { runFacts } from "./sentences.ts";

/** All folded blocks except the failures, in the order of the page. */
export function detailBlocks(results: Results, outputFolder: string | null): Block[] {
  return [
    ...freezeBlocks(results),
    ...comparedBlocks(results),
    ...deviceBlocks(results),
    ...chainBlocks(results),
    ...requestBlocks(results),
    ...lossBlocks(results),
    ...environmentBlocks(results, outputFolder),
    ...repeatBlocks(results),
  ];
}

function freezeBlocks(results: Results): Block[] {
  const outage = partsTable(results, OUTAGE_PARTS, ({ outageParts }) => outageParts);
  const freeze = partsTable(results, FREEZE_PARTS, (iteration) => iteration.freeze);
  const section = "Where the time goes: the outage and the freeze in parts";
  return [
    ...(outage === null
      ? []
      : [block(section, "freeze", `The outage, from the last reply to the first, in ms:\n\n${outage}`)]),
    ...(freeze === null
      ? []
      : [
          block(
            section,
            "freeze",
            `The freeze, from STOP to RESUME, in ms. A dash means that the part did not happen or was not measured separately. "state" combines those of stop, save, transfer and load for which QEMU wrote no traces:\n\n${freeze}\n\nEach figure is the median of that part alone. The parts of one iteration add up; their medians may not.`,
          ),
        ]),
  ];
}

/** Which part got slower: all figures of candidate and baseline. */
const comparedBlocks = ({ comparison }: Results): Block[] =>
  comparison.flatMap((one) => {
    if (!hasRatios(one)) return [];
    const rows = comparedRows(one).map(({ name, baseline, candidate, change, interval, p, verdict }) => [
      ...[name, verdict, baseline, candidate, change, interval, p],
    ]);
    const head = ["figure", "verdict", "baseline", "candidate", "change", "95 % interval", "p"];
    return [
      block(
        "Every figure of candidate and baseline",
        "compared",
        `**${one.scenario}**, medians, and the change by pairs; p of the figures below the outage is corrected for their number (Holm):\n\n${table(head, rows, 2)}`,
      ),
    ];
  });

/** One row per scenario, one column per part that at least one scenario has. Null when no part is known. */
function partsTable<T extends Freeze | OutageParts>(
  results: Results,
  parts: readonly PartKind<T>[],
  pick: (iteration: Iteration) => T | null,
): string | null {
  const median = ({ iterations }: Scenario, key: PartKind<T>["key"]) =>
    medianFigure(iterations, (iteration) => {
      const split = pick(iteration);
      return split === null ? null : (split[key] as number | null);
    });
  const shown = results.scenarios.filter(({ iterations }) => iterations.some((one) => pick(one) !== null));
  if (shown.length === 0) return null;
  const columns = parts.filter(({ key }) => shown.some((scenario) => median(scenario, key) !== null));
  return table(
    ["scenario", ...columns.map(({ name }) => name)],
    shown.map((scenario) => [
      labelOf(scenario, results),
      ...columns.map(({ key }) => msFigure(median(scenario, key))),
    ]),
    1,
  );
}

/** The slowest devices get a row each. Most of the others take a few microseconds and share one row. */
const MOST_DEVICES = 12;

function deviceBlocks(results: Results): Block[] {
  const section = "Time per device";
  const blocks = results.scenarios.flatMap((scenario) => {
    const iteration = medianIteration(scenario);
    if (iteration === null) return [];
    const title = `**${labelOf(scenario, results)}**, iteration ${numberOf(iteration, scenario)}, the one nearest the median`;
    return [block(section, "devices", `${title}:\n\n${devicesText(iteration.devices, iteration, results)}`)];
  });
  if (blocks.length === 0) return [];
  if (!results.scenarios.some(({ iterations }) => iterations.some(({ devices }) => devices !== null)))
    return blocks;
  return [
    ...blocks,
    block(
      section,
      "devices",
      "The target loads while the source saves: these times overlap and don't add up to the freeze.",
    ),
  ];
}

function devicesText(devices: readonly DeviceTime[] | null, iteration: Iteration, results: Results): string {
  if (devices === null)
    return `No times: ${markdown(untracedReason([iteration.from, iteration.to], results))}`;
  const us = ({ saveUs, loadUs }: Pick<DeviceTime, "saveUs" | "loadUs">) => (saveUs ?? 0) + (loadUs ?? 0);
  const sorted = [...devices].sort((a, b) => us(b) - us(a));
  const rest = sorted.slice(MOST_DEVICES);
  const sum = (figure: "saveUs" | "loadUs") => {
    const known = rest.flatMap((device) => device[figure] ?? []);
    return known.length === 0 ? null : known.reduce((total, one) => total + one, 0);
  };
  const cell = (value: number | null) => (value === null ? "–" : String(value));
  const halves = [
    ...(devices.every(({ saveUs }) => saveUs === null) ? ([["save", iteration.from]] as const) : []),
    ...(devices.every(({ loadUs }) => loadUs === null) ? ([["load", iteration.to]] as const) : []),
  ];
  return [
    table(
      ["device", "instance", "save µs", "load µs"],
      [
        ...sorted
          .slice(0, MOST_DEVICES)
          .map((one) => [fact(one.name), String(one.instance), cell(one.saveUs), cell(one.loadUs)]),
        ...(rest.length === 0
          ? []
          : [[`${rest.length} others together`, "", cell(sum("saveUs")), cell(sum("loadUs"))]]),
      ],
      1,
    ),
    ...halves.map(([what, role]) => `No times to ${what}: ${markdown(untracedReason([role], results))}`),
  ].join("\n\n");
}

/** Why there are no per-device times for these builds. */
export function untracedReason(
  roles: readonly Results["builds"][number]["role"][],
  results: Results,
): string {
  if (results.inputs.trace === "false") return "the input trace is false.";
  const untraced = results.builds.filter(({ role, traced }) => !traced && roles.includes(role));
  if (untraced.length === 0) return "QEMU's traces have nothing about this migration.";
  const builds = untraced.map(({ role, version }) => `${role} QEMU ${version}`).join(" and ");
  return results.builds.some(({ role }) => role === "baseline")
    ? "one of the builds has no vmstate_downtime traces (QEMU 8.2 and later have them), and in a comparison both builds are traced or neither."
    : `${builds} ${untraced.length === 1 ? "has" : "have"} no vmstate_downtime traces; QEMU 8.2 and later have them.`;
}

/** The first iteration of a chain has its own figures: a QEMU that has never migrated behaves differently. */
function chainBlocks(results: Results): Block[] {
  const rows = results.scenarios.flatMap((scenario) => {
    const { stats } = scenario;
    if (stats === null || stats.firstOutageMs.n === 0 || stats.laterOutageMs.n === 0) return [];
    return (
      [
        ["first", stats.firstOutageMs],
        ["later", stats.laterOutageMs],
      ] as const
    ).map(([which, { n, median, p95, max }]) => [
      labelOf(scenario, results),
      which,
      String(n),
      ...[median, p95, max].map(msFigure),
    ]);
  });
  if (rows.length === 0) return [];
  const head = ["scenario", "iterations", "n", "outage ms, median", "p95", "max"];
  return [block("First iterations of chains, and later ones", "chains", table(head, rows, 2))];
}

function environmentBlocks(results: Results, outputFolder: string | null): Block[] {
  const { builds } = results;
  const facts: [string, string][] = [
    ...runFacts(results),
    ...(outputFolder === null ? [] : ([["results and logs", outputFolder]] as [string, string][])),
  ];
  const section = "Environment and builds";
  return [
    block(
      section,
      "environment",
      table(
        ["what", ""],
        facts.map(([name, text]) => [name, fact(text)]),
      ),
    ),
    block(
      section,
      "environment",
      table(
        ["build", "QEMU", "dialect of local TAP migration", "time per device", "path"],
        builds.map(({ role, version, dialect, traced, path }) => [
          role,
          fact(version),
          dialect ?? "none",
          traced ? "traced" : "not traced",
          fact(path),
        ]),
      ),
    ),
  ];
}

function repeatBlocks(results: Results): Block[] {
  const { command, leftOut } = repetitionOf(results);
  const remark =
    leftOut.length === 0
      ? []
      : [`Inputs that this command does not contain: ${leftOut.map(fact).join(", ")}.`];
  return [block("Repeat this run", "repeat", [fenced(command, "sh"), ...remark].join("\n\n"))];
}
