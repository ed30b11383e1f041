// What tools and commands work with: the inside of the editor.
import type { EditorState } from "./editor-state.ts";

export type EditorContext = { readonly state: EditorState };
