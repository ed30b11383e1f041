// The boards this browser has opened, as cards.
import { useSyncExternalStore } from "react";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { BoardCard } from "./BoardCard.tsx";

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
          <BoardCard key={board.id} board={board} />
        ))}
      </ul>
    </section>
  );
}
