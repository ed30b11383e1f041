// Finds what is written on the board: each letter narrows the matches, Enter goes to the next one and Shift+Enter to the one
// before, also within one text. Its letters are marked and their shape is selected, and the view goes to it where it is out of sight.
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronUp from "lucide-react/icons/chevron-up";
import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { focusPaper } from "../layers/focus-paper.ts";
import { useOutline } from "../outline/use-outline.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { findable, firstPlace, type FoundPlace, foundPlaces, stepFrom, writtenAt } from "./found-places.ts";
import { FoundList } from "./FoundList.tsx";
import { isInSight, markPlace, showPlace } from "./show-place.ts";
import "../ui/side-panel.css";
import "./find.css";

type FindPanelProps = { /** Another object each time the search is asked for. */ readonly asked: object };

export function FindPanel({ asked }: FindPanelProps) {
  const { layers } = useBoard();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector("input")?.select(), [asked]);
  return (
    <Dialog.Root modal={false} open onOpenChange={(open) => !open && layers.closePanel()}>
      <Dialog.Portal>
        <Dialog.Content
          ref={panel}
          className="side-panel find"
          aria-describedby={undefined}
          // The board stays in use beside it.
          onInteractOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={focusPaper}
        >
          <Dialog.Title className="only-spoken">{t("command.open.find")}</Dialog.Title>
          <Finder panel={panel} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ panel }: { readonly panel: React.RefObject<HTMLElement | null> }) {
  const { editor, layers } = useBoard();
  const entries = useOutline();
  const texts = useMemo(() => findable(entries), [entries]);
  const [query, setQuery] = useState("");
  const [typed] = useState(layers.typed.read);
  const [shown, setShown] = useState<FoundPlace | undefined>(undefined);
  const places = useMemo(() => foundPlaces(texts, query), [texts, query]);
  const show = (place: FoundPlace | undefined): void => {
    setShown(place);
    showPlace(editor, place, panel.current);
  };
  // What is written may have changed.
  useEffect(() => void markPlace(editor, places[placeOf(places, shown?.key) - 1]), [editor, places, shown]);
  useEffect(() => () => editor.mark(undefined), [editor]);
  const look = (wanted: string): void => {
    setQuery(wanted);
    show(firstPlace(foundPlaces(texts, wanted), (id) => isInSight(editor, id), shown));
  };
  useEffect(() => {
    if (typed.text !== "") look(typed.text);
    // reason: once, for what was typed before the panel was there.
  }, [typed]);
  const step = (by: 1 | -1): void => show(stepFrom(places, shown?.key, by));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const by = event.nativeEvent.isComposing ? undefined : stepOf(event);
    if (by !== undefined) step(by);
    else if (isFindKey(event)) event.currentTarget.select();
    else return;
    event.preventDefault();
  };
  const none = places.length === 0;
  return (
    <>
      <div className="side-search find-bar">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          type="search"
          aria-label={t("find.search")}
          placeholder={t("find.search")}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="next"
          value={query}
          onChange={(event) => look(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className="find-count" aria-hidden>
          {!none && t("find.count", { place: placeOf(places, shown?.key), count: places.length })}
        </span>
        <IconButton label={t("find.previous")} keys="Shift+Enter" icon={ChevronUp} disabled={none} onClick={() => step(-1)} />
        <IconButton label={t("find.next")} keys="Enter" icon={ChevronDown} disabled={none} onClick={() => step(1)} />
        <Dialog.Close asChild>
          <IconButton label={t("dialog.close")} icon={X} />
        </Dialog.Close>
      </div>
      <p className={none && query.trim() !== "" ? "side-none find-none" : "only-spoken"} role="status">
        {status(places, shown?.key, query)}
      </p>
      <FoundList places={places} shown={shown?.key} onShow={show} />
    </>
  );
}

/** Which match is shown, from 1; 0 where that one is gone. */
function placeOf(places: readonly FoundPlace[], shown: string | undefined): number {
  return places.findIndex(({ key }) => key === shown) + 1;
}

function status(places: readonly FoundPlace[], shown: string | undefined, query: string): string {
  if (query.trim() === "") return "";
  if (places.length === 0) return t("find.none");
  const place = placeOf(places, shown);
  const count = t("find.count", { place, count: places.length });
  const at = places[place - 1];
  if (at === undefined) return count;
  const { before, match, after } = writtenAt(at);
  return `${count}: ${before}${match}${after}`;
}

function stepOf({ key, shiftKey }: KeyboardEvent): 1 | -1 | undefined {
  if (key === "Enter") return shiftKey ? -1 : 1;
  if (key === "ArrowDown") return 1;
  return key === "ArrowUp" ? -1 : undefined;
}

/** The browser's own search does not see what is on the board. */
function isFindKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "f" && (ctrlKey || metaKey);
}
