// For what shows both of the board and of the editor: its selection, its gestures.
import { useCallback } from "react";
import { useBoard } from "./board-context.ts";

/** A stable `subscribe`: its listener is called after each change of the editor's state and of the board. The result stops it. */
export function useBoardChanges(): (listener: () => void) => () => void {
  const { editor, store } = useBoard();
  return useCallback(
    (listener) => {
      const stops = [editor.subscribe(listener), store.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [editor, store],
  );
}
