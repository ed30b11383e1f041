// What a menu holds, in front of the page: the box around its items, and the keys that walk them.
import * as Menu from "radix-ui/dropdown-menu";
import { useMenuKeys } from "./use-menu-keys.ts";

/** `className` comes beside that of every menu. */
export function MenuContent({ className, ...props }: Menu.DropdownMenuContentProps) {
  const keys = useMenuKeys();
  return (
    <Menu.Portal>
      <Menu.Content className={className === undefined ? "pop menu" : `pop menu ${className}`} {...keys} {...props} />
    </Menu.Portal>
  );
}
