// The zoom in percent; opens the ways to set it.
import type { EditorState } from "@inkroom/editor";
import { useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer } from "../ui/Layer.tsx";

const ZoomMenu = lazyPart(async () => (await import("./ZoomMenu.tsx")).ZoomMenu);
const selectPercent = (state: EditorState): number => Math.max(1, Math.round(state.camera.zoom * 100));

export function ZoomButton() {
  const percent = useEditorState(selectPercent);
  const trigger = (
    <button type="button" className="button zoom-level" aria-label={t("zoom.level", { percent })}>
      {t("zoom.percent", { percent })}
    </button>
  );
  return <Layer popup="menu" content={ZoomMenu} load={ZoomMenu.preload} trigger={trigger} />;
}
