// Shows the toast of the moment. The code for it is fetched with the first one.
import { Suspense } from "react";
import { useServices } from "../services.ts";
import { useReadable } from "./readable.ts";
import { lazyPart } from "./lazy-part.ts";

export const ToastBubble = lazyPart(async () => (await import("./ToastBubble.tsx")).ToastBubble);

export function Toaster() {
  const { toast } = useServices();
  const shown = useReadable(toast);
  if (shown === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ToastBubble key={shown.kind === "loss" ? shown.kind : shown.title} toast={shown} onGone={() => toast.set(undefined)} />
    </Suspense>
  );
}
