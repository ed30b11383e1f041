// The outline of the open board, made again a moment after the board has changed: never more often than people can read.
import { useEffect, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { locale } from "../i18n/translate-later.ts";
import { type OutlineEntry, outlineEntries } from "./outline-entries.ts";

/** A board of 100,000 shapes takes some tenths of a second to be put in order; so long it rests in between, ms. */
const REST_MS = 700;

export function useOutline(): readonly OutlineEntry[] {
  const { store } = useBoard();
  const spoken = locale();
  const [entries, setEntries] = useState<readonly OutlineEntry[]>(() => listed(store.view));
  useEffect(() => {
    let timer: number | undefined;
    const make = (): void => {
      timer = undefined;
      setEntries(listed(store.view));
    };
    make();
    const stop = store.subscribe(() => {
      timer ??= window.setTimeout(make, REST_MS);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [store, spoken]);
  return entries;
}

function listed(view: Parameters<typeof outlineEntries>[0]): readonly OutlineEntry[] {
  return outlineEntries(view, document.documentElement.dir === "rtl");
}
