// The lock at the end of the dock: a drawing tool stays in the hand after its shape is made.
import type { EditorState } from "@inkroom/editor";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { tip } from "../ui/tip.ts";
import { keyOf } from "./command-keys.ts";

const selectLocked = (state: EditorState): boolean => state.toolLocked;

export function ToolLock() {
  const { editor } = useBoard();
  const { isMac } = useServices();
  const isLocked = useEditorState(selectLocked);
  const Icon = isLocked ? Lock : LockOpen;
  const label = t("command.tool.lock");
  const key = keyOf("tool.lock", isMac);
  return (
    <>
      <span className="dock-line" aria-hidden />
      <button
        type="button"
        tabIndex={-1}
        className="tool"
        aria-label={label}
        aria-keyshortcuts={key}
        aria-pressed={isLocked}
        onClick={() => editor.run("tool.lock")}
        {...tip(label, key, "top")}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </>
  );
}
