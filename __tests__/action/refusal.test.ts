/** Proves: a job that its host refuses says in short what is missing, and its summary shows what this host can do. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hiding, onHostWith } from "../host/as-root.ts";
import { toHtml } from "../report/page.ts";
import { type Job, leftOf, makeJob, readCommands } from "./runner.ts";

const TCG = { accel: "tcg", guest: "micro", memory: "512M" };
/** With modules for its kernel, so that modprobe is the fix. */
const UNFIT = onHostWith(
  [
    'mount -t tmpfs modules /lib/modules; mkdir -p "/lib/modules/$(uname -r)"',
    `${hiding("ip", "ping", "fping")}; rm -f /dev/net/tun`,
  ].join("; "),
);

async function refusedJob(job: Job, inputs: Record<string, string>, prefix?: readonly string[]) {
  const main = await job.start("main", inputs, prefix).ended;
  expect(main.status).toBe(1);
  expect(main.log).not.toMatch(/^ +at /m);
  expect(main.log).not.toContain("cli.js doctor");
  expect(job.outputs()).toEqual({ conclusion: "failed" });
  expect(readdirSync(join(job.folder, "workspace"))).toEqual([]);
  expect(leftOf(job.runs())).toEqual([]);
  expect(await job.start("post").ended).toMatchObject({ status: 0, log: "" });
  const annotations = readCommands(main.log).filter(({ name }) => /^(error|warning|notice)$/.test(name));
  return { log: main.log, annotations, html: toHtml(job.summary()) };
}

test("programs and a device are missing: a short annotation, the fixes in log and summary, the host's table", async () => {
  using job = makeJob(process.execPath);
  const { log, annotations, html } = await refusedJob(job, TCG, UNFIT);
  expect(annotations).toMatchObject([{ name: "error", title: "this host lacks what the run needs" }]);
  const lines = annotations[0]?.message.split("\n");
  expect(lines?.slice(0, 2)).toEqual(["not installed: ip, ping", "/dev/net/tun is missing"]);
  expect(lines?.slice(-2)).toEqual([
    expect.stringMatching(/^setup: true mends /),
    "The summary of this job has the whole table",
  ]);
  // After the end of the group, so that nobody has to open it.
  expect(log.slice(log.indexOf("::endgroup::"))).toMatch(/^ {2}\/dev\/net\/tun is missing: .*modprobe tun$/m);
  expect(html).toContain("<strong>Refused: this host lacks what the run needs.</strong>");
  expect(html).toMatch(
    /<strong>\/dev\/net\/tun is missing<\/strong><\/p>\n<pre><code class="language-sh">.*modprobe tun\n/,
  );
  expect(html).toMatch(/<td>probe<\/td>\n<td>⚠️.limited<\/td>\n<td>fping is not installed<br>.*fping/);
  expect(html).toMatch(
    /<td>(.*<br>)?new-tap(<br>.*)?<\/td>\n<td>➖.no<\/td>\n<td>not installed: ip, ping; \/dev\/net\/tun is missing<\/td>/,
  );
  const folded = /<details>.*<\/details>/s.exec(html)?.[0];
  expect(folded).toMatch(/<td>\/dev\/shm<\/td>\n<td>✅.ok<\/td>/);
  expect(folded).not.toContain("missing");
});

test("no QEMU: the job is told that it is the build", async () => {
  using job = makeJob(process.execPath);
  const { annotations, html } = await refusedJob(job, { ...TCG, qemu: "/nowhere/qemu" });
  expect(annotations).toMatchObject([
    {
      title: "this QEMU cannot be used",
      message: [
        "there is no file /nowhere/qemu",
        "To fix it: name another with --qemu PATH",
        "The summary of this job has the whole table",
      ].join("\n"),
    },
  ]);
  expect(html).toContain("A flag like <code>--accel tcg</code> is the input");
});

test("without a summary the log has all, and the annotation says so", async () => {
  using job = makeJob(process.execPath);
  const { annotations } = await refusedJob(job, { ...TCG, qemu: "/nowhere/qemu", summary: "false" });
  expect(annotations[0]?.message).toMatch(/\nThe log of this step says how to fix each$/);
  expect(job.summary()).toBe("");
});
