import { expect, it } from "vitest";
import { isConnectionId, routeOf } from "./route.ts";

it.each([
  ["/parties/board/a%20b", "board", "a%20b"],
  ["/parties/board/x/", "board", "x"],
  ["//parties///board//x", "board", "x"],
  ["/parties/board/x/more/of/it", "board", "x"],
  ["/party/x", "main", "x"],
  ["/parties/__proto__/constructor", "__proto__", "constructor"],
  [`/parties/board/${"n".repeat(512)}`, "board", "n".repeat(512)],
])("%s names a room by its raw segments", (path, party, name) => {
  expect(routeOf(path)).toEqual({ kind: "room", party, name });
});

it.each(["/", "", "/parties", "/parties/board", "/parties/board/", "/party", "/other/board/x", "//evil/..", "/Parties/board/x"])(
  "%j is for no room",
  (path) => {
    expect(routeOf(path)).toEqual({ kind: "none" });
  },
);

it.each([
  "/parties/board/%",
  "/parties/board/%zz",
  "/parties/b%4/x",
  "/parties/board/..",
  "/parties/board/%2E%2e",
  "/parties/./x/y",
  `/parties/board/${"n".repeat(513)}`,
])("%s cannot name a room", (path) => {
  expect(routeOf(path)).toEqual({ kind: "bad" });
});

it("an id is 1 to 128 visible characters", () => {
  expect(["a", "é", "a b", "x".repeat(128), "👋"].every(isConnectionId)).toBe(true);
  expect(["", "x".repeat(129), "a\n", "\0", "a\u0085", "\u202e", "\u2028", "\ud800"].some(isConnectionId)).toBe(false);
});
