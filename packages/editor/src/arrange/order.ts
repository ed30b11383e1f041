// Puts the selection elsewhere in the stack; its shapes keep their order among each other.
import { indicesBetween, type Op } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { heldShapes } from "../frames/held-shapes.ts";

export type OrderStep = "front" | "back" | "forward" | "backward";
/** The indices between which the selection goes; undefined where it is there already. */
type Place = { readonly below?: string | undefined; readonly above?: string | undefined };

export function reorder(context: EditorContext, step: OrderStep): void {
  const moved = heldShapes(context);
  const target = placeFor(step, lookAround(context, moved));
  if (target === undefined) return;
  const indices = indicesBetween(moved.length, target.below, target.above);
  context.history.commit(moved.map((shape, i): Op => ({ op: "mv", id: shape.id, parent: shape.parent, index: indices[i] ?? shape.index })));
}

function placeFor(step: OrderStep, others: Others): Place | undefined {
  const { lowest, highest, movedTop, movedBottom } = others;
  switch (step) {
    case "front":
      return highest === undefined || highest < movedBottom ? undefined : { below: highest };
    case "back":
      return lowest === undefined || lowest > movedTop ? undefined : { above: lowest };
    case "forward": {
      const next = others.above(movedTop);
      return next === undefined ? undefined : { below: next, above: others.above(next) };
    }
    case "backward": {
      const next = others.below(movedBottom);
      return next === undefined ? undefined : { below: others.below(next), above: next };
    }
    default:
      return step satisfies never;
  }
}

/** Indices of the shapes that stay, as far as the commands need them; found in passes without sorting the board. */
type Others = {
  readonly lowest: string | undefined;
  readonly highest: string | undefined;
  /** The nearest index above a given one, or below it. */
  above(index: string): string | undefined;
  below(index: string): string | undefined;
  readonly movedTop: string;
  readonly movedBottom: string;
};

function lookAround(context: EditorContext, moved: readonly Shape[]): Others {
  const ids = new Set(moved.map((shape) => shape.id));
  const indices: string[] = [];
  for (const shape of context.store.view.shapes()) if (!ids.has(shape.id)) indices.push(shape.index);
  return {
    lowest: least(indices),
    highest: greatest(indices),
    above: (index) => least(indices.filter((other) => other > index)),
    below: (index) => greatest(indices.filter((other) => other < index)),
    movedTop: greatest(moved.map((shape) => shape.index)) ?? "",
    movedBottom: least(moved.map((shape) => shape.index)) ?? "",
  };
}

function least(indices: readonly string[]): string | undefined {
  return indices.reduce<string | undefined>((best, index) => (best === undefined || index < best ? index : best), undefined);
}

function greatest(indices: readonly string[]): string | undefined {
  return indices.reduce<string | undefined>((best, index) => (best === undefined || index > best ? index : best), undefined);
}
