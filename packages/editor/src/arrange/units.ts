// What a layout moves as one: a group with all of its selected shapes, or a single shape.
import type { Box } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { selectionBounds, type Shape } from "@inkroom/shapes";
import { isHeldBack, movedProps } from "../arrow-place.ts";
import type { EditorContext } from "../context.ts";
import { topShapes, withInner } from "../frames/held-shapes.ts";
import { wholeGroups } from "../shape-edit.ts";

/** `bounds` without outline widths, page space. */
export type Unit = { readonly shapes: readonly Shape[]; readonly bounds: Box };

/** The units of the selection, those with the lowest shape first. */
export function selectedUnits(context: EditorContext): readonly Unit[] {
  const { groups, state } = context;
  const byUnit = Map.groupBy(topShapes(context), ({ id }) => groups.unitOf(id, state.entered));
  return [...byUnit.values()].flatMap((shapes) => {
    const bounds = selectionBounds(shapes);
    return bounds === undefined ? [] : [{ shapes: withInner(context, shapes), bounds }];
  });
}

/** Moves a unit; no op where it stays. Page units. */
export function moveOps({ shapes }: Unit, dx: number, dy: number): Op[] {
  if (dx === 0 && dy === 0) return [];
  const moved = new Set(shapes.map(({ id }) => id));
  return shapes.flatMap((shape): Op[] => {
    // An arrow stays with what it hangs on.
    if (isHeldBack(shape, moved)) return [];
    return [{ op: "set", id: shape.id, props: wholeGroups(shape, movedProps(shape, { x: dx, y: dy }, moved)) }];
  });
}
