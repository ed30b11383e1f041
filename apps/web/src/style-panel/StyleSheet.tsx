// The style controls of a phone: a sheet from below, and the button that opens it.
import Palette from "lucide-react/icons/palette";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { swatch } from "../color/swatch.ts";
import { t } from "../i18n/translate-later.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { useReadable } from "../ui/readable.ts";
import type { PanelStyle } from "./panel-style.ts";
import { StyleControls } from "./StyleControls.tsx";

/** The sheet leaves the board usable behind it: drawing goes on while a colour is tried. */
export function StyleSheet({ style }: { readonly style: PanelStyle }) {
  const color = style.color ?? style.markerColor ?? style.noteColor;
  const [isOpen, setOpen] = useState(false);
  const asked = useReadable(useBoard().layers.asked)?.kind;
  // A key or the palette asked for the colours, which open beside their swatch, or for the fonts.
  if ((asked === "color" || asked === "font") && !isOpen) setOpen(true);
  return (
    <Dialog.Root modal={false} open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <button type="button" className="style-open surface" aria-label={t("style.open")}>
          {color === undefined || color === "mixed" ? (
            <Palette size={20} strokeWidth={1.75} aria-hidden />
          ) : (
            <span className="color-dot" {...swatch(color, style.noteColor === undefined ? "pen" : "note")} />
          )}
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content className="style-sheet" aria-describedby={undefined} onOpenAutoFocus={(event) => event.preventDefault()}>
          <header className="style-sheet-head">
            <Dialog.Title>{t("style.label")}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t("style.close")} icon={X} />
            </Dialog.Close>
          </header>
          <StyleControls style={style} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
