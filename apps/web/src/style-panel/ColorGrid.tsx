// Colours as swatches, shown as the canvas paints them in the theme of the moment.
import type { Color } from "@inkroom/shapes";
import Check from "lucide-react/icons/check";
import * as Group from "radix-ui/toggle-group";
import { colorName, swatch, type SwatchOf } from "../color/swatch.ts";
import { tip } from "../ui/tip.ts";

type ColorGridProps<C extends Color> = {
  readonly label: string;
  readonly value: Color | "mixed" | undefined;
  /** In this order, e.g. COLOR_NAMES. */
  readonly colors: readonly C[];
  /** Whose colours the swatches show: a pen's where nothing is said. */
  readonly of?: SwatchOf;
  /** A letter for each, that chooses it. */
  readonly keys?: readonly string[];
  readonly onChoose: (color: C) => void;
};

export function ColorGrid<C extends Color>({ label, value, colors, of = "pen", keys, onChoose }: ColorGridProps<C>) {
  const choose = (chosen: string): void => {
    const color = colors.find((known) => known === chosen);
    if (color !== undefined) onChoose(color);
  };
  return (
    <Group.Root className="colors" data-of={of} type="single" aria-label={label} value={value ?? ""} onValueChange={choose}>
      {colors.map((color, place) => {
        const name = colorName(color, of);
        const key = keys?.[place];
        return (
          <Group.Item
            key={color}
            className="color"
            value={color}
            aria-label={name}
            aria-keyshortcuts={key?.toUpperCase()}
            data-color={color}
            {...swatch(color, of)}
            {...tip(name, key?.toUpperCase())}
          >
            <span className="color-dot">
              <Check size={14} strokeWidth={3} aria-hidden />
            </span>
            {key !== undefined && (
              <kbd className="color-key" aria-hidden>
                {key}
              </kbd>
            )}
          </Group.Item>
        );
      })}
    </Group.Root>
  );
}
