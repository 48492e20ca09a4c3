/**
 * SipHash, the hash of str and bytes.   [mirrors Python/pyhash.c: pysiphash, siphash13, siphash24]
 *
 * 64-bit words are kept as two unsigned 32-bit halves. The key is all zero as PYTHONHASHSEED=0 gives it; another nuisance
 * seed draws it the way PYTHONHASHSEED=seed would.
 */

/** The 128-bit key as four little-endian 32-bit words: k0 low, k0 high, k1 low, k1 high. */
export type HashKey = readonly [number, number, number, number];

/** [lcg_urandom, Python/bootstrap_hash.c] */
export function hashKeyFor(seed: number): HashKey {
  if (seed === 0) return [0, 0, 0, 0];
  const bytes: number[] = [];
  let x = seed >>> 0;
  for (let i = 0; i < 16; i += 1) {
    x = (Math.imul(x, 214013) + 2531011) >>> 0;
    bytes.push((x >>> 16) & 0xff);
  }
  const word = (at: number): number =>
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0;
  return [word(0), word(4), word(8), word(12)];
}

/** State words v0 … v3 as low, high pairs; one set, because hashing never nests. */
const v = new Uint32Array(8);

function add(a: number, b: number): void {
  const low = (v[a] as number) + (v[b] as number);
  v[a] = low;
  v[a + 1] = (v[a + 1] as number) + (v[b + 1] as number) + (low > 0xffff_ffff ? 1 : 0);
}

/** v[a] = rotl(v[a], bits) ^ v[b], bits below 32. */
function rotateXor(a: number, bits: number, b: number): void {
  const low = v[a] as number;
  const high = v[a + 1] as number;
  v[a] = ((low << bits) | (high >>> (32 - bits))) ^ (v[b] as number);
  v[a + 1] = ((high << bits) | (low >>> (32 - bits))) ^ (v[b + 1] as number);
}

function swapHalves(a: number): void {
  const low = v[a] as number;
  v[a] = v[a + 1] as number;
  v[a + 1] = low;
}

function round(): void {
  add(0, 2);
  rotateXor(2, 13, 0);
  swapHalves(0);
  add(4, 6);
  rotateXor(6, 16, 4);
  add(0, 6);
  rotateXor(6, 21, 0);
  add(4, 2);
  rotateXor(2, 17, 4);
  swapHalves(4);
}

/**
 * The hash CPython gives `bytes`: signed, −1 turned into −2, a number where a double holds it exactly.
 * @param rounds per word: 1 for siphash13 (3.11+), 2 for siphash24
 */
export function sipHash(bytes: Uint8Array, key: HashKey, rounds: 1 | 2): number | bigint {
  const length = bytes.length;
  if (length === 0) return 0;
  v[0] = key[0] ^ 0x70736575;
  v[1] = key[1] ^ 0x736f6d65;
  v[2] = key[2] ^ 0x6e646f6d;
  v[3] = key[3] ^ 0x646f7261;
  v[4] = key[0] ^ 0x6e657261;
  v[5] = key[1] ^ 0x6c796765;
  v[6] = key[2] ^ 0x79746573;
  v[7] = key[3] ^ 0x74656462;
  const whole = length - (length & 7);
  for (let i = 0; i < whole; i += 8) absorb(word32(bytes, i), word32(bytes, i + 4), rounds);
  let low = 0;
  let high = (length & 0xff) << 24;
  for (let i = whole; i < length; i += 1) {
    const at = i - whole;
    if (at < 4) low |= (bytes[i] as number) << (8 * at);
    else high |= (bytes[i] as number) << (8 * (at - 4));
  }
  absorb(low, high, rounds);
  v[4] = (v[4] as number) ^ 0xff;
  const finalRounds = rounds + 2;
  for (let i = 0; i < finalRounds; i += 1) round();
  const lowHash = ((v[0] as number) ^ (v[2] as number) ^ (v[4] as number) ^ (v[6] as number)) >>> 0;
  const highHash = (v[1] as number) ^ (v[3] as number) ^ (v[5] as number) ^ (v[7] as number);
  return signedHash(highHash | 0, lowHash);
}

function absorb(low: number, high: number, rounds: 1 | 2): void {
  v[6] = (v[6] as number) ^ low;
  v[7] = (v[7] as number) ^ high;
  for (let i = 0; i < rounds; i += 1) round();
  v[0] = (v[0] as number) ^ low;
  v[1] = (v[1] as number) ^ high;
}

function word32(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

/** A Py_hash_t from its halves (high signed, low unsigned). −1 is reserved for errors. */
export function signedHash(high: number, low: number): number | bigint {
  const value = high * 0x1_0000_0000 + low;
  if (Number.isSafeInteger(value)) return value === -1 ? -2 : value;
  return (BigInt(high) << 32n) | BigInt(low);
}

/** The unsigned low and high 32 bits of a hash, for probing and mixing. */
export function hashLow(hash: number | bigint): number {
  return typeof hash === "number" ? hash >>> 0 : Number(BigInt.asUintN(32, hash));
}

export function hashHigh(hash: number | bigint): number {
  return typeof hash === "number"
    ? Math.floor(hash / 0x1_0000_0000) >>> 0
    : Number(BigInt.asUintN(32, hash >> 32n));
}
