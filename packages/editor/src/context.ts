// What tools and commands work with: the inside of the editor. editor.ts builds it; hosts never see it.
import type { Vec } from "@inkroom/geometry";
import type { DrawnStore, Op } from "@inkroom/model";
import type { SelectionFrame, Shape, ShapeId, TextShape } from "@inkroom/shapes";
import type { CodeParts } from "./code-parts.ts";
import type { Editor, EditorOptions } from "./editor-api.ts";
import type { EditorState } from "./editor-state.ts";
import type { Groups } from "./groups.ts";
import type { History } from "./history.ts";
import type { ShapeIndex } from "./shape-index.ts";
import type { BorrowedTool } from "./tool-id.ts";

export type StatePatch = { readonly [K in keyof EditorState]?: EditorState[K] };

export type EditorContext = Omit<EditorOptions, "store" | "parts"> & {
  readonly state: EditorState;
  readonly store: DrawnStore;
  readonly index: ShapeIndex;
  readonly groups: Groups;
  readonly history: History;
  /** The public face, for commands that do what hosts can do too. */
  readonly editor: Editor;
  /** Code that is fetched apart. What is done with it when it has come late is announced as any change is. */
  readonly parts: Pick<CodeParts, "use" | "peek">;
  patch(changes: StatePatch): void;
  /** Commits a step that grows while the key that runs the command is held down. */
  commitRepeatable(ops: readonly Op[], name: string): void;
  /** The shape as seen now: preview or store. */
  shape(id: ShapeId): Shape | undefined;
  /** The frame of what is selected, as the canvas paints it. */
  selectionFrame(): SelectionFrame | undefined;
  /** Where the pointer was last, screen pixels. */
  pointer(): Vec | undefined;
  /** A screen point on the page, kept inside the page's bounds. */
  toPage(screen: Vec): Vec;
  /** Starts a new text, which is not on the board before something is written, in the select tool. */
  startNewText(shape: TextShape): void;
  /** Has another tool in the hand until it is given back, or until the next press ends. */
  borrowTool(tool: BorrowedTool): void;
  giveToolBack(): void;
  /** As the main button does, where the pointer is. */
  pressPointer(isDown: boolean): void;
  /** Switches back from a tool that toggles (hand, eraser) to the one before. */
  toPreviousTool(): void;
};
