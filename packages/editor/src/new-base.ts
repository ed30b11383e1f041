// What all new shapes have in common.
import { indexBetween } from "@inkroom/model";
import { PAGE_ID } from "@inkroom/shapes";
import type { Vec } from "@inkroom/geometry";
import type { EditorContext } from "./context.ts";

/** The fields every new shape starts with. */
export function newBase(context: EditorContext, origin: Vec) {
  return {
    id: context.newId(),
    parent: PAGE_ID,
    index: indexBetween(context.index.topIndex(), undefined),
    x: origin.x,
    y: origin.y,
    rotation: 0,
    opacity: context.state.style.opacity,
    locked: false,
    link: "",
  };
}
