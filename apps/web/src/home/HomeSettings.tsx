// What can be set on the home page: the language of the pages and their theme.
import * as Menu from "radix-ui/dropdown-menu";
import { t } from "../i18n/translate-later.ts";
import { LanguageChoices } from "../menu/LanguageChoices.tsx";
import { ThemeChoices } from "../menu/ThemeChoices.tsx";
import { MenuContent } from "../menu/MenuContent.tsx";
import type { LayerProps } from "../ui/Layer.tsx";

export function HomeSettings({ trigger, isOpen, onOpenChange }: LayerProps) {
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <MenuContent align="end" sideOffset={8} collisionPadding={12}>
        <Menu.Label className="menu-label">{t("menu.language")}</Menu.Label>
        <LanguageChoices />
        <Menu.Separator className="menu-line" />
        <ThemeChoices />
      </MenuContent>
    </Menu.Root>
  );
}
