// Moments at which a line may have become possible again, or may have died without a word.

export type WakeTargets = {
  readonly window: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly document: Pick<EventTarget, "addEventListener" | "removeEventListener"> & { readonly visibilityState: string };
};

/** Calls `onWake` when the network or the page comes back. Returns the function that ends it. */
export function watchWake({ window, document }: WakeTargets, onWake: () => void): () => void {
  const onVisibility = (): void => {
    if (document.visibilityState === "visible") onWake();
  };
  window.addEventListener("online", onWake);
  window.addEventListener("pageshow", onWake);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    window.removeEventListener("online", onWake);
    window.removeEventListener("pageshow", onWake);
    document.removeEventListener("visibilitychange", onVisibility);
  };
}
