// The focus for a field that a press has opened.

/** After the press has ended: its default action would take the focus away again. The result calls it off. */
export function focusAfterPress(element: HTMLElement): () => void {
  const timer = window.setTimeout(() => element.focus({ preventScroll: true }));
  return () => window.clearTimeout(timer);
}
