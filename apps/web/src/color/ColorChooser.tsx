// All colours: those of the palette with a key each, any other from a field, by its number, used lately, or on the board already.
import type { ColorUse, StylePatch } from "@inkroom/editor";
import { paintColor, THEMES } from "@inkroom/canvas";
import { type Color, COLOR_NAMES, type CustomColor, type FillColor, isCustomColor } from "@inkroom/shapes";
import Pipette from "lucide-react/icons/pipette";
import * as Slider from "radix-ui/slider";
import * as Toggle from "radix-ui/toggle";
import { useEffect, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { useServices } from "../services.ts";
import { ColorGrid } from "../style-panel/ColorGrid.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { boardColors } from "./board-colors.ts";
import { ColorField } from "./ColorField.tsx";
import { HexField } from "./HexField.tsx";
import { hexOf, type Hsv, hsvOf, plainHex } from "./hsv.ts";
import { PALETTE_KEYS } from "./palette-keys.ts";
import { noteRecentColor, recentColors } from "./recent-colors.ts";
import { SWATCH_OF } from "./swatch.ts";
import { word } from "./words.ts";
import "./color-chooser.css";

type ColorChooserProps = {
  readonly use: ColorUse;
  readonly value: FillColor | "mixed";
  /** What is set along with a colour, e.g. a filling for what had none. */
  readonly also?: StylePatch | undefined;
};

/** Others see where a colour rests that is pulled at, ms after it came there: a little more than the time between two sendings. */
const REST_MS = 80;

export function ColorChooser({ use, value, also }: ColorChooserProps) {
  const { editor, layers } = useBoard();
  const { store } = useServices();
  // As they were when the popover was opened: swatches do not run away under the pointer.
  const [recent] = useState(() => recentColors(store));
  const [onBoard] = useState(() => boardColors(editor.view.shapes()).filter((color) => !recent.includes(color)));
  const shown = value === "same" || value === "mixed" ? undefined : value;
  const { hsv, setHsv, last } = useHsv(shown);
  const patchOf = (color: FillColor): StylePatch => ({ ...also, [use]: color });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const choose = (color: FillColor): void => {
    clearTimeout(rest.current);
    if (isCustomColor(color)) last.current = color;
    editor.setStyle(patchOf(color));
  };
  const tryHsv = (next: Hsv): void => {
    setHsv(next);
    const patch = patchOf(hexOf(next));
    editor.tryStyle(patch);
    // What is pulled fast is not all sent: once more where the pointer rests.
    clearTimeout(rest.current);
    rest.current = setTimeout(() => editor.tryStyle(patch), REST_MS);
  };
  useEffect(() => () => clearTimeout(rest.current), []);
  const chooseHsv = (next: Hsv): void => {
    setHsv(next);
    choose(hexOf(next));
  };
  const of = SWATCH_OF[use];
  return (
    <div className="color-chooser">
      <ColorGrid label={word("palette")} value={shown} colors={COLOR_NAMES} of={of} keys={PALETTE_KEYS} onChoose={choose} />
      {use === "fillColor" && (
        <Toggle.Root className="button color-same" pressed={value === "same"} onPressedChange={() => choose("same")}>
          {word("same")}
        </Toggle.Root>
      )}
      <ColorField hsv={hsv} onTry={tryHsv} onChoose={chooseHsv} />
      <Slider.Root
        className="slider color-hue"
        dir="ltr"
        max={360}
        value={[hsv.h]}
        onValueChange={([h = 0]) => tryHsv({ ...hsv, h })}
        onValueCommit={([h = 0]) => chooseHsv({ ...hsv, h })}
      >
        <Slider.Track className="color-hues" />
        <Slider.Thumb className="slider-thumb" aria-label={word("hue")} style={{ backgroundColor: hexOf({ h: hsv.h, s: 100, v: 100 }) }} />
      </Slider.Root>
      <div className="color-code">
        <ThemePair color={shown !== undefined && plainHex(shown) === hexOf(hsv) ? shown : hexOf(hsv)} use={use} />
        <HexField value={hexOf(hsv)} onChoose={choose} />
        <IconButton label={word("pick")} icon={Pipette} onClick={() => layers.open({ kind: "pick-color", of: use })} />
      </div>
      <Swatches label={word("recent")} colors={recent} value={shown} of={of} onChoose={choose} />
      <Swatches label={word("onBoard")} colors={onBoard} value={shown} of={of} onChoose={choose} />
    </div>
  );
}

/** Where field and slider stand; they follow a colour that is chosen elsewhere. What was chosen last here is remembered in the end. */
function useHsv(shown: Color | undefined) {
  const { editor } = useBoard();
  const { store } = useServices();
  const [hsv, setHsv] = useState<Hsv>(() => hsvOf(plainHex(shown ?? "blue")));
  const last = useRef<CustomColor | undefined>(undefined);
  const [followed, setFollowed] = useState(shown);
  if (shown !== followed) {
    setFollowed(shown);
    if (shown !== undefined && plainHex(shown) !== hexOf(hsv)) setHsv(hsvOf(plainHex(shown), hsv.h));
  }
  useEffect(
    () => () => {
      editor.tryStyle(undefined);
      if (last.current !== undefined) noteRecentColor(store, last.current);
    },
    [editor, store],
  );
  return { hsv, setHsv, last };
}

type SwatchesProps = {
  readonly label: string;
  readonly colors: readonly CustomColor[];
  readonly value: Color | undefined;
  readonly of: (typeof SWATCH_OF)[ColorUse];
  readonly onChoose: (color: Color) => void;
};

function Swatches({ label, colors, value, of, onChoose }: SwatchesProps) {
  if (colors.length === 0) return null;
  return (
    <section className="color-swatches">
      <h3 className="color-heading" aria-hidden>
        {label}
      </h3>
      <ColorGrid label={label} value={value} colors={colors} of={of} onChoose={onChoose} />
    </section>
  );
}

/** The colour on light and on dark paper. */
function ThemePair({ color, use }: { readonly color: Color; readonly use: ColorUse }) {
  const shade = use === "noteColor" ? "paper" : use === "fillColor" ? "inside" : use === "markerColor" ? "marker" : "full";
  return (
    <span className="color-pair" aria-hidden>
      {[THEMES.light, THEMES.dark].map((theme) => (
        <span key={theme.name} style={{ backgroundColor: theme.paper }}>
          <span style={{ backgroundColor: paintColor(theme, { color, shade }) }} />
        </span>
      ))}
    </span>
  );
}
