/** The time to save and to load each device. Two bars side by side, because the two overlap. */
import { type Markish, rect, text } from "@observablehq/plot";
import type { DeviceTime } from "../../../results/schema.ts";
import { byTime, deviceUs } from "../iteration.ts";
import { framedChart, grid } from "./frame.ts";
import { axisOf, textPx } from "./layout.ts";

/** The chart shows at most this many devices; the table has all. */
const MOST = 10;
/** Devices below this share of the slowest are left out: their bars would be almost invisible. */
const LEAST_SHARE = 0.01;
const BAR_PX = 11;
const NAME_PX = 17;
const GAP_PX = 9;

interface Bar {
  readonly fill: string;
  readonly what: string;
  readonly us: number;
  readonly topPx: number;
  readonly device: string;
}

export function devicesChart(devices: readonly DeviceTime[] | null, widthPx: number): SVGSVGElement[] {
  const sorted = byTime(devices ?? []);
  const slowestUs = sorted[0] === undefined ? 0 : deviceUs(sorted[0]);
  const shown = sorted.filter((device) => deviceUs(device) > slowestUs * LEAST_SHARE).slice(0, MOST);
  if (shown.length === 0) return [];
  const most = Math.max(...shown.flatMap(({ saveUs, loadUs }) => [saveUs ?? 0, loadUs ?? 0]));
  const names = shown.map((device) => nameOf(device, shown));
  const nameWidth = Math.max(...names.map((name) => textPx(name))) + 12;
  const beside = widthPx >= 560 && nameWidth < widthPx * 0.45;
  const left = beside ? nameWidth : 2;
  const axis = axisOf([0, most * 1.02], [left, widthPx - 52]);
  const header = beside ? 0 : NAME_PX;
  const rowPx = header + 2 * BAR_PX + GAP_PX;
  const bottom = shown.length * rowPx;
  const bars = shown.flatMap(({ saveUs, loadUs }, index): Bar[] => {
    const topPx = index * rowPx + header;
    const device = names[index] ?? "";
    return [
      ...(saveUs === null ? [] : [{ fill: "var(--part-save)", what: "save", us: saveUs, topPx, device }]),
      ...(loadUs === null
        ? []
        : [{ fill: "var(--part-load)", what: "load", us: loadUs, topPx: topPx + BAR_PX, device }]),
    ];
  });
  const marks: Markish[] = [
    grid(axis),
    rect(bars, {
      x1: 0,
      x2: "us",
      y1: "topPx",
      y2: ({ topPx }: Bar) => topPx + BAR_PX - 1,
      fill: "fill",
      title: ({ device, what, us }: Bar) => `${device}, ${what}: ${us} µs`,
    }),
    text(bars, {
      x: "us",
      y: ({ topPx }: Bar) => topPx + BAR_PX / 2,
      text: ({ us }: Bar) => String(us),
      textAnchor: "start",
      dx: 4,
      fontSize: 10,
      fill: "var(--muted)",
    }),
    text(names, {
      x: axis.value(beside ? left - 8 : 2),
      y: (_: string, index: number) => index * rowPx + (beside ? BAR_PX : NAME_PX / 2),
      text: (name: string) => name,
      textAnchor: beside ? "end" : "start",
      fill: "var(--ink)",
    }),
  ];
  const spoken = shown.map(
    ({ saveUs, loadUs }, index) => `${names[index]} save ${saveUs ?? "unknown"}, load ${loadUs ?? "unknown"}`,
  );
  return [
    framedChart(axis, {
      widthPx,
      bottomPx: bottom,
      marks,
      label: `Time per device in microseconds, the ${shown.length} slowest: ${spoken.join("; ")}`,
    }),
  ];
}

const LONGEST = 38;

/** The last part of QEMU's name identifies most devices; the table has the full name. */
function nameOf({ name, instance }: DeviceTime, all: readonly DeviceTime[]): string {
  const short = (full: string) => full.split("/").at(-1) ?? full;
  const alike = all.filter((other) => short(other.name) === short(name)).length > 1;
  const text = alike ? `${name}${instance === 0 ? "" : ` #${instance}`}` : short(name);
  const shown = text.length > LONGEST ? `…${text.slice(-LONGEST)}` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for control characters
  return shown.replaceAll(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, " ");
}
