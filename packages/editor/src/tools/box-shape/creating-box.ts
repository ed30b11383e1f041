// A box under the pointer. Shift makes it square, Alt grows it from its centre.
import type { Box, Vec } from "@inkroom/geometry";
import type { PointerInput } from "../../input-event.ts";
import { type BoxKind, newBoxShape } from "../../new-shape.ts";
import { clampedBox, clampPoint } from "../../shape-edit.ts";
import { creating } from "../creating.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { BoxStates } from "./box-shape-tool.ts";

export function creatingBox(
  run: ToolRun<BoxStates>,
  press: { readonly down: PointerInput; readonly now: PointerInput },
  kind: BoxKind,
): ToolState {
  const { context } = run;
  const origin = context.toPage(press.down.screen);
  return creating({
    context,
    first: press.now,
    make: (event) => newBoxShape(context, kind, boxTo(origin, context.toPage(event.screen), event)),
    change(event) {
      const { x, y, w, h } = boxTo(origin, context.toPage(event.screen), event);
      return { x, y, w, h };
    },
    leave: () => run.go("idle", undefined),
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
