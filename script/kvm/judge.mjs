// Judges the records of script/test-kvm. Prints a line for each check: "ok: …" or "FAILED: …".
//   node judge.mjs FOLDER
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const uid = String(process.getuid());
/** A vhost thread wakes far more often when it carries one request per millisecond, and hardly ever when idle. */
const WAKINGS_IN_USE = 100;
const FIGURES = [
  ...["outageMs", "noiseMs", "sent", "lost", "late", "vcpuPauseMs", "qemuDowntimeMs", "harnessMs"],
  ...["tapSwitchMs", "migrateMs"],
];

const check = (what, truth) => process.stdout.write(`${truth ? "ok" : "FAILED"}: ${what}\n`);
const read = (name) => {
  const path = join(folder, name, "results.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
};
const watched = JSON.parse(readFileSync(join(folder, "watched.json"), "utf8"));
const phases = readFileSync(join(folder, "phases"), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(" "))
  .map(([name, begin, end]) => ({ name, begin: Number(begin), end: Number(end) }));
const guestsIn = ({ begin, end }) =>
  watched
    .filter(({ isGuest, firstMs }) => isGuest && firstMs >= begin && firstMs <= end)
    .sort((a, b) => a.firstMs - b.firstMs);

const passedIn = (scenario) => (scenario?.iterations ?? []).filter(({ status }) => status === "passed");
const named = (results, name) => results.scenarios.find((scenario) => scenario.name === name);
const wakings = ({ vhost }) =>
  Object.values(vhost).reduce((most, { first, last }) => Math.max(most, last - first), 0);

/** Not the product's table: this judges the product. */
const SCENARIOS = {
  "tap-fd": { fds: true, vhost: false },
  "tap-fd-vhost": { fds: true, vhost: true },
  "new-tap": { fds: false, vhost: false },
  "new-tap-vhost": { fds: false, vhost: true },
};

function judgeScenarios(results, iterations) {
  const [build] = results.builds;
  const passesFds = build.dialect !== null;
  check("scenarios: accelerator kvm", results.accel === "kvm");
  check("scenarios: the run passed", results.conclusion === "passed");
  for (const [name, { fds }] of Object.entries(SCENARIOS)) {
    const scenario = named(results, name);
    if (fds && !passesFds) {
      check(
        `${name}: unsupported, with the reason`,
        scenario.status === "unsupported" &&
          scenario.reason.includes("this QEMU has no local migration of TAP backends"),
      );
      continue;
    }
    const passed = passedIn(scenario);
    const count = `${passed.length} of ${iterations} iterations passed`;
    check(`${name}: ${count}`, passed.length === iterations && scenario.status === "passed");
    const wanted = SCENARIOS[name].vhost;
    check(
      `${name}: vhost ${wanted ? "active" : "not in use"} in each, as the product says`,
      passed.length > 0 && passed.every(({ vhost }) => vhost === wanted),
    );
    const missing = FIGURES.filter((figure) => passed.some((iteration) => iteration[figure] === null));
    check(
      `${name}: ${missing.length === 0 ? "no figure is missing" : `missing: ${missing.join(", ")}`}`,
      passed.length > 0 && missing.length === 0,
    );
  }
}

/** Assigns QEMUs to scenarios by their order: each boot starts one QEMU and each iteration one more, scenario by scenario. */
function judgeVhost(results, phase) {
  const guests = guestsIn(phase);
  let at = 0;
  for (const { name, status, bootMs, iterations } of results.scenarios) {
    if (status === "unsupported") continue;
    const own = guests.slice(at, at + bootMs.length + iterations.length);
    at += own.length;
    const each = own.map(wakings);
    const wanted = SCENARIOS[name].vhost;
    check(
      `${name}: from outside, ${own.length} QEMUs, wakings of the busiest vhost thread of each: ${each.join(", ")}`,
      own.length === bootMs.length + iterations.length &&
        own.length > 0 &&
        own.every((guest, index) =>
          wanted ? each[index] >= WAKINGS_IN_USE : Object.keys(guest.vhost).length === 0,
        ),
    );
  }
  check(`scenarios: no other QEMU was started (${guests.length} in all)`, guests.length === at);
}

function judgeCompared(results, iterations) {
  const [comparison] = results.comparison;
  const roles = results.scenarios.map(({ build }) => build).sort();
  check("A/B: both builds took part", roles.join() === "baseline,candidate");
  for (const scenario of results.scenarios) {
    const passed = passedIn(scenario);
    check(
      `A/B: ${scenario.build}: ${passed.length} of ${iterations} iterations passed, ${scenario.bootMs.length} boots`,
      passed.length === iterations && scenario.bootMs.length >= 3,
    );
  }
  // Both sides are the same binary. Noise may make it inconclusive, but never slower or faster.
  const verdict = comparison?.verdict ?? "none";
  check(
    `A/B: the verdict on a build against itself is "${verdict}"`,
    ["same", "inconclusive"].includes(verdict),
  );
}

const scenariosPhase = phases.findLast(({ name }) => name === "scenarios");
if (scenariosPhase !== undefined) {
  const scenarios = read("scenarios");
  if (scenarios === null) check("scenarios: there are results", false);
  else {
    judgeScenarios(scenarios, Number(process.env.ITERATIONS));
    judgeVhost(scenarios, scenariosPhase);
  }
}
if (phases.some(({ name }) => name === "compared")) {
  const compared = read("compared");
  if (compared === null) check("A/B: there are results", false);
  else judgeCompared(compared, Number(process.env.PAIRS));
}
for (const phase of phases.filter(({ name }) => name.startsWith("refused:"))) {
  const started = guestsIn(phase).length;
  check(
    `${phase.name.slice("refused:".length)}: no QEMU was started with a guest (${started})`,
    started === 0,
  );
}
const users = [...new Set(watched.flatMap(({ uids }) => uids))];
check(`${watched.length} QEMUs, run as uid ${users.join(", ")}`, watched.length > 0 && users.join() === uid);
const capabilities = [...new Set(watched.flatMap((one) => one.capabilities))];
check(
  `none had a capability (${capabilities.join(", ")})`,
  capabilities.every((set) => /^0+$/.test(set)),
);
