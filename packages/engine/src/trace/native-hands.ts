/** What native code holds, by the name of the holder: each reference has a place until it is dropped. */
import type { PyObject } from "../objects/object.ts";

interface Hand {
  readonly places: (PyObject | null)[];
  readonly free: number[];
  /** Places of an object; the last one is dropped first. */
  readonly placesOf: Map<PyObject, number[]>;
}

export class NativeHands {
  private readonly hands = new Map<string, Hand>();

  /** The place the reference got. */
  take(holder: string, o: PyObject): number {
    let hand = this.hands.get(holder);
    if (hand === undefined) {
      hand = { places: [], free: [], placesOf: new Map() };
      this.hands.set(holder, hand);
    }
    const place = hand.free.pop() ?? hand.places.length;
    hand.places[place] = o;
    const all = hand.placesOf.get(o);
    if (all === undefined) hand.placesOf.set(o, [place]);
    else all.push(place);
    return place;
  }

  /** The place that is free now; null when the holder had no such reference. */
  drop(holder: string, o: PyObject): number | null {
    const hand = this.hands.get(holder);
    const all = hand?.placesOf.get(o);
    const place = all?.pop();
    if (hand === undefined || all === undefined || place === undefined) return null;
    if (all.length === 0) hand.placesOf.delete(o);
    hand.places[place] = null;
    hand.free.push(place);
    return place;
  }

  visit(see: (holder: string, place: number, o: PyObject) => void): void {
    for (const [holder, { places }] of this.hands)
      places.forEach((o, place) => {
        if (o !== null) see(holder, place, o);
      });
  }
}
