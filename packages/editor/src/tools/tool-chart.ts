// The state-chart runner of the tools. A chart is a table of states; each state is made anew when it is entered, with
// the data of the transition, and holds what it needs in its closure. No timers: everything happens in an event.
import type { Vec } from "@inkroom/geometry";
import type { ShapeId, TextBearing } from "@inkroom/shapes";
import type { EditorContext } from "../context.ts";
import type { KeyInput, PointerInput } from "../input-event.ts";
import type { ListWish } from "../lists/list-edit.ts";
import type { StylePatch } from "../style.ts";
import type { ToolId } from "../tool-id.ts";

/** Why a gesture is given up: the person asked for it, or the host lost the pointer. */
export type CancelReason = "escape" | "lost";

/** A text, or a shape whose label is to be edited; a new text is not on the board until something is written. */
export type TextTarget = {
  readonly shape: TextBearing;
  readonly isNew: boolean;
  /** Tool to go back to. */ readonly returnTo?: ToolId | undefined;
  /** Page point where the caret is wanted. */ readonly at?: Vec | undefined;
};

/** What a text field is to write: `insert` in place of the letters `from` to `to`; then `start` to `end` is selected. */
export type FieldEdit = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
};

/** What a state reacts to. Events without a handler are ignored. */
export type ToolState = {
  /** True for states in which a press or an edit is under way. */
  readonly busy?: boolean;
  /** True for drags that take the view along at its edge. */
  readonly scrollsAtEdge?: boolean;
  enter?(): void;
  exit?(): void;
  onPointerDown?(event: PointerInput): void;
  onPointerMove?(event: PointerInput): void;
  onPointerUp?(event: PointerInput): void;
  /** While nothing is pressed the view has moved, or the pointer has left: what is under it is not known until it moves. */
  onPointerLost?(): void;
  onCancel?(reason: CancelReason): void;
  onKeyDown?(event: KeyInput): void;
  onEditText?(target: TextTarget): void;
  onCrop?(id: ShapeId): void;
  onTextInput?(text: string, caret: number | undefined): void;
  onTextCompose?(isComposing: boolean): void;
  onListWish?(wish: ListWish, start: number, end: number): FieldEdit | undefined;
  onTextDone?(): void;
  /** A style was chosen: for what the tool shows and the board does not have yet. */
  onRestyle?(patch: StylePatch): void;
  onTick?(tMs: number): void;
  /** After any change of the board, the own commits of this very state included. */
  onBoardChange?(touched: ReadonlySet<ShapeId>): void;
};

/** Names of states mapped to the data with which they are entered. */
type StateData = Record<string, unknown>;

export type ToolRun<States extends StateData> = {
  readonly context: EditorContext;
  /** Leaves the present state and enters another one. */
  go<K extends keyof States & string>(state: K, data: States[K]): void;
  /** Leaves for the idle state and gives it the press. */
  restart(event: PointerInput): void;
};
type StateFactory<States extends StateData, K extends keyof States> = (run: ToolRun<States>, data: States[K]) => ToolState;
export type ToolChart<States extends StateData> = {
  readonly states: { readonly [K in keyof States]: StateFactory<States, K> };
};

/** A tool in use: the handlers of its present state. `enter` must be called first, `exit` last. */
export type ToolRunner = {
  readonly state: ToolState;
  enter(): void;
  /** Ends what is under way as if the pointer were lost. */
  exit(): void;
};

/** Runs a chart; its initial state is `idle`, which takes no data. */
export function createToolRunner<States extends StateData & { idle: undefined }>(
  chart: ToolChart<States>,
  context: EditorContext,
): ToolRunner {
  let current: ToolState = {};
  const run: ToolRun<States> = { context, go, restart };

  function go<K extends keyof States & string>(state: K, data: States[K]): void {
    current.exit?.();
    const next = chart.states[state](run, data);
    current = next;
    context.patch({ busy: next.busy === true });
    next.enter?.();
  }

  function restart(event: PointerInput): void {
    go("idle", undefined as States["idle"]);
    current.onPointerDown?.(event);
  }

  return {
    get state() {
      return current;
    },
    enter: () => go("idle", undefined as States["idle"]),
    exit() {
      current.onCancel?.("lost");
      current.exit?.();
      current = {};
      context.patch({ busy: false });
    },
  };
}
