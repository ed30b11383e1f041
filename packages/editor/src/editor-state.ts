// What the editor shows: an immutable snapshot that is replaced on every change.
import type { Box, Vec } from "@inkroom/geometry";
import type { TextBody } from "@inkroom/model";
import type { SelectionFrame, Shape, ShapeId } from "@inkroom/shapes";
import type { Direction } from "./arrange/direction.ts";
import type { Camera, Viewport } from "./camera.ts";
import type { Preferences } from "./preferences.ts";
import type { Guide } from "./snap/guide.ts";
import type { Style, StylePatch } from "./style.ts";
import type { ToolId } from "./tool-id.ts";

/** Names of CSS cursors the canvas element gets. */
export type CssCursorName =
  | "default"
  | "pointer"
  | "crosshair"
  | "grab"
  | "grabbing"
  | "move"
  | "text"
  | "cell"
  | "eraser"
  | "copy"
  | "ns-resize"
  | "ew-resize"
  | "turn"
  | "zoom-in"
  | "zoom-out"
  | "nwse-resize"
  | "nesw-resize";

/**
 * `at`: the page point of the press that opened the text, where the caret belongs; absent: all of it is selected.
 * `field`: what the text field has to show. Another one when others have typed too: movedOffset tells where the caret goes.
 */
type EditedText = { readonly id: ShapeId; readonly at?: Vec | undefined; readonly field: TextBody };

export type EditorState = Preferences & {
  readonly tool: ToolId;
  readonly camera: Camera;
  readonly viewport: Viewport;
  readonly selection: ReadonlySet<ShapeId>;
  /** What is in line at this moment. */
  readonly guides: readonly Guide[];
  /** Some of the selected shapes are in a group. */
  readonly isGrouped: boolean;
  /** True where others' shapes are not this person's to change. */
  readonly ownOnly: boolean;
  /** Some of the selected shapes are locked, or not this person's to change: then nothing of the selection is changed. */
  readonly isLocked: boolean;
  /** Some of the selected shapes are not this person's to change. */
  readonly isForeign: boolean;
  /** Something is written on some of the selected shapes; with boxes to tick; with links. */
  readonly hasWords: boolean;
  readonly hasChecks: boolean;
  readonly hasLinks: boolean;
  /** A sticky note is selected, alone and not locked. */
  readonly isNote: boolean;
  /** A picture is selected, alone and not locked. */
  readonly isPicture: boolean;
  /** Among what is selected are boxes of a form that can be another. */
  readonly isBox: boolean;
  /** A line or an arrow is selected, alone and not locked. */
  readonly isLine: boolean;
  /** The picture that is being cut: its frame and handles are those of the cut. */
  readonly cropping?: ShapeId | undefined;
  /** A frame is selected, alone, be it locked. */
  readonly isFrame: boolean;
  /** A card is selected, alone, be it locked. */
  readonly isCard: boolean;
  /** What the one shape that is selected leads to; empty for nothing. */
  readonly link: string;
  /** The shape whose badge the pointer is over. */
  readonly overLink?: ShapeId | undefined;
  /** The frame whose name is in the host's field. */
  readonly renaming?: ShapeId | undefined;
  /** The group that a double click has opened: clicks in it mean its shapes and the groups in it, not the group. */
  readonly entered?: ShapeId | undefined;
  /** What has just grown out of what, while the keys are held. */
  readonly growth?: { readonly from: ShapeId; readonly to: ShapeId; readonly direction: Direction } | undefined;
  /** Where Tab has led to, for it to be said: which of how many. Another object with every step. */
  readonly walked?: { readonly id: ShapeId; readonly place: number; readonly count: number } | undefined;
  /** The shape a click would select. */
  readonly hovered?: ShapeId | undefined;
  /** The point of the selected line that a key takes away or moves: the number of its vertex. */
  readonly point?: number | undefined;
  /** The shape that the arrow's end under the hand would hang on. */
  readonly bindTarget?: ShapeId | undefined;
  /** Letters that a search has found and means: of the words on a shape, from the one to before the other, UTF-16 units. */
  readonly marked?: { readonly id: ShapeId; readonly from: number; readonly to: number } | undefined;
  /** The frames that would take in what the hand moves, were it let go of now. */
  readonly takers?: readonly ShapeId[] | undefined;
  readonly style: Style;
  /** The look that was copied to be given to other shapes. */
  readonly copiedStyle?: StylePatch | undefined;
  /** The marquee, in page space. */
  readonly brush?: Box | undefined;
  /** The lasso so far, in page space; it is closed by a line from its last point to its first. */
  readonly lasso?: readonly Vec[] | undefined;
  /** Where the laser has been since the event before, in page space; undefined while it is off. */
  readonly laser?: readonly Vec[] | undefined;
  /** The frame of the selection while it is turned, shown in place of one around the shapes as they lie. */
  readonly heldFrame?: SelectionFrame | undefined;
  /** Shapes the eraser has touched; painted at 20 % until the pointer goes up. */
  readonly erasing: ReadonlySet<ShapeId>;
  /**
   * Shapes as this person sees them at this moment, ahead of what has been committed. Paint these instead of the
   * store's shapes; ids that the store does not know are painted too (copies being dragged).
   */
  readonly preview: ReadonlyMap<ShapeId, Shape>;
  readonly editingText?: EditedText | undefined;
  readonly cursor: CssCursorName;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly readonly: boolean;
  /** This person only looks around, though they may edit: readonly is true as well. */
  readonly lookOnly: boolean;
  /** All but the board itself is out of sight. */
  readonly zen: boolean;
  /** Numbers about the board and the selection stand beside it. */
  readonly stats: boolean;
  /** True: a drawing tool stays after its shape is made. */
  readonly toolLocked: boolean;
  /** True while a press is under way (translating, drawing, panning, ...). */
  readonly busy: boolean;
};
