// Parts of a page that wait until it shows what it was opened for: their code would be in the way of that.
import { type ReactNode, Suspense } from "react";
import { useServices } from "../services.ts";
import { useReadable } from "./readable.ts";

export function AfterOpening({ children }: { readonly children: ReactNode }) {
  const { opening } = useServices();
  return useReadable(opening) ? null : <Suspense fallback={null}>{children}</Suspense>;
}
