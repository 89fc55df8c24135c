/** A stream of pseudo-random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number in [0, 2³²). */
  integer(): number;
  /** A multiple of 2⁻⁵³ in [0, 1). */
  uniform(): number;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2018), its 128 bits of state filled by splitmix32.
 * Streams of one seed are independent of each other: 0 initialises parameters, p + 1 shuffles pass p.
 */
export function createRandom(seed: number, stream = 0): Random {
  const next = createSplitmix32(createSplitmix32(seed)() + stream);
  let a = next();
  let b = next();
  let c = next();
  let d = next();

  function integer(): number {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  }

  return {
    integer,
    uniform() {
      const high = integer() >>> 5;
      const low = integer() >>> 6;
      return (high * 67108864 + low) / 9007199254740992;
    },
  };
}

/** The 32-bit finaliser of MurmurHash3 over a Weyl sequence. */
function createSplitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return (bits ^ (bits >>> 16)) >>> 0;
  };
}

function rotateLeft(bits: number, count: number): number {
  return (bits << count) | (bits >>> (32 - count));
}
