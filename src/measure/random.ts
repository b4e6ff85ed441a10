/**
 * Random numbers from a seed: xoshiro128** 1.1 by Blackman and Vigna (prng.di.unimi.it), with its state
 * filled from the seed by splitmix32. Node's own generator takes no seed.
 */

/** Numbers from 0 inclusive to 1 exclusive. */
export type Random = () => number;

/** A stream of numbers for a seed; only its lower 32 bits count. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const split = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const next = xoshiro128([split(), split(), split(), split()]);
  return () => next() / 2 ** 32;
}

/** The generator itself: 32-bit unsigned integers. The state must not be all zeros. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}
