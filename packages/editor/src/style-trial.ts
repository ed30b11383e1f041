// A style that is being tried on what is selected, as a colour is that is pulled at: this person sees each at once, others see it as they
// see any drag. One undo step, however many were tried.
import type { Props } from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "./context.ts";
import { createLiveEdit } from "./live-edit.ts";
import { isOutOfReach } from "./locks.ts";
import { restyleOps } from "./restyle.ts";
import { selectedShapes } from "./selection.ts";
import { type StylePatch, styleChanges } from "./style.ts";

export type StyleTrial = {
  show(patch: StylePatch): void;
  /** Leaves the shapes in this style, with their words measured anew, and ends. */
  settle(patch: StylePatch): void;
  /** Gives the shapes back the style they had, and ends. */
  takeBack(): void;
  /** Others have changed these. */
  refresh(changed: ReadonlySet<ShapeId>): void;
};

/** undefined where nothing is selected that may be changed. */
export function createStyleTrial(context: EditorContext): StyleTrial | undefined {
  const { history, store, now, measureText } = context;
  const shapes = () =>
    [...context.state.selection].flatMap((id) => {
      const shape = store.view.get(id);
      return shape === undefined || isOutOfReach(store.view, shape) ? [] : [shape];
    });
  if (shapes().length === 0) return undefined;
  history.begin();
  const edit = createLiveEdit(context, now());

  function show(patch: StylePatch, tMs: number): void {
    edit.update(new Map(shapes().map((shape): [ShapeId, Props] => [shape.id, styleChanges(shape, patch)])), tMs);
  }

  return {
    show: (patch) => show(patch, now()),
    settle(patch) {
      show(patch, Infinity);
      const reached = selectedShapes(context).filter((shape) => !isOutOfReach(store.view, shape));
      edit.finish(restyleOps(reached, patch, measureText));
      history.end();
    },
    takeBack() {
      history.rollback();
      context.patch({ preview: new Map() });
    },
    refresh: (changed) => void edit.refresh(changed),
  };
}
