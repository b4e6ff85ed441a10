/** The TCP requests of an iteration: their place on the page. The client draws them. */

import { STALLED_MS } from "../../measure/tcp-requests.ts";
import type { Iteration, TcpRequest } from "../../results/schema.ts";
import { inMs, stallFigure } from "../figures.ts";
import { figure, html, type Markup, table } from "./markup.ts";

/** How a request is drawn. */
export type RequestKind = "answered" | "stalled" | "unanswered";

export function requestKind({ sentAtMs, answeredAtMs }: TcpRequest): RequestKind {
  if (answeredAtMs === null) return "unanswered";
  return answeredAtMs - sentAtMs >= STALLED_MS ? "stalled" : "answered";
}

/** In the order in which they were sent. */
export const requestsOf = ({ requests }: Pick<Iteration, "requests">): TcpRequest[] =>
  [...(requests ?? [])].sort((a, b) => a.sentAtMs - b.sentAtMs);

/** Null without connections. */
export function requestsFigure(iteration: Iteration): Markup | null {
  const requests = requestsOf(iteration);
  if (requests.length === 0) return null;
  const has = (kind: RequestKind) => requests.some((one) => requestKind(one) === kind);
  const happened = (wanted: string) => iteration.timeline.some(({ event }) => event === wanted);
  const entries: [boolean, string, string][] = [
    [has("answered"), "stroke answered", "a request, sent to answered"],
    [has("stalled"), "stroke stalled", `waited ${STALLED_MS} ms or more`],
    [has("unanswered"), "dot open", "not answered"],
    [happened("last reply"), "swatch outage", "outage"],
    [happened("STOP"), "swatch freeze", "freeze"],
  ];
  return figure(
    "requests",
    html`TCP requests <span class="remark">ms from <code>migrate</code></span>`,
    html`<ul class="legend">${entries
      .filter(([there]) => there)
      .map(([, sign, text]) => html`<li><span class="${sign}" aria-hidden="true"></span>${text}</li>`)}</ul>`,
    table<TcpRequest>(
      "TCP requests in flight during the freeze, and others that took long; in ms from migrate",
      [
        { head: "sent", cell: ({ sentAtMs }) => sentAtMs.toFixed(3) },
        { head: "connection", cell: ({ connection }) => connection },
        { head: "answered", cell: ({ answeredAtMs }) => answeredAtMs?.toFixed(3) ?? "not" },
        { head: "took", cell: ({ sentAtMs, answeredAtMs }) => took(sentAtMs, answeredAtMs) },
      ],
      requests,
    ),
    "TCP requests",
  );
}

const took = (sentAtMs: number, answeredAtMs: number | null): string =>
  answeredAtMs === null ? "–" : stallFigure(answeredAtMs - sentAtMs);

/** A description for people who cannot see the chart. */
export function requestsSpoken(requests: readonly TcpRequest[]): string {
  const slowest = slowestOf(requests);
  const unanswered = requests.filter(({ answeredAtMs }) => answeredAtMs === null).length;
  return [
    `${requests.length} in flight during the freeze or slow`,
    ...(slowest === null
      ? []
      : [`the slowest, sent at ${inMs(slowest.request.sentAtMs)}, took ${stallFigure(slowest.tookMs)} ms`]),
    ...(unanswered === 0 ? [] : [`${unanswered} not answered`]),
  ].join(", ");
}

interface Slowest {
  readonly request: TcpRequest;
  readonly tookMs: number;
}

/** Of those that were answered; null when none was. */
export const slowestOf = (requests: readonly TcpRequest[]): Slowest | null =>
  requests
    .flatMap((request): Slowest[] =>
      request.answeredAtMs === null ? [] : [{ request, tookMs: request.answeredAtMs - request.sentAtMs }],
    )
    .reduce<Slowest | null>((most, one) => (most === null || one.tookMs > most.tookMs ? one : most), null);
