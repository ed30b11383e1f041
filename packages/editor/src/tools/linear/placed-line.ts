// A line or an arrow as far as its points are set: shown with one more under the pointer, written with each that is set.
import { distance, type Vec } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { type Binding, MAX_VERTICES, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { type LinearPoints, newLinear, verticesOf } from "../../new-shape.ts";
import { wholeGroups, withProps } from "../../shape-edit.ts";
import { endProps, holdAt, type LinearKind, pointAfter } from "./linear-end.ts";

/** How near to a point a click means that point, screen pixels: mouse or pen, and finger. */
const SAME_POINT_PX = 8;
const TOUCH_SAME_POINT_PX = 16;

export type PlacedLine = {
  readonly id: ShapeId;
  /** Shows the line with one more point, under the pointer. */
  show(event: PointerInput): void;
  /** Sets a point. False: no more can be set. */
  place(event: PointerInput): boolean;
  /** Takes back the point that was set last. False: the line would be none without it. */
  takeBack(): boolean;
  /** Is the pointer on the point that was set last? */
  isOnLast(event: PointerInput): boolean;
  /** Has it been written? */
  readonly isMade: boolean;
};

export function createPlacedLine(context: EditorContext, kind: LinearKind, down: PointerInput): PlacedLine {
  const origin = context.toPage(down.screen);
  const points: [Vec, ...Vec[]] = [origin];
  let isMade = false;
  const shape = newLinear(context, kind, [origin, origin], holdAt(context, kind, origin, down));

  /** An elbow has its two ends only. */
  const most = shape.route === "elbow" ? 2 : MAX_VERTICES;

  const last = (): Vec => points.at(-1) ?? origin;

  function isOn(event: PointerInput, point: Vec): boolean {
    const reach = event.pointerType === "touch" ? TOUCH_SAME_POINT_PX : SAME_POINT_PX;
    return distance(context.toPage(event.screen), point) * context.state.camera.zoom <= reach;
  }

  /** A line that comes back to its first point closes. */
  function next(event: PointerInput): Vec {
    const isClosing = kind === "line" && points.length > 2 && isOn(event, origin);
    return isClosing ? origin : pointAfter(last(), { context, event, origin });
  }

  function shown(all: LinearPoints, end: Binding | null): Shape {
    const now = context.store.view.get(shape.id) ?? shape;
    return withProps<Shape>(now, { vertices: verticesOf(all), x: origin.x, y: origin.y, rotation: 0, ...endProps(kind, end) });
  }

  function write(end: Binding | null): boolean {
    const props = { vertices: verticesOf(points), ...endProps(kind, end) };
    const op: Op = isMade
      ? { op: "set", id: shape.id, props: wholeGroups(shape, props) }
      : { op: "add", shape: withProps<Shape>(shape, props) };
    isMade = true;
    return context.history.commit([op]);
  }

  return {
    id: shape.id,
    get isMade() {
      return isMade;
    },
    isOnLast: (event) => isOn(event, last()),
    show(event) {
      const point = next(event);
      context.patch({ preview: new Map([[shape.id, shown([...points, point], holdAt(context, kind, point, event))]]) });
    },
    place(event) {
      const point = next(event);
      points.push(point);
      return write(holdAt(context, kind, point, event)) && point !== origin && points.length < most;
    },
    takeBack() {
      if (points.length < 3) return false;
      points.pop();
      return write(null);
    },
  };
}
