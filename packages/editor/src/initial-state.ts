// What the editor shows before anything has happened.
import type { EditorState } from "./editor-state.ts";
import { DEFAULT_PREFERENCES, type Preferences } from "./preferences.ts";
import { DEFAULT_STYLE } from "./style.ts";

export function initialState(isReadonly: boolean, preferences: Partial<Preferences> | undefined): EditorState {
  return {
    ...DEFAULT_PREFERENCES,
    ...preferences,
    tool: "select",
    camera: { x: 0, y: 0, zoom: 1 },
    viewport: { w: 0, h: 0 },
    selection: new Set(),
    hovered: undefined,
    style: DEFAULT_STYLE,
    brush: undefined,
    erasing: new Set(),
    preview: new Map(),
    editingText: undefined,
    cursor: "default",
    canUndo: false,
    canRedo: false,
    readonly: isReadonly,
    ownOnly: false,
    lookOnly: false,
    zen: false,
    stats: false,
    guides: [],
    isGrouped: false,
    isLocked: false,
    isForeign: false,
    hasWords: false,
    hasChecks: false,
    hasLinks: false,
    isNote: false,
    isPicture: false,
    isBox: false,
    isLine: false,
    isFrame: false,
    isCard: false,
    link: "",
    toolLocked: false,
    busy: false,
  };
}
