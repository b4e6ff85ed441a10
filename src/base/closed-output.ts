/**
 * Imported by every entry. Whoever reads what we say may go away: a terminal that is closed, a runner that ends. What is said from then on is
 * lost, and nothing else: without a listener the first failed write would end us on the spot, with nothing undone.
 */
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
