// A colour of the style: the palette, any other one, and one from the board.
import type { ColorUse } from "@inkroom/editor";
import { type Color, COLOR_NAMES, isCustomColor } from "@inkroom/shapes";
import Check from "lucide-react/icons/check";
import Pipette from "lucide-react/icons/pipette";
import * as Popover from "radix-ui/popover";
import { useBoard } from "../board/board-context.ts";
import { ColorPopover } from "../color/ColorPopover.tsx";
import { swatch, SWATCH_OF } from "../color/swatch.ts";
import { word } from "../color/words.ts";
import { t } from "../i18n/translate-later.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { tip } from "../ui/tip.ts";
import { ColorGrid } from "./ColorGrid.tsx";

type ColorRowProps = { readonly use: Exclude<ColorUse, "fillColor">; readonly value: Color | "mixed" };

export function ColorRow({ use, value }: ColorRowProps) {
  const { editor, layers } = useBoard();
  const signs = useKeySigns();
  const of = SWATCH_OF[use];
  const isOther = isCustomColor(value);
  const label = isOther ? word("otherIs", { color: value }) : word("other");
  return (
    <ColorPopover use={use} value={value} label={label}>
      <div className="color-row">
        <ColorGrid
          label={t("style.color")}
          value={value}
          colors={COLOR_NAMES}
          of={of}
          onChoose={(chosen) => editor.setStyle({ [use]: chosen })}
        />
        <Popover.Trigger asChild>
          <button
            type="button"
            className="color color-other"
            aria-label={label}
            data-of={of}
            data-chosen={isOther || undefined}
            {...(isOther ? swatch(value, of) : {})}
            {...tip(label, keyOf("style.color", signs))}
          >
            <span className="color-dot">{isOther && <Check size={14} strokeWidth={3} aria-hidden />}</span>
          </button>
        </Popover.Trigger>
        <button
          type="button"
          className="color"
          aria-label={word("pick")}
          onClick={() => layers.open({ kind: "pick-color", of: use })}
          {...tip(word("pick"), keyOf("style.pick-color", signs))}
        >
          <Pipette size={18} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
    </ColorPopover>
  );
}
