import type { HeapPicture } from "@pyrena/contracts";
import { foldPicture } from "./fold.ts";
import { layout } from "./layout.ts";
import type { Scene } from "./scene.ts";

/** More boxes than these cannot be told apart from the last row. */
const MOST_BOXES = 9;
const FEWEST_BOXES = 5;
/** A scene wider or taller than this would be drawn with letters too small for a wall. */
const WIDEST = 600;
const TALLEST = 460;

/** As many objects as are still readable on a wall, the asked one's neighbours first. */
export function wallScene(picture: HeapPicture): Scene {
  for (let limit = MOST_BOXES; limit > FEWEST_BOXES; limit -= 1) {
    const scene = layout(foldPicture(picture, limit));
    if (scene.width <= WIDEST && scene.height <= TALLEST) return scene;
  }
  return layout(foldPicture(picture, FEWEST_BOXES));
}
