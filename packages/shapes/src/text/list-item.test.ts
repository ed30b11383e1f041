import { describe, expect, it } from "vitest";
import { columnsOf, hasItems, itemOf, itemsOf } from "./list-item.ts";

describe("a line is an item", () => {
  it.each([
    ["- milk", "bullet", "- "],
    ["* milk", "bullet", "* "],
    ["• milk", "bullet", "• "],
    ["- ", "bullet", "- "],
    ["1. milk", "number", "1. "],
    ["12) milk", "number", "12) "],
    ["[ ] milk", "check", "[ ] "],
    ["[x] milk", "check", "[x] "],
    ["- [X] milk", "check", "- [X] "],
    ["    - milk", "bullet", "- "],
    ["\t[ ] ", "check", "[ ] "],
  ] as const)("%j", (line, kind, marker) => {
    expect(itemOf(line)).toMatchObject({ kind, marker });
    expect(hasItems(`before\n${line}\nafter`)).toBe(true);
  });

  it.each(["-milk", "milk - ", "-", "1.milk", "1984. A year", "[] milk", "[x]", "[y] milk", "a 1. b", "--- ", "**bold**", ""])(
    "not: %j",
    (line) => {
      expect(itemOf(line)).toBeUndefined();
      expect(hasItems(line)).toBe(false);
    },
  );

  it("that is ticked where there is an x, also where several people have ticked it at once", () => {
    expect(["[ ] a", "[x] a", "[X] a", "[xx] a", "[ x] a", "[  ] a"].map((line) => itemOf(line)?.isDone)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe("items lie as deep as they are indented", () => {
  const levels = (text: string) => itemsOf(text.split("\n")).map((item) => item?.level);

  it("by four spaces or a tab for each level", () => {
    expect(levels("- a\n    - b\n        - c\n\t\t- d\n- e")).toEqual([0, 1, 2, 2, 0]);
  });

  it("or by fewer, if they are deeper than the item before", () => {
    expect(levels("- a\n  - b\n    - c\n  - d\n- e")).toEqual([0, 1, 2, 1, 0]);
    expect(levels("1. a\n   - b")).toEqual([0, 1]);
  });

  it("and begin anew behind a line that is no item", () => {
    expect(levels("- a\n    - b\nplain\n  - c\n    - d")).toEqual([0, 1, undefined, 0, 1]);
    expect(levels(" - a\n        - b")).toEqual([0, 1]);
  });

  it("but no deeper than eight levels", () => {
    expect(levels(`${" ".repeat(99)}- a`)).toEqual([8]);
  });

  it("a tab goes to the next column of four", () => {
    expect([columnsOf(""), columnsOf("\t"), columnsOf(" \t"), columnsOf("\t  "), columnsOf("    \t")]).toEqual([0, 4, 4, 6, 8]);
  });
});

describe("numbered items side by side are a row", () => {
  const rows = (text: string) => itemsOf(text.split("\n")).map((item) => item?.row.map(({ n }) => n).join());

  it("which deeper items do not interrupt, and others do", () => {
    expect(rows("1. a\n    - x\n2. b\n- c\n3. d")).toEqual(["1,2", "", "1,2", "", "3"]);
    expect(rows("1. a\n    1. b\n2. c\n    1. d")).toEqual(["1,2", "1", "1,2", "1"]);
    expect(rows("1. a\n\n2. b")).toEqual(["1", undefined, "2"]);
  });
});
