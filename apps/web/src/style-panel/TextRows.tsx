// How words are set: their font, the side they keep to, bold and italic.
import { ALIGN_NAMES, type AlignName } from "@inkroom/shapes";
import AlignCenter from "lucide-react/icons/text-align-center";
import AlignRight from "lucide-react/icons/text-align-end";
import AlignLeft from "lucide-react/icons/text-align-start";
import Bold from "lucide-react/icons/bold";
import Italic from "lucide-react/icons/italic";
import * as Toggle from "radix-ui/toggle";
import type { LucideIcon } from "lucide-react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { tip } from "../ui/tip.ts";
import { ChoiceRow } from "./ChoiceRow.tsx";
import { FontRow } from "./FontRow.tsx";
import { ListRow } from "./ListRow.tsx";
import type { PanelStyle } from "./panel-style.ts";

const ALIGN_ICONS: Readonly<Record<AlignName, LucideIcon>> = {
  left: AlignLeft,
  center: AlignCenter,
  right: AlignRight,
};
export function TextRows({ style }: { readonly style: PanelStyle }) {
  const { editor } = useBoard();
  const { font, align, bold, italic } = style;
  return (
    <div className="text-rows">
      {font !== undefined && <FontRow value={font} />}
      <div className="text-row">
        {align !== undefined && (
          <ChoiceRow
            label={t("style.align")}
            value={align}
            choices={ALIGN_NAMES}
            labelOf={(name) => t(`align.${name}`)}
            draw={(name) => {
              const Icon = ALIGN_ICONS[name];
              return <Icon size={18} strokeWidth={1.75} aria-hidden />;
            }}
            onChoose={(chosen) => editor.setStyle({ align: chosen })}
          />
        )}
        {bold !== undefined && (
          <Switch label={t("style.bold")} isOn={bold === true} icon={Bold} onSwitch={(isOn) => editor.setStyle({ bold: isOn })} />
        )}
        {italic !== undefined && (
          <Switch label={t("style.italic")} isOn={italic === true} icon={Italic} onSwitch={(isOn) => editor.setStyle({ italic: isOn })} />
        )}
      </div>
      {style.hasSelection === true && <ListRow />}
    </div>
  );
}

type SwitchProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly icon: LucideIcon;
  readonly onSwitch: (isOn: boolean) => void;
};

function Switch({ label, isOn, icon: Icon, onSwitch }: SwitchProps) {
  return (
    <Toggle.Root className="choice" pressed={isOn} onPressedChange={onSwitch} aria-label={label} {...tip(label)}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </Toggle.Root>
  );
}
