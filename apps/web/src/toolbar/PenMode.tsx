// Beside the tools once a pen has been used: whether fingers draw too, or only move the paper.
import type { EditorState } from "@inkroom/editor";
import PenTool from "lucide-react/icons/pen-tool";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { tip } from "../ui/tip.ts";

const selectPenMode = (state: EditorState): EditorState["penMode"] => state.penMode;

export function PenMode() {
  const { editor } = useBoard();
  const penMode = useEditorState(selectPenMode);
  if (penMode === "unseen") return null;
  const label = t("command.tool.pen-mode");
  return (
    <button
      type="button"
      tabIndex={-1}
      className="tool"
      aria-label={label}
      aria-pressed={penMode === "on"}
      onClick={() => editor.run("tool.pen-mode")}
      {...tip(label, undefined, "top")}
    >
      <PenTool size={18} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
