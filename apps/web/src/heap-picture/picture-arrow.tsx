import { classNames } from "@pyrena/ui";
import type { SceneArrow } from "./scene.ts";

interface PictureArrowProps {
  readonly arrow: SceneArrow;
  /** Heads and ordinals are drawn once more above the boxes, so that none is hidden. */
  readonly onlyHead?: boolean;
}

/** Counted: solid with its number at the head. Weak: dashed, round head. Temporary and borrowed: see-through. */
export function PictureArrow({ arrow, onlyHead = false }: PictureArrowProps) {
  const [start, one, two, head] = arrow.curve;
  const look = looks[arrow.kind];
  const direction = two.x < head.x ? 1 : -1;
  if (!onlyHead) {
    return (
      <path
        d={`M${start.x} ${start.y}C${one.x} ${one.y} ${two.x} ${two.y} ${head.x - direction * 6} ${head.y}`}
        className={classNames("fill-none", look.stroke)}
        strokeWidth={2}
        strokeDasharray={look.dash}
      />
    );
  }
  return (
    <g>
      {look.isRound ? (
        <circle
          cx={head.x - direction * 5}
          cy={head.y}
          r={4.5}
          className="fill-bg stroke-muted"
          strokeWidth={2}
        />
      ) : (
        <path d={`M${head.x} ${head.y}l${-direction * 10} -5.5v11z`} className={look.fill} />
      )}
      {arrow.ordinal === null ? null : (
        <>
          <circle cx={head.x - direction * 20} cy={head.y} r={8.5} className="fill-bg" />
          <text
            x={head.x - direction * 20}
            y={head.y + 4.5}
            textAnchor="middle"
            className="fill-ink font-bold"
            fontSize={13}
          >
            {arrow.ordinal}
          </text>
        </>
      )}
    </g>
  );
}

const looks = {
  counted: { stroke: "stroke-ink", fill: "fill-ink", dash: undefined, isRound: false },
  weak: { stroke: "stroke-muted", fill: "fill-muted", dash: "6 5", isRound: true },
  temporary: { stroke: "stroke-accent opacity-70", fill: "fill-accent", dash: "2 4", isRound: false },
  borrowed: { stroke: "stroke-muted opacity-70", fill: "fill-muted", dash: "2 4", isRound: true },
} as const;
