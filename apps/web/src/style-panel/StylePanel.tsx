// Where the style controls appear: a panel at the edge of a wide screen, a sheet from below on a phone.
import Palette from "lucide-react/icons/palette";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { useCallback } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import type { EditorState } from "@inkroom/editor";
import { t } from "../i18n/translate.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { isShallowEqual } from "../ui/readable.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { type PanelStyle, panelStyle } from "./panel-style.ts";
import { StyleControls } from "./StyleControls.tsx";

const isSamePanel = (a: PanelStyle | undefined, b: PanelStyle | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isShallowEqual(a, b));

export function StylePanel() {
  const { editor } = useBoard();
  const select = useCallback((state: EditorState) => panelStyle(editor, state), [editor]);
  const style = useEditorState(select, isSamePanel);
  const isNarrow = useMediaQuery("(max-width: 720px)");
  if (style === undefined) return null;
  if (isNarrow) return <StyleSheet style={style} />;
  return (
    <aside className="style-panel surface" aria-label={t("style.label")}>
      <StyleControls style={style} />
    </aside>
  );
}

/** The sheet leaves the board usable behind it: drawing goes on while a colour is tried. */
function StyleSheet({ style }: { readonly style: PanelStyle }) {
  return (
    <Dialog.Root modal={false}>
      <Dialog.Trigger asChild>
        <button type="button" className="style-open surface" aria-label={t("style.open")}>
          {style.color === undefined || style.color === "mixed" ? <Palette size={20} strokeWidth={1.75} aria-hidden /> : <span className="color-dot" data-color={style.color} />}
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
