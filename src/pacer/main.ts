/**
 * The program that a run starts in its network namespace, as its user: `node dist/pacer.js PORT CONNECTIONS PERIOD_MS`. It takes orders
 * from stdin, one a line, and answers each in a line on stdout. It ends with its stdin, so it does not outlive the run.
 *
 * | order | answer |
 * | --- | --- |
 * | | `listening`, then `open` once all connections are open |
 * | `begin` | `begun N`: N connections are open |
 * | `stop` | |
 * | `end WAIT_MS` | the records, in JSON |
 */
import { createInterface } from "node:readline";
import { startPacer } from "./pacer.ts";

const [port, connections, periodMs] = process.argv.slice(2).map(Number);
const say = (line: string) => process.stdout.write(`${line}\n`);

const pacer = await startPacer({
  port: port ?? 0,
  connections: connections ?? 0,
  periodMs: periodMs ?? 1,
  whenOpen: () => say("open"),
});
say("listening");
const orders = createInterface({ input: process.stdin });
orders.on("line", (line) => {
  const [order, waitMs] = line.split(" ");
  if (order === "begin") say(`begun ${pacer.begin()}`);
  if (order === "stop") pacer.stop();
  if (order === "end") pacer.end(Number(waitMs)).then((records) => say(JSON.stringify(records)));
});
orders.on("close", () => process.exit());
