/**
 * Small-object allocator: arenas, pools, blocks.   [mirrors Objects/obmalloc.c]
 *
 * Addresses are invented; the order in which blocks are handed out and reused is not, because learners compare it with
 * `id()` on their own machine. An address is counted in units of 16 bytes (the alignment), so that it stays a small integer.
 * Invariant: a block of a pool is allocated, or on the pool's free list, or in the pool's untouched tail.
 */

const UNIT = 16;
/** Requests up to this many bytes come from pools, larger ones from the raw allocator. [SMALL_REQUEST_THRESHOLD] */
export const smallRequestThreshold = 512;
const poolOverhead = 48;

export interface Pool {
  readonly arena: Arena;
  /** First unit of the pool. */
  readonly base: number;
  sizeClass: number;
  /** Blocks in use. */
  used: number;
  /** Freed blocks, as many as `freeCount` says; the last one is handed out next. */
  readonly free: number[];
  freeCount: number;
  /** Units of the untouched tail: the next block, and the last one that still fits. */
  nextOffset: number;
  maxNextOffset: number;
  /** Neighbours among the pools of the size class that have a free block; null in both when full or empty. */
  prev: Pool | null;
  next: Pool | null;
}

export interface Arena {
  readonly index: number;
  readonly base: number;
  /** Pools never handed out begin here. */
  untouched: number;
  /** Every pool ever handed out, by address. */
  readonly pools: Pool[];
  /** Empty pools; the last one is reused first. */
  readonly freePools: Pool[];
  nfree: number;
  readonly ntotal: number;
}

/** What the allocator says as it works; every method is optional to implement by the recorder. */
export interface AllocatorListener {
  poolTake(pool: number, sizeClass: number): void;
  poolGive(pool: number): void;
  arenaTake(arena: number): void;
  arenaGive(arena: number): void;
}

export class SmallObjectAllocator {
  listener: AllocatorListener | null = null;
  /** Blocks handed out and not yet given back, small and large. [sys.getallocatedblocks] */
  allocatedBlocks = 0;
  /** Bytes of the blocks handed out, rounded up to their size class. */
  usedBytes = 0;
  /** First pool with a free block per size class; the list is circular through prev and next. */
  private readonly usedPools: (Pool | null)[] = new Array<Pool | null>(smallRequestThreshold / UNIT).fill(
    null,
  );
  private readonly arenas: Arena[] = [];
  /** The pool at each pool-sized step from the first arena's base. */
  private readonly poolTable: (Pool | undefined)[] = [];
  /** Arenas with a free pool, fewest free pools first. [usable_arenas] */
  private readonly usable: Arena[] = [];
  private readonly base: number;
  private nextArenaBase: number;
  private readonly poolUnits: number;
  /** log2 of poolUnits. */
  private readonly poolShift: number;
  private readonly arenaUnits: number;
  private readonly large: LargeAllocator;

  /** @param base first unit of the first arena; @param arenaBytes, poolBytes of the profile */
  constructor(base: number, arenaBytes: number, poolBytes: number) {
    this.base = base;
    this.nextArenaBase = base;
    this.poolUnits = poolBytes / UNIT;
    this.poolShift = Math.log2(this.poolUnits);
    this.arenaUnits = arenaBytes / UNIT;
    this.large = new LargeAllocator(Math.floor(base / 2));
  }

  /** The unit of a block of at least `bytes`. [_PyObject_Malloc] */
  alloc(bytes: number): number {
    this.allocatedBlocks += 1;
    if (bytes > smallRequestThreshold) {
      this.usedBytes += bytes;
      return this.large.alloc(bytes);
    }
    const sizeClass = bytes === 0 ? 0 : (bytes - 1) >> 4;
    const pool = this.usedPools[sizeClass] ?? this.takePool(sizeClass);
    pool.used += 1;
    this.usedBytes += (sizeClass + 1) << 4;
    const last = pool.freeCount - 1;
    const block = pool.free[last] as number;
    pool.freeCount = last;
    if (last === 0) this.extend(pool);
    return block;
  }

  /**
   * A block that start-up had handed out long ago: from the untouched end of a pool, so that what the program frees and takes
   * again stays where it is.
   */
  allocApart(bytes: number): number {
    const sizeClass = bytes === 0 ? 0 : (bytes - 1) >> 4;
    const pool = bytes > smallRequestThreshold ? null : (this.usedPools[sizeClass] ?? null);
    if (pool === null || pool.nextOffset > pool.maxNextOffset) return this.alloc(bytes);
    this.allocatedBlocks += 1;
    this.usedBytes += (sizeClass + 1) << 4;
    pool.used += 1;
    const block = pool.base + pool.nextOffset;
    pool.nextOffset += sizeClass + 1;
    return block;
  }

  /** [_PyObject_Free] */
  free(block: number): void {
    this.allocatedBlocks -= 1;
    if (block < this.base) {
      this.usedBytes -= this.large.free(block);
      return;
    }
    const pool = this.poolOf(block);
    const count = pool.freeCount;
    pool.free[count] = block;
    pool.freeCount = count + 1;
    pool.used -= 1;
    this.usedBytes -= (pool.sizeClass + 1) << 4;
    if (count === 0) this.linkFront(pool);
    if (pool.used === 0) this.givePool(pool);
  }

  /** Whether a request of this size stays where it is. [pymalloc_realloc: shrinks below a quarter less are moved] */
  reallocStays(oldBytes: number, newBytes: number): boolean {
    if (oldBytes > smallRequestThreshold) return newBytes > smallRequestThreshold && newBytes <= oldBytes;
    const oldSize = (oldBytes === 0 ? 1 : (oldBytes + UNIT - 1) >> 4) << 4;
    if (newBytes > oldSize) return false;
    return 4 * newBytes > 3 * oldSize;
  }

  poolOf(block: number): Pool {
    const pool = this.poolTable[(block - this.base) >> this.poolShift];
    if (pool === undefined) throw new Error(`block ${block} belongs to no pool`);
    return pool;
  }

  /** All arenas in order of their addresses, for snapshots and the checker. */
  get allArenas(): readonly Arena[] {
    return this.arenas;
  }

  /** Throws when a pool's blocks do not add up. */
  check(): void {
    for (const pool of this.poolTable) {
      if (pool === undefined || pool.used === 0) continue;
      const touched = (pool.nextOffset - poolOverhead / UNIT) / (pool.sizeClass + 1);
      if (touched !== pool.used + pool.freeCount)
        throw new Error(`pool ${pool.base}: ${pool.used} used, ${pool.freeCount} free, ${touched} touched`);
    }
  }

  /** When the free list ran dry: a block of the untouched tail joins it, or the pool is full and leaves its class's list. */
  private extend(pool: Pool): void {
    if (pool.nextOffset <= pool.maxNextOffset) {
      pool.free[0] = pool.base + pool.nextOffset;
      pool.freeCount = 1;
      pool.nextOffset += pool.sizeClass + 1;
      return;
    }
    this.unlink(pool);
  }

  /** [allocate_from_new_pool] */
  private takePool(sizeClass: number): Pool {
    const arena = this.usable[0] ?? this.newArena();
    arena.nfree -= 1;
    let pool = arena.freePools.pop();
    if (pool === undefined) {
      pool = {
        arena,
        base: arena.untouched,
        sizeClass: -1,
        used: 0,
        free: [],
        freeCount: 0,
        nextOffset: 0,
        maxNextOffset: 0,
        prev: null,
        next: null,
      };
      arena.untouched += this.poolUnits;
      arena.pools.push(pool);
      this.poolTable[(pool.base - this.base) / this.poolUnits] = pool;
    }
    if (arena.nfree === 0) this.usable.shift();
    // A pool last used for the same class keeps its free list and tail, so its blocks come back in the same order.
    if (pool.sizeClass !== sizeClass) this.formatPool(pool, sizeClass);
    this.linkFront(pool);
    this.listener?.poolTake(pool.base, sizeClass);
    return pool;
  }

  private formatPool(pool: Pool, sizeClass: number): void {
    const size = sizeClass + 1;
    const first = poolOverhead / UNIT;
    pool.sizeClass = sizeClass;
    pool.free[0] = pool.base + first;
    pool.freeCount = 1;
    pool.nextOffset = first + size;
    pool.maxNextOffset = this.poolUnits - size;
  }

  private givePool(pool: Pool): void {
    this.unlink(pool);
    const arena = pool.arena;
    arena.freePools.push(pool);
    arena.nfree += 1;
    this.listener?.poolGive(pool.base);
    if (arena.nfree === arena.ntotal && this.usable.at(-1) !== arena) {
      this.giveArena(arena);
      return;
    }
    if (arena.nfree === 1) this.usable.unshift(arena);
    else this.sortUsable(arena);
  }

  private newArena(): Arena {
    const base = this.nextArenaBase;
    this.nextArenaBase += this.arenaUnits;
    const ntotal = this.arenaUnits / this.poolUnits;
    const arena: Arena = {
      index: this.arenas.length,
      base,
      untouched: base,
      pools: [],
      freePools: [],
      nfree: ntotal,
      ntotal,
    };
    this.arenas.push(arena);
    this.usable.push(arena);
    this.listener?.arenaTake(arena.base);
    return arena;
  }

  private giveArena(arena: Arena): void {
    this.usable.splice(this.usable.indexOf(arena), 1);
    for (const pool of arena.pools) this.poolTable[(pool.base - this.base) / this.poolUnits] = undefined;
    arena.pools.length = 0;
    arena.freePools.length = 0;
    arena.untouched = arena.base;
    this.listener?.arenaGive(arena.base);
    // Its addresses are not used again; the C library would most likely map the next arena elsewhere too.
  }

  /** Keeps `usable` ordered by free pools after one more became free. */
  private sortUsable(arena: Arena): void {
    let at = this.usable.indexOf(arena);
    for (
      let next = this.usable[at + 1];
      next !== undefined && next.nfree < arena.nfree;
      next = this.usable[at + 1]
    ) {
      this.usable[at] = next;
      this.usable[at + 1] = arena;
      at += 1;
    }
  }

  private linkFront(pool: Pool): void {
    const head = this.usedPools[pool.sizeClass] ?? null;
    pool.prev = null;
    pool.next = head;
    if (head !== null) head.prev = pool;
    this.usedPools[pool.sizeClass] = pool;
  }

  private unlink(pool: Pool): void {
    if (pool.prev !== null) pool.prev.next = pool.next;
    else if (this.usedPools[pool.sizeClass] === pool) this.usedPools[pool.sizeClass] = pool.next;
    if (pool.next !== null) pool.next.prev = pool.prev;
    pool.prev = null;
    pool.next = null;
  }
}

/** Requests above 512 bytes: a freed block of the same size is reused last in, first out, as the C library's bins do. */
class LargeAllocator {
  private next: number;
  private readonly bytes = new Map<number, number>();
  private readonly freeByUnits = new Map<number, number[]>();

  constructor(base: number) {
    this.next = base;
  }

  alloc(bytes: number): number {
    const units = chunkUnits(bytes);
    const block = this.freeByUnits.get(units)?.pop() ?? this.extend(units);
    this.bytes.set(block, bytes);
    return block;
  }

  /** Returns how many bytes the block was asked for. */
  free(block: number): number {
    const bytes = this.bytes.get(block);
    if (bytes === undefined) throw new Error(`block ${block} was not allocated`);
    this.bytes.delete(block);
    const units = chunkUnits(bytes);
    const bin = this.freeByUnits.get(units);
    if (bin === undefined) this.freeByUnits.set(units, [block]);
    else bin.push(block);
    return bytes;
  }

  private extend(units: number): number {
    const block = this.next;
    this.next += units;
    return block;
  }
}

/** One header word in front; chunks are multiples of 16. */
function chunkUnits(bytes: number): number {
  return Math.ceil((bytes + 8) / UNIT);
}
