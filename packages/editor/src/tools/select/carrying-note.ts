// A note that was pulled out of the side of another one.
import { indexBetween } from "@inkroom/model";
import { blankLike, newNote } from "../../new-shape.ts";
import { clampPoint } from "../../shape-edit.ts";
import { carriedNote } from "../note/carried-note.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export function carryingNote({ context, go }: ToolRun<SelectStates>, { now, like }: SelectStates["carrying-note"]): ToolState {
  const note = context.shape(like);
  return carriedNote({
    context,
    first: now,
    make(center) {
      if (note?.kind !== "note") return newNote(context, center);
      const blank = blankLike(note, { id: context.newId(), index: indexBetween(context.index.topIndex(), undefined) });
      return { ...blank, ...clampPoint({ x: center.x - blank.w / 2, y: center.y - blank.h / 2 }) };
    },
    leave: () => go("idle", undefined),
  });
}
