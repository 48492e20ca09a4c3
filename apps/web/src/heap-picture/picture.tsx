"use client";

import type { HeapPicture } from "@pyrena/contracts";
import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { foldPicture } from "./fold.ts";
import { layout } from "./layout.ts";
import { PictureArrow } from "./picture-arrow.tsx";
import { PictureInWords } from "./picture-in-words.tsx";
import type { SceneBox, SceneFrame, SceneObject, SceneSlot } from "./scene.ts";
import { wallScene } from "./wall.ts";

interface PictureProps {
  readonly picture: HeapPicture;
  /** On a wall the picture must fit without scrolling, and the words below it would cost room. */
  readonly isOnWall?: boolean;
}

/** What a laptop shows; a wall has its own measure. */
const MOST_BOXES = 14;

/** Frames left, heap right; the badge of an object is the number of counted heads that arrive at it. */
export function Picture({ picture, isOnWall = false }: PictureProps) {
  const t = useTranslations("picture");
  const scene = useMemo(
    () => (isOnWall ? wallScene(picture) : layout(foldPicture(picture, MOST_BOXES))),
    [picture, isOnWall],
  );
  return (
    <div className="flex flex-col gap-2">
      <svg
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        role="img"
        aria-label={t("title")}
        className={classNames("w-full font-mono", isOnWall ? "max-h-[44vh]" : "h-auto")}
        preserveAspectRatio="xMinYMin meet"
        style={{ maxWidth: `calc(${scene.width}px * 1.25 * var(--scale, 1))` }}
      >
        {scene.arrows.map((arrow) => (
          <PictureArrow key={`${arrow.from}→${arrow.to}`} arrow={arrow} />
        ))}
        {scene.frames.map((frame) => (
          <FrameBox key={frame.id} frame={frame} />
        ))}
        {scene.objects.map((object) => (
          <ObjectBox key={object.id} object={object} />
        ))}
        {scene.arrows.map((arrow) => (
          <PictureArrow key={`${arrow.from}→${arrow.to}`} arrow={arrow} onlyHead />
        ))}
      </svg>
      {scene.folded > 0 ? <p className="text-14 text-muted">{t("folded", { count: scene.folded })}</p> : null}
      {isOnWall ? null : <PictureInWords scene={scene} />}
    </div>
  );
}

function FrameBox({ frame }: { frame: SceneFrame }) {
  const t = useTranslations("picture");
  return (
    <g>
      <rect
        x={frame.x}
        y={frame.y}
        width={frame.width}
        height={frame.height}
        rx={8}
        className={classNames("fill-sunken stroke-edge", frame.kind === "stack" && "opacity-75")}
        strokeWidth={1.5}
        strokeDasharray={frame.kind === "stack" || frame.kind === "hidden" ? "5 4" : undefined}
      />
      <text x={frame.x + 10} y={frame.y + 22} className="fill-muted font-sans" fontSize={14}>
        {fit(frame.title || t(`frame.${frame.kind}`), frame)}
      </text>
      {frame.slots.map((slot) => (
        <Slot key={slot.id} slot={slot} box={frame} />
      ))}
    </g>
  );
}

function ObjectBox({ object }: { object: SceneObject }) {
  const { x, y, width, height } = object;
  const look = looks[object.state];
  return (
    <g className={look.group}>
      {object.state === "finalizing" || object.state === "resurrected" ? (
        <rect
          x={x - 4}
          y={y - 4}
          width={width + 8}
          height={height + 8}
          rx={11}
          className="fill-none stroke-warn"
          strokeWidth={2}
        />
      ) : null}
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
        className={classNames("fill-surface", object.isAsked ? "stroke-accent" : "stroke-ink")}
        strokeWidth={object.isAsked ? 3 : 1.5}
        strokeDasharray={look.dash}
      />
      <text x={x + 10} y={y + 22} className="fill-ink font-semibold" fontSize={14}>
        {object.title}
      </text>
      <Badge object={object} />
      {object.text === null ? null : (
        <text x={x + 10} y={y + 52} className="fill-code-string" fontSize={14}>
          {fit(object.text, object)}
        </text>
      )}
      {object.slots.map((slot) => (
        <Slot key={slot.id} slot={slot} box={object} />
      ))}
    </g>
  );
}

function Badge({ object }: { object: SceneObject }) {
  const label = object.count === "immortal" ? "∞" : String(object.count);
  const width = Math.max(26, label.length * 11 + 14);
  const x = object.x + object.width - width - 6;
  return (
    <g>
      <rect
        x={x}
        y={object.y - 8}
        width={width}
        height={30}
        rx={15}
        className={classNames("fill-surface", object.isAsked ? "stroke-accent" : "stroke-ink")}
        strokeWidth={2}
      />
      <text
        x={x + width / 2}
        y={object.y + 13.5}
        textAnchor="middle"
        className={classNames("font-bold", object.isAsked ? "fill-accent" : "fill-ink")}
        fontSize={19}
      >
        {label}
      </text>
    </g>
  );
}

function Slot({ slot, box }: { slot: SceneSlot; box: SceneBox }) {
  const name = fit(slot.name, box, slot.text === null ? 2 : Math.min(slot.text.length, LEAST_TEXT) + 1);
  return (
    <g>
      <line x1={box.x} x2={box.x + box.width} y1={slot.y - 13} y2={slot.y - 13} className="stroke-line" />
      <text x={box.x + 10} y={slot.y + 5} className="fill-ink" fontSize={14}>
        {name}
      </text>
      {slot.text === null ? (
        <circle cx={slot.port.x} cy={slot.port.y} r={4} className="fill-ink" />
      ) : (
        <text
          x={box.x + box.width - 10}
          y={slot.y + 5}
          textAnchor="end"
          className="fill-code-number"
          fontSize={14}
        >
          {fit(slot.text, box, name.length + 1)}
        </text>
      )}
    </g>
  );
}

/** Characters of a value that a long name must leave room for. */
const LEAST_TEXT = 8;
const GLYPH = 8.45;

/** Cuts what does not fit into its box; the words below the picture hold all of it. */
function fit(text: string, box: { readonly width: number }, taken = 0): string {
  const room = Math.max(3, Math.floor((box.width - 20) / GLYPH) - taken);
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

const looks: Record<SceneObject["state"], { group: string; dash: string | undefined }> = {
  alive: { group: "", dash: undefined },
  unreachable: { group: "opacity-70", dash: "2 3" },
  finalizing: { group: "", dash: undefined },
  freed: { group: "opacity-55", dash: "7 5" },
  resurrected: { group: "", dash: undefined },
};
