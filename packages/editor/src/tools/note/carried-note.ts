// A new sticky note under the pointer: it goes where that goes, and is written on where it is let go.
import type { Vec } from "@inkroom/geometry";
import type { NoteShape, ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { clampPoint } from "../../shape-edit.ts";
import { createSnapping } from "../../snapping.ts";
import { creating } from "../creating.ts";
import type { ToolState } from "../tool-chart.ts";

export function carriedNote(options: {
  readonly context: EditorContext;
  readonly first: PointerInput;
  /** A note around a page point. */
  make(center: Vec): NoteShape;
  leave(): void;
}): ToolState {
  const { context, first, make, leave } = options;
  const own = new Set<ShapeId>();
  const snapping = createSnapping(context, own);
  let side = { w: 0, h: 0 };
  return creating({
    context,
    first,
    make(event) {
      const note = make(context.toPage(event.screen));
      own.add(note.id);
      side = note;
      return note;
    },
    change(event) {
      const { x, y } = context.toPage(event.screen);
      const { w, h } = side;
      const box = { x: x - w / 2, y: y - h / 2, w, h };
      const by = snapping.box(box, event);
      return clampPoint({ x: box.x + by.x, y: box.y + by.y });
    },
    leave() {
      snapping.end();
      leave();
    },
    done: (id) => context.editor.startEditingText(id),
  });
}
