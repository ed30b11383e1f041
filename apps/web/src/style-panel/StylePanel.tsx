// Where the style controls appear: a panel at the edge of a wide screen, a sheet from below on a phone.
import { Suspense, useCallback } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import type { EditorState } from "@inkroom/editor";
import { t } from "../i18n/translate.ts";
import { isShallowEqual } from "../ui/readable.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { type PanelStyle, panelStyle } from "./panel-style.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { StyleControls } from "./StyleControls.tsx";

const StyleSheet = lazyPart(async () => (await import("./StyleSheet.tsx")).StyleSheet);

const isSamePanel = (a: PanelStyle | undefined, b: PanelStyle | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isShallowEqual(a, b));

export function StylePanel() {
  const { editor } = useBoard();
  const select = useCallback((state: EditorState) => panelStyle(editor, state), [editor]);
  const style = useEditorState(select, isSamePanel);
  const isNarrow = useMediaQuery("(max-width: 720px)");
  if (style === undefined) return null;
  return (
    <Suspense fallback={null}>
      {isNarrow ? (
        <StyleSheet style={style} />
      ) : (
        <aside className="style-panel surface" aria-label={t("style.label")}>
          <StyleControls style={style} />
        </aside>
      )}
    </Suspense>
  );
}
