import { describe, expect, it, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { fittedNote } from "./label.ts";
import { noteKind } from "./index.ts";

/** Half an em per letter. */
function measure(text: string, { fontSize, maxWidth }: { readonly fontSize: number; readonly maxWidth?: number | undefined }) {
  const lines = text.split("\n").flatMap((line) => {
    const count = maxWidth === undefined ? 1 : Math.max(1, Math.ceil((line.length * fontSize) / 2 / maxWidth));
    return Array.from({ length: count }, () => Math.min(maxWidth ?? Infinity, (line.length * fontSize) / 2));
  });
  return { w: Math.max(...lines), h: lines.length * fontSize * 1.25 };
}
const written = (text: string, more: Parameters<typeof fixture<"note">>[1] = {}) => fixture("note", { ...more, text });

describe("what a note becomes by its words", () => {
  it("stays square while there is room, and grows when there is none", () => {
    expect(fittedNote(written("a word"), measure)).toEqual({ h: 200, scale: 1, textW: 60, textH: 25 });
    const many = fittedNote(written("line\n".repeat(9)), measure);
    expect(many).toMatchObject({ scale: 1, textH: 250, h: 304 });
    expect(fittedNote(written("", { h: 304 }), measure)).toEqual({ h: 200, scale: 1, textW: 0, textH: 0 });
  });

  it("has smaller letters for a long word, as far as they can be read; then the word breaks", () => {
    // 172 wide inside; 20 letters of 20 are 200 wide.
    expect(fittedNote(written("a ".concat("x".repeat(20))), measure)).toMatchObject({ scale: 0.86 });
    expect(fittedNote(written("x".repeat(60)), measure).scale).toBeCloseTo(13 / 20, 6);
    expect(fittedNote(written("x".repeat(60)), measure).textH).toBeGreaterThan(20);
  });

  it("does not take a sentence without spaces for a word where lines may break anywhere", () => {
    expect(fittedNote(written("今日は会議で新しい計画について話しましょうそしてまた明日"), measure).scale).toBe(1);
  });

  it("is the same at any size", () => {
    const small = fittedNote(written("line\n".repeat(9)), measure);
    const large = fittedNote(written("line\n".repeat(9), { w: 400 }), measure);
    expect(large).toEqual({ ...small, h: 2 * small.h, textW: 2 * small.textW, textH: 2 * small.textH });
  });
});

test("resized it keeps its proportions, about the middle of where it was to go", () => {
  const note = fixture("note", { x: 100, y: 50, w: 200, h: 300 });
  expect(noteKind.resize(note, { x: 0, y: 0, w: 400, h: 600 })).toEqual({ x: 100, y: 50, rotation: 0, w: 400, h: 600, scale: 1 });
  expect(noteKind.resize(note, { x: 0, y: 0, w: 200, h: 600 })).toEqual({ x: 0, y: 50, rotation: 0, w: 400, h: 600, scale: 1 });
  expect(noteKind.resize(note, { x: 0, y: 0, w: -1, h: 0 })).toMatchObject({ w: 20, h: 30 });
});

test("a name that is too long for the note is cut between its letters", () => {
  const list = noteKind.displayList(
    fixture("note", { author: "Ann Ångström 👩‍👩‍👧 of Örebro" }),
    (line, fontSize) => (line.length * fontSize) / 2,
  );
  expect(list.at(-1)).toMatchObject({ lines: [{ text: "Ann Ångström 👩‍👩‍👧 of Örebro" }], align: "left" });
  const narrow = noteKind.displayList(fixture("note", { author: "👩‍👩‍👧".repeat(20) }), (line, fontSize) => (line.length * fontSize) / 2);
  const [line] = (narrow.at(-1) as { lines: readonly { text: string }[] }).lines; // reason: the author's text stands last
  expect(line?.text).toMatch(/^(👩‍👩‍👧)+…$/u);
});

test("all of its paper is hit, its shadow is not", () => {
  const note = fixture("note");
  expect(noteKind.hitTest(note, { x: 100, y: 20 }, 0)).toBe(true);
  expect(noteKind.hitTest(note, { x: 100, y: 204 }, 0)).toBe(false);
  expect(noteKind.hitSegment(note, { x: -50, y: 100 }, { x: 50, y: 100 }, 0)).toBe(true);
  expect(noteKind.localBounds(note).h).toBeGreaterThan(206);
});
