// Takes a board off the list and what this browser keeps of it away; the toast that says so can bring it back to the list.
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import type { RecentBoard } from "./recent-boards.ts";

export function useForgetBoard(board: RecentBoard): () => void {
  const { recents, store, thumbnails, toast } = useServices();
  return () => {
    const picture = thumbnails.both(board.id);
    recents.forget(board.id);
    thumbnails.put(board.id, undefined);
    // Where the database cannot be had, nothing is kept in it. A board that comes back is fetched from its room again.
    import("../board-store/forget-board.ts").then(({ forgetBoard }) => forgetBoard(board.id, store)).catch(() => undefined);
    const bringBack = (): void => {
      recents.restore(board);
      thumbnails.put(board.id, picture);
    };
    const name = board.name === "" ? t("board.untitled") : board.name;
    toast.set({ title: t("home.forgotten", { name }), kind: "loss", action: { label: t("home.undo"), run: bringBack } });
  };
}
