// The board keeps the keyboard while the buttons around it are used with a mouse or a finger: the arrow keys then move what is selected
// and Space moves the paper, as before the click. Who has gone to the buttons by keys is left there.
import { focusOnPaper } from "../layers/focus-paper.ts";

/** Starts listening; the result stops it. */
export function keepKeyboard(): () => void {
  const stop = new AbortController();
  /** What was pressed while the board had the keyboard. */
  let pressed: Element | null = null;
  const onPress = ({ target }: MouseEvent): void => {
    const isBoards = document.activeElement?.matches(".canvas, body") === true;
    pressed = isBoards && target instanceof Element ? target.closest(".board button") : null;
  };
  // Given back, not kept from the button: a browser that has seen no focus by the press would take the next one, in the panel that
  // the button opens, for one by keys, and show its ring.
  const onRelease = (): void => {
    // Safari's buttons take no focus, but the board loses it.
    if (pressed !== null && [pressed, document.body].includes(document.activeElement ?? pressed)) focusOnPaper();
    pressed = null;
  };
  document.addEventListener("mousedown", onPress, { signal: stop.signal });
  document.addEventListener("mouseup", onRelease, { signal: stop.signal });
  return () => stop.abort();
}
