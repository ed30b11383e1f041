// The languages of the page, each by its own name.
import Check from "lucide-react/icons/check";
import * as Menu from "radix-ui/dropdown-menu";
import { LANGUAGE_NAMES } from "../i18n/language.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import "./menu.css";

export function LanguageChoices() {
  const { language } = useServices();
  const choose = (value: string): void => {
    const chosen = LANGUAGE_NAMES.find(([code]) => code === value);
    if (chosen !== undefined) void language.choose(chosen[0]);
  };
  return (
    <Menu.RadioGroup value={language.language} onValueChange={choose} aria-label={t("menu.language")}>
      {LANGUAGE_NAMES.map(([code, name]) => (
        <Menu.RadioItem key={code} className="menu-item" value={code} lang={code}>
          {name}
          <Menu.ItemIndicator className="menu-check">
            <Check size={16} strokeWidth={2} aria-hidden />
          </Menu.ItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
