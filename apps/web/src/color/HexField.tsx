// A colour as people write it: its number, or whatever else CSS takes for a colour.
import type { CustomColor } from "@inkroom/shapes";
import { type KeyboardEvent, useState } from "react";
import { readTyped } from "./hsv.ts";
import { word } from "./words.ts";

type HexFieldProps = { readonly value: CustomColor; readonly onChoose: (color: CustomColor) => void };

export function HexField({ value, onChoose }: HexFieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const read = typed === undefined ? value : readTyped(typed);
  const commit = (): void => {
    if (read !== undefined && read !== value) onChoose(read);
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) commit();
    if (event.key === "Escape") setTyped(undefined);
  };
  return (
    <input
      className="field color-hex"
      dir="ltr"
      aria-label={word("hex")}
      data-typed={typed === undefined ? undefined : ""}
      aria-invalid={read === undefined}
      value={typed ?? value}
      maxLength={40}
      spellCheck={false}
      autoComplete="off"
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
