/** What tracemalloc wants to hear from the heap. [mirrors Python/tracemalloc.c] */
export interface MemoryTracer {
  alloc(block: number, bytes: number): void;
  /** A block taken from a free list: the object is new, its memory is not. [_PyTraceMalloc_TraceRef] */
  reuse(block: number): void;
  /** What was `block` is now `moved` (the same one if it could stay), of `bytes`. */
  resize(block: number, moved: number, bytes: number): void;
  free(block: number): void;
}
