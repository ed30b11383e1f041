import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findable, firstPlace, foundPlaces, lettersOf, stepFrom, writtenAt } from "./found-places.ts";

const entry = (id: string, text: string) => ({ id, kind: "text" as const, label: text, text, more: "", depth: 0 });
const board = findable([entry("a", "Ship it on Friday"), entry("b", ""), entry("c", "friday's plan"), entry("d", "Größe und Maße")]);
const found = (query: string) => foundPlaces(board, query);
const written = (texts: ReturnType<typeof findable>, query: string) => foundPlaces(texts, query).map(writtenAt);

describe("a search on a board", () => {
  test("finds parts of words whatever their case, in reading order, and leaves what is not written out", () => {
    expect(found("FRI").map(({ id }) => id)).toEqual(["a", "c"]);
    expect(found("")).toEqual([]);
    expect(found("   ")).toEqual([]);
    expect(found("nothing")).toEqual([]);
  });

  test("finds every place of a text, none of which lies on another", () => {
    const texts = findable([entry("x", "ana and banana"), entry("y", "Ana")]);
    const places = foundPlaces(texts, "ana");
    expect(places.map(({ id, nth, at }) => [id, nth, at])).toEqual([
      ["x", 0, 0],
      ["x", 1, 9],
      ["y", 0, 0],
    ]);
    expect(new Set(places.map(({ key }) => key)).size).toBe(3);
    expect(written(texts, "ana")[1]).toEqual({ before: "ana and b", match: "ana", after: "na" });
  });

  test("knows its letters in the words as they are, whatever spaces and lines are between them", () => {
    const words = "  two\n\n  lines, two   words ";
    const onLine = findable([entry("x", words.replaceAll(/\s+/g, " ").trim())]);
    const letters = (query: string) =>
      foundPlaces(onLine, query).map((place) => {
        const { from, to } = lettersOf(place, words);
        return words.slice(from, to);
      });
    expect(letters("two")).toEqual(["two", "two"]);
    expect(letters("two lines")).toEqual(["two\n\n  lines"]);
    expect(letters("words")).toEqual(["words"]);
    expect(foundPlaces(onLine, "two").map((place) => lettersOf(place, words).from)).toEqual([2, 16]);
  });

  test("shows the letters as they are written where accents do not count", () => {
    expect(written(board, "grosse")).toEqual([{ before: "", match: "Größe", after: " und Maße" }]);
    expect(written(board, "masse")[0]).toMatchObject({ before: "Größe und ", match: "Maße", after: "" });
    // Half of a letter is all of it.
    expect(written(board, "gros")[0]).toMatchObject({ match: "Größ" });
    const apart = findable([entry("x", "cafe\u0301 noir")]);
    expect(written(apart, "cafe")[0]).toMatchObject({ match: "cafe\u0301", after: " noir" });
  });

  test("finds a part of a word that ends otherwise than the word does", () => {
    const greek = findable([entry("x", "ΟΔΟΣ ΑΘΗΝΑΣ")]);
    expect(written(greek, "οδοσ")[0]).toMatchObject({ match: "ΟΔΟΣ" });
    expect(written(greek, "Αθηνας")[0]).toMatchObject({ match: "ΑΘΗΝΑΣ" });
  });

  test("begins near the match, with whole words, and says that there is more before", () => {
    const long = findable([entry("x", "The quick brown fox jumps over the lazy dog and rests")]);
    expect(written(long, "lazy")[0]).toMatchObject({ before: "…fox jumps over the ", match: "lazy" });
    const one = findable([entry("x", `${"a".repeat(60)}b`)]);
    expect(written(one, "b")[0]?.before).toBe(`…${"a".repeat(24)}`);
  });

  test("any part of any text is found, and the pieces are those of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (raw, a, b) => {
        const text = raw.replaceAll(/\s+/g, " ").trim();
        fc.pre(text !== "");
        const letters = [...text];
        const [from, to] = [a % letters.length, b % letters.length].sort((x, y) => x - y);
        const query = letters.slice(from, (to ?? 0) + 1).join("");
        const [place] = written(findable([entry("x", text)]), query);
        // A query of nothing but accents is none.
        if (place === undefined) expect(query.normalize("NFKD").replaceAll(/[\p{M}\s]/gu, "")).toBe("");
        else expect(text).toContain(`${place.before.replace(/^…/, "")}${place.match}${place.after}`);
      }),
    );
  });
});

describe("going from match to match", () => {
  const places = found("fri");
  const keyOf = (id: string, nth = 0): string => `${id} ${nth}`;
  test("goes round at the ends, and begins at an end where nothing is shown", () => {
    expect(stepFrom(places, keyOf("a"), 1)?.id).toBe("c");
    expect(stepFrom(places, keyOf("c"), 1)?.id).toBe("a");
    expect(stepFrom(places, keyOf("a"), -1)?.id).toBe("c");
    expect(stepFrom(places, keyOf("gone"), 1)?.id).toBe("a");
    expect(stepFrom(places, undefined, -1)?.id).toBe("c");
    expect(stepFrom([], keyOf("a"), 1)).toBeUndefined();
  });

  test("goes through all of a text before it goes on", () => {
    const twice = foundPlaces(findable([entry("x", "one and one"), entry("y", "one")]), "one");
    const walked = [stepFrom(twice, undefined, 1)];
    for (let i = 0; i < 3; i += 1) walked.push(stepFrom(twice, walked.at(-1)?.key, 1));
    expect(walked.map((place) => place?.key)).toEqual([keyOf("x"), keyOf("x", 1), keyOf("y"), keyOf("x")]);
  });

  test("begins with one in view where there is one, and stays with what is shown while more is typed", () => {
    expect(firstPlace(places, (id) => id === "c")?.id).toBe("c");
    expect(firstPlace(places, () => false)?.id).toBe("a");
    const texts = findable([entry("x", "find, finder, finding")]);
    const third = foundPlaces(texts, "find")[2];
    expect(firstPlace(foundPlaces(texts, "findi"), () => true, third)?.at).toBe(third?.at);
    expect(firstPlace(foundPlaces(texts, "finde"), () => true, third)?.at).toBe(6);
  });
});
