import type { TextMeasurer } from "@inkroom/editor";
import { readBoardFile, writeBoardFile } from "@inkroom/interchange";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { cardOf } from "./pasted-link.ts";

const BOARD = "abcdefghijklmnopqrstuv";
const SECRET = "s".repeat(43);
const measure: TextMeasurer = (text, { fontSize, maxWidth = Infinity }) => {
  const w = (text.length * fontSize) / 2;
  return { w: Math.min(w, maxWidth), h: 20 * Math.ceil(w / maxWidth) };
};
const target = fixture("note", { id: "t", text: "The plan", author: "", link: "https://ink.example" });
const cardFrom = (text: string) =>
  cardOf(text, {
    here: { origin: "https://ink.example", boardId: BOARD },
    opacity: 0.5,
    measure,
    shape: (id) => (id === "t" ? target : undefined),
  });

test("an address alone is a card that a room takes, with a title from its path", () => {
  const card = cardFrom("  https://www.example.org/blog/how-to-draw?x=1\n");
  expect(card).toMatchObject({ kind: "card", link: "https://www.example.org/blog/how-to-draw?x=1", text: "How to draw", opacity: 0.5 });
  const reading = readBoardFile(writeBoardFile(card === undefined ? [] : [card]));
  expect(reading).toMatchObject({ kind: "board", shapes: [{ kind: "card" }], unreadable: 0 });
});

test.each([
  "see https://example.org",
  "https://example.org https://example.com",
  "example.org",
  "ann@ink.example",
  "javascript:alert(1)",
  "",
  "https://",
])("%j is no card", (text) => expect(cardFrom(text)).toBeUndefined());

test("the address of a place on the board is a card named after it, without the board's secret", () => {
  const address = `https://ink.example/b/${BOARD}#${SECRET}`;
  expect(cardFrom(`${address}&shape=t`)).toMatchObject({ link: "#shape=t", text: "The plan" });
  expect(cardFrom(`${address}&shape=gone`)).toMatchObject({ link: "#shape=gone", text: "A place on this board" });
  expect(cardFrom(`${address}&view=1,2,3,4`)).toMatchObject({ link: "#view=1,2,3,4", text: "A place on this board" });
  expect(JSON.stringify(cardFrom(`${address}&shape=t`))).not.toContain(SECRET);
  // The board itself is no place on it: then the words stay words, as they were pasted.
  expect(cardFrom(address)).toBeUndefined();
});
