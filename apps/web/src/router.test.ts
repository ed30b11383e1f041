import { expect, test } from "vitest";
import { boardPath, parseRoute } from "./router.ts";

const ID = "abcdefghijklmnopqrstuv";
const SECRET = "s".repeat(43);

test("the root is the home page", () => {
  expect(parseRoute("/", "")).toEqual({ page: "home" });
});

test("a board's address gives its id and its secret", () => {
  expect(parseRoute(`/b/${ID}`, `#${SECRET}`)).toEqual({ page: "board", id: ID, secret: SECRET });
  expect(parseRoute(`/b/${ID}/`, `#${SECRET}`)).toEqual({ page: "board", id: ID, secret: SECRET });
});

test.each([["#"], [""], ["#short"], [`#${SECRET}x`], ["#../../../etc"]])("a board's address with the fragment %j has no secret", (hash) => {
  expect(parseRoute(`/b/${ID}`, hash)).toEqual({ page: "board", id: ID, secret: "" });
});

test.each([["/b/short"], [`/b/${ID}x`], ["/b/"], ["/other"], [`/b/${ID}/more`]])("%s is no page", (path) => {
  expect(parseRoute(path, "")).toEqual({ page: "unknown" });
});

test("a board's path leads back to the board", () => {
  const [path = "", secret = ""] = boardPath(ID, SECRET).split("#");
  expect(parseRoute(path, `#${secret}`)).toEqual({ page: "board", id: ID, secret: SECRET });
});
