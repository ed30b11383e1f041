// The boards this browser has opened.
import X from "lucide-react/icons/x";
import Eye from "lucide-react/icons/eye";
import { useSyncExternalStore } from "react";
import { locale, t } from "../i18n/translate.ts";
import { boardPath } from "../router.ts";
import { useServices } from "../services.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { describeAge } from "./age.ts";
import type { RecentBoard } from "./recent-boards.ts";

export function BoardList() {
  const { recents } = useServices();
  const boards = useSyncExternalStore(recents.subscribe, recents.list);
  if (boards.length === 0) return null;
  return (
    <section className="boards" aria-labelledby="boards-title">
      <div className="boards-head">
        <h2 id="boards-title">{t("home.recent")}</h2>
        <p>{t("home.recentHint")}</p>
      </div>
      <ul>
        {boards.map((board) => (
          <BoardRow key={board.id} board={board} />
        ))}
      </ul>
    </section>
  );
}

function BoardRow({ board }: { readonly board: RecentBoard }) {
  const { recents, router, store } = useServices();
  const forget = (): void => {
    recents.forget(board.id);
    // Where the database cannot be had, nothing is kept in it.
    import("../board-store/forget-board.ts").then(({ forgetBoard }) => forgetBoard(board.id, store)).catch(() => undefined);
  };
  const name = board.name === "" ? t("board.untitled") : board.name;
  const path = boardPath(board.id, board.secret);
  return (
    <li className="board-row">
      <a
        href={path}
        aria-label={t("home.open", { name })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          router.go(path);
        }}
      >
        <span className="board-name" dir="auto">
          {name}
        </span>
        <span className="board-meta">
          {board.role === "view" && <Eye size={14} strokeWidth={1.75} aria-label={t("role.view")} />}
          {describeAge(board.lastOpened, Date.now(), locale())}
        </span>
      </a>
      <IconButton label={t("home.forget", { name })} icon={X} onClick={forget} />
    </li>
  );
}
