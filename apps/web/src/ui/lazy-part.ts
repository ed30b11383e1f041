// Parts of a page whose code is fetched when they are first shown. Until it is there nothing is seen of them, however long
// that takes: a board is not to end because a button's code cannot be had while the server is away.
import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import { untilLoaded } from "./until-loaded.ts";

/** As React's `lazy`, for a component that `load` finds; to be put into a Suspense. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await untilLoaded(load) }));
}
