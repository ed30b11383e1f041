// Where the keyboard goes when what lay over the board is closed.

/** To the board itself, unless something on it has been given the focus meanwhile (a text that is edited). */
export function focusPaper(event: Event): void {
  event.preventDefault();
  focusOnPaper();
}

/** The same where no event asks. */
export function focusOnPaper(): void {
  const paper = document.querySelector<HTMLElement>(".canvas");
  if (document.querySelector(".text-editor") === null) paper?.focus({ preventScroll: true });
}
