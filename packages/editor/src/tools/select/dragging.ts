// The state of a drag that changes what is there: followed from its first move on, one undo step, taken back as a whole.
import type { Op } from "@inkroom/model";
import type { PointerInput } from "../../input-event.ts";
import type { LiveEdit } from "../../live-edit.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { SelectStates } from "./select-tool.ts";

export type DragOptions = {
  readonly edit: LiveEdit;
  /** The move that made it a drag. */
  readonly first: PointerInput;
  follow(event: PointerInput): void;
  readonly scrollsAtEdge?: boolean;
  /** Before it is followed. */
  enter?(): void;
  /** When its step and its preview have ended. */
  exit?(): void;
  /** What is committed with its end. */
  last?(): readonly Op[];
  /** When it was taken back. */
  takenBack?(): void;
};

export function dragging({ context, go }: ToolRun<SelectStates>, options: DragOptions): ToolState {
  const { edit, first, follow } = options;
  const leave = (): void => go("idle", undefined);
  return {
    busy: true,
    scrollsAtEdge: options.scrollsAtEdge === true,
    enter() {
      options.enter?.();
      context.history.begin();
      follow(first);
    },
    exit() {
      context.history.end();
      context.patch({ preview: new Map() });
      options.exit?.();
    },
    onPointerMove: follow,
    onPointerUp(event) {
      follow(event);
      edit.finish(options.last?.());
      leave();
    },
    onCancel() {
      context.history.rollback();
      options.takenBack?.();
      leave();
    },
    onTick: edit.tick,
    onBoardChange(changed) {
      if (!edit.refresh(changed)) leave();
    },
  };
}
