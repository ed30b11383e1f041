// Fetches code that will be wanted soon, when the page has nothing better to do.

/** Calls each loader once the browser is idle; a failure shows itself when the code is used. The result cancels. */
export function loadWhenIdle(loaders: readonly (() => Promise<unknown>)[]): () => void {
  const run = (): void => {
    for (const load of loaders) load().catch(() => undefined);
  };
  // Safari has no requestIdleCallback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 1_500);
    return () => clearTimeout(timer);
  }
  const idle = window.requestIdleCallback(run, { timeout: 4_000 });
  return () => window.cancelIdleCallback(idle);
}
