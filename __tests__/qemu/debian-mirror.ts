/**
 * A mirror of Debian on loopback, with one suite that is signed with its own key. Its packages qemu-system-x86 and libc6 contain small scripts
 * in place of QEMU and ld.so. Everything else is real: apt, signatures, digests, dpkg-deb.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type DebianTools, findDebianTools } from "../../src/qemu/debian-tools.ts";

export const SUITE = "trixie";

/** In place of ld.so: prints its pid and arguments, or QEMU's version. */
const LOADER = `#!/bin/sh
case "$*" in
  --help) echo "  --argv0 STRING" ;;
  *--version) cat "\${0%/lib/*}/bin/qemu-system-x86_64" ;;
  *) printf '%s\\n' "$$" "$@" ;;
esac
`;

const digest = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

export class DebianMirror implements AsyncDisposable {
  /** Paths below the mirror, in the order in which they were asked for. */
  readonly asked: string[] = [];
  /** Paths that match are never answered. */
  silentFor: RegExp | null = null;
  url = "";
  readonly tools: () => DebianTools;
  readonly #files = new Map<string, Buffer>();
  readonly #folder: string;
  readonly #server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/^\/debian\//, "");
    this.asked.push(path);
    if (this.silentFor?.test(path)) return;
    const bytes = this.#files.get(decodeURIComponent(path));
    response.writeHead(bytes === undefined ? 404 : 200, { "content-length": bytes?.length ?? 0 });
    response.end(bytes);
  });

  private constructor(folder: string) {
    this.#folder = folder;
    const keyring = join(folder, "keyring.gpg");
    this.tools = () => findDebianTools(undefined, [keyring]);
  }

  static async start(folder: string): Promise<DebianMirror> {
    const mirror = new DebianMirror(folder);
    mkdirSync(folder);
    for (const owner of ["debian", "another"]) {
      mkdirSync(mirror.#home(owner), { recursive: true, mode: 0o700 });
      mirror.#gpg(owner, "--passphrase", "", "--quick-generate-key", owner, "ed25519", "sign", "never");
    }
    writeFileSync(join(folder, "keyring.gpg"), mirror.#gpg("debian", "--export"));
    await new Promise<void>((resolve) => mirror.#server.listen(0, "127.0.0.1", resolve));
    mirror.url = `http://127.0.0.1:${(mirror.#server.address() as AddressInfo).port}/debian`;
    return mirror;
  }

  readonly #home = (owner: string) => join(this.#folder, owner);
  #gpg(owner: string, ...args: string[]): Buffer {
    return execFileSync("gpg", ["--homedir", this.#home(owner), "--batch", "--quiet", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Puts this version of QEMU into the suite. `signedBy` null: it is not signed. */
  publish(version: string, said: string, signedBy: "debian" | "another" | null = "debian"): void {
    const triplet = "usr/lib/x86_64-linux-gnu";
    const packages = [
      this.#package("libc6", "2.41-12", "", `${triplet}/ld-linux-x86-64.so.2`, LOADER),
      this.#package("qemu-system-x86", version, "libc6", "usr/bin/qemu-system-x86_64", said),
    ].join("\n");
    const index = "main/binary-amd64/Packages";
    const release = [
      "Origin: Debian",
      "Label: Debian",
      `Suite: ${SUITE}`,
      `Codename: ${SUITE}`,
      `Date: ${new Date().toUTCString()}`,
      "Architectures: amd64",
      "Components: main",
      "SHA256:",
      ` ${digest(packages)} ${packages.length} ${index}`,
      "",
    ].join("\n");
    const folder = `dists/${SUITE}`;
    this.#files.set(`${folder}/${index}`, Buffer.from(packages));
    this.#files.delete(`${folder}/InRelease`);
    if (signedBy === null) {
      this.#files.set(`${folder}/Release`, Buffer.from(release));
      return;
    }
    const file = join(this.#folder, "Release");
    writeFileSync(file, release);
    this.#files.set(`${folder}/InRelease`, this.#gpg(signedBy, "--clearsign", "--output", "-", file));
  }

  /** Changes the bytes of the files that match, but not their size. */
  damage(name: RegExp): void {
    for (const [path, bytes] of this.#files) {
      if (name.test(path)) this.#files.set(path, Buffer.from(bytes.map((byte) => byte ^ 1)));
    }
  }

  /** Names of downloaded packages. */
  downloads(): string[] {
    return this.asked.flatMap((path) => /([^/_]+)_[^/]+\.deb$/.exec(path)?.[1] ?? []);
  }

  /** The entry of a package in the index. */
  #package(name: string, version: string, needs: string, path: string, content: string): string {
    const folder = join(this.#folder, "package");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, "DEBIAN"), { recursive: true, mode: 0o755 });
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
    const control = [
      `Package: ${name}`,
      `Version: ${version}`,
      "Architecture: amd64",
      "Maintainer: nobody <nobody@example.org>",
      ...(needs === "" ? [] : [`Depends: ${needs}`]),
      "Description: a stand-in",
      "",
    ].join("\n");
    writeFileSync(join(folder, "DEBIAN/control"), control);
    const deb = join(this.#folder, "package.deb");
    execFileSync("dpkg-deb", ["--build", "--root-owner-group", folder, deb], { stdio: "ignore" });
    const bytes = readFileSync(deb);
    const file = `pool/${name}_${version.replace(/^\d+:/, "")}_amd64.deb`;
    this.#files.set(file, bytes);
    return `${control}Filename: ${file}\nSize: ${bytes.length}\nSHA256: ${digest(bytes)}\n`;
  }

  /** Stops listening. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const owner of ["debian", "another"]) {
      execFileSync("gpgconf", ["--homedir", this.#home(owner), "--kill", "all"], { stdio: "ignore" });
    }
    await this.stop();
  }
}
