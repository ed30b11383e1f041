// Taking a colour from the board: everything lies still, what the pointer is over is shown in a bubble beside it, and a click takes it.
import type { ColorUse } from "@inkroom/editor";
import type { Color } from "@inkroom/shapes";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import { pixelAt } from "./pixel-at.ts";
import { colorName, swatch, SWATCH_OF } from "./swatch.ts";
import { word } from "./words.ts";
import "./pick-color.css";

type PickColorProps = { readonly use: ColorUse; readonly onClose: () => void };
type Seen = { readonly x: number; readonly y: number; readonly color: Color | undefined };

export function PickColor({ use, onClose }: PickColorProps) {
  const { editor } = useBoard();
  const veil = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<Seen | undefined>(undefined);
  useEffect(() => {
    veil.current?.focus({ preventScroll: true });
    return focusOnPaper;
  }, []);
  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Seen => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const color = editor.colorAt({ x, y });
    return { x, y, color: color === "picture" ? pixelAt(clientX, clientY) : color };
  };
  const take = (event: PointerEvent<HTMLElement>): void => {
    const { color } = at(event);
    if (color === undefined) return;
    const { fill } = editor.state.style;
    editor.setStyle({ [use]: color, ...(use === "fillColor" && fill === "none" ? { fill: "solid" } : {}) });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onClose();
    event.stopPropagation();
  };
  const of = SWATCH_OF[use];
  return (
    <div
      ref={veil}
      className="pick-veil"
      role="dialog"
      aria-label={word("pickHint")}
      tabIndex={-1}
      onPointerMove={(event) => setSeen(at(event))}
      onPointerDown={(event) => setSeen(at(event))}
      onPointerLeave={() => setSeen(undefined)}
      onPointerUp={take}
      onContextMenu={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
    >
      <p className="pick-hint surface" aria-hidden>
        {word("pickHint")}
      </p>
      {seen !== undefined && (
        <div className="pick-bubble pop" style={{ left: seen.x, top: seen.y }} data-empty={seen.color === undefined || undefined}>
          <span className="color-dot" {...(seen.color === undefined ? {} : swatch(seen.color, of))} />
          {seen.color === undefined ? word("nothing") : colorName(seen.color, of)}
        </div>
      )}
    </div>
  );
}
