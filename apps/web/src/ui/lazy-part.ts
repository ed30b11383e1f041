// Parts of a page whose code is fetched when they are first shown. Until it is there nothing is seen of them, however long
// that takes: a board is not to end because a button's code cannot be had while the server is away.
import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/** Time until code that could not be had is asked for again, ms. */
const RETRY_MS = 2_000;

/** Asks until it is there. */
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_MS);
    });
    return loaded(load);
  }
}

/** As React's `lazy`, for a component that `load` finds; to be put into a Suspense. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await loaded(load) }));
}
