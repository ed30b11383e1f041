// A field of one hue: from grey to full across, from black to light upwards. Pulled with a pointer, or moved with the arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { hexOf, type Hsv } from "./hsv.ts";
import { word } from "./words.ts";

type ColorFieldProps = {
  readonly hsv: Hsv;
  /** While it is pulled. */
  readonly onTry: (hsv: Hsv) => void;
  readonly onChoose: (hsv: Hsv) => void;
};

/** Percent of one press of a key; with Shift. */
const STEP = 1;
const FAR_STEP = 10;

const within = (value: number): number => Math.min(100, Math.max(0, value));

export function ColorField({ hsv, onTry, onChoose }: ColorFieldProps) {
  const isPulled = useRef(false);
  const { h, s, v } = hsv;
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Hsv => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { h, s: within(((clientX - left) / width) * 100), v: within(100 - ((clientY - top) / height) * 100) };
  };
  const end = (event: PointerEvent<HTMLElement>, chosen: Hsv): void => {
    if (isPulled.current) onChoose(chosen);
    isPulled.current = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? FAR_STEP : STEP;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose({ h, s: within(s + move[0]), v: within(v + move[1]) });
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="color-field"
      dir="ltr"
      aria-label={word("field")}
      aria-valuenow={Math.round(s)}
      aria-valuetext={word("fieldIs", { saturation: Math.round(s), brightness: Math.round(v) })}
      style={{ backgroundColor: hexOf({ h, s: 100, v: 100 }) }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        isPulled.current = true;
        onTry(at(event));
      }}
      onPointerMove={(event) => isPulled.current && onTry(at(event))}
      onPointerUp={(event) => end(event, at(event))}
      onPointerCancel={(event) => end(event, hsv)}
      onKeyDown={onKeyDown}
    >
      <span className="color-thumb" style={{ left: `${s}%`, top: `${100 - v}%`, backgroundColor: hexOf(hsv) }} aria-hidden />
    </div>
  );
}
