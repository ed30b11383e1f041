export { type Camera, fitBox, isSameCamera, MAX_ZOOM, MIN_ZOOM, pageToScreen, screenToPage, type Viewport, visibleBox } from "./camera.ts";
export type { Command, Shortcut } from "./commands/command.ts";
export type { CommandId } from "./commands/command-id.ts";
export { KEY_PRESETS, type KeyPreset, shortcutsOf } from "./commands/key-preset.ts";
export { COMMANDS, commandById, commandForKey } from "./commands/registry.ts";
export { formatShortcut, type ShortcutPlatform } from "./commands/shortcut.ts";
export type { CssCursorName, EditorState } from "./editor-state.ts";
export type { Editor, EditorOptions } from "./editor-api.ts";
export { createEditor } from "./editor.ts";
export type { ExportRequest, PictureLook } from "./export-request.ts";
export { framesInOrder } from "./frames/frames-in-order.ts";
export type { HostLayer } from "./host-layer.ts";
export type {
  CancelInput,
  InputEvent,
  KeyInput,
  LeaveInput,
  MenuInput,
  Modifiers,
  PinchInput,
  PointerInput,
  PointerKind,
  PointerSample,
  TickInput,
  WheelInput,
} from "./input-event.ts";
export { madeBy } from "./made-by.ts";
export { DEFAULT_PREFERENCES, type Preferences } from "./preferences.ts";
export { readingOrder } from "./reading-order.ts";
export type { ListWish } from "./lists/list-edit.ts";
export { isInView, revealBox, type RevealOptions } from "./reveal.ts";
export {
  type ColorUse,
  DEFAULT_STYLE,
  ERASER_NAMES,
  type EraserName,
  type SharedStyle,
  sharedStyle,
  type Style,
  type StylePatch,
} from "./style.ts";
export type { TextMeasurer } from "./text-measurer.ts";
export type { TransferRequest } from "./transfer-request.ts";
export { isToolOf, TOOL_IDS, type ToolId } from "./tool-id.ts";
