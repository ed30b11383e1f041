// Brings the units of a selection into line with its bounds, and spreads them with equal gaps.
import { type Box, unionBoxes } from "@inkroom/geometry";
import type { EditorContext } from "../context.ts";
import { moveOps, selectedUnits, type Unit } from "./units.ts";

export type Edge = "left" | "right" | "top" | "bottom" | "centre-x" | "centre-y";

/** Nothing to do for a single unit. */
export function align(context: EditorContext, edge: Edge): void {
  const units = selectedUnits(context);
  const all = unionBoxes(units.map(({ bounds }) => bounds));
  if (all === undefined || units.length < 2) return;
  context.history.commit(
    units.flatMap((unit) => {
      const by = offsetTo(edge, unit.bounds, all);
      return moveOps(unit, by.x, by.y);
    }),
  );
}

function offsetTo(edge: Edge, box: Box, all: Box): { readonly x: number; readonly y: number } {
  switch (edge) {
    case "left":
      return { x: all.x - box.x, y: 0 };
    case "right":
      return { x: all.x + all.w - box.x - box.w, y: 0 };
    case "centre-x":
      return { x: all.x + all.w / 2 - box.x - box.w / 2, y: 0 };
    case "top":
      return { x: 0, y: all.y - box.y };
    case "bottom":
      return { x: 0, y: all.y + all.h - box.y - box.h };
    case "centre-y":
      return { x: 0, y: all.y + all.h / 2 - box.y - box.h / 2 };
    default:
      return edge satisfies never;
  }
}

/** The outermost units stay; the gaps between all of them become equal, also where they overlap. Needs three units. */
export function distribute(context: EditorContext, axis: "x" | "y"): void {
  const size = axis === "x" ? "w" : "h";
  const middle = ({ bounds }: Unit): number => bounds[axis] + bounds[size] / 2;
  const units = [...selectedUnits(context)].sort((a, b) => middle(a) - middle(b));
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined || units.length < 3) return;
  const taken = units.reduce((sum, { bounds }) => sum + bounds[size], 0);
  const gap = (last.bounds[axis] + last.bounds[size] - first.bounds[axis] - taken) / (units.length - 1);
  let at = first.bounds[axis];
  const ops = units.flatMap((unit) => {
    const by = unit === last || unit === first ? 0 : at - unit.bounds[axis];
    at += unit.bounds[size] + gap;
    return axis === "x" ? moveOps(unit, by, 0) : moveOps(unit, 0, by);
  });
  context.history.commit(ops);
}
