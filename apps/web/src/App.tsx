// Chooses the page for the address. The board page, with canvas and sync, is a chunk of its own.
import { lazy, Suspense, useSyncExternalStore } from "react";
import { HomePage } from "./home/HomePage.tsx";
import { FailurePage } from "./status/FailurePage.tsx";
import { type Services, ServicesProvider } from "./services.ts";
import { Tips } from "./ui/Tips.tsx";
import { Toaster } from "./ui/Toaster.tsx";

/** Started with the page when the address is a board's, so that React does not have to ask for it first. */
const importBoardPage = () => import("./board/BoardPage.tsx");
const BoardPage = lazy(async () => ({ default: (await importBoardPage()).BoardPage }));

export function App({ services }: { readonly services: Services }) {
  const { router } = services;
  const route = useSyncExternalStore(router.subscribe, () => router.route);
  return (
    <ServicesProvider value={services}>
      {route.page === "home" && <HomePage />}
      {route.page === "unknown" && <FailurePage failure="unknown" />}
      {route.page === "board" && (
        <Suspense fallback={null}>
          <BoardPage key={`${route.id}#${route.secret}`} id={route.id} secret={route.secret} />
        </Suspense>
      )}
      <Toaster />
      <Tips />
  </ServicesProvider>
  );
}

/** Fetches the board page's chunk ahead of its first use. */
export function preloadBoardPage(): void {
  // A failure shows itself when the page is opened.
  importBoardPage().catch(() => undefined);
}
