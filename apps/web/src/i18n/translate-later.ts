// All strings, for the parts of the page that are fetched later. What they alone say in English comes with them; the table of
// another language is fetched as a whole.
import { enLater } from "./en-later.ts";
import { en } from "./en.ts";
import { createTranslate, locale, say, type Translate } from "./translate.ts";

export { locale };

export const english = { ...en, ...enLater };
export type LaterKey = keyof typeof english;

const sayInEnglish = createTranslate(english, "en");

/** The page's strings, in the language that is spoken. */
export const t: Translate<LaterKey> = (key, params) => (locale() === "en" ? sayInEnglish : say)(key, params);

/** True where the tables have the key: for keys that are put together from plain strings. */
export function isMessageKey(key: string): key is LaterKey {
  return key in english;
}
