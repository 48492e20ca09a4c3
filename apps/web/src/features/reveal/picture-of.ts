import type { HeapPicture, Reveal } from "@pyrena/contracts";

/** The picture, where there is something to see: names with plain values alone are already in the program. */
export function pictureOf({ picture }: Reveal): HeapPicture | null {
  return picture && picture.objects.length > 0 ? picture : null;
}
