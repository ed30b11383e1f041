// The items of the board menu.
import type { CommandId } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import Drawing from "lucide-react/icons/spline";
import Picture from "lucide-react/icons/image-down";
import Keyboard from "lucide-react/icons/keyboard";
import AllBoards from "lucide-react/icons/layout-grid";
import FolderOpen from "lucide-react/icons/folder-open";
import Shapes from "lucide-react/icons/shapes";
import Settings from "lucide-react/icons/sliders-horizontal";
import Save from "lucide-react/icons/save";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Plus from "lucide-react/icons/plus";
import Outline from "lucide-react/icons/list-tree";
import Search from "lucide-react/icons/search";
import Sun from "lucide-react/icons/sun";
import * as Menu from "radix-ui/dropdown-menu";
import { useSyncExternalStore } from "react";
import { useBoard } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { keyOf } from "../toolbar/command-keys.ts";
import { THEME_CHOICES } from "../theme/theme.ts";
import { LanguageChoices } from "./LanguageChoices.tsx";
import type { LayerProps } from "../ui/Layer.tsx";
import { PreferenceItems } from "./PreferenceItems.tsx";

const FILES: readonly (readonly [CommandId, LucideIcon])[] = [
  ["export.open", FolderOpen],
  ["export.save", Save],
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
  ["open.outline", Outline],
  ["open.help", Keyboard],
];
const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

export function BoardMenuItems({ trigger, isOpen, onOpenChange }: LayerProps) {
  const { router, openNewBoard, toast, isMac } = useServices();
  const { editor } = useBoard();
  const openNew = (): void => {
    openNewBoard().catch(() => toast.set({ title: t("home.failed") }));
  };
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="pop menu" align="start" sideOffset={12} alignOffset={-4} collisionPadding={12}>
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
          <Menu.Separator className="menu-line" />
          <CommandItems label={t("menu.export")} items={EXPORTS} />
          <Menu.Separator className="menu-line" />
          <LanguageChoices />
          <ThemeChoices />
          <Menu.Separator className="menu-line" />
          <PreferenceItems />
          <Menu.Separator className="menu-line" />
          {PANELS.map(([id, Icon]) => (
            <Menu.Item key={id} className="menu-item" onSelect={() => void editor.run(id)}>
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              {commandLabel(id)}
              <kbd>{keyOf(id, isMac)}</kbd>
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function CommandItems({ label, items }: { readonly label: string; readonly items: typeof EXPORTS }) {
  const { editor } = useBoard();
  const { isMac } = useServices();
  return (
    <Menu.Group aria-label={label}>
      {items.map(([id, Icon]) => {
        const key = keyOf(id, isMac);
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

function ThemeChoices() {
  const { theme } = useServices();
  const choice = useSyncExternalStore(theme.subscribe, () => theme.choice);
  const choose = (value: string): void => {
    const chosen = THEME_CHOICES.find((known) => known === value);
    if (chosen !== undefined) theme.choose(chosen);
  };
  return (
    <Menu.RadioGroup value={choice} onValueChange={choose} aria-label={t("menu.theme")}>
      <Menu.Label className="menu-label">{t("menu.theme")}</Menu.Label>
      {THEME_CHOICES.map((known) => {
        const Icon = THEME_ICONS[known];
        return (
          <Menu.RadioItem key={known} className="menu-item" value={known} onSelect={(event) => event.preventDefault()}>
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {t(`menu.theme.${known}`)}
            <Menu.ItemIndicator className="menu-check">
              <Check size={16} strokeWidth={2} aria-hidden />
            </Menu.ItemIndicator>
          </Menu.RadioItem>
        );
      })}
    </Menu.RadioGroup>
  );
}
