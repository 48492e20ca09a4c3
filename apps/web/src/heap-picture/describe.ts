/** The same scene in words: who is there, with which count, held by what. Rendered by `PictureInWords`. */
import type { Scene, SceneArrow, SceneObject } from "./scene.ts";

export interface HolderWords {
  /** "a", or "list #2 [0]" for a slot of an object. */
  readonly text: string;
  readonly kind: SceneArrow["kind"];
  readonly ordinal: number | null;
  readonly line: number | null;
  /** The object that holds it, when an object does. */
  readonly objectId: string | null;
}

export interface ObjectWords {
  readonly object: SceneObject;
  readonly holders: readonly HolderWords[];
  readonly targets: readonly { readonly id: string; readonly title: string; readonly slot: string }[];
}

export function describe(scene: Scene): readonly ObjectWords[] {
  const titles = new Map(scene.objects.map((object) => [object.id, object.title]));
  return scene.objects.map((object) => ({
    object,
    holders: scene.arrows
      .filter((arrow) => arrow.to === object.id)
      .map((arrow) => holderOf(scene, arrow))
      .sort((a, b) => (a.ordinal ?? 99) - (b.ordinal ?? 99)),
    targets: object.slots.flatMap((slot) =>
      scene.arrows
        .filter((arrow) => arrow.from === slot.id)
        .map((arrow) => ({ id: arrow.to, title: titles.get(arrow.to) ?? "", slot: slot.name })),
    ),
  }));
}

function holderOf(scene: Scene, { from, kind, ordinal, line }: SceneArrow): HolderWords {
  for (const frame of scene.frames) {
    const slot = frame.slots.find(({ id }) => id === from);
    if (slot)
      return {
        text: frame.kind === "module" ? slot.name : `${frame.title}: ${slot.name}`,
        kind,
        ordinal,
        line,
        objectId: null,
      };
  }
  const owner = scene.objects.find((object) => object.slots.some(({ id }) => id === from));
  const slot = owner?.slots.find(({ id }) => id === from);
  return {
    text: `${owner?.title ?? ""} ${slot?.name ?? ""}`.trim(),
    kind,
    ordinal,
    line,
    objectId: owner?.id ?? null,
  };
}
