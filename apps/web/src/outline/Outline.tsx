// What is on the board, as a list: to read it without seeing it, to search it, and to get to a thing far away.
import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import * as Dialog from "radix-ui/dialog";
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from "react";
import type { EditorState } from "@inkroom/editor";
import type { ShapeId } from "@inkroom/shapes";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { searched } from "../layers/command-search.ts";
import { focusPaper } from "../layers/focus-paper.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { KindSign } from "./KindSign.tsx";
import type { OutlineEntry } from "./outline-entries.ts";
import { useOutline } from "./use-outline.ts";
import "../ui/side-panel.css";
import "./outline.css";

/** More rows than anybody scrolls through; the rest is found by searching. */
const MAX_ROWS = 300;
const selectSelection = (state: EditorState): ReadonlySet<ShapeId> => state.selection;

export function Outline() {
  const { editor, layers } = useBoard();
  const isNarrow = useMediaQuery("(max-width: 720px)");
  const close = layers.closePanel;
  const show = (id: ShapeId): void => {
    editor.setTool("select");
    editor.select([id]);
    editor.run("view.zoom-selection");
    // On a small screen the sheet would lie over what was looked for.
    if (isNarrow) close();
  };
  return (
    <Dialog.Root modal={false} open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Content
          className="side-panel outline"
          aria-describedby={undefined}
          // The board stays in use beside it.
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={focusSearch}
          onCloseAutoFocus={focusPaper}
        >
          <header className="outline-head">
            <Dialog.Title>{t("outline.title")}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t("dialog.close")} icon={X} />
            </Dialog.Close>
          </header>
          <Entries onShow={show} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Entries({ onShow }: { readonly onShow: (id: ShapeId) => void }) {
  const entries = useOutline();
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query);
  const found = useMemo(() => searched(entries, asked), [entries, asked]);
  const selection = useEditorState(selectSelection);
  const rest = found.length - MAX_ROWS;
  return (
    <div className="outline-body" onKeyDown={walk}>
      <label className="side-search outline-search">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          type="search"
          aria-label={t("outline.search")}
          placeholder={t("outline.search")}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <p className={found.length === 0 ? "side-none outline-none" : "only-spoken"} role="status">
        {found.length > 0 ? t("outline.count", { count: found.length }) : t(entries.length === 0 ? "outline.empty" : "outline.none")}
      </p>
      <ul className="side-list outline-list" aria-label={t("outline.title")}>
        {found.slice(0, MAX_ROWS).map((entry) => (
          <li key={entry.id}>
            <Row entry={entry} isSelected={selection.has(entry.id)} onShow={onShow} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="side-rest">{t("outline.more", { count: rest })}</p>}
    </div>
  );
}

type RowProps = { readonly entry: OutlineEntry; readonly isSelected: boolean; readonly onShow: (id: ShapeId) => void };

function Row({ entry, isSelected, onShow }: RowProps) {
  return (
    <button
      type="button"
      className="side-row outline-row"
      aria-current={isSelected}
      data-id={entry.id}
      style={{ marginInlineStart: entry.depth * 16 }}
      onClick={() => onShow(entry.id)}
    >
      <KindSign kind={entry.kind} />
      <span dir="auto">{entry.label}</span>
    </button>
  );
}

/** Not where a finger opened it: the screen's keyboard would cover the list. */
function focusSearch(event: Event): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLElement)) return;
  const isTouched = window.matchMedia("(pointer: coarse)").matches;
  (isTouched ? event.target : event.target.querySelector("input"))?.focus();
}

/** Arrow keys go from the search to the rows, and from row to row. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, .outline-row")];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
