// The selection follows the pointer, and what lies in its frames. Shift keeps to one axis; while Alt is held, copies travel and the originals stay.
import type { Vec } from "@inkroom/geometry";
import { selectionBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import { movedProps } from "../../arrow-place.ts";
import { additionOps, type Copies, copiesOf } from "../../duplicates.ts";
import type { PointerInput } from "../../input-event.ts";
import { createLiveEdit } from "../../live-edit.ts";
import { carriedShapes, heldShapes } from "../../frames/held-shapes.ts";
import { framesTaking } from "../../frames/settling.ts";
import { selectedShapes } from "../../selection.ts";
import { clampCoordinate } from "../../shape-edit.ts";
import { createSnapping } from "../../snapping.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import { dragging } from "./dragging.ts";
import type { Drag, SelectStates } from "./select-tool.ts";

export function translating(run: ToolRun<SelectStates>, { down, now }: Drag): ToolState {
  const { context } = run;
  const { selection } = context.state;
  const held = heldShapes(context);
  const originals = carriedShapes(context);
  const origin = context.toPage(down.screen);
  const edit = createLiveEdit(context, now.tMs);
  const box = selectionBounds(selectedShapes(context));
  const moved = new Set(originals.map(({ id }) => id));
  const snapping = createSnapping(context, moved);
  /** Made once, so that Alt can be pressed and let go; they lie where the originals do. */
  let made: Copies | undefined;
  let copies: readonly Shape[] = [];

  function copiesAt({ x, y }: Vec): readonly Shape[] {
    made ??= copiesOf(context, held, 0, 0);
    return made.shapes.map((shape) => ({ ...shape, x: clampCoordinate(shape.x + x), y: clampCoordinate(shape.y + y) }));
  }

  /** With Shift along the axis it keeps to only. */
  function snapped(by: Vec, event: PointerInput): Vec {
    if (box === undefined) return by;
    const axes = event.shift ? { x: by.x !== 0, y: by.y !== 0 } : undefined;
    const more = snapping.box({ ...box, x: box.x + by.x, y: box.y + by.y }, event, axes);
    return { x: by.x + more.x, y: by.y + more.y };
  }

  function showTakers(ids: ReadonlySet<ShapeId>): void {
    const taking = framesTaking(context, ids);
    if (taking.join() !== (context.state.takers ?? []).join()) context.patch({ takers: taking.length === 0 ? undefined : taking });
  }

  function follow(event: PointerInput): void {
    const wasCopying = copies.length > 0;
    const delta = snapped(deltaOf(origin, context.toPage(event.screen), event.shift), event);
    copies = event.alt ? copiesAt(delta) : [];
    const shift = event.alt ? { x: 0, y: 0 } : delta;
    edit.update(new Map(originals.map((shape) => [shape.id, movedProps(shape, shift, moved)])), event.tMs, copies);
    showTakers(event.alt ? new Set(copies.map(({ id }) => id)) : moved);
    if (event.alt !== wasCopying) context.editor.select(event.alt ? (made?.idsOf(selection) ?? []) : selection);
  }

  return dragging(run, {
    edit,
    first: now,
    follow,
    scrollsAtEdge: true,
    enter: () => context.patch({ cursor: "move" }),
    exit() {
      snapping.end();
      context.patch({ takers: undefined });
      // Copies that were not made are not selected.
      context.editor.select(context.state.selection);
    },
    last: () => (copies.length > 0 ? additionOps({ groups: made?.groups ?? [], shapes: copies }) : []),
    takenBack: () => context.editor.select(selection),
  });
}

function deltaOf(from: Vec, to: Vec, isLocked: boolean): Vec {
  const x = to.x - from.x;
  const y = to.y - from.y;
  if (!isLocked) return { x, y };
  return Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}
