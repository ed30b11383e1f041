// The palette: ten inks, shown as the canvas paints them in the theme of the moment.
import type { Color, ColorName, NibName } from "@inkroom/shapes";
import Check from "lucide-react/icons/check";
import * as Group from "radix-ui/toggle-group";
import { t } from "../i18n/translate-later.ts";
import { tip } from "../ui/tip.ts";

type ColorGridProps<C extends ColorName> = {
  readonly label: string;
  readonly value: Color | "mixed" | undefined;
  /** In this order, e.g. COLOR_NAMES. */
  readonly colors: readonly C[];
  /** Whose colours the swatches show: a pen's where nothing is said. */
  readonly of?: NibName | "note";
  readonly onChoose: (color: C) => void;
};

export function ColorGrid<C extends ColorName>({ label, value, colors, of = "pen", onChoose }: ColorGridProps<C>) {
  const choose = (chosen: string): void => {
    const color = colors.find((known) => known === chosen);
    if (color !== undefined) onChoose(color);
  };
  return (
    <Group.Root className="colors" data-of={of} type="single" aria-label={label} value={value ?? ""} onValueChange={choose}>
      {colors.map((color) => (
        <Group.Item
          key={color}
          className="color"
          value={color}
          aria-label={nameOf(color, of)}
          data-color={color}
          {...tip(nameOf(color, of))}
        >
          <span className="color-dot">
            <Check size={14} strokeWidth={3} aria-hidden />
          </span>
        </Group.Item>
      ))}
    </Group.Root>
  );
}

/** Paper has no ink on it: the first one is white, or what is white in the dark. */
function nameOf(color: ColorName, of: NibName | "note"): string {
  return t(color === "ink" && of === "note" ? "color.plain" : `color.${color}`);
}
