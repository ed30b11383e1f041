// A box under the pointer. Shift makes it square, Alt grows it from its centre.
import type { Box, Vec } from "@inkroom/geometry";
import type { ShapeId } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { type BoxKind, newBoxShape } from "../../new-shape.ts";
import { clampedBox, clampPoint } from "../../shape-edit.ts";
import { createSnapping } from "../../snapping.ts";
import { creating } from "../creating.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { BoxStates } from "./box-shape-tool.ts";

export function creatingBox(
  run: ToolRun<BoxStates>,
  press: { readonly down: PointerInput; readonly now: PointerInput },
  kind: BoxKind,
): ToolState {
  const { context } = run;
  const own = new Set<ShapeId>();
  const snapping = createSnapping(context, own);
  const origin = context.state.grid ? snapped(press.down) : context.toPage(press.down.screen);

  function snapped(event: PointerInput): Vec {
    const point = context.toPage(event.screen);
    const by = snapping.point(point, event);
    return { x: point.x + by.x, y: point.y + by.y };
  }

  /** A square goes where its longer side does. */
  const boxAt = (event: PointerInput): Box => boxTo(origin, event.shift ? context.toPage(event.screen) : snapped(event), event);

  return creating({
    context,
    first: press.now,
    make(event) {
      const shape = newBoxShape(context, kind, boxAt(event));
      own.add(shape.id);
      return shape;
    },
    change(event) {
      const { x, y, w, h } = boxAt(event);
      return { x, y, w, h };
    },
    leave() {
      snapping.end();
      run.go("idle", undefined);
    },
  });
}

function boxTo(origin: Vec, point: Vec, { shift, alt }: PointerInput): Box {
  let dx = point.x - origin.x;
  let dy = point.y - origin.y;
  if (shift) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    dx = dx < 0 ? -side : side;
    dy = dy < 0 ? -side : side;
  }
  const from = alt ? { x: origin.x - dx, y: origin.y - dy } : origin;
  return clampedBox(clampPoint(from), clampPoint({ x: origin.x + dx, y: origin.y + dy }));
}
