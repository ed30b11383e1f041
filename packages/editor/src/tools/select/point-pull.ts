// Where a point of a line or an arrow goes that the pointer pulls at. Shift keeps it in steps of 15 degrees from its neighbour; an
// end of an arrow hangs on the shape it is held over, an end of a line closes it on the other one.
import { distance, type Vec } from "@inkroom/geometry";
import type { Props } from "@inkroom/model";
import { linearPoints, type LinearShape, type PointHandle } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { endBinding, endOfPoint, pulledPoints, throughPoints, withPins } from "../../line-points.ts";
import { hitSlack, snapAngle } from "../../pointer.ts";
import type { Snapping } from "../../snapping.ts";
import { holdAt } from "../linear/linear-end.ts";

type Pull = {
  /** As it was when the pull began. */
  readonly original: LinearShape;
  readonly handle: PointHandle;
  /** Page point of the press. */
  readonly origin: Vec;
  readonly snapping: Snapping;
};

/** Gives what to `set` on the shape with the pointer where it is. */
export function createPointPull(context: EditorContext, { original, handle, origin, snapping }: Pull): (event: PointerInput) => Props {
  const points = linearPoints(original);
  const isPoint = handle.role === "point";
  const end = isPoint ? endOfPoint(original, handle.index) : undefined;
  const neighbour = points[handle.index === 0 && isPoint ? 1 : isPoint ? handle.index - 1 : handle.index];
  /** The end that this one closes the line with. */
  const other = original.kind === "line" && end !== undefined && points.length > 3 ? points.at(end === "start" ? -1 : 0) : undefined;

  function inLine(event: PointerInput, pointer: Vec): Vec {
    const at = { x: handle.at.x + pointer.x - origin.x, y: handle.at.y + pointer.y - origin.y };
    if (event.shift && neighbour !== undefined) {
      snapping.end();
      return snapAngle(neighbour, at);
    }
    // With Mod an end stays free, and is drawn to nothing.
    const more = event.mod ? { x: 0, y: 0 } : snapping.point(at, event);
    return { x: at.x + more.x, y: at.y + more.y };
  }

  return (event) => {
    const pointer = context.toPage(event.screen);
    const binding = end === undefined ? null : holdAt(context, original.kind, pointer, event);
    const isClosing =
      other !== undefined && distance(other, pointer) <= 2 * hitSlack(event.pointerType, context.state.camera.zoom) ? other : undefined;
    // A shape under an arrow's end counts for more than what is in line with it.
    if (binding !== null) snapping.end();
    const to = binding === null ? (isClosing ?? inLine(event, pointer)) : pointer;
    return { ...withPins(original, throughPoints(pulledPoints(original, handle, to))), ...endBinding(original, end, binding) };
  };
}
