import { expect, test } from "vitest";
import { linkOf, linkTarget } from "./link-target.ts";

const BOARD = "abcdefghijklmnopqrstuv";
const SECRET = "s".repeat(43);
const here = { origin: "https://ink.example", boardId: BOARD };

test.each([
  ["example.org", "https://example.org/"],
  ["  http://example.org/a b?c  ", "http://example.org/a%20b?c"],
  ["HTTPS://Example.ORG", "https://example.org/"],
  ["b\u00FCcher.example/stra\u00DFe", "https://xn--bcher-kva.example/stra%C3%9Fe"],
  ["localhost:3000/x", "https://localhost:3000/x"],
  ["ann@ink.example", "mailto:ann@ink.example"],
  ["mailto:ann@ink.example", "mailto:ann@ink.example"],
  ["#shape=abc", "#shape=abc"],
  ["", ""],
])("what is typed as %j is kept as %j", (typed, link) => {
  expect(linkOf(typed, here)).toBe(link);
});

test.each([
  "javascript:alert(1)",
  " JAVASCRIPT:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "blob:https://ink.example/x",
  "#other",
  "#shape=<b>",
  "two words",
  "https://two%20words/",
  "https://",
  `https://example.org/${"x".repeat(2_100)}`,
])("%j is no link", (typed) => {
  expect(linkOf(typed, here)).toBeUndefined();
});

test("an address of the open board is kept as the place on it, without its secret", () => {
  expect(linkOf(`https://ink.example/b/${BOARD}#${SECRET}&shape=a,b`, here)).toBe("#shape=a,b");
  expect(linkOf(`https://ink.example/b/${BOARD}#${SECRET}&view=1,2,3,4`, here)).toBe("#view=1,2,3,4");
  // The board as a whole is no place on it; its secret must not come onto it all the same.
  expect(linkOf(`https://ink.example/b/${BOARD}#${SECRET}`, here)).toBeUndefined();
  const other = `https://ink.example/b/${"x".repeat(22)}#${SECRET}&shape=a`;
  expect(linkOf(other, here)).toBe(other);
});

test("what is opened is looked at again, whoever has put it on the board", () => {
  expect(linkTarget("https://example.org/a", here)).toEqual({ kind: "address", href: "https://example.org/a" });
  expect(linkTarget("#shape=a", here)).toEqual({ kind: "place", place: "shape=a" });
  expect(linkTarget(`https://ink.example/b/${BOARD}#${SECRET}&shape=a`, here)).toEqual({ kind: "place", place: "shape=a" });
  expect(linkTarget(`https://ink.example/b/${BOARD}#${SECRET}`, here)).toEqual({ kind: "place", place: "" });
  for (const link of ["javascript:alert(1)", "java\nscript:alert(1)", "\u0001javascript:1", "data:text/html,x", "#x", "", "/b/x", "x"])
    expect(linkTarget(link, here)).toBeUndefined();
});
