/** The formats that inputs can have, as zod schemas from text to value. checks.ts says which input has which format. */
import parseArgv from "string-argv";
import { z } from "zod";
import { readTruth } from "../base/booleans.ts";
import { isUrl } from "../base/url.ts";
import { type LimitKind, type LimitRule, parseLimits } from "../measure/limits.ts";
import { EXPECTED_SUITE, namesSuite, suiteOf } from "../qemu/debian-suite.ts";
import { SCENARIO_NAMES } from "../results/names.ts";

/** @param why what sets the upper limit, if it is not ours */
export const wholeNumber = (least: number, most: number, why?: string) =>
  z
    .string()
    .regex(/^\d+$/, "expected a whole number")
    .transform(Number)
    .pipe(
      z
        .number()
        .min(least, `expected ${least} or more`)
        .max(most, `expected ${most} or less${why === undefined ? "" : ` (${why})`}`),
    );

export const wholeNumberOr = <Word extends string>(word: Word, least: number, most: number) =>
  z.string().transform((text, context) => {
    if (text.toLowerCase() === word) return word;
    const number = wholeNumber(least, most).safeParse(text);
    if (number.success) return number.data;
    const expected = number.error.issues[0]?.message ?? "expected a whole number";
    context.addIssue(`${expected}, or ${word}`);
    return z.NEVER;
  });

export const decimalNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, "expected a number")
    .transform(Number)
    .pipe(z.number().min(least, `expected ${least} or more`).max(most, `expected ${most} or less`));

export const word = z
  .string()
  .regex(/^[^\s\0-][^\s\0]*$/, "expected one word that does not begin with a dash");
export const path = z.string().regex(/^[^\0\n-][^\0\n]*$/, "expected a path that does not begin with a dash");

/** A path, a name in PATH, or debian:SUITE. */
export const qemu = path.refine((text) => !namesSuite(text) || suiteOf(text) !== null, EXPECTED_SUITE);

/** False for a URL without a valid host: the text before its first slash may then be half of a password. */
const canParse = (text: string): boolean => !isUrl(text) || URL.canParse(text);

const EXPECTED_LOCATION =
  "expected an http(s) URL without a password in it, or a path that does not begin with a dash";
const EXPECTED_BASE =
  "expected an http(s) URL like https://mirror.example/base, without a password or a question mark";

/** An http(s) URL or a path. Other schemes are refused: they are meant as URLs, and we cannot fetch them. */
export const location = z
  .string()
  .regex(
    /^(?![a-z][a-z0-9+.-]*:\/\/)[^\0\n-][^\0\n]*$|^https?:\/\/[^\s\0/?#@]+([/?#][^\s\0]*)?$/i,
    EXPECTED_LOCATION,
  )
  .refine(canParse, EXPECTED_LOCATION);

/** An http(s) URL that paths can be appended to. */
export const baseUrl = z
  .string()
  .regex(/^https?:\/\/[^\s\0/?#@]+(\/[^\s\0?#]*)?$/i, EXPECTED_BASE)
  .refine(canParse, EXPECTED_BASE);

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "expected 64 hexadecimal digits")
  .transform((digits) => digits.toLowerCase());

export const truth = z.string().transform((text, context): boolean => {
  const value = readTruth(text);
  if (value === null) context.addIssue({ code: "custom", message: "expected true or false" });
  return value === true;
});

export const truthOrAuto = z.string().transform((text, context): boolean | "auto" => {
  if (text.toLowerCase() === "auto") return "auto";
  const value = readTruth(text);
  if (value === null) context.addIssue({ code: "custom", message: "expected auto, true or false" });
  return value === true;
});

export const limits = (kind: LimitKind) =>
  z.string().transform((text, context): readonly LimitRule[] => {
    const { limits: rules, problems } = parseLimits(text, kind);
    for (const problem of problems)
      context.addIssue({ code: "custom", message: problem, params: { quotesItself: true } });
    return rules;
  });

/** Lines of NAME=VALUE. A problem names the number of the line, not the value, which may be a secret. */
export const variables = z.string().transform((text, context): Readonly<Record<string, string>> => {
  const lines = text.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const read = lines
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => ({ number, parts: /^([A-Za-z_][A-Za-z0-9_]*)=([^\0]*)$/.exec(line) }));
  const wrong = read.filter(({ parts }) => parts === null).map(({ number }) => number);
  if (wrong.length > 0) {
    context.addIssue({
      code: "custom",
      message: `expected NAME=VALUE in each line, which line ${wrong.join(", ")} is not`,
    });
  }
  return Object.fromEntries(read.map(({ parts }) => [parts?.[1] ?? "", parts?.[2] ?? ""]));
});

/** A size like 512M or 1G, in bytes. */
export const memory = z
  .string()
  .regex(/^\d+[MG]$/, "expected a number and M or G, like 512M or 1G")
  .transform((text) => Number(text.slice(0, -1)) * (text.endsWith("G") ? 2 ** 30 : 2 ** 20))
  .refine((bytes) => bytes >= 128 * 2 ** 20 && bytes <= 64 * 2 ** 30, "expected 128M to 64G");

export const scenarioList = z
  .string()
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter((name) => name !== ""))])
  .pipe(
    z
      .array(z.enum(SCENARIO_NAMES, `expected names out of ${SCENARIO_NAMES.join(", ")}`))
      .min(1, `expected at least one of ${SCENARIO_NAMES.join(", ")}`),
  );

/** Arguments, split as a POSIX shell splits words. Nothing is expanded or run. */
export const words = z.string().transform((text) => parseArgv(text));

/** A QEMU machine type, with or without properties. */
export const machineType = z
  .string()
  .regex(/^[A-Za-z0-9._-]+(,[A-Za-z0-9._=,-]+)?$/, "expected a machine type like q35 or pc-q35-10.0");
