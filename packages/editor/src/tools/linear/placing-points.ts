// A line or an arrow set point by point with clicks. A double click, a click on the last point, Enter or Escape ends it; a click
// on the first point closes a line. What is set is on the board at once; all of it is one undo step; undo meanwhile takes back a point.
import { undo } from "../../commands/undo.ts";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { afterCreation } from "../after-creation.ts";
import type { ToolState } from "../tool-chart.ts";
import type { LinearKind } from "./linear-end.ts";
import { createPlacedLine } from "./placed-line.ts";

type Placing = {
  readonly kind: LinearKind;
  /** The click that sets the first point. */
  readonly down: PointerInput;
  readonly leave: () => void;
};

export function placingPoints(context: EditorContext, { kind, down, leave }: Placing): ToolState {
  const line = createPlacedLine(context, kind, down);
  let now = down;

  const isGone = (): boolean => context.store.view.get(line.id) === undefined;

  function finish(): void {
    leave();
    if (!isGone()) afterCreation(context, line.id);
  }

  function show(event: PointerInput): void {
    now = event;
    line.show(event);
  }

  /** Of the last point; where it is one of two, of the line. */
  function takeBack(): void {
    if (line.takeBack()) return line.show(now);
    // The command is not on offer yet: before this step there may be none that can be undone.
    const { isMade } = line;
    finish();
    if (isMade) undo.run(context);
  }

  return {
    busy: true,
    enter() {
      context.history.begin();
      show(down);
    },
    exit() {
      context.history.end();
      context.patch({ preview: new Map(), bindTarget: undefined });
    },
    onPointerMove: show,
    onPointerDown(event) {
      if ((event.clickCount ?? 1) > 1 || line.isOnLast(event) || !line.place(event)) finish();
      else show(event);
    },
    onKeyDown(event) {
      if (event.key === "Enter" || event.key === "Escape") finish();
      else if (event.key.toLowerCase() === "z" && event.mod && !event.shift) takeBack();
    },
    // What is set is meant, whatever has taken the pointer away; another tool may be on its way into the hand.
    onCancel: (reason) => (reason === "escape" ? finish() : leave()),
    onBoardChange(changed) {
      if (line.isMade && changed.has(line.id) && isGone()) leave();
    },
  };
}
