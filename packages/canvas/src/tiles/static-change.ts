// What the static layer is told of a change of the board.
import type { Box } from "@inkroom/geometry";
import type { Shape, ShapeId } from "@inkroom/shapes";

export type StaticChange = {
  /** On the layer now: new there, or looking different from before. */
  readonly put: readonly Shape[];
  /** On it no more. */
  readonly forget: readonly ShapeId[];
  /** Page boxes in which the layer looks different from before, but for `over`. */
  readonly damage: readonly Box[];
  /** Of `put`, the shapes that were not there and lie over everything else, bottom first. */
  readonly over: readonly Shape[];
  /** Page boxes in which much has come at once, of a board that is still being loaded. Not in the others. */
  readonly arrived: readonly Box[];
};
