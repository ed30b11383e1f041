// The lock at the end of the dock: a drawing tool stays in the hand after its shape is made.
import type { EditorState } from "@inkroom/editor";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import * as Bar from "radix-ui/toolbar";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { useServices } from "../services.ts";
import { tip } from "../ui/tip.ts";
import { keyOf } from "./command-keys.ts";

const selectLocked = (state: EditorState): boolean => state.toolLocked;

export function ToolLock() {
  const { editor } = useBoard();
  const { isMac } = useServices();
  const isLocked = useEditorState(selectLocked);
  const Icon = isLocked ? Lock : LockOpen;
  const label = commandLabel("tool.lock");
  const key = keyOf("tool.lock", isMac);
  return (
    <>
      <span className="dock-line" aria-hidden />
      <Bar.Button
        className="tool"
        aria-label={label}
        aria-keyshortcuts={key}
        aria-pressed={isLocked}
        onClick={() => editor.run("tool.lock")}
        {...tip(label, key, "top")}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </Bar.Button>
    </>
  );
}
