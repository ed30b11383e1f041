// The menu of the zoom button.
import type { CommandId, EditorState } from "@inkroom/editor";
import * as Menu from "radix-ui/dropdown-menu";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { MenuContent } from "../menu/MenuContent.tsx";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import type { LayerProps } from "../ui/Layer.tsx";
import "../menu/menu.css";

const ITEMS: readonly CommandId[] = ["view.zoom-100", "view.zoom-fit", "view.zoom-selection", "tool.zoom"];
const selectHasSelection = (state: EditorState): boolean => state.selection.size > 0;

export function ZoomMenu({ trigger, isOpen, onOpenChange }: LayerProps) {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const hasSelection = useEditorState(selectHasSelection);
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <MenuContent side="top" align="center" sideOffset={12} collisionPadding={12}>
        {ITEMS.map((id) => (
          <Menu.Item
            key={id}
            className="menu-item"
            disabled={id === "view.zoom-selection" && !hasSelection}
            onSelect={() => void editor.run(id)}
          >
            {commandLabel(id)}
            <kbd>{keyOf(id, signs)}</kbd>
          </Menu.Item>
        ))}
      </MenuContent>
    </Menu.Root>
  );
}
