// Numbers beside the board, which stay while one works: how much is on it, where and how large the selection is, how near one looks,
// and how many people there are.
import type { Editor, EditorState } from "@inkroom/editor";
import X from "lucide-react/icons/x";
import { useCallback, useMemo } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { useBoardChanges } from "../board/use-board-changes.ts";
import { locale } from "../i18n/translate.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import { isSamePlace, type Place, placeOf } from "../style-panel/place-of.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { type Readable, useReadable, useSelected } from "../ui/readable.ts";
import { word } from "./words.ts";
import "./stats.css";

const selectIsShown = (state: EditorState): boolean => state.stats;

export function StatsPanel() {
  return useEditorState(selectIsShown) ? <Stats /> : null;
}

type Numbers = {
  readonly shapes: number;
  readonly selected: number;
  readonly place: Place | undefined;
  /** Per cent. */
  readonly zoom: number;
};

function numbersOf(editor: Pick<Editor, "shape" | "view">, state: EditorState): Numbers {
  const { camera, selection } = state;
  return { shapes: editor.view.size, selected: selection.size, place: placeOf(editor, state), zoom: Math.round(camera.zoom * 100) };
}

const isSame = (a: Numbers, b: Numbers): boolean =>
  a.shapes === b.shapes && a.selected === b.selected && a.zoom === b.zoom && isSamePlace(a.place, b.place);

function Stats() {
  const { editor, people } = useBoard();
  const signs = useKeySigns();
  const subscribe = useBoardChanges();
  const count = useReadable(people).length;
  const select = useCallback((state: EditorState) => numbersOf(editor, state), [editor]);
  // The shapes are not in the editor's state: numbers follow both.
  const seen = useMemo((): Readable<EditorState> => ({ get: () => editor.state, subscribe }), [editor, subscribe]);
  const { shapes, selected, place, zoom } = useSelected(seen, select, isSame);
  const close = (): void => {
    editor.run("view.stats");
    focusOnPaper();
  };
  const written = new Intl.NumberFormat(locale());
  const rows: readonly (readonly [Parameters<typeof word>[0], string])[] = [
    ["shapes", written.format(shapes)],
    ...(selected > 0 ? [["selected", written.format(selected)] as const] : []),
    ...(place === undefined ? [] : placeRows(place, written)),
    ["zoom", `${written.format(zoom)} %`],
    ["people", written.format(count)],
  ];
  return (
    <section className="stats surface" aria-label={word("title")}>
      <header>
        <h2>{word("title")}</h2>
        <IconButton icon={X} label={word("close")} keys={keyOf("view.stats", signs)} onClick={close} />
      </header>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} data-row={name}>
            <dt>{word(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function placeRows(
  { x, y, w, h, degrees }: Place,
  { format }: Intl.NumberFormat,
): readonly (readonly ["place" | "size" | "angle", string])[] {
  return [
    ["place", `${format(x)} · ${format(y)}`],
    ["size", `${format(w)} × ${format(h)}`],
    ["angle", `${format(degrees)}°`],
  ];
}
