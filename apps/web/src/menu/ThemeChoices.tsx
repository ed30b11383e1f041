// Light, dark, or as the system has it.
import Check from "lucide-react/icons/check";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import * as Menu from "radix-ui/dropdown-menu";
import { useSyncExternalStore } from "react";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { THEME_CHOICES } from "../theme/theme.ts";

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

/** The menu stays: one sees what one has chosen. */
export function ThemeChoices() {
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
