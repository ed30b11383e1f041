// The tooltip of the page. Radix places it; its code is fetched when the first one is about to be shown.
import { Suspense, useEffect, useState } from "react";
import { type TipTarget, watchTips } from "./tip-watch.ts";
import { lazyPart } from "./lazy-part.ts";

export const TipBubble = lazyPart(async () => (await import("./TipBubble.tsx")).TipBubble);

export function Tips() {
  const [target, setTarget] = useState<TipTarget | undefined>(undefined);
  useEffect(() => watchTips(document, setTarget), []);
  if (target === undefined) return null;
  return (
    <Suspense fallback={null}>
      <TipBubble target={target} />
    </Suspense>
  );
}
