// The languages of the page, as a submenu of the board menu.
import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import Languages from "lucide-react/icons/languages";
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
    <Menu.Sub>
      <Menu.SubTrigger className="menu-item">
        <Languages size={18} strokeWidth={1.75} aria-hidden />
        {t("menu.language")}
        <ChevronRight size={16} strokeWidth={1.75} className="menu-more mirrored" aria-hidden />
      </Menu.SubTrigger>
      <Menu.Portal>
        <Menu.SubContent className="pop menu" sideOffset={6} alignOffset={-4} collisionPadding={8}>
          <Menu.RadioGroup value={language.language} onValueChange={choose}>
            {LANGUAGE_NAMES.map(([code, name]) => (
              <Menu.RadioItem key={code} className="menu-item" value={code} lang={code}>
                {name}
                <Menu.ItemIndicator className="menu-check">
                  <Check size={16} strokeWidth={2} aria-hidden />
                </Menu.ItemIndicator>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.SubContent>
      </Menu.Portal>
    </Menu.Sub>
  );
}
