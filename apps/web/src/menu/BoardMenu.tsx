// Top left: the menu of the board and its name.
import { LogoSign } from "../home/Wordmark.tsx";
import { t } from "../i18n/translate.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer } from "../ui/Layer.tsx";
import { tip } from "../ui/tip.ts";
import { BoardName } from "./BoardName.tsx";
import "./menu.css";

export const BoardMenuItems = lazyPart(async () => (await import("./BoardMenuItems.tsx")).BoardMenuItems);

export function BoardMenu() {
  const trigger = (
    <button type="button" className="board-menu-button" aria-label={t("menu.label")} {...tip(t("menu.label"))}>
      <LogoSign size={24} />
    </button>
  );
  return (
    <div className="board-head surface">
      <Layer popup="menu" content={BoardMenuItems} load={BoardMenuItems.preload} trigger={trigger} />
      <BoardName />
    </div>
  );
}
