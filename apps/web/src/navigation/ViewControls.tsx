// Bottom corner: undo and redo, and how closely one looks.
import type { EditorState } from "@inkroom/editor";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import Redo from "lucide-react/icons/redo-2";
import Undo from "lucide-react/icons/undo-2";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { ZoomButton } from "./ZoomButton.tsx";
import "./navigation.css";

const selectCanUndo = (state: EditorState): boolean => state.canUndo;
const selectCanRedo = (state: EditorState): boolean => state.canRedo;
const selectReadonly = (state: EditorState): boolean => state.readonly;

export function ViewControls() {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const canUndo = useEditorState(selectCanUndo);
  const canRedo = useEditorState(selectCanRedo);
  const isReadonly = useEditorState(selectReadonly);
  const button = (id: "edit.undo" | "edit.redo" | "view.zoom-out" | "view.zoom-in") => ({
    label: t(`command.${id}`),
    keys: keyOf(id, signs),
    side: "top" as const,
    onClick: () => void editor.run(id),
  });
  return (
    <div className="view-controls">
      {!isReadonly && (
        <div className="surface row" role="group" aria-label={t("history.label")}>
          <IconButton icon={Undo} className="mirrored" disabled={!canUndo} {...button("edit.undo")} />
          <IconButton icon={Redo} className="mirrored" disabled={!canRedo} {...button("edit.redo")} />
        </div>
      )}
      <div className="surface row zoom" role="group" aria-label={t("zoom.label")}>
        <IconButton icon={Minus} {...button("view.zoom-out")} />
        <ZoomButton />
        <IconButton icon={Plus} {...button("view.zoom-in")} />
      </div>
    </div>
  );
}
