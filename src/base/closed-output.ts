/**
 * Every entry imports this. The reader of our output may disappear: a terminal is closed, a runner ends. Then
 * later output is lost, but the program continues. Without a listener, the first failed write would end it
 * before it cleans up.
 */
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
