/** Several ways to do something, timed in turns: a bad minute of the host does not hit one of them alone. */

/** Takes each way that is not null once a round. `before` comes before each and is not timed. How long each took, ms, one a round. */
export async function interleaved<Way extends string>(
  rounds: number,
  ways: Readonly<Record<Way, (() => Promise<unknown>) | null>>,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Record<Way, number[]>> {
  const names = Object.keys(ways) as Way[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Way, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const way = ways[name];
      if (way === null) continue;
      await before();
      const begin = performance.now();
      await way();
      took[name].push(performance.now() - begin);
    }
  }
  return took;
}
