// The keys of a presentation. They are its own alone: the board hears of no key, paste or drop until it is over.

/** `step`: so many slides on, or back. */
export type SlideAction = { readonly kind: "step"; readonly by: number } | { readonly kind: "end" | "laser" | "full-screen" };

const step = (by: number): SlideAction => ({ kind: "step", by });
const [NEXT, PREVIOUS] = [step(1), step(-1)];

const ACTIONS: ReadonlyMap<string, SlideAction> = new Map<string, SlideAction>(
  Object.entries({
    ArrowRight: NEXT,
    ArrowDown: NEXT,
    PageDown: NEXT,
    " ": NEXT,
    Enter: NEXT,
    ArrowLeft: PREVIOUS,
    ArrowUp: PREVIOUS,
    PageUp: PREVIOUS,
    Backspace: PREVIOUS,
    Home: step(Number.NEGATIVE_INFINITY),
    End: step(Number.POSITIVE_INFINITY),
    Escape: { kind: "end" },
    k: { kind: "laser" },
    f: { kind: "full-screen" },
  }),
);
/** Of a button that has the focus. */
const BUTTON_KEYS: ReadonlySet<string> = new Set([" ", "Enter"]);

type KeyPress = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** What a key does; undefined for those that are the browser's, or nobody's. Shift and Space go back, as in a browser. */
export function slideAction({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress, isOnButton: boolean): SlideAction | undefined {
  if (ctrlKey || metaKey || altKey || (isOnButton && BUTTON_KEYS.has(key))) return undefined;
  if (key === " " && shiftKey) return PREVIOUS;
  return ACTIONS.get(key.length === 1 ? key.toLowerCase() : key);
}

const KEPT_OFF = ["keyup", "copy", "cut", "paste"] as const;
const KEPT_OUT = ["dragover", "drop", "wheel", "contextmenu"] as const;

/** Keeps from the board, and from the browser, what would change either; the result lets it through again. */
export function attachSlideKeys(act: (action: SlideAction) => void): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: false } as const;
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const { target } = event;
    const action = slideAction(event, target instanceof Element && target.closest("button") !== null);
    if (action === undefined) return;
    event.preventDefault();
    act(action);
  };
  const onPointerDown = (event: PointerEvent): void => {
    // The other buttons of a mouse and the wrong end of a pen would borrow another tool.
    if (event.button !== 0) event.stopPropagation();
  };
  window.addEventListener("keydown", onKeyDown, options);
  window.addEventListener("pointerdown", onPointerDown, options);
  for (const name of KEPT_OFF) window.addEventListener(name, (event) => event.stopPropagation(), options);
  for (const name of KEPT_OUT)
    window.addEventListener(
      name,
      (event) => {
        event.stopPropagation();
        event.preventDefault();
      },
      options,
    );
  return () => stop.abort();
}
