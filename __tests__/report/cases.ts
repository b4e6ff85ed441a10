/** Runs that every report is tried with: each a kind of results that people meet, or a text that tries to be more than text. */
import { readFileSync } from "node:fs";
import { judgeLimits, limitsFault, parseLimits } from "../../src/measure/limits.ts";
import { type Iteration, type Loss, Results, type Scenario } from "../../src/results/schema.ts";
import { scenarioRow } from "../../src/scenarios/table.ts";
import { comparedAs, inPairs, slowerPart } from "./compared-cases.ts";
import { connections, slowerRequests } from "./connected.ts";
import { results, scenario, unsupported } from "./made-up.ts";
import { iterations, measured, scenarioOf, timeline } from "./measured.ts";

export { iterations, measured, scenarioOf } from "./measured.ts";

/** Results of real runs, with figures and texts as QEMU and guests give them. */
export const recorded = (name: "ab-10.0-11.1" | "alone-7.2" | "upgrade-7.2-10.0"): Results =>
  Results.parse(JSON.parse(readFileSync(new URL(`../data/results/${name}.json`, import.meta.url), "utf8")));

const limitsFor = (name: Scenario["name"], of: Iteration[], outage: string, lost = "") =>
  judgeLimits(
    [...parseLimits(outage, "max-outage-ms").limits, ...parseLimits(lost, "max-lost").limits],
    name,
    of,
  );

/** What is not so in scenarios that pass the TAP on. */
const SAME_TAP = { tapSwitchMs: null } as const;

const PERMIT = {
  role: "candidate",
  path: "/opt/qemu/bin/qemu-system-x86_64",
  version: "11.0.50 (v11.0.0-123-gabcdef)",
  dialect: "permit",
  traced: true,
} as const;

export const passed = (): Results => {
  const limits = "30\ntap-fd: p95=20";
  const limited = (name: Scenario["name"], of: Iteration[]) =>
    scenarioOf(of, { name, limits: limitsFor(name, of, limits) });
  return results({
    seed: 4711,
    inputs: { qemu: PERMIT.path, iterations: "10", "max-outage-ms": limits },
    builds: [PERMIT],
    control: { stretchMs: 1000, longestGapMs: { n: 5, min: 1.1, median: 1.3, p95: 1.9, max: 2, ci95: null } },
    scenarios: [
      limited("tap-fd", iterations(10, 12.1, SAME_TAP)),
      limited("tap-fd-vhost", iterations(10, 10.4, { ...SAME_TAP, vhost: true })),
      limited("new-tap", iterations(10, 18.3)),
      limited("new-tap-vhost", iterations(10, 16.9, { vhost: true })),
    ],
  });
};

/** Too noisy a machine for one limit, and for the figures of a scenario; what is left passed. */
export const noisy = (): Results => {
  const ofTapFd = iterations(5, 12.1, { ...SAME_TAP, noiseMs: 8.2 });
  const ofNewTap = iterations(5, 31.3, { noiseMs: 9.1 });
  return results({
    inputs: { "max-outage-ms": "15\nnew-tap: 40" },
    builds: [PERMIT],
    scenarios: [
      scenarioOf(ofTapFd, { name: "tap-fd", limits: limitsFor("tap-fd", ofTapFd, "15\nnew-tap: 40") }),
      scenarioOf(ofNewTap, { limits: limitsFor("new-tap", ofNewTap, "15\nnew-tap: 40") }),
      { ...unsupported(NO_VHOST), name: "tap-fd-vhost" },
      { ...unsupported(NO_VHOST), name: "new-tap-vhost" },
    ],
  });
};

const NO_VHOST = "/dev/vhost-net is missing: modprobe vhost_net";

const loss = (phase: Loss["phase"], count: number, firstAtMs: number, flow = 0): Loss => ({
  ...{ address: `192.168.100.${2 + flow}`, phase, count, firstAtMs },
});

/** Requests lost where packets wait: one per queue pair whenever the source was a target before, and some more. */
export const losses = (): Results => {
  const lost = (of: Iteration, ...own: Loss[]): Iteration => ({
    ...of,
    lost: own.reduce((sum, { count }) => sum + count, 0),
    losses: own,
  });
  const ofTapFd = iterations(10, 12.1, SAME_TAP).map((one, at) =>
    one.index === 1 ? lost(one) : lost(one, at === 3 ? loss("before-stop", 1, 1.1) : loss("freeze", 1, 2.3)),
  );
  const queuePairs = { offered: 4, active: 4 };
  const ofVhost = iterations(5, 10.4, { ...SAME_TAP, vhost: true, queuePairs }).map((one) =>
    one.index === 1 ? lost(one) : lost(one, loss("freeze", 3, 1.2), loss("freeze", 1, 1.9, 2)),
  );
  const judged = limitsFor("tap-fd-vhost", ofVhost, "", "tap-fd-vhost: 2");
  return results({
    conclusion: "failed",
    reason: "failed: tap-fd-vhost",
    inputs: { qemu: PERMIT.path, iterations: "10", "max-lost": "tap-fd-vhost: 2" },
    builds: [PERMIT],
    scenarios: [
      scenarioOf(ofTapFd, { name: "tap-fd" }),
      scenarioOf(ofVhost, {
        ...{ name: "tap-fd-vhost", status: "failed", reason: limitsFault(judged, false), limits: judged },
      }),
      scenarioOf(iterations(10, 18.3, { lost: 9, losses: null }), { name: "new-tap" }),
    ],
  });
};

/** An outage that begins 14 to 60 ms before STOP in one scenario, and with the freeze in the other. */
export const early = (): Results => {
  const beforeStop = (one: Iteration, at: number): Iteration => {
    const beforeStopMs = 14 + (at % 5) * 11.5;
    const { outageMs, outageParts } = one;
    if (outageMs === null || outageParts === null) return one;
    return {
      ...one,
      outageMs: outageMs + beforeStopMs,
      outageParts: { ...outageParts, beforeStopMs: outageParts.beforeStopMs + beforeStopMs },
      timeline: one.timeline.map((entry) => ({
        ...entry,
        // The target was launched long before; what follows `migrate` is later, except for the last reply.
        atMs: entry.atMs > 0 && entry.event !== "last reply" ? entry.atMs + beforeStopMs : entry.atMs,
      })),
    };
  };
  return results({
    builds: [PERMIT],
    scenarios: [
      scenarioOf(iterations(10, 12.1, SAME_TAP).map(beforeStop), { name: "tap-fd" }),
      scenarioOf(iterations(10, 18.3), { name: "new-tap" }),
    ],
  });
};

/** As many iterations as people ask for, and nothing wrong with them. */
export const hundred = (): Results =>
  results({
    inputs: { qemu: PERMIT.path, iterations: "100", scenarios: "new-tap" },
    builds: [PERMIT],
    scenarios: [scenarioOf(iterations(100, 18.3))],
  });

export const OPEN_REASON =
  "the guest did not answer again: no reply since 2.0 ms after migrate, though the target resumed 5012.4 ms before the end";

/** The guest never answered again: there is no outage, as it has no end. */
export const openOutage = (): Results =>
  results({
    conclusion: "failed",
    reason: "failed: new-tap",
    builds: [PERMIT],
    scenarios: [
      scenarioOf(
        [
          measured(18.2),
          measured(20, {
            status: "failed",
            reason: OPEN_REASON,
            index: 2,
            ...{ outageMs: null, resolved: null, resumeToReplyMs: null, afterGapMs: null, outageParts: null },
            ...{ sent: 5604, lost: 5021 },
            timeline: timeline(20)
              .filter(({ event }) => event !== "first reply")
              .map((entry) => (entry.event === "end" ? { ...entry, atMs: 5021.4 } : entry)),
            evidence: [
              { side: "source", what: "stderr", tail: "qemu-system-x86_64: warning: one\n" },
              { side: "target", what: "console", tail: "login[1]: root login\n~ # " },
              { side: "host", what: "ip -s address", tail: "4: tap1: <BROADCAST,MULTICAST,UP>\n" },
            ],
          }),
        ],
        { status: "failed", reason: `1 of 2 iterations failed, the first: ${OPEN_REASON}` },
      ),
    ],
  });

/** Every kind of scenario that did not pass. */
export const failed = (): Results => {
  const limits = { outage: "20\np95=50", lost: "0" };
  const untraced = { noiseMs: 24, devices: null } as const;
  const ofNewTap = [...iterations(5, 42, untraced), measured(61.3, { ...untraced, boot: 2 })];
  const judged = limitsFor("new-tap", ofNewTap, limits.outage, limits.lost);
  return results({
    conclusion: "failed",
    reason: "timeout-minutes is over: 60 minutes have passed; failed: tap-fd, new-tap",
    inputs: {
      accel: "tcg",
      "qemu-args": "…",
      trace: "false",
      "max-outage-ms": limits.outage,
      "max-lost": limits.lost,
    },
    accel: "tcg",
    probe: { tool: "ping", periodMs: 10, resolutionMs: 10 },
    builds: [{ ...PERMIT, traced: false }],
    scenarios: [
      scenario({
        ...{ name: "tap-fd", status: "failed", bootMs: [], iterations: [], stats: null },
        reason: "the guest did not come up: no prompt within 60 s",
        evidence: [
          { side: "source", what: "console", tail: "Kernel panic - not syncing: VFS\n---[ end ]---\n" },
        ],
      }),
      { ...unsupported(NO_VHOST), name: "tap-fd-vhost" },
      scenarioOf(ofNewTap, { status: "failed", reason: limitsFault(judged, false), limits: judged }),
      scenario({
        ...{ name: "new-tap-vhost", status: "skipped", iterations: [], bootMs: [], stats: null },
        reason: "timeout-minutes is over: 60 minutes have passed after 0 of 6 iterations",
      }),
    ],
  });
};

export const unsupportedOnly = (): Results =>
  results({
    conclusion: "failed",
    reason: "unsupported: tap-fd",
    inputs: { scenarios: "tap-fd" },
    scenarios: [unsupported("this QEMU has no local migration of TAP backends")],
  });

/** Two builds: one comparison says slower, one the same, one can't decide. */
export const comparison = (): Results => {
  const version = "11.0.50 (v11.0.0-100-g123456)";
  const baseline = { ...PERMIT, role: "baseline", version, path: "/opt/qemu-base/qemu" } as const;
  const given = (name: Scenario["name"]): Partial<Iteration> => ({
    ...(scenarioRow(name).handOver.passesFds && SAME_TAP),
    vhost: scenarioRow(name).vhost,
  });
  // Shifted against each other, partners differ by chance too.
  const pair = (name: Scenario["name"], a: number, b: number, shift = 0): [Scenario, Scenario] => [
    scenarioOf(inPairs(iterations(30 + shift, b, given(name)).slice(shift)), { name }),
    scenarioOf(inPairs(iterations(30, a, { ...given(name), from: "baseline", to: "baseline" })), {
      ...{ name, build: "baseline" },
    }),
  ];
  const pairs = [pair("tap-fd", 12.1, 16), pair("tap-fd-vhost", 10.4, 10.3), pair("new-tap", 18.2, 20.9, 7)];
  return results({
    conclusion: "failed",
    reason: "slower than the baseline: tap-fd",
    inputs: { qemu: PERMIT.path, "baseline-qemu": baseline.path },
    builds: [PERMIT, baseline],
    scenarios: pairs.flat(),
    comparison: pairs.map(([candidate, other]) => comparedAs(candidate, other)),
  });
};

/** Texts that would be more than text wherever they are not taken for what they are. */
export const NASTY = [
  "`````` | </details> <img src=x onerror=alert(1)> **x** https://example.org",
  "::error::not ours\n##[error]nor this",
  '"]; click a call b() %%{init: {}}%% ```',
  "\u202egnp.evil\u2069 \u0000\u0007\u001b[31m \ud800 ]]> ]]> 😀 שלום &amp; <!-- [x]: y",
].join("\n");

/** Every text of the results that is not ours is nasty. */
export const nasty = (): Results =>
  results({
    conclusion: "failed",
    reason: `failed: new-tap; ${NASTY}`,
    host: { kernel: NASTY, cpu: NASTY, cores: 1 },
    guest: NASTY,
    inputs: { qemu: NASTY, "qemu-args": "…", iso: "it's a 'file' with $(date) `id` \"x\" \\" },
    builds: [{ ...PERMIT, path: NASTY, version: NASTY }],
    scenarios: [
      scenarioOf(
        [
          measured(20.5, {
            folder: NASTY,
            devices: [{ name: NASTY, instance: 0, saveUs: 1, loadUs: 2 }],
            timeline: [...timeline(20.5), { atMs: 30, side: "source", event: NASTY }],
          }),
          measured(21, {
            status: "failed",
            reason: NASTY,
            folder: NASTY,
            evidence: [{ side: "target", what: NASTY, tail: `${NASTY}\n\`\`\`\n</details>\n# heading\n` }],
          }),
        ],
        { status: "failed", reason: NASTY, evidence: [{ side: "host", what: NASTY, tail: NASTY }] },
      ),
      unsupported(NASTY),
    ],
  });

/** A hundred iterations of each scenario, half of them failed with more to say than a page holds. */
export const huge = (): Results =>
  results({
    conclusion: "failed",
    reason: "failed: tap-fd, tap-fd-vhost, new-tap, new-tap-vhost",
    builds: [PERMIT],
    scenarios: (["tap-fd", "tap-fd-vhost", "new-tap", "new-tap-vhost"] as const).map((name) =>
      scenarioOf(
        iterations(100, 15).map((one, at) =>
          at % 2 === 0
            ? one
            : {
                ...one,
                status: "failed",
                reason: `ping after the migration: no answer (${"é".repeat(500)})`,
                evidence: (["source", "target", "host"] as const).map((side) => ({
                  side,
                  what: "console",
                  tail: "[ 12.345678] a line of the kernel, with ümlauts ```\n".repeat(400),
                })),
              },
        ),
        { name, status: "failed", reason: "50 of 100 iterations failed, the first: ping" },
      ),
    ),
  });

export const CASES = {
  passed,
  noisy,
  failed,
  "open-outage": openOutage,
  unsupported: unsupportedOnly,
  "a-b": comparison,
  "a-b-real": () => recorded("ab-10.0-11.1"),
  "round-trip": () => recorded("upgrade-7.2-10.0"),
  "alone-real": () => recorded("alone-7.2"),
  "100-iterations": hundred,
  losses,
  early,
  connections,
  "slower-requests": slowerRequests,
  "slower-part": slowerPart,
  nasty,
} as const;
