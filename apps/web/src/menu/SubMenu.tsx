// A menu that opens out of an item of another one.
import type { LucideIcon } from "lucide-react";
import ChevronRight from "lucide-react/icons/chevron-right";
import * as Menu from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { useMenuKeys } from "./use-menu-keys.ts";

type SubMenuProps = { readonly icon?: LucideIcon; readonly label: string; readonly children: ReactNode };

/** Beside its item, or where two menus have no room side by side, over the menu and below the item: px. */
const BESIDE = { sideOffset: 6, alignOffset: -4 };
const BELOW = { sideOffset: -196, alignOffset: 46 };

export function SubMenu({ icon: Icon, label, children }: SubMenuProps) {
  const place = useMediaQuery("(max-width: 720px)") ? BELOW : BESIDE;
  const keys = useMenuKeys();
  return (
    <Menu.Sub>
      <Menu.SubTrigger className="menu-item">
        {Icon !== undefined && <Icon size={18} strokeWidth={1.75} aria-hidden />}
        {label}
        <ChevronRight size={16} strokeWidth={1.75} className="menu-more mirrored" aria-hidden />
      </Menu.SubTrigger>
      <Menu.Portal>
        <Menu.SubContent className="pop menu" {...place} {...keys} collisionPadding={8}>
          {children}
        </Menu.SubContent>
      </Menu.Portal>
    </Menu.Sub>
  );
}
