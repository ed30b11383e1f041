// Looks strings up in the one table of the language and fills in their parameters.
import { en, type MessageKey, type Plural } from "./en.ts";

type Params = Readonly<Record<string, string | number>>;
export type Translate<Key = MessageKey> = (key: Key, params?: Params) => string;

/** Makes the lookup for one language. `params.count` picks the plural form where the entry has several. */
export function createTranslate<Key extends string>(messages: Readonly<Record<Key, string | Plural>>, locale: string): Translate<Key> {
  const rules = new Intl.PluralRules(locale);
  return (key, params = {}) => {
    const entry = messages[key];
    const pattern = typeof entry === "string" ? entry : pluralOf(entry, rules, params["count"]);
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}

function pluralOf(entry: Plural, rules: Intl.PluralRules, count: string | number | undefined): string {
  return rules.select(Number(count ?? 0)) === "one" ? entry.one : entry.other;
}

let spoken: { readonly translate: Translate<string>; readonly locale: string } = {
  translate: createTranslate<string>(en, "en"),
  locale: "en",
};

/** The strings of the first view, in the language that is spoken. English until another one is. */
export const t: Translate = (key, params) => spoken.translate(key, params);

/** As `t`, for any key of the table that was given to `speak`. */
export const say: Translate<string> = (key, params) => spoken.translate(key, params);

/**
 * The strings of a part that brings its own tables along, by the language's code: in the language that is spoken, in English where
 * the part has none in it.
 */
export function createWords<Key extends string>(
  tables: Readonly<Record<string, Readonly<Record<Key, string | Plural>>>> & { readonly en: Readonly<Record<Key, string | Plural>> },
): Translate<Key> {
  return (key, params) => createTranslate(tables[spoken.locale] ?? tables.en, spoken.locale)(key, params);
}

/** Changes what `t` says; what is on show has to be rendered again. `locale` is a BCP 47 tag. */
export function speak(messages: Readonly<Record<string, string | Plural>>, locale: string): void {
  spoken = { translate: createTranslate(messages, locale), locale };
}

/** The language that is spoken, a BCP 47 tag: for numbers, dates and ages. */
export function locale(): string {
  return spoken.locale;
}
