// Lists in what is written on the selection: bullets, numbers, boxes to tick.
import type { CommandId, Editor, EditorState, ListWish } from "@inkroom/editor";
import { hasText, type ItemKind, itemOf } from "@inkroom/shapes";
import List from "lucide-react/icons/list";
import ListChecks from "lucide-react/icons/list-checks";
import ListOrdered from "lucide-react/icons/list-ordered";
import type { LucideIcon } from "lucide-react";
import * as Toggle from "radix-ui/toggle";
import { useSyncExternalStore } from "react";
import { useBoardChanges } from "../board/use-board-changes.ts";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { askForList } from "../board/list-input.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { tip } from "../ui/tip.ts";

const LISTS: readonly { readonly kind: ItemKind; readonly id: CommandId; readonly icon: LucideIcon }[] = [
  { kind: "bullet", id: "text.bullets", icon: List },
  { kind: "number", id: "text.numbers", icon: ListOrdered },
  { kind: "check", id: "text.checks", icon: ListChecks },
];
/** Of more shapes it is not looked up what lists they have. */
const MOST_SHAPES = 200;

const selectHasWords = ({ hasWords }: EditorState): boolean => hasWords;

export function ListRow() {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const isEnabled = useEditorState(selectHasWords);
  const subscribe = useBoardChanges();
  const shown = useSyncExternalStore(subscribe, () => listOf(editor));
  return (
    <div className="text-row" role="group" aria-label={t("style.lists")}>
      {LISTS.map(({ kind, id, icon: Icon }) => (
        <Toggle.Root
          key={kind}
          className="choice"
          pressed={shown === kind}
          disabled={!isEnabled}
          onPressedChange={() => makeList(editor, kind, id)}
          aria-label={commandLabel(id)}
          {...tip(commandLabel(id), keyOf(id, signs))}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
        </Toggle.Root>
      ))}
    </div>
  );
}

/** While something is written, of the lines with the caret: a press on the button leaves the focus in the field. */
function makeList(editor: Editor, kind: ListWish, id: CommandId): void {
  const field = document.activeElement;
  if (editor.state.editingText !== undefined && field instanceof HTMLTextAreaElement) askForList(field, kind);
  else editor.run(id);
}

/** The kind that all lines on the selected shapes are items of. */
function listOf(editor: Editor): ItemKind | undefined {
  const { selection } = editor.state;
  if (selection.size > MOST_SHAPES) return undefined;
  const kinds = new Set<ItemKind | undefined>();
  for (const id of selection) {
    const shape = editor.shape(id);
    if (shape === undefined || !hasText(shape)) continue;
    for (const line of shape.text.split("\n")) if (line.trim() !== "") kinds.add(itemOf(line)?.kind);
  }
  return kinds.size === 1 ? [...kinds][0] : undefined;
}
