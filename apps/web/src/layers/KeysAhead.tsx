// Keys that are pressed while the code of a layer is still on its way: they are meant for that layer, not for the board.
import { useLayoutEffect } from "react";
import type { TypedAhead } from "../host/typed-ahead.ts";

type KeysAheadProps = {
  /** What is typed is added here, for the layer to take. */
  readonly typed: TypedAhead;
  /** Escape: the layer is no longer wanted. */
  readonly onClose: () => void;
};

/** Stands where the layer will be. */
export function KeysAhead({ typed, onClose }: KeysAheadProps) {
  // Before the next key: an effect that waits for a frame to be painted would let some through to the board.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") onClose();
      else typed.press(event.key);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [typed, onClose]);
  return null;
}
