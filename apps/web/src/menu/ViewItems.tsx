// How the board is looked at, in the menu: what can be switched, each with its key.
import { type CommandId, commandById, type EditorState } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import Chart from "lucide-react/icons/chart-no-axes-column";
import Check from "lucide-react/icons/check";
import Eye from "lucide-react/icons/eye";
import Maximize from "lucide-react/icons/maximize-2";
import * as Menu from "radix-ui/dropdown-menu";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";

const selectZen = (state: EditorState): boolean => state.zen;
const selectStats = (state: EditorState): boolean => state.stats;
const selectLookOnly = (state: EditorState): boolean => state.lookOnly;

export function ViewItems() {
  const isZen = useEditorState(selectZen);
  const hasStats = useEditorState(selectStats);
  const isLookOnly = useEditorState(selectLookOnly);
  return (
    <Menu.Group aria-label={t("help.group.view")}>
      <Item command="view.zen" icon={Maximize} isOn={isZen} />
      <Item command="view.look-only" icon={Eye} isOn={isLookOnly} />
      <Item command="view.stats" icon={Chart} isOn={hasStats} />
    </Menu.Group>
  );
}

type ItemProps = { readonly command: CommandId; readonly icon: LucideIcon; readonly isOn: boolean };

function Item({ command, icon: Icon, isOn }: ItemProps) {
  const { editor } = useBoard();
  const signs = useKeySigns();
  if (!commandById(command).isEnabled(editor.state)) return null;
  return (
    <Menu.CheckboxItem className="menu-item" checked={isOn} onCheckedChange={() => void editor.run(command)}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      {commandLabel(command)}
      <kbd>{keyOf(command, signs)}</kbd>
      <Menu.ItemIndicator className="menu-tick">
        <Check size={16} strokeWidth={2} aria-hidden />
      </Menu.ItemIndicator>
    </Menu.CheckboxItem>
  );
}
