// Puts the selection elsewhere in the stack; its shapes keep their order among each other.
import { indicesBetween, type Op } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { isSelectionFree, selectedShapes } from "../selection.ts";
import type { Command, Shortcut } from "./command.ts";

/** The indices between which the selection goes; undefined where it is there already. */
type Place = { readonly below?: string | undefined; readonly above?: string | undefined };

function orderCommand(
  name: "front" | "back" | "forward" | "backward",
  keys: readonly Shortcut[],
  place: (others: Others) => Place | undefined,
): Command {
  return {
    id: `order.${name}`,
    labelKey: `command.order.${name}`,
    keys,
    menu: "selection",
    isEnabled: isSelectionFree,
    run(context) {
      const moved = selectedShapes(context);
      const target = place(lookAround(context, moved));
      if (target === undefined) return;
      const indices = indicesBetween(moved.length, target.below, target.above);
      context.history.commit(
        moved.map((shape, i): Op => ({ op: "mv", id: shape.id, parent: shape.parent, index: indices[i] ?? shape.index })),
      );
    },
  };
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

export const orderCommands: readonly Command[] = [
  orderCommand("front", [{ key: "]" }, { key: "]", mod: true, shift: true }, { key: "]", mod: true, alt: true }], (others) => {
    const isThere = others.highest === undefined || others.highest < others.movedBottom;
    return isThere ? undefined : { below: others.highest };
  }),
  orderCommand("back", [{ key: "[" }, { key: "[", mod: true, shift: true }, { key: "[", mod: true, alt: true }], (others) => {
    const isThere = others.lowest === undefined || others.lowest > others.movedTop;
    return isThere ? undefined : { above: others.lowest };
  }),
  orderCommand(
    "forward",
    [
      { key: "]", mod: true },
      { key: "]", alt: true },
    ],
    (others) => {
      const next = others.above(others.movedTop);
      return next === undefined ? undefined : { below: next, above: others.above(next) };
    },
  ),
  orderCommand(
    "backward",
    [
      { key: "[", mod: true },
      { key: "[", alt: true },
    ],
    (others) => {
      const next = others.below(others.movedBottom);
      return next === undefined ? undefined : { below: others.below(next), above: next };
    },
  ),
];
