// Top left: the menu of the board and its name.
import { lazy } from "react";
import { LogoSign } from "../home/Wordmark.tsx";
import { t } from "../i18n/translate.ts";
import { Layer } from "../ui/Layer.tsx";
import { tip } from "../ui/tip.ts";
import { BoardName } from "./BoardName.tsx";
import "./menu.css";

const load = () => import("./BoardMenuItems.tsx");
const BoardMenuItems = lazy(async () => ({ default: (await load()).BoardMenuItems }));

export function BoardMenu() {
  const trigger = (
    <button type="button" className="board-menu-button" aria-label={t("menu.label")} {...tip(t("menu.label"))}>
      <LogoSign size={24} />
    </button>
  );
  return (
    <div className="board-head surface">
      <Layer popup="menu" content={BoardMenuItems} load={load} trigger={trigger} />
      <BoardName />
    </div>
  );
}
