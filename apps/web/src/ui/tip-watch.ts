// Decides which control's tooltip is on show: hovered for a moment, or focused by key. One for the whole page.

export type TipTarget = { readonly element: Element; readonly rect: DOMRect };

/** How long the pointer rests before the first tooltip, in ms. */
const DELAY_MS = 450;
/** After one was on show the next needs no delay for this long, in ms. */
const WARM_MS = 300;

/** Calls `show` with the control, or undefined to hide. The result stops it. */
export function watchTips(document: Document, show: (target: TipTarget | undefined) => void): () => void {
  let current: Element | undefined;
  let isShown = false;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  let timer = 0;

  const hide = (): void => {
    window.clearTimeout(timer);
    if (isShown) {
      hiddenAt = performance.now();
      show(undefined);
    }
    isShown = false;
  };
  const reveal = (element: Element): void => {
    // An open menu says more than the name of its button.
    if (!element.isConnected || element.getAttribute("aria-expanded") === "true") return;
    isShown = true;
    show({ element, rect: element.getBoundingClientRect() });
  };
  const point = (element: Element | undefined, delayMs: number): void => {
    if (element === current) return;
    const isWarm = isShown || performance.now() - hiddenAt < WARM_MS;
    hide();
    current = element;
    if (element !== undefined) timer = window.setTimeout(() => reveal(element), isWarm ? 0 : delayMs);
  };
  const tipOf = (target: EventTarget | null): Element | undefined =>
    target instanceof Element ? (target.closest("[data-tip]") ?? undefined) : undefined;

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true, capture: true };
  document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && point(tipOf(event.target), DELAY_MS), options);
  document.addEventListener(
    "focusin",
    (event) => {
      const element = tipOf(event.target);
      if (element?.matches(":focus-visible") === true) point(element, 0);
    },
    options,
  );
  for (const type of ["pointerdown", "keydown", "wheel", "focusout"] as const) document.addEventListener(type, hide, options);
  return () => {
    stop.abort();
    hide();
  };
}
