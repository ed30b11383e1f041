// The palette: ten inks, shown as the canvas paints them in the theme of the moment.
import type { ColorName, NibName } from "@inkroom/shapes";
import Check from "lucide-react/icons/check";
import * as Group from "radix-ui/toggle-group";
import { t } from "../i18n/translate-later.ts";
import { tip } from "../ui/tip.ts";

type ColorGridProps<C extends ColorName> = {
  readonly label: string;
  readonly value: C | "mixed" | undefined;
  /** In this order, e.g. COLOR_NAMES. */
  readonly colors: readonly C[];
  /** Whose colours the swatches show: a pen's where nothing is said. */
  readonly nib?: NibName;
  readonly onChoose: (color: C) => void;
};

export function ColorGrid<C extends ColorName>({ label, value, colors, nib = "pen", onChoose }: ColorGridProps<C>) {
  const choose = (chosen: string): void => {
    const color = colors.find((known) => known === chosen);
    if (color !== undefined) onChoose(color);
  };
  return (
    <Group.Root className="colors" data-nib={nib} type="single" aria-label={label} value={value ?? ""} onValueChange={choose}>
      {colors.map((color) => (
        <Group.Item
          key={color}
          className="color"
          value={color}
          aria-label={t(`color.${color}`)}
          data-color={color}
          {...tip(t(`color.${color}`))}
        >
          <span className="color-dot">
            <Check size={14} strokeWidth={3} aria-hidden />
          </span>
        </Group.Item>
      ))}
    </Group.Root>
  );
}
