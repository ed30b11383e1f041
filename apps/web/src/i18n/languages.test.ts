import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import { de } from "./de.ts";
import type { Messages } from "./en-later.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { createLanguageStore, languageFor } from "./language.ts";
import { english as en, t } from "./translate-later.ts";

const TABLES: readonly (readonly [string, Messages])[] = [
  ["de", de],
  ["es", es],
  ["fr", fr],
];
const SOURCES = new URL("../", import.meta.url);
const source = (name: string): string => readFileSync(new URL(name, SOURCES), "utf8");
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));

/** The forms of an entry, by name. */
function formsOf(entry: Messages[keyof Messages]): readonly (readonly [string, string])[] {
  return typeof entry === "string" ? [["only", entry]] : Object.entries(entry);
}
const paramsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted();

test.each(TABLES)("%s has every key of English and no other", (_, table) => {
  expect(Object.keys(table).toSorted()).toEqual(Object.keys(en).toSorted());
});

test.each(TABLES)("%s fills in what English fills in, in as many forms, and leaves nothing empty", (_, table) => {
  for (const key of Object.keys(en) as (keyof Messages)[]) {
    const [english, other] = [formsOf(en[key]), formsOf(table[key])];
    expect([key, other.map(([form]) => form)]).toEqual([key, english.map(([form]) => form)]);
    for (const [form, text] of other) {
      expect([key, text.trim(), text !== ""]).toEqual([key, text, true]);
      expect([key, form, paramsOf(text)]).toEqual([key, form, paramsOf(english.find(([name]) => name === form)?.[1] ?? "")]);
    }
  }
});

test("every table of the folder is tested here", () => {
  const tables = files.flatMap((file) => /^i18n\/([a-z]{2})\.ts$/.exec(file)?.[1] ?? []);
  expect(tables.toSorted()).toEqual(["en", ...TABLES.map(([code]) => code)].toSorted());
});

// Text between tags is caught by the linter (react/jsx-no-literals); what attributes say is caught here.
const SAID =
  /\b(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|altText|label|text)=(?:"[^"]*[^\W\d_][^"]*"|\{["'`])/;

test("no component says anything that is not in the tables", () => {
  const components = files.filter((file) => file.endsWith(".tsx"));
  expect(components.length).toBeGreaterThan(40);
  const said = components.flatMap((file) =>
    source(file)
      .split("\n")
      .filter((line) => SAID.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(said).toEqual([]);
  expect(SAID.test('<button aria-label="Close">')).toBe(true);
});

test("the first of the browser's languages that there is a table for is spoken, else English", () => {
  expect(languageFor(["pt-BR", "de-AT", "fr"])).toBe("de");
  expect(languageFor(["FR-ca"])).toBe("fr");
  expect([languageFor(["ja"]), languageFor([]), languageFor(["constructor"])]).toEqual(["en", "en", "en"]);
});

test("what is chosen is spoken, told to the document, and remembered", async () => {
  const store = createMemoryStore();
  const document = { documentElement: { lang: "", dir: "" } } as unknown as Document; // reason: all that is written to
  const language = createLanguageStore(store, { languages: ["en"], document });
  await language.ready;
  let heard = 0;
  language.subscribe(() => (heard += 1));
  await language.choose("fr");
  expect([t("menu.home"), document.documentElement.lang, document.documentElement.dir, heard]).toEqual([
    "Tous les tableaux",
    "fr",
    "ltr",
    1,
  ]);
  const next = createLanguageStore(store, { languages: ["en"], document });
  await next.ready;
  expect(next.language).toBe("fr");
  await next.choose("en");
});
