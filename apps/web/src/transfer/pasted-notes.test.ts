import { PLAIN_FACE } from "@inkroom/shapes";
import { expect, it } from "vitest";
import { notesOf } from "./pasted-notes.ts";

const options = {
  style: { noteColor: "teal", size: "m", opacity: 1, ...PLAIN_FACE },
  author: "Ann",
  measure: (text: string, font: { readonly fontSize: number }) => ({ w: 50, h: (1 + Math.floor(text.length / 10)) * font.fontSize }),
} as const;

it("makes a note of each line that says something, without the signs of a list", () => {
  const notes = notesOf("- one\r\n\r\n* two\n  3. three\n42 is no list\n", options);
  expect(notes.map(({ text }) => text)).toEqual(["one", "two", "three", "42 is no list"]);
  expect(notes[0]).toMatchObject({ kind: "note", color: "teal", author: "Ann", textW: 50, textH: 20 });
  expect(notesOf(" \n\t\n", options)).toEqual([]);
});

it("lays them out row by row, under the highest of the row above, in the order of the lines", () => {
  const notes = notesOf(["a", "b".repeat(200), "c", "d", "e"].join("\n"), options);
  const [, high] = notes;
  expect(high?.h).toBeGreaterThan(400);
  expect(notes.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [220, 0],
    [440, 0],
    [0, (high?.h ?? 0) + 20],
    [220, (high?.h ?? 0) + 20],
  ]);
  expect(notes.map(({ index }) => index)).toEqual(notes.map(({ index }) => index).toSorted());
});

it("puts what are too many lines on the last note", () => {
  const notes = notesOf(Array.from({ length: 700 }, (_, i) => `line ${i}`).join("\n"), options);
  expect(notes).toHaveLength(500);
  expect(notes.at(-1)?.text.split("\n")).toHaveLength(201);
});
