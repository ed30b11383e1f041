// The minimap's place: not on phones, and not before the page has nothing better to do.
import { lazy, Suspense, useEffect, useState } from "react";
import { loadWhenIdle } from "../ui/load-when-idle.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";

const load = () => import("./Minimap.tsx");
const Minimap = lazy(async () => ({ default: (await load()).Minimap }));

export function MinimapSlot() {
  const isNarrow = useMediaQuery("(max-width: 720px)");
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => (isNarrow ? undefined : loadWhenIdle([() => load().then(() => setLoaded(true))])), [isNarrow]);
  if (isNarrow || !isLoaded) return null;
  return (
    <Suspense fallback={null}>
      <Minimap />
    </Suspense>
  );
}
