import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findable, firstPlace, foundPlaces, stepFrom } from "./found-places.ts";

const entry = (id: string, text: string) => ({ id, kind: "text" as const, label: text, text, more: "", depth: 0 });
const board = findable([entry("a", "Ship it on Friday"), entry("b", ""), entry("c", "friday's plan"), entry("d", "Größe und Maße")]);
const found = (query: string) => foundPlaces(board, query);

describe("a search on a board", () => {
  test("finds parts of words whatever their case, in reading order, and leaves what is not written out", () => {
    expect(found("FRI").map(({ id }) => id)).toEqual(["a", "c"]);
    expect(found("")).toEqual([]);
    expect(found("   ")).toEqual([]);
    expect(found("nothing")).toEqual([]);
  });

  test("shows the letters as they are written where accents do not count", () => {
    expect(found("grosse")).toEqual([{ id: "d", kind: "text", before: "", match: "Größe", after: " und Maße" }]);
    expect(found("masse")[0]).toMatchObject({ before: "Größe und ", match: "Maße", after: "" });
    const apart = findable([entry("x", "cafe\u0301 noir")]);
    expect(foundPlaces(apart, "cafe")[0]).toMatchObject({ match: "cafe\u0301", after: " noir" });
  });

  test("finds a part of a word that ends otherwise than the word does", () => {
    const greek = findable([entry("x", "ΟΔΟΣ ΑΘΗΝΑΣ")]);
    expect(foundPlaces(greek, "οδοσ")[0]).toMatchObject({ match: "ΟΔΟΣ" });
    expect(foundPlaces(greek, "Αθηνας")[0]).toMatchObject({ match: "ΑΘΗΝΑΣ" });
  });

  test("begins near the match, with whole words, and says that there is more before", () => {
    const long = findable([entry("x", "The quick brown fox jumps over the lazy dog and rests")]);
    expect(foundPlaces(long, "lazy")[0]).toMatchObject({ before: "…fox jumps over the ", match: "lazy" });
    const one = findable([entry("x", `${"a".repeat(60)}b`)]);
    expect(foundPlaces(one, "b")[0]?.before).toBe(`…${"a".repeat(24)}`);
  });

  test("any part of any text is found, and the pieces are those of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (raw, a, b) => {
        const text = raw.replaceAll(/\s+/g, " ").trim();
        fc.pre(text !== "");
        const letters = [...text];
        const [from, to] = [a % letters.length, b % letters.length].sort((x, y) => x - y);
        const query = letters.slice(from, (to ?? 0) + 1).join("");
        const [place] = foundPlaces(findable([entry("x", text)]), query);
        // A query of nothing but accents is none.
        if (place === undefined) expect(query.normalize("NFKD").replaceAll(/[\p{M}\s]/gu, "")).toBe("");
        else expect(text).toContain(`${place.before.replace(/^…/, "")}${place.match}${place.after}`);
      }),
    );
  });
});

describe("going from match to match", () => {
  const places = found("fri");
  test("goes round at the ends, and begins at an end where nothing is shown", () => {
    expect(stepFrom(places, "a", 1)?.id).toBe("c");
    expect(stepFrom(places, "c", 1)?.id).toBe("a");
    expect(stepFrom(places, "a", -1)?.id).toBe("c");
    expect(stepFrom(places, "gone", 1)?.id).toBe("a");
    expect(stepFrom(places, undefined, -1)?.id).toBe("c");
    expect(stepFrom([], "a", 1)).toBeUndefined();
  });

  test("begins with one in view where there is one", () => {
    expect(firstPlace(places, (id) => id === "c")?.id).toBe("c");
    expect(firstPlace(places, () => false)?.id).toBe("a");
  });
});
