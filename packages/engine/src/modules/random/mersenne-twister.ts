/**
 * The Mersenne Twister, number for number.   [mirrors Modules/_randommodule.c: init_by_array, genrand_uint32, random]
 * A leaf file of plain functions.
 */

const size = 624;
const period = 397;

export interface TwisterState {
  readonly words: Uint32Array;
  index: number;
}

function initGenrand(state: TwisterState, seed: number): void {
  const { words } = state;
  words[0] = seed;
  for (let i = 1; i < size; i += 1) {
    const previous = words[i - 1] as number;
    words[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
  }
  state.index = size;
}

/** Seeds by 32-bit words, least significant first. */
export function newTwister(key: readonly number[]): TwisterState {
  const state: TwisterState = { words: new Uint32Array(size), index: size };
  const { words } = state;
  initGenrand(state, 19650218);
  let i = 1;
  let j = 0;
  for (let k = Math.max(size, key.length); k > 0; k -= 1) {
    const previous = words[i - 1] as number;
    words[i] =
      ((words[i] as number) ^ Math.imul(previous ^ (previous >>> 30), 1664525)) + (key[j] as number) + j;
    i += 1;
    j += 1;
    if (i >= size) {
      words[0] = words[size - 1] as number;
      i = 1;
    }
    if (j >= key.length) j = 0;
  }
  for (let k = size - 1; k > 0; k -= 1) {
    const previous = words[i - 1] as number;
    words[i] = ((words[i] as number) ^ Math.imul(previous ^ (previous >>> 30), 1566083941)) - i;
    i += 1;
    if (i >= size) {
      words[0] = words[size - 1] as number;
      i = 1;
    }
  }
  words[0] = 0x8000_0000;
  return state;
}

function twist(state: TwisterState): void {
  const { words } = state;
  for (let i = 0; i < size; i += 1) {
    const y = ((words[i] as number) & 0x8000_0000) | ((words[(i + 1) % size] as number) & 0x7fff_ffff);
    words[i] = (words[(i + period) % size] as number) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908_b0df);
  }
  state.index = 0;
}

/** 32 random bits. */
export function nextWord(state: TwisterState): number {
  if (state.index >= size) twist(state);
  let y = state.words[state.index] as number;
  state.index += 1;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c_5680;
  y ^= (y << 15) & 0xefc6_0000;
  return (y ^ (y >>> 18)) >>> 0;
}

/** A float in [0, 1) with 53 random bits. */
export function nextDouble(state: TwisterState): number {
  const a = nextWord(state) >>> 5;
  const b = nextWord(state) >>> 6;
  return (a * 67108864 + b) * (1 / 9007199254740992);
}

/** `count` random bits. */
export function nextBits(state: TwisterState, count: number): bigint {
  let value = 0n;
  for (let shift = 0, left = count; left > 0; shift += 32, left -= 32) {
    let word = nextWord(state);
    if (left < 32) word >>>= 32 - left;
    value |= BigInt(word) << BigInt(shift);
  }
  return value;
}
