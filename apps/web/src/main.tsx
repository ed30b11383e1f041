// Composition root of a tab: builds what the tab shares, then hands over to React.
import "@fontsource-variable/inter/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/controls.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, preloadPage } from "./App.tsx";
import { createRecentBoards } from "./home/recent-boards.ts";
import { createThumbnails } from "./home/thumbnails.ts";
import { createBoardApi } from "./host/board-api.ts";
import { BoardsLeft } from "./host/boards-left.ts";
import { createBrowserStore, createTabStore } from "./host/key-value-store.ts";
import { createTicketAhead } from "./host/ticket-ahead.ts";
import { allowOwnScripts } from "./host/trusted-types.ts";
import { createLanguageStore } from "./i18n/language.ts";
import { keepPage } from "./kept-page/keep-page.ts";
import { loadProfile, saveProfile } from "./presence/profile.ts";
import { boardPath, createRouter } from "./router.ts";
import { rememberLink } from "./share/own-link.ts";
import type { Services, Toast } from "./services.ts";
import { createSystemTheme, createThemeStore } from "./theme/theme.ts";
import { loadWhenIdle } from "./ui/load-when-idle.ts";
import { createWritable } from "./ui/readable.ts";

/** A page that cannot show what it was opened for is as good as open after so long, ms. */
const OPENING_AT_MOST_MS = 4_000;

function buildServices(): Services & { readonly language: ReturnType<typeof createLanguageStore> } {
  const plainApi = createBoardApi(window.fetch.bind(window));
  const ticketAhead = createTicketAhead(plainApi.mintTicket);
  const api = { ...plainApi, mintTicket: ticketAhead.mintTicket };
  const router = createRouter(window);
  const { route } = router;
  if (route.page === "board" && route.secret !== "") ticketAhead.ask(route.id, route.secret);
  const store = createBrowserStore(window);
  const recents = createRecentBoards(store);
  const profile = createWritable(loadProfile(store, Math.random));
  profile.subscribe(() => saveProfile(store, profile.get()));
  const theme = createThemeStore(store, createSystemTheme(window), (shown) => {
    document.documentElement.dataset["theme"] = shown;
  });
  const language = createLanguageStore(store, { languages: navigator.languages, document });
  const openNewBoard = async (): Promise<void> => {
    const board = await api.createBoard();
    rememberLink(store, { id: board.id, secret: board.editSecret }, "view", board.viewSecret);
    recents.visit({ id: board.id, secret: board.editSecret, role: "edit", now: Date.now() });
    router.go(boardPath(board.id, board.editSecret));
  };
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  const toast = createWritable<Toast | undefined>(undefined);
  const opening = createWritable(true);
  const endOpening = (): void => opening.set(false);
  setTimeout(endOpening, OPENING_AT_MOST_MS);
  // Who has begun already needs the rest of the page too.
  for (const type of ["pointerdown", "keydown"]) window.addEventListener(type, endOpening, { capture: true, once: true });
  const tab = createTabStore(window);
  return {
    api,
    router,
    store,
    tab,
    recents,
    thumbnails: createThumbnails(store),
    left: new BoardsLeft(),
    theme,
    language,
    profile,
    opening,
    toast,
    isMac,
    openNewBoard,
  };
}

allowOwnScripts(globalThis, window.location.origin);
const services = buildServices();
// With its code the page is shown at once (ui/lazy-part.ts); where that cannot be had, the page asks for it again.
const pageCode = preloadPage(services.router.route.page).catch(() => undefined);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
// Not in English first, to change under the eyes of who reads.
void Promise.all([services.language.ready, pageCode]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  ),
);
// From a board one gets home without a line, too.
loadWhenIdle([() => keepPage(navigator), () => preloadPage("home")], services.opening);
