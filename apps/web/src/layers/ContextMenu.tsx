// The menu of what is selected, or of the board where nothing is. Opens at a point of the screen.
import type { Command } from "@inkroom/editor";
import * as Menu from "radix-ui/dropdown-menu";
import { Fragment, useMemo, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { SubMenu } from "../menu/SubMenu.tsx";
import { MenuContent } from "../menu/MenuContent.tsx";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { familyTitle } from "./command-families.ts";
import { contextMenuBlocks, type MenuBlock } from "./context-menu-items.ts";
import { focusPaper } from "./focus-paper.ts";
import "../menu/menu.css";

type ContextMenuProps = {
  /** CSS pixels of the canvas. */ readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
};

export function ContextMenu({ at, onClose }: ContextMenuProps) {
  const { editor } = useBoard();
  // As it was when the menu was asked for: items do not come and go under the pointer.
  const [state] = useState(() => editor.state);
  const blocks = useMemo(() => contextMenuBlocks(state), [state]);
  const label = t(state.selection.size > 0 ? "context.selection" : "context.board", { count: state.selection.size });
  return (
    <Menu.Root modal={false} open onOpenChange={(open) => !open && onClose()}>
      <Menu.Trigger asChild>
        <span className="menu-point" style={{ left: at.x, top: at.y }} aria-hidden />
      </Menu.Trigger>
      <MenuContent
        className="context-menu"
        aria-label={label}
        aria-labelledby={undefined}
        align="start"
        sideOffset={2}
        collisionPadding={8}
        onCloseAutoFocus={focusPaper}
        onContextMenu={(event) => event.preventDefault()}
        // The press that opened it over another one gives the focus to the paper once more.
        onFocusOutside={(event) => event.preventDefault()}
      >
        {blocks.map((block, place) => (
          <Fragment key={block.commands[0]?.id}>
            {place > 0 && <Menu.Separator className="menu-line" />}
            <Block block={block} />
          </Fragment>
        ))}
      </MenuContent>
    </Menu.Root>
  );
}

function Block({ block }: { readonly block: MenuBlock }) {
  const items = block.commands.map((command) => <Item key={command.id} command={command} />);
  if (!block.isFolded) return items;
  return <SubMenu label={t(familyTitle(block.family))}>{items}</SubMenu>;
}

function Item({ command: { id } }: { readonly command: Command }) {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const key = keyOf(id, signs);
  return (
    <Menu.Item className="menu-item" data-command={id} onSelect={() => void editor.run(id)}>
      {commandLabel(id)}
      {key !== undefined && <kbd>{key}</kbd>}
    </Menu.Item>
  );
}
