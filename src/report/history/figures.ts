/** The figures whose course a history shows. Program and client share them. */
import { msFigure, stallFigure } from "../figures.ts";

export const TREND_FIGURES = ["outageMs", "requestStallMs", "vcpuPauseMs"] as const;
export type TrendFigure = (typeof TREND_FIGURES)[number];

export const FIGURE_NAMES: Readonly<Record<TrendFigure, string>> = {
  outageMs: "outage",
  requestStallMs: "request stall",
  vcpuPauseMs: "vCPU pause",
};

/** Without unit. */
export const trendFigure = (figure: TrendFigure, ms: number): string =>
  figure === "requestStallMs" ? stallFigure(ms) : msFigure(ms);
