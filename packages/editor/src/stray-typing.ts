// The rest of a text that somebody else has taken away from under the fingers: its letters are no keys of the board.
import type { EditorState } from "./editor-state.ts";
import type { KeyInput } from "./input-event.ts";

/**
 * Who types has about five letters in a second on their way, and looks up when there is nothing to be read of them: a pause as long as
 * this, ms, says that the next key is meant for what is seen. So does a press of the pointer, at once.
 */
const PAUSE_MS = 1000;
/** What is pressed within a text besides its letters. */
const EDITING_KEY = /^(Enter|Backspace|Delete|Home|End|Arrow|Page)/;

/** Is a text written, or the name of a frame? */
export function isWriting({ editingText, renaming }: EditorState): boolean {
  return editingText !== undefined || renaming !== undefined;
}

export class StrayTyping {
  #untilMs = -Infinity;

  /** The text is gone. */
  begin(nowMs: number): void {
    this.#untilMs = nowMs + PAUSE_MS;
  }

  end(): void {
    this.#untilMs = -Infinity;
  }

  /** Was the key meant for the text that is gone? Escape would have ended it: it ends this. Keys with Mod or Alt are meant for the board. */
  takes({ key, mod, alt }: KeyInput, nowMs: number): boolean {
    if (nowMs >= this.#untilMs || mod || alt) return false;
    if (key === "Escape") this.end();
    else if ([...key].length === 1 || EDITING_KEY.test(key)) this.begin(nowMs);
    else return false;
    return true;
  }
}
