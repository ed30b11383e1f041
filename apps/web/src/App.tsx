// Chooses the page for the address. Each page is a chunk of its own; the board's holds canvas and sync.
import * as Direction from "radix-ui/direction";
import { Suspense, useSyncExternalStore } from "react";
import type { Language } from "./i18n/language.ts";
import type { Route } from "./router.ts";
import { type Services, ServicesProvider } from "./services.ts";
import { FailurePage } from "./status/FailurePage.tsx";
import { Boundary } from "./ui/Boundary.tsx";
import { lazyPart } from "./ui/lazy-part.ts";
import { Tips } from "./ui/Tips.tsx";
import { Toaster } from "./ui/Toaster.tsx";

const BoardPage = lazyPart(async () => (await import("./board/BoardPage.tsx")).BoardPage);
const HomePage = lazyPart(async () => (await import("./home/HomePage.tsx")).HomePage);

export function App({ services }: { readonly services: Services }) {
  const { router, language } = services;
  // All that is on show is rendered again in another language, and nothing of it is made anew.
  const spoken = useSyncExternalStore(language.subscribe, () => language.language);
  const route = useSyncExternalStore(router.subscribe, () => router.route);
  return (
    <ServicesProvider value={services}>
      <Boundary fallback={<FailurePage failure="crashed" />}>
        <Direction.Provider dir={document.documentElement.dir === "rtl" ? "rtl" : "ltr"}>
          <Suspense fallback={null}>
            <Page route={route} spoken={spoken} />
          </Suspense>
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
    case "board": {
      const { id, secret, place, openedBy = secret } = route;
      return <BoardPage key={`${id}#${openedBy}`} id={id} secret={openedBy} place={place} />;
    }
    default:
      return route satisfies never;
  }
}

/** Fetches a page's chunk ahead of its first use. Rejects where it cannot be had; it is asked for again when the page is opened. */
export function preloadPage(page: Route["page"]): Promise<void> {
  return page === "board" ? BoardPage.preload() : HomePage.preload();
}
