// What this person can switch in the menu: how pen, wheel and snapping work, on every board.
import { type EditorState, KEY_PRESETS } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import Check from "lucide-react/icons/check";
import Grid from "lucide-react/icons/grid-3x3";
import Keyboard from "lucide-react/icons/keyboard";
import Magnet from "lucide-react/icons/magnet";
import Mouse from "lucide-react/icons/mouse";
import PenLine from "lucide-react/icons/pen-line";
import Shapes from "lucide-react/icons/shapes";
import * as Menu from "radix-ui/dropdown-menu";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { useKeyPreset } from "./use-key-preset.ts";
import { t } from "../i18n/translate-later.ts";
import { PRESET_NAMES } from "../toolbar/preset-names.ts";

const selectPressure = (state: EditorState): boolean => state.penPressure;
const selectStraightens = (state: EditorState): boolean => state.straightens;
const selectSnaps = (state: EditorState): boolean => state.snaps;
const selectGrid = (state: EditorState): boolean => state.grid;
const selectWheelZooms = (state: EditorState): boolean => state.wheel === "zoom";

export function PreferenceItems() {
  const { editor } = useBoard();
  const penPressure = useEditorState(selectPressure);
  const straightens = useEditorState(selectStraightens);
  const snaps = useEditorState(selectSnaps);
  const grid = useEditorState(selectGrid);
  const wheelZooms = useEditorState(selectWheelZooms);
  return (
    <>
      <KeyChoices />
      <Menu.Separator className="menu-line" />
      <Menu.Group aria-label={t("menu.preferences")}>
        <Switch
          icon={PenLine}
          label={t("menu.penPressure")}
          isOn={penPressure}
          onChange={(isOn) => editor.setPreferences({ penPressure: isOn })}
        />
        <Switch
          icon={Shapes}
          label={t("menu.straightens")}
          isOn={straightens}
          onChange={(isOn) => editor.setPreferences({ straightens: isOn })}
        />
        <Switch icon={Magnet} label={t("menu.snaps")} isOn={snaps} onChange={(isOn) => editor.setPreferences({ snaps: isOn })} />
        <Switch icon={Grid} label={t("menu.grid")} isOn={grid} onChange={(isOn) => editor.setPreferences({ grid: isOn })} />
        <Switch
          icon={Mouse}
          label={t("menu.wheelZooms")}
          isOn={wheelZooms}
          onChange={(isOn) => editor.setPreferences({ wheel: isOn ? "zoom" : "pan" })}
        />
      </Menu.Group>
    </>
  );
}

/** Whose keys. The menu stays, as with the switches. */
function KeyChoices() {
  const { keyPreset, choose } = useKeyPreset();
  return (
    <Menu.RadioGroup value={keyPreset} onValueChange={choose} aria-label={t("keys.label")}>
      <Menu.Label className="menu-label">{t("keys.label")}</Menu.Label>
      {KEY_PRESETS.map((preset) => (
        <Menu.RadioItem key={preset} className="menu-item" value={preset} onSelect={(event) => event.preventDefault()}>
          <Keyboard size={18} strokeWidth={1.75} aria-hidden />
          {PRESET_NAMES[preset]}
          <Menu.ItemIndicator className="menu-check">
            <Check size={16} strokeWidth={2} aria-hidden />
          </Menu.ItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

type SwitchProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

function Switch({ icon: Icon, label, isOn, onChange }: SwitchProps) {
  return (
    // The menu stays: one sees what one has switched.
    <Menu.CheckboxItem className="menu-item" checked={isOn} onCheckedChange={onChange} onSelect={(event) => event.preventDefault()}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      {label}
      <Menu.ItemIndicator className="menu-check">
        <Check size={16} strokeWidth={2} aria-hidden />
      </Menu.ItemIndicator>
    </Menu.CheckboxItem>
  );
}
