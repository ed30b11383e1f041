// What the markers of list items look like: a dot, a box with a tick in it. A number is letters, and no path.
import type { Vec } from "@inkroom/geometry";
import type { Paint, PathItem } from "../display-list.ts";
import { movedPath } from "../moved-path.ts";
import { polylinePath } from "../polyline-path.ts";
import { roundedRect } from "../rounded-rect.ts";
import type { PlacedLine } from "./placed-line.ts";

// All in shares of the font size.
/** Side of a check box, how far its middle is above the baseline, how round it is, and how thick its lines are. */
const BOX = { side: 0.8, rise: 0.36, radius: 0.17, line: 0.085, tick: 0.115 } as const;
/** The same of a dot. */
const DOT = { side: 0.25, rise: 0.32, line: 0.065 } as const;
/** What the space takes up behind the letters of a marker: the sign stands in the middle of the rest. */
const SPACE = 0.25;
/** The tick, in shares of its box. */
const TICK = [0.24, 0.52, 0.43, 0.71, 0.77, 0.3] as const;

/** Side of a check box, page units. */
export function checkSide(fontSize: number): number {
  return BOX.side * fontSize;
}

/** The middle of an item's sign, local space; undefined where the line has none. */
export function signCenter({ mark, isRtl, side, y }: PlacedLine, fontSize: number): Vec | undefined {
  if (mark === undefined || mark.item.kind === "number") return undefined;
  const away = mark.at + (mark.room - SPACE * fontSize) / 2;
  return { x: isRtl ? side - away : side + away, y: y - (mark.item.kind === "check" ? BOX : DOT).rise * fontSize };
}

/** Deeper items have other signs: dots, rings and squares take turns. */
export function signItems(line: PlacedLine, fontSize: number, paint: Paint): readonly PathItem[] {
  const center = signCenter(line, fontSize);
  if (center === undefined || line.mark === undefined) return [];
  const { kind, isDone, level } = line.mark.item;
  const boxOf = (side: number, radius: number) => movedPath(roundedRect(side, side, radius), center.x - side / 2, center.y - side / 2);
  const lined = (path: PathItem["path"], width: number): PathItem => ({ kind: "path", path, stroke: { paint, width: width * fontSize } });
  if (kind === "check") {
    const side = checkSide(fontSize);
    const box = lined(boxOf(side, BOX.radius * fontSize), BOX.line);
    const tick = polylinePath(
      TICK.map((share, i) => (share - 0.5) * side + (i % 2 === 0 ? center.x : center.y)),
      false,
    );
    return isDone ? [box, lined(tick, BOX.tick)] : [box];
  }
  const side = DOT.side * fontSize;
  const path = boxOf(side, level % 3 === 2 ? 0 : side / 2);
  return [level % 3 === 1 ? lined(path, DOT.line) : { kind: "path", path, fill: paint }];
}
