import { expect, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { shapeKindOf } from "../registry.ts";
import type { LineMeasurer } from "../shape-kind.ts";
import { checkAt, linkAt, textMarks, type TextMarks } from "./marks-at.ts";
import { blockOfText } from "./display-list.ts";

const measure: LineMeasurer = (line, fontSize) => line.length * fontSize * 0.5;
const text = (words: string) => fixture("text", { text: words, size: "m", scale: 1, align: "left", autoWidth: true, w: 200, h: 75 });
const marksOf = (words: string): TextMarks => {
  const marks = textMarks(blockOfText(text(words)), measure);
  if (marks === undefined) throw new Error("nothing is marked");
  return marks;
};

test("a check box is where its tick is drawn, and is taken a little beside it, the nearer of two", () => {
  const shape = text("[x] a\n[x] b");
  const list = shapeKindOf(shape).displayList(shape, measure);
  const ticks = list.flatMap((item) => (item.kind === "path" && item.path.length === 9 ? [item.path] : []));
  expect(ticks).toHaveLength(2);
  const marks = marksOf("[x] a\n[x] b");
  ticks.forEach((tick, i) => {
    const middle = { x: Number(tick[4]), y: Number(tick[5]) - 3 };
    expect(checkAt(marks, middle, 0)).toBe(i * 6);
  });
  const [first, second] = marks.checks;
  const between = (share: number) => ({
    x: first?.center.x ?? 0,
    y: (first?.center.y ?? 0) * (1 - share) + (second?.center.y ?? 0) * share,
  });
  expect([0.4, 0.6].map((share) => checkAt(marks, between(share), 12))).toEqual([0, 6]);
  expect(checkAt(marks, { x: 60, y: 12 }, 12)).toBeUndefined();
});

test("a link is where its letters are", () => {
  const marks = marksOf("see https://a.example\nor www.b.example");
  expect(
    [
      { x: 20, y: 12 },
      { x: 60, y: 12 },
      { x: 10, y: 37 },
      { x: 60, y: 37 },
    ].map((point) => linkAt(marks, point, 0)),
  ).toEqual([undefined, "https://a.example", undefined, "https://www.b.example"]);
  expect(linkAt(marks, { x: 60, y: 24 }, 5)).toBe("https://a.example");
});

test("a text without either has no marks, and nothing is measured for it", () => {
  expect(
    textMarks(blockOfText(text("plain\n1.5 and - more")), () => {
      throw new Error("measured");
    }),
  ).toBeUndefined();
});
