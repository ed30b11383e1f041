// The font of words. Asked for by its key the row has the focus: arrow keys go along it, Enter chooses, Escape goes back to the paper.
import { FONT_NAMES, type FontName } from "@inkroom/shapes";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useBoard } from "../board/board-context.ts";
import { loadFont } from "../fonts/load-font.ts";
import { t } from "../i18n/translate-later.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import { useReadable } from "../ui/readable.ts";
import { ChoiceRow } from "./ChoiceRow.tsx";

/** In fonts of the system: the panel is not to fetch what is not used. */
const SAMPLES: Readonly<Record<FontName, { readonly fontFamily: string; readonly fontStyle?: string }>> = {
  sans: { fontFamily: "inherit" },
  hand: { fontFamily: "cursive", fontStyle: "italic" },
  serif: { fontFamily: "serif" },
  mono: { fontFamily: "monospace" },
};

/** Back to the paper, and no further: what is selected stays so. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  focusOnPaper();
}

export function FontRow({ value }: { readonly value: FontName | "mixed" }) {
  const { editor, layers } = useBoard();
  const row = useRef<HTMLDivElement>(null);
  const isAsked = useReadable(layers.asked)?.kind === "font";
  useEffect(() => {
    if (!isAsked) return;
    layers.close();
    // After what a palette that closes does with the focus.
    setTimeout(() => row.current?.querySelector<HTMLElement>("[data-state='on'], button")?.focus());
  }, [isAsked, layers]);
  const choose = (chosen: FontName): void => {
    // Words are measured when they are given the font.
    loadFont(chosen).then(
      () => editor.setStyle({ font: chosen }),
      () => editor.setStyle({ font: chosen }),
    );
  };
  return (
    <div ref={row} className="font-row" onKeyDown={onKeyDown}>
      <ChoiceRow
        label={t("style.font")}
        value={value}
        choices={FONT_NAMES}
        labelOf={(name) => t(`font.${name}`)}
        draw={(name) => (
          <span className="font-sample" style={SAMPLES[name]} aria-hidden>
            {t("font.sample")}
          </span>
        )}
        onChoose={choose}
      />
    </div>
  );
}
