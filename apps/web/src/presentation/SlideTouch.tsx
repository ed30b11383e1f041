// Takes presses on and beside the slide: to go on, and with a finger back. Out of the way of the laser.
import { type PointerEvent, useRef } from "react";
import { type Press, stepOfPress } from "./slide-press.ts";

type Held = Press & { readonly pointerId: number };

export function SlideTouch({ onStep }: { readonly onStep: (step: number) => void }) {
  const held = useRef<Held | undefined>(undefined);
  const down = ({ pointerId, clientX: x, clientY: y, isPrimary }: PointerEvent): void => {
    // A second finger: whatever it is, it is no swipe.
    held.current = isPrimary ? { pointerId, x, y } : undefined;
  };
  const up = ({ pointerId, pointerType, clientX: x, clientY: y, currentTarget }: PointerEvent): void => {
    const from = held.current;
    held.current = undefined;
    if (from?.pointerId !== pointerId) return;
    const step = stepOfPress(from, { x, y }, { width: currentTarget.clientWidth, isFinger: pointerType !== "mouse" });
    if (step !== 0) onStep(step);
  };
  return <div className="slide-touch" onPointerDown={down} onPointerUp={up} onPointerCancel={() => (held.current = undefined)} />;
}
