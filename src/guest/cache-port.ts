/**
 * Where an asset may be had from before it is downloaded, beside the folder it is kept in. A port: the action puts the runner's
 * caches behind it, the command line needs none. Whatever comes out of it is verified like a download.
 */
export interface AssetCache {
  /** Puts the asset with this sha256 at `path` if it has it. Resolves with false, never rejects, when it has not or fails. */
  restore(sha256: string, path: string, signal: AbortSignal): Promise<boolean>;
  /** Told of each verified file that had to be downloaded, so that it can be saved when the run is over. */
  downloaded(sha256: string, path: string): void;
}
