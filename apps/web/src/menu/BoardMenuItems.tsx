// The items of the board menu.
import type { CommandId } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import Drawing from "lucide-react/icons/spline";
import Picture from "lucide-react/icons/image-down";
import Keyboard from "lucide-react/icons/keyboard";
import AllBoards from "lucide-react/icons/layout-grid";
import FolderOpen from "lucide-react/icons/folder-open";
import Shapes from "lucide-react/icons/shapes";
import Settings from "lucide-react/icons/sliders-horizontal";
import Languages from "lucide-react/icons/languages";
import View from "lucide-react/icons/scan-eye";
import ToggleRight from "lucide-react/icons/toggle-right";
import Paper from "lucide-react/icons/grip";
import Printer from "lucide-react/icons/printer";
import Save from "lucide-react/icons/save";
import MonitorPlay from "lucide-react/icons/monitor-play";
import Plus from "lucide-react/icons/plus";
import Outline from "lucide-react/icons/list-tree";
import Search from "lucide-react/icons/search";
import TextSearch from "lucide-react/icons/text-search";
import * as Menu from "radix-ui/dropdown-menu";
import { useBoard } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { LanguageChoices } from "./LanguageChoices.tsx";
import type { LayerProps } from "../ui/Layer.tsx";
import { PaperChoices } from "./PaperChoices.tsx";
import { PreferenceItems } from "./PreferenceItems.tsx";
import { SubMenu } from "./SubMenu.tsx";
import { ThemeChoices } from "./ThemeChoices.tsx";
import { MenuContent } from "./MenuContent.tsx";
import { ViewItems } from "./ViewItems.tsx";

const FILES: readonly (readonly [CommandId, LucideIcon])[] = [
  ["export.open", FolderOpen],
  ["export.save", Save],
  ["export.print", Printer],
];
const EXPORTS: readonly (readonly [CommandId, LucideIcon])[] = [
  ["open.export", Settings],
  ["export.png", Picture],
  ["export.svg", Drawing],
  ["export.excalidraw", Shapes],
  ["export.copy-png", Copy],
  ["export.copy-svg", Copy],
];
const PANELS: readonly (readonly [CommandId, LucideIcon])[] = [
  ["open.palette", Search],
  ["open.find", TextSearch],
  ["open.outline", Outline],
  ["open.present", MonitorPlay],
  ["open.help", Keyboard],
];

export function BoardMenuItems({ trigger, isOpen, onOpenChange }: LayerProps) {
  const { router, openNewBoard, toast } = useServices();
  const signs = useKeySigns();
  const { editor } = useBoard();
  const openNew = (): void => {
    openNewBoard().catch(() => toast.set({ title: t("home.failed"), kind: "failure" }));
  };
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <MenuContent align="start" sideOffset={12} alignOffset={-4} collisionPadding={12}>
        <Menu.Item className="menu-item" onSelect={openNew}>
          <Plus size={18} strokeWidth={1.75} aria-hidden />
          {t("menu.new")}
        </Menu.Item>
        <Menu.Item className="menu-item" onSelect={() => router.go("/")}>
          <AllBoards size={18} strokeWidth={1.75} aria-hidden />
          {t("menu.home")}
        </Menu.Item>
        <Menu.Separator className="menu-line" />
        <CommandItems label={t("menu.files")} items={FILES} />
        <SubMenu icon={Download} label={t("menu.export")}>
          <CommandItems label={t("menu.export")} items={EXPORTS} />
        </SubMenu>
        <Menu.Separator className="menu-line" />
        <SubMenu icon={Paper} label={t("menu.paper")}>
          <PaperChoices />
        </SubMenu>
        <SubMenu icon={View} label={t("help.group.view")}>
          <ViewItems />
        </SubMenu>
        <SubMenu icon={Languages} label={t("menu.language")}>
          <LanguageChoices />
        </SubMenu>
        <SubMenu icon={ToggleRight} label={t("menu.preferences")}>
          <PreferenceItems />
        </SubMenu>
        <ThemeChoices />
        <Menu.Separator className="menu-line" />
        {PANELS.map(([id, Icon]) => (
          <Menu.Item key={id} className="menu-item" onSelect={() => void editor.run(id)}>
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {commandLabel(id)}
            <kbd>{keyOf(id, signs)}</kbd>
          </Menu.Item>
        ))}
      </MenuContent>
    </Menu.Root>
  );
}

function CommandItems({ label, items }: { readonly label: string; readonly items: typeof EXPORTS }) {
  const { editor } = useBoard();
  const signs = useKeySigns();
  return (
    <Menu.Group aria-label={label}>
      {items.map(([id, Icon]) => {
        const key = keyOf(id, signs);
        return (
          <Menu.Item key={id} className="menu-item" onSelect={() => void editor.run(id)}>
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {commandLabel(id)}
            {key !== undefined && <kbd>{key}</kbd>}
          </Menu.Item>
        );
      })}
    </Menu.Group>
  );
}
