// Parts of a page whose code is fetched when they are first shown, or ahead of that. Until it is there nothing is seen of
// them, however long that takes: a board is not to end because a button's code cannot be had while the server is away.
import { type ComponentType, createElement, lazy, useState } from "react";
import { untilLoaded } from "./until-loaded.ts";

export type LazyPart<Props> = ComponentType<Props> & {
  /** Fetches the code. Rejects where it cannot be had; it is asked for again when the part is shown. */
  readonly preload: () => Promise<void>;
};

/**
 * A component that `load` finds; to be put into a Suspense. Once its code is here it is shown in the same frame: React's
 * `lazy` would suspend all the same, and React lets at least 300 ms pass between two such changes of the page.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let here: ComponentType<Props> | undefined;
  const fetch = async (): Promise<ComponentType<Props>> => (here = await load());
  const Late = lazy(async () => ({ default: await untilLoaded(fetch) }));
  function Part(props: Props) {
    // For the life of the part: another type of component would be another part.
    const [Shown] = useState(() => here ?? Late);
    return createElement(Shown as ComponentType<Props>, props); // reason: a lazy component takes the same props
  }
  return Object.assign(Part, { preload: async () => void (await fetch()) });
}
