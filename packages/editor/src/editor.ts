// The hand of the user, without a screen: input events in, an immutable state and commits to the board out.
import type { Editor, EditorOptions } from "./editor-api.ts";

export function createEditor(_options: EditorOptions): Editor {
  throw new Error("not built yet");
}
