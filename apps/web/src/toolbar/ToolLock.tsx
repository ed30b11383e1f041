// The lock at the end of the dock: a drawing tool stays in the hand after its shape is made.
import type { EditorState } from "@inkroom/editor";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import { useEditorState } from "../board/board-context.ts";
import { DockButton } from "./DockButton.tsx";

const selectLocked = (state: EditorState): boolean => state.toolLocked;

export function ToolLock() {
  const isLocked = useEditorState(selectLocked);
  return (
    <>
      <span className="dock-line" aria-hidden />
      <DockButton command="tool.lock" icon={isLocked ? Lock : LockOpen} isPressed={isLocked} />
    </>
  );
}
