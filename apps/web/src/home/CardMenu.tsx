// What can be done with a board on the list.
import Pencil from "lucide-react/icons/pencil";
import Star from "lucide-react/icons/star";
import Trash from "lucide-react/icons/trash-2";
import * as Menu from "radix-ui/dropdown-menu";
import { useRef } from "react";
import { t } from "../i18n/translate-later.ts";
import { MenuContent } from "../menu/MenuContent.tsx";
import { useServices } from "../services.ts";
import type { LayerProps } from "../ui/Layer.tsx";
import type { RecentBoard } from "./recent-boards.ts";
import { useForgetBoard } from "./use-forget-board.ts";
import "../menu/menu.css";

type CardMenuProps = LayerProps & { readonly board: RecentBoard; readonly onRename: () => void };

export function CardMenu({ trigger, isOpen, onOpenChange, board, onRename }: CardMenuProps) {
  const { recents } = useServices();
  const forget = useForgetBoard(board);
  const isRenaming = useRef(false);
  const isStarred = board.starred === true;
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <MenuContent
        align="end"
        sideOffset={6}
        collisionPadding={12}
        onCloseAutoFocus={(event) => {
          if (!isRenaming.current) return;
          isRenaming.current = false;
          // The field takes the focus instead of the button.
          event.preventDefault();
          onRename();
        }}
      >
        <Menu.Item className="menu-item" onSelect={() => (isRenaming.current = true)}>
          <Pencil size={18} strokeWidth={1.75} aria-hidden />
          {t("home.rename")}
        </Menu.Item>
        <Menu.Item className="menu-item" onSelect={() => recents.star(board.id, !isStarred)}>
          <Star size={18} strokeWidth={1.75} aria-hidden />
          {t(isStarred ? "home.unstar" : "home.star")}
        </Menu.Item>
        <Menu.Separator className="menu-line" />
        <Menu.Item className="menu-item" onSelect={forget}>
          <Trash size={18} strokeWidth={1.75} aria-hidden />
          {t("home.forget")}
        </Menu.Item>
      </MenuContent>
    </Menu.Root>
  );
}
