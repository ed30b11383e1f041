// What can be done with the selection besides styling it.
import type { CommandId } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import BringToFront from "lucide-react/icons/arrow-up-to-line";
import Copy from "lucide-react/icons/copy";
import SendToBack from "lucide-react/icons/arrow-down-to-line";
import Trash from "lucide-react/icons/trash-2";
import { useBoard } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { IconButton } from "../ui/IconButton.tsx";

const ACTIONS: readonly { readonly id: CommandId; readonly icon: LucideIcon }[] = [
  { id: "order.back", icon: SendToBack },
  { id: "order.front", icon: BringToFront },
  { id: "edit.duplicate", icon: Copy },
  { id: "edit.delete", icon: Trash },
];

export function ArrangeRow() {
  const { editor } = useBoard();
  const signs = useKeySigns();
  return (
    <div className="arrange" role="group" aria-label={t("style.arrange")}>
      {ACTIONS.map(({ id, icon }) => (
        <IconButton key={id} label={commandLabel(id)} icon={icon} keys={keyOf(id, signs)} onClick={() => editor.run(id)} />
      ))}
    </div>
  );
}
