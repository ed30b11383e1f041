import { describe, expect, it, test } from "vitest";
import { listEdit, type ListWish, splicedText } from "./list-edit.ts";

/** `|` is the caret, two of them are a selection. "-" for a wish that means nothing there. */
function does(wish: ListWish, marked: string): string {
  const [start, end] = [marked.indexOf("|"), marked.lastIndexOf("|")];
  const text = marked.replaceAll("|", "");
  const edit = listEdit(wish, text, start, start === end ? start : end - 1);
  if (edit === undefined) return "-";
  const after = splicedText(text, edit.splices);
  const shown = `${after.slice(0, edit.start)}|${after.slice(edit.start)}`;
  return edit.start === edit.end ? shown : `${shown.slice(0, edit.end + 1)}|${shown.slice(edit.end + 1)}`;
}

describe("Enter", () => {
  it.each([
    ["goes on with the list", "- milk|", "- milk\n- |"],
    ["as deep as it is", "- a\n    * b|", "- a\n    * b\n    * |"],
    ["with a box that is not ticked", "[x] a|", "[x] a\n[ ] |"],
    ["also behind a bullet", "- [x] a|", "- [x] a\n- [ ] |"],
    ["with the next number", "1. a|", "1. a\n2. |"],
    ["and numbers what follows", "1. a|\n2. b\n    1. c\n3. d", "1. a\n2. |\n3. b\n    1. c\n4. d"],
    ["unless that is numbered otherwise", "1. a|\n5. b", "1. a\n2. |\n5. b"],
    ["but not what follows behind a line that is no item", "1. a|\nplain\n2. b", "1. a\n2. |\nplain\n2. b"],
    ["from the number it began with", "7) a|\n8) b", "7) a\n8) |\n9) b"],
    ["in the middle of an item", "- one| two", "- one\n- | two"],
    ["at the start of what it says", "- |one", "- \n- |one"],
    ["in place of what is selected", "- o|ne\nplain\n- tw|o", "- o\n- |o"],
    ["in place of numbers that are selected", "1. a|b\n2. c|d\n3. e", "1. a\n2. |d\n3. e"],
    ["on an item that says nothing ends the list", "- a\n- |", "- a\n|"],
    ["also in the middle of it", "- a\n[ ] |\n- b", "- a\n|\n- b"],
    ["or goes one level further out", "- a\n    - |", "- a\n- |"],
    ["which is numbered there", "1. a\n    1. |\n2. b", "1. a\n2. |\n3. b"],
  ])("%s", (_, before, after) => expect(does("enter", before)).toBe(after));

  it.each(["plain|", "|- a", "-| a", "- a\n|", ""])("is a line end as ever: %j", (before) => {
    expect(does("enter", before.includes("|") ? before : "|")).toBe("-");
  });
});

describe("Backspace", () => {
  it.each([
    ["at the start of an item takes its marker", "- |a", "|a"],
    ["with its indent", "- a\n    [x] |b", "- a\n|b"],
    ["also of one that says nothing", "1. |", "|"],
    ["and what follows goes on counting", "1. a\n2. |b\n3. c\n4. d", "1. a\n|b\n2. c\n3. d"],
    ["or begins, where the first one is none any more", "4. |a\n5. b", "|a\n1. b"],
  ])("%s", (_, before, after) => expect(does("backspace", before)).toBe(after));

  it.each(["- a|", "-| a", "|plain", "- |a|", "- a\n|"])("takes a letter as ever: %j", (before) =>
    expect(does("backspace", before)).toBe("-"),
  );
});

describe("indenting", () => {
  it.each([
    ["puts an item in by a level", "- a\n- b|", "- a\n    - b|"],
    ["also the first one", "- a|", "    - a|"],
    ["all that are selected, and no other lines", "|- a\nplain\n- b|\n- c", "    |- a\nplain\n    - b|\n- c"],
    ["not the line that the selection ends before", "|- a\n|- b", "    |- a\n|- b"],
    ["by a tab where there are tabs", "\t- a|", "\t\t- a|"],
    ["and numbers anew, where it came from and where it goes", "1. a\n2. b|\n3. c", "1. a\n    1. b|\n2. c"],
    ["behind those that are there", "1. a\n    1. x\n2. b|\n3. c", "1. a\n    1. x\n    2. b|\n2. c"],
    ["but no deeper than eight levels", `${"\t".repeat(8)}- a|`, `${"\t".repeat(8)}- a|`],
  ])("%s", (_, before, after) => expect(does("indent", before)).toBe(after));

  it("means nothing where there is no item", () => expect([does("indent", "plain|"), does("outdent", "  plain|")]).toEqual(["-", "-"]));
});

describe("outdenting", () => {
  it.each([
    ["puts an item out by a level", "- a\n    - b|", "- a\n- b|"],
    ["as far as the one it lies in", "- a\n  - b\n    - c|", "- a\n  - b\n  - c|"],
    ["also out of tabs", "\t\t- a|", "\t- a|"],
    ["and numbers anew", "1. a\n    1. b|\n    2. c\n2. d", "1. a\n2. b|\n    1. c\n3. d"],
    ["and leaves one where it is that is out already", "- a|", "- a|"],
  ])("%s", (_, before, after) => expect(does("outdent", before)).toBe(after));
});

describe("a kind of list", () => {
  it.each([
    ["bullet", "one|", "- one|"],
    ["bullet", "|one\n\ntwo|", "- |one\n\n- two|"],
    ["bullet", "|- one\n- two|", "|one\ntwo|"],
    ["bullet", "|- one\ntwo|", "|- one\n- two|"],
    ["bullet", "    [x] one|", "    - one|"],
    ["bullet", "|", "- |"],
    ["check", "|one\n1. two|", "[ ] |one\n[ ] two|"],
    ["check", "[x] one|", "one|"],
    ["number", "|one\ntwo\nthree|", "1. |one\n2. two\n3. three|"],
    ["number", "1. one\ntwo|\nthree", "1. one\n2. two|\nthree"],
    ["number", "|- a\n    - b\n    - c\n- d|", "|1. a\n    1. b\n    2. c\n2. d|"],
  ] as const)("%s: %j", (kind, before, after) => expect(does(kind, before)).toBe(after));
});

describe("ticking", () => {
  it.each([
    ["[ ] a|", "[x] a|"],
    ["[x] a|", "[ ] a|"],
    ["|[ ] a\nplain\n- [x] b|", "|[x] a\nplain\n- [x] b|"],
    ["|[x] a\n[X] b|", "|[ ] a\n[ ] b|"],
    ["[xx] [y]|", "[ ] [y]|"],
  ])("%j", (before, after) => expect(does("tick", before)).toBe(after));

  it("means nothing where there is no box", () => expect(does("tick", "- a|")).toBe("-"));

  it("changes the one letter", () => {
    expect(listEdit("tick", "one\n[ ] two", 4, 4)?.splices).toEqual([{ at: 5, remove: 1, insert: "x" }]);
  });
});

test("what has no part in it keeps its letters: lines between are not written anew", () => {
  expect(listEdit("bullet", "one\n- two\nthree", 0, 15)?.splices).toEqual([
    { at: 0, remove: 0, insert: "- " },
    { at: 10, remove: 0, insert: "- " },
  ]);
  expect(listEdit("enter", "1. a\n2. b\n3. c", 4, 4)?.splices).toEqual([
    { at: 4, remove: 0, insert: "\n2. " },
    { at: 5, remove: 1, insert: "3" },
    { at: 10, remove: 1, insert: "4" },
  ]);
});
