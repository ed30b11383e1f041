// The open board for the components under BoardPage.
import type { Editor, EditorState } from "@inkroom/editor";
import { createContext, useContext, useMemo } from "react";
import type { BoardSession } from "../host/board-session.ts";
import { type Readable, useSelected } from "../ui/readable.ts";

const BoardContext = createContext<BoardSession | undefined>(undefined);
export const BoardProvider = BoardContext.Provider;

export function useBoard(): BoardSession {
  const board = useContext(BoardContext);
  if (board === undefined) throw new Error("useBoard is only for components under BoardProvider");
  return board;
}

/** The editor's state as a readable. */
function readableState(editor: Editor): Readable<EditorState> {
  return { get: () => editor.state, subscribe: (listener) => editor.subscribe(listener) };
}

/** Renders again only when what `select` takes from the editor's state changes. `select` must be a stable function. */
export function useEditorState<S>(select: (state: EditorState) => S, isEqual?: (a: S, b: S) => boolean): S {
  const { editor } = useBoard();
  const state = useMemo(() => readableState(editor), [editor]);
  return useSelected(state, select, isEqual);
}
