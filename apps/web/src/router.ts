// The two addresses of the app and moving between them. The secret of a board lives in the fragment only.

export type Route =
  | { readonly page: "home" }
  | { readonly page: "board"; readonly id: string; readonly secret: string }
  | { readonly page: "unknown" };

const BOARD_PATH = /^\/b\/([A-Za-z0-9_-]{22})\/?$/;
const SECRET = /^#[A-Za-z0-9_-]{43}$/;

/** Reads an address. A missing or malformed secret is the empty string: the board page says what is wrong. */
export function parseRoute(path: string, hash: string): Route {
  if (path === "/" || path === "") return { page: "home" };
  const id = BOARD_PATH.exec(path)?.[1];
  if (id === undefined) return { page: "unknown" };
  return { page: "board", id, secret: SECRET.test(hash) ? hash.slice(1) : "" };
}

/** The address of a board with what it needs to be opened, without the origin. */
export function boardPath(id: string, secret: string): string {
  return `/b/${id}#${secret}`;
}

export type Router = {
  /** The current route; the same object until the address changes. */
  readonly route: Route;
  subscribe(listener: () => void): () => void;
  go(path: string): void;
};

/** A router over the window's history. */
export function createRouter(window: Window): Router {
  const listeners = new Set<() => void>();
  const read = (): Route => parseRoute(window.location.pathname, window.location.hash);
  let route = read();
  const update = (): void => {
    route = read();
    for (const listener of listeners) listener();
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
  };
}
