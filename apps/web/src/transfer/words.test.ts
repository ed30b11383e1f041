import { expect, test } from "vitest";
import { LANGUAGE_NAMES } from "../i18n/language.ts";
import { TABLES as COLOR_TABLES } from "../color/words.ts";
import { TABLES as EXPORT_TABLES } from "../export/words.ts";
import { TABLES as PICTURE_TABLES } from "../pictures/words.ts";
import { TABLES as LINK_TABLES } from "../links/words.ts";
import { TABLES as PLACE_TABLES } from "../deep-links/words.ts";
import { TABLES as SLIDE_TABLES } from "../presentation/words.ts";
import { TABLES as SPEECH_TABLES } from "../speech/words.ts";
import { TABLES as LINE_TABLES } from "../style-panel/line-words.ts";
import { TABLES, word } from "./words.ts";

const textsOf = (entry: string | { readonly one: string; readonly other: string }): readonly string[] =>
  typeof entry === "string" ? [entry] : [entry.one, entry.other];
const paramsOf = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

type Table = Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;

test.each<[string, Readonly<Record<string, Table>>]>([
  ["colours", COLOR_TABLES],
  ["transfer", TABLES],
  ["export", EXPORT_TABLES],
  ["lines", LINE_TABLES],
  ["pictures", PICTURE_TABLES],
  ["presentation", SLIDE_TABLES],
  ["places", PLACE_TABLES],
  ["links", LINK_TABLES],
  ["speech", SPEECH_TABLES],
])("%s has a table for each language of the page, and each fills in what English fills in", (_name, tables) => {
  expect(Object.keys(tables)).toEqual(LANGUAGE_NAMES.map(([code]) => code));
  const english = tables["en"]!;
  for (const table of Object.values(tables)) {
    expect(Object.keys(table)).toEqual(Object.keys(english));
    for (const [key, entry] of Object.entries(table)) {
      const params = textsOf(english[key] ?? "").map(paramsOf);
      expect([key, textsOf(entry).map(paramsOf)]).toEqual([key, params]);
    }
  }
});

test("words are filled in", () => {
  expect(word("newer", { name: "plan.inkroom" })).toBe("plan.inkroom was made with a newer version of Inkroom");
  expect([1, 2].map((count) => word("lost.image", { count }))).toEqual(["1 image left out", "2 images left out"]);
});
