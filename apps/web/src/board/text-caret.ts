// Where the caret stands when the text field opens.

/** Pixels of the window. */
export type ClientPoint = { readonly x: number; readonly y: number };

/** Points this near to the field's edge, CSS pixels, count as inside of it: presses may miss the letters a little. */
const INSET_PX = 1;

/**
 * Puts the caret at the letter under a point of the window (client pixels), as a press into the field would; without a
 * point everything is selected. Browsers that cannot tell letters by place get the caret at the end.
 */
export function placeCaret(field: HTMLTextAreaElement, client: ClientPoint | undefined): void {
  if (client === undefined) {
    field.select();
    return;
  }
  const { left, top, right, bottom } = field.getBoundingClientRect();
  const x = Math.min(right - INSET_PX, Math.max(left + INSET_PX, client.x));
  const y = Math.min(bottom - INSET_PX, Math.max(top + INSET_PX, client.y));
  const caret = document.caretPositionFromPoint?.(x, y);
  const at = caret?.offsetNode === field ? caret.offset : field.value.length;
  field.setSelectionRange(at, at);
}
