// The minimap's place: not on phones, and not before the page has nothing better to do.
import { Suspense, useEffect, useState } from "react";
import { useServices } from "../services.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { loadWhenIdle } from "../ui/load-when-idle.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";

const Minimap = lazyPart(async () => (await import("./Minimap.tsx")).Minimap);

export function MinimapSlot() {
  const isNarrow = useMediaQuery("(max-width: 720px)");
  const [isLoaded, setLoaded] = useState(false);
  const { opening } = useServices();
  useEffect(
    () => (isNarrow ? undefined : loadWhenIdle([() => Minimap.preload().then(() => setLoaded(true))], opening)),
    [isNarrow, opening],
  );
  if (isNarrow || !isLoaded) return null;
  return (
    <Suspense fallback={null}>
      <Minimap />
    </Suspense>
  );
}
