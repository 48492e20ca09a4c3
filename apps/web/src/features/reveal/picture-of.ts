import type { HeapPicture, Reveal } from "@pyrena/contracts";
import { withinSight } from "../../heap-picture/fold.ts";

/** The picture, where there is something to see: names with plain values alone are already in the program. */
export function pictureOf({ picture }: Reveal): HeapPicture | null {
  const seen = picture && withinSight(picture);
  return seen && seen.objects.length > 0 ? seen : null;
}
