// Looks strings up in the one table of the language and fills in their parameters.
import { en, type MessageKey, type Messages } from "./en.ts";

type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;

/** Makes the lookup for one language. `params.count` picks the plural form where the entry has several. */
export function createTranslate(messages: Messages, locale: string): Translate {
  const rules = new Intl.PluralRules(locale);
  return (key, params = {}) => {
    const entry = messages[key];
    const pattern = typeof entry === "string" ? entry : pluralOf(entry, rules, params["count"]);
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}

function pluralOf(entry: { one: string; other: string }, rules: Intl.PluralRules, count: string | number | undefined): string {
  return rules.select(Number(count ?? 0)) === "one" ? entry.one : entry.other;
}

/** The app's strings. English for now; the page's language would choose the table here. */
export const t: Translate = createTranslate(en, "en");

/** True where the table has the key: for keys that come from another package as plain strings. */
export function isMessageKey(key: string): key is MessageKey {
  return key in en;
}
