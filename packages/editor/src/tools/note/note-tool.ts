// Sticky notes: a click puts one there, a drag carries it to where it is let go; either way it is written on at once.
import type { Vec } from "@inkroom/geometry";
import type { PointerInput } from "../../input-event.ts";
import { newNote } from "../../new-shape.ts";
import { isDrag } from "../../pointer.ts";
import type { ToolChart } from "../tool-chart.ts";
import { carriedNote } from "./carried-note.ts";

type NoteStates = { idle: undefined; pressing: PointerInput; carrying: PointerInput };

export const noteTool: ToolChart<NoteStates> = {
  states: {
    idle: ({ context, go }) => ({
      enter: () => context.patch({ cursor: "crosshair" }),
      onPointerDown: (event) => go("pressing", event),
    }),
    pressing: ({ context, go }, down) => ({
      busy: true,
      onPointerMove(event) {
        if (isDrag(down, event)) go("carrying", event);
      },
      onPointerUp() {
        const shape = newNote(context, context.toPage(down.screen));
        const isMade = context.history.commit([{ op: "add", shape }]);
        go("idle", undefined);
        if (isMade) context.editor.startEditingText(shape.id);
      },
      onCancel: () => go("idle", undefined),
    }),
    carrying: ({ context, go }, now) =>
      carriedNote({ context, first: now, make: (center: Vec) => newNote(context, center), leave: () => go("idle", undefined) }),
  },
};
