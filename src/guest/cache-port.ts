/**
 * A second cache that is asked before an asset is downloaded. This is a port: the action connects it to the
 * runner's caches, the command line uses none. A file from it is verified like a download.
 */
export interface AssetCache {
  /** Puts the asset with this sha256 at `path`. Resolves with false when it has none or fails; never rejects. */
  restore(sha256: string, path: string, signal: AbortSignal): Promise<boolean>;
  /** Called for each downloaded and verified file, so that it can be saved when the run is over. */
  downloaded(sha256: string, path: string): void;
}
