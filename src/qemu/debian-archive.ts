/**
 * Reads a suite of Debian's archive through apt, with a separate configuration, lists and state: this machine's apt is not changed, and
 * root is not needed. apt verifies the suite's InRelease file with Debian's keys, the index of packages with that file, and each package
 * with the index (apt-secure(8)).
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigurationError } from "../base/errors.ts";
import { findInSystem } from "../host/system-folders.ts";
import { CommandError, type CommandOptions, type DebianTools, runCommand } from "./debian-tools.ts";

const PACKAGE = "qemu-system-x86";
const DEFAULT_MIRROR = "http://deb.debian.org/debian";

/** For a small file and, when it is new, an index of 10 MB. */
const REFRESH_DEADLINE_MS = 5 * 60_000;
const QUESTION_DEADLINE_MS = 60_000;
/** For some 100 packages, 40 MB. */
const DOWNLOAD_DEADLINE_MS = 20 * 60_000;

/** A file of the archive, as described in the signed index. */
export interface DebianPackage {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface SuitePackages {
  /** The version of the package qemu-system-x86 as in file names: a colon is %3a. */
  readonly version: string;
  /** qemu-system-x86 and the packages that it depends on. */
  readonly packages: readonly DebianPackage[];
}

export interface Archive {
  readonly mirror: string;
  /** @throws CommandError when the mirror does not answer, its signature is wrong, or it has no such suite. */
  refresh(): Promise<SuitePackages>;
  /** Downloads the packages that are not in the folder yet. @throws CommandError */
  download(folder: string): Promise<void>;
}

export interface ArchiveOptions {
  readonly suite: string;
  /** Keeps apt's lists and state between runs, so that a current list is not fetched again. */
  readonly folder: string;
  readonly tools: DebianTools;
  /** Null: the mirror of this machine's apt sources if they are Debian's, else Debian's default. */
  readonly mirror: string | null;
  readonly signal: AbortSignal;
}

export async function openArchive({
  suite,
  folder,
  tools,
  signal,
  ...given
}: ArchiveOptions): Promise<Archive> {
  const { aptGet, keyring } = tools;
  const own = { deadlineMs: QUESTION_DEADLINE_MS, signal };
  const mirror = given.mirror ?? (await mirrorOfThisMachine(aptGet, own)) ?? DEFAULT_MIRROR;
  for (const name of ["lists/partial", "archives/partial", "parts"]) {
    await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  }
  const file = join(folder, "apt.conf");
  const network = await networkOfThisMachine(own);
  await writeFile(join(folder, "status"), "");
  await writeFile(
    join(folder, "sources.list"),
    `deb [arch=amd64 signed-by=${keyring}] ${mirror} ${suite} main\n`,
  );
  await writeFile(file, configuration(folder, network));
  const apt = (deadlineMs: number, ...args: string[]) =>
    runCommand(aptGet, args, { deadlineMs, signal, variables: { APT_CONFIG: file } });
  return {
    mirror,
    async refresh() {
      await apt(REFRESH_DEADLINE_MS, "update", "-q");
      return readPackages(await apt(QUESTION_DEADLINE_MS, "install", "--print-uris", "-qq", PACKAGE));
    },
    async download(into) {
      await mkdir(join(into, "partial"), { recursive: true, mode: 0o700 });
      const there = ["-o", `Dir::Cache::archives=${into}`];
      await apt(DOWNLOAD_DEADLINE_MS, "install", "--download-only", "--yes", "-q", ...there, PACKAGE);
    },
  };
}

/**
 * apt.conf(5). This machine's configuration is not read, so that none of its hooks runs. Check-Valid-Until is off because a mirror may be a
 * snapshot whose InRelease file has expired. Its signature is still checked.
 */
const configuration = (folder: string, network: readonly string[]) => `${network.join("\n")}
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "";
APT::Update::Error-Mode "any";
Acquire::Check-Valid-Until "false";
Acquire::ForceHash "sha256";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Acquire::PDiffs "false";
Acquire::Retries "2";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
Dir::Cache "${folder}";
Dir::Cache::archives "${folder}/archives";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Dir::Etc::main "${folder}/none";
Dir::Etc::parts "${folder}/parts";
Dir::Etc::preferences "${folder}/none";
Dir::Etc::preferencesparts "${folder}/parts";
Dir::Etc::sourcelist "${folder}/sources.list";
Dir::Etc::sourceparts "${folder}/parts";
Dir::State "${folder}";
Dir::State::lists "${folder}/lists";
Dir::State::status "${folder}/status";
`;

/** The first of this machine's apt sources that has complete suites of Debian. The security archive has not: its label differs. */
async function mirrorOfThisMachine(aptGet: string, options: CommandOptions): Promise<string | null> {
  const format = "$(ORIGIN) $(LABEL) $(REPO_URI)";
  const targets = await asked(aptGet, ["indextargets", "--format", format, "Created-By: Packages"], options);
  return /^Debian Debian (\S+)$/m.exec(targets)?.[1] ?? null;
}

/** The network settings of this machine's apt, as lines of apt.conf(5): proxies, certificates, IPv4 only. */
async function networkOfThisMachine(options: CommandOptions): Promise<string[]> {
  const aptConfig = findInSystem("apt-config");
  if (aptConfig === null) return [];
  const settings = await asked(aptConfig, ["dump", "--no-empty", "Acquire"], options);
  return settings.split("\n").filter((line) => /^Acquire::(https?|ForceIPv[46])(::| )/i.test(line));
}

/** The output of one of this machine's apt programs; "" when it fails: we have defaults. */
async function asked(program: string, args: readonly string[], options: CommandOptions): Promise<string> {
  try {
    return await runCommand(program, args, options);
  } catch (error) {
    if (error instanceof CommandError) return "";
    throw error;
  }
}

/** Lines of `apt-get --print-uris`: 'URI' FILE BYTES SHA256:DIGEST */
function readPackages(text: string): SuitePackages {
  const packages = text
    .split("\n")
    .filter((line) => line.startsWith("'"))
    .map((line) => {
      const [, file = "", bytes, sha256 = ""] =
        /^'[^']*' ([A-Za-z0-9][A-Za-z0-9.+~%_-]*\.deb) (\d+) SHA256:([0-9a-f]{64})$/.exec(line) ?? [];
      if (sha256 === "") throw new ConfigurationError(`apt names no SHA-256 in: ${line.slice(0, 300)}`);
      return { file, bytes: Number(bytes), sha256 };
    });
  const versions = packages.map(({ file }) => /^qemu-system-x86_([^_]+)_[^_]+\.deb$/.exec(file)?.[1]);
  const version = versions.find((found) => found !== undefined);
  if (version === undefined) throw new ConfigurationError(`apt finds no package ${PACKAGE} in this suite`);
  return { version, packages };
}
