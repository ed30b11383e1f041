// The zoom in percent; opens the ways to set it.
import type { EditorState } from "@inkroom/editor";
import { lazy } from "react";
import { useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { Layer } from "../ui/Layer.tsx";

const load = () => import("./ZoomMenu.tsx");
const ZoomMenu = lazy(async () => ({ default: (await load()).ZoomMenu }));
const selectPercent = (state: EditorState): number => Math.max(1, Math.round(state.camera.zoom * 100));

export function ZoomButton() {
  const percent = useEditorState(selectPercent);
  const trigger = (
    <button type="button" className="button zoom-level" aria-label={t("zoom.level", { percent })}>
      {t("zoom.percent", { percent })}
    </button>
  );
  return <Layer popup="menu" content={ZoomMenu} load={load} trigger={trigger} />;
}
