// What the part "snap" consists of (code-parts.ts).
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { Snapper } from "./snapper.ts";

/** `moved`: what is under the hand, and no target. */
export function createSnapper(context: EditorContext, moved: ReadonlySet<ShapeId>): Snapper {
  return new Snapper(context, moved);
}
