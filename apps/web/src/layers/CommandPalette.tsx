// Every command by its name: type to find, arrow keys to choose, Enter to run. A combobox with a listbox, as ARIA has it.
import Search from "lucide-react/icons/search";
import * as Dialog from "radix-ui/dialog";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { searched } from "./command-search.ts";
import { focusPaper } from "./focus-paper.ts";
import { type PaletteEntry, paletteEntries } from "./palette-entries.ts";
import "./help.css";
import "./palette.css";

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { editor, layers } = useBoard();
  const services = useServices();
  const [entries] = useState(() => paletteEntries(editor, services));
  const [typed] = useState(layers.typed.read);
  // Enter came before the palette did: there is nothing to show.
  const [entered] = useState(() => (typed.isEntered ? searched(entries, typed.text)[0] : undefined));
  useEffect(() => {
    if (entered === undefined) return;
    layers.close();
    entered.run();
  }, [entered, layers]);
  const chosen = useRef<PaletteEntry | undefined>(undefined);
  const choose = (entry: PaletteEntry): void => {
    chosen.current = entry;
    onClose();
  };
  // When the focus is back on the board: what a command opens there keeps it.
  const runChosen = (event: Event): void => {
    focusPaper(event);
    chosen.current?.run();
  };
  if (entered !== undefined) return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <div className="veil" />
        <Dialog.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={runChosen}>
          <Dialog.Title className="only-spoken">{t("palette.title")}</Dialog.Title>
          <Finder entries={entries} typed={typed.text} onChoose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type FinderProps = {
  readonly entries: readonly PaletteEntry[];
  /** What was typed before the palette was there. */
  readonly typed: string;
  readonly onChoose: (entry: PaletteEntry) => void;
};

function Finder({ entries, typed, onChoose }: FinderProps) {
  const [query, setQuery] = useState(typed);
  const [active, setActive] = useState(0);
  const found = useMemo(() => searched(entries, query), [entries, query]);
  const field = useRef<HTMLInputElement>(null);
  // The dialog would do it a frame later, and keys of that frame would be the board's.
  useLayoutEffect(() => field.current?.focus(), []);
  const list = useId();
  const idOf = (place: number): string => `${list}-${place}`;
  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [list, active, found]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const entry = found[active];
    const next = nextPlace(event.key, active, found.length);
    if (event.key === "Enter" && entry !== undefined) onChoose(entry);
    else if (next !== undefined) setActive(next);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <label className="palette-search">
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? idOf(active) : undefined}
          aria-autocomplete="list"
          aria-label={t("palette.search")}
          placeholder={t("palette.search")}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <ul id={list} role="listbox" className="palette-list" aria-label={t("palette.title")}>
        {found.map((entry, place) => (
          <Option
            key={entry.id}
            id={idOf(place)}
            entry={entry}
            isActive={place === active}
            onPoint={() => setActive(place)}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="palette-none">{t("palette.none")}</p>}
      <p className="only-spoken" role="status">
        {t("palette.count", { count: found.length })}
      </p>
    </>
  );
}

type OptionProps = Pick<FinderProps, "onChoose"> & {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  readonly onPoint: () => void;
};

function Option({ id, entry, isActive, onPoint, onChoose }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className="palette-item"
      data-command={entry.id}
      onPointerMove={() => isActive || onPoint()}
      onClick={() => onChoose(entry)}
    >
      <span className="palette-label">{entry.label}</span>
      <span className="palette-more">{entry.more}</span>
      <kbd>{entry.keys}</kbd>
    </li>
  );
}

/** Where a key leads in a list of `length`; undefined for other keys. The ends are joined. */
function nextPlace(key: string, place: number, length: number): number | undefined {
  if (length === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (place + 1) % length;
    case "ArrowUp":
      return (place - 1 + length) % length;
    case "PageDown":
      return Math.min(place + 8, length - 1);
    case "PageUp":
      return Math.max(place - 8, 0);
    default:
      return undefined;
  }
}
