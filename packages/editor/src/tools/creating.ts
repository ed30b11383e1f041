// The state of a shape that is pulled out with the pointer: added at once, changed under the hand, one undo step.
import type { Props } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import type { PointerInput } from "../input-event.ts";
import { createLiveEdit, type LiveEdit } from "../live-edit.ts";
import { afterCreation } from "./after-creation.ts";
import type { ToolState } from "./tool-chart.ts";

export function creating(options: {
  readonly context: EditorContext;
  /** The move that turned the press into a drag. */
  readonly first: PointerInput;
  make(event: PointerInput): Shape;
  /** The properties the shape has with the pointer where it is now. */
  change(event: PointerInput): Props;
  leave(): void;
  /** What follows when it is made; absent: it is selected. */
  done?(id: ShapeId): void;
}): ToolState {
  const { context, first, make, change, leave, done = (id) => afterCreation(context, id) } = options;
  const shape = make(first);
  let edit: LiveEdit | undefined;

  function follow(event: PointerInput): void {
    edit?.update(new Map([[shape.id, change(event)]]), event.tMs);
  }

  return {
    busy: true,
    scrollsAtEdge: true,
    enter() {
      context.history.begin();
      if (!context.history.commit([{ op: "add", shape }])) return leave();
      edit = createLiveEdit(context, first.tMs);
      follow(first);
    },
    exit() {
      context.history.end();
      context.patch({ preview: new Map() });
    },
    onPointerMove: follow,
    onPointerUp(event) {
      follow(event);
      edit?.finish();
      leave();
      if (context.store.view.get(shape.id) !== undefined) done(shape.id);
    },
    onCancel() {
      context.history.rollback();
      leave();
    },
    onTick: (tMs) => edit?.tick(tMs),
    onBoardChange(changed) {
      // Somebody deleted the shape under the hand.
      if (edit !== undefined && !edit.refresh(changed)) leave();
    },
  };
}
