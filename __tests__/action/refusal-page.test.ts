/** Proves: page and annotation of a refused run name every fault and its fix, and texts from outside stay text. */
import { describe, expect, test } from "vitest";
import { refusalText, setupMends } from "../../src/action/refusal.ts";
import { refusalPage } from "../../src/action/refusal-page.ts";
import type { Advice } from "../../src/base/errors.ts";
import { fault, fine } from "../../src/doctor/check.ts";
import type { Diagnosis } from "../../src/doctor/doctor.ts";
import { NASTY } from "../report/cases.ts";
import { toHtml } from "../report/page.ts";

const NO_TUN: Advice = { found: "/dev/net/tun is missing", mend: "modprobe tun", besides: null };
const SMALL: Advice = { found: "not enough memory", mend: null, besides: "free some memory" };
const NO_IP: Advice = {
  found: "not installed: ip",
  mend: "install ip",
  besides: null,
  packages: ["iproute2"],
};
const NO_SHM: Advice = {
  found: "/dev/shm is too small",
  mend: "mount -o remount,size=4G /dev/shm",
  besides: null,
};
const BARE: Advice = { found: "no network", mend: null, besides: null };

describe("the annotation", () => {
  test.each([
    [[NO_TUN], "setup: true mends this"],
    [[NO_TUN, SMALL, NO_IP], "setup: true mends 2 of these 3"],
  ])("what setup would fix: %#", (faults, hint) => {
    expect(refusalText(faults, setupMends(faults), true).split("\n")).toEqual([
      ...faults.map(({ found }) => found),
      hint,
      "The summary of this job has the whole table",
    ]);
  });

  test.each([
    [[NO_TUN], "To fix it: modprobe tun"],
    [[SMALL, NO_TUN], 'To fix "/dev/net/tun is missing": modprobe tun'],
    [[SMALL], "To fix it: free some memory"],
    [[BARE], null],
  ])("without setup, the first fix: %#", (faults, hint) => {
    expect(refusalText(faults, null, false).split("\n")).toEqual([
      ...faults.map(({ found }) => found),
      ...(hint === null ? [] : [hint]),
      "The log of this step says how to fix each",
    ]);
  });

  test("setup fixes neither memory nor a device that nothing here can load", () => {
    expect(setupMends([SMALL, NO_SHM, BARE, { ...NO_TUN, mend: null }])).toBeNull();
  });

  test("a fault of many lines has one", () => {
    const text = refusalText([{ ...BARE, found: `first\n${"long ".repeat(1_000)}` }], null, true);
    expect(text.split("\n")).toEqual(["first", "The summary of this job has the whole table"]);
  });
});

/** Texts that end with themselves, so that each fault differs. */
const nasty = (name: string): Advice => ({
  found: `${NASTY} ${name}`,
  mend: `${NASTY} | mend ${name}`,
  besides: `${NASTY} besides`,
});
const HOST: Diagnosis = {
  checks: [
    fault("/dev/net/tun", "missing", NO_TUN, "nothing runs"),
    fault(`${NASTY} name`, "limited", nasty("limited"), NASTY),
    fine("memory", `${NASTY} free`),
  ],
  accel: "kvm",
  qemu: null,
  scenarios: [
    { name: "tap-fd", runs: false, reason: NASTY },
    { name: "new-tap", runs: true, reason: null },
    { name: "tap-fd-vhost", runs: false, reason: NASTY },
  ],
  guests: [],
};

describe("the page", () => {
  const refused = { faults: [nasty("missing"), NO_TUN], onlyTheBuild: false };

  test("texts from outside stay text, and tables whole", () => {
    const html = toHtml(refusalPage(refused, "this", HOST));
    expect(new Set(html.match(/(?<=<)[a-z]\w*/gi))).toEqual(
      new Set("h2 p strong code ul li pre h3 table thead tr th tbody td br details summary".split(" ")),
    );
    const [faulty = "", ok = "", scenarios = ""] = html.match(/<table>[\s\S]*?<\/table>/g) ?? [];
    const widths = (text: string) =>
      text.match(/<tr>[\s\S]*?<\/tr>/g)?.map((row) => row.match(/<t[hd]>/g)?.length);
    expect([faulty, ok, scenarios].map(widths)).toEqual([
      [4, 4, 4],
      [3, 3],
      [3, 3, 3],
    ]);
    expect(html.match(/<details>/g)).toHaveLength(1);
    expect(html.match(/<pre>/g)).toHaveLength(2);
  });

  test("a fault's fix is told once, and other fixes stand in the table", () => {
    const html = toHtml(refusalPage(refused, null, HOST));
    expect(html).toContain("<td>/dev/net/tun is missing<br>see above</td>");
    expect(html.match(/modprobe tun/g)).toHaveLength(1);
    expect(html).toMatch(/<br><code>[^\n]*\| mend limited<\/code>; /);
    expect(html).not.toContain("setup: true");
  });

  test("scenarios with the same answer share a row", () => {
    const html = toHtml(refusalPage(refused, null, HOST));
    expect(html).toContain("<td>tap-fd<br>tap-fd-vhost</td>");
    expect(html).toMatch(/<td>new-tap<\/td>\n<td>✅\u00a0yes<\/td>\n<td><\/td>/);
  });

  test("flags are explained only where there are some", () => {
    const page = (besides: string) =>
      refusalPage({ faults: [{ ...SMALL, besides }], onlyTheBuild: true }, null, null);
    expect(page("make the guest smaller: --memory")).toMatch(/^A flag like `--accel tcg` is the input/m);
    expect(page("in a container: --privileged")).not.toContain("A flag");
  });

  test("a host that could not be examined: only the faults", () => {
    expect(toHtml(refusalPage({ faults: [NO_TUN], onlyTheBuild: false }, "this", null))).toBe(
      [
        "<h2>Downtime of live migration</h2>",
        "<p>❌ <strong>Refused: this host lacks what the run needs.</strong> Nothing was started.</p>",
        "<p><code>setup: true</code>, an input of the action, mends this.</p>",
        "<ul>\n<li>",
        "<p><strong>/dev/net/tun is missing</strong></p>",
        '<pre><code class="language-sh">modprobe tun\n</code></pre>',
        "</li>\n</ul>\n",
      ].join("\n"),
    );
  });

  test("secrets in URLs do not reach it", () => {
    const url = "https://user:secret@mirror.example/a?token=secret";
    const advice = { found: `no ${url}`, mend: `curl ${url}`, besides: url };
    const host = { ...HOST, checks: [fault("x", "missing", advice, url)] };
    expect(refusalPage({ faults: [advice], onlyTheBuild: false }, null, host)).not.toContain("secret");
  });
});
