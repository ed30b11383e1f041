// Turns boxes into other boxes where they stand: the same place, look and words under another outline. What a shape is never changes,
// so another takes its place, and what hung on the one hangs on the other.
import type { Op } from "@inkroom/model";
import { END_NAMES, type EllipseShape, type GeoShape, type RectShape, type Shape, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import { selectedShapes } from "../selection.ts";
import { relabelled } from "../text-box.ts";
import { withProps } from "../shape-edit.ts";

export type BoxForm = "rect" | "ellipse" | "diamond";
type Box = RectShape | EllipseShape | GeoShape;

/** The selected boxes that are of another form, as one undo step; the new ones are selected. */
export function convert(context: EditorContext, form: BoxForm): void {
  const boxes = selectedShapes(context)
    .filter(isBox)
    .filter((box) => formOf(box) !== form);
  if (boxes.length === 0) return;
  const ids = new Map<ShapeId, ShapeId>(boxes.map(({ id }) => [id, context.newId()]));
  const made = boxes.map((box) => fitted(context, converted(box, ids.get(box.id) ?? box.id, form)));
  const hanging = new Set(boxes.flatMap(({ id }) => [...context.store.view.arrowsOn(id)]));
  context.history.commit([
    ...made.map((shape): Op => ({ op: "add", shape })),
    ...[...hanging].flatMap((id) => reboundOps(context, id, ids)),
    { op: "del", ids: [...ids.keys()] },
  ]);
  context.editor.select([...context.state.selection].map((id) => ids.get(id) ?? id).concat([...ids.values()]));
}

function isBox(shape: Shape): shape is Box {
  return shape.kind === "rect" || shape.kind === "ellipse" || shape.kind === "geo";
}

function formOf(shape: Box): string {
  return shape.kind === "geo" ? shape.form : shape.kind;
}

function converted(box: Box, id: ShapeId, form: BoxForm): Box {
  const { kind: _kind, ...fields } = box;
  const {
    corners = "rounded",
    form: _form,
    ...common
  } = fields as Omit<GeoShape, "kind" | "form" | "corners"> & {
    readonly corners?: GeoShape["corners"];
    readonly form?: GeoShape["form"];
  };
  if (form === "ellipse") return { ...common, id, kind: "ellipse" };
  return form === "rect" ? { ...common, id, kind: "rect", corners } : { ...common, id, kind: "geo", form, corners };
}

/** Another outline leaves other room for the words. */
function fitted({ measureText }: EditorContext, box: Box): Box {
  return box.text === "" ? box : withProps(box, relabelled(box, measureText));
}

function reboundOps({ store }: EditorContext, id: ShapeId, ids: ReadonlyMap<ShapeId, ShapeId>): readonly Op[] {
  const arrow = store.view.get(id);
  if (arrow?.kind !== "arrow") return [];
  const props = Object.fromEntries(
    END_NAMES.flatMap((end) => {
      const binding = arrow[end];
      const to = binding === null ? undefined : ids.get(binding.id);
      return binding === null || to === undefined ? [] : [[end, { ...binding, id: to }]];
    }),
  );
  return Object.keys(props).length === 0 ? [] : [{ op: "set", id, props }];
}
