// What can be done with a picture that is selected.
import type { EditorState } from "../editor-state.ts";
import type { Command } from "./command.ts";

const isEnabled = (state: EditorState): boolean => state.isPicture && !state.readonly;

export const pictureCommands: readonly Command[] = [
  {
    id: "picture.crop",
    keys: [],
    menu: "selection",
    isEnabled,
    run: ({ editor, state }) => {
      for (const id of state.selection) editor.startCropping(id);
    },
  },
  {
    id: "picture.describe",
    keys: [],
    menu: "selection",
    isEnabled,
    run: (context) => {
      for (const id of context.state.selection) context.onOpen?.({ kind: "describe", id });
    },
  },
];
