/** What is heard while a library module is being made: who holds what, and nothing of the code that runs for it. */
import type { PyObject, Recording, SharedKeys, SlotKey } from "../objects/object.ts";
import { SilentRecorder } from "./silent-recorder.ts";

export class LibraryRecorder extends SilentRecorder {
  private readonly recorder: Recording;

  constructor(recorder: Recording) {
    super();
    this.recorder = recorder;
  }

  override forLibrary = (): Recording => this;

  override slotWrite = (
    owner: PyObject,
    slot: string,
    key: SlotKey,
    old: PyObject | null,
    next: PyObject | null,
  ): void => this.recorder.slotWrite(owner, slot, key, old, next);

  override appear = (o: PyObject, heldByStartUp: number): void => this.recorder.appear(o, heldByStartUp);

  override resize = (o: PyObject): void => this.recorder.resize(o);

  override keysChange = (keys: SharedKeys): void => this.recorder.keysChange(keys);

  // A frame object its code has kept for another call comes and goes.
  override alloc = (o: PyObject, bytes: number): void => this.recorder.alloc(o, bytes);

  override dealloc = (o: PyObject): void => this.recorder.dealloc(o);

  override immortalize = (o: PyObject): void => this.recorder.immortalize(o);

  override weakrefCreate = (ref: PyObject, referent: PyObject): void =>
    this.recorder.weakrefCreate(ref, referent);

  override weakrefClear = (ref: PyObject, referent: PyObject): void =>
    this.recorder.weakrefClear(ref, referent);

  override rootHold = (holder: string, o: PyObject): void => this.recorder.rootHold(holder, o);

  override rootRelease = (holder: string, o: PyObject): void => this.recorder.rootRelease(holder, o);

  override nativeHold = (holder: string, o: PyObject): void => this.recorder.nativeHold(holder, o);

  override nativeRelease = (holder: string, o: PyObject): void => this.recorder.nativeRelease(holder, o);
}
