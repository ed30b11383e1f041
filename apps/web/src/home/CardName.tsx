// The field in which a board on the list gets another name.
import { useEffect, useRef, useState } from "react";
import { t } from "../i18n/translate-later.ts";
import { MAX_NAME_LENGTH } from "../menu/name-length.ts";
import { useServices } from "../services.ts";
import type { RecentBoard } from "./recent-boards.ts";

export function CardName({ board, onDone }: { readonly board: RecentBoard; readonly onDone: () => void }) {
  const { recents } = useServices();
  const [typed, setTyped] = useState(board.name);
  const field = useRef<HTMLInputElement>(null);
  // It takes the place of the menu item that was just chosen.
  useEffect(() => field.current?.select(), []);
  const commit = (): void => {
    if (typed.trim() !== board.name) recents.rename(board.id, typed);
    onDone();
  };
  return (
    <input
      className="field card-name"
      aria-label={t("home.name")}
      placeholder={t("board.untitled")}
      ref={field}
      dir="auto"
      value={typed}
      maxLength={MAX_NAME_LENGTH}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") onDone();
      }}
    />
  );
}
