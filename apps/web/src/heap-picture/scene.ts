/** A heap picture as numbers: what is drawn where. Made by `layout`, drawn by `picture.tsx`, read by tests. */
import type { PictureEdge, PictureObject } from "@pyrena/contracts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SceneSlot {
  readonly id: string;
  readonly name: string;
  /** A short value shown in place of an arrow. */
  readonly text: string | null;
  /** Where its arrow starts. */
  readonly port: Point;
  readonly y: number;
}

export interface SceneBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly slots: readonly SceneSlot[];
}

export interface SceneFrame extends SceneBox {
  readonly kind: "module" | "function" | "class" | "generator" | "stack" | "hidden";
}

export interface SceneObject extends SceneBox {
  readonly count: PictureObject["count"];
  readonly text: string | null;
  readonly state: PictureObject["state"];
  readonly isAsked: boolean;
}

export interface SceneArrow {
  readonly from: string;
  readonly to: string;
  readonly kind: PictureEdge["kind"];
  /** Place among the counted holders; written at the head. */
  readonly ordinal: number | null;
  readonly line: number | null;
  /** A cubic curve: start, two controls, head. */
  readonly curve: readonly [Point, Point, Point, Point];
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly SceneFrame[];
  readonly objects: readonly SceneObject[];
  readonly arrows: readonly SceneArrow[];
  readonly folded: number;
}
