// Makes a group of what is selected, and takes groups apart. Everything keeps its place in the stack.
import { boxCenter } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { PAGE_ID, type Shape, type ShapeId, selectionBounds } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { topShapes } from "../frames/held-shapes.ts";
import { selectedShapes } from "../selection.ts";

/** Groups of the selection stay whole in the new one. Nothing to do for a single shape or group. */
export function group(context: EditorContext): void {
  const selected = topShapes(context);
  const units = unitsOf(context, selected);
  const top = units.at(-1);
  const bounds = selectionBounds(selected);
  if (units.length < 2 || top === undefined || bounds === undefined) return;
  const [parent = PAGE_ID, ...others] = new Set(units.map((unit) => unit.parent));
  const id = context.newId();
  const place = { parent: others.length === 0 ? parent : PAGE_ID, index: top.index, ...boxCenter(bounds), rotation: 0 };
  context.history.commit([
    { op: "add", shape: { ...place, id, kind: "group", opacity: 1, locked: false, link: "" } },
    ...units.map((unit): Op => ({ op: "mv", id: unit.id, parent: id, index: unit.index })),
  ]);
}

/** Takes the outermost groups of the selection apart; groups in them stay. */
export function ungroup(context: EditorContext): void {
  const { view } = context.store;
  const ops = unitsOf(context, selectedShapes(context)).flatMap((unit): Op[] => {
    if (unit.kind !== "group") return [];
    const children = [...context.groups.childrenOf(unit.id)].flatMap((id) => view.get(id) ?? []);
    return [
      ...children.map((child): Op => ({ op: "mv", id: child.id, parent: unit.parent, index: child.index })),
      { op: "del", ids: [unit.id] },
    ];
  });
  context.history.commit(ops);
}

/** The groups and single shapes that the selection consists of, within the group that was entered, in the order of the shapes. */
function unitsOf({ groups, state, store }: EditorContext, selected: readonly Shape[]): readonly Shape[] {
  const ids = new Set<ShapeId>(selected.map(({ id }) => groups.unitOf(id, state.entered)));
  return [...ids].flatMap((id) => store.view.get(id) ?? []);
}
