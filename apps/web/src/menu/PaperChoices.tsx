// What is printed on the paper of the board, for everyone on it.
import { drawnStore } from "@inkroom/model";
import { PATTERN_NAMES, type PatternName } from "@inkroom/shapes";
import type { EditorState } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import Check from "lucide-react/icons/check";
import Squares from "lucide-react/icons/grid-3x3";
import Dots from "lucide-react/icons/grip";
import Isometric from "lucide-react/icons/pyramid";
import Ruled from "lucide-react/icons/text-align-justify";
import Plain from "lucide-react/icons/square";
import * as Menu from "radix-ui/dropdown-menu";
import { useCallback, useSyncExternalStore } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";

const ICONS: Readonly<Record<PatternName, LucideIcon>> = { none: Plain, dots: Dots, squares: Squares, ruled: Ruled, isometric: Isometric };
const selectReadonly = (state: EditorState): boolean => state.readonly;

/** The menu stays: one sees what one has chosen. */
export function PaperChoices() {
  const { editor, store } = useBoard();
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  const pattern = useSyncExternalStore(subscribe, () => drawnStore(store).view.pattern);
  const isReadonly = useEditorState(selectReadonly);
  const choose = (value: string): void => {
    const chosen = PATTERN_NAMES.find((known) => known === value);
    if (chosen !== undefined) editor.run(`paper.${chosen}`);
  };
  return (
    <Menu.RadioGroup value={pattern} onValueChange={choose} aria-label={t("menu.paper")}>
      {PATTERN_NAMES.map((known) => {
        const Icon = ICONS[known];
        return (
          <Menu.RadioItem
            key={known}
            className="menu-item"
            value={known}
            disabled={isReadonly}
            onSelect={(event) => event.preventDefault()}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {commandLabel(`paper.${known}`)}
            <Menu.ItemIndicator className="menu-check">
              <Check size={16} strokeWidth={2} aria-hidden />
            </Menu.ItemIndicator>
          </Menu.RadioItem>
        );
      })}
    </Menu.RadioGroup>
  );
}
