// Over the dock while the tool for geometric shapes is in the hand: which shape it draws.
import type { EditorState } from "@inkroom/editor";
import type { FormName } from "@inkroom/shapes";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { FormGrid } from "../style-panel/FormGrid.tsx";

const selectForm = (state: EditorState): FormName => state.style.form;

export function FormTray() {
  const { editor } = useBoard();
  const form = useEditorState(selectForm);
  return (
    <div className="form-tray surface">
      <FormGrid value={form} side="top" onChoose={(chosen) => editor.setStyle({ form: chosen })} />
    </div>
  );
}
