// The zoom in percent; opens the ways to set it.
import type { CommandId, EditorState } from "@inkroom/editor";
import * as Menu from "radix-ui/dropdown-menu";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { keyOf } from "../toolbar/command-keys.ts";
import "../menu/menu.css";

const ITEMS: readonly CommandId[] = ["view.zoom-100", "view.zoom-fit", "view.zoom-selection"];
const selectPercent = (state: EditorState): number => Math.max(1, Math.round(state.camera.zoom * 100));
const selectHasSelection = (state: EditorState): boolean => state.selection.size > 0;

export function ZoomMenu() {
  const { editor } = useBoard();
  const { isMac } = useServices();
  const percent = useEditorState(selectPercent);
  const hasSelection = useEditorState(selectHasSelection);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button zoom-level" aria-label={t("zoom.level", { percent })}>
        {percent} %
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="pop menu" side="top" align="center" sideOffset={12} collisionPadding={12} onCloseAutoFocus={(event) => event.preventDefault()}>
          {ITEMS.map((id) => (
            <Menu.Item key={id} className="menu-item" disabled={id === "view.zoom-selection" && !hasSelection} onSelect={() => void editor.run(id)}>
              {commandLabel(id)}
              <kbd>{keyOf(id, isMac)}</kbd>
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
