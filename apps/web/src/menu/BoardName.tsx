// The board's name, edited in place. It is this browser's name for the board: boards have ids, not titles.
import { useState, useSyncExternalStore } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";
import { MAX_NAME_LENGTH } from "./name-length.ts";
import { tip } from "../ui/tip.ts";

export function BoardName() {
  const { id } = useBoard();
  const { recents } = useServices();
  const name = useSyncExternalStore(recents.subscribe, () => recents.find(id)?.name ?? "");
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const commit = (): void => {
    if (typed !== undefined && typed.trim() !== name) recents.rename(id, typed);
    setTyped(undefined);
  };
  return (
    <input
      className="name-field"
      aria-label={t("menu.rename")}
      placeholder={t("board.untitled")}
      value={typed ?? name}
      maxLength={MAX_NAME_LENGTH}
      spellCheck={false}
      autoComplete="off"
      dir="auto"
      {...tip(t("menu.renameHint"))}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Escape") setTyped(undefined);
        if (event.key === "Enter" || event.key === "Escape") queueMicrotask(() => (event.target as HTMLElement).blur());
      }}
    />
  );
}
