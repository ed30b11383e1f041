// The two addresses of the app and moving between them. The secret of a board lives in the fragment only.

export type Route =
  | { readonly page: "home" }
  | {
      readonly page: "board";
      readonly id: string;
      readonly secret: string;
      /** What of the board is to be shown, as the address says it (board-place.ts of shapes); "" for nothing in particular. */
      readonly place: string;
      /** The secret by which the page was opened, where the board's links were made anew since: it is the same page still. */
      readonly openedBy?: string;
    }
  | { readonly page: "unknown" };

const BOARD_PATH = /^\/b\/([A-Za-z0-9_-]{22})\/?$/;
const KEY_AND_PLACE = /^#([A-Za-z0-9_-]{43})(?:&(.*))?$/;

/** Reads an address. A missing or malformed secret is the empty string: the board page says what is wrong. */
export function parseRoute(path: string, hash: string): Route {
  if (path === "/" || path === "") return { page: "home" };
  const id = BOARD_PATH.exec(path)?.[1];
  if (id === undefined) return { page: "unknown" };
  const [, secret = "", place = ""] = KEY_AND_PLACE.exec(hash) ?? [];
  return { page: "board", id, secret, place };
}

/** The address of a board, or of a place on it, with what it needs to be opened, without the origin. */
export function boardPath(id: string, secret: string, place = ""): string {
  return place === "" ? `/b/${id}#${secret}` : `/b/${id}#${secret}&${place}`;
}

export type Router = {
  /** The current route; the same object until the address changes. */
  readonly route: Route;
  subscribe(listener: () => void): () => void;
  go(path: string): void;
  /** Takes the place out of the address: it has been shown. A reload then leaves the view where it is, and the same link works again. */
  forgetPlace(): void;
  /** Puts another secret into the address of the open board, which stays open. */
  renewSecret(id: string, secret: string): void;
};

/** A router over the window's history. */
export function createRouter(window: Window): Router {
  const listeners = new Set<() => void>();
  const read = (): Route => parseRoute(window.location.pathname, window.location.hash);
  let route = read();
  const show = (next: Route): void => {
    route = next;
    for (const listener of listeners) listener();
  };
  const update = (): void => {
    const next = read();
    const last = route;
    const isSame = next.page === "board" && last.page === "board" && next.id === last.id && next.secret === last.secret;
    show(isSame ? { ...last, place: next.place } : next);
  };
  window.addEventListener("popstate", update);
  window.addEventListener("hashchange", update);
  return {
    get route() {
      return route;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    go(path) {
      window.history.pushState(null, "", path);
      update();
    },
    forgetPlace() {
      if (route.page !== "board" || route.place === "") return;
      window.history.replaceState(window.history.state, "", boardPath(route.id, route.secret));
      update();
    },
    renewSecret(id, secret) {
      if (route.page !== "board" || route.id !== id || route.secret === secret) return;
      window.history.replaceState(window.history.state, "", boardPath(id, secret, route.place));
      show({ ...route, secret, openedBy: route.openedBy ?? route.secret });
    },
  };
}
