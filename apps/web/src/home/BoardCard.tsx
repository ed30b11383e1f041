// One board on the home page: what it looked like when it was left, its name, and what can be done with it.
import Ellipsis from "lucide-react/icons/ellipsis";
import Eye from "lucide-react/icons/eye";
import Star from "lucide-react/icons/star";
import { type MouseEvent, useCallback, useState } from "react";
import { locale, t } from "../i18n/translate-later.ts";
import { boardPath } from "../router.ts";
import { useServices } from "../services.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { Layer, type LayerProps } from "../ui/Layer.tsx";
import { tip } from "../ui/tip.ts";
import { describeAge } from "./age.ts";
import { CardName } from "./CardName.tsx";
import { CardPicture } from "./CardPicture.tsx";
import type { RecentBoard } from "./recent-boards.ts";

const CardMenu = lazyPart(async () => (await import("./CardMenu.tsx")).CardMenu);

export function BoardCard({ board }: { readonly board: RecentBoard }) {
  const { router } = useServices();
  const [isNamed, setNamed] = useState(false);
  const name = board.name === "" ? t("board.untitled") : board.name;
  const path = boardPath(board.id, board.secret);
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.go(path);
  };
  const Items = useCallback((props: LayerProps) => <CardMenu {...props} board={board} onRename={() => setNamed(true)} />, [board]);
  const more = (
    <button type="button" className="icon-button" aria-label={t("home.more", { name })} {...tip(t("home.more", { name }))}>
      <Ellipsis size={18} strokeWidth={1.75} aria-hidden />
    </button>
  );
  return (
    <li className="board-card">
      <a href={path} className="board-face" aria-label={t("home.open", { name })} onClick={open}>
        <CardPicture id={board.id} />
      </a>
      <div className="board-foot">
        {isNamed ? (
          <CardName board={board} onDone={() => setNamed(false)} />
        ) : (
          <span className="board-name" dir="auto">
            {name}
          </span>
        )}
        <span className="board-meta">
          {board.starred === true && <Star size={14} strokeWidth={1.75} className="board-star" aria-label={t("home.starred")} />}
          {board.role === "view" && <Eye size={14} strokeWidth={1.75} aria-label={t("role.view")} />}
          {describeAge(board.lastOpened, Date.now(), locale())}
        </span>
        <Layer popup="menu" content={Items} load={CardMenu.preload} trigger={more} />
      </div>
    </li>
  );
}
