/** Proves: junit.xml is valid by its schema (libxml2) and reads correctly in a JUnit reader. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse, type TestCase, type TestSuites } from "junit2json";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { visibleLines } from "../../src/base/visible-text.ts";
import { junitOf } from "../../src/report/junit.ts";
import type { Results } from "../../src/results/schema.ts";
import { CASES, huge, NASTY } from "./cases.ts";
import { iteration, results, scenario, unsupported } from "./made-up.ts";

const schema = readFileSync(new URL("junit.xsd", import.meta.url), "utf8");

/** What libxml2 has to say against a document. */
const faultsIn = async (xml: string) =>
  (await validateXML({ xml, schema, maxMemoryPages: 4096 })).errors.map(({ message }) => message);

async function read(of: Results): Promise<Required<Pick<TestSuites, "testsuite">> & TestSuites> {
  const suites = (await parse(junitOf(of))) as TestSuites;
  return { ...suites, testsuite: suites.testsuite ?? [] };
}

const casesOf = async (of: Results): Promise<TestCase[]> =>
  (await read(of)).testsuite.flatMap(({ testcase }) => testcase ?? []);

describe.each(Object.entries({ ...CASES, huge }))("%s", (_name, make) => {
  test("is what the schema says", async () => expect(await faultsIn(junitOf(make()))).toEqual([]));

  test("a suite for each build, a case for each of its scenarios, counted", async () => {
    const of = make();
    const { testsuite, tests, failures } = await read(of);
    const builds = of.builds.filter(({ role }) => of.scenarios.some(({ build }) => build === role));
    const suites = testsuite.filter(({ name }) => name !== "run");
    expect(suites.map(({ testcase }) => testcase?.length)).toEqual(
      builds.map(({ role }) => of.scenarios.filter(({ build }) => build === role).length),
    );
    const cases = testsuite.flatMap(({ testcase }) => testcase ?? []);
    expect(tests).toBe(cases.length);
    expect(failures).toBe(cases.filter(({ failure }) => failure !== undefined).length);
    expect(cases.filter(({ skipped }) => skipped !== undefined)).toHaveLength(
      of.scenarios.filter(({ status }) => status === "unsupported" || status === "skipped").length,
    );
    expect(failures === 0).toBe(of.conclusion === "passed");
  });
});

test("the schema is not content with everything", async () => {
  const good = junitOf(results());
  expect(await faultsIn(good.replace('time="', 'time="-'))).not.toEqual([]);
  expect(await faultsIn(good.replace("<testcase", "<testcase colour='red'"))).not.toEqual([]);
  expect(await faultsIn(good.replace("</testsuites>", ""))).not.toEqual([]);
});

describe("what a reader gets", () => {
  test("a failure with its reason, by how much, and what was said last", async () => {
    const [tapFd, , newTap] = await casesOf(CASES.failed());
    expect(tapFd?.failure?.[0]?.message).toBe("the guest did not come up: no prompt within 60 s");
    expect(tapFd?.["system-err"]?.[0]).toContain(
      "--- source, console ---\nKernel panic - not syncing: VFS\n",
    );
    expect(newTap?.failure?.[0]).toMatchObject({
      message:
        "p95 outage 57.7 ms, 7.7 ms above the limit of 50 ms; requests lost (max) 1, 1 above the limit of 0",
      type: "failed",
    });
    expect(newTap?.["system-out"]?.[0]?.split("\n")).toHaveLength(6);
  });

  test("each failed iteration with the folder of its logs", async () => {
    const [only] = await casesOf(CASES["open-outage"]());
    expect(only?.failure?.[0]?.inner).toMatch(
      /^iteration 2 \(new-tap\/iteration-002\): the guest did not answer/m,
    );
    expect(only?.["system-err"]?.[0]).toContain("--- host, ip -s address ---\n4: tap1:");
  });

  test("why a scenario was not run", async () => {
    const [, unsupportedCase, , skippedCase] = await casesOf(CASES.failed());
    expect(unsupportedCase?.skipped?.[0]?.message).toBe(
      "unsupported: /dev/vhost-net is missing: modprobe vhost_net",
    );
    expect(skippedCase?.skipped?.[0]?.message).toMatch(/^skipped: timeout-minutes is over/);
  });

  test("a build that is slower fails, its baseline does not", async () => {
    const [candidate, baseline] = (await read(CASES["a-b"]())).testsuite;
    expect(candidate?.testcase?.map(({ failure }) => failure?.[0]?.type)).toEqual([
      ...["slower", undefined, undefined],
    ]);
    expect(candidate?.failures).toBe(1);
    expect(baseline?.failures).toBe(0);
  });

  test("a run that failed though no scenario did is a failure of its own", async () => {
    const { testsuite } = await read(CASES.unsupported());
    expect(testsuite.at(-1)).toMatchObject({
      name: "run",
      testcase: [{ failure: [{ message: "unsupported: tap-fd" }] }],
    });
  });
});

/** What XML 1.0 can hold of a text in which nothing acts any more. */
const inXml = (text: string) =>
  [...visibleLines(text)]
    .map((character) => (/\p{Surrogate}/u.test(character) ? "\ufffd" : character))
    .filter((character) => !/[\ufffe\uffff]/.test(character))
    .join("");

const saying = (text: string) =>
  results({
    ...{ conclusion: "failed", reason: text },
    builds: [{ role: "candidate", path: text, version: text, dialect: null, traced: false }],
    scenarios: [
      unsupported(text),
      scenario({
        ...{ status: "failed", reason: text },
        iterations: [
          iteration({
            ...{ status: "failed", reason: text, folder: text },
            evidence: [{ side: "host", what: text, tail: text }],
          }),
        ],
      }),
    ],
  });

const outside = fc
  .array(
    fc.oneof(
      fc.constantFrom("]]>", "<![CDATA[", "&amp;", "<", '"', "'", "\u0000", "\u001b[31m", "\ufffe", "\ud800"),
      fc.string({ unit: "binary" }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(""));

test("whatever comes from outside is text, and XML has no say in it", async () => {
  await fc.assert(
    fc.asyncProperty(outside, async (text) => {
      const [skipped, failed] = await casesOf(saying(text));
      expect(skipped?.skipped?.[0]?.message).toBe(`unsupported: ${inXml(text)}`);
      expect(String(failed?.failure?.[0]?.message)).toContain(`iteration failed: ${inXml(text)}`);
    }),
    { numRuns: 300 },
  );
});

test("libxml2 takes it, too: no character that XML forbids is written", async () => {
  const every = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join("");
  const texts = [NASTY, every, "\ufffe\uffff\ud800\udfff", ...fc.sample(outside, 200)];
  const run = results({
    ...{ conclusion: "failed", reason: "many" },
    scenarios: [
      scenario({
        ...{ status: "failed", reason: "many" },
        iterations: texts.map((text) => iteration({ status: "failed", reason: text })),
      }),
    ],
  });
  const xml = junitOf(run);
  expect(xml).not.toMatch(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  expect(await faultsIn(xml)).toEqual([]);
});
