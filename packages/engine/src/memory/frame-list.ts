/**
 * The free list of frames (≤ 3.10). Unlike other lists it keeps blocks of all sizes: the topmost one is taken whatever
 * its size, and grows where it is too small. A frame gets there when its code keeps another one already.
 * [mirrors free_list, frame_dealloc and _PyFrame_New_NoTrack in Objects/frameobject.c]
 */
export interface KeptFrame {
  /** 0: left by start-up; it gets its address when it is taken. */
  readonly block: number;
  /** Slots it was made for. */
  readonly room: number;
}

/** [PyFrame_MAXFREELIST] */
const capacity = 200;

export class FrameList {
  private readonly kept: KeptFrame[] = [];

  take(): KeptFrame | null {
    return this.kept.pop() ?? null;
  }

  /** Whether the frame was kept. */
  keep(block: number, room: number): boolean {
    if (this.kept.length >= capacity) return false;
    this.kept.push({ block, room });
    return true;
  }

  /** What an import leaves, the topmost one first; those that lie here already were used for it. */
  leave(rooms: readonly number[]): void {
    for (const room of rooms.slice(0, Math.max(0, rooms.length - this.kept.length)).reverse())
      this.kept.push({ block: 0, room });
  }

  /** Frames that lie outside the allocator, though CPython has made them. */
  get unmade(): number {
    return this.kept.filter(({ block }) => block === 0).length;
  }

  clear(release: (block: number) => void): void {
    for (const { block } of this.kept) if (block !== 0) release(block);
    this.kept.length = 0;
  }
}
