// Which shapes elbows go round.
import type { Box } from "@inkroom/geometry";
import { pageFrameBounds } from "./page-space.ts";
import type { Shape } from "./shape.ts";

/** PORT: the shapes that may be in the way within a part of the page; others may be among them. */
export type ObstacleSource = (part: Box) => Iterable<Shape>;

/**
 * What elbows keep clear of, page space; undefined for what they run over: ink, lines and arrows, frames, which are there for what
 * lies in them, and groups.
 */
export function obstacleBox(shape: Shape): Box | undefined {
  switch (shape.kind) {
    case "rect":
    case "ellipse":
    case "geo":
    case "card":
    case "note":
    case "text":
    case "image":
      return pageFrameBounds(shape);
    case "draw":
    case "line":
    case "arrow":
    case "frame":
    case "group":
    case "paper":
      return undefined;
    default:
      return shape satisfies never;
  }
}
