// How see-through the ink is. Follows the thumb while it is dragged; the board hears of the last value only.
import * as Slider from "radix-ui/slider";
import { useState } from "react";
import { t } from "../i18n/translate-later.ts";

type OpacitySliderProps = { readonly value: number | "mixed"; readonly onChoose: (opacity: number) => void };

export function OpacitySlider({ value, onChoose }: OpacitySliderProps) {
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const shown = dragged ?? (value === "mixed" ? 100 : Math.round(value * 100));
  const commit = ([percent = shown]: number[]): void => {
    setDragged(undefined);
    onChoose(percent / 100);
  };
  return (
    <div className="opacity">
      <span className="opacity-label" aria-hidden>
        {t("style.opacity")}
        <output>{value === "mixed" && dragged === undefined ? "–" : `${shown} %`}</output>
      </span>
      <Slider.Root
        className="slider"
        min={10}
        max={100}
        step={10}
        value={[shown]}
        onValueChange={([percent]) => setDragged(percent)}
        onValueCommit={commit}
      >
        <Slider.Track className="slider-track">
          <Slider.Range className="slider-range" />
        </Slider.Track>
        <Slider.Thumb className="slider-thumb" aria-label={t("style.opacity")} />
      </Slider.Root>
    </div>
  );
}
