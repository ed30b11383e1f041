// Code without which a page cannot go on: asked for until it is there, however long the server is away.

/** Time until code that could not be had is asked for again, ms. */
const RETRY_MS = 2_000;

/** Asks until it is there. */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_MS);
    });
    return untilLoaded(load);
  }
}
