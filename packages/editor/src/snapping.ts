// Snapping as gestures use it: where the person has turned it on, or holds Mod while it is off, and once its code is here.
import type { Box, Vec } from "@inkroom/geometry";
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import type { Modifiers } from "./input-event.ts";
import type { SnapAxes } from "./snap/snapper.ts";

const BOTH: SnapAxes = { x: true, y: true };
const NO_GUIDES: EditorContext["state"]["guides"] = [];

export type Snapping = {
  /** How far a box that is moved has to go to be in line; shows the guides. Page units. */
  box(box: Box, held: Modifiers, axes?: SnapAxes): Vec;
  /** The same for a point that is pulled. */
  point(point: Vec, held: Modifiers, axes?: SnapAxes): Vec;
  /** Takes the guides away. */
  end(): void;
};

/** For one gesture. `moved`: the shapes under the hand; may grow. */
export function createSnapping(context: EditorContext, moved: ReadonlySet<ShapeId>): Snapping {
  const snapper = context.parts.peek("snap")?.createSnapper(context, moved);

  function show(snap: { readonly dx: number; readonly dy: number; readonly guides: EditorContext["state"]["guides"] } | undefined): Vec {
    context.patch({ guides: snap === undefined || snap.guides.length === 0 ? NO_GUIDES : snap.guides });
    return { x: snap?.dx ?? 0, y: snap?.dy ?? 0 };
  }

  const isOff = ({ mod }: Modifiers): boolean => (context.state.grid ? mod : context.state.snaps === mod);
  return {
    box: (box, held, axes = BOTH) => show(isOff(held) ? undefined : snapper?.box(box, axes)),
    point: (point, held, axes = BOTH) => show(isOff(held) ? undefined : snapper?.point(point, axes)),
    end: () => context.patch({ guides: NO_GUIDES }),
  };
}
