// Where the keyboard goes when what lay over the board is closed.

const FIELD_OR_LAYER = "input, textarea, [contenteditable='true'], [role='dialog'], [role='alertdialog'], [role='menu']";

/**
 * To the board itself, for the event of a layer that has closed; unless something else has the focus by then: a text on the board that
 * is edited, the field of another layer. A layer closes a moment after the key that closed it, and hands are quick.
 */
export function focusPaper(event: Event): void {
  event.preventDefault();
  const taken = document.activeElement?.closest<HTMLElement>(FIELD_OR_LAYER);
  const isOpenElsewhere = taken !== null && taken !== undefined && taken.dataset["state"] !== "closed" && !isWithin(event.target, taken);
  if (!isOpenElsewhere) focusOnPaper();
}

function isWithin(layer: EventTarget | null, element: Element): boolean {
  return layer instanceof Node && layer.contains(element);
}

/** The same where no event asks. */
export function focusOnPaper(): void {
  const paper = document.querySelector<HTMLElement>(".canvas");
  if (document.querySelector(".text-editor") === null) paper?.focus({ preventScroll: true });
}
