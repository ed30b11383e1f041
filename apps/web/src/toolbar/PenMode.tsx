// Beside the tools once a pen has been used: whether fingers draw too, or only move the paper.
import type { EditorState } from "@inkroom/editor";
import PenTool from "lucide-react/icons/pen-tool";
import { useEditorState } from "../board/board-context.ts";
import { DockButton } from "./DockButton.tsx";

const selectPenMode = (state: EditorState): EditorState["penMode"] => state.penMode;

export function PenMode() {
  const penMode = useEditorState(selectPenMode);
  return penMode === "unseen" ? null : <DockButton command="tool.pen-mode" icon={PenTool} isPressed={penMode === "on"} />;
}
