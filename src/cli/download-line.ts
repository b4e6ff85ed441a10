/** The text of a download: `iso: 120.0 of 345.0 MiB, 28.0 MiB/s`. Parallel downloads share one line. */
import type { AssetEvent } from "../guest/asset-store.ts";

type DownloadEvent = Extract<AssetEvent, { kind: "download" }>;

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

export function downloadLine(event: DownloadEvent): string {
  const { asset, url, receivedBytes, totalBytes, bytesPerSecond, done } = event;
  const speed = `${mib(bytesPerSecond)} MiB/s`;
  if (done) return `${asset}: fetched ${mib(receivedBytes)} MiB from ${url}, ${speed}`;
  return `${asset}: ${mib(receivedBytes)}${totalBytes === null ? "" : ` of ${mib(totalBytes)}`} MiB, ${speed}`;
}

/** Tracks parallel downloads. The function returns the line of all that are not done; "" when there are none. */
export function makeDownloadStatus(): (event: DownloadEvent) => string {
  const lines = new Map<string, string>();
  return (event) => {
    if (event.done) lines.delete(event.asset);
    else lines.set(event.asset, downloadLine(event));
    return [...lines.values()].join("; ");
  };
}
