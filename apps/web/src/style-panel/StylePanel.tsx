// Where the style controls appear: a panel at the edge of a wide screen, a sheet from below on a phone.
import { lazy, Suspense, useCallback } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import type { EditorState } from "@inkroom/editor";
import { t } from "../i18n/translate.ts";
import { isShallowEqual } from "../ui/readable.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { type PanelStyle, panelStyle } from "./panel-style.ts";
import { StyleControls } from "./StyleControls.tsx";

const StyleSheet = lazy(async () => ({ default: (await import("./StyleSheet.tsx")).StyleSheet }));

const isSamePanel = (a: PanelStyle | undefined, b: PanelStyle | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isShallowEqual(a, b));

export function StylePanel() {
  const { editor } = useBoard();
  const select = useCallback((state: EditorState) => panelStyle(editor, state), [editor]);
  const style = useEditorState(select, isSamePanel);
  const isNarrow = useMediaQuery("(max-width: 720px)");
  if (style === undefined) return null;
  if (isNarrow) {
    return (
      <Suspense fallback={null}>
        <StyleSheet style={style} />
      </Suspense>
    );
  }
  return (
    <aside className="style-panel surface" aria-label={t("style.label")}>
      <StyleControls style={style} />
    </aside>
  );
}
