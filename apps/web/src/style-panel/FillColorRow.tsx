// The colour of what is inside of a closed shape: the outline's, or one of its own. Whoever chooses one fills what was empty.
import type { Color, FillColor, FillName } from "@inkroom/shapes";
import * as Popover from "radix-ui/popover";
import { ColorPopover } from "../color/ColorPopover.tsx";
import { colorName, swatch } from "../color/swatch.ts";
import { word } from "../color/words.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { tip } from "../ui/tip.ts";

type FillColorRowProps = {
  readonly value: FillColor | "mixed";
  readonly fill: FillName | "mixed";
  /** That of the outline. */
  readonly color: Color | "mixed" | undefined;
};

export function FillColorRow({ value, fill, color }: FillColorRowProps) {
  const signs = useKeySigns();
  const isEmpty = fill === "none";
  const shown = value === "same" ? color : value;
  const name = isEmpty ? word("none") : value === "same" ? word("same") : value === "mixed" ? word("mixed") : colorName(value, "inside");
  const label = word("insideIs", { color: name });
  const isSwatch = !isEmpty && shown !== undefined && shown !== "mixed";
  return (
    <ColorPopover use="fillColor" value={value} also={isEmpty ? { fill: "solid" } : undefined} label={label}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="button fill-color"
          aria-label={label}
          data-empty={!isSwatch || undefined}
          {...(isSwatch ? swatch(shown, "inside") : {})}
          {...tip(word("inside"), keyOf("style.fill-color", signs))}
        >
          <span className="color-dot" />
          {name}
        </button>
      </Popover.Trigger>
    </ColorPopover>
  );
}
