// Where the selection is and how large, in numbers that can be typed.
import type { EditorState } from "@inkroom/editor";
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import { useBoardChanges } from "../board/use-board-changes.ts";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { type Readable, useSelected } from "../ui/readable.ts";
import { tip } from "../ui/tip.ts";
import { isSamePlace, type Place, placeOf, tenths } from "./place-of.ts";

type FieldName = keyof Place;
const FIELDS: readonly FieldName[] = ["x", "y", "w", "h", "degrees"];
const SIGNS: Readonly<Record<FieldName, string>> = { x: "X", y: "Y", w: "W", h: "H", degrees: "∠" };
/** What an arrow key changes a number by; with Shift ten times as much. */
const STEP = 1;

export function PlaceFields() {
  const { editor } = useBoard();
  const subscribe = useBoardChanges();
  const select = useCallback((state: EditorState) => placeOf(editor, state), [editor]);
  // What lies on the board is not in the editor's state: numbers follow both.
  const seen = useMemo((): Readable<EditorState> => ({ get: () => editor.state, subscribe }), [editor, subscribe]);
  const place = useSelected(seen, select, isSamePlace);
  if (place === undefined) return null;
  return (
    <div className="place-fields" role="group" aria-label={t("style.place")}>
      {FIELDS.map((name) => (
        <NumberField key={name} name={name} value={place[name]} onSet={(value) => editor.place({ [name]: value })} />
      ))}
    </div>
  );
}

type NumberFieldProps = { readonly name: FieldName; readonly value: number; readonly onSet: (value: number) => void };

/** What is typed counts when Enter is pressed or the field is left; Escape leaves the number as it is. */
function NumberField({ name, value, onSet }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const label = t(`place.${name}`);
  const set = (): void => {
    const wanted = typed === undefined ? Number.NaN : Number.parseFloat(typed.replace(",", "."));
    setTyped(undefined);
    if (Number.isFinite(wanted) && wanted !== value) onSet(wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const by = event.key === "ArrowUp" ? STEP : event.key === "ArrowDown" ? -STEP : 0;
    if (by !== 0) {
      setTyped(undefined);
      onSet(tenths(value + by * (event.shiftKey ? 10 : 1)));
    } else if (event.key === "Enter") set();
    else if (event.key === "Escape" && typed !== undefined) setTyped(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <label className="place-field" {...tip(label)}>
      <span aria-hidden>{SIGNS[name]}</span>
      <input
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={set}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
