import { expect, test } from "vitest";
import { boardPath, createRouter, parseRoute } from "./router.ts";

const ID = "abcdefghijklmnopqrstuv";
const SECRET = "s".repeat(43);

test("the root is the home page", () => {
  expect(parseRoute("/", "")).toEqual({ page: "home" });
});

test("a board's address gives its id and its secret", () => {
  expect(parseRoute(`/b/${ID}`, `#${SECRET}`)).toEqual({ page: "board", id: ID, secret: SECRET, place: "" });
  expect(parseRoute(`/b/${ID}/`, `#${SECRET}`)).toEqual({ page: "board", id: ID, secret: SECRET, place: "" });
});

test.each([["#"], [""], ["#short"], [`#${SECRET}x`], ["#../../../etc"]])("a board's address with the fragment %j has no secret", (hash) => {
  expect(parseRoute(`/b/${ID}`, hash)).toEqual({ page: "board", id: ID, secret: "", place: "" });
});

test.each([["/b/short"], [`/b/${ID}x`], ["/b/"], ["/other"], [`/b/${ID}/more`]])("%s is no page", (path) => {
  expect(parseRoute(path, "")).toEqual({ page: "unknown" });
});

test("a board's path leads back to the board", () => {
  const [path = "", secret = ""] = boardPath(ID, SECRET).split("#");
  expect(parseRoute(path, `#${secret}`)).toEqual({ page: "board", id: ID, secret: SECRET, place: "" });
});

test("behind the secret a place on the board may follow", () => {
  expect(parseRoute(`/b/${ID}`, `#${SECRET}&shape=a,b`)).toEqual({ page: "board", id: ID, secret: SECRET, place: "shape=a,b" });
  expect(boardPath(ID, SECRET, "shape=a,b")).toBe(`/b/${ID}#${SECRET}&shape=a,b`);
});

test.each([[`#&shape=a`], [`#${SECRET}shape=a`], ["#shape=a"], [`#${SECRET}?shape=a`]])("the fragment %j has no secret", (hash) => {
  expect(parseRoute(`/b/${ID}`, hash)).toEqual({ page: "board", id: ID, secret: "", place: "" });
});

/** The router of a page that was opened for a place on a board, with its address and what it listens to. */
function routerOnPlace() {
  const address = { pathname: `/b/${ID}`, hash: `#${SECRET}&shape=a` };
  const listeners = new Map<string, () => void>();
  const window = {
    location: address,
    history: { state: null, replaceState: (_: unknown, __: string, path: string) => void (address.hash = path.slice(path.indexOf("#"))) },
    addEventListener: (name: string, listener: () => void) => void listeners.set(name, listener),
  };
  return { address, listeners, router: createRouter(window as unknown as Window) }; // reason: all of it that is used
}

test("a board whose links were made anew has the new secret in its address, and is the page that it was", () => {
  const { address, listeners, router } = routerOnPlace();
  const [second, third] = ["s".repeat(43), "t".repeat(43)];
  router.renewSecret("another board", second);
  expect(address.hash).toBe(`#${SECRET}&shape=a`);
  router.renewSecret(ID, second);
  router.renewSecret(ID, third);
  router.forgetPlace();
  expect([address.hash, router.route]).toEqual([`#${third}`, { page: "board", id: ID, secret: third, place: "", openedBy: SECRET }]);
  address.hash = `#${second}`;
  listeners.get("popstate")?.();
  expect(router.route).toEqual({ page: "board", id: ID, secret: second, place: "" });
});

test("a place that was shown is forgotten, in the address too, and can be asked for again", () => {
  const { address, listeners, router } = routerOnPlace();
  let told = 0;
  router.subscribe(() => (told += 1));
  const first = router.route;
  router.forgetPlace();
  expect([address.hash, router.route, told]).toEqual([`#${SECRET}`, { ...first, place: "" }, 1]);
  address.hash = `#${SECRET}&shape=a`;
  listeners.get("hashchange")?.();
  expect([router.route, told]).toEqual([first, 2]);
});
