// The browser tab carries the board's name.
import { useEffect, useSyncExternalStore } from "react";
import { t } from "../i18n/translate.ts";
import { useServices } from "../services.ts";

export function useBoardTitle(id: string): void {
  const { recents } = useServices();
  const name = useSyncExternalStore(recents.subscribe, () => recents.find(id)?.name ?? "");
  const title = `${name === "" ? t("board.untitled") : name} · ${t("app.name")}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
