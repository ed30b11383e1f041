// Where the ends of a line under the hand lie, and what those of an arrow hang on.
import type { Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import type { Binding } from "@inkroom/shapes";
import { bindingOf, bindTargetAt } from "../../bind-target.ts";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { snapAngle } from "../../pointer.ts";
import { clampPoint } from "../../shape-edit.ts";

export type LinearKind = "line" | "arrow";

/** Where the pointer puts a point after `from`; Shift turns it in steps of 15 degrees. `origin`: the first point of the line. */
export function pointAfter(from: Vec, { context, event, origin }: { context: EditorContext; event: PointerInput; origin: Vec }): Vec {
  const to = context.toPage(event.screen);
  const end = event.shift ? snapAngle(from, to) : to;
  // Vertices are relative, and bounded like coordinates.
  const relative = clampPoint({ x: end.x - origin.x, y: end.y - origin.y });
  return { x: origin.x + relative.x, y: origin.y + relative.y };
}

/** What an arrow's end hangs on at a page point; the shape is shown. Null for a line. */
export function holdAt(context: EditorContext, kind: LinearKind, point: Vec, event: PointerInput): Binding | null {
  const target = kind === "arrow" ? bindTargetAt(context, point, event) : undefined;
  context.patch({ bindTarget: target?.id });
  return bindingOf(target, point, context.state.camera.zoom);
}

/** The end as it is written. */
export function endProps(kind: LinearKind, end: Binding | null): Props {
  return kind === "arrow" ? { end } : {};
}
