import { describe, expect, it, test } from "vitest";
import { fixture } from "../fixtures.ts";
import { fittedLabel } from "../label/fitted-label.ts";
import { shapeKindOf } from "../registry.ts";
import { addressOf, hostOf, letterOf } from "./address.ts";
import { cardLayout, heightForTitle } from "./layout.ts";
import { markColor, newCard, titleOf } from "./new-card.ts";

/** Half an em per character, 20 units per line. */
const measure = (
  text: string,
  { fontSize, maxWidth = Infinity }: { readonly fontSize: number; readonly maxWidth?: number | undefined },
) => {
  const w = (text.length * fontSize) / 2;
  return { w: Math.min(w, maxWidth), h: 20 * Math.ceil(w / maxWidth) };
};
const place = { id: "c", parent: "page", index: "a0", x: 5, y: 6, rotation: 0, opacity: 1, locked: false };
const linesOf = (card: ReturnType<typeof newCard>): readonly string[] =>
  shapeKindOf(card)
    .displayList(card, (line, fontSize) => (line.length * fontSize) / 2)
    .flatMap((item) => (item.kind === "text" ? item.lines.map(({ text }) => text) : []));

test.each([
  ["https://www.ink.example/guide/how-to?x=1", "ink.example", "ink.example/guide/how-to?x=1", "I"],
  ["http://User:pass@Ink.Example:8080/", "ink.example:8080", "ink.example:8080", "I"],
  ["https://xn--bcher-kva.example", "xn--bcher-kva.example", "xn--bcher-kva.example", "X"],
  ["mailto:ann@ink.example?subject=Hi", "ann@ink.example", "ann@ink.example", "A"],
  ["#shape=abc", "", "", "T"],
  ["", "", "", "T"],
])("of %s the host is %j, the address %j, the letter %s", (link, host, address, letter) => {
  expect([hostOf(link), addressOf(link), letterOf(link, " the title")]).toEqual([host, address, letter]);
});

test.each([
  ["https://en.wiki.example/wiki/Alan_Turing", "Alan Turing"],
  ["https://ink.example/blog/2024/how-to-draw.html?utm=1#top", "How to draw"],
  ["https://ink.example/gr%C3%BC%C3%9Fe/%E4%BD%A0%E5%A5%BD", "\u4F60\u597D"],
  ["https://code.example/ann/inkroom/issues/12", "Issues 12"],
  ["https://ink.example/%E0%A4%A/", "%E0%A4%A"],
  ["https://ink.example/a%00b%E2%80%AEc", "Abc"],
  ["https://ink.example/", "ink.example"],
  ["https://ink.example", "ink.example"],
  ["mailto:ann@ink.example", "ann@ink.example"],
  ["#shape=abc", ""],
])("the title that is made of %s is %j", (link, title) => {
  expect(titleOf(link)).toBe(title);
});

test("a long title is cut, and a host has the same colour always", () => {
  expect(titleOf(`https://ink.example/${"word-".repeat(60)}`)).toHaveLength(120);
  expect(markColor("https://ink.example/a")).toBe(markColor("http://www.INK.example/b"));
  const colors = new Set(Array.from({ length: 40 }, (_, n) => markColor(`https://${n}.example`)));
  expect(colors.size).toBeGreaterThan(4);
});

describe("a card", () => {
  it("says host, title and address, and as high as the title needs", () => {
    const card = newCard(place, "https://www.ink.example/guide/how-to-draw", measure);
    expect(card).toMatchObject({ w: 320, h: 84, text: "How to draw", textW: 88, textH: 20, x: 5, y: 6 });
    expect(linesOf(card)).toEqual(["I", "How to draw", "ink.example", "ink.example/guide/how-to-draw"]);
    const long = newCard(place, "https://ink.example/x", measure, "a title that is much longer than one line of the card can hold");
    expect([long.textH, long.h]).toEqual([60, heightForTitle(60)]);
  });

  it("says the address only where that is more than the host, and of a place on the board neither", () => {
    expect(linesOf(newCard(place, "https://ink.example/", measure, "Ink"))).toEqual(["I", "Ink", "ink.example"]);
    expect(linesOf(newCard(place, "https://ink.example/", measure))).toEqual(["I", "ink.example"]);
    expect(linesOf(newCard(place, "https://ink.example/a/b", measure, "ink.example"))).toEqual(["I", "ink.example", "ink.example/a/b"]);
    expect(linesOf(newCard(place, "#shape=a", measure, "The plan"))).toEqual(["T", "The plan"]);
  });

  it("cuts an address off where there is no more room", () => {
    const lines = linesOf(newCard(place, `https://ink.example/${"x".repeat(80)}`, measure, "t"));
    expect(lines.at(-1)).toMatch(/^ink\.example\/x+…$/);
    expect((lines.at(-1)?.length ?? 99) * 6).toBeLessThanOrEqual(320 - 70 - 14);
  });

  it("keeps the size of its letters when it is resized: what has no room goes, the title last", () => {
    const card = fixture("card");
    const shown = (w: number, h: number) => {
      const { mark, host, address, title } = cardLayout({ ...card, w, h });
      return [mark !== undefined, host !== undefined, address !== undefined, title.h, title.w];
    };
    expect(shown(320, 84)).toEqual([true, true, true, 20, 236]);
    expect(shown(139, 84)).toEqual([false, true, true, 20, 111]);
    expect(shown(320, 60)).toEqual([true, true, false, 20, 236]);
    expect(shown(320, 40)).toEqual([true, false, false, 20, 252]);
    expect(shown(320, 24)).toEqual([false, false, false, 20, 292]);
    expect(shown(10, 84).at(-1)).toBe(16);
  });

  it("has its parts inside of it, in the middle of its height", () => {
    const { mark, host, address, title } = cardLayout(fixture("card", { h: 200 }));
    expect(mark).toEqual({ x: 14, y: 78, w: 44, h: 44 });
    expect([host?.y, title.y, address?.y].map((y) => Math.round(Number(y)))).toEqual([73, 90, 112]);
  });

  it("grows with its title when that is changed", () => {
    const card = fixture("card", { text: "x".repeat(80) });
    expect(fittedLabel(card, measure)).toEqual({ textW: 236, textH: 60, h: 118 });
    expect(fittedLabel({ ...card, text: "" }, measure)).toMatchObject({ textH: 0, h: 84 });
  });
});
