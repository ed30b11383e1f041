// A finger or a pen that rests where it came down: asks for the menu, as the right button of a mouse does.
import type { InputEvent, PointerInput } from "@inkroom/editor";

/** So long it rests, ms. */
const HOLD_MS = 500;
/** Within such a distance of where it came down, CSS pixels: fingers tremble. */
const TREMBLE_PX = 6;

export class LongPress {
  readonly #dispatch: (event: InputEvent) => void;
  #down: PointerInput | undefined;
  #timer: number | undefined;

  constructor(dispatch: (event: InputEvent) => void) {
    this.#dispatch = dispatch;
  }

  down(input: PointerInput): void {
    this.end();
    if (input.pointerType === "mouse" || input.button !== 0) return;
    this.#down = input;
    this.#timer = window.setTimeout(() => {
      this.end();
      this.#dispatch({ type: "menu", screen: input.screen, pointerType: input.pointerType });
    }, HOLD_MS);
  }

  move({ pointerId, screen }: PointerInput): void {
    const down = this.#down;
    if (down === undefined || down.pointerId !== pointerId) return;
    if (Math.hypot(screen.x - down.screen.x, screen.y - down.screen.y) > TREMBLE_PX) this.end();
  }

  /** It was lifted, another one came, or the window lost the focus. */
  end(): void {
    window.clearTimeout(this.#timer);
    this.#down = undefined;
  }
}
