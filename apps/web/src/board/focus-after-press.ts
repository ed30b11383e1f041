// The focus for a field that a press has opened.

/** After the press has ended: its default action would take the focus away again. `then`: once it has it. The result calls it off. */
export function focusAfterPress(element: HTMLElement, then?: () => void): () => void {
  const timer = window.setTimeout(() => {
    element.focus({ preventScroll: true });
    then?.();
  });
  return () => window.clearTimeout(timer);
}
