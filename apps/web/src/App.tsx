// Chooses the page for the address. The board page, with canvas and sync, is a chunk of its own.
import * as Direction from "radix-ui/direction";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { HomePage } from "./home/HomePage.tsx";
import type { Language } from "./i18n/language.ts";
import type { Route } from "./router.ts";
import { type Services, ServicesProvider } from "./services.ts";
import { FailurePage } from "./status/FailurePage.tsx";
import { Boundary } from "./ui/Boundary.tsx";
import { Tips } from "./ui/Tips.tsx";
import { Toaster } from "./ui/Toaster.tsx";

const importBoardPage = () => import("./board/BoardPage.tsx");
const BoardPage = lazy(async () => ({ default: (await importBoardPage()).BoardPage }));

export function App({ services }: { readonly services: Services }) {
  const { router, language } = services;
  // All that is on show is rendered again in another language, and nothing of it is made anew.
  const spoken = useSyncExternalStore(language.subscribe, () => language.language);
  const route = useSyncExternalStore(router.subscribe, () => router.route);
  return (
    <ServicesProvider value={services}>
      <Boundary fallback={<FailurePage failure="crashed" />}>
        <Direction.Provider dir={document.documentElement.dir === "rtl" ? "rtl" : "ltr"}>
          <Page route={route} spoken={spoken} />
        </Direction.Provider>
      </Boundary>
      <Boundary fallback={null}>
        <Toaster />
        <Tips />
      </Boundary>
    </ServicesProvider>
  );
}

function Page({ route }: { readonly route: Route; readonly spoken: Language }) {
  switch (route.page) {
    case "home":
      return <HomePage />;
    case "unknown":
      return <FailurePage failure="unknown" />;
    case "board":
      return (
        <Suspense fallback={null}>
          <BoardPage key={`${route.id}#${route.secret}`} id={route.id} secret={route.secret} />
        </Suspense>
      );
    default:
      return route satisfies never;
  }
}

/** Fetches the board page's chunk ahead of its first use. */
export function preloadBoardPage(): void {
  // A failure shows itself when the page is opened.
  importBoardPage().catch(() => undefined);
}
