// The editor as its hosts see it: what createEditor takes and gives.
import type { Vec } from "@inkroom/geometry";
import type { BoardStore, ClientId, DrawnView } from "@inkroom/model";
import type { Color, Shape, ShapeId } from "@inkroom/shapes";
import type { Camera } from "./camera.ts";
import type { CodeParts } from "./code-parts.ts";
import type { CommandId } from "./commands/command-id.ts";
import type { EditorState } from "./editor-state.ts";
import type { ExportRequest } from "./export-request.ts";
import type { HostLayer } from "./host-layer.ts";
import type { InputEvent } from "./input-event.ts";
import type { ListWish } from "./lists/list-edit.ts";
import type { Placement } from "./placement.ts";
import type { Preferences } from "./preferences.ts";
import type { StylePatch } from "./style.ts";
import type { TextMeasurer } from "./text-measurer.ts";
import type { TransferRequest } from "./transfer-request.ts";
import type { ToolId } from "./tool-id.ts";
import type { FieldEdit } from "./tools/tool-chart.ts";

export type EditorOptions = {
  readonly store: BoardStore;
  readonly measureText: TextMeasurer;
  /** A fresh id, never used on any board before. */
  readonly newId: () => ShapeId;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** What this person is called now; absent: no name is written on what they write. */
  readonly author?: (() => string) | undefined;
  /** What the n-th frame of a board is called; absent: nothing. */
  readonly nameOfFrame?: ((n: number) => string) | undefined;
  /**
   * Points of the stroke under the pen that are not committed yet: the bytes continue the stroke's packed points at
   * point `off`. Sent once per pointer event; the same points are committed later.
   */
  readonly onDraft?: ((id: ShapeId, off: number, bytes: Uint8Array) => void) | undefined;
  /** Those that are not the defaults. */
  readonly preferences?: Partial<Preferences> | undefined;
  /** Makes a picture and hands it over. Called within the input event that asked for it. */
  readonly onExport?: ((request: ExportRequest) => void) | undefined;
  /** Opens a menu or a panel over the board. */
  readonly onOpen?: ((layer: HostLayer) => void) | undefined;
  /** Changes between light and dark. */
  readonly onTheme?: (() => void) | undefined;
  /** This person has cleared the board of these, and may want them back. */
  readonly onCleared?: ((ids: readonly ShapeId[]) => void) | undefined;
  /** Brings something in or takes it away. Called within the input event that asked for it. */
  readonly onTransfer?: ((request: TransferRequest) => void) | undefined;
  /** Goes where a link leads: an address written on the board, or what a shape leads to, of whatever kind. Called within the input event that asked for it. */
  readonly onFollow?: ((href: string) => void) | undefined;
  /** Code that is fetched apart, where editors share it; absent: the editor's own. */
  readonly parts?: CodeParts | undefined;
};

export interface Editor {
  readonly state: EditorState;
  /** The board under the editor. */
  readonly view: DrawnView;
  /** Called after each change of `state`. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
  dispatch(event: InputEvent): void;
  /** Runs a command if it is enabled; otherwise does nothing. Returns whether it ran. */
  run(id: CommandId): boolean;
  setTool(tool: ToolId): void;
  /** Changes the style of what is drawn next and, with a selection, of the selected shapes (one undo step). */
  setStyle(patch: StylePatch): void;
  /** Shows the selection in a style that is being tried, until it is set, as one undo step, or `undefined` is given. Others see it as a drag. */
  tryStyle(patch: StylePatch | undefined): void;
  /** The colour of what lies at a point of the screen, pixels; undefined where nothing of a colour does. */
  colorAt(screen: Vec): Color | "picture" | undefined;
  /** Points letters out on the board, until others or `undefined` are given; nobody else sees it. */
  mark(letters: EditorState["marked"]): void;
  /** True: nothing can be changed by this hand, as with a link to look at the board, until it is set back. Ends what is under way. */
  setLookOnly(isOn: boolean): void;
  setPreferences(patch: Partial<Preferences>): void;
  /** Size of the canvas element, CSS pixels. */
  setViewport(size: { readonly w: number; readonly h: number }): void;
  setCamera(camera: Camera): void;
  /** True where there are shapes on the board, and none of them in view. */
  isLost(): boolean;
  /** Replaces the selection; ids that are not on the board are left out, a group is all of its shapes. */
  select(ids: Iterable<ShapeId>): void;
  /** The shape as it is seen now: its preview, or else the store's. */
  shape(id: ShapeId): Shape | undefined;
  /** `at`: the page point where the caret is wanted; without it the whole text is selected. */
  startEditingText(id: ShapeId, at?: Vec): void;
  /** Lets a person choose which part of a picture is shown. */
  startCropping(id: ShapeId): void;
  /** Says what is to be seen on a picture; one undo step. */
  describe(id: ShapeId, altText: string): void;
  /** The new text of the shape being edited, on every input event of the text field; `caret` is where it stands in it. */
  updateEditingText(text: string, caret?: number): void;
  /** An input method begins or has ended composing: what others type appears in the field when it has ended. */
  composeEditingText(isComposing: boolean): void;
  /**
   * What the text field has to write, as one input, for a wish about the lists in it; `start` and `end`: what is selected in the
   * field. Undefined: the wish means nothing there, and the field does what it does anyway.
   */
  editList(wish: ListWish, start: number, end: number): FieldEdit | undefined;
  /** Commits the text being edited; an empty one is deleted. Nothing to do if no text is edited. */
  finishEditingText(): void;
  /** What a shape leads to, empty for nothing; one undo step. Nothing to do for what no shape may lead to. */
  setLink(id: ShapeId, link: string): void;
  /** Opens the field for a frame's name. Nothing to do for other shapes, and for a locked one. */
  startRenaming(id: ShapeId): void;
  /** Closes the field; a name that says nothing, or none, leaves the frame its own. */
  finishRenaming(name?: string): void;
  /** Puts deleted shapes back, whoever has deleted them, with all that was written on them; one undo step. Nothing to do for others. */
  bringBack(ids: Iterable<ShapeId>): void;
  /**
   * Takes all off the board that may be changed, as one undo step; or what the client `maker` has made, locked or not. Nothing to do
   * where it cannot be edited.
   */
  clearBoard(maker?: ClientId): void;
  /** Puts new shapes on the board, parents first, as one undo step, and selects them. False: the board cannot be edited. */
  addShapes(shapes: readonly Shape[]): boolean;
  /** Puts the selection where one number says, as one undo step. */
  place(placement: Placement): void;
  /** Fetches the code of commands that no first stroke needs; a host calls it when there is time. */
  loadParts(): Promise<void>;
  dispose(): void;
}
